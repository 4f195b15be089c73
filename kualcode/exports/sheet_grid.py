"""A grid of texts on a sheet: styled, wrapped, high enough to read whole, ready to print on landscape A4."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, cast

from kualcode.errors import Bi, KualcodeError, Lang
from kualcode.exports import labels, measure, safe
from kualcode.exports.sheet_style import dress
from kualcode.exports.sheet_text import pieces

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

LINE = 13.0  # points of a line in Arial 10
HIGHEST = 400.0  # Excel shows rows of up to 409 points
TOTALS = (150.0, 190.0, 230.0)  # figures across a page: in full size, then smaller
LAST_ROW = 1_048_576
_SAFE_INTEGER = 10**15  # beyond, Excel rounds

Value = str | int


class Column(NamedTuple):
    """A column of a grid: its head, and how its cells are dressed ("body", "body link" ...)."""

    head: str
    style: str = "body"
    width: float = 0.0  # in figures; 0 is measured
    joined: bool = False  # stands under the head of the column before it


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns, and rows of as many values."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[Value]]


def lay(sheet: Worksheet, above: Sequence[str], grid: Grid, below: Sequence[str], lang: Lang) -> list[int]:
    """Write lines above, the grid and lines below; returns the sheet row at which each row of the grid starts.

    A text that one cell cannot hold goes on in the next row, with marks; a row higher than Excel shows is made of
    several sheet rows, merged. Raises KualcodeError for more rows than a sheet has.
    """
    writer = _Writer(sheet, grid.columns, fitted(grid), lang)
    for number, text in enumerate(above):
        writer.across(text, "note" if number else "title")
    head = writer.at
    writer.heads()
    _set_page(sheet, head, writer.at, lang)
    starts = [writer.row(row) for row in grid.rows]
    for text in below:
        writer.across(text, "note")
    return starts


def fitted(grid: Grid) -> list[float]:
    """Widths of columns, in figures, at which no cell is too high; where there are none, the broadest tried."""
    free = [number for number, column in enumerate(grid.columns) if not column.width]
    texts = [[grid.columns[number].head, *(str(row[number]) for row in grid.rows)] for number in free]
    taken = sum(column.width for column in grid.columns)
    widths: list[float] = []
    for total in TOTALS:
        room = (total - taken) / 1.1 - 1.5 * len(free)
        widths = [width * 1.1 + 1.5 for width in measure.share(texts, room)]
        if all(height(text, width) <= HIGHEST for column, width in zip(texts, widths, strict=True) for text in column):
            break
    measured = iter(widths)
    return [column.width or next(measured) for column in grid.columns]


def height(text: str, width: float, *, bold: bool = False) -> float:
    """Points that a wrapped text takes in a column of that width (in figures of the sheet's own font)."""
    return measure.lines(text, (0.88 if bold else 0.94) * width - 1.0) * LINE + 4.0


def at(sheet: Worksheet, row: int, column: int) -> Cell:
    """A cell that holds a value: none that a merged one covers."""
    return cast("Cell", sheet.cell(row, column))


def put(cell: Cell, value: Value) -> None:
    """Set a value: a whole number as a number, everything else as text that is never a formula or an error."""
    if isinstance(value, int) and abs(value) < _SAFE_INTEGER:
        cell.value = value
        return
    text = str(value)
    cell.value = safe.workbook_text(text)
    cell.data_type = "s"
    cell.quotePrefix = safe.is_formula(text)


class _Writer:
    """Writes down a sheet; `at` is the next free row."""

    def __init__(self, sheet: Worksheet, columns: Sequence[Column], widths: Sequence[float], lang: Lang) -> None:
        from openpyxl.utils import get_column_letter

        self.sheet, self.columns, self.widths, self.lang, self.at = sheet, columns, widths, lang, 1
        for number, width in enumerate(widths, 1):
            sheet.column_dimensions[get_column_letter(number)].width = round(width, 2)

    def across(self, text: str, style: str) -> None:
        """Write a line of text over all columns."""
        for part in pieces(text, self.lang):
            rows = self._heighten(height(part, sum(self.widths), bold=style == "title"))
            self._put(1, part, style)
            self._merge(rows, 1, len(self.widths))
            self.at += rows

    def heads(self) -> None:
        """Write the heads of the columns; a joined column goes without."""
        self._line([column.head for column in self.columns], ["head"] * len(self.columns))
        for number, column in enumerate(self.columns, 1):
            if column.joined:
                self.sheet.merge_cells(None, self.at - 1, number - 1, self.at - 1, number)

    def row(self, values: Sequence[Value]) -> int:
        """Write one row, in as many parts as its longest text needs; returns where it starts."""
        start, styles = self.at, [column.style for column in self.columns]
        parts = [pieces(value, self.lang) if isinstance(value, str) else [value] for value in values]
        for number in range(max(map(len, parts))):
            self._line([texts[number] if number < len(texts) else "" for texts in parts], styles)
        return start

    def _line(self, values: Sequence[Value], styles: Sequence[str]) -> None:
        """Write values side by side, over as many sheet rows as their height asks for."""
        sizes = zip(values, self.widths, styles, strict=True)
        rows = self._heighten(max(height(str(value), width, bold=style == "head") for value, width, style in sizes))
        for column, (value, style) in enumerate(zip(values, styles, strict=True), 1):
            self._put(column, value, style)
            for below in range(1, rows):
                dress(at(self.sheet, self.at + below, column), style)
            self._merge(rows, column, column)
        self.at += rows

    def _put(self, column: int, value: Value, style: str) -> None:
        cell = at(self.sheet, self.at, column)
        dress(cell, "body number" if style == "body" and isinstance(value, int) else style)
        put(cell, value)

    def _heighten(self, points: float) -> int:
        """Set the height of the next rows so that together they have that many points; returns how many they are."""
        rows = math.ceil(points / HIGHEST)
        if self.at + rows - 1 > LAST_ROW:
            raise KualcodeError(
                Bi("Tabel ini lebih panjang daripada lembar Excel.", "This table is longer than a sheet of Excel."),
                Bi("Persempit pilihannya, atau pakai csv atau json.", "Narrow the selection, or use csv or json."),
            )
        for number in range(rows):
            self.sheet.row_dimensions[self.at + number].height = math.ceil(points / rows)
        return rows

    def _merge(self, rows: int, first: int, last: int) -> None:
        if rows > 1 or last > first:
            self.sheet.merge_cells(None, self.at, first, self.at + rows - 1, last)


def _set_page(sheet: Worksheet, head: int, body: int, lang: Lang) -> None:
    """Freeze what stands above the body, repeat the head on each page, fit the width of a landscape A4."""
    from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.freeze_panes = f"A{body}"
    sheet.print_title_rows = f"{head}:{body - 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = "9"  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left = margins.right = 0.5  # inches
    margins.top, margins.bottom = 0.6, 0.7
    number = labels.PAGE.fill(page="&P", pages="&N").get(lang)
    sheet.HeaderFooter.oddFooter = HeaderFooterItem(center=_HeaderFooterPart(text=number))
