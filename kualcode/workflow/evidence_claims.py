"""A claim as a line of an evidence file: a figure with the key by which it meets others of the same thing."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, cast

from kualcode.analysis.evidence import Claim, Modality
from kualcode.errors import Bi, UsageError
from kualcode.language import numbers
from kualcode.language.quantity import Quantity
from kualcode.text import squash
from kualcode.workflow.evidence_fields import Line, plain

MODALITIES: dict[Modality, Bi] = {
    "realised": Bi("realisasi", "realised"),
    "planned": Bi("rencana", "planned"),
    "target": Bi("target", "target"),
}
_ROLES = plain(("total", "part", "exception", "all", "deferred", "value"))
_MEAN = {"mean": Bi("rata-rata", "mean")}
_UNITS = {"%": "percent", "persen": "percent", "rp": "rupiah", "idr": "rupiah"}  # as the parser of figures names them


def claim(line: Line, language: str) -> Claim:
    """The claim of a line; `code` is left empty where the line has none. Raises UsageError.

    The figure is `lo` and `hi` (a missing `hi` is the same as `lo`, null is no upper end), or else what `raw` says.
    Measures, subjects and units meet without regard to upper and lower case; an empty measure meets nothing.
    """
    quantity = _quantity(line, language)
    partition = line.word("partition_of")
    role = line.one_of("role", _ROLES) or ("part" if partition else "value")
    return Claim(
        id=line.needed("id"),
        evidence=line.needed("evidence"),
        quantity=quantity,
        measure=(line.word("measure") or "").casefold(),
        subject=(line.word("subject") or "").casefold(),
        unit=quantity.unit or "",
        period=line.word("period"),
        modality=line.one_of("modality", MODALITIES) or "realised",
        partition_of=partition,
        role=cast("Any", role),
        code=line.word("code") or "",
        edited_by=line.word("edited_by"),
    )


def _quantity(line: Line, language: str) -> Quantity:
    raw = squash(line.text("raw") or "")
    lo, hi = line.exact("lo"), line.exact("hi")
    if lo is not None and not line.has("hi"):
        hi = lo
    said = _said(raw, language)
    if lo is None and said is None:
        raise UsageError(_NO_FIGURE)
    if lo is None and hi is not None:
        raise UsageError(_NO_LO)
    if lo is not None and hi is not None and hi < lo:
        raise UsageError(_TURNED)
    same = said if said is not None and (lo is None or (said.lo, said.hi) == (lo, hi)) else None
    if same is not None:
        lo, hi = same.lo, same.hi
    whole = line.flag("integer") if line.has("integer") else same is not None and same.integer
    step = line.exact("step")
    if step is None:
        step = Fraction(0) if whole or lo != hi else same.step if same else _step(str(line.raw("lo")))
    start = line.whole("start", 0)
    return Quantity(
        start=start,
        end=line.whole("end", start + len(raw)),
        raw=raw,
        lo=lo,
        hi=hi,
        lo_open=line.flag("lo_open") if line.has("lo_open") else same is not None and same.lo_open,
        hi_open=line.flag("hi_open") if line.has("hi_open") else same is not None and same.hi_open,
        unit=_unit(line.word("unit") or (same.unit if same else None) or ""),
        approx=line.flag("approx") if line.has("approx") else same is not None and same.approx,
        integer=whole,
        aggregate="mean" if line.one_of("aggregate", _MEAN) or (same is not None and same.aggregate) else None,
        kind="number" if lo == hi else "range",
        step=step,
    )


def _unit(word: str) -> str | None:
    small = word.casefold()
    return _UNITS.get(small, small) or None


def _said(raw: str, language: str) -> Quantity | None:
    """The one figure in the words of a claim; None where there is none, or several."""
    found = [figure for figure in numbers.parse(raw, language=language) if figure.is_claim] if raw else []
    return found[0] if len(found) == 1 else None


def _step(literal: str) -> Fraction:
    """The unit of the last digit of a figure as it is written: "92.4" has 1/10."""
    if "/" in literal:
        return Fraction(0)
    return Fraction(1, 10 ** len(literal.partition(".")[2]))


_NO_FIGURE = Bi("angkanya belum diisi: beri lo dan hi, atau raw.", "there is no figure: give lo and hi, or raw.")
_NO_LO = Bi("lo belum diisi.", "lo is missing.")
_TURNED = Bi("hi lebih kecil daripada lo.", "hi is smaller than lo.")
