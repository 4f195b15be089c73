"""Passages that several findings rest on: printed where they are first quoted, and named by their place after that."""

from __future__ import annotations

from collections.abc import Iterable

from kualcode.analysis.findings.finding import Finding
from kualcode.analysis.layouts.quotes import quote
from kualcode.analysis.narrative.said import Part, Sentence, paragraph
from kualcode.analysis.narrative.study import Study
from kualcode.analysis.narrative.words import joined, name
from kualcode.document import Paragraph
from kualcode.errors import Bi


class Shown:
    """What has been quoted so far, and under which finding."""

    def __init__(self) -> None:
        self._under: dict[Bi, Finding] = {}

    def once(self, parts: Iterable[Part], study: Study, finding: Finding) -> list[Part]:
        """The parts of a section; where it has other quotes, one that was printed already is only pointed to.

        A section keeps at least one passage in its own words (method 5.1).
        """
        made = list(parts)
        fresh = [part for part in made if _is_quote(part) and _words(part) not in self._under]
        kept = [self._pointed(part, study, finding) if fresh else part for part in made]
        self._under |= {_words(part): finding for part in fresh}
        return kept

    def _pointed(self, part: Part, study: Study, finding: Finding) -> Part:
        earlier = self._under.get(_words(part)) if _is_quote(part) else None
        if earlier is None:
            return part
        (said,) = part.sentences
        shown = quote(study.book, finding.evidence[said.evidence[0]])
        text = _SEE.fill(place=joined([shown.who, shown.place], ", "), where=name(earlier.code), code=earlier.code.id)
        return paragraph([Sentence(text, said.finding, said.rules, said.evidence)], "quote")


def _is_quote(part: Part) -> bool:
    return isinstance(part.block, Paragraph) and part.block.style == "quote"


def _words(part: Part) -> Bi:
    return part.block.text if isinstance(part.block, Paragraph) else Bi("", "")


_SEE = Bi("(Lihat kutipan pada {where} ({code}): {place}.)", "(See the passage under {where} ({code}): {place}.)")
