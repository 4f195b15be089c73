"""A codebook and its language compiled to patterns: what the matchers look for.

A pattern is a run of words, compared either by standard spelling ("surface") or by root ("lemma").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from kualcode import language
from kualcode.language.cues import Cues
from kualcode.language.tokens import tokenize
from kualcode.model import Code, Codebook

By = Literal["surface", "lemma"]

# Roles of a pattern. The first two belong to a code and make it a candidate; the others shade a candidate.
TERM, HINT = "term", "hint"
FACET, GOOD, BAD = "facet", "good", "bad"
BREAK = "break"
BREAKS = (",", ";", ":", "(", ")", "\u2013", "\u2014", ".", "\u2026", "?", "!")
CUE_ROLES = (
    "positive",
    "negative",
    "neutral",
    "negation",
    "negation_exceptions",
    "adversative",
    "concessive",
    "cause_before",
    "cause_after",
    "norm",
    "norm_weak",
    "norm_duty",
    "hearsay",
    "generic",
    "then",
    "then_exceptions",
    "now",
    "instance",
)


class Payload(NamedTuple):
    """What a pattern means when it is found."""

    role: str
    code: str = ""
    term: str = ""  # as the codebook or word list writes it
    rule: str = ""  # for terms: lemma, surface, phrase, colloquial, dialect, hint
    facet: str = ""


class Pattern(NamedTuple):
    """A run of keys to find, and what it means."""

    by: By
    keys: tuple[str, ...]
    payload: Payload


class Vocabulary:
    """Every pattern of one codebook, with the language that it is written in."""

    def __init__(self, codebook: Codebook) -> None:
        self.language = language.get(codebook.primary_language)
        self.patterns = tuple(dict.fromkeys(self._all(codebook)))

    def _all(self, codebook: Codebook) -> Iterator[Pattern]:
        for code in codebook.codes:
            if code.codable and code.retired is None:
                yield from self._code(code)
        yield from self._cues(self.language.cues)
        lexicon = codebook.lexicon
        for role, words in (
            ("neutral", self.language.cues.set_phrase),
            ("negation", lexicon.negation),
            ("negation_exceptions", lexicon.negation_exceptions),
            ("adversative", lexicon.adversative),
            ("concessive", lexicon.concessive),
        ):
            yield from (self._surface(word, Payload(role, term=word)) for word in words)
        for mark in BREAKS:
            yield Pattern("surface", (mark,), Payload(BREAK))

    def _code(self, code: Code) -> Iterator[Pattern]:
        for rule, words in (
            ("lemma", code.terms.lemmas),
            ("phrase", code.terms.phrases),
            ("colloquial", code.terms.colloquial),
            *_dialects(code),
        ):
            for word in words:
                yield self._term(word, Payload(TERM, code.id, word.removeprefix("="), rule), rule == "lemma")
        for word in code.terms.hints:
            yield self._term(word, Payload(HINT, code.id, word.removeprefix("="), "hint"), " " not in word)
        for facet in code.facets:
            yield from self._both(facet.terms, Payload(FACET, code.id, facet=facet.id))
        yield from self._both(code.stance_cues.positive, Payload(GOOD, code.id))
        yield from self._both(code.stance_cues.negative, Payload(BAD, code.id))

    def _cues(self, cues: Cues) -> Iterator[Pattern]:
        for role in CUE_ROLES:
            for word in getattr(cues, role):
                payload = Payload(role, term=word.removeprefix("~"))
                yield (self._lemma(word[1:], payload) if word.startswith("~") else self._surface(word, payload))

    def _both(self, words: Iterable[str], payload: Payload) -> Iterator[Pattern]:
        """Cues of a code: a root finds all its forms; an inflected word, a locked one and several words only
        themselves ("berhari-hari" is not every "hari")."""
        for word in words:
            is_root = " " not in word and self.language.lemma(word) == word
            yield self._term(word, payload._replace(term=word.removeprefix("=")), is_root)

    def _term(self, word: str, payload: Payload, by_lemma: bool) -> Pattern:
        if word.startswith("="):
            surface = self._surface(word[1:], payload)
            rule = "surface" if payload.role == TERM else payload.rule
            return surface._replace(payload=payload._replace(rule=rule))
        return self._lemma(word, payload) if by_lemma else self._surface(word, payload)

    def _surface(self, words: str, payload: Payload) -> Pattern:
        return Pattern("surface", tuple(self.language.norm(token.text) for token in tokenize(words)), payload)

    def _lemma(self, words: str, payload: Payload) -> Pattern:
        return Pattern("lemma", tuple(self.language.lemma(token.text) for token in tokenize(words)), payload)


def _dialects(code: Code) -> list[tuple[str, tuple[str, ...]]]:
    return [("dialect", words) for _, words in code.terms.dialects]
