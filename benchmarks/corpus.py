"""Invented transcripts from a seed: varied text (50,000 word types or more) and text of few types."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path

from kualcode.codebook import read
from kualcode.sources import read as read_source

ROOT = Path(__file__).parent.parent
CODEBOOK = ROOT / "codebooks" / "asn-kinerja.yaml"
STUDY = ROOT / "transcripts" / "kecamatan-telaga-merbau"
_ONSETS = ("b", "c", "d", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "w", "ng", "ny", "")
_NUCLEI = ("a", "i", "u", "e", "o", "ai", "au")
_CODAS = ("", "", "n", "ng", "k", "r", "s", "t", "h", "m", "l")
_PREFIXES = ("", "", "", "me", "ber", "di", "ter", "pe", "ke", "se")
_SUFFIXES = ("", "", "", "kan", "i", "an", "nya", "lah")


def vocabulary(types: int, rng: random.Random) -> list[str]:
    """So many different words: those of the codebook's terms first, then made-up ones, affixed like real ones."""
    book, _ = read(CODEBOOK)
    words = dict.fromkeys(
        word
        for code in book.codes
        for part in (code.terms.phrases, code.terms.lemmas, code.terms.colloquial)
        for term in part
        for word in term.removeprefix("=").split()
    )
    while len(words) < types:
        root = "".join(
            rng.choice(_ONSETS) + rng.choice(_NUCLEI) + rng.choice(_CODAS) for _ in range(rng.choice((2, 2, 3)))
        )
        words[rng.choice(_PREFIXES) + root + rng.choice(_SUFFIXES)] = None
    shuffled = list(words)
    rng.shuffle(shuffled)
    return shuffled


def varied(count: int, words: int, seed: int, types: int = 60_000) -> Iterator[str]:
    """Transcripts whose words follow Zipf's law over `types` word types."""
    rng = random.Random(seed)
    known = vocabulary(types, rng)
    weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(known))))
    for _ in range(count):
        yield _transcript(lambda size: rng.choices(known, cum_weights=weights, k=size), words, rng)


def few_types(count: int, words: int, seed: int) -> Iterator[str]:
    """Transcripts reshuffled from the sentences of the demonstration study's text files."""
    rng = random.Random(seed)
    text = " ".join(read_source(path).text for path in sorted(STUDY.rglob("*.txt")))
    sentences = [s.split() for s in text.replace("\n", " ").split(". ") if 4 < len(s.split()) < 30]
    for _ in range(count):
        yield _transcript(lambda size: rng.choice(sentences), words, rng)


def _transcript(sentence: Callable[[int], list[str]], words: int, rng: random.Random) -> str:
    lines, said = ["Nama: I-00", "Tanggal: 9 Februari 2026", ""], 0
    while said < words:
        lines.append("P: " + " ".join(sentence(rng.randint(5, 14))) + "?")
        answer = []
        for _ in range(rng.randint(1, 7)):
            spoken = sentence(rng.randint(5, 18))
            said += len(spoken)
            answer.append(" ".join(spoken).capitalize() + rng.choice((".", ".", ".", "!", ", ya.")))
        lines.append("I: " + " ".join(answer))
    return "\n".join(lines) + "\n"


def write(folder: Path, transcripts: Iterator[str]) -> int:
    """Put transcripts into a study folder; the number of bytes."""
    target = folder / "wawancara"
    target.mkdir(parents=True)
    size = 0
    for number, text in enumerate(transcripts):
        data = text.encode()
        size += len(data)
        (target / f"I-{number:05d}.txt").write_bytes(data)
    return size
