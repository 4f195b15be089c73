"""Spreadsheet values as text: as the sheet shows them, in one neutral form.

Decimals carry a comma, as Indonesian sheets show them; thousands are not grouped and a currency sign is not
repeated, so that one number always reads the same. Dates are YYYY-MM-DD whatever order the sheet uses.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal

from kualcode.sources.assemble import repaired

ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")  # ECMA-376 part 1, 22.9.2.19: a control character in XML
LITERALS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
DECIMALS = re.compile(r"[.]([0#?]+)")
SIGNIFICANT = 15  # digits that Excel itself keeps
WIDE = Context(prec=400)  # holds the largest float


def shown(value: object, number_format: str) -> str:
    """The text of a cell's value; an empty cell is ""."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number(value, number_format)
    if isinstance(value, datetime | date | time | timedelta):
        return _moment(value)
    return repaired(ESCAPE.sub(lambda match: chr(int(match[1], 16)), str(value)))


def _number(value: float, number_format: str) -> str:
    """A number rounded as its format rounds it; binary noise (87.59999999999999) never shows."""
    exact = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.{SIGNIFICANT}g}")
    if not exact.is_finite():
        return str(value)
    pattern = LITERALS.sub("", number_format).partition(";")[0]
    percent = "%" in pattern
    if percent:
        exact = exact.scaleb(2)
    places = _places(pattern)
    if places is not None:
        exact = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, WIDE)
    return _plain(exact, 0 if places is None else _least(pattern)) + ("%" if percent else "")


def _places(pattern: str) -> int | None:
    """Most digits after the decimal point that a format shows; None where it does not say (General, text)."""
    if not re.fullmatch(r"[#0?,.% ]*[0#?][#0?,.% ]*", pattern) or pattern.rstrip("% ").endswith(","):
        return None
    found = DECIMALS.search(pattern)
    return len(found[1]) if found else 0


def _least(pattern: str) -> int:
    """Digits after the decimal point that a format always shows."""
    found = DECIMALS.search(pattern)
    return found[1].count("0") if found else 0


def _plain(number: Decimal, least: int) -> str:
    """No exponent, no needless zeros, a decimal comma."""
    whole, _, fraction = f"{number if number else abs(number):f}".partition(".")
    fraction = fraction.rstrip("0").ljust(least, "0")
    return f"{whole},{fraction}" if fraction else whole


def _moment(value: date | time | timedelta) -> str:
    """YYYY-MM-DD, with HH:MM (and :SS) when there is a time; a duration is H:MM."""
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
    if isinstance(value, datetime):
        near = (value + timedelta(microseconds=500_000)).replace(microsecond=0)
        clock = near.time()
        return near.date().isoformat() + (f" {_clock(clock)}" if clock != time(0) else "")
    return _clock(value) if isinstance(value, time) else value.isoformat()


def _clock(value: time) -> str:
    return f"{value:%H:%M:%S}" if value.second else f"{value:%H:%M}"
