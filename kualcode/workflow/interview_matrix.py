"""Matriks wawancara: question x informant, answers verbatim with their lines, each a quote that opens to its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kualcode.analysis import words
from kualcode.analysis.evidence import Evidence
from kualcode.analysis.instrument.grid import levels
from kualcode.analysis.instrument.items import Item
from kualcode.analysis.instrument.names import GENERAL_HEAD
from kualcode.analysis.layouts import quotes
from kualcode.document import NOTHING, Entry, Matrix, Quote
from kualcode.errors import Bi, UsageError
from kualcode.model import Codebook
from kualcode.store import Store
from kualcode.text import squash
from kualcode.workflow import codebooks
from kualcode.workflow.instrument import questions
from kualcode.workflow.instrument_links import Interviews, Said, interviews
from kualcode.workflow.records import Record, Records
from kualcode.workflow.status import consent_notes
from kualcode.workflow.study import stored_config

NOTHING_LINKED = "\u2013"
_MARKS_OF_QUOTE = ("“", "”", '"')


# ---------------------------------------------------------------- question x informant
def matrices(store: Store, *, columns: int | None = None, quoted: bool = True) -> list[Matrix]:
    """A row a question of the interview guide, a column an informant, cells the answers in their own words.

    With `columns`, several tables of at most so many informants, for paper; without `quoted`, cells that do not open
    to their quotes, which say the same again. Raises InvalidFile without a sound codebook, UsageError where there is
    no interview guide or no interview.
    """
    items = [item for item in questions(store) if item.technique == "interview"]
    if not items:
        raise UsageError(NO_GUIDE, IMPORT)
    found = interviews(store)
    people = found.by_informant()
    if not people:
        raise UsageError(_NO_INTERVIEW, _TAG)
    page = _Page(items, codebooks.stored(store)[0], people, _Known(store), quoted=quoted)
    notes = (*_notes(found), *consent_notes(store))
    size = columns or len(people)
    parts = [list(people)[start : start + size] for start in range(0, len(people), size)]
    return [page.matrix(number if len(parts) > 1 else 0, part, notes) for number, part in enumerate(parts, 1)]


@dataclass(frozen=True, slots=True)
class _Page:
    """What every table of the matrix is made of."""

    items: Sequence[Item]
    book: Codebook
    people: Mapping[str, Sequence[Said]]
    known: _Known
    quoted: bool

    def matrix(self, number: int, part: Sequence[str], notes: Sequence[Bi]) -> Matrix:
        """One table of some informants; its number is 0 where it is the only one."""
        who = tuple(self.known.about(self.people[code]) for code in part)
        return Matrix(
            id=f"W{number or ''}",
            title=_PART.fill(first=part[0], last=part[-1]) if number else _TITLE,
            columns=(*_COLUMNS, *(Bi(code, code) for code in part)),
            rows=tuple(self.row(item, part) for item in self.items),
            notes=(*who, *notes),
        )

    def row(self, item: Item, part: Sequence[str]) -> tuple[Entry, ...]:
        """One question, and what each informant answers."""
        above, own = levels(self.book, item.code)
        name = above if own == GENERAL_HEAD else Bi(f"{above.id}: {own.id}", f"{above.en}: {own.en}")
        said = ([one for one in self.people[code] if one.link.item == item] for code in part)
        return (Entry(item.number), Entry(name), Entry(item.text), *map(self.cell, said))

    def cell(self, said: Sequence[Said]) -> Entry:
        """Answers in their order, each with its lines; one to a follow-up question is marked."""
        if not said:
            return Entry(NOTHING_LINKED)
        parts = [_answer(one) for one in said]
        text = Bi("\n".join(part.id for part in parts), "\n".join(part.en for part in parts))
        return Entry(text, tuple(map(self.known.quote, said)) if self.quoted else ())


def _answer(one: Said) -> Bi:
    """The words on one line, in quotation marks unless the transcript has set its own, and their lines."""
    said, where = squash(one.text), quotes.lines(*one.lines)
    mark = _FOLLOW_UP if one.link.follow_up else NOTHING
    first, last = ("" if end in _MARKS_OF_QUOTE else sign for end, sign in ((said[:1], "“"), (said[-1:], "”")))
    return Bi(f"{mark.id}{first}{said}{last} ({where.id})", f"{mark.en}{first}{said}{last} ({where.en})")


class _Known:
    """What is known around an answer: date and role group, from the records of the project."""

    def __init__(self, store: Store) -> None:
        self._sources: dict[str, Record] = {str(row["source"]): row for row in Records(store).sources()}
        self._people = store.informants()
        self._config = stored_config(store)

    def quote(self, one: Said) -> Quote:
        """An answer as a quote that a reader finds again; a name is never in it."""
        found = self._place(one)
        return Quote(found.id, one.text, quotes.who(found), quotes.place(found), one.source.name)

    def about(self, said: Sequence[Said]) -> Bi:
        """ "I-01, unsur pimpinan: wawancara 9 Februari 2026": who stands in a column, and when they were heard."""
        first = {one.source.name: self._place(one, lines=False) for one in reversed(said)}
        places = words.joined([quotes.place(first[name]) for name in sorted(first)])
        return Bi("{who}: {places}", "{who}: {places}").fill(who=quotes.who(self._place(said[0])), places=places)

    def _place(self, one: Said, *, lines: bool = True) -> Evidence:
        date = self._sources[one.source.name]["date"]
        person = self._people.get(one.informant)
        role = (person.position if person else None) or one.source.info.role
        return Evidence(
            id=f"{one.source.name}#{one.turn.index}",
            source_type="interview",
            code="",
            stance="neutral",
            doc_id=one.source.name,
            informant=one.informant,
            role_group=(person.role_group if person else None) or self._config.role_group(role),
            date=str(date) if date else None,
            line_from=one.lines[0] if lines else 0,
            line_to=one.lines[1] if lines else 0,
        )


def _notes(found: Interviews) -> Iterator[Bi]:
    yield _MARKS
    if told := found.unlinked():
        yield _UNLINKED.fill(counts=", ".join(f"{who} {n}" for who, n in told.items()))
    if found.stale:
        yield _STALE.fill(n=len(found.stale))


_TITLE = Bi("Matriks wawancara", "Interview matrix")
_PART = Bi("Matriks wawancara, {first} sampai {last}", "Interview matrix, {first} to {last}")
_COLUMNS = (Bi("No", "No"), Bi("Indikator", "Indicator"), Bi("Pertanyaan", "Question"))
_FOLLOW_UP = Bi("[lanjutan] ", "[follow-up] ")
_MARKS = Bi(
    "Jawaban dikutip apa adanya; [lanjutan]: jawaban atas pertanyaan lanjutan; \u2013: tidak ada jawaban yang tertaut.",
    "Answers are given verbatim; [follow-up]: answer to a follow-up question; \u2013: no answer is linked.",
)
_UNLINKED = Bi(
    "Jawaban yang tidak tertaut ke butir mana pun: {counts}. Lihat: kualcode instrument --links",
    "Answers that are linked to no item: {counts}. See: kualcode instrument --links",
)
_STALE = Bi(
    "{n} tautan dari peneliti tidak lagi cocok dengan jawaban atau butir mana pun.",
    "{n} links set by hand fit no answer or item any more.",
)
NO_GUIDE = Bi("Belum ada pedoman wawancara.", "There is no interview guide yet.")
IMPORT = Bi(
    "Masukkan instrumennya: kualcode instrument import instrumen.xlsx",
    "Take in the instrument: kualcode instrument import instrument.xlsx",
)
_NO_INTERVIEW = Bi("Belum ada wawancara dengan informan yang dikenal.", "There is no interview of a known informant.")
_TAG = Bi("Masukkan transkripnya: kualcode tag FOLDER", "Take in the transcripts: kualcode tag FOLDER")
