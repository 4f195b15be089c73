"""Layouts by question and by theme: who or what speaks of each code (L2), and whether sources are consistent (L4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kualcode.analysis import words
from kualcode.analysis.evidence import TECHNIQUES, Case, Evidence
from kualcode.analysis.layouts import quotes
from kualcode.analysis.layouts.cells import EMPTY, Cells, Row
from kualcode.analysis.layouts.notes import direction_notes, notes
from kualcode.analysis.verdicts import Group, Triangulation
from kualcode.document import NOTHING, Entry, Matrix
from kualcode.errors import Bi

SILENT = words.MARKS["SIL"]
_LEGAL = "decree"  # class of documents that a thesis in law or policy lists as legal material
_QUESTION, _ASPECT = Bi("Rumusan masalah", "Research question"), Bi("Indikator/Aspek", "Indicator/Aspect")
_LEGAL_HEAD = Bi("Bahan hukum", "Legal material")
_TITLE_2 = Bi("Matriks triangulasi menurut rumusan masalah", "Triangulation matrix by research question")
_TITLE_4 = Bi("Konsistensi menurut tema: {title}", "Consistency by theme: {title}")
_DASH = Bi(
    "Isi sel: kode informan, sesi, atau dokumen yang berbicara tentang hal itu; \u2013 berarti tidak ada.",
    "Cells hold the codes of informants, sessions or documents that speak of it; \u2013 is none.",
)
_UNLINKED = Bi(
    "Rumusan masalah (belum ditautkan ke kode): {question}", "Research question (not linked to codes): {question}"
)
_IN_ORDER = Bi(
    "Rumusan masalah dipasangkan menurut urutannya dengan: {groups}.",
    "The research questions are set in their order beside: {groups}.",
)
_INDICATORS, _FACTORS = Bi("Indikator", "Indicators"), Bi("Faktor", "Factors")
_TICKS = Bi(
    "\u2713 sejalan, \u00b1 sebagian sejalan, \u2717 bertentangan, \u2013 belum tertriangulasi atau tidak dinilai.",
    "\u2713 in agreement, \u00b1 partial, \u2717 contradictory, \u2013 not yet triangulated or not to be judged.",
)
_THEME, _CONSISTENCY = Bi("Tema", "Theme"), Bi("Konsistensi", "Consistency")


class Question(NamedTuple):
    """A research question and the codes that answer it; no codes where the study does not say which."""

    text: Bi
    codes: tuple[str, ...]


# ---------------------------------------------------------------- L2
def by_question(
    case: Case,
    run: Triangulation,
    questions: Sequence[Question] = (),
    *,
    provisional: bool = False,
    quoted: bool = True,
    most: int | None = None,
) -> Matrix:
    """L2: codes under the research question that they answer; cells hold the codes of who or what speaks.

    Where the study links no question to codes, indicators stand apart from factors: under the questions in their
    order, if there are as many of them, else the questions stand below. Decrees have a column of their own,
    *Bahan hukum*, where there are any. The axis is technique.
    """
    cells = Cells(case, run, quoted=quoted, most=most)
    legal = any(one.doc_class == _LEGAL and one.counts for one in case.evidence)
    rows = [row for row in cells.rows() if not row.heads_factors]
    unlinked = [question.text for question in questions if not question.codes]
    groups = _paired(_by_kind(cells, rows), len(unlinked))
    asked, said = [question for question in questions if question.codes], list[Bi]()
    if not asked and len(unlinked) == len(groups):
        asked = [Question(text, group.codes) for text, group in zip(unlinked, groups, strict=True)]
        said = [_IN_ORDER.fill(groups=words.joined((words.lowered(group.text) for group in groups), "; "))]
    else:
        asked = asked or _by_kind(cells, rows)
        said = [_UNLINKED.fill(question=text) for text in unlinked]
    answered = {code for question in asked for code in question.codes}
    rest = tuple(row.code.id for row in rows if row.code.id not in answered)
    asked = [*asked, Question(Bi("Di luar rumusan masalah", "Outside the research questions"), rest)]
    heads = (words.capital(words.TECHNIQUES[technique]) for technique in TECHNIQUES)
    return Matrix(
        id="L2",
        title=_TITLE_2,
        columns=(_QUESTION, _ASPECT, *((_LEGAL_HEAD,) if legal else ()), *heads),
        rows=tuple(entries for question in asked for entries in _answers(cells, rows, question, legal=legal)),
        notes=(_DASH, *said, *notes(cells)),
        provisional=provisional,
    )


def _by_kind(cells: Cells, rows: Sequence[Row]) -> list[Question]:
    """Indicators and each group of factors, as if they were questions."""
    groups: dict[str, list[str]] = {}
    for row in rows:
        groups.setdefault(cells.book.top(row.code.id) if words.is_factor(cells.book, row.code.id) else "", []).append(
            row.code.id
        )
    named = {top: cells.book.by_id[top].name if top else _INDICATORS for top in groups}
    return [Question(named[top], tuple(codes)) for top, codes in groups.items()]


def _paired(groups: list[Question], n: int) -> list[Question]:
    """The groups; two of them, indicators and all factors, where two questions are asked of more."""
    factors = [group for group in groups if group.text != _INDICATORS]
    if n != 2 or len(groups) < 3 or len(factors) == len(groups):
        return groups
    together = tuple(code for group in factors for code in group.codes)
    return [*(group for group in groups if group.text == _INDICATORS), Question(_FACTORS, together)]


def _answers(cells: Cells, rows: Sequence[Row], question: Question, *, legal: bool) -> Iterator[tuple[Entry, ...]]:
    """A row a code; the question stands in the first of them."""
    wanted = [row for row in rows if row.code.id in question.codes]
    for number, row in enumerate(wanted):
        told = {group.name: group for group in row.found.groups}
        speaking = [
            _speaking(cells, row, told.get(technique), legal=technique == "documentation" and legal)
            for technique in TECHNIQUES
        ]
        decrees = [_decrees(cells, row, told.get("documentation"))] if legal else []
        yield (Entry(question.text if number == 0 else ""), Entry(row.name), *decrees, *speaking)


def _speaking(cells: Cells, row: Row, group: Group | None, *, legal: bool) -> Entry:
    found = _statements(cells, group)
    return _codes(cells, row, [one for one in found if not (legal and one.doc_class == _LEGAL)])


def _decrees(cells: Cells, row: Row, group: Group | None) -> Entry:
    return _codes(cells, row, [one for one in _statements(cells, group) if one.doc_class == _LEGAL])


def _statements(cells: Cells, group: Group | None) -> list[Evidence]:
    return [cells.evidence[one] for voice in (group.voices if group else ()) for one in voice.evidence]


def _codes(cells: Cells, row: Row, found: Sequence[Evidence]) -> Entry:
    """ "I-03, O-1", or a dash; opens to the statements on the code itself."""
    named = sorted({quotes.sheet(one) for one in found})
    own = cells.as_quotes(one for one in found if one.code == row.code.id)
    return Entry(", ".join(named), own) if named else Entry(SILENT)


# ---------------------------------------------------------------- L4
def consistency(
    case: Case, run: Triangulation, *, provisional: bool = False, quoted: bool = True, most: int | None = None
) -> Matrix:
    """L4: theme, a column a source (the groups of the axis), and a tick or a cross."""
    cells = Cells(case, run, quoted=quoted, most=most)
    return Matrix(
        id="L4" if run.axis == "source" else f"L4-{run.axis}",
        title=_TITLE_4.fill(title=words.lowered(words.axis_title(run.axis, cells.limits))),
        columns=(_THEME, *cells.heads(), _CONSISTENCY),
        rows=tuple(_theme(cells, row) for row in cells.rows()),
        notes=(_TICKS, *direction_notes(case, run, cells.limits), *notes(cells)),
        provisional=provisional,
    )


def _theme(cells: Cells, row: Row) -> tuple[Entry, ...]:
    if row.heads_factors:
        return (Entry(row.name), *[EMPTY] * (len(cells.run.names) + 1))
    verdict, tick = row.found.verdict, SILENT
    told = NOTHING if verdict is None else words.VERDICTS[verdict]
    if verdict is not None:
        tick = words.TICKS.get(verdict, SILENT)
    sources = [
        Entry(SILENT) if group.sign == "SIL" else Entry(cells.leaning(row, group), cells.quotes(row, group.voices))
        for group in row.found.groups
    ]
    return (Entry(row.name), *sources, Entry(Bi(f"{tick} {told.id}", f"{tick} {told.en}")))
