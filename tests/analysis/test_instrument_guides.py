"""Guides out of the instrument: the grid with its answers, and pages for the field with room to fill in."""

from __future__ import annotations

from pathlib import Path

import pytest

from kualcode import codebook
from kualcode.analysis.evidence import Technique
from kualcode.analysis.instrument.guides import About, grid, guide, table
from kualcode.analysis.instrument.items import Item
from kualcode.document import Bullet, Heading, Matrix, Paragraph
from kualcode.errors import Lang
from kualcode.exports.labels import value
from kualcode.model import Codebook

ROOT = Path(__file__).parents[2]
ITEMS = (
    Item("1", "interview", "KUAN.TAM", "Berapa tamunya?"),
    Item("1", "documentation", "KUAN.TAM", "Buku tamu"),
    Item("2", "interview", "KUAN", "Bagaimana jumlah pekerjaan?", ("Camat", "I-02")),
    Item("3", "interview", "TEPAT.PEN", "Berapa lama?"),
    Item("1", "observation", "TEPAT.PEN", "Lama menunggu"),
)


@pytest.fixture(scope="module")
def book() -> Codebook:
    return codebook.read(ROOT / "codebooks" / "asn-kinerja.yaml")[0]


def cells(matrix: Matrix, lang: Lang = "id") -> list[list[str]]:
    return [[value(entry, lang) for entry in row] for row in matrix.rows]


def test_the_grid_names_a_level_once_unless_each_row_stands_alone(book: Codebook) -> None:
    assert [row[:3] for row in cells(grid(ITEMS, book))] == [
        ["Kuantitas", "Jumlah tamu / layanan", "1"],
        ["", "", "1"],
        ["", "(umum)", "2"],
        ["Ketepatan waktu", "Penyelesaian pekerjaan", "3"],
        ["", "", "1"],
    ]
    assert [row[0] for row in cells(grid(ITEMS, book, whole=True), "en")] == ["Quantity"] * 3 + ["Timeliness"] * 2


def test_the_grid_counts_answers_and_informants_of_questions_alone(book: Codebook) -> None:
    found = grid(ITEMS, book, {"W-1": (7, 5)})
    assert [column.en for column in found.columns][-2:] == ["Informants", "Linked answers"]
    assert [row[-1] for row in cells(found, "en")] == ["7 (5 informants)", "-", "0", "0", "-"]
    assert [row[5] for row in cells(found)] == ["semua", "-", "Camat, I-02", "semua", "-"]


def test_a_guide_holds_the_lines_of_its_technique_with_room_to_fill_in(book: Codebook) -> None:
    assert cells(table(ITEMS, book, "interview")) == [
        ["1", "Jumlah tamu / layanan", "Berapa tamunya?", "semua"],
        ["2", "Kuantitas (umum)", "Bagaimana jumlah pekerjaan?", "Camat, I-02"],
        ["3", "Penyelesaian pekerjaan", "Berapa lama?", "semua"],
    ]
    papers = table(ITEMS, book, "documentation")
    assert [column.id for column in papers.columns] == ["No", "Indikator", "Dokumen", "Ada/tidak", "Keterangan"]
    assert cells(papers) == [["1", "Jumlah tamu / layanan", "Buku tamu", "", ""]]
    assert cells(table(ITEMS, book, "observation"), "en") == [["1", "Completion of work", "Lama menunggu", ""]]


@pytest.mark.parametrize("which", ["interview", "observation", "documentation"])
def test_a_page_tells_of_the_study_and_gives_the_same_blocks_again(book: Codebook, which: Technique) -> None:
    about = About("Kinerja pegawai", "Dwi")
    found = guide(ITEMS, book, which, about)
    said = [block.text.id for block in found if isinstance(block, Paragraph)]
    assert said == ["Judul penelitian: Kinerja pegawai", "Peneliti: Dwi"]
    assert isinstance(found[-1], Matrix)
    assert found == guide(ITEMS, book, which, about)
    assert not any(isinstance(block, Paragraph) for block in guide(ITEMS, book, which, About()))


def test_the_interview_guide_asks_for_consent_before_it_asks_anything(book: Codebook) -> None:
    found = guide(ITEMS, book, "interview", About())
    heads = [block.text.id for block in found if isinstance(block, Heading)]
    assert heads == ["Identitas", "Petunjuk", "Pertanyaan"]
    said = [block.text.id for block in found if isinstance(block, Bullet)]
    assert said[0].startswith("Kode informan: ....")  # a code, never a name
    assert any("persetujuan tertulis atau terekam" in line and "Pasal 22" in line for line in said)
