"""Word, Excel and PDF files as a student makes them, without the clock: same input, same bytes."""

from __future__ import annotations

import datetime
import re
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

MADE = datetime.datetime(2026, 4, 6, 9, 0, 0)  # noqa: DTZ001  (file properties have no zone)


def page(size: int = 12) -> Docx:
    """An empty A4 document in Times New Roman with the margins of a thesis (4-3-3-3 cm)."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(4), Cm(3)
    section.top_margin = section.bottom_margin = Cm(3)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(size)
    style.paragraph_format.space_after = Pt(4)
    document.core_properties.author = "Dwi"
    document.core_properties.created = document.core_properties.modified = MADE
    return document


def line(document: Docx, text: str, *, bold: bool = False, centre: bool = False, indent: float = 0) -> Paragraph:
    """One paragraph."""
    paragraph = document.add_paragraph()
    paragraph.add_run(text).bold = bold
    if centre:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if indent:
        paragraph.paragraph_format.left_indent = Cm(indent)
    return paragraph


def identity(document: Docx, rows: list[tuple[str, str]], stop: float = 4) -> None:
    """`Nama<tab>: ...` lines aligned by a tab stop."""
    for key, value in rows:
        paragraph = document.add_paragraph(f"{key}\t: {value}")
        form = paragraph.paragraph_format
        form.tab_stops.add_tab_stop(Cm(stop))
        form.left_indent, form.first_line_indent, form.space_after = Cm(stop + 0.2), Cm(-stop - 0.2), Pt(0)
    document.add_paragraph()


def grid(document: Docx, rows: list[list[str]], widths: list[float]) -> None:
    """A bordered table, header row bold; a newline in a cell is a paragraph of its own."""
    table = document.add_table(rows=0, cols=len(widths), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for number, row in enumerate(rows):
        for cell, text, width in zip(table.add_row().cells, row, widths, strict=True):
            cell.width = Cm(width)
            first, *rest = text.split("\n")
            cell.paragraphs[0].add_run(first).bold = number == 0
            for more in rest:
                cell.add_paragraph(more)


def numbered(document: Docx) -> None:
    """A page number in the middle of the footer."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        run = paragraph.add_run()
        element: Any = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        element.text = text
        run._r.append(element)


def save(document: Any, path: Path) -> None:
    """Save a Word document or a workbook, without the clock."""
    document.save(str(path))
    freeze(path)


def freeze(path: Path) -> None:
    """Rewrite a zip with one fixed time for all members, and the time of change fixed inside."""
    with zipfile.ZipFile(path) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    stamp = MADE.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            if name == "docProps/core.xml":
                data = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", stamp, data)  # noqa: PLW2901
            archive.writestr(zipfile.ZipInfo(name, MADE.timetuple()[:6]), data, zipfile.ZIP_DEFLATED)


def pdf(document: Docx, path: Path) -> None:
    """Print a document to PDF with LibreOffice; the bytes differ from run to run."""
    program = shutil.which("soffice")
    if program is None:
        raise SystemExit("soffice (LibreOffice) is needed to make the PDF files.")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"{path.stem}.docx"
        save(document, source)
        command = [
            program,
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            str(source),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        shutil.copyfile(Path(folder) / path.name, path)
