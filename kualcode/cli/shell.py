"""What typer says by itself, in the language of this run: help headings, usage errors, the system's errors."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from typer._click.formatting import HelpFormatter
from typer._click.utils import make_default_short_help
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command_from_info, get_group_from_info
from typer.models import CommandInfo, TyperInfo

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
    r"is not a valid (?:integer|int|float)(?: range)?\.": "bukan bilangan yang sah.",
    r"'(.+?)' is a directory\.": r"'\1' ialah folder.",
    r"(?:File|Path|Directory) '(.+?)' does not exist\.": r"'\1' tidak ada.",
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


class Shelf(Mapping[str, Any]):
    """Commands that are built when they are asked for: turning signatures into parameters is most of a start-up."""

    def __init__(self) -> None:
        self._makers: dict[str, tuple[Callable[[], Any], str]] = {}
        self._made: dict[str, Any] = {}

    def command(self, name: str, function: Callable[..., None], text: str) -> None:
        """Put down a command with its help."""
        info = CommandInfo(name=name, cls=Command, callback=function, help=text)
        self._makers[name] = (
            lambda: get_command_from_info(info, pretty_exceptions_short=True, rich_markup_mode=None),
            text,
        )

    def group(self, name: str, app: Any) -> None:  # noqa: ANN401 - a typer app
        """Put down a group of commands."""
        info = TyperInfo(app, name=name)
        self._makers[name] = (
            lambda: get_group_from_info(
                info, pretty_exceptions_short=True, suggest_commands=True, rich_markup_mode=None
            ),
            app.info.help,
        )

    def text(self, name: str) -> str:
        """The help of a command, without building it."""
        return self._makers[name][1]

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - typer gives its own commands
        if name not in self._made:
            self._made[name] = self._makers[name][0]()
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)


COMMANDS = Shelf()  # of the whole program


class Root(Group):
    """The program: its commands stand on the shelf."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401
        super().__init__(**settings)
        self.commands: Any = COMMANDS

    def format_commands(self, ctx: Any, formatter: HelpFormatter) -> None:  # noqa: ANN401
        """Every command with the first sentence of its help."""
        width = formatter.width - 6 - max(map(len, COMMANDS))
        with formatter.section("Commands"):
            formatter.write_dl([(name, make_default_short_help(COMMANDS.text(name), width)) for name in COMMANDS])


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


def system_error(error: OSError) -> Bi:
    """An error of the operating system as one line; only the file's name is shown, never what is in it."""
    from kualcode.workflow.writing import why

    name = error.filename if isinstance(error.filename, str) else None
    if name is None:
        return Bi("Sistem menolak: {why}.", "The system refused: {why}.").fill(why=why(error))
    return Bi("{name}: {why}.", "{name}: {why}.").fill(name=name, why=why(error))
