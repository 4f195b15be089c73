"""The grid of an instrument as a workbook: merged, ready to print, the same bytes, and read back as it was."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from kualcode import codebook, sources
from kualcode.analysis.evidence import Technique
from kualcode.analysis.instrument.grid import HEADS, Line, lines, template
from kualcode.analysis.instrument.items import Item
from kualcode.analysis.instrument.table import TECHNIQUES, read
from kualcode.errors import Lang
from kualcode.exports.instrument_xlsx import as_workbook
from kualcode.text import normalise, squash

BOOK = codebook.read(Path(__file__).parents[2] / "codebooks" / "asn-kinerja.yaml")[0]
SPICE = (
    "[tertawa]",
    "=1+1",
    "+62",
    "@a",
    "😀",
    "é",
    "שלום",
    "\u202e",
    "_x0041_",
    "&amp;",
    "<b>",
    '"',
    ";",
    "1.",
    "-",
    "#N/A",
    "TRUE",
)
WRITTEN = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff\ufeff")
WORDS = st.lists(st.one_of(st.text(WRITTEN, max_size=10), st.sampled_from(SPICE)), min_size=1, max_size=5)


def said(words: Sequence[str]) -> str:
    """Text as an item holds it: normalised, on one line."""
    return squash(normalise(" ".join(words)))


TEXTS = WORDS.map(said).filter(bool)
NAMES = TEXTS.map(lambda text: squash(text.replace(",", " ").replace(";", " "))).filter(
    lambda text: bool(text) and text.casefold() not in ("semua", "all", "-", "–", "—", "everybody")
)
NUMBERS = st.one_of(st.integers(1, 60).map(str), st.sampled_from(["1a", "2.1", "03", "10b"]))


@st.composite
def instruments(draw: st.DrawFn) -> tuple[Item, ...]:
    """Items as a table gives them: of codes that exist, each number once a technique."""
    codes = [code.id for code in BOOK.codes]
    rows = draw(
        st.lists(
            st.tuples(
                NUMBERS,
                st.sampled_from(list(TECHNIQUES)),
                st.sampled_from(codes),
                TEXTS,
                st.lists(NAMES, max_size=3, unique=True).map(tuple),
            ),
            min_size=1,
            max_size=8,
            unique_by=lambda row: (row[0], row[1]),
        )
    )
    return tuple(Item(*row) for row in rows)


def back(data: bytes, suffix: str, folder: Path) -> tuple[Item, ...]:
    """The items of a file."""
    path = folder / f"instrumen{suffix}"
    path.write_bytes(data)
    found = read(sources.read(path), path.name, BOOK)
    assert found.problems == ()
    return found.items


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("instrument")


# ---------------------------------------------------------------- there and back
@settings(max_examples=60, deadline=None)
@given(items=instruments(), lang=st.sampled_from(["id", "en"]))
def test_what_is_written_is_read_back_as_it_was(folder: Path, items: tuple[Item, ...], lang: Lang) -> None:
    data = as_workbook(lines(items, BOOK, lang), lang, above=["Kisi-kisi", "Judul: Pertanyaan"])
    assert back(data, ".xlsx", folder) == items


@settings(max_examples=60, deadline=None)
@given(items=instruments())
def test_the_same_rows_as_csv_are_read_back_too(folder: Path, items: tuple[Item, ...]) -> None:
    out = StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow([head.id for head in HEADS])
    writer.writerows(lines(items, BOOK, "id"))
    assert back(out.getvalue().encode(), ".csv", folder) == items


def test_both_techniques_of_one_row_come_back_as_two_items(folder: Path) -> None:
    kinds: tuple[Technique, ...] = ("observation", "interview")
    items = tuple(Item("3", kind, "FH.SAR", "Keadaan komputer", ("staf",)) for kind in kinds)
    made = lines(items, BOOK, "id")
    assert [line.technique for line in made] == ["Observasi dan Wawancara"]
    assert back(as_workbook(made, "id"), ".xlsx", folder) == items


def test_a_question_as_long_as_may_be_comes_back(folder: Path) -> None:
    items = tuple(Item(str(n), "interview", "FH.SAR", "panjang " * 124 + "lagi?") for n in (1, 2, 3))
    assert back(as_workbook(lines(items, BOOK, "id"), "id"), ".xlsx", folder) == items


# ---------------------------------------------------------------- how it looks
def grid() -> list[Line]:
    items = (
        Item("1", "interview", "KUAN.TGT", "Satu?"),
        Item("2", "interview", "KUAN.TGT", "Dua?"),
        Item("3", "interview", "KUAN.TAM", "Tiga?"),
        Item("1", "observation", "FH.SAR", "=Empat"),
    )
    return lines(items, BOOK, "id")


def test_names_that_go_on_are_one_merged_cell_and_the_rest_are_plain() -> None:
    sheet = load_workbook(BytesIO(as_workbook(grid(), "id", above=["Kisi-kisi"]))).worksheets[0]
    assert sheet.title == "Instrumen"
    assert sorted(str(area) for area in sheet.merged_cells.ranges if area.min_row > 1) == ["A3:A5", "B3:B4"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows(3, 6)] == [
        ["Kuantitas", "Capaian target", 1, "Satu?", "Wawancara", "semua"],
        [None, None, 2, "Dua?", "Wawancara", "semua"],
        [None, "Jumlah tamu / layanan", 3, "Tiga?", "Wawancara", "semua"],
        ["Faktor penghambat", "Kurangnya sarana dan prasarana", 1, "=Empat", "Observasi", "-"],
    ]
    assert (sheet["D6"].data_type, sheet["D6"].quotePrefix) == ("s", True)


def test_general_lines_of_two_sub_variables_stay_apart_and_a_covered_name_takes_no_room() -> None:
    items = [
        Item(str(n), "interview", code, "A?") for n, code in enumerate(("KUAN", "TEPAT", "TEPAT.RES", "TEPAT.RES"))
    ]
    sheet = load_workbook(BytesIO(as_workbook(lines(items, BOOK, "id"), "id"))).worksheets[0]
    assert sorted(map(str, sheet.merged_cells.ranges)) == ["A3:A5", "B4:B5"]
    heights = [sheet.row_dimensions[row].height for row in (4, 5)]
    assert heights[0] > heights[1]  # "Respons keluhan / kotak saran" has two lines
    long = [Line("Nama sub variabel yang sangat panjang", name, "1", "A?", "Wawancara", "semua") for name in "ab"]
    sheet = load_workbook(BytesIO(as_workbook(long, "id"))).worksheets[0]
    assert sheet.row_dimensions[2].height > sheet.row_dimensions[3].height


def test_it_is_ready_to_print_on_landscape_a4_with_its_head_on_each_page() -> None:
    sheet = load_workbook(BytesIO(as_workbook(grid(), "id", above=["Kisi-kisi"]))).worksheets[0]
    assert (sheet.page_setup.orientation, str(sheet.page_setup.paperSize)) == ("landscape", "9")
    assert (sheet.print_title_rows, sheet.page_setup.fitToWidth) == ("$2:$2", 1)
    assert sheet["A1"].value == "Kisi-kisi"


def test_the_same_rows_are_the_same_bytes_without_clock_or_name() -> None:
    data = as_workbook(grid(), "id", above=["Kisi-kisi"])
    assert data == as_workbook(grid(), "id", above=["Kisi-kisi"])
    with ZipFile(BytesIO(data)) as archive:
        core = archive.read("docProps/core.xml").decode()
    assert "openpyxl" not in core
    assert {info.date_time for info in ZipFile(BytesIO(data)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_template_is_read_as_a_grid_without_questions(folder: Path) -> None:
    path = folder / "templat.xlsx"
    path.write_bytes(as_workbook(template(BOOK, "en"), "en", above=["Grid"]))
    found = read(sources.read(path), path.name, BOOK)
    assert (found.items, found.problems) == ((), ())
    assert found.blank == len(template(BOOK, "en")) > 30
