"""The figures of a statement that can be compared: spoken ranges joined, and what is no figure of its own left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from kualcode.analysis.claims.words import Lexicon
from kualcode.language.numbers import has_figure, parse
from kualcode.language.quantity import Quantity

# "yang tidak sampai lima": five that did not reach it, no "less than five"
_FELL_SHORT = re.compile(r"(?:tidak|tak|ndak|nggak|gak|kada)\s+(?:sampai|sampe|nyampe)\s+", re.IGNORECASE)
_THAT = re.compile(r"\byang\s+\Z", re.IGNORECASE)
# "dua puluh, dua puluh lima", "empat orang apa lima": one span, said as two figures
_OR = re.compile(
    r"(?:\s+[^\W\d_]+)?(?:\s+lah)?(?:\s*,\s*(?:eh|eee|ya)?\s*|\s+apa\s+|\s*,\s*atau\s+|\s+sampai\s+)", re.IGNORECASE
)
# "satu hari itu rata-rata": a rate, no figure
_RATE = re.compile(r"\s+(?:hari|minggu|bulan|tahun)\s+itu\b|\s+(?:day|week|month|year)\b", re.IGNORECASE)
# a word hyphenated at the end of its line: "rata-\nrata"
_MEAN = re.compile(r"\brata-\s+rata\s*\Z", re.IGNORECASE)
_MONTH = re.compile(r"\b(?:bulan|month)\s+\Z", re.IGNORECASE)  # "bulan sepuluh" is October
_DIGIT = re.compile(r"\d")
_WIDEST = 2  # a spoken span's upper end over its lower


def may_hold(text: str, lex: Lexicon) -> bool:
    """A quick look: whether a text has a figure, or says "all"."""
    return has_figure(text, language=lex.language.code) or not _all_words(lex).isdisjoint(text.lower().split())


def figures(text: str, start: int, end: int, lex: Lexicon) -> tuple[list[Quantity], list[Quantity]]:
    """The figures of a sentence in order, and what stands there beside them: dates, years, ordinals, references."""
    found = parse(text, start, end, lex.language.code)
    claims = [_mended(text, quantity, lex) for quantity in found if quantity.is_claim]
    joined = _joined(text, _tens_and_ones(text, claims), lex)
    return [q for q in joined if not _is_idle(text, q, lex)], [q for q in found if not q.is_claim]


def is_all(quantity: Quantity, lex: Lexicon) -> bool:
    """Whether a figure is the word "all"."""
    return quantity.raw.lower() in _all_words(lex)


def _all_words(lex: Lexicon) -> frozenset[str]:
    return frozenset(lex["all"].by_first)


def _mended(text: str, quantity: Quantity, lex: Lexicon) -> Quantity:
    """The figure without words that belong to the statement, and with a mean that its line broke."""
    short = _FELL_SHORT.match(quantity.raw)
    if short and _THAT.search(text, max(0, quantity.start - 8), quantity.start):
        inner = parse(text, quantity.start + short.end(), quantity.end, lex.language.code)
        quantity = replace(inner[0], unit=quantity.unit) if len(inner) == 1 else quantity
    if _MEAN.search(text, max(0, quantity.start - 16), quantity.start):
        quantity = replace(quantity, aggregate="mean", integer=False, step=quantity.step or Fraction(1))
    return quantity


def _tens_and_ones(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """ "Dua puluh sampai dua lima": behind a round number of tens, "dua lima" is 25."""
    kept: list[Quantity] = []
    index = 0
    while index < len(found):
        ones = found[index + 1] if index + 1 < len(found) else None
        if kept and ones and _spells(text, kept[-1], found[index], ones):
            tens = found[index]
            value = (tens.lo or 0) * 10 + (ones.lo or 0)
            raw = text[tens.start : ones.end]
            kept.append(replace(ones, start=tens.start, raw=raw, lo=Fraction(value), hi=Fraction(value)))
            index += 2
        else:
            kept.append(found[index])
            index += 1
    return kept


def _spells(text: str, before: Quantity, tens: Quantity, ones: Quantity) -> bool:
    if not (before.is_single and tens.is_single and ones.is_single):
        return False
    digits = before.lo is not None and before.lo % 10 == 0 and tens.lo == before.lo / 10
    between = text[tens.end : ones.start]
    return digits and bool(between) and not between.strip() and not _DIGIT.search(tens.raw + ones.raw)


def _joined(text: str, found: Sequence[Quantity], lex: Lexicon) -> list[Quantity]:
    """Two figures said as one span: "dua puluh, dua puluh lima orang"; only in words, for figures in digits list."""
    kept: list[Quantity] = []
    for quantity in found:
        last = kept[-1] if kept else None
        if last and _is_span(text, last, quantity, lex):
            unit = quantity.unit or last.unit
            raw = text[last.start : quantity.end]
            kept[-1] = replace(
                last, end=quantity.end, raw=raw, hi=quantity.hi, unit=unit, kind="range", step=Fraction(0)
            )
        else:
            kept.append(quantity)
    return kept


def _is_span(text: str, low: Quantity, high: Quantity, lex: Lexicon) -> bool:
    if not (low.is_single and high.is_single and low.integer and high.integer) or low.lo is None or high.lo is None:
        return False
    counted = low.unit is None or any(low.unit in lex[name].by_first for name in ("classifier", "bare", "noun"))
    same = low.unit == high.unit or None in (low.unit, high.unit)
    words = not _DIGIT.search(low.raw + high.raw)
    linked = bool(_OR.fullmatch(text[low.end : high.start]))
    return linked and counted and same and words and low.lo < high.lo <= _WIDEST * low.lo


def _is_idle(text: str, quantity: Quantity, lex: Lexicon) -> bool:
    """Whether a figure says nothing to compare: "satu kantor", "beberapa", "sebulan setengah", a misread word."""
    raw = quantity.raw.lower()
    if quantity.lo is None or (quantity.unit is not None and lex.is_number(quantity.unit)):
        return True
    if raw in ("satu", "one", "a"):
        if _RATE.match(text, quantity.end):
            return True
        return quantity.unit is None or quantity.unit not in (*lex["bare"].by_first, *lex["noun"].by_first)
    if _MONTH.search(text, max(0, quantity.start - 8), quantity.start) and raw.isalpha():
        return True
    if raw == "setengah":
        return bool(re.search(r"\bse\w+\s+\Z", text[max(0, quantity.start - 12) : quantity.start], re.IGNORECASE))
    return not is_all(quantity, lex) and quantity.raw.isalpha() and quantity.step == 0 and _is_vague(quantity)


def _is_vague(quantity: Quantity) -> bool:
    """Quantifiers of no figure: "beberapa", "sebagian"."""
    return quantity.hi is None or (quantity.unit == "percent" and quantity.lo == 0 and quantity.hi == 100)
