"""What the tests of drafts share: the codebook with its names and labels, and sentences ready to be searched."""

from __future__ import annotations

from pathlib import Path

from kualcode.analysis.drafts import lexicon
from kualcode.analysis.drafts.enumerations import Line, Lister
from kualcode.analysis.drafts.labels import Scale
from kualcode.analysis.drafts.reading import Reader, Sentence, Tools
from kualcode.analysis.drafts.scopes import Scopes
from kualcode.analysis.drafts.sections import blocks
from kualcode.codebook import read

ROOT = Path(__file__).parents[2]
BOOK = read(ROOT / "codebooks" / "asn-kinerja.yaml")[0]
SCOPES, SCALE = Scopes(BOOK), Scale(BOOK.label_scale)


def line(text: str, language: str = "id") -> Line:
    """A sentence ready to be searched."""
    return Line(text, lexicon.words(text), language)


def lines(text: str, language: str = "id") -> list[Line]:
    """Sentences that end in a full stop and a blank."""
    return [line(one if one.endswith(".") else f"{one}.", language) for one in text.split(". ")]


def lister() -> Lister:
    """A finder of lists that knows codes by their names only."""
    return Lister(BOOK, SCOPES, lambda words: ())


def sentences(text: str, form: str = "md") -> list[Sentence]:
    """A draft read without a tagger: what its words and names alone tell."""
    tools = Tools(lambda words: [], lambda words: (), lambda words: ())
    return Reader(BOOK, SCOPES, tools).read(text, blocks(text, form, SCOPES), [])
