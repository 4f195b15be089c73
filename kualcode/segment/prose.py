"""Running text without speakers: paragraphs, headings and list items."""

from __future__ import annotations

import re
from typing import NamedTuple

from kualcode.model import Speaker
from kualcode.segment.headers import is_pair_line, is_title, meaning, pairs
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
_HEAD_LINES, _ABOVE = 20, 4  # lines among which an identity block stands, and of them above its first entry
_LOOSE, _KEY_LENGTH = 90, 40
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


class Head(NamedTuple):
    """Where an identity block begins and ends; both the same where there is none."""

    start: int
    end: int


def head(text: str, start: int, end: int, *, document: bool) -> Head:
    """The identity block at the top: title lines and at least two entries, or a title and one.

    A title alone counts in sheets and transcripts, not in documents. A few short lines may stand above the entries
    (the name of an office), and entries of another key between them; a document's own lines above them are kept as
    its words.
    """
    sure = _plain_head(text, start, end, titles=not document)
    found = [line for line in _lines(text, start, end) if text[slice(*line)].strip()][:_HEAD_LINES]
    entries = [index for index in range(len(found)) if is_pair_line(text[slice(*found[index])].strip())]
    known = _reach(text, found, entries)
    titled = any(is_title(text[slice(*line)].strip()) for line in found[: entries[0]]) if entries else False
    dated = any(meaning(key) in ("date", "time") for at in known for key, _ in pairs(text, *found[at]))
    if len(known) + titled < 2 or (document and not dated):
        return Head(start, sure)
    return Head(found[known[0]][0] if document else start, max(sure, min(found[known[-1]][1] + 1, end)))


def _reach(text: str, found: list[tuple[int, int]], entries: list[int]) -> list[int]:
    """The entries of a block: a few loose lines above them, and between them only entries of another key."""
    known: list[int] = []
    for at in entries:
        between = [text[slice(*line)].strip() for line in found[known[-1] + 1 if known else 0 : at]]
        if not known and not (len(between) <= _ABOVE and all(_is_loose(line) for line in between)):
            break
        if known and not all(_is_loose(line) and 0 < line.find(":") < _KEY_LENGTH for line in between):
            break
        known.append(at)
    return known


def _is_loose(line: str) -> bool:
    """Whether a line is short and no sentence: a title, an office's name, an entry of any key, a rule."""
    return len(line) <= _LOOSE and line[-1] not in ".?!;:,"


def _plain_head(text: str, start: int, end: int, *, titles: bool) -> int:
    """Where title lines and entries at the very top end; else `start`."""
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
