"""N3 holds every result against every target of its thing without comparing each two: the same comes out."""

from __future__ import annotations

import time
from fractions import Fraction

from claims_values import case, evidence
from hypothesis import given, settings
from hypothesis import strategies as st

from kualcode.analysis.claims.keys import key
from kualcode.analysis.evidence import Case, Claim
from kualcode.analysis.rules.given import given as given_of
from kualcode.analysis.rules.targets import n3
from kualcode.language.quantity import Quantity

PERIODS = (None, None, "2025", "2025-02", "2026", "tahun lalu")
SAYS = "Kegiatan sudah mencapai target."


def figure(number: int, value: int, turn: int, period: str | None, modality: str, more: str = "") -> Claim:
    q = Quantity(0, 1, "", Fraction(value), Fraction(value), integer=True)
    return Claim(f"CL-{number:05}", f"E{number:05}", q, "tamu" + more, code="X", period=period, modality=modality)  # type: ignore[arg-type]


def study(told: list[tuple[int, bool, Claim]]) -> Case:
    """A case of figures, each in its turn; where said, its sentence says that the target is met."""
    people = [evidence("I1", SAYS if says else "", id=claim.evidence, turn=str(turn)) for turn, says, claim in told]
    return case(*people, claims=[claim for _, _, claim in told])


@st.composite
def told(draw: st.DrawFn) -> list[tuple[int, bool, Claim]]:
    found = []
    for number in range(draw(st.integers(1, 9))):
        turn, modality = draw(st.integers(0, 3)), draw(st.sampled_from(("realised", "target", "planned")))
        more = draw(st.sampled_from(("", " baru")))
        claim = figure(number, draw(st.integers(0, 4)), turn, draw(st.sampled_from(PERIODS)), modality, more)
        found.append((turn, draw(st.booleans()), claim))
    return found


def expected(given_: list[tuple[int, bool, Claim]]) -> set[str]:
    """By definition: results below a target of their thing and time, of which one is told in a turn that says so."""
    known = given_of(study(given_))
    turns = {turn for turn, says, _ in given_ if says}
    found = set()
    for here, _, result in given_:
        for there, _, target in given_:
            alike = key(result)._replace(modality="target") == key(target)._replace(modality="target")  # type: ignore[union-attr]
            kinds = result.modality == "realised" != target.modality
            missed = (result.quantity.lo or 0) < (target.quantity.lo or 0)
            if alike and kinds and missed and known.same_time(result, target) and turns & {here, there}:
                found.add(result.id)
    return found


@settings(max_examples=200, deadline=None)
@given(told())
def test_a_result_below_any_target_told_beside_the_statement_is_found(given_: list[tuple[int, bool, Claim]]) -> None:
    by_id = {claim.id: claim for _, _, claim in given_}
    found = {id_ for flag in n3(given_of(study(given_))) for id_ in flag.claims}
    assert {id_ for id_ in found if by_id[id_].modality == "realised"} == expected(given_)


def test_two_thousand_statements_and_figures_in_one_turn() -> None:
    many = [(0, True, figure(n, n, 0, None, "target" if n % 2 else "realised")) for n in range(2_000)]
    known = given_of(study(many))
    began = time.perf_counter()
    (flag,) = n3(known)
    assert time.perf_counter() - began < 10  # each with each takes hours
    assert flag.claims == (*(f"CL-{n:05}" for n in range(0, 2_000, 2)), "CL-01999")  # the last target that all miss
