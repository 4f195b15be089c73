"""Pembahasan: indicator by indicator in codebook order, then the factors that hinder and those that drive."""

from __future__ import annotations

from collections.abc import Iterator

from kualcode.analysis.findings.finding import Finding
from kualcode.analysis.narrative import outline, prose
from kualcode.analysis.narrative.earlier import beside
from kualcode.analysis.narrative.repeated import Shown
from kualcode.analysis.narrative.said import Part, Sentence, bullet, heading, note, paragraph, slot
from kualcode.analysis.narrative.study import Study
from kualcode.analysis.narrative.words import listed, name, ordinal, title
from kualcode.errors import Bi
from kualcode.model import Code


def discussion(study: Study, *, in_prose: bool) -> Iterator[Part]:
    """All sections; `in_prose` writes a draft instead of an outline."""
    writer = _Writer(study, in_prose)
    for number, code in enumerate(study.indicators, 1):
        yield from writer.indicator(number, code)
    for number, code in enumerate(study.groups, len(study.indicators) + 1):
        yield from writer.factors(number, code)


class _Writer:
    """Writes sections and counts them, so that openings take turns."""

    def __init__(self, study: Study, in_prose: bool) -> None:
        self.study, self.prose = study, in_prose
        self.turn, self.shown = -1, Shown()

    def indicator(self, number: int, code: Code) -> Iterator[Part]:
        """Concept, sub-indicators, theory and earlier studies, and what may be concluded of the whole."""
        yield _headed(2, f"{number}. ", code)
        yield slot(_CONCEPT.fill(name=name(code)))
        yield note(_DEFINED.fill(definition=code.definition))
        parts, whole = self.study.parts(code.id), self.study.of(code.id)
        stated = [finding for finding in parts if not finding.blocked]
        for at, finding in enumerate(stated, 1):
            yield _headed(3, f"{number}.{at} ", finding.code, show_id=True)
            yield from self.section(finding)
        held = [name(finding.code) for finding in parts if finding.blocked]
        if whole is None or whole.blocked:
            yield from self.blocked([*held, _AS_A_WHOLE.fill(name=name(code))])
            return
        yield from self.blocked(held)
        yield heading(3, _prefixed(f"{number}.{len(stated) + 1} ", _WHOLE.fill(name=name(code))))
        yield from self.whole(code, whole)

    def whole(self, code: Code, finding: Finding) -> Iterator[Part]:
        """The indicator as a whole, beside theory and earlier studies."""
        if finding.general is not None:
            write = prose.general(self.study, finding.general, self.turn) if self.prose else None
            yield from write or outline.general(self.study, finding.general)
        yield from self.section(finding)
        yield slot(_THEORY.fill(name=name(code)))
        if finding.theory:
            yield paragraph([Sentence(finding.theory, finding.id, ("THEORY researcher",))])
        for said in beside(self.study, finding):
            yield paragraph([said]) if self.prose else bullet([said])

    def factors(self, number: int, code: Code) -> Iterator[Part]:
        """Factors one after the other: Pertama, Kedua ..."""
        found = [self.study.of(code.id)] if code.kind == "factor" else list(self.study.parts(code.id))
        known = [finding for finding in found if finding is not None]
        yield _headed(2, f"{number}. ", code)
        stated = [finding for finding in known if not finding.blocked]
        for at, finding in enumerate(stated, 1):
            yield heading(3, _FACTOR.fill(ordinal=ordinal(at), name=name(finding.code), code=finding.code.id))
            yield from self.section(finding)
        if not stated:
            yield note(_NO_FACTOR)
        yield from self.blocked([name(finding.code) for finding in known if finding.blocked])

    def section(self, finding: Finding) -> Iterator[Part]:
        """One finding, as points or as sentences; a passage that an earlier section quotes is not printed again."""
        self.turn += 1
        made = prose.section(self.study, finding, self.turn) if self.prose else outline.section(self.study, finding)
        return iter(self.shown.once(made, self.study, finding))

    def blocked(self, names: list[Bi]) -> Iterator[Part]:
        """Which parts cannot be concluded yet; only their names, the rest stands in a file of its own."""
        if names:
            yield paragraph([Sentence(_NOT_YET.fill(names=listed(names)), "", ("BLOCK",))], "note")


def _headed(level: int, prefix: str, code: Code, *, show_id: bool = False) -> Part:
    told = title(code)
    return heading(level, _prefixed(prefix, Bi(*(f"{text} ({code.id})" for text in told)) if show_id else told))


def _prefixed(prefix: str, text: Bi) -> Bi:
    return Bi(prefix + text.id, prefix + text.en)


_CONCEPT = Bi(
    "pengertian {name} menurut ahli, dengan rujukannya", "what {name} is by the literature, with its reference"
)
_DEFINED = Bi("Batasan dalam buku kode: {definition}", "As the codebook has it: {definition}")
_WHOLE = Bi("Gambaran keseluruhan {name}", "The whole of {name}")
_THEORY = Bi(
    "kaitan temuan tentang {name} dengan teori, dengan rujukannya",
    "how the findings on {name} relate to theory, with references",
)
_AS_A_WHOLE = Bi("{name} sebagai keseluruhan", "{name} as a whole")
_NOT_YET = Bi("Belum dapat disimpulkan: {names}.", "Cannot be concluded yet: {names}.")
_FACTOR = Bi("{ordinal}, {name} ({code})", "{ordinal}, {name} ({code})")
_NO_FACTOR = Bi("Belum ada faktor yang dapat dinyatakan pada bagian ini.", "No factor can be stated in this part yet.")
