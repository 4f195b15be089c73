"""Exact text: the only place that normalises text or does arithmetic on offsets.

Offsets are code points of the normalised text, half-open: text[start:end] is the quote.
"""

from __future__ import annotations

import hashlib
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence


def normalise(raw: str) -> str:
    """Text as it is stored, once and for good: no BOM, line ends \\n, Unicode NFC."""
    text = raw.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text)


def sha256(data: str | bytes) -> str:
    """Hex SHA-256 of bytes, or of a text's UTF-8 (lone surrogates kept)."""
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    return hashlib.sha256(raw).hexdigest()


def line_starts(text: str) -> list[int]:
    """Offset of the first character of every line."""
    starts = [0]
    position = text.find("\n")
    while position != -1:
        starts.append(position + 1)
        position = text.find("\n", position + 1)
    return starts


def line_of(starts: Sequence[int], offset: int) -> int:
    """Line number, from 1, of an offset; `starts` comes from line_starts."""
    return bisect_right(starts, offset)


def utf16_offset(text: str, offset: int) -> int:
    """The code-point offset as JavaScript counts it: characters beyond U+FFFF are two units."""
    return offset + sum(1 for char in text[:offset] if ord(char) > 0xFFFF)


def code_point_offset(text: str, units: int) -> int:
    """The offset in code points of a JavaScript offset; inside a pair it is the pair's start."""
    position = 0
    for index, char in enumerate(text):
        width = 2 if ord(char) > 0xFFFF else 1
        if position + width > units:
            return index
        position += width
    return len(text)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends; (start, start) when nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def squash(text: str) -> str:
    """White space runs folded to one blank, for showing a quote on one line."""
    return " ".join(text.split())


def squashed(text: str) -> tuple[str, list[int]]:
    """The text with every run of white space as one blank, and the offset from which each character came."""
    kept: list[int] = []
    for offset, char in enumerate(text):
        if not char.isspace() or (kept and not text[kept[-1]].isspace()):
            kept.append(offset)
    return "".join(" " if text[offset].isspace() else text[offset] for offset in kept), kept
