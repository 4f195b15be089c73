"""The language of this run, settled before any command is built: help texts are made at import time."""

from __future__ import annotations

import os
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


LANG: Lang = choose(sys.argv[1:], os.environ)


def t(indonesian: str, english: str) -> str:
    """The text in the language of this run."""
    return english if LANG == "en" else indonesian


def say(message: Bi) -> str:
    """A message in the language of this run."""
    return message.get(LANG)


def page(indonesian: str, english: str, example: str, in_english: str = "") -> str:
    """A command's help with an example below it, which is never broken into lines (\\b says so)."""
    shown = in_english or example if LANG == "en" else example
    return f"{t(indonesian, english)}\n\n\b\n{t('Contoh', 'Example')}: {shown}"
