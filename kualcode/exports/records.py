"""Coding records as csv, json and json lines. The same records give the same bytes."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kualcode.errors import Problem
from kualcode.exports import safe

Record = Mapping[str, object]


def as_csv(records: Iterable[Record], columns: Sequence[str], *, delimiter: str = ",") -> Iterator[str]:
    """Lines of csv with a header, ended by CRLF (RFC 4180); lists are joined by a blank.

    Where cells are parted by semicolons, decimals have a comma: both are habits of the same languages.
    """
    decimal = "," if delimiter == ";" else "."
    yield _line(columns, delimiter)
    for record in records:
        yield _line([_flat(record.get(column), decimal) for column in columns], delimiter)


def as_json(records: Iterable[Record], schema: str) -> Iterator[str]:
    """One object with a schema name and the records, a record a line."""
    yield f'{{"schema": {json.dumps(schema)}, "records": ['
    separator = "\n"
    for record in records:
        yield separator + _dumps(record)
        separator = ",\n"
    yield "\n]}\n"


def as_jsonl(records: Iterable[Record]) -> Iterator[str]:
    """One record a line."""
    for record in records:
        yield _dumps(record) + "\n"


def problem_record(problem: Problem) -> dict[str, str]:
    """A problem for machines, in English."""
    return {"what": problem.what.en, "where": problem.where, "fix": problem.fix.en}


def _dumps(record: Record) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(", ", ": "))


def _line(cells: Sequence[object], delimiter: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerow([safe.cell(c) for c in cells])
    return out.getvalue()


def _flat(value: object, decimal: str) -> object:
    if isinstance(value, float):
        return str(value).replace(".", decimal)
    return " ".join(map(str, value)) if isinstance(value, list | tuple) else value
