"""The label of the whole: the lowest that two indicators hold, else the median; never an average."""

from __future__ import annotations

from itertools import permutations

import pytest
from findings_values import SCALE

from kualcode.analysis.findings.overall import overall
from kualcode.errors import Bi


def suggested(*labels: str | None, blocked: tuple[str, ...] = ()) -> str | None:
    """The suggestion for indicators A, B, C ... with these labels."""
    return overall([(chr(65 + n), label) for n, label in enumerate(labels)], blocked, SCALE).label


@pytest.mark.parametrize(
    ("labels", "wanted"),
    [
        (("baik", "baik", "cukup baik", "kurang baik", "kurang baik"), "kurang baik"),
        (("baik", "baik", "baik", "kurang baik", "tidak baik"), "baik"),
        (("cukup baik", "cukup baik", "baik", "baik", "baik"), "cukup baik"),
        (("baik", "cukup baik", "kurang baik"), "cukup baik"),  # none twice: the median
        (("baik", "kurang baik"), "kurang baik"),  # two in the middle: the cautious one
        (("baik",), "baik"),
        ((), None),
        ((None, None), None),
    ],
)
def test_lowest_label_held_twice_else_median(labels: tuple[str | None, ...], wanted: str | None) -> None:
    assert suggested(*labels) == wanted


def test_the_order_of_the_indicators_does_not_matter() -> None:
    labels = ("baik", "cukup baik", "cukup baik", "tidak baik")
    assert {suggested(*order) for order in permutations(labels)} == {"cukup baik"}


def test_blocked_indicators_are_left_out_and_named() -> None:
    found = overall([("A", "tidak baik"), ("B", "tidak baik"), ("C", "baik"), ("D", None)], ("A", "B"), SCALE)
    assert (found.label, found.rule) == ("baik", "median")
    assert found.labels == (("C", "baik"),)
    assert found.blocked == ("A", "B")
    assert found.unlabelled == ("D",)


def test_the_suggestion_says_how_it_came_about() -> None:
    held = overall([("A", "baik"), ("B", "baik")], (), SCALE)
    assert held.rule == "held"
    assert held.why(Bi("baik", "good")).id == "“baik” ialah kategori terendah yang dimiliki sedikitnya dua indikator"
    assert overall([("A", "baik"), ("B", "cukup baik")], (), SCALE).rule == "median"
    assert overall([], (), SCALE).rule == "none"
