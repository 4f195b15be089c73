"""The gold codings of the demonstration study: exact places, valid codes, taken in as a coder's decisions."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from kualcode.cli.app import run
from kualcode.codebook import read as read_codebook
from kualcode.model import STANCES
from kualcode.store import Query, open_store

ROOT = Path(__file__).parents[2]
STUDY = ROOT / "transcripts" / "kecamatan-telaga-merbau"
GOLD = [json.loads(line) for line in (STUDY / "gold.jsonl").read_text(encoding="utf-8").splitlines()]


def test_every_statement_is_coded_with_codes_of_the_codebook() -> None:
    book, _ = read_codebook(ROOT / "codebooks" / "asn-kinerja.yaml")
    assert len(GOLD) == 1532
    assert len({row["id"] for row in GOLD}) == 1532
    for row in GOLD:
        assert all(book.by_id[code].codable for code in (*row["codes"], *row["optional"]))
        assert set(row["codes"].values()) <= set(STANCES)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("study") / "studi"
    shutil.copytree(STUDY, folder)
    assert run(["tag", str(folder), "--codebook", "asn-kinerja", "-q"]) == 0
    return next(folder.glob("*.kual"))


def test_every_statement_stands_at_its_place_inside_one_turn(project: Path) -> None:
    with open_store(project, readonly=True) as store:
        sources = {source.name: source for source in store.sources()}
        for row in GOLD:
            source = sources[row["document"]]
            assert source.text[row["start"] : row["end"]] == row["text"]
            assert any(t.start <= row["start"] and row["end"] <= t.end for t in source.turns), row["id"]


def test_gold_comes_in_as_the_decisions_of_a_coder(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["code", "import", str(STUDY / "gold.jsonl"), "--coder", "Emas", "--project", str(project)]
    assert run(command) == 0
    wanted = sum(len(row["codes"]) for row in GOLD)
    with open_store(project, readonly=True) as store:
        assert store.count_codings(Query(coder="Emas")) == wanted
        assert store.check(deep=True) == ()
    capsys.readouterr()
    assert run(command) == 0  # the same again changes nothing
    with open_store(project, readonly=True) as store:
        assert store.count_codings(Query(coder="Emas")) == wanted


def test_evaluate_measures_the_suggestions_on_it(capsys: pytest.CaptureFixture[str]) -> None:
    """The figures are reported, not praised: docs say what they are; here only that they are figures."""
    assert run(["evaluate", str(STUDY / "gold.jsonl"), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["schema"] == "kualcode.evaluate/1"
    assert found["n"] == 1532
    assert 0 < found["overall"]["micro_precision"] < 1
    assert found["codes"]["FH.SAR"]["n"] > 50
