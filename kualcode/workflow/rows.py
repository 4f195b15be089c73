"""The rows of a file that holds codings: json lines, csv or xlsx."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kualcode.errors import Bi, SourceError
from kualcode.sources import read

Row = Mapping[str, Any]
_JSON_LINES = (".jsonl", ".ndjson")


def read_rows(path: Path) -> Iterator[tuple[int, Row | None]]:
    """Rows with their line; None for a line of json that holds no object. Raises SourceError.

    Headings of a table are taken in lower case, and an empty row is passed over.
    """
    if path.suffix.lower() in _JSON_LINES:
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
        unread = Bi("{path} tidak dapat dibaca.", "{path} cannot be read.").fill(path=path)
        raise SourceError(unread, _ENCODING if isinstance(error, UnicodeDecodeError) else _NAME) from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield number, _object(line)


def _object(line: str) -> Row | None:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) else None


_ENCODING = Bi("Simpan sebagai UTF-8.", "Save it as UTF-8.")
_NAME = Bi("Periksa nama dan izin bacanya.", "Check its name, and whether it may be read.")
