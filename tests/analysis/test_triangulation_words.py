"""Reasons say what is so: how many groups a study has, in the words of the axis, and why nothing counts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from triangulation_values import case, rows

from kualcode.analysis.evidence import Evidence
from kualcode.analysis.triangulation.algorithm import triangulate
from kualcode.analysis.verdicts import CodeVerdict, Reason
from kualcode.errors import Bi


def grouped(line: str, *groups: str) -> list[Evidence]:
    return [replace(one, role_group=group) for one, group in zip(rows(line), groups, strict=True)]


def dated(line: str, *days: str) -> list[Evidence]:
    return [replace(one, date=day) for one, day in zip(rows(line), days, strict=True)]


def first(row: CodeVerdict) -> Reason:
    return row.reasons[0]


# ---------------------------------------------------------------- how many groups there are
@pytest.mark.parametrize(
    ("groups", "name", "text", "cost"),
    [
        (
            ("staf", "warga"),
            "2 of 2 role groups",
            Bi(
                "Kelompok peran dalam penelitian ini: 2; yang memuat penilaian: 2. Keyakinan tinggi memerlukan 3.",
                "Role groups in this study: 2; taking a side: 2. High confidence asks for 3.",
            ),
            1,
        ),
        (
            ("staf", "staf"),
            "1 of 1 role groups",
            Bi(
                "Kelompok peran dalam penelitian ini: 1; yang memuat penilaian: 1. Keyakinan tinggi memerlukan 3.",
                "Role groups in this study: 1; taking a side: 1. High confidence asks for 3.",
            ),
            2,
        ),
    ],
)
def test_role_groups_are_counted_as_the_study_has_them(groups: tuple[str, ...], name: str, text: Bi, cost: int) -> None:
    row = triangulate(case(evidence=grouped("I1+ I2+", *groups), design=("sumber",)), "source").of("X")
    assert first(row) == Reason(name, text, cost)


def test_of_more_than_three_role_groups_all_are_named() -> None:
    silent = [replace(one, role_group=f"lain {at}") for at, one in enumerate(rows("I7+ I8+ I9+", "A"))]
    study = case(evidence=[*grouped("I1+ I2+", "staf", "warga"), *silent], design=("sumber",))
    told = first(triangulate(study, "source").of("X"))
    assert (told.id, told.cost) == ("2 of 5 role groups", 1)


def test_times_are_stretches_of_time() -> None:
    study = case(evidence=dated("I1+ I2+", "2024-01-08", "2024-02-05"), design=("waktu",))
    assert first(triangulate(study, "time").of("X")).text == Bi(
        "Kurun waktu dalam penelitian ini: 2; yang memuat penilaian: 2. Keyakinan tinggi memerlukan 3.",
        "Stretches of time in this study: 2; taking a side: 2. High confidence asks for 3.",
    )
    row = triangulate(case(evidence=dated("I1+", "2024-01-08"), design=("waktu",)), "time").of("X")
    assert [one.text for one in row.gate_reasons if one.id == "SILENCE"] == [
        Bi(
            "Yang memuat penilaian hanya 1 kurun waktu; belum tertriangulasi.",
            "A side is taken by 1 of the stretches of time only; not yet triangulated.",
        )
    ]


# ---------------------------------------------------------------- nothing that counts
def unattributed(*evidence: Evidence) -> Bi:
    row = triangulate(case(evidence=evidence)).of("X")
    assert row.verdict == "UNATTRIBUTED"
    return next(one.text for one in row.gate_reasons if one.id == "UNATTRIBUTED")


POOLED = Bi(
    "Pernyataan menyebut beberapa teknik sekaligus, sehingga tidak dapat dihitung untuk satu teknik pun.",
    "The statements credit several techniques at once, so that they count for none of them.",
)


def test_what_is_pooled_does_name_its_techniques() -> None:
    assert unattributed(*rows("P+ P0")) == POOLED


def test_what_names_no_source_and_what_is_pooled_are_told_apart() -> None:
    assert unattributed(*rows("U+")).en.startswith("The statements do not name their source")
    assert unattributed(*rows("U+ U+ P-")) == Bi(
        "Pernyataan tanpa sumber yang disebut: 2; yang menyebut beberapa teknik sekaligus: 1.",
        "Statements without a named source: 2; crediting several techniques at once: 1.",
    )


def test_beside_attributed_evidence_too() -> None:
    row = triangulate(case("I1+ I2+ I3+ O1+ P+")).of("X")
    assert [one.text.en for one in row.gate_reasons] == [
        "Beside attributed evidence, statements that credit several techniques at once: 1."
    ]


# ---------------------------------------------------------------- a parent that a part lowers
def reasons_of_parent(lines: dict[str, str]) -> dict[str, str]:
    evidence = [one for name, line in lines.items() for one in rows(line, name)]
    row = triangulate(case(evidence=evidence)).of("P")
    return {one.id: one.text.en for one in (*row.gate_reasons, *row.reasons)}


def test_a_parent_whose_techniques_agree_says_which_part_lowers_it() -> None:
    told = reasons_of_parent({"A": "I1+ I2+ I3+ O1+ D1+"})
    assert told["PARTIAL"] == "The techniques agree on the whole, but not yet on: B."
    told = reasons_of_parent({"A": "I1+ I2+ I3+ O1+ D1+", "B": "I1+ I2+ I3+ O1+ D1+", "P": "I1+ I2+"})
    assert told["PARTIAL"] == "The techniques agree on the whole, but not yet on: (general)."
    told = reasons_of_parent({"A": "I1+ O1~ D1+", "B": "I1+ O1+ D1+"})
    assert told["PARTIAL"] == "The techniques agree in part only."


def test_a_parent_torn_by_a_part_names_it() -> None:
    told = reasons_of_parent({"A": "I1+ O1-", "B": "I1- O1+"})
    assert told["DISSONANCE"] == "The techniques contradict one another on: A, B."


# ---------------------------------------------------------------- evidence without a place
@pytest.mark.parametrize(
    ("design", "lacks"), [("sumber", "their role group is not recorded."), ("waktu", "their date is not recorded.")]
)
def test_what_has_no_place_on_an_axis_lacks_what_that_axis_asks_for(design: str, lacks: str) -> None:
    axis = "source" if design == "sumber" else "time"
    row = triangulate(case("I1+", design=(design,)), axis).of("X")  # type: ignore[arg-type]
    assert next(one.text.en for one in row.gate_reasons if one.id == "not placed").endswith(lacks)
