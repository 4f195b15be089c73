"""How sure a statement is, 4 HIGH to 1 VERY_LOW, and what took each point (method 1.7).

There are no upgrades: from HIGH, every reason takes what it costs. "Tingkat keyakinan terhadap temuan" follows the
idea of GRADE-CERQual and is no more than an adaptation of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kualcode.analysis.triangulation import reasons as say
from kualcode.analysis.triangulation.gates import contradicts, unexplained
from kualcode.analysis.triangulation.judging import Bench
from kualcode.analysis.triangulation.standing import together
from kualcode.analysis.verdicts import CodeVerdict, Level, Reason
from kualcode.errors import Bi

LEVELS: tuple[Level, ...] = ("VERY_LOW", "LOW", "MODERATE", "HIGH")
CAP = 3  # MODERATE
GROUPS_WANTED = 3  # on every axis; on that of sources and of time more do not raise it


def level(reasons: Sequence[Reason]) -> Level:
    """HIGH less the costs, at least VERY_LOW, at most MODERATE where a reason caps it."""
    points = max(1, len(LEVELS) - sum(one.cost for one in reasons))
    return LEVELS[(min(points, CAP) if any(one.caps for one in reasons) else points) - 1]


def confidence(bench: Bench, row: CodeVerdict) -> tuple[Level | None, tuple[Reason, ...]]:
    """The level and its reasons; None where no group takes a side."""
    if row.k == 0:
        return None, ()
    found = (*_verdict(bench, row), *_doubts(bench, row), *_evidence(bench, row), *_axes(bench, row))
    return level(found), found


def _reason(name: str, text: Bi, cost: int, **values: object) -> Reason:
    return Reason(name, text.fill(**values), cost=cost)


def _verdict(bench: Bench, row: CodeVerdict) -> Iterator[Reason]:
    groups = say.GROUPS[bench.axis]
    missing = GROUPS_WANTED - row.k
    if missing > 0:
        yield _reason(f"{row.k} of 3 {groups.en}", say.FEW_GROUPS, missing, k=row.k, groups=groups)
    if row.verdict == "DISSONANCE":
        yield _reason("DISSONANCE", say.VERDICTS["DISSONANCE"], 2, groups=groups)
    if row.verdict == "PARTIAL":
        yield _reason("PARTIAL", say.VERDICTS["PARTIAL"], 1, groups=groups)


def _doubts(bench: Bench, row: CodeVerdict) -> Iterator[Reason]:
    """Rules that fire on the code or below it (T7 apart), resolved or not; voices to the contrary."""
    flags = [flag for code in (row.code, *bench.under[row.code]) for flag in bench.flags.get(code, ())]
    rules = sorted({flag.rule for flag in flags if contradicts(flag) and flag.rule != "T7"})
    if rules:
        yield _reason(", ".join(rules), say.RULES, 1, rules=", ".join(rules))
    voices = unexplained(bench, row, row.code)
    if voices:
        yield _reason("deviant unexplained", say.DEVIANT, 1, voices=", ".join(voices))


def _evidence(bench: Bench, row: CodeVerdict) -> Iterator[Reason]:
    """Too few interview voices, neutral ones counted too; nothing stronger than hearsay."""
    known = together(bench.standing(code) for code in (row.code, *bench.under[row.code]))
    spoken, least = len(known.informants), bench.limits.min_informants
    if 0 < spoken < least:
        yield _reason(f"{spoken} of {least} informants", say.FEW_INFORMANTS, 1, n=spoken, least=least)
    if known.strongest <= 1:
        yield _reason("no strength above 1", say.WEAK, 1)


def _axes(bench: Bench, row: CodeVerdict) -> Iterator[Reason]:
    for axis in bench.apart.get(row.code, ()):
        text = say.OTHER_AXIS_CAP.fill(axis=say.AXIS[axis])
        yield Reason(f"DISSONANCE on {axis}", text, caps=True)
