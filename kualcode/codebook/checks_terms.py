"""What must hold between the terms of different codes, and how terms are compared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kualcode.codebook.shapes import Flaw, Path
from kualcode.errors import Bi
from kualcode.model import Codebook

Tree = dict[str, Any]
STRONG = ("lemmas", "phrases", "colloquial")


def bare(term: str) -> str:
    """A term as it is compared: without its lock, case and extra blanks."""
    return " ".join(term.removeprefix("=").casefold().split())


def strong_terms(tree: Tree) -> Iterator[tuple[int, Path, str]]:
    """Number of the code, path and term of all that suggests a code by itself; unchecked dialects do not."""
    for index, code in enumerate(tree["codes"]):
        above: Path = ("codes", index, "terms")
        for key in STRONG:
            for number, term in enumerate(code["terms"][key]):
                yield index, (*above, key, number), term
        for name, words in code["terms"]["dialects"].items():
            if isinstance(words, dict):
                for number, term in enumerate(words["words"]):
                    yield index, (*above, "dialects", name, "words", number), term


def _shared_terms(tree: Tree, book: Codebook) -> Iterator[Flaw]:
    """A term belongs to one code; what several codes share can only be a hint."""
    owner: dict[str, int] = {}
    for index, path, term in strong_terms(tree):
        if book.codes[index].retired or not bare(term):
            continue
        first = owner.setdefault(bare(term), index)
        if first != index:
            other = book.codes[first].id
            yield Flaw(path, _SHARED.fill(term=term, code=book.codes[index].id, other=other), _AS_HINT)


def _cues(_tree: Tree, book: Codebook) -> Iterator[Flaw]:
    """A cue has one stance."""
    for index, code in enumerate(book.codes):
        good = {bare(word) for word in code.stance_cues.positive}
        for number, word in enumerate(code.stance_cues.negative):
            if word and bare(word) in good:
                path = ("codes", index, "stance_cues", "negative", number)
                yield Flaw(path, _BOTH.fill(word=word), _ONE_STANCE)


TERM_CHECKS = (_shared_terms, _cues)

_SHARED = Bi("Istilah “{term}” ada pada {code} dan {other}.", "The term “{term}” stands under {code} and {other}.")
_AS_HINT = Bi(
    "Hapus dari salah satunya, atau pindahkan ke hints pada keduanya.",
    "Remove it from one of them, or move it to hints in both.",
)
_BOTH = Bi("“{word}” ada di positive dan negative.", "“{word}” is in both positive and negative.")
_ONE_STANCE = Bi("Sisakan di satu sisi.", "Keep it on one side.")
