"""The period for which a figure is said to hold."""

from __future__ import annotations

import re

from kualcode.analysis.claims.said import Said
from kualcode.analysis.claims.words import Lexicon
from kualcode.segment.dates import period

_RELATIVE = ("last_year", "last_month", "this_year", "this_month")
_YEAR = re.compile(r"(\d{4})-(\d\d)")


def said_period(text: str, said: Said, lex: Lexicon, date: str | None) -> str | None:
    """The period that the clause of a figure names, else the only one that its sentence names; None for none.

    "Tahun lalu" is told by the date of the source; without a date it is a period of its own, which meets no other.
    """
    for start, end in (said.clause, said.sentence):
        found = period(text[start:end]) or _relative(text, start, end, lex, date)
        if found:
            return found
    return None


def _relative(text: str, start: int, end: int, lex: Lexicon, date: str | None) -> str | None:
    words = lex.words(text, start, end)
    for name in _RELATIVE:
        found = next(lex[name].find(words), None)
        if found is not None:
            return _resolved(name, date) or found.head
    return None


def _resolved(name: str, date: str | None) -> str | None:
    match = _YEAR.match(date or "")
    if match is None:
        return None
    year, month = int(match[1]), int(match[2])
    if name.endswith("year"):
        return str(year - (name == "last_year"))
    months = year * 12 + month - 1 - (name == "last_month")
    return f"{months // 12}-{months % 12 + 1:02d}"
