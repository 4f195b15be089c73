"""Figures that a table of a document gives: they have no direction, and are no voice, but they are data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kualcode.analysis import words
from kualcode.analysis.claims.facts import TABLE, Fact, facts, table_evidence
from kualcode.analysis.claims.shown import shown, thing
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
    period = claim.period or ""
    dates = words.joined((quotes.stretch(part) for part in period.split("/") if part), "\u2013")
    what = words.joined([thing(replace(claim, period=None)), dates])
    who = quotes.sheet(table_evidence(claim.evidence))
    return _FIGURE.fill(what=what, value=shown(claim.quantity, claim.unit), who=who)
