"""Cells that no spreadsheet takes for a command."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualcode.exports import safe
from kualcode.exports.html_page import escaped
from kualcode.exports.safe import cell, uncelled


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+62 812", "-rahasia", "@SUM(A1)", "\tx", "=cmd|' /C calc'!A0", " =1+1", "\n=1", "＝1", "- jawabannya"],
)
def test_text_that_begins_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert cell(text) == f"'{text}"
    assert uncelled(cell(text)) == text


@pytest.mark.parametrize("text", ["-5", "+62", "-1,5", "0012", "NA", "a=b", "'kata", "", "[tertawa]", "\U0001f600"])
def test_other_text_stays(text: str) -> None:
    assert cell(text) == text
    assert uncelled(text) == text


def test_what_a_file_cannot_hold_is_left_out() -> None:
    assert cell("a\x00b\x0bc\ud800d\ufffee\nf\tg") == "abcde\nf\tg"
    assert cell(None) == ""
    assert cell(0.5) == "0.5"


@given(st.text())
def test_a_cell_never_starts_a_formula_and_comes_back(text: str) -> None:
    made = cell(text)
    assert not made.lstrip(" \u00a0\n").startswith(("=", "@"))
    assert cell(made) == made
    if cell(text) == f"'{text}":
        assert uncelled(made) == text


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("a \u202eb", "a \u202eb\u202c"),
        ("\u2067\u202ea", "\u2067\u202ea\u202c\u2069"),
        ("\u202ea\u202c b", "\u202ea\u202c b"),
        ("\u2067\u202ea\u2069 b", "\u2067\u202ea\u2069 b"),
        ("\u202ca", "\u202ca"),
        ("\u0645\u0631\u062d\u0628\u0627", "\u0645\u0631\u062d\u0628\u0627"),
    ],
)
def test_what_turns_text_round_ends_with_its_line(text: str, closed: str) -> None:
    assert safe.turned_back(text) == closed
    assert safe.turned_back(closed) == closed
    assert escaped(f"{text}\nz") == f"{closed}\nz"
