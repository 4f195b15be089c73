"""Stance of a statement towards one code.

Of an indicator it rates performance; of a factor it says whether the statement supports (positive) or denies
(negative) that the factor is at work. Cues of the code outrank general words of praise and blame.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kualcode.model import Code, Stance
from kualcode.tagging.clauses import Sentence, Weighing, negated_by, same_clause, weighing
from kualcode.tagging.figures import target_met
from kualcode.tagging.matcher import Match
from kualcode.tagging.vocabulary import Payload

_SHOWN: dict[int, Stance] = {1: "positive", -1: "negative", 0: "neutral"}
_OPPOSITE: dict[Stance, Stance] = {"positive": "negative", "negative": "positive"}


class Verdict(NamedTuple):
    """A stance and what it rests on."""

    stance: Stance
    rule: str  # cue, valence, negated, default, norm, past, conceded, met, missed, question
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
    compared = _compared(code, sentence, hits)
    if compared is not None:
        return compared
    rule, signed = "cue", _own(sentence, code, scope)
    if not signed:
        rule, signed = "valence", _general(sentence, code, hits, scope)
    norms = _norms(sentence, code, signed, hits, scope)
    if norms and any(same_clause(sentence, norm, hit) for norm in norms for hit in hits):
        hits = [hit for hit in hits if not any(same_clause(sentence, norm, hit) for norm in norms)]
        signed = [s for s in signed if not any(same_clause(sentence, norm, s.match) for norm in norms)]
        if not hits or not signed:
            return Verdict("neutral", "norm", norm=norms[0])
    if not signed:
        return _laid_down(sentence, hits) or _without_cue(code, sentence, hits, scope)
    return _weighed(code, sentence, hits, rule, signed)


def _compared(code: Code, sentence: Sentence, hits: Sequence[Match]) -> Verdict | None:
    """Of a code that wants a figure: a result beside its target is its own appraisal."""
    found = target_met(sentence) if code.claim_required and hits else None
    if found is None:
        return None
    figures = tuple(Match(Payload("figure"), 0, 0, *place) for place in (found.reached, found.target))
    return Verdict("positive" if found.met else "negative", "met" if found.met else "missed", figures)


def _laid_down(sentence: Sentence, hits: Sequence[Match]) -> Verdict | None:
    """A rule that nothing is said of ("wajib hadir pukul 07.45") lays down what is to be."""
    duties = sentence.role("norm_duty")
    if hits and duties and all(any(same_clause(sentence, duty, hit) for duty in duties) for hit in hits):
        return Verdict("neutral", "norm", norm=duties[0])
    return None


def _own(sentence: Sentence, code: Code, scope: int) -> list[_Signed]:
    """The code's own cues with the sign they have here, after negation."""
    return _signed(
        sentence,
        [(m, 1 if m.payload.role == "good" else -1) for m in sentence.role("good", "bad") if m.payload.code == code.id],
        scope,
    )


def _general(sentence: Sentence, code: Code, hits: Sequence[Match], scope: int) -> list[_Signed]:
    """General words of praise and blame; praise speaks against a hindrance. A word that is itself the matter
    (a complaint, for a code on complaints) appraises nothing."""
    turned = -1 if code.direction == "hindering" else 1
    return _signed(
        sentence,
        [
            (m, turned if m.payload.role == "positive" else -turned)
            for m in sentence.role("positive", "negative")
            if not any((m.first, m.last) == (h.first, h.last) for h in hits)
        ],
        scope,
    )


def _signed(sentence: Sentence, found: Iterable[tuple[Match, int]], scope: int) -> list[_Signed]:
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
    return [
        (m, sign)
        for m, sign in at_place.values()
        if not any(o is not m and o.first <= m.first and m.last <= o.last for o, _ in at_place.values())
    ]


# ---------------------------------------------------------------- norms
def _norms(sentence: Sentence, code: Code, signed: Sequence[_Signed], hits: Sequence[Match], scope: int) -> list[Match]:
    """Words of duty or wish. "Seharusnya" always is one; "harus" only where it demands what is praised ("harus
    disiplin" wishes, "harus antre dua jam" reports); "jangan" where it forbids a cue or a hit."""
    praised = -1 if code.direction == "hindering" else 1
    forbidding = {(n.first, n.last) for s in signed for n in s.negations}
    forbidding.update((n.first, n.last) for hit in hits for n in negated_by(sentence, hit, scope))
    return [
        *sentence.role("norm"),
        *(
            weak
            for weak in sentence.role("norm_weak")
            if any(weak.first <= first and last <= weak.last for first, last in forbidding)
            or _demands(sentence, weak, signed, praised, scope)
        ),
    ]


def _demands(sentence: Sentence, weak: Match, signed: Sequence[_Signed], praised: int, scope: int) -> bool:
    return not negated_by(sentence, weak, scope) and any(
        s.sign == praised and s.match.first > weak.last and same_clause(sentence, weak, s.match) for s in signed
    )


# ---------------------------------------------------------------- two parts of a sentence
def _weighed(code: Code, sentence: Sentence, hits: Sequence[Match], rule: str, signed: Sequence[_Signed]) -> Verdict:
    turn = weighing(sentence)
    cues = tuple(s.match for s in signed)
    negations = tuple(n for s in signed for n in s.negations)
    if turn is None:
        return Verdict(_sum(signed), rule, cues, negations)
    heavy = _sum([s for s in signed if _in(s.match, turn.weighs)])
    light = _sum([s for s in signed if _in(s.match, turn.yields)])
    if turn.kind == "then_now" and heavy == "neutral" and light in _OPPOSITE:
        return Verdict(_OPPOSITE[light], "past", cues, negations, turn.at)
    if (
        turn.kind == "concessive"
        and code.direction
        and light == "positive"
        and hits
        and all(_in(hit, turn.yields) for hit in hits)
    ):
        return Verdict("mixed", "conceded", cues, negations, turn.at)
    return Verdict(_weigh(turn, heavy, light), rule, cues, negations, turn.at)


def _weigh(turn: Weighing, heavy: Stance, light: Stance) -> Stance:
    if heavy == "neutral":
        return light
    if turn.kind == "adversative" and light not in ("neutral", heavy):
        return "mixed"
    return heavy


def _sum(signed: Sequence[_Signed]) -> Stance:
    signs = {s.sign for s in signed}
    return "mixed" if len(signs) == 2 else _SHOWN[signs.pop() if signs else 0]


def _in(match: Match, span: tuple[float, float]) -> bool:
    return span[0] <= match.first <= span[1]


def _without_cue(code: Code, sentence: Sentence, hits: Sequence[Match], scope: int) -> Verdict:
    """No cue: a negated hit speaks against the code; a named factor is at work; an indicator stays neutral."""
    negations = tuple(n for hit in hits for n in negated_by(sentence, hit, scope))
    if negations and all(negated_by(sentence, hit, scope) for hit in hits):
        return Verdict("negative", "negated", negations=negations)
    return Verdict("positive" if code.direction else "neutral", "default")
