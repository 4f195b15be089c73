"""Whose words a passage is, and whether that is known well enough to count it under its technique."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kualcode.model import EVIDENCE_SPEAKERS, Coding, Source, SourceInfo, SourceType, Turn
from kualcode.store import Query, Store

# What names the source of evidence of each technique; without it the evidence is unattributed (method 1.3).
VOICE = {"interview": "informant", "observation": "session_id", "documentation": "doc_family"}


def speaker(source: Source, turn: Turn | None) -> str | None:
    """The informant of a turn, else of the source; nobody where it is not an informant who speaks."""
    if source.info.source_type not in ("interview", None):
        return None
    if turn is not None and turn.speaker not in EVIDENCE_SPEAKERS:
        return None
    return (turn.informant if turn else None) or source.info.informant


def counted_type(info: SourceInfo, informant: str | None) -> SourceType:
    """The technique under which evidence counts; `informant` is who says it."""
    kind = info.source_type
    if kind is None or kind == "unattributed":
        return "unattributed"
    named = informant if kind == "interview" else getattr(info, VOICE[kind])
    return kind if named else "unattributed"


def codings(store: Store, query: Query | None = None) -> Iterator[tuple[Coding, Source]]:
    """Codings with their sources; a source type that is asked for is the one under which they count."""
    asked = query or Query()
    source: Source | None = None
    for coding in store.codings(replace(asked, source_type=None)):
        if source is None or source.name != coding.source:
            source = store.source(coding.source)
        if asked.source_type in (None, counted_type(source.info, speaker(source, turn_of(source, coding)))):
            yield coding, source


def turn_of(source: Source, coding: Coding) -> Turn:
    """The turn in which a coding stands."""
    return turn_at(source, coding.turn)


def turn_at(source: Source, index: int) -> Turn:
    """A turn by its number, which mostly is its place in the list."""
    if index < len(source.turns) and source.turns[index].index == index:
        return source.turns[index]
    return next(turn for turn in source.turns if turn.index == index)
