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


class Word(NamedTuple):
    """A word of the text that matters: its number among all tokens, and its place."""

    number: int
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
        return [
            _new(Word, (i, ends[i + 1] - len(pieces[i].lstrip()), ends[i + 1], entry))
            for i, entry in enumerate(entries)
            if entry is not None
        ]

    def terms(self, words: list[Word]) -> list[Match]:
        """The terms and hints of codes in a run of words, in order of their first token."""
        found: list[Match] = []
        for at, word in enumerate(words):
            if word.entry.terms is not None:
                _add(found, words, at, word.entry.terms)
        return found

    def shades(self, words: list[Word]) -> list[Match]:
        """The cues and facets in a run of words, in order of their first token."""
        found: list[Match] = []
        for at, word in enumerate(words):
            if word.entry.shades is not None:
                _add(found, words, at, word.entry.shades)
        return found


def _add(found: list[Match], words: list[Word], at: int, starts: Starts) -> None:
    """Add the patterns that start at words[at]."""
    number, start, end, _ = words[at]
    for payload in starts.single:
        found.append(_new(Match, (payload, number, number, start, end)))
    if starts.longer and at + 1 < len(words) and words[at + 1].number == number + 1:
        second = words[at + 1].entry
        for pattern in (*starts.by_surface.get(second.surface, ()), *starts.by_lemma.get(second.lemma, ())):
            last = at + len(pattern.keys) - 1
            if _goes_on(words, at, last, pattern):
                found.append(Match(pattern.payload, number, words[last].number, start, words[last].end))


def _goes_on(words: list[Word], at: int, last: int, pattern: Pattern) -> bool:
    """Whether the words after the second follow without a gap and have the keys of the pattern."""
    if last >= len(words) or words[last].number != words[at].number + len(pattern.keys) - 1:
        return False
    field = 0 if pattern.by == "surface" else 1
    return all(words[at + k].entry[field] == pattern.keys[k] for k in range(2, len(pattern.keys)))
