"""Text put together from a file's pieces, so that the span of every piece is known."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kualcode.model import Cell, Table
from kualcode.text import normalise

SURROGATE = re.compile("[\ud800-\udfff]")


class Assembler:
    """Lines and table rows joined by newline and tab; nothing else is added.

    A piece is normalised on its own. That gives the same as normalising the whole, because no character
    combines with a newline or a tab before it (Unicode Standard Annex 15: neither is part of a composition).
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0

    def line(self, raw: str) -> Cell:
        """A piece on a line of its own (its own newlines stay); its span."""
        return self.row([raw])[0]

    def row(self, raws: Sequence[str]) -> tuple[Cell, ...]:
        """The cells of one row, separated by tabs, on a line of their own; their spans."""
        separator = "\n" if self._parts else ""
        cells = []
        for raw in raws:
            cells.append(self._put(separator, normalise(raw.lstrip("\ufeff"))))
            separator = "\t"
        return tuple(cells)

    def table(self, name: str, rows: Sequence[Sequence[str]]) -> Table:
        """A table, each row on a line of its own."""
        return Table(name, tuple(self.row(row) for row in rows))

    def text(self) -> str:
        """All that was put, in order."""
        return "".join(self._parts)

    def _put(self, separator: str, piece: str) -> Cell:
        start = self._length + len(separator)
        self._length = start + len(piece)
        self._parts += [separator, piece]
        return Cell(start, self._length)


def rectangle(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Rows of equal width, without the empty rows and columns that a spreadsheet leaves at its end."""
    width = max(map(_filled, rows), default=0)
    height = max((number for number, row in enumerate(rows, 1) if _filled(row)), default=0)
    return [[*row[:width], *[""] * (width - len(row))] for row in rows[:height]]


def repaired(raw: str) -> str:
    """Text whose surrogates are joined into characters; half a pair is no character and becomes U+FFFD."""
    if not SURROGATE.search(raw):
        return raw
    return raw.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _filled(row: Sequence[str]) -> int:
    return max((column for column, cell in enumerate(row, 1) if cell), default=0)
