"""What a project says about itself, what nobody asked, and the next step in commands that work."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest
from study_values import Study

from kualcode.segment.attributes import CLASSES
from kualcode.store import create, open_store
from kualcode.workflow import status, tables
from kualcode.workflow.codebooks import stored
from kualcode.workflow.status import next_step

ABOUT = """\
title: Layanan desa
researcher: Dwi
research_questions: [Bagaimana layanannya?, Apa yang menghambat?]
codebook: buku.yaml
"""


def test_the_study_says_what_it_is_about(study: Study) -> None:
    study.put("kualcode.yaml", ABOUT)
    study.ok("tag", ".", "-q")
    lines = study.ok("status").out.splitlines()
    for line in (
        "Judul: Layanan desa",
        "Peneliti: Dwi",
        "Rumusan masalah 1: Bagaimana layanannya?",
        "Rumusan masalah 2: Apa yang menghambat?",
    ):
        assert line in lines
    found = json.loads(study.ok("status", "--json").out)
    assert (found["title"], found["researcher"]) == ("Layanan desa", "Dwi")
    assert found["research_questions"] == ["Bagaimana layanannya?", "Apa yang menghambat?"]


def test_what_a_guide_did_not_ask_stands_apart_from_what_it_asked_in_vain(study: Study) -> None:
    study.put("kualcode.yaml", ABOUT + "guides: {observation: [LAY], documentation: [HMB.ALT]}\n")
    study.put("dokumentasi/D-1 Laporan.txt", "Laporan tahunan.\n")
    study.ok("tag", ".", "-q")
    lines = study.ok("status").out.splitlines()
    assert "Ditanyakan, belum ada bukti: LAY.CPT dari observasi" in lines, "a guide names a code with its sub-codes"
    assert "Ditanyakan, belum ada bukti: HMB.ALT dari dokumentasi" in lines
    assert "Tidak ditanyakan: LAY.CPT dalam dokumentasi" in lines
    assert json.loads(study.ok("status", "--json").out)["not_asked"] == {"LAY.CPT": ["documentation"]}


def test_without_a_guide_a_gap_is_only_a_gap(tagged: Study) -> None:
    out = tagged.ok("status").out
    assert "Belum ada bukti: LAY.CPT dari observasi, dokumentasi" in out
    assert "itanyakan" not in out


# ---------------------------------------------------------------- tables
def test_where_coders_differ_it_is_said_and_counted_but_not_as_accepted(tagged: Study) -> None:
    with open_store(tagged.project) as store, store.atomic():
        coding = next(coding for coding in store.codings() if coding.code == "LAY.CPT")
        store.decide(coding.id, coder="Dwi", status="accepted")
        store.decide(coding.id, coder="Sari", status="rejected")
        grid = tables.by_source_type(store, stored(store)[0])
    row = next(row for row in grid.rows if str(row[0]).strip() == "LAY.CPT")
    assert row[2:] == (2, 0, 0, 2, 0, 1, 0)
    assert [note.en for note in grid.notes][1:] == ["1 quotes were decided differently by coders."]


def test_all_decided_speaks_of_suggestions_and_not_of_what_people_coded_themselves(tagged: Study) -> None:
    tagged.ok("code", "accept", "--coder", "Dwi", "--source", "*")
    assert "Semua usulan sudah diputuskan" in tagged.ok("codes").out
    assert "Semua usulan" not in tagged.ok("codes", "--status", "accepted").out, "open ones are left out there"


# ---------------------------------------------------------------- the next step
def step(study: Study) -> list[str]:
    """The lines of the next step in English."""
    with open_store(study.project, readonly=True) as store:
        return next_step(store).en.splitlines()


def test_where_the_project_is_found_the_commands_stand_alone(tagged: Study) -> None:
    assert step(tagged)[1].startswith("  kualcode quotes ")


def test_elsewhere_the_way_to_the_project_comes_first(tagged: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    assert step(tagged)[1] == f'  cd "{tagged.folder}"'
    create(tagged.folder / "aaa.kual").close()
    with open_store(tagged.folder / "studi.kual", readonly=True) as store:
        lines = next_step(store).en.splitlines()
    assert "cd" not in lines[1], "of two projects in a folder the command must name one"
    assert all(f'--project "{tagged.folder / "studi.kual"}"' in line for line in lines[1:])


def test_the_program_is_called_as_it_can_be_called(
    tagged: Study, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert shutil.which("kualcode") is None
    monkeypatch.setattr(sys, "argv", ["/opt/lingkungan saya/bin/kualcode", "tag"])
    assert step(tagged)[1].startswith('  "/opt/lingkungan saya/bin/kualcode" quotes ')
    monkeypatch.setattr(sys, "argv", ["/opt/kualcode/__main__.py", "tag"])
    assert f"  {sys.executable} -m kualcode quotes " in step(tagged)[1]


def test_classes_of_documents_are_named_in_the_language_of_the_screen(tagged: Study) -> None:
    shown = tagged.ok("sources").out
    assert {"laporan", "register"} <= set(shown.split())
    assert "catatan" in shown
    assert not {"report", "field_note"} & set(shown.split())
    assert "report" in tagged.program("sources", KUALCODE_LANG="en").out.split()


def test_every_class_that_a_source_can_have_is_named() -> None:
    assert set(status.CLASSES) == CLASSES
