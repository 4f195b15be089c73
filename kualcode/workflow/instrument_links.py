"""Answers of the interviews with the question of the guide that each answers, and the links that people correct."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from kualcode.analysis.instrument.items import Answer, Item, Linked
from kualcode.analysis.instrument.links import Questions
from kualcode.document import Entry, Matrix
from kualcode.errors import Bi, InvalidFile
from kualcode.model import Codebook, Source, Turn
from kualcode.store import Note, Store
from kualcode.text import line_of, line_starts, sha256, squash
from kualcode.workflow import codebooks, voices
from kualcode.workflow.instrument import questions
from kualcode.workflow.study import closed, stored_config

NOTE = "link"  # a note of this kind with the key "source#turn" holds a link that a person has set


class Said(NamedTuple):
    """One answer: whose, where it stands (lines from 1), the turn that asked, and its link."""

    informant: str
    source: Source
    turn: Turn
    question: Turn | None
    lines: tuple[int, int]
    link: Linked

    @property
    def text(self) -> str:
        """The answer's own words."""
        return self.source.text[self.turn.start : self.turn.end]

    @property
    def asked(self) -> str:
        """The question as it was asked."""
        return self.source.text[self.question.start : self.question.end] if self.question else ""


@dataclass(frozen=True, slots=True)
class Interviews:
    """Every answer of the informants who may be shown, in the order of sources and turns; and links to no place."""

    said: tuple[Said, ...]
    stale: tuple[str, ...] = ()

    def by_informant(self) -> dict[str, list[Said]]:
        """The answers of each informant, in code order."""
        found: dict[str, list[Said]] = {}
        for one in self.said:
            found.setdefault(one.informant, []).append(one)
        return dict(sorted(found.items()))

    def counts(self) -> dict[str, tuple[int, int]]:
        """By item: how many answers are linked to it, and of how many informants."""
        linked = [(one.link.item.id, one.informant) for one in self.said if one.link.item is not None]
        people = Counter(item for item, _ in set(linked))
        return {item: (n, people[item]) for item, n in Counter(item for item, _ in linked).items()}

    def unlinked(self) -> dict[str, int]:
        """By informant: how many answers to a question have no item."""
        return dict(sorted(Counter(one.informant for one in self.said if one.question and not one.link.item).items()))


def interviews(store: Store) -> Interviews:
    """Link every answer to the instrument; a person's links stand, and teach how a question is put.

    Informants who refused or withdrew are not in it.
    """
    items = questions(store)
    by_hand, stale = _by_hand(store, {item.id: item for item in items})
    wordings: dict[str, list[str]] = {}
    for name, links in by_hand.items():
        source = store.source(name)
        for turn, item in links.items():
            if item is not None and (asked := _question(source, voices.turn_at(source, turn))):
                wordings.setdefault(item.id, []).append(source.text[asked.start : asked.end])
    asks = Questions(items, stored_config(store).language, _book(store), wordings)
    shut = closed(store)
    said = [
        one for source in interview_sources(store) for one in _linked(source, asks, by_hand.get(source.name, {}), shut)
    ]
    return Interviews(tuple(said), tuple(stale))


def interview_sources(store: Store) -> Iterator[Source]:
    """Interviews, without those of informants who refused or withdrew."""
    return (source for source in store.sources() if source.info.source_type == "interview")


def _book(store: Store) -> Codebook | None:
    try:
        return codebooks.stored(store)[0]
    except InvalidFile:
        return None


def _linked(source: Source, asks: Questions, given: Mapping[int, Item | None], shut: frozenset[str]) -> list[Said]:
    turns = answers_of(source, shut)
    answers = []
    for turn in turns:
        asked = _question(source, turn)
        words = source.text[asked.start : asked.end] if asked else ""
        number = asked.label.strip(" .)") if asked else ""
        answers.append(Answer(turn.index, turn.question, words, source.text[turn.start : turn.end], number))
    starts = line_starts(source.text)
    return [
        Said(
            voices.speaker(source, turn) or "",
            source,
            turn,
            _question(source, turn),
            (line_of(starts, turn.start), line_of(starts, max(turn.start, turn.end - 1))),
            link,
        )
        for turn, link in zip(turns, asks.link(answers, given), strict=True)
    ]


def answers_of(source: Source, shut: frozenset[str]) -> list[Turn]:
    """Turns of informants who are known and did not refuse or withdraw."""
    found = []
    for turn in source.turns:
        who = voices.speaker(source, turn) if turn.speaker == "informant" else None
        if who is not None and who not in shut:
            found.append(turn)
    return found


def _question(source: Source, turn: Turn) -> Turn | None:
    return None if turn.question is None else voices.turn_at(source, turn.question)


# ---------------------------------------------------------------- links by hand
def _by_hand(store: Store, items: Mapping[str, Item]) -> tuple[dict[str, dict[int, Item | None]], list[str]]:
    """By source and turn, what people have set; and the keys of what fits no answer or item any more."""
    found: dict[str, dict[int, Item | None]] = {}
    stale = []
    names = set(store.source_names())
    hidden = set(store.source_names(include_hidden=True)) - names
    for key, note in store.notes(NOTE).items():
        name = key.rpartition("#")[0]
        if name in hidden:
            continue
        turn = _place(store.source(name), note) if name in names else None
        item = note.value.get("item")
        if turn is None or (item is not None and item not in items):
            stale.append(key)
        else:
            found.setdefault(name, {})[turn] = items.get(str(item))
    return found, stale


def _place(source: Source, note: Note) -> int | None:
    """The turn of a link, found again by its words where the source has been read anew."""
    wanted = note.value.get("text_sha256")
    number = note.key.rpartition("#")[2]
    same = [turn.index for turn in source.turns if sha256(source.text[turn.start : turn.end]) == wanted]
    return int(number) if number.isdecimal() and int(number) in same else same[0] if len(same) == 1 else None


# ---------------------------------------------------------------- shown
_HOW = {
    "none": Bi("", ""),
    "hand": Bi("peneliti", "researcher"),
    "follow_up": Bi("lanjutan", "follow-up"),
    "words": Bi("kalimatnya", "its wording"),
}


def how(link: Linked) -> str:
    """Why an answer has its item: hand, words, follow_up; none where it has none and nobody has said so."""
    if link.by_hand:
        return "hand"
    return "follow_up" if link.follow_up else "none" if link.item is None else "words"


def links_matrix(found: Interviews) -> Matrix:
    """Every answer with its number, the question as it was asked, and the item to which it is linked."""
    rows = tuple(
        (
            Entry(one.informant),
            Entry(one.source.name),
            Entry(one.turn.index + 1),
            Entry(squash(one.asked)),
            Entry(one.link.item.id if one.link.item else "-"),
            Entry(_HOW[how(one.link)]),
        )
        for one in found.said
    )
    columns = (
        Bi("Informan", "Informant"),
        Bi("Sumber", "Source"),
        Bi("No", "No"),
        Bi("Pertanyaan seperti diajukan", "Question as it was asked"),
        Bi("Butir", "Item"),
        Bi("Menurut", "By"),
    )
    return Matrix(
        "links", Bi("Jawaban dan butir pedoman", "Answers and items of the guide"), columns, rows, (_CORRECT,)
    )


def links_records(found: Interviews) -> Iterator[dict[str, Any]]:
    """The same for machines; `turn` counts from 0 as in every record."""
    for one in found.said:
        yield {
            "informant": one.informant,
            "source": one.source.name,
            "turn": one.turn.index,
            "question_turn": one.turn.question,
            "question": one.asked,
            "item": one.link.item.id if one.link.item else None,
            "by": how(one.link),
        }


_CORRECT = Bi(
    "Tautan yang meragukan dibiarkan kosong. Betulkan: kualcode instrument link INFORMAN NO BUTIR --coder NAMA",
    "A doubtful link is left out. Correct it: kualcode instrument link INFORMANT NO ITEM --coder NAME",
)
