"""A command loads what it needs and nothing heavier: modules are counted, not milliseconds."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from study_values import ROOT, write_study

HEAVY = {"spacy", "pandas", "pydantic", "docx", "openpyxl", "pypdf", "rich", "numpy", "yaml", "sqlite3"}
ASK = """
import sys
sys.argv = ["kualcode", *sys.argv[1:]]
from kualcode.__main__ import main
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


def loaded(folder: Path, *words: str) -> set[str]:
    """Top-level modules that a process has loaded after a command."""
    done = subprocess.run(
        [sys.executable, "-c", ASK, *words],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=True,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
    )
    return set(done.stderr.splitlines()[-1].split())


@pytest.mark.parametrize("words", [("--version",), ("--help",), ("code", "accept", "--help")])
def test_help_and_version_load_no_library(tmp_path: Path, words: tuple[str, ...]) -> None:
    assert loaded(tmp_path, *words) & HEAVY == set()


def test_version_does_not_even_load_typer(tmp_path: Path) -> None:
    assert loaded(tmp_path, "--version") & {"typer"} == set()


def test_tagging_text_files_loads_none_of_the_heavy_ones(tmp_path: Path) -> None:
    write_study(tmp_path)
    assert loaded(tmp_path, "tag", ".", "-q") & HEAVY == {"rich", "yaml", "sqlite3"}
