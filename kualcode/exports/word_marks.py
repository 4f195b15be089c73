"""Marks that python-docx has no call for: fields, bookmarks, links inside a document, shading, repeated heads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kualcode.exports.word_page import LINK, Page

if TYPE_CHECKING:
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run
    from lxml.etree import _Element


def element(tag: str, **attributes: str) -> _Element:
    """An element of WordprocessingML with attributes of the same name space."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """A field that Word computes anew, with what it shows until then."""
    for kind in ("begin", "", "separate", "shown", "end"):
        run = paragraph.add_run(shown if kind == "shown" else "")
        if kind in ("begin", "separate", "end"):
            run._r.append(element("w:fldChar", fldCharType=kind))
        elif not kind:
            made = element("w:instrText")
            made.text = f" {instruction} "
            run._r.append(made)


def bookmark(page: Page, paragraph: Paragraph, name: str) -> None:
    """Name the place at which a paragraph's text starts."""
    number = str(next(page.bookmarks))
    start, end = element("w:bookmarkStart", id=number, name=name), element("w:bookmarkEnd", id=number)
    at = 1 if paragraph._p.pPr is not None else 0
    paragraph._p.insert(at, start)
    paragraph._p.insert(at + 1, end)


def dress(paragraph: Paragraph, style: str) -> Paragraph:
    """Give a paragraph a style by its id: looking it up by its name takes longer than all else."""
    paragraph._p.style = style
    return paragraph


def add_run(paragraph: Paragraph, text: str, style: str) -> Run:
    """Text in a character style, by its id."""
    run = paragraph.add_run(text)
    run._r.style = style
    return run


def link(paragraph: Paragraph, text: str, anchor: str) -> None:
    """Text that leads to a bookmark of the same document."""
    run = add_run(paragraph, text, LINK)
    made = element("w:hyperlink", anchor=anchor, history="1")
    made.append(run._r)
    paragraph._p.append(made)


def shade(cell: _Cell, colour: str) -> None:
    """Give a cell a background."""
    cell._tc.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill=colour))


def pad(table: Table, centimetres: float) -> None:
    """The room at the left and right of the text of each cell."""
    margins = element("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(element(f"w:{side}", w=str(round(centimetres * 567)), type="dxa"))  # twentieths of a point
    properties = table._tbl.tblPr
    properties.insert(len(properties) - 1, margins)  # the schema wants it before the last one, w:tblLook


def repeat(row: _Row) -> None:
    """Repeat a row at the top of each page."""
    row._tr.get_or_add_trPr().append(element("w:tblHeader"))


def keep_whole(row: _Row) -> None:
    """Never part a row over two pages."""
    row._tr.get_or_add_trPr().append(element("w:cantSplit"))
