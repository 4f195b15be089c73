"""Labels in a sentence: the longest words count, and what is wished for is none."""

from __future__ import annotations

import pytest
from draft_values import SCALE, SCOPES, line

from kualcode.analysis.drafts.labels import labelled_scopes


def found(text: str, language: str = "id") -> list[tuple[str, tuple[str, ...]]]:
    """The labels of a sentence with what they are said of; those in passing and reserved ones are marked."""
    words = line(text, language).words
    mentions = SCOPES.mentions(words)
    shown, before = [], 0
    for spot in SCALE.spots(words, SCOPES):
        mark = "~" * spot.weak + "?" * spot.reserved
        shown.append((spot.label + mark, labelled_scopes(words, spot, before, mentions, SCOPES)))
        before = spot.last
    return shown


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Kinerja pegawai belum optimal.", "kurang baik"),
        ("Kinerja pegawai optimal.", "baik"),
        ("Kinerja pegawai belum sepenuhnya optimal.", "kurang baik"),
        ("Kinerja pegawai belum dapat dikatakan baik.", "kurang baik"),
        ("Kinerja pegawai tidak optimal.", "tidak baik"),
        ("Kinerja pegawai tidak begitu baik.", "kurang baik"),
        ("Kinerja pegawai tergolong cukup baik.", "cukup baik"),
        ("Kinerja pegawai tergolong cukup.", "cukup baik"),
        ("Kinerja pegawai sangat baik.", "baik"),
        ("Kinerja pegawai dinilai buruk.", "tidak baik"),
        ("Kinerja pegawai di kantor ini masih rendah.", "kurang baik"),
        ("Kinerja pegawai kurang memuaskan.", "kurang baik"),
        ("Kinerja pegawai masih kurang.", "kurang baik"),
    ],
)
def test_words_and_degree_together_make_the_label(text: str, label: str) -> None:
    assert found(text) == [(label, ("overall",))]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Performance is quite good.", "cukup baik"),
        ("Performance is not yet optimal.", "kurang baik"),
        ("Performance was considered good.", "baik"),
        ("Performance is poor.", "tidak baik"),
    ],
)
def test_english_labels_stand_for_the_levels_of_the_scale(text: str, label: str) -> None:
    assert found(text, "en") == [(label, ("overall",))]


@pytest.mark.parametrize(
    "text",
    [
        "Agar kinerja menjadi lebih baik, pegawai dilatih.",
        "Diharapkan kinerja pegawai semakin baik.",
        "Bila kinerja pegawai baik, layanan lancar.",
        "Kualitas kerja tidak terlalu buruk.",
        "Waktu pelayanan maksimal 10 hari.",
        "Masih kurang fasilitas ruang kerja.",
        "Ia lulus sekolah tinggi.",
    ],
)
def test_what_is_wished_for_supposed_or_taken_back_is_no_label(text: str) -> None:
    assert found(text) == []


def test_praise_in_passing_is_weak_and_a_lack_is_none() -> None:
    assert found("Pegawai melaksanakan tugas dengan baik.") == [("baik~", ())]
    assert found("Terdapat kurangnya sarana yang memadai.") == []


def test_a_label_belongs_to_the_name_before_it_and_joined_names_share_it() -> None:
    text = "Kualitas kerja dan kuantitas sudah baik, sedangkan ketepatan waktu masih kurang optimal."
    assert found(text) == [("baik", ("KUAL", "KUAN")), ("kurang baik", ("TEPAT",))]


def test_a_label_on_the_whole_is_moved_by_the_matter_behind_it() -> None:
    assert found("Kinerja pegawai cukup baik dalam hal ketepatan waktu.") == [("cukup baik", ("TEPAT",))]


def test_a_part_named_right_behind_its_whole_only_says_more_of_it() -> None:
    assert found("Ketepatan waktu penyelesaian pekerjaan cukup baik.") == [("cukup baik", ("TEPAT",))]


def test_a_quality_may_be_what_is_labelled() -> None:
    assert found("Pegawai cukup simpati.") == [("cukup baik", ("MAND.EMP",))]
    assert found("Pegawai kurang disiplin.") == [("kurang baik", ("FH.DIS",))]


def test_reservations_and_labels_of_some_people_are_marked() -> None:
    assert found("Kuantitas sudah baik, namun ketepatan waktu masih kurang.")[1] == ("kurang baik?", ("TEPAT",))
    assert found("Meskipun kuantitas kurang baik, kualitas kerja sudah baik.") == [
        ("kurang baik?", ("KUAN",)),
        ("baik", ("KUAL",)),
    ]
    assert found("Beberapa pegawai kurang optimal dalam ketepatan waktu.") == [("kurang baik?", ("TEPAT",))]
    assert found("Inisiatif masih perlu ditingkatkan.") == [("kurang baik?", ("MAND.INI",))]


def test_the_amount_of_something_is_not_the_thing() -> None:
    assert found("Kuantitas menunjukkan jumlah hasil kerja sudah baik.") == [("baik", ("KUAN",))]
