"""What is laid out for people to read: matrices whose cells open to quotes, and the blocks of a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kualcode.errors import Bi

NOTHING = Bi("", "")


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage as it stands in a source, with all that a reader needs to find it again."""

    evidence: str  # id of the coding
    text: str  # copied from its span, never retyped
    who: Bi  # "I-03, unsur staf"; "O-1"; the title of a document
    place: Bi  # "wawancara 12 Januari 2024, brs. 41-44"
    source: str = ""  # the file
    stance: Bi = NOTHING
    translation: str = ""  # typed by a person


@dataclass(frozen=True, slots=True)
class Entry:
    """One cell: what is shown, and the quotes to which it opens."""

    text: Bi | str | int
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Matrix:
    """A table of the study; provisional ones rest on suggestions that nobody has read and say so in every cell."""

    id: str  # "L1"
    title: Bi
    columns: tuple[Bi, ...]
    rows: tuple[tuple[Entry, ...], ...]
    notes: tuple[Bi, ...] = ()
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 4."""

    level: int
    text: Bi


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a quote is indented, a note is small, a slot is left for the author to fill."""

    text: Bi
    style: Literal["plain", "quote", "note", "slot"] = "plain"


@dataclass(frozen=True, slots=True)
class Bullet:
    """One point of a list."""

    text: Bi
    depth: int = 0


Block = Heading | Paragraph | Bullet | Matrix
Blocks = Sequence[Block]
