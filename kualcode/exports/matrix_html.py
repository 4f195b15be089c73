"""Tables as a page to read in a browser: each cell opens to its quotes, also without scripts."""

from __future__ import annotations

from collections.abc import Sequence

from kualcode.document import Matrix, Quote
from kualcode.errors import Lang
from kualcode.exports import labels
from kualcode.exports.citing import References, attribution, references, runs, said, translation
from kualcode.exports.html_page import escaped, page

PROVISIONAL = ' class="provisional"'
_UPRIGHT = 5  # columns that a page of upright A4 takes
_LONG = 60  # characters from which a cell needs a broad column


def as_html(matrices: Sequence[Matrix], lang: Lang) -> str:
    """A page with all tables, numbered from 1."""
    title = labels.title_of_all(matrices, lang)
    tables = "\n".join(table(matrix, number, lang) for number, matrix in enumerate(matrices, 1))
    return page(title, f'<h1 dir="auto">{escaped(title)}</h1>\n{tables}', lang)


def table(matrix: Matrix, number: int, lang: Lang) -> str:
    """One table with its caption and notes; it scrolls by itself where it is wider than the window.

    On screen a cell opens to its quotes; on paper it has their numbers, and a list of them follows the table.
    """
    refs, name = references(matrix), f"table-{number}"
    head = "".join(
        f'<th scope="col"><span dir="auto">{escaped(text)}</span></th>' for text in labels.columns(matrix, lang)
    )
    rows = "\n".join(_row(matrix, row, refs, lang) for row in range(len(matrix.rows)))
    notes = "".join(
        f'<p class="note" dir="auto">{labels.NOTE.get(lang)}: {escaped(note)}</p>\n'
        for note in labels.notes(matrix, lang)
    )
    return (
        f'<div class="matrix{" broad" if len(matrix.columns) > _UPRIGHT else ""}">\n'
        f'<div class="wide" role="region" aria-labelledby="{name}" tabindex="0">\n'
        f"<table{PROVISIONAL if matrix.provisional else ''}>\n"
        f'<caption id="{name}" dir="auto">{escaped(labels.caption(matrix, number, lang))}</caption>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>\n</div>\n"
        f"{notes}{_printed(refs, number, lang)}</div>"
    )


def _row(matrix: Matrix, row: int, refs: References, lang: Lang) -> str:
    """A row, headed by its first cell."""
    cells = []
    for column, entry in enumerate(matrix.rows[row]):
        tag, scope = ("td", "") if column else ("th", ' scope="row"')
        text = labels.shown(entry, matrix, lang)
        broad = ' class="long"' if len(text) > _LONG else ""
        opened = _details(entry.quotes, refs.of_cell.get((row, column), ()), lang)
        cells.append(f'<{tag}{scope}{broad}><span dir="auto">{escaped(text)}</span>{opened and " "}{opened}</{tag}>')
    return f"<tr>{''.join(cells)}</tr>"


def _details(quotes: Sequence[Quote], numbers: Sequence[int], lang: Lang) -> str:
    """The quotes of a cell, to open; beside them their numbers for paper."""
    if not quotes:
        return ""
    shown = "".join(_figure(quote, lang) for quote in quotes)
    marks = " ".join(f"[{a}]" if a == b else f"[{a}]–[{b}]" for a, b in runs(numbers))
    return (
        f"<details><summary>{labels.counted(len(quotes), lang)}</summary>{shown}</details>"
        f'<span class="printed">{marks}</span>'
    )


def _figure(quote: Quote, lang: Lang) -> str:
    """A quote, its translation, and below it who said it, where, in which file, under which id."""
    translated = translation(quote, lang)
    below = ". ".join(part for part in (attribution(quote, lang), quote.source, quote.evidence) if part)
    return (
        f'<figure><blockquote dir="auto">{escaped(quote.text)}</blockquote>'
        + (f'<p class="note" dir="auto">{escaped(translated)}</p>' if translated else "")
        + f'<figcaption dir="auto">{escaped(below)}</figcaption></figure>'
    )


def _printed(refs: References, number: int, lang: Lang) -> str:
    """The list of quotes that only paper shows."""
    if not refs.quotes:
        return ""
    quotes = "".join(
        f"<p>[{place}] {escaped(said(quote, lang))} {escaped(quote.evidence)}</p>\n"
        for place, quote in enumerate(refs.quotes, 1)
    )
    title = labels.QUOTES_OF.fill(number=number).get(lang)
    return f'<section class="printed">\n<h6>{title}</h6>\n{quotes}</section>\n'
