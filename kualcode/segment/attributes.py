"""What is known about a source from its folder, its header and its front matter; nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kualcode.model import SourceInfo, SourceType
from kualcode.segment.dates import iso_date, period
from kualcode.segment.headers import Pair, meaning
from kualcode.text import squash

_TYPES: dict[str, SourceType] = {
    "wawancara": "interview",
    "interview": "interview",
    "interviews": "interview",
    "wwcr": "interview",
    "observasi": "observation",
    "observation": "observation",
    "observations": "observation",
    "pengamatan": "observation",
    "dokumentasi": "documentation",
    "dokumen": "documentation",
    "document": "documentation",
    "documents": "documentation",
    "documentation": "documentation",
    "unattributed": "unattributed",
}
_TITLE_TYPES: tuple[tuple[re.Pattern[str], SourceType], ...] = (
    (
        re.compile(r"\b(?:transkrip(?:si)?|hasil) (?:hasil )?wawancara|\binterview transcript", re.I),
        "interview",
    ),
    (
        re.compile(
            r"\bcatatan lapangan|\blembar (?:observasi|pengamatan)|\bhasil (?:observasi|pengamatan)"
            r"|\bfield ?notes?|\bobservation (?:sheet|notes)",
            re.I,
        ),
        "observation",
    ),
)
_CLASSES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_])", re.I), name)
    for words, name in (
        ("rencana kerja|rencana kegiatan|renja|renstra|work plan|annual plan", "plan"),
        ("surat keputusan|keputusan bupati|keputusan camat|keputusan kepala|decree", "decree"),
        (
            "buku tamu|daftar hadir|rekap absensi|rekap kehadiran|absensi|presensi|guest "
            "?book|attendance(?: list)?"
            "|buku ekspedisi|register",
            "register",
        ),
        ("laporan|realisasi|report", "report"),
        ("transkrip|transkripsi|transcript", "transcript"),
        ("catatan lapangan|field ?notes?", "field_note"),
        ("foto|photo|photos", "photo"),
    )
)
CLASSES = frozenset(("transcript", "field_note", "plan", "report", "register", "decree", "photo"))
# Front-matter keys that name a field outright; the rest is read as a header entry is.
_FIELDS = {
    "source_type": "source_type",
    "jenis_sumber": "source_type",
    "jenis": "source_type",
    "teknik": "source_type",
    "technique": "source_type",
    "informant": "informant",
    "informan": "informant",
    "kode": "informant",
    "kode_informan": "informant",
    "code": "informant",
    "id": "informant",
    "name": "name",
    "nama": "name",
    "role": "role",
    "jabatan": "role",
    "position": "role",
    "date": "date",
    "tanggal": "date",
    "session": "session_id",
    "sesi": "session_id",
    "session_id": "session_id",
    "family": "doc_family",
    "doc_family": "doc_family",
    "keluarga": "doc_family",
    "class": "doc_class",
    "kelas": "doc_class",
    "doc_class": "doc_class",
    "jenis_dokumen": "doc_class",
    "period": "period",
    "periode": "period",
    "tahun": "period",
    "year": "period",
    "place": "place",
    "tempat": "place",
    "lokasi": "place",
    "title": "title",
    "judul": "title",
}
_MEANS = {
    "code": "informant",
    "name": "name",
    "role": "role",
    "date": "date",
    "place": "place",
    "title": "title",
    "period": "period",
    "session": "session_id",
}
_STEM_CODE = re.compile(r"([A-Z]{1,3}[-_ ]?\d{1,3})(?![^\W_])")


def info(path_parts: Sequence[str], header: tuple[Pair, ...], meta: tuple[Pair, ...]) -> SourceInfo:
    """What is known about a source: front matter before the header before folder and file name.

    path_parts: the path inside the study folder, file name last. Fields that nothing names stay None.
    """
    given = SourceInfo(**_fields(meta)).merged(SourceInfo(**_fields(header)))  # type: ignore[arg-type]
    stem = path_parts[-1].rsplit(".", 1)[0] if path_parts else ""
    kind = given.source_type or folder_type(path_parts) or _titled_type(given.title or "")
    known = given.merged(SourceInfo(source_type=kind, period=period(f"{given.title or ''}")))
    return known.merged(_defaults(kind, stem, known))


def _defaults(kind: SourceType | None, stem: str, known: SourceInfo) -> SourceInfo:
    """What follows from the kind of source and the file's name."""
    named = doc_class(f"{known.title or ''}") or doc_class(stem.replace("_", " "))
    if kind == "interview":
        code = _STEM_CODE.match(stem)
        return SourceInfo(informant=code[1] if code else None, doc_class=named or "transcript")
    if kind == "observation":
        return SourceInfo(session_id=known.date or stem or None, doc_class=named or "field_note")
    if kind == "documentation":
        return SourceInfo(doc_family=stem or None, doc_class=named)
    return SourceInfo(doc_class=named)


def folder_type(path_parts: Sequence[str]) -> SourceType | None:
    """The kind of source that the nearest telling folder names; a folder that names two tells nothing."""
    for part in reversed(path_parts[:-1]):
        found = {_TYPES[word] for word in re.findall(r"[^\W\d_]+", part.casefold()) if word in _TYPES}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def source_type(value: str) -> SourceType | None:
    """A kind of source as a person writes it ("wawancara", "Observation"); None when it is none."""
    return _TYPES.get(squash(value).casefold())


def doc_class(title: str) -> str | None:
    """The class that sure words in a title or a file name give; None where there are none."""
    return next((name for pattern, name in _CLASSES if pattern.search(title)), None)


def _titled_type(title: str) -> SourceType | None:
    return next((kind for pattern, kind in _TITLE_TYPES if pattern.search(title)), None)


def _fields(entries: tuple[Pair, ...]) -> dict[str, str]:
    """SourceInfo fields from entries; where entries disagree the field stays unknown."""
    found: dict[str, set[str]] = {}
    for key, value in entries:
        field = _FIELDS.get(squash(key).casefold().replace(" ", "_")) or _MEANS.get(meaning(key) or "")
        clean = _value(field, squash(value)) if field else None
        if field and clean:
            found.setdefault(field, set()).add(clean)
    return {field: values.pop() for field, values in found.items() if len(values) == 1}


def _value(field: str, value: str) -> str | None:
    """A value in the form the field wants; None where it does not say it."""
    if field == "date":
        return iso_date(value)
    if field == "source_type":
        return source_type(value)
    if field == "doc_class":
        return value if value in CLASSES else doc_class(value)
    if field == "period":
        return period(value) or value
    return value or None
