"""CSV: the delimiter is counted, quotes are obeyed, cells are exact."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from source_files import cell_texts, grids, refusal, words

from kualcode.sources.assemble import rectangle
from kualcode.sources.delimited import read_csv
from kualcode.text import normalise


def csv_of(rows: list[list[str]], delimiter: str) -> bytes:
    """A file as the csv library writes it."""
    buffer = StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    return buffer.getvalue().encode("utf-8-sig")


@given(grids, st.sampled_from(";,\t|"))
def test_no_character_is_lost_moved_or_invented(grid: list[list[str]], delimiter: str) -> None:
    """Quoted cells come back exactly, whatever they hold; a first line names the delimiter, as in Excel."""
    table = csv_of(grid, delimiter).removeprefix(b"\xef\xbb\xbf")
    extract = read_csv(f"sep={delimiter}\r\n".encode() + table)
    expected = [[normalise(text) for text in row] for row in rectangle(grid)]
    assert extract.text == "\n".join(map("\t".join, expected))
    assert [row for table in extract.tables for row in cell_texts(extract, table)] == expected


@given(st.lists(words.filter(lambda text: '"' not in text), min_size=1), st.sampled_from(";,\t|"))
def test_the_delimiter_is_found_in_a_table_with_a_header(texts: list[str], delimiter: str) -> None:
    rows = [["informan", "jawaban"], *([f"I{number}", text] for number, text in enumerate(texts))]
    extract = read_csv(csv_of(rows, delimiter))
    assert cell_texts(extract, extract.tables[0]) == [[normalise(text) for text in row] for row in rows]


@pytest.mark.parametrize(
    ("raw", "rows"),
    [
        ("nama,umur\nA,3\n", [["nama", "umur"], ["A", "3"]]),
        ("nama;nilai\nA;87,6\nB;90,1\n", [["nama", "nilai"], ["A", "87,6"], ["B", "90,1"]]),
        ("a\tb,c\nd\te,f\n", [["a", "b,c"], ["d", "e,f"]]),
        ("a|b\nc|d", [["a", "b"], ["c", "d"]]),
        ('a,b\n"x, y\nz","dia bilang ""ya"""\n', [["a", "b"], ["x, y\nz", 'dia bilang "ya"']]),
        ("a,b\r\n\r\nc,d\r\n,,\r\n", [["a", "b"], ["c", "d"]]),
        ("a,b,c\nd\n", [["a", "b", "c"], ["d", "", ""]]),
        ("a,,\nb,,\n", [["a"], ["b"]]),
        ("sep=;\r\na;b,c\r\n", [["a", "b,c"]]),
        ('"sep=|"\na|b,c\n', [["a", "b,c"]]),
        (
            "Judul tabel\nnama;nilai\nA;1\nB;2\nC;3\nD;4\nE;5\n",
            [["Judul tabel", ""], ["nama", "nilai"], ["A", "1"], ["B", "2"], ["C", "3"], ["D", "4"], ["E", "5"]],
        ),
        (
            "pernyataan\nYa, saya capek\nTidak\nAntri, lama, panas\n",
            [["pernyataan"], ["Ya, saya capek"], ["Tidak"], ["Antri, lama, panas"]],
        ),
        ("a\u037eb;c\nd;e\n", [["a;b", "c"], ["d", "e"]]),
    ],
)
def test_tables_as_people_save_them(raw: str, rows: list[list[str]]) -> None:
    extract = read_csv(raw.encode())
    assert cell_texts(extract, extract.tables[0]) == rows
    assert extract.text == "\n".join(map("\t".join, rows))
    assert extract.notes == ()


def test_unquoted_commas_are_told_by_row() -> None:
    extract = read_csv(b"nama,jawaban\nA,ya\nB,ya\nC,ya, capek\n")
    assert 'Row 4 holds more cells than the header: text with ","' in extract.notes[0].en


def test_windows_encoding_is_noted() -> None:
    extract = read_csv("nama;kota\nRené;Málaga\n".encode("cp1252"))
    assert extract.text == "nama\tkota\nRené\tMálaga"
    assert "cp1252" in extract.notes[0].en


@pytest.mark.parametrize(
    ("data", "line"), [(b'a,b\nc,"d\ne,f\n', 3), (b'a,b\n"c"d,e\n', 2), (b'a,b\nc,"' + b"x" * 140_000 + b'"\n', 2)]
)
def test_broken_quoting_is_refused_with_its_line(data: bytes, line: int) -> None:
    """Read on, the rest of the file would become one cell, or quotes would vanish."""
    what, fix = refusal(read_csv, data)
    assert f"near line {line}:" in what
    assert ".xlsx" in fix
