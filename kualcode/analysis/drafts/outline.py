"""Where a section of a draft ends: at the next heading of the same or a higher level.

"4.1 Metode" within "BAB IV HASIL" is over at "4.2 Kualitas kerja", which is of the chapter again.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kualcode.analysis.statements import FINDINGS, Section

_CHAPTER = re.compile(r"(?:bab|chapter)\s+(?:[ivx]{1,5}|\d{1,2})\b", re.I)
_MARKUP = re.compile(r"\s*(?P<hashes>#{0,6})[*_`\s]*")
_LEVELS = re.compile(r"\(?(?P<dotted>\d{1,2}(?:\.\d{1,2}){1,5})(?:[.)]\s+|\s+)")
_SINGLE = re.compile(
    r"(?P<open>\(?)(?:(?P<digits>\d{1,2})|(?P<roman>[IVX]{1,5}|[ivx]{2,5})|(?P<letter>[A-Za-z]))(?P<shut>[.)])\s+"
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


class Level(NamedTuple):
    """How high a heading stands, as far as its own marks say so."""

    style: str = ""  # "chapter", "dotted", "A." for all capitals with a full stop; "" without a number
    number: int = 0  # of "B." 2; of "4.1.2" how many numbers it has
    hashes: int = 0  # of Markdown, or the level of a heading's style in Word

    def closes(self, other: Level) -> bool:
        """Whether this heading ends what another one began; numbers that begin anew are of a list within."""
        if "chapter" in (self.style, other.style):
            return self.style == "chapter"
        if self.style and self.style == other.style:
            return self.number <= other.number if self.style == "dotted" else self.number > other.number
        return 0 < self.hashes <= other.hashes


class _Open(NamedTuple):
    level: Level
    section: Section | None  # of the text under it


def level_of(line: str, styled: int = 0) -> Level:
    """The level of a heading; `styled` is that of its style, where the format has styles."""
    markup = _MARKUP.match(line)
    hashes = styled or (len(markup["hashes"]) if markup else 0)
    bare = line[markup.end() :] if markup else line
    if _CHAPTER.match(bare):
        return Level("chapter", 0, hashes)
    if dotted := _LEVELS.match(bare):
        return Level("dotted", dotted["dotted"].count(".") + 1, hashes)
    single = _SINGLE.match(bare)
    return Level("", 0, hashes) if single is None else Level(*_counted(single), hashes)


def _counted(mark: re.Match[str]) -> tuple[str, int]:
    """The style of "(b)" and its place among its kind."""
    around = f"{mark['open']}{{}}{mark['shut']}"
    if mark["digits"]:
        return around.format("1"), int(mark["digits"])
    letters = mark["roman"] or mark["letter"]
    kind = "A" if letters.isupper() else "a"
    if mark["roman"] and letters.casefold() in _ROMAN:
        return around.format("I" if kind == "A" else "i"), _ROMAN.index(letters.casefold()) + 1
    return around.format(kind), ord(letters[0]) - ord(kind) + 1


def unnumbered(title: str) -> str:
    """A heading without its number."""
    found = _LEVELS.match(title) or _SINGLE.match(title)
    return title[found.end() :] if found else title


class Outline:
    """The headings that are open while a draft is read from its head to its end."""

    def __init__(self) -> None:
        self._open: list[_Open] = []
        self._bare = False  # the last heading is "BAB IV" alone: the next one is its title
        self.section: Section | None = None

    def enter(self, level: Level, title: str, *, known: bool, section: Section | None, names_code: bool) -> None:
        """Take the next heading; a `known` one begins a section (None: one that is left out)."""
        if not level.style and not level.hashes:
            self._plain(known, section, names_code)
            return
        closed = self._close(level, known and section is None)
        around = self._open[-1].section if self._open and closed else None
        self.section = section if known else around or self.section
        self._open.append(_Open(level, self.section))
        self._bare = level.style == "chapter" and not title

    def run_in(self, section: Section) -> None:
        """Take a section that is named at the head of its own paragraph."""
        self._plain(known=True, section=section, names_code=False)

    def _plain(self, known: bool, section: Section | None, names_code: bool) -> None:
        """Take a heading that shows no level: one that names a section ends all but the chapter."""
        chapter = self._open[0] if self._open and self._open[0].level.style == "chapter" else None
        if known:
            self._open = [chapter._replace(section=section) if self._bare else chapter] if chapter and section else []
            self.section = section
        elif names_code and chapter and chapter.section in FINDINGS and self.section in ("methods", "introduction"):
            self.section = chapter.section
        self._bare = False

    def _close(self, level: Level, left_out: bool) -> bool:
        """End what a heading ends; whether there was anything. References and the like end the chapter too."""
        ended = [n for n, one in enumerate(self._open) if level.closes(one.level)]
        if left_out and not level.style:
            ended = [0]
        elif ended and level.style not in ("", "chapter", "dotted"):
            ended = ended[-1:]  # "2." is of the innermost list
        if ended:
            del self._open[ended[0] :]
        return bool(ended)
