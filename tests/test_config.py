"""kualcode.yaml: the study's settings."""

from __future__ import annotations

import pytest

from kualcode.config import StudyConfig, load
from kualcode.errors import InvalidFile

FULL = """
title: Kinerja Pegawai
researcher: Dwi Lestari
interviewers: [Dwi, Sari]
design: [Teknik, sumber]
role_groups:
  pimpinan: [Camat, Sekretaris Camat]
  staf: [Staf, Kasi]
research_questions:
  - Bagaimana kinerja?
guides:
  wawancara: [KUAL, TEPAT.PEN]
  observation: [FH.SAR]
codebook: buku.yaml
language: en
"""


def problems(text: str) -> list[str]:
    with pytest.raises(InvalidFile) as caught:
        load(text, "kualcode.yaml")
    return [problem.line("en") for problem in caught.value.problems]


def test_everything_that_a_study_can_say() -> None:
    assert load(FULL, "kualcode.yaml") == StudyConfig(
        title="Kinerja Pegawai",
        researcher="Dwi Lestari",
        interviewers=("Dwi", "Sari"),
        design=("teknik", "sumber"),
        role_groups=(("pimpinan", ("Camat", "Sekretaris Camat")), ("staf", ("Staf", "Kasi"))),
        research_questions=("Bagaimana kinerja?",),
        guides=(("interview", ("KUAL", "TEPAT.PEN")), ("observation", ("FH.SAR",))),
        codebook="buku.yaml",
        language="en",
    )


def test_everything_may_be_left_out() -> None:
    assert load("", "kualcode.yaml") == load("# belum\n", "kualcode.yaml") == StudyConfig()


def test_indonesian_keys() -> None:
    config = load(
        "judul: A\npewawancara: Dwi\ndesain: waktu\nkelompok_peran: {staf: Staf}\nbahasa: id", "kualcode.yaml"
    )
    assert config == StudyConfig(
        title="A", interviewers=("Dwi",), design=("waktu",), role_groups=(("staf", ("Staf",)),)
    )


def test_words_that_yaml_would_twist_stay_words() -> None:
    assert load("title: no\nresearcher: 2026-02-09", "k").title == "no"
    assert load("title: 2026", "k").title == "2026"


def test_every_problem_at_once_with_line_and_column() -> None:
    assert problems(
        "titel: A\ndesign: [tehnik]\nrole_groups: [Camat]\nguides:\n  intervew: [A]\nlanguage: fr\njudul: [B]\n"
    ) == [
        "kualcode.yaml:1:1: “titel” is not known. Did you mean “title”?",
        "kualcode.yaml:7:1: A text is needed here. Write one text, in quotes if need be.",
        "kualcode.yaml:2:10: “tehnik” is not known. Did you mean “teknik”?",
        "kualcode.yaml:3:1: Keys with values are needed here. Write it like “title: Staff performance”.",
        "kualcode.yaml:5:3: “intervew” is not known. Did you mean “interview”?",
        "kualcode.yaml:6:1: “fr” is not known. Known here: id, en.",
    ]


def test_two_words_for_one_key_and_one_position_in_two_groups() -> None:
    assert problems("title: A\njudul: B\nrole_groups:\n  a: [Camat]\n  b: [camat]\n") == [
        "kualcode.yaml:1:1: “title” and “judul” mean the same. Keep one.",
        "kualcode.yaml:5:3: “camat” is already in the group “a”. Keep one.",
    ]


def test_a_list_is_no_study() -> None:
    assert problems("- a") == [
        "kualcode.yaml:1:1: Keys with values are needed here. Write it like “title: Staff performance”."
    ]


@pytest.mark.parametrize(
    ("role", "group"),
    [
        ("Camat", "pimpinan"),
        ("camat telaga merbau", "pimpinan"),
        ("SEKRETARIS  CAMAT", "pimpinan"),
        ("Staf Sub Bag Keuangan", "staf"),
        ("Kasi Pelayanan", "staf"),
        ("Staff", None),
        ("Warga", None),
        (None, None),
        ("", None),
    ],
)
def test_role_groups_by_position(role: str | None, group: str | None) -> None:
    assert load(FULL, "kualcode.yaml").role_group(role) == group
