"""Interview, observation and documentation held against each other, code by code (method 1.4 and 1.7).

One function for the three axes: `weigh` gives the verdicts, `judge` what may be stated of them and how surely,
`triangulate` both. All is exact and ordinal: stances are compared and never averaged (Sugiyono), counts are shown.
The order of the input changes nothing. Time and memory are linear in the evidence.

How the method is read where it leaves room; the cautious side holds:
- fewer than two groups cannot agree: one technique alone is SILENCE, whatever `min_source_types` says;
- opposed techniques are DISSONANCE even where fewer take a side than `min_source_types` asks for;
- evidence of a technique whose voice is not named counts as unattributed;
- a retired code weighs on nothing: what was accepted under it was accepted as something else. It is listed on its
  successor, else on what stands above it, and qualifies that until people have coded it again;
- a parent in dissonance has no label, and a child's dissonance resolved in writing need not be resolved above again;
- where a resolution prefers a side, the label is that of its evidence, and a label or sentence that contradicts it is
  no smaller matter than a label two steps off;
- a parent is no surer than the surest of its parts, whatever its groups come to together;
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
from kualcode.analysis.triangulation.chosen import applied
from kualcode.analysis.triangulation.confidence import confidence
from kualcode.analysis.triangulation.judging import Bench, bench
from kualcode.analysis.triangulation.judging import settled as in_order
from kualcode.analysis.triangulation.parents import above
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
        return replace(weighed, codes=shown, flags=in_order(flags))
    made = bench(weighed, case, flags)
    done: dict[str, CodeVerdict] = {}
    for row in sorted(weighed.codes, key=lambda row: -len(above(case.book, row.code))):
        done[row.code] = _judged(made, row, done, flags)
    return replace(weighed, codes=tuple(done[row.code] for row in weighed.codes), flags=in_order(flags))


def triangulate(case: Case, axis: Axis = "technique", flags: Sequence[Flag] = ()) -> Triangulation:
    """Weighed and judged."""
    return judge(weigh(case, axis), case, flags)


def _judged(made: Bench, row: CodeVerdict, done: Mapping[str, CodeVerdict], flags: Sequence[Flag]) -> CodeVerdict:
    """One code, its children being judged already."""
    row = replace(row, flags=_on(row.code, flags))
    if row.verdict is None:
        return row
    parts = [done[child.id] for child in made.family.get(row.code, ())]
    if row.general is not None:
        found = gates.of_general(made, row.general, row.code)
        general = replace(row.general, gate=gates.gate(found), gate_reasons=found)
        row = replace(row, general=general)
        parts.append(general)
    settled = row.verdict == "DISSONANCE" and gates.settles(made, row, row.code, parts)
    row = applied(row, made.choices, settled=settled, kind=made.case.book.by_id[row.code].kind)
    row = replace(row, k_parts=max((part.k for part in parts), default=None))
    reasons = gates.of_row(made, row, parts)
    level, why = confidence(made, row, parts)
    return replace(row, gate=gates.gate(reasons), gate_reasons=reasons, confidence=level, reasons=why)


def _on(code: str, flags: Sequence[Flag]) -> tuple[Flag, ...]:
    return in_order([flag for flag in flags if code in flag.targets])
