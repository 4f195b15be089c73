"""Whole `tag` (read, tag, store) against default spaCy's matching of the text alone, in one run.

    python benchmarks/tag_speed.py                       1,000 transcripts of 3,000 words, both kinds of text
    python benchmarks/tag_speed.py --transcripts 20      a short run

Each contestant is a process of its own; only what it does with the text is timed, not its imports.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import corpus


def kualcode(folder: Path) -> dict[str, float]:
    """Read, tag and store every transcript of a folder."""
    from kualcode.store import create
    from kualcode.workflow.tag import tag

    with create(folder / "bench.kual") as store:
        wall, cpu = time.perf_counter(), time.process_time()
        report = tag(store, [folder], codebook=str(corpus.CODEBOOK))
        return _result(wall, cpu, report.added)


def spacy_default(folder: Path) -> dict[str, float]:
    """spacy.blank("id") as it comes, lemmas set by a component, a PhraseMatcher on LEMMA; text only."""
    import spacy
    from spacy.language import Language
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc

    from kualcode.codebook import read
    from kualcode.language.lemma import lemma

    @Language.component("lemmas")
    def lemmas(doc: Doc) -> Doc:
        for token in doc:
            token.lemma_ = lemma(token.lower_)
        return doc

    nlp = spacy.blank("id")
    nlp.add_pipe("lemmas")
    book, _ = read(corpus.CODEBOOK)
    matcher = PhraseMatcher(nlp.vocab, attr="LEMMA")
    for code in book.codes:
        terms = [*code.terms.lemmas, *code.terms.phrases, *code.terms.colloquial]
        if terms:
            matcher.add(code.id, [nlp(term.removeprefix("=")) for term in terms])
    texts = [path.read_text(encoding="utf-8") for path in sorted((folder / "wawancara").iterdir())]
    wall, cpu = time.perf_counter(), time.process_time()
    return _result(wall, cpu, sum(len(matcher(doc)) for doc in nlp.pipe(texts)))


def _result(wall: float, cpu: float, hits: int) -> dict[str, float]:
    import resource

    return {
        "wall": time.perf_counter() - wall,
        "cpu": time.process_time() - cpu,
        "hits": hits,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


CONTESTANTS = {"kualcode": kualcode, "spacy": spacy_default}


WANTED = {"varied": 3.0, "few types": 1.0}  # times as fast as default spaCy
FLAT = 1.25  # peak memory with all transcripts, over that with a tenth of them


def main() -> int:
    """Both kinds of text; exit code 1 where a ratio is not reached."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--transcripts", type=int, default=1000)
    parser.add_argument("--words", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--one", nargs=2, metavar=("CONTESTANT", "FOLDER"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(CONTESTANTS[options.one[0]](Path(options.one[1]))))
        return 0
    reached = [
        compare(kind, make, options.transcripts, options.words, options.seed)
        for kind, make in (("varied", corpus.varied), ("few types", corpus.few_types))
    ]
    return 0 if all(reached) else 1


def compare(kind: str, make: Callable[[int, int, int], Iterator[str]], count: int, words: int, seed: int) -> bool:
    """One kind of text: times, ratios and memory; whether what is wanted was reached."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as tenth:
        size = corpus.write(Path(folder), make(count, words, seed)) / 1e6
        corpus.write(Path(tenth), make(max(count // 10, 1), words, seed))
        found = {name: _run(name, folder) for name in CONTESTANTS}
        small = _run("kualcode", tenth)
    print(f"{kind}: {count} transcripts, {size:.1f} MB")
    for name, r in found.items():
        print(
            f"  {name:9} {r['wall']:7.2f} s wall {r['cpu']:7.2f} s cpu {size / r['wall']:6.2f} MB/s "
            f"{r['hits']:8.0f} hits  peak {r['peak_mb']:.0f} MB"
        )
    wall, cpu = (found["spacy"][key] / found["kualcode"][key] for key in ("wall", "cpu"))
    memory = found["kualcode"]["peak_mb"] / small["peak_mb"]
    print(f"  kualcode is {wall:.2f} times as fast (wall), {cpu:.2f} times (cpu); wanted {WANTED[kind]:.1f}")
    print(f"  its peak memory is {memory:.2f} times that with a tenth of the transcripts; wanted at most {FLAT}")
    return wall >= WANTED[kind] and memory <= FLAT


def _run(name: str, folder: str) -> dict[str, float]:
    done = subprocess.run([sys.executable, __file__, "--one", name, folder], capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


if __name__ == "__main__":
    sys.exit(main())
