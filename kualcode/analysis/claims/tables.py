"""Figures counted up from the rows of a document, with the sum shown: "394 tamu dalam 18 hari = 21,9 per hari".

A figure from a table speaks for its document and is no coding; its evidence is "tabel:<source>:<kind>".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from kualcode.analysis.claims.columns import Kind, Row, Sheet, sheets, unread
from kualcode.analysis.claims.counts import READERS, Derived, Figure
from kualcode.analysis.claims.facts import TABLE
from kualcode.analysis.claims.keys import scope_of
from kualcode.analysis.claims.shown import number as shown
from kualcode.analysis.claims.words import lexicon
from kualcode.analysis.evidence import Claim
from kualcode.errors import Bi
from kualcode.language.quantity import Quantity
from kualcode.text import sha256

_TENTH = Fraction(1, 10)


class Counted(NamedTuple):
    """A claim that a table makes, and how it came about."""

    claim: Claim
    derived: Derived


def counted(
    rows: Iterable[Row], *, source: str, period: str | None = None, title: str = "", language: str = "id"
) -> list[Counted]:
    """Every figure that the tables of a source give when their rows are counted up.

    `rows` are all lines of the source that are rows of tables, headers among them; tables of one kind are taken
    together. `period` holds where the rows tell none, and a section that the title names is of what they are. Tables
    that are not understood give nothing. The claims have no code; `of_code` gives them one.
    """
    scope = " ".join(scope_of(title, lexicon(language)))
    found: dict[Kind, list[Sheet]] = {}
    for sheet in sheets(rows):
        found.setdefault(sheet.kind, []).append(sheet)
    return [
        _counted(figure, f"{TABLE}{source}:{kind}", scope)
        for kind, tables in found.items()
        for figure in READERS[kind](tables, period, language)
    ]


def sums(rows: Sequence[Row], *, period: str | None = None, language: str = "id") -> tuple[Bi | None, Bi]:
    """What is counted up from the tables of a register and, where that is nothing, why: the columns that are missing.

    The sums of each kind of table come with the number of rows from which they are made.
    """
    made: dict[Kind, list[Derived]] = {}
    for one in counted(rows, source="", period=period, language=language):
        made.setdefault(one.derived.kind, []).append(one.derived)
    chosen = [next((one for one in found if one.over), found[0]) for found in made.values()]  # a mean tells its sum too
    told = [_SUMMED.fill(rows=one.rows, text=one.text) for one in chosen]
    if told:
        return Bi("; ".join(one.id for one in told), "; ".join(one.en for one in told)), _NOTHING
    near = unread(rows)
    if near is None:
        return None, _NO_HEADER if rows else _NO_ROWS
    if not near.missing:
        return None, _EMPTY.fill(kind=_KINDS[near.kind])
    names = [_COLUMNS[name] for name in near.missing]
    missing = Bi(", ".join(name.id for name in names), ", ".join(name.en for name in names))
    return None, _MISSING.fill(kind=_KINDS[near.kind], missing=missing)


def of_code(found: Sequence[Counted], code: str) -> list[Counted]:
    """The same figures as claims on a code, with ids of their own."""
    ids = {one.claim.id: _id(one.claim.id, code) for one in found}
    return [
        one._replace(
            claim=replace(
                one.claim, id=ids[one.claim.id], code=code, partition_of=ids.get(one.claim.partition_of or "")
            )
        )
        for one in found
    ]


def _counted(figure: Figure, evidence: str, scope: str) -> Counted:
    claim = Claim(
        id=_id(evidence, figure.name),
        evidence=evidence,
        quantity=_quantity(figure),
        measure=figure.measure,
        subject=f"{scope} {figure.subject}".strip(),
        unit=figure.unit,
        period=figure.period,
        modality=figure.modality,
        partition_of=_id(evidence, figure.whole) if figure.whole else None,
        role=figure.role,
    )
    return Counted(claim, figure.derived)


def _id(*parts: str) -> str:
    return f"CL-{sha256(chr(0).join(parts))[:10]}"


def _quantity(figure: Figure) -> Quantity:
    """The figure as it is shown; a mean or share is rounded to a tenth and reaches half of it either way."""
    value, mean = figure.derived.result, figure.rounded and figure.unit != "percent"
    if figure.rounded:
        value = Fraction(round(value * 10), 10)
    raw = shown(value, 1 if figure.rounded else None).id
    step = _TENTH if figure.rounded else Fraction(0)
    return Quantity(
        0,
        len(raw),
        raw,
        value,
        value,
        unit=figure.unit or None,
        integer=not figure.rounded and value.denominator == 1,
        aggregate="mean" if mean else None,
        step=step,
    )


_NOTHING = Bi("", "")
_KINDS: dict[Kind, Bi] = {
    "buku-tamu": Bi("buku tamu", "guest book"),
    "absensi": Bi("rekap keterlambatan", "record of lateness"),
    "realisasi": Bi("tabel target dan realisasi", "table of targets and results"),
    "anggaran": Bi("tabel anggaran", "table of a budget"),
}
_COLUMNS = {
    "date": Bi("tanggal", "date"),
    "why": Bi("keperluan atau layanan", "purpose"),
    "present": Bi("nama, nomor antrean, atau jam", "name, queue number or time"),
    "who": Bi("nama pegawai", "employee"),
    "late": Bi("terlambat", "late"),
    "what": Bi("kegiatan", "activity"),
    "target": Bi("target", "target"),
    "reached": Bi("realisasi", "actual"),
    "budget": Bi("pagu", "budget"),
    "spent": Bi("realisasi anggaran", "spent"),
}
_SUMMED = Bi("{rows} baris: {text}", "{rows} rows: {text}")
_MISSING = Bi("dibaca sebagai {kind}, tetapi kolom ini tidak ada: {missing}", "read as a {kind}, without: {missing}")
_EMPTY = Bi(
    "kolomnya dikenali ({kind}), tetapi tidak ada baris yang dapat dihitung",
    "its columns are known ({kind}), but no row of it can be counted",
)
_NO_HEADER = Bi("judul kolomnya tidak dikenali", "the headings of its columns are not known")
_NO_ROWS = Bi("tidak memuat tabel", "it holds no table")
