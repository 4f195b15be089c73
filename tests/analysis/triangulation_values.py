"""Small studies to triangulate, written in a line: "I1+ I2- O1+ D1~" is two informants, a session, a document."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from kualcode.analysis.evidence import Case, Evidence, EvidenceType
from kualcode.analysis.rules.flags import Flag, Severity
from kualcode.analysis.triangulation.algorithm import triangulate
from kualcode.analysis.verdicts import CodeVerdict
from kualcode.codebook.build import DEFAULT_LABELS
from kualcode.errors import Bi
from kualcode.model import Code, Codebook, Facet, Kind, Lexicon, Stance

TYPES: dict[str, EvidenceType] = {
    "I": "interview",
    "O": "observation",
    "D": "documentation",
    "U": "unattributed",
    "P": "pooled",
}
STANCE: dict[str, Stance] = {"+": "positive", "-": "negative", "~": "mixed", "0": "neutral"}
FIELD = {"I": "informant", "O": "session_id", "D": "doc_family"}


def code(id_: str, kind: Kind = "sub_indicator", parent: str | None = None, **more: Any) -> Code:
    """A code with nothing in it but what triangulation asks for."""
    facets = tuple(Facet(name, Bi(name, name)) for name in ("f", "g"))
    bare = {"direction": None, "codable": True, "name": Bi(id_, id_), "short": Bi("", ""), "definition": Bi("", "")}
    return Code(**{"id": id_, "kind": kind, "parent": parent, "facets": facets, **bare, **more})


def book(*codes: Code, **settings: str) -> Codebook:
    """A codebook: X stands alone, P has the children A and B, FH the factor F."""
    usual = (
        code("X", "indicator"),
        code("P", "indicator"),
        code("A", parent="P"),
        code("B", parent="P"),
        code("FH", "factor_group"),
        code("F", "factor", "FH"),
    )
    return Codebook(
        id="uji",
        version="1.0.0",
        status="draft",
        languages=("id", "en"),
        primary_language="id",
        title=Bi("Uji", "Test"),
        sha256="",
        codes=codes or usual,
        lexicon=Lexicon(),
        label_scale=DEFAULT_LABELS,
        triangulation=tuple((name.replace("__", "."), value) for name, value in settings.items()),
    )


def rows(line: str, of: str = "X", **more: Any) -> list[Evidence]:
    """Evidence on one code; a facet follows after a slash: "I1+/f". Each is a document and a turn of its own."""
    return [_row(word, of, at, more) for at, word in enumerate(line.split())]


def _row(word: str, of: str, at: int, more: dict[str, Any]) -> Evidence:
    found = re.fullmatch(r"([IODUP])(\d*)([-+~0])(?:/(\w+))?", word)
    assert found, word
    kind, number, side, facet = found.groups()
    named = {FIELD[kind]: f"{kind}-{number}"} if kind in FIELD else {}
    about = {"doc_id": f"{kind}{number}-{at}", "turn": "1", "facet": facet, **named, **more}
    return Evidence(id=f"{of}-{at:03}-{word}", source_type=TYPES[kind], code=of, stance=STANCE[side], **about)


def case(line: str = "", evidence: Iterable[Evidence] = (), **more: Any) -> Case:
    """A study with a line of evidence on X, and what else is given."""
    return Case(book=more.pop("codebook", None) or book(), evidence=(*rows(line), *evidence), **more)


def on_x(line: str, **more: Any) -> CodeVerdict:
    """What is made of a line of evidence on X."""
    return triangulate(case(line, **more)).of("X")


def flag(rule: str, *targets: str, severity: Severity = "BLOCK") -> Flag:
    """A rule that fires."""
    return Flag(rule, severity, targets, Bi("Pesan.", "Message."))


def signs(row: CodeVerdict) -> str:
    """The stances of a row, in the order of the axis."""
    return " ".join(group.sign for group in row.groups)


def gate_ids(row: CodeVerdict) -> list[str]:
    """Reasons of the gate, as a machine reads them."""
    return [reason.id for reason in row.gate_reasons]


def reason_ids(row: CodeVerdict) -> list[str]:
    """Reasons of the confidence, as a machine reads them."""
    return [reason.id for reason in row.reasons]


def removed(study: Case, **fields: str) -> Case:
    """The study without the evidence that has these values."""
    kept = [one for one in study.evidence if any(getattr(one, name) != value for name, value in fields.items())]
    return replace(study, evidence=tuple(kept))
