"""informants.csv and sources.csv: rows that describe people and files, all problems in one go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from kualcode.errors import Bi, InvalidFile, Problem
from kualcode.model import Cell, Extract, Informant, SourceInfo
from kualcode.segment.attributes import CLASSES, doc_class, source_type
from kualcode.segment.columns import cell_text, filled
from kualcode.segment.dates import iso_date, period
from kualcode.segment.labels import code_key
from kualcode.text import line_of, line_starts, squash
from kualcode.yamlsafe import nearest

SILENT = ""  # the consent of an informant about whom the list says nothing; what is stored may say more
_CLOSED = ("refused", "withdrawn")
CONSENT = {
    word: state
    for state, words in {
        SILENT: "|-",
        "unrecorded": "unrecorded|not recorded|belum dicatat|belum|belum tercatat",
        "declared": "declared|dinyatakan|lisan|tertulis|rekaman|oral|verbal|written|bersedia|setuju|menyetujui|"
        "disetujui|ya|iya|yes|agreed|agrees|willing",
        "recorded": "recorded|tercatat|dicatat",
        "refused": "refused|refuses|declined|menolak|ditolak|tidak bersedia|tidak setuju|tidak menyetujui|tidak mau|"
        "keberatan|tidak|no|not willing",
        "withdrawn": "withdrawn|withdrew|ditarik|menarik|menarik diri|dicabut|mencabut|mundur|mengundurkan diri|batal|"
        "dibatalkan|membatalkan",
    }.items()
    for word in words.split("|")
}
_CONSENT_COLUMN = ("persetujuan", "kesediaan", "consent")  # in a heading, they name the column of consent
_NOT_THE_WORD = ("tanggal", "tgl", "date", "no", "bukti", "proof", "berkas", "file", "keterangan", "ket", "catatan")

_INFORMANT = {
    word: field
    for field, words in {
        "code": "kode|code|kode informan|informan|informant|id",
        "": "nama|name|nama lengkap|no|nomor",  # names are never stored with an informant
        "position": "jabatan|position|pekerjaan|role",
        "role_group": "kelompok peran|role_group|role group|kelompok|group",
        "category": "kategori|category",
        "chosen": "cara dipilih|chosen|cara pemilihan|how chosen|teknik sampling|sampling",
        "sex": "jenis kelamin|sex|gender",
        "age": "umur|usia|age",
        "education": "pendidikan|education|pendidikan terakhir",
        "years_of_service": "masa kerja|years of service|years_of_service|lama bekerja|service",
        "date": "tanggal|date|tanggal wawancara|hari/tanggal",
        "length": "lama|length|durasi|duration|lama wawancara",
        "consent": "persetujuan|consent|bersedia|setuju",
    }.items()
    for word in words.split("|")
}

_SOURCE = {
    word: field
    for field, words in {
        "file": "berkas|file|nama berkas|sumber|source|path|filename|file name",
        "source_type": "jenis sumber|source_type|source type|jenis|teknik|technique",
        "informant": "informan|informant|kode informan|kode|code",
        "name": "nama|name",
        "role": "jabatan|role|position",
        "date": "tanggal|date",
        "session_id": "sesi|session|session_id",
        "doc_family": "keluarga|family|doc_family|keluarga dokumen",
        "doc_class": "kelas|class|doc_class|jenis dokumen",
        "period": "periode|period|tahun|year",
        "place": "tempat|place|lokasi",
        "title": "judul|title",
        "": "no|nomor|catatan|keterangan",
    }.items()
    for word in words.split("|")
}


class _Row(NamedTuple):
    """One row: where it stands, and its filled cells by field."""

    where: str
    values: dict[str, str]


def informants_csv(extract: Extract, name: str) -> tuple[tuple[Informant, ...], tuple[Problem, ...]]:
    """The informants a table lists, and every problem with file and line.

    A consent that cannot be read counts as refused, and of two rows for one informant a refusal counts; where
    nothing is said the consent is SILENT. Raises InvalidFile where it is not clear whom or what the table means.
    """
    rows, problems = _rows(extract, name, _INFORMANT, "code")
    broken = [problem for problem in problems if problem.what in (_EMPTY, _NO_CODE, _TWO_CONSENTS)]
    if broken:
        raise InvalidFile(_BROKEN.fill(name=name), broken)
    seen: dict[str, str] = {}
    informants: dict[str, Informant] = {}
    for where, values in rows:
        values["consent"] = _consent(values.get("consent", ""), where, problems)
        _date(values, where, problems)
        key = code_key(values["code"])
        if _first(seen, key, values["code"], where, problems):
            informants[key] = Informant(**values)
        elif values["consent"] in _CLOSED:
            informants[key] = replace(informants[key], consent=values["consent"])
    return tuple(informants.values()), _in_order(problems)


def sources_csv(extract: Extract, name: str) -> tuple[dict[str, SourceInfo], tuple[Problem, ...]]:
    """What a table says about each file (path with /), and every problem with file and line."""
    rows, problems = _rows(extract, name, _SOURCE, "file")
    seen: dict[str, str] = {}
    sources: dict[str, SourceInfo] = {}
    for where, values in rows:
        file = values.pop("file").replace("\\", "/").removeprefix("./")
        _date(values, where, problems)
        _source_values(values, where, problems)
        if _first(seen, file, file, where, problems):
            sources[file] = SourceInfo(**values)  # type: ignore[arg-type]
    return sources, _in_order(problems)


def _in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    """Problems by line; those of one line as they were found."""
    return tuple(sorted(problems, key=lambda problem: int(problem.where.rpartition(":")[2] or 0)))


def _source_values(values: dict[str, str], where: str, problems: list[Problem]) -> None:
    """Kind, class and period in stored form; a word that says none is a problem."""
    kind = values.pop("source_type", None)
    if kind is not None:
        known = source_type(kind)
        if known is None:
            problems.append(Problem(where, _VALUE.fill(value=kind), _TYPES))
        else:
            values["source_type"] = known
    group = values.pop("doc_class", None)
    if group is not None:
        named = group if group in CLASSES else doc_class(group)
        if named is None:
            problems.append(Problem(where, _VALUE.fill(value=group), _ONE_OF.fill(names=", ".join(sorted(CLASSES)))))
        else:
            values["doc_class"] = named
    if "period" in values:
        values["period"] = period(values["period"]) or values["period"]


def _rows(extract: Extract, name: str, columns: Mapping[str, str], needed: str) -> tuple[list[_Row], list[Problem]]:
    """Rows by field; a row without its key, an unknown or doubled column, and a missing one are problems."""
    if not extract.tables or not extract.tables[0].rows:
        return [], [Problem(f"{name}:1", _EMPTY, _HEADER_FIRST.fill(names=_shown(columns)))]
    starts = line_starts(extract.text)
    head, *body = extract.tables[0].rows
    fields, problems = _fields(extract.text, head, f"{name}:1", columns, needed)
    rows = []
    for row in body if needed in fields else ():
        values = {
            field: cell_text(extract.text, cell)
            for field, cell in zip(fields, row, strict=False)
            if field and cell.start < cell.end
        }
        if not row:
            continue
        where = f"{name}:{line_of(starts, row[0].start)}"
        if needed in values:
            rows.append(_Row(where, {field: value for field, value in values.items() if value}))
        elif filled(row):
            problems.append(Problem(where, _NO_KEY, _FILL_KEY.fill(column=_word(columns, needed))))
    return rows, problems


def _fields(
    text: str, head: tuple[Cell, ...], where: str, columns: Mapping[str, str], needed: str
) -> tuple[list[str], list[Problem]]:
    """The field of each column, "" where it holds nothing to keep, and what is wrong with the header."""
    fields: list[str] = []
    problems = []
    for cell in head:
        word = cell_text(text, cell)
        field = _column(word, columns) if word else ""
        if field is None:
            guess = nearest(word, [known for known in columns if known])
            fix = _MEANT.fill(guess=guess) if guess else _ONE_OF.fill(names=_shown(columns))
            problems.append(Problem(where, _COLUMN.fill(column=word), fix))
        elif field and field in fields:
            twice = _TWO_CONSENTS if field == "consent" else _TWICE.fill(value=word)
            problems.append(Problem(where, twice, _KEEP_ONE))
            field = ""
        fields.append(field or "")
    if needed not in fields:
        problems.append(Problem(where, _MISSING.fill(column=_word(columns, needed)), _ADD))
    return fields, problems


def _column(word: str, columns: Mapping[str, str]) -> str | None:
    """The field that a heading names, "" for one to be passed over, None for one that means nothing here."""
    plain = squash(word).casefold().strip(" .:")
    if plain in columns or "consent" not in columns.values():
        return columns.get(plain)
    about = any(part in plain for part in _CONSENT_COLUMN) and plain.split()[0].strip(".") not in _NOT_THE_WORD
    return "consent" if about else None


def _first(seen: dict[str, str], key: str, value: str, where: str, problems: list[Problem]) -> bool:
    """Whether a key is met for the first time; a second time is a problem, and the first row counts."""
    if key in seen:
        problems.append(Problem(where, _TWICE.fill(value=value), _FIRST_AT.fill(where=seen[key])))
        return False
    seen[key] = where
    return True


def _consent(value: str, where: str, problems: list[Problem]) -> str:
    """What a word says about consent; one that cannot be read is a problem and hides the informant."""
    state = CONSENT.get(squash(value).casefold().strip(" .:;!"))
    if state is None:
        problems.append(Problem(where, _CONSENT_UNREAD.fill(value=value), _CONSENT_WORDS))
    return "refused" if state is None else state


def _date(values: dict[str, str], where: str, problems: list[Problem]) -> None:
    """A date in ISO form; one that cannot be read is a problem and stays unknown."""
    written = values.pop("date", None)
    if written is None:
        return
    day = iso_date(written)
    if day is None:
        problems.append(Problem(where, _DATE.fill(value=written), _DATE_FORM))
    else:
        values["date"] = day


def _word(columns: Mapping[str, str], field: str) -> str:
    return next(word for word, known in columns.items() if known == field)


def _shown(columns: Mapping[str, str]) -> str:
    """The first word of every field, for a message."""
    return ", ".join(dict.fromkeys(_word(columns, field) for field in columns.values() if field))


_EMPTY = Bi("Tidak ada tabel.", "There is no table.")
_HEADER_FIRST = Bi("Tulis judul kolom di baris pertama: {names}.", "Write the column names in the first row: {names}.")
_COLUMN = Bi("Kolom “{column}” tidak dikenal.", "The column “{column}” is not known.")
_MISSING = Bi("Kolom “{column}” tidak ada.", "The column “{column}” is missing.")
_ADD = Bi("Tambahkan kolom itu.", "Add that column.")
_NO_CODE = _MISSING.fill(column="kode")
_BROKEN = Bi(
    "{name} tidak dapat dipakai, jadi tidak jelas siapa yang menolak; tidak ada yang disimpan.",
    "{name} cannot be used, so it is not clear who refused; nothing was stored.",
)
_TWO_CONSENTS = Bi("Ada dua kolom persetujuan.", "There are two columns of consent.")
_CONSENT_UNREAD = Bi(
    "Persetujuan “{value}” tidak dikenal; informan ini disembunyikan sampai jelas.",
    "The consent “{value}” is not known; this informant is hidden until it is clear.",
)
_CONSENT_WORDS = Bi(
    "Yang dikenal: bersedia, lisan, tertulis, rekaman, tercatat, belum dicatat, tidak bersedia, menolak, mundur.",
    "Known here: agreed, oral, written, recorded, not recorded, refused, withdrawn.",
)
_MEANT = Bi("Mungkin maksudnya “{guess}”?", "Did you mean “{guess}”?")
_ONE_OF = Bi("Yang dikenal: {names}.", "Known here: {names}.")
_TWICE = Bi("“{value}” ada dua kali.", "“{value}” is there twice.")
_KEEP_ONE = Bi("Sisakan satu.", "Keep one.")
_FIRST_AT = Bi("Yang pertama di {where}; sisakan satu.", "The first is at {where}; keep one.")
_NO_KEY = Bi("Baris ini tidak punya kunci.", "This row has no key.")
_FILL_KEY = Bi("Isi kolom “{column}”.", "Fill in the column “{column}”.")
_VALUE = Bi("“{value}” tidak dikenal.", "“{value}” is not known.")
_TYPES = Bi("Pakai wawancara, observasi atau dokumentasi.", "Use interview, observation or documentation.")
_DATE = Bi("Tanggal “{value}” tidak terbaca.", "The date “{value}” cannot be read.")
_DATE_FORM = Bi("Tulis seperti 2026-02-09 atau 9 Februari 2026.", "Write it like 2026-02-09 or 9 February 2026.")
