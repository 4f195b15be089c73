"""What another program could take for a command or refuse to read, made harmless."""

from __future__ import annotations

import re

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def cell(value: object) -> str:
    """Text for a spreadsheet cell: no control characters, and never a formula (OWASP, CSV injection).

    A number keeps its sign; any other text that starts like a formula, also behind blanks or in the wide signs of
    East Asian keyboards, gets an apostrophe before it.
    """
    text = _CONTROL.sub("", "" if value is None else str(value))
    return f"'{text}" if _is_formula(text) else text


def uncelled(text: str) -> str:
    """A cell's text without the apostrophe that `cell` has put before it."""
    return text[1:] if text.startswith("'") and _is_formula(text[1:]) else text


def _is_formula(text: str) -> bool:
    bare = text.lstrip(" \u00a0\n")
    return (text.startswith(_FORMULA) or bare.startswith(_FORMULA)) and not _is_number(text)


def _is_number(text: str) -> bool:
    return re.fullmatch(r"[+-]?[0-9]+([.,][0-9]+)?", text) is not None
