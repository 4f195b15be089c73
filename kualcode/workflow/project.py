"""Where the project file is, and how a study folder gets one."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from kualcode.errors import Bi, KualcodeError, NotFound, UsageError
from kualcode.store import Store, create, open_store

SUFFIX = ".kual"


def find(explicit: Path | None, environ: Mapping[str, str], start: Path) -> Path:
    """The project file: the one named, else KUALCODE_PROJECT, else the one *.kual found upward.

    Raises NotFound where there is none, UsageError where a folder holds several.
    """
    named = explicit or (Path(environ["KUALCODE_PROJECT"]) if environ.get("KUALCODE_PROJECT") else None)
    if named is not None:
        if not named.is_file():
            raise NotFound(
                Bi("Berkas proyek {path} tidak ada.", "There is no project file {path}.").fill(path=named),
                Bi(
                    "Periksa namanya, atau buat dengan: kualcode init",
                    "Check its name, or make one with: kualcode init",
                ),
            )
        return named
    found = upward(start)
    if found is None:
        raise NotFound(
            Bi("Tidak ada proyek di {path} atau di atasnya.", "No project in {path} or above it.").fill(path=start),
            Bi(
                "Mulai dengan: kualcode tag FOLDER --codebook FILE.yaml",
                "Start with: kualcode tag FOLDER --codebook FILE.yaml",
            ),
        )
    return found


def upward(start: Path) -> Path | None:
    """The one *.kual in a folder or the nearest folder above it."""
    start = start.resolve()
    for folder in (start, *start.parents):
        files = sorted(p for p in folder.glob(f"*{SUFFIX}") if p.is_file())
        if len(files) > 1:
            raise UsageError(
                Bi("Ada {n} berkas proyek di {folder}.", "{n} project files in {folder}.").fill(
                    n=len(files), folder=folder
                ),
                Bi("Pilih satu dengan --project FILE.kual.", "Choose one with --project FILE.kual."),
            )
        if files:
            return files[0]
    return None


def init(folder: Path, name: str | None = None) -> Path:
    """Make an empty project file in a folder. Raises NotFound, UsageError and StoreError; overwrites nothing."""
    if not folder.is_dir():
        raise NotFound(
            Bi("Folder {path} tidak ada.", "There is no folder {path}.").fill(path=folder),
            Bi("Buat foldernya dahulu atau periksa namanya.", "Make the folder first, or check its name."),
        )
    there = sorted(folder.glob(f"*{SUFFIX}"))
    if there and name is None:
        raise UsageError(
            Bi("Folder ini sudah punya proyek: {path}", "This folder has a project already: {path}").fill(
                path=there[0]
            ),
            Bi("Pakai yang itu, atau beri nama lain dengan --name.", "Use that one, or give another --name."),
        )
    path = folder / f"{(name or slug(folder.resolve().name)).removesuffix(SUFFIX)}{SUFFIX}"
    create(path).close()
    return path


class Working(NamedTuple):
    """An open project with its study folder; `made` when this run made the project file."""

    store: Store
    folder: Path
    made: bool


@contextmanager
def working(
    paths: Sequence[Path], explicit: Path | None, environ: Mapping[str, str], cwd: Path, *, dry_run: bool = False
) -> Iterator[Working]:
    """The project for these paths, made in the first one's folder when there is none.

    A dry run makes it outside the study folder and drops it; a new one in which nothing came to be stored is
    dropped as well. Raises NotFound, UsageError, StoreError.
    """
    path = _existing(paths, explicit, environ, cwd)
    if path is not None:
        with open_store(path) as store:
            yield Working(store, root(store), False)
        return
    folder = paths[0] if paths[0].is_dir() else paths[0].parent
    with _made(folder, dry_run=dry_run) as store:
        yield Working(store, folder.resolve(), True)


def _existing(paths: Sequence[Path], explicit: Path | None, environ: Mapping[str, str], cwd: Path) -> Path | None:
    """The project file that is there for these paths; None when one is to be made."""
    if explicit is not None or environ.get("KUALCODE_PROJECT") or not paths:
        return find(explicit, environ, cwd)
    first = paths[0]
    if not first.exists():
        raise NotFound(
            Bi("{path} tidak ada.", "{path} does not exist.").fill(path=first),
            Bi("Periksa nama folder atau berkasnya.", "Check the name of the folder or file."),
        )
    return upward(first if first.is_dir() else first.parent)


@contextmanager
def _made(folder: Path, *, dry_run: bool) -> Iterator[Store]:
    with TemporaryDirectory() if dry_run else nullcontext(folder) as place:
        path = init(Path(place), slug(folder.resolve().name))
        with open_store(path) as store:
            try:
                yield store
            finally:
                empty = store.is_new()
                store.close()
                if empty:
                    path.unlink(missing_ok=True)


def slug(name: str) -> str:
    """A file name without blanks or signs that some system forbids."""
    return re.sub(r"[^\w.-]+", "-", name, flags=re.UNICODE).strip("-.") or "studi"


def root(store: Store) -> Path:
    """The study folder: where the project file lies."""
    return store.path.resolve().parent


# ---------------------------------------------------------------- commands that work where a person stands
def way(path: Path) -> tuple[str, str]:
    """How the commands come to the project: the `cd` before them, or the option that each of them needs."""
    if _found(path, Path.cwd(), os.environ.get("KUALCODE_PROJECT")):
        return "", ""
    if _found(path, path.parent, None) and not os.environ.get("KUALCODE_PROJECT"):
        return f'cd "{path.parent}"', ""
    return "", f' --project "{path}"'


def _found(path: Path, start: Path, named: str | None) -> bool:
    try:
        return find(None, {"KUALCODE_PROJECT": named or ""}, start).resolve() == path
    except KualcodeError:  # none there, or several
        return False


def program() -> str:
    """What to type for kualcode: its name where the shell finds it, else the way it was started."""
    started = Path(sys.argv[0]).absolute()
    if shutil.which("kualcode") or started.stem not in ("kualcode", "__main__"):
        return "kualcode"
    return f"{_quoted(sys.executable)} -m kualcode" if started.stem == "__main__" else _quoted(str(started))


def _quoted(word: str) -> str:
    return f'"{word}"' if " " in word else word
