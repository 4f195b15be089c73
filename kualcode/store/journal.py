"""The append-only, hash-chained journal: who did what to which object and when, never any content.

Objects and actors are written as kind:number ("source:7", "coder:2"); names stand in their own tables, where
they can be erased. before_sha and after_sha are SHA-256 of a salt of the object and the content's JSON: with
the salt erased they tell nothing. The content that undo needs stands in `changes` and can be erased as well.
"""
# ruff: noqa: S608 - statements are put together from constants; values are always bound

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kualcode.errors import Bi, Problem
from kualcode.store.connection import Database
from kualcode.text import sha256

GENESIS = "0" * 64
_CLASS_WORD = re.compile(r"[a-z_]{0,30}")
_COLUMNS = "seq, ts, actor, action, object, before_sha, after_sha, reason, prev_hash, hash"
_SHOWN = {
    "source": "SELECT name FROM sources WHERE id = ?",
    "coder": "SELECT name FROM coders WHERE id = ?",
    "informant": "SELECT code FROM informants WHERE id = ?",
    "codebook": "SELECT codebook_id || ' ' || version FROM codebooks WHERE id = ?",
    "tagging": "SELECT name FROM sources WHERE id = ?",
    "note": "SELECT kind || ' ' || key FROM notes WHERE id = ?",
}


class Entry(NamedTuple):
    """One line of the journal; the hashes are hex, None where there was nothing before or after."""

    seq: int
    ts: str
    actor: str
    action: str
    object: str
    before_sha: str | None
    after_sha: str | None
    reason: str
    prev_hash: str
    hash: str

    def computed_hash(self) -> str:
        """SHA-256 over all other fields as one JSON array."""
        return sha256(compact(self[:-1]))


def compact(value: object) -> str:
    """JSON without blanks, keys in order: the same value is always the same text."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def salted(salt: bytes, content: str) -> str:
    """The hash of a content that means nothing without its salt."""
    return sha256(salt + content.encode("utf-8", "surrogatepass"))


def chain_problems(entries: Iterable[Entry], last_seq: int) -> Iterator[Problem]:
    """Every line that was changed, lost or put in, and an end that was cut off."""
    previous, expected = GENESIS, 1
    for entry in entries:
        if entry.seq != expected or entry.prev_hash != previous:
            yield _problem(
                entry.seq, Bi("baris sebelumnya hilang atau diubah.", "a line before it is missing or changed.")
            )
        if entry.computed_hash() != entry.hash:
            yield _problem(entry.seq, Bi("baris ini diubah.", "this line was changed."))
        previous, expected = entry.hash, entry.seq + 1
    if expected != last_seq + 1:
        yield _problem(last_seq, Bi("baris terakhir hilang.", "the last lines are missing."))


def _problem(seq: int, what: Bi) -> Problem:
    return Problem(
        f"journal {seq}",
        what,
        Bi(
            "Catatan ini tidak lagi membuktikan apa-apa: bandingkan dengan cadangan.",
            "The trail no longer proves anything from here: compare it with a backup.",
        ),
    )


class Journal(Database):
    """Reading the journal, and the one way to add to it."""

    def journal(self) -> Iterator[Entry]:
        """All lines, oldest first."""
        after = 0
        page = f"SELECT {_COLUMNS} FROM journal WHERE seq > ? ORDER BY seq LIMIT 1000"
        while batch := self._rows(page, (after,)):
            yield from map(Entry._make, batch)
            after = batch[-1][0]

    def head(self) -> str:
        """The hash of the newest line; whoever noted it can tell later whether the trail was rewritten."""
        row = self._row("SELECT hash FROM journal ORDER BY seq DESC LIMIT 1")
        return row[0] if row else GENESIS

    def is_new(self) -> bool:
        """Whether nothing has ever been stored."""
        return self.head() == GENESIS

    def display(self, reference: str) -> str:
        """The name behind "source:7" or "coder:2"; the reference itself when it has none or was erased."""
        kind, _, number = reference.partition(":")
        row = self._row(_SHOWN[kind], (number,)) if kind in _SHOWN else None
        return str(row[0]) if row else reference

    def _log(self, action: str, what: str, before: object, after: object, *, by: int, reason: str = "") -> None:
        """Add one line: coder `by` did `action` to `what`; before and after are JSON values or None."""
        if not _CLASS_WORD.fullmatch(reason):
            raise ValueError("the journal takes a class word, no content")
        salt = self._salt(what)
        old, new = (None if value is None else compact(value) for value in (before, after))
        last = self._row("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1") or (0, GENESIS)
        entry = Entry(
            last[0] + 1,
            self._clock(),
            f"coder:{by}",
            action,
            what,
            None if old is None else salted(salt, old),
            None if new is None else salted(salt, new),
            reason,
            last[1],
            "",
        )
        self._run(
            f"INSERT INTO journal ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*entry[:-1], entry.computed_hash()),
        )
        self._step = entry.seq if self._step is None else self._step
        self._run(
            "INSERT INTO changes (seq, step, before, after) VALUES (?, ?, ?, ?)", (entry.seq, self._step, old, new)
        )

    def _salt(self, what: str) -> bytes:
        row = self._row("SELECT salt FROM salts WHERE object = ?", (what,))
        if row:
            return bytes(row[0])
        salt = secrets.token_bytes(16)
        self._run("INSERT INTO salts (object, salt) VALUES (?, ?)", (what, salt))
        return salt
