"""The outline of one finding: points with figures, quotes and sources, to be written out by the researcher."""

from __future__ import annotations

from collections.abc import Iterator

from kualcode.analysis.findings.finding import Finding
from kualcode.analysis.narrative import closing, groups, points
from kualcode.analysis.narrative.figures import figures, others
from kualcode.analysis.narrative.open_points import still_open
from kualcode.analysis.narrative.said import Part, Sentence, after, bullet
from kualcode.analysis.narrative.study import Study
from kualcode.analysis.narrative.verdicts import triangulation
from kualcode.analysis.narrative.words import AXES
from kualcode.analysis.verdicts import Group
from kualcode.analysis.words import capital
from kualcode.errors import Bi


def section(study: Study, finding: Finding) -> Iterator[Part]:
    """What the groups show, what they show together, what does not fit, what may be concluded, what is open."""
    told_below = finding.verdict.verdict == "AGREEMENT"  # the sentence on triangulation names who is silent, and why
    for group in finding.verdict.groups if study.speaks_itself(finding) else ():
        if group.voices or not told_below:
            yield from _group(study, finding, group)
    for figure in figures(finding):
        yield bullet([figure])
    rest = others(finding)
    if rest is not None:
        yield bullet([rest])
    yield bullet([after(capital(AXES[study.axis]), triangulation(finding, study.axis, study.book))])
    for sentence in points.views(finding, study.axis):
        yield bullet([sentence], 1)
    yield from _beside(study, finding)
    yield from _conclusion(study, finding)
    yield from _open(finding)


def general(study: Study, finding: Finding) -> Iterator[Part]:
    """What was said of an indicator as a whole, by group; its conclusion is that of the indicator."""
    for group in finding.verdict.groups:
        if group.voices:
            yield from _group(study, finding, group)


def _group(study: Study, finding: Finding, group: Group) -> Iterator[Part]:
    said = groups.speaks(finding, group, study.axis)
    more = groups.aspects(finding, group) if group.voices else None
    head = groups.result_of(study.axis, group.name)
    yield bullet([after(head, said), *([more] if more else [])])
    yield from groups.quotes(finding, group.name, study.book)


def _beside(study: Study, finding: Finding) -> Iterator[Part]:
    """What does not fit, and what explains it."""
    for found in finding.contradictions:
        if found.rule != "DISSONANCE":  # the sentence on triangulation tells of it, with its resolution
            head = _CONTRADICTION if found.severity == "BLOCK" else _REMARK.fill(rule=found.rule)
            yield bullet([after(head, points.contradiction(finding, found))])
    for case in finding.negatives:
        yield bullet([after(_NEGATIVE, points.negative(finding, case, study.axis))])
    for head, said in ((_CAMPS, points.camps(finding)), (_CAUSES, points.causes(study, finding))):
        if said is not None:
            yield bullet([after(head, said)])


def _conclusion(study: Study, finding: Finding) -> Iterator[Part]:
    """What may be concluded, how it is rated, how sure it is, and what limits it."""
    if finding.verdict.gate == "DESCRIBE":
        yield bullet([closing.described(finding)])
        return
    yield bullet([closing.stated(study, finding)])
    rest = (closing.confidence(finding), closing.checked(finding), closing.limitation(study, finding))
    for said in (*closing.rated(study, finding), *rest):
        if said is not None:
            yield bullet([said], 1)


def _open(finding: Finding) -> Iterator[Part]:
    """What waits for the researcher."""
    found = still_open(finding)
    if found:
        yield bullet([Sentence(_OPEN, finding.id)])
        for sentence in found:
            yield bullet([sentence], 1)


_CONTRADICTION = Bi("Pertentangan", "Contradiction")
_REMARK = Bi("Catatan pemeriksaan ({rule})", "Remark of a check ({rule})")
_NEGATIVE = Bi("Kasus negatif", "Negative case")
_CAMPS = Bi("Dua pandangan", "Two camps")
_CAUSES = Bi("Kaitan dengan faktor", "Factors")
_OPEN = Bi("Masih terbuka:", "Still open:")
