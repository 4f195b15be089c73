"""What a researcher wrote that counts: resolutions of contradictions, and voices to the contrary explained.

A resolution lowers BLOCK to QUALIFY and never further; what it cannot touch is lifted by evidence alone (method 1.7).
Who retracts a finding lowers nothing: it stays blocked, as retracted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kualcode.analysis.evidence import Case, NegativeCase, Resolution
from kualcode.analysis.rules.flags import RESOLVABLE, Flag

LEAST_RATIONALE = 40  # characters, runs of blanks as one


@dataclass(frozen=True, slots=True)
class Written:
    """Rules resolved by target (a code, or the id of a flag), and voices explained by code."""

    resolved: frozenset[tuple[str, str]]
    retracted: frozenset[tuple[str, str]]
    explained: frozenset[tuple[str, str]]

    def lifts(self, flag: Flag, code: str) -> bool:
        """Whether a flag is resolved for a code: by its own id for all of its codes, else for that code alone."""
        return (flag.rule, flag.id) in self.resolved or (flag.rule, code) in self.resolved

    def settles(self, rule: str, code: str) -> bool:
        """Whether a contradiction without a flag (DISSONANCE, LABEL) is resolved on a code."""
        return (rule, code) in self.resolved

    def retracts(self, rule: str, *targets: str) -> bool:
        """Whether the researcher has taken back what a contradiction is about."""
        return any((rule, target) in self.retracted for target in targets)

    def explains(self, codes: Iterable[str], voice: str) -> bool:
        """Whether a voice to the contrary is explained on any of these codes."""
        return any((code, voice) in self.explained for code in codes)


def written(case: Case) -> Written:
    """Only what is good enough to count: a rule that may be resolved, a rationale long enough, an explanation."""
    return Written(
        resolved=frozenset((one.rule, one.target) for one in case.resolutions if _valid(one) and not _back(one)),
        retracted=frozenset((one.rule, one.target) for one in case.resolutions if _valid(one) and _back(one)),
        explained=frozenset((one.code, one.voice) for one in case.negative_cases if _told(one)),
    )


def _valid(one: Resolution) -> bool:
    return one.rule in RESOLVABLE and len(" ".join(one.rationale.split())) >= LEAST_RATIONALE


def _back(one: Resolution) -> bool:
    return one.decision == "retract"


def _told(one: NegativeCase) -> bool:
    return bool(one.explanation.strip())
