"""How long a named service takes: said of it, or as the answer to a question about it (method 1.5)."""

from __future__ import annotations

from collections.abc import Sequence

from kualcode.analysis.claims.said import Said
from kualcode.analysis.claims.words import Lexicon


def take_service(said: Said, asked: Sequence[str], lex: Lexicon) -> None:
    """Make a time one of the service that its clause names, else of the one that was asked about.

    `asked` are texts in which the service of a bare answer may stand, the nearest first: "Empat hari." What is said to
    be finished in a time is a result, also where it is held to a standard; of several services, it is of none.
    """
    if not lex["span"].by_first.get(said.noun) or said.rate or said.outcome:
        return
    words = lex.words(" ".join(said.subject))
    named = _services(" ".join(said.subject), lex)
    if len(named) == 1:
        if said.modality == "target" and any(lex["finished"].holds(word) for word in words):
            said.modality = "realised"
        said.subject = named[0].split()
    elif not named and not said.subject:
        found = next((names for text in asked if (names := _services(text, lex))), [])
        said.subject = found[0].split() if len(found) == 1 else []


def _services(text: str, lex: Lexicon) -> list[str]:
    """The services that a text names, each once."""
    return list(dict.fromkeys(found.head for found in lex["service"].find(lex.words(text))))
