"""The figures of one thing held against each other: equal figures once, only those of different voices."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations_with_replacement
from typing import NamedTuple

from kualcode.analysis.claims.extremes import Extremes
from kualcode.analysis.evidence import TECHNIQUES, Claim, EvidenceType, Technique
from kualcode.language.quantity import Agreement, Quantity, compare

PAIRS_SHOWN = 24  # different figures of one thing up to which every pair is listed
Meeting = tuple[Technique, Technique]


class Held(NamedTuple):
    """A claim and whose it is; the technique is None where no one is named for it."""

    claim: Claim
    kind: EvidenceType
    technique: Technique | None
    voice: str


class Pair(NamedTuple):
    """Two figures of different voices and how they agree; of equal figures only one pair stands here."""

    one: str  # id of a claim
    other: str
    verdict: Agreement


class _Figure(NamedTuple):
    """Who gives one figure: two voices are enough to find two that differ, in all and of each technique."""

    quantity: Quantity
    voices: tuple[Held, ...]
    by_technique: dict[Technique, tuple[str, ...]]

    @property
    def first(self) -> str:
        """The voice that speaks for it wherever it can."""
        return self.voices[0].voice


def compared(members: Sequence[Held], listed: int = PAIRS_SHOWN) -> tuple[Pair, ...]:
    """Every pair of figures that two voices give, in order.

    Of more than `listed` different figures only contradictions, and of each figure only one by which it stands in
    one: whoever contradicts another is named. A voice is not held against itself: people correct themselves, and a
    session has several moments.
    """
    figures = _figures(members)
    if len(figures) > listed:
        found = {(min(pair), max(pair)) for pair in _contradicted(figures)}
        return tuple(sorted(_met(figures[one], figures[other]) for one, other in found))
    both = combinations_with_replacement(figures, 2)
    return tuple(sorted(_met(one, other) for one, other in both if _voices_differ(one, other)))


def clashes(members: Sequence[Held]) -> tuple[Meeting, ...]:
    """Techniques that contradict each other, in the order of TECHNIQUES; one with itself where two voices of it do."""
    figures = _figures(members)
    told: dict[Technique, Extremes] = {technique: Extremes() for technique in TECHNIQUES}
    for number, figure in enumerate(figures):
        for technique, voices in figure.by_technique.items():
            told[technique].add(number, figure.quantity, _alone(voices))
    return tuple(
        (one, other)
        for at, one in enumerate(TECHNIQUES)
        for other in TECHNIQUES[at:]
        if any(_clash(figure, told[other], one, other) for figure in figures)
    )


def _clash(figure: _Figure, others: Extremes, one: Technique, other: Technique) -> bool:
    """Whether a figure that one technique gives lies apart from one that another voice gives by the other."""
    voices = figure.by_technique.get(one, ())
    return bool(voices) and others.apart(figure.quantity, _alone(voices) if one == other else None) is not None


def _alone(voices: Sequence[str]) -> str | None:
    return voices[0] if len(voices) == 1 else None


# ---------------------------------------------------------------- figures
def _figures(members: Sequence[Held]) -> list[_Figure]:
    """Every different figure, in the order of the claims."""
    by_figure: dict[tuple[object, ...], dict[str, Held]] = {}
    for one in members:
        by_figure.setdefault(_same(one.claim.quantity), {}).setdefault(one.voice, one)
    return [_figure(held) for held in by_figure.values()]


def _figure(held: Mapping[str, Held]) -> _Figure:
    by_technique: dict[Technique, tuple[str, ...]] = {}
    for voice, one in held.items():
        if one.technique is not None:
            by_technique[one.technique] = (*by_technique.get(one.technique, ()), voice)[:2]
    voices = tuple(held.values())[:2]
    return _Figure(voices[0].claim.quantity, voices, by_technique)


def _same(quantity: Quantity) -> tuple[object, ...]:
    """What makes two figures the same, wherever they stand."""
    q = quantity
    return q.lo, q.hi, q.lo_open, q.hi_open, q.integer, q.step


def _voices_differ(one: _Figure, other: _Figure) -> bool:
    return len({held.voice for held in (*one.voices, *other.voices)}) > 1


def _met(one: _Figure, other: _Figure) -> Pair:
    """The pair of two figures, each by the first voice that the other does not have for its own."""
    met = next((a, b) for a in one.voices for b in other.voices if a.voice != b.voice)
    first, second = sorted(held.claim.id for held in met)
    return Pair(first, second, compare(one.quantity, other.quantity))


# ---------------------------------------------------------------- contradictions, without comparing all
def _contradicted(figures: Sequence[_Figure]) -> Iterator[tuple[int, int]]:
    """Numbers of two figures that contradict each other, so that every claim that does stands in one.

    Which of its two voices speaks for a figure depends on the other (`_met`): its second may where both have the same
    first voice, so that these are looked through by themselves, those before a figure and those behind it.
    """
    every, single, double = Extremes(), _ByVoice(Extremes), _ByVoice(Extremes)
    for number, figure in enumerate(figures):
        every.add(number, figure.quantity, figure.first)
        (double if _is_double(figure) else single)[figure.first].add(number, figure.quantity)
    numbers = range(len(figures))
    before, behind = (dict(_among_doubles(figures, order)) for order in (numbers, reversed(numbers)))
    for number, figure in enumerate(figures):
        ways = [every.apart(figure.quantity, figure.first), before.get(number), behind.get(number)]
        ways.append((single if _is_double(figure) else double)[figure.first].apart(figure.quantity))
        yield from ((number, other) for other in ways if other is not None)


_ByVoice = defaultdict[str, Extremes]


def _among_doubles(figures: Sequence[_Figure], order: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Of the figures with two voices, each with one that comes earlier, has the same first voice and contradicts it."""
    known = _ByVoice(Extremes)
    for number in order:
        figure = figures[number]
        if _is_double(figure):
            other = known[figure.first].apart(figure.quantity)
            known[figure.first].add(number, figure.quantity)
            if other is not None:
                yield number, other


def _is_double(figure: _Figure) -> bool:
    return len(figure.voices) > 1
