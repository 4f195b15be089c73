"""Excel (.xlsx) by openpyxl: each sheet a table, each row a line, cells separated by tab."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Protocol, cast
from zipfile import ZipFile

from kualcode.errors import Bi, SourceError
from kualcode.model import Extract
from kualcode.sources.archive import EXCEL, guard
from kualcode.sources.assemble import Assembler, rectangle
from kualcode.sources.shown import shown

MAX_ROWS, MAX_CELLS = 1_048_576, 5_000_000  # the first is Excel's own
FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")

UNCALCULATED = Bi(
    "{count} rumus belum punya hasil tersimpan dan dibaca kosong. Buka di Excel, simpan, lalu baca lagi.",
    "{count} formulas have no stored result and were read as empty. "
    "Open the file in Excel, save it, then read it again.",
)
HIDDEN = Bi("Lembar tersembunyi ikut dibaca: {names}.", "Hidden sheets were read too: {names}.")
TOO_LARGE = Bi("Lembar ini terlalu besar (lebih dari {cells} sel).", "The sheet is too large (over {cells} cells).")
TOO_LARGE_FIX = Bi("Simpan hanya bagian yang perlu ke berkas baru.", "Save only the part you need to a new file.")

Grid = list[list[str]]


class SheetCell(Protocol):
    """What is used of openpyxl's read-only cell."""

    value: object
    number_format: str | None
    data_type: str


class Sheet(Protocol):
    """What is used of openpyxl's read-only worksheet; its stubs do not describe `iter_rows` there."""

    title: str
    sheet_state: str

    def reset_dimensions(self) -> None: ...
    def iter_rows(self) -> Iterator[Sequence[SheetCell]]: ...


def read_xlsx(data: bytes, encoding: str | None = None) -> Extract:
    """Every sheet with its name; values as the sheet shows them (see `shown`)."""
    del encoding  # XML carries its own
    guard(data, EXCEL)
    with warnings.catch_warnings():  # openpyxl warns about features that do not concern the text
        warnings.simplefilter("ignore")
        try:
            return _extract(data)
        except SourceError:
            raise
        except Exception as error:  # damaged sheets raise nearly anything: KeyError, TypeError
            raise EXCEL.damaged() from error


def _extract(data: bytes) -> Extract:
    sheets = _sheets(data, data_only=True)
    grids = [_grid(sheet) for sheet in sheets]
    out = Assembler()
    tables = tuple(
        out.table(sheet.title, rows) for sheet, rows in zip(sheets, map(rectangle, grids), strict=True) if rows
    )
    hidden = [sheet.title for sheet in sheets if sheet.sheet_state != "visible"]
    notes = (*([HIDDEN.fill(names=", ".join(hidden))] if hidden else []), *_uncalculated(data, grids))
    return Extract("xlsx", out.text(), tables=tables, notes=notes)


def _sheets(data: bytes, *, data_only: bool) -> list[Sheet]:
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(data), read_only=True, data_only=data_only, keep_links=False)
    return cast("list[Sheet]", book.worksheets)


def _grid(sheet: Sheet) -> Grid:
    return [[shown(cell.value, cell.number_format or "") for cell in row] for row in _rows(sheet)]


def _rows(sheet: Sheet) -> Iterator[Sequence[SheetCell]]:
    """All rows. The sheet's own note of its size is not trusted: cells beyond it would be lost in silence."""
    sheet.reset_dimensions()
    seen = 0
    for number, row in enumerate(sheet.iter_rows(), 1):
        seen += len(row)
        if number > MAX_ROWS or seen > MAX_CELLS:
            raise SourceError(TOO_LARGE.fill(cells=MAX_CELLS), TOO_LARGE_FIX)
        yield row


def _uncalculated(data: bytes, grids: Sequence[Grid]) -> tuple[Bi, ...]:
    """Formulas that no spreadsheet program has worked out yet: openpyxl then gives no value."""
    if not _has_formulas(data):
        return ()
    count = 0
    for sheet, grid in zip(_sheets(data, data_only=False), grids, strict=True):
        for cells, texts in zip(_rows(sheet), grid, strict=True):
            count += sum(cell.data_type == "f" and not text for cell, text in zip(cells, texts, strict=True))
    return (UNCALCULATED.fill(count=count),) if count else ()


def _has_formulas(data: bytes) -> bool:
    with ZipFile(BytesIO(data)) as archive:
        sheets = [name for name in archive.namelist() if "worksheets/" in name and name.endswith(".xml")]
        return any(FORMULA.search(archive.read(name)) for name in sheets)
