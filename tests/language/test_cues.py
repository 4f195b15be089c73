"""How a statement is turned: the lists, and what they tell of questions and answers."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kualcode.language.cues import KINDS, Cues, denies, is_elliptical, is_leading, load, match, with_negation

ID = load("id")
EN = load("en")


def norms(text: str) -> list[str]:
    """Tokens of a text that is written in the standard spelling already."""
    return re.findall(r"[\w'-]+|[^\w\s]", text.lower())


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_filled_with_short_lower_case_entries(language: str, kind: str) -> None:
    entries = getattr(load(language), kind)
    assert entries
    assert len(set(entries)) == len(entries)
    for entry in entries:
        words = entry.removeprefix("~").split()
        assert 1 <= len(words) <= (1 if entry.startswith("~") else 4)
        assert entry == entry.strip().lower()


def test_another_language_has_no_cues() -> None:
    assert load("fr") == Cues()
    assert not denies(["non"], load("fr"))
    assert not is_leading(["vraiment", "lent"], load("fr"))


def test_the_lists_are_read_once() -> None:
    assert load("id") is load("id")


@pytest.mark.parametrize("cues", [ID, EN])
def test_no_word_is_good_and_bad_at_once(cues: Cues) -> None:
    assert not set(cues.positive) & set(cues.negative)


@pytest.mark.parametrize("cues", [ID, EN])
def test_every_exception_holds_the_word_it_excuses(cues: Cues) -> None:
    valence = [entry.removeprefix("~") for entry in cues.positive + cues.negative]
    for phrases, held in ((cues.negation_exceptions, cues.negation), (cues.neutral, valence)):
        for phrase in phrases:
            assert any(word in phrase for word in held), phrase


@pytest.mark.parametrize("cues", [ID, EN])
def test_parts_of_a_kind_belong_to_it(cues: Cues) -> None:
    assert set(cues.leading_end_soft) | set(cues.leading_end_word) <= set(cues.leading_end)


def test_the_longest_entry_wins() -> None:
    words = norms("kurang lebih sepuluh")
    assert match(words, 0, ID.negation) == 1
    assert match(words, 0, ID.negation_exceptions) == 2
    assert match(words, 2, ID.negation) == 0
    assert match(words, 3, ID.negation) == 0


def test_dialect_negates_only_where_the_codebook_says_so() -> None:
    answer = norms("kada, Pak")
    assert not denies(answer, ID)
    assert denies(answer, with_negation(ID, ["kada", "balum"]))
    assert "kada" in with_negation(ID, ["kada"]).negation
    assert with_negation(ID, ["tidak"]).negation == ID.negation


@pytest.mark.parametrize(
    "question",
    [
        "Berarti pelayanannya lambat ya, Pak?",
        "Apakah benar pegawai sering terlambat?",
        "Sering telat kan, Mas?",
        "Jadi sarananya kurang?",
        "Bukankah itu memperlambat?",
        "Itu karena wifi, betul?",
        "Artinya belum tercapai?",
        "Oh, jadi komputernya rusak, Bu?",
        "Bapak tahu siapa yang salah, kan?",
        "Sudah lengkap ya?",
        "Apa benar laporannya tertunda?",
        "Pegawainya malas, bukan begitu?",
    ],
)
def test_leading_question(question: str) -> None:
    assert is_leading(norms(question), ID)


@pytest.mark.parametrize(
    "question",
    [
        "Jadi bagaimana prosesnya, Bu?",
        "Prosesnya bagaimana ya, Pak?",
        "Apakah laporannya sudah benar?",
        "Boleh saya rekam ya, Bu?",
        "Apakah ada kendala ya, Pak?",
        "Ada kendala, Pak?",
        "Sudah betul, Bu?",
        "Kendalanya apa saja?",
        "ASN atau bukan?",
        "Ya?",
        "Pak?",
        "Disiplin?",
        "",
        "Berapa orang, Mas?",
        "Jadi tepat waktu atau sering tertunda?",
        "Coba diceritakan ya, Pak?",
    ],
)
def test_question_that_leaves_the_answer_open(question: str) -> None:
    assert not is_leading(norms(question), ID)


def test_questions_in_english() -> None:
    assert is_leading(norms("So the reports are late?"), EN)
    assert is_leading(norms("They are often late, aren't they?"), EN)
    assert is_leading(norms("It was the equipment, right?"), EN)
    assert not is_leading(norms("So how do you handle complaints?"), EN)
    assert not is_leading(norms("Is the report correct?"), EN)
    assert not is_leading(norms("Are there any obstacles?"), EN)


@pytest.mark.parametrize(
    "answer",
    [
        "Oh, tidak begitu, Mas.",
        "Ya tidak juga.",
        "Belum.",
        "Bukan, bukan karena malas.",
        "Tidak ada, Bu.",
        "Eee... anu, belum pernah.",
        "Kalau itu tidak.",
        "Siapa bilang?",
        "Tidak",
        "Justru sebaliknya, Pak.",
        "Kurang, Pak.",
    ],
)
def test_answer_that_denies(answer: str) -> None:
    assert denies(norms(answer), ID)


@pytest.mark.parametrize(
    "answer",
    [
        "Tidak hanya itu, Pak.",
        "Iya, tidak ada masalah.",
        "Kurang tahu saya.",
        "Kurang lebih sepuluh orang.",
        "Betul.",
        "Tidak tahu ya.",
        "Mau tidak mau.",
        "Tidak apa-apa.",
        "Ada, tidak banyak.",
        "",
        "Eee...",
        "Laporan tidak lengkap.",
    ],
)
def test_answer_that_does_not_deny(answer: str) -> None:
    assert not denies(norms(answer), ID)


def test_denial_in_english() -> None:
    assert denies(norms("Well, not really, sir."), EN)
    assert denies(norms("No, never."), EN)
    assert not denies(norms("Not only that."), EN)
    assert not denies(norms("Yes, it does."), EN)
    assert not denies(norms("Not sure."), EN)


@pytest.mark.parametrize(
    "answer",
    [
        "Masih ada.",
        "Iya, sudah.",
        "Belum, Mas.",
        "Ya kurang lah.",
        "Lancar saja.",
        "Karena hujan.",
        "Di loket dua.",
        "Iya.",
        "Kadang-kadang saja.",
        "Sekitar 10 sampai 15 orang.",
        "Tidak ada.",
        "Tiap hari.",
        "Ada beberapa.",
        "Nggih.",
        "Tergantung.",
        "Sejak 2019.",
        "Supaya cepat.",
        "Kurang tahu.",
        "Saya setuju.",
        "Cukup bagus, Pak.",
    ],
)
def test_answer_that_needs_its_question(answer: str) -> None:
    assert is_elliptical(norms(answer), ID)


@pytest.mark.parametrize(
    "answer",
    [
        "Laporannya rapi.",
        "Komputernya rusak.",
        "Kami cepat.",
        "Ada kendala.",
        "Tidak ada kendala.",
        "Di sini warganya sabar.",
        "Terima kasih.",
        "Semua pegawai hadir tepat waktu.",
        "Server mati.",
        "Bagus sekali kerjanya.",
        "Di sini komputer rusak.",
        "Eee...",
        "",
        "Masih ada keluhan dari warga.",
        "Karena komputer di ruang pelayanan rusak semua, Pak.",
        "Pegawai sering terlambat.",
        "Dari rumah warga yang mengurus akta.",
    ],
)
def test_answer_that_stands_by_itself(answer: str) -> None:
    assert not is_elliptical(norms(answer), ID)


def test_ellipsis_in_english() -> None:
    assert is_elliptical(norms("Not yet."), EN)
    assert is_elliptical(norms("Yes, they do."), EN)
    assert is_elliptical(norms("Because of the rain."), EN)
    assert not is_elliptical(norms("The staff are slow."), EN)
    assert not is_elliptical(norms("They are slow."), EN)


@settings(max_examples=100)
@given(st.lists(st.sampled_from([*ID.light, *ID.denial, *ID.leading_end, "?", "", "😀", "\u202b"])))
def test_any_tokens_are_answered(tokens: list[str]) -> None:
    for ask in (is_leading, denies, is_elliptical):
        assert ask(tokens, ID) in (True, False)
