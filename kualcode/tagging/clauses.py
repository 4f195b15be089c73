"""What a sentence's function words do: negation and its reach, contrast, concession, then and now, norm."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kualcode.tagging.matcher import Match
from kualcode.tagging.vocabulary import BREAK, BREAKS, FACET, HINT, TERM, Payload, Vocabulary

# Phrases that hold a cue and do not mean it: "kurang lebih", "salah satu", "tunggu dulu".
_SILENCED = {
    "negation": "negation_exceptions",
    "positive": "neutral",
    "negative": "neutral",
    "good": "neutral",
    "bad": "neutral",
    TERM: "neutral",
    HINT: "neutral",
    "then": "then_exceptions",
}
_NO_MATTER = (BREAK, "then", "now", "adversative", "negation", "neutral", "negation_exceptions")
_AFTER = 2  # a negation may also follow its word: "keluhan tidak ada", "telat nggak pernah"
_WHOLE = 99  # tokens: "tidak ada pegawai yang saya lihat bolos" negates to the end of its clause
_STOPS = "".join(BREAKS)
_TAIL = re.compile(rf"(?:\s*[^\s{re.escape(_STOPS)}]+){{0,2}}\s*(?:[{re.escape(_STOPS)}]|\Z)")
_LAST_WORD = re.compile(r"(?:([^\W_](?:[\w'’-]*\w)?)|\S)\s*\Z")


class Sentence(NamedTuple):
    """The matches of one sentence, sorted out."""

    matches: tuple[Match, ...]
    negations: tuple[Match, ...]
    far: frozenset[int]  # first tokens of the negations that reach to the end of their clause
    breaks: tuple[int, ...]  # token numbers of punctuation and contrast words
    last: int  # number of the last token that matters
    by_role: dict[str, tuple[Match, ...]]
    text: str
    end: int  # of the sentence in the text

    def role(self, *roles: str) -> tuple[Match, ...]:
        """Matches of some roles, in order."""
        return tuple(m for role in roles for m in self.by_role.get(role, ()))


class Reader:
    """Sorts matches by what they do, with the cue words of one language."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._norm, cues = vocabulary.language.norm, vocabulary.language.cues
        self._head_only = _shades(vocabulary, cues.head_only)
        self._far = _shades(vocabulary, cues.negation_far)
        self._before_clause = frozenset(cues.clause_opener)

    def read(self, matches: Sequence[Match], text: str, start: int, end: int) -> Sentence:
        """The matches of text[start:end] by role; longer cues win over the shorter ones inside them."""
        by_role: dict[str, list[Match]] = {}
        for match in matches:
            if match.payload not in self._head_only or self._opens(match, text, start):
                by_role.setdefault(match.payload.role, []).append(match)
        for role, exceptions in _SILENCED.items():
            if role in by_role and exceptions in by_role:
                by_role[role] = [m for m in by_role[role] if not _inside(m, by_role[exceptions])]
        negations = _unique(by_role.get("negation", ()))
        turns = [m.first for role in (BREAK, "adversative", "concessive") for m in by_role.get(role, ())]
        return Sentence(
            tuple(matches),
            negations,
            frozenset(n.first for n in negations if n.payload in self._far),
            tuple(sorted(turns)),
            max((m.last for m in matches), default=0),
            {role: tuple(found) for role, found in by_role.items()},
            text,
            end,
        )

    def _opens(self, match: Match, text: str, start: int) -> bool:
        """Whether a cue stands at the head of a clause: the sentence's first word, or after punctuation or a
        word that opens a clause. "Cuma kadang telat." is a contrast, "cuma dua orang" is none."""
        before = _LAST_WORD.search(text, max(start, match.start - 24), match.start)
        return before is None or before[1] is None or self._norm(before[1]) in self._before_clause


def _shades(vocabulary: Vocabulary, words: Iterable[str]) -> frozenset[Payload]:
    """The meanings, apart from those of codes, that some words have, however a codebook spells them."""
    wanted = frozenset(words)
    return frozenset(
        p.payload
        for p in vocabulary.patterns
        if not p.payload.code and p.by == "surface" and " ".join(p.keys) in wanted
    )


def negated_by(sentence: Sentence, match: Match, scope: int) -> tuple[Match, ...]:
    """The negations that reach a match: up to `scope` tokens before it, or right behind it.

    A negation inside a phrase of the codebook ("tidak masuk") has done its work there.
    """
    return tuple(
        negation
        for negation in sentence.negations
        if _reaches(sentence, negation, match, scope)
        and not _broken(sentence, negation, match)
        and not _spent(sentence, negation, match)
    )


def _reaches(sentence: Sentence, negation: Match, match: Match, scope: int) -> bool:
    if negation.first < match.first:
        return match.first - negation.last <= (_WHOLE if negation.first in sentence.far else scope)
    return 0 < negation.first - match.last <= _AFTER and _closes(sentence, negation)


def _spent(sentence: Sentence, negation: Match, match: Match) -> bool:
    holders = [
        m
        for m in sentence.role(TERM, "good", "bad")
        if m.last > m.first and _inside(negation, (m,)) and match.payload.code in ("", m.payload.code)
    ]
    return bool(holders) and not any(_inside(match, (holder,)) for holder in holders)


def _closes(sentence: Sentence, negation: Match) -> bool:
    """Whether the clause ends behind a negation, and nothing follows that it could negate instead."""
    return _TAIL.match(sentence.text, negation.end, sentence.end) is not None and not any(
        0 < m.first - negation.last <= _AFTER for m in sentence.matches if m.payload.role not in _NO_MATTER
    )


def _broken(sentence: Sentence, one: Match, other: Match) -> bool:
    low, high = min(one.last, other.last), max(one.first, other.first)
    return any(low < stop < high for stop in sentence.breaks) or any(
        low + 1 < cause.first < high for cause in sentence.role("cause_before")
    )


def same_clause(sentence: Sentence, one: Match, other: Match) -> bool:
    """Whether no punctuation, no word of contrast and no "because" stands between two matches."""
    return not _broken(sentence, one, other)


def _unique(matches: Iterable[Match]) -> tuple[Match, ...]:
    """One match a place: a word that two lists hold is still one word, and "tidak pernah" is one negation."""
    placed = {(m.first, m.last): m for m in matches}.values()
    return tuple(m for m in placed if not any(o is not m and o.first <= m.first and m.last <= o.last for o in placed))


def _inside(match: Match, longer: Iterable[Match]) -> bool:
    return any(m.first <= match.first and match.last <= m.last for m in longer)


class Weighing(NamedTuple):
    """Where a sentence turns: token ranges [low, high] of the part that yields and the part that weighs."""

    kind: str  # adversative, concessive, then_now
    yields: tuple[int, int]
    weighs: tuple[int, int]
    at: Match


def weighing(sentence: Sentence) -> Weighing | None:
    """The first turn of a sentence: "tetapi" (the second clause weighs), "meskipun" (the main clause
    weighs), "dulu ... sekarang ..." (now weighs)."""
    last = sentence.last
    for match in sorted(_unique(sentence.role("adversative")), key=lambda m: m.first):
        if any(m.last < match.first for m in _content(sentence)):
            return Weighing("adversative", (0, match.first - 1), (match.last + 1, last), match)
    for match in _unique(sentence.role("concessive")):
        end = next((stop for stop in sentence.breaks if stop > match.last), last + 1)
        if any(m.first > end for m in _content(sentence)):
            return Weighing("concessive", (match.first, end), (end + 1, last), match)
        return Weighing("concessive", (match.first, last), (0, match.first - 1), match)
    return _then_now(sentence)


def _then_now(sentence: Sentence) -> Weighing | None:
    then, now = sentence.role("then"), sentence.role("now")
    if not then or not now:
        return None
    if then[0].first < now[0].first:
        begin = max((stop for stop in sentence.breaks if stop < then[0].first), default=0)
        return Weighing("then_now", (begin, now[0].first - 1), (now[0].first, sentence.last), now[0])
    return Weighing("then_now", (then[0].first, sentence.last), (0, then[0].first - 1), now[0])


def _content(sentence: Sentence) -> tuple[Match, ...]:
    return sentence.role(TERM, HINT, FACET, "good", "bad", "positive", "negative")
