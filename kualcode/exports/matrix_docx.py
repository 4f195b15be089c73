"""Tables in Word: caption above, a head that repeats on each page, and numbers that lead to a list of quotes."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kualcode.document import Matrix
from kualcode.errors import Lang
from kualcode.exports import labels, measure, safe, word_page
from kualcode.exports.citing import Position, References, references, runs, said
from kualcode.exports.word_marks import add_run, bookmark, dress, field, keep_whole, link, pad, repeat, shade
from kualcode.exports.word_page import CELL_SIZES, GREY, ID, NOTE, QUOTES, TINT, Page, cell_style

if TYPE_CHECKING:
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph

_FEW = 7  # columns up to which cells have the room beside their text that Word gives them
LEFT_TO_RIGHT = "\u200e"  # after Arabic and the like, or the numbers that follow would be turned round
_FIGURE = 0.48  # of the size: a figure of Times is half as wide as its size, its letters are somewhat narrower
_WHOLE = 12  # lines up to which a row is not parted over two pages


def as_word(matrices: Sequence[Matrix], lang: Lang) -> bytes:
    """A document on landscape A4 of all tables, each followed by its notes and its quotes."""
    page = word_page.new(lang, labels.title_of_all(matrices, lang), size=11, spacing=1.0)
    word_page.landscape(page.document.sections[0])
    for number, matrix in enumerate(matrices, 1):
        caption = add_table(page, matrix, number, word_page.LANDSCAPE_ROOM)
        caption.paragraph_format.page_break_before = number > 1
        add_quotes(page, matrix, number)
    return word_page.packed(page)


def add_table(page: Page, matrix: Matrix, number: int, room: float) -> Paragraph:
    """Caption, table of `room` cm, and notes; returns the caption."""
    caption = _caption(page, matrix, number)
    columns = _texts(matrix, page.lang)
    size = font_size(columns, room)
    widths = _widths(columns, size, room)
    table = _empty(page, labels.columns(matrix, page.lang), widths, size)
    refs = references(matrix)
    for r in range(len(matrix.rows)):
        cells = _new_row(table, [column[r + 1] for column in columns], widths, size)
        for c, cell in enumerate(cells):
            paragraph = dress(cell.paragraphs[0], cell_style(size))
            paragraph.add_run(labels.shown(matrix.rows[r][c], matrix, page.lang))
            _refer(page, paragraph, refs, (r, c), number)
            if matrix.provisional:
                shade(cell, TINT)
    _notes(page, matrix)
    return caption


def add_quotes(page: Page, matrix: Matrix, number: int) -> None:
    """The quotes of a table, each with its number, which leads back to the cell that refers to it first."""
    from docx.shared import Pt

    refs = references(matrix)
    if not refs.quotes:
        return
    head = page.document.add_paragraph(labels.QUOTES_OF.fill(number=number).get(page.lang), style="Caption")
    head.paragraph_format.keep_with_next, head.paragraph_format.space_before = True, Pt(12)
    for place, quote in enumerate(refs.quotes, 1):
        paragraph = dress(page.document.add_paragraph(), QUOTES)
        bookmark(page, paragraph, _quote_name(number, place))
        link(paragraph, f"[{place}]", _cell_name(number, refs.first_cell[place - 1]))
        paragraph.add_run(f"\t{said(quote, page.lang)} ")
        add_run(paragraph, safe.plain(quote.evidence), ID)


def is_wide(matrix: Matrix, lang: Lang) -> bool:
    """Whether a table needs a page on its side: upright its words would be broken, or its columns are many."""
    columns = _texts(matrix, lang)
    return len(columns) > 5 or not _fits(columns, 10, word_page.PORTRAIT_ROOM)


def font_size(columns: Sequence[Sequence[str]], room: float) -> int:
    """The largest size in which no word of the table is broken, else the smallest."""
    return next((size for size in CELL_SIZES if _fits(columns, size, room)), CELL_SIZES[-1])


def _fits(columns: Sequence[Sequence[str]], size: int, room: float) -> bool:
    return sum(measure.least(columns)) * _figure(size) + 2 * _padding(len(columns)) * len(columns) <= room


def _figure(size: int) -> float:
    """The breadth in cm of a figure in text of that size."""
    return size * _FIGURE / 72 * 2.54


def _padding(columns: int) -> float:
    """Room in cm on either side of the text of a cell."""
    return 0.19 if columns <= _FEW else 0.1


def _widths(columns: Sequence[Sequence[str]], size: int, room: float) -> list[float]:
    """Breadths in cm that fill the room."""
    beside = 2 * _padding(len(columns))
    figures = (room - beside * len(columns)) / _figure(size)
    made = measure.levelled(measure.share(columns, figures), figures)
    return [share * figures / sum(made) * _figure(size) + beside for share in made]


def _texts(matrix: Matrix, lang: Lang) -> list[list[str]]:
    """The texts of each column, its head among them, with room for the numbers of quotes."""
    heads = labels.columns(matrix, lang)
    return [
        [head, *(labels.shown(row[c], matrix, lang) + " [00]" * min(len(row[c].quotes), 3) for row in matrix.rows)]
        for c, head in enumerate(heads)
    ]


def _caption(page: Page, matrix: Matrix, number: int) -> Paragraph:
    """ "Tabel 1. Judul", counted by a field, so that Word's list of tables finds it."""
    before, counted, after = labels.caption(matrix, number, page.lang).partition(str(number))
    paragraph = page.document.add_paragraph(before, style="Caption")
    field(paragraph, f"SEQ {labels.TABLE.get(page.lang)} \\* ARABIC", counted)
    paragraph.add_run(after)
    paragraph.paragraph_format.keep_with_next = True
    return paragraph


def _empty(page: Page, heads: Sequence[str], widths: Sequence[float], size: int) -> Table:
    """A table of fixed breadths with its head, which repeats on each page."""
    from docx.shared import Cm

    table: Table = page.document.add_table(rows=1, cols=len(heads), style="Table Grid")
    table.autofit = False
    pad(table, _padding(len(heads)))
    for column, cell, head, width in zip(table.columns, table.rows[0].cells, heads, widths, strict=True):
        column.width = cell.width = Cm(width)
        dress(cell.paragraphs[0], cell_style(size)).add_run(head).bold = True
        shade(cell, GREY)
    repeat(table.rows[0])
    keep_whole(table.rows[0])
    return table


def _new_row(table: Table, texts: Sequence[str], widths: Sequence[float], size: int) -> Sequence[_Cell]:
    """The cells of one more row; a low one is not parted over two pages."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]  # python-docx leaves it bare
    rooms = [(width - 2 * _padding(len(widths))) / _figure(size) for width in widths]
    if max(measure.lines(text, room) for text, room in zip(texts, rooms, strict=True)) <= _WHOLE:
        keep_whole(row)
    return row.cells


def _refer(page: Page, paragraph: Paragraph, refs: References, at: Position, number: int) -> None:
    """The numbers of a cell's quotes, each leading to its quote: " [1]–[4] [7]"."""
    if at not in refs.of_cell:
        return
    between = LEFT_TO_RIGHT + " " if any(map(_is_from_the_right, paragraph.text)) else " "
    for first, last in runs(refs.of_cell[at]):
        paragraph.add_run(between)
        link(paragraph, f"[{first}]", _quote_name(number, first))
        if last != first:
            paragraph.add_run("–")
            link(paragraph, f"[{last}]", _quote_name(number, last))
    bookmark(page, paragraph, _cell_name(number, at))


def _is_from_the_right(char: str) -> bool:
    return unicodedata.bidirectional(char) in ("R", "AL")


def _notes(page: Page, matrix: Matrix) -> None:
    for note in labels.notes(matrix, page.lang):
        dress(page.document.add_paragraph(f"{labels.NOTE.get(page.lang)}: {note}"), NOTE)


def _quote_name(table: int, number: int) -> str:
    return f"quote_{table}_{number}"


def _cell_name(table: int, at: Position) -> str:
    return f"cell_{table}_{at[0] + 1}_{at[1] + 1}"
