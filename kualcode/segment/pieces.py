"""What reading a source yields, and the builder that keeps every character in exactly one piece."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from kualcode.errors import Bi
from kualcode.model import Speaker, Turn
from kualcode.segment.headers import Pair, pairs, values
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
    turns: list[Turn] = field(default_factory=list)
    furniture: list[Span] = field(default_factory=list)
    header: list[Pair] = field(default_factory=list)
    notes: list[Bi] = field(default_factory=list)
    question: int | None = None
    _section: list[str | None] = field(default_factory=list)
    _code: str | None = None

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
        self.entries(pairs(self.text, start, end))

    def entries(self, found: list[Pair]) -> None:
        """Header entries, wherever they stood."""
        if found:
            self.header.extend(found)
            codes = values(tuple(found), "code")
            self._code = codes[0] if len(codes) == 1 else self._code
            self.question = None

    def reading(self, certainty: Certainty, layout: str) -> Reading:
        """The finished reading; turns carry an informant only where the file holds several."""
        turns = self.turns
        if len(set(self._section) - {None}) > 1:
            turns = [
                replace(turn, informant=code) if turn.speaker == "informant" and not turn.informant else turn
                for turn, code in zip(turns, self._section, strict=True)
            ]
        return Reading(
            tuple(turns),
            tuple(self.header),
            tuple(self.notes),
            certainty,
            layout,
            tuple(sorted(self.furniture)),
        )
