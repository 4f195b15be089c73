"""tag: what a run reads, suggests, stores and says."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from study_values import CODEBOOK, I_01, Study, copy_of_demonstration, put, write_study

from kualcode.cli.render import progress
from kualcode.errors import Bi
from kualcode.store import open_store


def suggestions(study: Study) -> list[tuple[str, str, str]]:
    """Source, code and status of every coding."""
    rows = json.loads(study.ok("export", "json", "-q").out)["records"]
    return [(row["source"], row["code"], row["status"]) for row in rows]


def exported(study: Study) -> str:
    """The codings without the time of decisions."""
    rows = json.loads(study.ok("export", "json", "-q").out)
    for row in rows["records"]:
        row["decided_at"] = None
    return json.dumps(rows)


def test_a_first_run_makes_a_project_reads_and_suggests(study: Study) -> None:
    done = study.ok("tag", ".")
    assert done.err.startswith("Proyek baru: studi.kual\n")
    assert "5 berkas dibaca; 4 usulan baru.\n" in done.err
    assert "Persetujuan belum dicatat: I-02" in done.err
    assert "kualcode code accept" in done.err
    assert "LAY.CPT" in done.out
    assert suggestions(study) == [
        ("observasi/O-1.txt", "HMB.ALT", "suggested"),
        ("wawancara/I-01.txt", "LAY.CPT", "suggested"),
        ("wawancara/I-01.txt", "HMB.ALT", "suggested"),
        ("wawancara/I-02.txt", "LAY.CPT", "suggested"),
    ]


def test_json_is_one_object_with_stable_keys(study: Study) -> None:
    report = json.loads(study.ok("tag", ".", "--json", "-q").out)
    assert report == {
        "schema": "kualcode.tag/1",
        "codebook": {"id": "layanan-desa", "version": "0.1.0"},
        "files": {"added": 5},
        "tagged": 5,
        "registers": ["dokumentasi/D-2 Buku Tamu.csv"],
        "uncounted_registers": ["dokumentasi/D-2 Buku Tamu.csv"],
        "closed": 0,
        "suggestions": {"added": 4, "removed": 0, "kept": 0, "held_back": 0},
        "problems": [],
        "skipped": [],
    }


def test_quiet_leaves_the_table_and_what_must_be_said_about_consent(study: Study) -> None:
    done = study.ok("tag", ".", "-q")
    assert done.out.startswith("Kode menurut jenis sumber")
    assert done.err.splitlines() == [
        "Persetujuan belum dicatat: I-02",
        "Persetujuan dinyatakan, bukti belum dilampirkan: I-01 (bila sudah ada, tulis `tercatat` di kolom "
        "persetujuan pada informants.csv)",
    ]


def test_a_second_run_reads_nothing_and_leaves_every_byte(tagged: Study) -> None:
    before, export = tagged.project.read_bytes(), exported(tagged)
    report = json.loads(tagged.ok("tag", "--json").out)
    assert report["files"] == {"unchanged": 5}
    assert report["tagged"] == 0
    assert tagged.project.read_bytes() == before
    assert exported(tagged) == export


def test_a_dry_run_without_a_project_leaves_the_folder_as_it_was(study: Study) -> None:
    before = sorted(study.folder.rglob("*"))
    done = study.ok("tag", ".", "--dry-run")
    assert "4 usulan baru" in done.err
    assert "Percobaan: tidak ada yang disimpan." in done.err
    assert sorted(study.folder.rglob("*")) == before


def test_a_dry_run_in_a_project_stores_nothing(tagged: Study) -> None:
    tagged.put("wawancara/I-03.txt", I_01.replace("I-01", "I-03"))
    tagged.put("buku.yaml", CODEBOOK.replace("lemmas: [antri, cepat]", "lemmas: [ramah]"))
    before = tagged.project.read_bytes()
    report = json.loads(tagged.ok("tag", "--dry-run", "--json").out)
    assert report["files"] == {"added": 1, "unchanged": 5}
    assert report["suggestions"]["removed"] == 2
    assert tagged.project.read_bytes() == before


def test_another_codebook_changes_only_open_suggestions(tagged: Study) -> None:
    tagged.ok("code", "accept", "--source", "wawancara/I-01.txt", "--code", "LAY", "--coder", "Dwi")
    tagged.ok("code", "reject", "--source", "wawancara/I-02.txt", "--coder", "Dwi")
    tagged.put("buku.yaml", CODEBOOK.replace("lemmas: [antri, cepat]", "lemmas: [antri, cepat, petugas]"))
    report = json.loads(tagged.ok("tag", "--json").out)
    assert report["suggestions"] == {"added": 1, "removed": 0, "kept": 2, "held_back": 2}
    assert suggestions(tagged) == [
        ("observasi/O-1.txt", "HMB.ALT", "suggested"),
        ("wawancara/I-01.txt", "LAY.CPT", "accepted"),
        ("wawancara/I-01.txt", "LAY.CPT", "suggested"),
        ("wawancara/I-01.txt", "HMB.ALT", "suggested"),
        ("wawancara/I-02.txt", "LAY.CPT", "rejected"),
    ]
    tagged.put("buku.yaml", CODEBOOK.replace("lemmas: [komputer, printer]", "lemmas: [printer]"))
    tagged.ok("tag")
    assert [row for row in suggestions(tagged) if row[2] == "suggested"] == [
        ("observasi/O-1.txt", "HMB.ALT", "suggested")
    ]


def test_a_file_that_changed_is_read_again(tagged: Study) -> None:
    tagged.put("wawancara/I-02.txt", "Kode: I-02\n\nP: Komputernya?\nI: Komputer rusak.\n")
    report = json.loads(tagged.ok("tag", "--json").out)
    assert report["files"] == {"replaced": 1, "unchanged": 4}
    assert ("wawancara/I-02.txt", "HMB.ALT", "suggested") in suggestions(tagged)


def test_the_order_of_paths_never_shows(study: Study, tmp_path: Path) -> None:
    exports = []
    for name, paths in (("a", ("wawancara", "observasi")), ("b", ("observasi", "wawancara/I-02.txt", "wawancara"))):
        folder = write_study(tmp_path / name / "studi")
        study.ok("init", str(folder))
        project = str(folder / "studi.kual")
        study.ok("tag", *(str(folder / path) for path in paths), "--project", project, "-q")
        exports.append(study.ok("export", "json", "-q", "--project", project).out)
    assert exports[0] == exports[1]
    assert '"code": "HMB.ALT"' in exports[0]


def test_two_projects_made_from_one_folder_export_the_same_bytes(study: Study, tmp_path: Path) -> None:
    exports = []
    for name in ("satu", "dua"):
        folder = write_study(tmp_path / name)
        study.ok("tag", str(folder), "-q")
        project = str(folder / f"{name}.kual")
        study.ok("code", "accept", "--code", "LAY", "--coder", "Dwi", "--project", project, "-q")
        with open_store(Path(project)) as store:
            assert store.check(deep=True) == ()
        rows = json.loads(study.ok("export", "json", "-q", "--project", project).out)["records"]
        exports.append([{**row, "decided_at": bool(row["decided_at"])} for row in rows])
        jsonl = study.ok("export", "jsonl", "-q", "--project", project).out
        assert len(jsonl.splitlines()) == len(rows)
    assert exports[0] == exports[1]


def test_an_export_in_the_study_folder_is_no_source(tagged: Study) -> None:
    tagged.ok("export", "csv", "-o", "kode.csv")
    done = tagged.ok("tag")
    assert "kode.csv: Ini ekspor kualcode sendiri" in done.err
    assert "5 tidak berubah" in done.err


def test_a_copy_of_a_file_is_passed_over_and_said(tagged: Study) -> None:
    tagged.put("wawancara/I-01 salinan.txt", I_01)
    done = tagged.ok("tag")
    assert "wawancara/I-01 salinan.txt: Isinya sudah masuk dengan nama wawancara/I-01.txt." in done.err


def test_files_from_elsewhere_are_refused_since_their_names_would_not_tell_them_apart(
    study: Study, tmp_path: Path
) -> None:
    study.ok("tag", ".", "-q")
    one = put(tmp_path, "x/wawancara/I-09.txt", "I: Komputer rusak.\n")
    other = put(tmp_path, "y/wawancara/I-09.txt", "I: Antri lama.\n")
    done = study.run("tag", str(one), str(other), "--project", str(study.project))
    assert done.code == 1
    assert f"! {one}: Berkas ini di luar folder studi" in done.err
    assert f"! {other}: Berkas ini di luar folder studi" in done.err
    assert "I-09" not in study.ok("sources").out


def test_registers_are_counted_and_not_coded_until_they_are_called_something_else(tagged: Study) -> None:
    name = "dokumentasi/D-2 Buku Tamu.csv"
    assert [row for row in suggestions(tagged) if row[0] == name] == []
    assert "Register" not in tagged.ok("tag").err
    tagged.ok("sources", "set", name, "doc_class=laporan")
    tagged.ok("tag")
    assert [row for row in suggestions(tagged) if row[0] == name] == [(name, "HMB.ALT", "suggested")]
    tagged.ok("sources", "set", name, "doc_class=register")
    assert (
        f"Register: tidak dikodekan per baris, dan tidak ada yang dapat dihitung darinya: {name}: dibaca sebagai buku "
        "tamu, tetapi kolom ini tidak ada: tanggal.\n" in tagged.ok("tag").err
    )
    assert [row for row in suggestions(tagged) if row[0] == name] == []


def test_what_is_counted_up_from_a_register_is_said_with_its_sum(tagged: Study) -> None:
    name = "dokumentasi/D-2 Buku Tamu.csv"
    rows = ("2 Februari 2026,A,KTP", "2 Februari 2026,B,KK", "3 Februari 2026,C,KTP")
    tagged.put(name, "\n".join(("Tanggal,Nama,Keperluan", *rows)) + "\n")
    report = json.loads(tagged.ok("tag", "--json").out)
    assert (report["registers"], report["uncounted_registers"]) == ([name], [])
    tagged.put(name, "\n".join(("Tanggal,Nama,Keperluan", *rows[:2])) + "\n")
    said = "Register: dihitung, tidak dikodekan per baris: "
    assert f"{said}{name}: 2 baris: 2 tamu dalam 1 hari tercatat = 2,0 per hari.\n" in tagged.ok("tag").err


def test_a_register_of_another_kind_of_source_is_not_counted(tagged: Study) -> None:
    name = "dokumentasi/D-2 Buku Tamu.csv"
    tagged.put(name, "Tanggal,Nama,Keperluan\n2 Februari 2026,A,KTP\n")
    tagged.ok("sources", "set", name, "source_type=observation")
    assert f"{name}: jenis sumbernya bukan dokumentasi.\n" in tagged.ok("tag").err


class Terminal(io.StringIO):
    """What a person would see; it says that it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_progress_is_drawn_for_a_person_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    for screen, quiet, drawn in ((Terminal(), False, True), (Terminal(), True, False), (io.StringIO(), False, False)):
        monkeypatch.setattr(sys, "stderr", screen)
        with progress(Bi("Membaca", "Reading"), quiet=quiet) as advance:
            advance(1, 2, "a.txt")
        assert bool(screen.getvalue()) == drawn


def test_both_matchers_store_the_same_and_only_one_is_asked_for(study: Study) -> None:
    study.ok("tag", ".", "-q")
    before = exported(study)
    study.project.unlink()
    study.ok("tag", ".", "-q", "--matcher", "spacy")
    assert exported(study) == before


def test_a_text_read_in_a_wrong_encoding_can_be_read_again(tagged: Study) -> None:
    tagged.put("wawancara/I-03.txt", "Kode: I-03\n\nI: Komputer café rusak.\n".encode("cp850"))
    tagged.ok("tag")
    assert "café" not in tagged.ok("quotes", "HMB").out
    tagged.ok("tag", "wawancara/I-03.txt", "--encoding", "cp850")
    assert "café" in tagged.ok("quotes", "HMB").out
    tagged.put("sources.csv", "file,jabatan\nI-03.txt,Staf\n")
    tagged.ok("tag")
    assert "café" in tagged.ok("quotes", "HMB").out
    assert '"role": "Staf"' in tagged.ok("sources", "--json").out


def test_the_demonstration_study_goes_in_whole(study: Study, tmp_path: Path) -> None:
    folder = copy_of_demonstration(tmp_path / "demo")
    report = json.loads(study.ok("tag", str(folder), "--codebook", "asn-kinerja", "--json").out)
    assert report["files"] == {"added": 18}
    assert report["problems"] == []
    assert report["suggestions"]["added"] > 100
