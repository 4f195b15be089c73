"""claims: the figures in the evidence, what each measures, and how to correct that."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kualcode.cli.common import AsJson, Language, ProjectFile, Quiet, note, project, records, shown
from kualcode.cli.language import LANG, page, t
from kualcode.cli.shell import Command, Group
from kualcode.errors import Bi, UsageError

app = typer.Typer(
    cls=Group,
    rich_markup_mode=None,
    invoke_without_command=True,
    help=page(
        (
            "Angka-angka dalam bukti yang diterima: tentang apa, dari mana, dan apakah teknik yang berbeda sejalan. "
            "Tabel (realisasi, buku tamu, rekap absensi) dihitung dan jumlahnya ditunjukkan."
        ),
        (
            "The figures in the accepted evidence: of what, from where, and whether techniques agree. "
            "Tables (results, guest book, attendance) are counted up and the sum is shown."
        ),
        "kualcode claims --code KUAN",
    ),
)


@app.callback()
def claims(
    context: typer.Context,
    code: Annotated[
        str | None,
        typer.Option(
            "--code",
            metavar=t("KODE", "CODE"),
            help=t("Hanya kode ini dan sub-kodenya.", "Only this code and its sub-codes."),
        ),
    ] = None,
    everything: Annotated[
        bool,
        typer.Option(
            "--all",
            help=t(
                "Semua angka; tanpa ini hanya yang bertemu angka lain, yang dari dokumen, dan yang dibetulkan.",
                "All figures; without it those that meet another, those of documents, and those that were edited.",
            ),
        ),
    ] = False,
    target: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE.csv|xlsx|json",
            help=t("Tulis ke berkas; json memuat semua angka.", "Write a file; json holds all figures."),
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", "-f", help=t("Timpa berkas yang sudah ada.", "Overwrite an existing file."))
    ] = False,
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
                    "Contoh: kualcode claims set --project studi.kual CL-4f0a91 period=2025",
                    "Example: kualcode claims set --project study.kual CL-4f0a91 period=2025",
                ),
            )
        return
    from kualcode.cli import render
    from kualcode.workflow.claim_files import write
    from kualcode.workflow.claims import as_grid, as_records, listing

    with shown(project_file, quiet=quiet) as store:
        rows = listing(store, code)
        if target is not None:
            write(target, rows, LANG, everything=everything, force=force)
            note(_WRITTEN.fill(path=target), quiet=quiet)
        elif as_json:
            records(as_records(rows), "kualcode.claims/1")
        else:
            render.grid(as_grid(rows, everything=everything))


@app.command(
    "set",
    cls=Command,
    help=page(
        (
            "Betulkan apa yang diukur sebuah angka; koreksi ini menang atas bacaan mesin.\n\nKeterangan: measure, "
            "subject, unit, period, modality (realisasi, rencana, target), role (nilai, keseluruhan, bagian, "
            "pengecualian, semua, ditunda), partition_of (ID keseluruhannya), ignore (ya, tidak). Nilai kosong "
            "(period=) berarti tidak diketahui. Bila angkanya bagian dari pertentangan, --reason wajib."
        ),
        (
            "Correct what a figure measures; this wins over the machine's reading.\n\nFields: measure, subject, "
            "unit, period, modality (realised, planned, target), role (value, total, part, exception, all, "
            "deferred), partition_of (id of its whole), ignore (yes, no). An empty value (period=) means not known. "
            "Where the figure stands in a contradiction, --reason must say why."
        ),
        'kualcode claims set CL-4f0a91 measure="tamu per hari" period=2025 --coder Dwi',
        'kualcode claims set CL-4f0a91 measure="visitors per day" period=2025 --coder Dwi',
    ),
)
def set_(
    claim: Annotated[
        str,
        typer.Argument(
            metavar="ID", help=t("ID angka, atau awalnya (CL-4f0a).", "Id of a figure, or its beginning (CL-4f0a).")
        ),
    ],
    values: Annotated[
        list[str] | None,
        typer.Argument(metavar=t("KETERANGAN=NILAI", "FIELD=VALUE"), help=t("Satu atau beberapa.", "One or several.")),
    ] = None,
    undo: Annotated[
        bool, typer.Option("--undo", help=t("Kembali ke bacaan mesin.", "Back to the machine's reading."))
    ] = False,
    reason: Annotated[
        str,
        typer.Option(
            "--reason",
            metavar=t("TEKS", "TEXT"),
            help=t(
                "Mengapa; wajib (paling sedikit 20 huruf) bila angkanya bagian dari pertentangan.",
                "Why; needed (20 characters or more) where the figure stands in a contradiction.",
            ),
        ),
    ] = "",
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
    from kualcode.workflow.claim_edits import edit, pairs, reset

    if undo == bool(values):
        raise UsageError(
            Bi("Beri keterangan yang dibetulkan, atau --undo.", "Give the fields to correct, or --undo."),
            Bi(
                "Contoh: kualcode claims set CL-4f0a91 period=2025",
                "Example: kualcode claims set CL-4f0a91 period=2025",
            ),
        )
    fields = pairs(values or [])
    with project(project_file, quiet=quiet) as store:
        for line in reset(store, claim, by=coder) if undo else edit(store, claim, fields, by=coder, reason=reason):
            note(line, quiet=quiet)


_WRITTEN = Bi("Ditulis: {path}", "Written: {path}")
