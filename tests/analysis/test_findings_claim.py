"""The researcher's sentence is held against its quotes: figures, techniques and label words; remarks, never changes."""

from __future__ import annotations

import pytest
from findings_values import SCALE

from kualcode.analysis.findings.claim import Held, check, labels_in
from kualcode.language.numbers import parse

HELD = Held(
    figures=tuple(parse("20 sampai 25 tamu, 87,6 persen")),
    voices=(2, 7),
    techniques=frozenset({"interview", "documentation"}),
    label="cukup baik",
)


def remarks(indonesian: str, english: str = "", held: Held = HELD) -> list[str]:
    """Every remark, in English."""
    return [remark.en for remark in check((indonesian, english), held, SCALE)]


@pytest.mark.parametrize(
    "claim",
    [
        "layanan cukup baik, dengan 20 sampai 25 tamu per hari",
        "realisasi mencapai 87,6 persen menurut wawancara dan dokumentasi",
        "tujuh informan menilai layanan cukup",  # an alias of the label; how many voices there are is known
        "pada tahun 2025 sebagian besar warga puas",  # years and quantifiers are no figures
        "",
    ],
)
def test_a_sentence_that_its_quotes_carry_has_no_remark(claim: str) -> None:
    assert remarks(claim) == []


def test_a_figure_must_stand_in_a_fact_or_a_quote() -> None:
    (remark,) = remarks("ada 31 tamu per hari")
    assert "“31”" in remark
    assert remarks("realisasi 87,6") != []  # per cent and plain numbers are not the same
    assert remarks("delapan informan menilainya cukup baik") != []


def test_a_technique_that_holds_nothing_may_not_be_named() -> None:
    assert remarks("hasil pengamatan memperlihatkan antrean") == [
        "The sentence names observation, which holds nothing on this matter."
    ]
    assert len(remarks("", "observation shows a queue")) == 1


def test_the_words_for_the_label_must_be_those_of_the_label() -> None:
    (remark,) = remarks("layanan kurang baik")
    assert remark == "The sentence says “kurang baik”, while the label is “fairly good”."
    assert remarks("", "service is poor") == ["The sentence says “poor”, while the label is “fairly good”."]
    assert remarks("layanan cukup baik, walaupun antrean kurang baik") == []  # its own label is among them


def test_the_longest_word_counts() -> None:
    assert labels_in("Layanan KURANG BAIK dan sudah baik.", "id", SCALE) == [
        ("KURANG BAIK", "kurang baik"),
        ("sudah baik", "baik"),
    ]
    assert labels_in("layanan cukup baik", "id", SCALE) == [("cukup baik", "cukup baik")]


def test_descriptive_data_take_no_word_of_appraisal() -> None:
    held = Held(techniques=frozenset({"interview"}), evaluates=False)
    (remark,) = remarks("jumlah tamu sudah baik", held=held)
    assert "descriptive only" in remark


def test_an_effect_that_nobody_states_is_remarked() -> None:
    held = Held(condition=True)
    for claim in (
        "komputer lama menghambat pelayanan",
        "jaringan memengaruhi kerja",
        "pelayanan lambat akibat jaringan",
    ):
        assert remarks(claim, held=held) == [
            "The sentence states an effect, while nobody says that this factor has one; report it as a condition."
        ]
        assert remarks(claim, held=Held()) == []
    assert remarks("", "old computers hinder service", held=held) != []
    assert remarks("komputer lama ditemukan di loket", "old computers are found", held=held) == []


def test_the_same_remark_stands_once() -> None:
    assert len(remarks("ada 31 tamu", "there are 31 guests")) == 1
