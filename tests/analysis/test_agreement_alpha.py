"""Krippendorff's alpha for nominal data against published values and a second implementation."""

from __future__ import annotations

import warnings
from fractions import Fraction
from importlib import import_module

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kualcode.analysis.agreement import alpha_nominal


def units(*rows: str) -> list[list[str | None]]:
    """Rows of coders as columns of units; `.` is missing."""
    return [
        [None if value == "." else value for value in unit] for unit in zip(*(row.split() for row in rows), strict=True)
    ]


@pytest.mark.parametrize(
    ("rows", "alpha"),
    [
        (
            (
                "1 2 3 3 2 1 4 1 2 . . .",
                "1 2 3 3 2 2 4 1 2 5 . 3",
                ". 3 3 3 2 3 4 2 2 5 1 .",
                "1 2 3 3 2 4 4 1 2 5 1 .",
            ),
            Fraction(113, 152),
        ),
        (("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"), Fraction(2, 21)),
        (("a a b b d c c c e d d a", "b a b b b c c c e d d d"), Fraction(155, 224)),
    ],
)
def test_krippendorffs_own_examples(rows: tuple[str, ...], alpha: Fraction) -> None:
    """Krippendorff 2011, Computing Krippendorff's Alpha-Reliability: data C, A and B."""
    assert alpha_nominal(units(*rows)) == alpha


def test_undefined_where_all_pairable_values_are_equal() -> None:
    assert alpha_nominal(units("x x x", "x x x")) is None
    assert alpha_nominal([]) is None
    assert alpha_nominal(units("x . y", ". y .")) is None  # no unit has two values
    assert alpha_nominal(units("x y", "x .")) is None  # the pairable unit holds one value only


def test_a_unit_with_one_value_is_left_out() -> None:
    assert alpha_nominal(units("a b c", "a a .")) == alpha_nominal(units("a b", "a a"))


def test_perfect_and_systematic_disagreement() -> None:
    assert alpha_nominal(units("a b", "a b")) == 1
    assert alpha_nominal(units("a b", "b a")) == Fraction(-1, 2)


TABLES = st.integers(2, 4).flatmap(
    lambda coders: st.lists(
        st.lists(st.sampled_from(("a", "b", "c", None)), min_size=coders, max_size=coders), min_size=2, max_size=10
    )
)


@settings(max_examples=150, deadline=None)
@given(TABLES)
def test_a_second_implementation_agrees(table: list[list[str | None]]) -> None:
    """nltk's AnnotationTask, given only the units that two coders coded."""
    pairable = [unit for unit in table if sum(value is not None for value in unit) > 1]
    ours = alpha_nominal(table)
    assume(ours is not None)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its imports warn, not what is tested
        agreement = import_module("nltk.metrics.agreement")
    task = agreement.AnnotationTask(
        data=[
            (f"coder{c}", f"unit{u}", value)
            for u, unit in enumerate(pairable)
            for c, value in enumerate(unit)
            if value is not None
        ]
    )
    assert float(ours or 0) == pytest.approx(task.alpha())


@given(TABLES)
def test_names_of_values_and_the_order_of_units_and_coders_do_not_matter(table: list[list[str | None]]) -> None:
    renamed = [[None if value is None else f"{value}!" for value in reversed(unit)] for unit in reversed(table)]
    assert alpha_nominal(renamed) == alpha_nominal(table)
