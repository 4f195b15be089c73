"""English words to their lemma (`lemma`) and to standard spelling without the possessive (`norm`).

Suffix rules in the manner of Porter, An algorithm for suffix stripping (1980), but kept to whole words: a
stem gets back its silent e, and a short table holds the irregular forms.
"""

from __future__ import annotations

from functools import cache, lru_cache

from kualcode.language.wordlists import groups

CACHED_WORDS = 32_768
VOWELS = "aeiouy"
POSSESSIVES = ("'s", "’s", "s'", "s’")
MIN_STEM = 3
# Ends of a stem that has lost its silent e.
SILENT_E = (
    "at",
    "iz",
    "is",
    "uc",
    "nc",
    "rc",
    "rv",
    "lv",
    "iv",
    "ov",
    "eas",
    "aus",
    "ang",
    "arg",
    "dg",
    "ur",
    "bl",
)
DOUBLED = "bdgmnprt"
NEVER_S = ("ss", "us", "is")


@cache
def _irregular() -> dict[str, str]:
    """Irregular form -> lemma."""
    table = groups("en_forms.txt")
    table.update({head: head for head in table.values()})
    return table


def _vowels(stem: str) -> int:
    """Number of vowel groups, a measure of syllables."""
    return sum(letter in VOWELS and (at == 0 or stem[at - 1] not in VOWELS) for at, letter in enumerate(stem))


def _restored(stem: str) -> str:
    """`stem` of an -ed or -ing form with its doubled consonant undone or its silent e back."""
    if stem[-1] == stem[-2] and stem[-1] in DOUBLED:
        return stem[:-1]
    short = _vowels(stem) == 1 and len(stem) > 2 and stem[-2] in VOWELS and stem[-3] not in VOWELS
    if stem.endswith(SILENT_E) or (short and stem[-1] not in VOWELS + "wx"):
        return stem + "e"
    return stem


def _plural(word: str) -> str:
    """`word` without plural or third person -s."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(NEVER_S) and len(word) > MIN_STEM:
        return word[:-1]
    return word


def _verb(word: str) -> str:
    """`word` without -ed or -ing."""
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    for suffix in ("ing", "ed"):
        stem = word[: -len(suffix)]
        if word.endswith(suffix) and len(stem) >= MIN_STEM and _vowels(stem):
            return _restored(stem)
    return word


def _adjective(word: str) -> str:
    """`word` without -ness, -ly or -ment."""
    for suffix in ("ness", "ly", "ment"):
        stem = word[: -len(suffix)]
        if word.endswith(suffix) and len(stem) > MIN_STEM and _vowels(stem):
            return stem[:-1] + "y" if stem.endswith("i") else stem
    return word


@lru_cache(maxsize=CACHED_WORDS)
def lemma(word: str) -> str:
    """The lemma: delays, delayed -> delay; training -> train; lateness -> late."""
    form = norm(word)
    table = _irregular()
    for rule in (str, _plural, _verb, _adjective):
        form = rule(form)
        if form in table:
            return table[form]
    return form


@lru_cache(maxsize=CACHED_WORDS)
def norm(word: str) -> str:
    """Lower case without the possessive: Office's -> office."""
    lower = word.lower()
    for ending in POSSESSIVES:
        if lower.endswith(ending) and len(lower) > len(ending):
            return lower[: -len(ending)] + ("s" if ending[0] == "s" else "")
    return lower


def analyse(word: str) -> tuple[str, str]:
    """(norm, lemma) of a word."""
    return norm(word), lemma(word)
