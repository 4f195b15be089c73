"""Observation sheets and office documents of the study, in the formats in which an office hands them over."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from demo_golden import DOCUMENTS, OBSERVATIONS
from demo_interviews import ruled, write
from demo_material import STUDY, meta, paragraphs, sheet, table
from demo_office import grid, identity, line, numbered, page, pdf, save
from docx.document import Document as Docx
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

HEADING = re.compile(r"(BAB [IVX]+\.|\d\.\d |KATA PENGANTAR$)")
TITLE = re.compile(r"(PEMERINTAH KABUPATEN|KECAMATAN |RENCANA KERJA|LAPORAN TAHUNAN|\(Kutipan\)|Lampiran )")
SIGNATURE = re.compile(r"(Ditetapkan di|pada tanggal|CAMAT TELAGA|ttd\.|H\. RUSMADI|Telaga Merbau, \d)")


def paper(code: str) -> Path:
    """Where a document's or an observation's file stands."""
    if code in OBSERVATIONS:
        return STUDY / "observasi" / OBSERVATIONS[code]
    return STUDY / "dokumentasi" / DOCUMENTS[code]


def o1() -> None:
    """Field notes as a Word table No | Waktu | Kronologis."""
    source, document = sheet("O-1"), page()
    line(document, source.head["judul"], bold=True, centre=True)
    identity(
        document,
        [
            ("Kode", source.head["kode"]),
            ("Hari/tanggal", source.head["tanggal"]),
            ("Tempat", source.head["tempat"]),
            ("Pengamat", source.head["pengamat"]),
        ],
    )
    rows = [["No", "Waktu", "Kronologis"], *(row.split(" | ") for row in source.body)]
    grid(document, rows, [1.2, 1.8, 11])
    save(document, paper("O-1"))


def o2() -> None:
    """Field notes as prose in a text file."""
    source = sheet("O-2")
    head = [f"{key.capitalize()}: {source.head[key]}" for key in ("kode", "tanggal", "tempat", "pengamat")]
    write(paper("O-2"), "\n".join([source.head["judul"], *head, ""]) + "\n" + "\n\n".join(source.body) + "\n")


def o3() -> None:
    """Field notes as a Markdown list of times, with front matter."""
    source = sheet("O-3")
    head = [f"{key}: {source.head[key]}" for key in ("kode", "tanggal", "tempat", "pengamat")]
    write(
        paper("O-3"),
        "\n".join(
            ["---", "jenis: observasi", *head, "---", "", f"# {source.head['judul'].title()}", "", *source.body, ""]
        ),
    )


def official(code: str) -> Docx:
    """A plan or a report: centred title, bold headings, numbered paragraphs, signature on the right."""
    document = page()
    for text in paragraphs(f"{code}.txt"):
        heading, title = bool(HEADING.match(text)), bool(TITLE.match(text))
        indent = 7 if SIGNATURE.match(text) else 0.8 if re.match(r"(\(\d\)|[a-z]\.) ", text) else 0
        paragraph = line(document, text, bold=heading or title, centre=title, indent=indent)
        paragraph.paragraph_format.keep_with_next = heading
    return document


def d1() -> None:
    """The plan, in Word."""
    save(official("D-1"), paper("D-1"))


def d2() -> None:
    """The realisation, in Excel: title rows, header, figures and true percentages, a note below."""
    about, cells, book = meta("D-2.meta"), table("D-2.csv"), Workbook()
    rows = book.active
    assert isinstance(rows, Worksheet)
    rows.title = "Realisasi 2025"
    for text in (
        "PEMERINTAH KABUPATEN RIMBA LESTARI",
        "KECAMATAN TELAGA MERBAU",
        about["judul"].upper(),
        f"Sumber: {about['sumber']}",
    ):
        rows.append([text])
    rows.append([])
    rows.append(cells[0])
    for row in cells[1:]:
        share = round(float(row[5].replace(",", ".")) / 100, 4)
        rows.append([int(row[0]), row[1], row[2], int(row[3]), int(row[4]), share, row[6] or None])
        rows.cell(rows.max_row, 6).number_format = "0.0%"
    ruled(rows, 6, {"A": 6, "B": 46, "C": 11, "D": 9, "E": 11, "F": 13, "G": 46})
    rows.append([])
    rows.append([f"Anggaran: {about['anggaran']}"])
    rows.freeze_panes = "A7"
    save(book, paper("D-2"))


def office_csv(code: str, encoding: str, end: str) -> None:
    """A register as exported: semicolons, with the mark and the line ends of its program."""
    with paper(code).open("w", encoding=encoding, newline="") as handle:
        csv.writer(handle, delimiter=";", lineterminator=end).writerows(table(f"{code}.csv"))


def d3() -> None:
    """The guest book, typed into Excel and saved as CSV UTF-8."""
    office_csv("D-3", "utf-8-sig", "\r\n")


def d4() -> None:
    """The attendance recap, as the machine exports it."""
    office_csv("D-4", "utf-8", "\n")


def d5() -> None:
    """The annual report, a PDF with page numbers."""
    document = official("D-5")
    numbered(document)
    pdf(document, paper("D-5"))
