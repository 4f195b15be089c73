"""`sources preview`: how a file is understood, before anything is stored."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from study_values import PEOPLE, Study, put

from kualcode.cli.app import run

HEAD = "Nama : Sari\nJabatan : Staf Loket\nKode : I-07\nTanggal : 9 Februari 2026\n\n"
TALK = HEAD + "P: Ramai?\nI: Ya, ramai.\nP: Kenapa?\nI: Hari Senin.\n"


def test_turn_by_turn_with_who_answers_what(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "wawancara" / "I-07.txt"
    file.parent.mkdir()
    file.write_text(TALK, encoding="utf-8")
    assert run(["sources", "preview", str(file), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(t["speaker"], t["question"], t["text"]) for t in found["turns"]] == [
        ("interviewer", None, "Ramai?"),
        ("informant", 0, "Ya, ramai."),
        ("interviewer", None, "Kenapa?"),
        ("informant", 2, "Hari Senin."),
    ]
    assert (found["certainty"], found["source_type"], found["informant"]) == ("sure", "interview", "I-07")
    assert list(tmp_path.rglob("*.kual")) == []


def test_for_people_it_says_how_sure_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "catatan.txt"
    file.write_text("Orangnya ramah.\n\nTempatnya ramai.\n", encoding="utf-8")
    assert run(["sources", "preview", str(file)]) == 0
    shown = capsys.readouterr().out
    assert "tidak yakin, periksa dan betulkan" in shown
    assert "Tanpa jenis" in shown


def test_a_file_that_is_not_there_is_one_message(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["sources", "preview", str(tmp_path / "tidak-ada.txt")]) == 1
    assert "tidak ada" in capsys.readouterr().err


def test_the_words_of_who_refused_are_not_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Only informants.csv marks this folder as a study; the file writes the code in another way."""
    put(tmp_path, "informants.csv", "kode,persetujuan\nI7,tidak bersedia\n")
    file = put(tmp_path, "wawancara/I-07.txt", TALK)
    for words in ([], ["--json"]):
        assert run(["sources", "preview", str(file), *words]) == 1
        shown = capsys.readouterr()
        assert "ramai" not in shown.out + shown.err
        assert "menolak atau menarik persetujuan" in shown.err


def test_nor_are_those_of_who_refused_by_what_the_project_holds(tagged: Study) -> None:
    tagged.put("informants.csv", PEOPLE.replace("masyarakat,\n", "masyarakat,mundur\n"))
    tagged.ok("tag")
    (tagged.folder / "informants.csv").unlink()
    done = tagged.run("sources", "preview", "wawancara/I-02.txt")
    assert done.code == 1
    assert "teratur" not in done.out + done.err
    tagged.ok("sources", "preview", "wawancara/I-01.txt")


def test_in_a_group_only_their_turns_are_left_out(study: Study) -> None:
    study.put("informants.csv", PEOPLE.replace("masyarakat,\n", "masyarakat,menolak\n"))
    study.put("wawancara/FGD.txt", "P: Bagaimana?\nI-01: Komputer rusak.\nP: Lalu?\nI-02: Teratur.\n")
    out = study.ok("sources", "preview", "wawancara/FGD.txt").out
    assert "Komputer rusak." in out
    assert "Teratur" not in out
