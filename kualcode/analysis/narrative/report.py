"""The whole text: negative cases first, what is open, then Pembahasan, Simpulan and Saran."""

from __future__ import annotations

from collections.abc import Iterator

from kualcode.analysis.narrative import points
from kualcode.analysis.narrative.conclusion import advice, conclusion
from kualcode.analysis.narrative.discussion import discussion
from kualcode.analysis.narrative.open_points import for_all
from kualcode.analysis.narrative.said import Part, Sentence, bullet, heading, note
from kualcode.analysis.narrative.study import Study
from kualcode.analysis.narrative.words import AXES, NOTHING, clause, joined, sentence, title
from kualcode.errors import Bi

BLOCKED_FILE = "belum_dapat_disimpulkan.md"
DRAFT = Bi("draf, wajib ditulis ulang", "draft, to be written anew")


def report(study: Study, *, in_prose: bool = False) -> tuple[Part, ...]:
    """The text as an outline, or as a draft in running sentences."""
    return tuple(_parts(study, in_prose))


def heading_of(study: Study, *, in_prose: bool = False) -> Bi:
    """The title of the text."""
    kind = _DRAFT_TITLE if in_prose else _OUTLINE_TITLE
    return _TITLED.fill(kind=kind, title=study.title) if study.title else kind


def _parts(study: Study, in_prose: bool) -> Iterator[Part]:
    yield note(_ABOUT.fill(book=study.book.id, version=study.book.version, axis=AXES[study.axis]))
    if study.axis == "technique":
        yield note(_SAME_SOURCE)
    yield from negative_cases(study)
    shared = for_all(study)
    if shared:
        yield heading(1, _OPEN)
        yield from (bullet([said]) for said in shared)
    yield heading(1, _DISCUSSION)
    if study.blocked:
        yield note(_HELD_BACK.fill(file=BLOCKED_FILE))
    yield from discussion(study, in_prose=in_prose)
    yield from conclusion(study, in_prose=in_prose)
    yield from advice(study)


def negative_cases(study: Study) -> Iterator[Part]:
    """Voices that say the opposite, to be explained before anything is written."""
    yield heading(1, _NEGATIVE)
    cases = study.negative_cases(study.findings)
    if not cases:
        yield note(_NO_NEGATIVE)
    for finding, case in cases:
        told = points.negative(finding, case, study.axis)
        about = _ABOUT_CODE.fill(code=title(finding.code), told=clause(told.text))
        mark = _EXPLAINED if case.explanation.id else _TO_EXPLAIN
        marks = [about, sentence(mark), _OF_BLOCKED if finding.blocked else NOTHING]
        yield bullet([Sentence(joined(marks), finding.id, told.rules, told.evidence)])


_OUTLINE_TITLE = Bi("Kerangka Pembahasan, Simpulan, dan Saran", "Outline of Discussion, Conclusion and Recommendations")
_DRAFT_TITLE = Bi("Draf Pembahasan, Simpulan, dan Saran", "Draft of Discussion, Conclusion and Recommendations")
_TITLED = Bi("{kind}: {title}", "{kind}: {title}")
_ABOUT = Bi(
    "Disusun dari pernyataan yang kodenya sudah diterima peneliti, menurut buku kode {book} versi {version}. Yang "
    "menentukan apa yang dapat dinyatakan ialah {axis}. Tingkat keyakinan terhadap temuan disadur dari GRADE-CERQual.",
    "Made from statements whose codings the researcher has accepted, by the codebook {book}, version {version}. What "
    "may be stated is decided by the {axis}. Confidence in the findings is adapted from GRADE-CERQual.",
)
_SAME_SOURCE = Bi(
    "Sumber yang sama dalam triangulasi teknik ialah unit yang diteliti.",
    "The same source, in the triangulation of techniques, is the unit studied.",
)
_NEGATIVE = Bi("Kasus negatif yang harus dijelaskan", "Negative cases to be explained")
_NO_NEGATIVE = Bi(
    "Tidak ada informan, catatan observasi, atau dokumen yang berlawanan dengan temuan.",
    "No informant, observation record or document stands against a finding.",
)
_OF_BLOCKED = Bi("Temuannya sendiri belum dapat disimpulkan.", "The finding itself cannot be concluded yet.")
_ABOUT_CODE = Bi("{code}: {told}.", "{code}: {told}.")
_EXPLAINED = Bi("sudah dijelaskan", "explained")
_TO_EXPLAIN = Bi("penjelasan peneliti belum ada", "the researcher has not explained it yet")
_OPEN = Bi("Yang masih terbuka untuk seluruh temuan", "What is open for all findings")
_DISCUSSION = Bi("Pembahasan", "Discussion")
_HELD_BACK = Bi(
    "Yang belum dapat disimpulkan hanya disebut namanya; alasannya, dan apa yang dapat mengubahnya, ada di {file}.",
    "What cannot be concluded yet is only named; the reasons, and what would change them, stand in {file}.",
)
