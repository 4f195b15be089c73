"""PDF by pypdf: text rebuilt page by page; exact wording, but lines are cut where the page cut them."""

from __future__ import annotations

import logging
import re
import warnings
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from kualcode.errors import Bi, SourceError
from kualcode.model import Extract
from kualcode.sources.assemble import Assembler, repaired

if TYPE_CHECKING:
    from pypdf import PdfReader

REBUILT = Bi(
    "Teks disusun ulang dari PDF: baris terpotong di tepi halaman, kepala halaman ikut masuk. "
    "Berikan .docx-nya bila ada.",
    "Text reconstructed from PDF: lines are cut at the page's edge, page headers are in it. "
    "Give the .docx if you have it.",
)
NUMBERS = Bi(
    "Nomor halaman ({first} sampai {last}) tidak ikut dibaca.", "The page numbers ({first} to {last}) were left out."
)
HEAD, FOOT = 0, -1  # a page's first and last line
# A line that holds nothing but the page's number: "3", "- 3 -", "Halaman 3", "3 | Page", "Page 3 of 9".
PAGE_NUMBER = re.compile(
    r"[\W_]*(?:(?:hal(?:aman)?|page|p\s+a\s+g\s+e)\b[\W_]*)?(?P<number>\d{1,4})"
    r"[\W_]*(?:(?:dari|of|/)\s*\d{1,4}|hal(?:aman)?|page|p\s+a\s+g\s+e)?[\W_]*",
    re.IGNORECASE,
)
LONGEST = 60  # characters of a line at which a page number ends at the latest
EMPTY_PAGES = Bi(
    "Halaman {pages} tidak berisi teks (gambar atau hasil pindai?).", "Pages {pages} hold no text (pictures or scans?)."
)
DAMAGED = Bi("Berkas rusak atau bukan berkas PDF.", "The file is damaged or not a PDF file.")
DAMAGED_FIX = Bi(
    "Buka di pembaca PDF dan simpan ulang (Cetak > Simpan sebagai PDF), atau berikan .docx-nya.",
    "Open it in a PDF reader and save it again (Print > Save as PDF), or give the .docx.",
)
LOCKED = Bi("PDF ini dikunci (terenkripsi).", "This PDF is locked (encrypted).")
LOCKED_FIX = Bi(
    "Buka di pembaca PDF (dengan kata sandi bila diminta), cetak ke PDF baru, berikan itu.",
    "Open it in a PDF reader (with its password if asked), print it to a new PDF, give that.",
)
SCANNED = Bi(
    "PDF ini hasil pindai: berisi gambar halaman, tanpa teks.",
    "This PDF is a scan: it holds pictures of pages, no text.",
)
SCANNED_FIX = Bi(
    "Jalankan OCR lalu periksa hasilnya, atau berikan teks ketikannya (.docx, .txt).",
    "Run OCR and check its result, or give the typed text (.docx, .txt).",
)


def read_pdf(data: bytes, encoding: str | None = None) -> Extract:
    """The text of all pages, joined by newline. Raises SourceError for a locked, scanned or damaged file."""
    del encoding  # a PDF carries its own
    with _quiet():
        pages = _page_texts(data)
    if not pages:
        raise SourceError(DAMAGED, DAMAGED_FIX)
    pages, removed = without_numbers(pages)
    out = Assembler()
    for page in pages:
        out.line(page)
    empty = [str(number) for number, page in enumerate(pages, 1) if not page.strip()]
    if len(empty) == len(pages):
        raise SourceError(SCANNED, SCANNED_FIX)
    notes = (REBUILT, *removed, *([EMPTY_PAGES.fill(pages=", ".join(empty))] if empty else []))
    return Extract("pdf", out.text(), notes=notes)


def _page_texts(data: bytes) -> Sequence[str]:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted:
            _unlock(reader)
        return [tidied(page.extract_text()) for page in reader.pages]
    except SourceError:
        raise
    except DependencyError as error:  # AES asks for a library that kualcode does not bring
        raise SourceError(LOCKED, LOCKED_FIX) from error
    except Exception as error:  # its own errors.py: "broken PDF files might cause other Exceptions"
        raise SourceError(DAMAGED, DAMAGED_FIX) from error


def tidied(page: str) -> str:
    """A page's text without form feeds and without the line ends that pypdf leaves at its edges."""
    return repaired(page).replace("\f", "\n").strip("\n")


def without_numbers(pages: Sequence[str]) -> tuple[list[str], tuple[Bi, ...]]:
    """Pages without their numbers, and what was left out; untouched where the numbers are not certain.

    Certain: every page that holds text, but for a cover without any, begins or ends with a line that is only a
    number, the numbers run on with the pages, and there are two at least. (A thesis numbers the first page of a
    chapter at its foot and the others at their head.)
    """
    runs: defaultdict[int, dict[int, list[int]]] = defaultdict(dict)  # number less index -> page -> edges
    for index, page in enumerate(pages):
        for edge in (FOOT, HEAD):
            found = PAGE_NUMBER.fullmatch(_edge_line(page, edge)[:LONGEST])
            if found:
                runs[int(found["number"]) - index].setdefault(index, []).append(edge)
    filled = [index for index, page in enumerate(pages) if page.strip()]
    if filled and not any(filled[0] in run for run in runs.values()):
        del filled[0]
    for before, run in sorted(runs.items()):
        if len(run) > 1 and run.keys() >= set(filled):
            usual = max((FOOT, HEAD), key=lambda edge: sum(edge in edges for edges in run.values()))
            cut = [
                _cut(page, usual if usual in run[index] else run[index][0]) if index in run else page
                for index, page in enumerate(pages)
            ]
            return cut, (NUMBERS.fill(first=min(run) + before, last=max(run) + before),)
    return list(pages), ()


def _edge_line(page: str, edge: int) -> str:
    return page.strip().split("\n")[edge]


def _cut(page: str, edge: int) -> str:
    """A page without its first or last line that holds something."""
    text = page.strip()
    return text.rpartition("\n")[0] if edge == FOOT else text.partition("\n")[2]


def _unlock(reader: PdfReader) -> None:
    """Open with the empty password: a PDF locked against printing only has it, and anyone may read it."""
    if not reader.decrypt(""):
        raise SourceError(LOCKED, LOCKED_FIX)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep pypdf's remarks off the screen and out of logs: they can quote the document."""
    logger = logging.getLogger("pypdf")
    silent, before = logging.NullHandler(), logger.propagate
    logger.addHandler(silent)
    logger.propagate = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.removeHandler(silent)
        logger.propagate = before
