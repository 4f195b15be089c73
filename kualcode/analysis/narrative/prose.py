"""A draft of one finding in running sentences, from the record alone; the researcher writes it anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kualcode.analysis.findings.finding import Contradiction, Finding
from kualcode.analysis.narrative import closing, groups, points
from kualcode.analysis.narrative.claims import basis, claim, counts
from kualcode.analysis.narrative.figures import figures
from kualcode.analysis.narrative.said import Part, Sentence, paragraph
from kualcode.analysis.narrative.study import Study
from kualcode.analysis.narrative.verdicts import triangulation
from kualcode.analysis.narrative.words import clause, group_name, name, sentence
from kualcode.analysis.verdicts import Group
from kualcode.errors import Bi


def section(study: Study, finding: Finding, turn: int) -> Iterator[Part]:
    """The same as the outline, in sentences; `turn` is the number of the section, so that openings take turns."""
    if study.speaks_itself(finding):
        yield from _groups(study, finding, turn)
    yield paragraph([*figures(finding), *_together(study, finding, turn)])
    for found in finding.contradictions:
        if _is_remark(found):  # it speaks to the researcher, not to her readers
            yield paragraph([points.contradiction(finding, found)], "note")
    yield paragraph(_conclusion(study, finding, turn))


def general(study: Study, finding: Finding, turn: int) -> Iterator[Part]:
    """What was said of an indicator as a whole; its conclusion is that of the indicator."""
    yield from _speaking(study, finding, turn)


def _groups(study: Study, finding: Finding, turn: int) -> Iterator[Part]:
    """What every group says; those without a voice together in one paragraph."""
    yield from _speaking(study, finding, turn)
    silent = groups.silences(finding, study.axis)
    if silent and finding.verdict.verdict != "AGREEMENT":  # there the sentence on triangulation tells of them
        yield paragraph(silent)


def _speaking(study: Study, finding: Finding, turn: int) -> Iterator[Part]:
    """A paragraph for each group that speaks, with its quotes."""
    speaking = [group for group in finding.verdict.groups if group.voices]
    for n, group in enumerate(speaking):
        topic = name(finding.code) if n == 0 else None
        said = _opened(study, group, groups.speaks(finding, group, study.axis, topic), turn + n)
        more = groups.aspects(finding, group)
        quotes = list(groups.quotes(finding, group.name, study.book))
        if quotes and more is None:
            yield paragraph([_led(said)])
        else:
            lead = Sentence(_LEADS[(2 * turn + n) % len(_LEADS)], finding.id) if quotes else None
            yield paragraph([part for part in (said, more, lead) if part is not None])
        yield from quotes


def _led(said: Sentence) -> Sentence:
    """A sentence that leads to the quotes below it by itself."""
    text = Bi(*(one.removesuffix(".") for one in (said.text.id, said.text.en)))
    return replace(said, text=_AS_QUOTED.fill(said=text))


def _opened(study: Study, group: Group, said: Sentence, turn: int) -> Sentence:
    """The sentence behind the name of its group: "Dalam wawancara, tujuh informan ..."."""
    opening = (_OPENINGS if study.axis == "technique" else _OTHER_OPENINGS)[turn % 3]
    head, body = opening.fill(group=group_name(study.axis, group.name)), clause(said.text)
    return replace(said, text=sentence(Bi(f"{head.id} {body.id}", f"{head.en} {body.en}")))


def _together(study: Study, finding: Finding, turn: int) -> Iterator[Sentence]:
    """What the groups show together, what does not fit, and what explains it."""
    yield triangulation(finding, study.axis, study.book, turn=turn)
    for found in finding.contradictions:
        if found.rule != "DISSONANCE" and not _is_remark(found):  # that one the sentence on triangulation tells
            yield points.contradiction(finding, found)
    for case in finding.negatives:
        yield points.negative(finding, case, study.axis)
    for said in (points.camps(finding), points.causes(study, finding)):
        if said is not None:
            yield said


def _is_remark(found: Contradiction) -> bool:
    return found.severity == "WARN" and found.resolution is None


def _conclusion(study: Study, finding: Finding, turn: int) -> list[Sentence]:
    """What may be concluded; where the sentence on triangulation has said the claim, only its rating follows."""
    if finding.verdict.gate == "DESCRIBE":
        return [closing.described(finding)]
    told = finding.verdict.verdict in ("AGREEMENT", "SILENCE")
    found = [] if told else [_concluded(study, finding, turn)]
    rest = (
        closing.confidence(finding, in_prose=True),
        closing.checked(finding),
        closing.limitation(study, finding),
    )
    return [*found, *closing.rated(study, finding), *(said for said in rest if said is not None)]


def _concluded(study: Study, finding: Finding, turn: int) -> Sentence:
    frame = _CONCLUDED[turn % len(_CONCLUDED)]
    told = frame.fill(claim=claim(finding, study.book), basis=basis(finding, study.axis))
    rules = closing.rules_of(finding)
    return Sentence(sentence(told), finding.id, rules, tuple(finding.evidence), numbers=counts(finding))


_OPENINGS = (
    Bi("Dalam {group},", "In the {group},"),
    Bi("Dari {group} diketahui bahwa", "From the {group} it is known that"),
    Bi("Menurut hasil {group},", "According to the {group},"),
)
_OTHER_OPENINGS = (
    Bi("Dari {group},", "Of {group},"),
    Bi("Pada {group},", "In {group},"),
    Bi("Menurut {group},", "By {group},"),
)
_AS_QUOTED = Bi("{said}, sebagaimana kutipan berikut.", "{said}, as the following passages show.")
_LEADS = (
    Bi("Hal itu tampak dalam kutipan berikut.", "This is seen in what follows."),
    Bi("Berikut kutipannya.", "In the words of the sources:"),
    Bi("Kutipan berikut menggambarkannya.", "The following passages show it."),
)
_CONCLUDED = (
    Bi("dapat disimpulkan bahwa {claim} {basis}", "it can be concluded that {claim} {basis}"),
    Bi("dengan demikian, {claim} {basis}", "accordingly, {claim} {basis}"),
    Bi("dari uraian itu dapat dikatakan bahwa {claim} {basis}", "from this it can be said that {claim} {basis}"),
)
