"""What a draft advises, and what it says brings about a problem."""

from __future__ import annotations

import pytest
from draft_values import line

from kualcode.analysis.drafts.advice import advice, causes
from kualcode.analysis.statements import Advice, Section


def read(
    text: str, section: Section = "recommendations", *, follows: bool = False, language: str = "id"
) -> Advice | None:
    """The advice of a sentence; no codes are known."""
    return advice(line(text, language), section, lambda words: (), follows=follows)


@pytest.mark.parametrize(
    ("text", "addressee", "action"),
    [
        ("Disarankan kepada Kepala Bagian agar melengkapi sarana kerja.", "Kepala Bagian", "melengkapi sarana kerja."),
        ("Kepada pegawai agar lebih teliti.", "pegawai", "lebih teliti."),
        ("Pimpinan disarankan memperbanyak rapat agar data cepat masuk.", "", "memperbanyak rapat"),
        ("Kepala sekolah agar mengganti komputer.", "", "mengganti komputer."),
        ("Bagian Umum perlu menyusun jadwal bimtek supaya tidak bentrok.", "", "menyusun jadwal bimtek"),
        ("Petugas loket perlu ditambah satu orang.", "", "Petugas loket perlu ditambah satu orang."),
    ],
)
def test_the_action_stands_behind_agar_and_stops_at_its_purpose(text: str, addressee: str, action: str) -> None:
    found = read(text)
    assert found is not None
    assert (found.addressee, found.action) == (addressee, action)


def test_in_a_conclusion_only_what_says_that_it_advises_does() -> None:
    assert read("Kualitas kerja baik.", "conclusion") is None
    assert read("Keluhan ditampung di kotak saran.", "conclusion") is None
    assert read("Kepada pegawai agar lebih teliti.", "conclusion") is None
    assert read("Kepada pegawai agar lebih teliti.", "conclusion", follows=True) is not None
    assert read("Disarankan agar pegawai lebih teliti.", "abstract") is not None
    assert read("Disarankan agar pegawai lebih teliti.", "results") is None


def test_a_sentence_that_only_opens_the_list_advises_nothing() -> None:
    assert read("Peneliti memberikan saran sebagai berikut:") is None


def test_what_there_is_to_be_more_of_is_told_from_what_is_to_be_curbed() -> None:
    more, less = read("Pimpinan hendaknya mengadakan bimtek."), read("Pimpinan hendaknya mengatur jadwal bimtek.")
    assert more is not None
    assert less is not None
    assert "*training" in more.more
    assert less.more == ()


def test_english_advice_is_read_too() -> None:
    found = read("The head should provide more training to employees.", language="en")
    assert found is not None
    assert found.action == "provide more training to employees."
    assert "*training" in found.more


def read_causes(text: str) -> list[tuple[str, bool]]:
    """Words of each cause, and whether the thing itself is the cause."""
    return [(one.words, one.bare) for one in causes(line(text))]


def test_causes_are_told_from_lacks() -> None:
    text = "Keterlambatan disebabkan oleh pegawai yang kurang peduli, pekerjaan yang menumpuk, dan kegiatan bimtek."
    assert read_causes(text) == [
        ("pegawai yang kurang peduli", False),
        ("pekerjaan yang menumpuk", True),
        ("kegiatan bimtek", True),
    ]


def test_a_lack_reaches_over_what_is_joined_to_it() -> None:
    assert read_causes("Laporan terlambat karena kurangnya pelatihan dan bimtek.") == [
        ("kurangnya pelatihan", False),
        ("bimtek", False),
    ]


def test_a_cause_may_stand_before_its_verb() -> None:
    assert read_causes("Rapat yang terlalu sering menyebabkan laporan terlambat.") == [
        ("Rapat yang terlalu sering", True)
    ]


def test_without_a_problem_nothing_is_caused() -> None:
    assert read_causes("Pegawai bersemangat karena pelatihan.") == []
