"""spaCy's matcher and the fast one find the same, so that either may be used."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tagging_books import OFFICE, ROOT, shipped

from kualcode.model import Codebook, Turn
from kualcode.tagging.matcher import Match
from kualcode.tagging.spacy_matcher import SpacyMatcher
from kualcode.tagging.tagger import Finder, Tagger

NOISE = (
    "di",
    "kantor",
    "Bu",
    "Ratna",
    "saya",
    "yang",
    "10",
    "92,40%",
    "SPJ-nya",
    "komputer-komputernya",
    "[tertawa]",
    "=1+1",
    "😀",
    "e\u0301",
    "\u202bشكرا\u202c",
    "\x0b",
    "Rp1.250.000,00",
    "e-Kinerja",
    "s/d",
    "the",
    "don't",
    "N'T",
)
MARKS = (" ", " ", " ", " ", "\n", "  ", ", ", ". ", "? ", "! ", "; ", " – ", " (", ") ", "…", "\n\n", "-", "")


@cache
def both(name: str) -> tuple[Tagger, Tagger]:
    """The same codebook with the fast and with spaCy's matcher."""
    codebook: Codebook = OFFICE if name == "office" else shipped(name)
    return Tagger(codebook), Tagger(codebook, SpacyMatcher)


@cache
def material(name: str) -> tuple[str, ...]:
    """Everything that a codebook or its language looks for, as it is written there."""
    vocabulary = both(name)[0].vocabulary
    written = {p.payload.term or " ".join(p.keys) for p in vocabulary.patterns}
    return tuple(sorted(written))


def texts(name: str) -> st.SearchStrategy[str]:
    """Terms, cue words, punctuation and noise in any order."""
    word = st.one_of(
        st.sampled_from(material(name)), st.sampled_from(material(name)), st.sampled_from(NOISE), st.text(max_size=4)
    )
    cased = st.tuples(word, st.sampled_from((str, str.upper, str.title, lambda w: f"{w}nya"))).map(lambda p: p[1](p[0]))
    pieces = st.lists(st.tuples(cased, st.sampled_from(MARKS)), min_size=1, max_size=24)
    return pieces.map(lambda found: "".join(word + mark for word, mark in found))


def matches(finder: Finder, text: str) -> tuple[list[Match], list[Match]]:
    found = finder.scan(text)
    return found.terms(0, len(text)), found.shades(0, len(text))


def same(name: str, text: str) -> None:
    """Same terms, same shades, same suggestions."""
    fast, spacy = both(name)
    assert matches(fast.finder, text) == matches(spacy.finder, text)
    assert fast.tag_statement(text) == spacy.tag_statement(text)


@settings(max_examples=200, deadline=None)
@given(texts("asn-kinerja"))
def test_the_same_on_any_indonesian_text(text: str) -> None:
    same("asn-kinerja", text)


@settings(max_examples=150, deadline=None)
@given(texts("remote-work"))
def test_the_same_on_any_english_text(text: str) -> None:
    same("remote-work", text)


@settings(max_examples=100, deadline=None)
@given(texts("office"), texts("office"))
def test_the_same_for_an_answer_and_its_question(question: str, answer: str) -> None:
    fast, spacy = both("office")
    assert fast.tag_statement(answer, question) == spacy.tag_statement(answer, question)


def transcripts() -> list[tuple[str, str]]:
    """(codebook, path) of the plain text files of the demonstration studies."""
    folders = (("asn-kinerja", "kecamatan-telaga-merbau"), ("remote-work", "remote-work"))
    return [
        (name, str(path.relative_to(ROOT)))
        for name, folder in folders
        for path in sorted((ROOT / "transcripts" / folder).rglob("*"))
        if path.suffix in (".txt", ".md", ".srt")
    ]


@pytest.mark.parametrize(("name", "path"), transcripts())
def test_the_same_on_a_whole_transcript(name: str, path: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    lines = [at for at, char in enumerate(text) if char == "\n"]
    turns = [Turn(i, "informant", "", start, end) for i, (start, end) in enumerate(pairwise([0, *lines, len(text)]))]
    fast, spacy = both(name)
    made = fast.tag(text, turns)
    assert made == spacy.tag(text, turns)
    assert matches(fast.finder, text) == matches(spacy.finder, text)


def test_there_are_transcripts_to_compare_and_codes_in_them() -> None:
    assert {name for name, _ in transcripts()} == {"asn-kinerja", "remote-work"}
    text = "Pegawainya sering telat datang."
    assert [s.code for s in both("asn-kinerja")[1].tag_statement(text)] == ["FH.DIS"]


def test_a_doc_keeps_our_tokens_with_their_standard_form_and_root() -> None:
    from kualcode.language.tokens import tokenize

    finder = SpacyMatcher(both("asn-kinerja")[0].vocabulary)
    doc = finder.doc(tokenize("SPJ-nya nggak kelar, 92,40%."))
    assert [t.text for t in doc] == ["SPJ-nya", "nggak", "kelar", ",", "92,40%", "."]
    assert (doc[1].norm_, doc[0].lemma_) == ("tidak", "spj")
