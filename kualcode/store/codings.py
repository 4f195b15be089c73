"""Reading codings: the persons' rows, and the machine's suggestions on which nobody has decided."""
# ruff: noqa: S608 - statements are put together from constants; values are always bound

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
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
TallyField = Literal["code", "source_type", "informant", "status", "source"]
# What persons make of a passage together; without any, it is the machine's open suggestion.
_PASSAGE_STATUS = """CASE
    WHEN max(c.status = 'disputed') OR (max(c.status = 'accepted') AND max(c.status = 'rejected')) THEN 'disputed'
    WHEN max(c.status = 'accepted') THEN 'accepted'
    WHEN max(c.status = 'rejected') THEN 'rejected'
    ELSE 'suggested' END"""
_PASSAGE = 'c.source_id, c.start, c."end", c.code'
_TALLIED: dict[TallyField, str] = {
    "code": "c.code",
    "status": _PASSAGE_STATUS,
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
        asked = self._spelt(query)
        where, values = asked.where(include_hidden=include_hidden)
        for number in self._sources_of(asked):
            rows = self._rows(f"{_SELECT} {_FROM} WHERE c.source_id = ? AND {where} {_ORDER}", (number, *values))
            yield from (Coding(*row) for row in rows if not asked.ids or row[0] in asked.ids)

    def count_codings(self, query: Query | None = None, *, include_hidden: bool = False) -> int:
        """How many rows codings() would give."""
        asked = self._spelt(query)
        if asked.ids:
            return sum(1 for _ in self.codings(asked, include_hidden=include_hidden))
        where, values = asked.where(include_hidden=include_hidden)
        count: int = self._rows(f"SELECT count(*) {_FROM} WHERE {where}", values)[0][0]
        return count

    def tally(self, by: Sequence[TallyField], query: Query | None = None) -> Counter[tuple[str, ...]]:
        """How many passages there are for each combination of values; an unknown value is "".

        A passage is a span with a code and counts once, however many coders hold it. It is disputed where they
        differ, accepted or rejected where they agree, suggested where nobody has decided; a status asked for is
        that of the passage. The other conditions choose the rows that speak for it: with a coder, only theirs.
        `ids` are not looked at. Source type is "unattributed" where none is known.
        """
        asked = self._spelt(query)
        where, values = replace(asked, status=frozenset()).where()
        fields = "".join(f"{_TALLIED[field]} AS f{n}, " for n, field in enumerate(by))
        names = ", ".join(f"f{n}" for n in range(len(by)))
        chosen = sorted(asked.status)
        having = f"HAVING state IN ({', '.join('?' * len(chosen))})" if chosen else ""
        passages = f"SELECT {fields}{_PASSAGE_STATUS} AS state {_FROM} WHERE {where} GROUP BY {_PASSAGE} {having}"
        rows = self._rows(
            f"SELECT {names}, count(*) FROM ({passages}) GROUP BY {names} ORDER BY {names}", [*values, *chosen]
        )
        return Counter({tuple(row[:-1]): row[-1] for row in rows})

    def _spelt(self, query: Query | None) -> Query:
        """The query with the coder's name as it was first spelt."""
        asked = query or Query()
        known = None if asked.coder is None else self.known_coder(asked.coder)
        return asked if known is None else replace(asked, coder=known.name)

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

    def decisions_on(self, prefix: str, *, include_hidden: bool = False) -> tuple[Coding, ...]:
        """The persons' rows on a suggestion, or on the one behind a person's row, by coder.

        Empty while nobody has decided, and for a coding of a person's own. Raises NotFound.
        """
        behind = self.suggestion(prefix, include_hidden=include_hidden)
        if behind is None:
            return ()
        shown = "1" if include_hidden else SHOWN
        rows = self._rows(f"{_SELECT} {_FROM} WHERE c.suggestion_id = ? AND {shown} ORDER BY k.name", (behind.id,))
        return tuple(Coding(*row) for row in rows)

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
