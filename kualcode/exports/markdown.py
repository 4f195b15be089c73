"""Text in Markdown: nothing that a person said is taken for a mark of the format."""

from __future__ import annotations

import re

from kualcode.exports import safe

_MARKS = re.compile(r"([\\`*\[\]<>|~$^]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;))")  # _ within a word marks nothing
_CLOSING = re.compile(r"#\Z")  # at the end of a heading it would be taken for a frame
_OPENING = re.compile(r"^(\d{1,9})([.)])(?=\s|$)|^([#+=-])")


def escaped(text: str) -> str:
    """Text with every mark of CommonMark, tables, footnotes and mathematics escaped."""
    lines = (safe.turned_back(line) for line in safe.plain(text).split("\n"))
    return _MARKS.sub(r"\\\1", "\n".join(lines))


def inline(text: str) -> str:
    """Text for a table cell, a footnote or a heading: on one line, its line breaks as <br>."""
    return _CLOSING.sub(r"\\#", escaped(text).strip()).replace("\n", "<br>")


def paragraph(text: str, indent: str = "") -> str:
    """Text for a paragraph: line breaks stand, and no line opens a list, a heading or a rule."""
    lines = [_OPENING.sub(_opened, escaped(line).strip()) for line in safe.plain(text).strip().split("\n")]
    return f"\\\n{indent}".join(lines)


def _opened(found: re.Match[str]) -> str:
    """The opening of a line with its mark escaped: `1.` as `1\\.`."""
    return f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}"
