"""Lists of informants: told by name or by columns, in csv, Excel or Word, and the stricter consent holds."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook
from study_values import PEOPLE, Study, put

from kualcode.cli.app import run
from kualcode.errors import InvalidFile
from kualcode.store import open_store
from kualcode.workflow import informant_lists
from kualcode.workflow.informant_lists import is_called
from kualcode.workflow.study import closed

HEAD = ["No", "Kode", "Jabatan", "Kategori informan", "Jenis kelamin", "Umur", "Persetujuan"]
ROWS = [
    [1, "I-01", "Camat", "kunci", "L", 51, "tertulis"],
    [2, "I-02", "Warga", "utama", "P", 34, "menolak"],
]


def xlsx(*rows: Sequence[object]) -> bytes:
    """A workbook of one sheet, below a title."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Daftar Informan"], *rows):
        sheet.append(list(row))
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def docx(*rows: Sequence[object]) -> bytes:
    """A Word file with a heading and a table."""
    document = Document()
    document.add_paragraph("Daftar Informan Penelitian")
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, value in zip(table.add_row().cells, row, strict=True):
            cell.text = str(value)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def csv(*rows: Sequence[object]) -> bytes:
    """The same with semicolons."""
    return "".join(";".join(map(str, row)) + "\n" for row in rows).encode()


def without_list(study: Study) -> Study:
    """The study without informants.csv."""
    (study.folder / "informants.csv").unlink()
    return study


def hidden(study: Study) -> frozenset[str]:
    """Whom the project keeps out of sight."""
    with open_store(study.project, readonly=True) as store:
        return closed(store)


def sources(study: Study) -> tuple[str, ...]:
    """What came in as a source."""
    with open_store(study.project, readonly=True) as store:
        return store.source_names(include_hidden=True)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("daftar informan.xlsx", xlsx(HEAD, *ROWS)),
        ("informan.xlsx", xlsx(HEAD, *ROWS)),
        ("informants.xlsx", xlsx(HEAD, *ROWS)),
        ("Data_Narasumber.csv", csv(HEAD, *ROWS)),
        ("data/informants.csv", csv(HEAD, *ROWS)),
        ("daftar informan.docx", docx(HEAD, *ROWS)),
        ("lampiran/Daftar Informan Penelitian.docx", docx(HEAD, *ROWS)),
        ("tabel 3.xlsx", xlsx(HEAD, *ROWS)),
        ("lampiran/tabel 3.csv", csv(HEAD, *ROWS)),
        ("lampiran.docx", docx(HEAD, *ROWS)),
        ("peserta.csv", csv(["code", "role", "consent"], ["I-01", "head", "agreed"], ["I-02", "resident", "refused"])),
    ],
)
def test_a_list_in_any_form_is_read_as_the_list_and_a_refusal_holds(study: Study, name: str, content: bytes) -> None:
    without_list(study).put(name, content)
    study.ok("tag", ".")
    assert hidden(study) == {"I-02"}
    assert name not in sources(study)
    assert b"teratur" not in study.project.read_bytes()
    assert "utama" not in study.ok("informants").out


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("wawancara/Informan 3.csv", b"Pertanyaan,Jawaban\nAntri?,Antri lama.\n"),
        ("dokumentasi/pegawai.csv", b"No,Nama,NIP,Jabatan\n1,Sari,123,Staf\n"),
        ("dokumentasi/cuti.csv", b"Nama,Jenis cuti,Persetujuan\nSari,tahunan,disetujui\n"),
        ("dokumentasi/kegiatan.csv", b"Kode,Kegiatan,Persetujuan\nA1,Rapat,disetujui\n"),
    ],
)
def test_other_tables_stay_sources(study: Study, name: str, content: bytes) -> None:
    study.put(name, content)
    study.ok("tag", ".")
    assert name in sources(study)


def test_remarks_count_where_no_column_of_consent_says_anything(study: Study) -> None:
    without_list(study).put(
        "informan.csv",
        "kode,jabatan,persetujuan,keterangan\nI-01,Camat,lisan,menolak direkam\nI-02,Warga,,Menolak diwawancarai\n",
    )
    study.ok("tag", ".")
    assert hidden(study) == {"I-02"}


def test_of_two_lists_the_stricter_consent_holds_and_the_difference_is_told(study: Study) -> None:
    study.put("informants.csv", PEOPLE.replace("masyarakat,\n", "masyarakat,lisan\n"))
    study.put("daftar informan.xlsx", xlsx(HEAD, *ROWS))
    done = study.run("tag", ".")
    assert done.code == 1
    assert "daftar informan.xlsx: Persetujuan I-02 di sini lain daripada di informants.csv." in done.err
    assert "Yang lebih ketat berlaku" in done.err
    assert "I-01 di sini" not in done.err
    assert hidden(study) == {"I-02"}


def test_a_list_that_says_nothing_of_consent_contradicts_nobody(study: Study) -> None:
    study.put("daftar informan.csv", "kode,jabatan,umur\nI-01,Sekcam,51\nI-03,Staf,20\n")
    done = study.run("tag", ".")
    assert "daftar informan.csv: Keterangan I-01 (jabatan) di sini lain daripada di informants.csv." in done.err
    assert "Persetujuan I-01" not in done.err
    with open_store(study.project, readonly=True) as store:
        people = store.informants()
    assert [(p.code, p.position, p.age, p.consent) for p in people.values()] == [
        ("I-01", "Camat", "51", "declared"),
        ("I-02", "Warga", None, "unrecorded"),
        ("I-03", "Staf", "20", "unrecorded"),
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("daftar informan.xlsx", b"PK\x03\x04 rusak"),
        ("informan.xlsx", xlsx(["Nama", "Alamat"], ["Tuti", "Jalan Satu"])),
        ("daftar informan.docx", b"rusak"),
        ("daftar informan.pdf", b"%PDF-1.4"),
        ("informan.ods", b"PK"),
        ("informan.csv", "Nama;Kode pos;Persetujuan\nTuti;71\n".encode("utf-16")),
    ],
)
def test_what_looks_like_the_list_but_cannot_be_read_stops_the_run(study: Study, name: str, content: bytes) -> None:
    without_list(study).put(name, content)
    done = study.run("tag", ".")
    assert done.code == 3
    assert name in done.err
    assert "tidak jelas siapa yang menolak" in done.err
    assert list(study.folder.glob("*.kual")) == []


def test_a_print_of_the_list_is_passed_over_beside_the_list_itself(study: Study) -> None:
    study.put("daftar informan.pdf", b"%PDF-1.4")
    done = study.ok("tag", ".")
    assert "daftar informan.pdf: Tampak seperti daftar informan; yang dibaca: informants.csv." in done.err
    assert "daftar informan.pdf" not in sources(study)


def test_a_table_in_a_document_whose_refusals_no_list_knows_is_not_coded_in_silence(study: Study) -> None:
    study.put("dokumentasi/bab3.docx", docx(HEAD, *ROWS))
    done = study.run("tag", ".")
    assert done.code == 1
    assert "dokumentasi/bab3.docx: Tabel di dalamnya menyebut informan yang menolak" in done.err
    study.put("informants.csv", PEOPLE.replace("masyarakat,\n", "masyarakat,menolak\n"))
    study.ok("tag", ".")
    assert "dokumentasi/bab3.docx" in sources(study)


def test_a_list_that_once_came_in_as_a_source_is_told(study: Study) -> None:
    study.put("orang.csv", "nama,hobi\nTuti,antri\n")
    study.ok("tag", ".")
    study.put("orang.csv", csv(HEAD, *ROWS))
    done = study.run("tag", ".")
    assert "orang.csv: Daftar informan ini dahulu masuk proyek sebagai sumber" in done.err
    assert hidden(study) == {"I-02"}


def test_a_list_is_no_source_when_it_is_named(study: Study) -> None:
    study.put("daftar informan.xlsx", xlsx(HEAD, *ROWS))
    study.run("tag", ".")
    done = study.run("tag", "daftar informan.xlsx")
    assert "daftar informan.xlsx: Ini daftar yang dibaca kualcode sendiri" in done.err
    done = study.run("sources", "preview", "daftar informan.xlsx")
    assert (done.code, done.out) == (1, "")


def test_a_preview_beside_a_list_shows_nothing_of_who_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path, "daftar informan.xlsx", xlsx(HEAD, *ROWS))
    file = put(tmp_path, "wawancara/I-02.txt", "Kode: I-02\n\nP: Ramai?\nI: Ya, ramai.\nP: Ya?\nI: Ya.\n")
    assert run(["sources", "preview", str(file)]) == 1
    assert "ramai" not in "".join(capsys.readouterr())


def test_without_a_study_only_the_folder_itself_is_looked_at(tmp_path: Path) -> None:
    put(tmp_path, "dalam/daftar informan.xlsx", b"rusak")
    assert informant_lists.load(tmp_path, deep=False).people == ()
    with pytest.raises(InvalidFile):
        informant_lists.load(tmp_path)


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Daftar Informan (1).xlsx", True),
        ("informan final.xls", True),
        ("DAFTAR NARASUMBER.pdf", True),
        ("participants.pdf", True),
        ("Informan 1.docx", False),
        ("daftar informan 1.docx", False),
        ("Transkrip informan.xlsx", False),
        ("Daftar pertanyaan informan.docx", False),
        ("~$daftar informan.xlsx", False),
        ("daftar hadir.xlsx", False),
    ],
)
def test_which_names_say_that_a_file_is_a_list(name: str, called: bool) -> None:
    assert is_called(Path(name)) == called
