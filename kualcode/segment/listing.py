"""Tables that list people or files: the header row, rows by field, and every problem in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from kualcode.errors import Bi, Problem
from kualcode.model import Cell, Extract, Table
from kualcode.segment.columns import cell_text, filled
from kualcode.segment.dates import iso_date
from kualcode.text import line_of, line_starts, squash
from kualcode.yamlsafe import nearest

LOOK_AT = 10  # a header row stands among the first rows, below a title, or nowhere


class Row(NamedTuple):
    """One row: where it stands, and its filled cells by field."""

    where: str
    values: dict[str, str]


class Naming(NamedTuple):
    """How a list names its columns: the field of each heading, the field that every row needs, and what a heading
    names ("" for one to be passed over, None for one that means nothing here)."""

    words: Mapping[str, str]
    needed: str
    column: Callable[[str], str | None]
    doubled: Mapping[str, Bi] = {}  # fields that must not stand twice, with what to say then


def plain(word: str) -> str:
    """A heading without case, blanks and closing marks."""
    return squash(word).casefold().strip(" .:*")


def header_row(text: str, table: Table, naming: Naming) -> int | None:
    """Which row holds the headings: the first with the needed one and, below the first row, another known one."""
    for index, row in enumerate(table.rows[:LOOK_AT]):
        fields = {naming.column(word) for word in (cell_text(text, cell) for cell in row) if word} - {None, ""}
        if naming.needed in fields and (index == 0 or len(fields) > 1):
            return index
    return None


def rows(
    extract: Extract, name: str, naming: Naming, tables: Sequence[Table] | None = None
) -> tuple[list[Row], list[Problem]]:
    """Rows by field; a row without its key, an unknown or doubled column, and a missing one are problems.

    `tables` are those to read, by default the first.
    """
    chosen = extract.tables[:1] if tables is None else tables
    if not chosen or not chosen[0].rows:
        return [], [Problem(f"{name}:1", EMPTY, _HEADER_FIRST.fill(names=_shown(naming.words)))]
    starts = line_starts(extract.text)
    found: list[Row] = []
    problems: list[Problem] = []
    for table in chosen:
        head = header_row(extract.text, table, naming) or 0
        at = [f"{name}:{line_of(starts, row[0].start) if row else 1}" for row in table.rows]
        fields, wrong = _fields(extract.text, table.rows[head], at[head], naming)
        problems += wrong
        if naming.needed in fields:
            body = zip(at[head + 1 :], table.rows[head + 1 :], strict=True)
            _body(extract.text, body, fields, naming, found, problems)
    return found, problems


def _body(
    text: str,
    body: Iterable[tuple[str, tuple[Cell, ...]]],
    fields: Sequence[str],
    naming: Naming,
    found: list[Row],
    problems: list[Problem],
) -> None:
    """The rows below a header."""
    for where, row in body:
        cells = ((field, cell_text(text, cell)) for field, cell in zip(fields, row, strict=False) if field)
        values = {field: value for field, value in cells if value}
        if naming.needed in values:
            found.append(Row(where, values))
        elif filled(row) and filled(row) != [row[0]]:  # a note below the table stands in its first cell alone
            problems.append(Problem(where, _NO_KEY, _FILL_KEY.fill(column=first_word(naming.words, naming.needed))))


def _fields(text: str, head: tuple[Cell, ...], where: str, naming: Naming) -> tuple[list[str], list[Problem]]:
    """The field of each column, "" where it holds nothing to keep, and what is wrong with the header."""
    fields: list[str] = []
    problems = []
    for cell in head:
        word = cell_text(text, cell)
        field = naming.column(word) if word else ""
        if field is None:
            problems.append(Problem(where, _COLUMN.fill(column=word), _advice(word, naming)))
        elif field and field in fields:
            problems.append(Problem(where, naming.doubled.get(field) or TWICE.fill(value=word), _KEEP_ONE))
            field = ""
        fields.append(field or "")
    if naming.needed not in fields:
        problems.append(Problem(where, MISSING.fill(column=first_word(naming.words, naming.needed)), _ADD))
    return fields, problems


def _advice(word: str, naming: Naming) -> Bi:
    guess = nearest(plain(word), [known for known in naming.words if known])
    return _MEANT.fill(guess=guess) if guess else ONE_OF.fill(names=_shown(naming.words))


def first(seen: dict[str, str], key: str, value: str, where: str, problems: list[Problem]) -> bool:
    """Whether a key is met for the first time; a second time is a problem, and the first row counts."""
    if key in seen:
        problems.append(Problem(where, TWICE.fill(value=value), _FIRST_AT.fill(where=seen[key])))
        return False
    seen[key] = where
    return True


def date(values: dict[str, str], where: str, problems: list[Problem]) -> None:
    """A date in ISO form; one that cannot be read is a problem and stays unknown."""
    written = values.pop("date", None)
    if written is None:
        return
    day = iso_date(written)
    if day is None:
        problems.append(Problem(where, _DATE.fill(value=written), _DATE_FORM))
    else:
        values["date"] = day


def in_order(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Problems by line; those of one line as they were found."""
    return tuple(sorted(problems, key=lambda problem: int(problem.where.rpartition(":")[2] or 0)))


def first_word(columns: Mapping[str, str], field: str) -> str:
    """The word by which a message names a field."""
    return next(word for word, known in columns.items() if known == field)


def _shown(columns: Mapping[str, str]) -> str:
    """The first word of every field, for a message."""
    return ", ".join(dict.fromkeys(first_word(columns, field) for field in columns.values() if field))


EMPTY = Bi("Tidak ada tabel.", "There is no table.")
MISSING = Bi("Kolom “{column}” tidak ada.", "The column “{column}” is missing.")
ONE_OF = Bi("Yang dikenal: {names}.", "Known here: {names}.")
TWICE = Bi("“{value}” ada dua kali.", "“{value}” is there twice.")
_HEADER_FIRST = Bi("Tulis judul kolom di baris pertama: {names}.", "Write the column names in the first row: {names}.")
_COLUMN = Bi("Kolom “{column}” tidak dikenal.", "The column “{column}” is not known.")
_ADD = Bi("Tambahkan kolom itu.", "Add that column.")
_MEANT = Bi("Mungkin maksudnya “{guess}”?", "Did you mean “{guess}”?")
_KEEP_ONE = Bi("Sisakan satu.", "Keep one.")
_FIRST_AT = Bi("Yang pertama di {where}; sisakan satu.", "The first is at {where}; keep one.")
_NO_KEY = Bi("Baris ini tidak punya kunci.", "This row has no key.")
_FILL_KEY = Bi("Isi kolom “{column}”.", "Fill in the column “{column}”.")
_DATE = Bi("Tanggal “{value}” tidak terbaca.", "The date “{value}” cannot be read.")
_DATE_FORM = Bi("Tulis seperti 2026-02-09 atau 9 Februari 2026.", "Write it like 2026-02-09 or 9 February 2026.")
