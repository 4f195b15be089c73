"""Indicators from their sub-indicators, weakest link first: a parent never pools its children (method 1.4, step 7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kualcode.analysis.verdicts import DIRECTIONAL, CodeVerdict, Sign, Verdict
from kualcode.model import Code, Codebook

GENERAL = "(umum)"  # the parent's own evidence, as one more child
# Children of which a parent in full agreement must say that they are not there yet.
_WEAK: frozenset[Verdict | None] = frozenset({"PARTIAL", "SILENCE", "UNATTRIBUTED", "NO_DATA"})


def children(book: Codebook) -> dict[str, list[Code]]:
    """Children of each code that has some, in the order of the codebook; a retired code is nobody's child any more."""
    found: dict[str, list[Code]] = {}
    for code in book.codes:
        if code.parent is not None and code.retired is None:
            found.setdefault(code.parent, []).append(code)
    return found


def below(family: Mapping[str, Sequence[Code]], code: str) -> list[str]:
    """All codes under a code, to the last."""
    return [name for child in family.get(code, ()) for name in (child.id, *below(family, child.id))]


def above(book: Codebook, code: str) -> list[str]:
    """The ancestors of a code, nearest first."""
    parent = book.by_id[code].parent
    return [] if parent is None else [parent, *above(book, parent)]


def heir(book: Codebook, code: Code) -> str | None:
    """The code in use to which evidence of a retired one belongs: its successor, else the nearest one above it.

    None where there is neither. It is listed there and does not count: a person accepted it as something else.
    """
    seen = {code.id}
    while code.retired is not None:
        named = code.replaced_by if code.replaced_by in book.by_id else code.parent
        if named is None or named in seen:
            return None
        seen.add(named)
        code = book.by_id[named]
    return code.id


def combine(signs: Sequence[Sign]) -> Sign:
    """The stance of a group on a parent, from its stances on the children."""
    sides = {sign for sign in signs if sign in DIRECTIONAL}
    if len(sides) == 1:
        return sides.pop()
    if sides:
        return "MIX"
    return "NEU" if "NEU" in signs else "SIL"


def capped(own: Verdict, parts: Sequence[CodeVerdict]) -> tuple[Verdict, tuple[str, ...]]:
    """The verdict on a parent, and the children that lowered it: none of them is hidden behind its siblings."""
    opposed = tuple(part.code for part in parts if part.verdict == "DISSONANCE")
    if opposed:
        return "DISSONANCE", opposed
    weak = tuple(part.code for part in parts if part.verdict in _WEAK)
    return ("PARTIAL", weak) if own == "AGREEMENT" and weak else (own, ())
