"""Tables in Markdown as GitHub and Pandoc read them, quotes as footnotes."""

from __future__ import annotations

from collections.abc import Sequence

from kualcode.document import Matrix
from kualcode.errors import Lang
from kualcode.exports import labels
from kualcode.exports.citing import References, references, said
from kualcode.exports.markdown import inline


def as_markdown(matrices: Sequence[Matrix], lang: Lang) -> str:
    """All tables, numbered from 1."""
    return "\n".join(table(matrix, number, lang) for number, matrix in enumerate(matrices, 1)) + labels.OURS_LINE


def table(matrix: Matrix, number: int, lang: Lang) -> str:
    """Caption, table, notes, and a footnote a quote, labelled `^table-quote`."""
    refs = references(matrix)
    parts = [f"**{inline(labels.caption(matrix, number, lang))}**", _grid(matrix, refs, number, lang)]
    parts += [f"{labels.NOTE.get(lang)}: {inline(note)}" for note in labels.notes(matrix, lang)]
    if refs.quotes:
        parts.append("\n".join(_footnotes(refs, number, lang)))
    return "\n\n".join(parts) + "\n"


def _grid(matrix: Matrix, refs: References, number: int, lang: Lang) -> str:
    head = [inline(column) for column in labels.columns(matrix, lang)]
    body = [
        [
            inline(labels.shown(entry, matrix, lang)) + _marks(refs.of_cell.get((r, c), ()), number)
            for c, entry in enumerate(row)
        ]
        for r, row in enumerate(matrix.rows)
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *body))


def _marks(numbers: Sequence[int], table_number: int) -> str:
    return "".join(f" [^{table_number}-{number}]" for number in numbers)


def _footnotes(refs: References, table_number: int, lang: Lang) -> list[str]:
    return [
        f"[^{table_number}-{number}]: {inline(said(quote, lang))} {inline(quote.evidence)}".rstrip()
        for number, quote in enumerate(refs.quotes, 1)
    ]
