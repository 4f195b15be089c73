"""Write docs/cli.md from the program's own help: `python docs/make_cli.py`; a test holds the two together.

The language of help is chosen when the program is loaded, so each language is asked of a process of its own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).with_name("cli.md")
HEAD = """# Perintah / Commands

Berkas ini dibuat oleh `python docs/make_cli.py` dari bantuan program sendiri; jangan diubah dengan tangan.
This file is made by `python docs/make_cli.py` from the program's own help; do not edit it by hand.

Kode keluar / exit codes: 0 baik/ok, 1 gagal/failed, 2 pemakaian/usage, 3 codebook atau konfigurasi tidak sah/invalid
codebook or configuration, 4 pemeriksaan menemukan masalah/a check found problems, 5 proyek sedang dipakai/project in
use, 130 dihentikan/interrupted.
"""
WALK = """
import json, sys
import typer.main
from typer._click.core import Context
from kualcode.cli.app import app

def walk(command, path, parent):
    settings = command.context_settings
    context = Context(command, info_name=path[-1], parent=parent, terminal_width=98, **settings)
    yield " ".join(path), command.get_help(context)
    for name in getattr(command, "commands", {}):
        yield from walk(command.commands[name], [*path, name], context)

json.dump(dict(walk(typer.main.get_command(app), ["kualcode"], None)), sys.stdout)
"""


def pages(language: str) -> dict[str, str]:
    """The help page of every command, by its words, in one language."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("KUALCODE_")}
    environment = {**kept, "KUALCODE_LANG": language, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", WALK], env=environment, capture_output=True, encoding="utf-8", check=True
    )
    found: dict[str, str] = json.loads(done.stdout)
    return found


def text() -> str:
    """The whole page."""
    indonesian, english = pages("id"), pages("en")
    parts = [f"## {name}\n\n```text\n{indonesian[name]}\n```\n\n```text\n{english[name]}\n```\n" for name in indonesian]
    return "\n".join([HEAD, *parts])


if __name__ == "__main__":
    PAGE.write_text(text(), encoding="utf-8", newline="\n")
