"""Turns from tables: transcripts, field notes, identity tables, registers and any other rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from kualcode.model import Cell, SourceType, Speaker, Table
from kualcode.segment.columns import (
    Columns,
    cell_text,
    filled,
    identity_rows,
    label_columns,
    register_header,
    top,
    transcript_columns,
)
from kualcode.segment.headings import HEADING, is_document_heading
from kualcode.segment.labels import Label, classify, label
from kualcode.segment.pieces import Mark, Pieces
from kualcode.segment.roles import Found, Roles, assign

Outcome = Literal["identity", "transcript", "rows"]
ROW = "row "  # Turn.at of a turn that is a whole table row


def lay(pieces: Pieces, table: Table, source_type: SourceType | None, language: str) -> Outcome:
    """Turn one table into turns and furniture; every character between its first and last cell is placed."""
    identity = identity_rows(pieces.text, table)
    if identity:
        pieces.skip(*extent(table))
        pieces.entries(identity)
        return "identity"
    columns = _speaking(pieces.text, table, source_type)
    if columns is None:
        _register(pieces, table, "observer" if source_type == "observation" else "document")
        return "rows"
    _transcript(pieces, table, columns, source_type, language)
    return "transcript"


def is_transcript(text: str, table: Table, source_type: SourceType | None) -> bool:
    """Whether a table holds speech."""
    return not identity_rows(text, table) and _speaking(text, table, source_type) is not None


def _speaking(text: str, table: Table, source_type: SourceType | None) -> Columns | None:
    """The columns of a transcript or of field notes; an unknown source must name speakers or answers."""
    if source_type not in ("interview", "observation", None):
        return None
    columns = transcript_columns(text, table) or label_columns(text, table)
    if columns is None or source_type is not None or columns.speaker is not None or columns.answers:
        return columns
    return None


def extent(table: Table) -> tuple[int, int]:
    """From the table's first filled cell to the end of its last; (0, 0) for an empty table."""
    cells = [cell for row in table.rows for cell in filled(row)]
    return (min(cell.start for cell in cells), max(cell.end for cell in cells)) if cells else (0, 0)


def _register(pieces: Pieces, table: Table, speaker: Speaker) -> None:
    """Each row below the header a turn of its own, numbered as in the table."""
    lead = top(pieces.text, table)
    form = sum(entry is not None for entry in lead) > 1  # a sheet whose first rows say when and where
    head = register_header(pieces.text, table) or (len(lead) if form else 0)
    above = lead[:head]
    position = extent(table)[0]
    for number, row in enumerate(table.rows, 1):
        cells = filled(row)
        if not cells:
            continue
        pieces.skip(position, cells[0].start)
        title = number < head and len(cells) == 1 and speaker == "document"
        if number > head or title:
            named = HEADING if title and is_document_heading(cell_text(pieces.text, cells[0]), None) else ""
            mark = Mark(cells[0].start, cells[0].start, speaker, named, at=f"{ROW}{number}")
            pieces.turn(mark, cells[0].start, cells[-1].end)
        else:
            _above(pieces, above[number - 1] if number <= len(above) else None, cells)
        position = cells[-1].end


def _above(pieces: Pieces, entry: tuple[str, str] | None, cells: list[Cell]) -> None:
    """A row above a table's data: no turn, but what it says about the source is kept."""
    if entry is None:
        pieces.block(cells[0].start, cells[-1].end)
    else:
        pieces.skip(cells[0].start, cells[-1].end)
        pieces.entries([entry])


def _transcript(pieces: Pieces, table: Table, columns: Columns, source_type: SourceType | None, language: str) -> None:
    """Rows of a transcript: all down to the header row is furniture, then come the speakers' cells."""
    position, limit = extent(table)
    above = top(pieces.text, table)
    for number, row in enumerate(table.rows[: columns.row + 1]):
        if cells := filled(row):
            pieces.skip(position, cells[0].start)
            _above(pieces, above[number] if number < len(above) else None, cells)
            position = cells[-1].end
    roles = _roles(pieces, table, columns, language)
    running = Mark(0, 0, "observer" if source_type == "observation" else "informant", "")
    for row in table.rows[columns.row + 1 :]:
        cells = filled(row)
        if not cells:
            continue
        parts, running = _parts(pieces.text, row, columns, roles, running)
        for cell in sorted((cell for _, cell in parts), key=lambda cell: cell.start):
            pieces.skip(position, cell.start)
            position = cell.end
        for mark, cell in parts:
            pieces.turn(mark, cell.start, cell.end)
        pieces.skip(position, cells[-1].end)
        position = max(position, cells[-1].end)
    pieces.skip(position, limit)


def _parts(
    text: str, row: Sequence[Cell], columns: Columns, roles: Roles | None, running: Mark
) -> tuple[list[tuple[Mark, Cell]], Mark]:
    """The cells of a row that are turns, with who speaks, and who goes on speaking."""
    at = _word(text, row, columns.time) or None
    code = _word(text, row, columns.informant) or None
    if columns.answers:
        asked = [(Mark(0, 0, "interviewer", "", at=at), columns.question)]
        answered = [(Mark(0, 0, "informant", "", named or code, at), column) for column, named in columns.answers]
        return [(mark, cell) for mark, column in [*asked, *answered] if (cell := _cell(row, column))], running
    said = _word(text, row, columns.speaker)
    if said:
        who = _label(said)
        speaker = roles.speakers.get(who.key, "third") if roles else "informant"
        running = Mark(0, 0, speaker, who.base, roles.codes.get(who.key) if roles else None)
    cell = _cell(row, columns.text)
    mark = running._replace(at=at, code=running.code or (code if running.speaker == "informant" else None))
    return ([(mark, cell)] if cell else []), running


def _roles(pieces: Pieces, table: Table, columns: Columns, language: str) -> Roles | None:
    """Roles of the names in the speaker column; whatever stands in that column is a speaker."""
    if columns.speaker is None:
        return None
    found = []
    for row in table.rows[columns.row + 1 :]:
        cell, said = _cell(row, columns.text), _cell(row, columns.speaker)
        if cell and said:
            found.append(Found(cell.start, cell.start, _label(cell_text(pieces.text, said)), None))
    roles = assign(pieces.text, found, extent(table)[1], pieces.people(), language, column=True)
    pieces.notes.extend(roles.notes if roles else ())
    return roles


def _label(said: str) -> Label:
    known = classify(said.rstrip(" :"))
    return known if known and known.kind != "header" else label(said.rstrip(" :"), "bracket")


def _cell(row: Sequence[Cell], column: int | None) -> Cell | None:
    if column is None or column >= len(row) or row[column].start == row[column].end:
        return None
    return row[column]


def _word(text: str, row: Sequence[Cell], column: int | None) -> str:
    cell = _cell(row, column)
    return cell_text(text, cell) if cell else ""
