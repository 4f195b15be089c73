"""How two places differ in what they list, and the flag that says so (T8, method 1.6)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kualcode.analysis.rules.flags import Flag
from kualcode.analysis.statements import COLLECTION, INDICATORS, SECTION_NAMES, Item, Section, Statement, place, refs
from kualcode.errors import Bi

FACTORS, MATTER = "factors", "matter"  # topics of a flag beside INDICATORS and COLLECTION
_DIFFERS = Bi(
    "Daftar {topic} tidak sama di semua tempat: {shown}. Samakan isinya, atau jelaskan mengapa berbeda.",
    "The list of {topic} is not the same everywhere: {shown}. Make them the same, or say why they differ.",
)
_ONLY = Bi("{items} hanya disebut di {where}, tidak di {other}", "{items} only in {where}, not in {other}")
_NAMES = {
    FACTORS: Bi("faktor", "factors"),
    INDICATORS: Bi("indikator", "indicators"),
    COLLECTION: Bi("teknik pengumpulan data", "ways to collect data"),
    MATTER: Bi("hal yang sama", "the same matter"),
}
_SHORT, _LONG = 4, 8  # letters of an abbreviation, and of a word, whose spelling is compared
_VOWELS = frozenset("aiueo")


class Gap(NamedTuple):
    """What one place lists and another does not."""

    items: tuple[Item, ...]
    where: Section
    other: Section
    lines: tuple[int, int] = (0, 0)


def misspelled(one: str, other: str) -> bool:
    """Whether two words are one, misspelled once: a letter off, missing or swapped with its neighbour.

    Words with vowels must be long, since short ones differ by a letter and are two words (dana, data).
    """
    least = _SHORT if _VOWELS.isdisjoint(one) and _VOWELS.isdisjoint(other) else _LONG
    if one == other or min(len(one), len(other)) < least or abs(len(one) - len(other)) > 1:
        return False
    if len(one) == len(other):
        apart = [n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        swapped = len(apart) == 2 and apart[1] == apart[0] + 1 and one[apart[0]] == other[apart[1]]
        return len(apart) == 1 or (swapped and one[apart[1]] == other[apart[0]])
    short, long = sorted((one, other), key=len)
    return any(long[:n] + long[n + 1 :] == short for n in range(len(long)))


def difference(
    topic: str, gaps: Sequence[Gap], targets: tuple[str, ...], own: Iterable[Statement], notes: Sequence[Bi]
) -> Flag:
    """A WARN that says what each place lists and the others do not; `notes` tell of spelling and wording."""
    parts = [
        _ONLY.fill(
            items=_words(gap.items), where=_place(gap.where, gap.lines[0]), other=_place(gap.other, gap.lines[1])
        )
        for gap in gaps
    ]
    shown = [*parts, *notes]
    message = _DIFFERS.fill(
        topic=_NAMES[topic], shown=Bi("; ".join(p.id for p in shown), "; ".join(p.en for p in shown))
    )
    listing = sorted(own, key=lambda s: (s.line, s.id))
    places = tuple(dict.fromkeys(place(s) for s in listing))
    details = (("topic", topic), *((f"only:{gap.where}", item.words) for gap in gaps for item in gap.items))
    spelled = tuple(("spelling", note.en) for note in notes)
    return Flag("T8", "WARN", targets, message, places=places, details=(*details, *spelled, *refs(listing)))


def _words(items: Sequence[Item]) -> str:
    return ", ".join(f"“{item.words}”" for item in items)


def _place(section: Section, line: int) -> Bi:
    name = SECTION_NAMES[section]
    return Bi(f"{name.id} (brs. {line})", f"{name.en} (line {line})") if line else name
