"""code accept, reject, recode, stance, import: decisions of a named coder, one by one or in bulk."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, Unpack

import typer

from kualcode.cli import filters
from kualcode.cli.common import DryRun, Language, ProjectFile, Quiet, note, out, project, tell
from kualcode.cli.language import LANG, page, say, t
from kualcode.cli.shell import Command, Group
from kualcode.errors import Bi, UsageError

if TYPE_CHECKING:
    from kualcode.model import Coding
    from kualcode.store import Decision
    from kualcode.workflow.coded_rows import Imported

app = typer.Typer(
    cls=Group,
    rich_markup_mode=None,
    no_args_is_help=True,
    help=page(
        (
            "Memutuskan usulan: terima, tolak, ganti kode, ganti sikap; satu per satu, atau banyak "
            "sekaligus dengan penyaring, yang hanya memilih usulan terbuka kecuali --status menyebut "
            "lain."
        ),
        (
            "Decide on suggestions: accept, reject, recode, change the stance; one by one, or many at "
            "once by filters, which choose open suggestions only unless --status says otherwise."
        ),
        "kualcode code accept k3f2 --coder Dwi",
    ),
)

Ids = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[ID]...",
        help=t(
            "ID kode (atau awalnya); tanpa ini dipilih dengan penyaring.",
            "Ids of codings (or their beginning); else chosen by the filters.",
        ),
    ),
]
CoderName = Annotated[
    str,
    typer.Option(
        "--coder",
        metavar=t("NAMA", "NAME"),
        envvar="KUALCODE_CODER",
        help=t("Nama pengode yang memutuskan.", "Name of the coder who decides."),
    ),
]
Why = Annotated[str, typer.Option("--reason", metavar=t("TEKS", "TEXT"), help=t("Alasan.", "Reason."))]


@app.command(
    cls=Command,
    help=page(
        "Terima usulan.", "Accept suggestions.", "kualcode code accept --code KUAL --min-confidence 0.7 --coder Dwi"
    ),
)
@filters.choosing
def accept(
    coder: CoderName,
    chosen: filters.Chosen,
    ids: Ids = None,
    reason: Why = "",
    dry_run: DryRun = False,
    project_file: ProjectFile = None,
    lang: Language = LANG,
    quiet: Quiet = False,
) -> None:
    _decide(ids, chosen, coder, project_file, dry_run=dry_run, quiet=quiet, status="accepted", reason=reason)


@app.command(
    cls=Command,
    help=page(
        "Tolak usulan; usulan yang ditolak tidak muncul lagi.",
        "Reject suggestions; a rejected one does not come back.",
        'kualcode code reject k3f2 --coder Dwi --reason "hanya sapaan"',
        'kualcode code reject k3f2 --coder Dwi --reason "a greeting"',
    ),
)
@filters.choosing
def reject(
    coder: CoderName,
    chosen: filters.Chosen,
    ids: Ids = None,
    reason: Why = "",
    dry_run: DryRun = False,
    project_file: ProjectFile = None,
    lang: Language = LANG,
    quiet: Quiet = False,
) -> None:
    _decide(ids, chosen, coder, project_file, dry_run=dry_run, quiet=quiet, status="rejected", reason=reason)


@app.command(
    cls=Command,
    help=page(
        "Ganti kodenya (dan terima).",
        "Give another code (and accept).",
        "kualcode code recode KUAL.KMP k3f2 --coder Dwi",
    ),
)
@filters.choosing
def recode(
    to: Annotated[str, typer.Argument(metavar=t("KODE", "CODE"), help=t("Kode yang benar.", "The right code."))],
    coder: CoderName,
    chosen: filters.Chosen,
    ids: Ids = None,
    to_stance: Annotated[
        str | None,
        typer.Option(
            "--to-stance",
            metavar=t("SIKAP", "STANCE"),
            help=t(
                "Sikap pada kode yang baru; perlu bila sikap berarti lain di situ.",
                "Stance for the new code; needed where a stance means something else there.",
            ),
        ),
    ] = None,
    reason: Why = "",
    dry_run: DryRun = False,
    project_file: ProjectFile = None,
    lang: Language = LANG,
    quiet: Quiet = False,
) -> None:
    new: Decision = {"code": to.upper(), "reason": reason}
    if to_stance is not None:
        new["stance"] = filters.meaning(to_stance, "--to-stance")
    _decide(ids, chosen, coder, project_file, dry_run=dry_run, quiet=quiet, **new)


@app.command(
    cls=Command,
    help=page(
        "Ganti sikapnya (dan terima).",
        "Give another stance (and accept).",
        "kualcode code stance negatif k3f2 --coder Dwi",
        "kualcode code stance negative k3f2 --coder Dwi",
    ),
)
@filters.choosing
def stance(
    to: Annotated[
        str,
        typer.Argument(
            metavar=t("SIKAP", "STANCE"),
            help=t("positif, negatif, campuran, atau netral.", "positive, negative, mixed or neutral."),
        ),
    ],
    coder: CoderName,
    chosen: filters.Chosen,
    ids: Ids = None,
    reason: Why = "",
    dry_run: DryRun = False,
    project_file: ProjectFile = None,
    lang: Language = LANG,
    quiet: Quiet = False,
) -> None:
    _decide(
        ids,
        chosen,
        coder,
        project_file,
        dry_run=dry_run,
        quiet=quiet,
        stance=filters.meaning(to, "code stance"),
        reason=reason,
    )


@app.command(
    "import",
    cls=Command,
    help=page(
        (
            "Masukkan kode dari pengode lain: jsonl, csv, atau xlsx dengan kolom source, quote (atau start "
            "dan end), code, stance; di jsonl boleh codes {KODE: sikap}.\n\nBoleh juga facet (aspek), causal "
            "(stated, implied, none), strength (1 sampai 3), gist, translation, reason. Facet, causal, dan strength "
            "yang dikosongkan diambil dari usulan mesin dengan kode yang sama pada kutipan yang sama atau "
            "bertindihan, bila ada.\n\nPada kode faktor, positif berarti faktor itu ada dan bekerja: “komputer "
            "kita banyak yang rusak” adalah positif untuk kurangnya sarana; negatif berarti faktor itu tidak ada."
        ),
        (
            "Take another coder's codings: jsonl, csv or xlsx with the columns source, quote (or start and end), "
            "code, stance; in jsonl also codes {CODE: stance}.\n\nAlso taken: facet, causal (stated, implied, "
            "none), strength (1 to 3), gist, translation, reason. Facet, causal and strength that are left empty are "
            "taken over from the machine's suggestion of the same code on the same or an overlapping passage, where "
            "there is one.\n\nOf a factor, positive means that the factor is at work: “many of our computers are "
            "broken” is positive for lack of equipment; negative means that it is not there."
        ),
        "kualcode code import emas.jsonl --coder Sari",
        "kualcode code import gold.jsonl --coder Sari",
    ),
)
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=t("Berkas kode.", "File of codings."))],
    coder: CoderName,
    factor_stance: Annotated[
        Literal["factor", "performance"],
        typer.Option(
            "--factor-stance",
            metavar="factor|performance",
            help=t(
                "Arti sikap pada faktor penghambat di berkas ini: factor, positif = hambatan itu ada; performance, "
                "negatif = hambatan itu ada (buruk bagi kinerja), dan dibalik saat masuk.",
                "What a stance on a hindering factor means in this file: factor, positive = the hindrance is there; "
                "performance, negative = it is there (bad for the work), and is turned round on the way in.",
            ),
        ),
    ] = "factor",
    dry_run: DryRun = False,
    project_file: ProjectFile = None,
    lang: Language = LANG,
    quiet: Quiet = False,
) -> int:
    from kualcode.workflow.coded_rows import import_codings

    with project(project_file, quiet=quiet) as store:
        done = import_codings(store, file, coder=coder, dry_run=dry_run, performance=factor_stance == "performance")
    bad = tell(done.problems)
    note(
        Bi(
            "{n} kode masuk, {same} sudah ada, {undecided} belum diputuskan siapa pun, {bad} tidak dapat dipakai.",
            "{n} codings taken, {same} were there, {undecided} that nobody had decided, {bad} cannot be used.",
        ).fill(n=done.taken, same=done.unchanged, undecided=done.undecided, bad=bad),
        quiet=quiet,
    )
    taken_over(done, quiet=quiet)
    return 1 if bad else 0


def taken_over(done: Imported, *, quiet: bool) -> None:
    """What an import took from the suggestions, how factors are read, and what looks turned round."""
    if done.taken_over:
        note(_TAKEN_OVER.fill(n=done.taken_over), quiet=quiet)
    if done.factors:
        note(_FACTORS, quiet=quiet)
    tell(done.warnings)


_TAKEN_OVER = Bi(
    "Diambil dari usulan: {n} kode mendapat sebab (causal), aspek (facet), atau kekuatan (strength) dari usulan mesin, "
    "yang dengan ini diterima oleh pengode; isi kolom itu di berkas untuk menentukannya sendiri.",
    "Taken over from the suggestion: {n} codings have cause (causal), facet or strength from the machine's suggestion, "
    "which the coder accepts herewith; fill those columns in the file to decide it yourself.",
)
_FACTORS = Bi(
    "Pada kode faktor, positif berarti faktor itu ada dan bekerja, negatif berarti tidak ada.",
    "Of factors, positive means that the factor is at work, negative that it is not there.",
)


def _decide(
    ids: list[str] | None,
    picked: filters.Chosen,
    coder: str,
    project_file: Path | None,
    *,
    dry_run: bool,
    quiet: bool,
    **decision: Unpack[Decision],
) -> None:
    from kualcode.store import Query
    from kualcode.workflow.decide import decide, told

    query = picked.query()
    if not ids and query == Query():
        raise UsageError(
            Bi("Kode mana yang dimaksud?", "Which codings are meant?"),
            Bi(
                "Beri ID, atau pilih dengan --code, --source, --status dan seterusnya.",
                "Give ids, or choose by --code, --source, --status and so on.",
            ),
        )
    with project(project_file, quiet=quiet) as store:
        done = decide(store, ids or (), query, coder=coder, dry_run=dry_run, **decision)
    _answer(done, coder, dry_run=dry_run, quiet=quiet)
    if not done and not query.status:
        note(
            Bi(
                "Penyaring hanya memilih usulan yang masih terbuka; yang sudah diputuskan dipilih dengan --status.",
                "Filters choose open suggestions only; what is decided is chosen with --status.",
            ),
            quiet=quiet,
        )
    elif not quiet:
        out(f"{say(line)}\n" for line in told(done, dry_run=dry_run))


def _answer(done: Sequence[Coding], coder: str, *, dry_run: bool, quiet: bool) -> None:
    from kualcode.workflow.tables import STATUS_NAMES

    status = STATUS_NAMES[done[0].status] if done else Bi("diputuskan", "decided")
    said = (
        Bi("Percobaan: {n} kode akan {status} oleh {coder}.", "Dry run: {n} codings would be {status} by {coder}.")
        if dry_run
        else Bi("{n} kode {status} oleh {coder}.", "{n} codings {status} by {coder}.")
    )
    note(said.fill(n=len(done), status=status, coder=coder), quiet=quiet)
