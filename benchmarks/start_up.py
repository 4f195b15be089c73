"""CPU time of short commands, as ratios in one run.

    python benchmarks/start_up.py            7 runs each, the median is told

`--help` and `--version` against a bare typer app with two commands; `tag` on the ten interviews of the
demonstration study, whole process and a new project each time, against `import spacy`.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
INTERVIEWS = ROOT / "transcripts" / "kecamatan-telaga-merbau" / "wawancara"
BARE = """
import typer
app = typer.Typer(rich_markup_mode=None)
@app.command()
def one(name: str = "x") -> None: "One."
@app.command()
def two(name: str = "y") -> None: "Two."
app()
"""


def cpu(command: list[str], folder: Path) -> float:
    """User and system seconds of one process and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    if done.returncode != 0:
        raise SystemExit(done.stderr.decode())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "bare.py").write_text(BARE, encoding="utf-8")
        shutil.copytree(INTERVIEWS, folder / "study" / "wawancara")
        program = [sys.executable, "-m", "kualcode"]
        contestants = {
            "bare --help": [sys.executable, "bare.py", "--help"],
            "kualcode --help": [*program, "--help"],
            "kualcode --version": [*program, "--version"],
            "import spacy": [sys.executable, "-c", "import spacy"],
            "kualcode tag": [*program, "tag", "study", "--codebook", "asn-kinerja", "-q"],
        }
        found: dict[str, list[float]] = {key: [] for key in contestants}
        for run in range(runs + 1):  # the first run warms the disk and is not counted
            for key, command in contestants.items():
                for project in (folder / "study").glob("*.kual"):
                    project.unlink()
                seconds = cpu(command, folder)
                if run:
                    found[key].append(seconds)
    median = {key: statistics.median(values) for key, values in found.items()}
    for key, seconds in median.items():
        print(f"{key:20} {seconds * 1000:7.0f} ms CPU")
    ratios = {
        "--help over a bare typer app": (median["kualcode --help"] / median["bare --help"], 2.0),
        "--version over a bare typer app": (median["kualcode --version"] / median["bare --help"], 2.0),
        "tag on ten interviews over `import spacy`": (median["kualcode tag"] / median["import spacy"], 2.5),
    }
    for what, (ratio, limit) in ratios.items():
        print(f"{what}: {ratio:.2f} times; wanted under {limit}")
    return 0 if all(ratio < limit for ratio, limit in ratios.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
