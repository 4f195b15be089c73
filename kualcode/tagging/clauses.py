"""What a sentence's function words do: negation and its reach, contrast, concession, then and now, norm."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kualcode.language import Language
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
_FAR_AFTER = 4  # with light words between them: "telat itu hampir tidak pernah"
_WHOLE = 99  # tokens: "tidak ada pegawai yang saya lihat bolos" negates to the end of its clause
_STOPS = re.escape("".join(BREAKS) + "\t")
_TAIL = re.compile(rf"((?:[^\S\t]*[^\s{_STOPS}]+){{0,2}})[^\S\t]*(?:[{_STOPS}]|\Z)")
_LAST_WORD = re.compile(r"(?:([^\W_](?:[\w'’-]*\w)?)|\S)\s*\Z")
_NEXT = re.compile(r"\s*(?:(,)|([^\W\d_]+))")
_BEFORE = 24  # characters looked back for the word before a cue
_BORDER = re.compile(r"[\t\n]")
_MARKS = ".,;:!?"
_APPRAISING = ("good", "bad", "positive", "negative")


class Lexis(NamedTuple):
    """Words of one language that are looked up in the text itself, since they matter only beside a cue."""

    language: Language
    joins: frozenset[str]  # a negation behind one of these does not reach back over it
    tail: frozenset[str]  # words that may stand before and behind a negation which looks back
    places: frozenset[str]  # words that begin a place or time behind it: "bolos tidak ada di sini"

    def norms(self, words: str) -> list[str]:
        """The words of a short stretch in standard spelling."""
        return [self.language.norm(word) for word in words.split()]


class Sentence(NamedTuple):
    """The matches of one sentence, sorted out."""

    matches: tuple[Match, ...]
    negations: tuple[Match, ...]
    far: frozenset[int]  # first tokens of the negations that reach to the end of their clause
    breaks: tuple[float, ...]  # token numbers of punctuation and contrast words; n + 1/2 between two cells
    last: int  # number of the last token that matters
    by_role: dict[str, tuple[Match, ...]]
    text: str
    start: int  # of the sentence in the text
    end: int
    borders: tuple[int, ...]  # places in the text between the cells of a table's row
    lexis: Lexis

    def role(self, *roles: str) -> tuple[Match, ...]:
        """Matches of some roles, in order."""
        return tuple(m for role in roles for m in self.by_role.get(role, ()))


class Reader:
    """Sorts matches by what they do, with the cue words of one language."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        cues = vocabulary.language.cues
        self._norm = vocabulary.language.norm
        self._head_only = _shades(vocabulary, cues.head_only)
        self._far = _shades(vocabulary, cues.negation_far)
        self._before_clause = frozenset(cues.clause_opener)
        self._topic, self._topic_if = frozenset(cues.topic), frozenset(cues.topic_if)
        self._filler = frozenset(cues.filler)
        tail = frozenset((*cues.light, *cues.filler, *cues.address, *cues.exist))
        self._lexis = Lexis(vocabulary.language, frozenset(cues.coordinator), tail, frozenset(cues.fragment_place))

    def read(self, found: Sequence[Match], text: str, start: int, end: int) -> Sentence:
        """The matches of text[start:end] by role; longer cues win over the shorter ones inside them."""
        borders = _borders(text, start, end)
        matches = [m for m in found if not any(m.start < at < m.end for at in borders)] if borders else found
        by_role: dict[str, list[Match]] = {}
        for match in matches:
            if self._means(match, text, start):
                by_role.setdefault(match.payload.role, []).append(match)
        for role, exceptions in _SILENCED.items():
            if role in by_role and exceptions in by_role:
                by_role[role] = [m for m in by_role[role] if not _inside(m, by_role[exceptions])]
        negations = _unique(by_role.get("negation", ()))
        turns: list[float] = [m.first for role in (BREAK, "adversative", "concessive") for m in by_role.get(role, ())]
        turns += [max((m.last for m in matches if m.end <= at), default=-1) + 0.5 for at in borders]
        return Sentence(
            tuple(matches),
            negations,
            frozenset(n.first for n in negations if n.payload in self._far),
            tuple(sorted(turns)),
            max((m.last for m in matches), default=0),
            {role: tuple(group) for role, group in by_role.items()},
            text,
            start,
            end,
            borders,
            self._lexis,
        )

    def _means(self, match: Match, text: str, start: int) -> bool:
        """Whether a match does its work here: some cues only at the head of a clause, appraisal not as a topic."""
        if match.payload in self._head_only and not self._opens(match.start, text, start):
            return False
        return match.payload.role not in _APPRAISING or not self._is_topic(match, text, start)

    def _opens(self, place: int, text: str, start: int) -> bool:
        """Whether a word stands at the head of a clause: the sentence's first word, or after punctuation or a
        word that opens a clause. "Cuma kadang telat." is a contrast, "cuma dua orang" is none."""
        before = _LAST_WORD.search(text, max(start, place - _BEFORE), place)
        return before is None or before[1] is None or self._norm(before[1]) in self._before_clause

    def _is_topic(self, match: Match, text: str, start: int) -> bool:
        """Whether a word only says what the talk is of: "Soal disiplin, ...", "Kalau disiplin sih ..."."""
        before = _LAST_WORD.search(text, max(start, match.start - _BEFORE), match.start)
        if before is None or before[1] is None:
            return False
        word = self._norm(before[1])
        if word in self._topic_if:
            after = _NEXT.match(text, match.end)
            return after is not None and (after[1] is not None or self._norm(after[2]) in self._filler)
        return word in self._topic and self._opens(before.start(), text, start)


def _borders(text: str, start: int, end: int) -> tuple[int, ...]:
    """Where the cells of a table's row meet; a line break is one only in a row, for prose may be wrapped."""
    if text.find("\t", start, end) < 0:
        return ()
    return tuple(found.start() for found in _BORDER.finditer(text, start, end))


def _shades(vocabulary: Vocabulary, words: Iterable[str]) -> frozenset[Payload]:
    """The meanings, apart from those of codes, that some words have, however a codebook spells them."""
    wanted = frozenset(words)
    return frozenset(
        p.payload
        for p in vocabulary.patterns
        if not p.payload.code and p.by == "surface" and " ".join(p.keys) in wanted
    )


def negated_by(sentence: Sentence, match: Match, scope: int) -> tuple[Match, ...]:
    """The negations that reach a match: up to `scope` tokens before it, or right behind it, or alone in the next
    cell of a table.

    A negation inside a phrase of the codebook ("tidak masuk") has done its work there.
    """
    return tuple(negation for negation in sentence.negations if _negates(sentence, negation, match, scope))


def _negates(sentence: Sentence, negation: Match, match: Match, scope: int) -> bool:
    answered = _answered(sentence, negation)
    if answered is not None:
        return answered[0] <= match.start and match.end <= answered[1]
    return (
        _reaches(sentence, negation, match, scope)
        and not _broken(sentence, negation, match)
        and not _spent(sentence, negation, match)
    )


def _answered(sentence: Sentence, negation: Match) -> tuple[int, int] | None:
    """The cell before a cell that holds nothing but a negation: "Kotak saran dibuka | Tidak | berdebu"."""
    before = [at for at in sentence.borders if at < negation.start]
    if not before:
        return None
    own = next((at for at in sentence.borders if at >= negation.end), sentence.end)
    around = sentence.text[before[-1] : negation.start] + sentence.text[negation.end : own]
    if around.strip().strip(_MARKS):
        return None
    return (before[-2] if len(before) > 1 else sentence.start, before[-1])


def _reaches(sentence: Sentence, negation: Match, match: Match, scope: int) -> bool:
    if negation.first < match.first:
        return match.first - negation.last <= (_WHOLE if negation.first in sentence.far else scope)
    held = max((m for m in sentence.role(TERM) if _inside(match, (m,))), key=lambda m: m.last, default=match)
    return 0 < negation.first - held.last <= _FAR_AFTER and _looks_back(sentence, negation, held)


def _spent(sentence: Sentence, negation: Match, match: Match) -> bool:
    holders = [
        m
        for m in sentence.role(TERM, "good", "bad")
        if m.last > m.first and _inside(negation, (m,)) and match.payload.code in ("", m.payload.code)
    ]
    on = [h for h in holders if h.last == negation.last and match.first == h.last + 1]  # "tenaga kurang" + "memadai"
    return bool(holders) and not on and not any(_inside(match, (holder,)) for holder in holders)


def _looks_back(sentence: Sentence, negation: Match, match: Match) -> bool:
    """Whether the clause ends behind a negation that follows its word ("keluhan tidak ada"), and nothing stands
    there that it could negate instead: "rusak dan belum diganti" denies no damage."""
    lexis = sentence.lexis
    between = lexis.norms(sentence.text[match.end : negation.start])
    tail = _TAIL.match(sentence.text, negation.end, sentence.end)
    if tail is None or any(word in lexis.joins for word in between):
        return False
    if negation.first - match.last > _AFTER and not all(word in lexis.tail for word in between):
        return False
    behind = lexis.norms(tail[1])
    placed = behind[:1] and behind[0] in lexis.places
    return bool(placed or all(word in lexis.tail for word in behind)) and not any(
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
    yields: tuple[float, float]
    weighs: tuple[float, float]
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
            return Weighing("concessive", (match.first, end), (end, last), match)
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
