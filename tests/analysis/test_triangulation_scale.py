"""The benchmark of scale in its small form: it runs, tells its curve, and makes the same study twice."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from kualcode.analysis.evidence import TECHNIQUES
from kualcode.analysis.triangulation.algorithm import triangulate

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "triangulation_scale.py"


def loaded() -> ModuleType:
    """The benchmark as a module."""
    spec = spec_from_file_location("triangulation_scale", BENCHMARK)
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_small_run_tells_the_curve_and_both_ratios() -> None:
    small = ["--documents", "80", "--codings", "1600"]
    done = subprocess.run([sys.executable, str(BENCHMARK), *small], capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    assert re.findall(r"(\d+) codings", done.stdout) == ["200", "400", "800", "1600"]
    assert len(re.findall(r"is [\d.]+ times that at an eighth", done.stdout)) == 2


def test_the_study_is_the_same_each_time_and_all_of_it_is_counted() -> None:
    scale = loaded()
    made = scale.study(30, 600, 1)
    assert made == scale.study(30, 600, 1) != scale.study(30, 600, 2)
    found = triangulate(made)
    assert found.names == TECHNIQUES
    spoken = {
        one
        for row in found.codes
        if row.code != "FH"
        for group in row.groups
        for v in group.voices
        for one in v.evidence
    }
    assert len(spoken) == 600
    assert {voice.key for row in found.codes for group in row.groups for voice in group.voices} <= {
        f"{letter}-{at:05}" for letter in "IOD" for at in range(30)
    }
