"""triangulate: interview, observation and documentation held against each other; with and without a project."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from kualcode.cli.common import AsJson, Language, ProjectFile, Quiet, machine, note, out, project, take_in
from kualcode.cli.language import LANG, page, t
from kualcode.errors import Bi, SourceError, UsageError

if TYPE_CHECKING:
    from kualcode.analysis.evidence import Axis
    from kualcode.workflow.triangulate import Study
    from kualcode.workflow.triangulate_door import File

_PIPED = t("(masukan)", "(input)")


def triangulate(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar=t("[KODE]", "[CODE]"),
            help=t(
                "Satu kode saja, dengan semua kutipan, letak, dan aturannya.",
                "One code alone, with all its quotes, places and rules.",
            ),
        ),
    ] = None,
    axis: Annotated[
        str | None,
        typer.Option(
            "--axis",
            metavar=t("teknik|sumber|waktu", "technique|source|time"),
            help=t(
                "Sumbu triangulasi; tanpa ini menurut desain penelitian, biasanya teknik.",
                "Axis of triangulation; else by the study's design, mostly technique.",
            ),
        ),
    ] = None,
    layout: Annotated[
        str | None,
        typer.Option(
            "--layout",
            metavar=t("L1..L6|ringkasan", "L1..L6|summary"),
            help=t(
                "Bentuk tabel; beberapa dipisah koma, atau semua.", "Form of the table; several with commas, or all."
            ),
        ),
    ] = None,
    target: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help=t(
                "Berkas tujuan: xlsx, docx, html, csv, json, atau md.",
                "File to write: xlsx, docx, html, csv, json or md.",
            ),
        ),
    ] = None,
    quotes: Annotated[
        bool, typer.Option("--quotes", help=t("Buka setiap sel ke kutipannya.", "Open every cell to its quotes."))
    ] = False,
    sensitivity: Annotated[
        str | None,
        typer.Option(
            "--sensitivity",
            metavar="3/5,2/3,3/4",
            help=t(
                "Hasil mana yang berubah bila ambangnya lain.", "Which verdicts would change with other thresholds."
            ),
        ),
    ] = None,
    provisional: Annotated[
        bool,
        typer.Option(
            "--provisional",
            help=t(
                "Hitung juga usulan yang belum dibaca; setiap sel ditandai.",
                "Count suggestions that nobody has read too; every cell is marked.",
            ),
        ),
    ] = False,
    evidence: Annotated[
        str | None,
        typer.Option(
            "--evidence",
            metavar="FILE|-",
            help=t("Bukti sebagai baris JSON, tanpa proyek.", "Evidence as JSON lines, without a project."),
        ),
    ] = None,
    voices: Annotated[
        Path | None,
        typer.Option(
            "--voices",
            metavar="FILE",
            help=t(
                "Dengan --evidence: jumlah semua suara tiap teknik (JSON).",
                "With --evidence: how many voices each technique has (JSON).",
            ),
        ),
    ] = None,
    codebook: Annotated[
        str | None,
        typer.Option(
            "--codebook",
            metavar="FILE",
            help=t(
                "Dengan --evidence: codebook YAML, atau nama yang disertakan.",
                "With --evidence: codebook YAML, or the name of one that comes along.",
            ),
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
    project_file: ProjectFile = None,
    as_json: AsJson = False,
    lang: Language = LANG,
    quiet: Quiet = False,
) -> None:
    if evidence is None and (voices or codebook):
        raise UsageError(
            Bi("--voices dan --codebook hanya dengan --evidence.", "--voices and --codebook go with --evidence only."),
            Bi("Proyek sudah memuat keduanya.", "A project holds both."),
        )
    if evidence is None:
        study = _project(project_file, provisional=provisional, quiet=quiet)
    else:
        study = _door(evidence, voices, codebook, project_file, provisional=provisional, quiet=quiet)
    asked = _Asked(code, axis, layout, target, quotes, sensitivity, semicolon, force)
    if as_json:
        _for_machines(study, asked)
    else:
        _for_people(study, asked, quiet=quiet)


class _Asked(NamedTuple):
    """What a run is to show, as it was typed."""

    code: str | None
    axis: str | None
    layout: str | None
    target: Path | None
    quotes: bool
    sensitivity: str | None
    semicolon: bool
    force: bool

    def axis_or_none(self) -> Axis | None:
        """The axis, in either language; None where none is named. Raises UsageError."""
        from kualcode.analysis.words import AXES
        from kualcode.cli.filters import one_of

        return None if self.axis is None else one_of("--axis", self.axis, AXES)

    def over(self, study: Study) -> Axis:
        """The axis that is named, else the one that decides in this study."""
        from kualcode.analysis.triangulation.axes import gating

        return self.axis_or_none() or gating(study.case.design)

    def named(self, study: Study) -> str | None:
        """The one code. Raises UsageError for a code that the codebook does not have."""
        from kualcode.workflow.decide import check_code

        if self.code is None:
            return None
        check_code(study.case.book, self.code.upper(), parents=True)
        return self.code.upper()


# ---------------------------------------------------------------- where the evidence comes from
def _project(project_file: Path | None, *, provisional: bool, quiet: bool) -> Study:
    from kualcode.workflow.triangulate import from_project

    take_in(project_file, quiet=quiet)
    with project(project_file, quiet=quiet, readonly=True) as store:
        return from_project(store, provisional=provisional)


def _door(
    evidence: str, voices: Path | None, book: str | None, project_file: Path | None, *, provisional: bool, quiet: bool
) -> Study:
    """The study of a file, or of what is piped in; unknown fields are told on stderr, also when quiet."""
    from kualcode.workflow import triangulate_door as door

    codebook = door.codebook(book, project_file, os.environ, Path.cwd())
    used = Bi("Codebook: {id} {version}", "Codebook: {id} {version}").fill(id=codebook.id, version=codebook.version)
    note(used, quiet=quiet)
    given = _read(Path(evidence)) if evidence != "-" else door.File(_PIPED, sys.stdin.buffer.read())
    opened = door.opened(given, _read(voices) if voices else None, codebook, provisional=provisional)
    if opened.ignored:
        note(opened.ignored)
    return opened.study


def _read(path: Path) -> File:
    from kualcode.cli.shell import system_error
    from kualcode.workflow.triangulate_door import File

    try:
        return File(str(path), path.read_bytes())
    except OSError as error:
        raise SourceError(system_error(error)) from error


# ---------------------------------------------------------------- shown
def _for_machines(study: Study, asked: _Asked) -> None:
    """The contract on stdout, or in the file; what must be said about it on stderr."""
    from kualcode.analysis.layouts.notes import consent, uncounted
    from kualcode.workflow.triangulate import as_json

    run = study.over(asked.over(study))
    made = as_json(run, study.case, provisional=study.provisional, code=asked.named(study))
    if asked.sensitivity:
        from kualcode.workflow.sensitivity import as_json as shifts

        made["sensitivity"] = shifts(study, asked.sensitivity, run.axis)
    if asked.target is None:
        machine(made)
    else:
        _write_json(asked, made)
    for line in (*uncounted(study.case), *consent(study.case)):
        note(line)


def _write_json(asked: _Asked, made: dict[str, Any]) -> None:
    import json

    from kualcode.workflow.writing import write_bytes

    assert asked.target is not None
    if asked.target.suffix.lower() != ".json":
        raise UsageError(
            Bi("--json menulis berkas .json.", "--json writes a .json file."),
            Bi(
                "Beri nama yang berakhir .json, atau tanpa --json.", "Give a name ending in .json, or leave out --json."
            ),
        )
    text = json.dumps(made, ensure_ascii=False, indent=2) + "\n"
    write_bytes(asked.target, text.encode("utf-8", "backslashreplace"), force=asked.force)


def _for_people(study: Study, asked: _Asked, *, quiet: bool) -> None:
    from kualcode.workflow.triangulate import check_something_counts

    code = asked.named(study)
    check_something_counts(study)
    if code is not None:
        _one_code(study, asked, code)
    else:
        _tables(study, asked)
    if asked.target is not None:
        note(Bi("Ditulis: {path}", "Written: {path}").fill(path=asked.target), quiet=quiet)


def _tables(study: Study, asked: _Asked) -> None:
    """The layouts, on the screen or in the file; or what other thresholds would change, after the layouts named."""
    from kualcode.workflow import triangulate_tables as tables

    form = tables.form_of(asked.target) if asked.target else None
    quoted = asked.quotes or asked.target is not None
    names = tables.chosen(asked.layout, form)
    made = []
    if asked.sensitivity is None or asked.layout is not None:
        made = tables.tables(study, names, asked.axis_or_none(), quoted=quoted, most=tables.most(form))
    if asked.sensitivity is not None:
        from kualcode.workflow.sensitivity import table

        made.append(table(study, asked.sensitivity, asked.over(study)))
    if asked.target is not None:
        tables.write(asked.target, made, LANG, force=asked.force, semicolon=asked.semicolon)
        return
    from kualcode.cli import render_matrix

    for number, matrix in enumerate(made):
        if number:
            out(["\n"])
        render_matrix.matrix(matrix, quotes=asked.quotes)


def _one_code(study: Study, asked: _Asked, code: str) -> None:
    """One code with every quote and rule: on the screen, or as a text."""
    from kualcode.analysis.layouts.detail import detail

    text = detail(study.case, study.over(asked.over(study)), code)
    if asked.target is None:
        from kualcode.cli import render_matrix

        render_matrix.blocks(text, provisional=study.provisional)
        return
    from kualcode.workflow.triangulate_tables import write_text

    write_text(asked.target, text, code, LANG, provisional=study.provisional, force=asked.force)


COMMANDS = {
    "triangulate": (
        triangulate,
        page(
            "Bandingkan wawancara, observasi, dan dokumentasi: teknik, sumber, dan waktu.",
            "Compare interviews, observations and documents: techniques, sources and times.",
            "kualcode triangulate -o matriks_triangulasi.docx",
            "kualcode triangulate -o triangulation_matrix.docx",
        ),
    ),
}
