"""Text that one cell of a workbook cannot hold is parted over rows and says so; nothing is cut in silence."""

from __future__ import annotations

from kualcode.errors import Lang
from kualcode.exports import labels, safe
from kualcode.text import code_point_offset, utf16_offset

# "Excel specifications and limits" (support.microsoft.com): what a cell can contain. Characters are UTF-16 units.
MOST_UNITS = 32_767
MOST_BREAKS = 253
_ROOM = MOST_UNITS - 80  # beside both marks
_WINDOW = 200  # how far back a blank is looked for


def pieces(text: str, lang: Lang) -> list[str]:
    """The text, or its parts with the marks that it continues; without the marks they join to the text."""
    if _fits(text, MOST_UNITS):
        return [text]
    parts = [text]
    while not _fits(parts[-1], _ROOM):
        rest = parts.pop()
        cut = _cut(rest)
        parts += [rest[:cut], rest[cut:]]
    before, after = labels.CONTINUED.get(lang), labels.CONTINUES.get(lang)
    last = len(parts) - 1
    return [f"{before if number else ''}{part}{after if number < last else ''}" for number, part in enumerate(parts)]


def _fits(text: str, room: int) -> bool:
    """Whether a cell holds the text, as it is escaped for the file: openpyxl cuts at that length."""
    written = safe.workbook_text(text)
    return utf16_offset(written, len(written)) <= room and text.count("\n") <= MOST_BREAKS


def _cut(text: str) -> int:
    """Where to part: after the last blank that fits, else at a character that fits."""
    end = code_point_offset(text, _ROOM)
    while not _fits(text[:end], _ROOM):
        end = end * 3 // 4
    start = max(0, end - _WINDOW)
    blank = max(text.rfind(" ", start, end), text.rfind("\n", start, end))
    return blank + 1 if blank > 0 else end
