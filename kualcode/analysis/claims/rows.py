"""One row of a table of results as claims: its target, and what was reached."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from kualcode.analysis.claims.columns import Sheet, number
from kualcode.analysis.claims.keys import sign_name, subject_words
from kualcode.analysis.claims.reading import claim_id
from kualcode.analysis.claims.shown import number as shown
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
    """Target, result and share of a coded row of a table of results; none for a row of another table.

    What is counted is the row's unit ("unit"), of what is its activity. Only cells that the quote holds count. The
    share is the printed one and, where that differs or is none, also what the result is of the target.
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
    return claims + (_shares(sheet, row, quote, subject, period, language) if subject else [])


def _shares(
    sheet: Sheet, row: Sequence[str], quote: Quoted, subject: str, period: str | None, language: str
) -> list[Claim]:
    """What was reached as a share of the target: as printed, and as worked out where that is another figure."""
    target, reached = (number(sheet.cell(row, column), language) for column in ("target", "reached"))
    cell = sheet.cell(row, "share").rstrip("% ")
    printed = number(cell, language) if cell else None
    made = reached / target * 100 if target and reached is not None else None
    found = []
    if printed is not None:
        decimals = len(cell.replace(".", ",").rpartition(",")[2]) if re.search(r"[.,]", cell) else 0
        found.append(("share", printed, Fraction(1, 10**decimals), row[sheet.columns["share"]]))
    if made is not None and (printed is None or abs(made - printed) > found[0][2]):
        rounded = Fraction(round(made * 100), 100)
        found.append(
            ("reached", rounded, Fraction(1, 100), f"{shown(rounded, 2).get('en' if language == 'en' else 'id')}%")
        )
    claims = []
    for column, value, step, raw in found:
        place = _placed(row, sheet.columns[column], value, "percent", quote.start)
        quantity = replace(place, raw=raw, step=step, integer=False)
        if quantity.start >= 0 and quantity.end <= quote.length:
            claims.append(
                Claim(
                    id=claim_id(quote.evidence, quantity),
                    evidence=quote.evidence,
                    quantity=quantity,
                    measure=sign_name("percent", lexicon(language)),
                    subject=subject,
                    unit="percent",
                    period=period,
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
