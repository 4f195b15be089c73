"""The pandas door: a project as DataFrames with explicit text columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from kualcode.store import Query, open_store
from kualcode.workflow.records import CODING_COLUMNS, SEGMENT_COLUMNS, SOURCE_COLUMNS, Record, Records

if TYPE_CHECKING:
    import pandas as pd

_WHOLE = ("turn", "start", "end", "strength", "turns", "words")
_REAL = ("confidence",)
_LISTS = ("claims",)
_TRUTH = ("inherited", "aggregate")


class Project:
    """A project file opened for reading; use it in a `with` block or call close()."""

    def __init__(self, path: str | Path) -> None:
        self._store = open_store(Path(path), readonly=True)
        self._records = Records(self._store)

    def sources(self) -> pd.DataFrame:
        """One row a source: columns of `records.SOURCE_COLUMNS`."""
        return _frame(self._records.sources(), SOURCE_COLUMNS)

    def segments(self) -> pd.DataFrame:
        """One row a segment: source, source_type, informant, speaker, question, text, start, end."""
        return _frame(self._records.segments(), SEGMENT_COLUMNS)

    def codings(self, query: Query | None = None) -> pd.DataFrame:
        """One row a coding: columns of `records.CODING_COLUMNS`; rejected ones too, see `status`."""
        return _frame(self._records.codings(query), CODING_COLUMNS)

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def __enter__(self) -> Project:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _frame(records: Iterable[Record], columns: Sequence[str]) -> pd.DataFrame:
    import pandas as pd

    rows = list(records)
    return pd.DataFrame({column: pd.Series([row[column] for row in rows], dtype=_dtype(column)) for column in columns})


def _dtype(column: str) -> str:
    if column in _WHOLE:
        return "Int64"
    if column in _REAL:
        return "Float64"
    return "boolean" if column in _TRUTH else "object" if column in _LISTS else "string"
