"""The benchmarks run and print their ratios; what the ratios are is told by a full run, not by a test."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


def printed(*command: str) -> str:
    """What a benchmark prints; it ends with 1 where a ratio is not reached, which a short run may well do."""
    done = subprocess.run(
        [sys.executable, str(BENCHMARKS / command[0]), *command[1:]], capture_output=True, text=True, check=False
    )
    assert done.returncode in (0, 1), done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout


def test_tagging_against_default_spacy() -> None:
    told = printed("tag_speed.py", "--transcripts", "2", "--words", "300")
    assert len(re.findall(r"kualcode is [\d.]+ times as fast", told)) == 2
    assert len(re.findall(r"peak memory is [\d.]+ times", told)) == 2


def test_start_up_against_a_bare_program() -> None:
    told = printed("start_up.py", "--runs", "1")
    assert len(re.findall(r": [\d.]+ times; wanted under", told)) == 3
