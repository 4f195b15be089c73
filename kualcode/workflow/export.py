"""Codings out of the project, as lines of a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from kualcode.errors import Bi, InvalidFile, KualcodeError, UsageError
from kualcode.exports.records import as_csv, as_json, as_jsonl
from kualcode.store import Query, Store
from kualcode.workflow import codebooks, evidence
from kualcode.workflow.records import CODING_COLUMNS, Record, Records
from kualcode.workflow.search import quotes
from kualcode.workflow.writing import ANOTHER, why

COLUMNS = (*CODING_COLUMNS, "line", "question", "code_name")
FORMS = ("csv", "json", "jsonl")


def lines(store: Store, form: str, query: Query, *, semicolon: bool = False) -> Iterator[str]:
    """The text of an export: csv and json hold one object a coding, jsonl one evidence record a line."""
    if form == "csv":
        return as_csv(_codings(store, query), COLUMNS, delimiter=";" if semicolon else ",")
    if form == "json":
        return as_json(_codings(store, query), "kualcode.codings/1")
    return as_jsonl(evidence.records(store, query))


def _codings(store: Store, query: Query) -> Iterator[Record]:
    """The records of codings with what a reader of a table needs: line, question and the code's name."""
    names = _code_names(store)
    for record, (coding, place) in zip(Records(store).codings(query), quotes(store, query), strict=True):
        yield {**record, "line": place.line, "question": place.question, "code_name": names.get(coding.code)}


def _code_names(store: Store) -> dict[str, str]:
    """Names of codes in the codebook's own language; none where the project has no sound codebook."""
    try:
        book, _ = codebooks.stored(store)
    except InvalidFile:
        return {}
    return {code.id: code.name.get("en" if book.primary_language == "en" else "id") for code in book.codes}


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
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise KualcodeError(
            Bi("{path} tidak dapat ditulis ({why}).", "{path} cannot be written ({why}).").fill(
                path=target, why=why(error)
            ),
            ANOTHER,
        ) from error
