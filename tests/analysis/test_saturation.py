"""Saturation after Guest, Namey & Chen (2020): their worked example, the edges, and the effect of order."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualcode.analysis.saturation import Rule, new_items, order_effect, saturation
from kualcode.errors import UsageError

# 37 items in interviews 1 to 4, then these (how the 37 are split does not matter).
PAPER = (20, 10, 5, 2, 3, 3, 1, 0, 1, 0)


def test_the_worked_example_gives_six_plus_two() -> None:
    found = saturation(PAPER, Rule(4, 2, Fraction(1, 20)))
    assert found.written == "6+2"
    assert [(step.j, step.ratio) for step in found.steps[:3]] == [
        (4, Fraction(6, 37)),
        (5, Fraction(4, 37)),
        (6, Fraction(1, 37)),
    ]


def test_a_longer_run_gives_seven_plus_three_since_2_of_37_is_more_than_5_percent() -> None:
    found = saturation(PAPER, Rule(4, 3, Fraction(1, 20)))
    assert found.written == "7+3"
    assert {step.j: step.ratio for step in found.steps}[6] == Fraction(2, 37)


def test_no_new_information_at_all_is_not_reached() -> None:
    found = saturation(PAPER, Rule(4, 2, Fraction(0)))
    assert (found.state, found.reached, found.written) == ("not_reached", None, None)


def test_a_ratio_that_equals_the_threshold_reaches_it() -> None:
    assert saturation((20, 0, 0, 0, 1, 0), Rule()).written == "4+2"


def test_ten_informants_leave_five_runs() -> None:
    assert [step.j for step in saturation(PAPER).steps] == [4, 5, 6, 7, 8]


def test_too_few_interviews_cannot_be_judged() -> None:
    found = saturation(PAPER[:5])
    assert (found.state, found.steps, found.written) == ("too_few", (), None)


def test_an_empty_base_is_an_error() -> None:
    with pytest.raises(UsageError):
        saturation((0, 0, 0, 0, 3, 1))


@pytest.mark.parametrize("rule", [Rule(0), Rule(4, 0), Rule(4, 2, Fraction(1)), Rule(4, 2, Fraction(-1, 20))])
def test_a_rule_that_is_none_is_refused(rule: Rule) -> None:
    with pytest.raises(UsageError):
        saturation(PAPER, rule)


def test_an_item_is_new_once() -> None:
    assert new_items([frozenset("ab"), frozenset("bc"), frozenset(), frozenset("abcd")]) == (2, 1, 0, 1)


@given(st.lists(st.frozensets(st.sampled_from("abcdefgh")), max_size=12))
def test_all_items_are_counted_once_in_any_order(interviews: list[frozenset[str]]) -> None:
    assert sum(new_items(interviews)) == len(frozenset[str]().union(*interviews))
    assert sum(new_items(interviews[::-1])) == sum(new_items(interviews))


def test_order_does_not_matter_where_all_say_the_same() -> None:
    found = order_effect([frozenset("abc")] * 7, permutations=50)
    assert (found.reached, found.median, found.low, found.high) == (50, 4, 4, 4)


def test_the_effect_of_order_is_the_same_for_the_same_seed_and_says_how_often_it_is_reached() -> None:
    interviews = [*[frozenset("abcdefghij")] * 5, frozenset("kl"), frozenset("mn"), frozenset("op")]
    found = order_effect(interviews, Rule(4, 2, Fraction(1, 10)), permutations=200)
    assert found == order_effect(interviews, Rule(4, 2, Fraction(1, 10)), permutations=200)
    assert 0 < found.reached < 200
    assert found.high is None  # more than a twentieth of the orders never get there
    assert found.low is not None


def test_where_half_of_the_orders_do_not_reach_it_there_is_no_median() -> None:
    found = order_effect([frozenset(str(n)) for n in range(8)], permutations=40)
    assert (found.reached, found.median) == (0, None)
