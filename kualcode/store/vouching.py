"""What the journal vouches for, against what now stands in the file: what was changed, put in or taken away."""
# ruff: noqa: S608 - statements are put together from constants; values are always bound

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from kualcode.store.decisions import FIELDS, Decisions
from kualcode.store.journal import Entry, compact, salted
from kualcode.store.notes import NOTE_FIELDS, Notes
from kualcode.store.people import informant_json
from kualcode.store.suggestions import Suggestions

Fault = Literal["changed", "suggestions", "lost"]
Content = tuple[str, str, str]  # object of the journal, its subject, and JSON of what stands in the file
# Lines that say the same of an object, so that the last of them holds.
_SUBJECTS = {"recode": "code", "describe": "import", "turns": "import"}
_CHANGES = """SELECT h.seq, j.before_sha, j.after_sha, s.salt, h.before, h.after FROM changes h
    JOIN journal j ON j.seq = h.seq JOIN salts s ON s.object = j.object
    WHERE h.seq > ? ORDER BY h.seq LIMIT 1000"""
_DECIDED = f"""SELECT {", ".join(f'"{name}"' for name in FIELDS)} FROM codings
    WHERE source_id = ? AND status <> 'suggested' ORDER BY id"""
_NOTED = f"SELECT id, {', '.join(NOTE_FIELDS)} FROM notes ORDER BY id"


class Vouching(Decisions, Suggestions, Notes):
    """The comparison of the file with its journal, for the deep check."""

    def _altered_changes(self) -> Iterator[int]:
        """Lines whose undo content has another hash; what has been erased cannot be compared."""
        after = 0
        while batch := self._rows(_CHANGES, (after,)):
            for seq, before_sha, after_sha, salt, *contents in batch:
                if [_hashed(salt, content) for content in contents] != [before_sha, after_sha]:
                    yield seq
            after = batch[-1][0]

    def _not_vouched(self) -> Iterator[tuple[str, Fault]]:
        """Objects that are not as their last line in the journal says, or no longer there at all."""
        salts: dict[str, bytes] = dict(self._rows("SELECT object, salt FROM salts"))
        last = {_subject(entry): entry.after_sha for entry in self.journal()}
        for what, subject, content in self._contents():
            salt, wanted = salts.get(what), last.pop((what, subject), None)
            if salt is None or wanted != salted(salt, content):
                yield what, "suggestions" if subject == "tag" else "changed"
        for (what, _), wanted in last.items():
            if wanted is not None:
                yield what, "lost"

    def _contents(self) -> Iterator[Content]:
        """All that lines of the journal speak of, as it now stands."""
        yield from self._of_people()
        for number, superseded_by, said in self._rows("SELECT id, superseded_by, info_set FROM sources ORDER BY id"):
            yield f"source:{number}", "import", compact(self._facts(number))
            if superseded_by is not None:
                yield f"source:{number}", "supersede", compact({"superseded_by": superseded_by})
            if said != "{}":
                yield f"source:{number}", "source_info", said
            for row in self._rows(_DECIDED, (number,)):
                yield f"coding:{row[0]}", "code", compact(dict(zip(FIELDS, row, strict=True)))
        for number, run in self._runs():
            yield f"tagging:{number}", "tag", compact(run)

    def _of_people(self) -> Iterator[Content]:
        for number, name in self._rows("SELECT id, name FROM coders WHERE kind = 'person' ORDER BY id"):
            yield f"coder:{number}", "coder", compact({"name": name})
        people = self.informants()
        for number, code in self._rows("SELECT id, code FROM informants ORDER BY id"):
            yield f"informant:{number}", "informant", compact(informant_json(people[code]))
        for key, value in self._rows("SELECT key, value FROM settings ORDER BY key"):
            yield f"setting:{key}", "setting", compact(value)
        for (number,) in self._rows("SELECT id FROM codebooks ORDER BY id"):
            yield f"codebook:{number}", "codebook_change", compact(self._codebook(number))
        for number, *row in self._rows(_NOTED):
            kind: str = row[0]
            yield f"note:{number}", _SUBJECTS.get(kind, kind), compact(dict(zip(NOTE_FIELDS, row, strict=True)))


def _subject(entry: Entry) -> tuple[str, str]:
    return entry.object, _SUBJECTS.get(entry.action, entry.action)


def _hashed(salt: bytes, content: str | None) -> str | None:
    return None if content is None else salted(salt, content)
