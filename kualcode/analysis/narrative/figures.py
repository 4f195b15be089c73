"""Figures that were given on a code: what, by whom, and how far they are confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from kualcode.analysis.claims.facts import TABLE, table_evidence
from kualcode.analysis.claims.shown import shown
from kualcode.analysis.evidence import Claim
from kualcode.analysis.findings.finding import Figure, Finding
from kualcode.analysis.layouts.figures import about
from kualcode.analysis.layouts.quotes import sheet
from kualcode.analysis.narrative.said import Sentence
from kualcode.analysis.narrative.words import group_name, joined, listed, number, plain, sentence
from kualcode.errors import Bi

_JOINT = "agregat"  # many who were reported as one have no code of their own
_SHOWN = 5  # figures of one kind that a sentence gives


def notable(finding: Finding) -> list[Figure]:
    """Figures worth a sentence: those that meet others, and of the rest those that a person has looked at.

    Confirmed ones come first, else they stand in the order of the facts.
    """
    order = ("CONFIRMED", "CONTRADICTED", "SINGLE")
    found = [f for f in finding.figures if f.fact.status != "SINGLE" or any(claim.edited_by for claim in f.claims)]
    return sorted(found, key=lambda one: order.index(one.fact.status))


def others(finding: Finding) -> Sentence | None:
    """How many figures one source alone gives; they can be looked at by themselves."""
    rest = len(finding.figures) - len(notable(finding))
    if not rest:
        return None
    return Sentence(
        sentence((_OTHER if rest == 1 else _OTHERS).fill(n=number(rest))),
        finding.id,
        ("CLAIM SINGLE",),
        numbers=(("figures", str(rest)),),
    )


def figures(finding: Finding) -> Iterator[Sentence]:
    """A sentence for the notable figures that stand alike: "Angka yang hanya berasal dari wawancara: ..." """
    for (status, techniques), alike in groupby(notable(finding), lambda one: (one.fact.status, one.fact.techniques)):
        found = list(alike)
        given = [claim for figure in found for claim in figure.claims]
        head = _HEADS[status].fill(techniques=listed(group_name("technique", one) for one in techniques))
        yield Sentence(
            sentence(_HEADED.fill(head=head, figures=joined((_given(finding, one) for one in found), "; "))),
            finding.id,
            (f"CLAIM {status}",),
            tuple(dict.fromkeys(claim.evidence for claim in given)),
            tuple(dict.fromkeys(claim for figure in found for claim in figure.fact.claims)),
            tuple((claim.id, claim.quantity.raw) for claim in given),
        )


def told(finding: Finding, figure: Figure) -> Bi:
    """ "tamu per hari, Februari 2026: 20-25 (I-04) dan 22 (D-3); dikonfirmasi oleh wawancara dan dokumentasi"."""
    fact = figure.fact
    return _TOLD.fill(
        given=_given(finding, figure),
        status=_STATUSES[fact.status].fill(techniques=listed(group_name("technique", t) for t in fact.techniques)),
    )


def _given(finding: Finding, figure: Figure) -> Bi:
    """ "tamu per hari, Februari 2026: 20-25 (I-04 dan I-05) dan 22 (D-3)"."""
    what = about(replace(figure.claims[0], period=figure.fact.period))
    return _GIVEN.fill(about=what, values=listed(_values(finding, figure)))


def _values(finding: Finding, figure: Figure) -> list[Bi]:
    """Each figure once, with the codes of those who gave it; those that most give come first."""
    held: dict[Bi, list[str]] = {}
    for claim in figure.claims:
        held.setdefault(shown(claim.quantity, claim.unit), []).append(_who(finding, claim))
    often = sorted(held.items(), key=lambda item: (-len(set(item[1])), item[0]))
    found = [_VALUE.fill(figure=value, who=plain(sorted(set(who)))) for value, who in often[:_SHOWN]]
    return [*found, _MORE.fill(n=len(often) - _SHOWN)] if len(often) > _SHOWN else found


def _who(finding: Finding, claim: Claim) -> str:
    evidence = finding.evidence.get(claim.evidence)
    if evidence is None and claim.evidence.startswith(TABLE):
        evidence = table_evidence(claim.evidence)
    if evidence is None:
        return claim.evidence[:8]
    return _JOINT if evidence.aggregate else sheet(evidence)


_OTHER = Bi(
    "ada satu angka lain, yang hanya diberikan satu sumber (kualcode claims)",
    "one further figure is given by one source only (kualcode claims)",
)
_OTHERS = Bi(
    "ada {n} angka lain, masing-masing hanya diberikan satu sumber (kualcode claims)",
    "there are {n} further figures, each given by one source only (kualcode claims)",
)
_TOLD = Bi("{given}; {status}", "{given}; {status}")
_GIVEN = Bi("{about}: {values}", "{about}: {values}")
_HEADED = Bi("{head}: {figures}", "{head}: {figures}")
_HEADS = {
    "CONFIRMED": Bi("angka yang dikonfirmasi oleh {techniques}", "figures confirmed by {techniques}"),
    "SINGLE": Bi("angka yang hanya berasal dari {techniques}", "figures from {techniques} only"),
    "CONTRADICTED": Bi("angka yang saling bertentangan ({techniques})", "figures in contradiction ({techniques})"),
}
_VALUE = Bi("{figure} ({who})", "{figure} ({who})")
_MORE = Bi("{n} angka lain", "{n} further figures")
_STATUSES = {
    "CONFIRMED": Bi("dikonfirmasi oleh {techniques}", "confirmed by {techniques}"),
    "SINGLE": Bi("hanya dari {techniques}", "from {techniques} only"),
    "CONTRADICTED": Bi("saling bertentangan ({techniques})", "in contradiction ({techniques})"),
}
