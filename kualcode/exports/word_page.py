"""A Word document as Indonesian theses have it: A4, Times New Roman, built-in styles, and no name in its properties."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, cast

from kualcode.errors import Lang
from kualcode.exports import labels, safe
from kualcode.exports.packing import repacked

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section
    from docx.styles.style import CharacterStyle, ParagraphStyle

FONT = "Times New Roman"
GREY, TINT, BLUE = "E7E7E7", "FDF1D6", "0B4A8F"
NOTE, QUOTES, LINK, ID = "kualcode-note", "kualcode-quotes", "kualcode-link", "kualcode-id"  # names and ids of styles
CELL_SIZES = (11, 10, 9, 8, 7)  # points
SHORT_SIDE, LONG_SIDE = 21.0, 29.7  # cm, A4
BINDING, MARGIN = 4.0, 3.0  # cm: 4-3-3-3, the broad one where the thesis is bound
PORTRAIT_ROOM = SHORT_SIDE - BINDING - MARGIN
LANDSCAPE_ROOM = LONG_SIDE - 2 * MARGIN


@dataclass(frozen=True, slots=True)
class Page:
    """A document that is being written, and the numbers of its bookmarks."""

    document: Document
    lang: Lang
    bookmarks: Iterator[int] = field(default_factory=count)


def new(lang: Lang, title: str, *, size: int, spacing: float) -> Page:
    """An empty document; `size` in points and line `spacing` are those of its plain text."""
    from docx import Document

    document = Document()
    _set_styles(document, size, spacing)
    _add_styles(document)
    _set_language(document, lang)
    _set_properties(document, title)
    number_pages(document.sections[0])
    return Page(document, lang)


def cell_style(size: int) -> str:
    """The style of a table's cells of that many points."""
    return f"kualcode-cell-{size}"


def portrait(section: Section) -> None:
    """A4 upright, bound at the left."""
    _lay_out(section, (SHORT_SIDE, LONG_SIDE), top=MARGIN, left=BINDING)


def landscape(section: Section) -> None:
    """A4 on its side, bound at the top."""
    _lay_out(section, (LONG_SIDE, SHORT_SIDE), top=BINDING, left=MARGIN)


def number_pages(section: Section) -> None:
    """The page number in the middle of the footer."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    from kualcode.exports.word_marks import field as put_field

    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    put_field(paragraph, "PAGE", "1")


def packed(page: Page) -> bytes:
    """The file without the clock."""
    out = io.BytesIO()
    page.document.save(out)
    return repacked(out.getvalue())


def _lay_out(section: Section, size: tuple[float, float], *, top: float, left: float) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm

    section.page_width, section.page_height = Cm(size[0]), Cm(size[1])
    section.orientation = WD_ORIENT.LANDSCAPE if size[0] > size[1] else WD_ORIENT.PORTRAIT
    section.top_margin, section.left_margin = Cm(top), Cm(left)
    section.right_margin = section.bottom_margin = Cm(MARGIN)


def _set_styles(document: Document, size: int, spacing: float) -> None:
    """Times New Roman in black; headings keep their built-in names, so that a table of contents finds them."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    for name in ("Normal", "Title", "Caption", "Quote", "Header", "Footer", *(f"Heading {n}" for n in range(1, 5))):
        _set_font(_style(document, name), size)
    normal = _form(document, "Normal", before=0, after=6)
    normal.paragraph_format.line_spacing = spacing
    for number in range(1, 5):
        heading = _form(document, f"Heading {number}", before=12, after=6)
        heading.font.bold, heading.font.italic = True, number == 4
    title = _form(document, "Title", before=0, after=12)
    title.font.bold = True
    for name in ("Title", "Heading 1"):
        _style(document, name).paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _strip(title, "w:pBdr")
    for name in ("Caption", "Quote"):
        style = _form(document, name, before=0, after=6)
        style.paragraph_format.line_spacing = 1.0
        style.font.bold, style.font.italic = name == "Caption", False
    for name in ("List Bullet", "List Bullet 2", "List Bullet 3"):
        _form(document, name, before=0, after=3)


def _add_styles(document: Document) -> None:
    """Styles of our own, so that a person changes what they dress in one place."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Cm, Pt, RGBColor

    for name, points, after in ((NOTE, 10, 3), (QUOTES, 11, 6), *((cell_style(size), size, 2) for size in CELL_SIZES)):
        style = cast("ParagraphStyle", document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH))
        style.base_style, style.font.size = _style(document, "Normal"), Pt(points)
        _form(document, name, before=0, after=after).paragraph_format.line_spacing = 1.0
    hanging = _style(document, QUOTES).paragraph_format
    hanging.left_indent, hanging.first_line_indent = Cm(1.1), Cm(-1.1)
    hanging.tab_stops.add_tab_stop(Cm(1.1))
    link = cast("CharacterStyle", document.styles.add_style(LINK, WD_STYLE_TYPE.CHARACTER))
    link.font.color.rgb = RGBColor.from_string(BLUE)
    small = cast("CharacterStyle", document.styles.add_style(ID, WD_STYLE_TYPE.CHARACTER))
    small.font.size = Pt(8)


def _style(document: Document, name: str) -> ParagraphStyle:
    return cast("ParagraphStyle", document.styles[name])


def _form(document: Document, name: str, *, before: float, after: float) -> ParagraphStyle:
    """A paragraph style with its space above and below in points."""
    from docx.shared import Pt

    style = _style(document, name)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    return style


def _set_font(style: ParagraphStyle, size: int) -> None:
    """The font for all scripts, in place of the theme's, in black."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size = FONT, Pt(size)
    style.font.color.rgb = RGBColor(0, 0, 0)
    for fonts in style.element.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        for script in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{script}"), FONT)


def _strip(style: ParagraphStyle, tag: str) -> None:
    from docx.oxml.ns import qn

    for element in list(style.element.iter(qn(tag))):
        element.getparent().remove(element)


def _set_language(document: Document, lang: Lang) -> None:
    """The language in which Word checks the spelling."""
    from docx.oxml.ns import qn

    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), "id-ID" if lang == "id" else "en-GB")


def _set_properties(document: Document, title: str) -> None:
    """A title and no one's name; the times are fixed where the file is packed."""
    properties = document.core_properties
    properties.title = safe.plain(title)[:255]  # the most that the library takes
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.category = labels.OURS
    properties.revision = 1
