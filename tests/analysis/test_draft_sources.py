"""Figures judged by who or what tells them, and parts, totals and targets told over several sentences."""

from __future__ import annotations

import pytest
from draft_values import BOOK, sentences

from kualcode.analysis.drafts.claims import figure_rules
from kualcode.analysis.drafts.parts import part_rules
from kualcode.analysis.drafts.sources import source_rules
from kualcode.analysis.drafts.totals import total_rules

HEAD = "## HASIL\n\n### Kuantitas\n\n"


def raised(text: str) -> list[str]:
    """The rules that fire by wording over one or more sentences."""
    found = sentences(HEAD + text)
    return [flag.rule for flag in (*part_rules(found), *total_rules(found), *source_rules(found))]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Buku induk memuat 30 map. Menurut buku itu 12 map lengkap, 9 map rusak, dan 7 map hilang.", ["N1"]),
        ("Buku induk memuat 28 map. Menurut buku itu 12 map lengkap, 9 map rusak, dan 7 map hilang.", []),
        ("Buku induk memuat 30 map. Antara lain 12 map lengkap, 9 map rusak, dan 7 map lainnya hilang.", []),
        ("Target tahun ini 30 map. Dicatat 12 map lengkap, 9 map rusak, dan 7 map hilang.", []),
        ("Daftar membagi pemohon menjadi tiga: akta 50 persen, kartu 40 persen, dan surat 20 persen.", ["N1"]),
        ("Daftar membagi pemohon menjadi tiga: akta 50 persen, kartu 30 persen, dan surat 20 persen.", []),
        ("Sebanyak 17 dari 12 kasir memahami alat baru.", ["N8"]),
        ("Jumlahnya naik menjadi 17 dari 12 kasir.", []),
    ],
)
def test_parts_are_added_up_over_sentences(text: str, rules: list[str]) -> None:
    assert raised(text) == rules


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Seluruh berkas izin tersusun di lemari arsip. Sebanyak 8 berkas izin belum masuk lemari arsip.", ["N2"]),
        ("Seluruh berkas izin tersusun di lemari. Sebanyak 8 berkas semula belum masuk lemari.", []),
        ("Seluruh berkas izin tersusun di lemari. Sebanyak 8 berkas belum ditandatangani.", []),
        ("Target panen padi 95 persen. Realisasi panen padi 90 persen. Panen padi mencapai target.", ["N3"]),
        ("Target panen padi 85 persen. Realisasi panen padi 90 persen. Panen padi mencapai target.", []),
        ("Target panen padi 95 persen. Realisasi panen padi 90 persen. Jumlah rapat mencapai target.", []),
        ("Target kunjungan tercapai. Dua kunjungan ditunda ke bulan depan.", ["N3"]),
        ("Target kunjungan tidak tercapai. Dua kunjungan ditunda ke bulan depan.", []),
    ],
)
def test_all_and_targets_are_held_against_the_sentences_beside_them(text: str, rules: list[str]) -> None:
    assert [rule for rule in raised(text) if rule in ("N2", "N3")] == rules


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Register memuat 1.437 kartu keluarga. Buku lain memuat 1.437 peserta senam.", ["N4"]),
        ("Register memuat 1.437 kartu keluarga. Rekap juga memuat 1.437 kartu.", []),
        ("Menurut I-03, pemohon pada Juli 2024 20 sampai 24 orang per hari. "
         "Buku pemohon Juli 2024 memuat 8 orang per hari.",
         ["N5"]),
        ("Menurut I-03, pemohon pada Juli 2024 20 sampai 24 orang per hari. "
         "Buku pemohon Mei 2024 memuat 8 orang per hari.",
         []),
        ("Laporan kinerja 2023 mencantumkan realisasi belanja 91,2%. "
         "Laporan keuangan 2023 mencantumkan realisasi belanja 84,7%.",
         ["N5"]),
        ("Laporan kinerja 2023 mencantumkan realisasi belanja 91,2%. "
         "Laporan keuangan 2022 mencantumkan realisasi belanja 84,7%.",
         []),
        ("I-02 menyatakan bahwa LKjIP 2023 mencantumkan realisasi belanja 90,8 persen.", ["N6"]),
        ("I-02 menyatakan bahwa realisasi belanja 90,8 persen.", []),
        ("Register tahun 2021 mencatat 214 keluhan pada tahun 2023.", ["N7"]),
        ("Laporan tahun 2022 menetapkan target 95 persen untuk tahun 2023.", []),
        ("Register mencatat 318 berkas untuk tahun 2021, tahun 2023, dan triwulan pertama 2024.", ["N7"]),
        ("Register mencatat 318 berkas untuk tahun 2022 dan 2023.", []),
    ],
)  # fmt: skip
def test_the_source_of_a_figure_is_held_against_it(text: str, rules: list[str]) -> None:
    assert [rule for rule in raised(text) if rule not in ("N1", "N2", "N3", "N8")] == rules


@pytest.mark.parametrize(
    "text",
    [
        "Pengamatan pada 20 Mei 2024 mencatat 41 pemohon. Pengamatan pada 21 Mei 2024 mencatat 38 pemohon.",
        "Register 2023 memuat 318 berkas pada triwulan pertama. Register 2023 memuat 276 berkas pada triwulan kedua.",
        "Laporan kinerja 2023 mencatat 22 kegiatan terlaksana. Menurut laporan itu, 3 kegiatan tidak terlaksana.",
    ],
)
def test_figures_of_two_days_or_of_done_and_undone_do_not_contradict(text: str) -> None:
    assert "N5" not in [flag.rule for flag in figure_rules(sentences(HEAD + text), BOOK)]
