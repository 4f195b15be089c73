"""Layouts by informant: who speaks of each code (L3), and main and supporting informants for each term (L6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kualcode.analysis import layouts_quotes as quotes
from kualcode.analysis import words
from kualcode.analysis.evidence import Case, Evidence
from kualcode.analysis.layouts_cells import EMPTY, Cells, Row
from kualcode.analysis.layouts_notes import notes
from kualcode.analysis.verdicts import Triangulation, Voice
from kualcode.analysis.voices import AGGREGATE
from kualcode.document import Entry, Matrix
from kualcode.errors import Bi

SILENT = words.MARKS["SIL"]
_TITLE_3, _TITLE_6 = (
    Bi("Kode menurut informan", "Codes by informant"),
    Bi("Istilah menurut informan", "Terms by informant"),
)
_CODE, _COUNT, _REMARK = Bi("Kode", "Code"), Bi("Jumlah informan", "Informants"), Bi("Catatan", "Note")
_MARKS = Bi(
    "(+) positif, (-) negatif, (\u00b1) campuran, (0) netral, \u2013 tidak berbicara tentang hal itu; pada faktor (+) "
    "mendukung dan (-) membantah adanya faktor.",
    "(+) positive, (-) negative, (\u00b1) mixed, (0) neutral, \u2013 does not speak of it; on a factor (+) supports "
    "and (-) denies it.",
)
_MAIN = ("kunci", "utama")
_SUPPORTING = ("tambahan", "pendukung")
_COLUMNS_6 = (
    Bi("No", "No"),
    Bi("Istilah", "Term"),
    Bi("Informan utama", "Main informants"),
    Bi("Informan pendukung", "Supporting informants"),
    Bi("Kriteria", "Criterion"),
)
_UNKNOWN_HEAD = Bi("Kategori belum dicatat", "Category not recorded")
_GENERAL = Bi("{code}: {name} (umum)", "{code}: {name} (in general)")


# ---------------------------------------------------------------- L3
def by_informant(case: Case, run: Triangulation, *, provisional: bool = False, quoted: bool = True) -> Matrix:
    """L3: a column an informant, how many speak of a code, and whether one alone does. The axis is technique."""
    cells = Cells(case, run, quoted=quoted)
    rows = cells.rows()
    spoken = {row.code.id: _voices(row) for row in rows}
    people = sorted({key for voices in spoken.values() for key in voices}, key=lambda key: (key == AGGREGATE, key))
    return Matrix(
        id="L3",
        title=_TITLE_3,
        columns=(_CODE, *(Bi(key, key) for key in people), _COUNT, _REMARK),
        rows=tuple(_spoken(cells, row, spoken[row.code.id], people) for row in rows),
        notes=(_MARKS, *notes(cells)),
        provisional=provisional,
    )


def _voices(row: Row) -> dict[str, Voice]:
    return {voice.key: voice for group in row.found.groups if group.name == "interview" for voice in group.voices}


def _spoken(cells: Cells, row: Row, voices: Mapping[str, Voice], people: Sequence[str]) -> tuple[Entry, ...]:
    if row.heads_factors:
        return (Entry(row.name), *[EMPTY] * (len(people) + 2))
    marks = [
        Entry(words.MARKS[voices[key].sign], cells.quotes(row, [voices[key]])) if key in voices else Entry(SILENT)
        for key in people
    ]
    n = sum(key != AGGREGATE for key in voices)
    return (Entry(row.name), *marks, Entry(n), Entry(words.UNCONFIRMED if n == 1 else ""))


# ---------------------------------------------------------------- L6
def by_term(case: Case, run: Triangulation, *, provisional: bool = False, quoted: bool = True) -> Matrix:
    """L6: a row a facet of which informants speak, main and supporting ones apart, and what it is judged by.

    The criterion is that of the code; where it has none, its short description. The axis is technique.
    """
    cells = Cells(case, run, quoted=quoted)
    terms = [(row, facet, said) for row in cells.rows() for facet, said in _terms(cells, row)]
    unknown = any(_category(one) == "" for _, _, said in terms for one in said)
    return Matrix(
        id="L6",
        title=_TITLE_6,
        columns=(*_COLUMNS_6[:4], *((_UNKNOWN_HEAD,) if unknown else ()), _COLUMNS_6[4]),
        rows=tuple(
            _term(cells, number, row, facet, said, unknown=unknown)
            for number, (row, facet, said) in enumerate(terms, 1)
        ),
        notes=notes(cells),
        provisional=provisional,
    )


def _terms(cells: Cells, row: Row) -> Iterator[tuple[str, list[Evidence]]]:
    """The facets of a code with what informants say on each; the last is what names no facet."""
    voices = [voice for key, voice in _voices(row).items() if key != AGGREGATE]
    said = list(cells.statements(row, voices))
    for facet in cells.facets(row.code, {one.facet for one in said if one.facet}):
        yield facet, [one for one in said if one.facet == facet]
    if general := [one for one in said if not one.facet]:
        yield "", general


def _term(
    cells: Cells, number: int, row: Row, facet: str, said: Sequence[Evidence], *, unknown: bool
) -> tuple[Entry, ...]:
    code = row.code
    named = Bi("{code}: {facet}", "{code}: {facet}") if facet else _GENERAL
    term = named.fill(code=code.id, facet=cells.facet(code, facet), name=code.name)
    kinds = ("main", "supporting", "") if unknown else ("main", "supporting")
    people = [_people(cells, [one for one in said if _category(one) == kind]) for kind in kinds]
    return (Entry(number), Entry(term), *people, Entry(code.criterion or code.short))


def _people(cells: Cells, said: Sequence[Evidence]) -> Entry:
    named = sorted({quotes.sheet(one) for one in said})
    return Entry(", ".join(named) or SILENT, cells.as_quotes(said))


def _category(one: Evidence) -> str:
    """main, supporting, or empty where nobody has recorded how the informant was chosen."""
    word = (one.category or "").casefold()
    return "main" if word in _MAIN else "supporting" if word in _SUPPORTING else ""
