"""What is counted up from each kind of table, and how it is said: guests a day, lateness, results, budget."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from kualcode.analysis.claims.columns import Kind, Sheet, number
from kualcode.analysis.claims.partitions import Role
from kualcode.analysis.claims.shown import number as shown
from kualcode.analysis.evidence import Modality
from kualcode.errors import Bi
from kualcode.segment.dates import iso_date
from kualcode.segment.dates import period as said_period


@dataclass(frozen=True, slots=True)
class Derived:
    """How a figure was worked out: total / over = result, from so many rows."""

    kind: Kind
    rows: int
    total: Fraction
    over: Fraction | None  # days, months, or the whole of a share; None where nothing was divided
    result: Fraction
    text: Bi


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a table before it is a claim; its name makes the id, so that an edited key stays with it."""

    name: str
    derived: Derived
    measure: str
    subject: str = ""
    unit: str = ""
    period: str | None = None
    modality: Modality = "realised"
    role: Role = "value"
    whole: str = ""  # name of the figure of which it is a part
    rounded: bool = False  # shown with one decimal


# ---- guest book


def _guests(tables: Sequence[Sheet], period: str | None, language: str) -> Iterator[Figure]:
    """How many guests in all, and on a day; a date written once holds for the rows below it."""
    days: Counter[str] = Counter()
    undated = 0
    for sheet in tables:
        day: str | None = None
        for _, row in sheet.rows:
            day = iso_date(sheet.cell(row, "date")) or day
            if day is None:
                undated += 1
            elif any(sheet.cell(row, column) for column in ("who", "queue", "time", "why")):
                days[day] += 1
    total = sum(days.values())
    if not total:
        return
    during = _months(days) or period
    text = _GUESTS.fill(n=_n(total), days=len(days), mean=shown(Fraction(total, len(days)), 1))
    text = _joined(text, _UNDATED.fill(n=undated)) if undated else text
    whole = Derived("buku-tamu", total, Fraction(total), None, Fraction(total), _GUESTS_ALL.fill(n=_n(total)))
    mean = Derived("buku-tamu", total, Fraction(total), Fraction(len(days)), Fraction(total, len(days)), text)
    yield Figure("all", whole, _name(_ALL_VISITORS, language), unit=_name(_VISITOR, language), period=during)
    yield Figure("mean", mean, _name(_VISITORS, language), unit=_name(_VISITOR, language), period=during, rounded=True)


def _months(days: Iterable[str]) -> str | None:
    """The month or months in which some days lie: "2026-02", "2026-01/2026-03"."""
    months = sorted({day[:7] for day in days})
    return months[0] if len(months) == 1 else f"{months[0]}/{months[-1]}" if months else None


# ---- attendance


def _lateness(tables: Sequence[Sheet], period: str | None, language: str) -> Iterator[Figure]:
    """How often people came late, in all and each month, and how many people in a month."""
    times: dict[str, Fraction] = {}
    people: Counter[str] = Counter()
    rows = 0
    for sheet in tables:
        for _, row in sheet.rows:
            late = number(sheet.cell(row, "late"), language)
            if late is None or not sheet.cell(row, "who"):
                continue
            rows += 1
            month = sheet.cell(row, "month").title()
            times[month] = times.get(month, Fraction(0)) + late
            people[month] += late > 0
    if not rows:
        return
    yield from _late(times, people, rows, period, language)


def _late(
    times: Mapping[str, Fraction], people: Mapping[str, int], rows: int, period: str | None, language: str
) -> Iterator[Figure]:
    total, by_month = sum(times.values(), Fraction(0)), "" not in times
    months = Fraction(len(times) if by_month else length(period))
    spread = Bi(*(", ".join(f"{month} {_n(n).get(lang)}" for month, n in times.items()) for lang in ("id", "en")))
    text = _LATE.fill(n=_n(total), rows=rows)
    text = _joined(text, _EACH.fill(spread=spread)) if by_month else text
    yield Figure(
        "late",
        Derived("absensi", rows, total, None, total, text),
        _name(_TIMES, language),
        _name(_LATELY, language),
        _name(_TIMES, language),
        period,
    )
    for month, n in times.items() if by_month else ():
        said = _month(month, period)
        alone = Derived("absensi", rows, n, None, n, _LATE_IN.fill(n=_n(n), month=month))
        if said and said != period:
            yield Figure(
                f"late {month}", alone, _name(_TIMES, language), _name(_LATELY, language), _name(_TIMES, language), said
            )
    if by_month or length(period):
        mean = Derived(
            "absensi",
            rows,
            total,
            months,
            total / months,
            _PER_MONTH.fill(n=_n(total), months=months, mean=shown(total / months, 1)),
        )
        yield Figure(
            "late mean",
            mean,
            _name(_MONTHLY, language),
            _name(_LATELY, language),
            _name(_TIMES, language),
            period,
            rounded=True,
        )
    if by_month or length(period) == 1:
        late = Fraction(sum(people.values()))
        each = Bi(*(", ".join(f"{month or period} {n}" for month, n in people.items()) for _ in ("id", "en")))
        mean = Derived(
            "absensi", rows, late, months, late / months, _PEOPLE.fill(spread=each, mean=shown(late / months, 1))
        )
        yield Figure(
            "people mean",
            mean,
            _name(_PEOPLE_MONTHLY, language),
            _name(_LATELY, language),
            _name(_PEOPLE_OF, language),
            period,
            rounded=True,
        )


def length(period: str | None) -> int:
    """How many months a period has; 0 where that is not known."""
    ends = (period or "").split("/")
    if not all(len(end) == 7 and end[:4].isdigit() and end[5:].isdigit() for end in ends):
        return 0
    first, last = (int(end[:4]) * 12 + int(end[5:]) for end in (ends[0], ends[-1]))
    return last - first + 1


def _month(month: str, period: str | None) -> str | None:
    """A month's name with the year of the period."""
    return said_period(f"{month} {(period or '')[:4]}") if period else None


# ---- results


def _results(tables: Sequence[Sheet], period: str | None, language: str) -> Iterator[Figure]:
    """How many activities there are, and how many reached, exceeded or missed their target."""
    outcomes: Counter[str] = Counter()
    for sheet in tables:
        for _, row in sheet.rows:
            target, reached = (number(sheet.cell(row, name), language) for name in ("target", "reached"))
            if target is not None and reached is not None and sheet.cell(row, "what"):
                outcomes["=" if reached == target else ">" if reached > target else "<"] += 1
    total = sum(outcomes.values())
    if not total:
        return
    text = _RESULTS.fill(n=total, met=outcomes["="], over=outcomes[">"], under=outcomes["<"])
    whole = Derived("realisasi", total, Fraction(total), None, Fraction(total), text)
    yield Figure("all", whole, _name(_ACTIVITY, language), "", _name(_ACTIVITY, language), period, "planned", "total")
    for sign, subject, role in _OUTCOMES:
        part = replace(whole, total=Fraction(outcomes[sign]), result=Fraction(outcomes[sign]))
        yield Figure(
            sign,
            part,
            _name(_ACTIVITY, language),
            _name(subject, language),
            _name(_ACTIVITY, language),
            period,
            role=role,
            whole="all",
        )


_OUTCOMES: tuple[tuple[str, Bi, Role], ...] = (
    ("=", Bi("mencapai target", "reach the target"), "part"),
    (">", Bi("melebihi target", "exceed the target"), "part"),
    ("<", Bi("tidak mencapai target", "not reach the target"), "exception"),
)

# ---- budget


def _budget(tables: Sequence[Sheet], period: str | None, language: str) -> Iterator[Figure]:
    """What was to be spent and what was, and the share."""
    budget = spent = Fraction(0)
    rows = 0
    for sheet in tables:
        for _, row in sheet.rows:
            pair = [number(sheet.cell(row, name), language) for name in ("budget", "spent")]
            if pair[0] is not None and pair[1] is not None:
                budget, spent, rows = budget + pair[0], spent + pair[1], rows + 1
    if not budget:
        return
    share = spent / budget * 100
    text = _BUDGET.fill(rows=rows, budget=_n(budget), spent=_n(spent), share=shown(share, 1))
    given = Derived("anggaran", rows, budget, None, budget, text)
    yield Figure("budget", given, "rupiah", _name(_MONEY, language), "rupiah", period, "planned")
    yield Figure(
        "spent", replace(given, total=spent, result=spent), "rupiah", _name(_MONEY, language), "rupiah", period
    )
    part = Derived("anggaran", rows, spent, budget, share, text)
    yield Figure("share", part, _name(_PERCENT, language), _name(_MONEY, language), "percent", period, rounded=True)


def _name(name: Bi, language: str) -> str:
    """A word of a key in the language of the study."""
    return name.en if language == "en" else name.id


_VISITOR, _ACTIVITY = Bi("tamu", "visitor"), Bi("kegiatan", "activity")
_VISITORS, _ALL_VISITORS = Bi("tamu per hari", "visitor per day"), Bi("jumlah tamu", "number of visitors")
_TIMES, _MONTHLY, _LATELY = Bi("kali", "times"), Bi("kali per bulan", "times per month"), Bi("terlambat", "late")
_PEOPLE_OF, _PEOPLE_MONTHLY = Bi("orang", "people"), Bi("orang per bulan", "people per month")
_MONEY, _PERCENT = Bi("anggaran", "budget"), Bi("persen", "percent")


def _n(value: Fraction | int) -> Bi:
    return shown(Fraction(value))


def _joined(one: Bi, other: Bi) -> Bi:
    return Bi(f"{one.id} {other.id}", f"{one.en} {other.en}")


READERS: dict[Kind, Callable[[Sequence[Sheet], str | None, str], Iterator[Figure]]] = {
    "buku-tamu": _guests,
    "absensi": _lateness,
    "realisasi": _results,
    "anggaran": _budget,
}
_GUESTS = Bi(
    "{n} tamu dalam {days} hari tercatat = {mean} per hari.", "{n} visitors on {days} recorded days = {mean} a day."
)
_GUESTS_ALL = Bi("{n} baris bertanggal di buku tamu.", "{n} dated rows in the guest book.")
_UNDATED = Bi("{n} baris tanpa tanggal tidak dihitung.", "{n} rows without a date are not counted.")
_LATE = Bi("{n} kali terlambat dalam {rows} baris rekap.", "Late {n} times in {rows} rows of the recap.")
_EACH = Bi("Per bulan: {spread}.", "By month: {spread}.")
_LATE_IN = Bi("{n} kali terlambat pada {month}.", "Late {n} times in {month}.")
_PER_MONTH = Bi(
    "{n} kali terlambat dalam {months} bulan = {mean} per bulan.", "Late {n} times in {months} months = {mean} a month."
)
_PEOPLE = Bi(
    "Orang yang terlambat per bulan: {spread}; rata-rata {mean}.",
    "People who were late, by month: {spread}; {mean} on average.",
)
_RESULTS = Bi(
    "{n} kegiatan dengan target dan realisasi: {met} persis mencapai, {over} melebihi, {under} tidak mencapai target.",
    "{n} activities with target and result: {met} exactly reached, {over} exceeded, {under} missed the target.",
)
_BUDGET = Bi(
    "Dari {rows} baris: realisasi {spent} dari pagu {budget} = {share}%.",
    "From {rows} rows: {spent} spent of {budget} = {share}%.",
)
