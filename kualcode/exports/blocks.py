"""A text with headings, paragraphs, lists and tables, in the formats in which people go on writing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from kualcode.document import Block, Blocks, Bullet, Heading, Matrix
from kualcode.errors import Bi, Lang
from kualcode.exports import matrices
from kualcode.exports.labels import BlockForm

Numbered = tuple[Block, int]  # a block, and for a table its number, else 0


def render(blocks: Blocks, form: BlockForm, lang: Lang, *, title: Bi, banner: Bi | None = None) -> bytes:
    """A text in one format and one language; the same blocks give the same bytes.

    `banner` stands above all: in Word on each page. Tables are numbered from 1; a list starts at depth 0 and goes
    down one step at a time. Raises ValueError for a heading outside 1 to 4 or a table whose rows do not fit.
    """
    numbered = list(prepared(blocks))
    if form == "md":
        from kualcode.exports.block_markdown import as_markdown

        return as_markdown(numbered, lang, title, banner).encode("utf-8")
    if form == "html":
        from kualcode.exports.block_html import as_html

        return as_html(numbered, lang, title, banner).encode("utf-8")
    from kualcode.exports.block_docx import as_word

    return as_word(numbered, lang, title, banner)


def prepared(blocks: Blocks) -> Iterator[Numbered]:
    """The blocks, checked: tables with their numbers, and no list that skips a depth."""
    numbers, depth = count(1), -1
    for block in blocks:
        if isinstance(block, Heading) and not 1 <= block.level <= 4:
            raise ValueError(f"a heading of level {block.level}")
        if isinstance(block, Bullet):
            depth = max(0, min(block.depth, depth + 1))
            yield replace(block, depth=depth), 0
            continue
        depth = -1
        if isinstance(block, Matrix):
            matrices.check([block])
            yield block, next(numbers)
        else:
            yield block, 0
