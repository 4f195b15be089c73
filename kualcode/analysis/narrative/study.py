"""The findings of a study together, with what the researcher holds of the study as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kualcode.analysis.evidence import Axis
from kualcode.analysis.findings.finding import Finding, Negative
from kualcode.analysis.findings.overall import Overall, overall
from kualcode.judgements import Earlier, Judgements, label_of
from kualcode.model import Code, Codebook


@dataclass(frozen=True, slots=True)
class Study:
    """What a text of findings is written from."""

    book: Codebook
    axis: Axis  # that decides what may be stated
    findings: tuple[Finding, ...]  # in codebook order
    judged: Judgements
    title: str = ""

    @property
    def stated(self) -> tuple[Finding, ...]:
        """Findings that may be stated, with or without reservations, or described."""
        return tuple(finding for finding in self.findings if not finding.blocked)

    @property
    def blocked(self) -> tuple[Finding, ...]:
        """Findings that may not be stated yet."""
        return tuple(finding for finding in self.findings if finding.blocked)

    def negative_cases(self, findings: Sequence[Finding]) -> list[tuple[Finding, Negative]]:
        """Every negative case of some findings; an indicator does not repeat those of its parts among them."""
        told = {(one.code.parent, case.voice.id) for one in findings for case in one.negatives}
        return [(one, case) for one in findings for case in one.negatives if (one.code.id, case.voice.id) not in told]

    @property
    def judged_any(self) -> bool:
        """Whether the researcher has settled anything of any finding."""
        return any(finding.claim or (finding.own and finding.own.label) for finding in self.findings)

    @property
    def overall(self) -> Overall:
        """The label of the whole as it follows from the labels of the indicators."""
        found = [finding for finding in self.findings if finding.code.kind == "indicator"]
        blocked = [finding.code.id for finding in found if finding.blocked]
        labels = [(one.code.id, None if one.verdict.gate == "DESCRIBE" else one.label) for one in found]
        return overall(labels, blocked, self.book.label_scale)

    @property
    def own_overall(self) -> str | None:
        """The label of the whole as the researcher has recorded it."""
        word = self.judged.overall.label
        return label_of(word, self.book.label_scale) if word else None

    def of(self, code: str) -> Finding | None:
        """The finding on a code; a group of factors has none."""
        return next((finding for finding in self.findings if finding.code.id == code), None)

    def parts(self, code: str) -> Sequence[Finding]:
        """The findings on the codes directly under a code."""
        return [finding for finding in self.findings if finding.code.parent == code]

    def speaks_itself(self, finding: Finding) -> bool:
        """Whether what its groups say is told with it, and not with parts below it."""
        return not self.parts(finding.code.id)

    @property
    def indicators(self) -> list[Code]:
        """Top codes that are judged, in codebook order."""
        return [code for code in self._tops if code.kind == "indicator"]

    @property
    def groups(self) -> list[Code]:
        """Groups of factors, and factors that stand alone, hindering before driving."""
        found = [code for code in self._tops if code.kind in ("factor_group", "factor")]
        return sorted(found, key=lambda code: code.direction != "hindering")

    @property
    def _tops(self) -> list[Code]:
        return [code for code in self.book.codes if code.parent is None and code.retired is None]

    def earlier(self, code: str) -> list[Earlier]:
        """What earlier studies found on an indicator."""
        return [one for one in self.judged.earlier_studies if one.indicator == code]
