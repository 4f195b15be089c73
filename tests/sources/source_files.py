"""Small files for the tests of readers, made by the real libraries or by hand where no library makes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from docx.oxml import parse_xml
from hypothesis import strategies as st
from openpyxl import Workbook

from kualcode.errors import SourceError
from kualcode.model import Cell, Extract, Table

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPICE = [
    "[tertawa]",
    "=1+1",
    "😀",
    "e\u0301",
    "שלום",
    "\u202eRTL",
    "|",
    "&amp;",
    "<i>",
    "a;b,c",
    '"',
    "'",
    "--> ",
    "  ",
    "e-KTP",
]

# Words as people write them, plus what has broken tools; no surrogates, and nothing that XML cannot hold.
WRITTEN = st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff\ufeff")
words = st.lists(st.one_of(st.text(WRITTEN, max_size=12), st.sampled_from(SPICE)), max_size=6).map("".join)
grids = st.lists(st.lists(words, min_size=1, max_size=4), min_size=1, max_size=5)


def cell_text(extract: Extract, cell: Cell) -> str:
    """The text that a cell's span points at."""
    return extract.text[cell.start : cell.end]


def cell_texts(extract: Extract, table: Table) -> list[list[str]]:
    """A table's texts, by its spans."""
    return [[cell_text(extract, cell) for cell in row] for row in table.rows]


def refusal(call: object, *args: object) -> tuple[str, str]:
    """(what, fix) in English of the SourceError that a call raises; both are given in both languages."""
    assert callable(call)
    with pytest.raises(SourceError) as caught:
        call(*args)
    error = caught.value
    assert error.what.id
    assert error.fix.id
    assert error.what.id != error.what.en
    assert not re.search(r"[{}]", error.message("id") + error.message("en"))
    return error.what.en, error.fix.en


def docx_of(body_xml: str) -> bytes:
    """A Word document whose body is the given XML; w: is the Word namespace."""
    document = Document()
    body = document.element.body
    for child in list(body)[:-1]:
        body.remove(child)
    wrapper = parse_xml(
        f'<w:body xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
        f'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">{body_xml}</w:body>'
    )
    for child in reversed(list(wrapper)):
        body.insert(0, child)
    return saved(document)


def saved(document: object) -> bytes:
    """The bytes that a python-docx document or an openpyxl workbook saves."""
    buffer = BytesIO()
    document.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()


def xlsx_of(rows: Iterable[Sequence[str | float | None]]) -> bytes:
    """One sheet with these values; a text never becomes a formula."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            if value not in (None, ""):
                cell = sheet.cell(number, column, value)
                if isinstance(value, str):
                    cell.data_type = "s"
    return saved(book)


def replaced(data: bytes, member: str, change: tuple[str, str]) -> bytes:
    """The zip with one piece of text in one member replaced; the piece must be there."""
    before, after = change
    result = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(result, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name).decode() if name == member else source.read(name)
            if isinstance(content, str):
                assert before in content
                content = content.replace(before, after)
            target.writestr(name, content)
    return result.getvalue()


def escaped(line: str) -> str:
    """A line as a PDF string holds it."""
    return re.sub(r"([()\\])", r"\\\1", line)


def pdf_of(pages: Sequence[Sequence[str]]) -> bytes:
    """A minimal PDF (ISO 32000-1, 7.5): one Helvetica, a content stream a page, a line of text a string."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        shown = " ".join(f"({escaped(line)}) Tj T*" for line in lines)
        stream = f"BT /F1 12 Tf 14 TL 72 720 Td {shown} ET"
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>",
            f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        ]
    out, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    size, table = len(objects) + 1, "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    return (
        out
        + (
            f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n"
            f"startxref\n{len(out)}\n%%EOF\n"
        ).encode()
    )
