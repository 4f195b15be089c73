"""Tokens: what stays whole, and that no character is lost or counted twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualcode.language.tokens import TOKEN, tokenize

TEXTS = st.text() | st.text(alphabet="aAb1 .,-/'%\n’…éR p😀", max_size=40)

WHOLE = """
    pegawai-pegawainya non-ASN di-upload ke-3 e-Kinerja SI-ABANG 92,40% Rp1.250.000,00 Rp.5.000 10-15
    08.00-16.00 31/12/2024 s/d Drs. M.Si. a.n. dll. S.Sos. M.AP. Jum'at 2019-an 4x5 13.00 SPJ-nya No. Jl.
    10:20 III/a S1 Ph.D. u.p.
"""


@pytest.mark.parametrize("word", WHOLE.split())
def test_stays_whole(word: str) -> None:
    assert [token.text for token in tokenize(f"yang {word} itu")] == ["yang", word, "itu"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("selesai.", ["selesai", "."]),
        ("ya.Terus", ["ya", ".", "Terus"]),
        ("dan/atau", ["dan", "/", "atau"]),
        ("pukul 13.00.", ["pukul", "13.00", "."]),
        ("anu... apa", ["anu", ".", ".", ".", "apa"]),
        ("👍🏽 oke", ["👍", "🏽", "oke"]),
        ("H. M. Yusuf", ["H.", "M.", "Yusuf"]),
        ("“Loketnya buka,”", ["“", "Loketnya", "buka", ",", "”"]),
        ("ayat (2)", ["ayat", "(", "2", ")"]),
        ("kerja--kerja", ["kerja", "-", "-", "kerja"]),
    ],
)
def test_splits(text: str, parts: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == parts


@given(TEXTS)
def test_tokens_cover_all_but_white_space_in_order(text: str) -> None:
    tokens = tokenize(text)
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert not any(char.isspace() for token in tokens for char in token.text)
    places = [place for token in tokens for place in range(token.start, token.end)]
    assert places == [place for place, char in enumerate(text) if not char.isspace()]


@given(TEXTS, st.integers(0, 20), st.integers(0, 20))
def test_a_range_keeps_offsets_of_the_whole_text(text: str, start: int, length: int) -> None:
    end = min(len(text), start + length)
    for token in tokenize(text, start, end):
        assert start <= token.start < token.end <= end
        assert text[token.start : token.end] == token.text


@given(TEXTS)
def test_the_bare_pattern_finds_the_same_tokens(text: str) -> None:
    assert [match.span() for match in TOKEN.finditer(text)] == [(t.start, t.end) for t in tokenize(text)]
