"""codebook check, show, diff, schema."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kualcode.cli.common import Language, ProjectFile, Quiet, note, project, tell
from kualcode.cli.language import LANG, say, t
from kualcode.cli.shell import Command, Group
from kualcode.errors import Bi, InvalidFile

if TYPE_CHECKING:
    from kualcode.model import Codebook

app = typer.Typer(cls=Group, rich_markup_mode=None, no_args_is_help=True, help=t(
    "Memeriksa, menampilkan, dan membandingkan codebook.\n\nContoh: kualcode codebook check codebook.yaml",
    "Check, show and compare codebooks.\n\nExample: kualcode codebook check codebook.yaml"))
File = Annotated[str, typer.Argument(metavar="FILE", help=t(
    "Codebook YAML, atau nama yang disertakan.", "Codebook YAML, or the name of one that comes along."))]


@app.command(cls=Command, help=t(
    "Periksa codebook; semua masalah sekaligus, dengan baris dan kolom.\n\nContoh: kualcode codebook check codebook.yaml",
    "Check a codebook; every problem at once, with line and column.\n\nExample: kualcode codebook check codebook.yaml"))
def check(file: File, lang: Language = LANG, quiet: Quiet = False) -> None:
    from kualcode.codebook import warnings

    book, text = _read(file)
    if not quiet:
        tell(warnings(text, file))
    note(Bi("{name} {version}: {n} kode, tidak ada kesalahan.", "{name} {version}: {n} codes, no errors.").fill(
        name=book.id, version=book.version, n=len(book.codes)), quiet=quiet)


@app.command(cls=Command, help=t(
    "Tampilkan kode, atau satu kode dengan definisi, batas, dan contohnya.\n\nContoh: kualcode codebook show --code KUAL.HAS",
    "Show the codes, or one code with definition, limits and examples.\n\nExample: kualcode codebook show --code KUAL.HAS"))
def show(
    file: Annotated[str | None, typer.Argument(metavar="[FILE]", help=t(
        "Codebook; tanpa ini codebook proyek.", "Codebook; else the one of the project."))] = None,
    code: Annotated[str | None, typer.Option("--code", metavar="KODE", help=t("Satu kode.", "One code."))] = None,
    project_file: ProjectFile = None, lang: Language = LANG, quiet: Quiet = False,
) -> None:
    from kualcode.cli import render
    from kualcode.workflow.codebooks import card, overview, stored

    if file is not None:
        book, _ = _read(file)
    else:
        with project(project_file, quiet=quiet, readonly=True) as store:
            book, _ = stored(store)
    if code is None:
        render.grid(overview(book))
        return
    sys.stdout.write("\n".join(map(say, card(book, code.upper()))) + "\n")


@app.command(cls=Command, help=t(
    "Apa yang berubah antara dua versi, dan kode mana yang perlu dibaca ulang.\n\nContoh: kualcode codebook diff lama.yaml baru.yaml",
    "What changed between two versions, and which codes to read again.\n\nExample: kualcode codebook diff old.yaml new.yaml"))
def diff(old: File, new: File, lang: Language = LANG, quiet: Quiet = False) -> None:
    from kualcode import codebook as books

    (before, _), (after, _) = _read(old), _read(new)
    changes = books.diff(before, after)
    for change in changes:
        again = t(" (baca ulang)", " (read again)") if change.reread else ""
        sys.stdout.write(f"{change.level:5} {change.code}: {say(change.what)}{again}\n")
    if tell(books.version_problems(before, after)):
        raise InvalidFile(Bi("Nomor versi tidak sesuai perubahannya.", "The version number does not fit the changes."))
    note(Bi("{n} perubahan.", "{n} changes.").fill(n=len(changes)), quiet=quiet)


@app.command(cls=Command, help=t(
    "Cetak JSON Schema codebook untuk editor.\n\nContoh: kualcode codebook schema > codebook.schema.json",
    "Print the codebook's JSON Schema for editors.\n\nExample: kualcode codebook schema > codebook.schema.json"))
def schema(lang: Language = LANG) -> None:
    from kualcode import codebook as books

    sys.stdout.write(json.dumps(books.schema(), ensure_ascii=False, indent=2) + "\n")


def _read(file: str) -> tuple[Codebook, str]:
    from kualcode import codebook as books
    from kualcode.workflow.codebooks import locate

    return books.read(locate(file, Path.cwd()))
