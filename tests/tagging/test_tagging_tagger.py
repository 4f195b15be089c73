"""From turns to suggestions: who is coded, what is quoted, which code wins, what an answer takes from its question."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tagging_books import OFFICE, ROOT, book, code, shipped, stances, tag

from kualcode.model import EVIDENCE_SPEAKERS, Facet, Speaker, Turn
from kualcode.segment import HEADING
from kualcode.segment.layouts import turns as read_turns
from kualcode.sources import read
from kualcode.tagging.tagger import Tagger

TAGGER = Tagger(OFFICE)


# ---- who is coded, and what is quoted
@pytest.mark.parametrize("speaker", ["interviewer", "third"])
def test_words_of_the_interviewer_or_a_third_person_are_never_coded(speaker: Speaker) -> None:
    text = "Laporannya rapi."
    assert TAGGER.tag(text, [Turn(0, speaker, "", 0, len(text))]) == []


@pytest.mark.parametrize("speaker", sorted(EVIDENCE_SPEAKERS))
def test_informant_observer_and_document_are_evidence(speaker: Speaker) -> None:
    text = "Laporannya rapi."
    assert [s.code for s in TAGGER.tag(text, [Turn(0, speaker, "", 0, len(text))])] == ["MUTU.HAS"]


def test_the_headings_of_a_document_say_nothing() -> None:
    text = "Komputer Rusak"
    assert TAGGER.tag(text, [Turn(0, "document", HEADING, 0, len(text))]) == []


def test_the_unit_is_a_sentence() -> None:
    text = "Laporannya rapi. Kemarin hujan. Komputer rusak."
    assert [(text[s.start : s.end], s.code) for s in TAGGER.tag_statement(text)] == [
        ("Laporannya rapi.", "MUTU.HAS"),
        ("Komputer rusak.", "ALAT"),
    ]


def test_a_row_of_a_table_is_one_unit() -> None:
    text = "Loket 2. Komputer rusak. Laporan rapi."
    made = TAGGER.tag(text, [Turn(0, "document", "", 0, len(text), at="row 2")])
    assert {(s.start, s.end) for s in made} == {(0, len(text))}
    assert [s.code for s in made] == ["MUTU.HAS", "ALAT"]


WORDS = st.sampled_from(
    (
        "rapi",
        "telat",
        "komputer rusak",
        "bolos",
        "tidak",
        "salah",
        "satu",
        "tapi",
        "dulu",
        "sekarang",
        "e\u0301",
        "😀",
        "\u202bشكرا\u202c",
        "[tertawa]",
        "=1",
        "\x0b",
        "\n",
        ". ",
        ", ",
        "? ",
    )
)
TALK = st.lists(
    st.tuples(
        st.sampled_from(("interviewer", "third", *sorted(EVIDENCE_SPEAKERS))),
        st.lists(WORDS, min_size=1, max_size=8).map(" ".join),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=150, deadline=None)
@given(TALK)
def test_every_quote_lies_in_its_turn_and_every_hit_and_cue_in_the_text(talk: list[tuple[Speaker, str]]) -> None:
    text, turns = "", []
    for index, (speaker, said) in enumerate(talk):
        asked = index - 1 if index and talk[index - 1][0] == "interviewer" and speaker == "informant" else None
        turns.append(Turn(index, speaker, "", len(text), len(text) + len(said), question=asked))
        text += f"{said}\n"
    for made in TAGGER.tag(text, turns):
        turn = turns[made.turn]
        assert turn.speaker in EVIDENCE_SPEAKERS
        assert turn.start <= made.start < made.end <= turn.end
        quote = text[made.start : made.end]
        assert quote == quote.strip()
        home = turn if made.reason.question is None else turns[made.reason.question]
        assert all(home.start <= hit.start < hit.end <= home.end for hit in made.reason.hits)
        for start, end in (*made.reason.stance_cues, *made.reason.negations):
            assert made.start <= start < end <= made.end


def test_the_same_text_gives_the_same_suggestions() -> None:
    text = "Komputer rusak, tetapi laporan rapi. Bolos. Telat datang."
    assert Tagger(OFFICE).tag_statement(text) == Tagger(OFFICE).tag_statement(text)


def test_nothing_to_read_gives_nothing() -> None:
    assert TAGGER.tag("", []) == []
    assert TAGGER.tag_statement("") == []
    assert TAGGER.tag_statement("   \n ") == []


# ---- which code
def test_a_parent_gives_way_to_its_child() -> None:
    assert stances("Mutunya bagus, laporannya rapi.") == {"MUTU.HAS": "positive"}
    three = book(
        code("A", phrases="satu hal"),
        code("A.B", parent="A", phrases="dua hal"),
        code("A.B.C", parent="A.B", phrases="tiga hal"),
    )
    assert set(stances("satu hal, dua hal, tiga hal", codebook=three)) == {"A.B.C"}
    assert set(stances("satu hal, tiga hal", codebook=three)) == {"A.B.C"}


def test_a_child_too_weak_to_be_shown_does_not_hide_its_parent() -> None:
    two = book(code("A", phrases="jam karet"), code("A.B", parent="A", lemmas="arsip"))
    assert set(stances("Jam karet di arsip.", codebook=two)) == {"A"}


def test_a_longer_term_takes_the_words_of_a_shorter_one_of_another_code() -> None:
    """ "telat datang" is attendance, though "telat" alone is timeliness."""
    assert set(stances("Dia telat datang.")) == {"HADIR"}
    assert set(stances("Dia telat.")) == {"WAKTU"}


def test_one_hint_is_no_reason_two_are() -> None:
    assert tag("Ada laporan di meja.") == []
    assert set(stances("Laporan salah.")) == {"MUTU.HAS"}
    assert tag("Laporan, laporan, laporan.") == []  # the same hint again is no second one


def test_a_term_inside_a_set_phrase_is_none() -> None:
    assert tag("Laporan dari salah satu dusun.") == []


def test_the_facet_is_the_one_with_most_cues() -> None:
    facets = (Facet("jam", OFFICE.codes[0].name, ("jam",)), Facet("apel", OFFICE.codes[0].name, ("apel", "lapangan")))
    facetted = book(code("A", phrases="jam karet", facets=facets), code("B", phrases="ikut apel", facets=facets))
    made = tag("Jam karet, tidak ada orang di lapangan, jarang ikut apel.", codebook=facetted)
    assert {s.code: s.facet for s in made} == {"A": "apel", "B": "apel"}
    assert {s.facet for s in tag("Apel pun jam karet.", codebook=facetted)} == {"jam"}  # a tie: the one in the hit
    assert {s.facet for s in tag("Ada yang ikut berjam-jam; jarang ikut apel.", codebook=facetted)} == {"apel"}


# ---- answers and questions
@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        ("Apakah komputer sering rusak, Pak?", "Masih ada.", {"ALAT": "positive"}),
        ("Apakah komputer sering rusak, Pak?", "Tidak ada, Mas.", {"ALAT": "negative"}),
        ("Apakah laporannya rapi, Bu?", "Iya, Mas.", {"MUTU.HAS": "positive"}),
        ("Apakah laporannya rapi, Bu?", "Belum, Mas.", {"MUTU.HAS": "negative"}),
        ("Kalau kerapian laporan, Bu?", "Ya kurang lah.", {"MUTU.HAS": "negative"}),
        ("Bagaimana mutu laporannya, Bu?", "Bagus, Mas.", {"MUTU": "positive"}),  # by its own appraisal
        ("Berarti pegawai kurang disiplin ya, Pak?", "Iya, Mas.", {"HADIR": "positive"}),
    ],
)
def test_an_answer_that_cannot_stand_alone_takes_the_code_of_its_question(
    question: str, answer: str, expected: dict[str, str]
) -> None:
    assert stances(answer, question) == expected


@pytest.mark.parametrize("answer", ["Nggak, nggak begitu juga, Mas.", "Tidak juga, Mas.", "Siapa bilang?"])
def test_a_leading_question_never_supplies_a_code_that_the_answer_denies(answer: str) -> None:
    assert stances(answer, "Berarti pegawai kurang disiplin ya, Pak?") == {}


def test_a_neutral_question_that_is_denied_gives_the_opposite() -> None:
    assert stances("Nggak, nggak begitu juga, Mas.", "Apakah pegawai kurang disiplin, Pak?") == {"HADIR": "negative"}


@pytest.mark.parametrize(
    "answer",
    [
        "Kami di sini bekerja seperti biasa dari pagi sampai sore, itu sudah lama sekali begitu terus tiap hari.",
        "Warga biasanya datang pagi.",
        "Kurang disiplin itu telat datang.",
    ],
)
def test_an_answer_that_stands_alone_is_coded_by_its_own_words(answer: str) -> None:
    assert "ALAT" not in stances(answer, "Apakah komputer sering rusak, Pak?")


def test_an_answer_that_speaks_of_its_own_matter_keeps_it() -> None:
    assert stances("Tidak, laporannya selesai tepat waktu.", "Apakah komputer rusak?") == {"WAKTU": "positive"}


def test_only_terms_of_a_question_lend_their_code_not_hints() -> None:
    assert stances("Iya, Mas.", "Apakah laporan itu salah, Bu?") == {}


def test_only_the_first_sentence_of_an_answer_leans_on_the_question() -> None:
    question = "Apakah komputer sering rusak, Pak?"
    assert len(tag("Masih ada. Begitu. Masih ada.", question)) == 1
    assert set(stances("Warga datang. Masih ada. Laporannya rapi.", question)) == {"MUTU.HAS"}


def test_the_reason_points_into_the_question() -> None:
    question, answer = "Apakah komputer sering rusak, Pak?", "Masih ada."
    whole = f"{question}\n{answer}"
    made = tag(answer, question)[0]
    assert whole[made.start : made.end] == answer
    assert made.reason.question == 0
    assert [(whole[h.start : h.end], h.rule) for h in made.reason.hits] == [("komputer", "question")]


def test_a_remark_of_a_third_person_is_no_question() -> None:
    text = "Apakah komputer rusak?\nMasih ada."
    turns = [Turn(0, "third", "", 0, 22), Turn(1, "informant", "", 23, len(text), question=0)]
    assert TAGGER.tag(text, turns) == []


# ---- the run key
def test_the_key_of_a_run_names_the_rules_and_the_codebook() -> None:
    assert TAGGER.key == f"rules/3/{OFFICE.sha256}"


# ---- nothing is hard-wired
def test_an_english_study_is_tagged_by_its_own_codebook() -> None:
    path = sorted((ROOT / "transcripts" / "remote-work").rglob("*P1*.txt"))[0]
    extract = read(path)
    reading = read_turns(extract, "interview", "en")
    made = Tagger(shipped("remote-work")).tag(extract.text, reading.turns)
    found = {(s.code, s.stance, extract.text[s.start : s.end]) for s in made}
    assert ("DEM.WL", "positive", "Since two people left in spring and were not replaced, far too much.") in found
    assert any(code_id == "RES.AUT" and "up to me" in quote for code_id, _, quote in found)
    said = {turn.index for turn in reading.turns if turn.speaker == "informant"}
    assert {s.turn for s in made} <= said


@pytest.mark.parametrize("name", ["asn-kinerja", "remote-work"])
def test_most_examples_of_a_codebook_find_their_own_code(name: str) -> None:
    """A floor, so that a change of the rules that loses them is seen; not a measure of quality."""
    codebook = shipped(name)
    examples = [(c.id, e.text) for c in codebook.codes for e in c.examples]
    hit = sum(code_id in stances(text, codebook=codebook) for code_id, text in examples)
    assert hit / len(examples) > 0.65
