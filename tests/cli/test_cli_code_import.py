"""code import beside the machine's suggestions: what is taken over, and stances that look turned round."""

from __future__ import annotations

import json
from typing import Any

import pytest
from study_values import CODEBOOK, Study

from kualcode.model import Coding
from kualcode.store import Query, open_store

SAID = [
    "Komputer itu rusak, sehingga layanan tertunda.",
    "Printer macet, akibatnya warga menunggu.",
    "Komputer di loket rusak semua.",
]
TALK = "Kode: I-04\nTanggal: 11 Februari 2026\n\n" + "".join(f"P: Lalu?\nI: {said}\n" for said in SAID)
FILE = "wawancara/I-04.txt"


@pytest.fixture
def talked(study: Study) -> Study:
    """The study with an informant who names a hindrance three times; suggestions nobody has read."""
    facet = "facets: [{id: printer, name: {id: Printer, en: Printer}, terms: [printer]}]"
    study.put("buku.yaml", CODEBOOK.replace("facets: [printer]", facet))
    study.put(FILE, TALK)
    study.ok("tag", ".", "-q")
    return study


def row(quote: str, stance: str = "positive", code: str = "HMB.ALT", **more: str) -> dict[str, str]:
    return {"source": FILE, "quote": quote, "code": code, "stance": stance, **more}


def imported(study: Study, rows: list[dict[str, str]], *words: str) -> str:
    """What an import by Sari says."""
    study.put("kode.jsonl", "".join(json.dumps(one) + "\n" for one in rows))
    return study.ok("code", "import", "kode.jsonl", "--coder", "Sari", *words).err


def machine(study: Study) -> dict[str, Coding]:
    """The suggestions of the informant's words, by quote."""
    with open_store(study.project, readonly=True) as store:
        return {c.quote: c for c in store.codings(Query(source=FILE, code="HMB.ALT"))}


def saris(study: Study) -> list[tuple[str, Any, str, int]]:
    """Stance, facet, cause and strength of what Sari coded, in text order."""
    with open_store(study.project, readonly=True) as store:
        return [(c.stance, c.facet, c.causal, c.strength) for c in store.codings(Query(coder="Sari"))]


def test_what_a_row_leaves_open_is_taken_over_from_the_suggestion_and_said(talked: Study) -> None:
    found = machine(talked)
    read = [(c.stance, c.facet, c.causal, c.strength) for c in map(found.__getitem__, SAID)]
    assert {causal for _, _, causal, _ in read} == {"stated", "none"}
    assert read[1][1] == "printer"
    said = imported(talked, [row(quote) for quote in SAID])
    assert saris(talked) == read
    assert "Diambil dari usulan: 2 kode mendapat sebab" in said
    before = talked.project.read_bytes()
    assert "Diambil dari usulan" not in imported(talked, [row(quote) for quote in SAID])
    assert talked.project.read_bytes() == before


def test_an_overlapping_passage_will_do_and_another_code_will_not(talked: Study) -> None:
    said = imported(talked, [row("Printer macet"), row(SAID[1], code="LAY.CPT")])
    assert saris(talked) == [("positive", "printer", "stated", machine_strength(talked)), ("positive", None, "none", 2)]
    assert "1 kode mendapat sebab" in said


def machine_strength(study: Study) -> int:
    return machine(study)[SAID[1]].strength


def test_what_a_row_says_itself_stands(talked: Study) -> None:
    given = row(SAID[1], facet="lain", causal="none", strength="1")
    said = imported(talked, [given])
    assert saris(talked) == [("positive", "lain", "none", 1)]
    assert "Diambil dari usulan" not in said


def test_a_cause_is_not_taken_over_under_the_opposite_stance(talked: Study) -> None:
    imported(talked, [row(SAID[1], "negative")])
    assert saris(talked) == [("negative", "printer", "none", 2)]


def test_a_second_coder_is_given_the_same_suggestion(talked: Study) -> None:
    talked.ok("code", "accept", "--code", "HMB", "--source", FILE, "--coder", "Dwi")
    imported(talked, [row(SAID[1])])
    assert saris(talked)[0][1:3] == ("printer", "stated")


def test_an_earlier_decision_of_the_same_coder_stays(talked: Study) -> None:
    imported(talked, [row(SAID[1], facet="lain", causal="implied", strength="1")])
    assert "0 kode masuk, 1 sudah ada" in imported(talked, [row(SAID[1])])
    assert saris(talked) == [("positive", "lain", "implied", 1)]


def test_an_export_says_all_and_nothing_is_added_to_it(talked: Study) -> None:
    imported(talked, [row(SAID[1], facet="", codebook_version="0.1.0")])
    assert saris(talked) == [("positive", None, "none", 2)]


# ---------------------------------------------------------------- stances of factors
WARNED = "! HMB.ALT: pada 3 dari 3 kutipan yang dapat dibandingkan, sikapnya berlawanan dengan bacaan mesin."


def test_what_positive_means_of_a_factor_is_said_when_factors_come_in(talked: Study) -> None:
    assert "Pada kode faktor, positif berarti faktor itu ada" in imported(talked, [row(SAID[0])])
    assert "Pada kode faktor" not in imported(talked, [row(SAID[0], code="LAY.CPT")])


def test_factor_stances_that_look_turned_round_are_told_with_the_way_to_turn_them(talked: Study) -> None:
    rows = [row(quote, "negative") for quote in SAID]
    said = imported(talked, rows, "-q")
    assert WARNED in said
    assert "--factor-stance performance" in said
    again = imported(talked, rows, "--factor-stance", "performance")
    assert {stance for stance, *_ in saris(talked)} == {"positive"}
    assert {causal for _, _, causal, _ in saris(talked)} == {"stated", "none"}
    assert "!" not in again


def test_turned_round_once_too_often_is_told_too(talked: Study) -> None:
    said = imported(talked, [row(quote) for quote in SAID], "--factor-stance", "performance")
    assert WARNED in said
    assert "tanpa opsi itu" in said


@pytest.mark.parametrize(
    ("stances", "warned"),
    [
        (["negative", "positive", "positive"], False),  # one
        (["negative", "negative", "positive"], True),  # two of three
        (["negative", "neutral", "mixed"], False),  # nothing to compare with
    ],
)
def test_a_few_opposed_stances_are_a_persons_reading(talked: Study, stances: list[str], warned: bool) -> None:
    said = imported(talked, [row(quote, stance) for quote, stance in zip(SAID, stances, strict=True)])
    assert ("berlawanan dengan bacaan mesin" in said) == warned


def test_indicators_are_never_turned(talked: Study) -> None:
    said = imported(talked, [row(q, "negative", "LAY.CPT") for q in SAID], "--factor-stance", "performance")
    assert {stance for stance, *_ in saris(talked)} == {"negative"}
    assert "!" not in said


def test_neutral_and_mixed_stay_what_they_are(talked: Study) -> None:
    rows = [row(SAID[0], "mixed"), row(SAID[1], "neutral")]
    imported(talked, rows, "--factor-stance", "performance")
    assert [stance for stance, *_ in saris(talked)] == ["mixed", "neutral"]


def test_the_help_says_it_all(study: Study) -> None:
    shown = " ".join(study.program("code", "import", "--help").out.split())
    for word in ("causal", "facet", "strength", "positif berarti faktor itu ada", "--factor-stance"):
        assert word in shown
