"""instrument import, export and link: the grid taken in and written back, and links corrected by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kualcode.cli.common import Language, ProjectFile, Quiet, note, project
from kualcode.cli.language import LANG, page, t
from kualcode.errors import Bi, UsageError

Force = Annotated[
    bool, typer.Option("--force", "-f", help=t("Timpa berkas yang sudah ada.", "Overwrite an existing file."))
]


def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=t("Berkas instrumen.", "File of the instrument."))],
    coder: Annotated[
        str | None,
        typer.Option(
            "--coder",
            metavar=t("NAMA", "NAME"),
            envvar="KUALCODE_CODER",
            help=t("Siapa yang memasukkan.", "Who takes it in."),
        ),
    ] = None,
    project_file: ProjectFile = None,
    lang: Language = LANG,
    quiet: Quiet = False,
) -> None:
    from kualcode.analysis.instrument.items import LETTERS
    from kualcode.workflow.instrument import take

    with project(project_file, quiet=quiet) as store:
        taken = take(store, file, by=coder)
    for line in taken.notes:
        note(line, quiet=quiet)
    counts = {kind: sum(item.technique == kind for item in taken.items) for kind in LETTERS}
    note((_TAKEN if taken.changed else _SAME).fill(**counts), quiet=quiet)


def export(
    target: Annotated[
        Path,
        typer.Option("-o", "--output", metavar="FILE.xlsx", help=t("Berkas tujuan.", "File to write.")),
    ],
    force: Force = False,
    project_file: ProjectFile = None,
    lang: Language = LANG,
    quiet: Quiet = False,
) -> None:
    from kualcode.workflow.instrument import workbook
    from kualcode.workflow.writing import write_bytes

    if target.suffix.lower() != ".xlsx":
        raise UsageError(_XLSX, _OTHERS)
    with project(project_file, quiet=quiet, readonly=True) as store:
        write_bytes(target, workbook(store, LANG), force=force)
    note(_WRITTEN.fill(path=target), quiet=quiet)


def link(
    source: Annotated[
        str,
        typer.Argument(
            metavar=t("SUMBER", "SOURCE"),
            help=t("Nama sumber, atau kode informannya.", "Name of the source, or the code of its informant."),
        ),
    ],
    turn: Annotated[int, typer.Argument(metavar="NO", min=1, help=t("Nomor jawaban.", "Number of the answer."))],
    item: Annotated[
        str, typer.Argument(metavar=t("BUTIR", "ITEM"), help=t("W-3, tidak, atau auto.", "W-3, none or auto."))
    ],
    coder: Annotated[
        str,
        typer.Option(
            "--coder",
            metavar=t("NAMA", "NAME"),
            envvar="KUALCODE_CODER",
            help=t("Siapa yang membetulkan.", "Who corrects."),
        ),
    ],
    project_file: ProjectFile = None,
    lang: Language = LANG,
    quiet: Quiet = False,
) -> None:
    from kualcode.workflow.instrument_relink import link as set_link

    with project(project_file, quiet=quiet) as store:
        done = set_link(store, source, turn, item, by=coder)
    what = Bi(done.item.id, done.item.id) if done.item else _AUTOMATIC if done.automatic else _NO_ITEM
    numbers = ", ".join(map(str, done.turns))
    note(_LINKED.fill(source=done.source, numbers=numbers, item=what), quiet=quiet)


_WRITTEN = Bi("Ditulis: {path}", "Written: {path}")
_XLSX = Bi("Kisi-kisi yang dapat dibaca kembali berupa .xlsx.", "The grid that can be read back is an .xlsx file.")
_OTHERS = Bi(
    "Untuk bentuk lain: kualcode instrument --guide kisi-kisi -o FILE.docx",
    "For other forms: kualcode instrument --guide grid -o FILE.docx",
)
_TAKEN = Bi(
    "Instrumen disimpan di proyek: {interview} pertanyaan, {observation} aspek, {documentation} dokumen.",
    "The instrument is stored in the project: {interview} questions, {observation} aspects, {documentation} documents.",
)
_SAME = Bi(
    "Instrumen sama dengan yang sudah ada: {interview} pertanyaan, {observation} aspek, {documentation} dokumen.",
    "The instrument is the one that is in already: {interview} questions, {observation} aspects, {documentation} "
    "documents.",
)
_LINKED = Bi("{source}, jawaban {numbers}: {item}.", "{source}, answer {numbers}: {item}.")
_NO_ITEM = Bi("bukan butir mana pun", "no item")
_AUTOMATIC = Bi("ditautkan lagi oleh kualcode", "linked by kualcode again")

HELP = {
    "import": page(
        (
            "Masukkan kisi-kisi dari xlsx, docx, atau csv; kolomnya Sub variabel, Indikator, No, "
            "Pertanyaan/Aspek/Dokumen, Teknik, Informan. Menggantikan yang sebelumnya."
        ),
        (
            "Take in the grid from xlsx, docx or csv; its columns are Sub-variable, Indicator, No, "
            "Question/Aspect/Document, Technique, Informants. It replaces the one before."
        ),
        "kualcode instrument import instrumen.xlsx",
        "kualcode instrument import instrument.xlsx",
    ),
    "export": page(
        "Tulis kisi-kisi ke xlsx; tanpa instrumen, templat dari codebook untuk diisi.",
        "Write the grid as xlsx; without an instrument, a template of the codebook to fill in.",
        "kualcode instrument export -o instrumen.xlsx",
        "kualcode instrument export -o instrument.xlsx",
    ),
    "link": page(
        (
            "Betulkan butir yang dijawab sebuah jawaban. NO adalah nomor jawaban atau pertanyaannya di "
            "`instrument --links`; BUTIR misalnya W-3, atau tidak (bukan butir mana pun), atau auto (serahkan lagi "
            "ke kualcode)."
        ),
        (
            "Correct which item an answer answers. NO is the number of the answer or of its question in "
            "`instrument --links`; ITEM is W-3, or none, or auto (leave it to kualcode again)."
        ),
        "kualcode instrument link I-03 8 W-2 --coder Ani",
    ),
}
