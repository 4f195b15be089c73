"""code accept, reject, recode, stance, import: decisions of a named coder, one by one or in bulk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Unpack

import typer

from kualcode.cli import filters
from kualcode.cli.common import DryRun, Language, ProjectFile, Quiet, note, project, tell
from kualcode.cli.language import LANG, t
from kualcode.cli.shell import Command, Group
from kualcode.errors import Bi, UsageError

if TYPE_CHECKING:
    from kualcode.store import Decision, Query

app = typer.Typer(cls=Group, rich_markup_mode=None, no_args_is_help=True, help=t(
    "Memutuskan usulan: terima, tolak, ganti kode, ganti sikap; satu per satu atau banyak sekaligus.\n\n"
    "Contoh: kualcode code accept k3f2 --coder Dwi",
    "Decide on suggestions: accept, reject, recode, change the stance; one by one or many at once.\n\n"
    "Example: kualcode code accept k3f2 --coder Dwi"))

Ids = Annotated[list[str] | None, typer.Argument(metavar="[ID]...", help=t(
    "ID kode (atau awalnya); tanpa ini dipilih dengan penyaring.",
    "Ids of codings (or their beginning); else chosen by the filters."))]
CoderName = Annotated[str, typer.Option("--coder", metavar="NAMA", envvar="KUALCODE_CODER", help=t(
    "Nama pengode yang memutuskan.", "Name of the coder who decides."))]
Why = Annotated[str, typer.Option("--reason", metavar="TEKS", help=t("Alasan.", "Reason."))]


@app.command(cls=Command, help=t(
    "Terima usulan.\n\nContoh: kualcode code accept --code KUAL --min-confidence 0.7 --coder Dwi",
    "Accept suggestions.\n\nExample: kualcode code accept --code KUAL --min-confidence 0.7 --coder Dwi"))
def accept(
    coder: CoderName, ids: Ids = None, code: filters.CodeId = None, source: filters.SourceName = None,
    source_type: filters.Type = None, informant: filters.InformantCode = None, status: filters.StatusName = None,
    stance: filters.StanceName = None, min_confidence: filters.Least = None, reason: Why = "", dry_run: DryRun = False,
    project_file: ProjectFile = None, lang: Language = LANG, quiet: Quiet = False,
) -> None:
    query = filters.query(code=code, source=source, source_type=source_type, informant=informant,
                          status=status, stance=stance, least=min_confidence)
    _decide(ids, query, coder, project_file, dry_run=dry_run, quiet=quiet, status="accepted", reason=reason)


@app.command(cls=Command, help=t(
    "Tolak usulan; usulan yang ditolak tidak muncul lagi.\n\nContoh: kualcode code reject k3f2 --coder Dwi --reason \"hanya sapaan\"",
    "Reject suggestions; a rejected one does not come back.\n\nExample: kualcode code reject k3f2 --coder Dwi --reason \"a greeting\""))
def reject(
    coder: CoderName, ids: Ids = None, code: filters.CodeId = None, source: filters.SourceName = None,
    source_type: filters.Type = None, informant: filters.InformantCode = None, status: filters.StatusName = None,
    stance: filters.StanceName = None, min_confidence: filters.Least = None, reason: Why = "", dry_run: DryRun = False,
    project_file: ProjectFile = None, lang: Language = LANG, quiet: Quiet = False,
) -> None:
    query = filters.query(code=code, source=source, source_type=source_type, informant=informant,
                          status=status, stance=stance, least=min_confidence)
    _decide(ids, query, coder, project_file, dry_run=dry_run, quiet=quiet, status="rejected", reason=reason)


@app.command(cls=Command, help=t(
    "Ganti kodenya (dan terima).\n\nContoh: kualcode code recode KUAL.KMP k3f2 --coder Dwi",
    "Give another code (and accept).\n\nExample: kualcode code recode KUAL.KMP k3f2 --coder Dwi"))
def recode(
    to: Annotated[str, typer.Argument(metavar="KODE", help=t("Kode yang benar.", "The right code."))],
    coder: CoderName, ids: Ids = None, code: filters.CodeId = None, source: filters.SourceName = None,
    reason: Why = "", dry_run: DryRun = False, project_file: ProjectFile = None, lang: Language = LANG,
    quiet: Quiet = False,
) -> None:
    _decide(ids, filters.query(code=code, source=source), coder, project_file, dry_run=dry_run, quiet=quiet,
            code=to.upper(), reason=reason)


@app.command(cls=Command, help=t(
    "Ganti sikapnya (dan terima).\n\nContoh: kualcode code stance negative k3f2 --coder Dwi",
    "Give another stance (and accept).\n\nExample: kualcode code stance negative k3f2 --coder Dwi"))
def stance(
    to: Annotated[str, typer.Argument(metavar="SIKAP", help=t(
        "positive, negative, mixed, atau neutral.", "positive, negative, mixed or neutral."))],
    coder: CoderName, ids: Ids = None, code: filters.CodeId = None, source: filters.SourceName = None,
    reason: Why = "", dry_run: DryRun = False, project_file: ProjectFile = None, lang: Language = LANG,
    quiet: Quiet = False,
) -> None:
    asked = filters.query(stance=to)
    _decide(ids, filters.query(code=code, source=source), coder, project_file, dry_run=dry_run, quiet=quiet,
            stance=next(iter(asked.stance)), reason=reason)


@app.command("import", cls=Command, help=t(
    "Masukkan kode dari pengode lain: jsonl, csv, atau xlsx dengan source, quote (atau start dan end), code, stance.\n\n"
    "Contoh: kualcode code import emas.jsonl --coder Sari",
    "Take another coder's codings: jsonl, csv or xlsx with source, quote (or start and end), code, stance.\n\n"
    "Example: kualcode code import gold.jsonl --coder Sari"))
def import_(
    file: Annotated[Path, typer.Argument(help=t("Berkas kode.", "File of codings."))], coder: CoderName,
    dry_run: DryRun = False, project_file: ProjectFile = None, lang: Language = LANG, quiet: Quiet = False,
) -> int:
    from kualcode.workflow.decide import import_codings

    with project(project_file, quiet=quiet) as store:
        done = import_codings(store, file, coder=coder, dry_run=dry_run)
    bad = tell(done.problems)
    note(Bi("{n} kode masuk, {same} sudah ada, {bad} baris tidak dapat dipakai.",
            "{n} codings taken, {same} were there, {bad} rows cannot be used.").fill(
        n=done.taken, same=done.unchanged, bad=bad), quiet=quiet)
    return 1 if bad else 0


def _decide(ids: list[str] | None, query: Query, coder: str, project_file: Path | None, *, dry_run: bool, quiet: bool,
            **decision: Unpack[Decision]) -> None:
    from kualcode.store import Query
    from kualcode.workflow.decide import chosen, decide

    if not ids and query == Query():
        raise UsageError(Bi("Kode mana yang dimaksud?", "Which codings are meant?"),
                         Bi("Beri ID, atau pilih dengan --code, --source, --status dan seterusnya.",
                            "Give ids, or choose by --code, --source, --status and so on."))
    with project(project_file, quiet=quiet) as store:
        done = decide(store, chosen(store, ids or (), query), coder=coder, dry_run=dry_run, **decision)
    note((Bi("Percobaan: {n} kode akan diputuskan oleh {coder}.", "Dry run: {n} codings would be decided by {coder}.")
          if dry_run else Bi("{n} kode diputuskan oleh {coder}.", "{n} codings decided by {coder}.")).fill(
        n=len(done), coder=coder), quiet=quiet)
