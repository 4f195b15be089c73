"""Statements that people have coded: a jsonl or csv file, every bad line named."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kualcode.errors import Bi, Problem, SourceError
from kualcode.model import STANCES, Codebook, Stance
from kualcode.sources import read
from kualcode.text import normalise

Row = dict[str, Any]

_NOT_JSON = Bi("bukan objek JSON.", "not a JSON object.")
_NEEDED = Bi(
    "Isi yang diperlukan: id, text, codes {kode: sikap}; question dan optional bila ada. Dalam CSV: kolom "
    "id, text, codes berisi KODE:sikap KODE:sikap.",
    "Needed: id, text, codes {code: stance}; question and optional where there are any. In CSV: columns "
    "id, text, codes holding CODE:stance CODE:stance.",
)


@dataclass(frozen=True, slots=True)
class Gold:
    """One statement with the codes that people gave it, and those on which experts may differ."""

    id: str
    text: str
    question: str
    codes: Mapping[str, Stance]
    optional: frozenset[str]


def load_gold(path: Path, book: Codebook) -> list[Gold]:
    """Statements of a jsonl or csv file. Raises SourceError that names every bad line."""
    found: list[Gold] = []
    problems: list[Problem] = []
    for number, row in _csv(path) if path.suffix.lower() == ".csv" else _jsonl(path):
        problem = _NOT_JSON if row is None else _wrong(row, book)
        if row is None or problem is not None:
            problems.append(Problem(f"{path.name}:{number}", problem or _NOT_JSON, Bi("", "")))
        else:
            found.append(_statement(number, row))
    if problems or not found:
        raise _unusable(problems or [Problem(path.name, Bi("tidak ada pernyataan.", "no statements."), Bi("", ""))])
    return found


def _statement(number: int, row: Row) -> Gold:
    return Gold(
        str(row.get("id") or number),
        normalise(row["text"]),
        normalise(row.get("question") or ""),
        row["codes"],
        frozenset(row.get("optional") or ()),
    )


def _unusable(problems: list[Problem]) -> SourceError:
    lines = Bi("\n".join(p.line("id") for p in problems), "\n".join(p.line("en") for p in problems))
    return SourceError(
        Bi("Berkas emas tidak dapat dipakai:\n{lines}\n", "The gold file cannot be used:\n{lines}\n").fill(lines=lines),
        _NEEDED,
    )


# ---------------------------------------------------------------- what a row must hold
def _wrong(row: Row, book: Codebook) -> Bi | None:
    """The first thing that is wrong with a row."""
    text, question, codes, optional = (row.get(key) for key in ("text", "question", "codes", "optional"))
    if not isinstance(text, str) or not text.strip():
        return Bi("tidak ada teks.", "there is no text.")
    if not isinstance(question, str | None):
        return Bi("question harus berupa teks.", "question must be text.")
    if not isinstance(codes, dict):
        return Bi("codes harus berupa {{kode: sikap}}.", "codes must be {{code: stance}}.").fill()
    if not isinstance(optional, list | None) or not all(isinstance(code, str) for code in optional or ()):
        return Bi("optional harus berupa daftar kode.", "optional must be a list of codes.")
    return _unknown([*codes, *(optional or ())], codes.values(), book)


def _unknown(codes: Iterable[str], stances: Iterable[object], book: Codebook) -> Bi | None:
    unknown = [code for code in codes if code not in book.by_id]
    if unknown:
        return Bi("kode {codes} tidak ada di codebook.", "the codebook has no code {codes}.").fill(
            codes=", ".join(unknown)
        )
    odd = [stance for stance in stances if stance not in STANCES]
    if odd:
        return Bi("sikap {odd} tidak dikenal; pilih {known}.", "the stance {odd} is unknown; choose {known}.").fill(
            odd=", ".join(str(stance) or '""' for stance in odd), known=", ".join(STANCES)
        )
    return None


# ---------------------------------------------------------------- the two formats
def _jsonl(path: Path) -> Iterable[tuple[int, Row | None]]:
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(
            Bi("{path} tidak dapat dibaca.", "{path} cannot be read.").fill(path=path),
            Bi("Periksa namanya; simpan sebagai UTF-8.", "Check its name; save it as UTF-8."),
        ) from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                row = json.loads(line)
            except (ValueError, RecursionError):
                row = None
            yield number, row if isinstance(row, dict) else None


def _csv(path: Path) -> Iterable[tuple[int, Row]]:
    extract = read(path)
    cells = [[extract.text[c.start : c.end].strip() for c in row] for row in extract.tables[0].rows]
    head = [name.casefold() for name in cells[0]]
    for number, values in enumerate(cells[1:], 2):
        row: Row = dict(zip(head, values, strict=False))
        row["codes"] = dict(pair.partition(":")[::2] for pair in row.get("codes", "").replace(",", " ").split())
        row["optional"] = row.get("optional", "").replace(",", " ").split()
        yield number, row
