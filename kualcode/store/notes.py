"""What the researcher writes around the analysis: resolutions, claims edited, decisions on findings; a note a thing.

A note is a mapping of plain JSON values under a kind ("resolution") and a key ("DISSONANCE:TEPAT.PEN").
Its kind is the action that the journal records (method 2.7); what stands in it can be erased like all content.
"""
# ruff: noqa: S608 - statements are put together from constants; values are always bound

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from kualcode.store.connection import Row
from kualcode.store.failures import damaged
from kualcode.store.journal import compact
from kualcode.store.people import People

NOTE_FIELDS = ("kind", "key", "value", "coder_id", "at")
_COLUMNS = ", ".join(NOTE_FIELDS)
_NOTE = (
    "SELECT n.kind, n.key, n.value, c.name, c.kind, n.at FROM notes n LEFT JOIN coders c ON c.id = n.coder_id "
    "WHERE n.kind = ?"
)
_INSERT = f"INSERT INTO notes ({_COLUMNS}) VALUES (?, ?, ?, ?, ?)"
_UPDATE = "UPDATE notes SET kind = ?, key = ?, value = ?, coder_id = ?, at = ? WHERE id = ?"
_KIND = re.compile(r"[a-z_]{1,30}")


class Note(NamedTuple):
    """One note as it stands; `by` is None where no person was named for it."""

    kind: str
    key: str
    value: dict[str, Any]
    by: str | None
    at: str


class Notes(People):
    """Notes of any kind, each with who wrote it and when."""

    def put_note(self, kind: str, key: str, value: Mapping[str, object] | None, *, by: str | None = None) -> bool:
        """Write a note over what stood there, or remove it with None; whether that changed anything.

        The same value again changes nothing: who first wrote it stays. `kind` is a class word, small letters and
        "_"; a value that is no JSON, or an empty key, is a programming error (TypeError, ValueError).
        """
        self._writing()
        if not _KIND.fullmatch(kind) or not key:
            raise ValueError("a note has a class word as its kind, and a key")
        text = None if value is None else compact(dict(value))
        number, before = self._noted(kind, key)
        if text == (before and before["value"]):
            return False
        actor = self._actor(by)
        row = None if text is None else (kind, key, text, actor, self._clock())
        if row is None:
            self._run("DELETE FROM notes WHERE id = ?", (number,))
        elif before is None:
            self._run(_INSERT, row)
            number, _ = self._noted(kind, key)
        else:
            self._run(_UPDATE, (*row, number))
        self._log(kind, f"note:{number}", before, row and dict(zip(NOTE_FIELDS, row, strict=True)), by=actor)
        return True

    def notes(self, kind: str) -> dict[str, Note]:
        """Every note of a kind by its key, in key order. Raises StoreError for what is no longer JSON."""
        rows = self._rows(f"{_NOTE} ORDER BY n.key", (kind,))
        return {row[1]: self._read_note(row) for row in rows}

    def note(self, kind: str, key: str) -> Note | None:
        """One note, None when there is none. Raises StoreError for what is no longer JSON."""
        row = self._row(f"{_NOTE} AND n.key = ?", (kind, key))
        return self._read_note(row) if row else None

    def _noted(self, kind: str, key: str) -> tuple[int, dict[str, Any] | None]:
        """The number of a note, 0 when there is none, and the note as the journal vouches for it."""
        row = self._row(f"SELECT id, {_COLUMNS} FROM notes WHERE kind = ? AND key = ?", (kind, key))
        return (row[0], dict(zip(NOTE_FIELDS, row[1:], strict=True))) if row else (0, None)

    def _read_note(self, row: Row) -> Note:
        kind, key, text, name, coder_kind, at = row
        try:
            value = json.loads(text)
        except ValueError:
            value = None
        if not isinstance(value, dict):
            raise damaged(self.path)
        return Note(kind, key, value, name if coder_kind == "person" else None, at)
