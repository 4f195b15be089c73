"""Triangulation as a use case: of a project or of a file of evidence, over any axis, for people and for machines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from kualcode.analysis.evidence import Axis, Case
from kualcode.analysis.findings.record import same_source, voice_id
from kualcode.analysis.layouts.themes import Question
from kualcode.analysis.rules.flags import Flag
from kualcode.analysis.triangulation.axes import gating
from kualcode.analysis.verdicts import CodeVerdict, Triangulation
from kualcode.errors import Bi, KualcodeError
from kualcode.store import Store
from kualcode.workflow.resolve import Contradiction
from kualcode.workflow.study import stored_config

SCHEMA = "kualcode.triangulate/1"
_BY_CODE = ("DISSONANCE", "LABEL")  # contradictions without a flag
_RESOLVED, _RETRACTED = " resolved", " retracted"  # how the reasons of answered ones end


@dataclass(frozen=True, slots=True)
class Study:
    """A case, triangulated over each axis that is asked for; provisional where suggestions count in it."""

    case: Case
    provisional: bool = False
    questions: tuple[Question, ...] = ()
    _runs: dict[Axis, Triangulation] = field(default_factory=dict, compare=False)

    def over(self, axis: Axis) -> Triangulation:
        """The verdicts on one axis, worked out once."""
        if axis not in self._runs:
            self._runs[axis] = triangulate(self.case, axis)
        return self._runs[axis]


def triangulate(case: Case, axis: Axis = "technique") -> Triangulation:
    """Weigh the evidence, let the rules look at it, and judge what may be stated and how surely."""
    from kualcode.analysis.rules.check import flags
    from kualcode.analysis.triangulation.algorithm import judge, weigh

    weighed = weigh(case, axis)
    return judge(weighed, case, flags(case, weighed))


def from_project(store: Store, *, provisional: bool = False) -> Study:
    """The study of a project; `provisional` counts suggestions that nobody has read. Raises InvalidFile."""
    from kualcode.workflow import evidence

    questions = (Question(Bi(text, text), ()) for text in stored_config(store).research_questions)
    return Study(evidence.case(store, provisional=provisional), provisional, tuple(questions))


def from_evidence(case: Case, *, provisional: bool = False) -> Study:
    """The study of a file of evidence; `provisional` counts what stands in it as suggested."""
    if not provisional:
        return Study(case)
    counted = (replace(one, status="accepted") if one.status == "suggested" else one for one in case.evidence)
    return Study(replace(case, evidence=tuple(counted)), provisional=True)


def check_something_counts(study: Study) -> None:
    """Raises KualcodeError where there is nothing to lay out because nobody has decided yet: what to do is in it."""
    if any(one.counts for one in study.case.evidence):
        return
    n = sum(one.status == "suggested" for one in study.case.evidence)
    raise KualcodeError(_NOTHING_ACCEPTED.fill(n=n) if n else _NOTHING, _ACCEPT if n else _TAG)


# ---------------------------------------------------------------- contradictions
def open_contradictions(store: Store) -> tuple[Contradiction, ...]:
    """Every contradiction of a project on the axis that decides, those with a resolution too: for `resolve`."""
    study = from_project(store)
    return contradictions(study.case, study.over(gating(study.case.design)))


def contradictions(case: Case, run: Triangulation) -> tuple[Contradiction, ...]:
    """The same of a case and its run: codes whose groups contradict, labels far from the suggestion, and all flags."""
    return (*_on_codes(case, run), *(_flagged(case, flag) for flag in run.flags))


def _on_codes(case: Case, run: Triangulation) -> Iterator[Contradiction]:
    """Techniques that contradict, and labels far from the suggestion; what is resolved on every child is not said."""
    written = {(one.rule, one.target): one for one in case.resolutions}
    for row in run.codes:
        for reason in row.gate_reasons:
            rule, settled = reason.id.removesuffix(_RESOLVED).removesuffix(_RETRACTED), reason.id.endswith(_RESOLVED)
            resolved = written.get((rule, row.code))
            if rule in _BY_CODE and bool(resolved) >= settled:
                answered = settled or (resolved is not None and resolved.decision == "retract")
                yield Contradiction(rule, row.code, "BLOCK", reason.text, resolved if answered else None)


def _flagged(case: Case, flag: Flag) -> Contradiction:
    """A rule that fires; resolved by its own id, or on every code that it touches."""
    written = {one.target: one for one in case.resolutions if one.rule == flag.rule}
    on_codes = [written.get(code) for code in flag.targets]
    resolved = written.get(flag.id) or (on_codes[0] if on_codes and all(on_codes) else None)
    return Contradiction(flag.rule, flag.id, flag.severity, flag.message, resolved, flag.targets)


# ---------------------------------------------------------------- for machines
def as_json(run: Triangulation, case: Case, *, provisional: bool = False, code: str | None = None) -> dict[str, Any]:
    """The contract `kualcode.triangulate/1`: every code of the codebook in its order, or one of them.

    A group of factors has no verdict, gate, label or voices; `factors` lists what stands under it, in codebook order.
    """
    made: dict[str, Any] = {"schema": SCHEMA, "axis": run.axis}
    if provisional:
        made["provisional"] = True
    made["codes"] = {one.code: _record(one, case) for one in run.codes if code in (None, one.code)}
    return made


def _record(one: CodeVerdict, case: Case) -> dict[str, Any]:
    record: dict[str, Any] = {
        "verdict": one.verdict,
        "gate": one.gate,
        "label": one.label,
        "label_note": one.label_note.id if one.label_note else None,
        "status": one.status,
        "confidence": one.confidence,
        "reasons": [reason.id for reason in one.reasons],
        "stances": {group.name: group.sign for group in one.groups},
        "voices": {group.name: len(group.voices) for group in one.groups},
        "deviant": [voice.key for voice in one.deviant],
        "camps": {sign: list(keys) for sign, keys in one.camps.items()},
        "deviant_voices": [voice_id(voice) for voice in one.deviant],
        "camp_voices": {sign: [voice_id(voice) for voice in voices] for sign, voices in one.camp_voices.items()},
        "chosen": one.chosen._asdict() if one.chosen else None,
        "k_parts": one.k_parts,
        "same_source": [same_source(found) for found in one.same_source],
        "recode": list(one.recode),
        "facet_clashes": list(one.facet_clashes),
        "gate_reasons": [reason.id for reason in one.gate_reasons],
        "flags": [flag.id for flag in one.flags],
    }
    if one.verdict is None:
        record["factors"] = [code.id for code in case.book.codes if code.parent == one.code]
    return record


_NOTHING_ACCEPTED = Bi(
    "Belum ada kode yang diterima: {n} usulan mesin belum dibaca orang, dan usulan tidak dihitung.",
    "No coding is accepted yet: nobody has read {n} suggestions, and suggestions do not count.",
)
_ACCEPT = Bi(
    "Baca dan putuskan (kualcode quotes KODE, kualcode code accept ID --coder NAMA), atau lihat tabel sementara: "
    "kualcode triangulate --provisional",
    "Read and decide (kualcode quotes CODE, kualcode code accept ID --coder NAME), or look at a provisional table: "
    "kualcode triangulate --provisional",
)
_NOTHING = Bi("Belum ada bukti berkode.", "There is no coded evidence yet.")
_TAG = Bi("Kodekan dulu: kualcode tag", "Code first: kualcode tag")
