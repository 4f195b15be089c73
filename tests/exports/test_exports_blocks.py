"""A text with headings, lists, slots and tables, in Markdown, as a page and in Word."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args

import pytest
from docx import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.shared import Cm, Pt
from exports_values import TEXTS, bi, members, quote, table
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from test_exports_matrices_html import Reader, read

from kualcode.document import Block, Bullet, Entry, Heading, Matrix, Paragraph
from kualcode.errors import Bi
from kualcode.exports import safe
from kualcode.exports.blocks import render
from kualcode.exports.labels import BlockForm

FORMS: tuple[BlockForm, ...] = get_args(BlockForm)
TITLE, BANNER = bi("Kerangka Pembahasan", "Outline"), bi("draf, wajib ditulis ulang", "draft, to be rewritten")
WIDE = Matrix("L3", bi("Kode"), tuple(bi(f"I-{n}") for n in range(8)), (tuple(Entry(n) for n in range(8)),))
TEXT: tuple[Block, ...] = (
    Heading(1, bi("Ketepatan", "Timeliness")),
    Paragraph(bi("Hasil wawancara menunjukkan keterlambatan.")),
    Paragraph(bi("“Sering terlambat.” (I-03)"), "quote"),
    Paragraph(bi("Satu teknik."), "note"),
    Paragraph(bi("kaitan teori", "theory"), "slot"),
    Bullet(bi("Pertama")),
    Bullet(bi("anak"), 1),
    Bullet(bi("Kedua")),
    table(["a"], quotes=[quote(1)]),
    Heading(2, bi("Kecermatan")),
)


def made(form: BlockForm, *blocks: Block, banner: Bi | None = None) -> bytes:
    return render(blocks, form, "id", title=TITLE, banner=banner)


def word(*blocks: Block, banner: Bi | None = None) -> Any:
    return Document(io.BytesIO(made("docx", *blocks, banner=banner)))


def page(*blocks: Block, banner: Bi | None = None) -> Reader:
    return read(made("html", *blocks, banner=banner))


# ---------------------------------------------------------------- every format
@pytest.mark.parametrize("form", FORMS)
def test_the_same_text_gives_the_same_bytes_in_another_process(form: BlockForm, tmp_path: Path) -> None:
    code = (
        "import sys; from test_exports_blocks import *; "
        f"sys.stdout.buffer.write(made({form!r}, *TEXT, WIDE, banner=BANNER))"
    )
    paths = os.pathsep.join([str(Path(__file__).parent), str(Path(__file__).parents[2])])
    away = {"PYTHONPATH": paths, "PYTHONHASHSEED": "7", "TZ": "Asia/Makassar"}
    command = [sys.executable, "-c", code]
    run = subprocess.run(command, cwd=tmp_path, env={**os.environ, **away}, capture_output=True, check=True)
    assert run.stdout == made(form, *TEXT, WIDE, banner=BANNER)


@pytest.mark.parametrize("form", FORMS)
def test_what_is_no_text_is_refused(form: BlockForm) -> None:
    with pytest.raises(ValueError, match="level 5"):
        made(form, Heading(5, bi("x")))
    with pytest.raises(ValueError, match="row 1"):
        made(form, Matrix("x", bi("x"), (bi("a"),), ((),)))


@pytest.mark.parametrize("form", FORMS)
def test_an_empty_text_has_its_title(form: BlockForm) -> None:
    text = members(made(form))["word/document.xml"] if form == "docx" else made(form)
    assert b"Kerangka Pembahasan" in text


# ---------------------------------------------------------------- Markdown
def test_markdown_has_banner_title_and_blocks() -> None:
    assert made("md", *TEXT, banner=BANNER).decode() == (
        "> **draf, wajib ditulis ulang**\n\n"
        "# Kerangka Pembahasan\n\n"
        "## Ketepatan\n\n"
        "Hasil wawancara menunjukkan keterlambatan.\n\n"
        "> “Sering terlambat.” (I-03)\n\n"
        "*Satu teknik.*\n\n"
        "**\\[lengkapi: kaitan teori\\]**\n\n"
        "- Pertama\n"
        "  - anak\n"
        "- Kedua\n\n"
        "**Tabel 1. Tema menurut sumber**\n\n"
        "| No | Tema | Wawancara |\n"
        "| --- | --- | --- |\n"
        "| 1 | a | a [^1-1] |\n\n"
        "Catatan: Kriteria: SOP.\n\n"
        "[^1-1]: “Laporan itu sering terlambat \\[tertawa\\].” "
        "(I-01, unsur staf, wawancara 12 Januari 2024, brs. 1; positif) bukti1\n\n"
        "### Kecermatan\n"
        "\n<!-- kualcode -->\n"
    )


def test_markdown_in_english_without_a_banner() -> None:
    text = render(TEXT, "md", "en", title=TITLE).decode()
    assert text.startswith("# Outline\n\n## Timeliness\n")
    assert "**\\[fill in: theory\\]**" in text


def test_a_slot_that_has_its_brackets_gets_no_others() -> None:
    assert "**\\[isi sendiri\\]**" in made("md", Paragraph(bi(" [isi sendiri] "), "slot")).decode()
    assert "**\\[lengkapi: \\[a\\] dan b\\]**" in made("md", Paragraph(bi("[a] dan b"), "slot")).decode()


@settings(max_examples=150, deadline=None)
@given(st.lists(TEXTS.filter(lambda text: safe.plain(text).strip() != ""), min_size=4, max_size=4))
def test_every_text_comes_back_from_markdown(texts: list[str]) -> None:
    head, plain, said, point = texts
    blocks = (Heading(1, bi(head)), Paragraph(bi(plain)), Paragraph(bi(said), "quote"), Bullet(bi(point)))
    tokens = MarkdownIt("commonmark").parse(made("md", *blocks).decode())
    kinds = [token.type for token in tokens if token.type.endswith("_open")]
    assert kinds == [
        *("heading_open", "heading_open", "paragraph_open", "blockquote_open", "paragraph_open"),
        *("bullet_list_open", "list_item_open", "paragraph_open"),
    ]
    inside = [t.children or [] for t in tokens if t.type == "inline"][1:]
    shown = ["".join("\n" if t.type in ("hardbreak", "html_inline") else t.content for t in ts) for ts in inside]
    assert [lines(text) for text in shown] == [lines(safe.plain(text)) for text in texts]


def lines(text: str) -> list[str]:
    """Lines without the blanks at their ends, which Markdown does not keep."""
    return [line.strip() for line in text.strip().split("\n")]


# ---------------------------------------------------------------- a page
def test_a_page_has_banner_title_and_blocks() -> None:
    shown = page(*TEXT, banner=BANNER)
    assert shown.of("main/p.banner") == ["draf, wajib ditulis ulang"]
    assert shown.of("main/h1") + shown.of("main/h2") + shown.of("main/h3") == [
        "Kerangka Pembahasan",
        "Ketepatan",
        "Kecermatan",
    ]
    assert shown.of("main/p") == ["Hasil wawancara menunjukkan keterlambatan.", ""]
    assert shown.of("p/mark.slot") == ["[lengkapi: kaitan teori]"]
    assert shown.of("main/p.note") == ["Satu teknik."]
    assert shown.of("main/blockquote") == ["“Sering terlambat.” (I-03)"]
    assert shown.of("main/ul/li") == ["Pertama", "Kedua"]
    assert shown.of("main/ul/li/ul/li") == ["anak"]
    assert shown.of("caption") == ["Tabel 1. Tema menurut sumber"]


def test_a_page_without_a_banner_has_none() -> None:
    assert page(*TEXT).of("p.banner") == []


@settings(deadline=None)
@given(st.lists(st.integers(-1, 6), min_size=1, max_size=12))
def test_lists_nest_one_step_at_a_time_whatever_their_depths(depths: list[int]) -> None:
    shown = page(*(Bullet(bi(f"butir {n}"), depth) for n, depth in enumerate(depths)))
    points = [(path, text) for path, text in shown.texts if path.endswith("/li")]
    assert [text for _, text in points] == [f"butir {n}" for n in range(len(depths))]
    nested = [path.count("/ul") - 1 for path, _ in points]
    assert nested[0] == 0
    for before, after, wanted in zip(nested, nested[1:], depths[1:], strict=False):
        assert after == max(0, min(wanted, before + 1))


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_every_text_comes_back_from_a_page(plain: str, point: str) -> None:
    shown = page(Heading(4, bi(plain)), Paragraph(bi(plain)), Paragraph(bi(plain), "quote"), Bullet(bi(point)))
    assert shown.of("main/h5") + shown.of("main/p") + shown.of("main/blockquote") == [safe.plain(plain)] * 3
    assert shown.of("main/ul/li") == [safe.plain(point)]


# ---------------------------------------------------------------- Word
def test_word_has_built_in_headings_so_that_it_can_make_a_table_of_contents() -> None:
    document = word(*(Heading(level, bi(f"h{level}")) for level in (1, 2, 3, 4)))
    assert [(p.style.name, p.text) for p in document.paragraphs] == [
        ("Title", "Kerangka Pembahasan"),
        ("Heading 1", "h1"),
        ("Heading 2", "h2"),
        ("Heading 3", "h3"),
        ("Heading 4", "h4"),
    ]
    font = document.styles["Heading 1"].font
    assert (font.name, font.size, str(font.color.rgb), font.bold) == ("Times New Roman", Pt(12), "000000", True)
    assert [document.styles[f"Heading {level}"].font.italic for level in (1, 2, 3, 4)] == [False, False, False, True]
    assert "Theme=" not in document.styles["Heading 1"].element.rPr.rFonts.xml.split("rFonts", 1)[1]


def test_the_page_is_that_of_a_thesis() -> None:
    document = word(*TEXT)
    (section,) = document.sections
    assert [round(side.cm, 1) for side in (section.page_width, section.page_height)] == [21.0, 29.7]
    margins = (section.left_margin, section.top_margin, section.right_margin, section.bottom_margin)
    assert [round(margin.cm) for margin in margins] == [4, 3, 3, 3]
    assert document.styles["Normal"].font.size == Pt(12)
    assert document.styles["Normal"].paragraph_format.line_spacing == 1.5
    assert document.styles["Quote"].paragraph_format.line_spacing == 1.0


def test_the_quotes_of_a_table_follow_it() -> None:
    texts = [p.text for p in word(*TEXT).paragraphs]
    assert texts[texts.index("Kutipan untuk Tabel 1") + 1].startswith("[1]\t“Laporan itu sering terlambat [tertawa].”")


def test_quotes_are_set_in_notes_are_small_and_slots_are_highlighted() -> None:
    document = word(*TEXT)
    by_text = {p.text: p for p in document.paragraphs}
    said = by_text["“Sering terlambat.” (I-03)"]
    assert (said.style.name, round(said.paragraph_format.left_indent.cm, 2)) == ("Quote", 1.25)
    assert by_text["Satu teknik."].style.font.size == Pt(10)
    assert by_text["[lengkapi: kaitan teori]"].runs[0].font.highlight_color == WD_COLOR_INDEX.YELLOW
    plain = by_text["Hasil wawancara menunjukkan keterlambatan."]
    assert round(plain.paragraph_format.first_line_indent.cm, 2) == 1.25


def test_running_text_is_justified_but_not_where_that_would_stretch_its_lines() -> None:
    _, one, two = word(Paragraph(bi("satu baris")), Paragraph(bi("dua\rbaris"))).paragraphs
    assert (str(one.alignment), two.alignment) == ("JUSTIFY (3)", None)


def test_what_leads_to_a_quote_stands_on_its_page() -> None:
    said = Paragraph(bi("kutipan"), "quote")
    _, *written = word(
        Paragraph(bi("a")), Paragraph(bi("b")), said, said, Paragraph(bi("c")), Bullet(bi("d")), said
    ).paragraphs
    assert [bool(p.paragraph_format.keep_with_next) for p in written] == [
        False,
        True,
        False,
        False,
        False,
        True,  # a point of an outline too
        False,
    ]


def test_points_have_the_built_in_styles_and_deeper_ones_are_set_in_further() -> None:
    _, *points = word(*(Bullet(bi(f"p{n}"), n) for n in range(5))).paragraphs
    assert [p.style.name for p in points] == ["List Bullet", "List Bullet 2", *["List Bullet 3"] * 3]
    assert {p.paragraph_format.line_spacing for p in points} == {1.15}  # running text alone is wide
    indents = [p.paragraph_format.left_indent for p in points[2:]]
    assert indents[0] is None
    assert Cm(2) < indents[1] < indents[2]


def test_the_banner_stands_on_every_page_also_on_those_on_their_side() -> None:
    document = word(*TEXT, WIDE, Heading(1, bi("x")), banner=BANNER)
    assert document.sections[0].header.paragraphs[0].text == "draf, wajib ditulis ulang"
    assert [section.header.is_linked_to_previous for section in document.sections] == [False, True, True]
    assert word(*TEXT).sections[0].header.paragraphs[0].text == ""


def test_a_wide_table_lies_on_a_page_on_its_side_and_the_text_goes_on_upright() -> None:
    def turned(*blocks: Block) -> list[bool]:
        return [section.page_width > section.page_height for section in word(*blocks).sections]

    assert turned(*TEXT) == [False]
    assert turned(*TEXT, WIDE, WIDE, Paragraph(bi("x")), table(["a"])) == [False, True, False]
    document = word(*TEXT, WIDE)
    assert [section.orientation.name for section in document.sections] == ["PORTRAIT", "LANDSCAPE"]
    assert sum(column.width for column in document.tables[0].columns) == pytest.approx(Cm(14), rel=0.001)
    assert sum(column.width for column in document.tables[1].columns) == pytest.approx(Cm(23.7), rel=0.001)
    assert [p.text for p in document.paragraphs if p.text.startswith("Tabel")][1] == "Tabel 2. Kode"


@settings(max_examples=25, deadline=None)
@given(st.lists(TEXTS, min_size=6, max_size=6))
def test_every_text_comes_back_from_word(texts: list[str]) -> None:
    head, plain, said, note, point, title = texts
    blocks = (
        Heading(1, bi(head)),
        Paragraph(bi(plain)),
        Paragraph(bi(said), "quote"),
        Paragraph(bi(note), "note"),
        Bullet(bi(point)),
    )
    document = Document(io.BytesIO(render(blocks, "docx", "en", title=bi(title), banner=bi(head))))
    wanted = [safe.plain(text) for text in (title, head, plain, said, note, point)]
    assert [p.text for p in document.paragraphs] == wanted
    assert document.sections[0].header.paragraphs[0].text == safe.plain(head)
