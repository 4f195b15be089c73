"""T5, T6 and T9 on what the researcher has written down of a study: labels, claims and recommendations."""

from __future__ import annotations

from collections.abc import Iterator

from kualcode.analysis.evidence import Case
from kualcode.analysis.rules.flags import Flag
from kualcode.analysis.verdicts import CodeVerdict, Triangulation
from kualcode.errors import Bi

_GROUNDED = ("POS", "NEG", "MIX", "NEU")


def check(case: Case, weighed: Triangulation) -> list[Flag]:
    """Every rule on the finding set. A study that has no recommendations yet is unfinished, not contradictory."""
    rows = {row.code: row for row in weighed.codes}
    return [*t5(case, rows), *t6(case, rows), *t9(case, rows)]


def t5(case: Case, rows: dict[str, CodeVerdict]) -> Iterator[Flag]:
    """T5, BLOCK: a label or a claim on a code for which nobody has said anything (method 1.6)."""
    for judged in case.judgements:
        row = rows.get(judged.code)
        if (judged.label or judged.claim) and row is not None and not _grounded(row):
            yield Flag("T5", "BLOCK", (judged.code,), _NO_EVIDENCE.fill(code=judged.code), places=("temuan.yaml",))


def t6(case: Case, rows: dict[str, CodeVerdict]) -> Iterator[Flag]:
    """T6, WARN: a hindering factor that no recommendation answers, and a recommendation that answers no finding."""
    if not case.recommendations:
        return
    answered = {code for one in case.recommendations for code in one.answers}
    for code in case.book.codes:
        row = rows.get(code.id)
        if row is None or code.kind != "factor" or code.direction != "hindering":
            continue
        if row.status in ("supported", "disputed") and not _met(case, code.id, answered):
            yield Flag("T6", "WARN", (code.id,), _UNANSWERED.fill(code=code.id, name=code.name))
    for one in case.recommendations:
        if not any(code in rows and _grounded(rows[code]) for code in one.answers):
            yield Flag("T6", "WARN", one.answers or ("*",), _UNFOUNDED.fill(id=one.id), places=(one.id,))


def t9(case: Case, rows: dict[str, CodeVerdict]) -> Iterator[Flag]:
    """T9, WARN: what a recommendation asks for is itself coded as something that hinders."""
    for one in case.recommendations:
        for code in one.concerns:
            if _hinders(case, rows, code):
                yield Flag("T9", "WARN", (code,), _CAUSE.fill(id=one.id, code=code), places=(one.id,))


def _hinders(case: Case, rows: dict[str, CodeVerdict], code: str) -> bool:
    known = case.book.by_id.get(code)
    hinders = known is not None and known.direction == "hindering"
    return hinders and code in rows and rows[code].status == "supported"


def _met(case: Case, code: str, answered: set[str]) -> bool:
    """Whether a code or one above it is answered."""
    parent = case.book.by_id[code].parent
    return code in answered or (parent is not None and _met(case, parent, answered))


def _grounded(row: CodeVerdict) -> bool:
    """Whether anything named speaks of a code; a group of factors rests on its factors."""
    return row.verdict is None or any(group.sign in _GROUNDED for group in row.groups)


_NO_EVIDENCE = Bi(
    "{code} diberi label atau pernyataan, padahal tidak ada bukti yang sumbernya jelas. Tambahkan bukti atau hapus.",
    "{code} is given a label or a claim, but no evidence with a named source speaks of it. Add evidence or drop it.",
)
_UNANSWERED = Bi(
    "Faktor penghambat {code} ({name}) belum dijawab oleh satu saran pun. Tambahkan saran, atau sebutkan faktor itu "
    "pada menjawab.",
    "No recommendation answers the hindering factor {code} ({name}). Add one, or name the factor under answers.",
)
_UNFOUNDED = Bi(
    "Saran {id} tidak menjawab temuan yang berbukti. Sebutkan temuannya pada menjawab, atau hapus saran itu.",
    "Recommendation {id} answers no finding that has evidence. Name the finding under answers, or drop it.",
)
_CAUSE = Bi(
    "Saran {id} menganjurkan hal yang menurut bukti justru menghambat ({code}). Jelaskan bagaimana akibat itu "
    "dihindari.",
    "Recommendation {id} asks for what the evidence shows to hinder ({code}). Say how that effect is avoided.",
)
