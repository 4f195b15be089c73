"""Interview, observation and documentation held against each other, code by code (method 1.4 and 1.7).

One function for the three axes: `weigh` gives the verdicts, `judge` what may be stated of them and how surely,
`triangulate` both. All is exact and ordinal: stances are compared and never averaged (Sugiyono), counts are shown.
The order of the input changes nothing. Time and memory are linear in the evidence.

How the method is read where it leaves room; the cautious side holds:
- fewer than two groups cannot agree: one technique alone is SILENCE, whatever `min_source_types` says;
- opposed techniques are DISSONANCE even where fewer take a side than `min_source_types` asks for;
- evidence of a technique whose voice is not named counts as unattributed;
- a retired code that holds nothing does not weigh on its parent;
- a parent in dissonance has no label, and a child's dissonance resolved in writing need not be resolved above again;
- where several designs are named, technique gates if it is among them, else the first;
- a memo clears a label one step from the suggestion; two steps need a resolution, and stay qualified with it;
- interview voices for the confidence are all that speak of the code, as in the table, neutral ones too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kualcode.analysis.evidence import Axis, Case, Thresholds
from kualcode.analysis.rules.flags import Flag
from kualcode.analysis.triangulation import gates
from kualcode.analysis.triangulation.confidence import confidence
from kualcode.analysis.triangulation.judging import Bench, bench, settled
from kualcode.analysis.triangulation.parents import above, weighs
from kualcode.analysis.triangulation.thresholds import thresholds
from kualcode.analysis.triangulation.weighing import study, weigh_all
from kualcode.analysis.verdicts import CodeVerdict, Triangulation


def weigh(case: Case, axis: Axis = "technique", limits: Thresholds | None = None) -> Triangulation:
    """The verdict on every code of the codebook, in its order, on one axis; no gates and no confidence.

    Labels stand only on the axis that gates (axes.gating). `limits` are those of the codebook unless given.
    """
    run = study(case, axis, limits or thresholds(case.book))
    return Triangulation(
        axis=axis,
        gates=run.gates,
        names=run.frame.names,
        codes=tuple(weigh_all(run)),
        strangers=tuple(sorted(run.rows.keys() - case.book.by_id.keys())),
    )


def judge(weighed: Triangulation, case: Case, flags: Sequence[Flag] = ()) -> Triangulation:
    """The same with gates, confidence and their reasons, given the flags that rules have raised.

    On an axis that does not gate only the flags are added. The axes that do not gate are weighed here too: a
    dissonance on one of them qualifies, and caps the confidence at MODERATE.
    """
    if not weighed.gates:
        shown = tuple(replace(row, flags=_on(row.code, flags)) for row in weighed.codes)
        return replace(weighed, codes=shown, flags=settled(flags))
    made = bench(weighed, case, flags)
    done: dict[str, CodeVerdict] = {}
    for row in sorted(weighed.codes, key=lambda row: -len(above(case.book, row.code))):
        done[row.code] = _judged(made, row, done, flags)
    return replace(weighed, codes=tuple(done[row.code] for row in weighed.codes), flags=settled(flags))


def triangulate(case: Case, axis: Axis = "technique", flags: Sequence[Flag] = ()) -> Triangulation:
    """Weighed and judged."""
    return judge(weigh(case, axis), case, flags)


def _judged(made: Bench, row: CodeVerdict, done: Mapping[str, CodeVerdict], flags: Sequence[Flag]) -> CodeVerdict:
    """One code, its children being judged already."""
    row = replace(row, flags=_on(row.code, flags))
    if row.verdict is None:
        return row
    parts = [done[child.id] for child in made.family.get(row.code, ()) if weighs(child, done[child.id])]
    if row.general is not None:
        found = gates.of_general(made, row.general, row.code)
        general = replace(row.general, gate=gates.gate(found), gate_reasons=found)
        row = replace(row, general=general)
        parts.append(general)
    reasons = gates.of_row(made, row, parts)
    level, why = confidence(made, row)
    return replace(row, gate=gates.gate(reasons), gate_reasons=reasons, confidence=level, reasons=why)


def _on(code: str, flags: Sequence[Flag]) -> tuple[Flag, ...]:
    return settled([flag for flag in flags if code in flag.targets])
