"""Figures that a table of a document gives: they have no direction, and are no voice, but they are data."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kualcode.analysis import words
from kualcode.analysis.claims.facts import TABLE, Fact, facts, table_evidence
from kualcode.analysis.claims.shown import MODALITIES, in_english, shown, thing
from kualcode.analysis.evidence import Case, Claim
from kualcode.analysis.layouts import quotes
from kualcode.document import NOTHING
from kualcode.errors import Bi

MOST = 3  # figures that a cell names
_FIGURE = Bi("{what}: {value} ({who})", "{what}: {value} ({who})")
_ONLY, _ALSO = Bi("hanya angka: {figures}", "figures only: {figures}"), Bi("angka: {figures}", "figures: {figures}")
_MORE = Bi("dan {n} angka lagi", "and {n} more figures")


def of_tables(case: Case) -> dict[str, tuple[Bi, ...]]:
    """Figures counted up from tables by code: those that another technique gives too first, then the widest period."""
    claims = {claim.id: claim for claim in case.claims}
    found: dict[str, dict[Bi, None]] = {}
    for fact in sorted(facts(case), key=_rank):
        for claim in (claims[one] for one in fact.claims):
            if claim.evidence.startswith(TABLE):
                found.setdefault(fact.code, {})[_told(claim)] = None
    return {code: tuple(told) for code, told in found.items()}


def only(figures: Sequence[Bi]) -> Bi:
    """The cell of a technique that takes no side and gives figures: "hanya angka: kali terlambat ...: 47 (D-4)"."""
    return _listed(_ONLY, figures)


def also(figures: Sequence[Bi]) -> Bi:
    """The line of a cell that has voices too; nothing where there are no figures."""
    return _listed(_ALSO, figures) if figures else NOTHING


def _listed(told: Bi, figures: Sequence[Bi]) -> Bi:
    rest = len(figures) - MOST
    more = _MORE.fill(n=rest) if rest > 0 else NOTHING
    return told.fill(figures=words.joined([*figures[:MOST], more], "; "))


def _rank(fact: Fact) -> tuple[int, bool, str, str, str]:
    period = fact.period or ""
    return -len(fact.techniques), "/" not in period, period, fact.measure, fact.subject


def _told(claim: Claim) -> Bi:
    """ "kali terlambat, Januari 2026-Maret 2026: 47 (D-4)"."""
    what = about(claim)
    who = quotes.sheet(table_evidence(claim.evidence))
    return _FIGURE.fill(what=what, value=shown(claim.quantity, claim.unit), who=who)


def about(claim: Claim) -> Bi:
    """Of what a figure is, as a text has it: "tamu per hari, Februari 2026", "perekaman KTP-el (jiwa), target 2025"."""
    named = _named(claim)
    when = quotes.stretch(claim.period) if claim.period else NOTHING
    mode = MODALITIES[claim.modality] if claim.modality != "realised" else NOTHING
    return words.joined([named, words.joined([mode, when], " ")])


def _named(claim: Claim) -> Bi:
    """What is counted; a bare unit of counting stands behind it in brackets, since it does not say what is counted."""
    if claim.measure not in _COUNTERS or not claim.subject:
        return _written(thing(replace(claim, period=None, modality="realised")))
    subject, unit = in_english(claim.subject), in_english(claim.measure)
    english = f"{subject} ({unit})"
    return _written(Bi(f"{claim.subject} ({claim.measure})", english))


def _written(text: Bi) -> Bi:
    """Keys are in small letters; abbreviations are not."""
    return Bi(*(_SHORT.sub(lambda found: found[0].upper(), one) for one in (text.id, text.en)))


_COUNTERS = frozenset(
    ("kali", "unit", "buah", "orang", "jiwa", "hari", "jam", "menit", "minggu", "bulan", "tahun", "meter", "lembar")
)
_SHORT = re.compile(r"\b(?:ktp|kk|sop|opd|asn|pns|pppk|nik|bpjs)\b")
