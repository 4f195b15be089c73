"""The only place that draws with rich. Text of a transcript is never markup."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from kualcode.cli.language import say
from kualcode.errors import Bi
from kualcode.model import Grid

if TYPE_CHECKING:
    from rich.console import Console

_WIDTH_WITHOUT_TERMINAL = 110


def console(*, stderr: bool = False) -> Console:
    """A console on stdout (or stderr): no colour and a fixed width where nobody looks at a terminal."""
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() else _WIDTH_WITHOUT_TERMINAL
    return Console(file=stream, width=width, highlight=False, markup=False, emoji=False, soft_wrap=False)


def grid(table: Grid) -> None:
    """A table on stdout: headings in the language of this run, numbers to the right, notes below."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    screen = console()
    drawn = Table(title=Text(say(table.title)), title_justify="left", title_style="bold", header_style="bold",
                  box=SIMPLE_HEAD, collapse_padding=True)
    for number, column in enumerate(table.columns):
        numeric = bool(table.rows) and all(isinstance(row[number], int) for row in table.rows)
        drawn.add_column(Text(say(column)), justify="right" if numeric else "left", overflow="fold")
    for row in table.rows:
        drawn.add_row(*(Text(_shown(cell)) for cell in row))
    screen.print(drawn)
    for line in table.notes:
        screen.print(Text(say(line)))


def _shown(cell: Bi | str | int) -> str:
    if isinstance(cell, Bi):
        return say(cell)
    return "\u00b7" if cell == 0 else str(cell)


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

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(),
               TimeRemainingColumn())
    with Progress(*columns, console=console(stderr=True), transient=True) as bar:
        task = bar.add_task(say(label), total=None)
        yield lambda done, total, name: bar.update(task, completed=done, total=total)
