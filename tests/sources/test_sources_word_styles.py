"""Headings of a Word document by their style: in any language of Word, and of styles that rest on another."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.styles.style import ParagraphStyle

from kualcode.sources.word import read_docx


def style(document: object, name: str, *, base: str | None = None, id_: str = "", outline: int | None = None) -> None:
    """A paragraph style of one's own."""
    made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)  # type: ignore[attr-defined]
    assert isinstance(made, ParagraphStyle)
    made.base_style = document.styles[base] if base else None  # type: ignore[attr-defined]
    if id_:
        made.element.set(qn("w:styleId"), id_)
    if outline is not None:
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), str(outline))
        made.element.get_or_add_pPr().append(level)


def headings(document: object) -> list[tuple[str, int]]:
    """Words and level of what is read as a heading."""
    out = BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    extract = read_docx(out.getvalue())
    return [(extract.text[start:end], level) for start, end, level in extract.headings]


def test_headings_have_the_level_of_their_style() -> None:
    document = Document()
    document.add_heading("Judul naskah", 0)  # the title of the document is none
    document.add_heading("Hasil", 1)
    document.add_paragraph("Laporan rapi.")
    document.add_heading("Kualitas kerja", 2)
    document.add_heading("", 3)
    assert headings(document) == [("Hasil", 1), ("Kualitas kerja", 2)]


@pytest.mark.parametrize(
    ("own", "level"),
    [
        ({"name": "Bab", "base": "Heading 1"}, 1),
        ({"name": "Judul 2"}, 2),
        ({"name": "Subbab", "id_": "Judul3"}, 3),
        ({"name": "Anak bab", "outline": 1}, 2),
        ({"name": "Daftar isi", "base": "Heading 1", "outline": 9}, 0),
        ({"name": "Isi", "base": "Normal"}, 0),
    ],
)
def test_styles_of_ones_own_and_of_another_language(own: dict[str, str], level: int) -> None:
    document = Document()
    style(document, **own)  # type: ignore[arg-type]
    document.add_paragraph("Sarana kerja", style=document.styles[own["name"]])
    assert headings(document) == ([("Sarana kerja", level)] if level else [])


def test_styles_that_rest_on_each_other_end() -> None:
    document = Document()
    style(document, "Satu")
    style(document, "Dua", base="Satu")
    document.styles["Satu"].element.get_or_add_basedOn().set(qn("w:val"), "Dua")
    document.add_paragraph("Sarana", style=document.styles["Dua"])
    assert headings(document) == []


def test_what_stands_in_a_table_heads_nothing() -> None:
    document = Document()
    document.add_table(1, 1).cell(0, 0).paragraphs[0].style = document.styles["Heading 1"]
    document.tables[0].cell(0, 0).paragraphs[0].add_run("Hasil")
    assert headings(document) == []
