"""Figures in a text, exactly: what is counted, shared or bounded, in Indonesian and English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from kualcode.language import number_words
from kualcode.language.number_en import EN
from kualcode.language.number_id import ID
from kualcode.language.number_patterns import MULTIPLES, Grammar
from kualcode.language.quantity import Agreement, Kind, Quantity, compare, interval

__all__ = ["Agreement", "Quantity", "compare", "has_figure", "interval", "parse"]
GRAMMARS = {"id": ID, "en": EN}
_TENTH = Fraction(1, 10)
_MASK = "\x00"


class _Number(NamedTuple):
    """One number before its approximators are applied."""

    end: int
    lo: Fraction
    hi: Fraction | None
    step: Fraction  # unit of the last printed digit
    unit: str | None = None
    lo_open: bool = False
    hi_open: bool = False
    approx: bool = False
    scale: int = 1  # the scale said after digits: 2-3 JUTA holds for both


def parse(text: str, start: int = 0, end: int | None = None, language: str = "id") -> list[Quantity]:
    """Every figure of text[start:end] in order, with offsets in `text`; Indonesian and English are read."""
    if language not in GRAMMARS:
        return []
    found = _parsed(text[start:end], language)
    return [replace(item, start=item.start + start, end=item.end + start) for item in found] if start else list(found)


@lru_cache(maxsize=2048)
def _parsed(text: str, language: str) -> tuple[Quantity, ...]:
    """The figures of a whole text; sentences are asked for again and again."""
    grammar = GRAMMARS[language]
    found, masked = _skips(text, grammar)
    found += _figures(masked, grammar)
    ordered = sorted(found, key=lambda item: item.start)
    return tuple(replace(item, raw=text[item.start : item.end]) for item in ordered)


# ---- what is no figure

_COUNTED_BEFORE = re.compile(
    r"(?:\d|\b(?:belas|puluh|sepuluh|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan))\s*\Z", re.IGNORECASE
)


def _skips(text: str, grammar: Grammar) -> tuple[list[Quantity], str]:
    """Times, dates, years, ordinals and references, and the text with them masked."""
    found: list[Quantity] = []
    for kind, pattern in grammar.skips:
        kept: list[str] = []
        at = 0
        for match in pattern.finditer(text):
            start, end = match.span()
            if kind == "time" and _COUNTED_BEFORE.search(text, max(0, start - 20), start):
                continue  # "dua jam 15 menit" is a duration
            kept += (text[at:start], _MASK * (end - start))
            at = end
            found.append(_no_claim(match, kind))
        text = "".join((*kept, text[at:])) if kept else text
    return found, text


def _no_claim(match: re.Match[str], kind: str) -> Quantity:
    year = re.search(r"(?:19|20)\d\d", match[0]) if kind == "year" else None
    value = Fraction(year[0]) if year else None
    names: dict[str, Kind] = {"time": "time", "date": "date", "year": "year", "ordinal": "ordinal"}
    return Quantity(*match.span(), match[0], value, value, kind=names.get(kind, "reference"))


# ---- figures


def _figures(text: str, grammar: Grammar) -> Iterator[Quantity]:
    """Every claim of a masked text."""
    at = 0
    while match := grammar.atom.search(text, at):
        number = _number(match, grammar)
        if number is None:
            at = match.end()
            continue
        quantity = _quantity(text, at, match.start(), number, grammar)
        yield quantity
        at = quantity.end


def _number(match: re.Match[str], grammar: Grammar) -> _Number | None:
    """The value of one matched number or quantifier."""
    if match["share"]:
        return _quantifier(match, grammar)
    if match["digits"]:
        return _digits(match, grammar)
    words = number_words.split(match["words"])
    value = number_words.read([word for word, _ in words], grammar.words)
    if value is None:
        return None
    return _Number(
        match.start() + words[value.used - 1][1],
        value.lo,
        value.hi,
        value.step,
        "percent" if value.share else None,
        approx=value.approx,
    )


def _quantifier(match: re.Match[str], grammar: Grammar) -> _Number:
    word = " ".join(match["share"].lower().split())
    lo, hi, lo_open, hi_open = grammar.shares.get(word) or grammar.counts[word]
    unit = "percent" if word in grammar.shares else None
    return _Number(match.end(), lo, hi, Fraction(0), unit, lo_open, hi_open)


def _digits(match: re.Match[str], grammar: Grammar) -> _Number:
    """A number in digits with its currency and scale; "70-an" is 70-79, "300-an" 300-399."""
    value, step = _literal(match["digits"], grammar)
    unit = "rupiah" if match["money"] else None
    if match["decade"]:
        width = 10 ** (len(match["digits"]) - len(match["digits"].rstrip("0")))
        if width == 1:
            lo, hi = value * (1 - _TENTH), value * (1 + _TENTH)
            return _Number(match.end(), lo, hi, Fraction(0), unit, approx=True)
        return _Number(match.end(), value, value + width - 1, Fraction(0), unit, approx=True)
    scale = 1
    for word in match["scale"].lower().split():
        scale *= MULTIPLES.get(word) or grammar.words.scales[word]
    step = step * scale if step < 1 else step  # whole numbers are exact whatever their scale
    return _Number(match.end(), value * scale, value * scale, step, unit, scale=scale)


def _literal(digits: str, grammar: Grammar) -> tuple[Fraction, Fraction]:
    """Value and unit of the last printed digit; Indonesian also reads "92.4", which is no thousand point."""
    if grammar.decimal not in digits and re.fullmatch(r"\d+\.\d{1,2}", digits):
        whole, _, decimals = digits.partition(".")
    else:
        whole, _, decimals = digits.replace(grammar.thousands, "").partition(grammar.decimal)
    return Fraction(int(whole + decimals), 10 ** len(decimals)), Fraction(1, 10 ** len(decimals))


def _quantity(text: str, floor_at: int, start: int, first: _Number, grammar: Grammar) -> Quantity:
    """One figure with everything that belongs to it: approximators, the second end, sign and noun."""
    says, start = _approximators(text, floor_at, start, grammar)
    number = _signed(text, _repeated(text, first, grammar), grammar)
    second = _second(text, number, grammar, "between" in says)
    if second:
        number = _joined(number, second)
    if over := grammar.over.match(text, number.end):
        number = number._replace(end=over.end())
        says.append("over")
    unit = number.unit or _noun(text, number.end, grammar)
    return _bounded(start, number, unit, says)


def _approximators(text: str, floor_at: int, start: int, grammar: Grammar) -> tuple[list[str], int]:
    """What the words before a number say, innermost first, and where they begin."""
    says: list[str] = []
    at = start
    while match := grammar.before.search(text, max(floor_at, at - 40), at):
        name = grammar.bounds[" ".join(match["word"].lower().split())] if match["word"] else ""
        at = match.start()
        if name:
            says.append(name)
            start = at
    return says, start


def _repeated(text: str, number: _Number, grammar: Grammar) -> _Number:
    """The number with its repeat in brackets taken in: 5 (lima) hari."""
    repeat = re.compile(r"\s*\(([^()\d]{3,60})\)").match(text, number.end)
    if repeat is None:
        return number
    value = number_words.read([word for word, _ in number_words.split(repeat[1])], grammar.words)
    return number._replace(end=repeat.end()) if value and value.lo == number.lo else number


def _signed(text: str, number: _Number, grammar: Grammar) -> _Number:
    """The number with its per cent sign or the word rupiah."""
    for unit, sign in (("percent", grammar.percent), ("rupiah", grammar.money)):
        if found := sign.match(text, number.end):
            return number._replace(end=found.end(), unit=unit)
    return number


def _second(text: str, number: _Number, grammar: Grammar, between: bool) -> _Number | None:
    """The other end of a range, if one follows: 10-15, 10 orang sampai 15 orang."""
    noun = _NOUN.match(text, number.end)
    for at in (number.end, *([noun.end()] if noun else ())):
        link = (grammar.pair if between else grammar.link).match(text, at)
        match = grammar.atom.match(text, link.end()) if link else None
        other = _number(match, grammar) if match and not match["share"] else None
        if other is None or other.lo < _scaled(number, other):
            continue  # "12 - 3 di antaranya" is no range
        if at == number.end or (noun and _noun(text, other.end, grammar) == noun[1].lower()):
            return _signed(text, other, grammar)
    return None


def _scaled(one: _Number, two: _Number) -> Fraction:
    """The lower end with the scale that is said once, after the upper: 2-3 juta."""
    return one.lo * two.scale if one.scale == 1 and one.lo < 1000 <= two.scale else one.lo


def _joined(one: _Number, two: _Number) -> _Number:
    """Two ends as one span; a sign said once holds for both: 10-15%."""
    return _Number(
        two.end, _scaled(one, two), two.hi, Fraction(0), two.unit or one.unit, approx=one.approx or two.approx
    )


_NOUN = re.compile(r"\s*(k?m[23]\b|[^\W\d_]+(?:-[^\W\d_]+)*)", re.IGNORECASE)


def _noun(text: str, at: int, grammar: Grammar) -> str | None:
    """The counted noun that follows, in lower case; "x" counts times."""
    match = _NOUN.match(text, at)
    word = match[1].lower() if match else ""
    if word == "x":
        return "kali"
    return word if word and word not in grammar.no_noun else None


def _bounded(start: int, number: _Number, unit: str | None, says: list[str]) -> Quantity:
    """The span that a number and its approximators name (method 1.5)."""
    lo, hi = number.lo, number.hi
    lo_open, hi_open = number.lo_open, number.hi_open
    for name in says:
        if name == "about":
            lo, hi = lo * (1 - _TENTH), None if hi is None else hi * (1 + _TENTH)
        elif name == "nearly":
            lo, hi_open = lo * (1 - _TENTH), True
        elif name in ("from", "over"):
            hi, lo_open, hi_open = None, name == "over", False
        elif name in ("to", "under"):
            lo, lo_open, hi_open = Fraction(0), False, name == "under"
    mean = "mean" in says
    whole = number.approx or (number.lo.denominator == 1 and (number.hi or number.lo).denominator == 1)
    integer = unit != "percent" and not mean and number.step in (0, 1) and whole
    span = lo != hi
    return Quantity(
        start,
        number.end,
        "",
        lo,
        hi,
        lo_open,
        hi_open,
        unit,
        number.approx or bool({"about", "nearly"} & set(says)),
        integer,
        "mean" if mean else None,
        "range" if span else "number",
        Fraction(0) if integer or span else number.step,
    )


# ---- a quick look

_DIGIT = re.compile(r"[0-9]")
_VAGUE_TALK = frozenset(("satu", "one"))


@lru_cache(maxsize=4)
def _number_tokens(language: str) -> frozenset[str]:
    """Blank-separated tokens that hold a number word, with the punctuation that may follow it."""
    table = GRAMMARS[language].words
    words = {
        *table.ones,
        *table.teens,
        *table.tens,
        *table.wholes,
        *table.half,
        *table.scales,
        "puluh",
        "ratus",
        "hundred",
        "persen",
        "percent",
        "separuh",
        "separo",
        "sepertiga",
        "seperempat",
        *number_words.VAGUE,
        *GRAMMARS[language].counts,
    }
    ones = list(table.ones)
    words |= {f"{one}-{two}" for one, two in pairwise(ones)}
    words |= {f"{ten}-{one}" for ten in table.tens for one in ones}
    words |= {f"{one}{tail}" for one in ones for tail in ("belas", "puluh", "ratus", "ribu", "juta")}
    return frozenset(word + mark for word in words for mark in ("", ",", ".", ";", ":", "!", "?", ")"))


def has_figure(text: str, start: int = 0, end: int | None = None, language: str = "id") -> bool:
    """Whether text[start:end] holds a figure: a number, range, per cent or counted number word.

    Times, dates, years, ordinals, references and quantifiers ("semua", "beberapa") are none; nor is a lone
    "satu". A text without a digit or number word is told by two look-ups.
    """
    if language not in GRAMMARS:
        return False
    part = text[start:end]
    if not _DIGIT.search(part) and _number_tokens(language).isdisjoint(part.lower().split()):
        return False
    return any(_is_figure(quantity, GRAMMARS[language]) for quantity in parse(part, language=language))


def _is_figure(quantity: Quantity, grammar: Grammar) -> bool:
    word = quantity.raw.lower()
    if not quantity.is_claim or (word in _VAGUE_TALK and quantity.unit is None):
        return False
    return not word.endswith(grammar.loose)
