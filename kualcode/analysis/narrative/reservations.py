"""Reservations that many findings share: said once for all of them by name, and not again in every section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kualcode.analysis.evidence import AXES, Axis
from kualcode.analysis.findings.finding import Finding
from kualcode.analysis.narrative.said import Sentence
from kualcode.analysis.narrative.study import Study
from kualcode.analysis.narrative.words import AXES as NAMES
from kualcode.analysis.narrative.words import joined, listed, name, plain, sentence
from kualcode.analysis.times import apart, finer_than_weeks
from kualcode.analysis.verdicts import Reason
from kualcode.errors import Bi

_CONSENT = "CONSENT"


def is_shared(reason: Reason) -> bool:
    """Whether a reason is told for all findings together: consent, and what another axis shows."""
    return reason.id.partition(" on ")[0] == _CONSENT or any(apart(reason, axis) for axis in AXES)


def reservations(study: Study) -> Iterator[Sentence]:
    """Consent that is not recorded, and other axes on which views contradict."""
    yield from _consent(study)
    for axis in AXES:
        held = [one for one in study.stated if any(apart(reason, axis) for reason in one.verdict.gate_reasons)]
        if held:
            yield Sentence(sentence(joined([_apart(held, axis), *_advice(study, axis)], "; ")), "", (_rule(axis),))


def _consent(study: Study) -> Iterator[Sentence]:
    """Informants whose consent is not recorded, with the findings that rest on what they said."""
    held = [one for one in study.stated if any(is_consent(reason) for reason in one.verdict.gate_reasons)]
    if not held:
        return
    found = {one.id: one for finding in held for one in finding.evidence.values() if one.consent == "unrecorded"}
    who = sorted({one.informant for one in found.values() if one.informant})
    told = _UNRECORDED.fill(who=plain(who), names=_names(held))
    yield Sentence(sentence(told), "", (_CONSENT,), tuple(sorted(found)), numbers=(("informants", str(len(who))),))


def is_consent(reason: Reason) -> bool:
    """Whether a reason speaks of consent, on the code itself or on one below it."""
    return reason.id.partition(" on ")[0] == _CONSENT


def _apart(held: Iterable[Finding], axis: Axis) -> Bi:
    return _APART.fill(axis=NAMES[axis], names=_names(held))


def _advice(study: Study, axis: Axis) -> list[Bi]:
    return [_COARSER] if axis == "time" and finer_than_weeks(study.book) else []


def _names(held: Iterable[Finding]) -> Bi:
    return listed(name(one.code) for one in held)


def _rule(axis: Axis) -> str:
    return f"DISSONANCE on {axis}"


_UNRECORDED = Bi(
    "persetujuan belum dicatat untuk {who}, sehingga yang bertumpu pada keterangannya hanya dapat dinyatakan dengan "
    "catatan: {names}; catat di kolom persetujuan pada informants.csv",
    "consent is not yet recorded for {who}, so what rests on their words may be stated with reservations only: "
    "{names}; record it in the column consent of informants.csv",
)
_APART = Bi(
    "pandangan bertentangan pada {axis}, sehingga keyakinannya paling tinggi sedang: {names}",
    "views contradict in the {axis}, so confidence is moderate at most: {names}",
)
_COARSER = Bi(
    "setiap tanggal dihitung sebagai kurun waktu tersendiri; untuk membandingkan minggu atau bulan, tulis "
    "“time_bucket: week” atau “month” pada bagian triangulation di codebook",
    "each date counts as a stretch of time of its own; to compare weeks or months, write “time_bucket: week” or "
    "“month” in the section triangulation of the codebook",
)
