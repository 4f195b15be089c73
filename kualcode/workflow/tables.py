"""Counts of codings as tables. What is rejected is never counted; what nobody has read is said to be so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from kualcode.errors import Bi
from kualcode.model import SOURCE_TYPES, Codebook, Grid, SourceType, Status
from kualcode.store import Query, Store
from kualcode.workflow.voices import counted_type

TYPE_NAMES = {
    "interview": Bi("Wawancara", "Interview"),
    "observation": Bi("Observasi", "Observation"),
    "documentation": Bi("Dokumentasi", "Documentation"),
    "unattributed": Bi("Tanpa jenis", "No type"),  # of a source; evidence has COUNTED_NAMES
}
COUNTED_NAMES = {**TYPE_NAMES, "unattributed": Bi("Tanpa sumber jelas", "Unattributed")}
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
_COUNTED: frozenset[Status] = frozenset({"suggested", "accepted", "disputed"})
_GONE = Bi("(tidak lagi di codebook)", "(no longer in the codebook)")
_CODE, _NAME, _TOTAL = Bi("Kode", "Code"), Bi("Nama", "Name"), Bi("Jumlah", "Total")


class _Count(NamedTuple):
    """For how many codings these values hold; `kind` is the technique under which they count."""

    code: str
    kind: SourceType
    informant: str
    status: str
    n: int


def _counts(store: Store, query: Query | None) -> list[_Count]:
    """All codings that are asked for, by what the tables show of them."""
    asked = query or Query()
    tally = store.tally(("code", "source", "informant", "status"), replace(asked, source_type=None))
    infos = {name: store.info(name) for name in {key[1] for key in tally}}
    counts = [
        _Count(code, counted_type(infos[source], informant), informant, status, n)
        for (code, source, informant, status), n in tally.items()
    ]
    return [count for count in counts if asked.source_type in (None, count.kind)]


def _sums(counts: Iterable[_Count], *fields: str) -> Counter[tuple[str, ...]]:
    """How many codings there are for each combination of these fields."""
    sums: Counter[tuple[str, ...]] = Counter()
    for count in counts:
        sums[tuple(getattr(count, field) for field in fields)] += count.n
    return sums


def _valid(counts: Iterable[_Count], query: Query | None) -> list[_Count]:
    """Those that a table counts: what is rejected only where it was asked for."""
    wanted = (query.status if query else None) or _COUNTED
    return [count for count in counts if count.status in wanted]


def by_source_type(store: Store, book: Codebook, query: Query | None = None) -> Grid:
    """Codes by source type, with how many are accepted and how many still open."""
    found = _counts(store, query)
    counts, states = _sums(_valid(found, query), "code", "kind"), _sums(found, "code", "status")
    types = [kind for kind in SOURCE_TYPES if kind != "unattributed" or any(key[1] == kind for key in counts)]

    def row(code: str) -> list[int]:
        cells = [counts[code, kind] for kind in types]
        return [*cells, sum(cells), *(states[code, status] for status in ("accepted", "suggested", "rejected"))]

    columns = (
        *(COUNTED_NAMES[kind] for kind in types),
        _TOTAL,
        *(STATUS_NAMES[status] for status in ("accepted", "suggested", "rejected")),
    )
    used = frozenset(key[0] for key in states)
    title = Bi("Kode menurut jenis sumber", "Codes by source type")
    notes = [*_remarks(found, query), *([_UNCLEAR] if "unattributed" in types else [])]
    return _grid(title, _listed(book, used), columns, row, notes)


def by_informant(store: Store, book: Codebook, query: Query | None = None) -> Grid:
    """Codes by informant; interviews only."""
    found = _counts(store, replace(query or Query(), source_type="interview"))
    counts = _sums(_valid(found, query), "code", "informant")
    people = sorted({key[1] for key in counts})
    columns = (*(Bi(person, person) for person in people), _TOTAL)

    def row(code: str) -> list[int]:
        cells = [counts[code, person] for person in people]
        return [*cells, sum(cells)]

    used = frozenset(key[0] for key in counts)
    return _grid(
        Bi("Kode menurut informan", "Codes by informant"), _listed(book, used), columns, row, _remarks(found, query)
    )


def as_json(store: Store, book: Codebook, query: Query | None = None) -> dict[str, Any]:
    """Counts by code and source type, and by code and status, for machines."""
    found = _counts(store, query)
    valid = _valid(found, query)
    counts, states = _sums(valid, "code", "kind"), _sums(found, "code", "status")
    people = _sums((count for count in valid if count.kind == "interview"), "code", "informant")
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
    counts = _sums(_valid(_counts(store, None), None), "code", "kind")
    found = [
        (code.id, [str(kind) for kind in SOURCE_TYPES[:3] if not counts[code.id, kind]])
        for code in book.codes
        if code.codable and code.retired is None and code.kind != "indicator"
    ]
    return [(code, missing) for code, missing in found if missing]


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


def _remarks(counts: Iterable[_Count], query: Query | None) -> list[Bi]:
    """How far people have decided, and where they differ; without it a table looks surer than it is."""
    partly = query is not None and (query.status or query.coder)  # open ones may have been left out
    totals = Counter({key[0]: n for key, n in _sums(counts, "status").items()})
    still_open, known, disputed = totals["suggested"], totals.total(), totals["disputed"]
    if not known:
        return [Bi("Belum ada kode.", "No codings yet.")]
    lines = [_PROVISIONAL] if still_open else [] if partly else [_DECIDED]
    if disputed:
        lines.append(_DISPUTED)
    values = {"open": still_open, "n": known, "disputed": disputed}
    return [line.fill(**values, accepted=totals["accepted"], rejected=totals["rejected"]) for line in lines]


_PROVISIONAL = Bi(
    "SEMENTARA: {open} dari {n} masih usulan mesin yang belum dibaca orang ({accepted} diterima, {rejected} ditolak).",
    "PROVISIONAL: {open} of {n} are suggestions that nobody has read yet ({accepted} accepted, {rejected} rejected).",
)
_DECIDED = Bi(
    "Semua usulan sudah diputuskan ({accepted} kode diterima, {rejected} ditolak).",
    "All suggestions are decided ({accepted} codings accepted, {rejected} rejected).",
)
_UNCLEAR = Bi(
    "Tanpa sumber jelas: jenis sumber, informan, sesi, atau keluarga dokumennya belum diketahui.",
    "Unattributed: the source type, informant, session or document family is not known.",
)
_DISPUTED = Bi(
    "{disputed} kutipan diputuskan berbeda oleh para pengode.", "{disputed} quotes were decided differently by coders."
)
