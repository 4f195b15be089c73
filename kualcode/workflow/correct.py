"""A researcher's corrections to what is known about a source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kualcode import segment
from kualcode.errors import Bi, UsageError
from kualcode.model import Cell, Extract, SourceInfo, Table
from kualcode.store import Store
from kualcode.workflow.ingest import Intake
from kualcode.workflow.project import root
from kualcode.workflow.study import load, spelled
from kualcode.workflow.words import near_source, no_source

_WHERE = "sources set"


def set_info(store: Store, name: str, values: Sequence[str], *, by: str) -> list[Bi]:
    """Take FIELD=VALUE corrections for one source; what was done, line by line. An empty value means not known.

    A source of another type is divided into turns again; decisions keep their places. Values are understood as in
    sources.csv. Raises UsageError for an unknown field or value, NotFound for an unknown source, InvalidFile.
    """
    asked = dict(_pair(value) for value in values)
    folder = root(store)
    study = load(folder)
    with store.atomic():
        if name not in store.source_names(include_hidden=True):
            raise no_source(name, near_source(name, store.source_names()))
        before = store.info(name).source_type
        after = store.set_info(name, _understood(name, asked, list(store.informants())), by)
        lines = [
            Bi("{name}: {n} keterangan dibetulkan oleh {by}.", "{name}: {n} facts corrected by {by}.").fill(
                name=name, n=len(asked), by=by
            )
        ]
        if after.source_type != before:
            done = Intake(store, folder, study).again(name, divide=True)
            lines += [Bi(f"{name}: {note.id}", f"{name}: {note.en}") for note in done.notes]
            lines += [_AGAIN] if done.outcome == "updated" else []
    return lines


_AGAIN = Bi(
    "Giliran bicaranya dibaca ulang menurut jenis itu. Lanjut: kualcode tag",
    "Its turns were read again as that type asks. Next: kualcode tag",
)


def _pair(text: str) -> tuple[str, str | None]:
    field, sign, value = text.partition("=")
    if not sign:
        raise UsageError(
            Bi("{text!r} bukan KETERANGAN=NILAI.", "{text!r} is not FIELD=VALUE.").fill(text=text),
            Bi("Contoh: informant=I-03", "Example: informant=I-03"),
        )
    return field.strip(), value.strip() or None


def _understood(name: str, asked: Mapping[str, str | None], people: Sequence[str]) -> dict[str, str | None]:
    """Values in stored form, read as a row of sources.csv; unknown fields are left to the store to refuse."""
    given = {field: value for field, value in asked.items() if value and field in SourceInfo.__slots__}
    listed, problems = segment.sources_csv(_row({"file": name, **given}), _WHERE)
    if problems:
        raise UsageError(problems[0].what, problems[0].fix)
    known = listed[name] if name in listed else next(iter(listed.values()), SourceInfo())
    stored = {field: getattr(known, field) for field in given}
    if stored.get("informant"):
        stored["informant"] = spelled(stored["informant"], people)
    return {**asked, **stored}


def _row(values: Mapping[str, str]) -> Extract:
    """A header and one row of a table, as a reader would give them."""
    text, rows = "", []
    for line in (list(values), list(values.values())):
        cells = []
        for word in line:
            cells.append(Cell(len(text), len(text) + len(word)))
            text += word + "\t"
        rows.append(tuple(cells))
    return Extract("csv", text, (Table("", tuple(rows)),))
