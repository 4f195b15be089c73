"""A finding as plain values, for files and machines: the record of method 5.1. Keys are English and stable."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kualcode.analysis.findings.finding import Contradiction, Finding, Run
from kualcode.analysis.narrative.claims import suggestion
from kualcode.analysis.narrative.closing import limits_in_words
from kualcode.analysis.narrative.words import joined
from kualcode.analysis.verdicts import SameSource, Voice
from kualcode.errors import Bi
from kualcode.model import Codebook

SCHEMA = "kualcode.findings/1"


def record(finding: Finding, book: Codebook, run: Run) -> dict[str, Any]:
    """One finding; what the machine suggests stands apart from what the researcher holds; blocked, it suggests none."""
    verdict, own = finding.verdict, finding.own
    suggested = Bi("", "") if finding.blocked else suggestion(finding, book)
    return {
        "id": finding.id,
        "code": finding.code.id,
        "codebook_version": book.version,
        "claim": _both(finding.claim),
        "suggested_claim": _both(suggested) if suggested.id else None,
        "claim_check": [_both(remark) for remark in finding.claim_check],
        "label": own.label if own else None,
        "label_as_written": finding.label_word or (own.label if own else None),
        "label_by": "researcher" if own and own.label else None,
        "memo": own.memo if own else "",
        "rests_on": list(own.rests_on) if own else [],
        "suggested_label": verdict.label,
        "label_note": _both(verdict.label_note),
        "status": verdict.status,
        "condition_only": verdict.condition_only,
        "verdict": verdict.verdict,
        "stances": {group.name: group.sign for group in verdict.groups},
        "silences": {group.name: group.silence for group in verdict.groups if group.silence},
        "k": verdict.k,
        "k_parts": verdict.k_parts,
        "chosen": verdict.chosen._asdict() if verdict.chosen else None,
        "voices": {group.name: len(group.voices) for group in verdict.groups},
        "roles": finding.roles,
        "same_source": [same_source(one) for one in verdict.same_source],
        "recode": list(verdict.recode),
        **_views(finding),
        "quotes": [_quote(finding, n) for n in range(len(finding.quotes))],
        "facts": [_figure(finding, n) for n in range(len(finding.figures))],
        "deviant": [
            {
                "voice": case.voice.key,
                "technique": case.voice.technique,
                "gist": _both(case.gist if case.gist.id else None),
                "explanation": _both(case.explanation if case.explanation.id else None),
                "revised_claim": case.revised,
                "evidence": list(case.voice.evidence),
            }
            for case in finding.negatives
        ],
        "camps": {side: list(keys) for side, keys in verdict.camps.items()},
        "camp_voices": {side: [voice_id(one) for one in voices] for side, voices in verdict.camp_voices.items()},
        "contradictions": [_contradiction(one) for one in (*finding.contradictions, *finding.below)],
        "gate": verdict.gate,
        "gate_reasons": [reason.id for reason in verdict.gate_reasons],
        "confidence": {"level": verdict.confidence, "reasons": [reason.id for reason in verdict.reasons]},
        "member_check": finding.checked._asdict(),
        "limitation": _both(joined(limits_in_words(book, finding.limits), "; ")),
        "explains": list(finding.explains),
        "recommends": list(finding.recommends),
        "theory_link": _both(finding.theory),
        "run": run._asdict(),
    }


def records(findings: Iterable[Finding], book: Codebook, run: Run) -> list[dict[str, Any]]:
    """Every finding, in codebook order."""
    return [record(finding, book, run) for finding in findings]


def _both(text: Bi | None) -> dict[str, str] | None:
    return None if text is None else {"id": text.id, "en": text.en}


def _views(finding: Finding) -> dict[str, list[dict[str, Any]]]:
    found = finding.verdict.views
    return {
        "same": [{"facet": v.facet, "groups": list(v.same)} for v in found if v.same and not v.specific],
        "different": [{"facet": v.facet, "groups": list(v.different)} for v in found if v.different],
        "specific": [{"facet": v.facet, "group": v.specific} for v in found if v.specific],
    }


def _quote(finding: Finding, n: int) -> dict[str, Any]:
    one, group, why = finding.quotes[n]
    return {
        "evidence": one.id,
        "text": one.quote,
        "translation": one.translation,
        "pseudonym": one.informant if one.source_type == "interview" else None,
        "role_group": one.role_group,
        "group": group,
        "why": why,
        "stance": one.stance,
        "doc": one.doc_id,
        "date": one.date,
        "lines": [one.line_from, one.line_to],
        "mc": one.member_check,
    }


def _figure(finding: Finding, n: int) -> dict[str, Any]:
    fact, claims = finding.figures[n]
    return {
        "measure": fact.measure,
        "subject": fact.subject,
        "unit": fact.unit,
        "period": fact.period,
        "modality": fact.modality,
        "status": fact.status,
        "techniques": list(fact.techniques),
        "values": [{"claim_id": c.id, "value": c.quantity.raw, "evidence": c.evidence} for c in claims],
    }


def _contradiction(found: Contradiction) -> dict[str, Any]:
    decided = found.resolution
    return {
        "rule": found.rule,
        "code": found.code,
        "severity": found.severity,
        "message": _both(found.message),
        "evidence": list(found.evidence),
        "resolution": None
        if decided is None
        else {
            "decision": decided.decision,
            "rationale": decided.rationale,
            "by": decided.by,
            "date": decided.date,
            "member_check_ref": decided.member_check_ref,
            "side": decided.side,
            "also": list(decided.also),
            "of": decided.of or None,
        },
    }


def same_source(found: SameSource) -> dict[str, Any]:
    """An informant whom two or more techniques know, with how she stands in each."""
    return {"source": found.source, "stances": dict(found.stances)}


def voice_id(voice: Voice) -> dict[str, str | None]:
    """What tells a voice from every other: techniques may share a name."""
    return {"voice": voice.key, "technique": voice.technique}


def voice_record(voice: Voice) -> dict[str, Any]:
    """A voice with its units for and against, and its evidence."""
    return {
        "voice": voice.key,
        "technique": voice.technique,
        "sign": voice.sign,
        "positive": voice.positive,
        "negative": voice.negative,
        "evidence": list(voice.evidence),
    }
