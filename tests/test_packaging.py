"""What is packed, and that the built package does its job without the development tools.

The package is built once and installed with its own dependencies only, by the README's first command run in a copy
of the project as git would hand it out.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from test_docs import ROOT, block

PACKED = re.compile(r"kualcode/(?!.*__pycache__).*\.(py|typed|txt|json|yaml|md)$|kualcode-[\d.]+\.dist-info/.*")
SOURCES = re.compile(r"(kualcode|codebooks)/.*|(LICENSE|README\.md|CHANGELOG\.md|pyproject\.toml|PKG-INFO|\.gitignore)")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist and the wheel."""
    target = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(target), str(ROOT)],
        check=True,
        capture_output=True,
    )
    return target


def test_the_wheel_holds_the_package_and_nothing_else(built: Path) -> None:
    names = zipfile.ZipFile(next(built.glob("*.whl"))).namelist()
    assert [name for name in names if not PACKED.fullmatch(name)] == []
    assert {
        "kualcode/codebooks/asn-kinerja.yaml",
        "kualcode/language/data/id_table.txt",
        "kualcode/py.typed",
        "kualcode/schemas/codebook.schema.json",
    } <= set(names)


def test_the_sdist_holds_no_transcript(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = [name.partition("/")[2] for name in archive.getnames()]
    assert [name for name in names if not SOURCES.fullmatch(name)] == []


def test_the_first_command_of_the_readme_ends_with_a_table(tmp_path: Path) -> None:
    copy = tmp_path / "project"
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    ).stdout
    for name in filter(None, listed.decode().split("\0")):
        target = copy / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((ROOT / name).read_bytes())
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("KUALCODE", "PYTHON", "COV"))}
    done = subprocess.run(
        ["sh", "-c", block("demo-command")[0]], cwd=copy, env=clean, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Kode menurut jenis sumber" in done.stdout
    assert "KUAL.HAS" in done.stdout
    assert "kualcode code accept" in done.stderr
    assert list(copy.glob("transcripts/kecamatan-telaga-merbau/*.kual"))
    chain = subprocess.run(
        ["sh", "-c", block("chain-command")[0]], cwd=copy, env=clean, capture_output=True, encoding="utf-8", check=False
    )
    assert chain.returncode == 0, chain.stderr
    assert "T-KUAL.HAS" in chain.stdout
    findings = copy / "transcripts" / "kecamatan-telaga-merbau" / "temuan"
    assert "## Pembahasan" in (findings / "temuan.id.md").read_text(encoding="utf-8")
