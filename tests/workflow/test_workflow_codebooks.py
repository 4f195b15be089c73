"""Which codebook a run uses, and a code as a coder reads it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from study_values import CODEBOOK, Study, put

from kualcode.errors import InvalidFile
from kualcode.workflow.codebooks import locate, shipped


def test_a_file_is_looked_for_in_the_folders_in_order_and_then_among_the_shipped(tmp_path: Path) -> None:
    first, second = put(tmp_path, "a/buku.yaml", "1"), put(tmp_path, "b/buku.yaml", "2")
    assert locate("buku.yaml", tmp_path / "a", tmp_path / "b") == first
    assert locate("buku.yaml", tmp_path / "c", tmp_path / "b") == second
    assert locate("asn-kinerja", tmp_path) == shipped()["asn-kinerja"]
    with pytest.raises(InvalidFile, match="No codebook buku"):
        locate("buku", tmp_path)


def test_the_one_named_here_wins_over_the_configuration(study: Study) -> None:
    study.put("lain.yaml", CODEBOOK.replace("id: layanan-desa", "id: lain"))
    assert json.loads(study.ok("tag", ".", "--json").out)["codebook"]["id"] == "layanan-desa"
    assert json.loads(study.ok("tag", "--codebook", "lain.yaml", "--json").out)["codebook"]["id"] == "lain"


def test_a_codebook_named_in_the_configuration_is_one_of_the_study(study: Study, tmp_path: Path) -> None:
    """Not one that happens to lie where the command is given."""
    put(tmp_path, "buku.yaml", "rusak: [")
    done = study.program("tag", str(study.folder), "--json")
    assert done.code == 0
    assert json.loads(done.out)["codebook"]["id"] == "layanan-desa"


def test_codes_and_one_code_are_shown_to_people_and_machines(tagged: Study) -> None:
    assert "Kecepatan" in tagged.ok("codebook", "show").out
    card = tagged.ok("codebook", "show", "--code", "lay.cpt").out
    assert card.splitlines()[0] == "LAY.CPT  Kecepatan"
    assert "Jangan bila:" in card
    told = json.loads(tagged.ok("codebook", "show", "--json").out)["records"]
    assert [row["code"] for row in told] == ["LAY", "LAY.CPT", "HMB", "HMB.ALT"]
    one = json.loads(tagged.ok("codebook", "show", "buku.yaml", "--code", "HMB", "--json").out)["records"]
    assert one[0]["direction"] == "hindering"
    assert tagged.run("codebook", "show", "--code", "X").code == 1


def test_what_changed_between_two_versions(study: Study) -> None:
    study.put("baru.yaml", CODEBOOK.replace("lemmas: [antri, cepat]", "lemmas: [antri]"))
    done = study.run("codebook", "diff", "buku.yaml", "baru.yaml")
    assert "LAY.CPT" in done.out
    told = json.loads(study.run("codebook", "diff", "buku.yaml", "baru.yaml", "--json").out)
    assert {row["code"] for row in told["records"]} == {"LAY.CPT"}
    assert study.ok("codebook", "diff", "buku.yaml", "buku.yaml").out == ""


def test_a_sound_codebook_is_said_to_be_sound(study: Study) -> None:
    assert "layanan-desa 0.1.0: 4 kode, tidak ada kesalahan." in study.ok("codebook", "check", "buku.yaml").err
    assert json.loads(study.ok("codebook", "check", "buku.yaml", "--json").out)["ok"] is True
    assert json.loads(study.ok("codebook", "schema").out)["type"] == "object"
