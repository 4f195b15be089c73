"""Which figures are parts of another: "dari 36 kegiatan, 29 mencapai, 2 melampaui, dan 5 belum mencapai target"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from kualcode.analysis.claims.said import Said

_DEFERRED = ("ditunda", "postponed")
Role = Literal["total", "part", "exception", "all", "deferred", "value"]
Parts = list[tuple[int | None, Role]]  # of each figure: the index of its whole, and its role


def partitions(found: Sequence[Said]) -> Parts:
    """The whole of each figure, and the role of each.

    Figures are parts where they share out a whole: their outcomes are those of a target, or "terdiri atas" stands
    before them. Parts that leave a rest on purpose ("dari 41 kegiatan, 8 belum selesai") have no whole. A part that
    leaves unsaid what it counts, or of what, takes that from its whole.
    """
    parts: Parts = [(None, _role(one)) for one in found]
    for index, one in enumerate(found):
        if one.outcome or one.everything or not one.noun:
            continue
        members = _sharing(found, index) or _adding(found, index)
        if len(members) > 1 and _complete(found, index, members):
            parts[index] = (None, "total")
            for member in members:
                role = _role(found[member])
                found[member].noun = found[member].noun or one.noun
                found[member].subject = found[member].subject or list(one.subject)
                parts[member] = (index, "part" if role == "value" else role)
    return parts


def _role(said: Said) -> Role:
    if said.everything:
        return "all"
    if said.denied:
        return "exception"
    return "deferred" if said.outcome in _DEFERRED else "value"


def _sharing(found: Sequence[Said], index: int) -> list[int]:
    """The figures behind a whole that tell how its target was reached, up to the next whole."""
    members = []
    for number in range(index + 1, len(found)):
        one = found[number]
        if not one.of_target and not one.of_these and one.noun == found[index].noun:
            break
        if one.of_target and not one.of_these and not one.everything and one.noun in ("", found[index].noun):
            members.append(number)
    return members


def _adding(found: Sequence[Said], index: int) -> list[int]:
    """The figures of the same sentence behind "terdiri atas", as long as they count the same."""
    whole, members = found[index], list[int]()
    for number in range(index + 1, len(found)):
        one = found[number]
        starts = bool(members) or one.adds_up
        if one.sentence != whole.sentence or one.of_these or not starts or not _alike(one, whole):
            break
        members.append(number)
    return members


def _alike(one: Said, whole: Said) -> bool:
    """Whether a figure may count a part of what a whole counts: 12 PNS of 21 pegawai, 2 unit pencetak of 10 unit."""
    counted = (one.noun in ("", whole.noun) or not one.measured) or one.classifier == whole.classifier != ""
    return counted and not one.rate


def _complete(found: Sequence[Said], index: int, members: Sequence[int]) -> bool:
    """Whether parts are meant to come to the whole."""
    parts = [found[member] for member in members]
    if parts[0].adds_up:
        return True
    rest = any(part.denied or part.outcome in _DEFERRED for part in parts)
    reached = any(not part.denied for part in parts)
    return (rest and reached) or sum(part.quantity.lo or 0 for part in parts) > (found[index].quantity.lo or 0)
