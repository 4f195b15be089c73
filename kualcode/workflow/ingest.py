"""Files into the project: read, understood, described, stored; the same file again is a no-op."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kualcode import segment
from kualcode.errors import Bi, InvalidFile, NotFound, Problem, SourceError
from kualcode.exports.labels import EVIDENCE_ID
from kualcode.model import Extract, Source, SourceInfo
from kualcode.sources import OWN_FILE, OWN_FIX, Skipped, discover, read
from kualcode.sources.own import is_ours
from kualcode.store import Added, Query, Store
from kualcode.text import sha256
from kualcode.workflow.informant_lists import INFORMANTS
from kualcode.workflow.records import CODING_COLUMNS
from kualcode.workflow.study import SOURCES, Study, closed, spelled
from kualcode.workflow.understand import divided, listed_as, understand
from kualcode.workflow.words import near_source

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
_OUTSIDE = Bi("Berkas ini di luar folder studi {folder}.", "This file is outside the study folder {folder}.")
_COPY_IN = Bi(
    "Salin ke folder studi itu, atau jalankan `kualcode tag` pada foldernya sendiri untuk proyek tersendiri.",
    "Copy it into that folder, or run `kualcode tag` on its own folder for a project of its own.",
)
_NO_FILE = Bi("Berkas “{name}” tidak ada.", "There is no file “{name}”.")
_MEANT = Bi("Mungkin maksudnya “{guess}”?", "Did you mean “{guess}”?")
_WRITE_NAME = Bi("Tulis nama berkas seperti di folder studi.", "Write the name of the file as in the study folder.")
_DECIDED = Bi(
    "Isi berkas ini sudah berubah; teks lama, yang menjadi dasar keputusan orang, dipertahankan.",
    "The content of this file has changed; the old text, on which people's decisions rest, is kept.",
)
_DECIDED_FIX = Bi(
    "Kembalikan isi lamanya, atau buat proyek baru (kualcode init) di folder lain untuk yang sudah diperbaiki. "
    "Versi baru dari teks yang sama akan diterima oleh kualcode yang akan datang.",
    "Put its old content back, or make a new project (kualcode init) in another folder for the corrected one. "
    "A later kualcode will take a new version of the same text.",
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


def find(paths: Sequence[Path], folder: Path, study: Study) -> tuple[list[Path], list[Problem]]:
    """The files to read, in a fixed order, and what was named but cannot be taken: nothing outside the folder.

    Lists of informants are read as such; only one that was named is told not to be a source.
    """
    lists = {path.resolve() for path in study.lists}
    found, left = discover(paths or [folder], folder)
    files = [path for path in found if path.resolve() not in lists]
    named = [path for path in paths if path.resolve() in lists and path.name.lower() != INFORMANTS]
    left += [Problem(source_name(path, folder) or path.name, OWN_FILE, OWN_FIX) for path in named]
    left = [problem for problem in left if not (isinstance(problem, Skipped) and _is_list(problem, folder, lists))]
    inside = [path for path in files if source_name(path, folder) is not None]
    outside = [Problem(str(path), _OUTSIDE.fill(folder=folder), _COPY_IN) for path in files if path not in inside]
    return inside, [*left, *outside]


def _is_list(problem: Problem, folder: Path, lists: set[Path]) -> bool:
    """Whether a file that was passed over is a list of informants, of which more has been said."""
    return (folder / problem.where).resolve() in lists


def once_taken(store: Store, folder: Path, study: Study) -> list[Problem]:
    """Lists of informants that came in as sources before they could be told to be lists."""
    names = set(store.source_names(include_hidden=True))
    return [Problem(name, _ONCE_TAKEN, _ANEW) for path in study.lists if (name := source_name(path, folder)) in names]


def missing(store: Store, folder: Path, study: Study) -> list[Problem]:
    """Rows of sources.csv about files that are neither in the folder nor in the project."""
    if not study.sources:
        return []
    files, left = discover([folder], folder)
    names = [*store.source_names(include_hidden=True), *(source_name(path, folder) or "" for path in files)]
    names += [problem.where for problem in left]
    known = {*names, *(name.rpartition("/")[2] for name in names)}
    return [_no_file(name, sorted(names)) for name in sorted(study.sources) if name not in known]


def _no_file(name: str, names: Iterable[str]) -> Problem:
    guess = near_source(name, names)
    fix = _MEANT.fill(guess=guess) if guess else _WRITE_NAME
    return Problem(SOURCES, _NO_FILE.fill(name=name), fix)


_REFUSALS = Bi(
    "Tabel di dalamnya menyebut informan yang menolak, yang tidak ada di daftar informan.",
    "A table in it names informants who refused, which no list of informants does.",
)
_TO_THE_TOP = Bi(
    "Beri nama “daftar informan.docx”, atau salin tabelnya ke informants.csv, lalu jalankan lagi.",
    "Call it “daftar informan.docx”, or copy its table into informants.csv, then run again.",
)
_ONCE_TAKEN = Bi(
    "Daftar informan ini dahulu masuk proyek sebagai sumber dan masih ada di dalamnya.",
    "This list of informants once came in as a source and is still in the project.",
)
_ANEW = Bi(
    "Keluarkan keputusan (`kualcode export`), pindahkan berkas .kual, lalu `kualcode tag` dan `kualcode code import`.",
    "Export decisions (`kualcode export`), move the .kual file away, then `kualcode tag` and `kualcode code import`.",
)


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
        """Take one file in, which lies in the study folder."""
        name = source_name(path, self._folder) or path.name
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
        self._check_kept(source)
        outcome = self._store.add_source(source)
        now = self._store.source(source.name, include_hidden=True)
        kept = (_TURNS_KEPT,) if now.turns != source.turns else ()
        if outcome == "unchanged":
            return Read(source.name, outcome, notes=kept)
        return Read(source.name, outcome, notes=(*source.notes, *kept), source=now)

    def _check_kept(self, source: Source) -> None:
        """Refuse another text for a source on which people have decided. Raises SourceError."""
        try:
            stored = self._store.source(source.name, include_hidden=True)
        except NotFound:
            return
        if stored.text_sha256 == source.text_sha256:
            return
        rows = self._store.codings(Query(source=source.name), include_hidden=True)
        if any(row.source == source.name and row.status != "suggested" for row in rows):
            raise SourceError(_DECIDED, _DECIDED_FIX)

    # ------------------------------------------------------------ understanding
    def _understood(self, path: Path, name: str, digest: str) -> Source:
        """Read a file and work out its turns and attributes. Raises SourceError."""
        if is_ours(path):
            raise SourceError(_EXPORT)
        extract = read(path, encoding=self._encoding)
        if _is_export(extract):
            raise SourceError(_EXPORT)
        self._check_refusals(extract, name)
        known, reading = understand(extract, name, self._study, self._store.corrections(name))
        info = self._spelled(known)
        turns = tuple(replace(turn, informant=self._speaker(turn.informant, name)) for turn in reading.turns)
        return Source(
            *(name, extract.format, digest, extract.text, sha256(extract.text), info, turns),
            (*extract.notes, *reading.notes),
        )

    def _check_refusals(self, extract: Extract, name: str) -> None:
        """Refuse a Word file whose table says that somebody refused of whom no list says so. Raises SourceError."""
        if extract.format != "docx" or not segment.is_list(extract, Path(name).stem):
            return
        try:
            people, _ = segment.informants_csv(extract, name)
        except InvalidFile:
            return
        shut = [person.code for person in people if person.consent in segment.CLOSED]
        if {spelled(code, self._people) for code in shut} - self._closed:
            raise SourceError(_REFUSALS, _TO_THE_TOP)

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
    """Whether a table is a csv that kualcode wrote; it lies in the study folder and must not come back in."""
    head = extract.tables[0].rows[0] if extract.tables and extract.tables[0].rows else ()
    names = tuple(extract.text[cell.start : cell.end] for cell in head)
    codings = names[: len(CODING_COLUMNS)] == CODING_COLUMNS  # an export may add columns of its own
    return codings or names[-1:] in ((EVIDENCE_ID.id,), (EVIDENCE_ID.en,))


def source_name(path: Path, folder: Path) -> str | None:
    """The path below the study folder, with /; None for a file elsewhere, which has no name of its own there."""
    place = path.parent.resolve() / path.name  # a link is named by itself, not by what it leads to
    for file, top in ((place, folder.resolve()), (path.absolute(), folder.absolute())):
        if file.is_relative_to(top) and ".." not in file.relative_to(top).parts:
            return file.relative_to(top).as_posix()
    return None
