"""What the fast matcher finds, and what it must not."""

from __future__ import annotations

import pytest
from tagging_books import OFFICE, book, code

from kualcode.model import Codebook
from kualcode.tagging import matcher as matchers
from kualcode.tagging.matcher import Matcher
from kualcode.tagging.vocabulary import Vocabulary


def found(text: str, codebook: Codebook = OFFICE, start: int = 0, end: int | None = None) -> list[tuple[str, str]]:
    """(code, words of the text) of every term and hint."""
    matches = Matcher(Vocabulary(codebook)).scan(text).terms(start, len(text) if end is None else end)
    return [(m.payload.code, text[m.start : m.end]) for m in matches]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kerapiannya bagus", "Kerapiannya"),  # affixes and clitics
        ("merapikan map", "merapikan"),
        ("RAPI", "RAPI"),
        ("salah ketik", "salah ketik"),
    ],
)
def test_a_term_is_found_in_its_forms(text: str, words: str) -> None:
    assert ("MUTU.HAS", words) in found(text)


def test_a_phrase_is_found_across_a_line_break() -> None:
    assert ("WAKTU", "tepat\n  waktu") in found("Laporan tepat\n  waktu.")


@pytest.mark.parametrize(
    "text", ["tepat, waktu", "tepat. Waktu", "tepat (waktu)", "tepat – waktu", "tepat zebra waktu"]
)
def test_a_phrase_does_not_cross_punctuation_or_a_gap(text: str) -> None:
    assert "WAKTU" not in dict(found(text))


def test_a_clitic_does_not_break_a_phrase() -> None:
    assert ("ALAT", "ruangnya sempit") in found("Di sini ruangnya sempit.")


def test_a_reduplicated_word_counts_once() -> None:
    assert found("komputer-komputernya") == [("ALAT", "komputer-komputernya")]


def test_a_locked_term_ignores_other_forms_of_its_root() -> None:
    locked = book(code("A", lemmas="=laporan"))
    assert found("laporannya", locked) == [("A", "laporannya")]
    assert found("melapor dilaporkan", locked) == []


def test_a_short_and_a_long_term_are_both_found() -> None:
    """Which of them counts is decided later: see the tagger."""
    assert found("telat datang") == [("WAKTU", "telat"), ("HADIR", "telat datang")]


def test_a_phrase_of_three_words_needs_all_of_them() -> None:
    three = book(code("A", phrases="hari itu juga"))
    assert found("selesai hari itu juga", three) == [("A", "hari itu juga")]
    assert found("hari itu saja", three) == []
    assert found("hari itu zebra juga", three) == []
    assert found("hari itu", three) == []


def test_two_phrases_with_the_same_beginning_are_told_apart() -> None:
    two = book(code("A", phrases="di atas target, di atas meja"))
    assert found("di atas meja", two) == [("A", "di atas meja")]


def test_only_the_stretch_asked_for_is_read() -> None:
    text = "rapi telat rapi"
    assert found(text, start=5, end=10) == [("WAKTU", "telat")]


def test_offsets_are_code_points() -> None:
    text = "😀 e\u0301 telat"
    match = Matcher(Vocabulary(OFFICE)).scan(text).terms(0, len(text))[0]
    assert (match.start, match.end) == (5, 10)
    assert text[match.start : match.end] == "telat"


def test_cues_are_kept_apart_from_terms() -> None:
    scan = Matcher(Vocabulary(OFFICE)).scan("tidak telat, tetapi")
    assert [m.payload.role for m in scan.terms(0, 19)] == ["term"]
    assert {"negation", "break", "adversative"} <= {m.payload.role for m in scan.shades(0, 19)}


def test_a_match_knows_its_tokens_by_number() -> None:
    (match,) = Matcher(Vocabulary(OFFICE)).scan("gajah terbang telat zebra").terms(0, 25)
    assert (match.first, match.last) == (2, 2)


def test_only_the_stretch_that_is_asked_for_is_looked_at() -> None:
    scan = Matcher(Vocabulary(OFFICE)).scan("telat, tepat waktu")
    assert scan.terms(0, 5) == scan.terms(0, 18)[:1]
    assert [m.payload.code for m in scan.terms(6, 12)] == []  # half a phrase is none


def test_what_is_remembered_of_word_types_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matchers, "_REMEMBERED", 50)
    matcher = Matcher(Vocabulary(OFFICE))
    for number in range(40):
        text = f"telat a{number} b{number} c{number}"
        assert [text[m.start : m.end] for m in matcher.scan(text).terms(0, len(text))] == ["telat"]
    assert len(matcher._types) < 120
