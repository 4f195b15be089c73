"""What a text says and what each of its sentences rests on, so that none stands without a trace."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from kualcode.analysis.narrative.words import clause, joined
from kualcode.document import Block, Bullet, Heading, Paragraph
from kualcode.errors import Bi


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with the finding it states, the rules by which it may, and the evidence and figures in it."""

    text: Bi
    finding: str = ""  # id; empty where it speaks of the study as a whole
    rules: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    numbers: tuple[tuple[str, str], ...] = ()  # what it counts, and how many


@dataclass(frozen=True, slots=True)
class Part:
    """A block of the text with the sentences that it is made of; headings and slots have none."""

    block: Block
    sentences: tuple[Sentence, ...] = ()


def after(head: Bi, said: Sentence) -> Sentence:
    """A sentence behind what it is about: "Hasil wawancara: tujuh informan ..."."""
    body = clause(said.text)
    return replace(said, text=Bi(f"{head.id}: {body.id}.", f"{head.en}: {body.en}."))


def heading(level: int, text: Bi) -> Part:
    """A heading."""
    return Part(Heading(level, text))


def paragraph(sentences: Iterable[Sentence], style: Literal["plain", "quote", "note"] = "plain") -> Part:
    """Sentences as one paragraph."""
    said = tuple(sentences)
    return Part(Paragraph(joined(s.text for s in said), style), said)


def bullet(sentences: Iterable[Sentence], depth: int = 0) -> Part:
    """Sentences as one point of a list."""
    said = tuple(sentences)
    return Part(Bullet(joined(s.text for s in said), depth), said)


def note(text: Bi) -> Part:
    """A remark on the text; it states nothing of the study."""
    return Part(Paragraph(text, "note"))


def slot(text: Bi) -> Part:
    """A place that the author fills."""
    return Part(Paragraph(text, "slot"))
