"""Options that many commands share, and the way to the project file."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kualcode.cli.language import LANG, complaint, say, t
from kualcode.errors import Bi, Problem

if TYPE_CHECKING:
    from kualcode.store import Store

ProjectFile = Annotated[
    Path | None,
    typer.Option(
        "--project",
        metavar="FILE.kual",
        help=t(
            "Berkas proyek; tanpa ini KUALCODE_PROJECT, lalu satu-satunya *.kual dari folder ini ke atas.",
            "Project file; else KUALCODE_PROJECT, else the one *.kual found upward from this folder.",
        ),
    ),
]
Language = Annotated[
    Literal["id", "en"],
    typer.Option(
        "--lang",
        metavar="id|en",
        show_default=False,
        help=t("Bahasa pesan dan tabel.", "Language of messages and tables."),
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help=t("Hanya data dan kesalahan.", "Only data and errors."))]
AsJson = Annotated[
    bool,
    typer.Option("--json", help=t("Cetak JSON (kunci bahasa Inggris, tetap).", "Print JSON (stable English keys).")),
]
DryRun = Annotated[
    bool,
    typer.Option(
        "--dry-run",
        help=t("Tunjukkan apa yang akan terjadi, tanpa menyimpan.", "Show what would happen; store nothing."),
    ),
]


def note(message: Bi | str, *, quiet: bool = False) -> None:
    """One line to stderr."""
    if not quiet:
        sys.stderr.write(complaint(message if isinstance(message, str) else say(message)) + "\n")


def out(lines: Iterable[str]) -> None:
    """Data to stdout, as it comes."""
    for line in lines:
        sys.stdout.write(line)


def machine(value: Mapping[str, object]) -> None:
    """One object for machines."""
    import json

    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def records(rows: Iterable[Mapping[str, object]], schema: str) -> None:
    """Many rows for machines: one object with the schema's name and a row a line."""
    from kualcode.exports.records import as_json

    out(as_json(rows, schema))


def plain(problem: Problem) -> dict[str, str]:
    """A problem for machines."""
    from kualcode.exports.records import problem_record

    return problem_record(problem)


def tell(problems: Iterable[Problem]) -> int:
    """Every problem as one line on stderr; how many there were."""
    lines = [f"! {complaint(problem.line(LANG))}\n" for problem in problems]
    sys.stderr.writelines(lines)
    return len(lines)


@contextmanager
def project(explicit: Path | None, *, quiet: bool, readonly: bool = False, held: bool = True) -> Iterator[Store]:
    """The project file of this run, opened; which one is used is said on stderr.

    Unless `held` is off, what the lists of informants say of consent by now is taken in first.
    """
    from kualcode.store import open_store
    from kualcode.workflow.project import find

    path = find(explicit, os.environ, Path.cwd())
    note(Bi("Proyek: {path}", "Project: {path}").fill(path=path), quiet=quiet)
    if held:
        hold(path)
    with open_store(path, readonly=readonly) as store:
        yield store


def hold(path: Path) -> None:
    """Take consent into a project as the lists of informants beside it have it now; said also when quiet."""
    from kualcode.store import open_store
    from kualcode.workflow import consent
    from kualcode.workflow.project import root

    with open_store(path, readonly=True) as store:
        found = consent.changes(store, root(store))
    if found is None:
        return
    with open_store(path) as store:
        consent.take_in(store, found)
    note(found.told())


def take_in(explicit: Path | None, *, quiet: bool) -> None:
    """Take what the researcher wrote in temuan.yaml into the project before what rests on it is shown."""
    from kualcode.workflow import judged
    from kualcode.workflow.project import root

    with project(explicit, quiet=True, readonly=True) as store:
        missing = judged.gone(store, root(store))
        if missing is not None:
            note(Bi(missing.line("id"), missing.line("en")), quiet=quiet)
        if not judged.changed(store, root(store)):
            return
    with project(explicit, quiet=True) as store, store.atomic():
        judged.keep(store, root(store))
    note(Bi("temuan.yaml yang baru sudah diambil.", "The new temuan.yaml was taken in."), quiet=quiet)


@contextmanager
def shown(explicit: Path | None, *, quiet: bool) -> Iterator[Store]:
    """The project opened to show data of it, with what must be said about consent after it, also when quiet."""
    from kualcode.workflow.status import consent_notes

    with project(explicit, quiet=quiet, readonly=True) as store:
        yield store
        for line in consent_notes(store):
            note(line)
