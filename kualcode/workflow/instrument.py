"""The instrument of a project: taken in from a table, kept in the project, written back, and what it asks for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, cast

from kualcode.analysis.evidence import Technique
from kualcode.analysis.instrument import items as core
from kualcode.analysis.instrument.items import Item
from kualcode.errors import Bi, InvalidFile, Lang, SourceError
from kualcode.model import Codebook, Informant
from kualcode.segment import code_key
from kualcode.store import Store
from kualcode.workflow import codebooks
from kualcode.workflow.study import stored_config

SETTING = "instrument"
SCHEMA = "kualcode.instrument/1"
FILES = (".xlsx", ".docx", ".csv")


def questions(store: Store) -> tuple[Item, ...]:
    """The items of the instrument as the project holds them, in their order; none where there is no instrument."""
    text = store.setting(SETTING)
    if text is None:
        return ()
    return tuple(Item(**{**row, "informants": tuple(row["informants"])}) for row in json.loads(text)["items"])


def asked(store: Store) -> dict[Technique, frozenset[str]]:
    """The codes that each technique's instrument asks for: those of the instrument and of `guides` together."""
    found = core.asked(questions(store))
    for kind, codes in stored_config(store).guides:
        technique = cast("Technique", kind)
        found[technique] = found.get(technique, frozenset()) | frozenset(codes)
    return found


# ---------------------------------------------------------------- in
class Taken(NamedTuple):
    """What was taken in from a file, and what to know about it."""

    items: tuple[Item, ...]
    changed: bool
    notes: tuple[Bi, ...]


def take(store: Store, path: Path, *, by: str | None = None) -> Taken:
    """Take in the instrument of a file in place of the one before; the same again changes nothing.

    Raises InvalidFile with every row that will not do, and nothing is stored; SourceError where the file cannot be
    read.
    """
    book = codebooks.stored(store)[0]
    items, notes = read(path, book)
    with store.atomic():
        before = store.setting(SETTING)
        text = as_text(items)
        store.put_setting(SETTING, text, by=by)
        strangers = unknown_informants(items, store.informants().values(), stored_config(store).role_groups)
    told = (_STRANGERS.fill(names=", ".join(strangers)),) if strangers else ()
    return Taken(items, text != before, (*notes, *told))


def read(path: Path, book: Codebook) -> tuple[tuple[Item, ...], tuple[Bi, ...]]:
    """The items of a file, and what to know about its reading. Raises InvalidFile, SourceError."""
    from kualcode import sources
    from kualcode.analysis.instrument.table import read as read_table

    if path.suffix.lower() not in FILES:
        raise InvalidFile(
            Bi("{name} bukan tabel instrumen.", "{name} is no table of an instrument.").fill(name=path.name),
            fix=Bi("Pilih berkas {known}.", "Choose a file of {known}.").fill(known=", ".join(FILES)),
        )
    try:
        extract = sources.read(path)
    except SourceError as error:
        raise SourceError(
            Bi("{name}: {what}", "{name}: {what}").fill(name=path.name, what=error.what), error.fix
        ) from error
    found = read_table(extract, path.name, book)
    if found.problems:
        raise InvalidFile(_HEADLINE.fill(name=path.name), found.problems)
    if not found.items:
        raise InvalidFile(
            Bi("{name} belum memuat pertanyaan.", "{name} holds no question yet.").fill(name=path.name),
            fix=Bi("Isi kolom Pertanyaan/Aspek/Dokumen.", "Fill in the column Question/Aspect/Document."),
        )
    blank = (_BLANK.fill(n=found.blank),) if found.blank else ()
    return found.items, (*extract.notes, *blank)


def as_text(items: Iterable[Item]) -> str:
    """The instrument as it is stored: canonical JSON, so that the same items are the same bytes."""
    rows = [
        {
            "number": item.number,
            "technique": item.technique,
            "code": item.code,
            "text": item.text,
            "informants": list(item.informants),
        }
        for item in items
    ]
    value = {"schema": SCHEMA, "items": rows}
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def unknown_informants(
    items: Iterable[Item], people: Iterable[Informant], groups: Iterable[tuple[str, Sequence[str]]]
) -> list[str]:
    """Names in the column of informants that are no code, position or group of the study; empty where it lists none."""
    known: set[str] = set()
    for person in people:
        known |= {code_key(person.code)}
        known |= {word.casefold() for word in (person.position, person.role_group, person.category) if word}
    if not known:
        return []
    for group, positions in groups:
        known |= {group.casefold(), *(position.casefold() for position in positions)}
    named = dict.fromkeys(name for item in items for name in item.informants)
    return [name for name in named if name.casefold() not in known and code_key(name) not in known]


# ---------------------------------------------------------------- out
def workbook(store: Store, lang: Lang) -> bytes:
    """The instrument as a workbook that `take` reads back; without one, an empty grid of the codebook to start from.

    Raises InvalidFile where the project has no sound codebook.
    """
    from kualcode.analysis.instrument.grid import lines, template
    from kualcode.analysis.instrument.guides import TITLES
    from kualcode.exports.instrument_xlsx import as_workbook

    book = codebooks.stored(store)[0]
    items = questions(store)
    title = stored_config(store).title
    above = [TITLES["grid"].get(lang), *([title] if title else []), *([] if items else [_FILL.get(lang)])]
    return as_workbook(lines(items, book, lang) if items else template(book, lang), lang, above=above)


_HEADLINE = Bi("{name} tidak dapat dipakai; tidak ada yang disimpan:", "{name} cannot be used; nothing was stored:")
_BLANK = Bi("{n} baris belum memuat pertanyaan dan dilewati.", "{n} rows hold no question yet and were passed over.")
_STRANGERS = Bi(
    "Di kolom Informan ada yang bukan kode, jabatan, atau kelompok peran di studi ini: {names}.",
    "The column Informants names what is no code, position or role group of this study: {names}.",
)
_FILL = Bi(
    "Isi kolom Pertanyaan/Aspek/Dokumen; baris yang kosong dilewati. Satu indikator boleh punya beberapa baris.",
    "Fill in the column Question/Aspect/Document; empty rows are passed over. An indicator may have several rows.",
)
