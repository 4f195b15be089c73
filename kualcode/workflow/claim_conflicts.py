"""Which contradictions among figures stand, and which an edit of a figure opens or closes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kualcode.analysis.claims.facts import facts
from kualcode.analysis.evidence import Case, Evidence
from kualcode.analysis.rules.flags import Flag
from kualcode.analysis.rules.numbers import check
from kualcode.errors import Bi
from kualcode.store import Store
from kualcode.workflow import codebooks
from kualcode.workflow.claims import Known

_OF = ("measure", "subject", "period")  # details by which two contradictions of one rule on one code differ
Name = tuple[str, ...]  # rule, codes, and of what: "N5", "FH.DIS", "orang per bulan", "terlambat", ""


class Standing(NamedTuple):
    """The contradictions at one moment, and the claims that stand in one."""

    named: dict[Name, Bi]
    claims: frozenset[str]


def standing(store: Store, evidence: Sequence[Evidence], known: Sequence[Known]) -> Standing:
    """What the figures of a project contradict. Raises InvalidFile where the project has no sound codebook."""
    keyed = tuple(one.claim for one in known if one.claim.measure and not one.ignored)
    case = Case(book=codebooks.stored(store)[0], evidence=tuple(evidence), claims=keyed)
    blocks = [flag for flag in check(case) if flag.severity == "BLOCK"]
    inside = {id_ for flag in blocks for id_ in flag.claims}
    inside |= {id_ for fact in facts(case) if fact.status == "CONTRADICTED" for id_ in fact.claims}
    return Standing({_name(flag): _what(flag) for flag in blocks}, frozenset(inside))


def changes(before: Standing, after: Standing) -> list[Bi]:
    """What an edit closed and opened, a line each."""
    closed = [_CLOSED.fill(what=what) for name, what in before.named.items() if name not in after.named]
    opened = [_OPENED.fill(what=what) for name, what in after.named.items() if name not in before.named]
    return [*closed, *opened]


def _name(flag: Flag) -> Name:
    details = dict(flag.details)
    return flag.rule, " ".join(flag.targets), *(details.get(name, "") for name in _OF)


def _what(flag: Flag) -> Bi:
    """ "N5 pada FH.DIS (orang per bulan terlambat, 2026-01/2026-03)"."""
    details = dict(flag.details)
    of = " ".join(details[name] for name in _OF[:2] if details.get(name))
    thing = ", ".join(part for part in (of, details.get("period", "")) if part)
    what = _ON.fill(rule=flag.rule, codes=", ".join(flag.targets))
    return Bi(f"{what.id} ({thing})", f"{what.en} ({thing})") if thing else what


_ON = Bi("{rule} pada {codes}", "{rule} on {codes}")
_CLOSED = Bi("Pertentangan {what} tidak ada lagi.", "The contradiction {what} is no longer there.")
_OPENED = Bi("Pertentangan baru: {what}.", "A new contradiction: {what}.")
