"""The language of this run, settled before any command is built: help texts are made at import time."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence

from kualcode.errors import Bi, Lang


def choose(argv: Sequence[str], environ: dict[str, str] | os._Environ[str]) -> Lang:
    """--lang, else KUALCODE_LANG, else Indonesian."""
    for here, following in zip(argv, [*argv[1:], ""], strict=False):
        if here == "--":
            break
        asked = following if here == "--lang" else here.removeprefix("--lang=") if "--lang=" in here else ""
        if asked in ("id", "en"):
            return "en" if asked == "en" else "id"
    return "en" if environ.get("KUALCODE_LANG", "").lower().startswith("en") else "id"


_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # all but line ends and tabs, with those of Latin-1
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ENDLESS, _KEPT = re.compile(r"\S{300,}"), 60
LANG: Lang = choose(sys.argv[1:], os.environ)


def t(indonesian: str, english: str) -> str:
    """The text in the language of this run."""
    return english if LANG == "en" else indonesian


def say(message: Bi) -> str:
    """A message in the language of this run, as a screen may have it."""
    return visible(message.get(LANG))


def visible(text: str) -> str:
    """Text that can do nothing to a terminal: control characters are written out, marks that turn text round go.

    For screens only; files and data hold the text as it is.
    """
    return _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", _TURNING.sub("", text))


def complaint(text: str) -> str:
    """A message about what was typed: a word without end is cut in its middle."""
    return _ENDLESS.sub(lambda found: f"{found[0][:_KEPT]}\u2026{found[0][-_KEPT:]}", visible(text))


def page(indonesian: str, english: str, example: str, in_english: str = "") -> str:
    """A command's help with an example below it, which is never broken into lines (\\b says so)."""
    shown = in_english or example if LANG == "en" else example
    return f"{t(indonesian, english)}\n\n\b\n{t('Contoh', 'Example')}: {shown}"
