"""The fast exact matcher: one pass of regular expression over the text, then only the words that matter.

Word types are looked up once and remembered; a type that belongs to no pattern costs a dictionary look-up.
Matches never cross punctuation, since punctuation is a token of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate, compress
from typing import NamedTuple

from kualcode.language.tokens import TOKEN
from kualcode.tagging.vocabulary import HINT, TERM, Pattern, Payload, Vocabulary

_PIECE = re.compile(rf"\s*(?:{TOKEN.pattern})", TOKEN.flags)
_REMEMBERED = 100_000
_new = tuple.__new__  # twice as fast as calling a NamedTuple


class Starts(NamedTuple):
    """The patterns that start with a word: those of one word, and longer ones by the key of their second."""

    single: tuple[Payload, ...]
    by_surface: dict[str, tuple[Pattern, ...]]
    by_lemma: dict[str, tuple[Pattern, ...]]
    longer: bool


class Entry(NamedTuple):
    """A word type that some pattern holds: its two keys, and the patterns that start with it."""

    surface: str
    lemma: str
    terms: Starts | None  # of codes: terms and hints
    shades: Starts | None  # everything that shades a code


class Match(NamedTuple):
    """A pattern found: its meaning, first and last token number, and its place."""

    payload: Payload
    first: int
    last: int
    start: int
    end: int


class _Types(dict[str, Entry | None]):
    """Entries of word types by the text they stand in, blanks before it included; bounded."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._language = vocabulary.language
        self._starts: dict[tuple[str, str], list[Pattern]] = {}
        self._keys: set[tuple[str, str]] = set()
        for pattern in vocabulary.patterns:
            self._starts.setdefault((pattern.by, pattern.keys[0]), []).append(pattern)
            self._keys.update((pattern.by, key) for key in pattern.keys)

    def __missing__(self, piece: str) -> Entry | None:
        word = piece.lstrip()
        entry = self[piece] = self._entry(word) if word == piece else self[word]
        return entry

    def _entry(self, word: str) -> Entry | None:
        surface, lemma = self._language.analyse(word)
        if ("surface", surface) not in self._keys and ("lemma", lemma) not in self._keys:
            return None
        begun = [*self._starts.get(("surface", surface), ()), *self._starts.get(("lemma", lemma), ())]
        return Entry(
            surface,
            lemma,
            _starts([p for p in begun if is_term(p.payload)]),
            _starts([p for p in begun if not is_term(p.payload)]),
        )


def is_term(payload: Payload) -> bool:
    """Whether a pattern makes its code a candidate, alone or with another."""
    return payload.role in (TERM, HINT)


def _starts(patterns: list[Pattern]) -> Starts | None:
    if not patterns:
        return None
    longer: dict[str, dict[str, tuple[Pattern, ...]]] = {"surface": {}, "lemma": {}}
    for pattern in patterns:
        if len(pattern.keys) > 1:
            seconds = longer[pattern.by]
            seconds[pattern.keys[1]] = (*seconds.get(pattern.keys[1], ()), pattern)
    return Starts(
        tuple(p.payload for p in patterns if len(p.keys) == 1),
        longer["surface"],
        longer["lemma"],
        bool(longer["surface"] or longer["lemma"]),
    )


class _Coded(dict[str, bool]):
    """Whether a term of a code may start at a word type."""

    def __init__(self, types: _Types) -> None:
        super().__init__()
        self._types = types

    def __missing__(self, piece: str) -> bool:
        entry = self._types[piece]
        coded = self[piece] = entry is not None and entry.terms is not None
        return coded


class Matcher:
    """Finds every pattern of a vocabulary in a text."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._types = _Types(vocabulary)
        self._coded = _Coded(self._types)

    def scan(self, text: str) -> Scan:
        """One pass over a text; what was found can then be asked for by place."""
        pieces = _PIECE.findall(text)
        if len(self._types) + len(pieces) >= _REMEMBERED:
            self._types.clear()
            self._coded.clear()
        return Scan(pieces, list(map(self._types.__getitem__, pieces)), list(map(self._coded.__getitem__, pieces)))


class Scan:
    """A text after one pass: its tokens' ends and what each may mean; patterns are looked for where asked."""

    def __init__(self, pieces: list[str], entries: list[Entry | None], coded: list[bool]) -> None:
        self._pieces, self._entries = pieces, entries
        self._ends = list(accumulate(map(len, pieces)))
        self._coded = list(compress(range(len(pieces)), coded))
        self._coded_starts = [self._start(number) for number in self._coded]

    def terms(self, start: int, end: int) -> list[Match]:
        """The terms and hints of codes in text[start:end], in order of their first token."""
        low, high = bisect_left(self._coded_starts, start), bisect_left(self._coded_starts, end)
        found: list[Match] = []
        stop = bisect_right(self._ends, end) if low < high else 0
        for number in self._coded[low:high]:
            entry = self._entries[number]
            if entry is not None and entry.terms is not None:
                self._add(found, number, entry.terms, stop)
        return found

    def shades(self, start: int, end: int) -> list[Match]:
        """The cues and facets in text[start:end], in order of their first token."""
        found: list[Match] = []
        stop = bisect_right(self._ends, end)
        for number in range(bisect_right(self._ends, start), stop):
            entry = self._entries[number]
            if entry is not None and entry.shades is not None:
                self._add(found, number, entry.shades, stop)
        return found

    def _start(self, number: int) -> int:
        return self._ends[number] - len(self._pieces[number].lstrip())

    def _add(self, found: list[Match], number: int, starts: Starts, stop: int) -> None:
        """Add the patterns that start at a token and end before token `stop`."""
        if starts.single:
            start, end = self._start(number), self._ends[number]
            for payload in starts.single:
                found.append(_new(Match, (payload, number, number, start, end)))
        second = self._entries[number + 1] if starts.longer and number + 1 < stop else None
        if second is None:
            return
        for pattern in (*starts.by_surface.get(second.surface, ()), *starts.by_lemma.get(second.lemma, ())):
            last = number + len(pattern.keys) - 1
            if last < stop and self._goes_on(number, pattern):
                found.append(Match(pattern.payload, number, last, self._start(number), self._ends[last]))

    def _goes_on(self, number: int, pattern: Pattern) -> bool:
        """Whether the tokens after the second have the keys of the pattern."""
        field = 0 if pattern.by == "surface" else 1
        rest = self._entries[number + 2 : number + len(pattern.keys)]
        return all(e is not None and e[field] == key for e, key in zip(rest, pattern.keys[2:], strict=True))
