"""The three axes of triangulation: what their groups are, where evidence stands, and which of them decides.

technique: interview, observation, documentation (triangulasi teknik). source: role groups, from interviews alone
(triangulasi sumber). time: stretches of time (triangulasi waktu). What an axis cannot place for want of a role group
or a date is listed apart, never guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from kualcode.analysis.evidence import AXES, TECHNIQUES, Axis, Case, Evidence
from kualcode.analysis.triangulation.thresholds import thresholds
from kualcode.analysis.triangulation.voices import voice_of

# Design of Bab III, as written in the project file; the English names of the axes are understood too.
DESIGN: dict[str, Axis] = {"teknik": "technique", "sumber": "source", "waktu": "time"}
UNPLACED: Literal[""] = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """An axis made ready for a study: its groups in order, and the group of a piece of evidence.

    `place` is asked only of evidence with a named voice; it gives the name of a group, UNPLACED where evidence of
    this axis lacks what would place it, and None where evidence is none of this axis.
    """

    axis: Axis
    names: tuple[str, ...]
    place: Callable[[Evidence], str | None]


def gating(design: Sequence[str]) -> Axis:
    """The axis that decides what may be stated: technique where it is named or nothing is, else the first named."""
    named = [DESIGN.get(word.casefold(), word.casefold()) for word in design]
    known: list[Axis] = [axis for word in named for axis in AXES if axis == word]
    return "technique" if "technique" in known or not known else known[0]


def frame(case: Case, axis: Axis) -> Frame:
    """The groups of an axis in this study: the three techniques; role groups by name; times in their order."""
    if axis == "technique":
        return Frame(axis, tuple(TECHNIQUES), _technique)
    place = _role_group if axis == "source" else _bucket(thresholds(case.book).time_bucket)
    seen = {place(one) for one in case.evidence if one.counts and voice_of(one)}
    return Frame(axis, tuple(sorted(name for name in seen if name not in (None, UNPLACED))), place)


def _technique(one: Evidence) -> str | None:
    return one.source_type


def _role_group(one: Evidence) -> str | None:
    return (one.role_group or UNPLACED) if one.source_type == "interview" else None


def _bucket(width: str) -> Callable[[Evidence], str | None]:
    """The day, ISO week or month of the evidence; a session is a day of the field work."""

    @cache
    def bucket(text: str | None) -> str:
        day = _day(text)
        if day is None:
            return UNPLACED
        if width == "week":
            year, week, _ = day.isocalendar()
            return f"{year:04}-W{week:02}"
        return day.isoformat()[:7] if width == "month" else day.isoformat()

    return lambda one: bucket(one.date)


def _day(text: str | None) -> date | None:
    """A date written YYYY-MM-DD; anything else is not guessed at."""
    try:
        found = date.fromisoformat(text or "")
    except ValueError:
        return None
    return found if found.isoformat() == text else None
