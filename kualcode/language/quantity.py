"""A figure with its exact span, and how two figures agree.

Intervals and the Jaccard rule are kualcode's own method; rounding is read as half of the last printed digit.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Literal

Kind = Literal["number", "range", "time", "date", "year", "ordinal", "reference"]
Agreement = Literal["AGREEMENT", "PARTIAL", "DISSONANCE"]


@dataclass(frozen=True)
class Quantity:
    """One figure with its place in the text; times, dates, years, ordinals and references are no claims.

    lo and hi are exact; hi is None where there is no upper end, both are None for what is no claim (a year
    has its value). `step` is the unit of the last printed digit of a number that is not exact: "92,4%" has
    1/10; exact counts and spans have 0. `unit` is "percent", "rupiah" or the counted noun in lower case.
    """

    start: int
    end: int
    raw: str
    lo: Fraction | None
    hi: Fraction | None
    lo_open: bool = False
    hi_open: bool = False
    unit: str | None = None
    approx: bool = False
    integer: bool = False
    aggregate: Literal["mean"] | None = None
    kind: Kind = "number"
    step: Fraction = Fraction(0)

    @property
    def is_claim(self) -> bool:
        """Whether it is a figure that can be compared."""
        return self.kind in ("number", "range")

    @property
    def is_single(self) -> bool:
        """Whether it is one value, not a span."""
        return self.lo is not None and self.lo == self.hi


Span = tuple[Fraction, Fraction | None, bool, bool]


def interval(quantity: Quantity) -> Span:
    """lo, hi, lo_open, hi_open; a rounded number as the half-open span that rounds to it.

    One value alone is closed whatever is said of its ends ("hampir 0"): else it would lie apart from itself.
    Raises ValueError for what is no claim.
    """
    if quantity.lo is None or not quantity.is_claim:
        raise ValueError("a time, date, year, ordinal or reference has no interval")
    half = quantity.step / 2
    if half and quantity.is_single:
        return quantity.lo - half, quantity.lo + half, False, True
    if quantity.is_single:
        return quantity.lo, quantity.lo, False, False
    return quantity.lo, quantity.hi, quantity.lo_open, quantity.hi_open


def compare(a: Quantity, b: Quantity) -> Agreement:
    """Whether two figures agree; that they are of one thing is the caller's to know.

    Apart: DISSONANCE. A single value within the other's interval: AGREEMENT. Without an upper end: PARTIAL.
    Else by Jaccard's |x n y| / |x u y|, counts taken inclusively: at least 1/2 is AGREEMENT.
    """
    x, y = interval(a), interval(b)
    if a.integer and b.integer:
        x, y = whole(x), whole(y)
    if _apart(x, y) or _apart(y, x):
        return "DISSONANCE"
    if _holds(y, a) or _holds(x, b):
        return "AGREEMENT"
    if x[1] is None or y[1] is None:
        return "PARTIAL"
    width = int(a.integer and b.integer)
    shared = min(x[1], y[1]) - max(x[0], y[0]) + width
    joint = max(x[1], y[1]) - min(x[0], y[0]) + width
    return "AGREEMENT" if 2 * shared >= joint else "PARTIAL"


def whole(span: Span) -> Span:
    """The whole numbers of a span, ends included; the span itself where it holds none."""
    lo, hi, lo_open, hi_open = span
    first = Fraction(floor(lo) + 1 if lo_open else ceil(lo))
    last = None if hi is None else Fraction(ceil(hi) - 1 if hi_open else floor(hi))
    return span if last is not None and last < first else (first, last, False, False)


def _apart(x: Span, y: Span) -> bool:
    """Whether x ends before y begins."""
    return x[1] is not None and (x[1] < y[0] or (x[1] == y[0] and (x[3] or y[2])))


def _holds(span: Span, quantity: Quantity) -> bool:
    """Whether a single value lies within a span."""
    if not quantity.is_single or quantity.lo is None:
        return False
    lo, hi, lo_open, hi_open = span
    above = quantity.lo > lo or (quantity.lo == lo and not lo_open)
    return above and (hi is None or quantity.lo < hi or (quantity.lo == hi and not hi_open))
