"""Stance of a statement towards one code.

Of an indicator it rates performance; of a factor it says whether the statement supports (positive) or denies
(negative) that the factor is at work. Cues of the code outrank general words of praise and blame.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kualcode.model import Code, Stance
from kualcode.tagging.clauses import Sentence, Weighing, negated_by, weighing
from kualcode.tagging.matcher import Match

_SHOWN: dict[int, Stance] = {1: "positive", -1: "negative", 0: "neutral"}


class Verdict(NamedTuple):
    """A stance and what it rests on."""

    stance: Stance
    rule: str                           # cue, valence, negated, default, norm
    cues: tuple[Match, ...] = ()
    negations: tuple[Match, ...] = ()
    contrast: Match | None = None
    norm: Match | None = None


class _Signed(NamedTuple):
    match: Match
    sign: int
    negations: tuple[Match, ...]


def stance(code: Code, sentence: Sentence, hits: Sequence[Match], scope: int) -> Verdict:
    """The stance of one sentence towards one code that it hit."""
    norm = next((m for m in sentence.role("norm") if _same_clause(sentence, m, hits)), None)
    if norm is not None:
        return Verdict("neutral", "norm", norm=norm)
    own = _signed(sentence, code, scope, own=True)
    rule, signed = ("cue", own) if own else ("valence", _signed(sentence, code, scope, own=False))
    if not signed:
        return _without_cue(code, sentence, hits, scope)
    turn = weighing(sentence)
    cues = tuple(s.match for s in signed)
    negations = tuple(n for s in signed for n in s.negations)
    return Verdict(_weigh(signed, turn), rule, cues, negations, turn.at if turn else None)


def _signed(sentence: Sentence, code: Code, scope: int, *, own: bool) -> list[_Signed]:
    """Cues with the sign they have for this code, after negation."""
    if own:
        found = [(m, 1 if m.payload.role == "good" else -1) for m in sentence.role("good", "bad")
                 if m.payload.code == code.id]
    else:
        turned = -1 if code.direction == "hindering" else 1
        found = [(m, turned if m.payload.role == "positive" else -turned)
                 for m in sentence.role("positive", "negative")]
    signed = []
    for match, sign in _longest(found):
        negations = negated_by(sentence, match, scope)
        signed.append(_Signed(match, -sign if len(negations) % 2 else sign, negations))
    return _without_own_negators(signed)


def _without_own_negators(signed: list[_Signed]) -> list[_Signed]:
    """A cue that is itself the negation of another cue ("kurang memadai") has done its work there."""
    used = {(n.first, n.last) for s in signed for n in s.negations}
    kept = [s for s in signed if (s.match.first, s.match.last) not in used]
    return kept or signed


def _longest(found: Iterable[tuple[Match, int]]) -> list[tuple[Match, int]]:
    """Drop a cue that lies inside a longer one; one cue a place."""
    at_place = {(m.first, m.last): (m, sign) for m, sign in found}
    return [(m, sign) for m, sign in at_place.values()
            if not any(o is not m and o.first <= m.first and m.last <= o.last for o, _ in at_place.values())]


def _weigh(signed: Sequence[_Signed], turn: Weighing | None) -> Stance:
    if turn is None:
        return _sum(signed)
    heavy = _sum([s for s in signed if _in(s.match, turn.weighs)])
    light = _sum([s for s in signed if _in(s.match, turn.yields)])
    if heavy == "neutral":
        return light
    if turn.kind == "adversative" and light not in ("neutral", heavy):
        return "mixed"
    return heavy


def _sum(signed: Sequence[_Signed]) -> Stance:
    signs = {s.sign for s in signed}
    return "mixed" if len(signs) == 2 else _SHOWN[signs.pop() if signs else 0]


def _in(match: Match, span: tuple[int, int]) -> bool:
    return span[0] <= match.first <= span[1]


def _without_cue(code: Code, sentence: Sentence, hits: Sequence[Match], scope: int) -> Verdict:
    """No cue: a negated hit speaks against the code; a named factor is at work; an indicator stays neutral."""
    negations = tuple(n for hit in hits for n in negated_by(sentence, hit, scope))
    if negations and all(negated_by(sentence, hit, scope) for hit in hits):
        return Verdict("negative", "negated", negations=negations)
    return Verdict("positive" if code.direction else "neutral", "default")


def _same_clause(sentence: Sentence, norm: Match, hits: Sequence[Match]) -> bool:
    """Whether a word of duty or wish stands in the clause of a hit."""
    return any(not any(min(norm.last, hit.last) < stop < max(norm.first, hit.first)
                       for stop in sentence.breaks) for hit in hits)
