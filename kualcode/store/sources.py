"""Reading and describing sources: text stored once and never changed, what is known about it apart."""
# ruff: noqa: S608 - statements are put together from constants; values are always bound

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Literal

from kualcode.errors import Bi, NotFound, UsageError
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
FACTS = ("name", "format", "file_sha256", "text_sha256", "version", "info", "notes")
_INFO = tuple(field.name for field in fields(SourceInfo))
_TURNS = 'SELECT idx, speaker, label, start, "end", question, informant, at FROM turns WHERE source_id = ? ORDER BY idx'
_COLUMNS = "s.id, s.name, s.format, s.file_sha256, s.text, s.text_sha256, s.info, s.info_set, s.notes"


class Sources(People):
    """Reading and describing sources."""

    # ------------------------------------------------------------ reading
    def source_names(self, *, include_hidden: bool = False) -> tuple[str, ...]:
        """Names in order; without those of informants who refused or withdrew."""
        visible = "1" if include_hidden else VISIBLE
        return tuple(
            row[0] for row in self._rows(f"SELECT s.name FROM sources s WHERE {CURRENT} AND {visible} ORDER BY s.name")
        )

    def source(self, name: str, *, include_hidden: bool = False) -> Source:
        """One source with its turns. Raises NotFound, also when its informant refused or withdrew."""
        visible = "1" if include_hidden else VISIBLE
        row = self._row(f"SELECT {_COLUMNS} FROM sources s WHERE {CURRENT} AND s.name = ? AND {visible}", (name,))
        if row is None:
            raise _unknown(name)
        return self._build(row)

    def sources(self, *, include_hidden: bool = False) -> Iterator[Source]:
        """All sources in name order, one at a time."""
        for name in self.source_names(include_hidden=include_hidden):
            yield self.source(name, include_hidden=include_hidden)

    def info(self, name: str) -> SourceInfo:
        """What is known about a source, hidden or not, without reading its text. Raises NotFound."""
        read, said = self._current(name, "s.info, s.info_set")
        return SourceInfo(**{**json.loads(read), **json.loads(said)})

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

    def _facts(self, number: int) -> dict[str, str | int]:
        """A source as the journal vouches for it."""
        row = self._rows(f"SELECT {', '.join(FACTS)} FROM sources WHERE id = ?", (number,))[0]
        return facts(row, self._turns(number))

    def _current(self, name: str, columns: str) -> Row:
        """Columns of a source that is in the project, hidden or not. Raises NotFound."""
        row = self._row(f"SELECT {columns} FROM sources s WHERE {CURRENT} AND s.name = ?", (name,))
        if row is None:
            raise _unknown(name)
        return row

    # ------------------------------------------------------------ describing
    def read_info(self, name: str) -> SourceInfo:
        """What was read about a source, without what a person said over it. Raises NotFound."""
        return SourceInfo(**json.loads(self._current(name, "s.info")[0]))

    def corrections(self, name: str) -> Info:
        """What a person said about a source, None for "not known"; empty also for a source that is not in."""
        row = self._row(f"SELECT s.info_set FROM sources s WHERE {CURRENT} AND s.name = ?", (name,))
        return json.loads(row[0]) if row else {}

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
            self._run(
                "UPDATE sources SET info_set = ?, source_type = ?, informant = ? WHERE id = ?",
                (compact(after), info.get("source_type"), info.get("informant"), number),
            )
            self._log("source_info", f"source:{number}", before, after, by=self._actor(by))
        return SourceInfo(**info)


def known(info: SourceInfo) -> dict[str, str]:
    """The fields that are known."""
    return {name: value for name in _INFO if (value := getattr(info, name)) is not None}


def facts(columns: Sequence[str | int], turns: Iterable[Turn]) -> dict[str, str | int]:
    """What the journal vouches for about a source: its columns FACTS and its turns."""
    rows = [(t.index, t.speaker, t.label, t.start, t.end, t.question, t.informant, t.at) for t in turns]
    return {**dict(zip(FACTS, columns, strict=True)), "turns": sha256(compact(rows))}


def _unknown(name: str) -> NotFound:
    return NotFound(
        Bi("Tidak ada sumber bernama {name}.", "There is no source named {name}.").fill(name=name),
        Bi("Lihat nama-namanya dengan `kualcode sources`.", "See the names with `kualcode sources`."),
    )


def _check_field(field: str, value: str | None) -> None:
    if field not in _INFO:
        raise UsageError(
            Bi("Keterangan sumber {field!r} tidak dikenal.", "The source field {field!r} is unknown.").fill(
                field=field
            ),
            Bi("Pilih salah satu: {known}.", "Choose one of: {known}.").fill(known=", ".join(_INFO)),
        )
    if field == "source_type" and value is not None and value not in SOURCE_TYPES:
        raise UsageError(
            Bi("Jenis sumber {value!r} tidak dikenal.", "The source type {value!r} is unknown.").fill(value=value),
            Bi("Pilih salah satu: {known}.", "Choose one of: {known}.").fill(known=", ".join(SOURCE_TYPES)),
        )


def turns_problem(turns: tuple[Turn, ...], length: int) -> Bi | None:
    """What is wrong with the turns of a text: order, span or question link; None when all is well."""
    seen: set[int] = set()
    last_index, last_end = -1, 0
    for turn in turns:
        if turn.index <= last_index or not last_end <= turn.start <= turn.end <= length:
            return Bi(
                "giliran bicara {n} di luar teks atau tidak berurutan.", "turn {n} is outside the text or out of order."
            ).fill(n=turn.index)
        if turn.question is not None and turn.question not in seen:
            return Bi(
                "giliran bicara {n} menjawab pertanyaan yang tidak ada.",
                "turn {n} answers a question that is not there.",
            ).fill(n=turn.index)
        seen.add(turn.index)
        last_index, last_end = turn.index, turn.end
    return None
