"""What follows for a label where a resolution prefers one side of a dissonance: the label of that side's evidence.

`prefer` sets the other side's evidence aside where the groups contradict, for the label alone: verdict, voices and
counts stay as they are. `both_true` and `split` set nothing aside, so that no label is suggested and one of a single
side does not fit; `retract` withdraws the finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from kualcode.analysis.evidence import TECHNIQUES, Case, Evidence, Resolution
from kualcode.analysis.triangulation.labels import status
from kualcode.analysis.triangulation.pairs import opposed
from kualcode.analysis.triangulation.parents import GENERAL, below, children, combine
from kualcode.analysis.triangulation.thresholds import thresholds
from kualcode.analysis.triangulation.voices import voice_of
from kualcode.analysis.triangulation.weighing import study, weigh_all
from kualcode.analysis.verdicts import Chosen, CodeVerdict, Triangulation
from kualcode.analysis.words import TECHNIQUES as NAMES
from kualcode.analysis.words import sign
from kualcode.errors import Bi
from kualcode.model import Codebook


@dataclass(frozen=True, slots=True)
class Choices:
    """The sides preferred, by code, and the rows as they would stand on the evidence that is left."""

    sides: Mapping[str, Chosen] = field(default_factory=dict)
    left: Mapping[str, CodeVerdict] = field(default_factory=dict)


def choices(weighed: Triangulation, case: Case, resolutions: Iterable[Resolution]) -> Choices:
    """What the resolutions (all of them good enough to count) prefer among the codes in dissonance."""
    rows = {row.code: row for row in weighed.codes}
    sides = {
        one.target: one.side
        for one in resolutions
        if one.rule == "DISSONANCE" and one.decision == "prefer" and one.side and _torn(rows.get(one.target))
    }
    if not sides:
        return Choices()
    where = {code: _scope(case, rows, code) for code in sides}
    kept = [one for one in case.evidence if all(one.code not in where[c] or is_of(one, s) for c, s in sides.items())]
    left = _weighed(case, weighed, kept)
    return Choices({code: _chosen(case, weighed, code, side, where[code], left) for code, side in sides.items()}, left)


def applied(row: CodeVerdict, made: Choices, *, settled: bool, kind: str) -> CodeVerdict:
    """A row with its side and the label (of a factor: the status) that is left by it, and by those below."""
    side, left = made.sides.get(row.code), made.left.get(row.code)
    if row.verdict != "DISSONANCE" or left is None or not settled or left.verdict == "DISSONANCE":
        return replace(row, chosen=side)
    if kind == "factor":
        return replace(row, chosen=side, status=status(side.sign, left) if side else row.status)
    note = _NOTE.fill(side=named(side.side)) if side else _BELOW
    return replace(row, chosen=side, label=left.label, label_note=note if left.label else row.label_note)


def is_of(one: Evidence, side: str) -> bool:
    """Whether a piece of evidence is of a technique, a role group of informants, or a voice."""
    if side in TECHNIQUES:
        return one.source_type == side
    if one.source_type == "interview" and one.role_group == side:
        return True
    voice = voice_of(one)
    return voice is not None and voice[1] == side


def side_in_words(row: CodeVerdict, book: Codebook) -> Bi | None:
    """The side that was preferred, with the way it leans: "observasi (negatif)"; None where none was."""
    if row.chosen is None:
        return None
    return _SIDE.fill(side=named(row.chosen.side), sign=sign(book, row.code, row.chosen.sign))


def named(side: str) -> Bi:
    """A side as it is read: "observasi", "pimpinan", "I-03"."""
    return {str(kind): NAMES[kind] for kind in TECHNIQUES}.get(side, Bi(side, side))


def _torn(row: CodeVerdict | None) -> bool:
    return row is not None and row.verdict == "DISSONANCE"


def _scope(case: Case, rows: Mapping[str, CodeVerdict], code: str) -> frozenset[str]:
    """The codes whose evidence a preference is about: the parts that contradict, or all where the whole does."""
    family = children(case.book)
    parts = [rows[child.id] for child in family.get(code, ())]
    torn = [part.code for part in parts if _torn(part)]
    if _torn(rows[code].general):
        torn.append(GENERAL)
    rest = [part for part in (*parts, rows[code].general) if part is not None and part.code not in torn]
    whole = opposed([combine([part.groups[at].sign for part in rest]) for at in range(len(rows[code].groups))])
    if not torn or whole:
        return frozenset({code, *below(family, code)})
    return frozenset().union(*({code} if part == GENERAL else _scope(case, rows, part) for part in torn))


def _weighed(case: Case, weighed: Triangulation, evidence: Iterable[Evidence]) -> dict[str, CodeVerdict]:
    less = replace(case, evidence=tuple(evidence), claims=(), voices=None, asked={})
    return {row.code: row for row in weigh_all(study(less, weighed.axis, thresholds(case.book)))}


def _chosen(
    case: Case,
    weighed: Triangulation,
    code: str,
    side: str,
    scope: frozenset[str],
    left: Mapping[str, CodeVerdict],
) -> Chosen:
    """How the side itself leans where the groups contradict, and the label that is left."""
    own = _weighed(case, weighed, [one for one in case.evidence if one.code in scope and is_of(one, side)])
    return Chosen(side, combine([group.sign for group in own[code].groups]), left[code].label)


_SIDE = Bi("{side} ({sign})", "{side} ({sign})")
_NOTE = Bi("(sisi yang dipilih: {side})", "(preferred side: {side})")
_BELOW = Bi("(menurut sisi yang dipilih pada bagiannya)", "(by the side preferred on its parts)")
