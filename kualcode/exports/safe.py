"""What another program could take for a command or refuse to read, made harmless."""

from __future__ import annotations

import re

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def cell(value: object) -> str:
    """Text for a spreadsheet cell: no control characters, and never a formula (OWASP, CSV injection).

    A number keeps its sign; any other text that starts like a formula gets an apostrophe before it.
    """
    text = _CONTROL.sub("", "" if value is None else str(value))
    return f"'{text}" if text.startswith(_FORMULA) and not _is_number(text) else text


def _is_number(text: str) -> bool:
    return re.fullmatch(r"[+-]?\d+([.,]\d+)?", text) is not None
