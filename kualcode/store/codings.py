"""Reading codings: the persons' rows, and the machine's suggestions on which nobody has decided."""
# ruff: noqa: S608 - statements are put together from constants; values are always bound

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

from kualcode.errors import Bi, NotFound
from kualcode.model import Coding
from kualcode.store.connection import Row
from kualcode.store.ids import SHORTEST_PREFIX
from kualcode.store.migrations import MACHINE
from kualcode.store.query import SHOWN, SPEAKER, Query
from kualcode.store.sources import CURRENT, Sources

_SELECT = f"""SELECT c.id, s.name, c.turn, c.start, c."end", c.quote, c.code, c.facet, c.stance,
    c.causal, c.strength, c.confidence, c.status, CASE c.coder_id WHEN {MACHINE} THEN NULL ELSE k.name END,
    c.decided_at, c.reason, c.codebook_version, c.gist, c.translation"""
_FROM = "FROM codings c JOIN sources s ON s.id = c.source_id JOIN coders k ON k.id = c.coder_id"
_ORDER = 'ORDER BY c.start, c."end", c.code, k.name, c.id'
TallyField = Literal["code", "source_type", "informant", "status", "stance", "source"]
_TALLIED: dict[TallyField, str] = {
    "code": "c.code",
    "status": "c.status",
    "stance": "c.stance",
    "source": "s.name",
    "source_type": "coalesce(s.source_type, 'unattributed')",
    "informant": f"coalesce({SPEAKER}, '')",
}
_CHUNK = 500  # SQLite before 3.32 takes 999 values a statement


class Codings(Sources):
    """The effective listing, and one coding by the beginning of its id."""

    def codings(self, query: Query | None = None, *, include_hidden: bool = False) -> Iterator[Coding]:
        """By source name, start, end, code, coder; one source in memory at a time, so that deciding while
        going through them is safe."""
        asked = query or Query()
        where, values = asked.where(include_hidden=include_hidden)
        for number in self._sources_of(asked):
            rows = self._rows(f"{_SELECT} {_FROM} WHERE c.source_id = ? AND {where} {_ORDER}", (number, *values))
            yield from (Coding(*row) for row in rows if not asked.ids or row[0] in asked.ids)

    def count_codings(self, query: Query | None = None, *, include_hidden: bool = False) -> int:
        """How many rows codings() would give."""
        asked = query or Query()
        if asked.ids:
            return sum(1 for _ in self.codings(asked, include_hidden=include_hidden))
        where, values = asked.where(include_hidden=include_hidden)
        count: int = self._rows(f"SELECT count(*) {_FROM} WHERE {where}", values)[0][0]
        return count

    def tally(self, by: Sequence[TallyField], query: Query | None = None) -> Counter[tuple[str, ...]]:
        """How many rows codings() would give for each combination of values; an unknown value is "".

        `ids` are not looked at. Source type is "unattributed" where none is known.
        """
        where, values = (query or Query()).where()
        fields = ", ".join(_TALLIED[field] for field in by)
        numbers = ", ".join(str(n) for n in range(1, len(by) + 1))
        rows = self._rows(
            f"SELECT {fields}, count(*) {_FROM} WHERE {where} GROUP BY {numbers} ORDER BY {numbers}", values
        )
        return Counter({tuple(row[:-1]): row[-1] for row in rows})

    def _sources_of(self, query: Query) -> list[int]:
        where, values = query.source_where()
        rows = self._rows(f"SELECT s.id FROM sources s WHERE {CURRENT} AND {where} ORDER BY s.name", values)
        if not query.ids:
            return [row[0] for row in rows]
        ids, wanted = sorted(query.ids), set[int]()
        for first in range(0, len(ids), _CHUNK):
            chunk = ids[first : first + _CHUNK]
            wanted.update(
                row[0]
                for row in self._rows(
                    f"SELECT DISTINCT source_id FROM codings WHERE id IN ({', '.join('?' * len(chunk))})", chunk
                )
            )
        return [row[0] for row in rows if row[0] in wanted]

    def coding(self, prefix: str, *, include_hidden: bool = False) -> Coding:
        """The one row whose id begins so, decided suggestions too. Raises NotFound."""
        return Coding(*self._by_prefix(_SELECT, prefix, include_hidden=include_hidden))

    def suggestion(self, prefix: str, *, include_hidden: bool = False) -> Coding | None:
        """The machine's row that a person decided on; None for a coding of their own. Raises NotFound."""
        row = self._by_prefix("SELECT c.id, c.status, c.suggestion_id", prefix, include_hidden=include_hidden)
        found = row[0] if row[1] == "suggested" else row[2]
        return None if found is None else self.coding(found, include_hidden=include_hidden)

    def _by_prefix(self, select: str, prefix: str, *, include_hidden: bool) -> Row:
        wanted = prefix.strip().lower()
        if len(wanted) < SHORTEST_PREFIX:
            raise _not_found(prefix, Bi("terlalu pendek", "is too short"))
        shown = "1" if include_hidden else SHOWN
        rows = self._rows(
            f"{select} {_FROM} WHERE c.id >= ? AND c.id < ? AND {CURRENT} AND {shown} LIMIT 2", (wanted, wanted + "{")
        )  # "{" follows "z"
        if len(rows) != 1:
            raise _not_found(
                prefix,
                Bi("cocok dengan beberapa kode", "fits several codings")
                if rows
                else Bi("tidak ditemukan", "was not found"),
            )
        return rows[0]


def _not_found(prefix: str, why: Bi) -> NotFound:
    return NotFound(
        Bi("ID {prefix} {why}.", "The id {prefix} {why}.").fill(prefix=prefix, why=why),
        Bi(
            "Beri setidaknya 4 huruf pertama, yang hanya cocok dengan satu.",
            "Give at least the first 4 characters, enough to fit only one.",
        ),
    )
