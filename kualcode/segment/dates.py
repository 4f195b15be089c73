"""Dates and periods as Indonesian and English papers write them, as ISO text; the unclear stays unknown."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan january",
            "februari feb february pebruari peb",
            "maret mar march",
            "april apr",
            "mei may",
            "juni jun june",
            "juli jul july",
            "agustus agu agt ags aug august",
            "september sep sept",
            "oktober okt october oct",
            "november nov nopember nop",
            "desember des december dec",
        ),
        1,
    )
    for name in names.split()
}
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY_FIRST = re.compile(rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?[\s-]+({_NAMES})\.?,?[\s-]+(\d{{4}})(?!\d)", re.I)
_MONTH_FIRST = re.compile(rf"\b({_NAMES})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})(?!\d)", re.I)
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?![\d/])")
_ISO = re.compile(r"(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])")
_TO = r"\s*(?:-|–|—|s/d|s\.d\.|sampai(?:\s+dengan)?|hingga|to|until)\s*"
# "2-5 Februari 2026", "2 Februari dan 30 Maret 2026": days that share a month or a year
_DAYS = re.compile(
    rf"(?<![\d.:])\d{{1,2}}(?:\s+(?:{_NAMES}))?(?:{_TO}|\s*(?:,|&|dan|and)\s*)\d{{1,2}}\s+(?:{_NAMES})\b", re.I
)
_MONTH_RANGE = re.compile(rf"\b({_NAMES})\b(?:\s+(\d{{4}}))?{_TO}({_NAMES})\s+(\d{{4}})\b", re.I)
_MONTH_YEAR = re.compile(rf"\b({_NAMES})\s+(\d{{4}})\b", re.I)
_YEAR_RANGE = re.compile(rf"(?<![\d./-])((?:19|20)\d\d)(?:{_TO}|/)((?:19|20)\d\d)(?![\d./-]\d|\d)", re.I)
_YEAR = re.compile(r"(?<![\d./-])((?:19|20)\d\d)(?![\d/-]|\.\d)")


def iso_date(text: str) -> str | None:
    """The one date that a text names, as YYYY-MM-DD; None for no date, several, or an impossible one.

    Numbers alone are read day first ("09/02/2026" is 9 February), as in Indonesia.
    """
    if _DAYS.search(text):
        return None
    found = {_iso(year, month, day) for day, month, year in _written(text)}
    return found.pop() if len(found) == 1 else None


def _written(text: str) -> list[tuple[str, int, str]]:
    return [
        *((day, _MONTHS[name.lower()], year) for day, name, year in _DAY_FIRST.findall(text)),
        *((day, _MONTHS[name.lower()], year) for name, day, year in _MONTH_FIRST.findall(text)),
        *((day, int(month), year) for day, month, year in _NUMERIC.findall(text)),
        *((day, int(month), year) for year, month, day in _ISO.findall(text)),
    ]


def _iso(year: str, month: int, day: str) -> str | None:
    try:
        return date(int(year), month, int(day)).isoformat()
    except ValueError:
        return None


def period(text: str) -> str | None:
    """The one year, month or range that a title names: "2025", "2026-02", "2026-01/2026-03"; else None."""
    for pattern, show in (
        (_MONTH_RANGE, _months),
        (_YEAR_RANGE, "/".join),
        (_MONTH_YEAR, _month),
        (_YEAR, str),
    ):
        found = {show(match) for match in pattern.findall(text)}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _months(match: tuple[str, str, str, str]) -> str:
    first, first_year, last, last_year = match
    return f"{_month((first, first_year or last_year))}/{_month((last, last_year))}"


def _month(match: tuple[str, str]) -> str:
    return f"{match[1]}-{_MONTHS[match[0].lower()]:02d}"
