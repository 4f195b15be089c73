"""Set up a fresh environment and pass every gate and test: `python3 tests/run.py`.

Standard library only, so that it runs before anything is installed. On Debian the venv module is installed when
it is missing. Everything it makes lies in build/, which git ignores.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / "build" / "test-environment"
PROGRAMS = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
GATES = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
    ("pytest", "-n", "2", "--cov", "--cov-report=term"),
)


def main() -> int:
    """Every step in order; the exit code of the first that fails."""
    if sys.version_info < (3, 11):
        return say("Python 3.11 or newer is needed.", 1)
    started = time.monotonic()
    if make_environment() != 0:
        return say("The virtual environment could not be made.", 1)
    python = str(PROGRAMS / "python")
    if run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-e", ".[dev]") != 0:
        return say("The packages could not be installed.", 1)
    for gate in GATES:
        code = run(str(PROGRAMS / gate[0]), *gate[1:])
        if code != 0:
            return say(f"failed: {' '.join(gate)}", code)
    return say(f"all gates passed in {time.monotonic() - started:.0f} s", 0)


def make_environment() -> int:
    """A fresh virtual environment; on Debian its module is installed first where it is missing."""
    shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    code = run(sys.executable, "-m", "venv", str(ENVIRONMENT))
    if code == 0 or not shutil.which("apt-get"):
        return code
    sudo = [path] if (path := shutil.which("sudo")) else []
    run(*sudo, "apt-get", "update", "-qq")
    run(*sudo, "apt-get", "install", "-y", "-qq", "python3-venv")
    shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    return run(sys.executable, "-m", "venv", str(ENVIRONMENT))


def run(*command: str) -> int:
    """Run one step in the project folder and show what it prints."""
    say("$ " + " ".join(Path(command[0]).name if i == 0 else word for i, word in enumerate(command)), 0)
    path = f"{PROGRAMS}{os.pathsep}{os.environ.get('PATH', '')}"
    return subprocess.run(command, cwd=ROOT, env={**os.environ, "PATH": path}, check=False).returncode


def say(text: str, code: int) -> int:
    """A line for the person who waits, and the code to end with."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
    return code


if __name__ == "__main__":
    sys.exit(main())
