"""Text to sentences: spans without surrounding white space that cover every other character once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kualcode.language.abbreviations import closing, known
from kualcode.language.wordlists import roots, spoken

CLOSERS = "\"'”’»)\\]"
STOP = re.compile(
    rf"(?P<stop>[.?!…]++)(?P<close>[{CLOSERS}]*+(?:(?<=[”\"’])\d{{1,3}})?(?:[ \t][”»)\]](?=\s|\Z))?)(?=\s|\Z)"
    r"|(?P<blank>\n[^\S\n]*\n)"
    r"|(?<=[^\W\d_A-Z][^\W\d_A-Z][^\W\d_A-Z])(?P<glued>[.?!](?=[A-Z][a-z]))"
)
NEXT = re.compile(r"[\s\"'“”‘’«(\[–—-]*(\S?)")
BEFORE = re.compile(r"[^\s\"'“”‘’«(\[,;:]*\Z")
NUMBERING = re.compile(r"\W*(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\.")
CONTENT = re.compile(r"[^\W_]")
LOOK_BACK = 24
SHORT = 4
VOWELS = frozenset("aiueoAIUEO")


def split(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Spans of the sentences of text[start:end]."""
    limit = len(text) if end is None else end
    spans: list[tuple[int, int]] = []
    begin = start
    for cut in _cuts(text, start, limit):
        span = _trimmed(text, begin, cut)
        if span:
            spans.append(span)
        begin = cut
    return spans


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Positions behind each sentence, the last being `end`."""
    begin = start
    for match in STOP.finditer(text, start, end):
        if match.lastgroup == "blank" or _closes(text, begin, match, end):
            begin = match.end()
            yield begin
    yield end


def _trimmed(text: str, begin: int, end: int) -> tuple[int, int] | None:
    """text[begin:end] without white space at its edges, None if nothing else is there."""
    piece = text[begin:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    return (begin + left, begin + right) if right > left else None


def _closes(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    """Whether the stop in `match` ends the sentence that started at `begin`."""
    if match.lastgroup == "glued":
        return not _abbreviated(text, begin, match.start(), "A")
    stop = match["stop"]
    following = NEXT.match(text, match.end(), end)
    upcoming = following[1] if following else ""
    if not CONTENT.search(text, begin, match.start()):
        return False
    if not upcoming:
        return not CONTENT.search(text, match.end(), end)
    if upcoming.islower() and match["close"]:
        return False
    if stop == ".":
        return not _abbreviated(text, begin, match.start(), upcoming)
    return not (upcoming.islower() and set(stop) <= {".", "…"})


def _abbreviated(text: str, begin: int, stop: int, upcoming: str) -> bool:
    """Whether the full stop at `stop` belongs to an abbreviation, an initial or a numbering."""
    if stop - begin < LOOK_BACK // 2 and NUMBERING.fullmatch(text, begin, stop + 1):
        return True
    found = BEFORE.search(text, max(begin, stop - LOOK_BACK), stop)
    word = found[0] if found else ""
    if word in closing():
        return not upcoming.isupper()
    if word in known() or (len(word) == 1 and word.isupper()):
        return True
    if "." in word and word.replace(".", "").isalpha() and len(word) <= SHORT * 2:
        return True
    return _looks_clipped(word, upcoming)


def _looks_clipped(word: str, upcoming: str) -> bool:
    """Whether an unlisted short word reads as an abbreviation: no vowel, or unknown before a small letter."""
    if not word.isalpha() or len(word) > SHORT or word.isupper():
        return False
    lower = word.lower()
    if lower in spoken() or lower in roots():
        return False
    return VOWELS.isdisjoint(word) or (not upcoming.isupper() and word.istitle())
