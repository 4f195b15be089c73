"""Figures, keys and facts as people read them: "20\u201325", "92,40%", "tamu per hari (2025)"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from kualcode.analysis.claims.keys import SIGN_NAMES, once
from kualcode.analysis.claims.words import lexicon
from kualcode.analysis.evidence import Claim, EvidenceType, Modality
from kualcode.analysis.words import TECHNIQUES
from kualcode.errors import Bi
from kualcode.language.quantity import Quantity

_PLACES = 2  # decimals of a figure that has no last printed digit
MODALITIES: dict[Modality, Bi] = {
    "realised": Bi("realisasi", "realised"),
    "planned": Bi("rencana", "planned"),
    "target": Bi("target", "target"),
}


def number(value: Fraction, places: int | None = None) -> Bi:
    """A number with thousands apart and its decimals: 1.042 and 21,9; 1,042 and 21.9."""
    digits = Decimal(value.numerator) / Decimal(value.denominator)
    whole = value.denominator == 1 and places is None
    kept = digits.quantize(Decimal(1).scaleb(-(0 if whole else _PLACES if places is None else places)), ROUND_HALF_UP)
    english = f"{kept:,f}"
    if "." in english and places is None:
        english = english.rstrip("0").rstrip(".")
    return Bi(english.translate(str.maketrans(",.", ".,")), english)


def shown(quantity: Quantity, unit: str = "") -> Bi:
    """A figure with its bounds; `unit` adds the sign of a share or of money."""
    if quantity.lo is None:
        return Bi(quantity.raw, quantity.raw)
    if rounded := _unhedged(quantity):
        return _ABOUT.fill(n=shown(rounded, unit))
    places = len(str(1 / quantity.step)) - 1 if 0 < quantity.step < 1 and quantity.is_single else None
    low = _signed(number(quantity.lo, places), unit)
    if quantity.is_single:
        return _MEAN.fill(n=low) if quantity.aggregate == "mean" else low
    if quantity.hi is None:
        return (_OVER if quantity.lo_open else _FROM).fill(n=low)
    high = _signed(number(quantity.hi), unit)
    if quantity.lo == 0:
        return (_UNDER if quantity.hi_open else _TO).fill(n=high)
    return Bi(f"{low.id}\u2013{high.id}", f"{low.en}\u2013{high.en}")


def _unhedged(quantity: Quantity) -> Quantity | None:
    """The figure behind "sekitar", which widens it by a tenth either way; None for one that was not widened so."""
    if not quantity.approx or quantity.lo is None or quantity.hi is None:
        return None
    low, high = quantity.lo * 10 / 9, quantity.hi * 10 / 11
    if low > high or low.denominator > 1 or high.denominator > 1:
        return None
    return replace(quantity, lo=low, hi=high, approx=False)


def _signed(figure: Bi, unit: str) -> Bi:
    if unit == "percent":
        return Bi(f"{figure.id}%", f"{figure.en}%")
    return Bi(f"Rp{figure.id}", f"Rp{figure.en}") if unit == "rupiah" else figure


def thing(claim: Claim) -> Bi:
    """Of what a figure is, each word once: "tamu per hari, rencana, 2025".

    English has it in English where it knows every word, else as the study has it: never half of each.
    """
    named = " ".join(part for part in (once(claim.measure, claim.subject), claim.subject) if part)
    parts = [Bi(named, in_english(named))] if named else []
    if claim.modality != "realised":
        parts.append(MODALITIES[claim.modality])
    if claim.period is not None:
        parts.append(Bi(claim.period, claim.period))
    return Bi(", ".join(part.id for part in parts), ", ".join(part.en for part in parts))


def told(claim: Claim) -> Bi:
    """A figure with what it is of: "8 kegiatan tidak mencapai target", "92,40% musala"."""
    named = replace(claim, measure="") if claim.measure in SIGN_NAMES else claim
    figure, what = shown(claim.quantity, claim.unit), thing(named)
    return Bi(f"{figure.id} {what.id}".strip(), f"{figure.en} {what.en}".strip())


def in_english(named: str) -> str:
    """An Indonesian key in English; as it is where a word of it is not known."""
    lex = lexicon("id")
    words = lex.words(named)
    found, index = list[str](), 0
    while index < len(words):
        known = lex["english"].at(words, index)
        if known is None:
            return named
        found.append(known.head)
        index = known.last
    return " ".join(found)


def said_by(claims: Sequence[Claim], kinds: Mapping[str, EvidenceType]) -> Bi:
    """Figures with the techniques that give them: "20\u201325 (wawancara), 31 (dokumentasi)".

    `kinds` gives the source type of each claim by id. Equal figures stand once.
    """
    order = list(TECHNIQUES)
    by_figure: dict[Bi, set[EvidenceType]] = {}
    for claim in claims:
        by_figure.setdefault(shown(claim.quantity, claim.unit), set()).add(kinds[claim.id])
    by_kinds: dict[tuple[int, ...], list[Bi]] = {}
    for figure, held in by_figure.items():
        by_kinds.setdefault(tuple(sorted(map(order.index, held))), []).append(figure)
    parts = []
    for places, figures in sorted(by_kinds.items()):
        names = [TECHNIQUES[order[place]] for place in places]
        parts.append(
            Bi(
                f"{', '.join(sorted(figure.id for figure in figures))} ({_and(names, 'id')})",
                f"{', '.join(sorted(figure.en for figure in figures))} ({_and(names, 'en')})",
            )
        )
    return Bi("; ".join(part.id for part in parts), "; ".join(part.en for part in parts))


def _and(names: Sequence[Bi], language: str) -> str:
    return (" dan " if language == "id" else " and ").join(name.en if language == "en" else name.id for name in names)


_ABOUT = Bi("sekitar {n}", "about {n}")
_MEAN = Bi("rata-rata {n}", "{n} on average")
_OVER = Bi("lebih dari {n}", "more than {n}")
_FROM = Bi("paling sedikit {n}", "at least {n}")
_UNDER = Bi("kurang dari {n}", "less than {n}")
_TO = Bi("paling banyak {n}", "at most {n}")
