"""The figures of a project: read from accepted statements, counted up from tables, with the researcher's edits over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal, NamedTuple

from kualcode.analysis.claims.counts import Derived
from kualcode.analysis.claims.facts import STATUSES, TABLE, FactStatus, facts, table_evidence
from kualcode.analysis.claims.keys import Key, key
from kualcode.analysis.claims.shown import shown, thing
from kualcode.analysis.claims.tables import Counted, counted, of_code
from kualcode.analysis.evidence import Case, Claim, Evidence, EvidenceType
from kualcode.errors import Bi
from kualcode.model import Code, Codebook, Grid
from kualcode.store import Store
from kualcode.workflow import codebooks
from kualcode.workflow.claim_sources import Around, has_figures, has_tables
from kualcode.workflow.study import stored_config

NOTE = "claim"
Status = Literal["CONFIRMED", "SINGLE", "CONTRADICTED", "UNKEYED", "IGNORED"]
_AIMED = ("realisasi", "anggaran")  # tables of what was planned and reached
_WORST: tuple[FactStatus, ...] = ("CONTRADICTED", "CONFIRMED", "SINGLE")


class Known(NamedTuple):
    """A claim of the project, edits over it; `derived` for one that was counted up from a table."""

    claim: Claim
    derived: Derived | None = None
    ignored: bool = False
    reason: str = ""  # a person's, for an edit over a contradiction


class Listed(NamedTuple):
    """A claim as it is listed: where it stands, and what came of it."""

    known: Known
    status: Status
    place: Bi
    source: str
    line: int
    kind: EvidenceType


def claims(store: Store, evidence: Iterable[Evidence]) -> tuple[Claim, ...]:
    """The claims that can be compared, by id: of evidence that counts, and of the tables of the documents.

    What a person set aside is left out, and so is a figure of which it is not known what it measures.
    """
    return tuple(known.claim for known in every(store, evidence) if known.claim.measure and not known.ignored)


def every(store: Store, evidence: Iterable[Evidence]) -> list[Known]:
    """All claims by id, those that cannot be compared too."""
    language = stored_config(store).language
    counting = [one for one in evidence if one.counts]
    read = [Known(claim) for claim in _read(store, counting, language)]
    edits = {id_: (note.value, note.by or "") for id_, note in store.notes(NOTE).items()}
    said = [_edited(known, edits) for known in read]
    # A table stays on the codes whose figures it met before a person edited them, else an edit would hide it.
    meeting = [known.claim for known in (*read, *said)]
    tables = [_edited(known, edits) for known in _tables(store, counting, meeting, language)]
    return sorted((*said, *tables), key=lambda known: known.claim.id)


def table_records(store: Store, evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """A record of whose each figure of a table is, with how it was worked out as gist and translation.

    They serve to show a figure's source. They are no codings: among the evidence of a case they would count as voices.
    """
    found = {
        known.claim.evidence: table_evidence(known.claim.evidence, code=known.claim.code, gist=known.derived.text)
        for known in every(store, evidence)
        if known.derived is not None
    }
    return tuple(found[id_] for id_ in sorted(found))


# ---------------------------------------------------------------- where they come from
def _read(store: Store, evidence: Sequence[Evidence], language: str) -> Iterator[Claim]:
    """The claims of statements; each source is read once, in the order in which the evidence names them."""
    around: Around | None = None
    name = ""
    for one in sorted(evidence, key=lambda one: (one.doc_id, one.start, one.id)):
        if not has_figures(one, language):
            continue
        if around is None or one.doc_id != name:
            name, around = one.doc_id, Around(store.source(one.doc_id), language)
        yield from around.claims(one)


def _tables(store: Store, evidence: Sequence[Evidence], said: Sequence[Claim], language: str) -> Iterator[Known]:
    """What the tables of documents come to, on every code that has a figure of the same thing."""
    codes = _codes_by_key(said, language)
    book = codebooks.stored(store)[0]
    for name in store.source_names():
        info = store.info(name)
        if info.source_type != "documentation":
            continue
        source = store.source(name)
        if not has_tables(source):
            continue
        around = Around(source, language)
        rows = (line.cells for line in around.lines())
        by_kind: dict[str, list[Counted]] = {}
        for one in counted(rows, source=name, period=info.period, title=around.title, language=language):
            by_kind.setdefault(one.claim.evidence, []).append(one)
        for group in by_kind.values():
            for code in _codes(group, codes, evidence, name, book):
                yield from (Known(one.claim, one.derived) for one in of_code(group, code))


def _codes_by_key(said: Iterable[Claim], language: str) -> Mapping[Key, set[str]]:
    found: dict[Key, set[str]] = {}
    for claim in said:
        if mine := key(claim, language):
            found.setdefault(mine._replace(code=""), set()).add(mine.code)
    return found


def _codes(
    group: Sequence[Counted], codes: Mapping[Key, set[str]], evidence: Sequence[Evidence], name: str, book: Codebook
) -> list[str]:
    """The codes that a table speaks of: where its figures meet others, else that of most coded rows, else none.

    A table of results or of a budget is of no factor: it is of the code that wants figures, the one most coded in the
    document before those coded elsewhere.
    """
    keys = [mine for one in group if (mine := key(one.claim, book.primary_language))]
    aimed = group[0].derived.kind in _AIMED
    factors = {code.id for code in book.codes if code.kind in ("factor", "factor_group")} if aimed else set()
    meeting = sorted({code for mine in keys for code in codes.get(mine, ()) if code not in factors})
    if meeting:
        return meeting
    coded = Counter(one.code for one in evidence if one.doc_id == name and one.code not in factors)
    aims = [code.id for code in book.codes if code.claim_required and _is_of_targets(code)] if aimed else []
    if aims:
        return [max(aims, key=lambda code: coded[code])]
    return [min(coded, key=lambda code: (-coded[code], code))] if coded else [""]


def _is_of_targets(code: Code) -> bool:
    """Whether a code's name or short name says that it is of targets."""
    return any("target" in name.casefold().split() for names in (code.name, code.short) for name in names)


# ---------------------------------------------------------------- edits
def _edited(known: Known, edits: Mapping[str, tuple[Mapping[str, Any], str]]) -> Known:
    """A claim with what a person said over it."""
    if known.claim.id not in edits:
        return known
    value, by = edits[known.claim.id]
    fields = {name: said for name, said in value.items() if name in EDITABLE and name != "ignore"}
    return known._replace(
        claim=replace(known.claim, **fields, edited_by=by),
        ignored=bool(value.get("ignore")),
        reason=str(value.get("reason") or ""),
    )


EDITABLE = ("measure", "subject", "unit", "period", "modality", "partition_of", "role", "ignore")


# ---------------------------------------------------------------- what is shown
def listing(store: Store, code: str | None = None) -> list[Listed]:
    """Every claim with its place and what came of it, by code and place; `code` with its sub-codes.

    Raises InvalidFile where the project has no sound codebook, UsageError for an unknown code.
    """
    from kualcode.workflow.decide import check_code
    from kualcode.workflow.evidence import evidence

    book = codebooks.stored(store)[0]
    if code is not None:
        check_code(book, code, parents=True)
    found = tuple(evidence(store))
    known = every(store, found)
    keyed = tuple(one.claim for one in known if one.claim.measure and not one.ignored)
    status = _statuses(Case(book=book, evidence=found, claims=keyed))
    by_id = {one.id: one for one in found}
    rows = [_listed(one, by_id.get(one.claim.evidence), status) for one in known]
    wanted = [row for row in rows if code is None or _is_within(row.known.claim.code, code)]
    return sorted(wanted, key=lambda row: (row.known.claim.code, row.source, row.line, row.known.claim.id))


def _is_within(code: str, wanted: str) -> bool:
    return code == wanted or code.startswith(f"{wanted}.")


def _statuses(case: Case) -> dict[str, FactStatus]:
    """What came of each claim; of several facts the most telling."""
    found: dict[str, FactStatus] = {}
    for fact in facts(case):
        for id_ in fact.claims:
            found[id_] = min(found.get(id_, fact.status), fact.status, key=_WORST.index)
    return found


def _listed(known: Known, made: Evidence | None, status: Mapping[str, FactStatus]) -> Listed:
    claim = known.claim
    if known.ignored:
        state: Status = "IGNORED"
    else:
        state = status.get(claim.id, "UNKEYED")
    if made is None:
        source = claim.evidence.removeprefix(TABLE).rpartition(":")[0]
        return Listed(known, state, _TABLE_OF.fill(source=source), source, 0, "documentation")
    place = _PLACE.fill(source=made.doc_id, line=made.line_from)
    return Listed(known, state, place, made.doc_id, made.line_from, made.source_type)


def as_grid(rows: Sequence[Listed], *, everything: bool = False) -> Grid:
    """Claims as a table: those that meet another, that documents give or that a person edited; or everything."""
    shown_rows = [row for row in rows if everything or _is_telling(row)]
    counts = Counter(row.status for row in rows)
    notes = [_COUNTS.fill(**{status.lower(): counts[status] for status in STATUS_NAMES})]
    if len(shown_rows) < len(rows):
        notes.append(_MORE.fill(n=len(rows) - len(shown_rows)))
    notes += [
        _derivation(row) for row in shown_rows if row.known.derived is not None and row.known.claim.role == "value"
    ]
    notes += [
        _REASON.fill(id=row.known.claim.id, by=row.known.claim.edited_by, reason=row.known.reason)
        for row in rows
        if row.known.reason
    ]
    return Grid(_TITLE, _COLUMNS, tuple(map(_row, shown_rows)), tuple(dict.fromkeys(notes)))


def _is_telling(row: Listed) -> bool:
    """Whether a figure says something beside what one person said once."""
    if row.known.claim.edited_by is not None or row.status in ("CONFIRMED", "CONTRADICTED"):
        return True
    return row.kind == "documentation" and row.status == "SINGLE"


def _row(row: Listed) -> tuple[Bi | str | int, ...]:
    claim = row.known.claim
    key_shown = thing(claim) if claim.measure else _NO_KEY
    return claim.id, claim.code, key_shown, shown(claim.quantity, claim.unit), row.place, STATUS_NAMES[row.status]


def _derivation(row: Listed) -> Bi:
    derived = row.known.derived
    text = derived.text if derived else Bi("", "")
    return Bi(f"{row.source}: {text.id}", f"{row.source}: {text.en}")


def as_records(rows: Iterable[Listed]) -> Iterator[dict[str, object]]:
    """Claims for machines: the record of the evidence file, with place, status and how a table's figure came about."""
    from kualcode.workflow.evidence import claim_record

    for row in rows:
        derived = row.known.derived
        yield {
            **claim_record(row.known.claim),
            "source": row.source,
            "line": row.line or None,
            "status": row.status,
            "edited_by": row.known.claim.edited_by,
            "reason": row.known.reason or None,
            "derivation": None if derived is None else derived.text.en,
            "derivation_id": None if derived is None else derived.text.id,
        }


STATUS_NAMES: dict[Status, Bi] = {
    "CONFIRMED": STATUSES["CONFIRMED"],
    "CONTRADICTED": STATUSES["CONTRADICTED"],
    "SINGLE": STATUSES["SINGLE"],
    "UNKEYED": Bi("belum jelas mengukur apa", "not known what it measures"),
    "IGNORED": Bi("dikesampingkan", "set aside"),
}
_TITLE = Bi("Angka dalam bukti yang diterima", "Figures in the accepted evidence")
_COLUMNS = (
    Bi("ID", "ID"),
    Bi("Kode", "Code"),
    Bi("Tentang", "Of what"),
    Bi("Angka", "Figure"),
    Bi("Tempat", "Place"),
    Bi("Status", "Status"),
)
_NO_KEY = Bi("?", "?")
_PLACE = Bi("{source}, brs. {line}", "{source}, line {line}")
_TABLE_OF = Bi("{source}, dihitung dari tabel", "{source}, counted from its table")
_COUNTS = Bi(
    "{confirmed} terkonfirmasi, {contradicted} bertentangan, {single} dari satu teknik, "
    "{unkeyed} belum jelas mengukur apa, {ignored} dikesampingkan.",
    "{confirmed} confirmed, {contradicted} contradictory, {single} from one technique, "
    "{unkeyed} not known what they measure, {ignored} set aside.",
)
_REASON = Bi("{id}: alasan {by}: {reason}", "{id}: reason of {by}: {reason}")
_MORE = Bi(
    "{n} angka tidak ditampilkan; semuanya: kualcode claims --all",
    "{n} figures are not shown; all of them: kualcode claims --all",
)
