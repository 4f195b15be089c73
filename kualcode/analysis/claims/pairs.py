"""The figures of one thing, pair by pair: equal figures once, only those of different voices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations_with_replacement
from typing import NamedTuple

from kualcode.analysis.evidence import TECHNIQUES, Claim, EvidenceType, Technique
from kualcode.language.quantity import Agreement, Quantity, compare

Meeting = set[tuple[Technique, Technique]]


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


class _Holders(NamedTuple):
    """Who gives one figure: two voices are enough to find two that differ, in all and of each technique."""

    voices: tuple[Held, ...]
    by_technique: dict[Technique, tuple[str, ...]]


def compared(members: Sequence[Held]) -> Iterator[tuple[Pair, Meeting]]:
    """Every pair of figures that two voices give; of a contradiction also the techniques that meet in it.

    A voice is not held against itself: people correct themselves, and a session has several moments.
    """
    by_figure: dict[tuple[object, ...], dict[str, Held]] = {}
    for one in members:
        by_figure.setdefault(_figure(one.claim.quantity), {}).setdefault(one.voice, one)
    for here, there in combinations_with_replacement(map(_holders, by_figure.values()), 2):
        met = next(((one, two) for one in here.voices for two in there.voices if one.voice != two.voice), None)
        if met:
            first, second = sorted(met, key=lambda held: held.claim.id)
            verdict = compare(first.claim.quantity, second.claim.quantity)
            meeting = _techniques(here, there) if verdict == "DISSONANCE" else set()
            yield Pair(first.claim.id, second.claim.id, verdict), meeting


def _holders(held: Mapping[str, Held]) -> _Holders:
    by_technique: dict[Technique, tuple[str, ...]] = {}
    for voice, one in held.items():
        if one.technique is not None:
            by_technique[one.technique] = (*by_technique.get(one.technique, ()), voice)[:2]
    return _Holders(tuple(held.values())[:2], by_technique)


def _figure(quantity: Quantity) -> tuple[object, ...]:
    """What makes two figures the same, wherever they stand."""
    q = quantity
    return q.lo, q.hi, q.lo_open, q.hi_open, q.integer, q.step


def _techniques(here: _Holders, there: _Holders) -> Meeting:
    """Which techniques meet, in the order of TECHNIQUES; one technique with itself where two of its voices do."""
    mine, theirs = here.by_technique, there.by_technique
    return {
        (one, other)
        for at, one in enumerate(TECHNIQUES)
        for other in TECHNIQUES[at:]
        if _differ(mine.get(one, ()), theirs.get(other, ())) or _differ(mine.get(other, ()), theirs.get(one, ()))
    }


def _differ(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether there are two voices, one from each, that are not the same."""
    return any(voice != another for voice in one for another in other)
