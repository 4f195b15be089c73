"""Which verdicts hang on the threshold of two thirds."""

from __future__ import annotations

from fractions import Fraction

import pytest
from triangulation_values import book, case, rows

from kualcode.analysis.triangulation.sensitivity import sensitivity
from kualcode.errors import UsageError

VALUES = (Fraction(3, 5), Fraction(2, 3), Fraction(3, 4))


def test_three_of_five_hang_on_the_threshold() -> None:
    """Two thirds: the informants are mixed. Three fifths: they are for, and the document agrees."""
    shifts = {one.code: one for one in sensitivity(case("I1+ I2+ I3+ I4- I5- D1+"), VALUES)}
    x = shifts["X"]
    assert (x.now.value, x.now.verdict, x.now.stances) == (None, "PARTIAL", ("MIX", "SIL", "POS"))
    assert [one.verdict for one in x.then] == ["AGREEMENT", "PARTIAL", "PARTIAL"]
    assert [one.value for one in x.changes] == [Fraction(3, 5)]


def test_exactly_two_thirds_hang_on_it_upwards() -> None:
    shift = sensitivity(case("I1+ I2+ I3- D1+"), VALUES)[0]
    assert [(one.value, one.verdict, one.label) for one in shift.changes] == [(Fraction(3, 4), "PARTIAL", "cukup baik")]


def test_a_stance_alone_is_no_change() -> None:
    """Mixed or for, a single technique is silence, and here with the same label."""
    shift = sensitivity(case("I1+ I2+ I3+ I4- I5-"), VALUES)[0]
    assert {one.stances for one in shift.then} == {("POS", "SIL", "SIL"), ("MIX", "SIL", "SIL")}
    assert shift.changes == ()


def test_the_status_of_a_factor_is_watched_too() -> None:
    shifts = sensitivity(case(evidence=rows("I1+ I2+ I3+ I4- I5-", "F")), VALUES)
    factor = next(one for one in shifts if one.code == "F")
    assert [(one.value, one.status) for one in factor.changes] == [(Fraction(3, 5), "supported")]


def test_now_is_what_the_codebook_says() -> None:
    study = case("I1+ I2+ I3+ I4- I5- D1+", codebook=book(voice_dominance="3/5", source_majority="3/5"))
    assert sensitivity(study, VALUES)[0].now.verdict == "AGREEMENT"


def test_every_code_is_listed_and_nothing_without_evidence_moves() -> None:
    shifts = sensitivity(case("I1+ I2+ I3- D1+"), VALUES)
    assert [one.code for one in shifts] == ["X", "P", "A", "B", "FH", "F"]
    assert [one.code for one in shifts if one.changes] == ["X"]


def test_the_axis_that_gates_is_taken_unless_another_is_asked_for() -> None:
    study = case("I1+ I2+", design=("sumber",))
    assert sensitivity(study, ())[0].now.stances == ()
    assert sensitivity(study, (), "technique")[0].now.stances == ("POS", "SIL", "SIL")


@pytest.mark.parametrize("value", [Fraction(1, 3), Fraction(101, 100), Fraction(0)])
def test_thresholds_that_mean_nothing_are_refused(value: Fraction) -> None:
    with pytest.raises(UsageError) as caught:
        sensitivity(case(), (value,))
    assert str(value) in caught.value.message("id")
    assert len(sensitivity(case(), (Fraction(1, 2), Fraction(1)))) == 6
