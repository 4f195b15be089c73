"""The words that tables and texts carry in every format, in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from kualcode.document import Entry, Matrix
from kualcode.errors import Bi, Lang
from kualcode.exports import safe

MatrixForm = Literal["csv", "json", "xlsx", "docx", "html", "md"]
BlockForm = Literal["md", "docx", "html"]

PROVISIONAL = Bi("[sementara]", "[provisional]")
PROVISIONAL_NOTE = Bi(
    "Sementara: tabel ini memuat saran mesin yang belum ditinjau orang dan tidak dapat menjadi dasar temuan.",
    "Provisional: this table holds suggestions of the machine that nobody has reviewed and carries no finding.",
)
TABLE = Bi("Tabel", "Table")
TABLES = Bi("Tabel penelitian", "Tables of the study")
CAPTION = Bi("Tabel {number}. {title}", "Table {number}. {title}")
QUOTES = Bi("Kutipan", "Quotes")
QUOTES_OF = Bi("Kutipan untuk Tabel {number}", "Quotes for Table {number}")
QUOTES_COUNTED = Bi("{count} kutipan", "{count} quotes")
ONE_QUOTE = Bi("1 kutipan", "1 quote")
OURS = "kualcode"  # the mark of a file that must not come back in as a source: category, or last line
OURS_LINE = f"\n<!-- {OURS} -->\n"
NOTE = Bi("Catatan", "Note")
NUMBER = Bi("No", "No")
CELL = Bi("Sel matriks", "Matrix cell")
ROW_AND_COLUMN = Bi("Baris / kolom", "Row / column")
QUOTE = Bi("Kutipan", "Quote")
WHO = Bi("Oleh", "By")
PLACE = Bi("Letak", "Place")
STANCE = Bi("Arah", "Stance")
SOURCE = Bi("Berkas sumber", "Source file")
EVIDENCE_ID = Bi("ID bukti", "Evidence id")
TRANSLATION = Bi("Terjemahan peneliti", "Researcher's translation")
TRANSLATED = Bi("terjemahan peneliti", "researcher's translation")
CONTINUES = Bi(" [bersambung ke baris berikut]", " [continues in the next row]")
CONTINUED = Bi("[lanjutan] ", "[continued] ")
PAGE = Bi("Halaman {page} dari {pages}", "Page {page} of {pages}")
SLOT = Bi("[lengkapi: {text}]", "[fill in: {text}]")


def caption(matrix: Matrix, number: int, lang: Lang) -> str:
    """ "Tabel 1. Triangulasi teknik", marked where the table is provisional."""
    title = safe.plain(matrix.title.get(lang))
    text = CAPTION.fill(number=number, title=Bi(title, title)).get(lang)
    return f"{text} {PROVISIONAL.get(lang)}" if matrix.provisional else text


def title_of_all(matrices: Sequence[Matrix], lang: Lang) -> str:
    """The title of a file of tables: that of the only one, or what they are together."""
    title = matrices[0].title if len(matrices) == 1 else TABLES
    return safe.plain(title.get(lang))


def columns(matrix: Matrix, lang: Lang) -> list[str]:
    """The heads of the columns."""
    return [safe.plain(column.get(lang)) for column in matrix.columns]


def notes(matrix: Matrix, lang: Lang) -> list[str]:
    """The notes below a table; a provisional one says first what it is."""
    first = (PROVISIONAL_NOTE,) if matrix.provisional else ()
    return [safe.plain(note.get(lang)) for note in (*first, *matrix.notes)]


def value(entry: Entry, lang: Lang) -> str:
    """What a cell says, without its mark."""
    return safe.plain(entry.text.get(lang) if isinstance(entry.text, Bi) else entry.text)


def shown(entry: Entry, matrix: Matrix, lang: Lang) -> str:
    """What a cell shows: in a provisional table every cell carries the mark, also an empty one."""
    text = value(entry, lang)
    return f"{PROVISIONAL.get(lang)} {text}".rstrip(" ") if matrix.provisional else text


def counted(quotes: int, lang: Lang) -> str:
    """ "3 kutipan", "1 quote"."""
    return (ONE_QUOTE if quotes == 1 else QUOTES_COUNTED.fill(count=quotes)).get(lang)


def slot(text: Bi, lang: Lang) -> str:
    """What the author has to fill in, in brackets that nobody overlooks."""
    said = safe.plain(text.get(lang)).strip()
    return said if said.startswith("[") and said.endswith("]") else SLOT.fill(text=said).get(lang)
