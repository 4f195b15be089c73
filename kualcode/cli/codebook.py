"""codebook check, show, diff, schema."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kualcode.cli.common import AsJson, Language, ProjectFile, Quiet, machine, note, plain, project, records, tell
from kualcode.cli.language import LANG, page, say, t
from kualcode.cli.shell import Command, Group
from kualcode.errors import Bi, InvalidFile, Problem

if TYPE_CHECKING:
    from kualcode.model import Codebook

app = typer.Typer(
    cls=Group,
    rich_markup_mode=None,
    no_args_is_help=True,
    help=page(
        "Memeriksa, menampilkan, dan membandingkan codebook.",
        "Check, show and compare codebooks.",
        "kualcode codebook check codebook.yaml",
    ),
)
File = Annotated[
    str,
    typer.Argument(
        metavar="FILE",
        help=t("Codebook YAML, atau nama yang disertakan.", "Codebook YAML, or the name of one that comes along."),
    ),
]


@app.command(
    cls=Command,
    help=page(
        "Periksa codebook; semua masalah sekaligus, dengan baris dan kolom.",
        "Check a codebook; every problem at once, with line and column.",
        "kualcode codebook check codebook.yaml",
    ),
)
def check(file: File, as_json: AsJson = False, lang: Language = LANG, quiet: Quiet = False) -> None:
    from kualcode.codebook import warnings

    try:
        book, text = _read(file)
    except InvalidFile as error:
        if as_json:
            machine(_checked(error.problems or [Problem(file, error.what, error.fix)]))
        raise
    advice = warnings(text, file)
    if as_json:
        machine(
            {
                **_checked([]),
                "codebook": {"id": book.id, "version": book.version, "codes": len(book.codes)},
                "warnings": [plain(problem) for problem in advice],
            }
        )
        return
    if not quiet:
        tell(advice)
    note(
        Bi("{name} {version}: {n} kode, tidak ada kesalahan.", "{name} {version}: {n} codes, no errors.").fill(
            name=book.id, version=book.version, n=len(book.codes)
        ),
        quiet=quiet,
    )


@app.command(
    cls=Command,
    help=page(
        "Tampilkan kode, atau satu kode dengan definisi, batas, dan contohnya.",
        "Show the codes, or one code with definition, limits and examples.",
        "kualcode codebook show --code KUAL.HAS",
    ),
)
def show(
    file: Annotated[
        str | None,
        typer.Argument(
            metavar="[FILE]", help=t("Codebook; tanpa ini codebook proyek.", "Codebook; else the one of the project.")
        ),
    ] = None,
    code: Annotated[
        str | None, typer.Option("--code", metavar=t("KODE", "CODE"), help=t("Satu kode.", "One code."))
    ] = None,
    project_file: ProjectFile = None,
    as_json: AsJson = False,
    lang: Language = LANG,
    quiet: Quiet = False,
) -> None:
    from kualcode.cli import render
    from kualcode.workflow.codebooks import card, code_records, overview, stored

    if file is not None:
        book, _ = _read(file)
    else:
        with project(project_file, quiet=quiet, readonly=True) as store:
            book, _ = stored(store)
    if as_json:
        records(code_records(book, code.upper() if code else None), "kualcode.codebook/1")
        return
    if code is None:
        render.grid(overview(book))
        return
    sys.stdout.write("\n".join(map(say, card(book, code.upper()))) + "\n")


@app.command(
    cls=Command,
    help=page(
        "Apa yang berubah antara dua versi, dan kode mana yang perlu dibaca ulang.",
        "What changed between two versions, and which codes to read again.",
        "kualcode codebook diff lama.yaml baru.yaml",
        "kualcode codebook diff old.yaml new.yaml",
    ),
)
def diff(old: File, new: File, as_json: AsJson = False, lang: Language = LANG, quiet: Quiet = False) -> None:
    from kualcode import codebook as books

    (before, _), (after, _) = _read(old), _read(new)
    changes = books.diff(before, after)
    if as_json:
        records(
            (
                {"level": change.level, "code": change.code, "what": change.what.en, "reread": change.reread}
                for change in changes
            ),
            "kualcode.codebook-diff/1",
        )
    for change in changes if not as_json else ():
        again = t(" (baca ulang)", " (read again)") if change.reread else ""
        sys.stdout.write(f"{change.level:5} {change.code}: {say(change.what)}{again}\n")
    if tell(books.version_problems(before, after)):
        raise InvalidFile(Bi("Nomor versi tidak sesuai perubahannya.", "The version number does not fit the changes."))
    note(Bi("{n} perubahan.", "{n} changes.").fill(n=len(changes)), quiet=quiet)


@app.command(
    cls=Command,
    help=page(
        "Cetak JSON Schema codebook untuk editor.",
        "Print the codebook's JSON Schema for editors.",
        "kualcode codebook schema > codebook.schema.json",
    ),
)
def schema(lang: Language = LANG, quiet: Quiet = False) -> None:
    import json

    from kualcode import codebook as books

    sys.stdout.write(json.dumps(books.schema(), ensure_ascii=False, indent=2) + "\n")


def _checked(problems: Sequence[Problem]) -> dict[str, object]:
    return {"schema": "kualcode.codebook-check/1", "ok": not problems, "problems": [plain(p) for p in problems]}


def _read(file: str) -> tuple[Codebook, str]:
    from kualcode import codebook as books
    from kualcode.workflow.codebooks import locate

    return books.read(locate(file, Path.cwd()))
