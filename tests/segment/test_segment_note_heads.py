"""The head of field notes and documents: when, where and who, in lines or in a table, is no observation."""

from __future__ import annotations

import pytest
from segment_reading import partition_of

from kualcode.model import Cell, Extract, SourceInfo, SourceType, Table
from kualcode.segment import Reading, info, title, turns

NOTES = "Loket dibuka pukul 08.40.\nDua warga menunggu."


def read(text: str, kind: SourceType, rows: int = 0) -> tuple[Reading, SourceInfo]:
    """A Word file's reading; its first `rows` lines are a table with a tab between the cells."""
    cells, position = [], 0
    for line in text.split("\n")[:rows]:
        row = []
        for word in line.split("\t"):
            row.append(Cell(position, position + len(word)))
            position += len(word) + 1
        cells.append(tuple(row))
    extract = Extract("docx", text, (Table("", tuple(cells)),) if cells else ())
    reading = turns(extract, kind)
    partition_of(text, reading)
    return reading, info((kind, "O-1.docx"), reading.header, (), title(text))


def words(text: str, reading: Reading) -> list[str]:
    return [text[turn.start : turn.end] for turn in reading.turns]


@pytest.mark.parametrize(
    "head",
    [
        "Catatan Observasi\nTanggal: 14 April 2026\nPukul: 08.00-11.30\nPengamat: Hasan",
        "Catatan Observasi\nTanggal: 14 April 2026",
        "Catatan Observasi\nDinas Rekaan\nTanggal: 14 April 2026",
        "LEMBAR OBSERVASI\nDinas Rekaan\nHari/Tanggal : Selasa, 14 April 2026\nWaktu\t: 08.00",
        "Hari / Tanggal: Selasa, 14 April 2026\nLokasi/Tempat: Loket\nPengamat / Observer: Hasan",
        "Dinas Rekaan\nKabupaten Rekaan\nTanggal: 14 April 2026\nCuaca: cerah\nObserver: Hasan",
        "Observasi ke-: 2\nTanggal observasi: 14 April 2026\nNama observer: Hasan",
        "Observation Notes\n\nDate: 14 April 2026\nTime: 08.00\nObserver: Hasan",
    ],
)
def test_the_lines_above_field_notes_are_read_and_are_nobodys_words(head: str) -> None:
    text = f"{head}\n{NOTES}"
    reading, known = read(text, "observation")
    assert words(text, reading) == NOTES.split("\n")
    assert known.date == "2026-04-14"


@pytest.mark.parametrize(
    "text",
    [
        "Petugas datang terlambat.\nTanggal: 14 April 2026\nPukul: 08.00",  # a sentence above
        "Loket masih tutup\nTempat: ruang tunggu penuh\nWarga berdiri.",  # one entry without a title
        "A\nB\nC\nD\nE\nTanggal: 14 April 2026\nPukul: 08.00",  # too much above
    ],
)
def test_what_may_be_an_observation_stays_one(text: str) -> None:
    assert words(text, read(text, "observation")[0]) == text.split("\n")


def test_a_short_line_between_two_entries_is_an_observation() -> None:
    text = "Tanggal: 14 April 2026\nLoket masih tutup\nTempat: loket\nPukul: 08.00"
    assert words(text, read(text, "observation")[0]) == text.split("\n")[1:]


def test_a_line_of_another_key_after_the_head_is_an_observation() -> None:
    text = "Tanggal: 14 April 2026\nPukul: 08.00\nSuasana: tenang\nLoket dibuka."
    assert words(text, read(text, "observation")[0]) == ["Suasana: tenang", "Loket dibuka."]


def test_a_table_of_two_columns_above_the_notes() -> None:
    text = f"Hari/Tanggal\tSelasa, 14 April 2026\nWaktu\t08.00-11.30\nPengamat\tHasan\n{NOTES}"
    reading, known = read(text, "observation", rows=3)
    assert words(text, reading) == NOTES.split("\n")
    assert known.date == "2026-04-14"


def test_a_sheet_whose_table_goes_on_with_the_notes() -> None:
    seen = "Loket baru dibuka pukul 08.40 karena dua petugas datang terlambat, dan antrean sudah sampai ke pintu."
    text = f"Tanggal\t14 April 2026\nTempat\tLoket\nHasil pengamatan\t{seen}"
    reading, known = read(text, "observation", rows=3)
    assert words(text, reading) == [f"Hasil pengamatan\t{seen}"]
    assert known.date == "2026-04-14"


def test_a_document_keeps_its_title_and_gives_its_head() -> None:
    text = "NOTULEN RAPAT\nDinas Rekaan\nHari/Tanggal: Selasa, 14 April 2026\nWaktu: 09.00\nTempat: Aula\nRapat dibuka."
    reading, known = read(text, "documentation")
    assert words(text, reading) == ["NOTULEN RAPAT", "Dinas Rekaan", "Rapat dibuka."]
    assert (known.date, known.place) == ("2026-04-14", "Aula")


def test_the_meeting_of_an_invitation_is_not_its_head() -> None:
    text = "UNDANGAN\nDengan hormat, kami mengundang pada:\nHari/Tanggal: 14 April 2026\nWaktu: 09.00\nTempat: Aula"
    reading, known = read(text, "documentation")
    assert words(text, reading) == text.split("\n")
    assert known.date is None


def test_a_statement_of_a_person_has_no_head() -> None:
    text = "SURAT PERNYATAAN\nNama: Tuti\nJabatan: Staf\nSaya menyatakan benar."
    assert len(words(text, read(text, "documentation")[0])) == 4
