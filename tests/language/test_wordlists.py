"""Word lists that are asked for by name."""

from __future__ import annotations

import pytest

from kualcode.language.wordlists import function_words


@pytest.mark.parametrize(("language", "held", "not_held"), [("id", "untuk", "surat"), ("en", "the", "letter")])
def test_function_words_carry_no_matter(language: str, held: str, not_held: str) -> None:
    words = function_words(language)
    assert held in words
    assert not_held not in words
    assert all(word == word.lower() for word in words)


def test_another_language_has_none() -> None:
    assert function_words("fr") == frozenset()
