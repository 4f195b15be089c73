"""A run that is cut short, and files that are no ordinary files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from study_values import CODEBOOK, I_02, Study, put, write_study

from kualcode.store import create, open_store
from kualcode.workflow import ingest
from kualcode.workflow.ingest import source_name
from kualcode.workflow.records import Records
from kualcode.workflow.tag import tag


def records(project: Path) -> list[dict[str, object]]:
    """Everything that an export would hold."""
    with open_store(project, readonly=True) as store:
        return list(Records(store).codings())


def test_an_interrupted_run_is_finished_by_the_next_one(tmp_path: Path) -> None:
    whole, cut = write_study(tmp_path / "a" / "studi"), write_study(tmp_path / "b" / "studi")

    def stop(done: int, _total: int, _name: str) -> None:
        if done == 3:
            raise KeyboardInterrupt

    for folder in (whole, cut):
        with create(folder / "studi.kual") as store:
            if folder == cut:
                with pytest.raises(KeyboardInterrupt):
                    tag(store, [folder], progress=stop)
                assert store.check(deep=True) == ()
            tag(store, [folder])
            assert store.check(deep=True) == ()
    assert records(whole / "studi.kual") == records(cut / "studi.kual")
    assert len(records(whole / "studi.kual")) == 4


def test_control_c_ends_with_130_and_one_line(study: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    study.ok("init", ".")
    monkeypatch.setattr(ingest.Intake, "file", interrupt)
    done = study.run("tag")
    assert done.code == 130
    assert done.err.endswith("Dihentikan; yang selesai sudah tersimpan.\n")


def test_a_pipe_in_the_folder_does_not_keep_anyone_waiting(study: Study) -> None:
    os.mkfifo(study.folder / "wawancara" / "pipa.txt")
    done = study.run("tag", ".")
    assert done.code == 1
    assert "! wawancara/pipa.txt: Ini bukan berkas biasa." in done.err
    assert "5 berkas dibaca" in done.err


def test_a_link_that_leads_nowhere_is_named(study: Study) -> None:
    (study.folder / "wawancara" / "tautan.txt").symlink_to("tidak-ada.txt")
    done = study.run("tag", ".")
    assert done.code == 1
    assert "! wawancara/tautan.txt: Berkas tidak ada." in done.err


def test_a_source_is_named_by_its_place_in_the_study(tmp_path: Path) -> None:
    inside = put(tmp_path, "studi/wawancara/a b.txt", "x")
    outside = put(tmp_path, "lain/c.txt", "x")
    (tmp_path / "studi" / "tautan").symlink_to(tmp_path / "lain")
    assert source_name(inside, tmp_path / "studi") == "wawancara/a b.txt"
    assert source_name(tmp_path / "studi" / "tautan" / "c.txt", tmp_path / "studi") == "tautan/c.txt"
    assert source_name(outside, tmp_path / "studi") is None
    assert source_name(tmp_path / "studi" / ".." / "lain" / "c.txt", tmp_path / "studi") is None


def test_files_outside_the_study_are_refused_one_by_one(tagged: Study, tmp_path: Path) -> None:
    outside = [put(tmp_path, f"{name}/wawancara/I-09.txt", f"I: Komputer {name} rusak.\n") for name in ("s1", "s2")]
    before = tagged.project.read_bytes()
    done = tagged.run("tag", *map(str, outside), "--project", str(tagged.project))
    assert done.code == 1
    for path in outside:
        assert f"! {path}: Berkas ini di luar folder studi {tagged.folder}. Salin ke folder studi itu" in done.err
    assert tagged.project.read_bytes() == before


def test_a_decided_source_that_changes_is_kept_and_nothing_is_advised_that_counts_it_twice(tagged: Study) -> None:
    tagged.ok("code", "accept", "--code", "LAY", "--coder", "Dwi")
    before = records(tagged.project)
    tagged.put("wawancara/I-02.txt", I_02.replace("cepat", "cepat sekali"))
    done = tagged.run("tag")
    assert done.code == 1
    assert "! wawancara/I-02.txt: Isi berkas ini sudah berubah; teks lama" in done.err
    assert "Kembalikan isi lamanya, atau buat proyek baru (kualcode init)" in done.err
    assert "nama lain" not in done.err
    assert records(tagged.project) == before


def test_a_decided_source_with_the_same_text_in_other_bytes_is_taken(tagged: Study) -> None:
    tagged.ok("code", "accept", "--code", "LAY", "--coder", "Dwi")
    tagged.put("wawancara/I-02.txt", I_02.replace("\n", "\r\n"))
    tagged.ok("tag")


def test_a_row_of_sources_csv_about_no_file_is_named(study: Study) -> None:
    study.put("sources.csv", "file,jabatan\nI-01.txt,Camat\nwawancara/I-2.txt,Warga\nobservasi/O-1.txt,\n")
    done = study.run("tag", ".")
    assert done.code == 1
    assert [line for line in done.err.splitlines() if line.startswith("! ")] == [
        "! sources.csv: Berkas “wawancara/I-2.txt” tidak ada. Mungkin maksudnya “wawancara/I-02.txt”?"
    ]


def test_a_project_that_does_not_stay_is_not_called_new(study: Study) -> None:
    done = study.run("tag", ".", "--codebook", "tidak-ada.yaml")
    assert done.code != 0
    assert "Proyek baru" not in done.err
    assert list(study.folder.glob("*.kual")) == []


def test_counts_that_are_zero_are_not_told(study: Study) -> None:
    assert "\n5 berkas dibaca; 4 usulan baru.\n" in study.ok("tag", ".").err
    study.ok("code", "accept", "--code", "LAY", "--coder", "Dwi")
    assert "\n5 tidak berubah; 0 usulan baru.\n" in study.ok("tag").err
    study.put("kualcode.yaml", "codebook: buku.yaml\n")
    study.put(
        "buku.yaml",
        CODEBOOK.replace("version: 0.1.0", "version: 0.1.1").replace("komputer, printer]", "komputer, printer, meja]"),
    )
    assert "tidak diusulkan lagi, karena sudah diputuskan orang" in study.ok("tag").err
