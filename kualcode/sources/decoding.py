"""Bytes -> text: byte order mark, then strict UTF-8, then Windows-1252, and never a guess in silence.

The order was right where a statistical guesser read short Indonesian cp1252 text as cp1250.
"""

from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE

from kualcode.errors import Bi, SourceError

# UTF-32 first: its little-endian mark begins with that of UTF-16.
MARKS = (
    (BOM_UTF32_LE, "utf-32"),
    (BOM_UTF32_BE, "utf-32"),
    (BOM_UTF8, "utf-8-sig"),
    (BOM_UTF16_LE, "utf-16"),
    (BOM_UTF16_BE, "utf-16"),
)
CONTROLS = bytes(sorted({*range(32), 127} - set(b"\t\n\x0b\x0c\r")))
FEW = 8  # control characters that a real text may hold by accident

WINDOWS = Bi(
    "Berkas ini bukan UTF-8; dibaca sebagai Windows-1252 (cp1252). Bila ada huruf yang aneh, "
    "sebutkan pengodeannya dengan --encoding.",
    "This file is not UTF-8; it was read as Windows-1252 (cp1252). If letters look odd, name its "
    "encoding with --encoding.",
)
UNKNOWN = Bi("Pengodean teks {name} tidak dikenal.", "The text encoding {name} is not known.")
UNKNOWN_FIX = Bi(
    "Pakai misalnya --encoding utf-8, cp1252 atau utf-16.", "Use for example --encoding utf-8, cp1252 or utf-16."
)
WRONG = Bi(
    "Isi berkas tidak cocok dengan pengodean {name} (bita ke-{byte}).",
    "The file does not fit the encoding {name} (byte {byte}).",
)
WRONG_FIX = Bi(
    "Simpan ulang sebagai teks UTF-8, atau sebutkan pengodean yang benar dengan --encoding.",
    "Save it again as UTF-8 text, or name the right encoding with --encoding.",
)
BINARY = Bi("Ini bukan berkas teks: isinya data biner.", "This is not a text file: it holds binary data.")
BINARY_FIX = Bi(
    "Buka dengan program asalnya dan simpan sebagai teks (.txt UTF-8) atau .docx.",
    "Open it in the program it comes from and save it as text (.txt UTF-8) or .docx.",
)


def decode(data: bytes, encoding: str | None) -> tuple[str, tuple[Bi, ...]]:
    """The text of a file without its byte order mark, and what should be known about its encoding.

    Raises SourceError for an unknown or unfit encoding and for binary content.
    """
    name = encoding or _by_mark(data)
    if name is None:
        text, notes = _unmarked(data)
    else:
        text, notes = _strict(data, name), ()
    _refuse_binary(text)
    return text.lstrip("\ufeff"), notes


def _by_mark(data: bytes) -> str | None:
    return next((name for mark, name in MARKS if data.startswith(mark)), None)


def _unmarked(data: bytes) -> tuple[str, tuple[Bi, ...]]:
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        if b"\x00" in data:  # before cp1252, whose own message would mislead
            raise SourceError(BINARY, BINARY_FIX) from None
        return _strict(data, "cp1252"), (WINDOWS,)


def _strict(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise SourceError(WRONG.fill(name=name, byte=error.start + 1), WRONG_FIX) from error
    except (LookupError, ValueError) as error:
        raise SourceError(UNKNOWN.fill(name=ascii(name)), UNKNOWN_FIX) from error


def _refuse_binary(text: str) -> None:
    """Any NUL, or more control characters than one in twenty, is not something that people wrote."""
    raw = text.encode("utf-8", "surrogatepass")
    controls = len(raw) - len(raw.translate(None, CONTROLS))
    if b"\x00" in raw or (controls > FEW and controls * 20 > len(raw)):
        raise SourceError(BINARY, BINARY_FIX)
