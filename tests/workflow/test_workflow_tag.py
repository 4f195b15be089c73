"""A run that is cut short, and files that are no ordinary files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from study_values import Study, put, write_study

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
    assert source_name(inside, tmp_path / "studi") == "wawancara/a b.txt"
    assert source_name(outside, tmp_path / "studi") == "lain/c.txt"
