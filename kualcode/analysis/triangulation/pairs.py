"""Whether groups agree on a code: pair by pair and all together (method 1.4, steps 4 to 6).

Farmer, Robinson, Elliott & Eyles 2006 (Qual Health Res 16(3):377-394): agreement needs the same meaning and
prominence (stance and prominence here) and the same coverage and examples (facets and figures here).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from kualcode.analysis.evidence import Case, Thresholds
from kualcode.analysis.triangulation.ledger import Leanings, Ledger
from kualcode.analysis.triangulation.voices import sign_of_group
from kualcode.analysis.verdicts import DIRECTIONAL, Pair, Sign, Verdict

PAIRS_SHOWN = 40  # groups; of more, on the axis of time, not every pair is listed: the verdict rests on all of them
Names = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Differences:
    """What keeps groups of the same stance from full agreement."""

    facets: Mapping[str, tuple[frozenset[str], frozenset[str]]]  # groups for and against on it
    claims: Mapping[Names, tuple[str, ...]]  # figures at odds between two groups
    prominence: tuple[Names, ...] = ()

    def between(self, x: str, y: str) -> bool:
        """Whether two groups differ on a facet, a figure or prominence."""
        return (
            any((x in pro and y in con) or (y in pro and x in con) for pro, con in self.facets.values())
            or (x, y) in self.claims
            or (x, y) in self.prominence
        )

    def among(self, groups: Collection[str]) -> bool:
        """Whether any two of these groups do."""
        return (
            any(not pro.isdisjoint(groups) and not con.isdisjoint(groups) for pro, con in self.facets.values())
            or any(x in groups and y in groups for x, y in self.claims)
            or any(x in groups and y in groups for x, y in self.prominence)
        )


NO_DIFFERENCES = Differences({}, {})


def signs(leanings: Leanings, names: Sequence[str], limits: Thresholds) -> dict[str, Sign]:
    """The stance of each group by how its voices lean (step 3)."""
    return {name: sign_of_group(leanings.get(name, ()), limits.source_majority) for name in names}


def facet_signs(book: Ledger, names: Sequence[str], limits: Thresholds) -> dict[str, dict[str, Sign]]:
    """The stance of each group on each facet, from that facet's evidence alone."""
    return {facet: signs(groups, names, limits) for facet, groups in sorted(book.facets.items())}


def facet_clashes(signs: Mapping[str, Mapping[str, Sign]]) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Facets on which some groups are for and others against, with those groups."""
    sides = {
        facet: (
            frozenset(name for name, sign in groups.items() if sign == "POS"),
            frozenset(name for name, sign in groups.items() if sign == "NEG"),
        )
        for facet, groups in signs.items()
    }
    return {facet: (pro, con) for facet, (pro, con) in sides.items() if pro and con}


def prominence_gaps(speaking: Mapping[str, int], case: Case, limits: Thresholds) -> tuple[Names, ...]:
    """Pairs of techniques of which one speaks of the code far more often than the other.

    `speaking` counts directional voices on the code. Tested only where the number of all voices is known and both
    techniques have at least `prominence_voices`.
    """
    if case.voices is None or not limits.prominence:
        return ()
    levels = {
        name: _level(Fraction(count, case.voices[name]), limits)
        for name, count in speaking.items()
        if case.voices.get(name, 0) >= max(1, limits.prominence_voices)
    }
    return tuple((x, y) for x, y in combinations(levels, 2) if abs(levels[x] - levels[y]) > limits.prominence_gap)


def _level(share: Fraction, limits: Thresholds) -> int:
    """High (2), mid (1) or low (0); the cuts belong to the higher level."""
    return (share >= limits.prominence_mid) + (share >= limits.prominence_high)


def pair(x: Sign, y: Sign, differ: bool) -> Pair:
    """The verdict on two groups; `differ` lowers an agreement (step 5)."""
    if "SIL" in (x, y):
        return "SILENCE"
    if "NEU" in (x, y):
        return "INCONCLUSIVE"
    if {x, y} == {"POS", "NEG"}:
        return "DISSONANCE"
    return "AGREEMENT" if x == y and not differ else "PARTIAL"


def pairs(signs: Mapping[str, Sign], differences: Differences) -> tuple[tuple[str, str, Pair], ...]:
    """Every pair of groups with its verdict; none where the groups are too many to be read in pairs."""
    if len(signs) > PAIRS_SHOWN:
        return ()
    return tuple((x, y, pair(signs[x], signs[y], differences.between(x, y))) for x, y in combinations(signs, 2))


def opposed(signs: Collection[Sign]) -> bool:
    """Whether some groups are for and others against. No majority vote: two for and one against are opposed."""
    return "POS" in signs and "NEG" in signs


def verdict(signs: Mapping[str, Sign], book: Ledger, differences: Differences, least: int) -> Verdict:
    """The verdict on a code from the stances of its groups (step 6); `least` groups must take a side to agree.

    A contradiction is never hidden: two opposed techniques are DISSONANCE also where `least` is 3.
    """
    speaking = {name: sign for name, sign in signs.items() if sign in DIRECTIONAL}
    if not speaking:
        return _without_direction(signs, book)
    if opposed(speaking.values()):
        return "DISSONANCE"
    if len(speaking) < least:
        return "SILENCE"
    one_view = len(set(speaking.values())) == 1 and not differences.among(speaking)
    return "AGREEMENT" if one_view else "PARTIAL"


def _without_direction(signs: Mapping[str, Sign], book: Ledger) -> Verdict:
    """No group takes a side: what is said without a source, what is only described, or nothing.

    Evidence that takes a side but has no place on the axis (an observation among role groups, an undated document)
    is nothing on that axis; what stands beside it does not make it a mere description.
    """
    if book.favourable or book.unfavourable:
        return "NO_DATA"
    if book.loose_leans:
        return "UNATTRIBUTED"
    if "NEU" in signs.values():
        return "NEUTRAL_ONLY"
    return "UNATTRIBUTED" if book.loose else "NO_DATA"
