"""Tables for programs: csv with the evidence of each row, json with every quote."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence

from kualcode.document import Entry, Matrix, Quote
from kualcode.errors import Bi, Lang
from kualcode.exports import labels, safe

SCHEMA = "kualcode.matrices/1"


def as_csv(matrices: Sequence[Matrix], lang: Lang, delimiter: str) -> str:
    """Lines ended by CRLF; several tables stand one after another, each named in the first column."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    head: list[str] = []
    for matrix in matrices:
        named = [labels.TABLE.get(lang)] if len(matrices) > 1 else []
        columns = [*named, *labels.columns(matrix, lang), labels.EVIDENCE_ID.get(lang)]
        if columns != head:
            writer.writerow(map(safe.cell, columns))
        head = columns
        for row in matrix.rows:
            cells = [labels.shown(entry, matrix, lang) for entry in row]
            writer.writerow(map(safe.cell, [*([matrix.id] if named else []), *cells, _evidence(row)]))
    return out.getvalue()


def as_json(matrices: Sequence[Matrix]) -> bytes:
    """One object with a schema name; a text in two languages is {"id", "en"}. Lone surrogates are escaped."""
    made = {"schema": SCHEMA, "matrices": [_matrix(matrix) for matrix in matrices]}
    return f"{json.dumps(made, ensure_ascii=False, indent=1)}\n".encode("utf-8", "backslashreplace")


def _evidence(row: Sequence[Entry]) -> str:
    """Ids of the evidence of a row, each once."""
    return " ".join(dict.fromkeys(quote.evidence for entry in row for quote in entry.quotes))


def _matrix(matrix: Matrix) -> dict[str, object]:
    return {
        "id": matrix.id,
        "title": _value(matrix.title),
        "provisional": matrix.provisional,
        "columns": [_value(column) for column in matrix.columns],
        "rows": [[_cell(entry, matrix.provisional) for entry in row] for row in matrix.rows],
        "notes": [_value(note) for note in matrix.notes],
    }


def _cell(entry: Entry, provisional: bool) -> dict[str, object]:
    """A cell; a provisional one says so itself, wherever it is taken."""
    cell: dict[str, object] = {"text": _value(entry.text), "quotes": [_quote(quote) for quote in entry.quotes]}
    return {**cell, "provisional": True} if provisional else cell


def _quote(quote: Quote) -> dict[str, object]:
    return {
        "evidence": quote.evidence,
        "text": quote.text,
        "who": _value(quote.who),
        "place": _value(quote.place),
        "source": quote.source,
        "stance": _value(quote.stance),
        "translation": quote.translation,
    }


def _value(value: Bi | str | int) -> object:
    return {"id": value.id, "en": value.en} if isinstance(value, Bi) else value
