"""All that is known of one code on one axis, counted in a single pass over its evidence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import TypeVar

from kualcode.analysis.evidence import TECHNIQUES, Case, Evidence, Thresholds
from kualcode.analysis.triangulation.axes import UNPLACED, Frame
from kualcode.analysis.triangulation.voices import AGAINST, FOR, VoiceId, joined, sides_of, sign_of, unit_of, voice_of
from kualcode.analysis.verdicts import DIRECTIONAL, Sign, Voice

_Key = TypeVar("_Key", bound=Hashable)
Leanings = dict[str, Counter[Sign]]  # by group, how many voices lean each way


@dataclass(slots=True)
class Ledger:
    """Voices of each group and how they lean, on the whole and on each facet; and what is no voice of this axis."""

    voices: dict[str, dict[VoiceId, Voice]] = field(default_factory=dict)  # by group
    leanings: Leanings = field(default_factory=lambda: defaultdict(Counter))
    facets: dict[str, Leanings] = field(default_factory=lambda: defaultdict(lambda: defaultdict(Counter)))
    loose: list[str] = field(default_factory=list)  # unattributed and pooled
    loose_leans: bool = False  # some of it takes a side
    unplaced: list[str] = field(default_factory=list)
    disputed: list[str] = field(default_factory=list)
    favourable: bool = False  # positive or mixed evidence of a technique
    unfavourable: bool = False  # negative or mixed
    stated: bool = False  # a voice says that a factor affects the work

    def speaking(self, group: str) -> int:
        """How many voices of a group take a side or both sides."""
        return sum(self.leanings[group][sign] for sign in DIRECTIONAL) if group in self.leanings else 0


def by_code(case: Case) -> dict[str, list[Evidence]]:
    """Evidence that counts or is disputed, by code, each list by id; refused and withdrawn informants are invisible."""
    found: dict[str, list[Evidence]] = defaultdict(list)
    for one in case.evidence:
        if one.counts or is_disputed(one):
            found[one.code].append(one)
    for rows in found.values():
        rows.sort(key=lambda one: one.id)
    return found


def is_disputed(one: Evidence) -> bool:
    """Whether people differ on evidence that may be used: it is listed, not counted."""
    return one.status == "disputed" and one.consent not in ("refused", "withdrawn")


def ledger(evidence: Iterable[Evidence], frame: Frame, limits: Thresholds, *, brief: bool = False) -> Ledger:
    """The ledger of one code out of its evidence, which is in the order of its ids.

    A brief one knows how the groups lean and no more: neither the voices by name nor facets.
    """
    book, heard = Ledger(), _Heard()
    for one in evidence:
        if one.status == "disputed":
            book.disputed.append(one.id)
        elif (voice := voice_of(one)) is None:
            book.loose.append(one.id)
            book.loose_leans |= one.stance != "neutral"
        elif group := _attributed(book, one, frame):
            heard.add(group, voice, one)
    _enter(book, heard, limits, brief)
    return book


def _attributed(book: Ledger, one: Evidence, frame: Frame) -> str | None:
    """Note evidence of a technique; its group, if the axis has a place for it."""
    sides = sides_of(one)
    book.favourable |= bool(sides & FOR)
    book.unfavourable |= bool(sides & AGAINST)
    # who denies a factor does not say that it affects the work
    book.stated |= one.causal == "stated" and bool(sides & FOR)
    group = frame.place(one)
    if group == UNPLACED:
        book.unplaced.append(one.id)
    return group


class _Heard:
    """Evidence by voice. Voices are numbers and units flat tuples, which cost the collector of garbage nothing."""

    def __init__(self) -> None:
        self.voices: dict[tuple[str, int, str], int] = {}
        self.speakers: list[int] = []
        self.ids: list[str] = []
        self.units: dict[tuple[int, str, str, str | None], int] = {}

    def add(self, group: str, voice: VoiceId, one: Evidence) -> None:
        """Count a piece of evidence for a voice of a group."""
        speaker = self.voices.setdefault((group, *voice), len(self.voices))
        self.speakers.append(speaker)
        self.ids.append(one.id)
        unit = (speaker, *unit_of(one))
        self.units[unit] = self.units.get(unit, 0) | sides_of(one)

    def said(self) -> list[tuple[str, ...]]:
        """Ids of the evidence of each voice, by its number."""
        order = sorted(range(len(self.ids)), key=self.speakers.__getitem__)
        return [tuple([self.ids[at] for at in places]) for _, places in groupby(order, key=self.speakers.__getitem__)]


def _enter(book: Ledger, heard: _Heard, limits: Thresholds, brief: bool) -> None:
    """Voices and how they lean, on the whole and facet by facet."""
    whole = _sums((unit[0], sides) for unit, sides in heard.units.items())
    said = [] if brief else heard.said()
    for (group, place, key), speaker in heard.voices.items():
        positive, negative = whole[speaker]
        sign = sign_of(positive, negative, limits.voice_dominance)
        book.leanings[group][sign] += 1
        if not brief:
            voice = Voice(key, sign, said[speaker], positive, negative, TECHNIQUES[place])
            book.voices.setdefault(group, {})[place, key] = voice
    if not brief:
        _facets(book, heard, limits)


def _facets(book: Ledger, heard: _Heard, limits: Thresholds) -> None:
    """How each voice leans on each facet that it speaks of."""
    groups = [group for group, _, _ in heard.voices]
    parts = _sums(((unit[0], unit[3]), sides) for unit, sides in heard.units.items())
    for (speaker, facet), tally in parts.items():
        if facet is not None:
            book.facets[facet][groups[speaker]][sign_of(*tally, limits.voice_dominance)] += 1


def _sums(units: Iterable[tuple[_Key, int]]) -> dict[_Key, tuple[int, int]]:
    """P and N under each key; a mixed unit is in both."""
    found: dict[_Key, tuple[int, int]] = {}
    for key, sides in units:
        positive, negative = found.get(key, (0, 0))
        found[key] = positive + (sides & FOR), negative + (sides >> 1)
    return found


def merged(ledgers: Iterable[Ledger], limits: Thresholds) -> Ledger:
    """Ledgers of children as one, still one voice each; facets stay with the children."""
    book = Ledger()
    for one in ledgers:
        for group, found in one.voices.items():
            into = book.voices.setdefault(group, {})
            for key, voice in found.items():
                into[key] = joined(into[key], voice, limits.voice_dominance) if key in into else voice
        book.loose += one.loose
        book.unplaced += one.unplaced
        book.disputed += one.disputed
        book.loose_leans |= one.loose_leans
        book.favourable |= one.favourable
        book.unfavourable |= one.unfavourable
        book.stated |= one.stated
    return book
