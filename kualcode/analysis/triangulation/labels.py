"""What the machine proposes to call a code: a label of the scale, or the status of a factor (method 1.4, step 8).

There is no averaging: a label follows from the stances of groups, and ties go to the cautious side.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kualcode.analysis.evidence import Axis
from kualcode.analysis.triangulation.ledger import Ledger
from kualcode.analysis.triangulation.pairs import opposed
from kualcode.analysis.triangulation.voices import directional
from kualcode.analysis.verdicts import DIRECTIONAL, CodeVerdict, Sign, Verdict, Voice
from kualcode.errors import Bi
from kualcode.model import Label

ONE_GROUP: dict[Axis, Bi] = {
    "technique": Bi("(satu teknik)", "(one technique)"),
    "source": Bi("(satu kelompok peran)", "(one role group)"),
    "time": Bi("(satu waktu)", "(one time)"),
}
OPEN = Bi("belum dapat disimpulkan", "cannot be concluded yet")


def label(scale: Sequence[Label], signs: Mapping[str, Sign], book: Ledger, verdict: Verdict | None) -> str | None:
    """The suggested position of the label scale; None where no group takes a side, or groups contradict.

    The outer positions need every group on one side and not one piece of evidence of a technique on the other;
    unattributed and pooled evidence never touches the label. Else `cukup baik` where more groups are for, or lean so,
    than not, and `kurang baik` otherwise. `book` holds all voices of the code (of a parent: of its children).
    """
    speaking = {name: sign for name, sign in signs.items() if sign in DIRECTIONAL}
    if not speaking or not scale or opposed(speaking.values()) or verdict == "DISSONANCE":
        return None
    places = [one.id for one in ordered(scale)]
    held = set(speaking.values())
    if held == {"POS"} and not book.unfavourable:
        return places[0]
    if held == {"NEG"} and not book.favourable:
        return places[-1]
    good = sum(_leans_well(sign, book.voices.get(name, {}).values()) for name, sign in speaking.items())
    return places[1] if good > len(speaking) - good else places[-2]


def ordered(scale: Sequence[Label]) -> list[Label]:
    """The scale from best to worst."""
    return sorted(scale, key=lambda one: -one.level)


def _leans_well(sign: Sign, voices: Iterable[Voice]) -> bool:
    """Whether a group is for, or mixed with more voices that lean for (P > N) than not."""
    speaking = directional(voices)
    leaning = sum(voice.positive > voice.negative for voice in speaking)
    return sign == "POS" or (sign == "MIX" and leaning > len(speaking) - leaning)


def note(axis: Axis, row: CodeVerdict) -> Bi | None:
    """What stands beside the label, or in its place where groups contradict."""
    if row.verdict == "DISSONANCE":
        return OPEN
    return ONE_GROUP[axis] if row.k == 1 else None


def status(side: Sign, row: CodeVerdict) -> str | None:
    """Of a factor: supported, refuted, disputed; None where no group takes a side. `side` is the one that prevails."""
    if row.k == 0:
        return None
    if row.verdict == "DISSONANCE":
        return "disputed"
    return {"POS": "supported", "NEG": "refuted"}.get(side, "disputed")


def distance(scale: Sequence[Label], one: str, other: str) -> int | None:
    """How many positions apart two labels are; aliases are understood. None where one is not on the scale."""
    places = _places(scale)
    found = places.get(_plain(one)), places.get(_plain(other))
    return None if found[0] is None or found[1] is None else abs(found[0] - found[1])


def _places(scale: Sequence[Label]) -> dict[str, int]:
    return {_plain(word): at for at, one in enumerate(ordered(scale)) for word in (one.id, *one.aliases)}


def _plain(word: str) -> str:
    return " ".join(word.casefold().split())
