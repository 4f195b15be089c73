"""Speakers told by bold words at the beginning of lines, where an interview has no labels with colons."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from kualcode.model import Cell
from kualcode.segment.headers import Pair, is_pair_line, is_title
from kualcode.segment.labels import classify
from kualcode.segment.roles import Found, is_listed

_DASH = re.compile(r"(?:[^\S\n]*[–—-](?=\s))?")
_LONGEST = 60  # characters of a name with its degrees
_SPEAKERS = 3  # more recurring bold beginnings than this are headings
_ALTERNATES = 0.75  # share of places where another one speaks than before
_FILLS = 0.5  # least share of lines below the first that begin so or stand directly below a name alone
_ASKS, _ANSWERS = 0.5, 0.34  # share of stretches with a question mark that makes somebody ask, or answer


def speakers(text: str, start: int, end: int, bold: Sequence[Cell], known: Sequence[Pair]) -> list[Found]:
    """The bold beginnings of lines that are speakers; none unless it is sure that they are.

    Two or three names or roles must recur and take turns, fill most of the text, and one of them must ask: by its word
    ("Peneliti"), by the header or the study, or by question marks that the other's words do not have.
    """
    found = [one for cell in bold if start <= cell.start and cell.end <= end and (one := _found(text, cell))]
    times = Counter(one.label.key for one in found)
    found = [one for one in found if times[one.label.key] > 1]
    keys = list(dict.fromkeys(one.label.key for one in found))
    if not 1 < len(keys) <= _SPEAKERS or not _take_turns(found) or not _fill(text, found, end):
        return []
    return found if _somebody_asks(text, found, end, known) else []


def _found(text: str, cell: Cell) -> Found | None:
    """A bold beginning as a label without its colon, dash or brackets; None for what is no name or role."""
    words = text[cell.start : cell.end].strip()
    line = text[cell.start : _line_end(text, cell.start)].strip()
    if not words or len(words) > _LONGEST or is_title(line) or is_pair_line(line):
        return None
    label = classify(words.rstrip(" :–—-"))
    if label is None or label.kind == "header":
        return None
    after = _DASH.match(text, cell.start + len(text[cell.start : cell.end].rstrip()))
    return Found(cell.start, after.end() if after else cell.end, label, None)


def _take_turns(found: Sequence[Found]) -> bool:
    changes = [one.label.key != other.label.key for one, other in pairwise(found)]
    return sum(changes) >= _ALTERNATES * len(changes)


def _fill(text: str, found: Sequence[Found], end: int) -> bool:
    """Whether the bold beginnings and the lines directly below names alone are most of the lines."""
    lines = [line for line in text[found[0].start : end].split("\n") if line.strip()]
    alone = sum(not text[one.end : _line_end(text, one.end)].strip() for one in found)
    return len(found) + alone >= _FILLS * len(lines)


def _somebody_asks(text: str, found: Sequence[Found], end: int, known: Sequence[Pair]) -> bool:
    asked: dict[str, list[bool]] = {}
    for one, stop in zip(found, [*(other.start for other in found[1:]), end], strict=True):
        asked.setdefault(one.label.key, []).append("?" in text[one.end : stop])
    if any(one.label.kind in ("asks", "p", "answers") or _asks(one, known) for one in found):
        return True
    shares = [sum(marks) / len(marks) for marks in asked.values()]
    return max(shares) >= _ASKS and min(shares) <= _ANSWERS


def _asks(one: Found, known: Sequence[Pair]) -> bool:
    """Whether the header or the study names whom a label names."""
    return is_listed(one.label, tuple(known))


def _line_end(text: str, position: int) -> int:
    newline = text.find("\n", position)
    return newline if newline != -1 else len(text)
