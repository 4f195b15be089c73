"""Suggestions against gold, worked out by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kualcode.analysis.scores import Judged, met, nearest, roll_up, score
from kualcode.errors import Bi
from kualcode.model import Code, Codebook, Lexicon, Stance


def code(id: str, parent: str | None = None, *, codable: bool = True) -> Code:
    return Code(id, parent, "indicator", None, codable, Bi("", ""), Bi("", ""), Bi("", ""))


BOOK = Codebook(
    "b",
    "1.0.0",
    "draft",
    ("id",),
    "id",
    Bi("", ""),
    "0" * 64,
    (code("A"), code("A.X", "A"), code("A.X.1", "A.X"), code("B", codable=False), code("B.Y", "B"), code("C")),
    Lexicon(),
    (),
)


def judged(id: str, gold: dict[str, Stance], suggested: dict[str, Stance], optional: str = "") -> Judged:
    return Judged(id, gold, frozenset(optional.split()), suggested)


FOUR = (
    judged("1", {"A": "positive"}, {"A": "positive", "C": "neutral"}),
    judged("2", {"A": "negative", "C": "neutral"}, {"A": "positive"}),
    judged("3", {"A": "positive"}, {}),
    judged("4", {}, {}),
)


def test_figures_of_a_code() -> None:
    """A: gold in 1, 2, 3; suggested in 1, 2; the stance of 1 is right, that of 2 wrong."""
    a = score(FOUR, ["A", "C"]).codes[0]
    assert (a.code, a.n, a.predicted, a.hits, a.stance_equal) == ("A", 3, 2, 2, 1)
    assert (a.precision, a.recall, a.f1) == (Fraction(1), Fraction(2, 3), Fraction(4, 5))
    assert a.stance_agreement == Fraction(1, 2)
    # units (gold, suggested): 11 11 10 00; 8 values, five 1 and three 0; D_o = 2, D_e = 30: 1 - 7 * 2 / 30
    assert a.alpha == Fraction(8, 15)


def test_figures_of_all_codes_together() -> None:
    scores = score(FOUR, ["A", "C"])
    micro = scores.micro
    assert (micro.n, micro.predicted, micro.hits) == (4, 3, 2)
    assert (micro.precision, micro.recall, micro.f1) == (Fraction(2, 3), Fraction(1, 2), Fraction(4, 7))
    assert scores.macro_f1() == Fraction(2, 5)  # (4/5 + 0) / 2
    # C: gold in 2, suggested in 1: 01 10 00 00; two 1 and six 0; D_o = 4, D_e = 24: 1 - 7 * 4 / 24
    assert scores.codes[1].alpha == Fraction(-1, 6)
    assert scores.mean_alpha() == Fraction(11, 60)
    assert micro.alpha is None


def test_an_optional_pair_is_neither_hit_nor_miss() -> None:
    scores = score(
        (
            judged("1", {"A": "positive"}, {"A": "positive"}),
            judged("2", {}, {"A": "positive"}, optional="A"),
            judged("3", {"A": "positive"}, {}, optional="A"),
        ),
        ["A"],
    )
    assert (scores.micro.n, scores.micro.predicted, scores.micro.hits) == (1, 1, 1)


def test_statements_without_a_code_are_clean_when_nothing_but_optional_codes_is_suggested() -> None:
    scores = score(
        (
            judged("1", {}, {}),
            judged("2", {}, {"A": "neutral"}),
            judged("3", {}, {"C": "neutral"}, optional="C"),
            judged("4", {"A": "neutral"}, {}),
        ),
        ["A", "C"],
    )
    assert (scores.codeless, scores.codeless_clean) == (3, Fraction(2, 3))


def test_undefined_figures_are_none_not_zero() -> None:
    scores = score((judged("1", {"A": "neutral"}, {}), judged("2", {"A": "neutral"}, {"C": "neutral"})), ["A", "C"])
    a, c = scores.codes
    assert [a.precision, a.recall, a.f1, a.stance_agreement] == [None, Fraction(0), Fraction(0), None]
    assert [c.precision, c.recall, c.f1] == [Fraction(0), None, Fraction(0)]
    assert scores.codeless_clean is None
    assert score((judged("1", {}, {}),), ["A"]).micro.f1 is None
    assert score((), ["A"]).macro_f1() is None
    always = score((judged("1", {"A": "neutral"}, {"A": "neutral"}),), ["A"])
    assert always.codes[0].alpha is None
    assert always.mean_alpha() is None


def test_means_may_leave_out_rare_codes() -> None:
    many = [judged(str(n), {"A": "neutral"}, {"A": "neutral"}) for n in range(10)]
    scores = score([*many, judged("c", {"C": "neutral"}, {})], ["A", "C"])
    assert scores.macro_f1() == Fraction(1, 2)
    assert scores.macro_f1(10) == 1


def test_codes_come_in_codebook_order() -> None:
    assert [c.code for c in score(FOUR, ["C", "A", "B"]).codes] == ["C", "A"]


# ---- sub-codes count as the nearest code that the gold uses
@pytest.mark.parametrize(
    ("code_id", "used", "target"),
    [
        ("A.X.1", "A A.X", "A.X"),
        ("A.X.1", "A", "A"),
        ("A.X", "A.X.1", "A"),  # not used above it: the outermost codable one
        ("B.Y", "", "B.Y"),  # its parent cannot be coded
        ("C", "A", "C"),
    ],
)
def test_nearest(code_id: str, used: str, target: str) -> None:
    assert nearest(code_id, frozenset(used.split()), BOOK) == target


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("positive", "positive", "positive"),
        ("positive", "negative", "mixed"),
        ("mixed", "positive", "mixed"),
        ("neutral", "negative", "negative"),
        ("neutral", "neutral", "neutral"),
    ],
)
def test_two_stances_meet(one: Stance, other: Stance, both: Stance) -> None:
    assert met(one, other) == met(other, one) == both


def test_roll_up_joins_what_falls_together() -> None:
    found: dict[str, Stance] = {"A.X": "positive", "A.X.1": "negative", "C": "neutral"}
    assert roll_up(found, frozenset({"A", "C"}), BOOK) == {"A": "mixed", "C": "neutral"}
    assert roll_up(found, frozenset({"A.X", "A.X.1"}), BOOK) == found
