"""The words by which figures are told to be of the same thing, from `{language}_claims.txt`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from kualcode.language import Language, get
from kualcode.language.numbers import GRAMMARS, parse
from kualcode.language.tokens import tokenize
from kualcode.language.wordlists import function_words

Entry = tuple[tuple[str, ...], str]  # the words of a form, and the head for which it stands


class Word(NamedTuple):
    """A word of a text in standard spelling, with its root and place."""

    norm: str
    lemma: str
    start: int
    end: int


class Found(NamedTuple):
    """A form found among words: words[first:last], and the head for which it stands."""

    first: int
    last: int
    head: str


@dataclass(frozen=True)
class Phrases:
    """One section of the list, by the first word of each form; the longest form is found first."""

    by_first: dict[str, tuple[Entry, ...]] = field(default_factory=dict)  # "~word" for a form that begins with a root
    by_root: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    heads: frozenset[str] = frozenset()

    def at(self, words: Sequence[Word], index: int) -> Found | None:
        """The longest form that begins at words[index]."""
        word = words[index]
        exact, rooted = self.by_first.get(word.norm), self.by_root.get(word.lemma)
        if exact is None and rooted is None:
            return None
        fit = [entry for entry in (*(exact or ()), *(rooted or ())) if _stands(entry[0], words, index)]
        if not fit:
            return None
        form, head = max(fit, key=lambda entry: len(entry[0]))
        return Found(index, index + len(form), head)

    def find(self, words: Sequence[Word]) -> Iterator[Found]:
        """Every form in order, none inside another."""
        index = 0
        while index < len(words):
            found = self.at(words, index)
            if found:
                yield found
            index = found.last if found else index + 1

    def holds(self, word: Word) -> bool:
        """Whether the word alone is a form."""
        return self.at((word,), 0) is not None


def _stands(form: tuple[str, ...], words: Sequence[Word], index: int) -> bool:
    there = words[index : index + len(form)]
    return len(there) == len(form) and all(
        part in (word.norm, f"~{word.lemma}") for part, word in zip(form, there, strict=True)
    )


@dataclass(frozen=True)
class Lexicon:
    """The word lists of one language and its reader."""

    language: Language
    sections: dict[str, Phrases]
    empty: frozenset[str]  # words that carry no matter

    def __getitem__(self, section: str) -> Phrases:
        return self.sections.get(section, _NO_PHRASES)

    def words(self, text: str, start: int = 0, end: int | None = None) -> list[Word]:
        """The words of text[start:end]; numbers and punctuation are left out."""
        return [
            Word(*self.language.analyse(token.text), token.start, token.end)
            for token in tokenize(text, start, end)
            if token.text[0].isalpha()
        ]

    def is_number(self, word: str) -> bool:
        """Whether a word is a number ("lima")."""
        return _is_number(word, self.language.code)


_NO_PHRASES = Phrases()


@lru_cache(maxsize=4096)
def _is_number(word: str, language: str) -> bool:
    return any(quantity.is_claim for quantity in parse(word, language=language))


@lru_cache(maxsize=4)
def lexicon(language: str) -> Lexicon:
    """The lists of a language; one without lists has empty ones."""
    known = get(language)
    if language not in GRAMMARS:
        return Lexicon(known, {}, frozenset())
    path = files("kualcode.language") / "data" / f"{language}_claims.txt"
    sections = _sections(path.read_text(encoding="utf-8").splitlines())
    fillers = (entry for entry in (*known.cues.filler, *known.cues.address) if " " not in entry)
    return Lexicon(
        known,
        {name: _phrases(lines) for name, lines in sections.items()},
        frozenset((*function_words(language), *fillers)),
    )


def _sections(lines: Iterable[str]) -> dict[str, list[str]]:
    """Lines by `[section]`, without comments and blanks."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in map(str.strip, lines):
        if line.startswith("["):
            name = line.strip("[]")
        elif line and not line.startswith("#"):
            found.setdefault(name, []).append(line)
    return found


def _phrases(lines: Iterable[str]) -> Phrases:
    by_first: dict[str, list[Entry]] = {}
    for line in lines:
        head, _, forms = line.partition(" = ")
        for form in (forms or head).split("|"):
            words = tuple(form.split())
            by_first.setdefault(words[0], []).append((words, head.strip().removeprefix("~")))
    heads = frozenset(head for entries in by_first.values() for _, head in entries)
    roots = {first[1:]: tuple(entries) for first, entries in by_first.items() if first.startswith("~")}
    return Phrases({first: tuple(entries) for first, entries in by_first.items()}, roots, heads)
