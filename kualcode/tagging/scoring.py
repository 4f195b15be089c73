"""How sure a suggestion is, how strong its evidence, and whether it speaks of a cause. Whole percents inside.

The weights are set by hand from how often each kind of term was right on labelled statements, measured
with `kualcode evaluate`; they order suggestions and are no probabilities.
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

MAX_CODES = 3  # a segment carries at most three codes
SHOWN_FROM = 0.50  # less sure than this is not suggested

_BY_RULE = {"phrase": 75, "surface": 70, "colloquial": 72, "dialect": 70, "lemma": 72, "hint": 60}
_ANOTHER_TERM, _ANOTHER_HINT, _BESIDE = 15, 8, 20
_FROM_QUESTION = 55
_NORM, _LONE_WORD = -15, -25
_DIGIT = re.compile(r"\d")


def confidence(hits: Sequence[Match], verdict: Verdict, *, stated: bool = False, from_question: bool = False) -> float:
    """0 to 1 in whole percents, from the best hit, what stands beside it, and what weakens it.

    A single root without appraisal is weak: "tunjangan" is named more often than it is the matter.
    A factor whose effect is `stated` is the matter.
    """
    best = max(_BY_RULE[m.payload.rule] for m in hits)
    terms = {m.payload.term for m in hits if m.payload.role == TERM}
    hints = {m.payload.term for m in hits if m.payload.role == HINT}
    beside = _ANOTHER_TERM * max(len(terms) - 1, 0) + _ANOTHER_HINT * max(len(hints) - (2 if not terms else 0), 0)
    lone = len(terms | hints) == 1 and all(m.first == m.last and m.payload.rule == "lemma" for m in hits)
    weak = (
        _NORM
        if verdict.rule == "norm"
        else _LONE_WORD
        if lone and verdict.rule in ("default", "negated") and not stated
        else 0
    )
    base = _FROM_QUESTION if from_question else best + min(beside, _BESIDE) + weak
    return min(max(base, 5), 95) / 100


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
        quantity.kind in ("date", "time", "year") for quantity in parse(text, start, end, language)
    )


def causal(code: Code, sentence: Sentence, asked: Callable[[], bool]) -> Causal:
    """Of a factor: whether the speaker says that it affects the work; implied where the question `asked` for
    a cause, a hindrance or a driver."""
    if code.direction is None:
        return "none"
    if sentence.role("cause_before", "cause_after"):
        return "stated"
    return "implied" if asked() else "none"
