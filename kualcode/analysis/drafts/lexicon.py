"""Words of academic prose by kind, from `language/data/*_draft.txt`, and a sentence as words to look for them in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from kualcode import language
from kualcode.language.tokens import tokenize
from kualcode.language.wordlists import function_words

LANGUAGES = ("id", "en")
ACTIVITIES = ("training", "travel", "meeting", "overtime", "reporting", "ceremony")
_CLITICS = ("nya", "lah", "kah", "pun")
_SHORTEST = 4  # letters that must be left of a word without its clitic
_VERBS = ("me", "ber", "di", "ter")  # beginnings of Indonesian verbs
_REMEMBERED = 32_768  # words
_SHARED = frozenset(("per",))  # of both languages
_PLAIN = 3  # function words of another language by which a part plainly speaks it
_CONTENT = 3  # letters of a content word at least


class Word(NamedTuple):
    """A token in lower case, the same without -nya and the like, and its place in the sentence's text."""

    text: str
    bare: str
    start: int
    end: int


@cache
def _kinds(code: str) -> dict[str, tuple[str, ...]]:
    """Entries of one language by kind; `#` lines and blank ones say nothing."""
    found: dict[str, list[str]] = {}
    kind = ""
    path = files("kualcode.language") / "data" / f"{code}_draft.txt"
    for line in map(str.strip, path.read_text(encoding="utf-8").splitlines()):
        if line.startswith("["):
            kind = line.strip("[]")
        elif line and not line.startswith("#"):
            found.setdefault(kind, []).append(line)
    return {name: tuple(entries) for name, entries in found.items()}


@cache
def entries(kind: str) -> frozenset[str]:
    """All entries of a kind, of both languages: a draft may hold two."""
    return frozenset(entry for code in LANGUAGES for entry in _kinds(code).get(kind, ()))


_Index = dict[str, tuple[tuple[str, ...], ...]]


@cache
def _by_first(kind: str) -> _Index:
    """The entries of a kind as words, by the first of them, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for entry in sorted(entries(kind)):
        parts = tuple(entry.split())
        found.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(group, key=len, reverse=True)) for first, group in found.items()}


def words(text: str) -> list[Word]:
    """The tokens of a sentence."""
    folded = ((token.text.casefold(), token.start, token.end) for token in tokenize(text))
    return [Word(word, bare(word), start, end) for word, start, end in folded]


@lru_cache(maxsize=_REMEMBERED)
def bare(word: str) -> str:
    """A word without -nya, -lah, -kah, -pun."""
    for clitic in _CLITICS:
        if word.endswith(clitic) and len(word) - len(clitic) >= _SHORTEST:
            return word[: -len(clitic)]
    return word


def match(sentence: Sequence[Word], at: int, kind: str) -> int:
    """How many words of the longest entry of a kind stand at a place; 0 for none."""
    return _match(sentence, at, _by_first(kind)) if 0 <= at < len(sentence) else 0


def _match(sentence: Sequence[Word], at: int, index: _Index) -> int:
    word = sentence[at]
    entries_ = index.get(word.text, ())
    if word.bare != word.text:
        entries_ = (*entries_, *index.get(word.bare, ()))
    for entry in entries_:
        size = len(entry)
        if size == 1 or (
            at + size <= len(sentence)
            and all(sentence[at + n].text == entry[n] or sentence[at + n].bare == entry[n] for n in range(1, size))
        ):
            return size
    return 0


def spots(sentence: Sequence[Word], kind: str) -> Iterator[tuple[int, int]]:
    """Where entries of a kind stand: number of the first word, and of the first behind; they never overlap."""
    index = _by_first(kind)
    behind = 0
    for at, word in enumerate(sentence):
        if at < behind or (word.text not in index and word.bare not in index):
            continue
        size = _match(sentence, at, index)
        if size:
            yield at, at + size
            behind = at + size


def has(sentence: Sequence[Word], kind: str) -> bool:
    """Whether any entry of a kind stands in a sentence."""
    return next(spots(sentence, kind), None) is not None


@cache
def _generic(code: str) -> frozenset[str]:
    lemma = language.get(code).lemma
    return frozenset(lemma(word) for word in _kinds(code)["generic"]) | frozenset(_kinds(code)["generic"])


@lru_cache(maxsize=_REMEMBERED)
def root(word: str, code: str) -> str | None:
    """The root of a content word; None for one that has no matter of its own here."""
    if len(word) < _CONTENT or not word[0].isalpha() or word in function_words(code):
        return None
    found = language.get(code).lemma(word)
    return None if found in _generic(code) or word in _generic(code) or found in function_words(code) else found


def roots(text: str, code: str) -> tuple[str, ...]:
    """Roots of the content words of a text, each once; names of places and offices (capitals) are left out."""
    found: dict[str, None] = {}
    for number, token in enumerate(tokenize(text)):
        if number and token.text[:1].isupper() and not token.text.isupper():
            continue
        for part in token.text.casefold().split("-"):
            made = root(part, code)
            if made is not None:
                found[made] = None
    return tuple(found)


def lemma(word: str, code: str) -> str:
    """The root of a word, whether or not it has a matter of its own."""
    return language.get(code).lemma(word)


def activities(sentence: Sequence[Word]) -> tuple[str, ...]:
    """Kinds of activity that a stretch names, each as "*training"."""
    return tuple(f"*{kind}" for kind in ACTIVITIES if has(sentence, f"activity_{kind}"))


def stems(text: str, code: str) -> tuple[str, ...]:
    """Roots of all words of a text but function words, each once: by them a list's name is compared."""
    words_ = (token.text.casefold() for token in tokenize(text))
    kept = (w for w in words_ if len(w) >= _CONTENT and w[0].isalpha() and w not in function_words(code))
    return tuple(dict.fromkeys(lemma(word, code) for word in kept))


def is_verb(word: str, code: str) -> bool:
    """Whether an Indonesian word is a verb by its form: a prefix of verbs and no noun's ending."""
    noun = (word.endswith("an") and not word.endswith("kan")) or bare(word) != word
    return code == "id" and word.startswith(_VERBS) and not noun and language.get(code).lemma(word) != word


def is_praise(word: str) -> bool:
    """Whether a word is a bare label: it praises or blames and names no matter."""
    return any(word in entries(kind) for kind in ("head_good", "head_bad", "head_near", "head_bad_near"))


def language_of(text: str, default: str | None = None) -> str:
    """The language of a stretch of text, by its function words.

    That of the whole draft (`default`) holds for a part of it unless the part plainly speaks another.
    """
    seen = [word for token in tokenize(text) if (word := token.text.casefold()) not in _SHARED]
    counts = {code: sum(word in function_words(code) for word in seen) for code in LANGUAGES}
    if default is None:
        return max(LANGUAGES, key=counts.__getitem__)
    other = max(LANGUAGES, key=counts.__getitem__)
    return other if counts[other] >= _PLAIN and counts[other] > counts[default] else default
