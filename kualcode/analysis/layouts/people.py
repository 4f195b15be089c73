"""Layouts by informant: who speaks of each code (L3), and informants by category for each term (L6)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from kualcode.analysis import words
from kualcode.analysis.evidence import Case, Evidence
from kualcode.analysis.layouts import quotes
from kualcode.analysis.layouts.cells import EMPTY, Cells, Row
from kualcode.analysis.layouts.notes import notes
from kualcode.analysis.triangulation.voices import AGGREGATE
from kualcode.analysis.verdicts import Triangulation, Voice
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
# How an informant was chosen, as the study records it; another word has a column of its own behind these.
_CATEGORIES = {
    "kunci": Bi("Informan kunci", "Key informants"),
    "utama": Bi("Informan utama", "Main informants"),
    "tambahan": Bi("Informan tambahan", "Additional informants"),
    "pendukung": Bi("Informan pendukung", "Supporting informants"),
}
_OTHER = Bi("Informan {category}", "Informants: {category}")
_NUMBER, _TERM, _CRITERION = Bi("No", "No"), Bi("Istilah", "Term"), Bi("Kriteria", "Criterion")
_UNKNOWN_HEAD = Bi("Kategori belum dicatat", "Category not recorded")
_NAMED, _FACET = Bi("{code}: {name}", "{code}: {name}"), Bi("{code}: {facet}", "{code}: {facet}")
_GENERAL = Bi("{code}: {name} (umum)", "{code}: {name} (in general)")


# ---------------------------------------------------------------- L3
def by_informant(
    case: Case, run: Triangulation, *, provisional: bool = False, quoted: bool = True, most: int | None = None
) -> Matrix:
    """L3: a column an informant, how many speak of a code, and whether one alone does. The axis is technique."""
    cells = Cells(case, run, quoted=quoted, most=most)
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
def by_term(
    case: Case, run: Triangulation, *, provisional: bool = False, quoted: bool = True, most: int | None = None
) -> Matrix:
    """L6: a row a facet of which informants speak, by the category recorded of them, and what it is judged by.

    The criterion is that of the code; where it has none, its short description. The axis is technique.
    """
    cells = Cells(case, run, quoted=quoted, most=most)
    terms = [(row, facet, said) for row in cells.rows() for facet, said in _terms(cells, row)]
    kinds = _kinds({_category(one) for _, _, said in terms for one in said})
    faceted = {row.code.id for row, facet, _ in terms if facet}
    return Matrix(
        id="L6",
        title=_TITLE_6,
        columns=(_NUMBER, _TERM, *map(_category_head, kinds), _CRITERION),
        rows=tuple(
            (Entry(number), Entry(_term(cells, row, facet, faceted)), *_people(cells, said, kinds), _criterion(row))
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


def _term(cells: Cells, row: Row, facet: str, faceted: Collection[str]) -> Bi:
    """ "LAY.RMH: Sapaan"; what names no facet is general only beside rows that do."""
    code = row.code
    named = _FACET if facet else _GENERAL if code.id in faceted else _NAMED
    return named.fill(code=code.id, facet=cells.facet(code, facet), name=code.name)


def _people(cells: Cells, said: Sequence[Evidence], kinds: Sequence[str]) -> Iterator[Entry]:
    """Who speaks, a cell a category."""
    for kind in kinds:
        own = [one for one in said if _category(one) == kind]
        yield Entry(", ".join(sorted({quotes.sheet(one) for one in own})) or SILENT, cells.as_quotes(own))


def _criterion(row: Row) -> Entry:
    return Entry(row.code.criterion or row.code.short)


def _kinds(found: Collection[str]) -> list[str]:
    """The categories that are there: the usual ones first, and last "", those not recorded."""
    order = list(_CATEGORIES)
    return sorted(found, key=lambda kind: (not kind, order.index(kind) if kind in order else len(order), kind))


def _category_head(kind: str) -> Bi:
    return _CATEGORIES.get(kind, _OTHER.fill(category=kind)) if kind else _UNKNOWN_HEAD


def _category(one: Evidence) -> str:
    """How the informant was chosen, as it is recorded; empty where nobody has recorded it."""
    return " ".join((one.category or "").casefold().split())
