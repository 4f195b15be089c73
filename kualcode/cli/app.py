"""The program: commands gathered, and the one place where an error becomes a message and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import typer

from kualcode.cli import (
    audit_draft,
    claims,
    code,
    codebook,
    export,
    findings,
    instrument,
    project,
    reading,
    resolve,
    saturation,
    sources,
    tag,
    triangulate,
    trustworthiness,
)
from kualcode.cli.common import Language
from kualcode.cli.language import LANG, complaint, page, say, t
from kualcode.cli.shell import COMMANDS, Root, system_error, usage_error
from kualcode.errors import Bi, KualcodeError

INTERRUPTED = 130

app = typer.Typer(
    name="kualcode",
    cls=Root,
    rich_markup_mode=None,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    pretty_exceptions_show_locals=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=page(
        ("Mengodekan wawancara, observasi, dan dokumen terhadap codebook YAML; mesin mengusulkan, orang memutuskan."),
        (
            "Code interviews, observations and documents against a YAML codebook; the machine suggests, "
            "a person decides."
        ),
        "kualcode tag studi-saya --codebook asn-kinerja",
        "kualcode tag my-study --codebook asn-kinerja",
    ),
)

_MODULES = (
    project,
    tag,
    reading,
    sources,
    triangulate,
    resolve,
    findings,
    audit_draft,
    saturation,
    trustworthiness,
    export,
)
for _module in _MODULES:
    for _name, (_function, _help) in _module.COMMANDS.items():
        COMMANDS.command(_name, _function, _help)
for _name, _group in (
    ("sources", sources.app),
    ("codebook", codebook.app),
    ("code", code.app),
    ("claims", claims.app),
    ("instrument", instrument.app),
):
    COMMANDS.group(_name, _group)


@app.callback()
def _root(
    version: bool = typer.Option(False, "--version", help=t("Tampilkan versi.", "Show the version.")),
    lang: Language = LANG,
) -> None:
    if version:
        from kualcode import __version__

        sys.stdout.write(f"kualcode {__version__}\n")
        raise typer.Exit


def run(argv: Sequence[str]) -> int:
    """Run one command; the exit code (0 ok, 1 failed, 2 usage, 3 invalid file, 4 check, 5 in use, 130)."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a cp1252 console shows "?" instead of failing
    try:
        code = _run(argv)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of a pipe has gone: nothing more can be said to it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        return _complain(system_error(error))
    return code


def _run(argv: Sequence[str]) -> int:
    try:
        result = app(args=list(argv), prog_name="kualcode", standalone_mode=False)
    except KualcodeError as error:
        _complain(error.message(LANG))
        return error.exit_code
    except typer.Abort:
        result = INTERRUPTED
    except MemoryError:
        return _complain(Bi("Memori habis.", "Out of memory."))
    except typer.TyperException as error:
        _complain(usage_error(error))
        return error.exit_code
    if result == INTERRUPTED:
        _complain(Bi("Dihentikan; yang selesai sudah tersimpan.", "Stopped; what was finished is stored."))
    return result if isinstance(result, int) else 0


def _complain(message: Bi | str) -> int:
    sys.stderr.write(complaint(message if isinstance(message, str) else say(message)) + "\n")
    return 1
