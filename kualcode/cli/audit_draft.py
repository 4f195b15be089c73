"""audit-draft: a paper or chapter checked for contradictions before a supervisor reads it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kualcode.cli.common import AsJson, Language, Quiet, machine, note, out, take_in
from kualcode.cli.language import LANG, page, say, t
from kualcode.errors import Bi, CheckFailed


def audit_draft(
    draft: Annotated[
        Path,
        typer.Argument(metavar="FILE", help=t("Naskah: docx, md, txt, atau pdf.", "The draft: docx, md, txt or pdf.")),
    ],
    codebook: Annotated[
        str | None,
        typer.Option(
            "--codebook",
            metavar="FILE",
            help=t(
                "Codebook YAML, atau nama yang disertakan; tanpa ini milik proyek, atau asn-kinerja.",
                "Codebook YAML, or the name of one that comes along; else the project's, or asn-kinerja.",
            ),
        ),
    ] = None,
    encoding: Annotated[
        str | None,
        typer.Option(
            "--encoding",
            metavar=t("NAMA", "NAME"),
            help=t("Pengodean berkas teks, mis. cp1252.", "Encoding of a text file, e.g. cp1252."),
        ),
    ] = None,
    project_file: Annotated[
        Path | None,
        typer.Option(
            "--project",
            metavar="FILE.kual",
            help=t(
                "Bandingkan juga dengan temuan proyek ini: label, yang belum dapat disimpulkan, angka.",
                "Compare with the findings of this project too: labels, what cannot be concluded, figures.",
            ),
        ),
    ] = None,
    as_json: AsJson = False,
    lang: Language = LANG,
    quiet: Quiet = False,
) -> None:
    from kualcode.cli import render
    from kualcode.workflow import audit_draft as work

    with render.progress(_READING, quiet=quiet or as_json) as advance:
        if project_file is None:
            result = work.audit(draft, codebook, encoding=encoding, progress=advance)
        else:
            from kualcode.store import open_store

            take_in(project_file, quiet=quiet)
            with open_store(project_file, readonly=True) as store:
                result = work.audit(draft, codebook, store, encoding=encoding, progress=advance)
    for remark in result.notes:
        note(remark, quiet=quiet)
    if as_json:
        machine(work.as_json(result))
    else:
        out(f"{say(line)}\n" for line in work.report(result))
        render.grid(work.labels(result))
    if result.flags:
        raise typer.Exit(CheckFailed.exit_code)


_READING = Bi("Membaca naskah", "Reading the draft")
COMMANDS = {
    "audit-draft": (
        audit_draft,
        page(
            (
                "Periksa naskah jadi: label yang berbeda antarbagian, angka yang tidak cocok, faktor tanpa data, saran "
                "tanpa temuan. Dengan --project juga dibandingkan dengan temuannya. Selesai dengan "
                "kode 4 bila ada temuan."
            ),
            (
                "Check a finished draft: labels that differ between sections, figures that do not fit, factors without "
                "data, advice without findings. With --project also held against its findings. Ends "
                "with code 4 where anything is found."
            ),
            "kualcode audit-draft skripsi.docx",
            "kualcode audit-draft thesis.docx",
        ),
    ),
}
