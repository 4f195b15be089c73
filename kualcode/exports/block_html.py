"""A text as a page to read in a browser, with its tables and their quotes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from kualcode.document import Bullet, Heading, Matrix, Paragraph
from kualcode.errors import Bi, Lang
from kualcode.exports import labels
from kualcode.exports.blocks import Numbered
from kualcode.exports.html_page import escaped, page
from kualcode.exports.matrix_html import table


def as_html(blocks: Sequence[Numbered], lang: Lang, title: Bi, banner: Bi | None) -> str:
    """A page with banner, title and blocks."""
    body = [f'<p class="banner" role="note" dir="auto">{escaped(banner.get(lang))}</p>'] if banner else []
    body.append(f'<h1 dir="auto">{escaped(title.get(lang))}</h1>')
    for is_list, group in groupby(blocks, key=lambda numbered: isinstance(numbered[0], Bullet)):
        if is_list:
            body.append(_list([block for block, _ in group if isinstance(block, Bullet)], lang))
        else:
            body += [_block(block, number, lang) for block, number in group if not isinstance(block, Bullet)]
    return page(title.get(lang), "\n".join(body), lang)


def _block(block: Heading | Paragraph | Matrix, number: int, lang: Lang) -> str:
    if isinstance(block, Matrix):
        return table(block, number, lang)
    if isinstance(block, Heading):
        tag = f"h{block.level + 1}"
        return f'<{tag} dir="auto">{escaped(block.text.get(lang))}</{tag}>'
    if block.style == "quote":
        return f'<blockquote dir="auto">{escaped(block.text.get(lang))}</blockquote>'
    if block.style == "slot":
        return f'<p dir="auto"><mark class="slot">{escaped(labels.slot(block.text, lang))}</mark></p>'
    kind = ' class="note"' if block.style == "note" else ""
    return f'<p{kind} dir="auto">{escaped(block.text.get(lang))}</p>'


def _list(bullets: Sequence[Bullet], lang: Lang) -> str:
    """Points as nested lists; a depth is never more than one below that of the point before."""
    out, depth = [], -1
    for bullet in bullets:
        out.append("<ul>" if bullet.depth > depth else "</li>" + "</ul></li>" * (depth - bullet.depth))
        out.append(f'<li dir="auto">{escaped(bullet.text.get(lang))}')
        depth = bullet.depth
    return "".join(out) + "</li></ul>" * (depth + 1)
