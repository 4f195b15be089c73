"""The instrument of a study: which questions, aspects and documents stand for which codes, and who was asked what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from kualcode.analysis.evidence import Technique
from kualcode.model import Codebook

Heard = Literal["said", "silent", "not_asked"]
LETTERS: dict[Technique, str] = {"interview": "W", "observation": "O", "documentation": "D"}


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the grid (kisi-kisi): a question, an aspect to observe, or a document to look for."""

    number: str  # as the instrument numbers it
    technique: Technique
    code: str
    text: str
    informants: tuple[str, ...] = ()  # codes, positions or groups, as written; empty is everybody

    @property
    def id(self) -> str:
        """W-3, O-1, D-2: the technique's letter and the number."""
        return f"{LETTERS[self.technique]}-{self.number}"


class Answer(NamedTuple):
    """One turn of an informant and the question before it: places in a source, and the words at them."""

    turn: int
    question: int | None  # number of the turn that asks
    text: str  # of that question; empty where there is none
    said: str = ""  # the answer itself, to which the next question may come back
    number: str = ""  # by which the transcript numbers the question


class Linked(NamedTuple):
    """An answer with the item it answers; a follow-up belongs to the item asked before it."""

    turn: int
    item: Item | None
    follow_up: bool
    by_hand: bool = False


def asked(items: Iterable[Item]) -> dict[Technique, frozenset[str]]:
    """The codes that each technique's instrument asks for."""
    found: dict[Technique, set[str]] = {}
    for item in items:
        found.setdefault(item.technique, set()).add(item.code)
    return {technique: frozenset(codes) for technique, codes in sorted(found.items())}


def heard(
    book: Codebook, links: Mapping[str, Iterable[Linked]], said: Mapping[str, frozenset[str]]
) -> dict[str, dict[str, Heard]]:
    """For each informant and codable code: said, silent (asked, and nothing coded) or not asked (method 1.4, step 12).

    `links` holds the linked answers of each informant, `said` the codes that are accepted of each. A question about a
    code asks for those below it too.
    """
    codes = [code.id for code in book.codes if code.codable and code.retired is None]
    found: dict[str, dict[str, Heard]] = {}
    for person in sorted(links):
        put = {link.item.code for link in links[person] if link.item is not None}
        own = said.get(person, frozenset())
        found[person] = {
            code: "said" if code in own else "silent" if put & {*lineage(book, code)} else "not_asked" for code in codes
        }
    return found


def lineage(book: Codebook, code: str) -> Sequence[str]:
    """A code and what stands above it, from the inside out."""
    found = [code]
    while code in book.by_id and (parent := book.by_id[code].parent) is not None:
        found.append(parent)
        code = parent
    return found
