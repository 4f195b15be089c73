"""How a suggested label came about: the steps in words lead to the very label that was suggested."""

from __future__ import annotations

import pytest
from findings_values import BOOK, made, said

from kualcode.analysis.narrative.label_steps import label_steps
from kualcode.errors import Bi


def steps(line: str, of: str = "LAY.CPT") -> list[str]:
    """The steps on a code, in Indonesian."""
    found = made(*said(line, of))
    return [step.id for step in label_steps(found.study, found.of(of))]


def test_all_on_one_side_and_nothing_against_is_the_outer_position() -> None:
    assert steps("I1+ I2+ I3+ O1+") == [
        "Arah temuan: semua yang menilai berarah positif (wawancara dan observasi)",
        "Arah temuan: tidak ada pernyataan yang negatif atau campuran, sehingga usulannya posisi terluar, baik",
    ]
    assert steps("I1- I2- I3- O1-")[1].endswith("positif atau campuran, sehingga usulannya posisi terluar, tidak baik")


def test_one_statement_of_the_other_side_keeps_it_from_the_outer_position() -> None:
    assert steps("I1+ I2+ I3+ I4- O1+")[1:] == [
        "Arah temuan: ada satu pernyataan negatif atau campuran (I-4), sehingga bukan posisi terluar (baik)",
        "Arah temuan: U = 2 yang condong positif (wawancara dan observasi) dari k = 2; U > k - U, yaitu 2 > 0; "
        "usulannya cukup baik",
    ]


def test_a_tie_goes_to_the_cautious_side() -> None:
    assert steps("I1+ I2+ I3+ O1~") == [
        "Arah temuan: U = 1 yang condong positif (wawancara) dari k = 2; U tidak lebih dari k - U, yaitu 1 <= 1; "
        "usulannya kurang baik"
    ]


def test_where_groups_contradict_none_is_suggested_and_a_factor_has_none() -> None:
    assert steps("I1+ I2+ I3+ O1-") == ["Arah temuan: tidak diusulkan, sebab kelompok yang dibandingkan bertentangan"]
    assert steps("I1+ I2+ O1+", "HMB.ALT") == []
    assert steps("I10 I20") == []


def test_many_on_the_other_side_are_counted() -> None:
    told = steps(" ".join(f"I{n}+" for n in range(1, 31)) + " " + " ".join(f"I{n}~" for n in range(41, 49)))
    assert (
        "ada delapan pernyataan negatif atau campuran (I-41, I-42, I-43, I-44, I-45, I-46, dan dua lainnya)" in told[1]
    )


@pytest.mark.parametrize(
    "line",
    [
        "I1+ I2+ O1+",
        "I1- I2- O1-",
        "I1+ I2+ I3- O1+",
        "I1- I2- I3+ O1-",
        "I1~ I2~ O1~",
        "I1+ I2- O1~ D1+",
        "I1+ O1~ D1~",
    ],
)
def test_the_last_step_names_the_label_that_is_suggested(line: str) -> None:
    found = made(*said(line))
    label = found.of("LAY.CPT").verdict.label
    told = list(label_steps(found.study, found.of("LAY.CPT")))
    assert label is not None
    english = next(one.en for one in BOOK.label_scale if one.id == label)
    assert isinstance(told[-1], Bi)
    assert told[-1].id.endswith(label)
    assert english in told[-1].en
    last = told[-1].id  # the count that is shown decides as it says it does
    if "U > k - U" in last:
        assert label == "cukup baik"
    if "U tidak lebih" in last:
        assert label == "kurang baik"
