"""What a finding states: the researcher's own sentence, else one that the machine suggests from label or status."""

from __future__ import annotations

from kualcode.analysis import words as shown
from kualcode.analysis.evidence import Axis
from kualcode.analysis.findings.finding import Finding
from kualcode.analysis.narrative.words import AXES, NOTHING, clause, name
from kualcode.errors import Bi
from kualcode.model import Codebook

KINDS = {
    "hindering": Bi("faktor penghambat", "a hindering factor"),
    "driving": Bi("faktor pendorong", "a driving factor"),
}


def claim(finding: Finding, book: Codebook) -> Bi:
    """The claim as a clause ("penyelesaian pekerjaan cenderung baik"), with a subject even where nothing is claimed."""
    suggested = clause(finding.claim) if finding.claim else suggestion(finding, book)
    if suggested.id:
        return suggested
    frame = _CONTRADICTORY if finding.verdict.verdict == "DISSONANCE" else _UNRATED
    return frame.fill(name=name(finding.code))


def is_own(finding: Finding) -> bool:
    """Whether what is stated is the researcher's: her sentence, or a label that the evidence does not suggest."""
    label = finding.own.label if finding.own else None
    return finding.claim is not None or (label is not None and label != finding.verdict.label)


def suggestion(finding: Finding, book: Codebook) -> Bi:
    """The machine's own clause: a category where there is a criterion, else the way the findings lean."""
    if finding.code.kind == "factor":
        return _factor(finding)
    if finding.verdict.gate == "DESCRIBE" or finding.label is None:
        return NOTHING
    frame = _RATED if shown.has_criterion(book, finding.code.id) else _TENDS
    return frame.fill(name=name(finding.code), label=shown.label(book, finding.label))


def standing(finding: Finding) -> str:
    """How a factor stands: supported, refuted, disputed, each "as a condition" where nobody says that it works."""
    status = finding.verdict.status
    if status is None or finding.verdict.gate == "DESCRIBE":
        return "described"
    return f"{status} condition" if finding.verdict.condition_only and status != "refuted" else status


def _factor(finding: Finding) -> Bi:
    frame = _STANDINGS.get(standing(finding), NOTHING)
    return frame.fill(name=name(finding.code), kind=KINDS[finding.code.direction or "hindering"])


def basis(finding: Finding, axis: Axis) -> Bi:
    """On what a statement rests: "(triangulasi teknik, 2 dari 3)"."""
    values = {"axis": AXES[axis], "k": finding.verdict.k, "n": len(finding.verdict.groups)}
    return _BASIS.fill(**values) if finding.verdict.k else _AXIS_ONLY.fill(**values)


def counts(finding: Finding) -> tuple[tuple[str, str], ...]:
    """The figures of a basis, for the trace."""
    return ("k", str(finding.verdict.k)), ("groups", str(len(finding.verdict.groups)))


_CONTRADICTORY = Bi(
    "data tentang {name} bertentangan, dan peneliti sudah memutuskan pertentangannya",
    "the data on {name} contradict one another, and the researcher has settled the contradiction",
)
_UNRATED = Bi("{name} belum berkategori", "{name} carries no label yet")
_RATED = Bi("{name} tergolong {label}", "the picture of {name} is {label}")
_TENDS = Bi("{name} cenderung {label}", "the picture of {name} tends to be {label}")
_STANDINGS = {
    "supported": Bi("{name} merupakan {kind}", "the factor “{name}” is at work as {kind}"),
    "supported condition": Bi(
        "{name} ditemukan di lapangan, tetapi pengaruhnya terhadap kinerja belum dinyatakan oleh sumber",
        "the factor “{name}” is found in the field, but no source states its effect on performance",
    ),
    "disputed": Bi("{name} sebagai {kind} masih diperdebatkan", "the factor “{name}” is in dispute as {kind}"),
    "disputed condition": Bi(
        "adanya {name} masih diperdebatkan, dan pengaruhnya terhadap kinerja belum dinyatakan oleh sumber",
        "whether there is the factor “{name}” is in dispute, and no source states its effect on performance",
    ),
    "refuted": Bi("{name} dibantah sebagai {kind}", "the factor “{name}” is denied as {kind}"),
}
_BASIS = Bi("({axis}, {k} dari {n})", "({axis}, {k} of {n})")
_AXIS_ONLY = Bi("({axis})", "({axis})")
