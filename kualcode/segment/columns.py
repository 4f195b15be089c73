"""What the columns of a table hold, by the words of its header row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kualcode.model import Cell, Table
from kualcode.segment.headers import meaning
from kualcode.segment.labels import classify
from kualcode.text import squash

_WORDS = {
    "time": "waktu|time|jam|pukul|timestamp|menit|mulai|start|tanggal/waktu|waktu/tanggal|tanggal"
    "|hari/tanggal|date"
    "|date/time|tanggal dan waktu|at",
    "speaker": "pembicara|speaker|penutur|peran|nama pembicara",
    "text": "ucapan|teks|text|pernyataan|statement|tuturan|ujaran|utterance|percakapan|transkrip|transcript"
    "|isi"
    "|kronologis|kronologi|uraian|uraian kejadian|kejadian|catatan|catatan lapangan|deskripsi|hasil "
    "pengamatan"
    "|hasil observasi|pengamatan|observation|observations|description|notes|uraian kegiatan|peristiwa",
    "question": "pertanyaan|question|questions|daftar pertanyaan|pertanyaan peneliti",
    "answer": "jawaban|jawab|answer|answers|jawaban informan|hasil wawancara|jawaban narasumber|response"
    "|jawaban responden",
    "informant": "informan|informant|kode informan|narasumber|responden|respondent|kode|code",
}
_COLUMN = {word: column for column, words in _WORDS.items() for word in words.split("|")}
_REMARKS = ("catatan", "notes", "peran")  # of a person, as often as of what was said
_FILES = frozenset(
    ("file", "berkas", "nama berkas", "filename", "path", "source", "sumber", "quote", "kutipan", "stance", "sikap")
)
_FIGURE = re.compile(r"(?:Rp\.?\s*)?[\d.,:/%\s–-]*\d[\d.,:/%\s–-]*\Z")
_HEADING = 80  # characters: what is longer beside "Catatan" is the note itself, on a sheet of two columns
_LOOK_AT = 6  # a header row stands among the first rows or nowhere


class Columns(NamedTuple):
    """A header row's index, and the column of each thing a transcript needs."""

    row: int
    time: int | None = None
    speaker: int | None = None
    text: int | None = None
    question: int | None = None
    informant: int | None = None
    answers: tuple[tuple[int, str | None], ...] = ()  # a column of answers, with the informant it belongs to


def heads_speech(word: str) -> bool:
    """Whether a heading names a column of speech: text, questions, answers or who speaks."""
    return _COLUMN.get(_folded(word)) in ("speaker", "text", "question", "answer") and _folded(word) not in _REMARKS


def heads_file(word: str) -> bool:
    """Whether a heading names a column of files, sources or quotes, as lists of sources and of codings have."""
    return _folded(word) in _FILES


def cell_text(text: str, cell: Cell) -> str:
    """A cell's words on one line."""
    return squash(text[cell.start : cell.end])


def filled(row: Sequence[Cell]) -> list[Cell]:
    """The cells of a row that hold something."""
    return [cell for cell in row if cell.start < cell.end]


def transcript_columns(text: str, table: Table) -> Columns | None:
    """The header row of a transcript or of field notes; None for any other table.

    Of several rows that could be one, the first with two known words, for a title may hold one.
    """
    fit = []
    for index, row in enumerate(table.rows[: len(top(text, table)) + _LOOK_AT]):
        words = [cell_text(text, cell) for cell in row]
        columns = _columns(index, words)
        speaks = columns.text is not None or (columns.question is not None and columns.answers)
        if speaks and sum(map(bool, words)) > 1 and max(map(len, words)) <= _HEADING:
            fit.append((_known(words) < 2, columns))
    return min(fit, key=lambda one: one[0])[1] if fit else None


def top(text: str, table: Table) -> list[tuple[str, str] | None]:
    """The rows above a header row, as far as they can be told: identity entries, and None for blanks and titles."""
    found: list[tuple[str, str] | None] = []
    for row in table.rows:
        words = [word for word in (cell_text(text, cell).strip(": ") for cell in row) if word]
        entry = _entry(words)
        if len(words) > 1 and entry is None:
            break
        found.append(entry)
    return found


def _entry(words: list[str]) -> tuple[str, str] | None:
    """A row's key and value ("Nama", "Dedi"); None where the second word heads a column itself."""
    if len(words) != 2 or meaning(words[0]) is None or meaning(words[1]):
        return None
    folded = _folded(words[1])
    return None if folded in _COLUMN or folded in _REGISTER else (words[0], words[1])


def _known(words: list[str]) -> int:
    return sum(_folded(word) in _COLUMN or _folded(word) in ("no", "nomor") for word in words)


def _folded(word: str) -> str:
    return word.casefold().strip(" :.*").replace(" / ", "/")


def _columns(index: int, words: list[str]) -> Columns:
    at: dict[str, int] = {}
    answers: list[tuple[int, str | None]] = []
    for position, word in enumerate(words):
        column = _COLUMN.get(_folded(word))
        label = classify(word) if column is None and word else None
        if column == "answer" or (label is not None and label.code and label.kind in ("answers", "i")):
            answers.append((position, label.code if label else None))
        elif column:
            at.setdefault(column, position)
    return Columns(
        index,
        at.get("time"),
        at.get("speaker"),
        at.get("text"),
        at.get("question"),
        at.get("informant"),
        tuple(answers),
    )


def label_columns(text: str, table: Table) -> Columns | None:
    """A table without header words whose first filled column holds speaker labels ("P", "I1 :")."""
    rows = [row for row in table.rows if len(filled(row)) >= 2]
    if len(rows) < 2:
        return None
    labels = [classify(cell_text(text, filled(row)[0]).rstrip(" :")) for row in rows]
    known = [label for label in labels if label and label.kind in ("asks", "answers", "p", "i")]
    if len(known) * 10 < len(rows) * 6:
        return None
    first = rows[0].index(filled(rows[0])[0])
    return Columns(-1, speaker=first, text=max(index for index, cell in enumerate(rows[0]) if cell.start < cell.end))


def identity_rows(text: str, table: Table) -> list[tuple[str, str]]:
    """Key and value of an identity table's rows ("Nama | : | Tuti"); empty for any other table."""
    found = []
    for row in table.rows:
        words = [word for word in (cell_text(text, cell).strip(": ") for cell in row) if word]
        if not words:
            continue
        if len(words) > 2 or meaning(words[0]) is None or (len(words) == 2 and meaning(words[1])):
            return []
        found.append((words[0], words[1] if len(words) == 2 else ""))
    return [pair for pair in found if pair[1]] if len(found) >= 2 else []


def register_header(text: str, table: Table) -> int:
    """How many rows at the top are no data: the header row where one is sure, 0 where it is not.

    Sure: every filled cell is words, and a column below holds figures; or two cells are known header words.
    """
    return _sure_header(text, table, len(top(text, table))) or _sure_header(text, table, 0)


def _sure_header(text: str, table: Table, first: int) -> int:
    for index, row in enumerate(table.rows[first : first + _LOOK_AT], first):
        words = [cell_text(text, cell) for cell in row]
        named = [word for word in words if word]
        if len(named) < 2:
            continue
        if any(_FIGURE.match(word) for word in named):
            return 0
        known = sum(word.casefold().strip(" .") in _REGISTER for word in named)
        if known >= 2 or _figures_below(text, table, index):
            return index + 1
        return 0
    return 0


_REGISTER_TEXT = (
    "no nomor number tanggal date waktu jam time nama name alamat address keperluan purpose jabatan "
    "position nip kegiatan activity satuan unit target realisasi capaian keterangan ket remarks bulan "
    "month hadir terlambat izin sakit pegawai instansi uraian jumlah total pangkat golongan paraf volume "
    "anggaran pagu program indikator status"
)
_REGISTER = frozenset(_REGISTER_TEXT.split())


def _figures_below(text: str, table: Table, index: int) -> bool:
    below = table.rows[index + 1 : index + 4]
    columns = range(max((len(row) for row in below), default=0))
    return bool(below) and any(
        all(column < len(row) and _FIGURE.match(cell_text(text, row[column])) for row in below) for column in columns
    )
