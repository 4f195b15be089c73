"""Which verdicts would change with other thresholds, as a table (method 7.1)."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from kualcode.analysis import words
from kualcode.analysis.evidence import Axis, Case
from kualcode.analysis.triangulation.sensitivity import Outcome, Shift
from kualcode.analysis.triangulation.thresholds import thresholds
from kualcode.document import NOTHING, Entry, Matrix
from kualcode.errors import Bi

_TITLE = Bi("Kepekaan terhadap ambang: {axis}", "Sensitivity to thresholds: {axis}")
_CODE, _NOW = Bi("Kode", "Code"), Bi("Sekarang", "Now")
_THRESHOLD = Bi("Ambang {value}", "Threshold {value}")
_SAME = Bi("tetap", "the same")
_CHANGED = Bi(
    "{n} dari {total} kode berubah hasil, label, atau statusnya dengan ambang suara dominan dan mayoritas lain.",
    "{n} of {total} codes change verdict, label or status when voice dominance and group majority are set otherwise.",
)


def sensitivity(
    case: Case, shifts: Sequence[Shift], values: Sequence[Fraction], axis: Axis, *, provisional: bool = False
) -> Matrix:
    """A row a code that would change, a column a threshold; what stays as it is says so."""
    judged = [shift for shift in shifts if shift.now.verdict is not None]
    changing = [shift for shift in judged if shift.changes]
    return Matrix(
        id="sensitivity",
        title=_TITLE.fill(axis=words.lowered(words.axis_title(axis, thresholds(case.book)))),
        columns=(_CODE, _NOW, *(_THRESHOLD.fill(value=value) for value in values)),
        rows=tuple(_row(case, shift) for shift in changing),
        notes=(_CHANGED.fill(n=len(changing), total=len(judged)),),
        provisional=provisional,
    )


def _row(case: Case, shift: Shift) -> tuple[Entry, ...]:
    name = case.book.by_id[shift.code].name
    then = [Entry(_told(case, one) if one.differs(shift.now) else _SAME) for one in shift.then]
    return (Entry(Bi(f"{shift.code} {name.id}", f"{shift.code} {name.en}")), Entry(_told(case, shift.now)), *then)


def _told(case: Case, one: Outcome) -> Bi:
    """ "sebagian sejalan: cukup baik"."""
    verdict = words.VERDICTS[one.verdict] if one.verdict else NOTHING
    label = words.label(case.book, one.label) if one.label else NOTHING
    status = words.STATUSES.get(one.status, NOTHING) if one.status else NOTHING
    return words.joined([verdict, label, status], ": ")
