"""Facets, figures and silence: who sees it the same, whose numbers contradict, why a technique says nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from triangulation_values import case, on_x, rows

from kualcode.analysis.evidence import Case, Claim, Evidence
from kualcode.analysis.triangulation.algorithm import triangulate, weigh
from kualcode.analysis.verdicts import CodeVerdict, Views
from kualcode.language.numbers import parse

SAID, SEEN, KEPT = "interview", "observation", "documentation"


@pytest.mark.parametrize(
    ("line", "view"),
    [
        ("I1+/f O1+/f D1-/f", Views("f", (SAID, SEEN), (KEPT,))),
        ("I1+/f O1+/f", Views("f", (SAID, SEEN))),
        ("I1+/f O1-/f", Views("f", (), (SAID, SEEN))),  # no majority: both see it differently
        ("I1+/f O1+/f D1~/f", Views("f", (SAID, SEEN), (KEPT,))),  # a mixed view is not shared
        ("I1+/f I2+/f", Views("f", specific=SAID)),
        ("D10/f", Views("f", specific=KEPT)),
        ("I10/f D10/f", Views("f", (SAID, KEPT))),  # they tell of the same
        ("I1+/f O10/f D1+/f", Views("f", (SAID, KEPT))),  # who only describes holds no view
        ("I1~/f O1~/f", Views("f", (SAID, SEEN))),
    ],
)
def test_same_different_specific(line: str, view: Views) -> None:
    assert on_x(line).views == (view,)


def test_facets_stand_in_the_order_of_the_codebook_and_new_ones_after() -> None:
    row = on_x("I1+/baru I1+/g I1+/f I1+ I1+/awal")
    assert [view.facet for view in row.views] == ["f", "g", "awal", "baru"]


def test_a_clash_on_a_facet_lowers_the_two_that_clash() -> None:
    row = on_x("I1+/f I1+/g I1+ O1-/f O1+/g O1+ D1+")
    assert row.facet_clashes == ("f",)
    assert [pair for _, _, pair in row.pairs] == ["PARTIAL", "AGREEMENT", "AGREEMENT"]
    assert (row.verdict, row.label) == ("PARTIAL", "cukup baik")


def test_a_clash_on_a_facet_needs_both_signs() -> None:
    assert on_x("I1+/f O1~/f").facet_clashes == ()
    assert on_x("I1+/f O1-/g").facet_clashes == ()


# ---------------------------------------------------------------- figures
def figures(line: str, *said: str, **more: Any) -> CodeVerdict:
    """X with one claim on each piece of evidence, in order: figures("I1+ D1+", "12 orang", "20 orang")."""
    evidence = rows(line)
    return triangulate(Case(case().book, tuple(evidence), claims(evidence, *said, **more))).of("X")


def claims(evidence: list[Evidence], *said: str, **more: Any) -> tuple[Claim, ...]:
    made = [
        Claim(f"CL-{at}", one.id, parse(figure)[0], "tamu per hari", **more)
        for at, (one, figure) in enumerate(zip(evidence, said, strict=False))
    ]
    return tuple(made)


@pytest.mark.parametrize(
    ("interview", "document", "clash"),
    [
        ("10-15 orang", "16-20 orang", True),
        ("10-15 orang", "15-20 orang", False),  # they touch: partial, no contradiction
        ("41 orang", "42 orang", True),
        ("92%", "92,40%", False),
        ("92%", "93%", True),
        ("lebih dari 10 orang", "10 orang", True),
        ("minimal 10 orang", "9-10 orang", False),
    ],
)
def test_figures_that_contradict_lower_an_agreement(interview: str, document: str, clash: bool) -> None:
    row = figures("I1+ D1+", interview, document)
    assert row.claim_clashes == (("CL-0", "CL-1") if clash else ())
    assert row.verdict == ("PARTIAL" if clash else "AGREEMENT")


def test_the_outermost_figures_of_many_are_found() -> None:
    row = figures("I1+ I2+ I3+ D1+ D2+", "10 orang", "12 orang", "11 orang", "12 orang", "10-12 orang")
    assert row.claim_clashes == ("CL-0", "CL-3")  # ten against twelve


def test_figures_within_one_technique_are_no_clash_between_techniques() -> None:
    assert figures("I1+ I2+ D1+", "10 orang", "20 orang").claim_clashes == ()


def test_figures_of_other_things_or_periods_do_not_meet() -> None:
    evidence = rows("I1+ D1+")
    one, two = claims(evidence, "10 orang", "20 orang", period="2023")

    def clash(other: Claim) -> bool:
        return bool(triangulate(Case(case().book, tuple(evidence), (one, other))).of("X").claim_clashes)

    assert clash(two)
    assert clash(replace(two, period=None))  # not said: it may be of that year
    assert not clash(replace(two, period="2024"))
    assert not clash(replace(two, subject="rapat"))
    assert not clash(replace(two, modality="target"))


def test_of_each_period_the_outermost_figures_meet() -> None:
    """The largest figure of all is of another year than the interview's; that of the same year still contradicts."""
    evidence = rows("I1+ D1+ D2+")
    spoken, book, other = claims(evidence, "10 orang", "20 orang", "30 orang", period="2023")
    study = Case(case().book, tuple(evidence), (spoken, book, replace(other, period="2024")))
    assert triangulate(study).of("X").claim_clashes == ("CL-0", "CL-1")


def test_a_table_speaks_for_its_document() -> None:
    evidence = rows("I1+ D1+")
    spoken, counted = claims(evidence, "10 orang", "20 orang")
    table = replace(counted, evidence="tabel:buku_tamu:1", code="X")
    row = triangulate(Case(case().book, tuple(evidence), (spoken, table))).of("X")
    assert row.claim_clashes == ("CL-0", "CL-1")
    assert [len(group.voices) for group in row.groups] == [1, 0, 1]  # it is no voice on the code


def test_claims_of_evidence_that_does_not_count_are_no_claims() -> None:
    evidence = rows("I1+ O1+ D1+")
    said = claims(evidence, "10 orang", "20 orang", "20 orang")
    evidence[0] = replace(evidence[0], consent="refused")
    assert triangulate(Case(case().book, tuple(evidence), said)).of("X").claim_clashes == ()


def test_figures_of_groups_that_only_describe_lower_nothing() -> None:
    row = figures("I1+ O1+ D10", "10 orang", "10 orang", "20 orang")
    assert (row.verdict, row.claim_clashes) == ("AGREEMENT", ("CL-0", "CL-1", "CL-2"))


# ---------------------------------------------------------------- silence
@pytest.mark.parametrize(
    ("asked", "silence"),
    [
        ({}, None),  # its instrument is not known
        ({"observation": {"A"}}, "surprising"),
        ({"observation": {"P"}}, "expected"),  # it asks of the indicator in general only
        ({"observation": {"X"}}, "not_asked"),
    ],
)
def test_why_a_technique_is_silent(asked: dict[str, set[str]], silence: str | None) -> None:
    study = case("O1+", rows("I1+", "A"), asked={name: frozenset(codes) for name, codes in asked.items()})
    groups = {group.name: group.silence for group in weigh(study).of("A").groups}
    assert groups == {SAID: None, SEEN: silence, KEPT: None}


def test_a_technique_with_nothing_gathered_yet_is_silent_as_expected() -> None:
    study = case("I1+", asked={SEEN: frozenset({"X"})})
    assert weigh(study).of("X").groups[1].silence == "expected"


def test_a_parent_was_asked_for_where_a_child_was() -> None:
    study = case("O1+", rows("I1+", "A"), asked={SEEN: frozenset({"B"})})
    found = weigh(study)
    assert [found.of(name).groups[1].silence for name in ("P", "A", "B")] == ["surprising", "not_asked", "surprising"]


def test_who_speaks_is_not_silent() -> None:
    study = case("I10 O1+", asked={SAID: frozenset({"X"})})
    assert weigh(study).of("X").groups[0].silence is None
