"""A table of an instrument becomes items: heads in any order and language, merged cells, and every bad row at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from kualcode import codebook
from kualcode.analysis.instrument.grid import lines, template
from kualcode.analysis.instrument.items import Item
from kualcode.analysis.instrument.names import Names
from kualcode.analysis.instrument.table import LONGEST, Read, read
from kualcode.model import Cell, Codebook, Extract, Table

ROOT = Path(__file__).parents[2]
HEAD = "Sub variabel|Indikator|No|Pertanyaan/Aspek/Dokumen|Teknik|Informan"


@pytest.fixture(scope="module")
def book() -> Codebook:
    return codebook.read(ROOT / "codebooks" / "asn-kinerja.yaml")[0]


def extract(*tables: Sequence[str]) -> Extract:
    """Tables as a reader gives them: a row a text, cells parted by |, and ¶ for a line break in a cell."""
    text, made = "", []
    for number, rows in enumerate(tables, 1):
        table = []
        for row in rows:
            cells = []
            for raw in row.split("|"):
                word = raw.replace("¶", "\n")
                cells.append(Cell(len(text), len(text) + len(word)))
                text += word + "\t"
            table.append(tuple(cells))
        made.append(Table(f"Lembar{number}", tuple(table)))
    return Extract("xlsx", text, tables=tuple(made))


def taken(book: Codebook, *rows: str) -> Read:
    return read(extract(rows), "i.xlsx", book)


def good(book: Codebook, *rows: str) -> list[str]:
    """The items of a table without problems, in short."""
    found = taken(book, *rows)
    assert found.problems == ()
    return [f"{item.id} {item.code} {item.text} {'+'.join(item.informants)}".rstrip() for item in found.items]


def bad(book: Codebook, *rows: str) -> list[str]:
    return [problem.line("en") for problem in taken(book, *rows).problems]


# ---------------------------------------------------------------- read
def test_a_row_is_an_item_and_several_techniques_are_an_item_each(book: Codebook) -> None:
    assert good(
        book,
        "KISI-KISI|||||",
        HEAD,
        "Kuantitas|Capaian target|1|Berapa capaiannya?|Wawancara|Camat, I-02",
        "Kuantitas|Jumlah tamu / layanan|2|Berapa tamunya?|Wawancara, Observasi dan dokumentasi|semua",
    ) == [
        "W-1 KUAN.TGT Berapa capaiannya? Camat+I-02",
        "W-2 KUAN.TAM Berapa tamunya?",
        "O-2 KUAN.TAM Berapa tamunya?",
        "D-2 KUAN.TAM Berapa tamunya?",
    ]


def test_heads_stand_in_any_order_and_in_english(book: Codebook) -> None:
    assert good(
        book,
        "Technique|Question|Number|Indicator|Sub-variable|Unused",
        "interview|How many visitors?|1|Visitors / services handled|Quantity|x",
    ) == ["W-1 KUAN.TAM How many visitors?"]


def test_codes_are_named_by_id_by_name_or_by_both(book: Codebook) -> None:
    rows = ("|KUAN.TGT", "|capaian target", "|1. Capaian target:", "|KUAN.TGT Capaian target", "|Target (KUAN.TGT)")
    for row in rows:
        assert good(book, "Sub variabel|Indikator|Pertanyaan", f"{row}|Apa?") == ["W-1 KUAN.TGT Apa?"]


def test_merged_cells_go_on_from_above_until_something_new_stands_there(book: Codebook) -> None:
    assert good(
        book,
        HEAD,
        "Kuantitas|Capaian target|1|Satu?|Wawancara|I-01",
        "|||Dua?||",
        "|Jumlah tamu / layanan||Tiga?||",
        "Ketepatan waktu|Penyelesaian pekerjaan|1|Lama surat|Observasi|",
        "||2|Lama menunggu||",
    ) == [
        "W-1 KUAN.TGT Satu? I-01",
        "W-2 KUAN.TGT Dua? I-01",
        "W-3 KUAN.TAM Tiga?",  # another code: whom it is put to has not been said
        "O-1 TEPAT.PEN Lama surat",
        "O-2 TEPAT.PEN Lama menunggu",
    ]


def test_a_general_line_names_the_sub_variable_alone(book: Codebook) -> None:
    rows = (HEAD, "Kuantitas|(umum)|1|Satu?|Wawancara|", "|Capaian target|2|Dua?||", "Ketepatan waktu||3|Tiga?||")
    assert good(book, *rows) == ["W-1 KUAN Satu?", "W-2 KUAN.TGT Dua?", "W-3 TEPAT Tiga?"]
    assert good(book, HEAD, "Faktor penghambat||1|Apa hambatannya?|Wawancara|") == ["W-1 FH Apa hambatannya?"]


def test_the_head_of_the_text_says_the_technique_where_no_column_does(book: Codebook) -> None:
    rows = ("Indikator|Pertanyaan|Aspek yang diamati|Dokumen", "KUAN.TAM|Berapa tamunya?|Antrean tamu|Buku tamu")
    assert good(book, *rows) == [
        "W-1 KUAN.TAM Berapa tamunya?",
        "O-1 KUAN.TAM Antrean tamu",
        "D-1 KUAN.TAM Buku tamu",
    ]
    assert good(book, "Aspek|Indikator|Pertanyaan", "Kuantitas|Capaian target|Apa?") == ["W-1 KUAN.TGT Apa?"]
    assert bad(book, "Indikator|Uraian", "KUAN.TAM|Berapa tamunya?") == [
        "i.xlsx:2: There is no technique. Write Interview, Observation or Documentation."
    ]


def test_a_cell_of_several_questions_is_an_item_each(book: Codebook) -> None:
    head = "Indikator|No|Pertanyaan"
    assert good(book, head, "KUAN.TAM|4|1. Berapa tamunya?¶2. Apa urusannya?") == [
        "W-4.1 KUAN.TAM Berapa tamunya?",
        "W-4.2 KUAN.TAM Apa urusannya?",
    ]
    assert good(book, head, "KUAN.TAM||- Berapa tamunya?¶- Apa urusannya?") == [
        "W-1 KUAN.TAM Berapa tamunya?",
        "W-2 KUAN.TAM Apa urusannya?",
    ]
    assert good(book, head, "KUAN.TAM|4|Berapa tamunya?¶Apa urusannya?")[1] == "W-4.2 KUAN.TAM Apa urusannya?"
    assert good(book, head, "KUAN.TAM|4|Berapa tamunya,¶dan apa urusannya?") == [
        "W-4 KUAN.TAM Berapa tamunya, dan apa urusannya?"
    ]


def test_numbers_may_carry_the_letter_of_the_technique_and_missing_ones_take_the_next_free(book: Codebook) -> None:
    assert good(
        book,
        "Indikator|No|Pertanyaan",
        "KUAN.TAM|W-2|A?",
        "KUAN.TAM||B?",
        "KUAN.TAM|3.|C?",
        "KUAN.TAM||D?",
        "KUAN.TAM|5a|E?",
    ) == ["W-2 KUAN.TAM A?", "W-1 KUAN.TAM B?", "W-3 KUAN.TAM C?", "W-4 KUAN.TAM D?", "W-5a KUAN.TAM E?"]


def test_rows_that_are_no_items_are_passed_over(book: Codebook) -> None:
    found = taken(
        book,
        HEAD,
        "1|2|3|4|5|6",
        "Kuantitas|||||",
        "|Capaian target|1|Apa?|Wawancara|",
        "|||||",
        HEAD,
        "|||Berapa?||",
        "|Jumlah tamu / layanan|||Observasi|",
    )
    assert [(item.id, item.code) for item in found.items] == [("W-1", "KUAN.TGT"), ("W-2", "KUAN.TGT")]
    assert (found.problems, found.blank) == ((), 1)


def test_every_table_with_a_head_is_read_and_the_others_are_left(book: Codebook) -> None:
    found = read(
        extract(
            ["Indikator|Pertanyaan", "KUAN.TAM|A?"],
            ["Nama|Umur", "Ani|3"],
            ["Indikator|Dokumen", "KUAN.TAM|Buku tamu", "KUAN.XX|Buku"],
        ),
        "i.docx",
        book,
    )
    assert [item.id for item in found.items] == ["W-1", "D-1"]
    assert [problem.where for problem in found.problems] == ["i.docx [Lembar3]:3"]


def test_what_the_study_calls_its_levels_heads_the_columns_too() -> None:
    other = codebook.read(ROOT / "codebooks" / "remote-work.yaml")[0]
    rows = ("Outcome|Dimension|No|Question", "Job demands|Workload|1|How much work is there?")
    assert good(other, *rows) == ["W-1 DEM.WL How much work is there?"]
    assert "does not stand under WB" in bad(other, rows[0], "Well-being at work|Workload|1|How much?")[0]


# ---------------------------------------------------------------- what will not do
def test_every_bad_row_is_named_at_once_with_its_number_and_what_was_meant(book: Codebook) -> None:
    assert bad(
        book,
        HEAD,
        "Kuantitas|Capaian targt|1|A?|Wawancara|",
        "Kuantitas|Inisiatif|2|B?|Wawancara|",
        "Kuantitas|Capaian target|3|C?|Wawancra|",
        "Kuantitas|Capaian target|no. 4!|D?|Wawancara|",
        "Kuantitas|Capaian target|5|E?|Wawancara|",
        f"Kuantitas|Capaian target|6|{'x' * (LONGEST + 1)}|Wawancara|",
        "Kuantitas|Capaian target|5|F?|Wawancara|",
    ) == [
        "i.xlsx:2: The codebook has no “Capaian targt”. Perhaps KUAN.TGT (Target achievement)?",
        "i.xlsx:3: “Inisiatif” does not stand under KUAN. MAND.INI stands under MAND (Independence).",
        "i.xlsx:4: The technique “Wawancra” is not known. Did you mean “wawancara”?",
        "i.xlsx:5: The number “no. 4!” cannot be used. Write a number such as 3, 3a or 2.1.",
        "i.xlsx:7: The text has 1001 characters; 1000 at most. Divide it into several rows.",
        "i.xlsx:8: The number W-5 is used in row 6 already. Give it another number.",
    ]


def test_a_name_that_goes_on_from_above_is_told_of_once(book: Codebook) -> None:
    rows = (HEAD, "Kuantitasss|Capaian target|1|A?|Wawancara|", "||2|B?||", "||3|C?||")
    assert [line.partition(": ")[0] for line in bad(book, *rows)] == ["i.xlsx:2"]
    wrong = (HEAD, "|KUAN.TAM|1|A?|Wawancra|", "||2|B?||")
    assert [line.partition(": ")[0] for line in bad(book, *wrong)] == ["i.xlsx:2"]
    assert len(bad(book, HEAD, "|KUAN.TAM|no!|A?|Wawancara, Observasi|")) == 1


def test_a_row_without_indicator_or_technique_is_named(book: Codebook) -> None:
    assert bad(book, HEAD, "||1|A?|Wawancara|") == [
        "i.xlsx:2: There is no indicator. Write the name or the code of an indicator."
    ]
    assert bad(book, HEAD, "|KUAN.TAM|1|A?||") == [
        "i.xlsx:2: There is no technique. Write Interview, Observation or Documentation."
    ]


def test_a_file_without_the_head_of_an_instrument_is_told_its_columns(book: Codebook) -> None:
    for rows in (("Nama|Umur", "Ani|3"), ("Indikator|Teknik", "KUAN.TAM|Wawancara")):
        assert bad(book, *rows)[0].startswith("i.xlsx: There is no table of an instrument")
    assert read(Extract("docx", "Tidak ada tabel"), "i.docx", book).problems


def test_a_retired_code_and_a_name_of_two_codes_are_refused(book: Codebook) -> None:
    from dataclasses import replace

    tam = book.by_id["KUAN.TAM"]
    two = replace(tam, id="KUAN.TBM", name=book.by_id["KUAN.TGT"].name)
    old = replace(tam, retired="2.0.0", replaced_by="KUAN.TGT")
    changed = replace(book, codes=tuple(old if code is tam else code for code in (*book.codes, two)))
    names = Names(changed)
    assert names.find("Capaian target")[1] is not None
    assert names.find("KUAN.TAM")[0] is None
    assert names.find("Jumlah tamu / layanan", "KUAN")[1] is not None
    assert bad(changed, HEAD, "|Capaian target|1|A?|Wawancara|", "|KUAN.TAM|2|B?|Wawancara|") == [
        "i.xlsx:2: “Capaian target” is the name of KUAN.TGT, KUAN.TBM. Write the code.",
        "i.xlsx:3: The code KUAN.TAM is retired. Use KUAN.TGT.",
    ]
    assert names.written(two, "KUAN", "id") == "KUAN.TBM"  # its name is not enough


# ---------------------------------------------------------------- written
def test_the_grid_says_everybody_in_words_and_joins_techniques(book: Codebook) -> None:
    items = [
        Item("1", "interview", "KUAN.TAM", "Berapa tamunya?"),
        Item("1", "observation", "KUAN.TAM", "Berapa tamunya?"),
        Item("2", "interview", "KUAN", "Umum?", ("Camat", "I-02")),
        Item("3", "interview", "GONE.CODE", "Lama?"),
    ]
    assert lines(items, book, "en") == [
        ("Quantity", "Visitors / services handled", "1", "Berapa tamunya?", "Interview and Observation", "all"),
        ("Quantity", "(general)", "2", "Umum?", "Interview", "Camat, I-02"),
        ("", "GONE.CODE", "3", "Lama?", "Interview", "all"),
    ]


def test_the_template_has_a_row_for_each_leaf_and_technique(book: Codebook) -> None:
    rows = template(book, "id")
    leaves = {code.id for code in book.codes if code.codable} - {code.parent for code in book.codes}
    assert len(rows) == 3 * len(leaves)
    assert rows[0] == ("Kualitas kerja", "Hasil kerja / laporan", "", "", "Wawancara", "")
    assert {row.text for row in rows} == {""}
