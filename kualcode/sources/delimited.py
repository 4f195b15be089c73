"""CSV and TSV: one table; the delimiter is counted, not guessed from the suffix."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Sequence
from io import StringIO
from itertools import islice

from kualcode.errors import Bi, SourceError
from kualcode.model import Extract
from kualcode.sources.assemble import Assembler, rectangle
from kualcode.sources.decoding import decode

DELIMITERS = "\t;|,"  # on equal counts the mark that is rarer in prose
NONE = "\uffff"  # a noncharacter: no text holds it, so nothing is split
SAMPLE_ROWS, SAMPLE_CHARS = 50, 65_536
AGREEMENT = 0.8  # share of rows of one width, where the first row differs
SHOWN = 5
EXCEL_HINT = re.compile(r'"?sep=(.)"?(?:\r\n|\r|\n)', re.IGNORECASE)

UNEVEN = Bi(
    'Baris {rows} berisi lebih banyak sel daripada baris judul kolom: teks yang memuat "{mark}" '
    "mungkin tidak diapit tanda kutip, sehingga terpecah. Simpan ulang dari Excel sebagai CSV UTF-8.",
    'Row {rows} holds more cells than the header: text with "{mark}" in it may lack quotes '
    "and was split. Save it again from Excel as CSV UTF-8.",
)
BROKEN = Bi(
    "Tabel CSV rusak di sekitar baris {line}: tanda kutip tidak ditutup, ada huruf sesudah kutip "
    "penutup, atau selnya terlalu panjang.",
    "The CSV table is broken near line {line}: a quote is not closed, text follows a closing quote, "
    "or a cell is too long.",
)
BROKEN_FIX = Bi(
    "Perbaiki baris itu, atau buka di Excel dan simpan sebagai .xlsx.",
    "Correct that line, or open the file in Excel and save it as .xlsx.",
)


def read_csv(data: bytes, encoding: str | None = None) -> Extract:
    """A delimited table: each row a line, cells separated by tab. Raises SourceError for broken quoting."""
    raw, notes = decode(data, encoding)
    # Cells are cut from the raw text: normalising first would turn U+037E into ";".
    hint = EXCEL_HINT.match(raw)
    mark = hint[1] if hint else _delimiter(raw)
    rows = _rows(raw[hint.end() :] if hint else raw, mark)
    out = Assembler()
    table = out.table("", rectangle(rows))
    return Extract("csv", out.text(), tables=(table,) if rows else (), notes=(*notes, *_uneven(rows, mark)))


def _rows(raw: str, mark: str) -> list[list[str]]:
    """All rows that hold a cell; blank lines are no rows."""
    reader = csv.reader(StringIO(raw, newline=""), delimiter=mark, strict=True)
    try:
        return [row for row in reader if row]
    except csv.Error as error:
        raise SourceError(BROKEN.fill(line=reader.line_num), BROKEN_FIX) from error


def _delimiter(raw: str) -> str:
    """The mark that cuts the first rows most evenly; NONE when the file is one column of free text."""
    scores = [(*_evenness(_widths(raw[:SAMPLE_CHARS], mark)), mark) for mark in DELIMITERS]
    share, width, mark = max(scores, key=lambda score: score[:2])
    return mark if width > 1 and share > AGREEMENT else NONE


def _widths(sample: str, mark: str) -> list[int]:
    reader = csv.reader(StringIO(sample, newline=""), delimiter=mark)
    try:
        return [len(row) for row in islice(reader, SAMPLE_ROWS) if row]
    except csv.Error:  # a cell beyond the limit: the reading itself will say so
        return []


def _evenness(widths: Sequence[int]) -> tuple[float, int]:
    """(share of rows of the commonest width, plus 1 when the first row has it; that width)."""
    if not widths:
        return 0.0, 0
    width, count = Counter(widths).most_common(1)[0]
    if width == 1:
        return 0.0, 1
    return count / len(widths) + (widths[0] == width), width


def _uneven(rows: Sequence[Sequence[str]], mark: str) -> tuple[Bi, ...]:
    first = next((len(row) for row in rows if len(row) > 1), 1)  # a title may stand above the header
    wide = [str(number) for number, row in enumerate(rows, 1) if len(row) > first and any(row[first:])]
    shown = ", ".join(wide[:SHOWN]) + (", ..." if len(wide) > SHOWN else "")
    return (UNEVEN.fill(rows=shown, mark=mark),) if wide else ()
