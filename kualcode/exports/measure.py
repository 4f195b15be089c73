"""How much room text takes in the columns of a table: an estimate that errs on the roomy side."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_NARROW = frozenset("fijltI.,:;'|!()[] /")
_BROAD = frozenset("mwMW@%—…")
LONGEST_WORD = 30.0  # wider words are broken: "MEMPERTANGGUNGJAWABKAN" still stands whole
BOLD = 1.08  # how much wider the letters of a head are


def advance(char: str) -> float:
    """Width of a character as a multiple of the width of a figure, in Arial and Times alike."""
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(char) in ("W", "F"):
        return 2.2
    if char in _NARROW:
        return 0.55
    return 1.6 if char in _BROAD else 1.35 if char.isupper() else 1.0


@lru_cache(maxsize=20_000)
def width(text: str) -> float:
    """Width of a text on one line, in figures."""
    return sum(map(advance, text))


def lines(text: str, room: float) -> int:
    """Lines that a text takes in a column of that width; words wider than the column are broken."""
    return sum(_wrapped(paragraph, max(room, 1.0)) for paragraph in text.split("\n"))


def _wrapped(paragraph: str, room: float) -> int:
    """Lines of one paragraph, filled word by word."""
    count, used = 1, 0.0
    for word in paragraph.split(" "):
        wide = width(word)
        if used and used + advance(" ") + wide <= room:
            used += advance(" ") + wide
            continue
        broken = max(0, math.ceil(wide / room) - 1)
        count += broken + (1 if used else 0)
        used = wide - broken * room
    return count


def longest_word(texts: Sequence[str]) -> float:
    """Width of the widest word, up to the one that is broken."""
    return min(LONGEST_WORD, max((width(word) for text in texts for word in text.split()), default=0.0))


def least(columns: Sequence[Sequence[str]]) -> list[float]:
    """For each column the room below which its words are broken; its first text is its head, in bold."""
    return [max(3.0, BOLD * longest_word(texts[:1]) + 0.5, longest_word(texts[1:]) + 0.5) for texts in columns]


def share(columns: Sequence[Sequence[str]], total: float) -> list[float]:
    """Widths of columns within a total such that the longest cell takes as few lines as can be.

    `columns` holds the texts of each column, its head first. Short texts keep a shape that is good to read where
    there is room for it. Where not even the longest words fit, the result is wider than `total`.
    """
    longest = [max(map(_area, texts), default=0.0) for texts in columns]
    low = least(columns)
    shapely = [
        max(short, min(area + 1.0, 2.6 * math.sqrt(area), 40.0)) for short, area in zip(low, longest, strict=True)
    ]
    return _filled(shapely if sum(shapely) <= total else low, longest, total)


def _filled(low: Sequence[float], longest: Sequence[float], total: float) -> list[float]:
    """Each column as wide as the fewest lines at which all fit ask for, and never narrower than `low`."""
    count, most = 1.0, max(longest, default=1.0)
    while True:
        widths = [max(short, math.ceil(area / count) + 1.0) for short, area in zip(low, longest, strict=True)]
        if sum(widths) <= total or count > most:
            return widths
        count *= 1.1


def levelled(widths: Sequence[float], total: float) -> list[float]:
    """Widths whose sum is at most `total`: the broadest are cut to one level, the narrow ones stay."""
    left = total
    for number, width in enumerate(sorted(widths)):
        level = left / (len(widths) - number)
        if width > level:
            return [min(width, level) for width in widths]
        left -= width
    return list(widths)


def _area(text: str) -> float:
    """Width of a text as one line; a line break takes the rest of a short line."""
    return sum(max(width(paragraph), 8.0) for paragraph in text.split("\n")) if "\n" in text else width(text)
