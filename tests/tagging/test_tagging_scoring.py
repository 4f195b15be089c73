"""How sure, how strong, and whether a cause is said."""

from __future__ import annotations

import pytest
from tagging_books import OFFICE, book, code, shipped, tag

from kualcode.model import Code, Suggestion
from kualcode.tagging.scoring import MAX_CODES, SHOWN_FROM


def of(code_id: str, made: list[Suggestion]) -> Suggestion:
    return next(one for one in made if one.code == code_id)


# ---- confidence
def sure(text: str, made: Code) -> float:
    """Confidence of a code for a text."""
    return of(made.id, tag(text, codebook=book(made))).confidence


def test_more_terms_make_surer_up_to_a_limit() -> None:
    late = code("A", phrases="jam karet", lemmas="telat, lambat, molor", good="telat")
    one, two, many = (
        sure(text, late) for text in ("Jam karet.", "Jam karet, telat.", "Jam karet, telat, lambat, molor.")
    )
    assert one < two < many <= 0.95
    assert sure("Telat, lambat.", late) < sure("Telat, lambat, molor.", late) == 0.92
    assert sure("Telat, lambat, molor, ngaret.", code("A", lemmas="telat, lambat, molor, ngaret")) == 0.92


def test_a_hint_beside_a_term_makes_surer() -> None:
    assert sure("Jam karet di kantor.", code("A", phrases="jam karet", hints="kantor")) > sure(
        "Jam karet di kantor.", code("A", phrases="jam karet")
    )


def test_two_hints_are_less_sure_than_a_term() -> None:
    assert (
        SHOWN_FROM
        <= sure("Kantor telat.", code("A", hints="kantor, telat"))
        < sure("Jam karet.", code("A", phrases="jam karet"))
    )


def test_a_lone_root_without_appraisal_is_not_suggested() -> None:
    """ "tunjangan" is named far more often than it is the matter; with a cue or a stated effect it is."""
    assert tag("Insentif dibayar hari Senin.") == []
    assert [s.code for s in tag("Insentif bikin semangat.")] == ["GAJI"]
    assert [s.code for s in tag("Kami rajin karena insentif.")] == ["GAJI"]
    assert [s.code for s in tag("Insentif, Pak.", "Apa yang mendorong pegawai bekerja, Pak?")] == ["GAJI"]


def test_a_wish_is_less_sure_than_a_fact() -> None:
    assert of("MUTU.HAS", tag("Seharusnya rapi.")).confidence < of("MUTU.HAS", tag("Rapi.")).confidence


@pytest.mark.parametrize("name", ["asn-kinerja", "remote-work"])
def test_confidence_is_whole_percents_from_the_threshold_to_95(name: str) -> None:
    codebook = shipped(name)
    made = [one for c in codebook.codes for e in c.examples for one in tag(e.text, codebook=codebook)]
    assert made
    for one in made:
        assert SHOWN_FROM <= one.confidence <= 0.95
        assert one.confidence == round(one.confidence, 2)


def test_at_most_three_codes_the_surest_in_codebook_order() -> None:
    names = ("satu", "dua", "tiga", "empat")
    four = book(*(code(f"C{n}", phrases=f"kata {name}") for n, name in enumerate(names)))
    made = tag("kata empat, kata tiga, kata dua, kata satu", codebook=four)
    assert [one.code for one in made] == ["C0", "C1", "C2"]
    assert len(made) == MAX_CODES


# ---- strength
@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Laporannya rapi.", 2),  # direct
        ("Rapi semua, 12 berkas.", 3),  # a figure
        ("Tiga kali salah ketik.", 3),  # counted in words
        ("Salah ketik pada 3 Maret 2026.", 3),  # a date
        ("Pukul 14.20 masih rapi.", 3),
        ("Kemarin salah ketik.", 3),  # one occasion
        ("Misalnya salah ketik di amplop.", 3),
        ("Katanya banyak salah ketik.", 1),  # hearsay
        ("Katanya ada 12 salah ketik.", 1),  # a figure from hearsay stays hearsay
        ("Umumnya rapi.", 1),  # talk in general
        ("Umumnya 9 dari 10 rapi.", 3),
        ("Menurut Pasal 5 harus rapi.", 2),  # a reference is no figure
    ],
)
def test_strength(text: str, strength: int) -> None:
    assert of("MUTU.HAS", tag(text)).strength == strength


def test_figures_are_read_in_the_codebooks_language() -> None:
    english = shipped("remote-work")
    assert of("DEM.WL", tag("I had far too much work, twelve calls.", codebook=english)).strength == 3
    assert of("DEM.WL", tag("I had far too much work.", codebook=english)).strength == 2


# ---- cause
@pytest.mark.parametrize(
    ("text", "question", "causal"),
    [
        ("Komputer rusak.", "", "none"),
        ("Telat karena komputer rusak.", "", "stated"),
        ("Komputer rusak, jadi kami pulang.", "", "stated"),
        ("Komputer rusak menghambat kami.", "", "stated"),
        ("Tahun ini komputer jadi rusak.", "", "none"),  # jadi = become
        ("Komputer rusak.", "Apa hambatannya, Pak?", "implied"),
        ("Komputer rusak.", "Kenapa telat, Pak?", "implied"),
        ("Komputer rusak.", "Bagaimana keadaan kantor, Pak?", "none"),
        ("Telat karena komputer rusak.", "Apa hambatannya, Pak?", "stated"),
    ],
)
def test_a_factor_is_stated_implied_or_only_named(text: str, question: str, causal: str) -> None:
    assert of("ALAT", tag(text, question)).causal == causal


def test_an_indicator_is_no_cause() -> None:
    assert of("MUTU.HAS", tag("Rapi karena dicek.", "Kenapa rapi, Pak?")).causal == "none"


def test_every_suggestion_of_the_office_is_explained_by_its_hits() -> None:
    for one in tag("Komputer rusak, jadi laporan telat."):
        assert all(hit.code == one.code for hit in one.reason.hits)
        assert one.code in OFFICE.by_id
