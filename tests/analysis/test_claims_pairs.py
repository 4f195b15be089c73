"""Figures of one thing are held against each other without comparing every two: the same comes out."""

from __future__ import annotations

import time
from fractions import Fraction
from itertools import combinations_with_replacement

from claims_values import case, evidence
from hypothesis import given, settings
from hypothesis import strategies as st

from kualcode.analysis.claims.facts import facts
from kualcode.analysis.claims.pairs import Held, Pair, clashes, compared
from kualcode.analysis.evidence import TECHNIQUES, Claim
from kualcode.language.quantity import Quantity, compare
from kualcode.model import SourceType

ENDS = st.integers(0, 6).map(lambda n: Fraction(n, 2))
KINDS: tuple[SourceType, ...] = (*TECHNIQUES, "unattributed")


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """Counts, rounded numbers, spans, open ends and no upper end at all."""
    low = draw(ENDS)
    high = draw(st.one_of(st.just(low), st.just(None), ENDS.map(lambda more: low + more)))
    whole = draw(st.booleans()) and low.denominator == 1
    step = Fraction(0) if whole or high != low else draw(st.sampled_from((Fraction(0), Fraction(1), Fraction(1, 2))))
    lo_open, hi_open = (draw(st.booleans()) if high != low else False for _ in range(2))
    return Quantity(0, 0, "", low, high, lo_open, hi_open, integer=whole, step=step)


@st.composite
def members(draw: st.DrawFn) -> list[Held]:
    """Claims of few voices, so that many share one."""
    found = []
    for number in range(draw(st.integers(0, 9))):
        kind = draw(st.sampled_from(KINDS))
        claim = Claim(f"CL-{number}", f"E-{number}", draw(quantities()), "tamu")
        found.append(Held(claim, kind, None if kind == "unattributed" else kind, f"{kind}:{draw(st.integers(0, 2))}"))
    return found


def every_pair(given_: list[Held]) -> list[tuple[Pair, list[Held], list[Held]]]:
    """By definition: every two figures, each by the first voice that the other does not have."""
    groups: list[list[Held]] = []
    for one in given_:
        q = one.claim.quantity
        same = [g for g in groups if _figure(g[0].claim.quantity) == _figure(q)]
        if not same:
            groups.append([one])
        elif one.voice not in [held.voice for held in same[0]]:
            same[0].append(one)
    found = []
    for here, there in combinations_with_replacement(groups, 2):
        met = [(a, b) for a in here[:2] for b in there[:2] if a.voice != b.voice]
        if met:
            first, second = sorted(held.claim.id for held in met[0])
            pair = Pair(first, second, compare(here[0].claim.quantity, there[0].claim.quantity))
            found.append((pair, here, there))
    return found


def _figure(q: Quantity) -> tuple[object, ...]:
    return q.lo, q.hi, q.lo_open, q.hi_open, q.integer, q.step


@settings(max_examples=200, deadline=None)
@given(members())
def test_every_pair_is_listed_where_figures_are_few(given_: list[Held]) -> None:
    assert list(compared(given_, listed=99)) == sorted(pair for pair, _, _ in every_pair(given_))


@settings(max_examples=400, deadline=None)
@given(members())
def test_of_many_figures_the_same_claims_contradict_each_other(given_: list[Held]) -> None:
    apart = {pair for pair, _, _ in every_pair(given_) if pair.verdict == "DISSONANCE"}
    found = set(compared(given_, listed=0))
    assert found <= apart
    assert {id_ for pair in found for id_ in pair[:2]} == {id_ for pair in apart for id_ in pair[:2]}


@settings(max_examples=200, deadline=None)
@given(members())
def test_techniques_that_clash_are_found_by_their_extremes(given_: list[Held]) -> None:
    met = {
        tuple(sorted((a.technique, b.technique), key=TECHNIQUES.index))
        for pair, here, there in every_pair(given_)
        if pair.verdict == "DISSONANCE"
        for a in here
        for b in there
        if a.technique and b.technique and a.voice != b.voice
    }
    assert clashes(given_) == tuple(sorted(met, key=lambda two: tuple(map(TECHNIQUES.index, two))))


def test_figures_that_share_their_first_voice_are_looked_through_both_ways() -> None:
    said = [(10, "A"), (10, "B"), (20, "A"), (20, "C"), (30, "A"), (30, "D")]
    held = [
        Held(
            Claim(f"CL-{n}", f"E-{n}", Quantity(0, 0, "", Fraction(q), Fraction(q), integer=True), "tamu"),
            "interview",
            "interview",
            f"interview:{voice}",
        )
        for n, (q, voice) in enumerate(said)
    ]
    whole = {id_ for pair in compared(held) if pair.verdict == "DISSONANCE" for id_ in pair[:2]}
    assert whole == {"CL-0", "CL-2", "CL-3", "CL-5"}
    assert {id_ for pair in compared(held, listed=0) for id_ in pair[:2]} == whole


def test_a_figure_never_contradicts_itself() -> None:
    nothing = Quantity(0, 0, "", Fraction(0), Fraction(0), hi_open=True)  # "hampir 0"
    assert compare(nothing, nothing) == "AGREEMENT"


def test_ten_thousand_figures_of_one_thing_take_seconds() -> None:
    people = [evidence(f"I{n}", id=f"E{n:05}") for n in range(10_000)]
    whole = [
        Claim(
            f"CL-{n:05}", one.id, Quantity(0, 0, "", Fraction(n), Fraction(n), integer=True), "tamu per hari", code="X"
        )
        for n, one in enumerate(people)
    ]
    began = time.perf_counter()
    (fact,) = facts(case(*people, claims=whole))
    assert time.perf_counter() - began < 20  # comparing every two takes half an hour
    assert len(fact.disputed) == 10_000
