"""The end of a turn: headings and header blocks that stand between an answer and the next question."""

from __future__ import annotations

import re
from typing import NamedTuple

from kualcode.segment.headers import is_pair_line, is_title, pairs, values
from kualcode.segment.headings import Form, form

_NUMBERED_HEADING = re.compile(
    r"(?!\d{1,2}\.\d\d\s)(?:\d{1,2}(?:\.\d{1,2})+\.?|BAB\s+[IVX]+\.?|#{1,6}"
    r"|(?i:lampiran)(?=\s+[\dA-Z]))\s+\S[^\n]{0,90}\Z"
)
_LOOSE_HEADING = re.compile(r"(?:[A-Z]|[IVX]{1,4}|\d{1,2})\.\s+[A-Z][^\n]{2,70}\Z")
_RULE = re.compile(r"([-=_*~])\1{2,}\Z")
_DECORATION = re.compile(r"(?<=\n)[^\S\n]*[*_]{1,3}[^\S\n]*\Z")
_STACKED = 4  # headings of one place that stand above each other
_CLOSED = tuple('.?!…”"’)')


class Tail(NamedTuple):
    """Where a turn's words end, and the line after them that may be a heading but was kept as words."""

    cut: int
    doubt: Form | None = None


def tail(text: str, start: int, end: int, *, asked: bool, words_recur: bool = False) -> Tail:
    """Where the heading or header block at the end of a turn begins; `end` where there is none.

    asked: a question follows at once, so that a short line before it may be its section's heading.
    words_recur: headings of a single word ("Efektivitas") stand elsewhere in the interview too.
    """
    stop = end - _decoration(text, start, end)
    cut, position, entries, heading, doubt, left = stop, stop, 0, False, None, _STACKED
    while (newline := text.rfind("\n", start, position)) != -1:
        line = text[newline + 1 : position].strip()
        entry = ":" in line[:60] and is_pair_line(line)
        if line and not entry and not (_RULE.match(line) or _heading(text, start, newline, line)):
            shape = form(line) if asked and left and text[start:newline].strip() else None
            left -= 1
            if shape is None or not _sure(text, start, newline, shape, words_recur):
                doubt = shape
                break
        if line:
            cut = newline + 1
            found = pairs(line, 0, len(line)) if entry else []
            entries += len(found) + (asked and bool(values(tuple(found), "code")))  # a code alone is a header
            heading = heading or not entry
        position = newline
    return Tail(cut if heading or entries >= 2 else stop, doubt)


def _decoration(text: str, start: int, end: int) -> int:
    """How many characters before a mark only open its bold or italic line."""
    found = _DECORATION.search(text, max(start, end - 12), end)
    return end - found.start() if found else 0


def _heading(text: str, start: int, newline: int, line: str) -> bool:
    """Whether a line is a section's heading whatever follows it; a short marked one only after a blank line."""
    if len(line) > 110 or (line[-1] in ".?!,;:" and line[0] != "#"):
        return False
    if _NUMBERED_HEADING.match(line) or is_title(line):
        return True
    if not _LOOSE_HEADING.match(line):
        return False
    before = text.rfind("\n", start, newline)
    shape = form(line)
    lone = before != -1 and not text[before:newline].strip()
    return lone and not (shape is not None and _goes_on(text[start:newline], shape))


def _sure(text: str, start: int, newline: int, shape: Form, words_recur: bool, *, below: bool = False) -> bool:
    """Whether a line that looks like a heading, after other words of the same turn, surely is one.

    A list's item is none, nor what follows a colon or a comma; a title or a line in capitals begins after a
    sentence's end, a blank line or another heading, for a line that only wraps does not. `below`: asked for a line
    below it.
    """
    above = text[start:newline].rstrip()
    if above[-1] in ":,":
        return False
    if shape.kind == "mark":
        return not _goes_on(above, shape)
    blank, closed = "\n" in text[start + len(above) : newline], _closed(above)
    if shape.kind == "word":
        return (blank and closed) or (words_recur and (blank or closed))
    return blank or closed or (not below and _below_heading(text, start, start + len(above), shape))


def _goes_on(above: str, shape: Form) -> bool:
    """Whether a line's mark continues a list: the mark before it opens a line above or, a number, stands anywhere."""
    opens = r"(?<!\w)" if shape.numbered else r"(?:\A|\n)[^\S\n]*[*_]*"
    return any(re.search(rf"{opens}{re.escape(mark)}\s", above) for mark in shape.before)


def _closed(above: str) -> bool:
    """Whether words end a sentence, a header entry or at a ruled line."""
    last = above.rsplit("\n", 1)[-1].strip()
    return above.endswith(_CLOSED) or is_pair_line(last) or _RULE.match(last) is not None


def _below_heading(text: str, start: int, end: int, shape: Form) -> bool:
    """Whether the line above is surely a heading of another kind."""
    newline = text.rfind("\n", start, end)
    if newline == -1 or not text[start:newline].strip():
        return False
    upper = form(text[newline + 1 : end])
    return upper is not None and upper.kind != shape.kind and _sure(text, start, newline, upper, False, below=True)
