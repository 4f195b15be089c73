"""How far the interviews of a project went on bringing something new."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from kualcode.analysis.evidence import Evidence
from kualcode.analysis.saturation import (
    Items,
    OrderEffect,
    Rule,
    Saturation,
    check,
    new_items,
    order_effect,
    saturation,
)
from kualcode.errors import Bi, UsageError
from kualcode.model import Codebook, Grid
from kualcode.store import Store

Level = Literal["facets", "codes"]
LEVELS: dict[Level, Bi] = {
    "facets": Bi("Faset (lapisan induktif)", "Facets (inductive layer)"),
    "codes": Bi("Kode", "Codes"),
}
_LEAST_OF_A_GROUP = 4


@dataclass(frozen=True, slots=True)
class Curve:
    """One level of items over the interviews in their order; `group` is a role group, None is all of them."""

    level: Level
    group: str | None
    interviews: tuple[str, ...]
    dates: tuple[str | None, ...]
    found: Saturation
    order: OrderEffect | None


def curves(store: Store, rule: Rule | None = None) -> tuple[Curve, ...]:
    """Facets and codes, over all interviews and over each role group of four or more.

    Interviews stand by date, those without one last. Only accepted codings count. Raises UsageError where nothing
    has been accepted, InvalidFile without a sound codebook.
    """
    from kualcode.workflow import codebooks
    from kualcode.workflow.evidence import evidence

    book = codebooks.stored(store)[0]
    said = [one for one in evidence(store) if one.counts and one.source_type == "interview"]
    if not said:
        raise UsageError(_NOTHING, _ACCEPT)
    interviews, groups = _interviews(store)
    asked = rule or rule_of(book)
    check(asked)
    named: dict[str | None, list[tuple[str | None, str]]] = {None: interviews}
    named |= {g: n for g, n in groups.items() if len(n) >= _LEAST_OF_A_GROUP}
    return tuple(_curve(level, group, names, said, asked) for level in LEVELS for group, names in named.items())


def rule_of(book: Codebook) -> Rule:
    """Base, run and threshold of the codebook's `triangulation: saturation:`, else 4, 2 and 5%."""
    given = dict(book.triangulation)
    default = Rule()
    return Rule(
        int(given.get("saturation.base", default.base)),
        int(given.get("saturation.run", default.run)),
        Fraction(given.get("saturation.threshold", default.threshold)),
    )


def _interviews(store: Store) -> tuple[list[tuple[str | None, str]], dict[str, list[tuple[str | None, str]]]]:
    """Date and name of every interview in order, and the same by role group."""
    from kualcode.workflow.records import Records

    found: list[tuple[str | None, str]] = []
    groups: dict[str, list[tuple[str | None, str]]] = {}
    rows: list[Mapping[str, Any]] = [row for row in Records(store).sources() if row["source_type"] == "interview"]
    for row in sorted(rows, key=lambda row: (row["date"] is None, row["date"] or "", row["source"])):
        place = (row["date"], row["source"])
        found.append(place)
        if row["role_group"]:
            groups.setdefault(row["role_group"], []).append(place)
    return found, dict(sorted(groups.items()))


def _curve(
    level: Level, group: str | None, names: Sequence[tuple[str | None, str]], said: Iterable[Evidence], rule: Rule
) -> Curve:
    items: dict[str, set[str]] = {name: set() for _, name in names}
    for one in said:
        if one.doc_id in items and (level == "codes" or one.facet):
            items[one.doc_id].add(one.code if level == "codes" else f"{one.code}/{one.facet}")
    held: list[Items] = [frozenset(items[name]) for _, name in names]
    counts = new_items(held)
    found = _found(counts, rule)
    order = order_effect(held, rule) if found.state in ("reached", "not_reached") else None
    return Curve(level, group, tuple(n for _, n in names), tuple(d for d, _ in names), found, order)


def _found(counts: tuple[int, ...], rule: Rule) -> Saturation:
    """An empty base cannot be judged; one curve without a base does not stop the others."""
    if len(counts) >= rule.needed and not sum(counts[: rule.base]):
        return Saturation(rule, counts, 0, (), None, "empty")
    return saturation(counts, rule)


# ---------------------------------------------------------------- for people and machines
def grid(curve: Curve) -> Grid:
    """The interviews in order with what each brought, and each run."""
    ratios = {step.j: step for step in curve.found.steps}
    rows: list[tuple[Bi | str | int, ...]] = []
    total = 0
    for n, (name, date, new) in enumerate(zip(curve.interviews, curve.dates, curve.found.new, strict=True), 1):
        total += new
        step = ratios.get(n)
        rows.append((str(n), name, date or "", new, total, _ratio(step.new, curve.found.base) if step else ""))
    whom = Bi(f" ({curve.group})", f" ({curve.group})") if curve.group else Bi("", "")
    title = Bi("Kejenuhan: {level}{whom}", "Saturation: {level}{whom}").fill(level=LEVELS[curve.level], whom=whom)
    return Grid(title, _COLUMNS, tuple(rows), tuple(sentences(curve)))


def sentences(curve: Curve) -> list[Bi]:
    """What can be written in the chapter on method, and how far it hangs on the order."""
    found, rule = curve.found, curve.found.rule
    values = {
        "j": found.reached,
        "r": rule.run,
        "b": rule.base,
        "h": percent(rule.threshold),
        "n": len(found.new),
        "needed": rule.needed,
    }
    said = [_SENTENCES[found.state].fill(**values, items=_ITEMS[curve.level])]
    if found.state == "empty":
        said.append(_what_to_do(curve))
    if curve.order is not None:
        said.append(_order(curve.order))
    if curve.level == "codes" and curve.found.steps:
        said.append(_CLOSED)
    if None in curve.dates:
        said.append(_UNDATED)
    return said


def _what_to_do(curve: Curve) -> Bi:
    """What lets an empty base be judged: other than codes, facets are nowhere unless a person writes them."""
    if sum(curve.found.new):
        return _LATER
    return _WRITE_FACETS if curve.level == "facets" else _ACCEPT


def _order(order: OrderEffect) -> Bi:
    shown = [_NEVER if j is None else Bi(str(j), str(j)) for j in (order.median, order.low, order.high)]
    return _ORDER.fill(n=order.permutations, reached=order.reached, median=shown[0], low=shown[1], high=shown[2])


def as_json(found: Sequence[Curve]) -> dict[str, Any]:
    """The same for machines; ratios are exact fractions."""
    return {
        "schema": "kualcode.saturation/1",
        "curves": [
            {
                "level": curve.level,
                "role_group": curve.group,
                "base": curve.found.rule.base,
                "run": curve.found.rule.run,
                "threshold": str(curve.found.rule.threshold),
                "interviews": list(curve.interviews),
                "new": list(curve.found.new),
                "ratios": {str(step.j): str(step.ratio) for step in curve.found.steps},
                "state": curve.found.state,
                "saturation": curve.found.written,
                "order": curve.order
                and {
                    "permutations": curve.order.permutations,
                    "reached": curve.order.reached,
                    "median": curve.order.median,
                    "low": curve.order.low,
                    "high": curve.order.high,
                },
            }
            for curve in found
        ],
    }


def percent(share: Fraction) -> Bi:
    """A share in per cent, with the decimal sign of each language; one decimal at most."""
    tenths = round(share * 1000)
    whole, tenth = divmod(tenths, 10)
    return Bi(f"{whole},{tenth}%", f"{whole}.{tenth}%") if tenth else Bi(f"{whole}%", f"{whole}%")


def _ratio(new: int, base: int) -> Bi:
    return Bi("{new}/{base} = {share}", "{new}/{base} = {share}").fill(
        new=new, base=base, share=percent(Fraction(new, base))
    )


_COLUMNS = (
    Bi("No", "No"),
    Bi("Wawancara", "Interview"),
    Bi("Tanggal", "Date"),
    Bi("Baru", "New"),
    Bi("Seluruhnya", "In all"),
    Bi("Rasio putaran berikutnya", "Ratio of the next run"),
)
_REACHED = Bi(
    "Kejenuhan data tercapai pada wawancara ke-{j} dan dikonfirmasi oleh {r} wawancara berikutnya "
    "(ambang {h}, dasar {b}): {j}+{r}.",
    "Saturation was reached at interview {j} and confirmed by the next {r} (threshold {h}, base {b}): {j}+{r}.",
)
_NOT_REACHED = Bi(
    "Kejenuhan data belum tercapai dalam {n} wawancara (ambang {h}, dasar {b}, putaran {r}).",
    "Saturation was not reached in {n} interviews (threshold {h}, base {b}, run {r}).",
)
_TOO_FEW = Bi(
    "Belum dapat dihitung: diperlukan paling sedikit {needed} wawancara; ada {n}.",
    "It cannot be computed yet: at least {needed} interviews are needed; there are {n}.",
)
_EMPTY = Bi(
    "Tidak dapat dihitung: {b} wawancara pertama tidak memuat {items} yang diterima.",
    "It cannot be computed: the first {b} interviews hold no accepted {items}.",
)
_LATER = Bi(
    "Yang ada baru muncul sesudahnya: periksa tanggal wawancara (urutannya), atau kodekan juga wawancara yang pertama.",
    "What there is comes only later: check the dates of the interviews (their order), or code the first ones too.",
)
_WRITE_FACETS = Bi(
    "Faset ialah hal khusus di dalam satu kode, yang ditulis peneliti. Keluarkan kode yang sudah diterima (kualcode "
    "export csv --status diterima -o kode.csv), isi kolom facet, lalu ambil lagi: kualcode code import kode.csv "
    "--coder NAMA",
    "Facets are the particulars within a code, which the researcher writes. Export the accepted codings (kualcode "
    "export csv --status accepted -o codings.csv), fill the column facet, and take them in again: kualcode code import "
    "codings.csv --coder NAME",
)
_SENTENCES = {"reached": _REACHED, "not_reached": _NOT_REACHED, "too_few": _TOO_FEW, "empty": _EMPTY}
_ITEMS: dict[Level, Bi] = {"facets": Bi("faset", "facets"), "codes": Bi("kode", "codes")}
_NEVER = Bi("tidak tercapai", "not reached")
_ORDER = Bi(
    "Pengaruh urutan: dalam {n} urutan acak, tercapai pada {reached}; median wawancara ke-{median}, "
    "90% antara {low} dan {high}.",
    "Effect of order: reached in {reached} of {n} random orders; median at interview {median}, "
    "90% between {low} and {high}.",
)
_CLOSED = Bi(
    "Codebook ini disusun sebelum wawancara, sehingga kejenuhan kode hampir pasti tercapai; yang bermakna ialah "
    "kejenuhan faset.",
    "This codebook was made before the interviews, so that codes saturate almost by themselves; "
    "it is the facets that tell.",
)
_UNDATED = Bi(
    "Wawancara tanpa tanggal diletakkan paling akhir; isi tanggalnya di informants.csv atau sources.csv.",
    "Interviews without a date stand last; fill their dates in informants.csv or sources.csv.",
)
_NOTHING = Bi("Belum ada kode wawancara yang diterima.", "No codings of interviews have been accepted yet.")
_ACCEPT = Bi(
    "Terima dahulu: kualcode code accept ... --coder NAMA", "Accept some first: kualcode code accept ... --coder NAME"
)
