"""What typer says by itself, in the language of this run: help headings and usage errors."""

from __future__ import annotations

import re
from typing import Any

from typer.core import TyperCommand, TyperGroup

from kualcode.cli.language import LANG

_HELP = {
    r"^Usage: ": "Pemakaian: ",
    r"^Options:": "Opsi:",
    r"^Arguments:": "Argumen:",
    r"^Commands:": "Perintah:",
    r"\[OPTIONS\]": "[OPSI]",
    r"COMMAND \[ARGS\]\.\.\.": "PERINTAH [ARGUMEN]...",
    r"\[required\]": "[wajib]",
    r"\[default: ": "[bawaan: ",
    r"Show this message and exit\.": "Tampilkan bantuan ini.",
    r"Install completion for the current shell\.": "Pasang pelengkap perintah untuk shell ini.",
    r"Show completion for the current shell, to copy it or customize the\s+installation\.":
        "Tampilkan skrip pelengkap perintah untuk disalin.",
}
_ERRORS = {
    r"No such option: (\S+)\.?": r"Opsi tidak dikenal: \1.",
    r"\(Possible options: (.*)\)": r"(Mungkin: \1)",
    r"Did you mean (.*)\?": r"Maksudnya \1?",
    r"No such command (.+)\.": r"Perintah tidak dikenal: \1.",
    r"Missing command\.": "Perintahnya belum ditulis.",
    r"Missing (argument|parameter|option) (.+)\.": r"Belum ditulis: \2.",
    r"Got unexpected extra arguments? \((.*)\)": r"Ada kata yang berlebih: \1.",
    r"Option (\S+) requires an argument\.": r"Opsi \1 memerlukan nilai.",
    r"Invalid value for (.+?): ": r"Nilai tidak sah untuk \1: ",
    r"is not one of (.*)\.": r"bukan salah satu dari \1.",
    r"is not a valid (\w+)(?: range)?\.": "bukan bilangan yang sah.",
    r"(Path|File|Directory) (.+) does not exist\.": r"\2 tidak ada.",
}


def _translated(text: str, table: dict[str, str]) -> str:
    if LANG == "en":
        return text
    for english, indonesian in table.items():
        text = re.sub(english, indonesian, text, flags=re.MULTILINE)
    return text


def usage_error(message: str) -> str:
    """A usage error in the language of this run."""
    return _translated(message, _ERRORS)


class Group(TyperGroup):
    """A group of commands whose help speaks the language of this run."""

    def get_help(self, ctx: Any) -> str:
        """The help page."""
        return _translated(super().get_help(ctx), _HELP)


class Command(TyperCommand):
    """A command whose help speaks the language of this run."""

    def get_help(self, ctx: Any) -> str:
        """The help page."""
        return _translated(super().get_help(ctx), _HELP)
