"""The list of figures as a file: a table for people (csv, xlsx), records for machines (json)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from kualcode.document import Entry, Matrix
from kualcode.errors import Bi, Lang, UsageError
from kualcode.exports import matrices
from kualcode.exports.labels import MatrixForm
from kualcode.model import Grid
from kualcode.workflow.claims import Listed, as_grid, as_records
from kualcode.workflow.writing import write_bytes

_TABLES: dict[str, MatrixForm] = {"csv": "csv", "xlsx": "xlsx"}
_FORMS = (*_TABLES, "json")


def write(target: Path, rows: Sequence[Listed], lang: Lang, *, everything: bool = False, force: bool = False) -> None:
    """Write the figures that the table shows; json holds every one as `kualcode.claims/1`.

    csv starts with a BOM, so that Excel reads it as UTF-8. Raises UsageError, KualcodeError.
    """
    form = target.suffix.lower().lstrip(".")
    if form not in _FORMS:
        raise UsageError(_UNKNOWN.fill(form=form or target.name), _CHOOSE.fill(known=", ".join(_FORMS)))
    if form == "json":
        value = {"schema": "kualcode.claims/1", "records": list(as_records(rows))}
        data = f"{json.dumps(value, ensure_ascii=False, indent=2)}\n".encode("utf-8", "backslashreplace")
    else:
        data = matrices.render([_matrix(as_grid(rows, everything=everything))], _TABLES[form], lang)
    write_bytes(target, b"\xef\xbb\xbf" + data if form == "csv" else data, force=force)


def _matrix(grid: Grid) -> Matrix:
    rows = tuple(tuple(Entry(cell) for cell in row) for row in grid.rows)
    return Matrix("claims", grid.title, grid.columns, rows, grid.notes)


_UNKNOWN = Bi("Format {form!r} tidak dikenal.", "The format {form!r} is unknown.")
_CHOOSE = Bi("Pilih: {known}.", "Choose: {known}.")
