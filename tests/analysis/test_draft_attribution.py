"""Which technique a sentence credits: named, pooled, aggregate, carried on (method 1.3)."""

from __future__ import annotations

import pytest
from draft_values import lines

from kualcode.analysis.drafts.attribution import credited, credits, names_people, sums_up


def read(text: str, language: str = "id") -> list[str]:
    """The credit of each sentence, in short: "interview aggregate", "observation inherited"."""
    found = lines(text, language)
    named = [names_people(one.text, one.words) for one in found]
    beside = [any(named[max(0, n - 1) : n + 2]) for n in range(len(named))]
    return [
        " ".join([*a.techniques, *(k for k in ("pooled", "aggregate", "inherited") if getattr(a, k))])
        for a in credits([one.words for one in found], beside)
    ]


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("Hasil wawancara menunjukkan bahwa laporan rapi.", "interview aggregate"),
        ("Hasil wawancara dengan informan menunjukkan bahwa laporan rapi.", "interview aggregate"),
        ("Para informan menyatakan bahwa laporan rapi.", "interview aggregate"),
        ("Sebagian besar informan menyatakan bahwa laporan rapi.", "interview"),
        ("Hasil wawancara dengan tujuh informan menunjukkan bahwa laporan rapi.", "interview"),
        ("Hasil wawancara dengan bendahara menunjukkan bahwa laporan rapi.", "interview"),
        ("Kepala Bagian Umum menjelaskan bahwa laporan rapi.", "interview"),
        ("Laporan selalu rapi (I-03).", "interview"),
        ("Warga menyampaikan keluhan lewat kotak saran.", ""),
        ("Hasil observasi memperlihatkan map tersusun.", "observation"),
        ("Peneliti mengamati tiga kelas.", "observation"),
        ("Buku tamu mencatat 12 orang per hari.", "documentation"),
        ("Berdasarkan rencana kerja, ada 41 kegiatan.", "documentation"),
        ("Laporan tahun 2023 memuat 41 kegiatan.", "documentation"),
        ("Hasil wawancara dan observasi menunjukkan bahwa laporan rapi.", "interview observation pooled"),
        ("Hasil wawancara dengan I-01 sejalan dengan hasil observasi.", "interview observation"),
        ("Berbeda dengan hasil wawancara, observasi menunjukkan map berserakan.", "observation"),
        ("Teknik pengumpulan data adalah wawancara dan observasi.", ""),
        ("Kinerja pegawai baik.", ""),
    ],
)
def test_a_technique_counts_where_it_is_credited(text: str, credit: str) -> None:
    assert read(text) == [credit]


def test_credit_carries_on_until_another_technique_or_a_summing_up() -> None:
    text = "Menurut I-02, laporan rapi. Map juga lengkap. Observasi menunjukkan map tersusun. Secara umum baik."
    assert read(text) == ["interview", "interview inherited", "observation", ""]


def test_after_a_pooled_sentence_nothing_is_carried_on() -> None:
    assert read("Wawancara dan observasi menunjukkan kerapian. Map lengkap.") == ["interview observation pooled", ""]


def test_a_person_named_in_the_next_sentence_tells_whose_interview_it_is() -> None:
    assert read("Hasil wawancara menunjukkan laporan rapi. I-03 menyebut map lengkap.")[0] == "interview"
    assert (
        read("Hasil wawancara menunjukkan laporan rapi. Map lengkap. I-03 menyebut map lengkap.")[0]
        == "interview aggregate"
    )


def test_english_is_read_too() -> None:
    text = "The interviews showed that reports are late. The guest book records 12 visitors. I-02 said that it is fine."
    assert read(text, "en") == ["interview aggregate", "documentation", "interview"]


def test_summing_up_stands_at_the_head_of_a_sentence() -> None:
    first, last = lines("Secara keseluruhan laporan rapi. Laporan itu secara umum rapi.")
    assert sums_up(first.words)
    assert not sums_up(last.words)


def test_a_clause_may_be_asked_for_its_own_techniques() -> None:
    (only,) = lines("hasil observasi dan dokumen menunjukkan kerapian")
    assert credited(only.words) == ("observation", "documentation")
