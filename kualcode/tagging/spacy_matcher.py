"""The same patterns found by spaCy: a Doc built from our own tokens, matched on lemmas and standard forms.

For those who want the Doc (Span export, displaCy, own components); it gives the same matches as the fast
matcher, only slower, and the tests hold the two together.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from kualcode.language.tokens import Token, tokenize
from kualcode.tagging.matcher import Match, is_term
from kualcode.tagging.vocabulary import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc


class SpacyMatcher:
    """PhraseMatcher on LEMMA and on NORM over Docs made from kualcode's tokens."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        from spacy.matcher import PhraseMatcher
        from spacy.vocab import Vocab

        self._language = vocabulary.language
        self._vocab = Vocab()
        self._all = vocabulary.patterns
        self._patterns: dict[str, list[int]] = {}  # numbers of the patterns with the same keys
        self._matchers = {
            by: PhraseMatcher(self._vocab, attr=attr) for by, attr in (("surface", "NORM"), ("lemma", "LEMMA"))
        }
        for order, pattern in enumerate(vocabulary.patterns):
            key = f"{pattern.by}:{' '.join(pattern.keys)}"
            if key not in self._patterns:
                self._matchers[pattern.by].add(key, [self._doc(pattern.keys, pattern.keys, pattern.keys)])
            self._patterns.setdefault(key, []).append(order)

    def doc(self, tokens: list[Token]) -> Doc:
        """A Doc with `norm_` and `lemma_` set, one spaCy token for each of ours."""
        words = [token.text for token in tokens]
        return self._doc(words, [self._language.norm(w) for w in words], [self._language.lemma(w) for w in words])

    def _doc(
        self,
        words: list[str] | tuple[str, ...],
        norms: list[str] | tuple[str, ...],
        lemmas: list[str] | tuple[str, ...],
    ) -> Doc:
        from spacy.tokens import Doc

        doc = Doc(self._vocab, words=list(words), lemmas=list(lemmas))
        for token, norm in zip(doc, norms, strict=True):
            token.norm_ = norm
        return doc

    def scan(self, text: str) -> SpacyScan:
        """A text ready to be matched by place."""
        return SpacyScan(self, tokenize(text))

    def matches(self, tokens: list[Token], first: int) -> list[Match]:
        """Every pattern in a run of tokens, whose first has the number `first`, in order of its first token."""
        if not tokens:
            return []
        doc = self.doc(tokens)
        found = sorted(
            (start, end - start > 1, by != "surface", order, end - 1)
            for by, matcher in self._matchers.items()
            for key, start, end in matcher(doc)
            for order in self._patterns[self._vocab.strings[key]]
        )
        return [
            Match(self._all[order].payload, first + start, first + last, tokens[start].start, tokens[last].end)
            for start, _, _, order, last in found
        ]


class SpacyScan:
    """A text's tokens; spaCy looks for the patterns where asked."""

    def __init__(self, matcher: SpacyMatcher, tokens: list[Token]) -> None:
        self._matcher, self._tokens = matcher, tokens
        self._ends = [token.end for token in tokens]

    def terms(self, start: int, end: int) -> list[Match]:
        """The terms and hints of codes in text[start:end], in order of their first token."""
        return [match for match in self._found(start, end) if is_term(match.payload)]

    def shades(self, start: int, end: int) -> list[Match]:
        """The cues and facets in text[start:end], in order of their first token."""
        return [match for match in self._found(start, end) if not is_term(match.payload)]

    def _found(self, start: int, end: int) -> list[Match]:
        first, stop = bisect_right(self._ends, start), bisect_right(self._ends, end)
        return self._matcher.matches(self._tokens[first:stop], first)
