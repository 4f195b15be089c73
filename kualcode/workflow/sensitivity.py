"""triangulate --sensitivity: the thresholds that are asked for, and what they would change."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from kualcode.analysis.evidence import Axis
from kualcode.analysis.layouts.sensitivity import sensitivity as laid_out
from kualcode.analysis.triangulation.sensitivity import sensitivity
from kualcode.document import Matrix
from kualcode.errors import Bi, UsageError
from kualcode.workflow.triangulate import Study

_COMMA = re.compile(r"(?<![\d./])0,(\d)")  # as Indonesian writes a decimal; no threshold is 0
_FRACTION = re.compile(r"\d{1,4}(?:/[1-9]\d{0,3}|\.\d{1,4})?")


def values(asked: str) -> tuple[Fraction, ...]:
    """ "3/5,2/3,0.75" as exact fractions, each once. Raises UsageError."""
    words = [word.strip() for word in _COMMA.sub(r"0.\1", asked).split(",") if word.strip()]
    wrong = [word for word in words if not _FRACTION.fullmatch(word)]
    if wrong or not words:
        raise UsageError(
            Bi("--sensitivity: {word!r} bukan pecahan.", "--sensitivity: {word!r} is no fraction.").fill(
                word=(wrong or [asked])[0][:20]
            ),
            Bi("Tulis seperti 3/5,2/3,3/4.", "Write it like 3/5,2/3,3/4."),
        )
    return tuple(dict.fromkeys(map(Fraction, words)))


def table(study: Study, asked: str, axis: Axis) -> Matrix:
    """The codes that would change. Raises UsageError."""
    wanted = values(asked)
    shifts = sensitivity(study.case, wanted, axis)
    return laid_out(study.case, shifts, wanted, axis, provisional=study.provisional)


def as_json(study: Study, asked: str, axis: Axis) -> dict[str, Any]:
    """By threshold, the codes that it would change, with what they would be. Raises UsageError."""
    wanted = values(asked)
    shifts = sensitivity(study.case, wanted, axis)
    return {
        str(value): {
            shift.code: {"verdict": one.verdict, "label": one.label, "status": one.status}
            for shift in shifts
            for one in shift.changes
            if one.value == value
        }
        for value in wanted
    }
