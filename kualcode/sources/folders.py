"""Which files of a folder are sources, and what is said about the rest."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from kualcode.errors import Bi, Problem, SourceError
from kualcode.sources.reading import COPY_FIX, DENIED, DENIED_FIX, GONE, GONE_FIX, SUPPORTED, UNREADABLE
from kualcode.sources.unsupported import unsupported

Namer = Callable[[Path], str]

SKIPPED_FOLDERS = frozenset({".git", "kualcode-out", "__macosx"})
# Read by kualcode, not coded.
OWN = frozenset({"sources.csv", "informants.csv", "kualcode.yaml", "instrumen.xlsx", "instrument.xlsx"})
TRACE = "jejak.json"  # in a folder of findings that kualcode wrote
ABOUT = frozenset({"readme", "license", "licence"})  # about the folder, not the field
SYSTEM = frozenset({"thumbs.db", "desktop.ini"})
QUIET_SUFFIXES = frozenset({".yaml", ".yml", ".json", ".jsonl"})  # codebooks, gold sets, exports

OWN_FILE = Bi(
    "Ini daftar yang dibaca kualcode sendiri, bukan sumber data.",
    "This is a list that kualcode reads itself, not a source.",
)
OWN_FOLDER = Bi(
    "Folder ini memuat jejak.json, jadi dilewati: isinya temuan yang ditulis kualcode, bukan sumber.",
    "This folder holds jejak.json, so it is passed over: what is in it kualcode wrote, it is no source.",
)
OWN_FOLDER_FIX = Bi(
    "Bila ada sumber di dalamnya, pindahkan sumber itu ke folder lain.",
    "If there are sources in it, move them to another folder.",
)
OWN_FIX = Bi("Berikan transkrip, catatan lapangan atau dokumennya.", "Give the transcripts, field notes or documents.")


class Skipped(Problem):
    """A file in a folder that was passed over, and why: worth a line, not an error."""

    __slots__ = ()


def discover(paths: Sequence[Path], root: Path) -> tuple[list[Path], list[Problem]]:
    """(files to read, what was not taken): each file once, both sorted by their place under `root`.

    Folders are walked whole. A file of an unread format is a `Skipped` inside a folder and a plain Problem
    when it was named; hidden files, Office lock files and kualcode's own files inside folders are passed over
    in silence.
    """
    files: dict[Path, Path] = {}
    problems: list[Problem] = []
    name = _namer(root)
    for path in paths:
        try:
            taken, left = _walk(path, name) if path.is_dir() else _named(path, name)
        except OSError as error:  # not even its kind can be looked up
            taken, left = [], [Problem(name(path), UNREADABLE.fill(reason=error.strerror), COPY_FIX)]
        problems += left
        for file in taken:
            files.setdefault(_real(file), file)
    return sorted(files.values(), key=name), _once(problems)


def _once(problems: Sequence[Problem]) -> list[Problem]:
    """Each problem once, sorted; an error outweighs the same file passed over."""
    kept: dict[Problem, Problem] = {}
    for problem in sorted(problems, key=lambda problem: isinstance(problem, Skipped)):
        kept.setdefault(problem, problem)
    return sorted(kept.values())


def _named(path: Path, name: Namer) -> tuple[list[Path], list[Problem]]:
    where = name(path)
    if not path.exists():
        return [], [Problem(where, GONE, GONE_FIX)]
    if path.name.lower() in OWN:
        return [], [Problem(where, OWN_FILE, OWN_FIX)]
    if path.suffix.lower() not in SUPPORTED:
        error = _reason(path)
        return [], [Problem(where, error.what, error.fix)]
    return [path], []


def _walk(folder: Path, name: Namer) -> tuple[list[Path], list[Problem]]:
    taken: list[Path] = []
    left: list[Problem] = []

    def denied(error: OSError) -> None:
        left.append(Problem(name(Path(error.filename)), DENIED, DENIED_FIX))

    def own(place: Path) -> None:
        left.append(Skipped(name(place), OWN_FOLDER, OWN_FOLDER_FIX))

    for path in _files(folder, denied, own=own):
        if path.suffix.lower() in SUPPORTED:
            taken.append(path)
        else:
            error = _reason(path)
            left.append(Skipped(name(path), error.what, error.fix))
    return taken, left


def candidates(folder: Path, own: str) -> list[Path]:
    """Every file below a folder that is neither hidden nor kualcode's own, and those called `own`, in fixed order."""
    return sorted(_files(folder, lambda _: None, own))


def _files(
    folder: Path,
    on_error: Callable[[OSError], None],
    keep: str = "",
    own: Callable[[Path], None] = lambda _: None,
) -> Iterator[Path]:
    """Files that are neither hidden nor kualcode's own; links to folders are not followed (they can loop).

    A folder of findings below is told to `own`; the folder that was asked for is never taken for one.
    """
    for place, folders, names in os.walk(folder, onerror=on_error):
        if TRACE in names and Path(place) != folder:
            folders[:] = []
            own(Path(place))
            continue
        folders[:] = sorted(item for item in folders if not _is_closed(item.lower()))
        yield from (Path(place, item) for item in sorted(names) if item.lower() == keep or not _is_quiet(item.lower()))


def _is_closed(folder: str) -> bool:
    return folder.startswith(".") or folder in SKIPPED_FOLDERS


def _is_quiet(name: str) -> bool:
    path = Path(name)
    return (
        name.startswith((".", "~$"))
        or ".kual" in name
        or name in OWN | SYSTEM
        or path.stem in ABOUT
        or path.suffix in QUIET_SUFFIXES
    )


def _reason(path: Path) -> SourceError:
    return unsupported(path.suffix.lower(), SUPPORTED)


def _real(path: Path) -> Path:
    """The path without links; unlike Path.resolve it survives a link to itself."""
    return Path(os.path.realpath(path))


def _namer(root: Path) -> Namer:
    """How a path is called: from the study folder, with /; outside of it as it was given."""
    base = _real(root)

    def name(path: Path) -> str:
        full = _real(path)
        return (full.relative_to(base) if full.is_relative_to(base) else path).as_posix()

    return name
