"""Two figures of one unit, one aimed at and one reached: whether the target was met.

Only for codes that want a figure (`claim_required`). Which figure is which is told by the nearest word of aim or
result; a word before its figure counts as nearer than one behind it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from kualcode.language.numbers import Quantity, parse
from kualcode.language.tokens import tokenize
from kualcode.tagging.clauses import Sentence

_BEHIND = 4  # characters by which a word behind its figure counts as farther away
_PAUSE = 12  # and by which a comma between them does
_PAUSES = re.compile(r"[,;:.]")
Words = Sequence[tuple[int, int]]


class Compared(NamedTuple):
    """Whether the target was met, with the places of the two figures."""

    met: bool
    reached: tuple[int, int]
    target: tuple[int, int]


def target_met(sentence: Sentence) -> Compared | None:
    """The comparison of a sentence that names one target and one result; None where it does not.

    "Target 95 persen, tercapai 82 persen" is not met.
    """
    language = sentence.lexis.language
    targets, results = _words(sentence, language.cues.target), _words(sentence, language.cues.reached)
    if not targets or not results:
        return None
    found = [q for q in parse(sentence.text, sentence.start, sentence.end, language.code) if q.is_claim]
    if len(found) != 2 or not _comparable(*found):
        return None
    aimed = [False, True]
    if sentence.text[found[0].end : found[1].start].strip().lower() not in language.cues.out_of:
        aimed = [_distance(sentence.text, q, targets) < _distance(sentence.text, q, results) for q in found]
    if aimed[0] == aimed[1]:
        return None
    target, reached = found if aimed[0] else (found[1], found[0])
    return Compared(_value(reached) >= _value(target), (reached.start, reached.end), (target.start, target.end))


def _words(sentence: Sentence, wanted: Sequence[str]) -> Words:
    norm = sentence.lexis.language.norm
    return [
        (token.start, token.end)
        for token in tokenize(sentence.text, sentence.start, sentence.end)
        if norm(token.text) in wanted
    ]


def _comparable(one: Quantity, other: Quantity) -> bool:
    """Two single values of one unit; a unit may be left unsaid ("9 dari 12 kegiatan"), a per cent may not."""
    if not (one.is_single and other.is_single):
        return False
    return one.unit == other.unit or (None in (one.unit, other.unit) and "percent" not in (one.unit, other.unit))


def _distance(text: str, quantity: Quantity, words: Words) -> int:
    """Characters to the nearest of some words, pauses and places behind the figure counting as more."""
    return min(_gap(text, quantity, start, end) for start, end in words)


def _gap(text: str, quantity: Quantity, start: int, end: int) -> int:
    behind = end > quantity.start
    between = text[quantity.end : start] if behind else text[end : quantity.start]
    return len(between) + _BEHIND * behind + _PAUSE * len(_PAUSES.findall(between))


def _value(quantity: Quantity) -> Fraction:
    return quantity.lo if quantity.lo is not None else Fraction(0)
