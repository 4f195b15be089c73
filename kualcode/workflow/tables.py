"""Counts of codings as tables. What is rejected is never counted; what nobody has read is said to be so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from kualcode.errors import Bi
from kualcode.model import SOURCE_TYPES, Codebook, Grid, Status
from kualcode.store import Query, Store

TYPE_NAMES = {
    "interview": Bi("Wawancara", "Interview"),
    "observation": Bi("Observasi", "Observation"),
    "documentation": Bi("Dokumentasi", "Documentation"),
    "unattributed": Bi("Tanpa jenis", "Unattributed"),
}
STATUS_NAMES: dict[Status, Bi] = {
    "suggested": Bi("terbuka", "open"),
    "accepted": Bi("diterima", "accepted"),
    "rejected": Bi("ditolak", "rejected"),
    "disputed": Bi("disengketakan", "disputed"),
    "withdrawn": Bi("ditarik", "withdrawn"),
}
STANCE_NAMES = {
    "positive": Bi("positif", "positive"),
    "negative": Bi("negatif", "negative"),
    "mixed": Bi("campuran", "mixed"),
    "neutral": Bi("netral", "neutral"),
}
_COUNTED: frozenset[Status] = frozenset({"suggested", "accepted"})
_GONE = Bi("(tidak lagi di codebook)", "(no longer in the codebook)")
_CODE, _NAME, _TOTAL = Bi("Kode", "Code"), Bi("Nama", "Name"), Bi("Jumlah", "Total")


def by_source_type(store: Store, book: Codebook, query: Query | None = None) -> Grid:
    """Codes by source type, with how many are accepted and how many still open."""
    asked = _counted(query)
    counts = store.tally(("code", "source_type"), asked)
    states = store.tally(("code", "status"), query or Query())
    types = [kind for kind in SOURCE_TYPES if kind != "unattributed" or any(key[1] == kind for key in counts)]

    def row(code: str) -> list[int]:
        cells = [counts[code, kind] for kind in types]
        return [*cells, sum(cells), *(states[code, status] for status in ("accepted", "suggested", "rejected"))]

    columns = (
        *(TYPE_NAMES[kind] for kind in types),
        _TOTAL,
        *(STATUS_NAMES[status] for status in ("accepted", "suggested", "rejected")),
    )
    used = frozenset(key[0] for key in states)
    title = Bi("Kode menurut jenis sumber", "Codes by source type")
    return _grid(title, _listed(book, used), columns, row, _unread(states))


def by_informant(store: Store, book: Codebook, query: Query | None = None) -> Grid:
    """Codes by informant; interviews only."""
    asked = replace(_counted(query), source_type="interview")
    counts = store.tally(("code", "informant"), asked)
    people = sorted({key[1] for key in counts})
    columns = (*(Bi(person or "?", person or "?") for person in people), _TOTAL)

    def row(code: str) -> list[int]:
        cells = [counts[code, person] for person in people]
        return [*cells, sum(cells)]

    notes = _unread(store.tally(("code", "status"), replace(query or Query(), source_type="interview")))
    used = frozenset(key[0] for key in counts)
    return _grid(Bi("Kode menurut informan", "Codes by informant"), _listed(book, used), columns, row, notes)


def as_json(store: Store, book: Codebook, query: Query | None = None) -> dict[str, Any]:
    """Counts by code and source type, and by code and status, for machines."""
    counts = store.tally(("code", "source_type"), _counted(query))
    states = store.tally(("code", "status"), query or Query())
    people = store.tally(("code", "informant"), replace(_counted(query), source_type="interview"))
    used = frozenset(key[0] for key in states)
    known = [line.code for line in _listed(book, used) if line.counted]
    return {
        "schema": "kualcode.codes/1",
        "codes": {
            code: {
                "source_types": {kind: counts[code, kind] for kind in SOURCE_TYPES},
                "informants": {key[1]: n for key, n in sorted(people.items()) if key[0] == code},
                "status": {key[1]: n for key, n in sorted(states.items()) if key[0] == code},
            }
            for code in known
        },
    }


def gaps(store: Store, book: Codebook) -> list[tuple[str, list[str]]]:
    """Codes with the source types that hold nothing on them, in codebook order."""
    counts = store.tally(("code", "source_type"), _counted(None))
    found = [
        (code.id, [str(kind) for kind in SOURCE_TYPES[:3] if not counts[code.id, kind]])
        for code in book.codes
        if code.codable and code.retired is None and code.kind != "indicator"
    ]
    return [(code, missing) for code, missing in found if missing]


def _counted(query: Query | None) -> Query:
    asked = query or Query()
    return asked if asked.status else replace(asked, status=_COUNTED)


class _Line(NamedTuple):
    """A row's head: a code with its name; a group of factors only carries the rows below it."""

    code: str
    shown: str
    name: Bi
    counted: bool


def _listed(book: Codebook, used: frozenset[str]) -> list[_Line]:
    """The codes in codebook order, and after them those that codings still have and the codebook no longer."""
    lines = [
        _Line(code.id, _indented(book, code.id), code.name, code.codable or code.id in used) for code in book.codes
    ]
    return [*lines, *(_Line(code, code, _GONE, True) for code in sorted(used - set(book.by_id)))]


def _grid(
    title: Bi, lines: Sequence[_Line], columns: Sequence[Bi], row: Callable[[str], list[int]], notes: Iterable[Bi]
) -> Grid:
    cells = {line.code: row(line.code) for line in lines if line.counted}
    blank = [""] * len(columns)
    rows = [(line.shown, line.name, *cells.get(line.code, blank)) for line in lines]
    totals = [sum(column) for column in zip(*cells.values(), strict=True)] or blank
    return Grid(title, (_CODE, _NAME, *columns), (*rows, ("", _TOTAL, *totals)), tuple(notes))


def _indented(book: Codebook, code: str) -> str:
    depth, parent = 0, book.by_id[code].parent
    while parent is not None:
        depth, parent = depth + 1, book.by_id[parent].parent
    return "  " * depth + code


def _unread(states: Counter[tuple[str, ...]]) -> list[Bi]:
    """What share a person has decided; without it a table looks surer than it is."""
    totals: Counter[str] = Counter()
    for key, count in states.items():
        totals[key[1]] += count
    still_open, known = totals["suggested"], totals.total()
    if not known:
        return [Bi("Belum ada kode.", "No codings yet.")]
    if not still_open:
        return [Bi("Semua {n} usulan sudah diputuskan.", "All {n} suggestions are decided.").fill(n=known)]
    return [
        Bi(
            "SEMENTARA: {open} dari {n} masih usulan mesin yang belum dibaca orang "
            "({accepted} diterima, {rejected} ditolak).",
            "PROVISIONAL: {open} of {n} are suggestions that nobody has read yet "
            "({accepted} accepted, {rejected} rejected).",
        ).fill(open=still_open, n=known, accepted=totals["accepted"], rejected=totals["rejected"])
    ]
