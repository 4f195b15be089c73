"""Text to tokens with code point offsets: every character but white space lies in exactly one token."""

from __future__ import annotations

import re
from typing import NamedTuple

from kualcode.language.abbreviations import known


class Token(NamedTuple):
    """A piece of text: text[start:end] == text of the token."""

    text: str
    start: int
    end: int


def _pattern() -> re.Pattern[str]:
    """The token pattern; possessive loops and the frequent case first keep it fast."""
    letter = r"[^\W\d_]"
    word = rf"{letter}\w*+(?:[-'’]\w++)*+"
    number = r"\d\w*+(?:[.,:/–-]\d\w*+)*+(?:-\w++)*+%?"
    dotted = r"(?:[A-Z]|[a-z]|Ph|Dr|Ir|Hj)(?:\.(?:[A-Z][A-Za-z]{0,3}|[a-z]{1,2}))++\.?(?!\w)"
    listed = "|".join(re.escape(name) for name in sorted(known(), key=len, reverse=True) if name.isalpha())
    rare = (
        rf"[Rr]p\.?{number}",
        rf"(?:{listed})\.(?!\w)",
        dotted,
        r"[A-Z]\.(?=\s*[A-Z])",
        r"(?:[A-Za-z]/[A-Za-z]{1,2}|[IVX]++/[a-e])(?!\w)",
        word,
    )
    choices = (
        r"[a-zA-Z]++(?=[ \n])",
        r"[,.?!](?= )",
        rf"{word}(?![./]|,\d)",
        number,
        rf"(?={letter})(?:{'|'.join(rare)})",
        r"\S",
    )
    return re.compile("|".join(choices))


TOKEN: re.Pattern[str] = _pattern()


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of text[start:end], in order."""
    found = TOKEN.finditer(text, start, len(text) if end is None else end)
    new = tuple.__new__  # twice as fast as calling Token
    return [new(Token, (match[0], match.start(), match.end())) for match in found]
