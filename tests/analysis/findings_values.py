"""A small invented study as values, for the tests of findings: an office's service, and what hinders or drives it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from kualcode.analysis.claims.facts import facts
from kualcode.analysis.evidence import Case, Claim, Evidence, Judgement
from kualcode.analysis.findings.finding import Finding, findings
from kualcode.analysis.narrative.study import Study
from kualcode.analysis.rules.flags import Flag
from kualcode.analysis.triangulation.algorithm import judge, weigh
from kualcode.analysis.triangulation.axes import gating
from kualcode.analysis.verdicts import CodeVerdict
from kualcode.errors import Bi
from kualcode.judgements import Judgements
from kualcode.language.numbers import parse
from kualcode.model import Code, Codebook, Facet, Label, Lexicon, Stance

STANCES: dict[str, Stance] = {"+": "positive", "-": "negative", "~": "mixed", "0": "neutral"}
FIELDS = {"I": "informant", "O": "session_id", "D": "doc_family"}
TYPES = {"I": "interview", "O": "observation", "D": "documentation"}
SCALE = (
    Label("baik", 4, True, "good", ("sudah baik", "optimal")),
    Label("cukup baik", 3, True, "fairly good", ("cukup",)),
    Label("kurang baik", 2, False, "less than good", ("belum optimal",)),
    Label("tidak baik", 1, False, "poor"),
)


def code(identity: str, kind: Any, names: tuple[str, str], **more: Any) -> Code:
    """A code; its parent is what stands before its last point."""
    usual = {"direction": None, "codable": True, "short": Bi("", ""), "definition": Bi("Batasannya.", "What it is.")}
    parent = identity.rpartition(".")[0] or None
    return Code(id=identity, parent=parent, kind=kind, name=Bi(*names), **{**usual, **more})


CODES = (
    code("LAY", "indicator", ("Layanan", "Service")),
    code(
        "LAY.CPT",
        "sub_indicator",
        ("Kecepatan / antrean", "Speed / queue"),
        facets=(Facet("antrean", Bi("Antrean", "Queue")), Facet("loket", Bi("Loket", "Counter"))),
    ),
    code("LAY.RMH", "sub_indicator", ("Keramahan", "Courtesy"), criterion=Bi("SOP layanan", "service procedure")),
    code("MUTU", "indicator", ("Mutu", "Quality")),
    code("HMB", "factor_group", ("Faktor penghambat", "Hindering factors"), direction="hindering", codable=False),
    code("HMB.ALT", "factor", ("Kurangnya alat", "Lack of tools"), direction="hindering"),
    code("DRG", "factor_group", ("Faktor pendorong", "Driving factors"), direction="driving", codable=False),
    code("DRG.TIM", "factor", ("Kerja tim", "Teamwork"), direction="driving"),
)
BOOK = Codebook(
    id="layanan",
    version="1.0.0",
    status="draft",
    languages=("id", "en"),
    primary_language="id",
    title=Bi("Layanan", "Service"),
    sha256="",
    codes=CODES,
    lexicon=Lexicon(),
    label_scale=SCALE,
)


def said(line: str, of: str = "LAY.CPT", **more: Any) -> list[Evidence]:
    """Evidence on one code: "I1+ I2- O1~" is two informants and a session; each has words and a place of its own."""
    return [_said(word, of, at, more) for at, word in enumerate(line.split())]


def _said(word: str, of: str, at: int, more: dict[str, Any]) -> Evidence:
    kind, side = word[0], word[-1]
    key = f"{kind}-{word[1:-1]}"
    about = {
        "id": f"{of}:{at:02}:{word}",
        "quote": f"Pernyataan nomor {at} dari {key} tentang {of} yang cukup panjang.",
        "doc_id": f"berkas/{key}.txt",
        "turn": f"{of}-{at}",
        "line_from": at + 1,
        "line_to": at + 1,
        "start": at * 100,
        "end": at * 100 + 60,
        "date": "2026-02-09",
        "coder": "Sari",
        FIELDS[kind]: key,
        **({"role_group": "staf"} if kind == "I" else {}),
        **more,
    }
    return Evidence(source_type=TYPES[kind], code=of, stance=STANCES[side], **about)  # type: ignore[arg-type]


def claim(evidence: Evidence, figure: str, measure: str = "tamu per hari", **more: Any) -> Claim:
    """A figure that a statement gives."""
    (quantity,) = parse(figure)
    about = {"id": f"CL-{evidence.id}", "evidence": evidence.id, "code": evidence.code, **more}
    return Claim(quantity=quantity, measure=measure, **about)


@dataclass(frozen=True)
class Made:
    """Findings with what they were made from."""

    case: Case
    study: Study

    def of(self, identity: str) -> Finding:
        """The finding on a code."""
        found = self.study.of(identity)
        assert found is not None
        return found


def made(
    *evidence: Evidence,
    flags: tuple[Flag, ...] = (),
    judged: Judgements | None = None,
    title: str = "",
    book: Codebook = BOOK,
    **case: Any,
) -> Made:
    """Findings of some evidence, with flags, and with what the researcher holds."""
    study = Case(book=book, evidence=evidence, **case)
    tri = judge(weigh(study, gating(study.design)), study, flags)
    written = judged or Judgements()
    return Made(study, Study(book, tri.axis, findings(study, tri, facts(study), written), written, title))


def own(code: str, label: str | None = None, claim: str | None = None, **more: Any) -> Judgement:
    """What the researcher holds of a code; a claim in both languages alike."""
    return Judgement(code, label, (claim, claim) if claim else None, **more)


def verdict_of(made: Made, identity: str) -> CodeVerdict:
    """The verdict behind a finding."""
    return made.of(identity).verdict


def with_criteria(book: Codebook = BOOK) -> Codebook:
    """The codebook with a criterion on every sub-indicator."""
    codes = (
        replace(one, criterion=Bi("SOP", "procedure")) if one.kind == "sub_indicator" else one for one in book.codes
    )
    return replace(book, codes=tuple(codes))
