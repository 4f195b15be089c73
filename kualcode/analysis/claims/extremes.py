"""Whether any figure of many lies apart from one: the two that reach farthest tell, so that not all are compared.

Two figures lie apart where one ends before the other begins (kualcode.language.quantity). Of a set, the one that begins
last and the one that ends first lie apart from whatever any lies apart from; of each also the next of another owner is
kept, since a voice is not held against itself.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from kualcode.language.quantity import Quantity, Span, interval, whole

_Edge = tuple[Fraction, bool]


class _Reach(NamedTuple):
    """How far a figure reaches to one side, whose it is (None: of several voices), and its number."""

    edge: _Edge
    owner: str | None
    number: int


class Extremes:
    """A set of figures by number, each with its owner."""

    def __init__(self) -> None:
        self._counts, self._exact, self._others = _Table(), _Table(), _Table()

    def add(self, number: int, quantity: Quantity, owner: str | None = None) -> None:
        """Take in a figure; a count once as it is, and once as whole numbers, as it is held against counts."""
        if quantity.integer:
            self._counts.add(number, whole(interval(quantity)), owner)
            self._exact.add(number, interval(quantity), owner)
        else:
            self._others.add(number, interval(quantity), owner)

    def apart(self, quantity: Quantity, not_of: str | None = None) -> int | None:
        """The number of a figure that lies apart from this one and is not that owner's alone; None if none does."""
        plain = interval(quantity)
        alike = self._counts.apart(whole(plain), not_of) if quantity.integer else self._exact.apart(plain, not_of)
        return self._others.apart(plain, not_of) if alike is None else alike


class _Table:
    """Those that begin last and those that end first: the farthest, and the farthest of another owner."""

    def __init__(self) -> None:
        self._begins: list[_Reach] = []
        self._ends: list[_Reach] = []  # edges turned, so that the first end is the greatest

    def add(self, number: int, span: Span, owner: str | None) -> None:
        lo, hi, lo_open, hi_open = span
        self._begins = _farthest([*self._begins, _Reach((lo, lo_open), owner, number)])
        if hi is not None:
            self._ends = _farthest([*self._ends, _Reach((-hi, hi_open), owner, number)])

    def apart(self, span: Span, not_of: str | None) -> int | None:
        lo, hi, lo_open, hi_open = span
        begins, ends = _of_another(self._begins, not_of), _of_another(self._ends, not_of)
        if begins and hi is not None and _behind(begins.edge, (hi, hi_open)):
            return begins.number
        return ends.number if ends and _behind(ends.edge, (-lo, lo_open)) else None


def _farthest(found: list[_Reach]) -> list[_Reach]:
    """The farthest, and behind it the farthest whose owner is another, where the first is one voice's alone."""
    first, *rest = sorted(found, key=lambda reach: reach.edge, reverse=True)
    others = [reach for reach in rest if reach.owner != first.owner][:1] if first.owner is not None else []
    return [first, *others]


def _of_another(found: list[_Reach], not_of: str | None) -> _Reach | None:
    return next((reach for reach in found if reach.owner is None or reach.owner != not_of), None)


def _behind(edge: _Edge, end: _Edge) -> bool:
    """Whether what begins at an edge lies wholly behind an end."""
    return edge[0] > end[0] or (edge[0] == end[0] and (edge[1] or end[1]))
