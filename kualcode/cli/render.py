"""The only place that draws with rich. Text of a transcript is never markup."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from kualcode.cli.language import say, visible
from kualcode.errors import Bi
from kualcode.model import Grid

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

_WIDTH_WITHOUT_TERMINAL = 110
_WHOLE = 30  # characters of a first column that is not broken into lines
_BEARABLE = 14  # characters of a text column in which words still fit
_FEW = 2  # text columns that may be repeated before further numbers
_HEAD = 6  # characters of a cut heading


def console(*, stderr: bool = False) -> Console:
    """A console on stdout (or stderr): no colour and a fixed width (or COLUMNS) where nobody looks at a terminal."""
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    asked = os.environ.get("COLUMNS", "")
    width = None if stream.isatty() else int(asked) if asked.isdecimal() else _WIDTH_WITHOUT_TERMINAL
    return Console(file=stream, width=width, highlight=False, markup=False, emoji=False, soft_wrap=False)


def grid(table: Grid) -> None:
    """A table on stdout: headings in the language of this run, numbers to the right, notes below.

    On a narrow screen long headings of numbers are cut, and columns that still do not fit follow in a table below.
    """
    from rich.text import Text

    screen = console()
    drawing = _Drawing(table, screen.width, _zero(screen.encoding))
    screen.print(Text(say(table.title), style="bold"))
    for block in drawing.blocks():
        screen.print(drawing.table(block))
    for line in table.notes:
        screen.print(Text(say(line)))


class _Drawing:
    """A grid laid out for one width: text columns first, then as many number columns as fit."""

    def __init__(self, grid: Grid, width: int, zero: str) -> None:
        self._rows = [[zero if c == 0 else _shown(c) for c in row] for row in grid.rows]
        self._heads = [say(column) for column in grid.columns]
        self._numbers = [
            n for n in range(len(self._heads)) if all(isinstance(r[n], int) or r[n] == "" for r in grid.rows)
        ]
        self._texts = [n for n in range(len(self._heads)) if n not in self._numbers]
        self._width, self._gap = width, 2
        if self._wanted(self._numbers) > width:
            self._gap = 1
            self._heads = [self._cut(n, head) for n, head in enumerate(self._heads)]

    def blocks(self) -> list[list[int]]:
        """Numbers of the columns of each table; one that is mostly words is squeezed instead."""
        if len(self._texts) > _FEW:
            return [list(range(len(self._heads)))]
        found: list[list[int]] = [[]]
        for number in self._numbers:
            if found[-1] and self._wanted([*found[-1], number]) > self._width:
                found.append([])
            found[-1].append(number)
        return [[*self._texts, *block] for block in found]

    def table(self, block: list[int]) -> Table:
        """One of the tables; codes and numbers are never broken into lines."""
        from rich.box import SIMPLE_HEAD
        from rich.table import Table
        from rich.text import Text

        drawn = Table(header_style="bold", box=SIMPLE_HEAD, padding=(0, self._gap - 1, 0, 0), pad_edge=False)
        for n in block:
            number, whole = n in self._numbers, n == 0 or n in self._numbers
            drawn.add_column(
                Text(self._heads[n]),
                justify="right" if number else "left",
                no_wrap=whole and self._length(n) < _WHOLE,
                overflow="fold",
            )
        for row in self._rows:
            drawn.add_row(*(Text(row[n], overflow="fold") for n in block))
        return drawn

    def _wanted(self, numbers: list[int]) -> int:
        """The width of a table with these number columns and bearable text columns."""
        first = [min(self._length(n), _WHOLE if n == 0 else _BEARABLE) for n in self._texts]
        lengths = [*first, *(self._length(n) for n in numbers)]
        return sum(lengths) + self._gap * len(lengths) + 2

    def _length(self, n: int) -> int:
        return max([len(self._heads[n]), *(len(row[n]) for row in self._rows)])

    def _cut(self, n: int, head: str) -> str:
        return head if n not in self._numbers or len(head) <= _HEAD else f"{head[: _HEAD - 1]}."


def _shown(cell: object) -> str:
    return say(cell) if isinstance(cell, Bi) else visible(str(cell))


def _zero(encoding: str) -> str:
    """A dot in the middle, which lets the numbers stand out; a full stop where the console has no such sign."""
    try:
        "\u00b7".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return "."
    return "\u00b7"


class Advance(Protocol):
    """Tells how far a long work has come."""

    def __call__(self, done: int, total: int, name: str) -> None:
        """So many of so many, now at this file."""


@contextmanager
def progress(label: Bi, *, quiet: bool) -> Iterator[Advance]:
    """A bar on stderr where a person watches; nothing elsewhere."""
    if quiet or not sys.stderr.isatty():
        yield lambda done, total, name: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console(stderr=True), transient=True) as bar:
        task = bar.add_task(say(label), total=None)
        yield lambda done, total, name: bar.update(task, completed=done, total=total)
