"""Indonesian affixes: the root of a formal word, found by taking affixes off and asking the word lists.

For the nasal changes of meN- and peN-, the clitics and the circumfixes compare Sneddon, Adelaar, Djenar and
Ewing, Indonesian Reference Grammar (2nd ed. 2010). Of several readings long and common roots win.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from kualcode.language.wordlists import forms, roots, words

CLITICS = ("nya", "lah", "kah", "pun", "ku", "mu", "tah")
VOWELS = "aiueo"
CACHED = 32_768
MAX_PREFIXES = 3
MIN_ROOT = 3
MIN_LONG_ROOT = 4  # behind no prefix, or behind two
COMMON_BONUS = 2  # letters that a root of our own list counts for more
SHORT_VOWELS = 2  # menge- goes before one-syllable roots: mengecek, mengesahkan

# The nasal of meN- and peN- with the initial letters that it may have replaced.
LOST = (("ng", ("", "k")), ("ny", ("s",)), ("n", ("t",)), ("m", ("p", "f")))
# Endings of borrowed nouns that verbs are freely made of: dikalibrasi, memvaksinasi.
LOAN_ENDINGS = ("asi", "ksi", "usi")
LOAN_LENGTH = 6
GUESSED = ("me", "di", "ter", "pe")

# Suffixes each outer prefix allows; "" is a word without prefix.
SUFFIXES_OF = {
    "": ("", "an", "kan", "i"),
    "me": ("", "kan", "i"),
    "di": ("", "kan", "i"),
    "ter": ("", "kan", "i"),
    "ber": ("", "an", "kan"),
    "pe": ("", "an", "kan"),
    "per": ("", "an", "kan", "i"),
    "ke": ("an", ""),
    "se": ("", "an"),
    "ku": ("", "kan", "i"),
}
# Prefixes that may follow another one: memper-, keber-an, sepenge-, ketidak-an, diber-kan ...
INNER = {
    "": (),
    "me": ("per", "ber", "ter", "ke", "se", "pe", "tidak"),
    "di": ("per", "ber", "ter", "ke", "se", "pe", "tidak"),
    "ku": ("per", "ber"),
    "ter": ("per", "ber", "pe", "se", "ke"),
    "ber": ("ke", "pe", "per", "se", "ter"),
    "pe": ("ber", "ter", "per", "se", "ke", "tidak", "me"),
    "per": ("se", "ke", "ber"),
    "ke": ("ber", "ter", "pe", "se", "tidak", "per", "me"),
    "se": ("pe", "per", "ber", "ter", "ke"),
    "tidak": ("ber", "ter", "se", "pe", "me", "ke"),
}


def listed(word: str) -> str | None:
    """Root of a derived word that stands in the lists, followed to its end."""
    found = forms().get(word)
    return forms().get(found, found) if found else None


def nasal(rest: str) -> Iterator[str]:
    """Stems behind meN- or peN-, `rest` being what follows "me" or "pe"."""
    for sound, lost in LOST:
        if rest.startswith(sound):
            stem = rest[len(sound) :]
            if stem[:1] in tuple(VOWELS):
                yield from (letter + stem for letter in lost)
            elif sound != "ny":
                yield stem
            break
    if rest.startswith("nge") and sum(letter in VOWELS for letter in rest[3:]) <= SHORT_VOWELS:
        yield rest[3:]
    if rest[:1] in tuple("lrwynm") and rest[1:2] in tuple(VOWELS + "y"):
        yield rest


def after(prefix: str, word: str) -> Iterator[str]:
    """The stems left when `prefix` is taken off `word`."""
    if not word.startswith(prefix) or len(word) < len(prefix) + MIN_ROOT:
        return
    rest = word[len(prefix) :]
    if prefix in ("me", "pe"):
        yield from nasal(rest)
    if prefix != "me":
        yield rest
    if prefix in ("ber", "ter", "per") and rest:
        yield "r" + rest
    if prefix == "ber" and word.startswith("bel"):
        yield word[3:]


def outer(word: str) -> Iterator[tuple[str, str]]:
    """Each outer prefix of `word` with the stem behind it."""
    for prefix in SUFFIXES_OF:
        if prefix:
            for stem in after(prefix, word):
                yield prefix, stem
    if word.startswith("be") and "er" in word[2:5]:
        yield "ber", word[2:]


def inner(prefix: str, stem: str, depth: int) -> Iterator[tuple[int, str]]:
    """(number of prefixes, rest) for `stem` and what remains when further prefixes are taken off."""
    yield depth, stem
    if depth < MAX_PREFIXES:
        for following in INNER.get(prefix, ()):
            for rest in after(following, stem):
                yield from inner(following, rest, depth + 1)


def without(word: str, suffix: str) -> str:
    """`word` without `suffix`, or an empty string where it has none."""
    if not suffix:
        return word
    return word[: -len(suffix)] if word.endswith(suffix) and len(word) > len(suffix) + MIN_ROOT - 1 else ""


def stems(word: str) -> Iterator[tuple[int, str]]:
    """(number of prefixes, stem) for every way to take affixes off `word`."""
    for prefix, stem in (("", word), *outer(word)):
        for suffix in SUFFIXES_OF[prefix]:
            base = without(stem, suffix)
            if base and (prefix or suffix):
                yield from inner(prefix, base, 1 if prefix else 0)


def readings(word: str) -> Iterator[tuple[int, str]]:
    """(number of prefixes, root) for every root of the word lists that an analysis of `word` arrives at."""
    known = roots()
    for depth, stem in stems(word):
        if stem in known and len(stem) >= (MIN_ROOT if depth == 1 else MIN_LONG_ROOT):
            yield depth, stem


def weight(reading: tuple[int, str]) -> tuple[int, bool, int, str]:
    """Sort key of a reading: long and common roots first, then those with fewer prefixes."""
    depth, stem = reading
    common = stem in words()
    return len(stem) + COMMON_BONUS * common, common, -depth, stem


def compound(stem: str) -> bool:
    """Whether `stem` is two common words written together: nomordua, samarata."""
    cuts = range(MIN_LONG_ROOT - 1, len(stem) - MIN_ROOT + 1)
    return any(stem[:cut] in words() and stem[cut:] in words() for cut in cuts)


def loan(stem: str) -> bool:
    """Whether `stem` ends like a borrowed noun: kalibrasi, vaksinasi."""
    return len(stem) >= LOAN_LENGTH and stem.endswith(LOAN_ENDINGS)


def guessed(word: str) -> str | None:
    """The compound or borrowed noun behind a prefix, though it stands in no list."""
    for prefix, stem in outer(word):
        if prefix in GUESSED and len(stem) >= LOAN_LENGTH:
            for suffix in ("kan", "an", "i", ""):
                base = without(stem, suffix)
                if compound(base) or (suffix != "i" and loan(base)):
                    return base
    return None


@lru_cache(maxsize=CACHED)
def bare(word: str) -> str | None:
    """Root of a word without clitics: listed, or taken apart; None if the word is unknown."""
    found = listed(word)
    if found or word in roots():
        return found or word
    best = max(readings(word), key=weight, default=None)
    return listed(best[1]) or best[1] if best else guessed(word)


def without_clitics(word: str) -> Iterator[str]:
    """`word` itself, then ever shorter without its trailing clitics."""
    yield word
    for clitic in CLITICS:
        if word.endswith(clitic) and len(word) >= len(clitic) + MIN_ROOT:
            yield from without_clitics(word[: -len(clitic)])


def root(word: str) -> tuple[str, str] | None:
    """(word without clitics, its root), or None where no reading reaches a known word."""
    for shorter in without_clitics(word):
        found = bare(shorter)
        if found:
            return shorter, found
    return None
