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
    labels = [("A", "tidak baik"), ("B", None), ("C", "baik"), ("D", "cukup baik"), ("E", "kurang baik")]
    found = overall(labels, ("A",), SCALE)
    assert (found.label, found.rule) == ("cukup baik", "median")
    assert found.labels == (("C", "baik"), ("D", "cukup baik"), ("E", "kurang baik"))
    assert found.blocked == ("A",)
    assert found.unlabelled == ("B",)


@pytest.mark.parametrize(
    ("held", "of", "enough"), [(2, 5, False), (3, 5, True), (2, 4, False), (3, 4, True), (1, 1, True)]
)
def test_the_whole_has_a_label_only_from_more_than_half_of_the_indicators(held: int, of: int, enough: bool) -> None:
    labels = [(chr(65 + n), "baik" if n % 2 else "cukup baik") for n in range(of)]
    for blocked in (True, False):  # the rest may not be stated, or carries no label
        rest = tuple(code for code, _ in labels[held:])
        given = labels if blocked else [(code, None if code in rest else label) for code, label in labels]
        found = overall(given, rest if blocked else (), SCALE)
        assert (found.label is not None) == enough
        assert (found.rule == "few") != enough
        assert found.missing == rest
        assert len(found.labels) == held


def test_what_is_missing_is_said() -> None:
    found = overall([("A", "baik"), ("B", "baik"), ("C", "baik"), ("D", None), ("E", None)], ("B",), SCALE)
    assert found.why(Bi("", "")) == Bi(
        "baru 2 dari 5 indikator berkategori yang dapat dinyatakan; belum: B, D, E",
        "only 2 of 5 indicators hold a label that may be stated; not yet: B, D, E",
    )


def test_the_suggestion_says_how_it_came_about() -> None:
    held = overall([("A", "baik"), ("B", "baik")], (), SCALE)
    assert held.rule == "held"
    assert held.why(Bi("baik", "good")).id == "“baik” ialah kategori terendah yang dimiliki sedikitnya dua indikator"
    assert overall([("A", "baik"), ("B", "cukup baik")], (), SCALE).rule == "median"
    assert overall([], (), SCALE).rule == "none"
    assert overall([("A", "baik")], ("A",), SCALE).rule == "none"
