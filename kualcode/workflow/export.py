"""Codings out of the project, as lines of a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kualcode.errors import Bi, KualcodeError, UsageError
from kualcode.exports.records import as_csv, as_json, as_jsonl
from kualcode.store import Query, Store
from kualcode.workflow.records import CODING_COLUMNS, Records

FORMS = ("csv", "json", "jsonl")


def lines(store: Store, form: str, query: Query, *, semicolon: bool = False) -> Iterator[str]:
    """The text of an export: csv and json hold one object a coding, jsonl one evidence record a line."""
    records = Records(store)
    if form == "csv":
        return as_csv(records.codings(query), CODING_COLUMNS, delimiter=";" if semicolon else ",")
    if form == "json":
        return as_json(records.codings(query), "kualcode.codings/1")
    return as_jsonl(records.evidence(query))


def write(target: Path, made: Iterable[str], form: str, *, force: bool) -> None:
    """Write beside the target and move into place: a reader sees all of it or nothing.

    csv starts with a BOM, so that Excel reads it as UTF-8. Raises UsageError for a file that is there already.
    """
    if target.exists() and not force:
        raise UsageError(
            Bi("{path} sudah ada.", "{path} exists already.").fill(path=target),
            Bi("Beri nama lain, atau --force untuk menimpanya.", "Give another name, or --force to overwrite it."),
        )
    temporary = target.with_name(f".{target.name}.part")
    try:
        with temporary.open("w", encoding="utf-8-sig" if form == "csv" else "utf-8", newline="") as file:
            file.writelines(made)
        temporary.replace(target)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise KualcodeError(
            Bi("{path} tidak dapat ditulis ({why}).", "{path} cannot be written ({why}).").fill(
                path=target, why=error.strerror or ""
            ),
            Bi(
                "Pilih folder lain, atau tutup program yang membukanya.",
                "Choose another folder, or close the program that has it open.",
            ),
        ) from error
