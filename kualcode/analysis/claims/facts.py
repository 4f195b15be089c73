"""Whether the figures of different voices agree: facts, confirmed, single or contradicted (method 1.5).

Intervals that do not meet are a contradiction; else a single value within the other's interval, or Jaccard's
|x n y| / |x u y| >= 1/2, is agreement (kualcode.language.quantity.compare). A figure whose period nobody said may
hold for any year, month or day of its measure; which ones were taken so is kept in the fact.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import merge
from operator import itemgetter
from typing import Literal

from kualcode.analysis.claims.keys import Key, is_read, key
from kualcode.analysis.claims.pairs import Held, Pair, clashes, compared
from kualcode.analysis.claims.shown import said_by, thing
from kualcode.analysis.evidence import TECHNIQUES, VOICE_FIELD, Case, Claim, Evidence, Modality, Technique
from kualcode.errors import Bi
from kualcode.language.quantity import Agreement, Quantity, compare

FactStatus = Literal["CONFIRMED", "SINGLE", "CONTRADICTED"]
TABLE = "tabel:"  # how the evidence id of a figure counted up from a table begins
STATUSES: dict[FactStatus, Bi] = {
    "CONFIRMED": Bi("terkonfirmasi", "confirmed"),
    "SINGLE": Bi("hanya satu teknik", "one technique only"),
    "CONTRADICTED": Bi("bertentangan", "contradictory"),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """What all voices say of one thing, period and code."""

    code: str
    measure: str
    subject: str
    unit: str
    period: str | None  # None: nobody said for which
    modality: Modality
    status: FactStatus
    claims: tuple[str, ...]  # ids, in order
    evidence: tuple[str, ...]
    said: Bi  # "tamu per hari, 2025: 20–25 (wawancara), 31 (dokumentasi)"
    numbers: tuple[tuple[str, str], ...]  # id of a claim, and its figure: ("CL-4f0a91b2c7", "20..25")
    techniques: tuple[Technique, ...]  # that hold it
    voices: int
    pairs: tuple[Pair, ...] = ()  # all; of more than PAIRS_SHOWN figures those that tell who contradicts another
    clashes: tuple[tuple[Technique, Technique], ...] = ()  # techniques that contradict each other; one with itself too
    assumed: tuple[str, ...] = ()  # claims without a said period, taken to hold for this one

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes it belongs to."""
        return (self.code,) if self.code else ()

    @property
    def text(self) -> Bi:
        """What is said and what came of it, in a line."""
        return Bi(f"{self.said.id}; {STATUSES[self.status].id}", f"{self.said.en}; {STATUSES[self.status].en}")

    @property
    def disputed(self) -> tuple[str, ...]:
        """The claims that contradict another, in order; of equal figures one."""
        return tuple(sorted({id_ for pair in self.pairs if pair.verdict == "DISSONANCE" for id_ in pair[:2]}))


def compare_claims(one: Claim, other: Claim, language: str = "id") -> Agreement | None:
    """Whether two claims agree; None where they are not known to be of one thing or are of different periods."""
    mine = key(one, language)
    if mine is None or mine != key(other, language):
        return None
    if one.period != other.period and not (_is_open(one.period, other.period) or _is_open(other.period, one.period)):
        return None
    return compare(one.quantity, other.quantity)


def _is_open(said: str | None, period: str | None) -> bool:
    """Whether a figure of no said period may hold for one; "tahun lalu" is no period that others can be of."""
    return said is None and is_read(period)


def holder(claim: Claim, known: Mapping[str, Evidence]) -> Evidence | None:
    """The evidence that makes a claim; None where there is none or it does not count.

    A figure counted up from a table is no coding: it speaks for its document, and is not among the evidence.
    """
    found = known.get(claim.evidence)
    if found is None and claim.evidence.startswith(TABLE):
        return table_evidence(claim.evidence, code=claim.code)
    return found if found is not None and found.counts else None


def table_evidence(evidence: str, *, code: str = "", gist: Bi = Bi("", "")) -> Evidence:  # noqa: B008 - a tuple
    """A record that says whose a table's figure is: neutral, and a voice of documentation.

    It belongs to facts only; among the evidence of a case it would count as a voice on its code. `gist` is how the
    figure was worked out, kept as gist and translation.
    """
    document = evidence.removeprefix(TABLE).rpartition(":")[0]
    return Evidence(
        id=evidence,
        source_type="documentation",
        code=code,
        stance="neutral",
        doc_id=document,
        doc_family=document,
        doc_class="register",
        gist=gist.id,
        translation=gist.en,
    )


def facts(case: Case) -> tuple[Fact, ...]:
    """Every thing of which a figure is given, by code, measure, subject and period; counted evidence only."""
    language = case.book.primary_language
    known = {one.id: one for one in case.evidence}
    families = {one.doc_id: one.doc_family for one in case.evidence if one.doc_family}
    groups: dict[Key, list[Held]] = {}
    for claim in sorted(case.claims, key=lambda claim: claim.id):
        made, mine = holder(claim, known), key(claim, language)
        if made is not None and mine is not None:
            groups.setdefault(mine, []).append(_held(claim, made, families))
    found = [fact for mine, held in groups.items() for fact in _by_period(mine, held)]
    return tuple(sorted(found, key=lambda fact: (fact.code, fact.measure, fact.claims, fact.period or "")))


def _held(claim: Claim, evidence: Evidence, families: Mapping[str, str | None]) -> Held:
    """A claim with its technique and voice; a table speaks for the family of its document."""
    kind = evidence.source_type
    if kind not in TECHNIQUES:
        return Held(claim, kind, None, f"{kind}:{evidence.doc_id or evidence.id}")
    named = "(agregat)" if evidence.aggregate else getattr(evidence, VOICE_FIELD[kind])
    if evidence.id.startswith(TABLE):
        named = families.get(evidence.doc_id) or named
    return Held(claim, kind, kind, f"{kind}:{named or evidence.doc_id or evidence.id}")


def _by_period(mine: Key, held: Sequence[Held]) -> Iterator[Fact]:
    """A fact for every period said; what was said of none belongs to each that can be read."""
    by_period: defaultdict[str | None, list[tuple[int, Held]]] = defaultdict(list)
    for placed in enumerate(held):
        by_period[placed[1].claim.period].append(placed)
    unsaid = by_period.pop(None, [])
    for period, own in sorted(by_period.items(), key=lambda item: item[0] or ""):
        open_ = unsaid if is_read(period) else []
        yield _fact(mine, [one for _, one in merge(own, open_, key=itemgetter(0))], period)
    if unsaid and not any(map(is_read, by_period)):
        yield _fact(mine, [one for _, one in unsaid], None)


def _fact(mine: Key, members: Sequence[Held], period: str | None) -> Fact:
    claims = [one.claim for one in members]
    first = next((claim for claim in claims if claim.period == period), claims[0])
    pairs = compared(members)
    techniques = tuple(technique for technique in TECHNIQUES if any(one.technique == technique for one in members))
    return Fact(
        code=mine.code,
        measure=mine.measure,
        subject=first.subject,
        unit=first.unit,
        period=period,
        modality=mine.modality,
        status=_status(pairs, techniques),
        claims=tuple(claim.id for claim in claims),
        evidence=tuple(dict.fromkeys(claim.evidence for claim in claims)),
        said=_said(replace(first, measure=mine.measure, period=period), members),
        numbers=tuple((claim.id, _exact(claim.quantity)) for claim in claims),
        techniques=techniques,
        voices=len({one.voice for one in members}),
        pairs=pairs,
        clashes=clashes(members),
        assumed=tuple(claim.id for claim in claims if period is not None and claim.period is None),
    )


def _status(pairs: Sequence[Pair], techniques: Sequence[Technique]) -> FactStatus:
    if any(pair.verdict == "DISSONANCE" for pair in pairs):
        return "CONTRADICTED"
    return "CONFIRMED" if len(techniques) > 1 else "SINGLE"


def _said(first: Claim, members: Sequence[Held]) -> Bi:
    what, who = thing(first), said_by([one.claim for one in members], {one.claim.id: one.kind for one in members})
    return Bi(f"{what.id}: {who.id}", f"{what.en}: {who.en}")


def _exact(quantity: Quantity) -> str:
    return str(quantity.lo) if quantity.is_single else f"{quantity.lo}..{'' if quantity.hi is None else quantity.hi}"
