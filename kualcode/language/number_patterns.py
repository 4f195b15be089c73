"""What a language needs to tell its figures from its times, dates, years and references."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from kualcode.language import number_words as nw

Pattern = re.Pattern[str]
# lo, hi (None: no end), lo_open, hi_open
Span = tuple[Fraction, Fraction | None, bool, bool]


@dataclass(frozen=True)
class Grammar:
    """The number patterns of one language."""

    words: nw.Words
    thousands: str
    decimal: str
    skips: tuple[tuple[str, Pattern], ...]  # kind and pattern of what is no figure; earlier ones win
    atom: Pattern  # one number; see atom()
    before: Pattern  # an approximator that ends where the number begins
    bounds: dict[str, str]  # approximator: what it says
    link: Pattern  # between the two ends of a range
    pair: Pattern  # ... after "antara"
    percent: Pattern
    money: Pattern
    over: Pattern  # "lebih" after a number
    shares: dict[str, Span]  # quantifiers, in per cent of the whole
    counts: dict[str, Span]  # quantifiers, as a count
    no_noun: frozenset[str]  # words after a number that are not what is counted

    @cached_property
    def loose(self) -> tuple[str, ...]:
        """Quantifiers that name no figure: all, most, some."""
        shares = (word for word, (lo, hi, *_) in self.shares.items() if lo != hi or lo == 100)
        return (*shares, *(word for word, (_, hi, *_) in self.counts.items() if hi is None))


def either(words: Iterable[str]) -> str:
    """Alternatives of a pattern, longest first, any white space for a blank."""
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s+") for word in sorted(set(words), key=lambda word: (-len(word), word))
    )


def compiled(pattern: str) -> Pattern:
    """A pattern that takes upper and lower case alike, line by line."""
    return re.compile(pattern, re.IGNORECASE | re.MULTILINE)


def span(lo: int | Fraction, hi: int | Fraction | None, opens: str = "[]") -> Span:
    """A span from its ends and its brackets as one writes them: "(]" is open below."""
    return Fraction(lo), None if hi is None else Fraction(hi), opens[0] == "(", opens[1] == ")"


def before(table: dict[str, tuple[str, ...]]) -> Pattern:
    """Approximators that end where the number begins; the leftmost match is the longest one."""
    all_words = [word for group in table.values() for word in group]
    words = either(word for word in all_words if word[0].isalpha())
    signs = either(word for word in all_words if not word[0].isalpha())
    return compiled(rf"(?P<word>(?<!\w)(?:{words})(?=\s)|{signs})\s*\Z")


def names(table: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """Approximator to what it says."""
    return {word: name for name, words in table.items() for word in words}


MULTIPLES = {"puluh": 10, "ratus": 100, "hundred": 100}  # may follow digits, as scales do


def atom(
    literal: str, currency: str, table: nw.Words, first: Iterable[str], more: Iterable[str], shares: Iterable[str]
) -> Pattern:
    """A number in digits (groups money, digits, decade, scale), in words, or a quantifier (share)."""
    start = either([*table.ones, *table.teens, *table.tens, *table.wholes, *table.half, *first])
    inner = either(
        [
            *table.ones,
            *table.teens,
            *table.tens,
            *table.wholes,
            *table.half,
            *table.scales,
            *first,
            *more,
            table.decimal,
        ]
    )
    scale = either([*table.scales, *(word for word in more if word in MULTIPLES)])
    return compiled(
        rf"(?:(?P<money>(?<!\w)(?:{currency}))\s*|(?<![\w.,/])(?<![^\W\d]-))"
        rf"(?P<digits>{literal})(?P<decade>-?an\b)?(?:,-)?(?P<scale>(?:\s*(?:{scale})\b)*)(?!(?!x\b)[^\W\d])(?!\d)"
        rf"|\b(?<!at )(?P<share>{either(shares)})\b(?!-)"
        rf"|\b(?P<words>(?:{start})(?:[\s-]+(?:{inner})){{0,24}})\b"
    )


YEAR = r"(?:19|20)\d\d"
