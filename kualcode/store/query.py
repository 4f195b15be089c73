"""Which codings are asked for, as a value, and the same as SQL."""
# ruff: noqa: S608 - statements are put together from constants; values are always bound

from __future__ import annotations

from dataclasses import dataclass

from kualcode.model import EVIDENCE_SPEAKERS, SourceType, Stance, Status
from kualcode.store.people import HIDDEN_INFORMANTS
from kualcode.store.sources import CURRENT, VISIBLE

Part = tuple[str, list[object]]  # one condition and its values
# Persons' rows, and the machine's rows on which no person has decided.
EFFECTIVE = "(c.status <> 'suggested' OR NOT EXISTS (SELECT 1 FROM codings p WHERE p.suggestion_id = c.id))"
_TURN = "t.source_id = c.source_id AND t.idx = c.turn"
_SHOWN_TURN = f"NOT EXISTS (SELECT 1 FROM turns t WHERE {_TURN} AND t.informant IN ({HIDDEN_INFORMANTS}))"
_EVIDENCE = ", ".join(f"'{speaker}'" for speaker in sorted(EVIDENCE_SPEAKERS))
# Whose words a coding rests on: nobody's where the interviewer or a third person speaks.
SPEAKER = f"""(SELECT CASE WHEN t.speaker IN ({_EVIDENCE}) THEN coalesce(t.informant, s.informant) END
    FROM turns t WHERE {_TURN})"""
SHOWN = f"{VISIBLE} AND {_SHOWN_TURN} AND c.status <> 'withdrawn'"


@dataclass(frozen=True, slots=True)
class Query:
    """Every condition given must hold; an empty one asks nothing. A code includes its sub-codes."""

    ids: frozenset[str] = frozenset()
    code: str | None = None
    source: str | None = None  # a name, or a pattern with * and ?
    source_type: SourceType | None = None
    informant: str | None = None  # of the turn, else of the source; who only asks or is a third person is none
    status: frozenset[Status] = frozenset()
    coder: str | None = None
    stance: frozenset[Stance] = frozenset()
    min_confidence: float | None = None  # persons' rows have none, so these leave them out

    def where(self, *, include_hidden: bool = False) -> tuple[str, list[object]]:
        """The conditions over codings c, sources s and coders k, without `ids`, and their values."""
        parts: list[Part] = [(CURRENT, []), (EFFECTIVE, []), *self._of_source(), *self._of_coding()]
        if not include_hidden:
            parts.append((SHOWN, []))
        return _joined(parts)

    def source_where(self) -> tuple[str, list[object]]:
        """The conditions over sources s alone, and their values."""
        return _joined([("1", []), *self._of_source()])

    def _of_source(self) -> list[Part]:
        asked: list[Part] = []
        if self.source_type is not None:
            asked.append(("coalesce(s.source_type, 'unattributed') = ?", [self.source_type]))
        if self.source is not None:
            asked.append(("(s.name = ? OR s.name GLOB ?)", [self.source, self.source]))
        return asked

    def _of_coding(self) -> list[Part]:
        single: tuple[tuple[str, str | float | None], ...] = (
            (f"{SPEAKER} = ?", self.informant),
            ("(k.kind = 'person' AND k.name = ?)", self.coder),
            ("c.confidence >= ?", self.min_confidence),
        )
        asked: list[Part] = [(sql, [value]) for sql, value in single if value is not None]
        for column, chosen in (("c.status", self.status), ("c.stance", self.stance)):
            if chosen:
                asked.append((f"{column} IN ({', '.join('?' * len(chosen))})", list[object](sorted(chosen))))
        if self.code is not None:  # "/" follows "."
            asked.append(("(c.code = ? OR (c.code > ? AND c.code < ?))", [self.code, f"{self.code}.", f"{self.code}/"]))
        return asked


def _joined(parts: list[Part]) -> tuple[str, list[object]]:
    return " AND ".join(sql for sql, _ in parts), [value for _, values in parts for value in values]
