"""What makes two figures of one thing: measures and subjects in other words, periods, and the lists behind them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from claims_values import one

from kualcode.analysis.claims.keys import holds, is_read, key
from kualcode.analysis.claims.reading import read
from kualcode.analysis.claims.words import lexicon


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        ("2025", "2025", True),
        ("2025", "2025-03", True),
        ("2025", "2025-03-01", True),
        ("2025-03", "2025", False),
        ("2021-2026", "2024", True),
        ("2024", "2021-2026", False),
        ("2021/2026", "2021-2026", True),
        ("2026-01/2026-03", "2026-02", True),
        ("2026-01/2026-03", "2026-04", False),
        ("2025", "tahun lalu", False),
        ("O-1", "O-1", False),
    ],
)
def test_a_period_within_another(outer: str, inner: str, expected: bool) -> None:
    assert holds(outer, inner) is expected


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2025", True),
        ("2026-02", True),
        ("2026-01/2026-03", True),
        ("tahun lalu", False),
        ("1/2/3", False),
        (None, False),
    ],
)
def test_periods_that_can_be_read(period: str | None, expected: bool) -> None:
    assert is_read(period) is expected


@pytest.mark.parametrize(
    ("one_way", "other"),
    [
        ("Komputer yang rusak ada 2.", "Ada 2 komputer yang mati."),
        ("Anggaran terserap 80%.", "Dana terpakai 80%."),
        ("Pegawai yang terlambat ada 5.", "Ada 5 karyawan telat."),
    ],
)
def test_synonyms(one_way: str, other: str) -> None:
    assert key(one(one_way)) == key(one(other)) is not None


def test_units_of_size_and_time_keep_figures_apart() -> None:
    claim = one("Perbaikan jalan desa 40 meter.")
    assert key(claim) != key(one("Perbaikan jalan desa 40 hari."))


def test_a_measure_typed_with_its_subject_is_the_same_thing() -> None:
    """Also its unit follows what it counts: a person who writes "kali" over "orang" need not say so twice."""
    said = one("Yang terlambat itu paling dua tiga orang dalam sebulan.")
    typed = replace(said, measure="kali per bulan terlambat")
    table = replace(said, measure="kali per bulan", unit="kali", period="2026-01/2026-03")
    assert key(typed) == key(table) != key(said)


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_word_of_the_lists_is_as_the_reader_has_it(language: str) -> None:
    """A word in another spelling, or no root, would never be found. "All" is matched as written."""
    lex = lexicon(language)
    wrong = [
        (section, word)
        for section, phrases in lex.sections.items()
        if section not in ("all", "english")
        for entries in phrases.by_first.values()
        for form, _ in entries
        for word in form
        if (lex.language.lemma(word[1:]) != word[1:] if word.startswith("~") else lex.language.norm(word) != word)
    ]
    assert wrong == []


def test_both_languages_have_the_same_sections() -> None:
    assert lexicon("id").sections.keys() - {"english", "there_are"} <= lexicon("en").sections.keys()


def test_a_language_without_lists() -> None:
    lex = lexicon("jv")
    assert lex.sections == {}
    assert not lex["noun"].heads


def test_the_key_of_a_share_does_not_hang_on_where_its_words_stand() -> None:
    (share,) = read("Realisasi perekaman KTP-el mencapai 118 persen dari target.", code="X")
    written = replace(share, measure="persen capaian perekaman ktp-el jiwa", subject="")
    assert key(written) == key(share)
    assert key(replace(share, subject="penerbitan akta")) != key(share)
