"""A folder of findings: written whole or not at all, and never over what a person has edited since."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kualcode.analysis.narrative import trace
from kualcode.errors import Bi, KualcodeError, UsageError
from kualcode.text import sha256

TRACE = "jejak.json"


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in the folder now, and which of it was there already, byte for byte."""

    folder: Path
    written: tuple[str, ...]
    unchanged: tuple[str, ...]


def read_trace(folder: Path) -> dict[str, Any] | None:
    """The trace of a folder; None where there is none that kualcode wrote."""
    try:
        value = json.loads((folder / TRACE).read_bytes())
    except (OSError, ValueError):
        return None
    sound = isinstance(value, dict) and value.get("schema") == trace.SCHEMA and isinstance(value.get("files"), dict)
    return value if sound else None


def write_all(folder: Path, files: Mapping[str, bytes], *, force: bool = False) -> Written:
    """Write files into a folder, which is made where it is not there.

    Raises UsageError, with nothing written, where files were edited since they were written or are not kualcode's,
    unless `force`; KualcodeError where the folder cannot be written.
    """
    try:
        there = {name: (folder / name).read_bytes() for name in files if (folder / name).is_file()}
    except OSError as error:
        raise _unwritable(folder, error) from error
    new = {name: data for name, data in files.items() if there.get(name) != data}
    if not force:
        _refuse_edited(folder, {name: there[name] for name in new if name in there})
    try:
        _write(folder, new)
    except OSError as error:
        raise _unwritable(folder, error) from error
    return Written(folder, tuple(new), tuple(name for name in files if name not in new))


def _refuse_edited(folder: Path, there: Mapping[str, bytes]) -> None:
    """Raises UsageError that names every file whose bytes are not those that kualcode wrote."""
    known = read_trace(folder)
    hashes = known["files"] if known else {}
    edited = [
        name for name, data in there.items() if hashes.get(name) != sha256(data) and not (name == TRACE and known)
    ]
    if edited:
        raise UsageError(
            Bi(
                "Sudah disunting, atau bukan tulisan kualcode: {names} (di {folder}). Tidak ada yang ditulis.",
                "Edited since, or not written by kualcode: {names} (in {folder}). Nothing was written.",
            ).fill(names=", ".join(edited), folder=folder),
            Bi(
                "Pilih folder lain dengan -o, atau --force untuk menimpanya.",
                "Choose another folder with -o, or --force to overwrite.",
            ),
        )


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    """First all of it beside its place, then into place, the trace last: a broken run shows by its hashes."""
    folder.mkdir(parents=True, exist_ok=True)
    ready = {name: folder / f".{name}.part" for name in files}
    try:
        for name, path in ready.items():
            path.write_bytes(files[name])
        for name in sorted(files, key=lambda name: (name == TRACE, name)):
            ready[name].replace(folder / name)
    finally:
        for path in ready.values():
            path.unlink(missing_ok=True)


def _unwritable(folder: Path, error: OSError) -> KualcodeError:
    return KualcodeError(
        Bi("{folder} tidak dapat ditulis ({why}).", "{folder} cannot be written ({why}).").fill(
            folder=folder, why=error.strerror or ""
        ),
        Bi(
            "Pilih folder lain, atau tutup program yang membukanya.",
            "Choose another folder, or close the program that has it open.",
        ),
    )
