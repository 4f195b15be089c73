"""Abbreviations that keep their full stop, from `data/id_abbreviations.txt`."""

from __future__ import annotations

from functools import cache

from kualcode.language.wordlists import lines

CLOSING = "end"


@cache
def closing() -> frozenset[str]:
    """Those that may stand at the end of a sentence: dll, S.Sos."""
    return frozenset(word for kind, *row in lines("id_abbreviations.txt") if kind == CLOSING for word in row)


@cache
def known() -> frozenset[str]:
    """All abbreviations, without their last stop."""
    return frozenset(word for _, *row in lines("id_abbreviations.txt") for word in row)
