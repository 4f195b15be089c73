"""Word (.docx): paragraphs and tables in document order, walked in the XML itself.

python-docx only opens the package. Its `paragraph.text` and `iter_inner_content` leave out tracked
insertions, smart tags and content controls, around words and whole paragraphs. Names: ECMA-376, part 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple, cast

from kualcode.errors import Bi
from kualcode.model import Cell, Extract, Table
from kualcode.sources.archive import WORD, guard
from kualcode.sources.assemble import Assembler, repaired
from kualcode.sources.word_styles import heading_levels, level_of
from kualcode.text import normalise

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"

PARAGRAPH, TABLE, ROW, CELL = W + "p", W + "tbl", W + "tr", W + "tc"
TEXT_BOX, SYMBOL, ALTERNATIVES = W + "txbxContent", W + "sym", MC + "AlternateContent"
TEXTS = frozenset({W + "t", MATH_TEXT})
MARKS = {W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "\u2011"}
# Deleted or moved away; and paragraph properties, where a w:tab is a tab stop.
DROPPED = frozenset({W + "del", W + "moveFrom", W + "pPr"})

RUN, PROPERTIES = W + "r", W + "rPr"
STRONG = frozenset(("Strong", "Kuat"))  # character styles that are bold

Rows = list[list[str]]


class Line(NamedTuple):
    """A paragraph: its stretches, and whether each is bold; of a heading its level."""

    parts: list[tuple[str, bool]]
    level: int = 0  # 1 to 9; 0 for text

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(part for part, _ in self.parts)


LEFT_OUT: tuple[tuple[tuple[str, ...], Bi], ...] = (
    (
        ("footnoteReference", "endnoteReference"),
        Bi(
            "{count} catatan kaki atau catatan akhir tidak ikut dibaca.", "{count} footnotes or endnotes were left out."
        ),
    ),
    (("commentReference",), Bi("{count} komentar tidak ikut dibaca.", "{count} comments were left out.")),
    (
        ("del", "moveFrom"),
        Bi(
            "Perubahan terlacak: sisipan dibaca, {count} hapusan tidak.",
            "Tracked changes: insertions were read, {count} deletions were left out.",
        ),
    ),
    (
        ("numId",),
        Bi(
            "{count} paragraf bernomor otomatis: nomornya dibuat oleh Word dan tidak ada dalam teks.",
            "{count} paragraphs are numbered by Word itself; those numbers are not in the text.",
        ),
    ),
    (
        ("altChunk",),
        Bi(
            "{count} bagian dari berkas lain tidak ikut dibaca; buka di Word dan simpan lagi agar menyatu.",
            "{count} parts of other files were left out; open the file in Word and save it to merge them.",
        ),
    ),
)


def read_docx(data: bytes, encoding: str | None = None) -> Extract:
    """The body of a Word document; headers and footers stay out, what else is left out is in the notes."""
    del encoding  # XML carries its own
    guard(data, WORD)
    body, levels = _body(data)
    out = Assembler()
    tables: list[Table] = []
    bold: list[Cell] = []
    headings: list[tuple[int, int, int]] = []
    for item in _content(body, levels):
        if isinstance(item, Line):
            cell = out.line(item.text)
            bold += _bold(item, cell)
            headings += [(cell.start, cell.end, item.level)] if item.level and item.text.strip() else []
        else:
            tables.append(out.table("", item))
    notes = tuple(_left_out(body))
    return Extract("docx", out.text(), tables=tuple(tables), notes=notes, bold=tuple(bold), headings=tuple(headings))


def _body(data: bytes) -> tuple[_Element, Mapping[str, int]]:
    """The body, and the level of each style that makes a heading."""
    from docx import Document

    try:
        document = Document(BytesIO(data))
        body = cast("_Element | None", document.element.body)
        levels = heading_levels(document.styles.element)
    except Exception as error:  # damaged packages raise nearly anything: KeyError, ValueError
        raise WORD.damaged() from error
    if body is None:
        raise WORD.damaged()
    return body, levels


def _content(element: _Element, levels: Mapping[str, int]) -> Iterator[Line | Rows]:
    """Paragraphs as lines and tables as rows, in order; a text box follows the paragraph it hangs on."""
    pending: list[tuple[str, bool]] = []
    boxes: list[_Element] = []
    for block in _inside(element, frozenset({PARAGRAPH, TABLE})):
        if block.tag == TABLE:
            yield from [Line(pending)] if pending else []
            pending = []
            yield _rows(block)
            continue
        pending += _words(block, boxes, bold=False)
        if _runs_on(block):
            continue
        yield Line(pending, level_of(block, levels))
        pending = []
        while boxes:
            yield from _content(boxes.pop(0), levels)
    yield from [Line(pending)] if pending else []
    for box in boxes:
        yield from _content(box, levels)


def _inside(element: _Element, wanted: frozenset[str]) -> Iterator[_Element]:
    """The nearest wanted elements, through content controls, insertions and other wrappers."""
    for child in element:
        if child.tag in wanted:
            yield child
        elif child.tag == ALTERNATIVES:
            yield from _inside(_chosen(child), wanted)
        elif child.tag not in DROPPED:
            yield from _inside(child, wanted)


def _words(element: _Element, boxes: list[_Element], *, bold: bool) -> Iterator[tuple[str, bool]]:
    """The text of a paragraph, and whether it is bold; text boxes found on the way are put aside."""
    for child in element:
        tag = child.tag
        if tag in TEXTS:
            yield child.text or "", bold
        elif tag in MARKS:
            yield MARKS[str(tag)], bold
        elif tag == SYMBOL:
            yield _symbol(child.get(W + "char", "")), bold
        elif tag == TEXT_BOX:
            boxes.append(child)
        elif tag == ALTERNATIVES:
            yield from _words(_chosen(child), boxes, bold=bold)
        elif tag not in DROPPED:
            yield from _words(child, boxes, bold=_is_bold(child) if tag == RUN else bold)


def _is_bold(run: _Element) -> bool:
    """Whether a run is set bold by itself or by a character style that is."""
    mark = run.find(f"{PROPERTIES}/{W}b")
    if mark is not None:
        return mark.get(f"{W}val", "1") not in ("0", "false", "off")
    style = run.find(f"{PROPERTIES}/{W}rStyle")
    return style is not None and style.get(f"{W}val") in STRONG


def _bold(line: Line, cell: Cell) -> Iterator[Cell]:
    """The bold beginnings of a paragraph's lines in the text; nothing where composing letters has moved it."""
    text = line.text
    if normalise(text) != text:
        return
    begin, run = 0, True  # where the line began, and whether all of it so far is bold
    position = 0
    for part, bold in line.parts:
        for at, char in enumerate(part, position):
            if char == "\n":
                yield from _span(cell, begin, at) if run else ()
                begin, run = at + 1, True
            elif run and not bold and not char.isspace():
                yield from _span(cell, begin, at)
                run = False
        position += len(part)
    yield from _span(cell, begin, position) if run else ()


def _span(cell: Cell, begin: int, end: int) -> Iterator[Cell]:
    if begin < end:
        yield Cell(cell.start + begin, cell.start + end)


def _symbol(code: str) -> str:
    """The character of a symbol font, as Word numbers it (mostly in the private use area)."""
    return repaired(chr(int(code, 16))) if re.fullmatch("[0-9A-Fa-f]{1,4}", code) else "\ufffd"


def _chosen(alternatives: _Element) -> _Element:
    """One of the copies of an mc:AlternateContent: the first that has words, else the first."""
    return next(
        (branch for branch in alternatives if any(True for _ in branch.iter(*TEXTS))),
        next(iter(alternatives), alternatives),
    )


def _runs_on(paragraph: _Element) -> bool:
    """Whether the paragraph's end was deleted or moved away, so that the next one continues it."""
    path = f"{W}pPr/{W}rPr/{W}"
    return paragraph.find(f"{path}del") is not None or paragraph.find(f"{path}moveFrom") is not None


def _rows(table: _Element) -> Rows:
    """Cell texts. A merged cell stands once; the columns it covers beside it are empty cells."""
    rows = []
    for row in _inside(table, frozenset({ROW})):
        if row.find(f"{W}trPr/{W}del") is None:
            rows.append([text for cell in _inside(row, frozenset({CELL})) for text in _cell(cell)])
    return [row for row in rows if row]


def _cell(cell: _Element) -> list[str]:
    if cell.find(f"{W}tcPr/{W}cellDel") is not None:
        return []
    lines = [
        line
        for item in _content(cell, {})  # what stands in a table heads no section
        for line in ([item.text] if isinstance(item, Line) else ["\t".join(row) for row in item])
    ]
    return ["\n".join(_without_tail(lines)), *[""] * (_width(cell) - 1)]


def _without_tail(lines: list[str]) -> list[str]:
    """Word asks for an empty paragraph after a table nested in a cell; it is no text."""
    return lines[:-1] if len(lines) > 1 and not lines[-1] else lines


def _width(cell: _Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    width = span.get(f"{W}val", "1") if span is not None else "1"
    return int(width) if width.isdecimal() and int(width) < 1000 else 1


def _left_out(body: _Element) -> Iterator[Bi]:
    for names, note in LEFT_OUT:
        found = body.iter(*(W + name for name in names))
        count = sum(element.get(W + "val") != "0" for element in found)  # numId 0: numbering switched off
        if count:
            yield note.fill(count=count)
