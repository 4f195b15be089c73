"""The README stays true: its commands are run here as a reader would run them."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from kualcode.cli.app import run

ROOT = Path(__file__).parents[1]
STUDY = ROOT / "transcripts" / "kecamatan-telaga-merbau"


def block(name: str) -> list[str]:
    """The lines of the code block behind <!-- name -->."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(rf"<!-- {name} -->\n```sh\n(.*?)```", text, re.DOTALL)
    assert found, name
    return found[1].splitlines()


def test_commands_of_the_readme_run_on_a_study_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "studi"
    shutil.copytree(STUDY, folder)
    monkeypatch.chdir(folder)
    for line in block("run"):
        program, *arguments = shlex.split(line)
        assert program == "kualcode"
        assert run(arguments) == 0, line
    assert (folder / "kode.csv").read_bytes().startswith("\ufeffid;source;".encode())


def test_both_one_line_commands_stand_in_the_readme() -> None:
    (demo,) = block("demo-command")
    (test,) = block("test-command")
    assert demo.endswith("kualcode tag transcripts/kecamatan-telaga-merbau --codebook asn-kinerja")
    assert test == "python3 tests/run.py"


def test_links_of_the_documents_lead_somewhere() -> None:
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))):
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_no_path_of_a_machine_stands_in_the_project() -> None:
    pages = [
        p
        for pattern in ("*.md", "*.py", "*.toml", "*.yaml")
        for p in ROOT.rglob(pattern)
        if not {".venv", "build", ".git", ".hypothesis"} & set(p.relative_to(ROOT).parts)
    ]
    found = [str(p) for p in pages if re.search("/(wor[k]|hom[e]|User[s])/", p.read_text(encoding="utf-8"))]
    assert found == []
