"""Cells that no spreadsheet takes for a command."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
