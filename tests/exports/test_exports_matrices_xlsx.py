"""Tables as a workbook, opened again with openpyxl."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from exports_values import AWKWARD, TEXTS, bi, members, quote, table, technique
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from kualcode.document import Entry, Matrix
from kualcode.errors import KualcodeError
from kualcode.exports import safe, sheet_grid
from kualcode.exports.labels import CONTINUED, CONTINUES
from kualcode.exports.matrices import render
from kualcode.exports.matrix_xlsx import sheet_names
from kualcode.exports.sheet_text import MOST_BREAKS, MOST_UNITS, pieces
from kualcode.text import utf16_offset

LONG = "Uraian yang panjang tentang pekerjaan. "


def opened(*matrices: Matrix, lang: Any = "id") -> Any:
    """The workbook as a reader has it."""
    return load_workbook(io.BytesIO(render(matrices, "xlsx", lang)))


def values(sheet: Any) -> list[list[object]]:
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def as_written(text: str) -> str:
    """A text as it stands in the file; Excel and LibreOffice read `_x005F_x0041_` as `_x0041_`, openpyxl does not."""
    return safe.workbook_text(safe.plain(text))


def target(book: Any, cell: Any) -> Any:
    """The cell to which a cell leads."""
    found = re.fullmatch(r"'(.*)'!([A-Z]+\d+)", cell.hyperlink.location)
    assert found is not None
    assert cell.hyperlink.target is None
    return book[found[1].replace("''", "'")][found[2]]


# ---------------------------------------------------------------- sheets
def test_a_sheet_has_caption_head_rows_and_notes() -> None:
    sheet = opened(table(["a", "b"]))["L4"]
    assert values(sheet) == [
        ["Tabel 1. Tema menurut sumber", None, None],
        ["No", "Tema", "Wawancara"],
        [1, "a", "a"],
        [2, "b", "b"],
        ["Catatan: Kriteria: SOP.", None, None],
    ]
    assert sheet["A3"].data_type == "n"


def test_the_head_stays_in_view_and_is_repeated_on_landscape_pages_as_wide_as_the_table() -> None:
    sheet = opened(table(["a"]))["L4"]
    assert sheet.freeze_panes == "A3"
    assert sheet.print_title_rows == "$2:$2"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.oddFooter.center.text == "Halaman &P dari &N"
    assert sheet["A2"].font.b
    assert sheet["A2"].fill.fgColor.rgb.endswith("E7E7E7")
    assert sheet["B3"].alignment.wrap_text
    assert sheet["B3"].border.top.style == "thin"


def test_a_provisional_table_is_marked_and_tinted_in_every_cell_and_says_so_first() -> None:
    sheet = opened(table(["", "b"], provisional=True), lang="en")["L4"]
    assert sheet["A2"].value.startswith("Provisional: this table holds suggestions")
    assert [cell.value for row in sheet["A4:C5"] for cell in row] == [
        "[provisional] 1",
        "[provisional]",
        "[provisional]",
        "[provisional] 2",
        "[provisional] b",
        "[provisional] b",
    ]
    assert {cell.fill.fgColor.rgb[-6:] for row in sheet["A4:C5"] for cell in row} == {"FDF1D6"}
    assert values(sheet)[-1][0] == "Note: Kriteria: SOP."


def test_names_of_sheets_are_such_as_excel_takes() -> None:
    names = sheet_names(["L1", "l1", "a/b?", "x" * 40, "x" * 41, "Kutipan", "'", "History"], "Kutipan")
    assert names == ["L1", "l1 (2)", "a_b_", "x" * 31, "x" * 25 + " (2)", "Kutipan (2)", "Table", "History (2)"]
    assert opened(table(["a"], id="L1: teknik"), table(["b"], id="it's")).sheetnames == ["L1_ teknik", "it's"]


# ---------------------------------------------------------------- quotes
def test_a_short_cell_leads_to_its_quotes_and_each_quote_back() -> None:
    book = opened(technique())
    assert book.sheetnames == ["L1", "Kutipan"]
    cell = book["L1"]["C4"]
    first = target(book, cell)
    assert (cell.value, cell.hyperlink.tooltip) == ("tidak ada data", "2 kutipan")
    assert first.coordinate == "A6"
    assert [c.value for c in book["Kutipan"][6]] == [
        4,
        "L1!C4",
        "Ketepatan / Wawancara",
        "Laporan itu sering terlambat [tertawa].",
        "I-02, unsur staf",
        "wawancara 12 Januari 2024, brs. 2",
        "positif",
        "wawancara/i02.docx",
        "bukti2",
    ]
    assert [target(book, book["Kutipan"][f"B{row}"]).coordinate for row in range(3, 8)] == ["C3"] * 3 + ["C4"] * 2


def test_beside_long_cells_stands_a_column_with_the_numbers_of_their_quotes() -> None:
    """LibreOffice sets a linked cell on one line: a long text is not the link itself."""
    book = opened(table([LONG, "b"], quotes=[quote(1), quote(2)]))
    sheet = book["L4"]
    assert [[c.value for c in row] for row in sheet["A2:D4"]] == [
        ["No", "Tema", "Wawancara", None],
        [1, LONG, LONG, "[1]–[2]"],
        [2, "b", "b", "[3]–[4]"],
    ]
    assert "C2:D2" in map(str, sheet.merged_cells.ranges)
    assert sheet["C3"].hyperlink is None
    assert target(book, sheet["D4"]).value == 3
    assert target(book, book["Kutipan"]["B5"]).coordinate == "D4"


def test_translations_have_a_column_where_there_are_any() -> None:
    sheet = opened(table(["a"], quotes=[quote(1), quote(2, translation="Late.")]), lang="en")["Quotes"]
    assert sheet["J2"].value == "Researcher's translation"
    assert [sheet["J3"].value, sheet["J4"].value] == [None, "Late."]


def test_a_table_without_quotes_has_no_sheet_of_them() -> None:
    assert opened(table(["a"])).sheetnames == ["L4"]


# ---------------------------------------------------------------- text
@pytest.mark.parametrize("text", ["=1+1", "=cmd|' /C calc'!A0", "+62 812", "#N/A", "@x", "-rahasia", "{=1}"])
def test_no_text_is_a_formula_or_an_error(text: str) -> None:
    cell = opened(table([text], quotes=[quote(1, text)]))["L4"]["B3"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert bool(cell.quotePrefix) is safe.is_formula(text)
    made = members(render([table([text], quotes=[quote(1, text)])], "xlsx", "id"))
    assert not any(b"<f>" in data or b"<f " in data for name, data in made.items() if "worksheets" in name)


def test_a_number_too_long_for_excel_is_kept_as_text() -> None:
    sheet = opened(Matrix("x", bi("x"), (bi("a"), bi("b")), ((Entry(10**15), Entry(-(10**15) + 1)),)))["x"]
    assert (sheet["A3"].value, sheet["B3"].value) == ("1000000000000000", -(10**15) + 1)


def test_what_excel_would_unescape_is_escaped() -> None:
    made = members(render([table(["_x0041_ _x1"])], "xlsx", "id"))["xl/worksheets/sheet1.xml"].decode()
    assert ">_x005F_x0041_ _x1</t>" in made


@settings(max_examples=25, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_every_text_comes_back_from_a_workbook(texts: list[str]) -> None:
    quotes = [quote(n, text) for n, text in enumerate(texts)]
    book = opened(
        Matrix(
            "x",
            bi(texts[0]),
            tuple(map(bi, texts)),
            (tuple(map(Entry, texts)), (Entry("", tuple(quotes)),) * len(texts)),
        )
    )
    plain = [as_written(text) or None for text in texts]
    sheet = book["x"]
    assert [sheet.cell(2, 2 * n + 1).value for n in range(len(texts))] == plain
    assert [sheet.cell(3, 2 * n + 1).value for n in range(len(texts))] == plain
    assert [book["Kutipan"].cell(3 + n, 4).value for n in range(len(texts))] == plain


# ---------------------------------------------------------------- room
def test_a_text_that_one_cell_cannot_hold_goes_on_in_the_next_row() -> None:
    text = LONG * 2000
    sheet = opened(table([text]))["L4"]
    parts = [c.value for c in sheet["B"][2:] if c.value]
    assert len(parts) == 3
    assert parts[0].endswith(CONTINUES.id)
    assert parts[2].startswith(CONTINUED.id)
    assert all(len(part) <= MOST_UNITS for part in parts)
    assert "".join(part.removeprefix(CONTINUED.id).removesuffix(CONTINUES.id) for part in parts) == text


@given(st.integers(0, 3), st.integers(0, 80), st.integers(0, 400), st.sampled_from(["kata ", "😀", "_x0041_", "a"]))
@settings(max_examples=40, deadline=None)
def test_pieces_fit_a_cell_and_join_to_the_text(thousands: int, more: int, breaks: int, unit: str) -> None:
    text = unit * (thousands * 9000 + more) + "\n" * breaks + unit
    parts = pieces(text, "id")
    for part in parts:
        written = safe.workbook_text(part)
        assert utf16_offset(written, len(written)) <= MOST_UNITS
        assert part.count("\n") <= MOST_BREAKS
    marks = range(len(parts))
    bare = [p.removeprefix(CONTINUED.id if n else "") for n, p in zip(marks, parts, strict=True)]
    assert (
        "".join(p.removesuffix(CONTINUES.id if n < len(parts) - 1 else "") for n, p in zip(marks, bare, strict=True))
        == text
    )


def test_a_text_is_parted_at_a_blank() -> None:
    first, second = pieces("kata " * 8000, "id")
    assert first.endswith(f"kata {CONTINUES.id}")
    assert second.startswith(f"{CONTINUED.id}kata ")


def test_rows_are_high_enough_and_none_higher_than_excel_shows() -> None:
    sheet = opened(table([LONG * 5, LONG * 300, "baris\n" * 40]))["L4"]
    heights = [sheet.row_dimensions[row].height for row in range(1, sheet.max_row + 1)]
    assert max(heights) <= 409
    width = sheet.column_dimensions["B"].width
    starts = [cell.row for cell in sheet["A"] if isinstance(cell.value, int)]
    for start, end in zip(starts, [*starts[1:], sheet.max_row], strict=True):
        text = sheet.cell(start, 2).value
        least = max(len(text) / width, text.count("\n")) * 12.75  # points of a line of Arial 10 in Excel
        assert sum(heights[start - 1 : end - 1]) >= least
    assert f"B{starts[1]}:B{starts[2] - 1}" in map(str, sheet.merged_cells.ranges)


def test_ten_columns_of_long_words_keep_their_words_whole() -> None:
    words = ("Pertanggungjawaban", "penyelenggaraan", "ketidaksesuaian", "a")
    columns = tuple(bi(f"Kolom {n}") for n in range(10))
    sheet = opened(Matrix("x", bi("x"), columns, (tuple(Entry(words[n % 4]) for n in range(10)),)))["x"]
    for number in range(10):
        width = sheet.column_dimensions[sheet.cell(2, number + 1).column_letter].width
        assert width >= len(words[number % 4]) + 1
    assert sheet.row_dimensions[3].height < 20


def test_a_table_longer_than_a_sheet_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_grid, "LAST_ROW", 4)
    opened(table(["a"]))
    with pytest.raises(KualcodeError) as error:
        opened(table(["a", "b"]))
    assert "csv" in error.value.message("id")


def test_awkward_texts_all_stand_in_one_workbook() -> None:
    sheet = opened(table(AWKWARD))["L4"]
    assert [row[1] for row in values(sheet)[2 : 2 + len(AWKWARD)]] == [as_written(text) for text in AWKWARD]
