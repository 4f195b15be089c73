"""What tests of commands share. The language of a run is chosen at import: here Indonesian, whatever the shell says."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

for _name in [name for name in os.environ if name.startswith("KUALCODE_") or name == "COLUMNS"]:  # COLUMNS: of xdist
    del os.environ[_name]

from study_values import Study, write_study  # noqa: E402

from kualcode.store import Store, create  # noqa: E402


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a project file may be made."""
    return tmp_path / "studi.kual"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """A fresh project file, whose clock goes on by a second at every call."""
    from store_values import clock  # beside the tests of the store, which alone ask for this

    with create(path, clock=clock()) as made:
        yield made


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Study:
    """The small study, untagged, as the current folder."""
    folder = tmp_path / "studi"
    write_study(folder)
    monkeypatch.chdir(folder)
    return Study(folder, capsys)


@pytest.fixture
def tagged(study: Study) -> Study:
    """The small study after its first run."""
    study.ok("tag", ".", "-q")
    return study
