"""Kisi-kisi and guides out of the project: as tables, as pages to print, and for machines."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, cast, get_args

from kualcode.analysis.instrument import guides as pages
from kualcode.analysis.instrument.guides import About, Guide
from kualcode.analysis.instrument.items import Item
from kualcode.document import Matrix
from kualcode.errors import Bi, Lang, UsageError
from kualcode.exports import blocks
from kualcode.exports.labels import BlockForm
from kualcode.store import Store
from kualcode.workflow import codebooks
from kualcode.workflow.instrument import SCHEMA, questions, workbook
from kualcode.workflow.instrument_links import interviews
from kualcode.workflow.study import stored_config
from kualcode.workflow.writing import write_bytes


def overview(store: Store) -> Matrix:
    """The grid with how many answers are linked to each question. Raises UsageError where there is no instrument."""
    items = _items(store)
    found = interviews(store)
    counts = found.counts() if found.said else None
    table = pages.grid(items, codebooks.stored(store)[0], counts)
    left = sum(found.unlinked().values())
    notes = (_LEFT.fill(n=left),) if left else ()
    return Matrix(table.id, table.title, table.columns, table.rows, notes)


def as_json(store: Store) -> dict[str, Any]:
    """The instrument for machines: `answers` and `answered_by` count the linked answers and their informants."""
    counts = interviews(store).counts()
    rows = [
        {
            "id": item.id,
            "number": item.number,
            "technique": item.technique,
            "code": item.code,
            "text": item.text,
            "informants": list(item.informants),
            "answers": counts.get(item.id, (0, 0))[0],
            "answered_by": counts.get(item.id, (0, 0))[1],
        }
        for item in questions(store)
    ]
    return {"schema": SCHEMA, "items": rows}


def table(store: Store, which: Guide, *, whole: bool = False) -> Matrix:
    """One guide as a table. Raises UsageError where the instrument has nothing for it."""
    items, book = _items(store), codebooks.stored(store)[0]
    if which == "grid":
        return pages.grid(items, book, whole=whole)
    made = pages.table(items, book, which)
    if not made.rows:
        raise UsageError(_NOTHING_FOR.fill(guide=pages.TITLES[which]), _IMPORT)
    return made


def write(
    store: Store, which: Guide, target: Path, lang: Lang, *, force: bool = False, semicolon: bool = False
) -> None:
    """A guide as a file: a page to print as docx, html or md, rows as xlsx, csv or json. Raises UsageError."""
    from kualcode.workflow.triangulate_tables import form_of
    from kualcode.workflow.triangulate_tables import write as write_tables

    form = form_of(target)
    made = table(store, which, whole=form in ("csv", "json"))
    config = stored_config(store)
    about = About(config.title or "", config.researcher or "")
    if form == "xlsx" and which == "grid":
        write_bytes(target, workbook(store, lang), force=force)
    elif form in get_args(BlockForm) and which != "grid":
        text = pages.guide(questions(store), codebooks.stored(store)[0], which, about)
        data = blocks.render(text, cast("BlockForm", form), lang, title=pages.TITLES[which])
        write_bytes(target, data, force=force)
    else:
        told = replace(made, notes=tuple(about.lines()))
        write_tables(target, [told], lang, force=force, semicolon=semicolon)


def _items(store: Store) -> tuple[Item, ...]:
    items = questions(store)
    if not items:
        raise UsageError(_NONE, _IMPORT)
    return items


_NONE = Bi("Belum ada instrumen di proyek ini.", "There is no instrument in this project yet.")
_IMPORT = Bi(
    "Mulai dari templat: kualcode instrument export -o instrumen.xlsx; isi, lalu: kualcode instrument import "
    "instrumen.xlsx",
    "Start from a template: kualcode instrument export -o instrument.xlsx; fill it in, then: kualcode instrument "
    "import instrument.xlsx",
)
_NOTHING_FOR = Bi("Instrumen ini belum memuat butir untuk: {guide}.", "The instrument has no items yet for: {guide}.")
_LEFT = Bi(
    "{n} jawaban belum tertaut ke butir mana pun. Lihat dan betulkan: kualcode instrument --links",
    "{n} answers are linked to no item. See and correct: kualcode instrument --links",
)
