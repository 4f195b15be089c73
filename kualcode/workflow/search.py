"""Search by root ("antri" finds "mengantri"), and quotes in their context."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kualcode import language
from kualcode.errors import Bi, UsageError
from kualcode.language.tokens import tokenize
from kualcode.model import Coding, Source, Turn
from kualcode.segment import segments
from kualcode.store import Query, Store
from kualcode.text import line_of, line_starts, normalise, squash
from kualcode.workflow import voices
from kualcode.workflow.study import closed


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
    def informant(self) -> str | None:
        """Whose words these are; nobody's where it is not an informant who speaks."""
        return voices.speaker(self.source, self.turn)

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.source.text[self.start : self.end]


def search(store: Store, wanted: str, *, lang: str) -> Iterator[Place]:
    """Segments that hold all words of `wanted` as roots or as written; in quotation marks, the exact words.

    Raises UsageError when there is no word to look for.
    """
    exact = len(wanted) > 1 and wanted[0] in '"\u201c' and wanted[-1] in '"\u201d'
    bare = normalise(wanted[1:-1] if exact else wanted)
    tongue = language.get(lang)
    roots = frozenset(tongue.lemma(token.text) for token in tokenize(bare) if any(map(str.isalnum, token.text)))
    if not (squash(bare) if exact else roots):
        raise UsageError(
            Bi("Tidak ada kata untuk dicari.", "There is no word to look for."),
            Bi("Contoh: kualcode search antri", "Example: kualcode search antri"),
        )
    shut = closed(store)
    for source in store.sources():
        found = _exact(source, squash(bare).casefold()) if exact else _by_root(source, roots, tongue)
        yield from (place for place in found if place.turn.informant not in shut)


def _by_root(source: Source, roots: frozenset[str], tongue: language.Language) -> Iterator[Place]:
    starts = line_starts(source.text)
    for turn in source.turns:
        tokens = [(tongue.lemma(t.text), t) for t in tokenize(source.text, turn.start, turn.end)]
        if not roots <= {root for root, _ in tokens}:
            continue
        for part in segments(source.text, turn):
            inside = [(root, t) for root, t in tokens if part.start <= t.start and t.end <= part.end]
            if roots <= {root for root, _ in inside}:
                marks = tuple((t.start, t.end) for root, t in inside if root in roots)
                yield _place(source, turn, (part.start, part.end), starts, marks)


def _exact(source: Source, wanted: str) -> Iterator[Place]:
    starts = line_starts(source.text)
    for turn in source.turns:
        if wanted not in squash(source.text[turn.start : turn.end]).casefold():
            continue
        for part in segments(source.text, turn):
            if wanted in squash(source.text[part.start : part.end]).casefold():
                yield _place(source, turn, (part.start, part.end), starts)


def quotes(store: Store, query: Query) -> Iterator[tuple[Coding, Place]]:
    """Codings with their places, source by source."""
    source: Source | None = None
    starts: list[int] = []
    for coding, its in voices.codings(store, query):
        if its is not source:
            source, starts = its, line_starts(its.text)
        yield coding, _place(its, voices.turn_of(its, coding), (coding.start, coding.end), starts)


def place_of(store: Store, coding: Coding) -> Place:
    """The place of one coding."""
    source = store.source(coding.source)
    return _place(source, voices.turn_of(source, coding), (coding.start, coding.end), line_starts(source.text))


def _place(
    source: Source,
    turn: Turn,
    span: tuple[int, int],
    starts: list[int],
    marks: tuple[tuple[int, int], ...] = (),
) -> Place:
    return Place(source, turn, *span, line_of(starts, span[0]), _asked(source, turn), marks)


def _asked(source: Source, turn: Turn) -> str | None:
    asked = next((t for t in source.turns if t.index == turn.question), None)
    return source.text[asked.start : asked.end] if asked else None
