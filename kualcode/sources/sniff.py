"""A quick look into a table file: whether certain words stand in it, without reading it whole."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import BadZipFile, ZipFile

_PARTS = ("xl/sharedStrings.xml", "xl/workbook.xml", "xl/worksheets/")
_MOST = 4_000_000  # bytes of one part that are looked at


def holds(path: Path, words: re.Pattern[bytes]) -> bool:
    """Whether a csv or Excel file holds one of some words (ASCII); what cannot be opened does not."""
    try:
        if path.suffix.lower() in (".csv", ".tsv"):
            with path.open("rb") as file:
                return words.search(file.read(_MOST).replace(b"\0", b"")) is not None  # UTF-16 too
        with ZipFile(path) as archive:
            names = [name for name in archive.namelist() if name.startswith(_PARTS)]
            return any(words.search(_begin(archive, name)) for name in names)
    except (OSError, BadZipFile, KeyError, RuntimeError, NotImplementedError, EOFError):
        return False  # whoever reads it says what is wrong with it


def _begin(archive: ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        return part.read(_MOST)
