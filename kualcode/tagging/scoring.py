"""How sure a suggestion is, how strong its evidence, and whether it speaks of a cause. Whole percents inside.

The weights are set by hand, from how specific each kind of term is; they are calibrated against gold codings
by `kualcode evaluate`, not here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kualcode.language.numbers import has_figure, parse
from kualcode.model import Causal, Code, Segment
from kualcode.tagging.clauses import Sentence
from kualcode.tagging.matcher import Match
from kualcode.tagging.stance import Verdict
from kualcode.tagging.vocabulary import HINT, TERM

MAX_CODES = 3           # a segment carries at most three codes
SHOWN_FROM = 0.50       # less sure than this is not suggested

_BY_RULE = {"phrase": 70, "surface": 65, "colloquial": 65, "dialect": 65, "lemma": 60, "hint": 50}
_SEVERAL_WORDS = 5      # a phrase of several words is rarely there by chance
_ANOTHER_TERM, _ANOTHER_HINT = 8, 4
_FROM_QUESTION = 55
_NORM, _NO_CUE = -15, -10
_DIGIT = re.compile(r"\d")


def confidence(code: Code, hits: Sequence[Match], verdict: Verdict, *, from_question: bool = False) -> float:
    """0 to 1 in whole percents, from the best hit, what stands beside it, and what weakens it."""
    best = max(_BY_RULE[m.payload.rule] + (_SEVERAL_WORDS if m.last > m.first else 0) for m in hits)
    terms = {m.payload.term for m in hits if m.payload.role == TERM}
    hints = {m.payload.term for m in hits if m.payload.role == HINT}
    beside = _ANOTHER_TERM * max(len(terms) - 1, 0) + _ANOTHER_HINT * max(len(hints) - (not terms), 0)
    weak = _NORM if verdict.rule == "norm" else _NO_CUE if verdict.rule == "default" and not code.direction else 0
    base = _FROM_QUESTION if from_question else best + min(beside, 20)
    return min(max(base + weak, 5), 95) / 100


def strength(text: str, segment: Segment, sentence: Sentence, language: str) -> int:
    """1 for hearsay, 3 with a figure, a date or an occasion told of, 1 for talk in general, else 2 (direct)."""
    if sentence.role("hearsay"):
        return 1
    if sentence.role("instance") or _counted_or_dated(text, segment.start, segment.end, language):
        return 3
    return 1 if sentence.role("generic") else 2


def _counted_or_dated(text: str, start: int, end: int, language: str) -> bool:
    if has_figure(text, start, end, language):
        return True
    return bool(_DIGIT.search(text, start, end)) and any(
        quantity.kind in ("date", "time", "year") for quantity in parse(text, start, end, language))


def causal(code: Code, sentence: Sentence, asked: Callable[[], bool]) -> Causal:
    """Of a factor: whether the speaker says that it affects the work; implied where the question `asked` for
    a cause, a hindrance or a driver."""
    if code.direction is None:
        return "none"
    if sentence.role("cause_before", "cause_after"):
        return "stated"
    return "implied" if asked() else "none"
