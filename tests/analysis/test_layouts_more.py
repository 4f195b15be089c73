"""L2 to L6 and sensitivity: the same evidence by question, informant, theme, item of data, term and threshold."""

from __future__ import annotations

from fractions import Fraction

import pytest
from layouts_cases import CODES, book, case, code, opened, row, run, said, seen, written

from kualcode.analysis.evidence import Case, Claim
from kualcode.analysis.layouts import data, people, themes
from kualcode.analysis.layouts.sensitivity import sensitivity as laid_out
from kualcode.analysis.layouts.techniques import summary, technique
from kualcode.analysis.layouts.themes import Question
from kualcode.analysis.triangulation.sensitivity import sensitivity
from kualcode.document import Matrix
from kualcode.errors import Bi
from kualcode.language.numbers import parse

PAPER = "dokumentasi/D-2 Laporan Tahunan.docx"
STUDY = case(
    said(1, "LAY.RMH", "positive", facet="sapaan", category="kunci", quote="Ramah [tertawa]."),
    said(2, "LAY.RMH", "negative", "I-02", facet="sapaan", category="tambahan"),
    said(3, "LAY.RMH", "neutral", "I-02", category="tambahan"),
    seen(4, "LAY.RMH", "positive"),
    written(5, "LAY.CPT", "negative", doc_id=PAPER),
    said(6, "HMB.ALT", "positive", category="kunci"),
)


def texts(matrix: Matrix, column: int) -> list[object]:
    """What a column holds, in Indonesian."""
    found = [cells[column].text for cells in matrix.rows]
    return [text.id if isinstance(text, Bi) else text for text in found]


# ---------------------------------------------------------------- L2
def test_l2_names_who_or_what_speaks_of_each_code() -> None:
    made = themes.by_question(STUDY, run(STUDY))
    assert [column.id for column in made.columns] == [
        "Rumusan masalah",
        "Indikator/Aspek",
        "Wawancara",
        "Observasi",
        "Dokumentasi",
    ]
    assert row(made, "LAY.RMH")["Wawancara"] == "I-01, I-02"
    assert row(made, "LAY.RMH")["Observasi"] == "O-1"
    assert row(made, "LAY.RMH")["Dokumentasi"] == "–"
    assert row(made, "LAY.CPT")["Dokumentasi"] == "D-2"
    assert opened(made, "LAY.RMH", "Wawancara") == ["E1", "E2", "E3"]
    assert opened(made, "LAY", "Wawancara") == []


def test_l2_pairs_questions_with_indicators_and_factors_in_their_order() -> None:
    both = [Question(Bi("Bagaimana layanan?", "How?"), ()), Question(Bi("Apa penghambatnya?", "What hinders?"), ())]
    made = themes.by_question(STUDY, run(STUDY), both)
    assert texts(made, 0) == ["Bagaimana layanan?", "", "", "Apa penghambatnya?"]
    assert made.notes[1] == Bi(
        "Rumusan masalah dipasangkan menurut urutannya dengan: indikator; penghambat.",
        "The research questions are set in their order beside: indicators; hindrances.",
    )
    more = (
        *CODES,
        code("DRG", "factor_group", ("Pendorong", "Drivers"), direction="supporting", codable=False),
        code("DRG.GAJ", "factor", ("Gaji", "Pay"), direction="supporting"),
    )
    wider = case(*STUDY.evidence, said(9, "DRG.GAJ", "positive"), book=book(more))
    paired = themes.by_question(wider, run(wider), both)
    assert texts(paired, 0) == ["Bagaimana layanan?", "", "", "Apa penghambatnya?", ""]
    assert paired.notes[1].id.endswith("dengan: indikator; faktor.")
    apart = themes.by_question(wider, run(wider), [*both, both[0]])
    assert texts(apart, 0) == ["Bagaimana layanan?", "", "", "Apa penghambatnya?", "Bagaimana layanan?"]
    alone = case(*(one for one in wider.evidence if "LAY" not in one.code), book=book(more[3:]))
    no_indicators = themes.by_question(alone, run(alone), [*both, both[0]])
    assert texts(no_indicators, 0) == ["Penghambat", "Pendorong"]


def test_l2_sets_indicators_apart_from_factors_where_no_question_is_linked() -> None:
    made = themes.by_question(STUDY, run(STUDY))
    assert texts(made, 0) == ["Indikator", "", "", "Penghambat"]
    questions = (
        Question(Bi("Bagaimana keramahan?", "How courteous?"), ("LAY.RMH",)),
        Question(Bi("Apa penghambatnya?", "What hinders?"), ("HMB.ALT",)),
    )
    unlinked = themes.by_question(STUDY, run(STUDY), [questions[0]._replace(codes=())])
    assert texts(unlinked, 0) == texts(made, 0)
    assert unlinked.notes[1].en == "Research question (not linked to codes): How courteous?"
    linked = themes.by_question(STUDY, run(STUDY), questions)
    assert texts(linked, 0) == ["Bagaimana keramahan?", "Apa penghambatnya?", "Di luar rumusan masalah", ""]
    assert [str(name).split()[0] for name in texts(linked, 1)] == ["LAY.RMH", "HMB.ALT", "LAY", "LAY.CPT"]


def test_l2_gives_decrees_a_column_of_their_own() -> None:
    decree = written(7, "LAY.CPT", "neutral", "perda", doc_class="decree", doc_id="dokumentasi/SK-3 Camat.pdf")
    study = case(*STUDY.evidence, decree)
    made = themes.by_question(study, run(study))
    cells = row(made, "LAY.CPT")
    assert (cells["Bahan hukum"], cells["Dokumentasi"]) == ("SK-3", "D-2")
    unread = case(*STUDY.evidence, written(7, "LAY.CPT", "neutral", "perda", doc_class="decree", status="rejected"))
    assert "Bahan hukum" not in row(themes.by_question(unread, run(unread)), "LAY.CPT")


# ---------------------------------------------------------------- L3
def test_l3_has_a_column_an_informant_and_flags_what_one_alone_says() -> None:
    study = case(*STUDY.evidence, said(8, "LAY.CPT", "mixed", "I-02"), said(9, "LAY.CPT", "positive", aggregate=True))
    made = people.by_informant(study, run(study))
    assert [column.id for column in made.columns] == ["Kode", "I-01", "I-02", "(agregat)", "Jumlah informan", "Catatan"]
    assert row(made, "LAY.RMH") == {
        "Kode": "LAY.RMH Keramahan",
        "I-01": "(+)",
        "I-02": "(-)",
        "(agregat)": "–",
        "Jumlah informan": 2,
        "Catatan": "",
    }
    alone = row(made, "LAY.CPT")
    assert (alone["I-02"], alone["(agregat)"], alone["Jumlah informan"]) == ("(±)", "(+)", 1)
    assert alone["Catatan"] == "belum terkonfirmasi lewat triangulasi sumber"
    assert opened(made, "LAY.RMH", "I-02") == ["E2", "E3"]
    assert row(made, "HMB")["Jumlah informan"] == ""


def test_no_mark_is_a_formula_to_a_spreadsheet() -> None:
    made = people.by_informant(STUDY, run(STUDY))
    assert not [cell for cells in made.rows for cell in cells if str(cell.text)[:1] in "=+-@" and cell.text != ""]


# ---------------------------------------------------------------- L4
def test_l4_sets_a_tick_or_a_cross_beside_the_sources() -> None:
    study = case(
        said(1, "LAY.RMH", "positive", role_group="staf"),
        said(2, "LAY.RMH", "negative", "I-02", role_group="warga"),
        said(3, "LAY.CPT", "positive", role_group="staf"),
        said(4, "LAY.CPT", "positive", "I-02", role_group="warga"),
        said(5, "HMB.ALT", "positive", role_group="staf"),
    )
    made = themes.consistency(study, run(study, "source"))
    assert made.title.id == "Konsistensi menurut tema: triangulasi sumber (kelompok peran)"
    assert row(made, "LAY.RMH") == {
        "Tema": "LAY.RMH Keramahan",
        "Staf": "positif (1 informan)",
        "Warga": "negatif (1 informan)",
        "Konsistensi": "✗ bertentangan",
    }
    assert row(made, "LAY.CPT")["Konsistensi"] == "✓ sejalan"
    assert row(made, "HMB.ALT")["Konsistensi"] == "– belum tertriangulasi"
    assert row(made, "HMB.ALT")["Warga"] == "–"
    assert row(made, "HMB")["Konsistensi"] == ""


# ---------------------------------------------------------------- L5
def figure(identity: str, evidence: str, words: str, **more: object) -> Claim:
    """What a statement says in figures of guests a day."""
    (quantity,) = parse(words)
    told: dict[str, object] = {"measure": "tamu per hari", "code": "LAY.CPT", "unit": quantity.unit or "", **more}
    return Claim(id=identity, evidence=evidence, quantity=quantity, **told)  # type: ignore[arg-type]


def test_l5_says_who_gives_a_figure_and_which_record_checks_it() -> None:
    study = case(
        said(1, "LAY.CPT", "neutral"),
        written(2, "LAY.CPT", "neutral", doc_id=PAPER),
        said(3, "LAY.CPT", "neutral", "I-02"),
        claims=(
            figure("C1", "E1", "10-15 orang", period="2024-01"),
            figure("C2", "E2", "12 orang", period="2024-01"),
            figure("C3", "E3", "20 orang", measure="loket"),
            figure("C4", "E3", "7 orang", measure=""),
        ),
    )
    made = data.by_fact(study, run(study))
    assert texts(made, 1) == ["LAY.CPT: loket", "LAY.CPT: tamu per hari, Januari 2024"]
    assert texts(made, 2) == ["I-02 (20)", "I-01 (10-15)"]
    assert texts(made, 3) == ["Satu teknik saja: belum ada yang memeriksa", "Terkonfirmasi: D-2 (12)"]
    assert [[quote.evidence for quote in cells[3].quotes] for cells in made.rows] == [[], ["E2"]]
    assert made.notes[0].id.startswith("Angka yang belum diketahui ukurannya tidak dibandingkan: 1.")


def test_l5_says_what_contradicts_and_tells_targets_apart() -> None:
    study = case(
        said(1, "LAY.CPT", "neutral"),
        written(2, "LAY.CPT", "neutral", doc_id=PAPER),
        claims=(
            figure("C1", "E1", "41 berkas", modality="target", subject="kantor"),
            figure("C2", "E2", "42 berkas", modality="target", subject="kantor"),
        ),
    )
    made = data.by_fact(study, run(study))
    assert texts(made, 1) == ["LAY.CPT: tamu per hari, kantor (target)"]
    assert texts(made, 3) == ["Bertentangan: D-2 (42)"]


@pytest.mark.parametrize(
    ("lo", "hi", "told"),
    [
        (Fraction(92), Fraction(92), "92 percent"),
        (Fraction(462, 5), Fraction(462, 5), "92.4 percent"),
        (Fraction(1, 3), Fraction(1, 3), "1/3 percent"),
        (Fraction(10), Fraction(15), "10–15 percent"),
        (Fraction(10), None, "10–∞ percent"),
    ],
)
def test_a_figure_without_its_words_is_written_out(lo: Fraction, hi: Fraction | None, told: str) -> None:
    from kualcode.language.quantity import Quantity

    claim = Claim("C", "E1", Quantity(0, 0, "", lo, hi), "x", unit="percent")
    assert data.value(claim) == told


# ---------------------------------------------------------------- L6
def test_l6_has_a_column_a_category_as_the_study_records_it() -> None:
    made = people.by_term(STUDY, run(STUDY))
    assert [column.id for column in made.columns] == [
        "No",
        "Istilah",
        "Informan kunci",
        "Informan tambahan",
        "Kriteria",
    ]
    assert texts(made, 1) == ["LAY.RMH: Sapaan", "LAY.RMH: Keramahan (umum)", "HMB.ALT: Alat kurang"]
    assert texts(made, 2) == ["I-01", "–", "I-01"]
    assert texts(made, 3) == ["I-02", "I-02", "–"]
    assert texts(made, 4) == ["tentang Keramahan", "tentang Keramahan", "tentang Alat kurang"]
    assert [quote.evidence for quote in made.rows[0][3].quotes] == ["E2"]


def test_l6_says_of_whom_the_category_is_not_recorded_and_by_what_a_code_is_judged() -> None:
    study = case(said(1, "LAY.CPT", "positive", "I-09", facet="loket_dua"), seen(2, "LAY.CPT", "positive"))
    made = people.by_term(study, run(study))
    assert row(made, "LAY.CPT") == {
        "No": 1,
        "Istilah": "LAY.CPT: loket dua",
        "Kategori belum dicatat": "I-09",
        "Kriteria": "SOP 15 menit",
    }


def test_l6_orders_categories_and_keeps_words_of_the_study_s_own() -> None:
    words = ("", "ahli", "Pendukung", "tambahan", "utama", "kunci")
    study = case(*(said(n, "LAY.RMH", "positive", f"I-0{n}", category=word) for n, word in enumerate(words, 1)))
    made = people.by_term(study, run(study))
    assert [column.en for column in made.columns] == [
        "No",
        "Term",
        "Key informants",
        "Main informants",
        "Additional informants",
        "Supporting informants",
        "Informants: ahli",
        "Category not recorded",
        "Criterion",
    ]
    assert [cell.text for cell in made.rows[0]][2:8] == ["I-06", "I-05", "I-04", "I-03", "I-02", "I-01"]


# ---------------------------------------------------------------- sensitivity
def shifted(study: Case, *values: Fraction) -> Matrix:
    """The table of what other thresholds would change."""
    return laid_out(study, sensitivity(study, values), values, "technique")


def test_sensitivity_lists_the_codes_that_would_change() -> None:
    study = case(
        *(said(n, "LAY.RMH", "positive" if n < 4 else "negative", f"I-0{n}") for n in range(1, 6)),
        written(6, "LAY.RMH", "positive"),
        written(7, "LAY.CPT", "positive"),
        book=book(CODES[:3]),
    )
    made = shifted(study, Fraction(3, 5), Fraction(2, 3))
    assert [column.en for column in made.columns] == ["Code", "Now", "Threshold 3/5", "Threshold 2/3"]
    assert row(made, "LAY.RMH") == {
        "Kode": "LAY.RMH Keramahan",
        "Sekarang": "sebagian sejalan: cukup baik",
        "Ambang 3/5": "sejalan: cukup baik",
        "Ambang 2/3": "tetap",
    }
    assert [cells[0].text for cells in made.rows] == [Bi("LAY.RMH Keramahan", "LAY.RMH Courtesy")]
    assert made.notes[0].en.startswith("1 of 3 codes change")
    assert shifted(study, Fraction(2, 3)).rows == ()
    factor = case(
        *(said(n, "HMB.ALT", "positive" if n < 4 else "negative", f"I-0{n}") for n in range(1, 6)),
        written(6, "HMB.ALT", "positive"),
    )
    assert row(shifted(factor, Fraction(3, 5)), "HMB.ALT")["Ambang 3/5"] == "sejalan: terdukung"


# ---------------------------------------------------------------- other axes
DAYS = case(
    *(said(n, "LAY.RMH", "positive", f"I-0{n}", date=f"2026-02-0{n}") for n in (1, 2, 3)),
    said(4, "LAY.RMH", "negative", "I-04", date="2026-02-04"),
    seen(5, "LAY.RMH", "positive", date="2026-02-05"),
)


def test_a_contradiction_over_time_is_told_once_below_the_summary_and_not_at_every_code() -> None:
    made = summary(DAYS, run(DAYS))
    assert "waktu" not in str(row(made, "LAY.RMH")["Alasan"])
    told = [note.id for note in made.notes if "waktu" in note.id]
    assert told[0] == (
        "Pandangan bertentangan pada triangulasi waktu, sehingga keyakinannya paling tinggi sedang: LAY, LAY.RMH."
    )
    assert told[1].startswith("Setiap tanggal dihitung sebagai kurun waktu tersendiri (5 tanggal); untuk membandingkan")


def test_the_table_of_times_says_that_each_date_stands_alone_unless_weeks_or_months_are_compared() -> None:
    says = "“time_bucket: week” or “month” in the section triangulation"
    assert sum(says in note.en for note in technique(DAYS, run(DAYS, "time")).notes) == 1
    months = case(*DAYS.evidence, book=book(time_bucket="month"))
    assert not any(says in note.en for note in technique(months, run(months, "time")).notes)
    assert not any(says in note.en for note in technique(DAYS, run(DAYS)).notes)


def test_l5_prints_a_figure_that_only_an_uncoded_table_gives() -> None:
    table = figure("C9", "tabel:dokumentasi/D-4 Rekap.csv:1", "13 kali", measure="kali", subject="terlambat", code="")
    study = case(said(1, "LAY.CPT", "positive"), claims=(table,))
    made = data.by_fact(study, run(study))
    assert texts(made, 1) == ["kali, terlambat"]
    assert str(texts(made, 2)[0]).startswith("D-4 (")
    assert [quote.stance for quote in made.rows[0][2].quotes] == [Bi("", "")]
