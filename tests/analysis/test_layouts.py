"""L1 in the form of theses, for each axis, and the summary: what is in the cells, and to which quotes they open."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from layouts_cases import CODES, book, case, code, opened, row, run, said, seen, written

from kualcode.analysis.evidence import Case
from kualcode.analysis.layouts import techniques as layouts
from kualcode.document import Matrix
from kualcode.errors import Bi


def l1(study: Case, axis: str = "technique") -> Matrix:
    """L1 of a case."""
    return layouts.technique(study, run(study, axis))


def summary(study: Case) -> Matrix:
    """The summary of a case."""
    return layouts.summary(study, run(study))


# ---------------------------------------------------------------- L1
def test_a_row_a_code_with_a_column_a_technique() -> None:
    made = l1(case(said(1, "LAY.CPT", "positive"), seen(2, "LAY.CPT", "positive")))
    assert [column.id for column in made.columns] == [
        "No",
        "Indikator/Aspek",
        "Wawancara",
        "Observasi",
        "Dokumentasi",
        "Kesimpulan",
    ]
    assert [cells[0].text for cells in made.rows] == ["1", "1.1", "1.2", "2", "2.1"]
    assert row(made, "LAY.CPT") == {
        "No": "1.1",
        "Indikator/Aspek": "LAY.CPT Kecepatan",
        "Wawancara": "positif (1 informan)",
        "Observasi": "positif (1 sesi)",
        "Dokumentasi": "tidak ada data",
        "Kesimpulan": "Sejalan (2 dari 3 teknik)\nKategori: baik\n(ukuran: SOP 15 menit)\nDapat dinyatakan",
    }
    assert row(made, "LAY.CPT", "en")["Conclusion"] == (
        "In agreement (2 of 3 techniques)\nCategory: good\n(criterion: SOP of 15 minutes)\nMay be stated"
    )


def test_voices_are_counted_by_how_they_lean_and_never_averaged() -> None:
    study = case(
        *(said(n, "LAY.RMH", "positive", f"I-0{n}") for n in range(1, 5)),
        said(5, "LAY.RMH", "negative", "I-05"),
        said(6, "LAY.RMH", "neutral", "I-06"),
        said(7, "LAY.RMH", "mixed", "I-07"),
        seen(8, "LAY.RMH", "positive"),
    )
    cells = row(l1(study), "LAY.RMH")
    assert cells["Wawancara"] == "positif (7 informan: 4 positif, 1 campuran, 1 negatif, 1 netral)"
    assert str(cells["Kesimpulan"]).split("\n") == [
        "Sejalan (2 dari 3 teknik)",
        "Suara berbeda: I-05",
        "Arah temuan: cukup baik",
        "Dapat dinyatakan dengan catatan",
    ]


def test_many_reported_as_one_are_told_apart_from_informants() -> None:
    whole = said(2, "LAY.RMH", "positive", aggregate=True)
    assert row(l1(case(whole)), "LAY.RMH")["Wawancara"] == "positif (1 laporan agregat)"
    both = l1(case(said(1, "LAY.RMH", "positive"), whole))
    assert row(both, "LAY.RMH")["Wawancara"] == "positif (1 informan + 1 laporan agregat)"
    assert row(both, "LAY.RMH", "en")["Interview"] == "positive (1 informant + 1 aggregate report)"


def test_gists_that_a_person_typed_stand_before_facets() -> None:
    facets = [
        said(1, "LAY.RMH", "positive", facet="nada_bicara"),
        said(2, "LAY.RMH", "positive", facet="sapaan"),
        said(3, "LAY.RMH", "positive", facet="senyum_petugas"),
    ]
    assert row(l1(case(*facets)), "LAY.RMH")["Wawancara"] == (
        "positif (1 informan)\naspek: Sapaan, Nada bicara, senyum petugas"
    )
    many = [said(n, "LAY.RMH", "positive", facet=f"z_{n}") for n in range(4, 7)]
    assert row(l1(case(*facets, *many)), "LAY.RMH", "en")["Interview"] == (
        "positive (1 informant)\naspects: Greeting, Tone of voice, senyum petugas, z 4, and 2 more"
    )
    gists = [said(n, "LAY.RMH", "positive", gist=f"inti {n % 4} {{x}}") for n in range(4, 10)]
    assert row(l1(case(*facets, *gists)), "LAY.RMH")["Wawancara"] == (
        "positif (1 informan)\ninti 0 {x}; inti 1 {x}; inti 2 {x}; dan 1 lagi"
    )


def test_silence_is_told_apart() -> None:
    study = case(
        said(1, "LAY.RMH", "positive"),
        seen(2, "LAY.CPT", "positive"),
        asked={"interview": frozenset({"LAY.RMH"}), "observation": frozenset({"LAY.RMH"})},
    )
    made = l1(study)
    assert row(made, "LAY.RMH")["Observasi"] == "tidak ada data, padahal ditanyakan"
    assert row(made, "LAY.CPT")["Wawancara"] == "tidak ditanyakan"
    assert row(made, "LAY.CPT")["Dokumentasi"] == "tidak ada data"
    assert any(note.id.startswith("Tidak ditanyakan: ") for note in made.notes)
    assert not any(note.id.startswith("Tidak ditanyakan: ") for note in l1(case(seen(1, "LAY.CPT", "mixed"))).notes)


def test_where_no_side_prevails_both_camps_are_named_and_where_facets_clash_the_facet() -> None:
    study = case(
        said(1, "LAY.RMH", "positive", facet="sapaan"),
        said(2, "LAY.RMH", "negative", facet="nada_bicara"),
        written(3, "LAY.RMH", "negative", facet="sapaan", doc_id="dokumentasi/D-4 Kotak Saran.xlsx"),
        written(4, "LAY.RMH", "positive", facet="nada_bicara"),
        said(5, "LAY.RMH", "negative", "I-02", facet="sapaan"),
    )
    lines = str(row(l1(study), "LAY.RMH")["Kesimpulan"]).split("\n")
    assert "Berbeda pada aspek: Nada bicara" in lines
    assert "Tidak ada arah yang menonjol; negatif I-02" in lines
    mixed = case(said(1, "LAY.RMH", "mixed"), seen(2, "LAY.RMH", "mixed"))
    assert "menonjol" not in str(row(l1(mixed), "LAY.RMH")["Kesimpulan"])
    divided = case(
        said(1, "LAY.RMH", "positive"),
        written(2, "LAY.RMH", "negative", doc_id="dokumentasi/D-4 Kotak Saran.xlsx"),
    )
    lines = str(row(l1(divided), "LAY.RMH")["Kesimpulan"]).split("\n")
    assert lines == ["Bertentangan (2 dari 3 teknik)", "Terbelah: positif I-01; negatif D-4", "Belum dapat disimpulkan"]
    judged = case(said(1, "LAY.CPT", "positive"), seen(2, "LAY.CPT", "negative"))
    assert "ukuran" not in str(row(l1(judged), "LAY.CPT")["Kesimpulan"])


def test_a_parent_says_which_child_lowers_it_and_opens_to_its_own_statements_only() -> None:
    study = case(
        said(1, "LAY", "positive"),
        said(2, "LAY.CPT", "positive"),
        written(3, "LAY.CPT", "positive"),
        said(4, "LAY.RMH", "positive"),
    )
    made = l1(study)
    assert "Diturunkan oleh: LAY.RMH" in str(row(made, "LAY")["Kesimpulan"])
    assert opened(made, "LAY", "Wawancara") == ["E1"]
    assert opened(made, "LAY.CPT", "Wawancara") == ["E2"]


def test_a_factor_is_supported_or_denied_and_has_a_status_for_a_label() -> None:
    made = l1(
        case(
            said(1, "HMB.ALT", "positive"),
            said(2, "HMB.ALT", "mixed", "I-02"),
            seen(3, "HMB.ALT", "positive"),
        )
    )
    cells = row(made, "HMB.ALT")
    assert cells["Wawancara"] == "mendukung adanya faktor (2 informan: 1 mendukung, 1 keduanya)"
    assert "Status faktor: terdukung; pengaruhnya terhadap kinerja belum dinyatakan oleh sumber" in str(
        cells["Kesimpulan"]
    )
    stated = l1(case(said(1, "HMB.ALT", "negative", causal="stated"), seen(2, "HMB.ALT", "negative")))
    assert "Status faktor: terbantah\n" in str(row(stated, "HMB.ALT")["Kesimpulan"])
    assert row(made, "HMB")["Kesimpulan"] == ""
    assert row(made, "HMB")["Wawancara"] == ""


def test_what_has_no_named_source_is_counted_and_opens_in_the_conclusion() -> None:
    nobody = said(2, "LAY.RMH", "negative", quote="Dapat disimpulkan kurang ramah.")
    made = l1(case(said(1, "LAY.RMH", "positive"), replace(nobody, informant=None)))
    assert "Tanpa sumber jelas: 1 pernyataan" in str(row(made, "LAY.RMH")["Kesimpulan"])
    assert opened(made, "LAY.RMH", "Kesimpulan") == ["E2"]


def test_disputed_statements_are_said_to_be_left_out() -> None:
    made = l1(case(said(1, "LAY.RMH", "positive"), said(2, "LAY.RMH", "negative", status="disputed")))
    assert "Disengketakan, tidak dihitung: 1 pernyataan" in str(row(made, "LAY.RMH")["Kesimpulan"])
    assert "Tidak dihitung: 1 pernyataan yang disengketakan." in [note.id for note in made.notes]
    assert row(made, "LAY.RMH")["Wawancara"] == "positif (1 informan)"


def test_retired_codes_stand_only_where_something_is_said_on_them() -> None:
    old = code("LAY.KEL", "sub_indicator", ("Keluhan", "Complaints"), retired="1.0.0")
    codes = (*CODES, old)
    without = l1(case(said(1, "LAY.CPT", "positive"), book=book(codes)))
    assert [cells[0].text for cells in without.rows] == ["1", "1.1", "1.2", "2", "2.1"]
    held = l1(case(said(1, "LAY.KEL", "positive"), book=book(codes)))
    assert row(held, "LAY.KEL")["No"] == "1.3"


# ---------------------------------------------------------------- the other axes
def test_the_table_of_sources_has_a_column_a_role_group() -> None:
    study = case(
        said(1, "LAY.RMH", "positive", role_group="pimpinan"),
        said(2, "LAY.RMH", "negative", "I-02", role_group="masyarakat"),
        said(3, "LAY.RMH", "negative", "I-03"),
        seen(4, "LAY.RMH", "positive"),
    )
    made = l1(study, "source")
    assert (made.id, made.title) == (
        "L1-source",
        Bi("Triangulasi sumber (kelompok peran)", "Triangulation by source (role groups)"),
    )
    assert [column.en for column in made.columns][2:4] == ["The public", "Leadership"]
    cells = row(made, "LAY.RMH")
    assert (cells["Masyarakat"], cells["Pimpinan"]) == ("negatif (1 informan)", "positif (1 informan)")
    assert str(cells["Kesimpulan"]).split("\n") == [
        "Bertentangan (2 dari 2 kelompok peran)",
        "Terbelah: positif I-01; negatif I-02",
        "Tanpa kelompok peran: 1 pernyataan",
    ]
    assert any("tidak menentukan apa yang boleh dinyatakan" in note.id for note in made.notes)


def test_the_table_of_times_names_its_stretches_as_they_are_read() -> None:
    study = case(
        said(1, "LAY.RMH", "positive", date="2024-01-15"),
        seen(2, "LAY.RMH", "positive", date="2024-02-03"),
        said(3, "LAY.RMH", "positive", "I-02"),
    )
    by_day = l1(study, "time")
    assert by_day.title.id == "Triangulasi waktu (sesi)"
    assert [column.id for column in by_day.columns][2:4] == ["15 Januari 2024", "3 Februari 2024"]
    assert row(by_day, "LAY.RMH")["15 Januari 2024"] == "positif (1 suara)"
    assert "Tanpa tanggal: 1 pernyataan" in str(row(by_day, "LAY.RMH")["Kesimpulan"])
    by_week = l1(Case(book(time_bucket="week"), study.evidence), "time")
    assert [column.en for column in by_week.columns][2:4] == ["Week 3 of 2024", "Week 5 of 2024"]
    by_month = l1(Case(book(time_bucket="month"), study.evidence), "time")
    assert (by_month.title.en, by_month.columns[2].en) == ("Triangulation by time (month)", "January 2024")


# ---------------------------------------------------------------- the summary
def test_the_summary_gives_gate_confidence_and_reasons() -> None:
    made = summary(case(*(said(n, "LAY.CPT", "positive", f"I-0{n}") for n in range(1, 4))))
    cells = row(made, "LAY.CPT")
    assert cells["Hasil triangulasi"] == "belum tertriangulasi (1 dari 3 teknik)"
    assert cells["Kategori atau arah temuan"] == "baik (satu teknik)\n(ukuran: SOP 15 menit)"
    assert cells["Dapat dinyatakan?"] == "dapat dinyatakan dengan catatan"
    assert cells["Tingkat keyakinan terhadap temuan"] == "rendah"
    assert "1 dari 3 teknik" in str(cells["Alasan"])
    assert row(made, "LAY.RMH")["Hasil triangulasi"] == "tidak ada data"
    assert row(made, "LAY.RMH")["Tingkat keyakinan terhadap temuan"] == ""


def test_the_column_of_labels_is_a_category_only_where_each_has_a_criterion() -> None:
    judged = [said(1, "LAY.CPT", "positive"), said(2, "LAY.CPT", "positive", "I-02")]
    unjudged = summary(case(said(1, "LAY.RMH", "positive")))
    assert "Arah temuan" in row(unjudged, "LAY.RMH")
    assert any("arah temuan, bukan kategori" in note.id for note in unjudged.notes)
    assert "Kategori atau arah temuan" in row(summary(case(*judged)), "LAY.CPT")  # the parent has no criterion
    alone = tuple(one for one in CODES if one.id != "LAY.RMH")
    made = summary(case(*judged, book=book(alone)))
    assert "Kategori" in row(made, "LAY.CPT")
    assert not any("arah temuan, bukan kategori" in note.id for note in made.notes)


def test_where_techniques_contradict_the_summary_says_that_nothing_is_concluded() -> None:
    made = summary(case(said(1, "LAY.RMH", "positive"), seen(2, "LAY.RMH", "negative")))
    assert all(len(cells) == len(made.columns) for cells in made.rows)
    assert row(made, "HMB")["Alasan"] == ""
    assert row(made, "LAY.RMH")["Arah temuan"] == "belum dapat disimpulkan"


# ---------------------------------------------------------------- under every table
def test_what_is_not_counted_and_whose_consent_is_missing_stands_below() -> None:
    study = case(
        said(1, "LAY.RMH", "positive", consent="unrecorded"),
        said(2, "LAY.RMH", "positive", "I-02", status="suggested", consent="recorded"),
        said(3, "LAY.RMH", "positive", "I-03"),
        seen(4, "LAY.RMH", "positive", consent="declared", informant="I-03"),
        seen(5, "LAY.RMH", "positive", status="rejected", informant="I-01"),
        seen(6, "LAMA.KODE", "positive"),
    )
    notes = [note.id for note in l1(study).notes]
    assert "Tidak dihitung: 1 usulan mesin yang belum dibaca orang." in notes
    assert "Tidak dihitung: kode yang tidak ada di codebook (LAMA.KODE)." in notes
    assert "Persetujuan belum dicatat: I-01" in notes
    assert "Persetujuan dinyatakan, bukti belum dilampirkan: I-03" in notes
    assert "Dilihat dengan dua teknik atau lebih: I-03." in notes
    assert any("suara dominan 2/3, mayoritas kelompok 2/3, paling sedikit 2 teknik" in note for note in notes)


def test_a_cell_that_nobody_opens_holds_no_quotes() -> None:
    study = case(said(1, "LAY.RMH", "positive"))
    assert opened(l1(study), "LAY.RMH", "Wawancara") == ["E1"]
    assert opened(layouts.technique(study, run(study), quoted=False), "LAY.RMH", "Wawancara") == []


def test_provisional_tables_say_so() -> None:
    study = case(said(1, "LAY.RMH", "positive"))
    assert layouts.technique(study, run(study), provisional=True).provisional
    assert layouts.summary(study, run(study), provisional=True).provisional
    assert not l1(study).provisional


@settings(max_examples=40, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_evidence_changes_nothing(shuffle: random.Random) -> None:
    evidence = [
        said(1, "LAY.RMH", "positive", facet="sapaan", gist="ramah"),
        said(2, "LAY.RMH", "negative", "I-02", facet="nada_bicara"),
        said(3, "LAY.CPT", "mixed", "I-02"),
        seen(4, "LAY.RMH", "mixed"),
        written(5, "LAY.CPT", "negative"),
        said(6, "HMB.ALT", "positive", gist="kurang"),
    ]
    mixed = list(evidence)
    shuffle.shuffle(mixed)
    assert l1(case(*mixed)) == l1(case(*evidence))
    assert summary(case(*mixed)) == summary(case(*evidence))
