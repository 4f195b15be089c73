"""How far a negation reaches, where a sentence turns, and which of its parts weighs."""

from __future__ import annotations

import pytest
from tagging_books import OFFICE

from kualcode.tagging.clauses import Reader, Sentence, negated_by, same_clause, weighing
from kualcode.tagging.matcher import Match, Matcher
from kualcode.tagging.vocabulary import Vocabulary

VOCABULARY = Vocabulary(OFFICE)
SCOPE = 4


def read(text: str) -> Sentence:
    """A whole text as one sentence."""
    scan, end = Matcher(VOCABULARY).scan(text), len(text)
    return Reader(VOCABULARY).read([*scan.terms(0, end), *scan.shades(0, end)], text, 0, end)


def the(sentence: Sentence, word: str) -> Match:
    """The first match of a code that reads so."""
    return next(m for m in sentence.matches if m.payload.code and sentence.text[m.start : m.end].lower() == word)


def negators(text: str, word: str) -> list[str]:
    """What negates a word of a text."""
    sentence = read(text)
    return [text[n.start : n.end] for n in negated_by(sentence, the(sentence, word), SCOPE)]


# ---- negation
@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Laporannya tidak rapi.", ["tidak"]),
        ("Laporannya nggak pernah rapi.", ["nggak pernah"]),  # one negation, not two
        ("Tidak semua laporan itu rapi.", ["Tidak"]),  # four tokens before
        ("Tidak di ruang sebelah itu juga rapi.", []),  # too far
        ("Tidak ada map yang saya lihat di situ rapi.", ["Tidak ada"]),  # "tidak ada" reaches to the end of its clause
        ("Yang rapi tidak ada.", ["tidak ada"]),  # behind the word
        ("Rapi tidak pernah, Pak.", ["tidak pernah"]),
        ("Rapi begitu tidak ada tugas yang tertinggal di meja.", []),  # what follows is negated instead
        ("Tidak, rapi kok.", []),  # an answer, not a negation of what follows
        ("Tidak dikerjakan, jadi rapi.", []),
        ("Tidak lama tetapi rapi.", []),
        ("Tidak dicetak karena rapi.", []),  # does not reach beyond "because"
        ("Bukan karena rapi.", ["Bukan"]),  # but negates the reason right behind it
    ],
)
def test_negation(text: str, by: list[str]) -> None:
    assert negators(text, "rapi") == by


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Rapi sih nggak pernah", ["nggak pernah"]),
        ("Rapi tidak ditemukan.", ["tidak"]),  # a verb of being there may follow
        ("Rapi tidak sama sekali.", ["tidak"]),
        ("Rapi itu hampir tidak pernah.", ["tidak pernah"]),  # light words between
        ("Rapi tidak ada di sini.", ["tidak ada"]),  # a place behind it
        ("Rapi map di lemari tidak pernah.", []),  # too far, with a matter of its own between
        ("Rapi dan belum dapat dipakai.", []),  # denies what follows "dan"
        ("Rapi dan belum ada.", []),
        ("Rapi belum dicetak.", []),
    ],
)
def test_a_negation_looks_back_where_nothing_follows_that_it_could_negate(text: str, by: list[str]) -> None:
    assert negators(text, "rapi") == by


@pytest.mark.parametrize(
    ("row", "by"),
    [
        ("Map rapi\tTidak\tada yang hilang", ["Tidak"]),  # a cell that only denies answers the cell before it
        ("Map rapi\tTidak.", ["Tidak"]),
        ("1\tMap tersusun rapi di lemari\tBelum\tJumat", ["Belum"]),
        ("Map dicek\tTidak\trapi", []),  # and no other cell
        ("Rapi\tMap dicek\tTidak", []),
        ("Map tidak\trapi", []),  # a cell ends the clause
        ("Map rapi\tTidak dicek", []),  # a cell with a matter of its own answers nothing
        ("Map rapi\tYa", []),
        ("Tidak\trapi", []),
    ],
)
def test_in_a_row_of_a_table_each_cell_is_a_clause(row: str, by: list[str]) -> None:
    assert negators(row, "rapi") == by


def test_a_phrase_does_not_run_from_cell_to_cell() -> None:
    assert [m.payload.term for m in read("salah\tketik").role("term")] == []
    assert [m.payload.term for m in read("salah ketik").role("term")] == ["salah ketik"]


def test_a_wrapped_line_of_prose_is_no_row() -> None:
    assert negators("Laporannya tidak\nrapi.", "rapi") == ["tidak"]
    assert negators("Map tidak\nrapi\tJumat", "rapi") == []


@pytest.mark.parametrize(
    "text",
    [
        "Soal disiplin, ada catatan.",
        "Kalau soal disiplin ada catatan.",
        "Kalau disiplin, ada catatan.",
        "Kalau disiplin sih ada catatan.",
    ],
)
def test_what_the_talk_is_of_appraises_nothing(text: str) -> None:
    assert read(text).role("bad", "positive") == ()


@pytest.mark.parametrize(
    "text", ["Kami disiplin soal jam.", "Kalau disiplin kerja dipuji.", "Keluhan tentang disiplin banyak."]
)
def test_a_cue_elsewhere_still_appraises(text: str) -> None:
    assert read(text).role("bad", "positive") != ()


@pytest.mark.parametrize(
    "text",
    [
        "Kurang lebih rapi.",
        "Tidak hanya rapi.",
        "Mau tidak mau rapi.",
        "Tidak jarang rapi.",
        "Gimana nggak rapi.",
    ],
)
def test_phrases_that_hold_a_negator_and_negate_nothing(text: str) -> None:
    assert negators(text, "rapi") == []


def test_two_negations_are_both_reported() -> None:
    assert negators("Tidak mungkin tanpa rapi.", "rapi") == ["Tidak", "tanpa"]


def test_a_negation_inside_a_phrase_of_the_codebook_has_done_its_work() -> None:
    """ "tidak masuk" is the absence; "tanpa keterangan" beside it is not negated."""
    text = "Dia tidak masuk tanpa keterangan."
    assert negators(text, "tidak masuk") == []
    assert negators(text, "tanpa keterangan") == []


def test_inside_its_phrase_it_still_turns_a_cue() -> None:
    assert negators("Pegawainya kurang disiplin.", "disiplin") == ["kurang"]


# ---- turns
def turned(text: str) -> tuple[str, str, str] | None:
    """(kind, word, part that weighs) of the first turn."""
    sentence = read(text)
    found = weighing(sentence)
    if found is None:
        return None
    weighs = [m for m in sentence.matches if m.payload.code and found.weighs[0] <= m.first <= found.weighs[1]]
    return (
        found.kind,
        text[found.at.start : found.at.end],
        " ".join(dict.fromkeys(text[m.start : m.end] for m in weighs)),
    )


@pytest.mark.parametrize(
    ("text", "turn"),
    [
        ("Rapi, tetapi telat.", ("adversative", "tetapi", "telat")),
        ("Rapi sih, cuma telat.", ("adversative", "cuma", "telat")),
        ("Tetapi rapi.", None),  # nothing before it to turn from
        ("Meskipun telat, rapi.", ("concessive", "Meskipun", "rapi")),
        ("Rapi meskipun telat.", ("concessive", "meskipun", "Rapi")),
        ("Dulu telat, sekarang rapi.", ("then_now", "sekarang", "rapi")),
        ("Sekarang rapi, dulu telat.", ("then_now", "Sekarang", "rapi")),
        ("Dulu telat dan rapi.", None),
        ("Rapi dan telat.", None),
    ],
)
def test_where_a_sentence_turns(text: str, turn: tuple[str, str, str] | None) -> None:
    assert turned(text) == turn


@pytest.mark.parametrize(
    "text",
    [
        "Yang rapi cuma dua orang yang telat.",  # cuma = only
        "Rapi hanya dua, yang telat banyak.",
        "Lapor dulu biar rapi, sekarang telat.",  # dulu = first
        "Tunggu dulu rapi, sekarang telat.",
    ],
)
def test_words_that_turn_a_sentence_only_at_the_head_of_a_clause(text: str) -> None:
    assert turned(text) is None


def test_the_head_of_a_clause_is_also_behind_a_word_that_opens_one() -> None:
    assert turned("Yang dulu telat sekarang rapi.") == ("then_now", "sekarang", "rapi")


def test_set_phrases_silence_the_words_inside_them() -> None:
    sentence = read("Salah satu pegawai salah.")
    assert [m.start for m in sentence.role("hint")] == [19]
    assert [m.start for m in sentence.role("bad") if m.payload.code == "MUTU.HAS"] == [19]


def test_clauses_end_at_punctuation_contrast_and_because() -> None:
    for text, one in (
        ("rapi dan telat", True),
        ("rapi, telat", False),
        ("rapi tetapi telat", False),
        ("rapi lagi karena telat", False),
    ):
        sentence = read(text)
        assert same_clause(sentence, the(sentence, "rapi"), the(sentence, "telat")) is one, text
