"""How sure a statement is, 4 HIGH to 1 VERY_LOW, and what took each point (method 1.7).

There are no upgrades: from HIGH, every reason takes what it costs. "Tingkat keyakinan terhadap temuan" follows the
idea of GRADE-CERQual and is no more than an adaptation of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kualcode.analysis import words
from kualcode.analysis.triangulation import reasons as say
from kualcode.analysis.triangulation.gates import contradicts, named, unexplained, verdict_text
from kualcode.analysis.triangulation.judging import Bench
from kualcode.analysis.triangulation.parents import GENERAL
from kualcode.analysis.triangulation.standing import Standing, together
from kualcode.analysis.verdicts import CodeVerdict, Level, Reason
from kualcode.errors import Bi

LEVELS: tuple[Level, ...] = ("VERY_LOW", "LOW", "MODERATE", "HIGH")
CAP = 3  # MODERATE
GROUPS_WANTED = 3  # on every axis, however many a study has: more do not raise it, and fewer are not enough


def level(reasons: Sequence[Reason]) -> Level:
    """HIGH less the costs, at least VERY_LOW, at most MODERATE where a reason caps it."""
    points = max(1, len(LEVELS) - sum(one.cost for one in reasons))
    return LEVELS[(min(points, CAP) if any(one.caps for one in reasons) else points) - 1]


def confidence(
    bench: Bench, row: CodeVerdict, parts: Sequence[CodeVerdict] = ()
) -> tuple[Level | None, tuple[Reason, ...]]:
    """The level and its reasons; None where no group takes a side. `parts` are the judged children of a parent."""
    if row.k == 0:
        return None, ()
    found = (*_verdict(bench, row), *_doubts(bench, row), *_evidence(bench, row), *_axes(bench, row))
    found = (*found, *_parts(bench, row, parts, found))
    return level(found), found


def _parts(bench: Bench, row: CodeVerdict, parts: Sequence[CodeVerdict], found: Sequence[Reason]) -> Iterator[Reason]:
    """That a parent is no surer than the surest of its parts: three techniques on none are not three on the whole."""
    points = [LEVELS.index(known) + 1 for part in parts if (known := _of_part(bench, row.code, part))]
    own = max(1, len(LEVELS) - sum(one.cost for one in found))
    if not points or own <= max(points):
        return
    most = max(part.k for part in parts)
    text = say.PARTS_FEWER if most < row.k else say.PARTS_WEAKER
    said = {
        "k": row.k,
        "groups": words.GROUPS[bench.axis],
        "most": most,
        "level": words.LEVELS[LEVELS[max(points) - 1]],
    }
    yield _reason("no surer than its parts", text, own - max(points), **said)


def _of_part(bench: Bench, code: str, part: CodeVerdict) -> Level | None:
    """The level of a part; of what was said of the whole, by its own verdict, voices and evidence."""
    if part.code != GENERAL or part.k == 0:
        return part.confidence
    return level((*_verdict(bench, part), *_strength(bench, bench.standing(code))))


def _reason(name: str, text: Bi, cost: int, **values: object) -> Reason:
    return Reason(name, text.fill(**values), cost=cost)


def _verdict(bench: Bench, row: CodeVerdict) -> Iterator[Reason]:
    groups = say.GROUPS[bench.axis]
    missing, n, counted = GROUPS_WANTED - row.k, len(row.groups), words.GROUPS[bench.axis]
    if missing > 0:
        text = say.FEW_GROUPS if bench.axis == "technique" else say.FEW_OF_STUDY
        said = {"k": row.k, "n": n, "wanted": GROUPS_WANTED, "groups": counted, "Groups": words.capital(counted)}
        yield _reason(f"{row.k} of {n} {counted.en}", text, missing, **said)
    if row.verdict == "DISSONANCE":
        yield _reason("DISSONANCE", verdict_text(bench, row), 2, groups=groups)
    if row.verdict == "PARTIAL":
        yield _reason("PARTIAL", verdict_text(bench, row), 1, groups=groups)


def _doubts(bench: Bench, row: CodeVerdict) -> Iterator[Reason]:
    """Rules that fire on the code or below it (T7 apart), resolved or not; voices to the contrary."""
    flags = [flag for code in (row.code, *bench.under[row.code]) for flag in bench.flags.get(code, ())]
    rules = sorted({flag.rule for flag in flags if contradicts(flag) and flag.rule != "T7"})
    if rules:
        yield _reason(", ".join(rules), say.RULES, 1, rules=", ".join(rules))
    voices = unexplained(bench, row, row.code)
    if voices:
        yield _reason("deviant unexplained", say.DEVIANT, 1, voices=named(voices, row))


def _evidence(bench: Bench, row: CodeVerdict) -> Iterator[Reason]:
    """Too few interview voices, neutral ones counted too; nothing stronger than hearsay."""
    yield from _strength(bench, together(bench.standing(code) for code in (row.code, *bench.under[row.code])))


def _strength(bench: Bench, known: Standing) -> Iterator[Reason]:
    spoken, least = len(known.informants), bench.limits.min_informants
    if 0 < spoken < least:
        yield _reason(f"{spoken} of {least} informants", say.FEW_INFORMANTS, 1, n=spoken, least=least)
    if known.strongest <= 1:
        yield _reason("no strength above 1", say.WEAK, 1)


def _axes(bench: Bench, row: CodeVerdict) -> Iterator[Reason]:
    for axis in bench.apart.get(row.code, ()):
        text = say.OTHER_AXIS_CAP.fill(axis=say.AXIS[axis])
        yield Reason(f"DISSONANCE on {axis}", text, caps=True)
