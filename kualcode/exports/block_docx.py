"""A text in Word with the styles of Word itself, so that contents and lists of tables can be made from it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kualcode.document import Bullet, Heading, Matrix, Paragraph
from kualcode.errors import Bi, Lang
from kualcode.exports import labels, safe, word_page
from kualcode.exports.blocks import Numbered
from kualcode.exports.matrix_docx import add_quotes, add_table, is_wide

if TYPE_CHECKING:
    from docx.section import Section
    from docx.text.paragraph import Paragraph as WordParagraph

SIZE = 12  # points
_INDENT = 1.25  # cm, of a first line and of a quote
_DEEPEST = 2  # Word has three built-in styles of points; deeper ones are set in further
_STEP = 0.63  # cm
_CLOSE = 1.15  # lines


def as_word(blocks: Sequence[Numbered], lang: Lang, title: Bi, banner: Bi | None) -> bytes:
    """A document upright on A4; broad tables, with their quotes, stand on pages on their side."""
    page = word_page.new(lang, title.get(lang), size=SIZE, spacing=1.5)
    writer = _Writer(page, lang)
    if banner:
        _head(page.document.sections[0], safe.plain(banner.get(lang)))
    writer.text(title, "Title")
    for block, number in blocks:
        writer.add(block, number)
    return word_page.packed(page)


class _Writer:
    """Writes blocks one after another and turns the page where a table needs it."""

    def __init__(self, page: word_page.Page, lang: Lang) -> None:
        self.page, self.lang, self.on_side = page, lang, False
        self.running: WordParagraph | None = None  # the running text that was written last
        word_page.portrait(page.document.sections[0])

    def add(self, block: Heading | Paragraph | Bullet | Matrix, number: int) -> None:
        """Write one block; running text or a point that leads to a quote stays on its page."""
        before, self.running = self.running, None
        self._turn(isinstance(block, Matrix) and is_wide(block, self.lang))
        if isinstance(block, Matrix):
            add_table(self.page, block, number, word_page.LANDSCAPE_ROOM if self.on_side else word_page.PORTRAIT_ROOM)
            add_quotes(self.page, block, number)
        elif isinstance(block, Heading):
            self.text(block.text, f"Heading {block.level}")
        elif isinstance(block, Bullet):
            self._bullet(block)
        else:
            self._paragraph(block)
            if before and block.style == "quote":
                before.paragraph_format.keep_with_next = True

    def text(self, text: Bi, style: str) -> WordParagraph:
        """A paragraph in a style."""
        return self.page.document.add_paragraph(safe.plain(text.get(self.lang)), style=style)

    def _turn(self, on_side: bool) -> None:
        """Start a page of the other orientation where it changes."""
        if on_side != self.on_side:
            section = self.page.document.add_section()
            (word_page.landscape if on_side else word_page.portrait)(section)
            self.on_side = on_side

    def _paragraph(self, block: Paragraph) -> None:
        written = {"plain": self._plain, "quote": self._quote, "note": self._note, "slot": self._slot}
        written[block.style](block.text)

    def _plain(self, text: Bi) -> None:
        """A paragraph of running text; with line breaks it is not justified, which would stretch its lines."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Cm

        paragraph = self.running = self.text(text, "Normal")
        paragraph.paragraph_format.first_line_indent = Cm(_INDENT)
        if "\n" not in paragraph.text:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY

    def _quote(self, text: Bi) -> None:
        from docx.shared import Cm

        form = self.text(text, "Quote").paragraph_format
        form.left_indent, form.right_indent = Cm(_INDENT), Cm(_INDENT / 2)

    def _note(self, text: Bi) -> None:
        self.text(text, word_page.NOTE)

    def _slot(self, text: Bi) -> None:
        from docx.enum.text import WD_COLOR_INDEX

        paragraph = self.page.document.add_paragraph()
        paragraph.add_run(labels.slot(text, self.lang)).font.highlight_color = WD_COLOR_INDEX.YELLOW

    def _bullet(self, bullet: Bullet) -> None:
        from docx.shared import Cm

        level = min(bullet.depth, _DEEPEST)
        paragraph = self.running = self.text(bullet.text, f"List Bullet {level + 1}" if level else "List Bullet")
        paragraph.paragraph_format.line_spacing = _CLOSE  # an outline is worked on, not handed in: only prose is wide
        if bullet.depth > _DEEPEST:
            paragraph.paragraph_format.left_indent = Cm(_STEP * (bullet.depth + 1))


def _head(section: Section, text: str) -> None:
    """A text at the top of every page; later sections take it over."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import RGBColor

    paragraph = section.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(text)
    run.bold, run.font.color.rgb = True, RGBColor(0xA4, 0, 0)
