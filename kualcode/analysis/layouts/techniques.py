"""Tables of triangulation as Indonesian theses lay them out (method 1.2): L1 and the summary; all of them by name."""

from __future__ import annotations

from collections.abc import Sequence

from kualcode.analysis import words
from kualcode.analysis.evidence import AXES, Case
from kualcode.analysis.layouts.cells import EMPTY, Cells, Row
from kualcode.analysis.layouts.notes import notes, other_axes
from kualcode.analysis.times import apart
from kualcode.analysis.verdicts import Reason, Triangulation
from kualcode.document import NOTHING, Entry, Matrix
from kualcode.errors import Bi

NUMBER, CODE, ASPECT = Bi("No", "No"), Bi("Kode", "Code"), Bi("Indikator/Aspek", "Indicator/Aspect")
_CONCLUSION = Bi("Kesimpulan", "Conclusion")
_SUMMARY = Bi("Ringkasan {title}", "Summary: {title}")
_VERDICT, _GATE = Bi("Hasil triangulasi", "Verdict"), Bi("Dapat dinyatakan?", "May it be stated?")
_REASONS = Bi("Alasan", "Reasons")


def technique(
    case: Case, run: Triangulation, *, provisional: bool = False, quoted: bool = True, most: int | None = None
) -> Matrix:
    """L1: No, Indikator/Aspek, a column a group, Kesimpulan. The tables of sources and of time have the same form.

    `most` is how many quotes a cell may open to; it then says how many more there are.
    """
    cells = Cells(case, run, quoted=quoted, most=most)
    rows = [
        (
            Entry(row.number),
            Entry(row.name),
            *(cells.group(row, group) for group in row.found.groups),
            *[EMPTY] * (len(run.names) - len(row.found.groups)),
            cells.conclusion(row),
        )
        for row in cells.rows()
    ]
    return Matrix(
        id="L1" if run.axis == "technique" else f"L1-{run.axis}",
        title=words.axis_title(run.axis, cells.limits),
        columns=(NUMBER, ASPECT, *cells.heads(), _CONCLUSION),
        rows=tuple(rows),
        notes=notes(cells, judged=True),
        provisional=provisional,
    )


def summary(
    case: Case, run: Triangulation, *, provisional: bool = False, quoted: bool = True, most: int | None = None
) -> Matrix:
    """Every code with verdict, label or status, gate, confidence and the reasons of both."""
    cells = Cells(case, run, quoted=quoted, most=most)
    rows = cells.rows()
    judged = [row.code.id for row in rows if not words.is_factor(case.book, row.code.id) and cells.labelled(row)]
    return Matrix(
        id="summary" if run.axis == "technique" else f"summary-{run.axis}",
        title=_SUMMARY.fill(title=words.lowered(words.axis_title(run.axis, cells.limits))),
        columns=(CODE, _VERDICT, words.label_heading(case.book, judged), _GATE, words.CONFIDENCE, _REASONS),
        rows=tuple(_summed(cells, row) for row in rows),
        notes=(*other_axes(cells), *notes(cells, judged=True)),
        provisional=provisional,
    )


def _summed(cells: Cells, row: Row) -> tuple[Entry, ...]:
    found = row.found
    if row.heads_factors:
        return (Entry(row.name), *[EMPTY] * 5)
    criterion = cells.criterion(row) if found.label and found.gate != "BLOCK" else NOTHING
    return (
        Entry(row.name),
        Entry(cells.verdict(row), cells.unattributed(row)),
        Entry(words.joined([cells.label(row), criterion], "\n")),
        Entry(words.GATES[found.gate] if found.gate else ""),
        Entry(words.LEVELS[found.confidence] if found.confidence else ""),
        Entry(_reasons([*found.gate_reasons, *found.reasons])),
    )


def _reasons(given: Sequence[Reason]) -> Bi:
    """Why this gate and this confidence; what is said for both stands once, and other axes below the table."""
    own = [reason for reason in given if not any(apart(reason, axis) for axis in AXES)]
    return words.joined(dict.fromkeys(reason.text for reason in own), " ")
