"""Earlier studies beside ours, indicator by indicator: in line with them, or different."""

from __future__ import annotations

from collections.abc import Iterator

from kualcode.analysis import words as shown
from kualcode.analysis.findings.finding import Finding
from kualcode.analysis.narrative.said import Sentence
from kualcode.analysis.narrative.study import Study
from kualcode.analysis.narrative.words import name, sentence
from kualcode.errors import Bi
from kualcode.judgements import Earlier, label_of
from kualcode.model import Codebook


def beside(study: Study, finding: Finding) -> Iterator[Sentence]:
    """A sentence an earlier study of this indicator, in the order in which they were written down."""
    for one in study.earlier(finding.code.id):
        yield Sentence(sentence(_compared(one, finding, study.book)), finding.id, ("EARLIER",))


def _compared(one: Earlier, finding: Finding, book: Codebook) -> Bi:
    """In line where both labels lie on the same side of the scale's midline."""
    level = {label.id: label for label in book.label_scale}
    theirs = label_of(one.result, book.label_scale)
    values = {
        "study": _cited(one),
        "indicator": name(finding.code),
        "result": shown.label(book, theirs) if theirs else one.result,
        "ours": shown.label(book, finding.label or ""),
    }
    if theirs is None or finding.label is None:
        return _UNCOMPARED.fill(**values)
    if level[theirs].favourable != level[finding.label].favourable:
        return _DIFFERENT.fill(**values)
    return (_IN_LINE if theirs == finding.label else _IN_LINE_NEARLY).fill(**values)


def _cited(one: Earlier) -> Bi:
    """ "Ramli (2022) di Kecamatan Halong"; the author's own form of citation where one is given."""
    year = f" ({one.year})" if one.year and one.year not in one.study else ""
    cited = one.cite or f"{one.study}{year}"
    return Bi(f"{cited} di {one.place}", f"{cited} in {one.place}") if one.place else Bi(cited, cited)


_IN_LINE = Bi(
    "temuan ini sejalan dengan penelitian terdahulu {study}, yang juga mendapati {indicator} {result}",
    "this is in line with the earlier study {study}, which also found {indicator} {result}",
)
_IN_LINE_NEARLY = Bi(
    "temuan ini sejalan dengan penelitian terdahulu {study}, yang mendapati {indicator} {result}, walaupun tingkatnya "
    "tidak sama dengan temuan ini ({ours})",
    "this is in line with the earlier study {study}, which found {indicator} {result}, although to another degree than "
    "here ({ours})",
)
_DIFFERENT = Bi(
    "temuan ini berbeda dengan penelitian terdahulu {study}, yang mendapati {indicator} {result}, sedangkan di sini "
    "{ours}",
    "this differs from the earlier study {study}, which found {indicator} {result}, while here it is {ours}",
)
_UNCOMPARED = Bi(
    "penelitian terdahulu {study} mendapati {indicator} {result}; keduanya belum dapat dibandingkan",
    "the earlier study {study} found {indicator} {result}; the two cannot be compared yet",
)
