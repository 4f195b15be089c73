"""Invented sources, suggestions and a clock for the tests of the project file."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import kualcode
from kualcode.model import Hit, Reason, Source, SourceInfo, Suggestion, Turn
from kualcode.store import Clock
from kualcode.text import sha256

ANSWER = "Antreannya lama sekali, tetapi petugasnya ramah."
LINES = (
    ("P", "Bagaimana pelayanannya?"),
    ("I", ANSWER),
    ("P", "Berkasnya rapi?"),
    ("I", "Rapi dan lengkap."),
)


def clock() -> Clock:
    """One second later at every call."""
    ticks: Iterator[int] = count()
    return lambda: f"2026-01-31T08:00:{next(ticks) % 60:02d}Z"


def source(
    name: str = "wawancara/I-01.txt",
    lines: tuple[tuple[str, str], ...] = LINES,
    *,
    informant: str | None = "I-01",
    file: str = "berkas",
) -> Source:
    """An interview: every second line answers the one before."""
    text, turns = "", list[Turn]()
    for index, (label, words) in enumerate(lines):
        start = len(text) + len(label) + 2
        turns.append(
            Turn(
                index,
                "interviewer" if label == "P" else "informant",
                label,
                start,
                start + len(words),
                None if label == "P" else index - 1,
            )
        )
        text += f"{label}: {words}\n"
    return Source(
        name,
        "txt",
        sha256(file + name),
        text,
        sha256(text),
        SourceInfo(source_type="interview", informant=informant),
        tuple(turns),
    )


def suggest(
    of: Source, words: str, code: str = "KUAL.KMP", *, confidence: float = 0.75, term: str = "lama"
) -> Suggestion:
    """What a machine might propose on the first place where these words stand."""
    start = of.text.index(words)
    turn = next(t.index for t in of.turns if t.start <= start < t.end)
    reason = Reason((Hit(code, term, "lemma", start, start + 4),), "cue", ((start, start + 4),), question=0)
    return Suggestion(turn, start, start + len(words), code, None, "negative", "none", 2, confidence, reason)


def run_python(script: str, *arguments: object) -> subprocess.Popen[str]:
    """A real other process that can import kualcode; standard output is a pipe."""
    return subprocess.Popen(
        [sys.executable, "-B", "-c", script, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(kualcode.__file__).parents[1])},
    )
