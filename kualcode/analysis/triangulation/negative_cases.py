"""Whose explanation is whose: negative cases as written, held against the voices that speak (method 1.4, step 10).

A voice is a technique and a name. A case that gives no technique means the one voice of that name on its code or below
it; where several techniques have one, it explains none of them until the technique is given.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from kualcode.analysis.evidence import TECHNIQUES, Case, NegativeCase, Technique
from kualcode.analysis.triangulation.parents import below, children
from kualcode.analysis.triangulation.voices import voice_of
from kualcode.analysis.verdicts import CodeVerdict, Voice
from kualcode.judgements.fields import folded

Speaker = tuple[Technique | None, str]  # as Voice.id
Speakers = Mapping[str, frozenset[Speaker]]  # by code, its own evidence alone
Explained = frozenset[tuple[str, Speaker]]  # code and voice


def speakers(case: Case) -> Speakers:
    """Who speaks on each code, and counts."""
    found: dict[str, set[Speaker]] = {}
    for one in case.evidence:
        voice = voice_of(one) if one.counts else None
        if voice is not None:
            found.setdefault(one.code, set()).add((TECHNIQUES[voice[0]], voice[1]))
    return {code: frozenset(who) for code, who in found.items()}


def meant(name: str, technique: Technique | None, known: Collection[Speaker]) -> tuple[Speaker, ...]:
    """The voices that a written name can mean, in the order of the techniques; one where it is clear.

    A name is looked up as it stands, and else without regard to capitals and to "_", "-" and blanks in it.
    """
    fitting = [one for one in known if technique in (None, one[0])]
    same = [one for one in fitting if one[1] == name] or [one for one in fitting if folded(one[1]) == folded(name)]
    return tuple(sorted(same, key=lambda one: (TECHNIQUES.index(one[0]) if one[0] else -1, one[1])))


def explained(case: Case) -> Explained:
    """Codes and voices of which something is written that is clear and not empty."""
    read = ((one, who) for one, who in _read(case) if one.explanation.strip())
    return frozenset((one.code, who[0]) for one, who in read if len(who) == 1)


def unclear(case: Case) -> tuple[tuple[NegativeCase, tuple[Technique, ...]], ...]:
    """Cases whose name several techniques have, with those techniques; they explain nothing."""
    return tuple((one, tuple(kind for kind, _ in who if kind)) for one, who in _read(case) if len(who) > 1)


def _read(case: Case) -> Iterable[tuple[NegativeCase, tuple[Speaker, ...]]]:
    if not case.negative_cases:
        return
    known, family = speakers(case), children(case.book)
    for one in case.negative_cases:
        codes = (one.code, *below(family, one.code))
        yield one, meant(one.voice, one.technique, frozenset[Speaker]().union(*(known.get(c, ()) for c in codes)))


def unexplained(
    row: CodeVerdict,
    code: str,
    under: Sequence[str],
    deviants: Mapping[str, Collection[Speaker]],
    written: Explained,
) -> list[Voice]:
    """Voices to the contrary of which nothing is written: on the code, or on one below it where they are so too."""
    return [
        voice
        for voice in row.deviant
        if (code, voice.id) not in written
        and not any((child, voice.id) in written and voice.id in deviants.get(child, ()) for child in under)
    ]
