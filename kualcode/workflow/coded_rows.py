"""Codings made elsewhere: rows of jsonl, csv or xlsx become decisions of a named coder."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from kualcode.errors import Bi, KualcodeError, NotFound, Problem, SourceError, UsageError
from kualcode.exports import safe
from kualcode.model import STANCES, STATUSES, Causal
from kualcode.sources import read
from kualcode.store import Details, Store
from kualcode.text import normalise
from kualcode.workflow import codebooks
from kualcode.workflow.decide import check_code
from kualcode.workflow.tag import kept

Row = Mapping[str, Any]


@dataclass(slots=True)
class Imported:
    """What came in of another coder's work, and what could not, row by row."""

    taken: int = 0
    unchanged: int = 0
    undecided: int = 0  # suggestions on which nobody had decided, and what was withdrawn
    problems: list[Problem] = field(default_factory=list)


def import_codings(store: Store, path: Path, *, coder: str, dry_run: bool = False) -> Imported:
    """Take rows of source (or document), quote (or text) or start and end, and code and stance.

    Several codes stand as `codes: {CODE: stance}` and become a coding each. Where quote and place are both given
    they must agree. A bad row is named with its line and the rest is taken. Raises SourceError when the file
    cannot be read at all, UsageError for a coder's name that cannot be used.
    """
    rows = list(read_rows(path))
    with kept(store, dry_run=dry_run), store.atomic():
        store.coder(coder)  # before the rows, so that none of them is told as new because of it
        importer = _Importer(store, coder)
        for where, row in rows:
            importer.row(f"{path.name}:{where}", row)
    return importer.done


class _Importer:
    """One import: where it looks things up, and what came of it."""

    def __init__(self, store: Store, coder: str) -> None:
        self._store, self._coder, self.done = store, coder, Imported()
        self._book = codebooks.stored(store)[0]
        self._names = store.source_names()
        self._text = lru_cache(maxsize=8)(lambda name: store.source(name).text)
        self._squashed = lru_cache(maxsize=8)(lambda name: squashed(self._text(name)))

    def row(self, where: str, row: Row | None) -> None:
        """Every code of a row by itself; what is wrong with one does not stop the others."""
        try:
            if row is None:
                raise UsageError(_NO_OBJECT)
            codes = _codes(row)
            if not codes:
                return
            place = self._place(row)
        except KualcodeError as error:
            self.done.problems.append(Problem(where, error.what, error.fix))
            return
        for code, stance in codes.items():
            try:
                self._take(place, str(code).strip(), str(stance).strip(), row)
            except KualcodeError as error:
                self.done.problems.append(Problem(where, error.what, error.fix))

    def _take(self, place: tuple[str, int, int], code: str, stance: str, row: Row) -> None:
        check_code(self._book, code)
        if stance not in STANCES:
            raise _unknown(_STANCE, stance, STANCES)
        details = _details(row)
        if details is None:
            self.done.undecided += 1
            return
        before = self._store.head()
        self._store.add_coding(*place, code, stance, self._coder, **details)
        self.done.taken += self._store.head() != before
        self.done.unchanged += self._store.head() == before

    # ------------------------------------------------------------ where
    def _place(self, row: Row) -> tuple[str, int, int]:
        name = self._source(_word(row, "source", "document"))
        start, end = self._span(name, row)
        return name, start, end

    def _source(self, named: str) -> str:
        """A source by its name, or by its file name where only one has it."""
        fitting = [n for n in self._names if n == named] or [n for n in self._names if n.rsplit("/", 1)[-1] == named]
        if len(fitting) != 1:
            raise NotFound(
                Bi("Sumber {name!r} tidak ada di proyek.", "The project has no source {name!r}.").fill(name=named),
                Bi("Lihat nama-namanya: kualcode sources", "See the names: kualcode sources"),
            )
        return fitting[0]

    def _span(self, name: str, row: Row) -> tuple[int, int]:
        quote = normalise(_word(row, "quote", "text"))
        start, end = _word(row, "start"), _word(row, "end")
        if start and end:
            place = _number(start), _number(end)
            written = self._text(name)[slice(*place)]
            if quote and " ".join(written.split()) not in (" ".join(w.split()) for w in (quote, safe.uncelled(quote))):
                raise UsageError(_NOT_THERE, _EITHER)
            return place
        return self._found(name, quote) or self._found(name, safe.uncelled(quote)) or self._missing(name, quote)

    def _found(self, name: str, quote: str) -> tuple[int, int] | None:
        """The one place where the quote stands, as written or with other white space (line breaks)."""
        text = self._text(name)
        if quote and text.count(quote) == 1:
            start = text.index(quote)
            return start, start + len(quote)
        squashed, offsets = self._squashed(name)
        words = " ".join(quote.split())
        if not words or squashed.count(words) != 1:
            return None
        start = squashed.index(words)
        return offsets[start], offsets[start + len(words) - 1] + 1

    def _missing(self, name: str, quote: str) -> tuple[int, int]:
        words = " ".join(quote.split())
        n = self._squashed(name)[0].count(words) if words else 0
        raise UsageError(
            Bi("Kutipan ditemukan {n} kali di {name}.", "The quote stands {n} times in {name}.").fill(n=n, name=name),
            Bi("Salin kutipannya persis, atau beri start dan end.", "Copy the quote exactly, or give start and end."),
        )


def squashed(text: str) -> tuple[str, list[int]]:
    """The text with every run of white space as one blank, and where each of its characters came from."""
    kept: list[int] = []
    for offset, char in enumerate(text):
        if not char.isspace() or (kept and not text[kept[-1]].isspace()):
            kept.append(offset)
    return "".join(" " if text[offset].isspace() else text[offset] for offset in kept), kept


# ---------------------------------------------------------------- the values of a row
def _codes(row: Row) -> Mapping[str, Any]:
    """Codes with their stance; none is a statement without a code, as gold sets have them."""
    given = row.get("codes")
    if isinstance(given, dict):
        return given
    if given and not _word(row, "code"):
        raise UsageError(_CODES)
    return {_word(row, "code"): _word(row, "stance", "polarity")}


def _details(row: Row) -> Details | None:
    """The rest of a decision; None where a row holds none."""
    status = _word(row, "status") or "accepted"
    if status in ("suggested", "withdrawn"):
        return None
    if status not in STATUSES:
        raise _unknown(_STATUS, status, STATUSES)
    details = Details(status=status, facet=_word(row, "facet") or None)
    if _word(row, "strength"):
        details["strength"] = _number(_word(row, "strength"))
    if _word(row, "causal"):
        details["causal"] = cast("Causal", _word(row, "causal"))
    if _word(row, "gist"):
        details["gist"] = _word(row, "gist")
    if _word(row, "translation"):
        details["translation"] = _word(row, "translation")
    return details


def _word(row: Row, *names: str) -> str:
    """The first of these fields that is filled, as text."""
    return next((str(row[name]) for name in names if row.get(name) not in (None, "")), "")


def _number(value: str) -> int:
    digits = value.removesuffix(".0").removesuffix(",0")
    if not digits.isascii() or not digits.isdigit():
        raise UsageError(_NUMBER)
    return int(digits)


def _unknown(what: Bi, value: str, known: tuple[str, ...]) -> UsageError:
    return UsageError(what.fill(value=value), Bi("Pilih: {known}.", "Choose: {known}.").fill(known=", ".join(known)))


_STANCE = Bi("Sikap {value!r} tidak dikenal.", "The stance {value!r} is unknown.")
_STATUS = Bi("Status {value!r} tidak dikenal.", "The status {value!r} is unknown.")
_NUMBER = Bi("start, end, dan strength harus bilangan.", "start, end and strength must be numbers.")
_CODES = Bi("codes harus berupa {{kode: sikap}}.", "codes must be {{code: stance}}.").fill()
_NO_OBJECT = Bi("Bukan objek JSON.", "Not a JSON object.")
_NOT_THERE = Bi("Kutipan tidak sama dengan teks di tempat itu.", "The quote is not the text at that place.")
_EITHER = Bi("Kosongkan start dan end, atau perbaiki kutipannya.", "Leave start and end empty, or mend the quote.")


# ---------------------------------------------------------------- the rows of a file
def read_rows(path: Path) -> Iterator[tuple[int, Row | None]]:
    """Rows of jsonl, csv or xlsx with their line; None for a line that holds no object. Raises SourceError."""
    if path.suffix.lower() in (".jsonl", ".ndjson"):
        yield from _json_rows(path)
        return
    extract = read(path)
    for table in extract.tables[:1]:
        cells = [[extract.text[c.start : c.end].strip() for c in row] for row in table.rows]
        head = [name.casefold().strip() for name in cells[0]] if cells else []
        for number, row in enumerate(cells[1:], 2):
            if any(row):
                yield number, dict(zip(head, row, strict=False))


def _json_rows(path: Path) -> Iterator[tuple[int, Row | None]]:
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(
            Bi("{path} tidak dapat dibaca.", "{path} cannot be read.").fill(path=path),
            Bi("Periksa namanya; simpan sebagai UTF-8.", "Check its name; save it as UTF-8."),
        ) from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield number, _object(line)


def _object(line: str) -> Row | None:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) else None
