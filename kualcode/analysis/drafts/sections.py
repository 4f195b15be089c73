"""A draft's text to its paragraphs, each with the section and the heading under which it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple, cast

from kualcode.analysis.drafts import lexicon
from kualcode.analysis.drafts.outline import Outline, level_of, unnumbered
from kualcode.analysis.drafts.scopes import Scopes
from kualcode.analysis.statements import FINDINGS, SECTIONS, Section
from kualcode.segment.headings import is_document_heading
from kualcode.segment.prose import paragraphs
from kualcode.text import line_of, line_starts, squash

_CHAPTERS: dict[str, Section] = {
    "I": "introduction",
    "1": "introduction",
    "II": "introduction",
    "2": "introduction",
    "III": "methods",
    "3": "methods",
    "IV": "results",
    "4": "results",
    "V": "conclusion",
    "5": "conclusion",
}
_CHAPTER = re.compile(r"(?:bab|chapter)\s+(?P<number>[ivx]+|\d)\b[.:]?\s*", re.I)
_MARKUP = re.compile(r"[*_#`]+|<[^<>\n]{1,20}>")
_BOLD = re.compile(r"\s*(?:\*\*|__)[^\n]+(?:\*\*|__):?\s*\Z")
_ITEM = re.compile(r"\s*(?:[-•▪*–]|\(?(?:\d{1,2}|[a-z])[.)])\s+(?=\S)")
_POINT = re.compile(r"\s*(?P<open>\(?)(?P<number>\d{1,2})(?P<close>[.)])\s+(?=\S)")
_RUN_IN = re.compile(r"\W{0,4}(?P<name>[^\W\d]+(?:[ -][^\W\d]+){0,2})\W{0,4}?\s*[:.—–](?:\*\*|__)?\s+(?=[\w\"“*])")
_LONGEST = 20  # words of a heading that is marked as one
_LEVELLED = 12  # words of one with a number of several levels
_PLAIN = 8  # words of one that is told by its name alone
Styled = tuple[int, int, int]  # start, end and level of a heading
_KINDS: tuple[str, ...] = (*(f"section_{name}" for name in SECTIONS), "section_none")


class Block(NamedTuple):
    """A paragraph of the draft. `section` None: before the first section, or references and the like."""

    section: Section | None
    heading: str | None  # code or OVERALL named by the nearest heading
    factor: str | None  # topic of factors of the nearest heading
    start: int
    end: int
    line: int
    item: bool  # a point of a list
    part: int  # number of the heading under which it stands
    titled: bool = True  # False where the section is only supposed


class _Head(NamedTuple):
    known: bool  # names a section, or one that is left out
    section: Section | None
    title: str


def blocks(text: str, source_format: str, scopes: Scopes, headings: Sequence[Styled] = ()) -> list[Block]:
    """The paragraphs that say something, in order; a draft without any known section is read as results.

    `headings` are those that the format itself calls so (Extract.headings): they need no number.
    """
    found = list(_read(text, source_format, scopes, headings))
    if any(block.section for block in found):
        return [block for block in found if block.section]
    return [block._replace(section="results", titled=False) for block in found]


def known(found: list[Block]) -> bool:
    """Whether a section was recognised: more than what is read as results for want of any."""
    return any(block.titled for block in found)


def tells_results(found: list[Block]) -> bool:
    """Whether any paragraph stands where results are laid out."""
    return any(block.section in FINDINGS for block in found)


def _read(text: str, source_format: str, scopes: Scopes, headings: Sequence[Styled]) -> Iterator[Block]:
    starts = line_starts(text)
    outline = Outline()
    heading: str | None = None
    factor: str | None = None
    part = 0
    pieces = list(_pieces(text, source_format))
    for number, (start, end) in enumerate(pieces):
        before, following = (text[slice(*pieces[n])] if 0 <= n < len(pieces) else "" for n in (number - 1, number + 1))
        styled = _styled(headings, start, end)
        head = _head(text[start:end], before, following, scopes, styled=styled > 0)
        if head is not None:
            heading, factor = scopes.of_heading(head.title)
            named = heading in scopes.codes
            level = level_of(text[start:end], styled)
            outline.enter(level, head.title, known=head.known, section=head.section, names_code=named or bool(factor))
            part += 1
            continue
        opening, body = _run_in(text, start, end)
        if opening is not None and opening.section is None:
            continue  # keywords and the like: one paragraph, no section
        if opening is not None and opening.section is not None:
            outline.run_in(opening.section)
            heading, factor, part = None, None, part + 1
        item = _ITEM.match(text, body, end)
        body = item.end() if item else body
        yield Block(outline.section, heading, factor, body, end, line_of(starts, body), item is not None, part)


def _pieces(text: str, source_format: str) -> Iterator[tuple[int, int]]:
    """Paragraphs; a line at their head that is a heading by itself is cut off."""
    for paragraph in paragraphs(text, 0, len(text), source_format):
        start, end = paragraph.start, paragraph.end
        while (cut := text.find("\n", start, end)) != -1:
            line = text[start:cut]
            if not (line.lstrip().startswith("#") or _BOLD.match(line) or _section(line) is not None):
                break
            yield start, cut
            start = cut + 1
        yield start, end


def _styled(headings: Sequence[Styled], start: int, end: int) -> int:
    """The level of the style in which a paragraph is set; 0 where that is of no heading. `headings` are in order."""
    at = bisect_right(headings, start, key=itemgetter(1))  # the first that ends behind the paragraph's start
    return headings[at][2] if at < len(headings) and headings[at][0] < end else 0


def _head(line: str, before: str, following: str, scopes: Scopes, *, styled: bool = False) -> _Head | None:
    """What a paragraph names if it is a heading; None for running text."""
    if "\n" in line.strip():
        return None
    title = squash(_MARKUP.sub(" ", line)).strip()
    count = len(title.split())
    marked = styled or line.lstrip().startswith("#") or _BOLD.match(line) is not None
    if not title or count > _LONGEST or (title[-1] in ".?!;," and not marked):
        return None
    known = _section(line)
    if known is not None:
        return known
    if not marked and (_next_point(before, line) or _next_point(line, following)):
        return None
    heads = marked or _is_levelled(title, count) or is_document_heading(line, following or None)
    return _Head(False, None, title) if heads or _names_code(title, count, scopes) else None


def _is_levelled(title: str, count: int) -> bool:
    """Whether a line has a number of several levels and is short: "4.2 Kualitas kerja"."""
    return level_of(title).style == "dotted" and count <= _LEVELLED and unnumbered(title)[:1].isupper()


def _next_point(one: str, two: str) -> bool:
    """Whether two paragraphs that touch are points of one numbered list; headings have text between them."""
    first, second = _POINT.match(one), _POINT.match(two)
    if first is None or second is None or first["open"] + first["close"] != second["open"] + second["close"]:
        return False
    return int(second["number"]) == int(first["number"]) + 1


def _section(line: str) -> _Head | None:
    """The section that a line names, numbering and marks left out; None if it names none."""
    title = squash(_MARKUP.sub(" ", line)).strip()
    chapter = _CHAPTER.match(title)
    name = title[chapter.end() :] if chapter else unnumbered(title)
    folded = name.casefold().strip(" .:-–—")
    kind = _kind(folded)
    if kind is None and chapter and chapter["number"].upper() in _CHAPTERS:
        return _Head(True, _CHAPTERS[chapter["number"].upper()], name)
    if kind is None and name.isupper() and len(folded.split()) <= _PLAIN:
        kind = _leading(folded)
    if kind is None:
        return None
    return _Head(True, None if kind == "none" else cast("Section", kind), name)


def _kind(folded: str) -> str | None:
    return next((kind.removeprefix("section_") for kind in _KINDS if folded in lexicon.entries(kind)), None)


def _leading(folded: str) -> str | None:
    """The section that the first words of a heading in capitals name: "HASIL PENELITIAN TENTANG KINERJA"."""
    words = folded.split()
    return next((kind for size in range(len(words) - 1, 0, -1) if (kind := _kind(" ".join(words[:size])))), None)


def _run_in(text: str, start: int, end: int) -> tuple[_Head | None, int]:
    """A section named at the head of its own paragraph ("Abstrak: ..."), and where what it says begins."""
    found = _RUN_IN.match(text, start, end)
    kind = _kind(squash(found["name"]).casefold()) if found else None
    if found is None or kind is None:
        return None, start
    section = None if kind == "none" else cast("Section", kind)
    return _Head(section is not None, section, found["name"]), found.end()


def _names_code(title: str, count: int, scopes: Scopes) -> bool:
    """Whether a short line without a full stop is little else than the name of a code."""
    if count > _PLAIN or not unnumbered(title)[:1].isupper() or title[-1] in ".:":
        return False
    words = lexicon.words(unnumbered(title))
    says = lexicon.has(words, "states") or lexicon.has(words, "credit_after")
    if says or any(lexicon.is_praise(word.text) for word in words):
        return False
    named = sum(m.last - m.first for m in scopes.mentions(words))
    return named > 0 and len(words) - named <= 2
