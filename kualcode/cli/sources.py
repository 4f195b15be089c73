"""sources: what is in, how it was understood, and how to correct it; informants."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from kualcode.cli.common import AsJson, Language, ProjectFile, Quiet, note, project
from kualcode.cli.language import LANG, t
from kualcode.cli.shell import Command, Group
from kualcode.errors import Bi

app = typer.Typer(cls=Group, rich_markup_mode=None, invoke_without_command=True, help=t(
    "Sumber yang sudah masuk: jenis, informan, tanggal; dan cara membetulkannya.\n\nContoh: kualcode sources",
    "Sources that are in: type, informant, date; and how to correct them.\n\nExample: kualcode sources"))


@app.callback()
def sources(context: typer.Context, project_file: ProjectFile = None, as_json: AsJson = False, lang: Language = LANG,
            quiet: Quiet = False) -> None:
    if context.invoked_subcommand is not None:
        return
    from kualcode.cli import render
    from kualcode.workflow.records import Records
    from kualcode.workflow.status import sources_grid, unknowns

    with project(project_file, quiet=quiet, readonly=True) as store:
        if as_json:
            for record in Records(store).sources():
                sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
            return
        render.grid(sources_grid(store))
        for line in unknowns(store):
            note(line, quiet=quiet)


@app.command("set", cls=Command, help=t(
    "Betulkan keterangan sebuah sumber; koreksi ini menang atas berkasnya.\n\n"
    "Contoh: kualcode sources set wawancara/I-03.docx informant=I-03 date=2026-02-09\n\n"
    "Bidang: source_type, informant, role, date, session_id, doc_family, doc_class, period, place, title. "
    "Nilai kosong (role=) berarti tidak diketahui.",
    "Correct what is known about a source; this wins over the file.\n\n"
    "Example: kualcode sources set interviews/I-03.docx informant=I-03 date=2026-02-09\n\n"
    "Fields: source_type, informant, role, date, session_id, doc_family, doc_class, period, place, title. "
    "An empty value (role=) means not known."))
def set_(
    name: Annotated[str, typer.Argument(metavar="NAMA", help=t("Nama sumber.", "Name of the source."))],
    values: Annotated[list[str], typer.Argument(metavar="FIELD=VALUE", help=t(
        "Satu atau beberapa.", "One or several."))],
    coder: Annotated[str, typer.Option("--coder", metavar="NAMA", help=t(
        "Siapa yang membetulkan.", "Who corrects."), envvar="KUALCODE_CODER")] = "peneliti",
    project_file: ProjectFile = None, lang: Language = LANG, quiet: Quiet = False,
) -> None:
    from kualcode.workflow.correct import set_info

    with project(project_file, quiet=quiet) as store:
        done = set_info(store, name, values, by=coder)
    note(done, quiet=quiet)


def informants(project_file: ProjectFile = None, as_json: AsJson = False, lang: Language = LANG,
               quiet: Quiet = False) -> None:
    from dataclasses import asdict

    from kualcode.cli import render
    from kualcode.workflow.status import informants_grid

    with project(project_file, quiet=quiet, readonly=True) as store:
        if as_json:
            for person in store.informants().values():
                sys.stdout.write(json.dumps(asdict(person), ensure_ascii=False) + "\n")
            return
        render.grid(informants_grid(store))
    note(Bi("Isi dan betulkan lewat informants.csv di folder studi, lalu: kualcode tag",
            "Fill in and correct by informants.csv in the study folder, then: kualcode tag"), quiet=quiet)


COMMANDS = {
    "informants": (informants, t("Daftar informan dengan jabatan, kategori, dan persetujuannya.\n\n"
                                 "Contoh: kualcode informants",
                                 "Informants with position, category and consent.\n\nExample: kualcode informants")),
}
