"""Tables as a workbook: a sheet a table, and a sheet of quotes to which cells lead and which leads back."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kualcode.document import Entry, Matrix, Quote
from kualcode.errors import Lang
from kualcode.exports import labels, measure, safe
from kualcode.exports.packing import repacked
from kualcode.exports.sheet_grid import Column, Grid, Value, at, lay
from kualcode.exports.sheet_style import dress, prepare

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

MOST_LINKS = 65_530  # "Excel specifications and limits": hyperlinks in a worksheet
SHORT = 24.0  # figures up to which a cell is a link itself: LibreOffice shows a link on one line and cuts the rest
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_QUOTE_COLUMNS = (
    (labels.NUMBER, 6.0),
    (labels.CELL, 13.0),
    (labels.ROW_AND_COLUMN, 26.0),
    (labels.QUOTE, 62.0),
    (labels.WHO, 20.0),
    (labels.PLACE, 26.0),
    (labels.STANCE, 11.0),
    (labels.SOURCE, 30.0),
    (labels.EVIDENCE_ID, 16.0),
)
_TRANSLATION_WIDTH = 40.0


class _Opened(NamedTuple):
    """A cell that opens to quotes: the cell that leads to them, and what it is called among them."""

    cell: Cell
    name: str
    quotes: Sequence[Quote]


def as_workbook(matrices: Sequence[Matrix], lang: Lang) -> bytes:
    """A workbook of all tables; texts are never formulas, and nothing is cut."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    prepare(book)
    opened: list[_Opened] = []
    names = sheet_names([matrix.id for matrix in matrices], labels.QUOTES.get(lang))
    for number, (matrix, name) in enumerate(zip(matrices, names, strict=True), 1):
        before = sum(len(cell.quotes) for cell in opened)
        opened += _Table(matrix, number, lang, before).write(book.create_sheet(name))
    if opened:
        _quotes(book.create_sheet(labels.QUOTES.get(lang)), opened, lang)
    return _saved(book)


def sheet_names(ids: Sequence[str], taken: str) -> list[str]:
    """Names that Excel takes, of at most 31 characters, each once whatever its case, none equal to `taken`."""
    names: list[str] = []
    used = {taken.casefold(), "history"}  # "History" is Excel's own
    for wanted in ids:
        base = _NOT_IN_NAMES.sub("_", safe.plain(wanted)).strip("' \n\t")[:31] or labels.TABLE.en
        name, number = base, 2
        while name.casefold() in used:
            name, number = f"{base[:25]} ({number})", number + 1
        used.add(name.casefold())
        names.append(name)
    return names


class _Table:
    """One table on its sheet. Where texts are long, a column with quotes has a narrow one beside it for the links."""

    def __init__(self, matrix: Matrix, number: int, lang: Lang, quotes_before: int) -> None:
        self.matrix, self.number, self.lang, self.before = matrix, number, lang, quotes_before
        self.heads = labels.columns(matrix, lang)
        self.style = "provisional" if matrix.provisional else "body"
        long = self._is_long()
        self.long = [long and self._has_quotes(column) for column in range(len(matrix.columns))]

    def write(self, sheet: Worksheet) -> list[_Opened]:
        """Write the sheet; returns the cells that open to quotes, in reading order."""
        notes = labels.notes(self.matrix, self.lang)
        first = 1 if self.matrix.provisional else 0
        above = [labels.caption(self.matrix, self.number, self.lang), *notes[:first]]
        below = [f"{labels.NOTE.get(self.lang)}: {note}" for note in notes[first:]]
        starts = lay(sheet, above, Grid(list(self._columns()), list(self._rows())), below, self.lang)
        places = self._places()
        return [
            _Opened(at(sheet, start, places[column]), self._name(row, column), entry.quotes)
            for start, row in zip(starts, self.matrix.rows, strict=True)
            for column, entry in enumerate(row)
            if entry.quotes
        ]

    def _has_quotes(self, column: int) -> bool:
        return any(row[column].quotes for row in self.matrix.rows)

    def _is_long(self) -> bool:
        """Whether some cell with quotes takes more than the one line of a link, or has no text to click on."""
        entries = (entry for row in self.matrix.rows for entry in row if entry.quotes)
        texts = [labels.shown(entry, self.matrix, self.lang) for entry in entries]
        return any("\n" in text or not text or measure.width(text) > SHORT for text in texts)

    def _columns(self) -> Iterator[Column]:
        for head, long, least in zip(self.heads, self.long, self._least(), strict=True):
            yield Column(head, f"{self.style} before" if long else self.style, least)
            if long:
                yield Column("", f"{self.style} after", 11.0, joined=True)

    def _least(self) -> Iterator[float]:
        """The width of a column whose cells are links, such that each stands on one line; 0 for any other."""
        for column, (head, long) in enumerate(zip(self.heads, self.long, strict=True)):
            texts = [labels.shown(row[column], self.matrix, self.lang) for row in self.matrix.rows]
            linked = self._has_quotes(column) and not long
            widest = max((measure.width(text) for text in texts if "\n" not in text), default=0.0)
            yield max(min(widest, SHORT), measure.longest_word([head])) * 1.15 + 2.0 if linked else 0.0

    def _rows(self) -> Iterator[list[Value]]:
        number = self.before + 1
        for row in self.matrix.rows:
            values: list[Value] = []
            for entry, long in zip(row, self.long, strict=True):
                values.append(self._value(entry))
                if long:
                    values.append(_reference(number, len(entry.quotes)))
                number += len(entry.quotes)
            yield values

    def _places(self) -> list[int]:
        """For each column of the table the sheet column, from 1, whose cells lead to quotes."""
        places, place = [], 0
        for long in self.long:
            place += 2 if long else 1
            places.append(place)
        return places

    def _value(self, entry: Entry) -> Value:
        """A number stays one, unless it has to carry the mark of a provisional table."""
        if isinstance(entry.text, int) and not self.matrix.provisional:
            return entry.text
        return labels.shown(entry, self.matrix, self.lang)

    def _name(self, row: Sequence[Entry], column: int) -> str:
        """What a person calls a cell: the first words of its row, and its column."""
        texts = (labels.value(entry, self.lang) for entry in row if not isinstance(entry.text, int))
        label = next((text for text in texts if text), "")
        return " / ".join(part for part in (label[:80], self.heads[column]) if part)


def _reference(first: int, count: int) -> str:
    """The numbers of quotes in a row: "[4]", "[4]–[6]", or nothing."""
    last = f"–[{first + count - 1}]" if count > 1 else ""
    return f"[{first}]{last}" if count else ""


def _quotes(sheet: Worksheet, opened: Sequence[_Opened], lang: Lang) -> None:
    """Write a row a quote, and lead from each cell to its first one, and from each quote to its cell."""
    translated = any(quote.translation for cell in opened for quote in cell.quotes)
    wanted = [*_QUOTE_COLUMNS, *([(labels.TRANSLATION, _TRANSLATION_WIDTH)] if translated else [])]
    columns = [Column(head.get(lang), width=width) for head, width in wanted]
    pairs = [(cell, quote) for cell in opened for quote in cell.quotes]
    rows = [[number, *_quote(*pair, lang)][: len(columns)] for number, pair in enumerate(pairs, 1)]
    starts = lay(sheet, [labels.QUOTES.get(lang)], Grid(columns, rows), [], lang)
    first: dict[Cell, int] = {}
    for (cell, _), start in list(zip(pairs, starts, strict=True))[:MOST_LINKS]:
        _lead(at(sheet, start, 2), cell.cell, cell.name)
        if first.setdefault(cell.cell, start) == start:
            _lead(cell.cell, at(sheet, start, 1), labels.counted(len(cell.quotes), lang))


def _quote(opened: _Opened, quote: Quote, lang: Lang) -> list[Value]:
    place = f"{opened.cell.parent.title}!{opened.cell.coordinate}"
    texts = (quote.text, quote.who.get(lang), quote.place.get(lang), quote.stance.get(lang))
    return [safe.plain(t) for t in (place, opened.name, *texts, quote.source, quote.evidence, quote.translation)]


def _lead(cell: Cell, target: Cell, tip: str) -> None:
    """Make a cell lead to another; a link to a place in the file, never a formula."""
    from openpyxl.worksheet.hyperlink import Hyperlink

    name = target.parent.title.replace("'", "''")
    location = f"'{name}'!{target.coordinate}"
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=location, tooltip=safe.workbook_text(tip)[:250])
    if not cell.style.endswith("after"):
        dress(cell, "provisional link" if cell.style.startswith("kualcode provisional") else "body link")


def _saved(book: Workbook) -> bytes:
    """The file without the clock and without a name."""
    book.properties.creator = ""
    book.properties.category = labels.OURS
    out = io.BytesIO()
    book.save(out)
    return repacked(out.getvalue())
