"""A suggestion's reason as a sentence in both languages; only words of the source stand in quotation marks."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tagging_books import OFFICE, book, code, shipped, tag

from kualcode.errors import Bi
from kualcode.model import Codebook
from kualcode.tagging.explain import sentence

MADRASAH = book(
    code("A", phrases="jam karet", colloquial="lelet", hints="kantor, telat", dialects=(("banjar", ("lakas",)),)),
    code("B", parent="A", lemmas="=laporan, lambat"),
)


def told(text: str, question: str = "", codebook: Codebook = OFFICE, of: str | None = None) -> Bi:
    """The sentence for the first suggestion, or that of one code."""
    made = next(s for s in tag(text, question, codebook) if of in (None, s.code))
    return sentence(f"{question}\n{text}" if question else text, made.code, made.stance, made.reason, codebook)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Laporan.", "the word “Laporan”"),
        ("Kelambatannya parah.", "the word “Kelambatannya” (root: lambat)"),
        ("Jam  karet.", "the phrase “Jam karet”"),
        ("Lelet.", "the spoken form “Lelet”"),
        ("Lakas.", "the dialect form “Lakas”"),
        ("Kantornya telat.", "the hint “Kantornya” (root: kantor) and “telat”"),
        ("Jam karet di kantor.", "the phrase “Jam karet” and the hint “kantor”"),
    ],
)
def test_each_kind_of_term_is_named(text: str, why: str) -> None:
    assert f"is suggested because of {why}; its stance is" in told(text, codebook=MADRASAH).en


@pytest.mark.parametrize(
    ("text", "question", "because"),
    [
        ("Rapi.", "", ("ada “Rapi”", "it holds “Rapi”")),
        ("Tidak rapi.", "", ("ada “rapi”, dibalik oleh “Tidak”", "it holds “rapi”, turned round by “Tidak”")),
        (
            "Rapi, tapi salah ketik.",
            "",
            (
                "ada “Rapi”, “salah”, dan “tapi” membagi kalimat menjadi dua",
                "it holds “Rapi”, “salah”, and “tapi” parts the sentence in two",
            ),
        ),
        ("Ruang sempit, untung bagus.", "", ("ada “sempit”", "it holds “sempit”")),
        ("Komputer bagus.", "", ("ada penilaian umum “bagus”", "it holds the general appraisal “bagus”")),
        ("Kami ada karena insentif.", "", ("faktor itu disebut tanpa dibantah", "the factor is named and not denied")),
        ("Bukan karena insentif.", "", ("hal itu diingkari dengan “Bukan”", "it is negated by “Bukan”")),
        (
            "Harusnya rapi.",
            "",
            (
                "“Harusnya” menyatakan yang seharusnya, bukan yang terjadi",
                "“Harusnya” says what ought to be, not what is",
            ),
        ),
        (
            "Dulu salah ketik, sekarang lain.",
            "",
            (
                "“salah” berlaku dulu dan “sekarang” menandai keadaan yang berbeda",
                "“salah” held before and “sekarang” marks a different state",
            ),
        ),
        (
            "Meskipun ruang sempit, laporan rapi.",
            "ALAT",
            (
                "“sempit” diakui setelah “Meskipun”, tetapi induk kalimatnya mengatakan hal lain",
                "“sempit” is granted after “Meskipun”, while the main clause says otherwise",
            ),
        ),
    ],
)
def test_each_rule_of_stance_is_said(text: str, question: str, because: tuple[str, str]) -> None:
    found = told(text, of=question or None)
    assert found.id.endswith(f" karena {because[0]}.")
    assert found.en.endswith(f" because {because[1]}.")


def test_an_indicator_without_appraisal() -> None:
    found = told("Jam karet.", codebook=MADRASAH)
    assert found.id == (
        "Diusulkan A (Nama A) karena frasa “Jam karet”; sikapnya netral karena tidak ada penilaian di dalamnya."
    )
    assert found.en == (
        "A (Name A) is suggested because of the phrase “Jam karet”; its stance is neutral because it "
        "holds no appraisal."
    )


def test_a_code_that_the_question_lends() -> None:
    question = "Apakah komputer sering rusak, Pak?"
    assert told("Masih ada.", question).id == (
        "Diusulkan ALAT (Nama ALAT) karena pertanyaannya menyebut “komputer” dan jawaban ini tidak dapat berdiri "
        "sendiri; sikapnya positif (hambatan ini memang ada) karena jawaban tidak membantah isi pertanyaan."
    )
    assert told("Tidak ada, Mas.", question).en == (
        "ALAT (Name ALAT) is suggested because of its question, which names “komputer”, as this answer cannot stand "
        "alone; its stance is negative (this hindrance is denied) because the answer denies (“Tidak ada”) what was "
        "asked."
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ruang sempit.", "positive (this hindrance is said to be at work)"),
        ("Tidak ada ruang sempit.", "negative (this hindrance is denied)"),
        ("Meskipun ruang sempit, laporan rapi.", "mixed (this hindrance is both claimed and denied)"),
        ("Semoga bukan ruang sempit.", "neutral (this hindrance is neither claimed nor denied)"),
    ],
)
def test_the_stance_of_a_factor_is_put_in_words(text: str, shown: str) -> None:
    assert f"its stance is {shown} because" in told(text, of="ALAT").en


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Insentif bikin semangat.", "positif (pendorong ini memang ada)"),
        ("Insentif tidak berpengaruh.", "negatif (pendorong ini dibantah)"),
        ("Semoga insentif bikin semangat.", "netral (pendorong ini tidak diakui dan tidak dibantah)"),
    ],
)
def test_the_stance_of_a_driver_is_put_in_words(text: str, shown: str) -> None:
    assert f"sikapnya {shown} karena" in told(text, of="GAJI").id


def test_a_root_is_only_called_so_where_it_is_one() -> None:
    swamped = book(code("A", hints="kewalahan, lembur"))
    assert "“Walah” (istilah buku kode: kewalahan)" in told("Walah, lembur.", codebook=swamped).id
    assert "“Walah” (codebook term: kewalahan)" in told("Walah, lembur.", codebook=swamped).en


def test_a_result_below_its_target_is_said_with_both_figures() -> None:
    text = "Target 95 persen, tercapai 82 persen."
    assert told(text, codebook=shipped("asn-kinerja")).id.endswith(
        "sikapnya negatif karena capaian “82 persen” di bawah target “95 persen”."
    )
    met = "Target 95 persen, tercapai 97 persen."
    assert told(met, codebook=shipped("asn-kinerja")).en.endswith(
        "its stance is positive because the result “97 persen” is not below target “95 persen”."
    )


def test_a_word_is_quoted_once_however_often_it_stands() -> None:
    assert told("Telat. ") != told("Rapi.")
    assert told("Bolos lagi, bolos terus.").id.startswith("Diusulkan HADIR (Nama HADIR) karena kata “Bolos”; ")


def test_a_code_that_the_codebook_lost_is_shown_by_its_id() -> None:
    made = tag("Rapi.")[0]
    assert sentence("Rapi.", "LAMA", made.stance, made.reason, OFFICE).id.startswith("Diusulkan LAMA (LAMA) karena ")


PIECES = st.lists(
    st.sampled_from(
        (
            "rapi",
            "Telat",
            "komputer",
            "rusak",
            "bolos",
            "insentif",
            "tidak",
            "harusnya",
            "tapi",
            "dulu",
            "sekarang",
            "meskipun",
            "{code}",
            "%s",
            "\n",
            ",",
            "\u201cx\u201d",
            "😀",
        )
    ),
    min_size=1,
    max_size=9,
)


@settings(max_examples=150, deadline=None)
@given(PIECES, st.sampled_from(("", "Apakah komputer rusak, Pak?", "Berarti telat ya, Pak?")))
def test_quotation_marks_hold_words_of_the_source_only(pieces: list[str], question: str) -> None:
    text = " ".join(pieces)
    whole = f"{question}\n{text}" if question else text
    for made in tag(text, question):
        for line in sentence(whole, made.code, made.stance, made.reason, OFFICE):
            assert "{" not in line.replace("{code}", "")
            assert line[-1] == "."
            quoted = re.findall("\u201c([^\u201c\u201d]*)\u201d", line)
            assert quoted or made.reason.question is not None
            assert all(word in " ".join(whole.split()) for word in quoted)


def test_a_real_reason_in_an_english_study() -> None:
    book_ = shipped("remote-work")
    assert told("We were swamped.", codebook=book_, of="DEM.WL").en == (
        "DEM.WL (Workload) is suggested because of the spoken form “swamped”; its stance is positive (this hindrance "
        "is said to be at work) because it holds “swamped”."
    )
