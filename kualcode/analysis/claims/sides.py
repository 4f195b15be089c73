"""Every side of a contradiction among figures: who gives which figure, and how a table's mean came about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from kualcode.analysis.claims.counts import length
from kualcode.analysis.claims.facts import TABLE, Fact
from kualcode.analysis.claims.shown import in_english, number, shown, thing
from kualcode.analysis.evidence import TECHNIQUES, Claim, Evidence, EvidenceType
from kualcode.analysis.layouts.quotes import sheet
from kualcode.analysis.rules.given import Given
from kualcode.analysis.words import TECHNIQUES as NAMES
from kualcode.errors import Bi
from kualcode.language.quantity import compare

_MONTHS = 10  # more months than this, and a mean rounded to a tenth no longer tells its total
_DAYS = 400


def sides(fact: Fact, claims: Mapping[str, Claim], evidence: Mapping[str, Evidence]) -> Bi:
    """ "tamu per hari, 2025: 20-25 (wawancara I-01, I-03); rata-rata 31 (dokumentasi D-5)"."""
    members = [claims[id_] for id_ in fact.claims]
    first = next((claim for claim in members if claim.period == fact.period), members[0])
    what = thing(replace(first, measure=fact.measure, period=fact.period))
    given = _given(members, claims.values(), evidence)
    return Bi(f"{what.id}: {given.id}", f"{what.en}: {given.en}")


def other_periods(fact: Fact, others: Sequence[Fact], known: Given) -> Bi:
    """Figures of the same thing for other periods, and with which of the sides they agree; empty where none are."""
    claims = {claim.id: claim for claim in known.claims}
    mine = [claims[id_] for id_ in fact.claims]
    parts = []
    for other in others:
        more = [claims[id_] for id_ in other.claims if id_ not in fact.claims]
        if not more:
            continue
        agreeing = [one for one in mine if all(compare(one.quantity, two.quantity) != "DISSONANCE" for two in more)]
        part = _FOR.fill(period=other.period or "?", given=_given(more, known.claims, known.evidence))
        figures = _joined(dict.fromkeys(shown(one.quantity, one.unit) for one in agreeing), ", ")
        with_ = _AGREES.fill(figures=figures) if agreeing else Bi("", "")
        parts.append(Bi(part.id + with_.id, part.en + with_.en))
    return _BESIDE.fill(parts=_joined(parts, "; ")) if parts else Bi("", "")


def _given(members: Sequence[Claim], everything: Iterable[Claim], evidence: Mapping[str, Evidence]) -> Bi:
    """Figures with their sources by technique; equal figures stand once."""
    known = list(everything)
    by_figure: dict[Bi, list[Claim]] = {}
    for claim in members:
        by_figure.setdefault(shown(claim.quantity, claim.unit), []).append(claim)
    order: dict[EvidenceType, int] = {kind: at for at, kind in enumerate(TECHNIQUES)}
    parts = []
    for figure, claims in by_figure.items():
        names = sorted({(order.get(kind, len(order)), kind, sheet(one)) for one, kind in _makers(claims, evidence)})
        kinds = dict.fromkeys(kind for _, kind, _ in names)
        who = [(NAMES[kind], ", ".join(name for _, of, name in names if of == kind)) for kind in kinds]
        how = dict.fromkeys(found for claim in claims if (found := derivation(claim, known)))
        listed = _joined([Bi(f"{kind.id} {name}", f"{kind.en} {name}") for kind, name in who], ", ")
        inner = _joined([listed, *how], ": ")
        parts.append((names[0], Bi(f"{figure.id} ({inner.id})", f"{figure.en} ({inner.en})")))
    return _joined([part for _, part in sorted(parts)], "; ")


def _makers(claims: Iterable[Claim], evidence: Mapping[str, Evidence]) -> list[tuple[Evidence, EvidenceType]]:
    return [(evidence[claim.id], evidence[claim.id].source_type) for claim in claims]


def derivation(claim: Claim, claims: Iterable[Claim]) -> Bi | None:
    """How the mean of a table came about: "394 tamu / 18 hari"; None where that cannot be told for certain.

    The mean is exact to a tenth; months are those of its period, and days those by which the table's total gives it.
    """
    mean = claim.quantity.lo
    if not claim.evidence.startswith(TABLE) or claim.quantity.aggregate != "mean" or not mean:
        return None
    noun, _, per = claim.measure.partition(" per ")
    if per in ("bulan", "month"):
        months = length(claim.period)
        total = Fraction(round(mean * months))
        return _over(total, noun, months, per) if 0 < months < _MONTHS else None
    for one in claims:
        same = one.evidence == claim.evidence and one.period == claim.period and one.quantity.integer
        total = one.quantity.lo or Fraction(0)
        days = round(total / mean)
        if same and 0 < days < _DAYS and Fraction(round(total / days * 10), 10) == mean:
            return _over(total, noun, days, per)
    return None


def _over(total: Fraction, noun: str, n: int, per: str) -> Bi:
    figure = number(total)
    return Bi(f"{figure.id} {noun} / {n} {per}", f"{figure.en} {in_english(noun)} / {n} {in_english(per)}")


def _joined(parts: Iterable[Bi], sign: str) -> Bi:
    found = list(parts)
    return Bi(sign.join(part.id for part in found), sign.join(part.en for part in found))


_FOR = Bi("{period}: {given}", "{period}: {given}")
_AGREES = Bi(", sejalan dengan {figures}", ", in agreement with {figures}")
_BESIDE = Bi("Untuk periode lain, {parts}.", "For other periods, {parts}.")
