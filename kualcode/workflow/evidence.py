"""What triangulation counts, out of the project: a passage that people coded is one piece of evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any, NamedTuple

from kualcode.analysis.evidence import TECHNIQUES, Case, Evidence, Technique
from kualcode.model import CAUSALS, Coding, Source
from kualcode.store import Query, Store
from kualcode.text import line_of, line_starts, sha256
from kualcode.workflow import codebooks, voices
from kualcode.workflow.records import Record, Records
from kualcode.workflow.study import stored_config
from kualcode.workflow.voices import VOICE, counted_type


class Counted(NamedTuple):
    """How many passages are in, and how far people have decided on them."""

    accepted: int
    suggested: int
    disputed: int


def case(store: Store, *, provisional: bool = False) -> Case:
    """Everything that triangulation rests on. Only accepted passages count; provisional ones count suggestions too.

    Raises InvalidFile where the project has no sound codebook.
    """
    from kualcode.workflow import instrument, judged, resolve
    from kualcode.workflow.claims import claims

    book = codebooks.stored(store)[0]
    found = tuple(_provisional(one) if provisional else one for one in evidence(store))
    config = stored_config(store)
    return Case(
        book=book,
        evidence=found,
        claims=tuple(claims(store, found)),
        voices=voice_totals(store),
        asked={str(technique): codes for technique, codes in instrument.asked(store).items()},
        design=config.design,
        resolutions=resolve.resolutions(store),
        negative_cases=judged.negative_cases(store),
        judgements=judged.judgements(store, book),
        recommendations=judged.recommendations(store),
    )


def counted(store: Store) -> Counted:
    """How many passages people have accepted, how many nobody has read, and on how many coders differ."""
    states = store.tally(("status",), Query())
    return Counted(states[("accepted",)], states[("suggested",)], states[("disputed",)])


def evidence(store: Store, query: Query | None = None) -> Iterator[Evidence]:
    """One record a passage (a span with a code), whatever has been decided on it, in the order of the store.

    Where coders differ in status or stance it is disputed. What they hold together stands: the smallest strength,
    the weakest cause, and a facet only if they share it.
    """
    asked = query or Query()
    known = Records(store)
    rows = voices.codings(store, replace(asked, status=frozenset()))
    for _, pairs in groupby(rows, key=lambda row: row[1].name):
        found = list(pairs)
        source = found[0][1]
        lines = line_starts(source.text)
        codings = (coding for coding, _ in found)
        for _, passage in groupby(codings, key=lambda c: (c.start, c.end, c.code)):
            one = _evidence(known, source, lines, list(passage))
            if not asked.status or one.status in asked.status:
                yield one


def voice_totals(store: Store) -> dict[str, int]:
    """How many voices each technique has in all, whether or not they speak of a code."""
    found: dict[Technique, set[str]] = {technique: set() for technique in TECHNIQUES}
    for name in store.source_names():
        info = store.info(name)
        kind = info.source_type
        if kind in ("observation", "documentation") and (named := getattr(info, VOICE[kind])):
            found[kind].add(named)
    found["interview"] = set(Records(store).spoken())
    return {technique: len(keys) for technique, keys in found.items()}


def records(store: Store, query: Query | None = None) -> Iterator[Record]:
    """Evidence as records of the contract, claims after the statement that makes them."""
    from kualcode.workflow.claims import claims

    found = tuple(evidence(store, query))
    by_evidence: dict[str, list[Any]] = {}
    extra: list[Any] = []
    ids = {one.id for one in found}
    for claim in claims(store, found):
        (by_evidence.setdefault(claim.evidence, []) if claim.evidence in ids else extra).append(claim)
    for one in found:
        made = by_evidence.get(one.id, [])
        yield _record(one, [claim.id for claim in made])
        yield from map(claim_record, made)
    yield from map(claim_record, extra)


def claim_record(claim: Any) -> Record:  # noqa: ANN401 - kualcode.analysis.evidence.Claim; fractions as text
    """A claim as a line of its own; figures are exact fractions, written as "92.4" or "1/3"."""
    quantity = claim.quantity
    return {
        "id": claim.id,
        "evidence": claim.evidence,
        "code": claim.code,
        "measure": claim.measure,
        "subject": claim.subject,
        "unit": claim.unit,
        "period": claim.period,
        "modality": claim.modality,
        "lo": _exact(quantity.lo),
        "hi": _exact(quantity.hi),
        "lo_open": quantity.lo_open,
        "hi_open": quantity.hi_open,
        "integer": quantity.integer,
        "approx": quantity.approx,
        "aggregate": quantity.aggregate,
        "step": _exact(quantity.step),
        "partition_of": claim.partition_of,
        "role": claim.role,
        "raw": quantity.raw,
        "start": quantity.start,  # in the quote
        "end": quantity.end,
    }


def _exact(value: Any) -> str | None:  # noqa: ANN401 - a Fraction or None
    return None if value is None else str(value)


# ---------------------------------------------------------------- one passage
def _evidence(known: Records, source: Source, lines: Sequence[int], rows: list[Coding]) -> Evidence:
    rows = [row for row in rows if row.coder is not None] or rows
    first = next((row for row in rows if row.status == "accepted"), rows[0])
    about: Any = known.known(first, source)
    kind = counted_type(source.info, about["informant"])
    facets = {row.facet for row in rows}
    return Evidence(
        id=first.id,
        source_type=kind,
        code=first.code,
        stance=first.stance,
        doc_id=source.name,
        turn=str(first.turn),
        facet=first.facet if len(facets) == 1 else None,
        strength=min(row.strength for row in rows),
        status=_status(rows),
        causal=min((row.causal for row in rows), key=_weakest),
        informant=about["informant"] or known.shown(source),
        session_id=about["session_id"],
        doc_family=about["doc_family"],
        doc_class=about["doc_class"],
        date=about["date"],
        period=about["period"],
        role=about["role"],
        role_group=about["role_group"],
        category=known.category(source, first.turn),
        consent=about["consent"],
        start=first.start,
        end=first.end,
        line_from=line_of(lines, first.start),
        line_to=line_of(lines, first.end - 1),
        quote=first.quote,
        quote_found=source.text[first.start : first.end] == first.quote,
        gist=first.gist,
        translation=first.translation,
        coder=", ".join(sorted({row.coder for row in rows if row.coder})) or None,
    )


def _weakest(causal: str) -> int:
    return ("none", "implied", "stated").index(causal) if causal in CAUSALS else 0


def _status(rows: Iterable[Coding]) -> Any:  # noqa: ANN401 - a Status
    """What people make of a passage together (as store.tally has it), and of its stance."""
    states = {row.status for row in rows}
    stances = {row.stance for row in rows if row.status == "accepted"}
    if "disputed" in states or {"accepted", "rejected"} <= states or len(stances) > 1:
        return "disputed"
    return next(iter(states))


def _provisional(one: Evidence) -> Evidence:
    return replace(one, status="accepted") if one.status == "suggested" else one


def _record(one: Evidence, claims: list[str]) -> Record:
    """An evidence record of the contract (method 1.3)."""
    return {
        "id": one.id,
        "source_type": one.source_type,
        "inherited": one.inherited,
        "doc_id": one.doc_id,
        "turn": int(one.turn),
        "doc_family": one.doc_family,
        "doc_class": one.doc_class,
        "session_id": one.session_id,
        "date": one.date,
        "period": one.period,
        "informant": one.informant,
        "role": one.role,
        "role_group": one.role_group,
        "category": one.category,
        "consent": one.consent,
        "code": one.code,
        "quote": one.quote,  # some rules on figures read the words around them
        "facet": one.facet,
        "stance": one.stance,
        "causal": one.causal,
        "strength": one.strength,
        "coder": one.coder,
        "status": one.status,
        "claims": claims,
        "aggregate": one.aggregate,
        "span": {
            "start": one.start,
            "end": one.end,
            "line_from": one.line_from,
            "line_to": one.line_to,
            "text_sha256": sha256(one.quote),
        },
    }
