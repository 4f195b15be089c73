"""The ten interviews, each in another layout that is met in theses or in the files of transcribers."""

from __future__ import annotations

import csv
import io
import textwrap
from pathlib import Path

from demo_golden import INTERVIEWS
from demo_material import STUDY, Said, Talk, clock, talk
from demo_office import grid, identity, line, numbered, page, pdf, save
from docx.document import Document as Docx
from docx.shared import Cm
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

# Quotes as they are typed: closing quote used to open, a quote forgotten, a blank too many.
TYPED = (
    ("Tanya :”{}”", "Jawab :”{}”"),
    ("Tanya: ”{}”", "Jawab : “ {}"),
    ("Tanya :”{}", "Jawab :”{}”"),
    ("Tanya :”{}”", "Jawab: ”{}"),
    ("Tanya : “{}”", "Jawab :”{} ”"),
)


def path(code: str) -> Path:
    """Where an interview's file stands."""
    return STUDY / "wawancara" / INTERVIEWS[code]


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most `width` characters, broken at blanks only."""
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)


def write(target: Path, text: str, newline: str = "\n", encoding: str = "utf-8") -> None:
    """A text file with the line ends and encoding of its origin."""
    target.write_text(text, encoding=encoding, newline=newline)


def about(source: Talk, *, code: bool = True) -> list[tuple[str, str]]:
    """The identity block in its usual order."""
    head = source.head
    rows = [
        ("Nama", head["nama"]),
        ("Jabatan", head["jabatan"]),
        ("Kode", head["kode"]),
        ("Umur", f"{head['umur'].removesuffix(' tahun')} tahun"),
        ("Pendidikan", head["pendidikan"]),
        ("Masa kerja", head["masa_kerja"]),
        ("Hari/tanggal", head["tanggal"]),
        ("Pukul", head["waktu"]),
        ("Tempat", head["tempat"]),
    ]
    return [row for row in rows if code or row[0] != "Kode"]


def i01() -> None:
    """Word, `Tanya :”` and `Jawab :”` with careless quotes below a tab-aligned header."""
    source, document = talk("I-01"), page()
    head = source.head
    line(document, "TRANSKRIP WAWANCARA", bold=True, centre=True)
    identity(
        document,
        [
            ("Kode", head["kode"]),
            ("Waktu", head["tanggal"]),
            ("Pukul", head["waktu"].replace("-", " – ")),
            ("Sumber", f"{head['jabatan']} ({head['nama']})"),
            ("Tempat", head["tempat"]),
        ],
        2.5,
    )
    for index, (question, answer) in enumerate(source.pairs):
        ask, reply = TYPED[index % len(TYPED)]
        if question.text == "Selalu, Pak?":  # a short exchange typed on one line
            line(document, f"{ask.format(question.text)} {reply.format(answer.text)}")
            continue
        typed(document, ask, question)
        typed(document, reply, answer)
    save(document, path("I-01"))


def typed(document: Docx, form: str, turn: Said) -> None:
    """A labelled turn whose further paragraphs carry no label."""
    for paragraph in form.format("\n".join(turn.paragraphs)).split("\n"):
        line(document, paragraph)


def i02() -> None:
    """Word, a table No | Waktu | Pembicara | Ucapan; speakers by name and degree."""
    source, document = talk("I-02"), page(11)
    names = {"P": "Dwi", "I": source.head["nama"], "T": "Yuniar Kartika, S.P."}
    line(document, "TRANSKRIP WAWANCARA", bold=True, centre=True)
    identity(document, [*about(source), ("Pewawancara", "Dwi")])
    rows = [["No", "Waktu", "Pembicara", "Ucapan"]]
    for number, (turn, at) in enumerate(zip(source.turns, clock(source), strict=True), 1):
        rows.append([str(number), at, names[turn.who], "\n".join(turn.paragraphs)])
    grid(document, rows, [1, 1.8, 3, 8.2])
    save(document, path("I-02"))


def i03() -> None:
    """Plain text wrapped by hand: numbered questions, `Jawab:` at their end or on its own line."""
    source = talk("I-03")
    rows = ["TRANSKRIP WAWANCARA", "", *(f"{key:<13}: {value}" for key, value in about(source)), ""]
    for number, (question, answer) in enumerate(source.pairs, 1):
        at_end = number % 3 != 0
        rows += wrap(f"{number}. {question.text}{' Jawab:' if at_end else ''}", 90)
        rows += wrap(f"{'' if at_end else 'Jawab: '}{answer.text}", 90)
    write(path("I-03"), "\n".join(rows) + "\n")


def i04() -> None:
    """PDF made from Word: numbered questions, `Jawab:`, a third speaker by name, page numbers."""
    source, document = talk("I-04"), page()
    numbered(document)
    line(document, "TRANSKRIP WAWANCARA", bold=True, centre=True)
    identity(document, about(source))
    number = 0
    for index, turn in enumerate(source.turns):
        number += turn.who == "P"
        after = source.turns[index + 1].who if index + 1 < len(source.turns) else ""
        before = source.turns[index - 1].who
        if turn.who == "P":
            at_end = after == "I" and number % 3 != 0
            label, tail = f"{number}. ", " Jawab:" if at_end else ""
        else:
            label, tail = (f"{turn.name}: " if turn.who == "T" else "Jawab: "), ""
            label = "" if turn.who == "I" and before == "P" and number % 3 != 0 else label
        typed(document, label + "{}" + tail, turn)
    pdf(document, path("I-04"))


def i05() -> None:
    """Markdown with front matter and bold single-letter labels."""
    source = talk("I-05")
    head = source.head
    rows = [
        "---",
        *(f"{key}: {head[key]}" for key in ("kode", "nama", "jabatan", "tanggal")),
        f"pukul: {head['waktu']}",
        f'tempat: "{head["tempat"]}"',
        "pewawancara: Dwi",
        "---",
        "",
        "# Wawancara I-05",
        "",
    ]
    for turn in source.turns:
        rows += [f"**{turn.who}:** " + "\n\n".join(turn.paragraphs), ""]
    write(path("I-05"), "\n".join(rows))


def i06() -> None:
    """Subtitles: cues of one to three lines, the label only where the speaker changes."""
    cues: list[str] = []
    at = 4000
    for turn in talk("I-06").turns:
        for number, text in enumerate(cue_texts(turn)):
            until = at + 700 + 62 * len(text)
            cues.append(f"{len(cues) + 1}\n{stamp(at)} --> {stamp(until)}\n{text}\n")
            at = until + (120 if number else 480)
        at += 900
    write(path("I-06"), "\n".join(cues))


def cue_texts(turn: Said) -> list[str]:
    """A turn cut into cues of two lines, or three at its end rather than a lonely one."""
    rows = wrap(f"{turn.who}: {turn.text}", 62)
    cuts = list(range(0, len(rows) - 1, 2)) or [0]
    return ["\n".join(rows[cut : cut + 2 if cut != cuts[-1] else len(rows)]) for cut in cuts]


def stamp(millis: int) -> str:
    """Milliseconds as 00:01:02,500."""
    seconds, rest = divmod(millis, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02},{rest:03}"


def i07() -> None:
    """A workbook: identity rows, then one row a turn."""
    source, book = talk("I-07"), Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Transkrip"
    sheet.append(["TRANSKRIP WAWANCARA"])
    for key, value in about(source):
        sheet.append([key, value])
    sheet.append([])
    sheet.append(["No", "Waktu", "Pembicara", "Ucapan"])
    header = sheet.max_row
    names = {"P": "Peneliti", "I": "Informan"}
    for number, (turn, at) in enumerate(zip(source.turns, clock(source), strict=True), 1):
        sheet.append([number, at, names[turn.who], "\n".join(turn.paragraphs)])
    ruled(sheet, header, {"A": 12, "B": 14, "C": 12, "D": 100})
    for number, turn in enumerate(source.turns, header + 1):
        sheet.row_dimensions[number].height = 15 * sum(1 + len(part) // 95 for part in turn.paragraphs)
    save(book, path("I-07"))


def ruled(sheet: Worksheet, header: int, widths: dict[str, float]) -> None:
    """Borders and wrapped text from the header row down, bold header and title."""
    side = Side(style="thin")
    for row in sheet.iter_rows(min_row=header):
        for cell in row:
            cell.border = Border(left=side, right=side, top=side, bottom=side)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(name="Calibri", size=11, bold=cell.row == header)
    sheet["A1"].font = Font(name="Calibri", size=11, bold=True)
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for column, width in widths.items():
        sheet.column_dimensions[column].width = width


def i08() -> None:
    """A table saved by Excel as semicolon CSV in the Windows code page, one row a question and its answer."""
    out = io.StringIO(newline="")
    rows = csv.writer(out, delimiter=";", lineterminator="\r\n")
    rows.writerow(["No", "Pertanyaan", "Jawaban"])
    for number, pair in enumerate(talk("I-08").pairs, 1):
        rows.writerow([number, *("\n".join(turn.paragraphs) for turn in pair)])
    write(path("I-08"), out.getvalue(), newline="", encoding="cp1252")


def i09() -> None:
    """Word, a section of the results chapter: run-in identity, bold `Pertanyaan :` and `Jawaban :`."""
    source, document = talk("I-09"), page()
    head = source.head
    line(document, "4.2.9. Wawancara dengan Kepala Desa", bold=True)
    line(
        document,
        f"Informan IX Nama : {head['nama']} Jenis Kelamin : {head['jenis_kelamin']} "
        f"Umur : {head['umur']} Tahun Jabatan : {head['jabatan']} "
        f"Pendidikan : {head['pendidikan']} Hari/Tanggal : {head['tanggal']} "
        f"Pukul : {head['waktu']} Tempat : {head['tempat']}",
    )
    for turn in source.turns:
        labelled(document, "Pertanyaan :" if turn.who == "P" else "Jawaban :", turn)
    save(document, path("I-09"))


def labelled(document: Docx, label: str, turn: Said) -> None:
    """A turn with a bold label; its further paragraphs are indented."""
    first, *rest = turn.paragraphs
    paragraph = document.add_paragraph()
    paragraph.add_run(label).bold = True
    paragraph.add_run(f" {first}")
    for more in rest:
        line(document, more).paragraph_format.first_line_indent = Cm(1)


def i10() -> None:
    """Plain text from Windows: role labels padded with blanks, a third person by name."""
    source = talk("I-10")
    names = {"P": "Peneliti", "I": "Informan 10"}
    rows = ["TRANSKRIP WAWANCARA", *(f"{key:<12}: {value}" for key, value in about(source)), ""]
    for turn in source.turns:
        first, *rest = turn.paragraphs
        rows += [f"{names.get(turn.who, turn.name):<12}: {first}", *rest]
    write(path("I-10"), "\n".join(rows) + "\n", newline="\r\n")
