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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--transcripts", type=int, default=1000)
    parser.add_argument("--words", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--one", nargs=2, metavar=("CONTESTANT", "FOLDER"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(CONTESTANTS[options.one[0]](Path(options.one[1]))))
        return
    for kind, make in (("varied", corpus.varied), ("few types", corpus.few_types)):
        with tempfile.TemporaryDirectory() as folder:
            size = corpus.write(Path(folder), make(options.transcripts, options.words, options.seed))
            found = {name: _run(name, folder) for name in ("spacy", "kualcode")}
        print(f"{kind}: {options.transcripts} transcripts, {size / 1e6:.1f} MB")
        for name, r in found.items():
            print(
                f"  {name:9} {r['wall']:7.2f} s wall {r['cpu']:7.2f} s cpu {size / 1e6 / r['wall']:6.2f} MB/s "
                f"{r['hits']:8.0f} hits  peak {r['peak_mb']:.0f} MB"
            )
        print(
            f"  kualcode is {found['spacy']['wall'] / found['kualcode']['wall']:.2f} times as fast (wall), "
            f"{found['spacy']['cpu'] / found['kualcode']['cpu']:.2f} times (cpu)"
        )


def _run(name: str, folder: str) -> dict[str, float]:
    done = subprocess.run([sys.executable, __file__, "--one", name, folder], capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


if __name__ == "__main__":
    main()
