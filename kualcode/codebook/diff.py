"""What a new version of a codebook changes, which codings that touches, and whether its number says so.

MAJOR: a code removed, retired, moved or redefined. MINOR: a code or facet added, or a boundary, yardstick or
scale redrawn. PATCH: wording and terms. Whether codings must be read again is a matter of its own (`reread`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from kualcode.errors import Bi, Problem
from kualcode.model import Code, Codebook

Level = Literal["MAJOR", "MINOR", "PATCH"]
ChangeKind = Literal["added", "removed", "renamed", "text", "terms", "definition", "facet", "moved", "retired", "rules"]
_RANK: dict[Level, int] = {"PATCH": 0, "MINOR": 1, "MAJOR": 2}


class Change(NamedTuple):
    """One change; `code` is empty where it concerns the whole codebook."""

    kind: ChangeKind
    code: str
    what: Bi
    level: Level
    reread: bool  # must statements that hold the code be read again?


class _Rule(NamedTuple):
    """A part of a code: how it is taken, and what its change means."""

    part: Callable[[Code], object]
    kind: ChangeKind
    level: Level
    reread: bool
    what: Bi


def diff(old: Codebook, new: Codebook) -> tuple[Change, ...]:
    """All changes: codes in the order of the new file, then those removed, then the rest of the codebook."""
    return (*_codes(old, new), *_removed(old, new), *_whole(old, new))


def version_problems(old: Codebook, new: Codebook) -> tuple[Problem, ...]:
    """What is wrong with the new version number, given the changes; empty when it fits.

    Before 1.0.0 a MAJOR change needs MINOR only (semver.org 2.0.0, item 4: anything may change before 1.0.0).
    """
    changes = diff(old, new)
    return tuple(_number_problems(old, new, changes))


def _codes(old: Codebook, new: Codebook) -> Iterator[Change]:
    for code in new.codes:
        before = old.by_id.get(code.id)
        if before is None:
            yield Change("added", code.id, _ADDED.fill(code=code.id), "MINOR", reread=False)
            continue
        for rule in _RULES:
            if rule.part(before) != rule.part(code):
                yield Change(rule.kind, code.id, rule.what.fill(code=code.id), rule.level, rule.reread)
        yield from _facets(before, code)


def _facets(before: Code, code: Code) -> Iterator[Change]:
    old, new = ({facet.id: facet for facet in side.facets} for side in (before, code))
    for name in new:
        if name not in old:
            yield Change("facet", code.id, _FACET_ADDED.fill(code=code.id, facet=name), "MINOR", reread=False)
        elif (old[name].name, old[name].terms) != (new[name].name, new[name].terms):
            yield Change("facet", code.id, _FACET_WORDS.fill(code=code.id, facet=name), "PATCH", reread=False)
    for name in old:
        if name not in new:
            yield Change("facet", code.id, _FACET_GONE.fill(code=code.id, facet=name), "MAJOR", reread=True)


def _removed(old: Codebook, new: Codebook) -> Iterator[Change]:
    for code in old.codes:
        if code.id not in new.by_id:
            yield Change("removed", code.id, _REMOVED.fill(code=code.id), "MAJOR", reread=True)


def _whole(old: Codebook, new: Codebook) -> Iterator[Change]:
    """Changes outside the codes: none of them touches a coding."""
    if old.lexicon != new.lexicon:
        yield Change("terms", "", _LEXICON, "PATCH", reread=False)
    if (old.title, old.levels, old.languages) != (new.title, new.levels, new.languages):
        yield Change("text", "", _HEADINGS, "PATCH", reread=False)
    if (old.label_scale, dict(old.triangulation)) != (new.label_scale, dict(new.triangulation)):
        yield Change("rules", "", _THRESHOLDS, "MINOR", reread=False)


def _words(text: Bi) -> tuple[list[str], list[str]]:
    """A definition without case, punctuation and spacing: what is left carries its meaning."""
    return (re.findall(r"\w+", text.id.casefold()), re.findall(r"\w+", text.en.casefold()))


def _numbers(version: str) -> tuple[int, int, int]:
    major, minor, patch = (int(part) for part in version.split("."))
    return major, minor, patch


def _step(old: str, new: str) -> Level:
    """Which place of the version number went up."""
    before, after = _numbers(old), _numbers(new)
    if before[0] != after[0]:
        return "MAJOR"
    return "MINOR" if before[1] != after[1] else "PATCH"


def _number_problems(old: Codebook, new: Codebook, changes: tuple[Change, ...]) -> Iterator[Problem]:
    where, versions = "codebook.version", {"old": old.version, "new": new.version}
    if _numbers(new.version) < _numbers(old.version):
        yield Problem(where, _BACKWARDS.fill(**versions), _RAISE)
        return
    if not changes:
        return
    needed = max((change.level for change in changes), key=_RANK.__getitem__)
    if old.version == new.version:
        yield Problem(where, _SAME.fill(count=len(changes), **versions), _RAISE_PLACE.fill(level=needed))
    elif _RANK[_step(old.version, new.version)] < _RANK[_expected(old.version, needed)]:
        yield Problem(
            where, _TOO_SMALL.fill(level=needed, **versions), _RAISE_PLACE.fill(level=_expected(old.version, needed))
        )
    if old.status == new.status == "frozen" and needed != "PATCH":
        codes = ", ".join(dict.fromkeys(change.code or "-" for change in changes if change.level != "PATCH"))
        yield Problem("codebook.status", _FROZEN.fill(level=needed, codes=codes), _THAW)


def _expected(old: str, needed: Level) -> Level:
    """The place that must go up; before 1.0.0 MINOR stands for MAJOR."""
    return "MINOR" if needed == "MAJOR" and _numbers(old)[0] == 0 else needed


_RULES = (
    _Rule(
        lambda code: code.parent,
        "moved",
        "MAJOR",
        True,
        Bi("{code} pindah ke induk lain.", "{code} moved to another parent."),
    ),
    _Rule(
        lambda code: (code.kind, code.direction, code.codable),
        "definition",
        "MAJOR",
        True,
        Bi("Jenis, arah atau codable {code} berubah.", "The kind, direction or codable of {code} changed."),
    ),
    _Rule(
        lambda code: (code.retired is not None, code.replaced_by),
        "retired",
        "MAJOR",
        True,
        Bi(
            "{code} dipensiunkan, diaktifkan lagi, atau penggantinya berubah.",
            "{code} was retired, revived, or its replacement changed.",
        ),
    ),
    _Rule(
        lambda code: _words(code.definition),
        "definition",
        "MAJOR",
        True,
        Bi("Definisi {code} berubah.", "The definition of {code} changed."),
    ),
    _Rule(
        lambda code: (code.use_when, code.not_when),
        "definition",
        "MINOR",
        True,
        Bi("Batas pemakaian {code} (use_when, not_when) berubah.", "When to use {code} (use_when, not_when) changed."),
    ),
    _Rule(
        lambda code: (code.criterion, code.claim_required),
        "rules",
        "MINOR",
        True,
        Bi("Ukuran untuk menilai {code} berubah.", "The yardstick of {code} changed."),
    ),
    _Rule(
        lambda code: code.tensions,
        "rules",
        "MINOR",
        False,
        Bi("tension_with pada {code} berubah.", "tension_with of {code} changed."),
    ),
    _Rule(lambda code: code.name, "renamed", "PATCH", False, Bi("Nama {code} berubah.", "The name of {code} changed.")),
    _Rule(
        lambda code: (code.short, code.examples),
        "text",
        "PATCH",
        False,
        Bi("Uraian singkat atau contoh {code} berubah.", "The brief text or examples of {code} changed."),
    ),
    _Rule(
        lambda code: (code.terms, code.stance_cues),
        "terms",
        "PATCH",
        False,
        Bi(
            "Istilah atau penentu arah {code} berubah; hanya saran yang terpengaruh.",
            "Terms or stance cues of {code} changed; only suggestions are affected.",
        ),
    ),
)

_ADDED = Bi("{code} baru.", "{code} is new.")
_REMOVED = Bi(
    "{code} dihapus; lebih baik dipensiunkan (retired, replaced_by).",
    "{code} was removed; retiring it (retired, replaced_by) is better.",
)
_FACET_ADDED = Bi("Faset {facet} ditambahkan pada {code}.", "The facet {facet} was added to {code}.")
_FACET_GONE = Bi("Faset {facet} dihapus dari {code}.", "The facet {facet} was removed from {code}.")
_FACET_WORDS = Bi(
    "Nama atau istilah faset {facet} pada {code} berubah.", "The name or terms of the facet {facet} of {code} changed."
)
_LEXICON = Bi("Leksikon berubah; hanya saran yang terpengaruh.", "The lexicon changed; only suggestions are affected.")
_HEADINGS = Bi("Judul, bahasa atau sebutan tingkat berubah.", "The title, languages or names of levels changed.")
_THRESHOLDS = Bi(
    "Skala label atau ambang triangulasi berubah; hitung ulang temuan.",
    "The label scale or triangulation thresholds changed; compute the findings again.",
)
_BACKWARDS = Bi("Versi {new} lebih rendah daripada {old}.", "Version {new} is lower than {old}.")
_RAISE = Bi(
    "Periksa urutan kedua berkas, atau naikkan versinya.", "Check the order of the two files, or raise the version."
)
_SAME = Bi(
    "Ada {count} perubahan, tetapi versinya tetap {new}.",
    "There are {count} change(s), yet the version is still {new}.",
)
_TOO_SMALL = Bi(
    "Perubahan setingkat {level}, tetapi versi hanya naik dari {old} ke {new}.",
    "The changes are of level {level}, yet the version only went from {old} to {new}.",
)
_RAISE_PLACE = Bi(
    "Naikkan bagian {level} dari versi, dan catat di changelog.",
    "Raise the {level} place of the version, and note it in changelog.",
)
_FROZEN = Bi(
    "Buku kode frozen hanya menerima PATCH; di sini ada {level}: {codes}.",
    "A frozen codebook takes PATCH only; here is {level}: {codes}.",
)
_THAW = Bi(
    "Kembalikan status ke draft atau piloted untuk versi baru, dan isi recode_needed.",
    "Set the status back to draft or piloted for the new version, and state recode_needed.",
)
