"""One SQLite connection with the project's conventions, and the only door for writing.

Conventions and why (measured with SQLite 3.40): a rollback journal, because a copied WAL database without its
-wal file loses what was not yet checkpointed; synchronous=FULL, so that what was acknowledged is on the disk;
secure_delete, so that erased words leave the file; BEGIN IMMEDIATE, so that no transaction dies half-way on a
lock.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self
from urllib.parse import quote

from kualcode.errors import Bi, StoreError
from kualcode.store.failures import raise_explained, unstorable

Clock = Callable[[], str]
Row = tuple[Any, ...]
BUSY_SECONDS = 5.0
_PRAGMAS = (
    "foreign_keys=ON",
    "secure_delete=ON",
    "synchronous=FULL",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "cache_size=-4096",
)


class WriteOutsideAtomicError(RuntimeError):
    """A programming error: something wrote without `with store.atomic():`."""


def utc_now() -> str:
    """The time as stored: 2026-01-31T08:00:00Z."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _uri(path: Path, mode: str) -> str:
    posix = path.absolute().as_posix()
    slash = "" if posix.startswith("/") else "/"  # C:/study -> file:///C:/study
    return f"file://{slash}{quote(posix.encode('utf-8', 'surrogateescape'), safe='/:')}?mode={mode}"


def connect(path: Path, mode: Literal["ro", "rw"], wait: float = BUSY_SECONDS) -> sqlite3.Connection:
    """A connection to an existing file; waits `wait` seconds for another process. Raises StoreError."""
    try:
        connection = sqlite3.connect(_uri(path, mode), uri=True, timeout=wait, isolation_level=None)
    except sqlite3.Error as error:
        raise_explained(error, path)
    try:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        if mode == "rw":
            connection.execute("PRAGMA journal_mode=DELETE").fetchall()
    except sqlite3.Error as error:
        connection.close()
        raise_explained(error, path)
    return connection


def connect_to_read(path: Path, wait: float = BUSY_SECONDS) -> sqlite3.Connection:
    """A connection for reading only; what a killed writer left half done is undone first. Raises StoreError."""
    try:
        return connect(path, "ro", wait)
    except StoreError as error:
        if getattr(error.__cause__, "sqlite_errorcode", None) != sqlite3.SQLITE_READONLY_ROLLBACK:
            raise
    connect(path, "rw", wait).close()  # cache_size reads the schema, and the first read undoes
    return connect(path, "ro", wait)


class Database:
    """The connection of one project file. One thread, one process; open another for another thread."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        *,
        clock: Clock,
        readonly: bool,
        migration_backup: Path | None = None,
    ) -> None:
        self.path = path
        self.readonly = readonly
        self.migration_backup = migration_backup
        self._connection = connection
        self._clock = clock
        self._depth = 0
        self._step: int | None = None  # first journal line of the open transaction

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what is not committed is undone."""
        self._connection.close()

    # ------------------------------------------------------------ the write door
    @contextmanager
    def atomic(self) -> Iterator[None]:
        """All of it is stored, or nothing; nested blocks are savepoints. Raises ProjectInUse."""
        if self.readonly:
            raise StoreError(
                Bi("Proyek {path} dibuka hanya untuk dibaca.", "The project {path} is open for reading only.").fill(
                    path=self.path
                ),
                Bi("Buka proyek itu untuk ditulis.", "Open the project for writing."),
            )
        self._begin()
        try:
            yield
            self._commit()
        except BaseException:
            self._rollback()
            raise
        finally:
            self._depth -= 1

    def _begin(self) -> None:
        if self._depth == 0:
            self._step = None
        self._statement("BEGIN IMMEDIATE" if self._depth == 0 else f"SAVEPOINT level{self._depth}")
        self._depth += 1

    def _commit(self) -> None:
        self._statement("COMMIT" if self._depth == 1 else f"RELEASE level{self._depth - 1}")

    def _rollback(self) -> None:
        if not self._connection.in_transaction:  # SQLite itself has undone it: disk full, I/O error
            return
        if self._depth == 1:
            self._statement("ROLLBACK")
        else:
            self._statement(f"ROLLBACK TO level{self._depth - 1}")
            self._statement(f"RELEASE level{self._depth - 1}")

    def _statement(self, sql: str) -> None:
        try:
            self._connection.execute(sql)
        except sqlite3.Error as error:
            raise_explained(error, self.path)

    def _writing(self) -> None:
        """Refuse to write outside atomic()."""
        if self._depth == 0:
            raise WriteOutsideAtomicError("write inside `with store.atomic():`")

    # ------------------------------------------------------------ statements
    def _rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """All rows at once, so that no open cursor sees a later write or holds the lock."""
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise_explained(error, self.path)

    def _row(self, sql: str, values: Sequence[object] = ()) -> Row | None:
        rows = self._rows(sql, values)
        return rows[0] if rows else None

    def _run(self, sql: str, values: Sequence[object] = ()) -> int:
        """Write; the number of rows touched."""
        self._writing()
        try:
            return self._connection.execute(sql, values).rowcount
        except UnicodeEncodeError:
            raise unstorable(self.path) from None  # the error would show the text
        except sqlite3.Error as error:
            raise_explained(error, self.path)

    def _run_many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        self._writing()
        try:
            self._connection.executemany(sql, rows)
        except UnicodeEncodeError:
            raise unstorable(self.path) from None
        except sqlite3.Error as error:
            raise_explained(error, self.path)
