"""findings, reproduce: what may be stated, in words with every source; and the same again, byte for byte."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kualcode.cli.common import AsJson, Language, ProjectFile, Quiet, machine, note, project, shown, tell
from kualcode.cli.language import LANG, page, say, t, visible
from kualcode.errors import Bi, CheckFailed, UsageError

if TYPE_CHECKING:
    from kualcode.store import Store
    from kualcode.workflow.findings import Found
    from kualcode.workflow.reproduce import Reproduced

FOLDER = "temuan"
Force = Annotated[
    bool,
    typer.Option(
        "--force",
        "-f",
        help=t("Timpa berkas yang sudah disunting orang.", "Overwrite files that people have edited."),
    ),
]


def findings(
    study: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FOLDER]",
            help=t(
                "Folder studi yang dibaca dan dikodekan dahulu; tanpa ini proyek yang ada.",
                "Study folder to read and tag first; else the project as it is.",
            ),
        ),
    ] = None,
    codings: Annotated[
        Path | None,
        typer.Option(
            "--codings",
            metavar="FILE",
            help=t(
                "Kode yang diberi seorang pengode (jsonl, csv, xlsx), diambil dahulu; perlu --coder.",
                "A coder's codings (jsonl, csv, xlsx), taken in first; needs --coder.",
            ),
        ),
    ] = None,
    coder: Annotated[
        str | None,
        typer.Option(
            "--coder",
            metavar=t("NAMA", "NAME"),
            envvar="KUALCODE_CODER",
            help=t("Nama pengode itu.", "Name of that coder."),
        ),
    ] = None,
    codebook: Annotated[
        str | None,
        typer.Option(
            "--codebook",
            metavar="FILE",
            help=t(
                "Dengan FOLDER: codebook YAML, atau nama yang disertakan.",
                "With FOLDER: codebook YAML, or the name of one that comes along.",
            ),
        ),
    ] = None,
    target: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FOLDER",
            help=t(
                "Folder tujuan; tanpa ini folder temuan di samping proyek.",
                "Folder to write; else the folder temuan beside the project.",
            ),
        ),
    ] = None,
    prose: Annotated[
        bool,
        typer.Option(
            "--prose",
            help=t(
                "Draf dalam kalimat, wajib ditulis ulang; tanpa ini kerangka.",
                "A draft in sentences, to be written anew; else an outline.",
            ),
        ),
    ] = False,
    earlier: Annotated[
        Path | None,
        typer.Option(
            "--earlier",
            metavar="FILE.yaml",
            help=t(
                "Hasil penelitian terdahulu, untuk dibandingkan per indikator.",
                "Results of earlier studies, set beside ours by indicator.",
            ),
        ),
    ] = None,
    template: Annotated[
        bool,
        typer.Option(
            "--template",
            help=t(
                "Tulis temuan.yaml untuk diisi peneliti: kategori, kalimat, penjelasan, saran.",
                "Write findings.yaml for the researcher: labels, sentences, explanations, advice.",
            ),
        ),
    ] = False,
    force: Force = False,
    project_file: ProjectFile = None,
    as_json: AsJson = False,
    lang: Language = LANG,
    quiet: Quiet = False,
) -> None:
    from kualcode.workflow import findings as work
    from kualcode.workflow.coded_rows import check_there, import_codings
    from kualcode.workflow.findings_folder import refuse_sources, write_all
    from kualcode.workflow.findings_shown import as_json as told
    from kualcode.workflow.findings_shown import write_template
    from kualcode.workflow.project import root
    from kualcode.workflow.status import consent_notes

    folder = _folder(target)
    if codings is not None and coder is None:
        raise UsageError(
            Bi("--codings memerlukan --coder.", "--codings needs --coder."),
            Bi("Tambahkan: --coder NAMA", "Add: --coder NAME"),
        )
    if codings is not None:
        check_there(codings, study)  # before a project is made
    with _opened(study, codebook, project_file, quiet=quiet) as store:
        if codings is not None and coder is not None:
            from kualcode.cli.code import taken_over

            taken = import_codings(store, codings, coder=coder)
            tell(taken.problems)
            taken_over(taken, quiet=quiet)
        if template:
            path = write_template(store, folder or root(store), lang=LANG, force=force)
            note(Bi("Ditulis: {path}", "Written: {path}").fill(path=path), quiet=quiet)
            return
        work.take_in(store, root(store), earlier)
        place = folder or root(store) / FOLDER
        refuse_sources(place, store)
        made = work.found(store)
        unknown = tell(work.problems(store, made))
        for line in work.readings(store, made):
            note(line)
        done = None
        if folder is not None or not as_json:
            named = work.files(made, prose=prose)
            done = write_all(place, named, force=force)
            work.keep_emitted(store, made, named)
        if as_json:
            machine(told(made))
        else:
            _show(made)
        if done is not None:
            _tell_written(done.folder, done.written, done.unchanged, quiet=quiet)
        for line in consent_notes(store):
            note(line)
    if unknown:  # what is written is sound, but not all that the researcher holds is in it
        raise CheckFailed(_UNKNOWN.fill(n=unknown), _MEND)


def _folder(asked: str | None) -> Path | None:
    """The folder to write to. Raises UsageError for an empty name, which would mean the folder one stands in."""
    if asked is None:
        return None
    if not asked.strip():
        raise UsageError(
            Bi("Nama folder pada -o kosong.", "The name of the folder with -o is empty."),
            Bi("Tulis namanya, misalnya -o temuan", "Write its name, such as -o temuan"),
        )
    return Path(asked)


@contextmanager
def _opened(study: Path | None, codebook: str | None, project_file: Path | None, *, quiet: bool) -> Iterator[Store]:
    """The project as it is, or that of a study folder, read and tagged first."""
    if study is None:
        with project(project_file, quiet=quiet) as store:
            yield store
        return
    from kualcode.workflow.project import working
    from kualcode.workflow.tag import tag

    with working([study], project_file, os.environ, Path.cwd()) as (store, folder, made):
        if not made:
            note(Bi("Proyek: {path}", "Project: {path}").fill(path=store.path), quiet=quiet)
        report = tag(store, [study], folder=folder, codebook=codebook)
        if made:  # only now is it sure to stay
            note(Bi("Proyek baru: {path}", "New project: {path}").fill(path=store.path), quiet=quiet)
        tell(report.problems)
        note(report.summary(), quiet=quiet)
        yield store


def _show(made: Found) -> None:
    """Negative cases first, then the table."""
    import sys

    from kualcode.cli import render
    from kualcode.workflow.findings_shown import negative_cases, overview

    cases = list(negative_cases(made))
    if cases:
        sys.stdout.write(t("Kasus negatif yang harus dijelaskan", "Negative cases to be explained") + "\n")
        sys.stdout.writelines(f"- {say(case)}\n" for case in cases)
        sys.stdout.write("\n")
    render.grid(overview(made))


def _tell_written(folder: Path, written: tuple[str, ...], unchanged: tuple[str, ...], *, quiet: bool) -> None:
    for message, names in (
        (Bi("Ditulis di {folder}: {names}", "Written to {folder}: {names}"), written),
        (Bi("Tidak berubah di {folder}: {names}", "Unchanged in {folder}: {names}"), unchanged),
    ):
        if names:
            note(message.fill(folder=folder, names=", ".join(names)), quiet=quiet)


def reproduce(
    target: Annotated[
        str | None,
        typer.Option(
            "-o", "--output", metavar="FOLDER", help=t("Tulis juga ke folder ini.", "Write them to this folder too.")
        ),
    ] = None,
    compare: Annotated[
        Path | None,
        typer.Option(
            "--compare",
            metavar="FOLDER",
            help=t(
                "Folder temuan yang lebih dahulu; tanpa ini folder temuan di samping proyek.",
                "An earlier folder of findings; else the folder temuan beside the project.",
            ),
        ),
    ] = None,
    force: Force = False,
    project_file: ProjectFile = None,
    as_json: AsJson = False,
    lang: Language = LANG,
    quiet: Quiet = False,
) -> None:
    from kualcode.workflow.reproduce import reproduce as again

    folder = _folder(target)
    with shown(project_file, quiet=quiet) as store:
        done = again(store, folder=folder, compare=compare or _usual(store), force=force)
    if as_json:
        machine(_reproduced(done))
    else:
        _compared(done)
    if done.written is not None:
        _tell_written(done.written.folder, done.written.written, done.written.unchanged, quiet=quiet)
    if not done.same:
        raise CheckFailed(
            Bi("Temuan tidak sama dengan yang lebih dahulu.", "The findings are not those of before."),
            _why(done),
        )


def _why(done: Reproduced) -> Bi | None:
    """What the trace tells of the difference: what went in, and files that were changed on disk."""
    told = [
        frame.fill(keys=", ".join(keys))
        for frame, keys in ((_CHANGED, done.changed), (_EDITED, done.edited), (_WITHDRAWN, sorted(done.withdrawn)))
        if keys
    ]
    if done.untraced:
        told.append(_UNTRACED)
    return Bi(" ".join(one.id for one in told), " ".join(one.en for one in told)) if told else None


def _usual(store: Store) -> Path | None:
    """The folder of findings beside the project, where there is one."""
    from kualcode.workflow.project import root
    from kualcode.workflow.reproduce import holds_findings

    folder = root(store) / FOLDER
    return folder if holds_findings(folder) else None


def _compared(done: Reproduced) -> None:
    import sys

    from kualcode.text import sha256

    if not done.compared:
        sys.stdout.writelines(f"{sha256(data)}  {name}\n" for name, data in sorted(done.files.items()))
    for one in done.compared:
        sys.stdout.write(f"{say(_STATES[one.state])}  {visible(one.name)}\n")


def _reproduced(done: Reproduced) -> dict[str, object]:
    from kualcode.text import sha256

    return {
        "schema": "kualcode.reproduce/1",
        "same": done.same if done.compared else None,
        "changed": list(done.changed),
        "files": {name: sha256(data) for name, data in sorted(done.files.items())},
        "edited": list(done.edited),
        "untraced": done.untraced,
        "withdrawn": sorted(done.withdrawn),
        "compared": {
            one.name: {"earlier": one.earlier, "now": one.now, "same": one.same, "state": one.state}
            for one in done.compared
        },
    }


_STATES = {
    "same": Bi("sama", "same"),
    "different": Bi("berbeda", "different"),
    "missing": Bi("tidak ada", "missing"),
}
_CHANGED = Bi("Yang berubah sejak itu: {keys}.", "Changed since: {keys}.")
_EDITED = Bi("Disunting di folder itu: {keys}.", "Edited in that folder: {keys}.")
_WITHDRAWN = Bi(
    "Folder itu masih memuat kutipan {keys}, yang menolak atau menarik persetujuan; tulis ulang dengan: kualcode "
    "findings",
    "That folder still quotes {keys}, who refused or withdrew; write it anew with: kualcode findings",
)
_UNTRACED = Bi(
    "jejak.json di folder itu rusak atau bukan tulisan kualcode, jadi tidak dibaca.",
    "The jejak.json of that folder is damaged or not kualcode's, and was not read.",
)
_UNKNOWN = Bi(
    "Temuan sudah dibuat, tetapi {n} isian temuan.yaml tidak dikenal dan tidak diikutkan.",
    "The findings are made, but {n} entries of temuan.yaml are not known and are left out.",
)
_MEND = Bi("Perbaiki yang ditandai ! di atas, lalu ulangi.", "Mend what is marked ! above, and run it again.")
COMMANDS = {
    "findings": (
        findings,
        page(
            "Temuan yang dapat dinyatakan: kerangka Pembahasan, Simpulan, dan Saran, dengan kutipan dan jejaknya. "
            "Kode keluar 4 bila temuan.yaml memuat isian yang tidak dikenal.",
            "What may be stated: an outline of discussion, conclusion and advice, with quotes and their trace. "
            "Exit code 4 where temuan.yaml holds entries that are not known.",
            "kualcode findings -o temuan",
        ),
    ),
    "reproduce": (
        reproduce,
        page(
            "Temuan sekali lagi dari berkas proyek saja: berkas di folder temuan sama byte demi byte atau tidak.",
            "The findings again from the project file alone: whether the files in the folder are the same.",
            "kualcode reproduce --compare temuan",
        ),
    ),
}
