"""T8 on lists of any matter: two sentences that name one list and do not hold the same (method 1.6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from kualcode.analysis.rules.differences import MATTER, Gap, difference, misspelled
from kualcode.analysis.rules.factors import TOPICS, same
from kualcode.analysis.rules.flags import Flag
from kualcode.analysis.statements import COLLECTION, FINDINGS, INDICATORS, SUMMARIES, Enumeration, Item, Statement
from kualcode.errors import Bi
from kualcode.model import Codebook

_SPELLING = Bi("ejaan {one} dan {other} berbeda untuk hal yang sama", "{one} and {other} are spelled differently")


class _List(NamedTuple):
    statement: Statement
    listed: Enumeration


def matters(statements: Sequence[Statement], book: Codebook) -> Iterator[Flag]:
    """Other lists of one matter, what one technique gave is its own, and stands only against a summary of it."""
    own = [
        _List(s, e)
        for s in statements
        if s.section in FINDINGS | SUMMARIES and not s.cited
        for e in s.enumerations
        if e.topic not in TOPICS | {INDICATORS, COLLECTION}
    ]
    seen: set[str] = set()
    for one in own:
        group = [
            one,
            *(
                other
                for other in own
                if other.statement.id not in seen | {one.statement.id} and _differ(one, other, book)
            ),
        ]
        if one.statement.id in seen or len(group) == 1:
            continue
        seen.update(member.statement.id for member in group)
        yield _matter_flag(group, book)


def _matter_flag(group: Sequence[_List], book: Codebook) -> Flag:
    gaps = []
    spellings: dict[str, Bi] = {}
    for one, other in combinations(group, 2):
        if not _differ(one, other, book):
            continue
        left, right = _only(one, other), _only(other, one)
        spellings.update(_spellings(left, right))
        for items, a, b in ((left, one, other), (right, other, one)):
            if items:
                lines = (a.statement.line, b.statement.line)
                gaps.append(Gap(items, a.statement.section, b.statement.section, lines))
    own = [{code for code in member.statement.codes if code in book.by_id} for member in group]
    codes = set.intersection(*own) or {code for member in group for code in _matter(member.statement, book)}
    targets = tuple(sorted(codes)) or ("*",)
    return difference(MATTER, gaps, targets, [m.statement for m in group], list(spellings.values()))


def _differ(one: _List, other: _List, book: Codebook) -> bool:
    """Whether two lists are of one matter and differ: they share an item, and each holds one that the other lacks.

    Closed lists that name what they list by the same word differ already where one lacks an item.
    """
    if _matter(one.statement, book).isdisjoint(_matter(other.statement, book)):
        return False
    if one.statement.language != other.statement.language:
        return False
    if _is_data(one) or _is_data(other):
        return _sums_up_wrongly(one, other)
    shared = any(same(a, b) for a in one.listed.items for b in other.listed.items)
    left, right = _only(one, other), _only(other, one)
    closed = _one_name(one, other) and one.listed.closed and other.listed.closed
    return shared and bool((left and right) or (closed and (left or right)))


def _is_data(one: _List) -> bool:
    """Whether a list is what one technique gave: what another gave may differ."""
    return one.statement.section in FINDINGS and len(one.statement.attribution.techniques) == 1


def _sums_up_wrongly(one: _List, other: _List) -> bool:
    """Whether a summary and what one technique gave name the same list and each holds what the other lacks."""
    sections = {one.statement.section in SUMMARIES, other.statement.section in SUMMARIES}
    whole = one.listed.closed and other.listed.closed and _one_name(one, other) and len(sections) > 1
    return whole and bool(_only(one, other) and _only(other, one))


def _one_name(one: _List, other: _List) -> bool:
    """Whether two lists are of one name: two words of it in common."""
    return len(set(one.listed.roots) & set(other.listed.roots)) > 1


def _only(one: _List, other: _List) -> tuple[Item, ...]:
    return tuple(a for a in one.listed.items if not any(same(a, b) for b in other.listed.items))


def _matter(statement: Statement, book: Codebook) -> frozenset[str]:
    """The indicators, or the factors, of which a sentence speaks."""
    codes = {statement.heading} if statement.heading else {*statement.codes, *(x.scope for x in statement.labels)}
    return frozenset(
        book.top(code) if book.by_id[code].direction is None else code for code in codes if code in book.by_id
    )


def _spellings(left: Sequence[Item], right: Sequence[Item]) -> dict[str, Bi]:
    found = {}
    for one in (word for item in left for word in item.words.split()):
        for other in (word for item in right for word in item.words.split()):
            if misspelled(one.casefold(), other.casefold()):
                found[f"{one} {other}"] = _SPELLING.fill(one=f"“{one}”", other=f"“{other}”")
    return found
