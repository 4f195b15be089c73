"""What a judgement of codes rests on, made ready once for all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kualcode.analysis.evidence import AXES, Axis, Case, Judgement, Thresholds
from kualcode.analysis.rules.flags import Flag, ordered
from kualcode.analysis.triangulation.chosen import Choices, choices
from kualcode.analysis.triangulation.ledger import by_code
from kualcode.analysis.triangulation.negative_cases import Speaker
from kualcode.analysis.triangulation.parents import below, children
from kualcode.analysis.triangulation.resolutions import Written, written
from kualcode.analysis.triangulation.standing import Standing, standings
from kualcode.analysis.triangulation.thresholds import thresholds
from kualcode.analysis.triangulation.weighing import torn
from kualcode.analysis.verdicts import DIRECTIONAL, CodeVerdict, Triangulation
from kualcode.model import Code

LEAST_ROLE_GROUPS = 2
_NOTHING = Standing()


@dataclass(frozen=True, slots=True)
class Bench:
    """Everything that gates and confidence of any code ask for."""

    case: Case
    axis: Axis
    limits: Thresholds
    written: Written
    flags: Mapping[str, Sequence[Flag]]
    standings: Mapping[str, Standing]
    family: Mapping[str, Sequence[Code]]
    under: Mapping[str, Sequence[str]]  # all codes below a code
    judgements: Mapping[str, Judgement]
    apart: Mapping[str, tuple[Axis, ...]]  # other axes on which the code is in dissonance
    deviants: Mapping[str, frozenset[Speaker]]  # voices to the contrary, by code
    pooled: frozenset[str]  # evidence that credits several techniques at once
    choices: Choices  # sides preferred where groups contradict
    retired: Mapping[str, str]  # evidence under retired codes, with those codes
    too_few_groups: bool  # the design asks for role groups and fewer than two take a side anywhere

    def standing(self, code: str) -> Standing:
        """What is known of the evidence that a code has itself."""
        return self.standings.get(code, _NOTHING)


def bench(weighed: Triangulation, case: Case, flags: Sequence[Flag]) -> Bench:
    """A case and its flags made ready. Flags of the method (M1) and of the study as a whole gate no code."""
    family, limits, said = children(case.book), thresholds(case.book), written(case)
    return Bench(
        case=case,
        axis=weighed.axis,
        limits=limits,
        written=said,
        flags=_by_code(flags),
        standings=standings(case),
        family=family,
        under={code.id: below(family, code.id) for code in case.book.codes},
        judgements={one.code: one for one in case.judgements},
        apart=_apart(case, weighed.axis, limits),
        deviants={row.code: frozenset(voice.id for voice in row.deviant) for row in weighed.codes},
        pooled=frozenset(one.id for one in case.evidence if one.source_type == "pooled"),
        choices=choices(weighed, case, said.good),
        retired=_retired(case),
        too_few_groups=weighed.axis == "source" and len(_speaking(weighed.codes)) < LEAST_ROLE_GROUPS,
    )


def _retired(case: Case) -> dict[str, str]:
    gone = {code.id for code in case.book.codes if code.retired is not None}
    return {one.id: one.code for one in case.evidence if one.code in gone} if gone else {}


def settled(flags: Sequence[Flag]) -> tuple[Flag, ...]:
    """Flags in their order; of two with one id the graver stands, whichever was raised first."""
    return ordered(tuple(sorted(flags, key=lambda flag: (flag.severity == "BLOCK", flag.message, flag.details))))


def _by_code(flags: Sequence[Flag]) -> dict[str, list[Flag]]:
    found: dict[str, list[Flag]] = {}
    for flag in settled(flags):
        for target in dict.fromkeys(flag.targets):
            if not flag.rule.startswith("M"):
                found.setdefault(target, []).append(flag)
    return found


def _apart(case: Case, gates: Axis, limits: Thresholds) -> dict[str, tuple[Axis, ...]]:
    """Codes in dissonance on the axes that do not gate: another view, shown and warned of."""
    found: dict[str, tuple[Axis, ...]] = {}
    rows = by_code(case)
    for axis in AXES:
        for code in torn(case, axis, limits, rows) if axis != gates else ():
            found[code] = (*found.get(code, ()), axis)
    return found


def _speaking(rows: Sequence[CodeVerdict]) -> set[str]:
    """Groups that take a side on anything; a group that only describes does not make two of one."""
    return {group.name for row in rows for group in row.groups if group.sign in DIRECTIONAL}
