"""The grid of an instrument as a workbook: merged as theses have it, ready to print, and read back as it was."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kualcode.analysis.instrument.grid import HEADS, Line
from kualcode.errors import Bi, Lang
from kualcode.exports import labels
from kualcode.exports.packing import repacked
from kualcode.exports.sheet_grid import Column, Grid, Value, lay
from kualcode.exports.sheet_style import prepare

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

SHEET = Bi("Instrumen", "Instrument")
_WIDTHS = (22.0, 25.0, 7.0, 58.0, 16.0, 24.0)
_STYLES = ("body", "body", "body number", "body", "body", "body")
_LONGEST = 10  # digits


def as_workbook(lines: Sequence[Line], lang: Lang, *, above: Sequence[str] = ()) -> bytes:
    """A sheet with the grid; `above` are the lines over it, the first its title. The same lines give the same bytes."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    prepare(book)
    sheet = book.create_sheet(SHEET.get(lang))
    columns = [Column(head.get(lang), style, width) for head, style, width in zip(HEADS, _STYLES, _WIDTHS, strict=True)]
    starts = lay(sheet, above, Grid(columns, _rows(lines)), [], lang)
    _merge(sheet, lines, [*starts, (sheet.max_row or 0) + 1])
    book.properties.creator = ""
    book.properties.category = labels.OURS
    out = io.BytesIO()
    book.save(out)
    return repacked(out.getvalue())


def _rows(lines: Sequence[Line]) -> list[list[Value]]:
    """The values of each row; a name that a merged cell holds stands once, so that rows below it stay low."""
    rows: list[list[Value]] = []
    for place, line in enumerate(lines):
        above = lines[place - 1] if place else None
        same = (above is not None and above.group == line.group, above is not None and above[:2] == line[:2])
        names = ["" if known else name for known, name in zip(same, line[:2], strict=True)]
        rows.append([*names, _number(line.number), *line[3:]])
    return rows


def _number(written: str) -> Value:
    """A plain number as one, so that Excel does not complain of numbers kept as text."""
    plain = written.isascii() and written.isdecimal() and len(written) < _LONGEST and str(int(written)) == written
    return int(written) if plain else written


def _merge(sheet: Worksheet, lines: Sequence[Line], starts: Sequence[int]) -> None:
    """One cell for a sub-variable, and within it for an indicator; rows that were joined already stay inside."""
    for column, runs in ((1, _runs([line.group for line in lines])), (2, _runs([line[:2] for line in lines]))):
        for first, last in runs:
            top, bottom = starts[first], starts[last] - 1
            for area in [a for a in sheet.merged_cells.ranges if a.min_col == column and top <= a.min_row <= bottom]:
                sheet.unmerge_cells(str(area))
            if bottom > top:
                sheet.merge_cells(start_row=top, end_row=bottom, start_column=column, end_column=column)


def _runs(keys: Sequence[object]) -> Iterator[tuple[int, int]]:
    """First and last + 1 of each run of equal keys."""
    first = 0
    for place in range(1, len(keys) + 1):
        if place == len(keys) or keys[place] != keys[first]:
            yield first, place
            first = place
