"""Roots and standard spellings: the gold lists, the domain traps, and what must hold for any word."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualcode.language.lemma import lemma, norm

DATA = Path(__file__).parents[1] / "data"
Rows = list[dict[str, str]]


def rows(name: str, kind: str) -> Rows:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    table = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
    return [row for row in table if row["kind"] == kind]


def share(table: Rows) -> float:
    return sum(lemma(row["word"]) == row["root"] for row in table) / len(table)


@pytest.mark.parametrize(("kind", "count", "floor"), [("inflected", 237, 0.98), ("colloquial", 18, 1.0)])
def test_gold_words(kind: str, count: int, floor: float) -> None:
    table = rows("lemma_gold.tsv", kind)
    assert len(table) == count
    assert share(table) >= floor


def test_every_trap_of_the_gold_stays_whole() -> None:
    assert [row["word"] for row in rows("lemma_gold.tsv", "trap") if lemma(row["word"]) != row["word"]] == []


@pytest.mark.parametrize(("kind", "count", "floor"), [("formal", 462, 0.96), ("spoken", 270, 0.96)])
def test_further_words(kind: str, count: int, floor: float) -> None:
    table = rows("lemma_extra.tsv", kind)
    assert len(table) == count
    assert share(table) >= floor


@pytest.mark.parametrize(
    ("kind", "count", "floor"), [("inflected", 180, 0.9), ("colloquial", 70, 0.7), ("trap", 40, 1.0)]
)
def test_words_of_an_independent_hand(kind: str, count: int, floor: float) -> None:
    table = rows("lemma_independent.tsv", kind)
    assert len(table) == count
    assert share(table) >= floor


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("kinerja", "kinerja"),
        ("Pegawai-pegawainya", "pegawai"),
        ("perbaiki", "baik"),
        ("kesesuaian", "sesuai"),
        ("merapikan", "rapi"),
        ("kerusakan", "rusak"),
        ("tumpukan", "tumpuk"),
        ("pengaruh", "pengaruh"),
        ("kecamatan", "kecamatan"),
        ("di-upload", "upload"),
        ("mengupload", "upload"),
        ("nge-print", "print"),
        ("SPJ-nya", "spj"),
        ("dikalibrasi", "kalibrasi"),
        ("dinomorduakan", "nomordua"),
        ("kemerah-merahan", "merah"),
        ("berlari-lari", "lari"),
        ("tolong-menolong", "tolong"),
        ("kuotanya", "kuota"),
        ("ngeforwardin", "forward"),
        ("ke-3", "ke-3"),
        ("e-Kinerja", "e-kinerja"),
        ("non-ASN", "non-asn"),
    ],
)
def test_roots_of_the_field(word: str, root: str) -> None:
    assert lemma(word) == root


@pytest.mark.parametrize(
    ("word", "standard"),
    [
        ("udah", "sudah"),
        ("nggak", "tidak"),
        ("gak", "tidak"),
        ("ndak", "tidak"),
        ("kalo", "kalau"),
        ("yg", "yang"),
        ("dgn", "dengan"),
        ("tdk", "tidak"),
        ("bgt", "banget"),
        ("pekerjaannya", "pekerjaan"),
        ("diselesaikan", "diselesaikan"),
        ("nunggu", "menunggu"),
        ("ngerjain", "mengerjakan"),
        ("masukin", "masukkan"),
        ("dateng", "datang"),
        ("kepake", "terpakai"),
        ("atasanku", "atasan"),
        ("temen-temennya", "teman-teman"),
        ("di-upload", "diupload"),
        ("langkah", "langkah"),
        ("masalah", "masalah"),
        ("buku", "buku"),
        ("hanya", "hanya"),
    ],
)
def test_standard_spelling(word: str, standard: str) -> None:
    assert norm(word) == standard


@pytest.mark.parametrize("word", ["paket", "konten", "menu", "Made", "dek", "lele", "mail", "angket"])
def test_short_and_borrowed_words_are_not_taken_for_speech(word: str) -> None:
    assert norm(word) == word.lower()


@given(st.text(min_size=1, max_size=20) | st.text(alphabet="aeinkgmyspdt-", min_size=1, max_size=14))
def test_any_word_has_a_root_and_case_does_not_matter(word: str) -> None:
    assert lemma(word)
    assert norm(word)
    if word.upper().lower() == word.lower():
        assert lemma(word.upper()) == lemma(word.lower())


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("tukin", "tukin"),  # an abbreviation, not "tuk" with -in
        ("Tukinnya", "tukin"),
        ("nyangkut", "nyangkut"),  # stuck; "menyangkut" is "concerning"
        ("menyangkut", "sangkut"),
        ("ditungguin", "tunggu"),
    ],
)
def test_words_that_look_like_another_word_in_speech_stay_themselves(word: str, root: str) -> None:
    assert lemma(word) == root


def test_to_be_watched_over_is_not_to_be_awaited() -> None:
    assert norm("ditungguin") == "ditunggui"
    assert norm("ditunggu") == "ditunggu"
    assert norm("kececer") == "tercecer"
