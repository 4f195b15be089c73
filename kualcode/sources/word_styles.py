"""Which paragraphs of a Word document are headings: by their style, whatever language Word was in.

A built-in style keeps its English name ("heading 1") and has an id in the language of Word ("Heading1", "Judul1"); a
style of one's own may rest on one (w:basedOn) or have an outline level itself. Names: ECMA-376, part 1, 17.7 and
17.3.1.20; level 9 of an outline is running text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NAMED = re.compile(r"(?:heading|judul)\s*([1-9])", re.IGNORECASE)
_LEVELS = 9


def heading_levels(styles: _Element) -> dict[str, int]:
    """The level, 1 to 9, of every paragraph style that makes a heading, by the style's id."""
    known = {style.get(f"{_W}styleId", ""): style for style in styles.iter(f"{_W}style")}
    levels = {id_: _level(id_, known) for id_ in known}
    return {id_: level for id_, level in levels.items() if level}


def level_of(paragraph: _Element, levels: Mapping[str, int]) -> int:
    """The level of a paragraph that has the style of a heading; 0 for any other."""
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return levels.get(style.get(f"{_W}val", ""), 0) if style is not None else 0


def _level(id_: str, known: Mapping[str, _Element]) -> int:
    """A style's own level, else that of the style on which it rests."""
    seen: set[str] = set()
    while id_ in known and id_ not in seen:
        seen.add(id_)
        style = known[id_]
        own = _own(id_, style)
        if own is not None:
            return own
        id_ = _value(style, "basedOn") or ""
    return 0


def _own(id_: str, style: _Element) -> int | None:
    """By its name, its id, or its outline level, of which running text has 9; None where nothing is said."""
    named = _NAMED.fullmatch(_value(style, "name") or "") or _NAMED.fullmatch(id_)
    outline = _value(style, f"pPr/{_W}outlineLvl")
    if named:
        return int(named[1])
    if outline is None or not outline.isdecimal():
        return None
    return int(outline) + 1 if int(outline) < _LEVELS else 0


def _value(style: _Element, path: str) -> str | None:
    found = style.find(f"{_W}{path}")
    return found.get(f"{_W}val") if found is not None else None
