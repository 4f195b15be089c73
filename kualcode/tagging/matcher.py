"""The fast exact matcher: one pass of regular expression over the text, then only the words that matter.

Word types are looked up once and remembered; a type that belongs to no pattern costs a dictionary look-up.
Matches never cross punctuation, since punctuation is a token of its own.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import NamedTuple

from kualcode.language.tokens import TOKEN
from kualcode.tagging.vocabulary import HINT, TERM, Pattern, Payload, Vocabulary

_PIECE = re.compile(rf"\s*(?:{TOKEN.pattern})", TOKEN.flags)
_REMEMBERED = 200_000


class Entry(NamedTuple):
    """A word type that some pattern holds: its two keys, and the patterns that start with it."""

    surface: str
    lemma: str
    single: tuple[Payload, ...]
    longer: tuple[Pattern, ...]
    coded: bool                     # whether a term or hint of a code may start here


class Word(NamedTuple):
    """A word of the text that matters: its number among all tokens, and its place."""

    index: int
    start: int
    end: int
    entry: Entry


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
        if len(self) >= _REMEMBERED:
            self.clear()
        entry = self[piece] = self._entry(piece.strip())
        return entry

    def _entry(self, word: str) -> Entry | None:
        surface, lemma = self._language.norm(word), self._language.lemma(word)
        if ("surface", surface) not in self._keys and ("lemma", lemma) not in self._keys:
            return None
        begun = [*self._starts.get(("surface", surface), ()), *self._starts.get(("lemma", lemma), ())]
        return Entry(surface, lemma, tuple(p.payload for p in begun if len(p.keys) == 1),
                     tuple(p for p in begun if len(p.keys) > 1),
                     any(p.payload.role in (TERM, HINT) for p in begun))


class Matcher:
    """Finds every pattern of a vocabulary in a stretch of text."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._types = _Types(vocabulary)

    def words(self, text: str, start: int, end: int) -> list[Word]:
        """The words that matter in text[start:end], in order."""
        pieces = _PIECE.findall(text, start, end)
        lookup = self._types
        if len(lookup) + len(pieces) >= _REMEMBERED:
            lookup.clear()
        entries = list(map(lookup.__getitem__, pieces))
        ends = list(accumulate(map(len, pieces), initial=start))
        return [Word(i, ends[i + 1] - len(pieces[i].lstrip()), ends[i + 1], entry)
                for i, entry in enumerate(entries) if entry is not None]

    def matches(self, words: list[Word]) -> list[Match]:
        """The patterns in a run of words, in order of their first token."""
        found = []
        for position, word in enumerate(words):
            entry = word.entry
            found += [Match(payload, word.index, word.index, word.start, word.end)
                      for payload in entry.single]
            if entry.longer:
                found += [match for pattern in entry.longer
                          if (match := _longer(words, position, pattern)) is not None]
        return found


def _longer(words: list[Word], position: int, pattern: Pattern) -> Match | None:
    first, last = words[position], position + len(pattern.keys) - 1
    if last >= len(words) or words[last].index != first.index + len(pattern.keys) - 1:
        return None
    field = 0 if pattern.by == "surface" else 1
    if any(words[position + k].entry[field] != key for k, key in enumerate(pattern.keys)):
        return None
    return Match(pattern.payload, first.index, words[last].index, first.start, words[last].end)
