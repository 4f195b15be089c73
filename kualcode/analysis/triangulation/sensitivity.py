"""Which verdicts and labels hang on the thresholds: the same evidence weighed with others (method 7.1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from kualcode.analysis.evidence import Axis, Case
from kualcode.analysis.triangulation.algorithm import weigh
from kualcode.analysis.triangulation.axes import gating
from kualcode.analysis.triangulation.thresholds import thresholds
from kualcode.analysis.verdicts import CodeVerdict, Sign, Triangulation, Verdict
from kualcode.errors import Bi, UsageError

LEAST, MOST = Fraction(1, 2), Fraction(1)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one threshold makes of a code; `value` is None for the thresholds of the codebook."""

    value: Fraction | None
    verdict: Verdict | None
    label: str | None
    status: str | None
    stances: tuple[Sign, ...]

    def differs(self, other: Outcome) -> bool:
        """Whether it is another verdict, label or status; a stance alone is not."""
        return (self.verdict, self.label, self.status) != (other.verdict, other.label, other.status)


@dataclass(frozen=True, slots=True)
class Shift:
    """One code with the codebook's thresholds, and with each of the others in the order asked for."""

    code: str
    now: Outcome
    then: tuple[Outcome, ...]

    @property
    def changes(self) -> tuple[Outcome, ...]:
        """The outcomes that are not what they are now."""
        return tuple(one for one in self.then if one.differs(self.now))


def sensitivity(case: Case, values: Sequence[Fraction], axis: Axis | None = None) -> tuple[Shift, ...]:
    """Every code under other values of voice_dominance = source_majority, in the order of the codebook.

    `axis` is the one that gates unless given. Raises UsageError for a value under 1/2 (both sides could reach it) or
    over 1 (none could).
    """
    for value in values:
        if not LEAST <= value <= MOST:
            raise UsageError(_OUTSIDE.fill(value=value), _WITHIN)
    axis = axis or gating(case.design)
    usual = thresholds(case.book)
    now = weigh(case, axis)
    runs = [weigh(case, axis, replace(usual, voice_dominance=v, source_majority=v)) for v in values]
    return tuple(
        Shift(row.code, _outcome(None, row), tuple(_outcomes(values, runs, at))) for at, row in enumerate(now.codes)
    )


def _outcomes(values: Sequence[Fraction], runs: Sequence[Triangulation], at: int) -> list[Outcome]:
    return [_outcome(value, run.codes[at]) for value, run in zip(values, runs, strict=True)]


def _outcome(value: Fraction | None, row: CodeVerdict) -> Outcome:
    return Outcome(value, row.verdict, row.label, row.status, tuple(group.sign for group in row.groups))


_OUTSIDE = Bi("Ambang {value} tidak dapat dipakai.", "A threshold of {value} cannot be used.")
_WITHIN = Bi("Tulis pecahan dari 1/2 sampai 1, misalnya 3/5.", "Write a fraction from 1/2 to 1, such as 3/5.")
