"""A text in Markdown: what people said stands as they said it, and slots and banner cannot be overlooked."""

from __future__ import annotations

from collections.abc import Sequence

from kualcode.document import Bullet, Heading, Matrix, Paragraph
from kualcode.errors import Bi, Lang
from kualcode.exports import labels
from kualcode.exports.blocks import Numbered
from kualcode.exports.markdown import inline, paragraph
from kualcode.exports.matrix_markdown import table


def as_markdown(blocks: Sequence[Numbered], lang: Lang, title: Bi, banner: Bi | None) -> str:
    """Banner, title and blocks, parted by empty lines; the points of a list stand together."""
    out = [f"> **{inline(banner.get(lang))}**\n\n"] if banner else []
    out.append(f"# {inline(title.get(lang))}\n")
    in_list = False
    for block, number in blocks:
        is_bullet = isinstance(block, Bullet)
        out.append(f"{'' if in_list and is_bullet else chr(10)}{_block(block, number, lang)}\n")
        in_list = is_bullet
    return "".join([*out, labels.OURS_LINE])


def _block(block: Heading | Paragraph | Bullet | Matrix, number: int, lang: Lang) -> str:
    if isinstance(block, Matrix):
        return table(block, number, lang).rstrip("\n")
    if isinstance(block, Heading):
        return f"{'#' * (block.level + 1)} {inline(block.text.get(lang))}"
    if isinstance(block, Bullet):
        indent = "  " * block.depth
        return f"{indent}- {paragraph(block.text.get(lang), indent + '  ')}"
    return _paragraph(block, lang)


def _paragraph(block: Paragraph, lang: Lang) -> str:
    if block.style == "slot":
        return f"**{paragraph(labels.slot(block.text, lang))}**"
    if block.style == "quote":
        return f"> {paragraph(block.text.get(lang), '> ')}"
    text = paragraph(block.text.get(lang))
    return f"*{text}*" if block.style == "note" and text else text
