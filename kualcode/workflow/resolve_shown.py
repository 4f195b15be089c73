"""Contradictions and resolutions laid out: a table for people, records for machines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from kualcode.analysis.evidence import Resolution
from kualcode.analysis.rules.flags import RESOLVABLE, Severity
from kualcode.analysis.words import joined
from kualcode.errors import Bi
from kualcode.model import Grid
from kualcode.store import Store
from kualcode.workflow.resolve import DECISIONS, NOTE, Contradiction, stale

SEVERITIES: dict[Severity, Bi] = {"BLOCK": Bi("menghalangi", "blocks"), "WARN": Bi("peringatan", "warning")}
_OPEN = Bi("belum diselesaikan", "not resolved")
_EVIDENCE_ONLY = Bi("hanya terangkat oleh bukti", "lifted by evidence alone")
_ALSO = Bi("Berlaku juga untuk: {names}.", "Also for: {names}.")
_TOGETHER = Bi("diputuskan bersama {rule} pada {target}", "decided together with {rule} on {target}")
_GONE = Bi(
    "Penyelesaian yang pertentangannya sudah tidak ada: {names}.", "Resolutions whose contradiction is gone: {names}."
)


def grid(store: Store, found: Sequence[Contradiction]) -> Grid:
    """Every contradiction with what was written about it."""
    rows = tuple((one.rule, one.target, SEVERITIES[one.severity], one.message, _answer(one)) for one in found)
    gone = stale(store, found)
    return Grid(
        Bi("Pertentangan dan penyelesaiannya", "Contradictions and their resolutions"),
        (
            Bi("Aturan", "Rule"),
            Bi("Sasaran", "Target"),
            Bi("Berat", "Severity"),
            Bi("Pertentangan", "Contradiction"),
            Bi("Penyelesaian", "Resolution"),
        ),
        rows,
        (_GONE.fill(names=", ".join(f"{one.rule} {one.target}" for one in gone)),) if gone else (),
    )


def _answer(one: Contradiction) -> Bi:
    if one.resolved is not None:
        return told(one.resolved)
    return _OPEN if one.rule in RESOLVABLE else _EVIDENCE_ONLY


def told(one: Resolution) -> Bi:
    """A resolution in one line: what, by whom, when, why, and for what else; of what goes with another, with which."""
    if one.of:
        rule, _, target = one.of.partition(":")
        return _TOGETHER.fill(rule=rule, target=target)
    line = Bi("{what} ({by}, {date}): {why}", "{what} ({by}, {date}): {why}").fill(
        what=DECISIONS[one.decision], by=one.by, date=one.date, why=one.rationale
    )
    return joined([line, covers(one)], " ") if one.also else line


def covers(one: Resolution) -> Bi:
    """For what else a resolution is good: "Berlaku juga untuk: N5-3f9a2c." """
    return _ALSO.fill(names=", ".join(name.partition(":")[2] for name in one.also))


def as_json(store: Store, found: Sequence[Contradiction]) -> dict[str, object]:
    """The same for machines."""
    return {
        "schema": "kualcode.resolve/1",
        "contradictions": [
            {
                "rule": one.rule,
                "target": one.target,
                "codes": list(one.codes),
                "severity": one.severity,
                "message": one.message._asdict(),
                "resolvable": one.rule in RESOLVABLE,
                "resolution": one.resolved and _record(store, one.resolved),
            }
            for one in found
        ],
        "without_contradiction": [_record(store, one) for one in stale(store, found)],
    }


def _record(store: Store, one: Resolution) -> dict[str, object]:
    """A resolution as it was written: the side apart from the rationale."""
    note = store.note(NOTE, one.of or f"{one.rule}:{one.target}")
    written = note.value if note is not None else {}
    return {
        **asdict(one),
        "rationale": written.get("rationale", one.rationale),
        "side": written.get("side"),
        "also": list(one.also),
    }
