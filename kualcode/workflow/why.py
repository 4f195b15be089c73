"""From a coding back to its quote, its place in a source, and the rule."""

from __future__ import annotations

from dataclasses import dataclass

from kualcode.errors import Bi
from kualcode.model import Code, Coding
from kualcode.store import Store, reason_from_json
from kualcode.tagging.explain import sentence
from kualcode.workflow import codebooks
from kualcode.workflow.search import Place, place_of


@dataclass(frozen=True, slots=True)
class Why:
    """Everything that a coding rests on."""

    coding: Coding
    place: Place
    code: Code | None
    sentence: Bi
    machine_reason: str  # JSON; "null" for a person's own coding


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
    return Why(coding, place, book.by_id.get(coding.code), told, machine.reason if machine is not None else "null")


def _decided(coding: Coding) -> Bi:
    return Bi("Dikodekan oleh {coder}, bukan oleh mesin.", "Coded by {coder}, not by the machine.").fill(
        coder=coding.coder or "?"
    )
