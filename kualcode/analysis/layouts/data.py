"""Layout by item of data (L5): each figure, who gives it, and who or which record checks it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from kualcode.analysis import words
from kualcode.analysis.claims.facts import Fact, facts, holder
from kualcode.analysis.evidence import TECHNIQUES, Case, Claim, Evidence
from kualcode.analysis.layouts import quotes
from kualcode.analysis.layouts.cells import Cells
from kualcode.analysis.layouts.notes import notes
from kualcode.analysis.verdicts import Triangulation
from kualcode.document import NOTHING, Entry, Matrix, Quote
from kualcode.errors import Bi

SILENT = words.MARKS["SIL"]
_TITLE = Bi("Pemeriksaan keabsahan data per butir", "Check of the data item by item")
_COLUMNS = (
    Bi("No", "No"),
    Bi("Data", "Data"),
    Bi("Sasaran", "Given by"),
    Bi("Triangulasi", "Triangulation"),
)
_ITEM = Bi("{code}: {what}", "{code}: {what}")
_GIVEN = Bi("{who} ({value})", "{who} ({value})")
_NOBODY = Bi("belum ada yang memeriksa", "nobody checks it yet")
_UNNAMED = Bi(
    "Angka yang belum diketahui ukurannya tidak dibandingkan: {n}. Lengkapi ukurannya.",
    "Figures of which it is not known what they measure are not compared: {n}. Say what they measure.",
)
_MODALITIES = {"planned": Bi("rencana", "planned"), "target": Bi("target", "target")}
_Held = tuple[Claim, Evidence]


def by_fact(
    case: Case, run: Triangulation, *, provisional: bool = False, quoted: bool = True, most: int | None = None
) -> Matrix:
    """L5: a row a fact. *Sasaran* is the first technique that gives the figure, *Triangulasi* whatever else has it."""
    cells = Cells(case, run, quoted=quoted, most=most)
    claims = {claim.id: claim for claim in case.claims}
    found = facts(case)
    compared = {claim for fact in found for claim in fact.claims}
    left = sum(claim.id not in compared and holder(claim, cells.evidence) is not None for claim in case.claims)
    return Matrix(
        id="L5",
        title=_TITLE,
        columns=_COLUMNS,
        rows=tuple(_row(cells, number, fact, claims) for number, fact in enumerate(found, 1)),
        notes=(*([_UNNAMED.fill(n=left)] if left else []), *notes(cells)),
        provisional=provisional,
    )


def _row(cells: Cells, number: int, fact: Fact, claims: dict[str, Claim]) -> tuple[Entry, ...]:
    held = [
        (claims[identity], made)
        for identity in fact.claims
        if (made := holder(claims[identity], cells.evidence)) is not None
    ]
    first = next((kind for kind in TECHNIQUES if kind in fact.techniques), None)
    giving = [pair for pair in held if pair[1].source_type == first]
    checking = [pair for pair in held if pair[1].source_type != first]
    status = words.capital(words.FACTS[fact.status])
    checked = words.joined([status, _listed(checking) if checking else _NOBODY], ": ")
    return (
        Entry(number),
        Entry(_item(fact)),
        Entry(_listed(giving) if giving else SILENT, _quoted(cells, giving)),
        Entry(checked, _quoted(cells, checking)),
    )


def _item(fact: Fact) -> Bi:
    """ "KUAN.TAM: tamu per hari, kantor, Februari 2026 (target)"."""
    period = quotes.stretch(fact.period) if fact.period else NOTHING
    what = words.joined([_same(fact.measure), _same(fact.subject), period])
    mode = _MODALITIES.get(fact.modality)
    told = words.joined([what, Bi(f"({mode.id})", f"({mode.en})") if mode else NOTHING], " ")
    return _ITEM.fill(code=fact.code, what=told) if fact.code else told


def _listed(held: Iterable[_Held]) -> Bi:
    """Who gives which figure; the same once."""
    given = dict.fromkeys((quotes.sheet(one), value(claim)) for claim, one in held)
    return words.joined((_GIVEN.fill(who=who, value=figure) for who, figure in given), "; ")


def _quoted(cells: Cells, held: Sequence[_Held]) -> tuple[Quote, ...]:
    unique = {one.id: one for _, one in held}
    return cells.as_quotes(unique.values())


def value(claim: Claim) -> str:
    """The figure as it was said, else its limits."""
    figure = claim.quantity
    if figure.raw:
        return figure.raw
    if figure.lo == figure.hi:
        return " ".join(part for part in (_number(figure.lo), claim.unit) if part)
    upper = _number(figure.hi) if figure.hi is not None else "\u221e"
    return " ".join(part for part in (f"{_number(figure.lo)}\u2013{upper}", claim.unit) if part)


def _number(figure: Fraction | None) -> str:
    """As a decimal where it has one of few digits, else as a fraction."""
    if figure is None:
        return ""
    for digits in range(5):
        if (figure * 10**digits).denominator == 1:
            return f"{float(figure):.{digits}f}"
    return str(figure)


def _same(text: str) -> Bi:
    return Bi(text, text)
