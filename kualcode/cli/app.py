"""The program: commands gathered, and the one place where an error becomes a message and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import typer

from kualcode.cli import code, codebook, export, project, reading, sources, tag
from kualcode.cli.language import LANG, t
from kualcode.cli.shell import Command, Group, usage_error
from kualcode.errors import Bi, KualcodeError

INTERRUPTED = 130

app = typer.Typer(
    name="kualcode", cls=Group, rich_markup_mode=None, no_args_is_help=True,
    pretty_exceptions_enable=False, pretty_exceptions_show_locals=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=t("Mengodekan wawancara, observasi, dan dokumen terhadap codebook YAML; mesin mengusulkan, "
           "orang memutuskan.",
           "Code interviews, observations and documents against a YAML codebook; the machine suggests, "
           "a person decides."))

for _module in (project, tag, reading, sources, export):
    for _name, (_function, _help) in _module.COMMANDS.items():
        app.command(_name, cls=Command, help=_help)(_function)
for _name, _group in (("sources", sources.app), ("codebook", codebook.app), ("code", code.app)):
    app.add_typer(_group, name=_name)


@app.callback()
def _version(version: bool = typer.Option(
        False, "--version", help=t("Tampilkan versi.", "Show the version."))) -> None:
    if version:
        from kualcode import __version__

        sys.stdout.write(f"kualcode {__version__}\n")
        raise typer.Exit


def run(argv: Sequence[str]) -> int:
    """Run one command; the exit code (0 ok, 1 failed, 2 usage, 3 invalid file, 4 check, 5 in use, 130)."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")        # a cp1252 console shows "?" instead of failing
    try:
        result = app(args=list(argv), prog_name="kualcode", standalone_mode=False)
    except KualcodeError as error:
        _complain(error.message(LANG))
        return error.exit_code
    except typer.Abort:
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()      # the reader of a pipe has gone; nothing more can be said to it
        return 1
    except MemoryError:
        _complain(Bi("Memori habis.", "Out of memory.").get(LANG))
        return 1
    except typer.TyperException as error:
        _complain(usage_error(error.format_message()))
        return error.exit_code
    return result if isinstance(result, int) else 0


def _complain(message: str) -> None:
    sys.stderr.write(message + "\n")
