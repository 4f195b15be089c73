"""Saturation of a project: interviews by date, facets apart from codes, role groups of four or more."""

from __future__ import annotations

import json
from typing import Any

import pytest
from study_values import Study

PEOPLE = "kode,jabatan,kelompok peran,tanggal,persetujuan\n" + "".join(
    f"I-0{n},Warga,masyarakat,2026-02-0{10 - n},lisan\n" for n in range(1, 8)
)


@pytest.fixture
def seven(study: Study) -> Study:
    """Seven interviews, the last number first by date; the first two by date say something new."""
    (study.folder / "wawancara/I-02.txt").unlink()
    for n in range(1, 8):
        said = "Printernya macet. Antri lama." if n == 7 else "Komputer rusak." if n == 6 else "Antri lama."
        study.put(f"wawancara/I-0{n}.txt", f"Kode: I-0{n}\n\nP: Bagaimana?\nI: {said}\n")
    study.put("informants.csv", PEOPLE)
    study.ok("tag", ".", "-q")
    return study


def curves(study: Study, *words: str) -> dict[tuple[str, str | None], dict[str, Any]]:
    """The curves by level and role group."""
    found = json.loads(study.ok("saturation", "--json", "-q", *words).out)["curves"]
    return {(one["level"], one["role_group"]): one for one in found}


def test_without_accepted_codings_it_says_what_to_do(seven: Study) -> None:
    done = seven.run("saturation", "-q")
    assert done.code == 2
    assert "kualcode code accept" in done.err


def test_interviews_stand_by_date_and_facets_apart_from_codes(seven: Study) -> None:
    seven.ok("code", "accept", "--code", "LAY", "--coder", "Dwi", "-q")
    seven.ok("code", "accept", "--code", "HMB", "--coder", "Dwi", "-q")
    row = {"source": "wawancara/I-07.txt", "quote": "Printernya macet.", "code": "HMB.ALT", "stance": "positive"}
    seven.put("faset.jsonl", json.dumps({**row, "facet": "printer"}))
    seven.ok("code", "import", "faset.jsonl", "--coder", "Dwi", "-q")
    found = curves(seven)
    codes = found["codes", None]
    assert [name[-8:-4] for name in codes["interviews"]] == ["I-07", "I-06", "I-05", "I-04", "I-03", "I-02", "I-01"]
    assert codes["new"][0] == 2  # HMB.ALT and LAY.CPT
    assert sum(codes["new"]) == 2
    assert codes["saturation"] == "4+2"
    assert found["facets", None]["new"][:2] == [1, 0]  # HMB.ALT/printer
    assert ("codes", "masyarakat") in found


def test_base_run_and_threshold_can_be_said_and_a_bad_one_is_refused(seven: Study) -> None:
    seven.ok("code", "accept", "--code", "LAY", "--coder", "Dwi", "-q")
    assert curves(seven, "--base", "3", "--run", "3", "--threshold", "0%")["codes", None]["saturation"] == "3+3"
    assert curves(seven, "--threshold", "1/20")["codes", None]["threshold"] == "1/20"
    assert seven.run("saturation", "--threshold", "banyak").code == 2
    assert seven.run("saturation", "--base", "0").code == 2


def test_where_no_facet_was_accepted_that_is_said(seven: Study) -> None:
    seven.ok("code", "accept", "--code", "LAY", "--coder", "Dwi", "-q")
    out = " ".join(seven.ok("saturation", "-q").out.split())
    assert "4 wawancara pertama tidak memuat faset yang diterima" in out
    assert "Kejenuhan data tercapai pada wawancara ke-4 dan dikonfirmasi oleh 2 wawancara berikutnya" in out
    assert "Codebook ini disusun sebelum wawancara" in out


def test_few_interviews_cannot_be_judged(tagged: Study) -> None:
    tagged.ok("code", "accept", "--code", "LAY", "--coder", "Dwi", "-q")
    assert "diperlukan paling sedikit 6 wawancara; ada 2." in tagged.ok("saturation", "-q").out


def test_without_facets_it_says_how_they_are_written(seven: Study) -> None:
    seven.ok("code", "accept", "--code", "LAY", "--coder", "Dwi", "-q")
    facets, codes = seven.ok("saturation", "-q", "--lang", "id").out.split("Kejenuhan: Kode\n")
    told = " ".join(facets.split())
    assert "wawancara pertama tidak memuat faset yang diterima. Faset ialah hal khusus di dalam satu kode" in told
    assert "isi kolom facet, lalu ambil lagi: kualcode code import kode.csv --coder NAMA" in told
    assert "kolom facet" not in codes
    seven.ok("export", "csv", "--status", "diterima", "-o", "kode.csv", "-q")  # as it says
    assert "facet" in (seven.folder / "kode.csv").read_text(encoding="utf-8-sig").splitlines()[0].split(",")


def test_facets_that_come_only_later_are_another_matter(seven: Study) -> None:
    row = {"source": "wawancara/I-01.txt", "quote": "Antri lama.", "code": "LAY.CPT", "stance": "negative"}
    seven.put("faset.jsonl", json.dumps({**row, "facet": "loket"}))
    seven.ok("code", "import", "faset.jsonl", "--coder", "Dwi", "-q")
    told = " ".join(seven.ok("saturation", "-q").out.split())
    assert "Yang ada baru muncul sesudahnya: periksa tanggal wawancara" in told
