"""init, status, check, backup, restore: the project file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from kualcode.cli.common import AsJson, Language, ProjectFile, Quiet, machine, note, plain, project, shown, tell
from kualcode.cli.language import LANG, page, t
from kualcode.errors import Bi, NotFound, UsageError


def init(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help=t("Folder studi.", "Study folder."))] = Path(),
    name: Annotated[
        str | None,
        typer.Option("--name", metavar=t("NAMA", "NAME"), help=t("Nama berkas proyek.", "Name of the project file.")),
    ] = None,
    lang: Language = LANG,
    quiet: Quiet = False,
) -> None:
    from kualcode.store import synced_folder
    from kualcode.workflow.project import init as make

    path = make(folder, name)
    note(
        Bi(
            "Proyek dibuat: {path}\nLanjut: kualcode tag {folder} --codebook FILE.yaml",
            "Project made: {path}\nNext: kualcode tag {folder} --codebook FILE.yaml",
        ).fill(path=path, folder=folder),
        quiet=quiet,
    )
    _warn_synced(synced_folder(path), quiet=quiet)


def _warn_synced(service: str | None, *, quiet: bool) -> None:
    if service:
        note(
            Bi(
                "Perhatian: folder ini disinkronkan oleh {service}. Data pribadi keluar dari komputer ini, dan berkas "
                "proyek dapat rusak bila disinkronkan saat ditulis. Pindahkan studi ke folder biasa.",
                "Note: this folder is synced by {service}. Personal data leaves this computer, and the project file "
                "may be damaged when it is synced while being written. Move the study to an ordinary folder.",
            ).fill(service=service),
            quiet=quiet,
        )


def status(
    project_file: ProjectFile = None, as_json: AsJson = False, lang: Language = LANG, quiet: Quiet = False
) -> None:
    from kualcode.cli import render
    from kualcode.store import synced_folder
    from kualcode.workflow.status import as_json as summary
    from kualcode.workflow.status import coverage, overview
    from kualcode.workflow.status import status as look

    with shown(project_file, quiet=quiet) as store:
        found = look(store)
        if as_json:
            machine(summary(found))
            return
        render.grid(overview(found))
        if found.counts is not None:
            render.grid(coverage(found))
        _warn_synced(synced_folder(store.path), quiet=quiet)


def check(
    deep: Annotated[
        bool,
        typer.Option("--deep", help=t("Periksa juga setiap teks dan kutipan.", "Also check every text and quote.")),
    ] = False,
    project_file: ProjectFile = None,
    as_json: AsJson = False,
    lang: Language = LANG,
    quiet: Quiet = False,
) -> None:
    from kualcode.errors import CheckFailed

    with project(project_file, quiet=quiet, readonly=True, held=False) as store:
        problems = store.check(deep=deep)
    if as_json:
        machine(
            {
                "schema": "kualcode.check/1",
                "ok": not problems,
                "problems": [plain(problem) for problem in problems],
            }
        )
    else:
        tell(problems)
    if problems:
        raise CheckFailed(Bi("{n} masalah ditemukan.", "{n} problems found.").fill(n=len(problems)))
    note(Bi("Berkas proyek utuh.", "The project file is sound."), quiet=quiet)


def backup(
    target: Annotated[
        Path, typer.Argument(metavar="FILE", help=t("Berkas cadangan yang akan dibuat.", "Backup file to make."))
    ],
    project_file: ProjectFile = None,
    lang: Language = LANG,
    quiet: Quiet = False,
) -> None:
    with project(project_file, quiet=quiet, held=False) as store:
        _refuse_beside(target, store.path)
        path = store.backup(target)
    note(Bi("Cadangan: {path}", "Backup: {path}").fill(path=path), quiet=quiet)


def _refuse_beside(target: Path, project_file: Path) -> None:
    """A second *.kual in the project's folder would leave every later command asking which one is meant."""
    from kualcode.workflow.project import SUFFIX

    if target.suffix.lower() == SUFFIX and target.resolve().parent == project_file.resolve().parent:
        raise UsageError(
            Bi(
                "{path} akan menjadi proyek kedua di folder ini.", "{path} would be a second project in this folder."
            ).fill(path=target),
            Bi(
                "Beri akhiran lain, atau folder lain: kualcode backup {name}",
                "Give another suffix, or another folder: kualcode backup {name}",
            ).fill(name=f"{target.stem}.kualbak"),
        )


def restore(
    source: Annotated[Path, typer.Argument(metavar="BACKUP", help=t("Berkas cadangan.", "Backup file."))],
    project_file: ProjectFile = None,
    lang: Language = LANG,
    quiet: Quiet = False,
) -> None:
    from kualcode.store import restore as put_back

    target = _to_restore(project_file, source)
    kept = put_back(source, target)
    note(Bi("Dipulihkan: {path}", "Restored: {path}").fill(path=target), quiet=quiet)
    if kept is not None:
        note(
            Bi("Berkas sebelumnya disimpan sebagai {path}", "The file before it is kept as {path}").fill(path=kept),
            quiet=quiet,
        )


def _to_restore(explicit: Path | None, source: Path) -> Path:
    """The file to put the backup in place of; it may be damaged or, when it is named, gone."""
    from kualcode.workflow.project import upward

    named = explicit or (Path(found) if (found := os.environ.get("KUALCODE_PROJECT")) else None)
    target = named or upward(Path.cwd())
    if target is None:
        raise NotFound(Bi("Berkas proyek mana yang dipulihkan?", "Which project file is to be restored?"), _NAME_IT)
    if named is None and source.resolve() == target:
        raise UsageError(
            Bi("Cadangan ini satu-satunya *.kual di sini.", "This backup is the only *.kual here."), _NAME_IT
        )
    return target


_NAME_IT = Bi("Sebutkan dengan --project FILE.kual.", "Name it with --project FILE.kual.")

COMMANDS = {
    "init": (
        init,
        page(
            "Buat berkas proyek kosong di folder studi.",
            "Make an empty project file in a study folder.",
            "kualcode init studi-saya",
            "kualcode init my-study",
        ),
    ),
    "status": (
        status,
        page(
            "Apa yang sudah masuk, dan kode mana yang belum punya bukti dari jenis sumber tertentu.",
            "What is in, and which codes lack evidence from a source type.",
            "kualcode status",
        ),
    ),
    "check": (
        check,
        page("Periksa keutuhan berkas proyek.", "Check that the project file is sound.", "kualcode check --deep"),
    ),
    "backup": (
        backup,
        page(
            "Buat cadangan berkas proyek.",
            "Back the project file up.",
            "kualcode backup cadangan.kualbak",
            "kualcode backup backup.kualbak",
        ),
    ),
    "restore": (
        restore,
        page(
            "Pulihkan berkas proyek dari cadangan; berkas lama disimpan.",
            "Restore the project file from a backup; the old file is kept.",
            "kualcode restore cadangan.kualbak --project studi.kual",
            "kualcode restore backup.kualbak --project study.kual",
        ),
    ),
}
