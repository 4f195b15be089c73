"""Languages that kualcode reads: words to standard forms and roots, and the words that turn a statement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kualcode.language.cues import Cues
from kualcode.language.cues import load as load_cues


@dataclass(frozen=True, slots=True)
class Language:
    """One language: `analyse` gives a word's standard spelling without clitics, and its root."""

    code: str
    analyse: Callable[[str], tuple[str, str]]
    cues: Cues

    def norm(self, word: str) -> str:
        """The standard spelling of a word, without clitics."""
        return self.analyse(word)[0]

    def lemma(self, word: str) -> str:
        """The root of a word."""
        return self.analyse(word)[1]


def get(code: str) -> Language:
    """Indonesian ("id") or English ("en"); for any other language words are only folded to lower case."""
    if code == "id":
        from kualcode.language.lemma import analyse

        return Language(code, analyse, load_cues(code))
    if code == "en":
        from kualcode.language.english import analyse as analyse_english

        return Language(code, analyse_english, load_cues(code))
    return Language(code, lambda word: (word.casefold(), word.casefold()), load_cues(code))
