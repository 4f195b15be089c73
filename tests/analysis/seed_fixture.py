"""The seed paper as a case: its units of evidence, its claims, the flags on it, and the table that is to come out."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from kualcode.analysis.evidence import Case, Claim, Evidence, Judgement
from kualcode.analysis.rules.flags import Flag
from kualcode.codebook import read
from kualcode.errors import Bi
from kualcode.language.numbers import parse

ROOT = Path(__file__).parents[2]
FIXTURE = ROOT / "tests" / "fixtures" / "seed_paper.yaml"
CODEBOOK = ROOT / "codebooks" / "asn-kinerja.yaml"
_FIELDS = {field.name for field in fields(Evidence)}


@dataclass(frozen=True)
class Row:
    """One line of the table: stances are interview, observation, documentation."""

    code: str
    stances: tuple[str, ...]
    verdict: str | None
    label: str | None
    gate: str | None
    paper: str | None


@dataclass(frozen=True)
class Seed:
    """Everything the fixture holds beside the paper's text."""

    case: Case
    flags: tuple[Flag, ...]
    expected: tuple[Row, ...]

    @property
    def paper(self) -> tuple[Judgement, ...]:
        """The paper's own labels, as if a researcher held them without a memo."""
        return tuple(Judgement(row.code, row.paper) for row in self.expected if row.paper)


@cache
def seed() -> Seed:
    """The fixture, read once."""
    tree: dict[str, Any] = yaml.safe_load(FIXTURE.read_text(encoding="utf-8"))
    book, _ = read(CODEBOOK)
    evidence = tuple(map(_evidence, tree["evidence"]))
    codes = {one.id: one.code for one in evidence}
    claims = tuple(_claim(row, codes) for row in tree["claims"])
    return Seed(
        case=Case(book=book, evidence=evidence, claims=claims),
        flags=tuple(map(_flag, tree["flags"])),
        expected=tuple(_row(code, row) for code, row in tree["expected"].items()),
    )


def _evidence(row: dict[str, Any]) -> Evidence:
    """A unit of evidence; the paper is the document of all."""
    assert row.keys() <= _FIELDS, row.keys() - _FIELDS
    return Evidence(**{"doc_id": "makalah", **row})


def _claim(row: dict[str, Any], codes: dict[str, str]) -> Claim:
    """A claim, its figure read by the number reader."""
    rest = dict(row)
    (quantity,) = parse(rest.pop("figure"))
    return Claim(quantity=quantity, code=codes[row["evidence"]], **rest)


def _flag(row: dict[str, Any]) -> Flag:
    why = row.get("why", "")
    return Flag(row["rule"], row["severity"], tuple(row["targets"]), Bi("", ""), places=(why,) if why else ())


def _row(code: str, row: dict[str, Any]) -> Row:
    return Row(code, tuple(row["stances"]), row["verdict"], row["label"], row["gate"], row.get("paper"))
