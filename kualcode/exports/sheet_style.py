"""How sheets look: named styles that a person can change in Excel for the whole file at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.workbook.workbook import Workbook

FONT, SIZE = "Arial", 10  # its widths are the same in LibreOffice without the font itself (Liberation Sans)
LINK, GREY, TINT, EDGE = "0B4A8F", "E7E7E7", "FDF1D6", "767676"


def prepare(book: Workbook) -> None:
    """Give a new workbook the font by which its columns are measured, and the styles "kualcode ..."."""
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

    text, bold, link = Font(FONT, SIZE), Font(FONT, SIZE, b=True), Font(FONT, SIZE, color=LINK, u="single")
    grey, tint, bare = PatternFill("solid", GREY), PatternFill("solid", TINT), PatternFill()
    side = Side(style="thin", color=EDGE)
    box, open_right, open_left, none = (
        Border(left=side, right=side, top=side, bottom=side),
        Border(left=side, top=side, bottom=side),
        Border(right=side, top=side, bottom=side),
        Border(),
    )
    styles = (
        ("head", bold, grey, box, None),
        ("body", text, bare, box, None),
        ("body before", text, bare, open_right, None),
        ("body number", text, bare, box, "center"),
        ("body link", link, bare, box, None),
        ("body after", link, bare, open_left, None),
        ("provisional", text, tint, box, None),
        ("provisional before", text, tint, open_right, None),
        ("provisional link", link, tint, box, None),
        ("provisional after", link, tint, open_left, None),
        ("title", bold, bare, none, None),
        ("note", text, bare, none, None),
    )
    book._named_styles["Normal"].font = text  # type: ignore[attr-defined]  # there is no public way
    for name, font, fill, border, horizontal in styles:
        flow = Alignment(horizontal, "top", wrap_text=True)
        book.add_named_style(NamedStyle(f"kualcode {name}", font, fill, border, flow))


def dress(cell: Cell, name: str) -> None:
    """Give a cell one of the styles; the sign that its text is no formula stays."""
    prefix = cell.quotePrefix
    cell.style = f"kualcode {name}"
    cell.quotePrefix = prefix
