"""T1: one scope labelled differently in two sections (method 1.6)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from kualcode.analysis.rules.flags import Flag, Severity
from kualcode.analysis.statements import SECTION_NAMES, Labelled, Statement, place, refs, scope_name
from kualcode.errors import Bi
from kualcode.model import Codebook

# The introduction tells what was known before the study, the methods say how, advice what ought to be.
_LABELLING = ("abstract", "results", "discussion", "conclusion")
_CROSSED = Bi(
    "Label untuk {scope} berseberangan: {shown}. Tentukan satu label yang didukung data, lalu samakan di semua bagian; "
    "bila penilaian memang berubah, jelaskan sebabnya.",
    "The labels for {scope} are on opposite sides: {shown}. Settle on the one that the data carry and use it in every "
    "section; if the judgement did change, say why.",
)
_SHIFTED = Bi(
    "Tingkat label untuk {scope} berbeda: {shown}. Pakai satu tingkat di semua bagian.",
    "The label for {scope} differs in degree: {shown}. Use one degree in every section.",
)


class Said(NamedTuple):
    """A label and the sentence that gives it."""

    statement: Statement
    label: Labelled


class Side(NamedTuple):
    """What one section says of one scope: its labels, and the side of the midline if all are on one."""

    said: tuple[Said, ...]
    firm: bool
    side: bool | None
    levels: frozenset[str]
    language: str


def t1(statements: Sequence[Statement], book: Codebook) -> list[Flag]:
    """A BLOCK where two sections label a scope on both sides of the midline; a WARN where only the degree differs.

    A section that sums up counts by its summing-up where it holds both. Labels said as a reservation count where
    a section says nothing firmer; praise in passing never differs in degree. [method 1.6]
    """
    found = [_flag(scope, groups, book) for scope, groups in sides(statements, book).items()]
    return [flag for flag in found if flag is not None]


def sides(statements: Sequence[Statement], book: Codebook) -> dict[str, list[Side]]:
    """What each section that labels says of each scope; abstracts count by their language."""
    favourable = {label.id: label.favourable for label in book.label_scale}
    scopes: dict[str, dict[tuple[str, str], list[Said]]] = {}
    for statement in statements:
        if statement.section in _LABELLING and not statement.is_recommendation:
            for label in statement.labels:
                if label.label in favourable:
                    group = (statement.section, statement.language if statement.section == "abstract" else "")
                    scopes.setdefault(label.scope, {}).setdefault(group, []).append(Said(statement, label))
    return {scope: [_side(said, favourable) for said in groups.values()] for scope, groups in scopes.items()}


def _side(said: Sequence[Said], favourable: dict[str, bool]) -> Side:
    ranks = (
        [s for s in said if not s.label.reserved and not s.label.weak],
        [s for s in said if s.label.reserved and not s.label.weak],
        list(said),
    )
    rank = next(number for number, group in enumerate(ranks) if group)
    chosen = ranks[rank]
    sides = {favourable[s.label.label] for s in chosen}
    if len(sides) > 1:
        chosen = [s for s in chosen if s.statement.summing] or chosen
        sides = {favourable[s.label.label] for s in chosen}
    return Side(
        tuple(chosen),
        rank == 0,
        sides.pop() if len(sides) == 1 else None,
        frozenset(s.label.label for s in chosen),
        said[0].statement.language,
    )


def _flag(scope: str, said_by: Sequence[Side], book: Codebook) -> Flag | None:
    crossed = [(a, b) for a, b in combinations(said_by, 2) if _crosses(a, b)]
    shifted = [(a, b) for a, b in combinations(said_by, 2) if _shifts(a, b)]
    if not crossed and not shifted:
        return None
    severity: Severity = "BLOCK" if crossed else "WARN"
    said = in_order(one for pair in (crossed or shifted) for side in pair for one in side.said)
    message = (_CROSSED if crossed else _SHIFTED).fill(scope=scope_name(scope, book), shown=shown(said))
    return Flag(
        "T1",
        severity,
        _targets(scope, said, book),
        message,
        places=tuple(dict.fromkeys(place(s.statement) for s in said)),
        details=(
            ("scope", scope),
            *((s.statement.section, s.label.label) for s in said),
            *refs([s.statement for s in said]),
        ),
    )


def _targets(scope: str, said: Sequence[Said], book: Codebook) -> tuple[str, ...]:
    """The scope, and its parts with which the sentences that label it are coded."""
    if scope not in book.by_id:
        return ("*",)
    parts = {
        code for s in said for code in s.statement.codes if code in book.by_id and book.by_id[code].parent == scope
    }
    return (scope, *(code.id for code in book.codes if code.id in parts))


def _crosses(one: Side, other: Side) -> bool:
    """Whether two sections are on opposite sides, one of them firmly."""
    if one.side is None or other.side is None or one.side == other.side:
        return False
    return one.firm or other.firm


def _shifts(one: Side, other: Side) -> bool:
    """Whether two sections are on one side, both firm and in one language, and share no degree."""
    return (
        one.firm
        and other.firm
        and one.side is not None
        and one.side == other.side
        and one.language == other.language
        and one.levels.isdisjoint(other.levels)
    )


def in_order(said: Iterable[Said]) -> list[Said]:
    """Labels as they stand in a draft, each once."""
    seen = {(s.statement.id, s.label.words, s.label.label): s for s in said}
    return sorted(
        seen.values(), key=lambda s: (_LABELLING.index(s.statement.section), s.statement.line, s.statement.id)
    )


def shown(said: Sequence[Said]) -> Bi:
    """“cukup baik” in the abstract (line 15), ... each once."""
    parts = [
        Bi(
            f"{SECTION_NAMES[s.statement.section].id} “{s.label.words or s.label.label}”{_line(s.statement, 'brs.')}",
            f"{SECTION_NAMES[s.statement.section].en} “{s.label.words or s.label.label}”{_line(s.statement, 'line')}",
        )
        for s in said
    ]
    return Bi("; ".join(dict.fromkeys(p.id for p in parts)), "; ".join(dict.fromkeys(p.en for p in parts)))


def _line(statement: Statement, word: str) -> str:
    return f" ({word} {statement.line})" if statement.line else ""
