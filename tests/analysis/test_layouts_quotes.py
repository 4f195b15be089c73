"""Who says a passage and where it stands, as a committee reads it; and one code opened to all of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from layouts_cases import book, case, run, said, seen, written

from kualcode.analysis import words
from kualcode.analysis.evidence import Evidence
from kualcode.analysis.layouts import quotes
from kualcode.analysis.layouts.detail import detail
from kualcode.analysis.rules.flags import Flag
from kualcode.analysis.triangulation.algorithm import triangulate
from kualcode.document import Bullet, Heading, Paragraph
from kualcode.errors import Bi


def test_an_informant_is_a_code_and_a_role_group_and_never_a_name() -> None:
    one = said(1, "LAY.RMH", "positive", "I-03", role="Camat Budi Karangan", role_group="staf", category="kunci")
    assert quotes.who(one) == Bi("I-03, unsur staf", "I-03, staff")
    assert quotes.who(said(1, "LAY.RMH", "positive", "I-03")) == Bi("I-03", "I-03")
    assert quotes.who(said(1, "LAY.RMH", "positive", "I-03", role_group="Kader")).en == "I-03, Kader"
    told = quotes.quote(book(), one)
    assert not any("Budi" in str(part) for part in (told.who, told.place, told.source))


def test_what_speaks_otherwise_is_named_by_its_session_title_or_kind() -> None:
    assert quotes.who(seen(1, "LAY.RMH", "positive", "O-1")).id == "O-1"
    paper = written(1, "LAY.RMH", "positive", "laporan", doc_id="dokumentasi/D-2 Laporan 2024.docx")
    assert quotes.who(paper).id == "D-2 Laporan 2024"
    assert quotes.who(written(1, "LAY.RMH", "positive", "laporan")).id == "laporan"
    assert quotes.who(said(1, "LAY.RMH", "positive", aggregate=True)).en == "several informants (aggregate)"
    pooled = Evidence("E1", "pooled", "LAY.RMH", "positive")
    assert quotes.who(pooled) == Bi("beberapa teknik sekaligus", "several techniques at once")


@pytest.mark.parametrize(
    ("evidence", "told"),
    [
        (
            said(1, "LAY.RMH", "positive", date="2024-01-12", line_from=41, line_to=44),
            Bi("wawancara 12 Januari 2024, brs. 41-44", "interview 12 January 2024, lines 41-44"),
        ),
        (seen(1, "LAY.RMH", "positive", line_from=7, line_to=7), Bi("observasi, brs. 7", "observation, line 7")),
        (
            written(1, "LAY.RMH", "positive", period="2024", line_from=3, line_to=3),
            Bi("dokumen, periode 2024, brs. 3", "document, period 2024, line 3"),
        ),
        (written(1, "LAY.RMH", "positive"), Bi("dokumen", "document")),
        (said(1, "LAY.RMH", "positive", date="Januari"), Bi("wawancara Januari", "interview Januari")),
        (
            said(1, "LAY.RMH", "positive", inherited=True),
            Bi(
                "wawancara, sumber terbawa dari kalimat sebelumnya",
                "interview, source carried on from an earlier sentence",
            ),
        ),
    ],
)
def test_a_place_says_what_is_known(evidence: Evidence, told: Bi) -> None:
    assert quotes.place(evidence) == told


@pytest.mark.parametrize(
    ("path", "sheet"),
    [
        ("dokumentasi/D-2 Laporan.docx", "D-2"),
        ("SK-12.pdf", "SK-12"),
        ("dokumentasi/Laporan 2024.docx", "laporan"),
        ("D-2026 Laporan.docx", "laporan"),
        ("", "laporan"),
    ],
)
def test_a_sheet_is_known_by_the_code_with_which_its_file_begins(path: str, sheet: str) -> None:
    assert quotes.sheet(written(1, "LAY.RMH", "positive", "laporan", doc_id=path)) == sheet


def test_a_quote_is_copied_as_it_stands() -> None:
    text = "=Ramah [tertawa] \U0001f600 e\u0301 \u202bramah\u202c {x}"
    made = quotes.quote(book(), said(1, "HMB.ALT", "negative", quote=text, translation="Kind.", doc_id="w/I-01.txt"))
    assert (made.text, made.translation, made.source, made.evidence) == (text, "Kind.", "w/I-01.txt", "E1")
    assert made.stance == Bi("membantah adanya faktor", "denies the factor")


def test_a_cell_holds_a_quote_on_one_line_and_all_else_as_it_stands() -> None:
    assert quotes.on_one_line("\nSatu  dua \r\n  tiga\n\nempat\n") == "Satu  dua tiga empat"
    assert quotes.on_one_line("  Satu\t[tertawa]") == "  Satu\t[tertawa]"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('Kata dia "nanti", “besok”.', "Kata dia ‘nanti’, ‘besok’."),
        ("”Sudah baik.” katanya", "‘Sudah baik.’ katanya"),  # a transcript that turns all marks one way
        ("Ia bilang “Pak Camat berkata ‘besok’, Jum’at”", "Ia bilang ‘Pak Camat berkata “besok”, Jum’at’"),
        ("Lalu “lain kali dicadangkan", "Lalu ‘lain kali dicadangkan"),  # the sentence ends before the quotation does
        ('Monitor 14" itu', 'Monitor 14" itu'),
        ("tanpa ‘kutipan’ ganda", "tanpa ‘kutipan’ ganda"),
    ],
)
def test_between_curly_marks_a_quotation_within_a_quote_has_single_ones(text: str, shown: str) -> None:
    assert quotes.inside(text) == shown


@given(st.text(alphabet="ab e\u0301\U0001f600\"'“”‘’[]=\n"))
def test_nothing_but_marks_of_quotation_differs_from_the_source(text: str) -> None:
    shown = quotes.inside(text)
    assert len(shown) == len(text)
    assert all(one == other or {one, other} <= set("\"'“”‘’") for one, other in zip(text, shown, strict=True))


def test_stretches_of_time_are_read_as_dates() -> None:
    assert quotes.stretch("2024-01-12").id == "12 Januari 2024"
    assert quotes.stretch("2024-W03") == Bi("minggu ke-3 2024", "week 3 of 2024")
    assert quotes.stretch("2024-05") == Bi("Mei 2024", "May 2024")
    assert quotes.stretch("2024") == Bi("2024", "2024")


# ---------------------------------------------------------------- words
def test_every_value_has_a_name_in_both_languages() -> None:
    tables = (
        words.STANCES,
        words.FACTOR_STANCES,
        words.SIGNS,
        words.FACTOR_SIGNS,
        words.FACTOR_BRIEF,
        words.SILENCES,
        words.PAIRS,
        words.VERDICTS,
        words.GATES,
        words.LEVELS,
        words.STATUSES,
        words.FACTS,
        words.TECHNIQUES,
        words.AXES,
        words.GROUPS,
    )
    assert all(name.id and name.en for table in tables for name in table.values())
    assert [words.VERDICTS[v].id for v in ("AGREEMENT", "PARTIAL", "SILENCE", "DISSONANCE", "NO_DATA")] == [
        "sejalan",
        "sebagian sejalan",
        "belum tertriangulasi",
        "bertentangan",
        "tidak ada data",
    ]


def test_labels_have_the_names_of_the_scale() -> None:
    assert words.label(book(), "kurang baik") == Bi("kurang baik", "less than good")
    assert words.label(book(), "luar biasa") == Bi("luar biasa", "luar biasa")


# ---------------------------------------------------------------- one code
def test_a_code_opens_to_every_quote_view_reason_and_rule() -> None:
    study = case(
        said(1, "LAY.RMH", "positive", facet="sapaan", quote='Ramah\n "sekali".', line_from=3, line_to=3),
        said(2, "LAY.RMH", "negative", "I-02", facet="nada_bicara", quote="Nadanya tinggi."),
        written(3, "LAY.RMH", "positive", facet="sapaan"),
        said(4, "LAY.RMH", "positive", "I-04", status="disputed", quote="Entahlah."),
        Evidence("E5", "unattributed", "LAY.RMH", "positive", quote="Dapat disimpulkan ramah."),
    )
    rule = Flag("T2", "WARN", ("LAY.RMH",), Bi("Dibaca berlawanan.", "Read in opposite ways."))
    text = detail(study, triangulate(study, "technique", (rule,)), "LAY.RMH")
    told = [block.text.id for block in text if not isinstance(block, Bullet | Heading) and hasattr(block, "text")]
    heads = [block.text.id for block in text if isinstance(block, Heading)]
    assert [block.level for block in text if isinstance(block, Heading)] == [1, *[2] * (len(heads) - 1)]
    assert heads[:4] == [
        "LAY.RMH Keramahan",
        "Wawancara: campuran (2 informan: 1 positif, 1 negatif)",
        "Observasi: tidak ada data",
        "Dokumentasi: positif (1 dokumen)",
    ]
    assert "“Ramah ‘sekali’.” (I-01; wawancara, brs. 3; positif; Sapaan) [E1]" in told
    assert "(laporan; dokumen; positif; Sapaan) [E3]" in told
    assert "Tanpa sumber yang jelas" in heads
    assert "Disengketakan, tidak dihitung" in heads
    points = [block.text.id for block in text if isinstance(block, Bullet)]
    assert "Sapaan: sama: wawancara, dokumentasi" in points
    assert "Nada bicara: spesifik: wawancara" in points
    assert "Dapat dinyatakan dengan catatan, karena:" in points
    assert f"{rule.id} (peringatan): Dibaca berlawanan." in points
    assert any(point.startswith("Tingkat keyakinan terhadap temuan: ") for point in points)


def test_where_nothing_lowers_the_confidence_that_is_said() -> None:
    study = case(
        *(said(n, "LAY.CPT", "positive", f"I-0{n}") for n in range(1, 4)),
        seen(4, "LAY.CPT", "positive"),
        written(5, "LAY.CPT", "positive"),
    )
    points = [block.text.id for block in detail(study, run(study), "LAY.CPT") if isinstance(block, Bullet)]
    assert points[-2:] == ["Tingkat keyakinan terhadap temuan: tinggi, karena:", "tidak ada yang mengurangi"]
    assert "(ukuran: SOP 15 menit)" in points


def test_a_parent_lists_its_children_and_a_group_of_factors_only_them() -> None:
    study = case(said(1, "LAY.CPT", "positive"), said(2, "HMB.ALT", "positive"))
    opened = detail(study, run(study), "LAY")
    assert "(I-01; wawancara; positif; LAY.CPT) [E1]" in [b.text.id for b in opened if isinstance(b, Paragraph)]
    parent = [block.text.id for block in opened if isinstance(block, Bullet)]
    assert parent[-2:] == [
        "LAY.CPT Kecepatan: belum tertriangulasi (1 dari 3 teknik)",
        "LAY.RMH Keramahan: tidak ada data",
    ]
    group = detail(study, run(study), "HMB")
    assert [block.text.id for block in group if isinstance(block, Bullet)] == [
        "HMB.ALT Alat kurang: belum tertriangulasi (1 dari 3 teknik)"
    ]
    assert [block.text.id for block in group if isinstance(block, Heading)] == ["HMB Penghambat"]
    criterion = [block for block in detail(study, run(study), "LAY.CPT") if isinstance(block, Paragraph)]
    assert criterion[1].text == Bi("Ukuran: SOP 15 menit", "Criterion: SOP of 15 minutes")
