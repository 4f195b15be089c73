"""path -> Extract: the one door through which files come in."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path

from kualcode.errors import Bi, SourceError
from kualcode.model import Extract
from kualcode.sources.delimited import read_csv
from kualcode.sources.pdf import read_pdf
from kualcode.sources.spreadsheet import read_xlsx
from kualcode.sources.subtitles import read_srt
from kualcode.sources.text_files import read_md, read_txt
from kualcode.sources.unsupported import unsupported
from kualcode.sources.word import read_docx

Reader = Callable[[bytes, str | None], Extract]

SUPPORTED: dict[str, Reader] = {
    ".txt": read_txt,
    ".md": read_md,
    ".markdown": read_md,
    ".docx": read_docx,
    ".xlsx": read_xlsx,
    ".xlsm": read_xlsx,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".pdf": read_pdf,
    ".srt": read_srt,
}
ENCODED = frozenset({".txt", ".md", ".markdown", ".csv", ".tsv", ".srt"})  # those that --encoding concerns
MAX_BYTES = 200_000_000

GONE = Bi("Berkas tidak ada.", "There is no such file.")
GONE_FIX = Bi(
    "Periksa nama dan letaknya; mungkin sudah dipindahkan atau diganti namanya.",
    "Check its name and place; it may have been moved or renamed.",
)
DENIED = Bi("Berkas tidak boleh dibuka.", "The file may not be opened.")
DENIED_FIX = Bi(
    "Tutup program yang memakainya, atau beri izin baca pada berkas itu.",
    "Close the program that uses it, or allow reading it.",
)
FOLDER = Bi("Ini folder, bukan berkas.", "This is a folder, not a file.")
FOLDER_FIX = Bi(
    "Sebutkan berkas di dalamnya, atau tambahkan foldernya dengan perintah yang menerima folder.",
    "Name a file inside it, or add the folder with a command that takes folders.",
)
SPECIAL = Bi("Ini bukan berkas biasa.", "This is not an ordinary file.")
UNREADABLE = Bi("Berkas tidak dapat dibaca dari disk ({reason}).", "The file cannot be read from disk ({reason}).")
COPY_FIX = Bi(
    "Salin ke folder lain di komputer ini, lalu coba lagi.", "Copy it to another folder of this computer and try again."
)
LARGE = Bi(
    "Berkas terlalu besar: {size} MB, batasnya {limit} MB.",
    "The file is too large: {size} MB, the limit is {limit} MB.",
)
LARGE_FIX = Bi(
    "Bagi menjadi beberapa berkas, atau hapus gambar di dalamnya.",
    "Split it into several files, or remove the pictures in it.",
)
EMPTY = Bi("Berkas ini kosong: tidak ada teks di dalamnya.", "This file is empty: there is no text in it.")
EMPTY_FIX = Bi(
    "Periksa apakah ini berkas yang benar; bila isinya gambar atau pindaian, berikan teksnya.",
    "Check that this is the right file; if it holds pictures or scans, give their text.",
)


def read(path: Path, *, encoding: str | None = None) -> Extract:
    """What a file holds: its whole text, normalised once, and the structure of its format.

    `encoding` overrides the order BOM, UTF-8, Windows-1252 for text formats (ENCODED); others ignore it.
    Raises SourceError, with what to do, for every file that cannot be read whole.
    """
    data = _load(path)
    suffix = path.suffix.lower()
    reader = SUPPORTED.get(suffix)
    if reader is None:
        raise unsupported(suffix, SUPPORTED)
    if not data:
        raise SourceError(EMPTY, EMPTY_FIX)
    extract = reader(data, encoding)
    if not extract.text.strip():
        raise SourceError(EMPTY, EMPTY_FIX)
    return extract


def _load(path: Path) -> bytes:
    """The bytes of an ordinary file of bearable size."""
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise SourceError(FOLDER, FOLDER_FIX)
        if not stat.S_ISREG(found.st_mode):  # a pipe or device would keep us waiting for ever
            raise SourceError(SPECIAL, COPY_FIX)
        if found.st_size > MAX_BYTES:
            size, limit = -(-found.st_size // 1_000_000), MAX_BYTES // 1_000_000
            raise SourceError(LARGE.fill(size=size, limit=limit), LARGE_FIX)
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise SourceError(GONE, GONE_FIX) from error
    except PermissionError as error:
        raise SourceError(DENIED, DENIED_FIX) from error
    except OSError as error:
        raise SourceError(UNREADABLE.fill(reason=error.strerror or type(error).__name__), COPY_FIX) from error
    except ValueError as error:  # a NUL in the name
        raise SourceError(GONE, GONE_FIX) from error
