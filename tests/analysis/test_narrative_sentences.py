"""The sentence on triangulation, in both languages from one record: it names its axis and says no more than it may."""

from __future__ import annotations

from dataclasses import replace

import pytest
from findings_values import BOOK, Made, claim, made, own, said

from kualcode.analysis.evidence import Resolution
from kualcode.analysis.narrative import closing, words
from kualcode.analysis.narrative.verdicts import triangulation
from kualcode.errors import Bi

ASKED = {kind: frozenset({"LAY.CPT"}) for kind in ("interview", "observation", "documentation")}


def told(found: Made, code: str = "LAY.CPT", turn: int | None = 0) -> Bi:
    """The sentence on a code."""
    return triangulation(found.of(code), found.study.axis, found.study.book, turn=turn).text


def test_three_techniques_that_agree() -> None:
    assert told(made(*said("I1+ I2+ I3+ O1+ D1+"))) == Bi(
        "Dalam triangulasi teknik, hasil wawancara, observasi, dan dokumentasi sama-sama menunjukkan bahwa "
        "kecepatan/antrean cenderung baik.",
        "In the triangulation of techniques, all three techniques (interviews, observation and documents) agree that "
        "the picture of speed/queue tends to be good.",
    )


def test_two_that_agree_and_why_the_third_is_silent() -> None:
    evidence = said("I1+ I2+ I3+ D1+")
    silent = {
        "tidak ada data dari observasi": {},
        "tidak ada data dari observasi, padahal pedomannya mencakup hal ini": ASKED,
        "hal ini tidak tercakup dalam pedoman observasi": {**ASKED, "observation": frozenset({"MUTU"})},
    }
    for ending, asked in silent.items():
        spoke = said("O1+", "MUTU")
        assert told(made(*evidence, *spoke, asked=asked)).id.endswith(f"; {ending}.")
    assert told(made(*evidence, *said("O10"))).en.endswith("; the data from observation are descriptive only.")


def test_the_researchers_own_claim_stands_in_the_sentence() -> None:
    found = made(*said("I1+ I2+ I3+ O1+ D1+"), judgements=(own("LAY.CPT", claim="Warga dilayani dengan cepat."),))
    assert told(found).id == (
        "Dalam triangulasi teknik, penilaian dalam wawancara, observasi, dan dokumentasi sama-sama positif. Peneliti "
        "menyimpulkan bahwa warga dilayani dengan cepat."
    )
    assert told(found, turn=None).id == (  # under a heading; her claim is the point that follows
        "Penilaian dalam wawancara, observasi, dan dokumentasi sama-sama positif."
    )
    alone = made(*said("I1- I2- I3-"), judgements=(own("LAY.CPT", claim="Warga dilayani dengan cepat."),))
    assert told(alone).id == (
        "Dalam triangulasi teknik, penilaian hanya ada dalam wawancara (tiga informan, semuanya negatif) sehingga "
        "belum tertriangulasi. Peneliti menyimpulkan bahwa warga dilayani dengan cepat."
    )


def test_groups_agree_on_what_the_evidence_suggests_and_not_on_another_label() -> None:
    evidence = said("I1+ I2+ I3+ O1+ D1+")
    same, other = (made(*evidence, judgements=(own("LAY.CPT", label=label),)) for label in ("baik", "cukup baik"))
    assert "sama-sama menunjukkan bahwa kecepatan/antrean cenderung baik" in told(same).id
    assert told(other).id.endswith("Peneliti menyimpulkan bahwa kecepatan/antrean cenderung cukup baik.")


def test_a_technique_that_gives_figures_only_is_not_without_data() -> None:
    evidence = said("I1+ I2+ I3+ O1+")
    figure = replace(claim(evidence[0], "20 tamu"), id="T", evidence="tabel:berkas/D-2 Buku Tamu.csv:3")
    found = made(*evidence, claims=(claim(evidence[0], "20 tamu"), figure))
    assert told(found).id.endswith("; data dari dokumentasi hanya angka, tanpa pernyataan yang menilai.")
    bare = made(*evidence, claims=(claim(evidence[0], "20 tamu"),))
    assert told(bare).id.endswith("; tidak ada data dari dokumentasi.")


def test_partial_agreement_says_what_is_shared_and_what_differs() -> None:
    found = told(made(*said("I1+ I2+ I3+ O1~")))
    assert found == Bi(
        "Dalam triangulasi teknik, temuan sebagian sejalan: wawancara dan observasi sama-sama memuat penilaian "
        "positif. Perbedaan terdapat pada arah penilaian (wawancara positif dan observasi campuran).",
        "In the triangulation of techniques, the findings agree in part: interviews and observation alike hold "
        "positive views. They differ in which way they lean (interviews positive and observation mixed).",
    )


def test_a_clash_on_an_aspect_is_named_with_its_sides() -> None:
    evidence = [
        *said("I1+ I2+ I3+", facet="loket"),
        *said("I4+ I5+", facet="antrean"),
        *(replace(one, id=f"x{one.id}") for one in said("O1+ O1+ O1+", facet="antrean", turn="")),
        *said("O1-", facet="loket"),
    ]
    assert "aspek loket (observasi dan wawancara)" not in told(made(*evidence)).id
    assert "aspek loket" in told(made(*evidence)).id


def test_prominence_is_a_difference_only_where_it_lowers_an_agreement() -> None:
    every = {"interview": 8, "observation": 1, "documentation": 12}
    told_ = "They differ in how much the matter is spoken of (interviews and documents)."
    voices = "I1+ I2+ I3+ I4+ I5+ I6+"
    assert told(made(*said(f"{voices} D1+"), voices=every)).en.endswith(told_)
    assert "spoken of" not in told(made(*said(f"{voices} D1~"), voices=every)).en


def test_one_technique_is_not_triangulated_and_its_voices_are_counted() -> None:
    assert told(made(*said("I1- I2- I3-"))) == Bi(
        "Dalam triangulasi teknik, kecepatan/antrean cenderung tidak baik; hal ini hanya didukung oleh wawancara "
        "(tiga informan) sehingga belum tertriangulasi.",
        "In the triangulation of techniques, the picture of speed/queue tends to be poor; this rests on interviews "
        "only (three informants) and is not yet triangulated.",
    )


def test_where_voices_are_divided_all_who_take_a_side_are_counted() -> None:
    """Three for, two both ways and two against do not "support" that the matter is in dispute; seven speak of it."""
    found = told(made(*said("I1+ I2+ I3+ I4~ I5~ I6- I7- I80", "HMB.ALT")), "HMB.ALT")
    assert found.id == (
        "Dalam triangulasi teknik, adanya kurangnya alat masih diperdebatkan, dan pengaruhnya terhadap kinerja belum "
        "dinyatakan oleh sumber; penilaian tentang hal ini hanya ada dalam wawancara (delapan informan, tujuh di "
        "antaranya menilai) sehingga belum tertriangulasi."
    )


def test_a_contradiction_is_told_with_the_resolution_as_it_was_written() -> None:
    why = "Camat hanya melihat rekap bulanan, sedangkan petugas mencatat setiap hari."
    decided = Resolution("DISSONANCE", "LAY.CPT", "both_true", why, "Sari", "2026-03-01")
    found = told(made(*said("I1+ I2+ I3+ O1-"), resolutions=(decided,)))
    assert found.id == (
        "Dalam triangulasi teknik, terdapat pertentangan antara wawancara (positif) dan observasi (negatif); peneliti "
        "memandang keduanya benar karena sudut pandangnya berbeda: “Camat hanya melihat rekap bulanan, sedangkan "
        "petugas mencatat setiap hari.” (Sari, 2026-03-01)."
    )
    assert told(made(*said("I1+ I2+ I3+ O1-"))).en.endswith("observation (negative); no conclusion yet.")


def test_a_settled_contradiction_has_a_subject_where_it_has_no_label() -> None:
    why = "Camat hanya melihat rekap bulanan, sedangkan petugas mencatat setiap hari."
    decided = Resolution("DISSONANCE", "LAY.CPT", "both_true", why, "Sari", "2026-03-01")
    found = made(*said("I1+ I2+ I3+ O1-"), resolutions=(decided,))
    assert closing.stated(found.study, found.of("LAY.CPT")).text.id == (
        "Butir simpulan (usulan kalimat): data tentang kecepatan/antrean bertentangan, dan peneliti sudah memutuskan "
        "pertentangannya (triangulasi teknik, 2 dari 3)."
    )


def test_descriptive_data_are_counted_and_not_judged() -> None:
    evidence = said("I10 I20 O10 D10")
    found = told(made(*evidence, claims=(claim(evidence[0], "20 tamu"), claim(evidence[3], "20 tamu"))))
    assert found == Bi(
        "Dalam triangulasi teknik, data bersifat deskriptif: dua informan, satu catatan observasi, dan satu dokumen "
        "menyebut hal ini; angkanya tentang tamu per hari.",
        "In the triangulation of techniques, the data are descriptive: two informants, one observation record and one "
        "document mention it; figures are given on visitors per day.",
    )


def test_factors_are_supported_denied_or_found_as_conditions() -> None:
    stated = [replace(one, causal="stated") for one in said("I1+ I2+ I3+ O1+", "HMB.ALT")]
    assert told(made(*stated), "HMB.ALT").en.endswith(
        "agree that the factor “lack of tools” is at work as a hindering factor; no data come from documents."
    )
    condition = told(made(*said("I1+ I2+ I3+ O1+", "HMB.ALT")), "HMB.ALT")
    assert "kurangnya alat ditemukan di lapangan, tetapi pengaruhnya terhadap kinerja belum" in condition.id
    denied = told(made(*said("I1- I2- I3- O1-", "DRG.TIM")), "DRG.TIM")
    assert "kerja tim dibantah sebagai faktor pendorong" in denied.id


def test_another_axis_is_named_where_the_design_chooses_it() -> None:
    evidence = [*said("I1+ I2+", role_group="pimpinan"), *said("I3+ I4+", role_group="staf")]
    found = told(made(*evidence, design=("sumber",)))
    assert found == Bi(
        "Dalam triangulasi sumber, unsur pimpinan dan unsur staf sama-sama menyatakan bahwa kecepatan/antrean "
        "cenderung baik.",
        "In the triangulation of sources, the leadership group and the staff group agree that the picture of "
        "speed/queue tends to be good.",
    )
    dated = [*said("I1+ I2+", date="2026-02-09"), *said("I3+ I4+", date="2026-03-10")]
    timed = told(made(*dated, design=("waktu",)))
    assert timed.id.startswith("Dalam triangulasi waktu, data 9 Februari 2026 dan data 10 Maret 2026 sama-sama")


def test_openings_take_turns_and_mean_the_same() -> None:
    found = made(*said("I1+ I2+ I3+ O1+ D1+"))
    openings = {told(found, turn=turn).id.partition(",")[0] for turn in range(6)}
    assert len(openings) == 3
    assert all("triangulasi teknik" in opening for opening in openings)
    assert told(found, turn=None).id.startswith("Hasil wawancara")


def test_a_parent_is_told_with_what_lowered_it() -> None:
    found = told(made(*said("I1+ I2+ I3+ O1+ D1+"), *said("I1+ I2+", "LAY.RMH")), "LAY")
    assert found.id.endswith("Perbedaan terdapat pada bagian di bawahnya (keramahan).")


def test_many_who_are_reported_as_one_are_not_counted_as_persons() -> None:
    joint = [replace(one, aggregate=True, informant=None) for one in said("I1+")]
    found = told(made(*joint, *said("I2+ I3+")))
    assert found.en.endswith(
        "this rests on interviews only (two informants and a joint account without names) and is not yet triangulated."
    )


# ---------------------------------------------------------------- words
@pytest.mark.parametrize(
    ("n", "indonesian", "english"),
    [
        (0, "nol", "zero"),
        (1, "satu", "one"),
        (11, "sebelas", "11"),
        (12, "dua belas", "12"),
        (20, "dua puluh", "20"),
        (21, "21", "21"),
        (90, "sembilan puluh", "90"),
        (100, "100", "100"),
    ],
)
def test_numbers_follow_the_spelling_rules(n: int, indonesian: str, english: str) -> None:
    assert words.number(n) == Bi(indonesian, english)


def test_one_person_is_seorang() -> None:
    assert words.voices("interview", 1) == Bi("seorang informan", "one informant")
    assert words.voices("documentation", 1) == Bi("satu dokumen", "one document")
    assert words.voices("", 2) == Bi("dua sumber", "two sources")


def test_lists_have_the_comma_of_their_language() -> None:
    assert words.plain(["a", "b", "c"]) == Bi("a, b, dan c", "a, b and c")
    assert words.plain(["a", "b"]) == Bi("a dan b", "a and b")
    assert words.plain([]) == Bi("", "")


def test_a_sentence_becomes_a_clause_but_names_keep_their_capital() -> None:
    assert words.clause(Bi("Warga puas.", "A guest waits.")) == Bi("warga puas", "a guest waits")
    assert words.clause(Bi("TI membantu", "IT helps")) == Bi("TI membantu", "IT helps")
    assert words.clause(Bi("Telaga Merbau ramai.", "Telaga Merbau is busy.")).id == "Telaga Merbau ramai"


def test_names_of_codes_stand_without_blanks_around_a_slash() -> None:
    assert words.title(BOOK.by_id["LAY.CPT"]) == Bi("Kecepatan/antrean", "Speed/queue")
    assert words.name(BOOK.by_id["LAY.CPT"]) == Bi("kecepatan/antrean", "speed/queue")


def test_ordinals_go_on_as_figures() -> None:
    assert words.ordinal(2) == Bi("Kedua", "Second")
    assert words.ordinal(9) == Bi("Ke-9", "Number 9")
