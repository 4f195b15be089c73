"""The table of an instrument -> its items, with every row that will not do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kualcode.analysis.evidence import Technique
from kualcode.analysis.instrument.columns import Columns, columns, is_head
from kualcode.analysis.instrument.items import LETTERS, Item
from kualcode.analysis.instrument.names import GENERAL, Names
from kualcode.errors import Bi, Problem
from kualcode.model import Codebook, Extract
from kualcode.text import squash
from kualcode.yamlsafe import nearest

LONGEST = 1000  # characters of a question; a longer cell is several questions, or something else
EVERYBODY = Bi("semua", "all")
TECHNIQUES: dict[Technique, Bi] = {
    "interview": Bi("Wawancara", "Interview"),
    "observation": Bi("Observasi", "Observation"),
    "documentation": Bi("Dokumentasi", "Documentation"),
}
_CALLED: dict[Technique, str] = {
    "interview": "wawancara|wawancara mendalam|interview|interviews|in-depth interview|w",
    "observation": "observasi|pengamatan|observation|observations|o",
    "documentation": "dokumentasi|dokumen|studi dokumen|studi dokumentasi|documentation|document|documents|d",
}
_TECHNIQUES = {word: technique for technique, words in _CALLED.items() for word in words.split("|")}
_ALL_TEXT = "semua|semua informan|seluruh informan|all|all informants|everybody|-|–|—"
_EVERYBODY = frozenset(_ALL_TEXT.split("|"))

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_NUMBER = re.compile(r"(?:[WOD][\s.\-]*(?=\d))?([0-9A-Za-z]{1,6}(?:[.\-][0-9A-Za-z]{1,4}){0,2})")
_LISTED = re.compile(r"\s*(?:(\d{1,3}|[a-z])[.)]|[-–•*])\s+(?=\S)")


class Read(NamedTuple):
    """What a file holds: items in its order, what will not do, and how many rows had no question yet."""

    items: tuple[Item, ...]
    problems: tuple[Problem, ...]
    blank: int


def read(extract: Extract, name: str, book: Codebook) -> Read:
    """The items of every table of a file that has the head of an instrument; each problem with its row."""
    reader = _Reader(book, Names(book))
    tables = [table for table in extract.tables if table.rows]
    for number, table in enumerate(tables, 1):
        where = name if len(tables) == 1 else f"{name} [{table.name or number}]"
        width = max(map(len, table.rows))
        rows = [[_clean(extract.text[cell.start : cell.end]) for cell in row] for row in table.rows]
        reader.table([[*row, *[""] * (width - len(row))] for row in rows], where)
    if not reader.heads:
        reader.problems.append(Problem(name, _NO_HEAD, _HEADS))
    return Read(*_numbered(reader), reader.blank)


class _Found(NamedTuple):
    """An item whose number may still be missing, and where it stands."""

    where: str
    number: str
    item: Item


@dataclass
class _Reader:
    """Reads rows one after another; what a cell leaves empty, as merged cells do, comes from above."""

    book: Codebook
    names: Names
    problems: list[Problem] = field(default_factory=list)
    found: list[_Found] = field(default_factory=list)
    heads: int = 0
    blank: int = 0

    def table(self, rows: Sequence[Sequence[str]], where: str) -> None:
        """Take in one table; a table without the head of an instrument is passed over."""
        head = columns(rows, self.book)
        if head is None:
            return
        self.heads += 1
        above = _Above(len(head.levels))
        for number, row in enumerate(rows[head.row + 1 :], head.row + 2):
            if any(row) and not is_head(row, head, rows[head.row]) and not _counts_columns(row):
                self.row(row, head, above, f"{where}:{number}")

    def row(self, row: Sequence[str], head: Columns, above: _Above, where: str) -> None:
        """Take in one row."""
        above.take([row[column] for _, column in head.levels])
        texts = [(text.technique, row[text.column]) for text in head.texts if row[text.column]]
        told = self.techniques(row, head, above, where)
        if not texts:
            self.blank += head.technique is not None and bool(row[head.technique])
            return
        code = self.code(above, where)
        number = row[head.number] if head.number is not None else ""
        who = self.informants(row, head, above, code, told)
        for implied, text in texts:
            for technique in told if told is not None else [implied]:
                if technique is None:
                    self.report(where, _NO_TECHNIQUE, _TECHNIQUES_FIX)
                elif code is not None:
                    for part, words in _parts(text, number):
                        self.item(where, part, Item("", technique, code, words, who))
        above.at = (code, told)

    def techniques(self, row: Sequence[str], head: Columns, above: _Above, where: str) -> list[Technique] | None:
        """The techniques of a row, each once; None where the table has no such column."""
        if head.technique is None:
            return None
        words = row[head.technique] or above.technique
        above.technique = words
        parts = [part for part in re.split(r"\s*(?:[,;/&+\n]|\bdan\b|\bserta\b|\band\b)\s*", words) if part]
        found: list[Technique] = []
        for part in parts:
            technique = _TECHNIQUES.get(squash(part).casefold().strip(" ."))
            if technique is None and row[head.technique]:
                guess = nearest(part, _TECHNIQUES)
                meant = _MEANT.fill(guess=guess) if guess else _TECHNIQUES_FIX
                self.report(where, _UNKNOWN_TECHNIQUE.fill(word=part[:40]), meant)
            elif technique is not None and technique not in found:
                found.append(technique)
        if not parts and any(row[text.column] for text in head.texts):
            self.report(where, _NO_TECHNIQUE, _TECHNIQUES_FIX)
        return found

    def code(self, above: _Above, where: str) -> str | None:
        """The innermost code that a row names, which must stand under the others."""
        outer: str | None = None
        for level, name in enumerate(above.levels):
            if not name or name.casefold() in GENERAL:
                continue
            found, problem = self.names.find(name, under=outer)
            if problem is not None:
                if name not in above.told[level]:
                    self.report(where, *problem)
                above.told[level].add(name)
                return None
            outer = found
        if outer is None:
            self.report(where, _NO_CODE, _NAME_CODE)
        return outer

    def informants(
        self, row: Sequence[str], head: Columns, above: _Above, code: str | None, told: Sequence[Technique] | None
    ) -> tuple[str, ...]:
        """Who is asked; an empty cell goes on from above only for the same code by the same technique."""
        words = row[head.informants] if head.informants is not None else ""
        if not words and above.at == (code, told):
            return above.informants
        parts = [squash(part) for part in re.split(r"[,;\n]", words) if part.strip()]
        who = () if len(parts) == 1 and parts[0].casefold() in _EVERYBODY else tuple(dict.fromkeys(parts))
        above.informants = who
        return who

    def item(self, where: str, number: str, item: Item) -> None:
        """Take in one item."""
        written = squash(number).strip(" .)")
        named = _NUMBER.fullmatch(written)
        if written and named is None:
            self.report(where, _BAD_NUMBER.fill(number=written[:20]), _NUMBER_FIX)
        elif len(item.text) > LONGEST:
            self.report(where, _TOO_LONG.fill(n=len(item.text), most=LONGEST), _SPLIT)
        else:
            self.found.append(_Found(where, named[1] if named else "", item))

    def report(self, where: str, what: Bi, fix: Bi) -> None:
        """Note a problem of a row, once."""
        problem = Problem(where, what, fix)
        if problem not in self.problems:
            self.problems.append(problem)


class _Above:
    """What the rows above have said: it holds where a cell below is empty."""

    def __init__(self, levels: int) -> None:
        self.levels = [""] * levels
        self.told: list[set[str]] = [set() for _ in range(levels)]
        self.technique = ""
        self.informants: tuple[str, ...] = ()
        self.at: tuple[str | None, Sequence[Technique] | None] | None = None

    def take(self, names: Sequence[str]) -> None:
        """Names of levels from the outside in; a new one on the outside empties those within."""
        for level, raw in enumerate(names):
            name = squash(raw)
            if name and name != self.levels[level]:
                self.levels[level:] = [name, *[""] * (len(self.levels) - level - 1)]


def _parts(text: str, number: str) -> Iterator[tuple[str, str]]:
    """A cell's questions with their numbers: several where each line is an entry of a list or a question."""
    lines = [line for line in text.split("\n") if line.strip()]
    listed = [_LISTED.match(line) for line in lines]
    if len(lines) < 2 or not (all(listed) or all(line.rstrip().endswith("?") for line in lines)):
        yield number, squash(text)
        return
    for place, (line, mark) in enumerate(zip(lines, listed, strict=True), 1):
        own = (mark[1] if mark else None) or str(place)
        whole = squash(number).strip(" .)")
        yield f"{whole}.{own}" if whole else own, squash(line[mark.end() :] if mark else line)


def _counts_columns(row: Sequence[str]) -> bool:
    """Whether a row below the head only numbers the columns: (1) (2) (3)."""
    written = [cell.strip("().") for cell in row]
    return len(row) > 1 and written == [str(number) for number in range(1, len(row) + 1)]


def _numbered(reader: _Reader) -> tuple[tuple[Item, ...], tuple[Problem, ...]]:
    """Every item with its number; an empty one takes the next that is free. A number stands once a technique."""
    taken: dict[tuple[Technique, str], str] = {}
    for where, number, item in reader.found:
        if not number:
            continue
        first = taken.setdefault((item.technique, number.casefold()), where)
        if first != where:
            name = f"{LETTERS[item.technique]}-{number}"
            reader.report(where, _TWICE.fill(id=name, where=first.rpartition(":")[2]), _ONE_NUMBER)
    items = []
    free = dict.fromkeys(LETTERS, 0)
    for _, number, item in reader.found:
        while not number and (item.technique, str(free[item.technique] + 1)) in taken:
            free[item.technique] += 1
        if not number:
            free[item.technique] += 1
            number = str(free[item.technique])  # noqa: PLW2901
        items.append(Item(number, item.technique, item.code, item.text, item.informants))
    return tuple(items), tuple(reader.problems)


def _clean(cell: str) -> str:
    """A cell's text without the characters that no workbook holds."""
    return _CONTROL.sub("", cell).strip()


_NO_HEAD = Bi(
    "Tidak ada tabel instrumen: baris judul kolom tidak ditemukan.",
    "There is no table of an instrument: no header row was found.",
)
_HEADS = Bi(
    "Judul kolomnya: Sub variabel, Indikator, No, Pertanyaan/Aspek/Dokumen, Teknik, Informan. Contoh kosong: "
    "kualcode instrument export -o instrumen.xlsx",
    "Its columns: Sub-variable, Indicator, No, Question/Aspect/Document, Technique, Informants. An empty example: "
    "kualcode instrument export -o instrument.xlsx",
)
_NO_TECHNIQUE = Bi("Tekniknya belum ditulis.", "There is no technique.")
_UNKNOWN_TECHNIQUE = Bi("Teknik “{word}” tidak dikenal.", "The technique “{word}” is not known.")
_TECHNIQUES_FIX = Bi("Tulis Wawancara, Observasi, atau Dokumentasi.", "Write Interview, Observation or Documentation.")
_MEANT = Bi("Mungkin maksudnya “{guess}”?", "Did you mean “{guess}”?")
_NO_CODE = Bi("Indikatornya belum ditulis.", "There is no indicator.")
_NAME_CODE = Bi("Tulis nama atau kode indikator dari codebook.", "Write the name or the code of an indicator.")
_BAD_NUMBER = Bi("Nomor “{number}” tidak dapat dipakai.", "The number “{number}” cannot be used.")
_NUMBER_FIX = Bi("Tulis angka seperti 3, 3a, atau 2.1.", "Write a number such as 3, 3a or 2.1.")
_TOO_LONG = Bi("Teksnya {n} huruf; paling banyak {most}.", "The text has {n} characters; {most} at most.")
_SPLIT = Bi("Pecah menjadi beberapa baris.", "Divide it into several rows.")
_TWICE = Bi("Nomor {id} sudah dipakai di baris {where}.", "The number {id} is used in row {where} already.")
_ONE_NUMBER = Bi("Beri nomor yang lain.", "Give it another number.")
