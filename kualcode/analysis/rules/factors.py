"""What a text says of factors: the lists it gives of them, and everything said around those lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from kualcode.analysis.statements import (
    DRIVING,
    FACTORS,
    HINDERING,
    Item,
    Section,
    Statement,
)
from kualcode.model import Codebook

TOPICS = frozenset({HINDERING, DRIVING, FACTORS})
_LACK = ("kurang", "rendah", "minim", "lemah", "keterbatasan", "terbatas", "lack", "limited", "poor", "low")


class Listed(NamedTuple):
    """A factor that a sentence lists."""

    item: Item
    topic: str
    statement: Statement


class Said(NamedTuple):
    """The codes and content words of some sentences."""

    codes: frozenset[str]
    roots: frozenset[str]

    def holds(self, item: Item) -> bool:
        """Whether an item is spoken of in them: one of its codes or content words stands there."""
        return not self.codes.isdisjoint(item.codes) or not self.roots.isdisjoint(item.roots)


def listed(statements: Iterable[Statement], sections: Collection[Section]) -> list[Listed]:
    """The factors that some sections list, in order; another study's are left out."""
    return [
        Listed(item, one.topic, s)
        for s in statements
        if s.section in sections and not s.cited
        for one in s.enumerations
        if one.topic in TOPICS
        for item in one.items
        if item.codes or item.roots
    ]


def around(statements: Sequence[Statement], sections: Collection[Section]) -> list[Statement]:
    """The sentences of some sections that speak of factors, and those that go on in the same paragraph."""
    found: list[Statement] = []
    going: tuple[Section, int] | None = None
    for s in statements:
        if s.section not in sections or s.cited:
            continue
        here = (s.section, s.paragraph)
        if s.factor is not None or any(one.topic in TOPICS for one in s.enumerations):
            going = here
        if going == here and s.advice is None:
            found.append(s)
    return found


def said(statements: Iterable[Statement]) -> Said:
    """The codes and content words of sentences, those of their lists included."""
    codes: set[str] = set()
    roots: set[str] = set()
    for s in statements:
        items = [item for one in s.enumerations for item in one.items]
        codes.update(s.codes, *(item.codes for item in items))
        roots.update(s.roots, s.stems, *(item.roots for item in items))
    return Said(frozenset(codes), frozenset(roots))


def same(one: Item, other: Item) -> bool:
    """Whether two items are of one thing: a code or a content word in common, or the same words."""
    if one.words.casefold() == other.words.casefold():
        return True
    return Said(frozenset(other.codes), frozenset(other.roots)).holds(one)


def main_language(statements: Iterable[Statement]) -> str:
    """The language of most sentences; words of two languages have no roots in common."""
    counts = Counter(s.language for s in statements)
    return max(sorted(counts), key=counts.__getitem__, default="id")


def hinders(one: Listed, book: Codebook) -> bool:
    """Whether a listed factor hinders: it is listed as one, coded as one, or named as a lack."""
    if one.topic != FACTORS:
        return one.topic == HINDERING
    directions = {book.by_id[code].direction for code in one.item.codes if code in book.by_id} - {None}
    return "hindering" in directions or (not directions and one.item.words.casefold().startswith(_LACK))
