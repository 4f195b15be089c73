"""What a sentence's function words do: negation and its reach, contrast, concession, then and now, norm."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kualcode.tagging.matcher import Match
from kualcode.tagging.vocabulary import BREAK, FACET, HINT, TERM

# Phrases that hold a cue and do not mean it: "kurang lebih", "salah satu", "tunggu dulu".
_SILENCED = {"negation": "negation_exceptions", "positive": "neutral", "negative": "neutral",
             "then": "then_exceptions"}
_AFTER = 2      # a negation may also follow its word: "keluhan tidak ada", "telat nggak pernah"


class Sentence(NamedTuple):
    """The matches of one sentence, sorted out."""

    matches: tuple[Match, ...]
    negations: tuple[Match, ...]
    breaks: tuple[int, ...]         # token numbers of punctuation and contrast words
    last: int                       # number of the last token that matters
    by_role: dict[str, tuple[Match, ...]]

    def role(self, *roles: str) -> tuple[Match, ...]:
        """Matches of some roles, in order."""
        return tuple(m for role in roles for m in self.by_role.get(role, ()))


def read(matches: Sequence[Match]) -> Sentence:
    """Sort the matches of a sentence by role; longer cues win over the shorter ones inside them."""
    by_role: dict[str, list[Match]] = {}
    for match in matches:
        by_role.setdefault(match.payload.role, []).append(match)
    for role, exceptions in _SILENCED.items():
        if role in by_role and exceptions in by_role:
            by_role[role] = [m for m in by_role[role] if not _inside(m, by_role[exceptions])]
    negations = _unique(by_role.get("negation", ()))
    turns = [m.first for role in (BREAK, "adversative", "concessive") for m in by_role.get(role, ())]
    return Sentence(tuple(matches), negations, tuple(sorted(turns)),
                    max((m.last for m in matches), default=0), {r: tuple(ms) for r, ms in by_role.items()})


def negated_by(sentence: Sentence, match: Match, scope: int) -> tuple[Match, ...]:
    """The negations that reach a match: up to `scope` tokens before it, or right behind it."""
    reaching = []
    for negation in sentence.negations:
        if negation.first >= match.first and negation.last <= match.last:
            continue
        before = 0 < match.first - negation.last <= scope
        after = 0 < negation.first - match.last <= _AFTER and _closes(sentence, negation)
        if (before or after) and not _broken(sentence, negation, match):
            reaching.append(negation)
    return tuple(reaching)


def _closes(sentence: Sentence, negation: Match) -> bool:
    """A negation behind its word counts only where nothing of weight follows it in the clause."""
    return not any(0 < m.first - negation.last <= _AFTER for m in sentence.matches
                   if m.payload.role not in (BREAK, "then", "now", "adversative", "negation")
                   and m.first > negation.last)


def _broken(sentence: Sentence, one: Match, other: Match) -> bool:
    low, high = min(one.last, other.last), max(one.first, other.first)
    return any(low < stop < high for stop in sentence.breaks)


def _unique(matches: Iterable[Match]) -> tuple[Match, ...]:
    """One match a place: a word that two lists hold is still one word, and "tidak pernah" is one negation."""
    placed = {(m.first, m.last): m for m in matches}.values()
    return tuple(m for m in placed if not any(
        o is not m and o.first <= m.first and m.last <= o.last for o in placed))


def _inside(match: Match, longer: Iterable[Match]) -> bool:
    return any(m.first <= match.first and match.last <= m.last for m in longer)


class Weighing(NamedTuple):
    """Where a sentence turns: token ranges [low, high] of the part that yields and the part that weighs."""

    kind: str                       # adversative, concessive, then_now
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
    then, now = sentence.role("then"), sentence.role("now")
    if then and now:
        if then[0].first < now[0].first:
            return Weighing("then_now", (0, now[0].first - 1), (now[0].first, last), now[0])
        return Weighing("then_now", (then[0].first, last), (0, then[0].first - 1), now[0])
    return None


def _content(sentence: Sentence) -> tuple[Match, ...]:
    return sentence.role(TERM, HINT, FACET, "good", "bad", "positive", "negative")
