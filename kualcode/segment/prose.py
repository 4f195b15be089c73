"""Running text without speakers: paragraphs, headings and list items."""

from __future__ import annotations

import re
from typing import NamedTuple

from kualcode.model import Speaker
from kualcode.segment.headers import is_pair_line, is_title
from kualcode.segment.headings import HEADING, is_document_heading
from kualcode.segment.pieces import Mark, Pieces
from kualcode.text import trim

_ITEM = re.compile(
    r"[^\S\n]*(?P<marker>[-•▪‣*–](?=[^\S\n])|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)](?=[^\S\n])"
    r"|\(?[A-Z]\)(?=[^\S\n]))"  # a capital and a full stop may be a name's initial: "H. Rusmadi"
)
_HEADING = re.compile(
    r"[^\S\n]*(?:#{1,6}[^\S\n]|BAB\s+[IVX]+\b"
    r"|(?!\d{1,2}\.\d\d\s)\d{1,2}(?:\.\d{1,2})+\.?[^\S\n]+[A-Z][^\n]{0,80}[^\n.?!,;:]$)"
)
_CLOSED = re.compile(r"[.?!…:;][”\"’)\]]*\s*\Z")
_CLOCK = re.compile(r"(?:(?:pukul|jam|pkl\.?)\s+)?[\[(]?(\d{1,2}[.:]\d{2})(?!\d)", re.I)
LONGEST_HEADING = 200  # characters
_LINE_FORMATS = frozenset(("docx", "doc", "odt", "rtf", "html"))  # their readers give a paragraph a line


class Paragraph(NamedTuple):
    """A paragraph's marker ("1.", "-") and body; a body starts after its marker."""

    start: int
    body: int
    end: int

    def marker(self, text: str) -> str:
        """The list marker, without white space."""
        return text[self.start : self.body].strip()


def lay(pieces: Pieces, start: int, end: int, speaker: Speaker, source_format: str) -> None:
    """One turn a paragraph or list item; markers are labels, headings are called so, a leading time is noted."""
    found = paragraphs(pieces.text, start, end, source_format)
    for paragraph, after in zip(found, [*found, None][1:], strict=True):
        pieces.skip(paragraph.start, paragraph.body)
        clock = _CLOCK.match(pieces.text, paragraph.body, paragraph.end) if speaker == "observer" else None
        mark = Mark(
            paragraph.start,
            paragraph.body,
            speaker,
            HEADING if not clock and heads(pieces.text, paragraph, after, speaker) else paragraph.marker(pieces.text),
            at=clock[1] if clock else None,
        )
        pieces.turn(mark, paragraph.body, paragraph.end)


def heads(text: str, paragraph: Paragraph, after: Paragraph | None, speaker: Speaker) -> bool:
    """Whether a paragraph is a heading of a document or of field notes; an informant's is never called one."""
    if speaker not in ("document", "observer") or paragraph.end - paragraph.start > LONGEST_HEADING:
        return False
    following = text[after.start : after.end] if after else None
    return is_document_heading(text[paragraph.start : paragraph.end], following)


def paragraphs(text: str, start: int, end: int, source_format: str) -> list[Paragraph]:
    """Paragraphs by blank lines; without any, by lines that begin where a sentence has ended."""
    by_line = source_format in _LINE_FORMATS
    blank_lines = re.search(r"\n[^\S\n]*\n", text[start:end].strip()) is not None
    found: list[Paragraph] = []
    open_start: int | None = None
    last_line = ""
    for line_start, line_end in _lines(text, start, end):
        line = text[line_start:line_end]
        if not line.strip():
            _close(text, found, open_start, line_start)
            open_start, last_line = None, ""
            continue
        if open_start is None or by_line or _begins(line, last_line, blank_lines):
            _close(text, found, open_start, line_start)
            open_start = line_start
        last_line = line
    _close(text, found, open_start, end)
    return found


def _begins(line: str, before: str, blank_lines: bool) -> bool:
    """Whether a line that follows another opens a paragraph of its own."""
    if _ITEM.match(line) or _HEADING.match(line) or _HEADING.match(before):
        return True
    return not blank_lines and _CLOSED.search(before) is not None


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans = []
    while start < end:
        newline = text.find("\n", start, end)
        stop = end if newline == -1 else newline
        spans.append((start, stop))
        start = stop + 1
    return spans


def _close(text: str, found: list[Paragraph], start: int | None, end: int) -> None:
    """Add the paragraph that is open, with its marker told apart; nothing stays open."""
    if start is None:
        return
    start, end = trim(text, start, end)
    if start < end:
        item = _ITEM.match(text, start, end)
        found.append(Paragraph(start, item.end() if item else start, end))


def head_end(text: str, start: int, end: int, titles: bool) -> int:
    """Where the identity block at the top ends: title lines and at least two entries; else `start`.

    A title alone counts where `titles` is set (sheets and transcripts), not in documents.
    """
    cut, entries, title = start, 0, False
    for line_start, line_end in _lines(text, start, end):
        line = text[line_start:line_end].strip()
        if not line or set(line) <= set("-=_*"):
            continue
        if is_pair_line(line):
            entries += 1
        elif titles and is_title(line):
            title = True
        else:
            break
        cut = min(line_end + 1, end)
    return cut if entries >= 2 or title or (titles and entries) else start
