"""A sentence laid out around its figures: the words of each figure's clause, and the clause before it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from kualcode.analysis.claims.figures import figures
from kualcode.analysis.claims.words import Lexicon, Word
from kualcode.language.quantity import Quantity

_CUT = re.compile(r"[,;:()\"“”.…—–]")
_ASIDE = re.compile(r"\[[^\[\]\n]{0,60}\]")  # what the transcriber adds: [tertawa]
# "mencapai 100% target" says no more than "mencapai target"
_FULL = re.compile(r"\b(?:mencapai|tercapai|reach(?:ed)?)\s+\Z", re.IGNORECASE)
_OF_TARGET = re.compile(r"\s*(?:dari\s+|of\s+(?:the\s+)?)?target\b", re.IGNORECASE)


class Window(NamedTuple):
    """A figure with the words of its clause; those before it belong to the figure before as well."""

    quantity: Quantity
    left: tuple[Word, ...]
    right: tuple[Word, ...]
    before: tuple[Word, ...]  # the clause before, where it has no figure
    conditions: tuple[Word, ...]  # the sentence's clauses without a figure that begin with "kalau"
    start: int  # of the clause
    end: int
    sentence: tuple[int, int]
    bracketed: bool  # the clause begins with a bracket

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of the clause."""
        return (*self.left, *self.right)


def windows(text: str, start: int, end: int, lex: Lexicon) -> list[Window]:
    """The figures of text[start:end] in order, each with its words."""
    found, others = figures(text, start, end, lex)
    kept = [quantity for quantity in found if not _is_full(text, quantity, found)]
    return Layout(text, (start, end), kept, others, lex).windows()


def around(text: str, place: tuple[int, int], unit: str | None, lex: Lexicon) -> Window:
    """The words around a place that stands for a figure: "berapa" in a question."""
    asked = Quantity(*place, text[slice(*place)], None, None, unit=unit)
    return Layout(text, (0, len(text)), [asked], [], lex).windows()[0]


def _is_full(text: str, quantity: Quantity, found: Sequence[Quantity]) -> bool:
    """Whether "100%" belongs to the outcome of a figure before it."""
    if quantity.unit != "percent" or quantity.lo != 100 or quantity is found[0]:
        return False
    return bool(_FULL.search(text, 0, quantity.start) and _OF_TARGET.match(text, quantity.end))


class Layout:
    """The clauses of one sentence; a word inside a figure or a date is none of its words."""

    def __init__(
        self,
        text: str,
        span: tuple[int, int],
        found: Sequence[Quantity],
        others: Sequence[Quantity],
        lex: Lexicon,
    ) -> None:
        self._text, self._found, self._lex, self._span = text, found, lex, span
        taken = [(q.start, q.end) for q in (*found, *others)]
        taken += [match.span() for match in _ASIDE.finditer(text, *span)]
        words = [w for w in lex.words(text, *span) if not any(a < w.end and w.start < b for a, b in taken)]
        breaks = list(lex["break"].find(words))
        parting = {words[at].start for found in breaks for at in range(found.first, found.last)}
        marks = (m.start() for m in _CUT.finditer(text, *span))
        self._cuts = sorted({*(m for m in marks if not any(a <= m < b for a, b in taken)), *parting})
        self._clauses: list[list[Word]] = [[] for _ in range(len(self._cuts) + 1)]
        for word in words:
            if word.start not in parting:
                self._clauses[self._clause(word.start)].append(word)
        self._counted = {self._clause(quantity.start) for quantity in found}

    def windows(self) -> list[Window]:
        """Every figure with its words."""
        conditions = tuple(self._conditions())
        return [self._window(index, conditions) for index in range(len(self._found))]

    def _window(self, index: int, conditions: tuple[Word, ...]) -> Window:
        quantity = self._found[index]
        clause = self._clause(quantity.start)
        low = self._found[index - 1].end if index else self._span[0]
        high = self._found[index + 1].start if index + 1 < len(self._found) else self._span[1]
        own = self._clauses[clause]
        return Window(
            quantity,
            tuple(word for word in own if low <= word.start < quantity.start),
            tuple(word for word in own if quantity.end <= word.start < high),
            tuple(self._before(clause)),
            conditions,
            self._cuts[clause - 1] if clause else self._span[0],
            self._cuts[clause] if clause < len(self._cuts) else self._span[1],
            self._span,
            bool(clause) and self._text[self._cuts[clause - 1]] == "(",
        )

    def _clause(self, offset: int) -> int:
        return bisect_right(self._cuts, offset)

    def _before(self, clause: int) -> list[Word]:
        """The words of the nearest clause before that has any; none where a figure stands in it."""
        for earlier in range(clause - 1, -1, -1):
            if earlier in self._counted:
                return []
            if self._clauses[earlier]:
                return self._clauses[earlier]
        return []

    def _conditions(self) -> list[Word]:
        """The words of clauses without a figure that set a condition: "kalau ramai"."""
        return [
            word
            for clause, words in enumerate(self._clauses)
            if words and clause not in self._counted and self._lex["condition"].holds(words[0])
            for word in words[1:]
        ]
