"""trustworthiness: what the project can show of its own credibility; COREQ and SRQR."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kualcode.cli.common import AsJson, Language, ProjectFile, Quiet, machine, note, shown, take_in
from kualcode.cli.language import LANG, page, t
from kualcode.errors import Bi


def trustworthiness(
    checklist: Annotated[
        str | None,
        typer.Argument(metavar="[coreq|srqr]", help=t("Satu daftar periksa saja.", "One checklist alone.")),
    ] = None,
    target: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FOLDER",
            help=t(
                "Folder untuk keabsahan.md, coreq.md, dan srqr.md.", "Folder for keabsahan.md, coreq.md and srqr.md."
            ),
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", "-f", help=t("Timpa berkas yang sudah ada.", "Overwrite existing files."))
    ] = False,
    project_file: ProjectFile = None,
    as_json: AsJson = False,
    lang: Language = LANG,
    quiet: Quiet = False,
) -> None:
    from kualcode.cli import render_matrix
    from kualcode.cli.filters import one_of
    from kualcode.workflow import trustworthiness as work

    chosen = None if checklist is None else one_of("[coreq|srqr]", checklist, _LISTS)
    take_in(project_file, quiet=quiet)
    with shown(project_file, quiet=quiet) as store:
        found = work.traces(store)
        flags = work.m1(store, found)
    if as_json:
        machine(work.as_json(found, flags))
    elif target is not None:
        for path in work.write(target, found, flags, LANG, force=force):
            note(Bi("Ditulis: {path}", "Written: {path}").fill(path=path), quiet=quiet)
    else:
        tests, coreq, srqr = work.tables(found)
        render_matrix.matrix({"coreq": coreq, "srqr": srqr}.get(chosen or "", tests))
    for flag in flags:
        note(flag.message)


_LISTS = {"coreq": Bi("coreq", "coreq"), "srqr": Bi("srqr", "srqr")}
COMMANDS = {
    "trustworthiness": (
        trustworthiness,
        page(
            "Keabsahan data: uji yang ada jejaknya di proyek ini, dan daftar periksa COREQ serta SRQR.",
            "Trustworthiness: which tests left a trace in this project, and the checklists COREQ and SRQR.",
            "kualcode trustworthiness -o keabsahan",
        ),
    ),
}
