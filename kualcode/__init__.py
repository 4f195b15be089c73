"""kualcode: local coding of qualitative interviews, for findings that are triangulated before they are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from kualcode.workflow.door import Project

__version__ = "0.1.0"
__all__ = ["__version__", "open"]


def open(path: str | Path) -> Project:
    """A project file as pandas DataFrames: `.sources()`, `.segments()`, `.codings()`."""
    from kualcode.workflow.door import Project

    return Project(path)
