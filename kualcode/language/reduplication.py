"""Words with hyphens: reduplication (berlari-lari), loose affixes (di-upload, SPJ-nya), compounds."""

from __future__ import annotations

from collections.abc import Callable

from kualcode.language.affixes import CLITICS, listed, root

NASAL_PREFIXES = ("me", "mem", "men", "meng", "menge", "nge", "ng", "pe", "pem", "pen", "peng")
PREFIXES = frozenset((*NASAL_PREFIXES, "di", "ber", "ter", "ke", "se", "per", "memper", "diper", "ku"))
SUFFIXES = frozenset((*CLITICS, "an", "kan", "in", "i"))


def loose(parts: list[str]) -> tuple[list[str], list[str], list[str]]:
    """(prefixes, core, suffixes) of a word written with hyphens at its affixes."""
    first, last = 0, len(parts)
    if parts[0] in PREFIXES and len(parts) > 1:
        first = 1
    while last > first + 1 and parts[last - 1] in SUFFIXES:
        last -= 1
    if not "".join(parts[first:last]).isalpha():
        first = 0
        last = len(parts) - (parts[-1] in CLITICS)
    return parts[:first], parts[first:last], parts[last:]


def lemma(word: str, simple: Callable[[str], str]) -> str:
    """Root of a hyphenated lower-case word; `simple` gives the root of a part."""
    found = listed(word)
    if found:
        return found
    _, core, _ = loose(word.split("-"))
    if not all(part.isalpha() for part in core) or len(core) > 2:
        return "-".join(core)
    if len(core) == 1:
        return simple(core[0])
    return _pair(core[0], core[1], simple)


def _pair(left: str, right: str, simple: Callable[[str], str]) -> str:
    """Root of two joined words: the repeated one, else the first if it is a word."""
    first, second = simple(left), simple(right)
    if first == second:
        return first
    if left == second or left.endswith(second):
        return second
    if right.startswith(left):
        return first
    if root(left) and root(right):
        return first
    return f"{left}-{right}"


def norm(word: str, simple: Callable[[str], str]) -> str:
    """Standard spelling of a hyphenated lower-case word, without clitics."""
    prefixes, core, suffixes = loose(word.split("-"))
    kept = "".join(part for part in suffixes if part not in CLITICS)
    if not prefixes and not kept:
        return "-".join(map(simple, core))
    return simple("".join(prefixes) + "-".join(core) + kept)
