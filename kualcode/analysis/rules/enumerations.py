"""T8: one enumeration that differs between places (method 1.6): the factors, the indicators, the ways to collect data,
or any other list of one matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from kualcode.analysis.drafts import lexicon
from kualcode.analysis.rules.differences import FACTORS, Gap, difference
from kualcode.analysis.rules.factors import Listed, around, listed, main_language, said, same
from kualcode.analysis.rules.flags import Flag
from kualcode.analysis.rules.lists import matters
from kualcode.analysis.statements import COLLECTION, INDICATORS, Item, Section, Statement, scope_name
from kualcode.errors import Bi
from kualcode.model import Codebook

_PARTS: tuple[tuple[Section, ...], ...] = (("abstract",), ("results", "discussion"), ("conclusion",))
_LISTING: tuple[Section, ...] = ("abstract", "methods", "conclusion")
_WORDING = Bi("{one} di satu tempat, {other} di tempat lain", "{one} in one place, {other} in another")


def t8(statements: Sequence[Statement], book: Codebook) -> list[Flag]:
    """A WARN for each enumeration that differs between places, with the difference of the sets."""
    return [*_factors(statements), *_named(statements, book), *matters(statements, book)]


# ---------------------------------------------------------------- factors
def _factors(statements: Sequence[Statement]) -> Iterator[Flag]:
    """Factors listed in the abstract, the findings and the conclusion, against all that the others say of factors."""
    spoken = main_language(statements)
    lists = [[x for x in listed(statements, part) if x.statement.language == spoken] for part in _PARTS]
    texts = [said(around(statements, part)) for part in _PARTS]
    gaps = []
    for a, b in combinations(range(len(_PARTS)), 2):
        if not (_is_list(lists[a]) and _is_list(lists[b])):
            continue
        for one, other in ((a, b), (b, a)):
            missing = [x.item for x in lists[one] if not texts[other].holds(x.item)]
            if missing:
                gaps.append(Gap(_distinct(missing), _section(lists[one]), _section(lists[other])))
    if gaps:
        every = [x for found in lists for x in found]
        worded = _wordings(every)
        codes = _codes(gaps).union(*(own for _, own in worded))
        notes = [note for note, _ in worded]
        yield difference(FACTORS, gaps, tuple(sorted(codes)) or ("*",), [x.statement for x in every], notes)


def _codes(gaps: Sequence[Gap]) -> set[str]:
    return {code for gap in gaps for item in gap.items for code in item.codes}


def _is_list(found: Sequence[Listed]) -> bool:
    return len(_distinct([x.item for x in found])) > 1


def _section(found: Sequence[Listed]) -> Section:
    return found[0].statement.section


def _distinct(items: Sequence[Item]) -> tuple[Item, ...]:
    kept: list[Item] = []
    for item in items:
        if not any(same(item, other) for other in kept):
            kept.append(item)
    return tuple(kept)


def _wordings(found: Sequence[Listed]) -> list[tuple[Bi, set[str]]]:
    """Items of one code that differ in the word that tells them apart: "lingkungan sosial", "lingkungan kerja"."""
    pairs: dict[tuple[str, ...], tuple[Bi, set[str]]] = {}
    for one, other in combinations(found, 2):
        words, others = _tail(one.item), _tail(other.item)
        apart = words != others and words[0] == others[0]
        codes = set(one.item.codes) & set(other.item.codes)
        if codes and len(words) == len(others) == 2 and apart:
            shown = (" ".join(words), " ".join(others))
            note = _WORDING.fill(one=f"“{shown[0]}”", other=f"“{shown[1]}”")
            pairs.setdefault(tuple(sorted(shown)), (note, codes))
    return list(pairs.values())


def _tail(item: Item) -> list[str]:
    return item.words.casefold().split()[-2:] or [""]


# ---------------------------------------------------------------- indicators and ways to collect data
def _named(statements: Sequence[Statement], book: Codebook) -> Iterator[Flag]:
    """Lists of things that have names of their own: an item is missing where a section that lists never names it."""
    for topic in (INDICATORS, COLLECTION):
        own = [s for s in statements if not s.cited and any(e.topic == topic for e in s.enumerations)]
        listing = [name for name in _LISTING if any(s.section == name for s in own)]
        gaps = [
            Gap(tuple(_shown_name(item, topic, book) for item in missing), one, other)
            for one in listing
            for other in listing
            if one != other and (missing := _missing(own, statements, topic, one, other))
        ]
        if gaps:
            yield difference(topic, gaps, tuple(sorted(_codes(gaps))) or ("*",), own, [])


def _missing(
    own: Sequence[Statement], statements: Sequence[Statement], topic: str, one: Section, other: Section
) -> list[Item]:
    """What the lists of one section name and another section never does."""
    lists = [e for s in own if s.section == one for e in s.enumerations if e.topic == topic]
    text = [s for s in statements if s.section == other]
    items = _distinct([item for e in lists for item in e.items])
    return [item for item in items if not any(_mentions(s, item, topic) for s in text)]


def _mentions(statement: Statement, item: Item, topic: str) -> bool:
    if topic == INDICATORS:
        return not set(item.codes).isdisjoint(statement.codes)
    words = lexicon.words(statement.text)
    gathered = lexicon.has(words, "gathered") or any(e.topic == COLLECTION for e in statement.enumerations)
    return gathered and lexicon.has(words, f"way_{item.words}")


def _shown_name(item: Item, topic: str, book: Codebook) -> Item:
    if topic != INDICATORS or not item.codes:
        return item
    return Item(scope_name(item.codes[0], book).id.casefold(), item.codes)
