"""export csv, json, jsonl: codings with everything known around them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kualcode.cli import filters
from kualcode.cli.common import Language, ProjectFile, Quiet, note, out, shown
from kualcode.cli.language import LANG, page, t
from kualcode.errors import Bi, UsageError


def export(
    form: Annotated[str, typer.Argument(metavar="csv|json|jsonl", help=t("Format.", "Format."))],
    target: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help=t("Berkas tujuan; tanpa ini ke layar.", "File to write; else to the screen."),
        ),
    ] = None,
    semicolon: Annotated[
        bool,
        typer.Option(
            "--semicolon",
            help=t(
                "csv dengan titik koma, untuk Excel berbahasa Indonesia.",
                "csv with semicolons, for an Indonesian Excel.",
            ),
        ),
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", "-f", help=t("Timpa berkas yang sudah ada.", "Overwrite an existing file."))
    ] = False,
    code: filters.CodeId = None,
    source: filters.SourceName = None,
    source_type: filters.Type = None,
    informant: filters.InformantCode = None,
    status: filters.StatusName = None,
    by: filters.CoderName = None,
    project_file: ProjectFile = None,
    lang: Language = LANG,
    quiet: Quiet = False,
) -> None:
    from kualcode.workflow.decide import check_query
    from kualcode.workflow.export import FORMS, lines, write

    if form not in FORMS:
        raise UsageError(
            Bi("Format {form!r} tidak dikenal.", "The format {form!r} is unknown.").fill(form=form),
            Bi("Pilih: {known}.", "Choose: {known}.").fill(known=", ".join(FORMS)),
        )
    query = filters.query(code=code, source=source, source_type=source_type, informant=informant, status=status, by=by)
    with shown(project_file, quiet=quiet) as store:
        check_query(store, query)
        made = lines(store, form, query, semicolon=semicolon)
        if target is None:
            out(made)
        else:
            write(target, made, form, force=force)
            note(Bi("Ditulis: {path}", "Written: {path}").fill(path=target), quiet=quiet)


COMMANDS = {
    "export": (
        export,
        page(
            "Keluarkan kode beserta sumber, informan, dan alasannya.",
            "Export codings with source, informant and reason.",
            "kualcode export csv -o kode.csv --semicolon",
            "kualcode export csv -o codings.csv",
        ),
    ),
}
