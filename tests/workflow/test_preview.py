"""`sources preview`: how a file is understood, before anything is stored."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

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
