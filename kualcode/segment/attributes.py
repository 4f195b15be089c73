"""What is known about a source from its folder, its header and its front matter; nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kualcode.model import SourceInfo, SourceType
from kualcode.segment.dates import iso_date, period
from kualcode.segment.headers import Pair, meaning
from kualcode.segment.labels import is_person, is_position
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
        re.compile(r"\b(?:transkrip(?:si)?|hasil) (?:hasil )?(?:wawancara|fgd|diskusi)|\binterview transcript", re.I),
        "interview",
    ),
    (
        re.compile(
            r"\bcatatan lapangan|\b(?:lembar|hasil|catatan) (?:hasil )?(?:observasi|pengamatan)"
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
    "kode": "code",
    "kode_informan": "informant",
    "code": "code",
    "id": "code",
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
    "code": "code",
    "name": "name",
    "role": "role",
    "date": "date",
    "time": "date",  # "Waktu : Senin, 9 Februari 2026" as often as "Waktu : 09.10"
    "place": "place",
    "title": "title",
    "period": "period",
    "session": "session_id",
}
_STEM_CODE = re.compile(r"([A-Z]{1,3}[-_ ]?\d{1,3})(?![^\W_])")
_PEOPLE_TEXT = "informan informant narasumber responden respondent sumber source nama name"
_PEOPLE = frozenset(_PEOPLE_TEXT.split())
_CODE = re.compile(r"[^\W\d_]{0,12}[\s.\-_]?\d{1,3}|[A-Z]{1,3}(?:[.\-_][A-Z]{1,4}){1,2}|\w+ [IVX]{1,4}")
_BRACKETED = re.compile(r"(?P<before>[^()]+?)\s*\((?P<inside>[^()]+)\)")


def info(
    path_parts: Sequence[str], header: tuple[Pair, ...], meta: tuple[Pair, ...], title: str | None = None
) -> SourceInfo:
    """What is known about a source: front matter before the header before folder and file name before its title.

    path_parts: the path inside the study folder, file name last. title: the line that `headers.title` finds, which
    only gives the kind of source. Fields that nothing names stay None.
    """
    front, head = _fields(meta), _fields(header)
    written = front.get("title") or head.get("title") or ""
    kind = source_type(front.get("source_type") or head.get("source_type") or "") or folder_type(path_parts)
    kind = kind or _titled_type(written) or _titled_type(title or "")
    given = _about(front, kind).merged(_about(head, kind)).merged(_person((*meta, *header), kind))
    stem = path_parts[-1].rsplit(".", 1)[0] if path_parts else ""
    known = given.merged(SourceInfo(source_type=kind, period=period(written)))
    return known.merged(_defaults(kind, stem, known))


def _about(fields: dict[str, str], kind: SourceType | None) -> SourceInfo:
    """Fields as a source's attributes; a sheet's code is a person's in an interview, the session's in field notes."""
    known = dict(fields)
    code = known.pop("code", None)
    if code and kind == "observation":
        known.setdefault("session_id", code)
    elif code and kind != "documentation":
        known.setdefault("informant", code)
    return SourceInfo(**known)  # type: ignore[arg-type]


def _person(entries: tuple[Pair, ...], kind: SourceType | None) -> SourceInfo:
    """Name and position from "Sumber : Camat X (Bapak Y)" or "Informan : Pak Y (Camat X)", where all entries agree."""
    if kind not in ("interview", None):
        return SourceInfo()
    who = [_who(squash(value), meaning(key) == "name") for key, value in entries if squash(key).casefold() in _PEOPLE]
    names, roles = {name for name, _ in who if name}, {role for _, role in who if role}
    return SourceInfo(name=names.pop() if len(names) == 1 else None, role=roles.pop() if len(roles) == 1 else None)


def _who(value: str, named: bool) -> tuple[str | None, str | None]:
    """(name, position) in a value: a person is told by honorific or degree, a position by its word or beside one.

    `named` says that the entry's key asks for a person, so that a bare "Sari" is a name.
    """
    found = _BRACKETED.fullmatch(value)
    before, inside = (found["before"], found["inside"]) if found else (value, "")
    if _CODE.fullmatch(value):
        return None, None
    if is_person(inside) and not is_person(before):
        return inside, before
    if is_position(inside):
        return before, inside
    if is_position(before):
        return None, before
    return (before if named or is_person(before) else None), None


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
        word = squash(key).casefold()
        field = _FIELDS.get(word.replace(" ", "_")) or _MEANS.get(meaning(key) or "")
        clean = _value(field, squash(value)) if field else None
        if field == "informant" and word in _PEOPLE and not _CODE.fullmatch(squash(value)):
            continue  # "Informan : Bu Sari" names a person, and a name is never a code
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
