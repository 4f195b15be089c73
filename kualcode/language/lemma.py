"""Indonesian words to their root (`lemma`) and to standard spelling without clitics (`norm`)."""

from __future__ import annotations

from functools import lru_cache

from kualcode.language import reduplication
from kualcode.language.affixes import root
from kualcode.language.cues import load as cues
from kualcode.language.spoken import foreign, standard

CACHED_WORDS = 32_768
LONG_ENOUGH = 7  # -nya also leaves unlisted words (kuotanya), but not names such as Sonya


@lru_cache(maxsize=CACHED_WORDS)
def _simple(word: str) -> tuple[str, str]:
    """(standard spelling without clitics, root) of a lower-case word without hyphens."""
    written = standard(word)
    found = root(written) or foreign(written)
    if found:
        return found[0], standard(found[1])  # mengantri and antri meet in antre
    if written.endswith("nya") and len(written) >= LONG_ENOUGH:
        written = written[:-3]
    return written, written


@lru_cache(maxsize=1)
def _whole() -> frozenset[str]:
    """Cue words whose ending is part of them: harusnya, katanya, apakah."""
    return frozenset(cues("id").whole)


def analyse(word: str) -> tuple[str, str]:
    """(norm, lemma) of a word, for those who need both."""
    lower = word.lower()
    if "-" in lower.strip("-"):
        return (
            reduplication.norm(lower, lambda part: _simple(part)[0]),
            reduplication.lemma(lower, lambda part: _simple(part)[1]),
        )
    written, found = _simple(lower)
    return (lower if lower in _whole() else written), found


def lemma(word: str) -> str:
    """The root: keterlambatannya -> lambat, ngerjain -> kerja, pegawai-pegawainya -> pegawai."""
    return analyse(word)[1]


def norm(word: str) -> str:
    """Standard spelling without clitics, affixes kept: udah -> sudah, pekerjaannya -> pekerjaan."""
    return analyse(word)[0]
