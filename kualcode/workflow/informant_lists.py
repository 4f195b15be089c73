"""The lists of informants in a study folder: found by name or by columns, read together, the stricter consent first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kualcode import segment
from kualcode.errors import Bi, InvalidFile, KualcodeError, Problem
from kualcode.model import Extract, Informant
from kualcode.segment import Listed
from kualcode.sources import Skipped, candidates, holds, read
from kualcode.sources.own import is_ours

INFORMANTS = "informants.csv"
TABLES = (".csv", ".tsv", ".xlsx", ".xlsm")
_SHEETS = (*TABLES, ".ods", ".xls", ".xlsb", ".numbers")  # the last four cannot be read
_WORD = ".docx"
_MENTIONS = re.compile(rb"(?i)informan|narasumber|responden|partisipan|participant|setuju|kesediaan|bersedia|consent")
_PEOPLE_TEXT = (
    "informan narasumber responden partisipan informant informants respondent respondents participant participants"
)
# Words that make it a transcript, a guide or a form instead, whoever else is named.
_OTHER_TEXT = (
    "wawancara interview transkrip transkripsi transcript jawaban answers hasil pedoman guide pertanyaan questions "
    "observasi kuesioner angket koding coding kutipan quotes persetujuan surat lembar form formulir"
)
_PEOPLE, _OTHER = frozenset(_PEOPLE_TEXT.split()), frozenset(_OTHER_TEXT.split())
_LIST = frozenset(("daftar", "list", "tabel", "table", "rekap", "rekapitulasi"))
_MANY = frozenset(("informants", "respondents", "participants"))  # alone, they name a list too


@dataclass(frozen=True, slots=True)
class Lists:
    """What the lists of a folder say together; `paths` are the files, which are no sources."""

    people: tuple[Informant, ...] = ()
    problems: tuple[Problem, ...] = ()
    paths: tuple[Path, ...] = ()
    text: str = ""  # changes when any of the lists does


def load(folder: Path, *, deep: bool = True) -> Lists:
    """Read every list of informants below a folder, or (`deep` off) right in it.

    A list is told by its name (informants.csv, daftar informan.xlsx) or by its columns. Raises InvalidFile for a list
    from which nobody can tell who refused, and for what is called one but cannot be read where no other is there.
    """
    extracts: dict[Path, Extract] = {}
    unread: list[tuple[Path, KualcodeError | None]] = []
    for path in _files(folder, deep=deep):
        try:
            extract = _extract(path, path.parent == folder)
        except KualcodeError as error:
            unread.append((path, error))
            continue
        if extract is not None:
            extracts[path] = extract
        elif path.suffix.lower() not in TABLES and is_called(path) and not is_ours(path):
            unread.append((path, None))
    if unread and not (extracts and all(path.suffix.lower() not in TABLES for path, _ in unread)):
        raise _unreadable(*unread[0], folder)
    return _together(folder, extracts, [path for path, _ in unread])


def _together(folder: Path, extracts: dict[Path, Extract], unread: Sequence[Path]) -> Lists:
    """informants.csv of the folder first, then the rest by name."""
    paths = sorted(extracts, key=lambda path: (path != folder / INFORMANTS, path))
    lists = []
    for path in paths:
        name = _name(path, folder)
        lists.append(Listed(name, *segment.informants_csv(extracts[path], name)))
    people, differ = segment.joined(lists)
    used = ", ".join(one.name for one in lists)
    passed = [Skipped(_name(path, folder), _PASSED.fill(used=used), _SAVE) for path in unread]
    problems = (*(problem for one in lists for problem in one.problems), *differ, *passed)
    return Lists(people, problems, (*paths, *unread), "\0".join(extracts[path].text for path in paths))


def _files(folder: Path, *, deep: bool) -> Iterator[Path]:
    if deep:
        yield from candidates(folder, INFORMANTS)
    elif folder.is_dir():
        yield from sorted(path for path in folder.iterdir() if path.is_file() and is_called(path))


def is_called(path: Path) -> bool:
    """Whether a file's name says that it is a list of informants.

    Outside of spreadsheets it takes a word for a list as well, for a transcript may be called "Informan 1".
    """
    if path.name.lower() == INFORMANTS:
        return True
    words = frozenset(re.findall(r"[^\W\d_]+", path.stem.casefold()))
    if path.name.startswith((".", "~$")) or not _PEOPLE & words or _OTHER & words:
        return False
    if path.suffix.lower() in _SHEETS or words <= _MANY:
        return True
    return bool(_LIST & words) and not re.search(r"\d\)?\Z", path.stem)


def _extract(path: Path, top: bool) -> Extract | None:
    """What a file holds where it is a list; None for any other. Raises KualcodeError for a list that cannot be read."""
    suffix, called = path.suffix.lower(), is_called(path)
    if path.name.lower() == INFORMANTS:
        return read(path)
    if suffix in TABLES and (called or holds(path, _MENTIONS)):
        return _list(path, called)
    if suffix == _WORD and (top or called):
        return _list(path, called)
    return None


def _list(path: Path, called: bool) -> Extract | None:
    if is_ours(path):
        return None
    try:
        extract = read(path)
    except KualcodeError:
        if called:
            raise
        return None  # as a source it is told why
    if segment.is_list(extract, path.stem):
        return extract
    sheet = called and path.suffix.lower() in TABLES and not segment.speaks(extract)
    return extract if sheet else None  # whose columns will be told to be missing


def _unreadable(path: Path, error: KualcodeError | None, folder: Path) -> InvalidFile:
    name = _name(path, folder)
    if error is not None:
        return InvalidFile(_BROKEN.fill(name=name), [Problem(name, error.what, error.fix)])
    return InvalidFile(_BROKEN.fill(name=name), [Problem(name, _NO_TABLE, _SAVE)])


def _name(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()


_BROKEN = Bi(
    "{name} tampak seperti daftar informan tetapi tidak dapat dibaca, jadi tidak jelas siapa yang menolak; tidak ada "
    "yang disimpan.",
    "{name} looks like the list of informants but cannot be read, so it is not clear who refused; nothing was stored.",
)
_NO_TABLE = Bi("Tidak ada tabel informan yang terbaca.", "No table of informants can be read in it.")
_SAVE = Bi(
    "Simpan sebagai xlsx atau csv dengan kolom kode, jabatan, persetujuan; bila bukan daftar informan, ganti namanya.",
    "Save it as xlsx or csv with the columns code, position, consent; if it is no list of informants, rename it.",
)
_PASSED = Bi(
    "Tampak seperti daftar informan; yang dibaca: {used}.", "Looks like a list of informants; read was {used}."
)
