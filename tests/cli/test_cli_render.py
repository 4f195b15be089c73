"""Tables on screens of several widths: nothing lost, codes and numbers never broken."""

from __future__ import annotations

import io
import re
import sys

import pytest
from study_values import Study

from kualcode.cli import render, render_matrix
from kualcode.document import Entry, Matrix
from kualcode.errors import Bi
from kualcode.model import Grid

CODES = Grid(
    Bi("Kode", "Codes"),
    (Bi("Kode", "Code"), Bi("Nama", "Name"), *(Bi(f"Informan {n}", f"Informant {n}") for n in range(12))),
    (
        ("  EFEK.SDT", Bi("Penggunaan sumber daya dan teknologi informasi", "Use of resources"), *range(12)),
        ("", Bi("Jumlah", "Total"), *([1234] * 12)),
    ),
    (Bi("Catatan [tertawa] [/]", "Note"),),
)


def drawn(grid: Grid, width: int, monkeypatch: pytest.MonkeyPatch, encoding: str = "utf-8") -> str:
    """What a table looks like on a screen of a width."""
    raw = io.BytesIO()
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding=encoding, errors="replace", write_through=True))
    render.grid(grid)
    return raw.getvalue().decode(encoding)


@pytest.mark.parametrize("width", [60, 80, 110, 140, 200])
def test_every_number_and_code_is_whole_and_no_line_is_too_long(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    text = drawn(CODES, width, monkeypatch)
    assert max(map(len, text.splitlines())) <= width
    assert text.count("1234") == 12
    assert "EFEK.SDT" in text
    for word in ("Penggunaan", "teknologi", "informasi"):
        assert word in text
    for number in range(1, 12):
        assert re.search(rf"\b{number}\b", text)
    assert text.endswith("Catatan [tertawa] [/]\n")


def test_a_wide_screen_shows_whole_headings_and_a_narrow_one_cuts_them(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Informan 11" in drawn(CODES, 220, monkeypatch)
    narrow = drawn(CODES, 80, monkeypatch)
    assert "Infor." in narrow
    assert "Informan 11" not in narrow


def test_columns_that_do_not_fit_follow_below_with_their_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    assert drawn(CODES, 60, monkeypatch).count("EFEK.SDT") > 1
    assert drawn(CODES, 220, monkeypatch).count("EFEK.SDT") == 1


def test_a_zero_is_a_dot_also_where_there_is_no_middle_dot(monkeypatch: pytest.MonkeyPatch) -> None:
    grid = Grid(Bi("T", "T"), (Bi("A", "A"), Bi("B", "B")), (("x", 0), ("y", 7)))
    assert "·" in drawn(grid, 80, monkeypatch)
    assert "?" not in drawn(grid, 80, monkeypatch, "ascii")
    assert "?" not in drawn(grid, 80, monkeypatch, "cp1252")


@pytest.mark.parametrize("cell", ["[tertawa]", "[/]", "[bold]x[/bold]", "=1+1", ":smile:", "\U0001f600", "a\\[b]"])
def test_text_is_never_markup(cell: str, monkeypatch: pytest.MonkeyPatch) -> None:
    grid = Grid(Bi(cell, cell), (Bi("A", "A"),), ((cell,), (Bi(cell, cell),)), (Bi(cell, cell),))
    assert drawn(grid, 80, monkeypatch).count(cell) == 4


def test_an_empty_table_has_its_headings(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Kode" in drawn(Grid(Bi("T", "T"), (Bi("Kode", "Code"), Bi("n", "n")), ()), 80, monkeypatch)


@pytest.mark.parametrize("width", ["80", "110", "140"])
def test_tables_of_the_program_fit_in_both_languages(tagged: Study, width: str) -> None:
    for language in ("id", "en"):
        for words in (("codes",), ("status",), ("sources",), ("informants",), ("codebook", "show")):
            done = tagged.program(*words, "--lang", language, COLUMNS=width)
            assert max(map(len, done.out.splitlines())) <= int(width)


def test_row_by_row_neighbours_that_say_the_same_share_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """A matrix of ten informants, most of them without an answer, is not mostly dashes."""
    raw = io.BytesIO()
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="utf-8", write_through=True))
    heads = ("No", "Pertanyaan", "I-01", "I-02", "I-03", "I-04")
    answer = "Antre dua jam di loket yang sama setiap Senin pagi."
    cells = ("1", "Berapa lama", answer, "\u2013", "\u2013", answer)
    render_matrix.matrix(
        Matrix("W", Bi("Matriks", "Matrix"), tuple(Bi(h, h) for h in heads), (tuple(map(Entry, cells)),))
    )
    text = raw.getvalue().decode()
    assert "I-02, I-03: \u2013\n" in text
    assert text.count("Antre dua jam") == 2
