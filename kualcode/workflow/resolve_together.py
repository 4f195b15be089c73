"""Contradictions that one decision is good for: what is the same one, and all of a code where a person says so."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from kualcode.analysis.rules.flags import RESOLVABLE, Severity
from kualcode.model import Code

EVERY = ("SEMUA", "ALL")  # as --rule


class Clash(Protocol):
    """What is asked of a contradiction here."""

    @property
    def rule(self) -> str: ...
    @property
    def target(self) -> str: ...
    @property
    def severity(self) -> Severity: ...
    @property
    def codes(self) -> tuple[str, ...]: ...


AnyClash = TypeVar("AnyClash", bound=Clash)


def takes(one: Clash) -> bool:
    """Whether a decision on other contradictions of the code can be one on this too; a label is decided by itself."""
    return one.rule in RESOLVABLE and one.rule != "LABEL" and one.severity == "BLOCK"


def all_of(found: Sequence[AnyClash], target: str) -> list[AnyClash]:
    """Every contradiction of a code that takes one decision, the dissonance of its own first."""
    name = target.casefold()
    fits = [one for one in found if takes(one) and name in map(str.casefold, (one.target, *one.codes))]
    return sorted(fits, key=lambda one: (one.target.casefold() != name, one.rule != "DISSONANCE"))


def same(found: Sequence[AnyClash], meant: AnyClash, family: Mapping[str, Sequence[Code]]) -> list[AnyClash]:
    """What is the same as a dissonance: that of the one child which brings it in, and its figures (N5)."""
    if meant.rule != "DISSONANCE":
        return []
    torn = {one.target: one for one in found if one.rule == "DISSONANCE"}
    chain = list(_chain(meant.target, torn, family))
    codes = {meant.target, *chain}
    figures = [one for one in found if one.rule == "N5" and takes(one) and one.codes and codes.issuperset(one.codes)]
    return [*(torn[code] for code in chain), *figures]


def _chain(code: str, torn: Collection[str], family: Mapping[str, Sequence[Code]]) -> Iterator[str]:
    """Codes below, each the only child of the one before that is torn."""
    below = [child.id for child in family.get(code, ()) if child.id in torn]
    if len(below) == 1:
        yield below[0]
        yield from _chain(below[0], torn, family)
