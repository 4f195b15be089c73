"""Numbered questions before "Jawab:": where each question begins, in lines or run in on one line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kualcode.segment.headings import form
from kualcode.segment.pieces import Mark

_LINE_NUMBER = re.compile(r"^[*_ \t]*(?P<number>\d{1,3})[.)](?=\s*[^\W\d_]|\s+\S)", re.M)
_WORD_NEXT = re.compile(r"[^\W\d_]|\s+\S")
_BEFORE = frozenset(' \t\n\xa0”“"*_')
_JAWAB = frozenset(("jawab", "jawaban"))  # answers whose questions may have a number in place of a label
_SENTENCE_END = re.compile(r"[.!?…][”\"’)\]]*\s+")


class _Place(NamedTuple):
    """A number that could open a question: its offsets and its value."""

    start: int
    end: int
    number: int


def questions(
    text: str, start: int, end: int, spoken: Sequence[Mark], sections: Sequence[int]
) -> tuple[list[Mark], int]:
    """Interviewer marks for the questions that have no label of their own, and how many were guessed."""
    found: list[Mark] = []
    if not any(mark.label.casefold() in _JAWAB for mark in spoken):
        return found, 0
    guessed, open_gap = 0, True  # a gap is open from the start or an answer, until a labelled question
    expected: int | None = None
    previous, third = start, False
    for mark in spoken:
        between = [place for place in sections if previous <= place < mark.start] if sections else []
        section = max(between, default=None)
        low = previous if section is None else section
        new: list[Mark] = []
        if open_gap and mark.label.casefold() in _JAWAB:
            new = _numbered(text, low, mark.start, 1 if section is not None else expected)
            if not new and not third:  # what a third person said last is no question of the interviewer's
                new = _unnumbered(text, low, mark.start, first=low == start or section is not None)
                guessed += 1
        elif open_gap and expected is not None and mark.speaker != "interviewer":
            new = _to_another(text, low, mark.start, expected)
        if new and new[-1].label:
            expected = int(new[-1].label.strip(".)")) + 1
        found += new
        open_gap, third = mark.speaker != "interviewer", mark.speaker == "third"
        previous = mark.end
    return found, guessed


def _to_another(text: str, start: int, end: int, expected: int) -> list[Mark]:
    """The question with the expected number on a line of its own, answered by somebody with another label."""
    fit = [place for place in _places(text, start, end, expected) if _opens_line(text, place.start)]
    return [_mark(text, fit[-1]), *_unanswered(text, fit[-1], end)] if fit else []


def _numbered(text: str, start: int, end: int, expected: int | None) -> list[Mark]:
    """The question with the expected number before an answer, and unanswered ones after it.

    The sequence must go on; on a line of its own it may also restart at 1 or skip one; it begins anywhere.
    """
    if expected is None:
        first = _first(text, start, end)
        return [_mark(text, first), *_unanswered(text, first, end)] if first else []
    for wanted, rules in (
        (expected, (_opens_line, _after_sentence, _anywhere)),
        (1, (_opens_line,)),
        (expected + 1, (_opens_line, _after_sentence)),
    ):
        places = _places(text, start, end, wanted)
        for rule in rules if places else ():
            fit = next((place for place in reversed(places) if rule(text, place.start)), None)
            if fit:
                return [_mark(text, fit), *_unanswered(text, fit, end)]
    return []


def _places(text: str, start: int, end: int, number: int) -> list[_Place]:
    """Where a number stands as "2." or "2)" before a word, in order."""
    found = []
    for written in (f"{number}.", f"{number})"):
        position = text.find(written, start, end)
        while position != -1:
            after = position + len(written)
            if (position == start or text[position - 1] in _BEFORE) and _WORD_NEXT.match(text, after):
                found.append(_Place(position, after, number))
            position = text.find(written, after, end)
    return sorted(found)


def _first(text: str, start: int, end: int) -> _Place | None:
    """The first question's number: the last 1, for a list of informants may come before; else a line's."""
    ones = _places(text, start, end, 1)
    if ones:
        return ones[-1]
    line = _LINE_NUMBER.search(text, start, end)
    return _Place(line.start("number"), line.end(), int(line["number"])) if line else None


def _unanswered(text: str, first: _Place, end: int) -> list[Mark]:
    """Further questions in the same gap: the next number on a line of its own, after a question mark."""
    found: list[Mark] = []
    last = first
    while text.find("?", last.end, end) < text.rfind("\n", last.end, end):  # else no line follows a question mark
        following = [
            place
            for place in _places(text, last.end, end, last.number + 1)
            if _opens_line(text, place.start) and text[last.end : place.start].rstrip()[-1:] == "?"
        ]
        if not following:
            break
        last = following[0]
        found.append(_mark(text, last))
    return found


def _mark(text: str, place: _Place) -> Mark:
    return Mark(place.start, place.end, "interviewer", text[place.start : place.end])


def _after_sentence(text: str, position: int) -> bool:
    return text[max(0, position - 12) : position].rstrip()[-1:] in tuple('.?!…”“"’)')


def _anywhere(text: str, position: int) -> bool:
    return True


def _opens_line(text: str, position: int) -> bool:
    before = text[max(0, position - 40) : position].rstrip("*_ \t")
    return before[-1:] == "\n" or (not before and position < 40)


def _unnumbered(text: str, start: int, end: int, first: bool) -> list[Mark]:
    """A question without a number: the lines before the answer that run on, else its last sentence."""
    stop = start + len(text[start:end].rstrip())
    line = text.rfind("\n", start, stop)
    while line != -1 and not _closed(text, start, line):
        line = text.rfind("\n", start, line)
    if line != -1 and (first or "?" in text[line:stop]):
        return [Mark(line + 1, line + 1, "interviewer", "")]
    if "?" not in text[start:stop]:
        return []
    ends = [match.end() for match in _SENTENCE_END.finditer(text, start, stop) if match.end() < stop]
    begin = ends[-1] if ends else start
    return [Mark(begin, begin, "interviewer", "")]


def _closed(text: str, start: int, line: int) -> bool:
    """Whether the text before a line break ends a sentence, a header entry or a section's heading ("B. Kuantitas")."""
    before = text[start:line].rstrip(" \t")
    last = before.rsplit("\n", 1)[-1]
    shape = form(last)
    return (
        before[-1:] in tuple('.!?”"\n')
        or ":" in last
        or (shape is not None and shape.kind == "mark" and not shape.numbered)
    )
