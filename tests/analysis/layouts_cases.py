"""A small invented study as values, for the tests of layouts: two indicators, a factor, three techniques."""

from __future__ import annotations

from typing import Any

from kualcode.analysis.evidence import Case, Evidence
from kualcode.analysis.triangulation.algorithm import triangulate
from kualcode.analysis.verdicts import Triangulation
from kualcode.document import Matrix
from kualcode.errors import Bi
from kualcode.model import Code, Codebook, Facet, Label, Lexicon

NO_BI = Bi("", "")


def code(identity: str, kind: Any, name: tuple[str, str], **more: Any) -> Code:
    """A code of the book; its parent is what stands before its last point."""
    parent = identity.rpartition(".")[0] or None
    told = {"direction": None, "codable": True, "short": Bi(f"tentang {name[0]}", f"about {name[1]}"), **more}
    return Code(id=identity, parent=parent, kind=kind, name=Bi(*name), definition=NO_BI, **told)


CODES = (
    code("LAY", "indicator", ("Layanan", "Service")),
    code("LAY.CPT", "sub_indicator", ("Kecepatan", "Speed"), criterion=Bi("SOP 15 menit", "SOP of 15 minutes")),
    code(
        "LAY.RMH",
        "sub_indicator",
        ("Keramahan", "Courtesy"),
        facets=(
            Facet("sapaan", Bi("Sapaan", "Greeting")),
            Facet("nada_bicara", Bi("Nada bicara", "Tone of voice")),
            Facet("antrean", Bi("Antrean", "Queue")),
        ),
    ),
    code("HMB", "factor_group", ("Penghambat", "Hindrances"), direction="hindering", codable=False),
    code("HMB.ALT", "factor", ("Alat kurang", "Lack of tools"), direction="hindering"),
)
SCALE = (
    Label("baik", 4, True, "good"),
    Label("cukup baik", 3, True, "fairly good"),
    Label("kurang baik", 2, False, "less than good"),
    Label("tidak baik", 1, False, "poor"),
)


def book(codes: tuple[Code, ...] = CODES, **triangulation: str) -> Codebook:
    """The codebook, with other codes or thresholds."""
    return Codebook(
        id="layanan",
        version="1.0.0",
        status="draft",
        languages=("id", "en"),
        primary_language="id",
        title=Bi("Layanan", "Service"),
        sha256="",
        codes=codes,
        lexicon=Lexicon(),
        label_scale=SCALE,
        triangulation=tuple(triangulation.items()),
    )


def said(number: int, code: str, stance: Any, who: str = "I-01", **more: Any) -> Evidence:
    """What an informant says in an interview; its id is E and the number."""
    return Evidence(id=f"E{number}", source_type="interview", code=code, stance=stance, informant=who, **more)


def seen(number: int, code: str, stance: Any, session: str = "O-1", **more: Any) -> Evidence:
    """What an observation records."""
    return Evidence(id=f"E{number}", source_type="observation", code=code, stance=stance, session_id=session, **more)


def written(number: int, code: str, stance: Any, family: str = "laporan", **more: Any) -> Evidence:
    """What a document holds."""
    return Evidence(id=f"E{number}", source_type="documentation", code=code, stance=stance, doc_family=family, **more)


def case(*evidence: Evidence, **more: Any) -> Case:
    """A case of this evidence."""
    return Case(**{"book": book(), "evidence": evidence, **more})


def run(study: Case, axis: Any = "technique") -> Triangulation:
    """Weighed and judged, without any rules."""
    return triangulate(study, axis)


def row(matrix: Matrix, code: str, lang: Any = "id") -> dict[str, str | int]:
    """The cells of a code's row by the heads of their columns, as text in one language."""
    heads = [column.get(lang) for column in matrix.columns]
    for cells in matrix.rows:
        texts = [cell.text.get(lang) if isinstance(cell.text, Bi) else cell.text for cell in cells]
        if any(str(text).split(" ")[0].rstrip(":") == code for text in texts):
            return dict(zip(heads, texts, strict=True))
    raise KeyError(code)


def opened(matrix: Matrix, code: str, head: str) -> list[str]:
    """Ids of the evidence to which a cell opens."""
    at = [column.id for column in matrix.columns].index(head)
    for cells in matrix.rows:
        if any(str(cell.text.id if isinstance(cell.text, Bi) else cell.text).split(" ")[0] == code for cell in cells):
            return [quote.evidence for quote in cells[at].quotes]
    raise KeyError(code)
