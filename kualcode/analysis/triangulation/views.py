"""Who sees it the same, who differently, who alone (method 1.4, steps 9, 10 and 12).

Sugiyono: what several sources say is not averaged but described and sorted into same, different and specific views.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from kualcode.analysis.triangulation.voices import directional
from kualcode.analysis.verdicts import DIRECTIONAL, Group, Sign, Silence, Views, Voice

_OPPOSITE: dict[Sign, Sign] = {"POS": "NEG", "NEG": "POS"}


def views(signs: Mapping[str, Mapping[str, Sign]], listed: Sequence[str]) -> tuple[Views, ...]:
    """Facets in the order of the codebook (open ones after them, by name), each sorted into views.

    `signs` are the stances of groups on each facet. The majority's view is held by more groups than any other; where
    none is, all are different. A mixed group does not share a view, so it is among the different. Groups that only
    describe hold no view beside groups that take sides; where all only describe, they speak of the same.
    """
    place = {facet: at for at, facet in enumerate(listed)}
    order = sorted(signs, key=lambda facet: (place.get(facet, len(place)), facet))
    return tuple(_view(facet, signs[facet]) for facet in order)


def _view(facet: str, signs: Mapping[str, Sign]) -> Views:
    heard = [name for name, sign in signs.items() if sign != "SIL"]
    if len(heard) == 1:
        return Views(facet, specific=heard[0])
    taking = [name for name in heard if signs[name] in DIRECTIONAL] or heard
    ranked = Counter(signs[name] for name in taking).most_common(2)
    tied = len(ranked) == 2 and ranked[0][1] == ranked[1][1]
    held = None if tied else ranked[0][0]
    return Views(
        facet,
        same=tuple(name for name in taking if signs[name] == held),
        different=tuple(name for name in taking if signs[name] != held),
    )


def overall(signs: Collection[Sign]) -> Sign:
    """The side that more groups hold than all other directional groups together, else MIX (step 10)."""
    found = [sign for sign in signs if sign in DIRECTIONAL]
    for side in ("POS", "NEG"):
        if 2 * found.count(side) > len(found):
            return side
    return "MIX"


def deviant(groups: Sequence[Group], side: Sign) -> tuple[Voice, ...]:
    """Voices opposite to the side that prevails; none where no side does."""
    against = _OPPOSITE.get(side)
    return tuple(voice for group in groups for voice in group.voices if voice.sign == against)


def camps(groups: Sequence[Group], side: Sign) -> dict[str, tuple[Voice, ...]]:
    """Voices for and against where no side prevails; empty where one does, or nobody takes a side."""
    spoken = directional(voice for group in groups for voice in group.voices)
    if side != "MIX" or not spoken:
        return {}
    return {camp: tuple(voice for voice in spoken if voice.sign == camp) for camp in ("POS", "NEG")}


def silence(
    name: str, codes: Collection[str], above: Collection[str], asked: Mapping[str, frozenset[str]], spoke: bool
) -> Silence | None:
    """Why a group says nothing of a code (step 12; O'Cathain, Murphy & Nicholl 2010, BMJ 341:c4587).

    `codes` are the code and those below it, `above` its ancestors, `spoke` whether the group speaks of anything. None
    where its instrument is not known. Not asked: the instrument has neither the code nor what stands above it.
    Expected: it asks of the matter only in general, or nothing has been gathered with it yet. Surprising: it was
    asked for, others were heard, and nothing was said.
    """
    if name not in asked:
        return None
    if not asked[name].isdisjoint(codes):
        return "surprising" if spoke else "expected"
    return "expected" if not asked[name].isdisjoint(above) else "not_asked"
