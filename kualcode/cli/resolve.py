"""resolve: contradictions, and what the researcher writes about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kualcode.cli.common import AsJson, Language, ProjectFile, Quiet, machine, note, project, shown, take_in
from kualcode.cli.language import LANG, page, t
from kualcode.errors import Bi, UsageError

if TYPE_CHECKING:
    from kualcode.store import Store


def resolve(
    target: Annotated[
        str | None,
        typer.Argument(
            metavar=t("[SASARAN]", "[TARGET]"),
            help=t(
                "Kode, atau ID pertentangan (N1-3f9a2c); tanpa ini semuanya ditampilkan.",
                "A code, or the id of a contradiction (N1-3f9a2c); without it all are shown.",
            ),
        ),
    ] = None,
    rule: Annotated[
        str | None,
        typer.Option(
            "--rule",
            metavar=t("ATURAN", "RULE"),
            help=t(
                (
                    "Aturannya, bila ada beberapa pada sasaran itu: DISSONANCE, N1, N2, N5, T1, T3, LABEL; "
                    "semua: satu keputusan untuk semuanya, kecuali LABEL."
                ),
                (
                    "The rule, where several concern the target: DISSONANCE, N1, N2, N5, T1, T3, LABEL; "
                    "all: one decision for all of them but LABEL."
                ),
            ),
        ),
    ] = None,
    decision: Annotated[
        str | None,
        typer.Option(
            "--decision",
            metavar=t("KEPUTUSAN", "DECISION"),
            help=t(
                "pilih_satu, keduanya_benar, pisah, atau tarik.",
                "prefer, both_true, split or retract.",
            ),
        ),
    ] = None,
    rationale: Annotated[
        str | None,
        typer.Option(
            "--rationale",
            metavar=t("TEKS", "TEXT"),
            help=t(
                "Alasannya, sedikitnya 40 huruf dan 5 kata berbeda; tercetak di temuan.",
                "Why, in at least 40 characters and 5 different words; printed in the finding.",
            ),
        ),
    ] = None,
    side: Annotated[
        str | None,
        typer.Option(
            "--side",
            metavar=t("PIHAK", "SIDE"),
            help=t(
                "Dengan pilih_satu: teknik, kelompok peran, atau suara yang dipilih.",
                "With prefer: the technique, role group or voice preferred.",
            ),
        ),
    ] = None,
    coder: Annotated[
        str | None,
        typer.Option(
            "--coder",
            metavar=t("NAMA", "NAME"),
            envvar="KUALCODE_CODER",
            help=t("Siapa yang memutuskan.", "Who decides."),
        ),
    ] = None,
    member_check: Annotated[
        str | None,
        typer.Option(
            "--member-check",
            metavar=t("RUJUKAN", "REF"),
            help=t("Butir member check yang mendasarinya.", "The item of a member check that it rests on."),
        ),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(
            "--date",
            metavar=t("TTTT-BB-HH", "YYYY-MM-DD"),
            help=t("Tanggal keputusan; tanpa ini hari ini.", "Date of the decision; else today."),
        ),
    ] = None,
    undo: Annotated[bool, typer.Option("--undo", help=t("Hapus penyelesaiannya.", "Remove the resolution."))] = False,
    project_file: ProjectFile = None,
    as_json: AsJson = False,
    lang: Language = LANG,
    quiet: Quiet = False,
) -> None:
    said = {
        "--decision": decision,
        "--rationale": rationale,
        "--side": side,
        "--member-check": member_check,
        "--date": date,
    }
    _check(target, {name for name, value in said.items() if value is not None}, rule, undo=undo)
    if target is None:
        take_in(project_file, quiet=quiet)
        with shown(project_file, quiet=quiet) as store:
            _show(store, as_json=as_json, quiet=quiet)
        return
    from kualcode.workflow import resolve as work

    who = _named(coder)
    given = None
    if not undo:
        given = work.answer(decision or "", rationale or "", side=side, date=date, member_check=member_check)
    take_in(project_file, quiet=quiet)
    with project(project_file, quiet=quiet) as store:
        if given is None:
            gone = work.undo(store, target, by=who, rule=rule)
            note(_UNDONE.fill(rule=gone.rule, target=gone.target), quiet=quiet)
            return
        done = work.resolve(store, target, given, by=who, today=_today(), rule=rule)
        told = _WITHDRAWN if done.decision == "retract" else _DONE
        note(told.fill(rule=done.rule, target=done.target, what=work.DECISIONS[done.decision], by=done.by), quiet=quiet)
        if done.also:
            from kualcode.workflow.resolve_shown import covers

            note(covers(done), quiet=quiet)
        for code in work.open_above(store, done):
            note(_ABOVE.fill(code=code), quiet=quiet)


def _show(store: Store, *, as_json: bool, quiet: bool) -> None:
    """Every contradiction, with what was written about it."""
    from kualcode.cli import render
    from kualcode.workflow.resolve import contradictions
    from kualcode.workflow.resolve_shown import as_json as records
    from kualcode.workflow.resolve_shown import grid

    found = contradictions(store)
    if as_json:
        machine(records(store, found))
        return
    table = grid(store, found)
    if table.rows or table.notes:
        render.grid(table)
    note(_OPEN.fill(n=sum(one.resolved is None for one in found)) if found else _NONE, quiet=quiet)


def _check(target: str | None, given: set[str], rule: str | None, *, undo: bool) -> None:
    """Options that go together. Raises UsageError."""
    if target is None and (given or rule or undo):
        raise UsageError(_WHICH, _EXAMPLE)
    if undo and given:
        raise UsageError(
            Bi("--undo tidak memakai {names}.", "--undo goes without {names}.").fill(names=", ".join(sorted(given)))
        )
    missing = [name for name in ("--decision", "--rationale") if name not in given]
    if target is not None and not undo and missing:
        raise UsageError(Bi("Belum ditulis: {names}.", "Missing: {names}.").fill(names=", ".join(missing)), _EXAMPLE)


def _named(coder: str | None) -> str:
    if not coder:
        raise UsageError(
            Bi("Belum ditulis: --coder.", "Missing: --coder."),
            Bi("Beri nama orang, misalnya --coder Ani.", "Give a person's name, for instance --coder Ani."),
        )
    return coder


def _today() -> str:
    """The date where the researcher is."""
    from datetime import datetime

    return datetime.now().astimezone().date().isoformat()


_WHICH = Bi("Pertentangan mana yang dimaksud?", "Which contradiction is meant?")
_EXAMPLE = Bi(
    'Contoh: kualcode resolve LAY.CPT --decision keduanya_benar --rationale "..." --coder Ani',
    'Example: kualcode resolve LAY.CPT --decision both_true --rationale "..." --coder Ani',
)
_NONE = Bi("Tidak ada pertentangan.", "There are no contradictions.")
_OPEN = Bi("{n} pertentangan belum diselesaikan.", "{n} contradictions are not resolved.")
_DONE = Bi(
    "{rule} pada {target}: {what}, menurut {by}. Alasannya tercetak di temuan, yang paling jauh dapat dinyatakan "
    "dengan catatan (QUALIFY).",
    "{rule} on {target}: {what}, says {by}. The rationale is printed in the finding, which may at most be stated with "
    "a reservation (QUALIFY).",
)
_WITHDRAWN = Bi(
    "{rule} pada {target}: {what}, menurut {by}. Temuannya ditarik: tetap belum dapat disimpulkan (BLOCK).",
    "{rule} on {target}: {what}, says {by}. The finding is withdrawn: no conclusion stands (BLOCK).",
)
_ABOVE = Bi(
    "{code} di atasnya masih bertentangan: kualcode resolve {code}",
    "{code} above it is still contradictory: kualcode resolve {code}",
)
_UNDONE = Bi(
    "Penyelesaian {rule} pada {target} dihapus; pertentangannya kembali terbuka.",
    "The resolution of {rule} on {target} is removed; the contradiction is open again.",
)

COMMANDS = {
    "resolve": (
        resolve,
        page(
            (
                "Pertentangan yang ditemukan; dan penyelesaiannya dengan alasan tertulis, yang menurunkan BLOCK "
                "menjadi QUALIFY, tidak pernah lebih jauh; tarik membiarkannya BLOCK."
            ),
            (
                "Contradictions that were found; and their resolution by a written rationale, which lowers BLOCK to "
                "QUALIFY, never further; retract leaves it BLOCK."
            ),
            'kualcode resolve LAY.CPT --decision keduanya_benar --rationale "..." --coder Ani',
            'kualcode resolve LAY.CPT --decision both_true --rationale "..." --coder Ani',
        ),
    ),
}
