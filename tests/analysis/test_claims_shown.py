"""Figures as people read them, in both languages."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from claims_values import one

from kualcode.analysis.claims.shown import number, shown, thing
from kualcode.language.numbers import parse


@pytest.mark.parametrize(
    ("text", "indonesian", "english"),
    [
        ("1.042 surat", "1.042", "1,042"),
        ("92,40%", "92,40%", "92.40%"),
        ("92%", "92%", "92%"),
        ("20-25 tamu", "20\u201325", "20\u201325"),
        ("sekitar 10-15 orang", "sekitar 10\u201315", "about 10\u201315"),
        ("kurang lebih 12", "sekitar 12", "about 12"),
        ("puluhan orang", "20\u201399", "20\u201399"),
        ("lebih dari 10", "lebih dari 10", "more than 10"),
        ("minimal 5", "paling sedikit 5", "at least 5"),
        ("maksimal 8", "paling banyak 8", "at most 8"),
        ("kurang dari 5", "kurang dari 5", "less than 5"),
        ("rata-rata 21,9", "rata-rata 21,9", "21.9 on average"),
        ("Rp3.482.750.000", "Rp3.482.750.000", "Rp3,482,750,000"),
        ("satu setengah jam", "1,5", "1.5"),
        ("sepertiga pegawai", "33,33%", "33.33%"),
    ],
)
def test_figures(text: str, indonesian: str, english: str) -> None:
    (quantity,) = (found for found in parse(text) if found.is_claim)
    unit = quantity.unit if quantity.unit in ("percent", "rupiah") else ""
    assert shown(quantity, unit or "") == (indonesian, english)


def test_a_date_is_shown_as_written() -> None:
    (quantity,) = parse("pada 3 Mei 2025")
    assert shown(quantity) == ("3 Mei 2025", "3 Mei 2025")


def test_numbers_keep_the_decimals_asked_for() -> None:
    assert number(Fraction(394, 18), 1) == ("21,9", "21.9")
    assert number(Fraction(90), 1) == ("90,0", "90.0")
    assert number(Fraction(-13)) == ("-13", "-13")


def test_a_key_in_both_languages() -> None:
    claim = one("Direncanakan 36 kegiatan pada tahun 2025.")
    assert thing(claim) == ("kegiatan, rencana, 2025", "activities, planned, 2025")
    other = replace(claim, measure="kali per bulan", subject="terlambat apel", modality="realised", period=None)
    assert thing(other) == ("kali per bulan terlambat apel", "kali per bulan terlambat apel")  # no mixed English
    assert thing(replace(other, subject="terlambat")).en == "times per month late"


def test_a_word_of_measure_and_subject_is_said_once() -> None:
    claim = replace(one("Direncanakan 36 kegiatan."), modality="realised")
    late = replace(claim, measure="kali per bulan terlambat", subject="terlambat")
    assert thing(late).id == "kali per bulan terlambat"
    assert thing(replace(claim, measure="orang per hari", subject="hari senin")).id == "orang per hari hari senin"
    assert thing(replace(claim, measure="desa", subject="profil desa")).id == "desa profil desa"
