"""Figures of one thing that cannot both hold, between groups of an axis (method 1.4, step 5, and 1.5)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import combinations, product

from kualcode.analysis.claims.facts import compare_claims, holder
from kualcode.analysis.claims.keys import key
from kualcode.analysis.evidence import Case, Claim
from kualcode.analysis.triangulation.axes import UNPLACED, Frame
from kualcode.analysis.triangulation.voices import voice_of
from kualcode.language.quantity import interval

Names = tuple[str, str]
_ByGroup = dict[str, list[Claim]]


def at_odds(case: Case, frame: Frame) -> dict[str, dict[Names, tuple[str, ...]]]:
    """By code: pairs of groups, in the order of the axis, whose figures contradict, with the ids of those figures.

    Of the figures that a group gives of one thing and period the outermost are compared: if any contradict, these do.
    So the time stays linear in the claims.
    """
    found: dict[str, dict[Names, tuple[str, ...]]] = {}
    for code, things in _placed(case, frame).items():
        pairs: dict[Names, set[str]] = defaultdict(set)
        for groups in things.values():
            for names, ids in _contradictions(groups, frame.names, case.book.primary_language):
                pairs[names] |= ids
        if pairs:
            found[code] = {names: tuple(sorted(ids)) for names, ids in sorted(pairs.items())}
    return found


def _placed(case: Case, frame: Frame) -> dict[str, dict[object, _ByGroup]]:
    """Claims of evidence that counts and has a place on the axis, by code, by what they are of, by group."""
    wanted = {claim.evidence for claim in case.claims}
    known = {one.id: one for one in case.evidence if one.id in wanted} if wanted else {}
    found: dict[str, dict[object, _ByGroup]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for said in case.claims:
        made = holder(said, known)
        if made is None or voice_of(made) is None or not _comparable(said):
            continue
        claim = replace(said, code=said.code or made.code)
        thing, group = key(claim, case.book.primary_language), frame.place(made)
        if thing is not None and group is not None and group != UNPLACED:
            found[claim.code][thing][group].append(claim)
    return found


def _comparable(claim: Claim) -> bool:
    return claim.quantity.is_claim and claim.quantity.lo is not None


def _contradictions(
    groups: Mapping[str, list[Claim]], names: Iterable[str], language: str
) -> Iterator[tuple[Names, set[str]]]:
    """Pairs of groups of which some figures are apart."""
    outer = {name: _outermost(groups[name]) for name in names if name in groups}
    for x, y in combinations(outer, 2):
        for a, b in product(outer[x], outer[y]):
            if compare_claims(a, b, language) == "DISSONANCE":
                yield (x, y), {a.id, b.id}


def _outermost(claims: Iterable[Claim]) -> list[Claim]:
    """Of each period, of counts and of the rest, the figure that ends first and the one that begins last."""
    alike: dict[tuple[str | None, bool], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda one: one.id):
        alike[claim.period, claim.quantity.integer].append(claim)
    found = {one.id: one for same in alike.values() for one in (min(same, key=_end), max(same, key=_begin))}
    return list(found.values())


def _end(claim: Claim) -> tuple[bool, Fraction, bool]:
    _, hi, _, is_open = interval(claim.quantity)
    return hi is None, hi or Fraction(0), not is_open


def _begin(claim: Claim) -> tuple[Fraction, bool]:
    lo, _, is_open, _ = interval(claim.quantity)
    return lo, is_open
