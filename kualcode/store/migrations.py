"""The schema, as append-only steps. A step that has been released is never edited: add the next one.

Each step runs in one transaction with its own record. Never executescript: it commits the open transaction.
"""
# ruff: noqa: S608 - statements are put together from constants; values are always bound

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

APPLICATION_ID = 0x4B55414C  # "KUAL" at byte 68 of the file
MACHINE = 1  # coders.id of the machine
MACHINE_NAME = "kualcode"

SCHEMA = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"
Migration = Callable[[sqlite3.Connection], None]

_TABLES = (
    """CREATE TABLE migrations (version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL)""",
    """CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID""",
    # The text stands last: listings never read its pages. source_type and informant are info_set over info.
    """CREATE TABLE sources (
        id INTEGER PRIMARY KEY, name TEXT NOT NULL, version INTEGER NOT NULL,
        superseded_by INTEGER REFERENCES sources(id) DEFERRABLE INITIALLY DEFERRED,
        format TEXT NOT NULL, file_sha256 TEXT NOT NULL, text_sha256 TEXT NOT NULL, imported_at TEXT NOT NULL,
        source_type TEXT, informant TEXT, info TEXT NOT NULL, info_set TEXT NOT NULL DEFAULT '{}',
        notes TEXT NOT NULL, text TEXT NOT NULL, UNIQUE (name, version))""",
    """CREATE UNIQUE INDEX sources_current ON sources(name) WHERE superseded_by IS NULL""",
    """CREATE TABLE turns (
        source_id INTEGER NOT NULL REFERENCES sources(id), idx INTEGER NOT NULL, speaker TEXT NOT NULL,
        label TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, question INTEGER, informant TEXT,
        at TEXT, PRIMARY KEY (source_id, idx), CHECK (0 <= start AND start <= "end")) WITHOUT ROWID""",
    """CREATE TABLE informants (
        id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, position TEXT, role_group TEXT, category TEXT,
        chosen TEXT, sex TEXT, age TEXT, education TEXT, years_of_service TEXT, date TEXT, length TEXT,
        consent TEXT NOT NULL
            CHECK (consent IN ('unrecorded', 'declared', 'recorded', 'refused', 'withdrawn')))""",
    """CREATE TABLE coders (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL CHECK (kind IN ('machine', 'person')))""",
    """CREATE TABLE codebooks (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, codebook_id TEXT NOT NULL,
        version TEXT NOT NULL, yaml TEXT NOT NULL, added_at TEXT NOT NULL, used INTEGER NOT NULL)""",
    # A machine's row has status 'suggested' for ever, and no other row has it.
    # Alternatives are joined by OR: "IN (list)" in a CHECK costs 6 microseconds a row.
    """CREATE TABLE codings (
        id TEXT PRIMARY KEY, source_id INTEGER NOT NULL REFERENCES sources(id), turn INTEGER NOT NULL,
        start INTEGER NOT NULL, "end" INTEGER NOT NULL, quote TEXT NOT NULL, code TEXT NOT NULL, facet TEXT,
        stance TEXT NOT NULL
            CHECK (stance = 'positive' OR stance = 'negative' OR stance = 'mixed' OR stance = 'neutral'),
        causal TEXT NOT NULL CHECK (causal = 'none' OR causal = 'stated' OR causal = 'implied'),
        strength INTEGER NOT NULL CHECK (strength BETWEEN 1 AND 3), confidence REAL,
        status TEXT NOT NULL CHECK (status = 'suggested' OR status = 'accepted' OR status = 'rejected'
            OR status = 'disputed' OR status = 'withdrawn'),
        coder_id INTEGER NOT NULL REFERENCES coders(id), decided_at TEXT, reason TEXT NOT NULL,
        codebook_version TEXT NOT NULL, gist TEXT NOT NULL DEFAULT '', translation TEXT NOT NULL DEFAULT '',
        suggestion_id TEXT REFERENCES codings(id),
        CHECK (0 <= start AND start < "end"), CHECK ((status = 'suggested') = (decided_at IS NULL)),
        CHECK ((status = 'suggested') = (coder_id = 1)))""",
    """CREATE INDEX codings_source ON codings(source_id)""",
    """CREATE INDEX codings_suggestion ON codings(suggestion_id) WHERE suggestion_id IS NOT NULL""",
    """CREATE TABLE tag_runs (source_id INTEGER PRIMARY KEY REFERENCES sources(id), key TEXT NOT NULL,
        at TEXT NOT NULL)""",
    # AUTOINCREMENT remembers the highest seq, so that a cut-off end is noticed.
    """CREATE TABLE journal (
        seq INTEGER PRIMARY KEY AUTOINCREMENT, ts TEXT NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL,
        object TEXT NOT NULL, before_sha TEXT, after_sha TEXT, reason TEXT NOT NULL, prev_hash TEXT NOT NULL,
        hash TEXT NOT NULL)""",
    """CREATE TABLE salts (object TEXT PRIMARY KEY, salt BLOB NOT NULL) WITHOUT ROWID""",
    # What undo needs; `step` is the first seq of the block that was stored together. Erasable.
    """CREATE TABLE changes (seq INTEGER PRIMARY KEY REFERENCES journal(seq), step INTEGER NOT NULL,
        before TEXT, after TEXT)""",
    """CREATE TRIGGER journal_keeps_rows BEFORE DELETE ON journal
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER journal_keeps_values BEFORE UPDATE ON journal
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    # INSERT OR REPLACE deletes without firing the delete trigger.
    """CREATE TRIGGER journal_only_grows BEFORE INSERT ON journal
        WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM journal)
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    f"""INSERT INTO coders (id, name, kind) VALUES ({MACHINE}, '{MACHINE_NAME}', 'machine')""",
    f"""PRAGMA application_id = {APPLICATION_ID}""",
)


def m001_project(connection: sqlite3.Connection) -> None:
    """Sources, turns, people, codebooks, codings, and the journal."""
    for statement in _TABLES:
        connection.execute(statement)


def m002_notes(connection: sqlite3.Connection) -> None:
    """What the researcher writes around the analysis; AUTOINCREMENT, since the journal names notes by number."""
    connection.execute(
        """CREATE TABLE notes (
        id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
        coder_id INTEGER NOT NULL REFERENCES coders(id), at TEXT NOT NULL, UNIQUE (kind, key))"""
    )


MIGRATIONS: tuple[Migration, ...] = (m001_project, m002_notes)


def schema_version(connection: sqlite3.Connection) -> int:
    """The number of steps that a file has had."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def migrate(connection: sqlite3.Connection, steps: Sequence[Migration], now: str) -> None:
    """Run the steps that are missing, in order."""
    for number, step in enumerate(steps, 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            if schema_version(connection) < number:  # asked inside: another process may have done it
                _apply(connection, number, step, now)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _apply(connection: sqlite3.Connection, number: int, step: Migration, now: str) -> None:
    step(connection)
    connection.execute(
        "INSERT INTO migrations (version, name, applied_at) VALUES (?, ?, ?)", (number, step.__name__, now)
    )
    connection.execute(f"PRAGMA user_version = {number}")


def expected_schema(steps: Sequence[Migration] = MIGRATIONS) -> dict[str, str]:
    """Name and SQL of every table, index and trigger that the steps make."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(connection, steps, "")
        return dict(connection.execute(SCHEMA))
    finally:
        connection.close()
