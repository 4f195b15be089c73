"""Stance: of an indicator how well the work goes, of a factor whether it is said to be at work."""

from __future__ import annotations

import pytest
from tagging_books import book, code, shipped, stances, tag

from kualcode.model import Lexicon


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Berkasnya rapi.", "positive"),
        ("Berkasnya tidak rapi.", "negative"),
        ("Berkasnya banyak salah ketik.", "negative"),
        ("Tidak pernah salah ketik.", "positive"),  # a bad thing denied
        ("Nggak ada yang salah ketik.", "positive"),
        ("Jarang salah ketik.", "positive"),
        ("Bukan tak rapi.", "positive"),  # denied twice
        ("Tulisannya tidak terbaca.", "negative"),  # the phrase itself holds the negation
        ("Rapi, tetapi banyak salah ketik.", "mixed"),
        ("Meskipun banyak salah ketik, rapi.", "positive"),
        ("Rapi meskipun banyak salah ketik.", "positive"),
        ("Dulu banyak salah ketik, sekarang rapi.", "positive"),
        ("Dulu banyak salah ketik, sekarang lain.", "positive"),  # now is said to be different
        ("Rapi dan salah ketik.", "mixed"),
        ("Kadang salah ketik.", "negative"),  # seldom bad is still bad, as coders see it
    ],
)
def test_an_indicator(text: str, stance: str) -> None:
    assert stances(text)["MUTU.HAS"] == stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Komputer rusak.", "positive"),
        ("Komputer cukup.", "negative"),
        ("Komputer tidak rusak.", "negative"),
        ("Komputer lancar.", "negative"),  # praise speaks against a hindrance
        ("Komputer lemot.", "positive"),  # general blame speaks for it
        ("Ruangnya sempit.", "positive"),
        ("Tidak ada ruang sempit.", "negative"),
        ("Meskipun komputer rusak, laporan rapi.", "mixed"),  # granted, and said not to matter
        ("Jangan bilang komputer rusak.", "neutral"),
    ],
)
def test_a_hindering_factor(text: str, stance: str) -> None:
    assert stances(text)["ALAT"] == stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Insentif bikin semangat.", "positive"),
        ("Insentif tidak berpengaruh.", "negative"),  # a cue of the code that holds its negation
        ("Insentif bikin orang rajin.", "positive"),  # general praise, unturned
        ("Kami bekerja karena insentif.", "positive"),  # named and not denied
        ("Bukan karena insentif.", "negative"),
    ],
)
def test_a_driving_factor(text: str, stance: str) -> None:
    assert stances(text)["GAJI"] == stance


# ---- what ought to be
@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Seharusnya laporan rapi.", "neutral"),
        ("Semoga laporan rapi.", "neutral"),
        ("Harusnya rapi, laporannya banyak salah ketik.", "negative"),  # a wish, and what happens instead
        ("Laporan harus rapi.", "neutral"),  # asks for what is praised: a wish
        ("Laporan rapi harus dicetak.", "positive"),  # praises, and asks for something else
        ("Laporan harus tidak salah ketik.", "neutral"),
        ("Jangan sampai salah ketik.", "neutral"),
        ("Jangan salah ketik.", "neutral"),  # a ban
    ],
)
def test_a_wish_is_no_finding(text: str, stance: str) -> None:
    assert stances(text)["MUTU.HAS"] == stance


def test_a_demand_that_speaks_against_a_hindrance_is_a_wish() -> None:
    hours = book(code("JAM", direction="hindering", phrases="jam kerja", bad="disiplin"))
    assert stances("Pegawai harus disiplin pada jam kerja.", codebook=hours) == {"JAM": "neutral"}
    assert stances("Pegawai disiplin pada jam kerja.", codebook=hours) == {"JAM": "negative"}


def test_must_with_something_bad_reports() -> None:
    """Nobody demands lateness: "harus" says what happens."""
    assert stances("Orang harus telat karena antre.")["WAKTU"] == "negative"


def test_a_must_that_is_denied_is_no_wish() -> None:
    assert stances("Laporan tidak harus rapi.")["MUTU.HAS"] == "negative"


# ---- what the stance rests on
def rule(text: str, code_id: str) -> str:
    return next(made.reason.stance_rule for made in tag(text) if made.code == code_id)


@pytest.mark.parametrize(
    ("text", "code_id", "expected"),
    [
        ("Berkasnya rapi.", "MUTU.HAS", "cue"),
        ("Komputer lancar dan bagus.", "ALAT", "valence"),
        ("Bukan karena insentif.", "GAJI", "negated"),
        ("Kami bekerja karena insentif.", "GAJI", "default"),
        ("Seharusnya laporan rapi.", "MUTU.HAS", "norm"),
        ("Dulu banyak salah ketik, sekarang lain.", "MUTU.HAS", "past"),
        ("Meskipun komputer rusak, laporan rapi.", "ALAT", "conceded"),
    ],
)
def test_the_rule_is_named(text: str, code_id: str, expected: str) -> None:
    assert rule(text, code_id) == expected


def test_cues_of_the_code_outrank_general_words() -> None:
    """ "macet" blames in general; the code's own "cukup" decides."""
    assert stances("Komputer cukup walau jalan macet.")["ALAT"] == "negative"


def test_a_cue_that_negates_another_cue_counts_once() -> None:
    """ "kurang" says that tools lack; in "kurang sempit" it only negates."""
    assert stances("Komputer dan printer kurang sempit.")["ALAT"] == "negative"


def test_a_negation_inside_another_codes_phrase_still_turns_this_codes_cue() -> None:
    both = book(code("A", phrases="jam kerja", good="disiplin"), code("B", phrases="pegawai kurang"))
    assert stances("Pada jam kerja disiplin pegawai kurang.", codebook=both)["A"] == "negative"


def test_a_word_that_is_itself_the_matter_appraises_nothing() -> None:
    """A code on complaints is not negative because someone complains."""
    complaints = book(code("KELUH", phrases="kotak saran", colloquial="komplain", good="dijawab"))
    assert stances("Ada komplain di kotak saran.", codebook=complaints) == {"KELUH": "neutral"}
    assert stances("Komplain di kotak saran dijawab.", codebook=complaints) == {"KELUH": "positive"}


def test_the_reach_of_a_negation_is_the_codebooks() -> None:
    codes = (code("A", lemmas="rapi", good="rapi"),)
    for tokens, stance in ((2, "positive"), (3, "negative")):
        lexicon = Lexicon(negation=("tidak",), negation_scope_tokens=tokens)
        assert stances("Tidak di situ rapi.", codebook=book(*codes, lexicon=lexicon)) == {"A": stance}


@pytest.mark.parametrize(
    ("text", "code_id", "stance"),
    [
        ("Honestly the workload is manageable.", "DEM.WL", "negative"),
        ("I have far too much work in the queue.", "DEM.WL", "positive"),
        ("Nobody ever asked me to micromanage.", "RES.AUT", "positive"),
    ],
)
def test_the_english_codebook_needs_nothing_else(text: str, code_id: str, stance: str) -> None:
    assert stances(text, codebook=shipped("remote-work"))[code_id] == stance
