"""Quotes of a table: numbered once each, and said with their speaker and place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kualcode.analysis.layouts.quotes import inside
from kualcode.document import Matrix, Quote
from kualcode.errors import Lang
from kualcode.exports import labels, safe

Position = tuple[int, int]  # row and column of a cell, from 0


@dataclass(frozen=True, slots=True)
class References:
    """The quotes of one table in reading order, and the numbers, from 1, to which each cell refers."""

    quotes: tuple[Quote, ...]
    of_cell: dict[Position, tuple[int, ...]]
    first_cell: tuple[Position, ...]  # where each quote is referred to first


def references(matrix: Matrix) -> References:
    """Number the quotes of a table; a quote that stands in several cells keeps its number."""
    numbers: dict[Quote, int] = {}
    of_cell: dict[Position, tuple[int, ...]] = {}
    first: list[Position] = []
    for at, entry in (((r, c), e) for r, row in enumerate(matrix.rows) for c, e in enumerate(row)):
        for quote in entry.quotes:
            if numbers.setdefault(quote, len(numbers) + 1) > len(first):
                first.append(at)
        if entry.quotes:
            of_cell[at] = tuple(sorted({numbers[quote] for quote in entry.quotes}))
    return References(tuple(numbers), of_cell, tuple(first))


def runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Ascending numbers as runs of three and more: 1 2 3 5 6 -> (1, 3) (5, 5) (6, 6)."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    return [
        pair
        for run in found
        for pair in ([(run[0], run[-1])] if len(run) > 2 else [(number, number) for number in run])
    ]


def attribution(quote: Quote, lang: Lang) -> str:
    """ "I-03, unsur staf, wawancara 12 Januari 2024, brs. 41-44; positif": what is known, in this order."""
    where = ", ".join(part for part in (quote.who.get(lang), quote.place.get(lang)) if part)
    return safe.plain("; ".join(part for part in (where, quote.stance.get(lang)) if part))


def translation(quote: Quote, lang: Lang) -> str:
    """A person's translation with the remark that it is one, or nothing."""
    text = inside(safe.plain(quote.translation))
    return f"“{text}” ({labels.TRANSLATED.get(lang)})" if text else ""


def said(quote: Quote, lang: Lang) -> str:
    """The quote in quotation marks, who said it and where, and its translation."""
    words = f"“{inside(safe.plain(quote.text))}”"
    where = attribution(quote, lang)
    return " ".join(part for part in (words, f"({where})" if where else "", translation(quote, lang)) if part)
