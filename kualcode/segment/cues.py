"""Subtitles: cues joined into turns; a cue without a label belongs to the running speaker."""

from __future__ import annotations

import re

from kualcode.model import Cue, Speaker
from kualcode.segment.dialogue import read
from kualcode.segment.headers import Pair
from kualcode.segment.pieces import Mark, Pieces

_SENTENCE_END = re.compile(r"[.?!…][”\"’)\]]*\s*\Z")


def lay(pieces: Pieces, cues: tuple[Cue, ...], known: list[Pair], language: str) -> bool:
    """Turns from cues; True when labels tell speakers apart, False when every cue is the informant's."""
    if not cues:
        return False
    found = read(pieces.text, cues[0].start, cues[-1].end, known, language)
    marks = [mark for mark in found.marks if mark.speaker] if found else []
    if found:
        pieces.notes.extend(found.notes)
    inside = _in_cues(marks, cues)
    pieces.skip(0, cues[0].start)
    _join(pieces, cues, inside)
    pieces.skip(cues[-1].end, len(pieces.text))
    return bool(inside)


def _in_cues(marks: list[Mark], cues: tuple[Cue, ...]) -> dict[int, list[Mark]]:
    """Marks by the cue that holds them."""
    inside: dict[int, list[Mark]] = {}
    position = 0
    for mark in marks:
        while position < len(cues) and cues[position].end < mark.end:
            position += 1
        if position < len(cues) and cues[position].start <= mark.start:
            inside.setdefault(position, []).append(mark)
    return inside


def _join(pieces: Pieces, cues: tuple[Cue, ...], inside: dict[int, list[Mark]]) -> None:
    """Turns over the cues: a label closes the running one; without any labels a sentence's end does."""
    speaker: Speaker = "informant"
    running = Mark(cues[0].start, cues[0].start, speaker, "", at=cues[0].at)
    begin = cues[0].start
    for index, cue in enumerate(cues):
        for mark in inside.get(index, ()):
            pieces.turn(running, begin, mark.start)
            pieces.skip(mark.start, mark.end)
            running, begin = mark._replace(at=cue.at), mark.end
        last = index + 1 == len(cues)
        if last or (not inside and _SENTENCE_END.search(pieces.text[cue.start : cue.end])):
            pieces.turn(running, begin, cue.end)
            if not last:
                running, begin = running._replace(at=cues[index + 1].at), cues[index + 1].start
