"""Decisions of named coders, one by one or in bulk, and codings made elsewhere."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Unpack

from kualcode.errors import Bi, KualcodeError, NotFound, Problem, SourceError, UsageError
from kualcode.model import STANCES, Codebook, Coding, Status
from kualcode.sources import read
from kualcode.store import Decision, Query, Store
from kualcode.workflow import codebooks
from kualcode.workflow.tag import kept


def chosen(store: Store, ids: Sequence[str], query: Query) -> list[Coding]:
    """The codings named by id, or those that a query finds. Raises NotFound for an unknown id."""
    if ids:
        return [store.coding(prefix) for prefix in ids]
    return list(store.codings(query))


def decide(store: Store, codings: Sequence[Coding], *, coder: str, dry_run: bool = False,
           **decision: Unpack[Decision]) -> list[Coding]:
    """One decision on each of the codings, all or none. Raises UsageError for an unknown code."""
    book, _ = codebooks.stored(store)
    if "code" in decision:
        check_code(book, decision["code"])
    with kept(store, dry_run=dry_run), store.atomic():
        return [store.decide(coding.id, coder=coder, **decision) for coding in codings]


def check_code(book: Codebook, code: str, *, parents: bool = False) -> None:
    """Raises UsageError unless the codebook has the code and lets it be used (`parents`: or has it at all)."""
    known = [c.id for c in book.codes if parents or (c.codable and c.retired is None)]
    if code not in known:
        near = difflib.get_close_matches(code.upper(), known, 1)
        raise UsageError(Bi("Kode {code} tidak ada di codebook.", "The codebook has no code {code}.").fill(code=code),
                         Bi("Mungkin {near}? Lihat: kualcode codebook show", "Perhaps {near}? See: kualcode codebook show")
                         .fill(near=near[0]) if near else Bi("Lihat: kualcode codebook show", "See: kualcode codebook show"))


# ---------------------------------------------------------------- another coder's codings
@dataclass(slots=True)
class Imported:
    """What came in of another coder's work, and what could not, row by row."""

    taken: int = 0
    unchanged: int = 0
    problems: list[Problem] = field(default_factory=list)


def import_codings(store: Store, path: Path, *, coder: str, dry_run: bool = False) -> Imported:
    """Take rows of source, quote (or start and end), code and stance as decisions of a coder.

    A row may name the place by `start` and `end`, by `quote`, or by both, which must then agree. A bad row is
    named with its line and the rest is taken. Raises SourceError when the file cannot be read at all.
    """
    book, _ = codebooks.stored(store)
    done = Imported()
    with kept(store, dry_run=dry_run), store.atomic():
        for where, row in rows(path):
            try:
                _take(store, book, row, coder, done)
            except KualcodeError as error:
                done.problems.append(Problem(f"{path.name}:{where}", error.what, error.fix))
    return done


def _take(store: Store, book: Codebook, row: Mapping[str, str], coder: str, done: Imported) -> None:
    code, stance = row.get("code", ""), row.get("stance", "") or row.get("polarity", "")
    check_code(book, code)
    if stance not in STANCES:
        raise UsageError(Bi("Sikap {stance!r} tidak dikenal.", "The stance {stance!r} is unknown.").fill(stance=stance),
                         Bi("Pilih: {known}.", "Choose: {known}.").fill(known=", ".join(STANCES)))
    name = _source(store, row.get("source", "") or row.get("document", ""))
    start, end = _span(store.source(name).text, row)
    before = store.count_codings(Query(coder=coder))
    status: Status = "rejected" if row.get("status") == "rejected" else "accepted"
    store.add_coding(name, start, end, code, stance, coder, status=status, facet=row.get("facet") or None)
    after = store.count_codings(Query(coder=coder))
    done.taken += after > before
    done.unchanged += after == before


def _source(store: Store, named: str) -> str:
    """A source by its name, or by its file name where only one has it."""
    names = store.source_names()
    fitting = [name for name in names if name == named] or [n for n in names if n.rsplit("/", 1)[-1] == named]
    if len(fitting) != 1:
        raise NotFound(Bi("Sumber {name!r} tidak ada di proyek.", "The project has no source {name!r}.").fill(name=named),
                       Bi("Lihat nama-namanya: kualcode sources", "See the names: kualcode sources"))
    return fitting[0]


def _span(text: str, row: Mapping[str, str]) -> tuple[int, int]:
    quote = row.get("quote", "") or row.get("text", "")
    if row.get("start", "") and row.get("end", ""):
        start, end = _number(row["start"]), _number(row["end"])
        if quote and text[start:end] != quote:
            raise UsageError(Bi("Kutipan tidak sama dengan teks di tempat itu.", "The quote is not the text at that place."),
                             Bi("Kosongkan start dan end, atau perbaiki kutipannya.",
                                "Leave start and end empty, or mend the quote."))
        return start, end
    count = text.count(quote) if quote else 0
    if count != 1:
        raise UsageError(Bi("Kutipan ditemukan {n} kali di sumber itu.", "The quote stands {n} times in that source.").fill(n=count),
                         Bi("Salin kutipannya persis, atau beri start dan end.",
                            "Copy the quote exactly, or give start and end."))
    start = text.index(quote)
    return start, start + len(quote)


def _number(value: str) -> int:
    if not value.removesuffix(".0").isdigit():
        raise UsageError(Bi("start dan end harus bilangan.", "start and end must be numbers."))
    return int(value.removesuffix(".0"))


def rows(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Rows of jsonl, csv or xlsx with their line, every value as text. Raises SourceError."""
    if path.suffix.lower() in (".jsonl", ".ndjson"):
        yield from _json_rows(path)
        return
    extract = read(path)
    for table in extract.tables[:1]:
        cells = [[extract.text[c.start:c.end].strip() for c in row] for row in table.rows]
        head = [name.casefold().strip() for name in cells[0]] if cells else []
        for number, row in enumerate(cells[1:], 2):
            yield str(number), dict(zip(head, row, strict=False))


def _json_rows(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(Bi("{path} tidak dapat dibaca.", "{path} cannot be read.").fill(path=path),
                          Bi("Periksa namanya; simpan sebagai UTF-8.", "Check its name; save it as UTF-8.")) from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise SourceError(Bi("{path}:{n}: bukan JSON.", "{path}:{n}: not JSON.").fill(path=path.name, n=number)) from error
        yield str(number), {k: "" if v is None else str(v) for k, v in row.items()} if isinstance(row, dict) else {}
