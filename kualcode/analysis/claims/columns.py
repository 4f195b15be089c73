"""Which rows of a document are a guest book, an attendance recap, a table of results or a budget, by their header."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, NamedTuple

from kualcode.text import squash

Kind = Literal["buku-tamu", "absensi", "realisasi", "anggaran"]
Row = Sequence[str]
_WORDS: dict[Kind, dict[str, str]] = {
    "buku-tamu": {
        "date": "tanggal|tgl|hari/tanggal|hari, tanggal|hari dan tanggal|hari/tgl|tanggal kunjungan|date",
        "who": "nama|nama tamu|nama pengunjung|nama lengkap|pengunjung|tamu|name|visitor|guest",
        "queue": "nomor antrean|nomor antrian|no antrean|no. antrean|no antrian|no. antrian|antrean|antrian"
        "|nomor pendaftaran|no pendaftaran|queue number|ticket",
        "time": "waktu|jam|jam datang|waktu datang|waktu daftar|jam daftar|waktu masuk|jam masuk|waktu selesai|time",
        "why": "layanan|jenis layanan|keperluan|tujuan|maksud"
        "|maksud dan tujuan|maksud/tujuan|tujuan kunjungan|urusan|bertemu|purpose",
    },
    "absensi": {
        "who": "pegawai|nama|nama pegawai|nip|employee|name|staff",
        "late": "terlambat|telat|datang terlambat|jumlah terlambat|terlambat masuk|keterlambatan|late|times late",
        "month": "bulan|month",
    },
    "realisasi": {
        "what": "kegiatan|nama kegiatan|program|program/kegiatan|kegiatan/program|sub kegiatan|uraian|uraian kegiatan"
        "|indikator|indikator kinerja|activity|activities",
        "unit": "satuan|unit",
        "target": "target|target kinerja|target fisik|rencana|planned|plan",
        "reached": "realisasi|realisasi kinerja|realisasi fisik|capaian|actual|realised|realized|achieved",
        "share": "%|persen|persentase|capaian (%)|capaian %|% capaian|persentase capaian|realisasi (%)|percent",
        "remark": "keterangan|ket|catatan|remarks|notes",
    },
    "anggaran": {
        "budget": "pagu|anggaran|pagu anggaran|jumlah anggaran|alokasi|budget",
        "spent": "realisasi anggaran|realisasi keuangan|realisasi belanja|serapan|penyerapan|serapan anggaran|realisasi"
        "|spent|spending",
    },
}
_NEEDED: dict[Kind, tuple[str, ...]] = {
    "buku-tamu": ("date", "why"),
    "absensi": ("who", "late"),
    "realisasi": ("what", "target", "reached"),
    "anggaran": ("budget", "spent"),
}
_PRESENT = ("who", "queue", "time")  # one of these tells that a row is somebody who came
_MEANS = {
    kind: {word: column for column, words in columns.items() for word in words.split("|")}
    for kind, columns in _WORDS.items()
}
_SUMS = re.compile(r"(?:jumlah|total|sub\s*total|rata-rata|average|sum)\b", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*\([^)]*\)\s*\Z")
_SHARE = re.compile(r"%|persen|percent", re.IGNORECASE)
_SLASH = re.compile(r"\s*/\s*")
_NONE = ("-", "–", "—")
_DOTTED = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?|-?\d+(?:,\d+)?|-?\d+\.\d{1,2}")
_COMMAED = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one kind of table, with the column of each thing."""

    kind: Kind
    columns: Mapping[str, int]
    header: tuple[str, ...]
    rows: tuple[tuple[int, Row], ...]  # number among all rows given, and cells

    def cell(self, row: Row, column: str) -> str:
        """What stands in a column; "" where the row or the table has none."""
        at = self.columns.get(column, -1)
        return squash(row[at]) if 0 <= at < len(row) else ""


def sheets(rows: Iterable[Row]) -> Iterator[Sheet]:
    """The tables that are understood; a header row begins one, the rows below belong to it.

    A row of sums is left out. One header may begin a table of results and a budget.
    """
    heads: list[tuple[Kind, dict[str, int]]] = []
    header: tuple[str, ...] = ()
    body: list[tuple[int, Row]] = []
    for number, row in enumerate(rows):
        found = list(_heads(row))
        if found:
            yield from _made(heads, header, body)
            heads, header, body = found, tuple(row), []
        elif heads and any(cell.strip() for cell in row) and not _sums(row):
            body.append((number, row))
    yield from _made(heads, header, body)


class Unread(NamedTuple):
    """The kind of table that rows come closest to, and the columns that it lacks."""

    kind: Kind
    missing: tuple[str, ...]  # names of columns; of "who", "queue" and "time" one is enough: "present"


def unread(rows: Iterable[Row]) -> Unread | None:
    """What keeps rows from being a table that is understood; None where no row is near the header of one.

    The header is the row with the fewest columns missing; of several the one with the most columns known.
    """
    best: tuple[int, int, Unread] | None = None
    for row in rows:
        for kind in _MEANS:
            columns = _columns(row, kind)
            missing = _missing(columns, kind)
            if columns and (best is None or (len(missing), -len(columns)) < best[:2]):
                best = (len(missing), -len(columns), Unread(kind, missing))
    return best[2] if best else None


def _made(
    heads: Sequence[tuple[Kind, dict[str, int]]], header: tuple[str, ...], body: Sequence[tuple[int, Row]]
) -> Iterator[Sheet]:
    if body:
        yield from (Sheet(kind, columns, header, tuple(body)) for kind, columns in heads)


def _heads(row: Row) -> Iterator[tuple[Kind, dict[str, int]]]:
    for kind in _MEANS:
        columns = _columns(row, kind)
        if not _missing(columns, kind):
            yield kind, columns


def _columns(row: Row, kind: Kind) -> dict[str, int]:
    """The columns that a row heads, if it is the header of a kind of table."""
    headings = [_plain(cell) for cell in row]
    aimed = any(_MEANS["realisasi"].get(heading) == "target" for heading in headings)
    columns: dict[str, int] = {}
    for at, heading in enumerate(headings):
        column = _MEANS[kind].get(heading)
        if column and not (kind == "anggaran" and aimed and heading == "realisasi"):
            columns.setdefault(column, at)
    return columns


def _missing(columns: Collection[str], kind: Kind) -> tuple[str, ...]:
    """The columns without which nothing can be counted; of those that tell a row of somebody one is enough."""
    lacking = tuple(needed for needed in _NEEDED[kind] if needed not in columns)
    present = kind != "buku-tamu" or any(column in columns for column in _PRESENT)
    return lacking if present else (*lacking, "present")


def _plain(cell: str) -> str:
    """A heading without case, marks and "(Rp)"; one of shares stays as it is and means nothing here."""
    folded = squash(cell).casefold().strip(" .:*")
    return folded if _SHARE.search(folded) else _SLASH.sub("/", _IN_BRACKETS.sub("", folded))


def _sums(row: Row) -> bool:
    """Whether a row only sums up the others."""
    words = [cell.strip() for cell in row if any(char.isalpha() for char in cell)]
    return bool(words) and _SUMS.match(words[0]) is not None


def number(cell: str, language: str = "id") -> Fraction | None:
    """The number in a cell, a dash being none at all (0); None where it holds no single number."""
    plain = re.sub(r"\A(?:rp\.?|idr)\s*|\s*(?:,-)?\Z", "", squash(cell), flags=re.IGNORECASE)
    if plain in _NONE:
        return Fraction(0)
    pattern, group, point = (_COMMAED, ",", ".") if language == "en" else (_DOTTED, ".", ",")
    if not pattern.fullmatch(plain):
        return None
    if language != "en" and re.fullmatch(r"-?\d+\.\d{1,2}", plain):
        return Fraction(plain)
    return Fraction(plain.replace(group, "").replace(point, "."))
