"""What a researcher wrote that counts: resolutions of contradictions, and voices to the contrary explained.

A resolution lowers BLOCK to QUALIFY and never further; what it cannot touch is lifted by evidence alone (method 1.7).
Who retracts a finding lowers nothing: it stays blocked, as retracted.
"""

from __future__ import annotations

from dataclasses import dataclass

from kualcode.analysis.evidence import Case, Resolution
from kualcode.analysis.rules.flags import RESOLVABLE, Flag
from kualcode.analysis.triangulation.negative_cases import Explained, explained

LEAST_RATIONALE = 40  # characters, runs of blanks as one


@dataclass(frozen=True, slots=True)
class Written:
    """Rules resolved by target (a code, or the id of a flag), and voices explained, by code."""

    resolved: frozenset[tuple[str, str]]
    retracted: frozenset[tuple[str, str]]
    explained: Explained
    good: tuple[Resolution, ...] = ()  # all that count

    def decision(self, rule: str, code: str) -> Resolution | None:
        """What was decided on a contradiction without a flag."""
        return next((one for one in self.good if (one.rule, one.target) == (rule, code)), None)

    def lifts(self, flag: Flag, code: str) -> bool:
        """Whether a flag is resolved for a code: by its own id for all of its codes, else for that code alone."""
        return (flag.rule, flag.id) in self.resolved or (flag.rule, code) in self.resolved

    def settles(self, rule: str, code: str) -> bool:
        """Whether a contradiction without a flag (DISSONANCE, LABEL) is resolved on a code."""
        return (rule, code) in self.resolved

    def retracts(self, rule: str, *targets: str) -> bool:
        """Whether the researcher has taken back what a contradiction is about."""
        return any((rule, target) in self.retracted for target in targets)


def written(case: Case) -> Written:
    """Only what is good enough to count: a rule that may be resolved, a rationale long enough, an explanation."""
    good = tuple(one for one in case.resolutions if _valid(one))
    return Written(
        resolved=frozenset((one.rule, one.target) for one in good if not _back(one) and not _unkept(one)),
        retracted=frozenset((one.rule, one.target) for one in good if _back(one)),
        explained=explained(case),
        good=good,
    )


def _valid(one: Resolution) -> bool:
    return one.rule in RESOLVABLE and len(" ".join(one.rationale.split())) >= LEAST_RATIONALE


def _unkept(one: Resolution) -> bool:
    """Who prefers the suggested label, while her own still stands, has not done what she decided."""
    return one.rule == "LABEL" and one.decision == "prefer" and one.side == "suggestion"


def _back(one: Resolution) -> bool:
    return one.decision == "retract"
