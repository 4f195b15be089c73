"""Languages that kualcode reads: words to standard forms and roots, and the words that turn a statement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kualcode.language.cues import Cues
from kualcode.language.cues import load as load_cues


@dataclass(frozen=True, slots=True)
class Language:
    """One language: `norm` gives the standard spelling without clitics, `lemma` the root."""

    code: str
    norm: Callable[[str], str]
    lemma: Callable[[str], str]
    cues: Cues


def get(code: str) -> Language:
    """Indonesian ("id") or English ("en"); for any other language words are only folded to lower case."""
    if code == "id":
        from kualcode.language import lemma as words

        return Language(code, words.norm, words.lemma, load_cues(code))
    if code == "en":
        from kualcode.language import english

        return Language(code, english.norm, english.lemma, load_cues(code))
    return Language(code, str.casefold, str.casefold, load_cues(code))
