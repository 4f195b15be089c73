"""The grid of an instrument (kisi-kisi) as rows to be written: of its items, or of a codebook to start from."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from kualcode.analysis.instrument.items import Item
from kualcode.analysis.instrument.names import GENERAL_HEAD, Names
from kualcode.analysis.instrument.table import EVERYBODY, TECHNIQUES
from kualcode.errors import Bi, Lang
from kualcode.model import Code, Codebook

HEADS = (
    Bi("Sub variabel", "Sub-variable"),
    Bi("Indikator", "Indicator"),
    Bi("No", "No"),
    Bi("Pertanyaan/Aspek/Dokumen", "Question/Aspect/Document"),
    Bi("Teknik", "Technique"),
    Bi("Informan", "Informants"),
)
_NOBODY = "-"
_AND = Bi(" dan ", " and ")


class Line(NamedTuple):
    """One row of the grid in one language; `read` of the table gives the items again."""

    group: str
    indicator: str
    number: str
    text: str
    technique: str
    informants: str


def lines(items: Sequence[Item], book: Codebook, lang: Lang) -> list[Line]:
    """The rows of an instrument in its order; one text for several techniques is one row."""
    names = Names(book)
    found = []
    for (number, code, text, _), same in groupby(items, key=lambda i: (i.number, i.code, i.text, i.informants)):
        row = list(same)
        how = _AND.get(lang).join(TECHNIQUES[item.technique].get(lang) for item in row)
        found.append(Line(*_levels(names, book, code, lang), number, text, how, _informants(row[0], lang)))
    return found


def template(book: Codebook, lang: Lang) -> list[Line]:
    """A row for each sub-indicator and factor and technique, its question empty."""
    names = Names(book)
    parents = {code.parent for code in book.codes}
    wanted = [code for code in book.codes if code.codable and code.retired is None and code.id not in parents]
    return [
        Line(*_levels(names, book, code.id, lang), "", "", name.get(lang), "")
        for code in wanted
        for name in TECHNIQUES.values()
    ]


def levels(book: Codebook, code: str) -> tuple[Bi, Bi]:
    """What stands above a code, and the code, by their names; a code without parent is its own general line."""
    own = book.by_id.get(code)
    if own is None:
        return Bi("", ""), Bi(code, code)
    return (own.name, GENERAL_HEAD) if own.parent is None else (book.by_id[own.parent].name, own.name)


def _levels(names: Names, book: Codebook, code: str, lang: Lang) -> tuple[str, str]:
    own = book.by_id.get(code)
    if own is None:
        return "", code
    if own.parent is None:
        return names.written(own, None, lang), GENERAL_HEAD.get(lang)
    above: Code = book.by_id[own.parent]
    return names.written(above, None, lang), names.written(own, above.id, lang)


def _informants(item: Item, lang: Lang) -> str:
    """Who is asked; everybody and nobody in words, since an empty cell would go on from above."""
    if item.informants:
        return ", ".join(item.informants)
    return EVERYBODY.get(lang) if item.technique == "interview" else _NOBODY
