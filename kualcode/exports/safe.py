"""What another program could take for a command or refuse to read, made harmless."""

from __future__ import annotations

import re

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_POP, _POP_ISOLATE = "\u202c", "\u2069"
_CLOSES = {
    **dict.fromkeys("\u202a\u202b\u202d\u202e", _POP),
    **dict.fromkeys("\u2066\u2067\u2068", _POP_ISOLATE),
}
_ESCAPE_OF_EXCEL = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def plain(value: object) -> str:
    """Text without the characters that XML and HTML cannot hold; line ends are \\n."""
    text = "" if value is None else str(value)
    return _CONTROL.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def turned_back(text: str) -> str:
    """A line in which every mark that turns text round (UAX #9) is closed at its end, so that what follows stands."""
    open_marks: list[str] = []
    for mark in _TURNING.findall(text):
        if mark in _CLOSES:
            open_marks.append(_CLOSES[mark])
        elif mark in open_marks:
            while open_marks.pop() != mark:
                pass
    return text + "".join(reversed(open_marks))


def workbook_text(text: str) -> str:
    """Text for a workbook's XML, where `_x0041_` would be read as the letter A (ECMA-376 part 1, 22.9.2.19)."""
    return _ESCAPE_OF_EXCEL.sub("_x005F_", text)


def is_formula(text: str) -> bool:
    """Whether a spreadsheet could take text for a formula when it is typed into a cell."""
    bare = text.lstrip(" \u00a0\n")
    return (text.startswith(_FORMULA) or bare.startswith(_FORMULA)) and not _is_number(text)


def cell(value: object) -> str:
    """Text for a spreadsheet cell: no control characters, and never a formula (OWASP, CSV injection).

    A number keeps its sign; any other text that starts like a formula, also behind blanks or in the wide signs of
    East Asian keyboards, gets an apostrophe before it.
    """
    text = _CONTROL.sub("", "" if value is None else str(value))
    return f"'{text}" if is_formula(text) else text


def uncelled(text: str) -> str:
    """A cell's text without the apostrophe that `cell` has put before it."""
    return text[1:] if text.startswith("'") and is_formula(text[1:]) else text


def _is_number(text: str) -> bool:
    return re.fullmatch(r"[+-]?[0-9]+([.,][0-9]+)?", text) is not None
