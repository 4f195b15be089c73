"""Triangulation of ever larger studies: time and memory a coding, which are to stay the same.

    python benchmarks/triangulation_scale.py                                   10,000 documents, 500,000 codings
    python benchmarks/triangulation_scale.py --documents 80 --codings 4000     a short run

Each size is a process of its own. What is timed is verdicts, gates and confidence on the axis of techniques, the other
two axes being weighed for dissonance as always; making up the study is not. Exit code 1 where a coding takes more than
1.5 times as long at full size as at an eighth.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from kualcode.analysis.evidence import TECHNIQUES, Case, Claim, Evidence
from kualcode.codebook import read
from kualcode.language.numbers import parse
from kualcode.model import Code, Stance

CODEBOOK = Path(__file__).parent.parent / "codebooks" / "asn-kinerja.yaml"
SHARES = (8, 4, 2, 1)  # one n-th of the study
REPEATS = 3
WANTED = 1.5  # times as long a coding at full size as at the smallest
FIRST = date(2024, 1, 1)
STANCES: tuple[Stance, ...] = ("positive", "positive", "negative", "mixed", "neutral")
ROLES = ("pimpinan", "staf", "warga")


def study(documents: int, codings: int, seed: int) -> Case:
    """A made-up study: every document is a voice, codings are spread over documents, turns and codes."""
    book, _ = read(CODEBOOK)
    codes = [code for code in book.codes if code.codable]
    rng = random.Random(seed)
    evidence = tuple(_coding(at, at % documents, rng, rng.choice(codes)) for at in range(codings))
    voices: dict[str, int] = {technique: documents // len(TECHNIQUES) for technique in TECHNIQUES}
    return Case(book, evidence, claims=tuple(_claims(evidence)), voices=voices)


def _coding(at: int, document: int, rng: random.Random, code: Code) -> Evidence:
    facets = [None, *(facet.id for facet in code.facets)]
    return Evidence(
        id=f"E-{at:07}",
        source_type=TECHNIQUES[document % len(TECHNIQUES)],
        code=code.id,
        stance=rng.choice(STANCES),
        doc_id=f"dok-{document:05}",
        turn=str(rng.randrange(40)),
        facet=rng.choice(facets),
        strength=rng.randint(1, 3),
        informant=f"I-{document:05}",
        session_id=f"O-{document:05}",
        doc_family=f"D-{document:05}",
        role_group=ROLES[document // len(TECHNIQUES) % len(ROLES)],
        date=(FIRST + timedelta(days=document % 200)).isoformat(),
    )


def _claims(evidence: tuple[Evidence, ...]) -> Iterator[Claim]:
    """A figure on every fiftieth coding."""
    figures = [parse(f"{count} orang")[0] for count in (10, 11, 12)]
    for at, one in enumerate(evidence[::50]):
        yield Claim(f"CL-{at:06}", one.id, figures[at % 3], "tamu per hari")


def measure(documents: int, codings: int, seed: int) -> dict[str, float]:
    """Seconds of CPU that a study takes at best, and how far memory rises above the study itself, in MB."""
    from kualcode.__main__ import patient
    from kualcode.analysis.triangulation.algorithm import triangulate

    patient()  # as in every command
    triangulate(study(10, 100, seed))  # word lists are loaded once, whatever the size
    made = study(documents, codings, seed)
    before = _peak()
    start = time.process_time()
    found = triangulate(made)
    seconds, rise = [time.process_time() - start], _peak() - before
    for _ in range(REPEATS - 1):  # others use the machine too: the quickest is the truest
        start = time.process_time()
        found = triangulate(made)
        seconds.append(time.process_time() - start)
    spoken = sum(len(group.voices) for row in found.codes for group in row.groups)
    return {"codings": codings, "seconds": min(seconds), "study": before, "rise": rise, "voices": spoken}


def _peak() -> float:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    """The curve; exit code 1 where it bends."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--codings", type=int, default=500_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--share", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.share:
        sizes = (max(1, options.documents // options.share), options.codings // options.share)
        print(json.dumps(measure(*sizes, options.seed)))
        return 0
    curve = [_run(share, options) for share in SHARES]
    for share, found in zip(SHARES, curve, strict=True):
        print(_line(options.documents // share, found))
    time_ratio, memory_ratio = (_each(curve[-1], what) / _each(curve[0], what) for what in ("seconds", "rise"))
    print(f"time a coding at full size is {time_ratio:.2f} times that at an eighth; wanted at most {WANTED}")
    print(f"memory a coding at full size is {memory_ratio:.2f} times that at an eighth")
    return 0 if time_ratio <= WANTED else 1


def _each(found: dict[str, float], what: str) -> float:
    """Of one coding; a rise too small to be seen counts as a kilobyte in all."""
    return max(found[what], 0.001) / found["codings"]


def _line(documents: int, found: dict[str, float]) -> str:
    return (
        f"{documents:6} documents {found['codings']:7.0f} codings {found['voices']:7.0f} voices "
        f"{found['seconds']:7.2f} s {_each(found, 'seconds') * 1e6:6.1f} us a coding "
        f"study {found['study']:5.0f} MB, triangulation {found['rise']:+5.0f} MB "
        f"({_each(found, 'rise') * 1024 * 1024:.0f} bytes a coding)"
    )


def _run(share: int, options: argparse.Namespace) -> dict[str, float]:
    sizes = ["--documents", str(options.documents), "--codings", str(options.codings), "--seed", str(options.seed)]
    command = [sys.executable, __file__, "--share", str(share), *sizes]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


if __name__ == "__main__":
    sys.exit(main())
