"""Bad input, end to end: one clear message with what to do, the rest goes on, nothing stored is lost."""

from __future__ import annotations

import io
import json
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfWriter
from study_values import CODEBOOK, ROOT, Study

SECRET = "rahasianya teratur"  # words of a transcript, which no message may show


def scanned() -> bytes:
    """A PDF of one page without text."""
    writer, out = PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 200)
    writer.write(out)
    return out.getvalue()


def encrypted() -> bytes:
    """A PDF that needs a password."""
    writer, out = PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 200)
    writer.encrypt("sandi", algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


def broken_docx() -> bytes:
    """A zip that is no Word file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<w:document")
    return out.getvalue()


FILES = [
    ("wawancara/kosong.txt", b"", "kosong"),
    ("wawancara/gambar.txt", bytes(range(256)) * 40, "bukan berkas teks"),
    ("wawancara/rusak.docx", broken_docx(), ""),
    ("wawancara/bukan.docx", b"bukan zip", ""),
    ("dokumentasi/terkunci.pdf", encrypted(), "sandi"),
    ("dokumentasi/pindaian.pdf", scanned(), "pindai"),
]


@pytest.mark.parametrize(("name", "content", "why"), FILES, ids=[name for name, _, _ in FILES])
def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_stored(
    study: Study, name: str, content: bytes, why: str
) -> None:
    study.put(name, content)
    done = study.run("tag", ".")
    assert done.code == 1
    told = [line for line in done.err.splitlines() if line.startswith("! ")]
    assert len(told) == 1
    assert told[0].startswith(f"! {name}: ")
    assert why in told[0].lower()
    assert told[0].count(". ") >= 1  # what is wrong, and what to do
    assert "5 berkas dibaca" in done.err
    assert SECRET not in done.err
    assert study.ok("check", "--deep").err.endswith("Berkas proyek utuh.\n")


def test_all_of_them_at_once_in_english(study: Study) -> None:
    for name, content, _ in FILES:
        study.put(name, content)
    done = study.program("tag", ".", "--lang", "en")
    assert done.code == 1
    assert len([line for line in done.err.splitlines() if line.startswith("! ")]) == len(FILES)
    assert "5 files read, 6 problems; " in done.err
    assert "berkas" not in done.err.lower()


BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
CODEBOOKS = [
    ("bom.yaml", BOMB, "bom.yaml:2:"),
    ("ganda.yaml", CODEBOOK.replace("  version: 0.1.0\n", "  version: 0.1.0\n  version: 0.2.0\n", 1), "version"),
    ("rusak.yaml", "codes: [", "rusak.yaml:"),
    ("bukan.yaml", b"\xff\xfe\x00\x01", "UTF-8"),
    ("kosong.yaml", "", "kosong.yaml"),
]


@pytest.mark.parametrize(("name", "content", "where"), CODEBOOKS, ids=[name for name, _, _ in CODEBOOKS])
def test_a_broken_codebook_stops_before_anything_is_stored(
    tagged: Study, name: str, content: str | bytes, where: str
) -> None:
    tagged.put(name, content)
    tagged.put("wawancara/I-03.txt", "I: Komputer rusak.\n")
    before = tagged.project.read_bytes()
    done = tagged.run("tag", "--codebook", name)
    assert done.code == 3
    assert where in done.err
    assert tagged.project.read_bytes() == before
    assert tagged.run("codebook", "check", name).code == 3
    checked = json.loads(tagged.run("codebook", "check", name, "--json").out)
    assert checked["ok"] is False
    assert checked["problems"]


@pytest.mark.parametrize("words", [("tag", ".", "--codebook", "bukuu.yaml"), ("tag", ".", "--codebook", "asn-kinrja")])
def test_a_codebook_with_a_typing_error_is_not_found_and_leaves_no_project(
    study: Study, words: tuple[str, ...]
) -> None:
    done = study.run(*words)
    assert done.code == 3
    assert "tidak ditemukan. Mungkin maksudnya" in done.err
    assert list(study.folder.glob("*.kual")) == []


def test_without_a_codebook_the_run_says_how_to_give_one(study: Study) -> None:
    study.put("kualcode.yaml", "title: Layanan\n")
    done = study.run("tag", ".")
    assert done.code == 3
    assert "--codebook FILE.yaml" in done.err
    assert list(study.folder.glob("*.kual")) == []
    study.ok("init", ".")
    assert study.run("codes").code == 3


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("titel: x\n", "kualcode.yaml:1:1"),
        ("title: [", "kualcode.yaml:"),
        ("title: a\ntitle: b\n", "kualcode.yaml:2:1"),
    ],
)
def test_a_broken_configuration_stops_with_its_place(study: Study, text: str, what: str) -> None:
    study.put("kualcode.yaml", text)
    done = study.run("tag", ".", "--codebook", "buku.yaml")
    assert done.code == 3
    assert what in done.err


def test_a_broken_list_is_named_and_the_rest_goes_on(study: Study) -> None:
    study.put("informants.csv", "kode,jabatan,persetujuan\nI-01,Camat,mungkin\nI-02,Warga,lisan\n")
    done = study.run("tag", ".")
    assert done.code == 1
    assert "! informants.csv:2: Persetujuan “mungkin” tidak dikenal; informan ini disembunyikan" in done.err
    assert "4 berkas dibaca" in done.err


def test_a_missing_folder_makes_no_project_anywhere(study: Study) -> None:
    done = study.run("tag", "tidak-ada")
    assert done.code == 1
    assert done.err == "tidak-ada tidak ada. Periksa nama folder atau berkasnya.\n"
    assert list(study.folder.glob("*.kual")) == []


def test_a_missing_file_in_a_project_is_named_and_the_rest_goes_on(tagged: Study) -> None:
    tagged.put("wawancara/I-03.txt", "Kode: I-03\n\nI: Komputer rusak.\n")
    done = tagged.run("tag", "wawancara/I-03.txt", "wawancara/I-33.txt")
    assert done.code == 1
    assert "! wawancara/I-33.txt: Berkas tidak ada." in done.err
    assert "1 berkas dibaca" in done.err


def test_an_empty_folder_is_said_to_be_empty(study: Study, tmp_path: Path) -> None:
    folder = tmp_path / "kosong"
    folder.mkdir()
    assert "Tidak ada berkas yang dapat dibaca di situ." in study.ok("tag", str(folder), "--codebook", "buku.yaml").err


def test_no_project_says_how_to_begin(study: Study) -> None:
    done = study.run("codes")
    assert done.code == 1
    assert "kualcode tag FOLDER" in done.err


def test_a_backup_beside_the_project_would_be_a_second_project(tagged: Study, tmp_path: Path) -> None:
    done = tagged.run("backup", "cadangan.kual")
    assert done.code == 2
    assert "kualcode backup cadangan.kualbak" in done.err
    assert not (tagged.folder / "cadangan.kual").exists()
    tagged.ok("backup", "cadangan.kualbak")
    tagged.ok("backup", str(tmp_path / "cadangan.kual"))
    tagged.ok("codes")


def test_restore_finds_the_project_also_when_it_is_damaged(tagged: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    tagged.ok("backup", "cadangan.kualbak")
    before = tagged.ok("export", "json", "-q").out
    tagged.project.write_bytes(b"rusak")
    monkeypatch.chdir(tagged.folder / "wawancara")
    tagged.ok("restore", "../cadangan.kualbak")
    assert tagged.ok("export", "json", "-q").out == before
    lost = tagged.project
    lost.unlink()
    assert "--project FILE.kual" in tagged.run("restore", "../cadangan.kualbak").err
    monkeypatch.setenv("KUALCODE_PROJECT", str(lost))
    tagged.ok("restore", "../cadangan.kualbak")
    assert tagged.ok("export", "json", "-q").out == before


def test_a_backup_is_not_put_in_its_own_place(tagged: Study) -> None:
    before = tagged.project.read_bytes()
    done = tagged.run("restore", tagged.project.name)
    assert done.code == 2
    assert "--project FILE.kual" in done.err
    assert tagged.project.read_bytes() == before


def test_names_that_are_nearly_right_are_offered(tagged: Study) -> None:
    assert "Mungkin LAY.CPT?" in tagged.run("codebook", "show", "--code", "LAY.CTP").err
    done = tagged.run("sources", "set", "Wawancara I-1", "role=staf")
    assert done.code == 1
    assert "Sumber 'Wawancara I-1' tidak ada di proyek. Mungkin 'wawancara/I-01.txt'?" in done.err
    done = tagged.run("sources", "set", "laporan", "role=staf")
    assert "Mungkin 'dokumentasi/D-1 Laporan.txt'?" in done.err
    assert "KETERANGAN=NILAI" in tagged.run("sources", "set", "wawancara/I-01.txt", "role").err


def test_two_projects_in_a_folder_ask_which(tagged: Study) -> None:
    tagged.ok("init", ".", "--name", "lain")
    done = tagged.run("codes")
    assert done.code == 2
    assert "Ada 2 berkas proyek" in done.err
    assert "--project FILE.kual" in done.err
    tagged.ok("codes", "--project", "studi.kual")


@pytest.mark.parametrize("content", [b"", b"teks biasa", b"SQLite format 3\0" + b"x" * 200])
def test_a_file_that_is_no_project_is_left_alone(study: Study, content: bytes) -> None:
    path = study.put("catatan.kual", content)
    for words in (("codes",), ("tag",), ("check",)):
        done = study.run(*words)
        assert done.code == 1
        assert "bukan berkas proyek kualcode" in done.err
    assert path.read_bytes() == content


def test_another_sqlite_file_is_no_project(study: Study) -> None:
    connection = sqlite3.connect(study.folder / "lain.kual")
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    assert "bukan berkas proyek kualcode" in study.run("tag").err


def test_a_project_in_use_can_be_read_and_says_so_to_writers(tagged: Study) -> None:
    """The other process has begun to write; the second waits five seconds before it gives up."""
    holder = sqlite3.connect(tagged.project, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    try:
        tagged.ok("status")
        done = tagged.program("code", "accept", "--code", "LAY", "--coder", "Dwi", KUALCODE_LANG="en")
    finally:
        holder.execute("ROLLBACK")
        holder.close()
    assert done.code == 5
    assert "is in use by another kualcode. Wait until" in done.err
    tagged.ok("code", "accept", "--code", "LAY", "--coder", "Dwi")


def test_a_project_below_a_file_cannot_be_made(study: Study) -> None:
    done = study.run("tag", "--project", "buku.yaml/studi.kual")
    assert done.code == 1
    assert "tidak ada" in done.err
    assert study.run("backup", "buku.yaml/cadangan.kual").code == 1
    study.ok("tag", ".", "-q")
    done = study.run("export", "csv", "-o", "buku.yaml/kode.csv")
    assert done.code == 1
    assert len(done.err.strip().splitlines()) <= 4


LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
import signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
sys.argv = ["kualcode", *sys.argv[2:]]
from kualcode.__main__ import main
main()
"""


def limited(study: Study, size: int, *words: str) -> subprocess.CompletedProcess[str]:
    """The program on a disk that takes no file larger than `size` bytes; -B, or it would cut Python's own files."""
    return subprocess.run(
        [sys.executable, "-B", "-c", LIMITED, str(size), *words],
        cwd=study.folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
    )


def test_a_disk_that_takes_no_more_loses_nothing_that_was_stored(tagged: Study) -> None:
    before = tagged.ok("export", "json", "-q").out
    for number in range(3, 40):
        tagged.put(
            f"wawancara/I-{number:02}.txt", f"Kode: I-{number:02}\n\nI: Komputer rusak {number}. {SECRET}.\n" * 60
        )
    done = limited(tagged, tagged.project.stat().st_size, "tag")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert SECRET not in done.stderr
    assert str(tagged.project.name) in done.stderr
    assert tagged.ok("export", "json", "-q").out == before
    tagged.ok("check", "--deep")
    tagged.ok("tag", "-q")


def test_a_disk_that_is_full_at_the_start_makes_no_project(study: Study) -> None:
    done = limited(study, 0, "tag", ".")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_an_export_that_does_not_fit_leaves_no_half_file(tagged: Study) -> None:
    done = limited(tagged, 100, "export", "json", "-o", "kode.json")
    assert done.returncode == 1
    assert "kode.json tidak dapat ditulis" in done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in tagged.folder.iterdir() if "kode" in path.name] == []


@pytest.mark.parametrize("name", ["x" * 300, "\udcff"])
def test_names_that_no_file_can_have_are_one_message(tagged: Study, name: str) -> None:
    for words in (
        ("codes", "--project", name),
        ("codebook", "check", name),
        ("tag", name),
        ("evaluate", name),
        ("export", "csv", "-o", name),
        ("code", "import", name, "--coder", "Dwi"),
        ("backup", name),
        ("restore", name, "--project", "studi.kual"),
        ("init", name),
        ("tag", "--codebook", name),
    ):
        done = tagged.run(*words)
        assert done.code in (0, 1, 2, 3), words
        assert done.code or name == "\udcff", words
        assert len(done.err.strip().splitlines()) <= 5, (words, done.err)


def test_a_reader_that_goes_away_is_no_error_message(tagged: Study) -> None:
    line = f"{sys.executable} -m kualcode export json -q | true"
    done = subprocess.run(
        ["/bin/sh", "-c", line],
        cwd=tagged.folder,
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert "Broken" not in done.stderr


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_a_console_without_unicode_shows_question_marks_instead_of_failing(tagged: Study, encoding: str) -> None:
    for words in (("quotes", "HMB"), ("codes",), ("status",), ("search", "komputer"), ("tag",), ("sources",)):
        done = tagged.program(*words, PYTHONIOENCODING=encoding, LC_ALL="C")
        assert done.code == 0
    assert "sering rusak ?" in tagged.program("quotes", "HMB", PYTHONIOENCODING=encoding).out
