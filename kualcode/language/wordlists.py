"""The word lists of `data/`, each read once on first use; Indonesian where no language is said."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files


def lines(name: str) -> Iterator[list[str]]:
    """The words of each line of a data file, without comments and blank lines."""
    text = (files(__package__) / "data" / name).read_text(encoding="utf-8")
    return (line.split() for line in text.splitlines() if line and not line.startswith("#"))


def groups(name: str) -> dict[str, str]:
    """A file of `head form form ...` lines as form -> head."""
    table: dict[str, str] = {}
    for head, *forms in lines(name):
        table.update(dict.fromkeys(forms, head))
    return table


@cache
def words() -> frozenset[str]:
    """Common roots of our own list: kept whole and preferred over all other roots."""
    return frozenset(word for line in lines("id_words.txt") for word in line)


@cache
def forms() -> dict[str, str]:
    """Derived form -> root; our own exceptions win over the vendored table."""
    table = groups("id_table.txt")
    table.update(groups("id_forms.txt"))
    for word in words():
        table[word] = word
    return table


@cache
def roots() -> frozenset[str]:
    """Every word that may stand at the heart of a derived word."""
    return words() | frozenset(forms().values())


@cache
def spoken() -> dict[str, str]:
    """Spoken or chat spelling -> standard spelling."""
    return groups("id_spoken.txt")


@cache
def function_words(language: str) -> frozenset[str]:
    """Words of a language ("id" or "en") that carry no matter of their own; empty for any other language."""
    if language not in ("id", "en"):
        return frozenset()
    return frozenset(word for line in lines(f"{language}_function.txt") for word in line)
