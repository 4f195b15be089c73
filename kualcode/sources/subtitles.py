"""SubRip (.srt): cues with their times; numbering and time lines are not in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from kualcode.errors import Bi, SourceError
from kualcode.model import Cue, Extract
from kualcode.sources.assemble import Assembler
from kualcode.sources.decoding import decode
from kualcode.text import normalise

CLOCK = r"(\d{1,3}):(\d{1,2}):(\d{1,2})[,.](\d{1,3})"
TIMES = re.compile(rf"\s*{CLOCK}\s*-->\s*{CLOCK}(?:\s.*)?")
TAG = re.compile(r"</?(?:[bius]|font(?:\s[^<>]*)?)>|\{\\[^{}]*\}", re.IGNORECASE)
SHOWN = 5  # problems named in one message

TAGS = Bi(
    "{count} tanda format (misalnya <i>) tidak ikut dalam teks.",
    "{count} formatting tags (such as <i>) are not part of the text.",
)
MALFORMED = Bi(
    "Takarir tidak terbaca pada baris {lines}: di sana diharapkan nomor lalu waktu seperti "
    "00:00:01,000 --> 00:00:04,000.",
    "The subtitles cannot be read at line {lines}: a number and then times such as "
    "00:00:01,000 --> 00:00:04,000 were expected there.",
)
MALFORMED_FIX = Bi(
    "Perbaiki baris itu di editor teks, lalu baca lagi.",
    "Correct that line in a text editor, then read the file again.",
)


class Block(NamedTuple):
    """A cue as it stands in the file: when it starts, and its lines of text."""

    at: str
    lines: list[str]


def read_srt(data: bytes, encoding: str | None = None) -> Extract:
    """Subtitles: each cue on lines of its own, with its time. Raises SourceError naming malformed lines."""
    raw, notes = decode(data, encoding)
    lines = normalise(raw).split("\n")
    _refuse_malformed(lines)
    out = Assembler()
    cues, tags = [], 0
    for block in _blocks(lines):
        said, found = TAG.subn("", "\n".join(block.lines))
        tags += found
        if said:
            cell = out.line(said)
            cues.append(Cue(cell.start, cell.end, block.at))
    remarks = (TAGS.fill(count=tags),) if tags else ()
    return Extract("srt", out.text(), cues=tuple(cues), notes=(*notes, *remarks))


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    """Every cue. Its text runs to the next header, so a blank line inside it loses nothing."""
    headers = [index for index, line in enumerate(lines) if TIMES.fullmatch(line)]
    for index, following in pairwise([*headers, len(lines) + 1]):
        end = following - 1 if following <= len(lines) and _is_number(lines[following - 1]) else following
        yield Block(_clock(lines[index]), _without_blank_ends(lines[index + 1 : end]))


def _clock(line: str) -> str:
    match = TIMES.fullmatch(line)
    assert match is not None
    hours, minutes, seconds, milli = match.groups()[:4]
    return f"{hours:0>2}:{minutes:0>2}:{seconds:0>2},{milli:0<3}"


def _without_blank_ends(lines: Sequence[str]) -> list[str]:
    filled = [index for index, line in enumerate(lines) if line.strip()]
    return list(lines[filled[0] : filled[-1] + 1]) if filled else []


def _is_number(line: str) -> bool:
    return line.strip().isdecimal()


def _refuse_malformed(lines: Sequence[str]) -> None:
    first = next((index for index, line in enumerate(lines) if TIMES.fullmatch(line)), len(lines))
    bad = [index + 1 for index in range(len(lines)) if _is_malformed(lines, index, first)]
    if bad:
        more = ", ..." if len(bad) > SHOWN else ""
        raise SourceError(MALFORMED.fill(lines=", ".join(map(str, bad[:SHOWN])) + more), MALFORMED_FIX)


def _is_malformed(lines: Sequence[str], index: int, first: int) -> bool:
    """Whether other text stands where a cue should begin: before the first one, or after a blank line."""
    line = lines[index]
    if not line.strip() or TIMES.fullmatch(line):
        return False
    if index < first:
        return not (_is_number(line) and index + 1 == first)
    before = lines[index - 1]
    if not before.strip():
        return "-->" in line
    return _is_number(before) and not lines[index - 2].strip()
