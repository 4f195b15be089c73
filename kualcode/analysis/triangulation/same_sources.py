"""Sources seen by two or more techniques, listed by themselves (method 1.4, step 11).

Sugiyono's triangulasi teknik asks the same source by different techniques. The same source is the unit studied; where
the project knows more closely whom an observation or a document is of (its `informant`), that informant is one. A
name that somebody mentions identifies nobody, so that what does not say whom it is of is never matched.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from kualcode.analysis.evidence import TECHNIQUES, Evidence, Technique
from kualcode.analysis.triangulation.voices import Unit, sides_of, sign_of, unit_of, voice_of
from kualcode.analysis.verdicts import SameSource, Sign


def same_sources(evidence: Sequence[Evidence], dominance: Fraction) -> tuple[SameSource, ...]:
    """Informants on whom evidence of two or more techniques counts, by code, with how they stand in each."""
    several = _several(evidence)
    if not several:
        return ()
    units: dict[str, dict[Technique, dict[Unit, int]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(int)))
    for one in evidence:
        voice = voice_of(one) if one.informant in several and one.counts and not one.aggregate else None
        if voice is not None and one.informant:
            units[one.informant][TECHNIQUES[voice[0]]][unit_of(one)] |= sides_of(one)
    return tuple(
        SameSource(who, tuple((kind, _sign(found[kind], dominance)) for kind in TECHNIQUES if kind in found))
        for who, found in sorted(units.items())
        if len(found) > 1
    )


def _several(evidence: Sequence[Evidence]) -> frozenset[str]:
    """Informants of sources of two or more kinds: the only ones who need a closer look."""
    kinds: dict[str, str] = {}
    several = set()
    for one in evidence:
        if one.informant and kinds.setdefault(one.informant, one.source_type) != one.source_type:
            several.add(one.informant)
    return frozenset(several)


def known(evidence: Iterable[Evidence]) -> bool:
    """Whether any observation or document says whom it is of; where none does, there is nothing to look for."""
    return any(one.informant and one.source_type in ("observation", "documentation") for one in evidence)


def _sign(units: Mapping[Unit, int], dominance: Fraction) -> Sign:
    """All that one technique has on a source, as one voice."""
    return sign_of(sum(one & 1 for one in units.values()), sum(one >> 1 for one in units.values()), dominance)
