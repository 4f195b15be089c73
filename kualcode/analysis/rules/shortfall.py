"""What speaks against a target said to be met: results below it, and what was put off (method 1.6, N3).

A result is held against all targets of its thing and time at once: they stand by their lower ends, so that those it
misses are told by one look, however many there are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Generic, NamedTuple, TypeVar

from kualcode.analysis.claims.asserted import put_off
from kualcode.analysis.claims.keys import Key, is_read
from kualcode.analysis.evidence import Claim, Evidence
from kualcode.analysis.rules.given import Given
from kualcode.language.quantity import interval

_WHOLE = Fraction(100)
_EXCEPTS = re.compile(r"\b(?:kecuali|selain|except|apart\s+from|other\s+than)\b", re.IGNORECASE)
_NEVER = 1 << 60  # later than any statement
Place = tuple[str, ...]
Kind = TypeVar("Kind")


class Met(NamedTuple):
    """A statement that a target is met, with the sentence that says so."""

    evidence: Evidence
    span: tuple[int, int]


class Below(NamedTuple):
    """A result below its target, the target where one is given, and the first statement that it speaks against."""

    result: Claim
    target: Claim | None
    first: int


class Shortfall:
    """What speaks against the targets of one code that are said to be met, in words or by figures of all."""

    def __init__(self, known: Given, claims: Sequence[Claim], said: Sequence[Met]) -> None:
        self._known, self._claims, self._statements = known, claims, said
        self._places = {claim.id: _place(known.evidence[claim.id]) for claim in claims}
        self._ranks = {_place(one.evidence): at for at, one in reversed(list(enumerate(said)))}
        words = {at: one for at, one in enumerate(said) if _puts_off(one.evidence, known)}
        self.is_put_off = bool(words)
        self.below = {one.result.id: one for one in self._in_words()}
        at_once = {one.first for one in self.below.values()}
        self.late = {claim.id: claim for claim in claims if claim.role == "deferred" and self._rank(claim) < _NEVER}
        at_once |= {self._rank(claim) for claim in self.late.values()} | words.keys()
        self.evidence = {said[at].evidence.id for at in at_once}
        self.said = {claim.id: claim for claim in self._of_all()}

    @property
    def is_contrary(self) -> bool:
        """Whether anything does."""
        return bool(self.below or self.late or self.is_put_off)

    def _rank(self, claim: Claim) -> int:
        """Number of the first statement in the place of a claim."""
        return self._ranks.get(self._places[claim.id], _NEVER)

    # ------------------------------------------------------------ said in words
    def _in_words(self) -> Iterator[Below]:
        """Low shares in the sentence itself, and results that miss a target, either of them told beside it."""
        shares = dict(self._inside())
        targets = self._targets()
        for claim in self._claims:
            found = self._missed(claim, targets)
            inside = shares.get(claim.id, _NEVER)
            if found or inside < _NEVER:
                first = min(inside, found.first if found else _NEVER)
                yield Below(claim, found.target if found else None, first)

    def _inside(self) -> Iterator[tuple[str, int]]:
        """Shares below the whole in a sentence that says so, with the first one."""
        by_evidence: defaultdict[str, list[int]] = defaultdict(list)
        for at, one in enumerate(self._statements):
            by_evidence[one.evidence.id].append(at)
        for claim in self._claims:
            spans = [(self._statements[at].span, at) for at in by_evidence.get(claim.evidence, ())]
            found = [at for span, at in spans if _in_it(self._known.words(claim), span, claim.quantity.start)]
            if found and _is_low_share(claim):
                yield claim.id, found[0]

    def _targets(self) -> dict[Key, _ByTime[_Aim]]:
        found: defaultdict[Key, list[_Aim]] = defaultdict(list)
        for at, claim in enumerate(self._claims):
            if claim.modality != "realised" and claim.id in self._known.keys:
                aim = _Aim(interval(claim.quantity)[0], self._rank(claim), at, claim)
                found[self._thing(claim)].append(aim)
        return {key: _ByTime((aim.claim.period, aim) for aim in aims) for key, aims in found.items()}

    def _missed(self, result: Claim, targets: dict[Key, _ByTime[_Aim]]) -> Below | None:
        """The target that a result misses: of those told beside a statement the last, else of all the last."""
        high = interval(result.quantity)[1]
        if result.modality != "realised" or high is None or result.id not in self._known.keys:
            return None
        aims = targets.get(self._thing(result))
        missed = [found for some in aims.of(result.period) if (found := some.ladder.above(high))] if aims else []
        first = min([self._rank(result), *(found.first for found in missed)])
        if not missed or first == _NEVER:
            return None
        last = max((found.last for found in missed), key=_Aim.order)
        return Below(result, last.claim, first)

    def _thing(self, claim: Claim) -> Key:
        """The key of a claim, planned or reached."""
        return self._known.keys[claim.id]._replace(modality="realised")

    # ------------------------------------------------------------ said by figures of all
    def _of_all(self) -> Iterator[Claim]:
        """What is said of all and has a low share of the same thing, or something put off beside it, as it is found."""
        everything = [claim for claim in self._claims if claim.role == "all" and claim.id in self._known.keys]
        things: defaultdict[Key, list[tuple[str | None, Claim]]] = defaultdict(list)
        for said in everything:
            things[self._thing(said)].append((said.period, said))
        by_time = {key: _ByTime(some) for key, some in things.items()}
        for claim in self._claims:
            alls = by_time.get(self._thing(claim)) if _is_low_share(claim) and claim.id in self._known.keys else None
            same = [one for some in alls.of(claim.period) for one in some.ends] if alls else []
            if same:
                yield from self._against(claim, same)
        yield from self._late_beside(everything)

    def _against(self, result: Claim, same: Sequence[Claim]) -> Iterator[Claim]:
        last = max(same, key=lambda one: one.id)
        before = self.below.get(result.id)
        self.below[result.id] = Below(result, last if last.modality != "realised" else None, 0)
        if before is None:
            yield min(same, key=lambda one: one.id)

    def _late_beside(self, everything: Iterable[Claim]) -> Iterator[Claim]:
        late: defaultdict[Place, list[Claim]] = defaultdict(list)
        for claim in self._claims:
            if claim.role == "deferred" and claim.id not in self.late:
                late[self._places[claim.id]].append(claim)
        for said in everything:
            found = late.pop(self._places[said.id], [])
            if found:
                self.late |= {claim.id: claim for claim in found}
                yield said


# ---------------------------------------------------------------- targets by their lower ends
class _Aim(NamedTuple):
    """A target: its lower end, the first statement in its place, and which of the claims it is."""

    low: Fraction
    first: int
    at: int
    claim: Claim

    def order(self) -> tuple[bool, int]:
        """Those that stand beside a statement come last."""
        return self.first < _NEVER, self.at


class _Missed(NamedTuple):
    """Of some targets, the first statement beside any, and the last of them."""

    first: int
    last: _Aim


class _Ladder:
    """Targets from the highest down, with what is known of all down to each."""

    def __init__(self, aims: Sequence[_Aim]) -> None:
        self._falling: list[Fraction] = []
        self._known: list[_Missed] = []
        for aim in sorted(aims, key=lambda aim: aim.low, reverse=True):
            before = self._known[-1] if self._known else _Missed(aim.first, aim)
            self._falling.append(-aim.low)
            self._known.append(_Missed(min(before.first, aim.first), max(before.last, aim, key=_Aim.order)))

    def above(self, high: Fraction) -> _Missed | None:
        """What is known of the targets above a result; None where it misses none."""
        count = bisect_left(self._falling, -high)
        return self._known[count - 1] if count else None


class _Group(Generic[Kind]):
    """What is told of one time, in order."""

    def __init__(self) -> None:
        self.all: list[Kind] = []
        self._ladder: _Ladder | None = None

    @property
    def ends(self) -> tuple[Kind, ...]:
        """The first and the last."""
        return (self.all[0], self.all[-1]) if self.all else ()

    @property
    def ladder(self) -> _Ladder:
        """Its targets by their lower ends."""
        if self._ladder is None:
            self._ladder = _Ladder([aim for aim in self.all if isinstance(aim, _Aim)])
        return self._ladder


class _ByTime(Generic[Kind]):
    """What is told of one thing, by its period."""

    def __init__(self, told: Iterable[tuple[str | None, Kind]]) -> None:
        self._at: defaultdict[str | None, _Group[Kind]] = defaultdict(_Group)
        self._read: _Group[Kind] = _Group()
        for period, one in told:
            self._at[period].all.append(one)
            if is_read(period):
                self._read.all.append(one)

    def of(self, period: str | None) -> Iterator[_Group[Kind]]:
        """What may hold for a period (`Given.same_time`): its own, and one unsaid where the other can be read."""
        more = [self._read] if period is None else [self._at[None]] if is_read(period) and None in self._at else []
        yield from ([self._at[period]] if period in self._at else [])
        yield from more


# ---------------------------------------------------------------- small questions
def _in_it(text: str, span: tuple[int, int], at: int) -> bool:
    """Whether a figure stands in a sentence that says "reached", and not in what it excepts: "semua, kecuali ..."."""
    start, end = span
    return start <= at < end and _EXCEPTS.search(text, start, at) is None


def _place(evidence: Evidence) -> Place:
    """Where a statement stands: one turn of a document."""
    return (evidence.doc_id, evidence.turn) if evidence.doc_id and evidence.turn else (evidence.id,)


def _puts_off(evidence: Evidence, known: Given) -> bool:
    return bool(put_off(evidence.quote or evidence.gist, known.lex))


def _is_low_share(claim: Claim) -> bool:
    if claim.unit != "percent" or claim.modality != "realised" or claim.role not in ("value", "part", "total"):
        return False
    high = interval(claim.quantity)[1]
    return high is not None and high < _WHOLE
