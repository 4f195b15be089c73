"""What reading a source yields, and the builder that keeps every character in exactly one piece."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from kualcode.errors import Bi
from kualcode.model import Speaker, Turn
from kualcode.segment.headers import Pair, headed, meaning, pairs, values
from kualcode.segment.labels import is_position, name_words
from kualcode.text import trim

Certainty = Literal["sure", "likely", "unsure"]
Span = tuple[int, int]
_CODE = re.compile(r"[A-Z]{1,4}[\s.\-_]?\d{1,3}")
COUNT = re.compile(r"N\d+")  # an informant without a code, by number
_PERSONAL = ("code", "name", "role")


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
    _early: int | None = None  # how many header entries stood before the first informant's first turn

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
        if mark.speaker == "informant" and self._early is None:
            self._early = len(self.header)
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
            named = values(tuple(found), "name")
            names = [name for name in named if not _CODE.fullmatch(name)]
            codes = values(tuple(found), "code") or [name for name in named if name not in names]
            if len(names) == 1:
                self._meet(_who(names[0]))
            if len(codes) == 1:
                self._person = self._person if names or codes[0] == self._code else None
                self._code = codes[0]
            self.question = None

    def _meet(self, person: str) -> None:
        """The informant whom a header names: another than before has no code until an entry gives one."""
        ours, theirs = set(person.split()), set((self._person or "").split())
        if theirs and not (ours <= theirs or theirs <= ours):
            self._code = None
        self._person, self._headings = person, []

    def reading(self, certainty: Certainty, layout: str) -> Reading:
        """The finished reading; turns carry an informant only where the file holds several."""
        turns, codes, header = tuple(self.turns), self._codes(), tuple(self.header)
        if codes:
            counted = self._counted(codes)
            turns = tuple(
                replace(turn, informant=code)
                if code and turn.speaker == "informant" and (counted or not turn.informant)
                else turn
                for turn, code in zip(turns, codes, strict=True)
            )
            header = self._first_header()
        furniture = tuple(sorted(self.furniture))
        return Reading(turns, (*header, *self._headings), tuple(self.notes), certainty, layout, furniture)

    def _codes(self) -> list[str | None] | None:
        """The informant of each turn's section where sections differ: by code, else counted by name (N1, N2)."""
        people = list(dict.fromkeys(person for person in self._persons if person))
        counted = [f"N{people.index(person) + 1}" if person else None for person in self._persons]
        if not any(self._section):
            return counted if len(people) > 1 and not any(turn.informant for turn in self.turns) else None
        first = next(index for index, code in enumerate(self._section) if code)
        codes = [code or (counted[index] if index > first else None) for index, code in enumerate(self._section)]
        answered = any(turn.speaker == "informant" and turn.question is not None for turn in self.turns[:first])
        return codes if len(set(codes) - {None}) > 1 or answered else None

    def _counted(self, codes: list[str | None]) -> bool:
        """Whether informants were only counted by label, one a section, so that the section's code is theirs."""
        found: dict[str | None, set[str | None]] = {}
        for turn, code in zip(self.turns, codes, strict=True):
            if turn.speaker == "informant":
                found.setdefault(code, set()).add(turn.informant)
        return all(len(one) == 1 for one in found.values()) and all(
            name is None or COUNT.fullmatch(name) for one in found.values() for name in one
        )

    def _first_header(self) -> tuple[Pair, ...]:
        """The header without what only a later informant's block says of the person: it is not the first one's."""
        early, late = tuple(self.header[: self._early]), self.header[self._early :]
        own = {meaning(key) for key, _ in early}
        return (*early, *(pair for pair in late if meaning(pair[0]) not in _PERSONAL or meaning(pair[0]) in own))


def _who(name: str) -> str:
    """What the spellings of one person's name share; a position is somebody by all its words."""
    if is_position(name):
        return name.casefold()
    return " ".join(sorted(name_words(name))) or name.casefold()
