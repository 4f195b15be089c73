"""tag and evaluate: suggestions, and how good they are."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kualcode.cli.common import AsJson, DryRun, Language, ProjectFile, Quiet, machine, note, out, tell
from kualcode.cli.language import LANG, page, say, t
from kualcode.errors import Bi

if TYPE_CHECKING:
    from kualcode.store import Store
    from kualcode.workflow.tag import TagReport

Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[PATH]...",
        help=t(
            "Folder studi atau berkas; tanpa ini seluruh folder proyek.",
            "Study folder or files; else the whole folder of the project.",
        ),
    ),
]
CodebookFile = Annotated[
    str | None,
    typer.Option(
        "--codebook",
        metavar="FILE",
        help=t(
            "Codebook YAML, atau nama yang disertakan (asn-kinerja).",
            "Codebook YAML, or the name of one that comes along (asn-kinerja).",
        ),
    ),
]


def tag(
    paths: Paths = None,
    codebook: CodebookFile = None,
    encoding: Annotated[
        str | None,
        typer.Option(
            metavar=t("NAMA", "NAME"),
            help=t("Pengodean berkas teks, bila salah dikenali.", "Encoding of text files, where it is read wrongly."),
        ),
    ] = None,
    matcher: Annotated[
        str,
        typer.Option(metavar="fast|spacy", help=t("Pencocok; hasil keduanya sama.", "Matcher; both find the same.")),
    ] = "fast",
    dry_run: DryRun = False,
    project_file: ProjectFile = None,
    as_json: AsJson = False,
    lang: Language = LANG,
    quiet: Quiet = False,
) -> int:
    from kualcode.cli import render
    from kualcode.workflow import project as projects
    from kualcode.workflow.tag import as_json as summary
    from kualcode.workflow.tag import check_matcher
    from kualcode.workflow.tag import tag as run

    check_matcher(matcher)
    with projects.working(paths or [], project_file, os.environ, Path.cwd(), dry_run=dry_run) as (store, folder, made):
        if not made:
            note(Bi("Proyek: {path}", "Project: {path}").fill(path=store.path), quiet=quiet)
        with render.progress(Bi("Membaca dan mengodekan", "Reading and tagging"), quiet=quiet or as_json) as advance:
            report = run(
                store,
                paths or [],
                folder=folder,
                codebook=codebook,
                encoding=encoding,
                matcher=matcher,
                dry_run=dry_run,
                progress=advance,
            )
        if made and not dry_run:  # only now is it sure to stay
            note(Bi("Proyek baru: {path}", "New project: {path}").fill(path=store.path), quiet=quiet)
        if as_json:
            machine(summary(report))
        else:
            _tell(store, report, dry_run=dry_run, quiet=quiet)
    return 1 if tell(report.problems) else 0


def _tell(store: Store, report: TagReport, *, dry_run: bool, quiet: bool) -> None:
    from kualcode.cli import render
    from kualcode.workflow.consent import warnings
    from kualcode.workflow.project import root
    from kualcode.workflow.status import consent_notes, next_step, unknowns
    from kualcode.workflow.tables import by_source_type

    for name, line in report.notes:
        note(f"  {name}: {say(line)}", quiet=quiet)
    for passed in report.skipped:
        note("  " + passed.line(LANG), quiet=quiet)
    for remark in report.remarks():
        note(remark, quiet=quiet)
    note(report.summary(), quiet=quiet)
    if dry_run:
        note(Bi("Percobaan: tidak ada yang disimpan.", "Dry run: nothing was stored."), quiet=quiet)
        return
    render.grid(by_source_type(store, report.codebook))
    for line in unknowns(store):
        note(line, quiet=quiet)
    for line in (*consent_notes(store), *warnings(store, root(store))):
        note(line)
    note(next_step(store), quiet=quiet)


def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD",
            help=t("Pernyataan berkode emas: jsonl, csv, atau xlsx.", "Gold-coded statements: jsonl, csv or xlsx."),
        ),
    ],
    codebook: Annotated[
        str,
        typer.Option(
            "--codebook",
            metavar="FILE",
            help=t("Codebook YAML, atau nama yang disertakan.", "Codebook YAML, or the name of one that comes along."),
        ),
    ] = "asn-kinerja",
    parents: Annotated[
        bool,
        typer.Option(
            "--parents",
            help=t(
                "Hitung sub-kode sebagai induknya di kedua pihak.", "Count sub-codes as their parent on both sides."
            ),
        ),
    ] = False,
    errors: Annotated[
        bool,
        typer.Option(
            "--errors", help=t("Tampilkan setiap selisih dengan alasannya.", "Show every difference with its reason.")
        ),
    ] = False,
    as_json: AsJson = False,
    lang: Language = LANG,
    quiet: Quiet = False,
) -> None:
    from kualcode.cli import render
    from kualcode.workflow.evaluate import as_grid, differences, in_words
    from kualcode.workflow.evaluate import as_json as scores
    from kualcode.workflow.evaluate import evaluate as run

    result = run(gold, codebook, parents=parents)
    if as_json:
        machine(scores(result))
        return
    render.grid(as_grid(result))
    if errors:
        render.grid(differences(result))
    out(f"{say(line)}\n" for line in in_words(result))


COMMANDS = {
    "tag": (
        tag,
        page(
            ("Baca folder studi dan usulkan kode untuk setiap pernyataan; tanpa proyek, proyek dibuat di situ."),
            ("Read a study folder and suggest codes for every statement; without a project one is made there."),
            "kualcode tag studi-saya --codebook asn-kinerja",
            "kualcode tag my-study --codebook asn-kinerja",
        ),
    ),
    "evaluate": (
        evaluate,
        page(
            "Bandingkan usulan mesin dengan kode yang diberi orang; tanpa proyek.",
            "Compare the machine's suggestions with codes that people gave; needs no project.",
            "kualcode evaluate emas.jsonl --codebook asn-kinerja",
            "kualcode evaluate gold.jsonl --codebook asn-kinerja",
        ),
    ),
}
