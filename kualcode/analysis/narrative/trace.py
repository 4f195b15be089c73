"""Jejak: from every sentence and number of a text to its finding, the rules, the evidence and where that stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from kualcode.analysis.claims.facts import TABLE
from kualcode.analysis.evidence import Claim, Evidence
from kualcode.analysis.narrative.said import Part, Sentence
from kualcode.text import sha256

SCHEMA = "kualcode.trace/1"
Hash = Callable[[str], str | None]


def sentences(parts: Iterable[Part]) -> list[dict[str, Any]]:
    """Every sentence in order. Of a quote only the hash stands here: its words are in the text and in the source."""
    return [_sentence(n, said) for n, said in enumerate((s for part in parts for s in part.sentences), 1)]


def _sentence(n: int, said: Sentence) -> dict[str, Any]:
    quoted = said.rules[:1] == ("QUOTE",)
    words = {"sha256": sha256(said.text.id)} if quoted else {"id": said.text.id, "en": said.text.en}
    return {
        "n": n,
        **words,
        "finding": said.finding or None,
        "rules": [rule for rule in said.rules if rule],
        "evidence": list(said.evidence),
        "claims": list(said.claims),
        "numbers": [{"of": name, "value": value} for name, value in said.numbers],
    }


def evidence(known: Mapping[str, Evidence], wanted: Iterable[str], text_hash: Hash) -> dict[str, dict[str, Any]]:
    """Where each piece of evidence stands: source and its hash, span, lines, hash of its words, who coded it.

    `text_hash` gives the hash of a source's whole text, None where the source is not known. A figure counted up from
    a table has no span.
    """
    return {one: _place(one, known.get(one), text_hash) for one in sorted(set(wanted))}


def _place(identity: str, one: Evidence | None, text_hash: Hash) -> dict[str, Any]:
    if one is None:
        document = identity.removeprefix(TABLE).rpartition(":")[0] if identity.startswith(TABLE) else ""
        return {"source": document or None, "source_sha256": text_hash(document) if document else None}
    return {
        "source": one.doc_id,
        "source_sha256": text_hash(one.doc_id),
        "span": [one.start, one.end],
        "lines": [one.line_from, one.line_to],
        "text_sha256": sha256(one.quote),
        "source_type": one.source_type,
        "code": one.code,
        "facet": one.facet,
        "stance": one.stance,
        "strength": one.strength,
        "coder": one.coder,
    }


def claims(known: Iterable[Claim], wanted: Iterable[str]) -> dict[str, dict[str, Any]]:
    """What each figure is: the evidence that gives it, its words, its key."""
    asked = set(wanted)
    return {
        claim.id: {
            "evidence": claim.evidence,
            "raw": claim.quantity.raw,
            "span": [claim.quantity.start, claim.quantity.end],
            "measure": claim.measure,
            "subject": claim.subject,
            "unit": claim.unit,
            "period": claim.period,
            "modality": claim.modality,
        }
        for claim in sorted(known, key=lambda claim: claim.id)
        if claim.id in asked
    }
