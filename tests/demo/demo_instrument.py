"""The instrument of the study as an Excel grid (kisi-kisi), merged and titled as students have it.

    python tests/demo/demo_instrument.py

Its questions are those that were really asked, in formal wording; tests/demo/material/instrumen.csv holds them.
"""

from __future__ import annotations

import math

from demo_material import STUDY, table
from demo_office import save
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

NAME = "instrumen.xlsx"
TITLES = (
    "KISI-KISI INSTRUMEN PENELITIAN",
    "Kinerja Pegawai Kantor Kecamatan Telaga Merbau, Kabupaten Rimba Lestari",
)
WIDTHS = (20, 24, 6, 60, 15, 24)
HEAD, NUMBER = 4, 3  # row of the column heads, column of the numbers


def instrument() -> None:
    """Write the grid: sub-variables and indicators as merged cells, a row a question, aspect or document."""
    heads, *rows = table("instrumen.csv")
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Kisi-kisi"
    for number, title in enumerate(TITLES, 1):
        sheet.cell(number, 1, title).font = Font("Times New Roman", 12, bold=True)
        sheet.merge_cells(None, number, 1, number, len(heads))
    for number, row in enumerate([heads, *rows], HEAD):
        for column, text in enumerate(row, 1):
            sheet.cell(number, column, int(text) if text.isdecimal() else text)
    for column in (1, 2):
        _merge(sheet, [row[:column] for row in rows], column)
    _dress(sheet, len(rows))
    save(book, STUDY / NAME)


def _merge(sheet: Worksheet, keys: list[list[str]], column: int) -> None:
    """One cell for each run of equal names."""
    first = 0
    for place in range(1, len(keys) + 1):
        if place < len(keys) and keys[place] == keys[first]:
            continue
        top, bottom = HEAD + 1 + first, HEAD + place
        for row in range(top + 1, bottom + 1):
            sheet.cell(row, column).value = None
        if bottom > top:
            sheet.merge_cells(None, top, column, bottom, column)
        first = place


def _dress(sheet: Worksheet, count: int) -> None:
    """Borders, wrapped text, and a head that repeats on each page of landscape A4."""
    side = Side(style="thin")
    for number, row in enumerate(sheet.iter_rows(HEAD, HEAD + count, 1, len(WIDTHS)), HEAD):
        for cell in row:
            head = number == HEAD
            cell.font = Font("Times New Roman", 11, bold=head)
            cell.border = Border(side, side, side, side)
            cell.alignment = Alignment("center" if head or cell.column == NUMBER else None, "top", wrap_text=True)
            if head:
                cell.fill = PatternFill("solid", "D9D9D9")
        texts = zip(row[3:], WIDTHS[3:], strict=True)
        lines = max(math.ceil(len(str(cell.value or "")) / (1.1 * width)) for cell, width in texts)
        sheet.row_dimensions[number].height = 15 * lines + 2
    for letter, width in zip("ABCDEF", WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.print_title_rows = f"{HEAD}:{HEAD}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", "9"  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


if __name__ == "__main__":
    instrument()
