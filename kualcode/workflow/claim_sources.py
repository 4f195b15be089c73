"""What the store holds around a figure: what a statement answers, what was said before it, the rows of a table."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import PurePosixPath
from typing import NamedTuple

from kualcode.analysis.claims.columns import Sheet, sheets
from kualcode.analysis.claims.figures import may_hold
from kualcode.analysis.claims.reading import Context, read
from kualcode.analysis.claims.rows import Quoted, row_claims
from kualcode.analysis.claims.words import lexicon
from kualcode.analysis.evidence import Claim, Evidence
from kualcode.model import Source, Turn

ROW = "row "  # how Turn.at begins where the turn is a row of a table
_FEW = 3  # words of a question that names nothing itself
_BACK = 400  # characters before a statement in which its noun may stand


class Line(NamedTuple):
    """A row of a table as it stands in the text; a header belongs to no turn."""

    cells: tuple[str, ...]
    start: int
    turn: int | None


class Around:
    """One source, and what stands in it around a coded statement."""

    def __init__(self, source: Source, language: str) -> None:
        self._source, self._language = source, language
        self._turns = {turn.index: turn for turn in source.turns}

    def claims(self, one: Evidence) -> list[Claim]:
        """The claims of a coded statement of this source, read with what stands around it."""
        turn = self._turns.get(int(one.turn)) if one.turn.isdecimal() else None
        found = self._rows.get(turn.index) if turn else None
        if found is not None:
            sheet, line = found
            quote = Quoted(one.id, one.code, line.start - one.start, len(one.quote))
            return row_claims(sheet, line.cells, quote, period=one.period, language=self._language)
        return read(
            one.quote,
            code=one.code,
            facet=one.facet,
            evidence=one.id,
            period=self._period(one),
            language=self._language,
            context=self._context(one, turn),
        )

    @property
    def title(self) -> str:
        """What the source is called: its title, and the name of its file."""
        return f"{self._source.info.title or ''}; {PurePosixPath(self._source.name).stem}"

    def lines(self) -> list[Line]:
        """Every row of the tables of the source, headers among them."""
        return list(_lines(self._source))

    def _context(self, one: Evidence, turn: Turn | None) -> Context:
        asked = self._turns.get(turn.question) if turn and turn.question is not None else None
        text = self._source.text
        return Context(
            question=text[max(asked.start, asked.end - _BACK) : asked.end] if asked else "",
            before=text[max(turn.start, one.start - _BACK) : one.start] if turn else "",
            modality="planned" if one.doc_class == "plan" and one.source_type == "documentation" else "realised",
            date=one.date,
            title=self.title if one.source_type == "documentation" else "",
            topic=self._topic(asked) if asked else "",
        )

    def _topic(self, asked: Turn) -> str:
        """The answer before a question of a few words, which goes on with what was spoken of: "Ternyata?"."""
        text = self._source.text
        before = self._turns.get(asked.index - 1)
        if before is None or len(text[asked.start : asked.end].split()) > _FEW:
            return ""
        return text[before.start : min(before.end, before.start + _BACK)]

    def _period(self, one: Evidence) -> str | None:
        """An observation holds for its day; what people say holds for no period unless they say one."""
        if one.source_type == "observation":
            return one.period or one.date or one.session_id
        return one.period

    @cached_property
    def _rows(self) -> dict[int, tuple[Sheet, Line]]:
        """The rows of tables that are understood, by turn."""
        lines = self.lines()
        return {
            turn: (sheet, lines[number])
            for sheet in sheets(line.cells for line in lines)
            if sheet.kind == "realisasi"
            for number, _ in sheet.rows
            if (turn := lines[number].turn) is not None
        }


def has_figures(one: Evidence, language: str) -> bool:
    """A quick look, for which the source need not be read."""
    return "\t" in one.quote or may_hold(one.quote, lexicon(language))


def has_tables(source: Source) -> bool:
    """Whether a source has rows of a table."""
    return any(turn.at is not None and turn.at.startswith(ROW) for turn in source.turns)


def _lines(source: Source) -> Iterator[Line]:
    text, position = source.text, 0
    for turn in source.turns:
        if turn.at is None or not turn.at.startswith(ROW):
            continue
        start, end = turn.start, turn.end
        while start > position and text[start - 1] == "\t":  # empty cells at its beginning and its end
            start -= 1
        while end < len(text) and text[end] == "\t":
            end += 1
        cells = tuple(text[start:end].split("\t"))
        yield from _between(text, position, start, len(cells))
        yield Line(cells, start, turn.index)
        position = end


def _between(text: str, start: int, end: int, width: int) -> Iterator[Line]:
    """The rows above a row that are no turns: one, where its headings have line breaks, else a row a line."""
    gap = text[start:end].strip("\n")
    if gap.count("\t") == width - 1:
        yield Line(tuple(gap.split("\t")), start, None)
        return
    for line in gap.split("\n"):
        if line.strip():
            yield Line(tuple(line.split("\t")), start, None)
