"""Which quotes a cell opens to where paper sets a limit: the strongest, and of as many voices as can be."""

from __future__ import annotations

from collections.abc import Sequence

from kualcode.analysis.evidence import Evidence
from kualcode.analysis.layouts import quotes
from kualcode.document import NOTHING
from kualcode.errors import Bi

_REST = Bi("+ {n} kutipan lain", "+ {n} more quotes")
_LIMITED = Bi(
    "Tiap sel memuat paling banyak {most} kutipan; selengkapnya dalam berkas xlsx, html, atau json.",
    "A cell opens to {most} quotes at most; all of them stand in xlsx, html and json files.",
)


def chosen(said: Sequence[Evidence], most: int | None) -> list[Evidence]:
    """At most so many statements, in the order given; None is no limit.

    The strongest go first, a voice that has none yet before one that has.
    """
    if most is None or len(said) <= most:
        return list(said)
    turns: dict[str, int] = {}
    ranked = []
    for at in sorted(range(len(said)), key=lambda at: (-said[at].strength, at)):
        voice = quotes.sheet(said[at])
        turns[voice] = turns.get(voice, 0) + 1
        ranked.append((turns[voice], -said[at].strength, at))
    return [said[at] for at in sorted(at for _, _, at in sorted(ranked)[:most])]


def rest(said: Sequence[Evidence], most: int | None) -> Bi:
    """ "+ 12 kutipan lain"; nothing where all of them are there."""
    n = 0 if most is None else len(said) - most
    return _REST.fill(n=n) if n > 0 else NOTHING


def limit_note(most: int) -> Bi:
    """That cells do not open to all of their quotes."""
    return _LIMITED.fill(most=most)
