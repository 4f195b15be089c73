"""Small studies of figures: "I1: 10-15 tamu per hari" is what one informant says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from kualcode.analysis.claims.reading import Context, read
from kualcode.analysis.evidence import Case, Claim, Evidence, EvidenceType
from kualcode.errors import Bi
from kualcode.model import Codebook, Lexicon

TYPES: dict[str, EvidenceType] = {
    "I": "interview",
    "O": "observation",
    "D": "documentation",
    "U": "unattributed",
    "P": "pooled",
}
FIELD = {"I": "informant", "O": "session_id", "D": "doc_family"}
BOOK = Codebook("uji", "1.0.0", "draft", ("id", "en"), "id", Bi("Uji", "Test"), "", (), Lexicon(), ())


def evidence(voice: str, quote: str = "", code: str = "X", **more: Any) -> Evidence:
    """One statement of a voice: I1 is an informant, O1 a session, D1 a document."""
    named = {FIELD[voice[0]]: voice} if voice[0] in FIELD else {}
    known = {"id": f"{voice}:{quote[:40]}", "doc_id": voice, "quote": quote, "turn": "1", **named, **more}
    return Evidence(source_type=TYPES[voice[0]], code=code, stance="neutral", **known)


def claims_of(one: Evidence, question: str = "", **more: Any) -> list[Claim]:
    """The claims of a statement; a figure of a document holds for its period."""
    period = one.period if one.source_type == "documentation" else None
    return read(
        one.quote,
        code=one.code,
        evidence=one.id,
        period=period,
        context=Context(question=question, date=one.date),
        **more,
    )


def case(*statements: Evidence, claims: Iterable[Claim] | None = None, **more: Any) -> Case:
    """A case of statements, with the claims that they make unless others are given."""
    found = tuple(claims) if claims is not None else tuple(c for one in statements for c in claims_of(one) if c.measure)
    return Case(book=BOOK, evidence=statements, claims=found, **more)


def one(text: str, **more: Any) -> Claim:
    """The only claim of a text."""
    found = read(text, code="X", **more)
    assert len(found) == 1, found
    return found[0]


def key_of(claim: Claim) -> tuple[str, str, str]:
    """Measure, subject and modality of a claim, as they are shown."""
    return claim.measure, claim.subject, claim.modality


def keyed(claim: Claim, **more: Any) -> Claim:
    """The claim with parts of its key changed."""
    return replace(claim, **more)
