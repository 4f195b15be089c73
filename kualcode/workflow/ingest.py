"""Files into the project: read, understood, described, stored; the same file again is a no-op."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kualcode import segment
from kualcode.errors import Bi, Problem, SourceError
from kualcode.model import Extract, Source, SourceInfo
from kualcode.sources import discover, read
from kualcode.store import Added, Store
from kualcode.text import sha256
from kualcode.workflow.study import Study

_SAME = Bi("Isinya sama dengan {other}, yang sudah masuk; tidak dimasukkan dua kali.",
           "Its content equals {other}, which is in already; it is not taken twice.")
_SAME_FIX = Bi("Hapus salah satu salinannya dari folder.", "Remove one of the copies from the folder.")
_UNREADABLE = Bi("Berkas tidak dapat dibaca ({why}).", "The file cannot be read ({why}).")
_UNREADABLE_FIX = Bi("Tutup program yang membukanya, lalu coba lagi.",
                     "Close the program that has it open, then try again.")


@dataclass(frozen=True, slots=True)
class Read:
    """One file's way in: what became of it, or the problem with it."""

    name: str
    outcome: Added | None
    problem: Problem | None = None
    notes: tuple[Bi, ...] = ()
    source: Source | None = None                # as read; None when nothing was read


def find(paths: Sequence[Path], folder: Path) -> tuple[list[Path], list[Problem]]:
    """The files to read, in a fixed order, and what was named but cannot be taken."""
    return discover(paths or [folder], folder)


def ingest(store: Store, path: Path, folder: Path, study: Study, *, encoding: str | None = None,
           afresh: bool = False) -> Read:
    """Take one file in. Never raises for what is wrong with the file: that is in the result.

    `afresh` reads an unchanged file again, since what is known about the sources has changed.
    """
    name = source_name(path, folder)
    try:
        digest = sha256(path.read_bytes())
        known = store.known_file(digest)
        if known == name and not afresh:
            return Read(name, "unchanged")
        if known is not None and known != name and known in store.source_names(include_hidden=True):
            return Read(name, None, Problem(name, _SAME.fill(other=known), _SAME_FIX))
        source = understand(path, name, digest, study, encoding=encoding)
        return Read(name, store.add_source(source), notes=source.notes, source=source)
    except SourceError as error:
        return Read(name, None, Problem(name, error.what, error.fix))
    except OSError as error:
        return Read(name, None, Problem(name, _UNREADABLE.fill(why=error.strerror or ""), _UNREADABLE_FIX))


def understand(path: Path, name: str, digest: str, study: Study, *, encoding: str | None = None) -> Source:
    """Read a file and work out its turns and attributes. Raises SourceError."""
    extract = read(path, encoding=encoding)
    return describe(extract, name, digest, study)


def describe(extract: Extract, name: str, digest: str, study: Study) -> Source:
    """A source from what a reader took out of its file."""
    parts = tuple(name.split("/"))
    listed = study.sources.get(name) or study.sources.get(parts[-1]) or SourceInfo()
    hinted = listed.merged(segment.info(parts, (), extract.meta))
    reading = segment.turns(extract, hinted.source_type, study.config.language)
    info = listed.merged(segment.info(parts, reading.header, extract.meta))
    return Source(name, extract.format, digest, extract.text, sha256(extract.text), info, reading.turns,
                  (*extract.notes, *reading.notes))


def source_name(path: Path, folder: Path) -> str:
    """The path below the study folder, with /; for a file elsewhere its folder's name and its own."""
    try:
        return path.resolve().relative_to(folder.resolve()).as_posix()
    except ValueError:
        return f"{path.resolve().parent.name}/{path.name}"
