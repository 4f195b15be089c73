"""Aspects of codes clause by clause: their direction, and the technique that is credited."""

from __future__ import annotations

import pytest
from draft_values import BOOK, SCALE, SCOPES, line

from kualcode.analysis.drafts.aspects import Aspects
from kualcode.analysis.evidence import Technique
from kualcode.analysis.statements import Attribution

ASPECTS = Aspects(BOOK, SCOPES, SCALE, lambda words: [])


def read(text: str, *techniques: Technique) -> list[tuple[str, str, str, str]]:
    """Code, aspect, stance and technique of each reading."""
    found = ASPECTS.of(line(text), Attribution(techniques))
    return [(one.code, one.facet, one.stance, one.technique) for one in found]


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Pegawai membantu rekan yang terbebani.", ("EFEK.TUP", "bantu_rekan", "positive")),
        ("Ada yang meminta orang lain mengerjakan tugasnya.", ("FH.KWJ", "lempar_tugas", "positive")),
        ("Perangkat TI di semua bidang, juga di sini, membantu pegawai.", ("EFEK.SDT", "ti_membantu", "positive")),
        ("Ia memakai komputer lama.", ("FH.SAR", "komputer_lama", "positive")),
        ("Ruang kerja tidak sempit.", ("FH.SAR", "ruang_sempit", "negative")),
        ("Ruang kerja kurang memadai.", ("FH.SAR", "ruang_sempit", "positive")),
        ("Pendidikan pegawai sesuai dengan bidangnya.", ("FD.PDD", "kesesuaian_bidang", "positive")),
        ("Pendidikan pegawai tidak sesuai.", ("FD.PDD", "kesesuaian_bidang", "negative")),
    ],
)
def test_an_aspect_holds_where_its_two_words_stand_near(text: str, reading: tuple[str, str, str]) -> None:
    assert [found[:3] for found in read(text)] == [reading]


def test_words_of_two_clauses_do_not_meet() -> None:
    assert read("Komputer dipakai bersama, sedangkan map lama disimpan.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Ruang kerja di lantai dua gedung lama milik kantor itu tampak sempit.",
        "Ruang kerja ada di lantai dua; lorongnya sempit.",
        "Perangkat TI di bidang satu, dua, tiga, empat, dan lima yang dibeli tahun lalu membantu pegawai.",
    ],
)
def test_words_too_far_apart_do_not_meet(text: str) -> None:
    assert [found for found in read(text) if found[1] in ("ruang_sempit", "ti_membantu")] == []


def test_what_is_asked_for_is_not_reported() -> None:
    assert read("Perlu lingkungan kerja yang nyaman.") == []


def test_each_clause_has_the_technique_that_it_credits() -> None:
    text = (
        "Hasil wawancara menyebut ruang kerja sempit, sedangkan hasil observasi menunjukkan ruang kerja tidak sempit."
    )
    assert [found[2:] for found in read(text)] == [("positive", "interview"), ("negative", "observation")]


def test_a_clause_without_a_source_has_that_of_its_sentence() -> None:
    assert read("Ruang kerja sempit.", "observation")[0][3] == "observation"
    assert read("Ruang kerja sempit.", "interview", "observation")[0][3] == ""
