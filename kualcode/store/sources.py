"""Sources and their turns: text stored once and never changed, what is known about it apart."""
# ruff: noqa: S608 - statements are put together from constants; values are always bound

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Literal

from kualcode.errors import Bi, NotFound, SourceError, UsageError
from kualcode.model import SOURCE_TYPES, Source, SourceInfo, Turn
from kualcode.store.connection import Row
from kualcode.store.failures import damaged
from kualcode.store.journal import compact
from kualcode.store.people import HIDDEN_INFORMANTS, People
from kualcode.text import sha256

Added = Literal["added", "unchanged", "updated", "replaced"]
Info = dict[str, str | None]
CURRENT = "s.superseded_by IS NULL"
VISIBLE = f"(s.informant IS NULL OR s.informant NOT IN ({HIDDEN_INFORMANTS}))"
_INFO = tuple(field.name for field in fields(SourceInfo))
_TURNS = ('SELECT idx, speaker, label, start, "end", question, informant, at FROM turns '
          "WHERE source_id = ? ORDER BY idx")
_COLUMNS = "s.id, s.name, s.format, s.file_sha256, s.text, s.text_sha256, s.info, s.info_set, s.notes"


class Sources(People):
    """Adding, reading and describing sources."""

    # ------------------------------------------------------------ reading
    def source_names(self, *, include_hidden: bool = False) -> tuple[str, ...]:
        """Names in order; without those of informants who refused or withdrew."""
        visible = "1" if include_hidden else VISIBLE
        return tuple(row[0] for row in self._rows(
            f"SELECT s.name FROM sources s WHERE {CURRENT} AND {visible} ORDER BY s.name"))

    def source(self, name: str, *, include_hidden: bool = False) -> Source:
        """One source with its turns. Raises NotFound, also when its informant refused or withdrew."""
        visible = "1" if include_hidden else VISIBLE
        row = self._row(f"SELECT {_COLUMNS} FROM sources s WHERE {CURRENT} AND s.name = ? AND {visible}",
                        (name,))
        if row is None:
            raise _unknown(name)
        return self._build(row)

    def sources(self, *, include_hidden: bool = False) -> Iterator[Source]:
        """All sources in name order, one at a time."""
        for name in self.source_names(include_hidden=include_hidden):
            yield self.source(name, include_hidden=include_hidden)

    def known_file(self, sha256: str) -> str | None:
        """The name under which the same bytes are already in, if any."""
        row = self._row(f"SELECT min(s.name) FROM sources s WHERE {CURRENT} AND s.file_sha256 = ?", (sha256,))
        return row[0] if row else None

    def _build(self, row: Row) -> Source:
        number, name, format_, file_sha, text, text_sha, info, info_set, notes = row
        try:
            known = SourceInfo(**{**json.loads(info), **json.loads(info_set)})
            said = tuple(Bi(*note) for note in json.loads(notes))
        except (ValueError, TypeError):
            raise damaged(self.path) from None
        return Source(name, format_, file_sha, text, text_sha, known, self._turns(number), said)

    def _turns(self, number: int) -> tuple[Turn, ...]:
        return tuple(Turn(*row) for row in self._rows(_TURNS, (number,)))

    def _current(self, name: str, columns: str) -> Row:
        """Columns of a source that is in the project, hidden or not. Raises NotFound."""
        row = self._row(f"SELECT {columns} FROM sources s WHERE {CURRENT} AND s.name = ?", (name,))
        if row is None:
            raise _unknown(name)
        return row

    # ------------------------------------------------------------ adding
    def add_source(self, source: Source, *, by: str | None = None) -> Added:
        """Store a source as read. The same file again is "unchanged"; the same text and turns from a file
        saved again is "updated"; a corrected text is "replaced" while no person has decided on the old one.

        Raises SourceError when decisions rest on the old text, or when the text and its turns do not agree.
        """
        self._writing()
        known = self._row("SELECT s.id, s.file_sha256, s.text_sha256 FROM sources s "
                          f"WHERE {CURRENT} AND s.name = ?", (source.name,))
        if known and known[1] == source.file_sha256:
            return "unchanged"
        _check(source)
        if known is None:
            self._insert(source, version=1, said={}, by=by)
            return "added"
        if known[2] == source.text_sha256 and self._turns(known[0]) == source.turns:
            self._update(known[0], source, by)
            return "updated"
        self._replace(known[0], source, by)
        return "replaced"

    def _insert(self, source: Source, *, version: int, said: Info, by: str | None) -> int:
        info = {**_known(source.info), **said}
        self._run("INSERT INTO sources (name, version, format, file_sha256, text_sha256, imported_at, "
                  "source_type, informant, info, info_set, notes, text) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                  (source.name, version, source.format, source.file_sha256, source.text_sha256, self._clock(),
                   info.get("source_type"), info.get("informant"), compact(_known(source.info)),
                   compact(said), compact(source.notes), source.text))
        number: int = self._rows("SELECT last_insert_rowid()")[0][0]
        self._run_many('INSERT INTO turns (source_id, idx, speaker, label, start, "end", question, '
                       "informant, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                       [(number, t.index, t.speaker, t.label, t.start, t.end, t.question, t.informant, t.at)
                        for t in source.turns])
        self._log("import", f"source:{number}", None, _facts(source, version), by=self._actor(by))
        if said:
            self._log("source_info", f"source:{number}", None, said, by=self._actor(by), reason="carried")
        return number

    def _update(self, number: int, source: Source, by: str | None) -> None:
        """The file changed but not a letter of its text: what rests on the text stands."""
        version, said, old_sha = self._rows(
            "SELECT version, info_set, file_sha256 FROM sources WHERE id = ?", (number,))[0]
        info = {**_known(source.info), **json.loads(said)}
        self._run("UPDATE sources SET format = ?, file_sha256 = ?, info = ?, notes = ?, source_type = ?, "
                  "informant = ? WHERE id = ?",
                  (source.format, source.file_sha256, compact(_known(source.info)), compact(source.notes),
                   info.get("source_type"), info.get("informant"), number))
        self._log("import", f"source:{number}", {"file_sha256": old_sha}, _facts(source, version),
                  by=self._actor(by), reason="same_text")

    def _replace(self, number: int, source: Source, by: str | None) -> None:
        if self._row("SELECT 1 FROM codings WHERE source_id = ? AND status <> 'suggested'", (number,)):
            raise _decided(source.name)
        version, said = self._rows("SELECT version, info_set FROM sources WHERE id = ?", (number,))[0]
        self._run("DELETE FROM codings WHERE source_id = ?", (number,))
        self._run("DELETE FROM tag_runs WHERE source_id = ?", (number,))
        self._run("UPDATE sources SET superseded_by = id WHERE id = ?", (number,))   # frees the name
        new = self._insert(source, version=version + 1, said=json.loads(said), by=by)
        self._run("UPDATE sources SET superseded_by = ? WHERE id = ?", (new, number))
        self._log("supersede", f"source:{number}", {"superseded_by": None}, {"superseded_by": new},
                  by=self._actor(by))

    # ------------------------------------------------------------ describing
    def set_info(self, name: str, changes: Mapping[str, str | None], by: str) -> SourceInfo:
        """What a person says about a source, over what was read; None means "not known".

        Returns what then holds. Raises UsageError, NotFound.
        """
        self._writing()
        for field, value in changes.items():
            _check_field(field, value)
        number, read, said = self._current(name, "s.id, s.info, s.info_set")
        before = json.loads(said)
        after = {**before, **changes}
        info = {**json.loads(read), **after}
        if after != before:
            self._run("UPDATE sources SET info_set = ?, source_type = ?, informant = ? WHERE id = ?",
                      (compact(after), info.get("source_type"), info.get("informant"), number))
            self._log("source_info", f"source:{number}", before, after, by=self._actor(by))
        return SourceInfo(**info)


def _decided(name: str) -> SourceError:
    return SourceError(Bi("{name} sudah berubah, tetapi keputusan pengode bertumpu pada teks yang dulu "
                          "dibaca; teks itu dipertahankan.",
                          "{name} has changed, but decisions rest on the text as it was read; it is kept.")
                       .fill(name=name),
                       Bi("Beri berkas yang sudah diperbaiki nama lain, lalu masukkan lagi.",
                          "Give the corrected file another name and add it again."))


def _known(info: SourceInfo) -> dict[str, str]:
    return {name: value for name in _INFO if (value := getattr(info, name)) is not None}


def _facts(source: Source, version: int) -> dict[str, str | int]:
    return facts(source.name, source.format, source.file_sha256, source.text_sha256, version)


def facts(name: str, format_: str, file_sha256: str, text_sha256: str, version: int) -> dict[str, str | int]:
    """What the journal vouches for about a source."""
    return {"name": name, "format": format_, "file_sha256": file_sha256, "text_sha256": text_sha256,
            "version": version}


def _unknown(name: str) -> NotFound:
    return NotFound(Bi("Tidak ada sumber bernama {name}.",
                       "There is no source named {name}.").fill(name=name),
                    Bi("Lihat nama-namanya dengan `kualcode sources`.",
                       "See the names with `kualcode sources`."))


def _check_field(field: str, value: str | None) -> None:
    if field not in _INFO:
        raise UsageError(Bi("Keterangan sumber {field!r} tidak dikenal.",
                            "The source field {field!r} is unknown.")
                         .fill(field=field),
                         Bi("Pilih salah satu: {known}.",
                            "Choose one of: {known}.").fill(known=", ".join(_INFO)))
    if field == "source_type" and value is not None and value not in SOURCE_TYPES:
        raise UsageError(Bi("Jenis sumber {value!r} tidak dikenal.", "The source type {value!r} is unknown.")
                         .fill(value=value),
                         Bi("Pilih salah satu: {known}.",
                            "Choose one of: {known}.").fill(known=", ".join(SOURCE_TYPES)))


def _check(source: Source) -> None:
    """Refuse a text or turns that do not hold together; nothing has been written yet."""
    wrong = _broken(source)
    if wrong is not None:
        raise SourceError(Bi("{name}: {wrong}", "{name}: {wrong}").fill(name=source.name, wrong=wrong),
                          Bi("Berkas ini tidak disimpan; simpan ulang sebagai UTF-8 atau .docx.",
                             "This file was not stored; save it again as UTF-8 or .docx."))


def _broken(source: Source) -> Bi | None:
    try:
        "".join((source.name, source.text, *_known(source.info).values(),
                 *(word for note in source.notes for word in note),
                 *(word for t in source.turns for word in (t.label, t.informant, t.at) if word))).encode()
    except UnicodeEncodeError:
        return Bi("teks memuat huruf rusak (setengah pasangan UTF-16).",
                  "the text holds a broken character (half a UTF-16 pair).")
    if sha256(source.text) != source.text_sha256:
        return Bi("hash teks tidak cocok.", "the text does not match its hash.")
    return turns_problem(source.turns, len(source.text))


def turns_problem(turns: tuple[Turn, ...], length: int) -> Bi | None:
    """What is wrong with the turns of a text: order, span or question link; None when all is well."""
    seen: set[int] = set()
    last_index, last_end = -1, 0
    for turn in turns:
        if turn.index <= last_index or not last_end <= turn.start <= turn.end <= length:
            return Bi("giliran bicara {n} di luar teks atau tidak berurutan.",
                      "turn {n} is outside the text or out of order.").fill(n=turn.index)
        if turn.question is not None and turn.question not in seen:
            return Bi("giliran bicara {n} menjawab pertanyaan yang tidak ada.",
                      "turn {n} answers a question that is not there.").fill(n=turn.index)
        seen.add(turn.index)
        last_index, last_end = turn.index, turn.end
    return None
