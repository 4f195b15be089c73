"""What typer says by itself, in the language of this run: help headings, usage errors, the system's errors."""

from __future__ import annotations

import errno
import re
from collections.abc import Mapping, Sequence
from typing import Any

from typer._click.formatting import HelpFormatter
from typer.core import TyperCommand, TyperGroup

from kualcode.cli.language import LANG, say
from kualcode.errors import Bi

_HEADINGS = {"Options": "Opsi", "Arguments": "Argumen", "Commands": "Perintah"}
_USAGE = {r"\[OPTIONS\]": "[OPSI]", r"COMMAND \[ARGS\]\.\.\.": "PERINTAH [ARGUMEN]..."}
_HELP = {
    r"\brequired\]$": "wajib]",
    r"\bdefault: (?=[^\[]*\]$)": "bawaan: ",
    r"\benv var: (?=[^\[]*\]$)": "variabel lingkungan: ",
    r"^Show this message and exit\.$": "Tampilkan bantuan ini.",
    r"^Install completion for the current shell\.$": "Pasang pelengkap perintah untuk shell ini.",
    r"^Show completion for the current shell, .*$": "Tampilkan skrip pelengkap perintah untuk disalin.",
    r"^Install completion for the specified shell\.$": "Pasang pelengkap perintah untuk shell itu.",
    r"^Show completion for the specified shell, .*$": "Tampilkan skrip pelengkap perintah untuk disalin.",
}
_ERRORS = {
    r"No such option: (\S+?)\.?(?= |$)": r"Opsi tidak dikenal: \1.",
    r"\(Possible options: (.*)\)": r"(Mungkin: \1)",
    r"Did you mean (.*)\?": r"Maksudnya \1?",
    r"No such command (.+?)\.": r"Perintah tidak dikenal: \1.",
    r"Missing command\.": "Perintahnya belum ditulis.",
    r"Missing (?:argument|parameter|option) (.+?)\.": r"Belum ditulis: \1.",
    r"(?:env var|variable): (\S+)": r"atau variabel lingkungan: \1",
    r"Got unexpected extra argument(?:s|\(s\))? \((.*)\)": r"Ada kata yang berlebih: \1.",
    r"Option (\S+) requires an argument\.": r"Opsi \1 memerlukan nilai.",
    r"Option (\S+) does not take a value\.": r"Opsi \1 tidak memakai nilai.",
    r"Option (\S+) requires \d+ arguments\.": r"Opsi \1 memerlukan beberapa nilai.",
    r"Invalid value for (.+?): ": r"Nilai tidak sah untuk \1: ",
    r"Invalid value: ": "Nilai tidak sah: ",
    r"is not one of (.*)\.": r"bukan salah satu dari \1.",
    r"is not a valid (?:integer|float)(?: range)?\.": "bukan bilangan yang sah.",
    r"is not in the range (.*)\.": r"di luar batas \1.",
}


def _translated(text: str, table: Mapping[str, str]) -> str:
    if LANG == "en":
        return text
    for english, indonesian in table.items():
        text = re.sub(english, indonesian, text)
    return text


class Formatter(HelpFormatter):
    """Help in the language of this run: translated before it is wrapped into lines."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The first line."""
        super().write_usage(prog, _translated(args, _USAGE), prefix or say(Bi("Pemakaian: ", "Usage: ")))

    def write_heading(self, heading: str) -> None:
        """The name of a section."""
        super().write_heading(heading if LANG == "en" else _HEADINGS[heading])

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Options or commands with what they do."""
        super().write_dl([(name, _translated(text, _HELP)) for name, text in rows], col_max, col_spacing)


def _help(command: TyperGroup | TyperCommand, ctx: Any) -> str:  # noqa: ANN401 - typer gives its own context
    formatter = Formatter(width=ctx.terminal_width, max_width=ctx.max_content_width)
    command.format_help(ctx, formatter)
    return formatter.getvalue().rstrip("\n")


class Group(TyperGroup):
    """A group of commands whose help speaks the language of this run."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401
        """The help page."""
        return _help(self, ctx)


class Command(TyperCommand):
    """A command whose help speaks the language of this run."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401
        """The help page."""
        return _help(self, ctx)


def usage_error(error: Any) -> str:  # noqa: ANN401 - typer exports no class for its usage errors
    """A usage error in the language of this run, with where to read on; help pages are left as they are."""
    from kualcode.text import squash

    message: str = error.format_message()
    if type(error).__name__ == "NoArgsIsHelpError":
        return message
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "kualcode"
    more = Bi("Bantuan: {path} --help", "Help: {path} --help").fill(path=path)
    return f"{_translated(squash(message), _ERRORS)}\n{say(more)}"


_SYSTEM = {
    errno.ENOSPC: Bi("diska penuh", "the disk is full"),
    errno.EFBIG: Bi("berkas menjadi terlalu besar", "the file grows too large"),
    errno.EACCES: Bi("tidak diizinkan", "not allowed"),
    errno.EPERM: Bi("tidak diizinkan", "not allowed"),
    errno.EROFS: Bi("diska hanya dapat dibaca", "the disk is read-only"),
    errno.ENOENT: Bi("tidak ada", "not there"),
    errno.ENOTDIR: Bi("bukan folder", "not a folder"),
    errno.EISDIR: Bi("ini folder", "it is a folder"),
    errno.ENAMETOOLONG: Bi("namanya terlalu panjang", "its name is too long"),
    errno.EMFILE: Bi("terlalu banyak berkas terbuka", "too many files are open"),
    errno.EIO: Bi("diska gagal", "the disk failed"),
}


def system_error(error: OSError) -> Bi:
    """An error of the operating system as one line; only the file's name is shown, never what is in it."""
    why = _SYSTEM.get(error.errno or 0) or Bi(*[error.strerror or type(error).__name__] * 2)
    name = error.filename if isinstance(error.filename, str) else None
    if name is None:
        return Bi("Sistem menolak: {why}.", "The system refused: {why}.").fill(why=why)
    return Bi("{name}: {why}.", "{name}: {why}.").fill(name=name, why=why)
