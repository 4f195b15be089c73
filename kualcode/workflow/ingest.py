"""Files into the project: read, understood, described, stored; the same file again is a no-op."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kualcode.errors import Bi, Problem, SourceError
from kualcode.model import Extract, Source, SourceInfo
from kualcode.sources import Skipped, discover, read
from kualcode.store import Added, Store
from kualcode.text import sha256
from kualcode.workflow.records import CODING_COLUMNS
from kualcode.workflow.study import Study, closed, spelled
from kualcode.workflow.understand import divided, listed_as, understand

_SAME = Bi("Isinya sudah masuk dengan nama {other}.", "Its content is in already, as {other}.")
_SAME_FIX = Bi("Nama itu tetap dipakai.", "That name stays.")
_EXPORT = Bi("Ini ekspor kualcode sendiri, bukan sumber.", "This is kualcode's own export, not a source.")
_UNREADABLE = Bi("Berkas tidak dapat dibaca ({why}).", "The file cannot be read ({why}).")
_UNREADABLE_FIX = Bi(
    "Tutup program yang membukanya, lalu coba lagi.", "Close the program that has it open, then try again."
)
_TURNS_KEPT = Bi(
    "giliran bicaranya tetap seperti semula, karena keputusan orang bertumpu padanya.",
    "its turns stay as they were, since people's decisions rest on them.",
)
_NUMBERED = re.compile(r"N\d+")  # what a reading calls informants that a file leaves without a code


@dataclass(frozen=True, slots=True)
class Read:
    """One file's way in: what became of it, or the problem with it."""

    name: str
    outcome: Added | None
    problem: Problem | None = None  # a Skipped is no failure
    notes: tuple[Bi, ...] = ()
    source: Source | None = None  # as stored; None when nothing of it is new
    closed: bool = False  # its informant refused or withdrew


def find(paths: Sequence[Path], folder: Path) -> tuple[list[Path], list[Problem]]:
    """The files to read, in a fixed order, and what was named but cannot be taken."""
    return discover(paths or [folder], folder)


class Intake:
    """The way in for the files of one run. Nothing raises for what is wrong with a file: that is in the result."""

    def __init__(
        self, store: Store, folder: Path, study: Study, *, encoding: str | None = None, afresh: bool = False
    ) -> None:
        """`afresh` describes unchanged files again, since what is known about the sources has changed.

        `encoding` reads them again, for their text was decoded wrongly.
        """
        self._store, self._folder, self._study = store, folder, study
        self._encoding, self._afresh = encoding, afresh
        self._closed = closed(store, study)
        self._people = [*(person.code for person in study.informants), *store.informants()]

    def file(self, path: Path) -> Read:
        """Take one file in."""
        name = source_name(path, self._folder)
        try:
            return self._file(path, name)
        except SourceError as error:
            kind = Skipped if error.what == _EXPORT else Problem
            return Read(name, None, kind(name, error.what, error.fix))
        except OSError as error:
            why = error.strerror or type(error).__name__
            return Read(name, None, Problem(name, _UNREADABLE.fill(why=why), _UNREADABLE_FIX))

    def _file(self, path: Path, name: str) -> Read:
        digest = file_digest(path)
        known = self._store.known_file(digest)
        if known is not None and self._store.info(known).informant in self._closed and not self._afresh:
            return Read(name, None, closed=True)
        if known == name and self._encoding is None:
            return self.again(name, path=path) if self._afresh else Read(name, "unchanged")
        if known is not None and known != name:
            return Read(name, None, Skipped(name, _SAME.fill(other=known), _SAME_FIX))
        return self._take(self._understood(path, name, digest))

    def again(self, name: str, *, path: Path | None = None, divide: bool = False) -> Read:
        """Describe a source that is in once more; its text never changes.

        From its file where it is there unchanged, else from the stored text, which is only divided into turns
        again when its type has changed (or `divide` says so).
        """
        stored = self._store.source(name, include_hidden=True)
        source = self._from_file(stored, path or self._folder / name)
        return self._take(source or self._from_text(stored, divide=divide))

    def _take(self, source: Source) -> Read:
        said = self._store.corrections(source.name)
        if said.get("informant", source.info.informant) in self._closed:
            return Read(source.name, None, closed=True)
        outcome = self._store.add_source(source)
        now = self._store.source(source.name, include_hidden=True)
        kept = (_TURNS_KEPT,) if now.turns != source.turns else ()
        if outcome == "unchanged":
            return Read(source.name, outcome, notes=kept)
        return Read(source.name, outcome, notes=(*source.notes, *kept), source=now)

    # ------------------------------------------------------------ understanding
    def _understood(self, path: Path, name: str, digest: str) -> Source:
        """Read a file and work out its turns and attributes. Raises SourceError."""
        extract = read(path, encoding=self._encoding)
        if _is_export(extract):
            raise SourceError(_EXPORT)
        known, reading = understand(extract, name, self._study, self._store.corrections(name))
        info = self._spelled(known)
        turns = tuple(replace(turn, informant=self._speaker(turn.informant, name)) for turn in reading.turns)
        return Source(
            *(name, extract.format, digest, extract.text, sha256(extract.text), info, turns),
            (*extract.notes, *reading.notes),
        )

    def _speaker(self, code: str | None, name: str) -> str | None:
        """An informant's code as informants.csv writes it; one who has none (N1, N2 ...) is told apart by the
        file as well."""
        known = spelled(code, self._people)
        if known is None or known in self._people or not _NUMBERED.fullmatch(known):
            return known
        return f"{Path(name).stem}/{known}"

    def _spelled(self, info: SourceInfo) -> SourceInfo:
        return replace(info, informant=spelled(info.informant, self._people))

    def _from_file(self, stored: Source, path: Path) -> Source | None:
        """The source as its file gives it now; None where the file is gone or would give another text."""
        try:
            if not path.is_file() or file_digest(path) != stored.file_sha256:
                return None
            source = self._understood(path, stored.name, stored.file_sha256)
        except (SourceError, OSError):
            return None
        return source if source.text_sha256 == stored.text_sha256 else None

    def _from_text(self, stored: Source, *, divide: bool) -> Source:
        read_before = self._store.read_info(stored.name)
        info = self._spelled(listed_as(stored.name, self._study).merged(read_before))
        if not divide and info.source_type == read_before.source_type:
            return replace(stored, info=info)
        said = self._store.corrections(stored.name).get("source_type", info.source_type)
        reading = divided(Extract(stored.format, stored.text), said, self._study)
        return replace(stored, info=info, turns=reading.turns, notes=reading.notes)


def file_digest(path: Path) -> str:
    """The SHA-256 of a file's bytes. Raises SourceError for what is no ordinary file, OSError."""
    if not path.is_file():
        read(path)  # says what it is; a pipe would keep us waiting for ever
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _is_export(extract: Extract) -> bool:
    """Whether a table is what `export csv` writes; it lies in the study folder and must not come back in."""
    head = extract.tables[0].rows[0] if extract.tables and extract.tables[0].rows else ()
    return tuple(extract.text[cell.start : cell.end] for cell in head) == CODING_COLUMNS


def source_name(path: Path, folder: Path) -> str:
    """The path below the study folder, with /; for a file elsewhere its folder's name and its own."""
    place = path.parent.resolve() / path.name  # a link is named by itself, not by what it leads to
    try:
        return place.relative_to(folder.resolve()).as_posix()
    except ValueError:
        return f"{place.parent.name}/{place.name}"
