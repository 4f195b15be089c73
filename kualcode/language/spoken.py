"""Spoken Indonesian to standard spelling: nasal verbs (nunggu, ngerjain), -in for -kan or -i, spoken vowels.

For the correspondences compare Sneddon, Colloquial Jakartan Indonesian (2006).
"""

from __future__ import annotations

from collections.abc import Iterator

from kualcode.language.affixes import CLITICS, MIN_ROOT, VOWELS, bare, root
from kualcode.language.wordlists import forms, roots, spoken, words

# Initials that the nasal of meN- replaces, and those that it only precedes.
REPLACED = {"k": "ng", "p": "m", "t": "n", "s": "ny"}
KEPT = (("ng", "aiueoghkq"), ("m", "bfpv"), ("n", "cdjstz"))
# Spoken nasals and the letters that a root may have had in their place.
NASALS = (("ng", ("", "k")), ("ny", ("s", "c")), ("n", ("t",)), ("m", ("p",)))
CLUSTERS = ("mb", "nd", "nj", "ngg")
MIN_RESPELLED = 4
# Spoken beginnings and the standard prefix each stands for.
PREFIXES = (
    ("memper", "memper"),
    ("diper", "diper"),
    ("di", "di"),
    ("ke", "ter"),
    ("ter", "ter"),
    ("se", "se"),
    ("ber", "ber"),
    ("per", "per"),
)


def respelled(stem: str) -> Iterator[str]:
    """Standard spellings that a spoken stem may stand for: dateng, rame, pake, kalo, idup, taro."""
    yield stem
    last = max((stem.rfind(vowel) for vowel in VOWELS), default=-1)
    if 0 < last < len(stem) - 1 and stem[last] in "eo":
        yield stem[:last] + {"e": "a", "o": "u"}[stem[last]] + stem[last + 1 :]
    if stem.endswith("e"):
        yield stem[:-1] + "ai"
        yield stem[:-1] + "a"
    if stem.endswith("o"):
        yield stem[:-1] + "au"
        yield stem[:-1] + "uh"
    if stem[-1:] in tuple(VOWELS):
        yield stem + "h"
    if stem[:1] in tuple(VOWELS):
        yield "h" + stem


def known(stem: str, affixed: bool) -> str | None:
    """The standard spelling of a spoken stem that is a root; without affixes it must be a common word."""
    if len(stem) < MIN_ROOT:
        return None
    dictionary = roots() if affixed else words()
    for form in (spoken().get(stem, stem), stem) if affixed else ():
        if form in dictionary:
            return form
    if len(stem) < MIN_RESPELLED:
        return None
    return next((form for form in respelled(stem) if form in dictionary), None)


def denasalised(word: str) -> Iterator[str]:
    """Stems behind a spoken nasal prefix."""
    if word.startswith("nge"):
        yield word[3:]
    for start, lost in NASALS:
        if word.startswith(start):
            rest = word[len(start) :]
            if rest[:1] in tuple(VOWELS) and len(rest) >= MIN_ROOT:
                yield from (letter + rest for letter in lost)
            elif start + rest[:1] in CLUSTERS:
                yield rest
            return


def desuffixed(word: str) -> Iterator[tuple[str, str]]:
    """(stem, standard suffix) of a spoken word, the longest spoken suffix first."""
    if word.endswith("in") and len(word) > 4:
        yield word[:-2], "kan"
        if word.endswith("ein"):
            yield word[:-3] + "ai", "kan"
    for suffix in ("kan", "an", "i"):
        if word.endswith(suffix) and len(word) > len(suffix) + 2:
            yield word[: -len(suffix)], suffix
    yield word, ""


def active(stem: str) -> str:
    """`stem` with the standard active prefix meN-."""
    first = stem[:1]
    if sum(letter in VOWELS for letter in stem) == 1:
        return "menge" + stem
    if first in REPLACED and stem[1:2] in tuple(VOWELS):
        return "me" + REPLACED[first] + stem[1:]
    nasal = next((nasal for nasal, initials in KEPT if first in tuple(initials)), "")
    return "me" + nasal + stem


def joined(prefix: str, stem: str, suffix: str) -> str:
    """The standard word, with -i in place of -kan where only that form is listed."""
    if (prefix, suffix) == ("ter", "an"):
        prefix = "ke"
    verb, listed = active(stem), forms()
    if suffix == "kan" and verb + "kan" not in listed and verb + "i" in listed:
        suffix = "i"
    return (verb if prefix == "me" else prefix + stem) + suffix


def split(word: str) -> Iterator[tuple[str, str]]:
    """(standard prefix, spoken remainder) in the order of likelihood."""
    for prefix, standard_prefix in PREFIXES:
        if word.startswith(prefix) and len(word) > len(prefix) + 2:
            yield standard_prefix, word[len(prefix) :]
    yield "", word
    for stem in denasalised(word):
        yield "me", stem


def _far_fetched(prefix: str, suffix: str, spoken_stem: str, stem: str) -> bool:
    """Whether a bare nasal word was read with both its first and its last sound changed: Made as memada."""
    return prefix == "me" and not suffix and stem != spoken_stem and spoken_stem[-1] in VOWELS


def rebuilt(word: str) -> str | None:
    """The standard form of one spoken word by rule, None where no rule reaches a root."""
    for prefix, rest in split(word):
        for spoken_stem, suffix in desuffixed(rest):
            stem = known(spoken_stem, bool(prefix or suffix))
            if stem and not _far_fetched(prefix, suffix, spoken_stem, stem):
                return joined(prefix, stem, suffix)
    return None


def clipped(word: str) -> Iterator[str]:
    """`word` and what is left of it without one or two clitics of speech."""
    yield word
    for clitic in CLITICS:
        if word.endswith(clitic) and len(word) > len(clitic) + 2:
            yield word[: -len(clitic)]


def foreign(word: str) -> tuple[str, str] | None:
    """(standard spelling, root) of an unlisted verb whose spoken affixes leave no doubt: ngeforwardin."""
    stem = word[:-2] if word.endswith("in") else word
    suffix = "kan" if stem != word else ""
    if word.startswith("nge") and len(stem) > 5 and stem[3] not in VOWELS:
        return joined("me", stem[3:], suffix), stem[3:]
    if word.startswith("di") and suffix and len(stem) > 5:
        return joined("di", stem[2:], suffix), stem[2:]
    return None


def standard(word: str) -> str:
    """Standard spelling of a lower-case word; formal and unknown words come back as they are."""
    table = spoken()
    for shorter in clipped(word):
        if shorter in table and (shorter == word or bare(word) is None):
            return table[shorter]
    if root(word):
        return word
    return next((found for shorter in clipped(word) if (found := rebuilt(shorter))), word)
