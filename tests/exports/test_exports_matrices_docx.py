"""Tables in Word, opened again with python-docx."""

from __future__ import annotations

import io
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from exports_values import AWKWARD, TEXTS, bi, quote, table, technique
from hypothesis import given, settings
from hypothesis import strategies as st

from kualcode.analysis.layouts.quotes import inside
from kualcode.document import Entry, Matrix
from kualcode.errors import Lang
from kualcode.exports import safe
from kualcode.exports.matrices import render
from kualcode.exports.matrix_docx import font_size, is_wide

LONG = "Uraian yang panjang tentang pekerjaan. "


def opened(*matrices: Matrix, lang: Lang = "id") -> Any:
    """The document as a reader has it."""
    return Document(io.BytesIO(render(matrices, "docx", lang)))


def rows(grid: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in grid.rows]


def paragraphs(document: Any) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def anchors(document: Any) -> list[str]:
    return [link.get(qn("w:anchor")) for link in document.element.iter(qn("w:hyperlink"))]


def bookmarks(document: Any) -> list[str]:
    return [mark.get(qn("w:name")) for mark in document.element.iter(qn("w:bookmarkStart"))]


# ---------------------------------------------------------------- the page
def test_the_page_is_a_landscape_a4_in_times_new_roman_with_a_number() -> None:
    document = opened(technique())
    (section,) = document.sections
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (29.7, 21.0)
    assert [round(m.cm) for m in (section.top_margin, section.left_margin, section.right_margin)] == [4, 3, 3]
    assert document.styles["Normal"].font.name == "Times New Roman"
    assert document.styles["kualcode-cell-11"].font.size == Pt(11)
    assert "PAGE" in section.footer._element.xml


def test_the_properties_name_the_table_and_no_person() -> None:
    properties = opened(technique(), lang="en").core_properties
    assert properties.title == "Triangulation of techniques"
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert opened(technique(), technique()).core_properties.title == "Tabel penelitian"


def test_the_spelling_is_checked_in_the_language_of_the_text() -> None:
    assert 'w:val="id-ID"' in opened(technique()).styles.element.xml
    assert 'w:val="en-GB"' in opened(technique(), lang="en").styles.element.xml


# ---------------------------------------------------------------- the table
def test_a_table_has_its_caption_above_and_notes_and_quotes_below() -> None:
    document = opened(table(["a"], quotes=[quote(1, translation="Late.")]))
    assert [element.tag.split("}")[1] for element in document.element.body] == ["p", "tbl", "p", "p", "p", "sectPr"]
    assert paragraphs(document) == [
        "Tabel 1. Tema menurut sumber",
        "Catatan: Kriteria: SOP.",
        "Kutipan untuk Tabel 1",
        "[1]\t“Laporan itu sering terlambat [tertawa].” "
        "(I-01, unsur staf, wawancara 12 Januari 2024, brs. 1; positif) “Late.” (terjemahan peneliti) bukti1",
    ]
    assert rows(document.tables[0]) == [["No", "Tema", "Wawancara"], ["1", "a", "a [1]"]]
    caption = document.paragraphs[0]
    assert caption.style.name == "Caption"
    assert caption.paragraph_format.keep_with_next
    assert " SEQ Tabel \\* ARABIC " in caption._p.xml


def test_the_head_is_repeated_on_each_page_and_only_low_rows_are_kept_whole() -> None:
    grid = opened(table(["a", LONG * 100])).tables[0]
    assert [row._tr.xml.count("<w:tblHeader/>") for row in grid.rows] == [1, 0, 0]
    assert [row._tr.xml.count("<w:cantSplit/>") for row in grid.rows] == [1, 1, 0]


def test_cells_refer_to_quotes_by_number_and_quotes_lead_back() -> None:
    document = opened(technique())
    assert [row[2] for row in rows(document.tables[0])[1:]] == ["Tujuh informan [1]–[3]", "tidak ada data [2] [4]"]
    assert anchors(document) == [
        *("quote_1_1", "quote_1_3", "quote_1_2", "quote_1_4"),
        *("cell_1_1_3", "cell_1_1_3", "cell_1_1_3", "cell_1_2_3"),
    ]
    assert set(anchors(document)) <= set(bookmarks(document))
    assert len(set(bookmarks(document))) == len(bookmarks(document))


def test_a_quote_that_stands_in_cell_after_cell_leads_back_to_the_first() -> None:
    row = (Entry("a", (quote(1),)), Entry("b", (quote(1),)), Entry("c", (quote(2), quote(1))))
    document = opened(Matrix("x", bi("x"), (bi("a"), bi("b"), bi("c")), (row,)))
    assert rows(document.tables[0])[1] == ["a [1]", "b [1]", "c [1] [2]"]
    assert anchors(document)[4:] == ["cell_1_1_1", "cell_1_1_3"]


def test_each_table_starts_a_page_and_its_quotes_a_count_of_their_own() -> None:
    document = opened(technique(), table(["a"], quotes=[quote(1)]))
    captions = [p for p in document.paragraphs if p.text.startswith("Tabel ")]
    assert [p.text for p in captions] == ["Tabel 1. Triangulasi teknik", "Tabel 2. Tema menurut sumber"]
    assert [bool(p.paragraph_format.page_break_before) for p in captions] == [False, True]
    assert rows(document.tables[1])[1][2] == "a [1]"
    assert len(set(bookmarks(document))) == len(bookmarks(document))
    assert set(anchors(document)) <= set(bookmarks(document))


def test_a_provisional_table_is_marked_and_tinted_in_every_cell_and_explained() -> None:
    document = opened(table(["", "b"], provisional=True))
    grid = document.tables[0]
    assert rows(grid)[1:] == [
        ["[sementara] 1", "[sementara]", "[sementara]"],
        ["[sementara] 2", "[sementara] b", "[sementara] b"],
    ]
    assert [row._tr.xml.count('w:fill="FDF1D6"') for row in grid.rows] == [0, 3, 3]
    assert paragraphs(document)[0] == "Tabel 1. Tema menurut sumber [sementara]"
    assert paragraphs(document)[1].startswith("Catatan: Sementara: ")


def test_numbers_after_arabic_are_not_turned_round() -> None:
    grid = opened(table(["مرحبا", "a"], quotes=[quote(1)])).tables[0]
    assert [row[2] for row in rows(grid)[1:]] == ["مرحبا\u200e [1]", "a [1]"]


# ---------------------------------------------------------------- room
def test_columns_fill_the_page_and_have_the_same_breadth_in_grid_and_cells() -> None:
    """Word goes by the cells, LibreOffice by the grid."""
    grid = opened(table([LONG * 30, "b"])).tables[0]
    breadths = [column.width for column in grid.columns]
    assert sum(breadths) == pytest.approx(Cm(23.7), rel=0.001)
    assert all([cell.width for cell in row.cells] == breadths for row in grid.rows)
    assert breadths[1] == breadths[2] > 4 * breadths[0]


def test_the_text_of_a_table_gets_smaller_before_its_words_are_broken() -> None:
    few, many = [["kata"]] * 4, [["Pertanggungjawaban"]] * 10
    assert font_size(few, 23.7) == 11
    assert font_size(many, 23.7) == 7
    assert font_size([["Pertanggungjawaban"]] * 6, 23.7) == 10


def test_a_table_is_wide_where_upright_its_words_would_be_broken_or_columns_are_many() -> None:
    def of(*heads: str) -> Matrix:
        return Matrix("x", bi("x"), tuple(map(bi, heads)), (tuple(Entry(1) for _ in heads),))

    assert not is_wide(of("a", "b", "c", "d", "e"), "id")
    assert is_wide(of("a", "b", "c", "d", "e", "f"), "id")
    assert is_wide(of(*["Pertanggungjawaban"] * 4), "id")


def test_elements_stand_in_the_order_that_the_schema_asks_for() -> None:
    """ECMA-376 part 1, CT_TblPr and CT_P: Word may refuse a file with another order."""
    document = opened(technique())
    properties = [element.tag.split("}")[1] for element in document.tables[0]._tbl.tblPr]
    assert properties[-3:] == ["tblLayout", "tblCellMar", "tblLook"]
    listed = [p for p in document.paragraphs if p.style.name == "kualcode-quotes"]
    order = [element.tag.split("}")[1] for element in listed[0]._p]
    assert order == ["pPr", "bookmarkStart", "bookmarkEnd", "hyperlink", "r", "r"]


# ---------------------------------------------------------------- text
@settings(max_examples=25, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=6))
def test_every_text_comes_back_from_word(texts: list[str]) -> None:
    said = [quote(n, text) for n, text in enumerate(texts)]
    cells = (tuple(map(Entry, texts)), (Entry("", tuple(said)), *map(Entry, texts[1:])))
    document = opened(Matrix("x", bi(texts[0]), tuple(map(bi, texts)), cells))
    plain = [safe.plain(text) for text in texts]
    assert rows(document.tables[0])[:2] == [plain, plain]
    quotes = dict.fromkeys(f"“{inside(text)}” (I-{n:02d}" for n, text in enumerate(plain))
    listed = [p.text for p in document.paragraphs if p.style.name == "kualcode-quotes"]
    assert len(listed) == len(quotes)
    for number, (start, made) in enumerate(zip(quotes, listed, strict=True), 1):
        assert made.startswith(f"[{number}]\t{start}")


def test_awkward_texts_all_stand_in_one_document() -> None:
    assert [row[1] for row in rows(opened(table(AWKWARD)).tables[0])[1:]] == [safe.plain(text) for text in AWKWARD]
