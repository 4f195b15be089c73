"""The list of informants: which table is one, whom it lists, and what each of them said about consent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields, replace
from typing import NamedTuple

from kualcode.errors import Bi, InvalidFile, Problem
from kualcode.model import Extract, Informant, Table
from kualcode.segment import listing
from kualcode.segment.columns import cell_text, heads_file, heads_speech
from kualcode.segment.labels import code_key
from kualcode.text import squash

SILENT = ""  # the consent of an informant about whom the list says nothing; what is stored may say more
CLOSED = ("refused", "withdrawn")
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
# Of two lists that differ, what is nearer to the front holds.
_STRICTEST = ("withdrawn", "refused", "unrecorded", "declared", "recorded", SILENT)
_CONSENT_COLUMN = ("persetujuan", "kesediaan", "bersedia", "consent")  # in a heading, they name the column of consent
_NOT_THE_WORD = ("tanggal", "tgl", "date", "no", "bukti", "proof", "berkas", "file", "keterangan", "ket", "catatan")
_REMARK = "remark"  # a column of remarks, in which a refusal may stand where nothing else says it
_REFUSES = re.compile(r"\b(?:menolak|tidak (?:bersedia|setuju|mau)|refuse[sd]|declined)\b", re.I)
_WITHDRAWS = re.compile(r"\b(?:mengundurkan diri|menarik (?:diri|persetujuan)|mundur|withdr[ae]wn?)\b", re.I)

_WORDS = {
    word: field
    for field, words in {
        "code": "kode|code|kode informan|informan|informant|id|kode narasumber|kode responden|informant code",
        # Names are never stored with an informant.
        "": "nama|name|nama lengkap|no|nomor|nip|alamat|instansi|unit kerja|tempat|lokasi|tempat wawancara|agama|paraf"
        "|tanda tangan|telepon|no hp|no. hp|place|signature",
        "position": "jabatan|position|pekerjaan|role|jabatan/pekerjaan|pekerjaan/jabatan|occupation",
        "role_group": "kelompok peran|role_group|role group|kelompok|group",
        "category": "kategori|category|jenis informan|type of informant",
        "chosen": "cara dipilih|chosen|cara pemilihan|how chosen|teknik sampling|sampling",
        "sex": "jenis kelamin|sex|gender|l/p|jk",
        "age": "umur|usia|age",
        "education": "pendidikan|education|pendidikan terakhir",
        "years_of_service": "masa kerja|years of service|years_of_service|lama bekerja|service|lama kerja",
        "date": "tanggal|date|tanggal wawancara|hari/tanggal|hari/tanggal wawancara|tgl wawancara|interview date",
        "length": "lama|length|durasi|duration|lama wawancara",
        "consent": "persetujuan|consent|bersedia|setuju",
        _REMARK: "keterangan|ket|catatan|remarks|notes|status",
    }.items()
    for word in words.split("|")
}
_OF_WHOM = re.compile(r"\s(?:informan|narasumber|responden|partisipan|informants?|respondents?|participants?)\Z")
_BRACKETS = re.compile(r"\s*\([^()]*\)\Z")
_PEOPLE = re.compile(
    r"(?<![^\W_])(?:informan|narasumber|responden|partisipan|informants?|respondents?|participants?)(?![^\W_])", re.I
)
_PERSONAL = frozenset(
    ("position", "role_group", "category", "chosen", "sex", "age", "education", "years_of_service", "length")
)


def _column(word: str) -> str | None:
    """The field that a heading names, "" for one to be passed over, None for one that means nothing here."""
    plain = listing.plain(word)
    for form in (plain, _BRACKETS.sub("", plain), _OF_WHOM.sub("", plain)):
        if form in _WORDS:
            return _WORDS[form]
    about = any(part in plain for part in _CONSENT_COLUMN) and plain.split()[0].strip(".") not in _NOT_THE_WORD
    return "consent" if about else None


_TWO_CONSENTS = Bi("Ada dua kolom persetujuan.", "There are two columns of consent.")
_NAMING = listing.Naming(_WORDS, "code", _column, {"consent": _TWO_CONSENTS})


class Listed(NamedTuple):
    """The informants of one list, where each stands in it, and what is wrong with it."""

    name: str
    people: tuple[Informant, ...]
    problems: tuple[Problem, ...]


def is_list(extract: Extract, name: str = "") -> bool:
    """Whether a table of a file lists informants: by a code or name, by consent, and by what is said of a person.

    `name` is the file's, which may say it as well. Tables of speech, of codings or of files are none.
    """
    return any(_is_list(extract.text, table, name) for table in extract.tables)


def speaks(extract: Extract) -> bool:
    """Whether a table of a file has a column of speech, so that it is a transcript whatever it is called."""
    rows = (row for table in extract.tables for row in table.rows[: listing.LOOK_AT])
    return any(heads_speech(cell_text(extract.text, cell)) for row in rows for cell in row)


def _is_list(text: str, table: Table, name: str) -> bool:
    for index, row in enumerate(table.rows[: listing.LOOK_AT]):
        words = [word for word in (cell_text(text, cell) for cell in row) if word]
        known = {_column(word) for word in words}
        if not known & {"code", "consent"} or any(heads_speech(word) or heads_file(word) for word in words):
            continue
        above = [cell_text(text, cell) for upper in table.rows[:index] for cell in upper]
        told = any(_PEOPLE.search(word.replace("_", " ")) for word in (name, table.name, *above, *words))
        if _fits(known, told, named=any(listing.plain(word).startswith(("nama", "name")) for word in words)):
            return True
    return False


def _fits(known: set[str | None], told: bool, *, named: bool) -> bool:
    """Whether columns are those of a list of informants; `told`: words beside them say so."""
    personal = known & _PERSONAL
    if "consent" in known:
        return bool(personal and "code" in known) or (told and ("code" in known or named or bool(personal)))
    return told and "code" in known and len(personal) > 1


def informants_csv(extract: Extract, name: str) -> tuple[tuple[Informant, ...], tuple[Problem, ...]]:
    """The informants a table lists, and every problem with file and line.

    A consent that cannot be read counts as refused, and of two rows for one informant a refusal counts; where
    nothing is said the consent is SILENT. Raises InvalidFile where it is not clear whom or what the table means.
    """
    fitting = [t for t in extract.tables if listing.header_row(extract.text, t, _NAMING) is not None]
    rows, problems = listing.rows(extract, name, _NAMING, fitting or None)
    broken = [problem for problem in problems if problem.what in (listing.EMPTY, _NO_CODE, _TWO_CONSENTS)]
    if broken:
        raise InvalidFile(_BROKEN.fill(name=name), broken)
    seen: dict[str, str] = {}
    informants: dict[str, Informant] = {}
    for where, values in rows:
        values["consent"] = _said(values, where, problems)
        listing.date(values, where, problems)
        key = code_key(values["code"])
        if listing.first(seen, key, values["code"], where, problems):
            informants[key] = Informant(**values)
        elif values["consent"] in CLOSED:
            informants[key] = replace(informants[key], consent=values["consent"])
    return tuple(informants.values()), listing.in_order(problems)


def joined(lists: Sequence[Listed]) -> tuple[tuple[Informant, ...], tuple[Problem, ...]]:
    """The informants of all lists, and where the lists differ: the stricter consent holds, else the first list."""
    people: dict[str, tuple[str, Informant]] = {}
    problems: list[Problem] = []
    for one in lists:
        for person in one.people:
            key = code_key(person.code)
            where, before = people.get(key, (one.name, person))
            people[key] = where, _met(where, before, one.name, person, problems)
    return tuple(person for _, person in people.values()), tuple(problems)


def _met(where: str, before: Informant, other: str, person: Informant, problems: list[Problem]) -> Informant:
    """One informant of two lists."""
    consent = min(before.consent, person.consent, key=_STRICTEST.index)
    if len({before.consent, person.consent} - {SILENT}) > 1:
        problems.append(Problem(other, _CONSENTS.fill(code=before.code, first=where), _STRICTER))
    merged, differ = {}, []
    for part in fields(Informant):
        ours, theirs = getattr(before, part.name), getattr(person, part.name)
        if part.name not in ("code", "consent"):
            merged[part.name] = ours or theirs
            differ += [part.name] if ours and theirs and _folded(ours) != _folded(theirs) else []
    if differ:
        named = ", ".join(listing.first_word(_WORDS, field) for field in differ)
        problems.append(Problem(other, _DIFFER.fill(code=before.code, fields=named, first=where), _FIRST_HOLDS))
    return replace(before, consent=consent, **merged)


def _folded(value: str) -> str:
    return squash(value).casefold()


def _said(values: dict[str, str], where: str, problems: list[Problem]) -> str:
    """What a row says about consent; its remarks count where the column of consent says nothing."""
    consent, remark = _consent(values.get("consent", ""), where, problems), values.pop(_REMARK, "")
    if consent != SILENT:
        return consent
    return "refused" if _REFUSES.search(remark) else "withdrawn" if _WITHDRAWS.search(remark) else SILENT


def _consent(value: str, where: str, problems: list[Problem]) -> str:
    """What a word says about consent; one that cannot be read is a problem and hides the informant."""
    state = CONSENT.get(squash(value).casefold().strip(" .:;!"))
    if state is None:
        problems.append(Problem(where, _CONSENT_UNREAD.fill(value=value), _CONSENT_WORDS))
    return "refused" if state is None else state


_NO_CODE = listing.MISSING.fill(column="kode")
_BROKEN = Bi(
    "{name} tidak dapat dipakai, jadi tidak jelas siapa yang menolak; tidak ada yang disimpan.",
    "{name} cannot be used, so it is not clear who refused; nothing was stored.",
)
_CONSENT_UNREAD = Bi(
    "Persetujuan “{value}” tidak dikenal; informan ini disembunyikan sampai jelas.",
    "The consent “{value}” is not known; this informant is hidden until it is clear.",
)
_CONSENT_WORDS = Bi(
    "Yang dikenal: bersedia, lisan, tertulis, rekaman, tercatat, belum dicatat, tidak bersedia, menolak, mundur.",
    "Known here: agreed, oral, written, recorded, not recorded, refused, withdrawn.",
)
_CONSENTS = Bi(
    "Persetujuan {code} di sini lain daripada di {first}.", "The consent of {code} differs here from that in {first}."
)
_STRICTER = Bi(
    "Yang lebih ketat berlaku; samakan kedua daftar, atau sisakan satu.",
    "The stricter one holds; make the two lists agree, or keep one.",
)
_DIFFER = Bi(
    "Keterangan {code} ({fields}) di sini lain daripada di {first}.",
    "What is said of {code} ({fields}) differs here from {first}.",
)
_FIRST_HOLDS = Bi("Yang di sana dipakai; sisakan satu daftar.", "That one is used; keep one list.")
