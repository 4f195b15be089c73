"""sources: what is in, how it was understood, and how to correct it; informants."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kualcode.cli.common import AsJson, Language, ProjectFile, Quiet, machine, note, project, records, shown
from kualcode.cli.language import LANG, page, t
from kualcode.cli.shell import Command, Group
from kualcode.errors import Bi, UsageError

app = typer.Typer(
    cls=Group,
    rich_markup_mode=None,
    invoke_without_command=True,
    help=page(
        "Sumber yang sudah masuk: jenis, informan, tanggal; dan cara membetulkannya.",
        "Sources that are in: type, informant, date; and how to correct them.",
        "kualcode sources",
    ),
)


@app.callback()
def sources(
    context: typer.Context,
    project_file: ProjectFile = None,
    as_json: AsJson = False,
    lang: Language = LANG,
    quiet: Quiet = False,
) -> None:
    if context.invoked_subcommand is not None:
        if project_file is not None:
            raise UsageError(
                Bi("--project berdiri sesudah nama perintahnya.", "--project stands after the command."),
                Bi(
                    "Contoh: kualcode sources set --project studi.kual NAMA role=staf",
                    "Example: kualcode sources set --project study.kual NAME role=staff",
                ),
            )
        return
    from kualcode.cli import render
    from kualcode.workflow.records import Records
    from kualcode.workflow.status import sources_grid, unknowns

    with shown(project_file, quiet=quiet) as store:
        if as_json:
            records(Records(store).sources(), "kualcode.sources/1")
            return
        render.grid(sources_grid(store))
        for line in unknowns(store):
            note(line, quiet=quiet)


@app.command(
    cls=Command,
    help=page(
        "Bagaimana sebuah berkas dipahami, giliran demi giliran; tidak ada yang disimpan.",
        "How a file is understood, turn by turn; nothing is stored.",
        "kualcode sources preview wawancara/I-03.docx",
    ),
)
def preview(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=t("Berkas sumber.", "Source file."))],
    encoding: Annotated[
        str | None,
        typer.Option(metavar=t("NAMA", "NAME"), help=t("Pengodean berkas teks.", "Encoding of a text file.")),
    ] = None,
    as_json: AsJson = False,
    lang: Language = LANG,
) -> None:
    from kualcode.cli import render
    from kualcode.workflow import understand

    found = understand.preview(file, encoding=encoding)
    if as_json:
        machine(understand.as_json(found))
    else:
        render.grid(understand.as_grid(found))


@app.command(
    "set",
    cls=Command,
    help=page(
        (
            "Betulkan keterangan sebuah sumber; koreksi ini menang atas berkasnya.\n\nKeterangan: "
            "source_type, informant, role, date, session_id, doc_family, doc_class, period, place, "
            "title. Nilai kosong (role=) berarti tidak diketahui."
        ),
        (
            "Correct what is known about a source; this wins over the file.\n\nFields: source_type, "
            "informant, role, date, session_id, doc_family, doc_class, period, place, title. An empty "
            "value (role=) means not known."
        ),
        "kualcode sources set wawancara/I-03.docx informant=I-03 date=2026-02-09",
        "kualcode sources set interviews/I-03.docx informant=I-03 date=2026-02-09",
    ),
)
def set_(
    name: Annotated[str, typer.Argument(metavar=t("NAMA", "NAME"), help=t("Nama sumber.", "Name of the source."))],
    values: Annotated[
        list[str],
        typer.Argument(metavar=t("KETERANGAN=NILAI", "FIELD=VALUE"), help=t("Satu atau beberapa.", "One or several.")),
    ],
    coder: Annotated[
        str,
        typer.Option(
            "--coder",
            metavar=t("NAMA", "NAME"),
            help=t("Siapa yang membetulkan.", "Who corrects."),
            envvar="KUALCODE_CODER",
        ),
    ] = "peneliti",
    project_file: ProjectFile = None,
    lang: Language = LANG,
    quiet: Quiet = False,
) -> None:
    from kualcode.workflow.correct import set_info

    with project(project_file, quiet=quiet) as store:
        for line in set_info(store, name, values, by=coder):
            note(line, quiet=quiet)


def informants(
    project_file: ProjectFile = None, as_json: AsJson = False, lang: Language = LANG, quiet: Quiet = False
) -> None:
    from dataclasses import asdict

    from kualcode.cli import render
    from kualcode.workflow.status import informants_grid, shown_informants

    with shown(project_file, quiet=quiet) as store:
        if as_json:
            records(map(asdict, shown_informants(store)), "kualcode.informants/1")
            return
        render.grid(informants_grid(store))
        note(
            Bi(
                "Isi dan betulkan di daftar informan (informants.csv atau daftar informan.xlsx), lalu: kualcode tag",
                "Fill in and correct the list of informants (informants.csv, or informants.xlsx), then: kualcode tag",
            ),
            quiet=quiet,
        )


COMMANDS = {
    "informants": (
        informants,
        page(
            "Daftar informan dengan jabatan, kategori, dan persetujuannya.",
            "Informants with position, category and consent.",
            "kualcode informants",
        ),
    ),
}
