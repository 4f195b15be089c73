"""Search by root ("antri" finds "mengantri"), and quotes in their context."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kualcode import language
from kualcode.language.tokens import Token, tokenize
from kualcode.model import Coding, Source, Turn
from kualcode.segment import segments
from kualcode.store import Query, Store
from kualcode.text import line_of, line_starts


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a source as it is shown: with its line, its turn and the question it answers."""

    source: Source
    turn: Turn
    start: int
    end: int
    line: int
    question: str | None
    marks: tuple[tuple[int, int], ...] = ()

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.source.text[self.start:self.end]


def search(store: Store, wanted: str, *, lang: str) -> Iterator[Place]:
    """Segments that hold all words of `wanted` as roots or as written; in quotation marks, the exact words.

    A cheap look for the root's own letters (its first may be swallowed by a prefix) spares most sources the
    tokeniser.
    """
    if len(wanted) > 2 and wanted[0] in "\"\u201c" and wanted[-1] in "\"\u201d":
        yield from _exact(store, wanted[1:-1])
        return
    tongue = language.get(lang)
    roots = {tongue.lemma(token.text) for token in tokenize(wanted)}
    for source in store.sources():
        folded = source.text.casefold()
        if all(root[1:] in folded for root in roots):
            yield from _by_root(source, roots, tongue)


def _by_root(source: Source, roots: set[str], tongue: language.Language) -> Iterator[Place]:
    starts = line_starts(source.text)
    for turn in source.turns:
        for part in segments(source.text, turn):
            tokens = [(tongue.lemma(t.text), t) for t in tokenize(source.text, part.start, part.end)]
            if roots <= {root for root, _ in tokens}:
                marks = [token for root, token in tokens if root in roots]
                yield _place(source, turn, part.start, part.end, starts, marks)


def _exact(store: Store, wanted: str) -> Iterator[Place]:
    folded = " ".join(wanted.casefold().split())
    for source in store.sources():
        starts = line_starts(source.text)
        for turn in source.turns:
            for part in segments(source.text, turn):
                if folded in " ".join(source.text[part.start:part.end].casefold().split()):
                    yield _place(source, turn, part.start, part.end, starts, [])


def _place(source: Source, turn: Turn, start: int, end: int, starts: list[int], marks: list[Token]) -> Place:
    return Place(source, turn, start, end, line_of(starts, start), _asked(source, turn),
                 tuple((m.start, m.end) for m in marks))


def quotes(store: Store, query: Query) -> Iterator[tuple[Coding, Place]]:
    """Codings with their places, source by source."""
    source: Source | None = None
    starts: list[int] = []
    for coding in store.codings(query):
        if source is None or source.name != coding.source:
            source = store.source(coding.source)
            starts = line_starts(source.text)
        turn = next(t for t in source.turns if t.index == coding.turn)
        yield coding, Place(source, turn, coding.start, coding.end, line_of(starts, coding.start),
                            _asked(source, turn))


def place_of(store: Store, coding: Coding) -> Place:
    """The place of one coding."""
    source = store.source(coding.source)
    turn = next(t for t in source.turns if t.index == coding.turn)
    return Place(source, turn, coding.start, coding.end, line_of(line_starts(source.text), coding.start),
                 _asked(source, turn))


def _asked(source: Source, turn: Turn) -> str | None:
    asked = next((t for t in source.turns if t.index == turn.question), None)
    return source.text[asked.start:asked.end] if asked else None
