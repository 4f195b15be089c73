"""The date that a document gives itself, on a line of its own: "Tanggal: 5 Januari 2026", "Paringin, 15 April 2026"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kualcode.model import Table
from kualcode.segment.columns import filled
from kualcode.segment.dates import iso_date
from kualcode.segment.headers import is_pair_line
from kualcode.text import squash

_ENDS = 15  # lines at either end of a document among which its own date stands
_COLUMN = re.compile(r"\t| {2,}")  # a letter's number stands left and its date right, on one line
_KEYED = re.compile(
    r"(?:(?:tanggal|tgl\.?) (?:surat|dokumen|laporan|penetapan|terbit)"
    r"|(?:ditetapkan|dikeluarkan|disahkan)?\s*(?:pada\s+)?(?:tanggal|tgl\.?)|date)\s*:?\s*(?P<date>\S.*)",
    re.I,
)
_PLACED = re.compile(r"(?P<place>[A-Z][^\W\d_]+(?:[ .'-]{1,2}[A-Z][^\W\d_]*){0,4}),\s*(?:tanggal\s+)?(?P<date>\d.*)")
_DAYS_TEXT = (
    "senin selasa rabu kamis jumat jum'at sabtu minggu ahad monday tuesday wednesday thursday friday saturday "
    "sunday hari"
)
_DAYS = frozenset(_DAYS_TEXT.split())
_ONLY_DATE = re.compile(
    r"(?:(?P<day>\w+'?\w*)\s*,\s*)?(?:\d{1,2}(?:st|nd|rd|th)?\s*[\s/.-]\s*\w+|[^\W\d_]+\s\d{1,2})\.?,?\s*[\s/.-]\s*\d{4}\.?\Z"
)
_ISO = re.compile(r"\d{4}-\d\d-\d\d\Z")
_MEETING = re.compile(r"(?:hari|waktu|pukul|jam|tempat|acara|day|time|venue|place)\b[^:\n]{0,20}:", re.I)


def own_date(text: str, tables: Sequence[Table]) -> str | None:
    """The words of the one date that a document's own date lines name, as written; None where they differ or lack.

    Only the first and the last lines count, and no rows of tables. "Tanggal: ..." among the entries of a meeting
    (day, time, place) is the meeting's.
    """
    lines = _lines(text, tables)
    near = range(len(lines)) if len(lines) <= 2 * _ENDS else [*range(_ENDS), *range(len(lines) - _ENDS, len(lines))]
    written = [date for index in near if not _of_meeting(lines, index) for date in _dates(lines[index])]
    return written[0] if len({iso_date(date) for date in written}) == 1 else None


def _lines(text: str, tables: Sequence[Table]) -> list[str]:
    """The lines that hold something, without those of tables' rows of several cells."""
    rows = [cells for table in tables for row in table.rows if len(cells := filled(row)) > 1]
    kept, position = [], 0
    for start, end in sorted((cells[0].start, cells[-1].end) for cells in rows):
        kept.append(text[position:start])
        position = max(position, end)
    kept.append(text[position:])
    return [line.strip() for part in kept for line in part.split("\n") if line.strip()]


def _of_meeting(lines: Sequence[str], index: int) -> bool:
    """Whether a date line stands among the entries of a meeting."""
    return is_pair_line(lines[index]) and any(
        _MEETING.match(line) for line in (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2])
    )


def _dates(line: str) -> Iterable[str]:
    """Dates that stand alone in a line or in its right half, after nothing but a key or a place."""
    for part in (line, *_COLUMN.split(line)):
        bare = squash(part.replace("*", "")).strip("_ ")
        found = _KEYED.fullmatch(bare) or _PLACED.fullmatch(bare)
        if found and found.groupdict().get("place", "").casefold() not in _DAYS and _alone(found["date"]):
            yield found["date"]


def _alone(date: str) -> bool:
    """Whether words are a date, with its weekday at most."""
    only = _ONLY_DATE.match(date) or _ISO.match(date)
    day = (only.groupdict().get("day") if only else None) or "hari"
    return only is not None and day.casefold() in _DAYS and iso_date(date) is not None
