"""What is in a project, what is missing, and what to do next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kualcode.config import StudyConfig
from kualcode.errors import Bi, InvalidFile
from kualcode.model import Codebook, Grid, Informant
from kualcode.store import Query, Store
from kualcode.workflow import codebooks, project, tables
from kualcode.workflow.records import Record, Records
from kualcode.workflow.study import closed, stored_config
from kualcode.workflow.voices import VOICE

CONSENTS = {
    "unrecorded": Bi("belum dicatat", "not recorded"),
    "declared": Bi("dinyatakan", "declared"),
    "recorded": Bi("tercatat", "recorded"),
    "refused": Bi("menolak", "refused"),
    "withdrawn": Bi("ditarik", "withdrawn"),
}
CLASSES = {
    "transcript": Bi("transkrip", "transcript"),
    "field_note": Bi("catatan lapangan", "field notes"),
    "plan": Bi("rencana", "plan"),
    "report": Bi("laporan", "report"),
    "register": Bi("register", "register"),
    "decree": Bi("surat keputusan", "decree"),
    "photo": Bi("foto", "photo"),
}
# What should be known about a source: its voice, without which it counts as unattributed, and its date.
_NEEDED = {
    "interview": (VOICE["interview"], "date"),
    "observation": (VOICE["observation"], "date"),
    "documentation": (VOICE["documentation"],),
    "unattributed": ("source_type",),
}
_FIELDS = {
    "informant": Bi("informan", "informant"),
    "date": Bi("tanggal", "date"),
    "session_id": Bi("sesi", "session"),
    "doc_family": Bi("keluarga dokumen", "document family"),
    "source_type": Bi("jenis sumber", "source type"),
}


@dataclass(frozen=True, slots=True)
class Status:
    """What a project holds."""

    path: str
    codebook: Codebook | None
    sources: tuple[Record, ...]
    informants: tuple[Informant, ...]
    states: dict[str, int]
    counts: Grid | None
    gaps: tuple[tuple[str, list[str]], ...]
    config: StudyConfig


def status(store: Store) -> Status:
    """Look at a project."""
    try:
        book: Codebook | None = codebooks.stored(store)[0]
    except InvalidFile:
        book = None
    states = {key[0]: count for key, count in sorted(store.tally(("status",), Query()).items())}
    return Status(
        str(store.path),
        book,
        tuple(Records(store).sources()),
        shown_informants(store),
        states,
        tables.by_source_type(store, book) if book else None,
        tuple(tables.gaps(store, book)) if book else (),
        stored_config(store),
    )


def as_json(found: Status) -> dict[str, Any]:
    """The same for machines."""
    return {
        "schema": "kualcode.status/1",
        "project": found.path,
        "title": found.config.title,
        "researcher": found.config.researcher,
        "research_questions": list(found.config.research_questions),
        "codebook": {"id": found.codebook.id, "version": found.codebook.version} if found.codebook else None,
        "sources": dict(sorted(Counter(str(s["source_type"]) for s in found.sources).items())),
        "informants": len(found.informants),
        "codings": found.states,
        "gaps": dict(found.gaps),
        "not_asked": dict(_gaps(found, asked=False)),
    }


def overview(found: Status) -> Grid:
    """Sources by type and how far the deciding has come."""
    kinds = Counter(str(s["source_type"]) for s in found.sources)
    words = Counter[str]()
    for source in found.sources:
        words[str(source["source_type"])] += int(str(source["words"]))
    rows = [(tables.TYPE_NAMES[kind], kinds[kind], words[kind]) for kind in tables.TYPE_NAMES if kinds[kind]]
    book = found.codebook
    notes = (
        Bi("Codebook: {name}", "Codebook: {name}").fill(
            name=f"{book.id} {book.version}" if book else Bi("belum ada", "none yet")
        ),
        Bi("Informan: {n}", "Informants: {n}").fill(n=len(found.informants)),
        Bi("Kode: {states}", "Codings: {states}").fill(states=_states(found.states)),
    )
    return Grid(
        Bi("Isi proyek", "What is in"),
        (Bi("Jenis sumber", "Source type"), Bi("Berkas", "Files"), Bi("Kata", "Words")),
        tuple(rows),
        (*_about(found.config), *notes),
    )


def _about(config: StudyConfig) -> Iterator[Bi]:
    """What the study says about itself."""
    if config.title:
        yield Bi("Judul: {title}", "Title: {title}").fill(title=config.title)
    if config.researcher:
        yield Bi("Peneliti: {name}", "Researcher: {name}").fill(name=config.researcher)
    for n, question in enumerate(config.research_questions, start=1):
        yield Bi("Rumusan masalah {n}: {text}", "Research question {n}: {text}").fill(n=n, text=question)


def _states(states: dict[str, int]) -> Bi:
    named = [(tables.STATUS_NAMES[key], count) for key, count in states.items() if key in tables.STATUS_NAMES]
    if not named:
        return Bi("belum ada", "none yet")
    return Bi(
        ", ".join(f"{count} {name.id}" for name, count in named),
        ", ".join(f"{count} {name.en}" for name, count in named),
    )


def coverage(found: Status) -> Grid:
    """Codes by source type with the gaps named, and apart what the instruments did not ask."""
    assert found.counts is not None
    lines = [
        line.fill(code=code, kinds=_kinds(missing))
        for asked, line in ((None, _NO_EVIDENCE), (True, _ASKED), (False, _NOT_ASKED))
        for code, missing in _gaps(found, asked=asked)
    ]
    return Grid(Bi("Cakupan", "Coverage"), found.counts.columns, found.counts.rows, (*found.counts.notes, *lines))


_NO_EVIDENCE = Bi("Belum ada bukti: {code} dari {kinds}", "No evidence yet: {code} from {kinds}")
_ASKED = Bi("Ditanyakan, belum ada bukti: {code} dari {kinds}", "Asked, no evidence yet: {code} from {kinds}")
_NOT_ASKED = Bi("Tidak ditanyakan: {code} dalam {kinds}", "Not asked: {code} in {kinds}")


def _gaps(found: Status, *, asked: bool | None) -> list[tuple[str, list[str]]]:
    """The gaps that the guide of their technique asked about, or did not; None: where there is no guide."""
    guides = dict(found.config.guides)

    def in_guide(code: str, kind: str) -> bool | None:
        listed = guides.get(kind)
        return None if listed is None else any(code == one or code.startswith(f"{one}.") for one in listed)

    kept = [(code, [kind for kind in missing if in_guide(code, kind) is asked]) for code, missing in found.gaps]
    return [(code, missing) for code, missing in kept if missing]


def _kinds(missing: list[str]) -> Bi:
    names = [tables.TYPE_NAMES[kind] for kind in missing]
    return Bi(", ".join(n.id.lower() for n in names), ", ".join(n.en.lower() for n in names))


# ---------------------------------------------------------------- what is unknown
_UNATTRIBUTED = Bi(
    "Kutipan yang informan, sesi, keluarga dokumen atau jenis sumbernya belum diketahui masuk kolom "
    "“Tanpa sumber jelas”.",
    "Quotes whose informant, session, document family or source type is not known count as “Unattributed”.",
)


def unknowns(store: Store) -> list[Bi]:
    """What stays unknown about the sources, once, with what to do about it."""
    missing: dict[str, list[str]] = {}
    for source in Records(store).sources():
        for field in _NEEDED[str(source["source_type"])]:
            if field == "source_type" or source[field] is None:
                missing.setdefault(field, []).append(str(source["source"]))
    lines = [
        Bi("Belum diketahui {field}: {names}", "Not known, {field}: {names}").fill(
            field=_FIELDS[field], names=", ".join(names)
        )
        for field, names in missing.items()
    ]
    if set(missing) - {"date"}:
        lines.append(_UNATTRIBUTED)
    if lines:
        lines.append(
            Bi(
                "Isi di sources.csv, atau: kualcode sources set NAMA {field}=...",
                "Fill in sources.csv, or: kualcode sources set NAME {field}=...",
            ).fill(field=next(iter(missing)))
        )
    return lines


def consent_notes(store: Store) -> list[Bi]:
    """Informants whose consent is not recorded, or declared without proof: every table and export says so."""
    spoken = Records(store).spoken()
    people = [p for p in store.informants().values() if p.code in spoken]
    unlisted = sorted(spoken - {p.code for p in people})
    unrecorded = sorted([p.code for p in people if p.consent == "unrecorded"] + unlisted)
    declared = sorted(p.code for p in people if p.consent == "declared")
    lines = []
    if unrecorded:
        lines.append(
            Bi("Persetujuan belum dicatat: {codes}", "Consent not recorded: {codes}").fill(codes=", ".join(unrecorded))
        )
    if declared:
        lines.append(
            Bi(
                "Persetujuan dinyatakan, bukti belum dilampirkan: {codes} (bila sudah ada, tulis `tercatat` di kolom "
                "persetujuan pada informants.csv)",
                "Consent declared, proof not attached: {codes} (when it is there, write `recorded` in the column "
                "consent of informants.csv)",
            ).fill(codes=", ".join(declared))
        )
    return lines


def next_step(store: Store) -> Bi:
    """One thing to do now, in commands that work where the person stands."""
    states = store.tally(("status",), Query())
    if not states.total():
        step, values = _LOOK, {}
    else:
        first = next(store.codings(Query(status=frozenset({"suggested"}))), None)
        step = _ALL_DECIDED if first is None else _READ
        values = {"code": first.code, "id": first.id[:8]} if first else {}
    where, option = project.way(store.path.resolve())
    return step.fill(way=f"  {where}\n" if where else "", call=project.program(), option=option, **values)


_LOOK = Bi(
    "Lanjut, periksa sumbernya:\n{way}  {call} sources{option}",
    "Next, look at the sources:\n{way}  {call} sources{option}",
)
_ALL_DECIDED = Bi(
    "Semua usulan sudah diputuskan. Lanjut:\n{way}  {call} status{option}",
    "Every suggestion is decided. Next:\n{way}  {call} status{option}",
)
_READ = Bi(
    "Lanjut, baca dan putuskan:\n{way}"
    "  {call} quotes {code}{option}             kutipan kode ini dalam konteksnya\n"
    "  {call} why {id}{option}          mengapa diusulkan\n"
    "  {call} code accept {id}{option} --coder NAMA",
    "Next, read and decide:\n{way}"
    "  {call} quotes {code}{option}             quotes of this code in their context\n"
    "  {call} why {id}{option}          why it was suggested\n"
    "  {call} code accept {id}{option} --coder NAME",
)


# ---------------------------------------------------------------- lists
def shown_informants(store: Store) -> tuple[Informant, ...]:
    """Informants in code order, without those who refused or withdrew."""
    shut = closed(store)
    return tuple(person for person in store.informants().values() if person.code not in shut)


def sources_grid(store: Store) -> Grid:
    """Sources with what is known about each."""
    rows = tuple(
        (
            str(s["source"]),
            tables.TYPE_NAMES[str(s["source_type"])],
            _or_dash(s["informant"] or s["session_id"] or s["doc_family"]),
            _or_dash(s["role"]) if s["role"] else CLASSES.get(str(s["doc_class"]), _or_dash(s["doc_class"])),
            _or_dash(s["date"] or s["period"]),
            int(str(s["turns"])),
            int(str(s["words"])),
        )
        for s in Records(store).sources()
    )
    return Grid(
        Bi("Sumber", "Sources"),
        (
            Bi("Nama", "Name"),
            Bi("Jenis", "Type"),
            Bi("Informan / sesi / dokumen", "Informant / session / document"),
            Bi("Jabatan/kelas", "Role/class"),
            Bi("Tanggal/periode", "Date/period"),
            Bi("Giliran", "Turns"),
            Bi("Kata", "Words"),
        ),
        rows,
    )


def informants_grid(store: Store) -> Grid:
    """Informants; names are not kept."""
    rows = tuple(
        (
            p.code,
            _or_dash(p.position),
            _or_dash(p.role_group),
            _or_dash(p.category),
            _or_dash(p.date),
            CONSENTS.get(p.consent, p.consent),
        )
        for p in shown_informants(store)
    )
    return Grid(
        Bi("Informan", "Informants"),
        (
            Bi("Kode", "Code"),
            Bi("Jabatan", "Position"),
            Bi("Kelompok", "Group"),
            Bi("Kategori", "Category"),
            Bi("Tanggal", "Date"),
            Bi("Persetujuan", "Consent"),
        ),
        rows,
        _closed_note(store),
    )


def _closed_note(store: Store) -> tuple[Bi, ...]:
    n = len(closed(store))
    return (
        (
            Bi(
                "{n} informan menolak atau menarik persetujuan dan tidak ditampilkan di mana pun.",
                "{n} informants refused or withdrew consent and are shown nowhere.",
            ).fill(n=n),
        )
        if n
        else ()
    )


def _or_dash(value: object) -> str:
    return str(value) if value else "-"
