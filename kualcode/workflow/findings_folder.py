"""A folder of findings: written whole or not at all, and never over what a person has edited since."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kualcode.analysis.narrative import trace
from kualcode.errors import Bi, KualcodeError, UsageError
from kualcode.sources import discover
from kualcode.sources.own import is_ours
from kualcode.store import Store
from kualcode.text import sha256
from kualcode.workflow.project import root
from kualcode.workflow.writing import ANOTHER, why

TRACE = "jejak.json"
_OWN = frozenset(  # a damaged trace does not make them sources
    ("temuan.id.md", "findings.en.md", "belum_dapat_disimpulkan.md", "matriks_triangulasi.csv", "temuan.docx")
)
FORMS = ("md", "docx", "html")  # in which the text of the findings is written


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
    except (OSError, ValueError, RecursionError):  # the last for brackets without end
        return None
    return value if _is_sound(value) else None


def _is_sound(value: object) -> bool:
    """Whether a trace has the parts that are read of it, each of its kind."""
    if not isinstance(value, dict) or value.get("schema") != trace.SCHEMA or not isinstance(value.get("files"), dict):
        return False
    forms = _part(value, "options").get("forms", [])
    return (
        all(isinstance(value.get(name, {}), dict) for name in ("options", "run", "evidence"))
        and all(isinstance(one, str) for one in value["files"].values())
        and isinstance(forms, list)
        and all(form in FORMS for form in forms)
    )


def _part(value: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = value.get(name)
    return part if isinstance(part, dict) else {}


def write_all(folder: Path, files: Mapping[str, bytes], *, force: bool = False) -> Written:
    """Write files into a folder, which is made where it is not there.

    Raises UsageError, with nothing written, where files were edited since they were written or are not kualcode's,
    unless `force`; KualcodeError where the folder cannot be written.
    """
    _refuse_folders(folder, files)
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


def refuse_sources(folder: Path, store: Store) -> None:
    """Raises UsageError for a folder that would be taken for findings although sources are in it.

    Whatever lies beside a trace is passed over by `tag`: the study folder, one above it, and one with sources in it.
    """
    study, target = root(store), folder.resolve()
    names = store.source_names(include_hidden=True)
    within = any((study / name).is_relative_to(target) for name in names)
    if within or (target.is_relative_to(study) and _holds_others(target)):
        raise UsageError(_SOURCES.fill(folder=folder), _ELSEWHERE)


def _holds_others(folder: Path) -> bool:
    """Whether a folder without kualcode's trace holds files that would be read as sources."""
    if read_trace(folder) is not None or not folder.is_dir():
        return False
    return any(path.name not in _OWN and not is_ours(path) for path in discover([folder], folder)[0])


def _refuse_folders(folder: Path, names: Iterable[str]) -> None:
    """Raises KualcodeError where a folder stands in the place of a file."""
    places = [name for name in names if (folder / name).is_dir()]
    if places:
        raise KualcodeError(_IS_FOLDER.fill(names=", ".join(places), folder=folder), _RENAME)


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
            with suppress(OSError):  # a disk that has become read-only
                path.unlink(missing_ok=True)


def _unwritable(folder: Path, error: OSError) -> KualcodeError:
    return KualcodeError(
        Bi("{folder} tidak dapat ditulis ({why}).", "{folder} cannot be written ({why}).").fill(
            folder=folder, why=why(error)
        ),
        ANOTHER,
    )


_SOURCES = Bi(
    "{folder} ialah folder studi atau memuat sumber; temuan di situ membuat sumbernya terlewati oleh kualcode tag. "
    "Tidak ada yang ditulis.",
    "{folder} is the study folder or holds sources; findings there would make kualcode tag pass the sources over. "
    "Nothing was written.",
)
_ELSEWHERE = Bi("Pilih folder tersendiri, misalnya -o temuan", "Choose a folder of their own, such as -o temuan")
_IS_FOLDER = Bi(
    "Di {folder} ada folder bernama {names}, padahal itu nama berkas temuan. Tidak ada yang ditulis.",
    "In {folder} there is a folder called {names}, which is the name of a file of findings. Nothing was written.",
)
_RENAME = Bi("Ganti nama folder itu, atau pilih -o lain.", "Rename that folder, or choose another -o.")
