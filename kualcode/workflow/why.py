"""From a coding back to its quote, its place in a source, and the rule."""

from __future__ import annotations

from dataclasses import dataclass

from kualcode.errors import Bi
from kualcode.model import Code, Coding
from kualcode.store import Store, reason_from_json
from kualcode.tagging.explain import sentence
from kualcode.workflow import codebooks
from kualcode.workflow.search import Place, place_of
from kualcode.workflow.tables import STANCE_NAMES, STATUS_NAMES


@dataclass(frozen=True, slots=True)
class Why:
    """Everything that a coding rests on."""

    coding: Coding
    place: Place
    code: Code | None
    sentence: Bi
    machine_reason: str  # JSON; "null" for a person's own coding
    decisions: tuple[Coding, ...]  # of persons on the machine's suggestion, by coder


def why(store: Store, prefix: str) -> Why:
    """Explain the coding whose id begins so. Raises NotFound."""
    coding = store.coding(prefix)
    machine = store.suggestion(prefix)
    book, _ = codebooks.stored(store)
    place = place_of(store, coding)
    reason = reason_from_json(machine.reason) if machine is not None else None
    told = (
        _decided(coding)
        if reason is None or machine is None
        else sentence(place.source.text, machine.code, machine.stance, reason, book)
    )
    known = book.by_id.get(coding.code)
    reason_json = machine.reason if machine is not None else "null"
    return Why(coding, place, known, told, reason_json, store.decisions_on(prefix))


def decided(found: Why) -> list[Bi]:
    """Who decided what on the suggestion, and under which id: a line a person."""
    return [
        _DECISION.fill(
            status=Bi(*map(str.capitalize, STATUS_NAMES[own.status])),
            instead=_instead(found.coding, own),
            coder=own.coder,
            at=(own.decided_at or "?")[:16].replace("T", " "),
            id=own.id[:8],
        )
        for own in found.decisions
    ]


_DECISION = Bi("{status}{instead} oleh {coder} pada {at} (id {id}).", "{status}{instead} by {coder} at {at} (id {id}).")


def _instead(coding: Coding, own: Coding) -> Bi:
    """The code and stance that a person gave, where they are not those of the coding."""
    if (own.code, own.stance) == (coding.code, coding.stance):
        return Bi("", "")
    return Bi(" sebagai {code} {stance}", " as {code} {stance}").fill(code=own.code, stance=STANCE_NAMES[own.stance])


def _decided(coding: Coding) -> Bi:
    return Bi("Dikodekan oleh {coder}, bukan oleh mesin.", "Coded by {coder}, not by the machine.").fill(
        coder=coding.coder or "?"
    )
