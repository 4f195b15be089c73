"""Draws matrices and texts on the screen. Text of a transcript is never markup."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kualcode.cli.language import LANG, say, visible
from kualcode.document import Block, Bullet, Heading, Matrix, Quote
from kualcode.errors import Bi

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

_GAP = 2  # blanks between columns
_LONGEST = 20  # a wider word is broken
_NARROW = 8  # columns of marks and codes, which may go on in a table below
_FEW = 4  # narrow columns from which on they do
_MARK = "~"  # before every cell of a provisional table
_LEGEND = Bi("~ sementara", "~ provisional")


def matrix(table: Matrix, *, quotes: bool = False) -> None:
    """A matrix on stdout, its notes below it and, where asked, the quotes to which its cells open.

    What does not fit the screen stands in several tables, or row by row with a line a cell.
    """
    from rich.text import Text

    from kualcode.cli.render import console
    from kualcode.exports import labels

    screen = console()
    title = f"{say(table.title)} {say(labels.PROVISIONAL)}" if table.provisional else say(table.title)
    screen.print(Text(title, style="bold"))
    drawing = _Drawing(table, screen.width)
    blocks = drawing.blocks()
    for block in blocks:
        screen.print(drawing.drawn(block))
    if not blocks:
        drawing.cards(screen)
    for line in (*([say(_LEGEND)] if table.provisional else []), *labels.notes(table, LANG)):
        screen.print(Text(visible(line)))
    if quotes:
        _quotes(screen, table)


class _Drawing:
    """A matrix laid out for one width."""

    def __init__(self, table: Matrix, width: int) -> None:
        from kualcode.exports import labels

        mark = _MARK if table.provisional else ""
        self._heads = [visible(head) for head in labels.columns(table, LANG)]
        self._rows = [[mark + visible(labels.value(entry, LANG)) for entry in row] for row in table.rows]
        self._room = width
        texts = [[head, *(row[n] for row in self._rows)] for n, head in enumerate(self._heads)]
        self._least = [max(map(_longest_word, column)) for column in texts]
        self._whole = [max(map(_width, column)) for column in texts]
        self._area = [max(map(_area, column)) for column in texts]

    def blocks(self) -> list[list[int]]:
        """Columns of each table: one where all fit, several where most are narrow; none where neither helps."""
        every = list(range(len(self._heads)))
        if self._fits(every):
            return [every]
        if sum(self._whole[n] <= _NARROW for n in every) < _FEW:
            return []
        found: list[list[int]] = [[0]]
        for n in every[1:]:
            if not self._fits([*found[-1], n]):
                found.append([0])
            found[-1].append(n)
        return found if all(len(block) > 1 and self._fits(block) for block in found) else []

    def _fits(self, block: Sequence[int]) -> bool:
        return sum(self._least[n] for n in block) + _GAP * len(block) <= self._room

    def _widths(self, block: Sequence[int]) -> list[int]:
        """No column narrower than its longest word, and the longest cell in as few lines as can be."""
        total, lines = self._room - _GAP * len(block), 1.0
        widths = [self._whole[n] for n in block]
        while sum(widths) > total and lines < max(self._area, default=0):
            lines *= 1.1
            widths = [min(self._whole[n], max(self._least[n], math.ceil(self._area[n] / lines) + 1)) for n in block]
        return widths if sum(widths) <= total else [self._least[n] for n in block]

    def drawn(self, block: Sequence[int]) -> Table:
        """One of the tables; rows of several lines have a blank line between them."""
        from rich.box import SIMPLE_HEAD
        from rich.table import Table
        from rich.text import Text

        widths = self._widths(block)
        several = any(
            "\n" in row[n] or _width(row[n]) > width
            for row in self._rows
            for n, width in zip(block, widths, strict=True)
        )
        drawn = Table(
            header_style="bold",
            box=SIMPLE_HEAD,
            padding=(0, _GAP - 1, 0, 0),
            pad_edge=False,
            leading=1 if several else 0,
        )
        for n, width in zip(block, widths, strict=True):
            drawn.add_column(Text(self._heads[n]), width=width, overflow="fold", vertical="top")
        for row in self._rows:
            drawn.add_row(*(Text(row[n], overflow="fold") for n in block))
        return drawn

    def cards(self, screen: Console) -> None:
        """Row by row: what stands first as a heading, then each cell with the name of its column.

        Neighbours that say the same, such as informants without an answer, share a line.
        """
        from itertools import groupby

        from rich.text import Text

        lead = 2 if len(self._heads) > 2 and self._whole[0] <= _NARROW else 1
        for row in self._rows:
            screen.print()
            screen.print(Text(" ".join(row[:lead]), style="bold"))
            for cell, same in groupby(zip(self._heads[lead:], row[lead:], strict=True), lambda pair: pair[1]):
                if cell.strip(_MARK):
                    _indented(screen, f"{', '.join(head for head, _ in same)}: {cell}", 2, 4)
        screen.print()


# ---------------------------------------------------------------- quotes
def _quotes(screen: Console, table: Matrix) -> None:
    """Row by row and cell by cell, every passage with who says it and where it stands."""
    from rich.text import Text

    from kualcode.exports import labels

    for row in table.rows:
        opened = [(head, entry.quotes) for head, entry in zip(table.columns, row, strict=True) if entry.quotes]
        if not opened:
            continue
        screen.print()
        name = " ".join(labels.value(entry, LANG) for entry in row[:2] if not entry.quotes)
        screen.print(Text(visible(name.split("\n")[0]), style="bold"))
        for head, quotes in opened:
            _indented(screen, f"{say(head)}:", 2)
            for quote in quotes:
                _indented(screen, f"- {_said(quote)}", 4, 6)


def _said(quote: Quote) -> str:
    """A passage on the screen, on one line; one that came without its words is named by its place alone."""
    from kualcode.exports.citing import attribution, said
    from kualcode.text import squash

    return squash(said(quote, LANG)) if quote.text else attribution(quote, LANG)


# ---------------------------------------------------------------- texts
def blocks(text: Sequence[Block], *, provisional: bool = False) -> None:
    """Headings, paragraphs, points and tables on stdout; what is provisional says so above all."""
    from rich.text import Text

    from kualcode.cli.render import console
    from kualcode.exports.labels import PROVISIONAL_NOTE

    screen = console()
    if provisional:
        _indented(screen, say(PROVISIONAL_NOTE), 0)
    for block in text:
        if isinstance(block, Matrix):
            matrix(block)
        elif isinstance(block, Heading):
            screen.print()
            screen.print(Text(say(block.text), style="bold"))
        elif isinstance(block, Bullet):
            _indented(screen, f"- {say(block.text)}", 2 + 2 * block.depth, 4 + 2 * block.depth)
        else:
            _indented(screen, say(block.text), 4 if block.style == "quote" else 0)


def _indented(screen: Console, text: str, first: int, rest: int | None = None) -> None:
    """Text broken into lines that begin after so many blanks, all but the first after `rest`."""
    from rich.text import Text

    from kualcode.exports import safe

    further = first if rest is None else rest
    width = max(20, screen.width - further)
    parts = visible(safe.plain(text)).split("\n")
    lines = [line for part in parts for line in Text(part).wrap(screen, width, overflow="fold")]
    for number, line in enumerate(lines):
        line.rstrip()
        screen.print(Text(" " * (further if number else first)) + line)


# ---------------------------------------------------------------- widths
def _width(text: str) -> int:
    """Cells of the longest line."""
    from rich.cells import cell_len

    return max(map(cell_len, text.split("\n")))


def _longest_word(text: str) -> int:
    return min(_LONGEST, max(map(_width, text.split()), default=1))


def _area(text: str) -> int:
    """Cells of the text on one line; a line break takes the rest of a short line."""
    return sum(max(_width(line), 8) for line in text.split("\n"))
