"""Belum dapat disimpulkan: every blocked finding with the reason, what would lift it, and what is there so far."""

from __future__ import annotations

from collections.abc import Iterator

from kualcode.analysis.findings.finding import Finding
from kualcode.analysis.narrative import groups, points
from kualcode.analysis.narrative.closing import parts_otherwise
from kualcode.analysis.narrative.lifting import lift
from kualcode.analysis.narrative.said import Part, Sentence, after, bullet, heading, note
from kualcode.analysis.narrative.study import Study
from kualcode.analysis.narrative.verdicts import triangulation
from kualcode.analysis.narrative.words import joined, listed, name, title
from kualcode.errors import Bi


def not_yet(study: Study) -> Iterator[Part]:
    """The text below its title, in codebook order."""
    yield note(_INTRODUCTION if study.blocked else _none(study))
    for finding in study.blocked:
        yield from _blocked(study, finding)


def _none(study: Study) -> Bi:
    """That nothing is held back, with the findings that carry no label because their sources contradict each other."""
    settled = [name(one.code) for one in study.stated if one.verdict.verdict == "DISSONANCE"]
    return joined([_NONE, _SETTLED.fill(names=listed(settled))]) if settled else _NONE


def _blocked(study: Study, finding: Finding) -> Iterator[Part]:
    told = title(finding.code)
    yield heading(1, Bi(*(f"{text} ({finding.code.id})" for text in told)))
    for reason in finding.verdict.gate_reasons:
        if reason.gate == "BLOCK":
            yield bullet([Sentence(_REASON.fill(reason=reason.text), finding.id, (reason.id,))])
            yield bullet([Sentence(_LIFT.fill(lift=lift(study, finding, reason)), finding.id, (reason.id,))], 1)
    otherwise = parts_otherwise(study, finding)
    if otherwise is not None:
        yield bullet([otherwise])
    if finding.verdict.verdict == "DISSONANCE" and not finding.verdict.caps:
        yield bullet([triangulation(finding, study.axis, study.book, turn=0)])
    for found in finding.contradictions:
        if found.resolution is None and found.severity == "WARN":
            yield bullet([points.contradiction(finding, found)])
    for case in finding.negatives:
        yield bullet([points.negative(finding, case, study.axis)])
    yield from _so_far(study, finding)


def _so_far(study: Study, finding: Finding) -> Iterator[Part]:
    """What the groups say: for the researcher to go on from, not to be reported. A parent's parts say it themselves."""
    speaking = [group for group in finding.verdict.groups if group.voices]
    if not speaking or not study.speaks_itself(finding):
        return
    yield note(_SO_FAR)
    for group in speaking:
        head = groups.result_of(study.axis, group.name)
        yield bullet([after(head, groups.speaks(finding, group, study.axis))])
        yield from groups.quotes(finding, group.name, study.book)


TITLE = Bi("Belum dapat disimpulkan", "Not yet to be concluded")
_INTRODUCTION = Bi(
    "Yang tercantum di sini tidak boleh dinyatakan sebagai temuan. Tiap butir memuat alasannya dan apa yang dapat "
    "mengubahnya.",
    "Nothing here may be stated as a finding. Each part has the reason, and what would change it.",
)
_NONE = Bi("Tidak ada temuan yang tertahan.", "No finding is held back.")
_SETTLED = Bi(
    "Sumber-sumbernya bertentangan dan peneliti sudah memutuskannya, sehingga dinyatakan dengan catatan: {names}.",
    "The sources contradict each other and the researcher has settled it, so these are stated with reservations: "
    "{names}.",
)
_REASON = Bi("Alasan: {reason}", "Reason: {reason}")
_LIFT = Bi("Yang dapat mengubahnya: {lift}", "What would change it: {lift}")
_SO_FAR = Bi(
    "Yang sudah ada, untuk didalami dan belum untuk dilaporkan:",
    "What is there so far, to go on from and not to be reported:",
)
