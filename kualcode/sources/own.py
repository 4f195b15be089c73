"""Files that kualcode wrote itself: tables and texts of findings, which lie in the study folder and are no sources."""

from __future__ import annotations

from pathlib import Path
from zipfile import BadZipFile, ZipFile

_CORE, _CATEGORY = "docProps/core.xml", b"<cp:category>kualcode</cp:category>"
_LINE = b"<!-- kualcode -->"
_MOST = 1_000_000  # bytes of properties that are looked at
_TAIL = 64  # bytes of the end of a text


def is_ours(path: Path) -> bool:
    """Whether a Word, Excel or Markdown file bears the mark of kualcode's exports; what cannot be read does not."""
    try:
        if path.suffix.lower() in (".docx", ".xlsx"):
            return _is_marked(path)
        return path.suffix.lower() in (".md", ".markdown") and _end(path).rstrip().endswith(_LINE)
    except (OSError, BadZipFile, KeyError, RuntimeError, NotImplementedError):
        return False  # whoever reads it as a source says what is wrong with it


def _is_marked(path: Path) -> bool:
    with ZipFile(path) as archive, archive.open(_CORE) as properties:
        return _CATEGORY in properties.read(_MOST)


def _end(path: Path) -> bytes:
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _TAIL))
        return file.read()
