"""What reading a source yields, and the builder that keeps every character in exactly one piece."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from kualcode.errors import Bi
from kualcode.model import Speaker, Turn
from kualcode.segment.headers import Pair, headed, meaning, pairs, values
from kualcode.segment.labels import is_position, name_words
from kualcode.text import trim

Certainty = Literal["sure", "likely", "unsure"]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reading:
    """How a source was understood; furniture is every stretch that is no turn: labels, header, headings."""

    turns: tuple[Turn, ...]
    header: tuple[Pair, ...]
    notes: tuple[Bi, ...]
    certainty: Certainty
    layout: str
    furniture: tuple[Span, ...] = ()


class Mark(NamedTuple):
    """A place where a new stretch begins: label text[start:end], then what the speaker says.

    A mark without a speaker opens a header block.
    """

    start: int
    end: int
    speaker: Speaker | None
    label: str
    code: str | None = None
    at: str | None = None


@dataclass(slots=True)
class Pieces:
    """Collects turns, furniture and header pairs in text order."""

    text: str
    interviewers: tuple[str, ...] = ()  # known from the study, whatever the file says
    turns: list[Turn] = field(default_factory=list)
    furniture: list[Span] = field(default_factory=list)
    header: list[Pair] = field(default_factory=list)
    notes: list[Bi] = field(default_factory=list)
    question: int | None = None
    _section: list[str | None] = field(default_factory=list)
    _code: str | None = None
    _persons: list[str | None] = field(default_factory=list)
    _person: str | None = None
    _headings: list[Pair] = field(default_factory=list)

    def people(self) -> tuple[Pair, ...]:
        """Who is known to take part: the study's interviewers and the header so far."""
        return (*(("Pewawancara", name) for name in self.interviewers), *self.header)

    def named(self) -> bool:
        """Whether the header names the informant: then a heading that says whose interview it is adds nothing."""
        return any(meaning(key) == "name" for key, _ in self.header)

    def turn(self, mark: Mark, start: int, end: int) -> None:
        """What a speaker says between two offsets, trimmed; nothing said is no turn."""
        start, end = trim(self.text, start, end)
        asks = mark.speaker == "interviewer"
        if start == end or mark.speaker is None:
            self.question = None if asks else self.question
            return
        index = len(self.turns)
        question = self.question if mark.speaker == "informant" else None
        self.turns.append(Turn(index, mark.speaker, mark.label, start, end, question, mark.code, mark.at))
        self._section.append(self._code)
        self._persons.append(self._person)
        if asks:
            self.question = index

    def skip(self, start: int, end: int) -> None:
        """A stretch that is no turn: a label, a heading, a separator."""
        start, end = trim(self.text, start, end)
        if start < end:
            self.furniture.append((start, end))

    def block(self, start: int, end: int) -> None:
        """A header block: no turn, and its entries are kept; a new code begins a new informant's section."""
        self.skip(start, end)
        headings = headed(self.text, start, end)
        if headings and not self.named():
            self._headings.extend(headings)
            self._person, self.question = _who(headings[-1][1]), None
        self.entries(pairs(self.text, start, end))

    def entries(self, found: list[Pair]) -> None:
        """Header entries, wherever they stood."""
        if found:
            self.header.extend(found)
            codes = values(tuple(found), "code")
            self._code = codes[0] if len(codes) == 1 else self._code
            names = values(tuple(found), "name")
            if len(names) == 1:
                self._person, self._headings = _who(names[0]), []
            self.question = None

    def reading(self, certainty: Certainty, layout: str) -> Reading:
        """The finished reading; turns carry an informant only where the file holds several."""
        turns, codes = tuple(self.turns), self._codes()
        if codes:
            turns = tuple(
                replace(turn, informant=code) if code and turn.speaker == "informant" and not turn.informant else turn
                for turn, code in zip(turns, codes, strict=True)
            )
        furniture = tuple(sorted(self.furniture))
        return Reading(turns, (*self.header, *self._headings), tuple(self.notes), certainty, layout, furniture)

    def _codes(self) -> list[str | None] | None:
        """The informant of each turn's section where sections differ: by code, else counted by name (N1, N2)."""
        if len(set(self._section) - {None}) > 1:
            return self._section
        people = list(dict.fromkeys(person for person in self._persons if person))
        if len(people) < 2 or any(self._section) or any(turn.informant for turn in self.turns):
            return None
        return [f"N{people.index(person) + 1}" if person else None for person in self._persons]


def _who(name: str) -> str:
    """What the spellings of one person's name share; a position is somebody by all its words."""
    if is_position(name):
        return name.casefold()
    return " ".join(sorted(name_words(name))) or name.casefold()
