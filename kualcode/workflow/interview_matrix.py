"""Matriks wawancara: question x informant, answers verbatim with their lines, each a quote that opens to its place."""

from __future__ import annotations

from collections import Counter
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
_MARKS_OF_QUOTE = '“”"'
_BEFORE_A_QUOTE = " ([{-–—"


# ---------------------------------------------------------------- question x informant
def matrices(store: Store, *, columns: int | None = None, quoted: bool = True) -> list[Matrix]:
    """A row a question of the interview guide, a column an informant, cells the answers in their own words.

    With `columns`, several tables of at most so many informants, for paper, which leave out questions that none of them
    answers and name them below; without `quoted`, cells that do not open
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
    parts = _shares(list(people), columns or len(people))
    made = [page.matrix(number if len(parts) > 1 else 0, part, notes) for number, part in enumerate(parts, 1)]
    return [*made, page.unlinked(found)] if any(map(is_unlinked, found.said)) else made


def _shares(people: Sequence[str], most: int) -> list[Sequence[str]]:
    """Informants in order, in as few tables as can be, none of them much narrower than the others."""
    tables = -(-len(people) // most)
    return [people[len(people) * n // tables : len(people) * (n + 1) // tables] for n in range(tables)]


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
        unanswered = [item for item in self.items if number and not self.answered(item, part)]
        without = [_WITHOUT.fill(items=", ".join(item.id for item in unanswered))] if unanswered else []
        return Matrix(
            id=f"W{number or ''}",
            title=_PART.fill(first=part[0], last=part[-1]) if number else _TITLE,
            columns=(*_COLUMNS, *(Bi(code, code) for code in part)),
            rows=tuple(self.row(item, part) for item in self.items if item not in unanswered),
            notes=(*who, *without, *notes),
        )

    def answered(self, item: Item, part: Sequence[str]) -> bool:
        """Whether any of some informants has an answer to a question."""
        return any(one.link.item == item for code in part for one in self.people[code])

    def row(self, item: Item, part: Sequence[str]) -> tuple[Entry, ...]:
        """One question, and what each informant answers."""
        above, own = levels(self.book, item.code)
        name = above if own == GENERAL_HEAD else Bi(f"{above.id}: {own.id}", f"{above.en}: {own.en}")
        said = ([one for one in self.people[code] if one.link.item == item] for code in part)
        return (Entry(item.number), Entry(name), Entry(item.text), *map(self.cell, said))

    def unlinked(self, found: Interviews) -> Matrix:
        """The second part: answers to a question that is no item, by informant, with the number that links them."""
        return Matrix(
            id="W-unlinked",
            title=_UNLINKED_TITLE,
            columns=_UNLINKED_COLUMNS,
            rows=tuple(self.loose(one) for said in self.people.values() for one in said if is_unlinked(one)),
            notes=(_LINK, *((_STALE.fill(n=len(found.stale)),) if found.stale else ())),
        )

    def loose(self, one: Said) -> tuple[Entry, ...]:
        """Who, the number of the answer, the question as it was put, and the answer with its lines."""
        quote = (self.known.quote(one),) if self.quoted else ()
        return (
            Entry(one.informant),
            Entry(one.turn.index + 1),
            Entry(unmarked(one.asked)),
            Entry(_answer(one), quote),
        )

    def cell(self, said: Sequence[Said]) -> Entry:
        """Answers in their order, each with its lines; one to a follow-up question is marked."""
        if not said:
            return Entry(NOTHING_LINKED)
        parts = [_answer(one) for one in said]
        text = Bi("\n".join(part.id for part in parts), "\n".join(part.en for part in parts))
        return Entry(text, tuple(map(self.known.quote, said)) if self.quoted else ())


def is_unlinked(one: Said) -> bool:
    """Whether an answer to a question has no item and nobody has said that it is to have none."""
    return one.question is not None and one.link.item is None and not one.link.by_hand


def _answer(one: Said) -> Bi:
    """The words on one line between quotation marks, and their lines."""
    mark = _FOLLOW_UP if one.link.follow_up else NOTHING
    said, where = quotes.inside(unmarked(one.text)), quotes.lines(*one.lines)
    return Bi(f"{mark.id}“{said}” ({where.id})", f"{mark.en}“{said}” ({where.en})")


def unmarked(text: str) -> str:
    """Words on one line, without the quotation marks that a transcript sets around a turn, or only where it begins."""
    said = squash(text)
    marks = [at for at, sign in enumerate(said) if sign in _MARKS_OF_QUOTE]
    if len(marks) == 1 and len(said) > 1:
        return said.strip(_MARKS_OF_QUOTE + " ")
    around = marks[:1] == [0] and marks[-1:] == [len(said) - 1] and len(marks) > 1
    opens = len(marks) < 3 or said[marks[1] - 1] in _BEFORE_A_QUOTE  # else the second one closes
    return said[1:-1].strip() if around and opens else said


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
    if told := Counter(one.informant for one in found.said if is_unlinked(one)):
        counts = ", ".join(f"{who}: {n}" for who, n in sorted(told.items()))
        yield _UNLINKED.fill(n=sum(told.values()), counts=counts)
    if found.stale:
        yield _STALE.fill(n=len(found.stale))


_TITLE = Bi("Matriks wawancara", "Interview matrix")
_PART = Bi("Matriks wawancara, {first} sampai {last}", "Interview matrix, {first} to {last}")
_COLUMNS = (Bi("No", "No"), Bi("Indikator", "Indicator"), Bi("Pertanyaan", "Question"))
_FOLLOW_UP = Bi("[lanjutan] ", "[follow-up] ")
_WITHOUT = Bi(
    "Butir tanpa jawaban yang tertaut dari mereka: {items}.", "Items without a linked answer from them: {items}."
)
_MARKS = Bi(
    "Jawaban dikutip apa adanya; [lanjutan]: jawaban atas pertanyaan lanjutan; \u2013: tidak ada jawaban yang tertaut.",
    "Answers are given verbatim; [follow-up]: answer to a follow-up question; \u2013: no answer is linked.",
)
_UNLINKED = Bi(
    "Jawaban yang belum ditautkan ke butir: {n}, ada pada bagian berikutnya ({counts}).",
    "Answers that are not linked to an item yet: {n}, in the part that follows ({counts}).",
)
_UNLINKED_TITLE = Bi("Jawaban yang belum ditautkan ke butir", "Answers that are not linked to an item yet")
_UNLINKED_COLUMNS = (
    Bi("Informan", "Informant"),
    Bi("No", "No"),
    Bi("Pertanyaan seperti diajukan", "Question as it was asked"),
    Bi("Jawaban", "Answer"),
)
_LINK = Bi(
    "Tautkan: kualcode instrument link INFORMAN NO BUTIR --coder NAMA (BUTIR misalnya W-3; “tidak” bila bukan jawaban "
    "atas butir mana pun, misalnya salam).",
    "Link them: kualcode instrument link INFORMANT NO ITEM --coder NAME (ITEM such as W-3; “none” where it answers no "
    "item, such as a greeting).",
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
