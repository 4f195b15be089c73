"""The date of a document is read from its own date line, or stays unknown."""

from __future__ import annotations

import pytest

from kualcode.model import Cell, Extract, Table
from kualcode.segment import info, turns


def date_of(text: str, tables: tuple[Table, ...] = ()) -> str | None:
    """What the header of a document's reading says of its date."""
    reading = turns(Extract("txt", text, tables), "documentation")
    return info(("dokumentasi", "a.txt"), reading.header, ()).date


@pytest.mark.parametrize(
    "line",
    [
        "Tanggal: 5 Januari 2026",
        "Tanggal   : Senin, 5 Januari 2026",
        "Tgl. Surat : 05/01/2026",
        "pada tanggal 5 Januari 2026",
        "Ditetapkan pada tanggal : 5 Januari 2026",
        "Paringin, 5 Januari 2026",
        "Lok Bangkal Hulu, 5 Januari 2026",
        "Nomor : 800/12/SE/2026\tParingin, 5 Januari 2026",
        "Nomor : 800/12/SE/2026      Paringin, 5 Januari 2026",
        "**Date:** January 5, 2026",
    ],
)
@pytest.mark.parametrize("text", ["SURAT EDARAN\n{}\n\nDisiplin kerja dijaga.", "SURAT\n\nIsi surat.\n\n{}\nCamat"])
def test_a_date_line_of_its_own(text: str, line: str) -> None:
    assert date_of(text.format(line)) == "2026-01-05"


@pytest.mark.parametrize(
    "line",
    [
        "Pada tanggal 5 Januari 2026 kami rapat.",
        "Senin, 5 Januari 2026",
        "Paringin, 5 s.d. 7 Januari 2026",
        "Paringin, 31 Februari 2026",
        "Paringin, Januari 2026",
        "Keadaan 5 Januari 2026",
        "Hari : Senin\nTanggal : 5 Januari 2026\nPukul : 09.00",
        "Paringin, 5 Januari 2026\nTanggal: 6 Januari 2026",
    ],
)
def test_no_date_is_guessed(line: str) -> None:
    assert date_of(f"SURAT UNDANGAN\n\nBerikut ini.\n\n{line}") is None


def test_a_date_in_the_middle_of_a_long_document_is_not_its_own() -> None:
    lines = [f"Baris ke-{n} dari laporan." for n in range(40)]
    assert date_of("\n".join([*lines[:20], "Paringin, 5 Januari 2026", *lines[20:]])) is None
    assert date_of("\n".join([*lines, "Paringin, 5 Januari 2026"])) == "2026-01-05"


def test_an_entry_of_the_head_outranks_and_rows_of_a_table_do_not_count() -> None:
    head = "Judul: Edaran\nHari/Tanggal: Minggu, 4 Januari 2026\n\nIsi.\n\nParingin, 5 Januari 2026"
    assert date_of(head) == "2026-01-04"
    text = "Tanggal: 5 Januari 2026\tRapat\nx\ty\n"
    cells = ((Cell(0, 23), Cell(24, 29)), (Cell(30, 31), Cell(32, 33)))
    assert date_of(text, (Table("", cells),)) is None


def test_only_documents_are_dated_so() -> None:
    text = "Warga antre di loket.\n\nParingin, 5 Januari 2026"
    assert turns(Extract("txt", text), "observation").header == ()
