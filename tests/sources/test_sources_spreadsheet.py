"""Excel: values as the sheet shows them; each sheet a table."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from openpyxl import Workbook
from source_files import cell_texts, docx_of, grids, refusal, replaced, saved, xlsx_of

from kualcode.sources import spreadsheet
from kualcode.sources.assemble import rectangle
from kualcode.sources.shown import shown
from kualcode.sources.spreadsheet import read_xlsx
from kualcode.text import normalise

SHEET = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@settings(max_examples=80, deadline=None)
@given(grids)
def test_no_character_is_lost_moved_or_invented(grid: list[list[str]]) -> None:
    extract = read_xlsx(xlsx_of(grid))
    expected = [[normalise(text) for text in row] for row in rectangle(grid)]
    assert extract.text == "\n".join(map("\t".join, expected))
    assert [row for table in extract.tables for row in cell_texts(extract, table)] == expected


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (None, "General", ""),
        (87, "General", "87"),
        (1_500_000, "#,##0", "1500000"),
        (87.6, "General", "87,6"),
        (87.59999999999999, "General", "87,6"),
        (0.1 + 0.2, "General", "0,3"),
        (1e21, "General", "1000000000000000000000"),
        (1.5e-7, "General", "0,00000015"),
        (-0.0, "General", "0"),
        (-0.001, "0.00", "0,00"),
        (87.6, "0", "88"),
        (2.5, "0", "3"),
        (87.6, "0.00", "87,60"),
        (87.6, "0.##", "87,6"),
        (87, "0.00", "87,00"),
        (0.876, "0.0%", "87,6%"),
        (0.876, "0%", "88%"),
        (0.876, "0.00%", "87,60%"),
        (1, "0%", "100%"),
        (12.5, '0.0" km"', "12,5"),
        (-1234.5, '_("Rp"* #,##0.00_);_("Rp"* (#,##0.00)', "-1234,50"),
        (1500, "[$Rp-421]#,##0", "1500"),
        (1500.25, "#,##0,", "1500,25"),
        (12345.678, "0.00E+00", "12345,678"),
        (1e308, "0.00", "1" + "0" * 308 + ",00"),
        (float("inf"), "0.00", "inf"),
        (True, "General", "TRUE"),
        (date(2024, 3, 12), "d/m/yyyy", "2024-03-12"),
        (datetime.fromisoformat("2024-03-12"), "d/m/yyyy", "2024-03-12"),
        (datetime.fromisoformat("2024-03-12 09:30"), "d/m/yyyy h:mm", "2024-03-12 09:30"),
        (datetime.fromisoformat("2024-03-12 09:29:59.999999"), "d/m/yyyy h:mm", "2024-03-12 09:30"),
        (time(9, 5), "h:mm", "09:05"),
        (time(9, 5, 7), "h:mm:ss", "09:05:07"),
        (timedelta(hours=26, minutes=5), "[h]:mm", "26:05"),
        (timedelta(minutes=5, seconds=7), "[h]:mm:ss", "0:05:07"),
        ("=1+1", "General", "=1+1"),
        ("0012", "@", "0012"),
        ("#N/A", "General", "#N/A"),
        ("satu_x000D_\ndua", "General", "satu\r\ndua"),
        ("_xD83D__xDE00_", "General", "😀"),
        ("_xD83D_", "General", "\ufffd"),
    ],
)
def test_a_value_is_shown_as_the_sheet_shows_it(value: object, number_format: str, text: str) -> None:
    assert shown(value, number_format) == text


def test_formats_of_a_real_workbook() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    moment = datetime.fromisoformat("2024-03-12 09:30")
    values = [0.876, moment, date(2024, 3, 12), 87.6, time(9, 5), "ya", True]
    formats = ["0.0%", "dd/mm/yyyy hh:mm", "d mmmm yyyy", "General", "h:mm", "General", "General"]
    sheet.append(values)
    for cell, number_format in zip(sheet[1], formats, strict=True):
        cell.number_format = number_format
    assert read_xlsx(saved(book)).text == "87,6%\t2024-03-12 09:30\t2024-03-12\t87,6\t09:05\tya\tTRUE"


def test_each_sheet_is_a_table_and_the_empty_edge_is_dropped() -> None:
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "Presensi"
    first["A1"], first["B3"] = "Nama", "baris satu\nbaris dua"
    first["D9"] = None
    first["D9"].number_format = "0.00"
    book.create_sheet("Kosong")
    book.create_sheet("Nilai")["B2"] = 3
    extract = read_xlsx(saved(book))
    assert [table.name for table in extract.tables] == ["Presensi", "Nilai"]
    assert cell_texts(extract, extract.tables[0]) == [["Nama", ""], ["", ""], ["", "baris satu\nbaris dua"]]
    assert cell_texts(extract, extract.tables[1]) == [["", ""], ["", "3"]]
    assert extract.text == "Nama\t\n\t\n\tbaris satu\nbaris dua\n\t\n\t3"


def test_a_merged_cell_stands_once() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["C1"] = "lebar", "c"
    sheet.merge_cells("A1:B1")
    assert read_xlsx(saved(book)).text == "lebar\t\tc"


def test_cells_beyond_the_noted_size_are_read() -> None:
    """A wrong <dimension> makes openpyxl's read-only mode pass over cells."""
    data = xlsx_of([["a", "b"], ["c", "d"]])
    assert read_xlsx(replaced(data, SHEET, ('ref="A1:B2"', 'ref="A1"'))).text == "a\tb\nc\td"


def test_a_huge_noted_size_costs_nothing() -> None:
    data = xlsx_of([["a"]])
    assert read_xlsx(replaced(data, SHEET, ('ref="A1"', 'ref="A1:XFD1048576"'))).text == "a"


def test_a_row_number_without_end_is_refused() -> None:
    data = replaced(xlsx_of([["a"]]), SHEET, ('<row r="1"', '<row r="99999999999"'))
    what, fix = refusal(read_xlsx, data)
    assert "too large" in what
    assert "new file" in fix


def test_a_byte_order_mark_in_a_cell_is_no_character() -> None:
    assert read_xlsx(xlsx_of([["\ufeff\ufeffa", "b"]])).text == "a\tb"


def test_a_date_beyond_the_calendar_is_an_error_value_and_no_warning() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = 10**9
    sheet["A1"].number_format = "d/m/yyyy"
    assert read_xlsx(saved(book)).text == "#VALUE!"


def test_formulas_without_a_result_are_counted_in_a_note() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["A2"], sheet["A3"] = 2, "=A1*2", "=A1*3"
    data = saved(book)
    calculated = replaced(data, SHEET, ("<f>A1*2</f><v></v>", "<f>A1*2</f><v>4</v>"))
    assert read_xlsx(data).notes[0].en.startswith("2 formulas")
    extract = read_xlsx(calculated)
    assert extract.text == "2\n4"
    assert extract.notes[0].en.startswith("1 formulas")


def test_a_hidden_sheet_is_read_and_named() -> None:
    book = Workbook()
    book.create_sheet("Rahasia")["A1"] = "x"
    book["Rahasia"].sheet_state = "hidden"
    extract = read_xlsx(saved(book))
    assert extract.text == "x"
    assert extract.notes[0].en == "Hidden sheets were read too: Rahasia."


def shared(items: str, index: int = 0) -> bytes:
    """A workbook as Excel writes it: the text of its one cell stands in a part of shared strings."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    part = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/>'
    data = replaced(xlsx_of([["a"]]), SHEET, (' t="inlineStr"><is><t>a</t></is>', f' t="s"><v>{index}</v>'))
    buffer = BytesIO(replaced(data, "[Content_Types].xml", ("</Types>", part + "</Types>")))
    with ZipFile(buffer, "a") as archive:
        archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">{items}</sst>')
    return buffer.getvalue()


def test_shared_strings_with_runs_of_formatting_give_their_whole_text() -> None:
    runs = "<si><r><rPr><b/></rPr><t>P:</t></r><r><t>Apa?_x000D_\n[tertawa]</t></r></si>"
    assert read_xlsx(shared(runs)).text == "P:Apa?\n[tertawa]"


SOUND = xlsx_of([["a"]])


@pytest.mark.parametrize(
    "data",
    [
        b"bukan zip",
        SOUND[: len(SOUND) // 2],
        docx_of("<w:p/>"),
        shared("<si><t>a</t></si>", 77),
        replaced(SOUND, SHEET, ("<sheetData>", "<sheetData")),
        replaced(SOUND, "xl/workbook.xml", ("<sheets>", "<lembar>")),
    ],
)
def test_a_damaged_or_foreign_file_is_refused(data: bytes) -> None:
    what, fix = refusal(read_xlsx, data)
    assert what == "The file is damaged or not an Excel file."
    assert fix == "Open it in Excel and save it again as .xlsx."


def test_too_many_cells_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "MAX_CELLS", 3)
    assert "over 3 cells" in refusal(read_xlsx, xlsx_of([["a", "b"], ["c", "d"]]))[0]
