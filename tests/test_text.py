"""Exact text: normalised once, and offsets that agree with JavaScript's."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualcode.text import (
    code_point_offset,
    line_of,
    line_starts,
    normalise,
    sha256,
    squash,
    squashed,
    trim,
    utf16_offset,
)

ANY = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.mark.parametrize(
    ("raw", "text"),
    [("\ufeffa", "a"), ("a\r\nb\rc\n", "a\nb\nc\n"), ("e\u0301", "\u00e9"), ("\ufeff\ufeffa", "\ufeffa"), ("", "")],
)
def test_text_is_normalised_once(raw: str, text: str) -> None:
    assert normalise(raw) == text


@given(ANY.filter(lambda text: not text.startswith("\ufeff")))
def test_normalised_text_stays_as_it_is(text: str) -> None:
    once = normalise(text)
    assert unicodedata.is_normalized("NFC", once)
    assert "\r" not in once
    assert normalise(once) == once or once.startswith("\ufeff")


@given(st.text(st.sampled_from("ab\n\U0001f600")))
def test_lines_are_counted_from_one(text: str) -> None:
    starts = line_starts(text)
    for offset in range(len(text)):
        assert line_of(starts, offset) == text[:offset].count("\n") + 1


@given(st.text(st.sampled_from("a\u00e9\u0301\U0001f600\u0627")), st.data())
def test_offsets_agree_with_javascript(text: str, data: st.DataObject) -> None:
    """JavaScript counts UTF-16 units, which Python's own encoder counts too."""
    offset = data.draw(st.integers(0, len(text)))
    units = len(text[:offset].encode("utf-16-le")) // 2
    assert utf16_offset(text, offset) == units
    assert code_point_offset(text, units) == offset


def test_inside_a_pair_is_the_pairs_start() -> None:
    assert code_point_offset("a\U0001f600b", 2) == 1
    assert code_point_offset("ab", 99) == 2


@given(ANY)
def test_trimming_and_folding_touch_white_space_only(text: str) -> None:
    start, end = trim(text, 0, len(text))
    assert text[start:end] == text.strip()
    assert squash(text).split() == text.split()
    assert "  " not in squash(text)


def test_nothing_left_is_an_empty_span() -> None:
    assert trim("  \n ", 0, 4) == (4, 4)


def test_hashes_are_those_of_utf8_and_take_half_characters() -> None:
    assert sha256("abc") == sha256(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert sha256("\ud800") != sha256("\ud801")


TEXTS = st.text(st.sampled_from("ab \n\t\u00a0\u2003\U0001f600\u0301[=\u0627"), max_size=40)


@given(TEXTS)
def test_folded_text_has_one_blank_for_every_run_of_white_space(text: str) -> None:
    folded, offsets = squashed(text)
    assert folded.strip() == " ".join(text.split())
    assert len(folded) == len(offsets)
    assert offsets == sorted(set(offsets))
    for char, offset in zip(folded, offsets, strict=True):
        assert char == (" " if text[offset].isspace() else text[offset])


@given(TEXTS, st.data())
def test_any_passage_is_found_where_it_was_taken(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    start, end = trim(text, start, data.draw(st.integers(start, len(text))))
    words = " ".join(text[start:end].split())
    folded, offsets = squashed(text)
    at = folded.find(words)
    if words and folded.find(words, at + 1) < 0:  # the only place, also counting those that overlap
        assert (offsets[at], offsets[at + len(words) - 1] + 1) == (start, end)
