"""Figures whose wording alone gives a contradiction away, and figures of a summary against the results."""

from __future__ import annotations

import pytest
from draft_values import BOOK, sentences

from kualcode.analysis.drafts.amounts import amount_rules
from kualcode.analysis.drafts.claims import figure_rules
from kualcode.analysis.drafts.parts import part_rules
from kualcode.analysis.drafts.totals import total_rules

HEAD = "## HASIL\n\n### Kuantitas\n\n"


def worded(text: str) -> list[str]:
    """The rules that fire by wording."""
    found = sentences(text if text.startswith("#") else HEAD + text)
    return [flag.rule for flag in (*part_rules(found), *total_rules(found), *amount_rules(found))]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Pegawai berjumlah 45 orang, terdiri dari 20 sarjana, 15 diploma, dan 5 SMA.", ["N1"]),
        ("Pegawai berjumlah 40 orang, terdiri dari 20 sarjana, 15 diploma, dan 5 SMA.", []),
        ("Dari 50 kegiatan, 30 kegiatan selesai, 12 kegiatan berjalan, dan 13 kegiatan batal.", ["N1"]),
        ("Dari 50 kegiatan, 30 kegiatan selesai dan 12 kegiatan berjalan.", []),
        ("Dari 50 kegiatan, 45 kegiatan selesai, 12 di antaranya melebihi target.", []),
        ("Pegawai berjumlah 25 orang, terdiri atas 10 PNS dan 15 honorer, dengan 5 komputer.", []),
        ("Pegawai berjumlah 10 orang, terdiri atas 4 pejabat (2 laki-laki, 2 perempuan) dan 6 staf.", []),
        ("Sebanyak 60% responden puas, 30% cukup puas, dan 20% tidak puas.", ["N1"]),
        ("Sebanyak 60% responden puas, 30% cukup puas, dan 10% tidak puas.", []),
        ("Kehadiran 96%, serapan 92%, dan kepuasan 88%.", []),
        ("Dari 20 pegawai, 25 orang mengikuti pelatihan.", ["N8"]),
        ("Tingkat kehadiran mencapai 118%.", ["N8"]),
        ("Realisasi pendapatan mencapai 118% dari target.", []),
    ],
)
def test_parts_and_wholes(text: str, rules: list[str]) -> None:
    assert worded(text) == rules


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Semua surat masuk telah dibalas. Buku agenda mencatat 7 surat belum dibalas.", ["N2"]),
        ("Semua formulir sudah lengkap, tetapi 15 formulir belum lengkap.", ["N2"]),
        ("Belum semua surat dibalas; 7 surat belum dibalas.", []),
        ("Semua surat masuk dicatat, dan 7 surat belum dibalas.", []),
        ("Bagian ini telah mencapai target. Serapan anggaran sebesar 87,3%.", ["N3"]),
        ("Target telah tercapai, sementara pembangunan aula ditunda.", ["N3"]),
        ("Bagian ini telah mencapai target 80% karena serapan anggaran sebesar 87,3%.", []),
        ("Kegiatan yang mencapai target sebesar 85%.", []),
        ("Bagian ini belum mencapai target. Serapan anggaran sebesar 87,3%.", []),
        ("Sebanyak 34 kegiatan mencapai target. Capaian sebesar 85%.", []),
    ],
)
def test_all_and_targets(text: str, rules: list[str]) -> None:
    assert worded(text) == rules


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Capaian bidang perencanaan 87,65% dan capaian bidang pengawasan 87,65%.", ["N4"]),
        ("Realisasi gedung 92,40%. Capaian keseluruhan 92,40%.", ["N4"]),
        ("Serapan anggaran 92,40%. Menurut I-02, serapan belanja 92,40%.", []),
        ("I-02 menyebut ada 12 komputer. Daftar inventaris mencatat 9 komputer.", ["N5"]),
        ("I-02 menyebut ada 12 komputer. Daftar inventaris mencatat 12 komputer.", []),
        ("I-02 menyebutkan bahwa menurut laporan kinerja, 38 kegiatan selesai.", ["N6"]),
        ("I-02 menyebutkan bahwa 38 kegiatan selesai, dan laporan kinerja mencatat hal yang sama.", []),
    ],
)
def test_amounts(text: str, rules: list[str]) -> None:
    assert worded(text) == rules


def test_the_number_of_informants_is_compared_between_abstract_and_methods() -> None:
    text = "## ABSTRAK\n\nPenelitian melibatkan {} informan.\n\n## METODE\n\nInforman berjumlah 10 orang.\n"
    assert worded(text.format("12")) == ["N5"]
    assert worded(text.format("10")) == []
    assert worded(text.format("10").replace("orang.", "orang; 2 informan meminta perbaikan.")) == []


def test_a_share_of_a_summary_stands_against_that_of_the_results() -> None:
    results = "## HASIL\n\nCapaian imunisasi tahun 2023 sebesar 94,6%.\n\n"
    text = results + "## SIMPULAN\n\nCapaian imunisasi tahun {} sebesar 96,4%.\n"
    assert worded(text.format(2023)) == ["N5"]
    assert worded(text.format(2024)) == []


def five(results: str, conclusion: str) -> list[str]:
    """T5 and N5 of a draft with one sentence in the results and one in the conclusion."""
    found = sentences(f"## HASIL\n\n{results}\n\n## SIMPULAN\n\n{conclusion}\n")
    return [flag.rule for flag in figure_rules(found, BOOK)]


def test_a_figure_that_the_results_do_not_hold_is_missed_there() -> None:
    assert five("I-02 menilai laporan rapi.", "Tingkat kepuasan mencapai 88,5%.") == ["T5"]
    assert five("Tingkat kepuasan mencapai 88,5%.", "Tingkat kepuasan mencapai 88,5%.") == []


def test_a_share_that_follows_from_two_counts_is_not_missed() -> None:
    assert five("Dari 40 kegiatan, 34 kegiatan selesai.", "Kegiatan selesai 85%.") == []


def test_two_sources_of_one_sentence_are_held_against_each_other() -> None:
    found = sentences(HEAD + "Buku tamu mencatat 31 tamu per hari, dan I-04 menyebutkan 10 sampai 15 tamu per hari.")
    assert [flag.rule for flag in figure_rules(found, BOOK)] == ["N5"]


def test_a_year_to_compare_with_is_not_of_the_wrong_period() -> None:
    text = "LKjIP tahun 2023 mencatat capaian kegiatan tahun 2023 sebesar 90%, naik dari 84% pada tahun 2022."
    assert figure_rules(sentences(HEAD + text), BOOK) == []


def test_a_flag_on_figures_gives_its_place_and_sentence() -> None:
    found = sentences(HEAD + "Pegawai berjumlah 45 orang, terdiri dari 20 sarjana, 15 diploma, dan 5 SMA.")
    (flag,) = part_rules(found)
    assert flag.targets == ("KUAN",)
    assert flag.places == ("Hasil, brs. 5",)
    assert {("total", "45"), ("sum", "40"), ("statement", found[0].statement.id)} <= set(flag.details)
