"""What a cell of a parent says: its direction comes from its parts, never from the number of voices (method 1.4)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kualcode.analysis import words
from kualcode.analysis.triangulation.parents import children
from kualcode.analysis.verdicts import CodeVerdict, Group, Sign, Triangulation
from kualcode.document import NOTHING
from kualcode.errors import Bi
from kualcode.model import Codebook

_GENERAL = Bi("pernyataan umum", "general statements")
_PART = Bi("{name} {sign}", "{name} {sign}")
_BY_PARTS = Bi("{sign} menurut bagiannya ({parts}); {counted}", "{sign} by its parts ({parts}); {counted}")
_QUOTES_AT = Bi("kutipan pada {places}", "quotes at {places}")


class Part(NamedTuple):
    """One link of a parent: a child, or the parent's own statements."""

    name: Bi
    sign: Sign


class Parts:
    """The links of every parent of one run."""

    def __init__(self, book: Codebook, run: Triangulation) -> None:
        self._book, self._family = book, children(book)
        self._found = {one.code: one for one in run.codes}

    def below(self, code: str) -> list[str]:
        """The children of a code that weigh on it."""
        return [child.id for child in self._family.get(code, ()) if child.id in self._found]

    def told(self, found: CodeVerdict, group: Group, counted: Bi) -> Bi | None:
        """ "campuran menurut bagiannya (KUAL.HAS negatif, KUAL.KMP positif); 10 informan".

        None where none of the children says anything in this group: then its voices decide, as on any code.
        """
        parts = list(self._of(found, group.name))
        if not any(part.name != _GENERAL for part in parts):
            return None
        listed = (_PART.fill(name=one.name, sign=self.brief(found.code, one.sign)) for one in parts)
        sign = words.sign(self._book, found.code, group.sign)
        return _BY_PARTS.fill(sign=sign, parts=words.joined(listed), counted=counted)

    def brief(self, code: str, sign: Sign) -> Bi:
        """How a voice or a part leans, in one word."""
        return (words.FACTOR_BRIEF if words.is_factor(self._book, code) else words.SIGNS)[sign]

    def _of(self, found: CodeVerdict, name: str) -> Iterator[Part]:
        for code in self.below(found.code):
            sign = _sign(self._found[code], name)
            if sign != "SIL":
                yield Part(Bi(code, code), sign)
        own = "SIL" if found.general is None else _sign(found.general, name)
        if own != "SIL":
            yield Part(_GENERAL, own)


def _sign(found: CodeVerdict, name: str) -> Sign:
    """How one group leans on a code; silent on a code that has no groups."""
    return next((group.sign for group in found.groups if group.name == name), "SIL")


def quotes_at(places: list[str]) -> Bi:
    """Where the quotes of a parent stand that has no statement of its own."""
    return _QUOTES_AT.fill(places=", ".join(places)) if places else NOTHING
