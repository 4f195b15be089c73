"""The vectors of the method: small bodies of evidence and what is to be made of them."""

from __future__ import annotations

from itertools import permutations

import pytest
from triangulation_values import case, gate_ids, on_x, reason_ids, rows, signs

from kualcode.analysis.evidence import Case
from kualcode.analysis.triangulation.algorithm import triangulate

ONE = "(satu teknik)"
NINE = " ".join(["I1+"] * 9)
TEN = "I1+ I2+ I3+ I4+ I5+ I6+ I7+ I8+ I9- I10-"


@pytest.mark.parametrize(
    ("line", "verdict", "label", "note", "gate", "level", "deviant"),
    [
        ("I1+ I2+ I3+", "SILENCE", "baik", ONE, "QUALIFY", "LOW", 0),
        (NINE, "SILENCE", "baik", ONE, "BLOCK", "VERY_LOW", 0),
        ("I10 I20 I30 D10", "NEUTRAL_ONLY", None, None, "DESCRIBE", None, 0),
        ("I1+ I2+ I3+ O1+ D1+", "AGREEMENT", "baik", None, "EMIT", "HIGH", 0),
        ("I1+ I2+ I3+ I4+ I5- O1+ D1+", "AGREEMENT", "cukup baik", None, "QUALIFY", "MODERATE", 1),
        ("I1+ I2+ I3+ O1-", "DISSONANCE", None, "belum dapat disimpulkan", "BLOCK", "VERY_LOW", 0),
        ("I1+ I2+ I3+ O1+ D1-", "DISSONANCE", None, "belum dapat disimpulkan", "BLOCK", "VERY_LOW", 1),
        ("I1+ I2+ I3- D1+", "AGREEMENT", "cukup baik", None, "QUALIFY", "LOW", 1),
        ("I1+ I2+ I3+ I4- I5- D1+", "PARTIAL", "cukup baik", None, "QUALIFY", "LOW", 0),
        (f"{NINE} I2- I3- D1-", "AGREEMENT", "kurang baik", None, "QUALIFY", "LOW", 1),
    ],
)
def test_vectors(
    line: str, verdict: str, label: str | None, note: str | None, gate: str, level: str | None, deviant: int
) -> None:
    row = on_x(line)
    assert (row.verdict, row.label, row.gate, row.confidence) == (verdict, label, gate, level)
    assert (row.label_note.id if row.label_note else None) == note
    assert len(row.deviant) == deviant


def test_prominence_is_part_of_agreement() -> None:
    """8 of 10 informants are for, but only 1 of 12 documents speaks of it at all: high against low."""
    study = case(TEN.replace("I9- I10-", "") + " D1+")
    row = triangulate(Case(study.book, study.evidence, voices={"interview": 10, "documentation": 12})).of("X")
    assert (row.verdict, row.label, row.gate, row.confidence) == ("PARTIAL", "baik", "QUALIFY", "LOW")
    assert row.prominence_gaps == (("interview", "documentation"),)
    assert reason_ids(row) == ["2 of 3 techniques", "PARTIAL"]
    assert triangulate(study).of("X").verdict == "AGREEMENT"  # without --voices it is not tested


def test_one_informant_in_nine_documents_is_one_voice() -> None:
    row = on_x(NINE)
    assert [len(group.voices) for group in row.groups] == [1, 0, 0]
    assert row.groups[0].voices[0].positive == 9
    assert reason_ids(row) == ["1 of 3 techniques", "1 of 3 informants"]
    assert gate_ids(row) == ["1 of 2 voices", "SILENCE"]


def test_two_against_one_is_no_majority() -> None:
    row = on_x("I1+ I2+ I3+ O1+ D1-")
    assert signs(row) == "POS POS NEG"
    assert [voice.key for voice in row.deviant] == ["D-1"]
    assert row.camps == {}


def test_the_order_of_rows_changes_nothing() -> None:
    evidence = rows("I1+ I2- O1~ D1+/f U+")
    runs = {repr(triangulate(case(evidence=order))) for order in permutations(evidence)}
    assert len(runs) == 1


def test_an_empty_project_has_no_data_on_every_code() -> None:
    found = triangulate(case())
    assert {row.code: (row.verdict, row.gate, row.confidence, row.label) for row in found.codes} == {
        "X": ("NO_DATA", "BLOCK", None, None),
        "P": ("NO_DATA", "BLOCK", None, None),
        "A": ("NO_DATA", "BLOCK", None, None),
        "B": ("NO_DATA", "BLOCK", None, None),
        "FH": (None, None, None, None),  # a group of factors lists its factors
        "F": ("NO_DATA", "BLOCK", None, None),
    }
