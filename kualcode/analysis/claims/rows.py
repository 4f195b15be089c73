"""One row of a table of results as claims: its target, and what was reached."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from kualcode.analysis.claims.columns import Sheet, number
from kualcode.analysis.claims.keys import subject_words
from kualcode.analysis.claims.reading import claim_id
from kualcode.analysis.claims.words import lexicon
from kualcode.analysis.evidence import Claim, Modality
from kualcode.language.quantity import Quantity


class Quoted(NamedTuple):
    """What is coded of a row: where the row begins in the quote (below 0: before it), and how long the quote is."""

    evidence: str
    code: str
    start: int
    length: int


def row_claims(
    sheet: Sheet, row: Sequence[str], quote: Quoted, *, period: str | None = None, language: str = "id"
) -> list[Claim]:
    """Target and result of a coded row of a table of results; none for a row of another table.

    What is counted is the row's unit ("unit"), of what is its activity. Only cells that the quote holds count.
    """
    if sheet.kind != "realisasi":
        return []
    lex = lexicon(language)
    unit = sheet.cell(row, "unit").casefold()
    subject = " ".join(subject_words(lex.words(sheet.cell(row, "what")), lex))
    claims = []
    for column, modality in (("target", _planned(sheet)), ("reached", "realised")):
        value = number(sheet.cell(row, column), language)
        if value is None or not subject:
            continue
        quantity = _placed(row, sheet.columns[column], value, unit, quote.start)
        if quantity.start < 0 or quantity.end > quote.length:
            continue
        claims.append(
            Claim(
                id=claim_id(quote.evidence, quantity),
                evidence=quote.evidence,
                quantity=quantity,
                measure=unit,
                subject=subject,
                unit=unit,
                period=period,
                modality=modality,
                code=quote.code,
            )
        )
    return claims


def _planned(sheet: Sheet) -> Modality:
    """Whether the column beside the result is headed as a plan or as a target."""
    heading = sheet.header[sheet.columns["target"]].casefold()
    return "planned" if "rencana" in heading or "plan" in heading else "target"


def _placed(row: Sequence[str], at: int, value: Fraction, unit: str, begins: int) -> Quantity:
    start = begins + sum(len(cell) + 1 for cell in row[:at])
    return Quantity(
        start,
        start + len(row[at]),
        row[at],
        value,
        value,
        unit=unit or None,
        integer=value.denominator == 1,
        step=Fraction(0),
    )
