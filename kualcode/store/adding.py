"""Adding sources, and reading one again: its text stays, what is known about it and its turns may change."""
# ruff: noqa: S608 - statements are put together from constants; values are always bound

from __future__ import annotations

import json
from collections.abc import Iterable

from kualcode.errors import Bi, SourceError
from kualcode.model import Source, Turn
from kualcode.store.connection import Row
from kualcode.store.decisions import Decisions, journalled
from kualcode.store.journal import compact
from kualcode.store.sources import CURRENT, Added, Info, facts, known, turns_problem
from kualcode.store.suggestions import OPEN, Suggestions
from kualcode.text import sha256

_TURN = (
    'INSERT INTO turns (source_id, idx, speaker, label, start, "end", question, informant, at) '
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_DECIDED = f'SELECT c.id, c.turn, c.start, c."end" FROM codings c WHERE c.source_id = ? AND NOT ({OPEN}) ORDER BY c.id'


class Adding(Decisions, Suggestions):
    """Storing what a reader and the segmenter made of a file."""

    def add_source(self, source: Source, *, by: str | None = None) -> Added:
        """Store a source as read. A corrected text is "replaced" while no person has decided on the old one.

        With the same text it is "unchanged", or "updated" where the file, what is known or the turns differ:
        decisions keep their spans, and open suggestions go when the turns change, so that a run tags again.
        Turns that would cut through a decided passage are not taken; the old ones stay (ask source().turns).
        Raises SourceError when decisions rest on the old text, or when the text and its turns do not agree.
        """
        self._writing()
        _check(source)
        row = self._row(f"SELECT s.id, s.text_sha256 FROM sources s WHERE {CURRENT} AND s.name = ?", (source.name,))
        if row is None:
            self._insert(source, version=1, said={}, by=by)
            return "added"
        if row[1] == source.text_sha256:
            changes = [self._reread(row[0], source, by), self._returned(row[0], source.turns, by)]
            return "updated" if any(changes) else "unchanged"
        self._replace(row[0], source, by)
        return "replaced"

    def _insert(self, source: Source, *, version: int, said: Info, by: str | None) -> int:
        info = {**known(source.info), **said}
        read, notes = compact(known(source.info)), compact(source.notes)
        self._run(
            "INSERT INTO sources (name, version, format, file_sha256, text_sha256, imported_at, "
            "source_type, informant, info, info_set, notes, text) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(source.name, version, source.format, source.file_sha256, source.text_sha256, self._clock()),
                *(info.get("source_type"), info.get("informant"), read, compact(said), notes, source.text),
            ),
        )
        number: int = self._rows("SELECT last_insert_rowid()")[0][0]
        self._run_many(_TURN, _turn_rows(number, source.turns))
        columns = (source.name, source.format, source.file_sha256, source.text_sha256, version, read, notes)
        after = facts(columns, source.turns)
        self._log("import", f"source:{number}", None, after, by=self._actor(by))
        if said:
            self._log("source_info", f"source:{number}", None, said, by=self._actor(by), reason="carried")
        return number

    def _replace(self, number: int, source: Source, by: str | None) -> None:
        if self._row("SELECT 1 FROM codings WHERE source_id = ? AND status <> 'suggested'", (number,)):
            raise _decided(source.name)
        version, said = self._rows("SELECT version, info_set FROM sources WHERE id = ?", (number,))[0]
        self._forget_run(number, self._actor(by))
        self._run("UPDATE sources SET superseded_by = id WHERE id = ?", (number,))  # frees the name
        new = self._insert(source, version=version + 1, said=json.loads(said), by=by)
        self._run("UPDATE sources SET superseded_by = ? WHERE id = ?", (new, number))
        self._log(
            "supersede",
            f"source:{number}",
            {"superseded_by": None},
            {"superseded_by": new},
            by=self._actor(by),
        )

    # ------------------------------------------------------------ the same text again
    def _reread(self, number: int, source: Source, by: str | None) -> bool:
        """Take over what is known about the file; whether anything of it is new."""
        said, *old = self._rows(
            "SELECT info_set, format, file_sha256, info, notes FROM sources WHERE id = ?", (number,)
        )[0]
        new = [source.format, source.file_sha256, compact(known(source.info)), compact(source.notes)]
        if old == new:
            return False
        before = self._facts(number)
        info = {**known(source.info), **json.loads(said)}
        self._run(
            "UPDATE sources SET format = ?, file_sha256 = ?, info = ?, notes = ?, source_type = ?, "
            "informant = ? WHERE id = ?",
            (*new, info.get("source_type"), info.get("informant"), number),
        )
        what, why = ("describe", "") if old[:2] == new[:2] else ("import", "same_text")
        self._log(what, f"source:{number}", before, self._facts(number), by=self._actor(by), reason=why)
        return True

    def _returned(self, number: int, turns: tuple[Turn, ...], by: str | None) -> bool:
        """Take over other turns, unless one of them would cut through a decided passage."""
        decided = self._rows(_DECIDED, (number,))
        moved = {row[0]: _turn_of(turns, row) for row in decided}
        if self._turns(number) == turns or None in moved.values():
            return False
        before = self._facts(number)
        self._forget_run(number, self._actor(by))
        self._run("DELETE FROM turns WHERE source_id = ?", (number,))
        self._run_many(_TURN, _turn_rows(number, turns))
        self._log("turns", f"source:{number}", before, self._facts(number), by=self._actor(by))
        for key, turn, *_ in decided:
            if moved[key] != turn:
                self._move(key, moved[key], by)
        return True

    def _move(self, key: str, turn: int | None, by: str | None) -> None:
        """A decided row into its turn as it is now counted; a person's row stays vouched for."""
        before = self._fields(key)
        self._run("UPDATE codings SET turn = ? WHERE id = ?", (turn, key))
        if before["status"] != "suggested":
            after = journalled({**before, "turn": turn})
            self._log("recode", f"coding:{key}", journalled(before), after, by=self._actor(by), reason="turns")


def _turn_of(turns: Iterable[Turn], row: Row) -> int | None:
    """The index of the turn that holds a passage; None when no single one does."""
    return next((turn.index for turn in turns if turn.start <= row[2] and row[3] <= turn.end), None)


def _turn_rows(number: int, turns: Iterable[Turn]) -> list[Row]:
    return [(number, t.index, t.speaker, t.label, t.start, t.end, t.question, t.informant, t.at) for t in turns]


def _decided(name: str) -> SourceError:
    return SourceError(
        Bi(
            "{name} sudah berubah, tetapi keputusan pengode bertumpu pada teks yang dulu dibaca; teks itu "
            "dipertahankan.",
            "{name} has changed, but decisions rest on the text as it was read; it is kept.",
        ).fill(name=name),
        Bi(
            "Beri berkas yang sudah diperbaiki nama lain, lalu masukkan lagi.",
            "Give the corrected file another name and add it again.",
        ),
    )


def _check(source: Source) -> None:
    """Refuse a text or turns that do not hold together; nothing has been written yet."""
    wrong = _broken(source)
    if wrong is not None:
        raise SourceError(
            Bi("{name}: {wrong}", "{name}: {wrong}").fill(name=source.name, wrong=wrong),
            Bi(
                "Berkas ini tidak disimpan; simpan ulang sebagai UTF-8 atau .docx.",
                "This file was not stored; save it again as UTF-8 or .docx.",
            ),
        )


def _broken(source: Source) -> Bi | None:
    words = [word for t in source.turns for word in (t.label, t.informant, t.at) if word]
    words += [word for note in source.notes for word in note]
    try:
        "".join((source.name, source.text, *known(source.info).values(), *words)).encode()
    except UnicodeEncodeError:
        return Bi(
            "teks memuat huruf rusak (setengah pasangan UTF-16).",
            "the text holds a broken character (half a UTF-16 pair).",
        )
    if sha256(source.text) != source.text_sha256:
        return Bi("hash teks tidak cocok.", "the text does not match its hash.")
    return turns_problem(source.turns, len(source.text))
