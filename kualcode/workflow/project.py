"""Where the project file is, and how a study folder gets one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from kualcode.errors import Bi, NotFound, UsageError
from kualcode.store import Store, create, open_store

SUFFIX = ".kual"


def find(explicit: Path | None, environ: Mapping[str, str], start: Path) -> Path:
    """The project file: the one named, else KUALCODE_PROJECT, else the one *.kual found upward.

    Raises NotFound where there is none, UsageError where a folder holds several.
    """
    named = explicit or (Path(environ["KUALCODE_PROJECT"]) if environ.get("KUALCODE_PROJECT") else None)
    if named is not None:
        if not named.is_file():
            raise NotFound(Bi("Berkas proyek {path} tidak ada.", "There is no project file {path}.").fill(path=named),
                           Bi("Periksa namanya, atau buat dengan: kualcode init",
                              "Check its name, or make one with: kualcode init"))
        return named
    found = upward(start)
    if found is None:
        raise NotFound(Bi("Tidak ada proyek di {path} atau di atasnya.",
                          "No project in {path} or above it.").fill(path=start),
                       Bi("Mulai dengan: kualcode tag FOLDER --codebook FILE.yaml",
                          "Start with: kualcode tag FOLDER --codebook FILE.yaml"))
    return found


def upward(start: Path) -> Path | None:
    """The one *.kual in a folder or the nearest folder above it."""
    start = start.resolve()
    for folder in (start, *start.parents):
        files = sorted(p for p in folder.glob(f"*{SUFFIX}") if p.is_file())
        if len(files) > 1:
            raise UsageError(Bi("Ada {n} berkas proyek di {folder}.", "{n} project files in {folder}.")
                             .fill(n=len(files), folder=folder),
                             Bi("Pilih satu dengan --project FILE.kual.",
                                "Choose one with --project FILE.kual."))
        if files:
            return files[0]
    return None


def init(folder: Path, name: str | None = None) -> Path:
    """Make an empty project file in a folder; refuses to overwrite."""
    if not folder.is_dir():
        raise NotFound(Bi("Folder {path} tidak ada.", "There is no folder {path}.").fill(path=folder),
                       Bi("Buat foldernya dahulu atau periksa namanya.",
                          "Make the folder first, or check its name."))
    path = folder / f"{name or slug(folder.resolve().name)}{SUFFIX}"
    create(path).close()
    return path


def open_or_create(paths: Sequence[Path], explicit: Path | None, environ: Mapping[str, str],
                   cwd: Path) -> tuple[Store, bool]:
    """The project for these paths, made in the first folder when there is none; whether it was made."""
    if explicit is not None or environ.get("KUALCODE_PROJECT") or not paths:
        return open_store(find(explicit, environ, cwd)), False
    folder = paths[0] if paths[0].is_dir() else paths[0].parent
    if not folder.is_dir():
        raise NotFound(Bi("{path} tidak ada.", "{path} does not exist.").fill(path=paths[0]),
                       Bi("Periksa nama folder atau berkasnya.", "Check the name of the folder or file."))
    found = upward(folder)
    if found is not None:
        return open_store(found), False
    return open_store(init(folder)), True


def slug(name: str) -> str:
    """A file name without blanks or signs that some system forbids."""
    return re.sub(r"[^\w.-]+", "-", name, flags=re.UNICODE).strip("-.") or "studi"


def root(store: Store) -> Path:
    """The study folder: where the project file lies."""
    return store.path.resolve().parent
