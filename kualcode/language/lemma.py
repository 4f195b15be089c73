"""Indonesian words to their root (`lemma`) and to standard spelling without clitics (`norm`)."""

from __future__ import annotations

from functools import lru_cache

from kualcode.language import reduplication
from kualcode.language.affixes import root
from kualcode.language.spoken import standard

CACHED_WORDS = 131_072
LONG_ENOUGH = 7  # -nya also leaves unlisted words (kuotanya), but not names such as Sonya


def _analysed(word: str) -> tuple[str, str]:
    """(standard spelling without clitics, root) of a lower-case word without hyphens."""
    written = standard(word)
    found = root(written)
    if found:
        return found
    if written.endswith("nya") and len(written) >= LONG_ENOUGH:
        written = written[:-3]
    return written, written


def _simple_lemma(word: str) -> str:
    return _analysed(word)[1]


def _simple_norm(word: str) -> str:
    return _analysed(word)[0]


@lru_cache(maxsize=CACHED_WORDS)
def lemma(word: str) -> str:
    """The root: keterlambatannya -> lambat, ngerjain -> kerja, pegawai-pegawainya -> pegawai."""
    lower = word.lower()
    if "-" in lower.strip("-"):
        return reduplication.lemma(lower, _simple_lemma)
    return _simple_lemma(lower)


@lru_cache(maxsize=CACHED_WORDS)
def norm(word: str) -> str:
    """Standard spelling without clitics, affixes kept: udah -> sudah, pekerjaannya -> pekerjaan."""
    lower = word.lower()
    if "-" in lower.strip("-"):
        return reduplication.norm(lower, _simple_norm)
    return _simple_norm(lower)
