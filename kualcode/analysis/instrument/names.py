"""Codes by the names that people write into a table: id, name in either language, or both."""

from __future__ import annotations

import re

from kualcode.analysis.instrument.items import lineage
from kualcode.errors import Bi
from kualcode.model import Code, Codebook
from kualcode.text import squash
from kualcode.yamlsafe import nearest

GENERAL_HEAD = Bi("(umum)", "(general)")  # the code above it, and none of those below
GENERAL = frozenset((*GENERAL_HEAD, "umum", "general"))
_LEAD = re.compile(r"(?:\d{1,3}|[a-z])[.)]\s+(?=\S)", re.IGNORECASE)


class Names:
    """The codes of a codebook, found by what a person calls them."""

    def __init__(self, book: Codebook) -> None:
        self._book = book
        self._by_name: dict[str, list[Code]] = {}
        for code in book.codes:
            for name in {folded(code.id), *map(folded, code.name)}:
                self._by_name.setdefault(name, []).append(code)

    def find(self, name: str, under: str | None = None) -> tuple[str | None, tuple[Bi, Bi] | None]:
        """The code that a name means, below another where that is given; or what is wrong and what to do."""
        fit = self._named(name)
        if not fit:
            return None, (_UNKNOWN.fill(name=_shown(name)), self._perhaps(name))
        below = [code for code in fit if under is None or under in lineage(self._book, code.id)]
        if not below:
            return None, (_ELSEWHERE.fill(name=_shown(name), under=under or ""), self._belongs(fit[0]))
        if len(below) > 1:
            ids = ", ".join(code.id for code in below)
            return None, (_SEVERAL.fill(name=_shown(name), ids=ids), _WRITE_ID)
        if below[0].retired is not None:
            return None, (_RETIRED.fill(id=below[0].id), _instead(below[0]))
        return below[0].id, None

    def written(self, code: Code, under: str | None, lang: str) -> str:
        """How a code is written so that `find` gives it again: its name, or its id where the name is not enough."""
        name = squash(code.name.get("en" if lang == "en" else "id"))
        return name if name and name.casefold() not in GENERAL and self.find(name, under)[0] == code.id else code.id

    def _named(self, name: str) -> list[Code]:
        """Codes by the whole name; else by an id before it ("KUAL.HAS Hasil kerja") or in brackets behind it."""
        wanted = folded(name)
        if wanted in self._by_name:
            return self._by_name[wanted]
        ids = re.split(r"[\s:()\[\]]+", name.strip("()[] "))
        return next((self._by_name[folded(one)] for one in (ids[0], ids[-1]) if one.upper() in self._book.by_id), [])

    def _perhaps(self, name: str) -> Bi:
        guess = nearest(folded(name), self._by_name)
        if guess is None:
            return _SEE
        code = self._by_name[guess][0]
        return _PERHAPS.fill(id=code.id, name=code.name)

    def _belongs(self, code: Code) -> Bi:
        above = self._book.by_id[code.parent] if code.parent else code
        return _UNDER.fill(id=code.id, above=above.id, name=above.name)


def folded(name: str) -> str:
    """A name without case, numbering and closing signs."""
    bare = _LEAD.sub("", squash(name), count=1).casefold().strip(" .:;")
    return re.sub(r"\s*/\s*", "/", bare)


def _shown(name: str) -> str:
    return squash(name)[:60]


def _instead(code: Code) -> Bi:
    return _INSTEAD.fill(id=code.replaced_by) if code.replaced_by else _SEE


_UNKNOWN = Bi("“{name}” tidak ada di codebook.", "The codebook has no “{name}”.")
_PERHAPS = Bi("Mungkin {id} ({name})?", "Perhaps {id} ({name})?")
_INSTEAD = Bi("Pakai {id}.", "Use {id}.")
_SEE = Bi("Lihat nama-namanya: kualcode codebook show", "See the names: kualcode codebook show")
_ELSEWHERE = Bi("“{name}” tidak berada di bawah {under}.", "“{name}” does not stand under {under}.")
_UNDER = Bi("{id} berada di bawah {above} ({name}).", "{id} stands under {above} ({name}).")
_SEVERAL = Bi("“{name}” adalah nama dari {ids}.", "“{name}” is the name of {ids}.")
_WRITE_ID = Bi("Tulis kodenya.", "Write the code.")
_RETIRED = Bi("Kode {id} sudah tidak dipakai.", "The code {id} is retired.")
