"""A page that stands alone: no script, nothing fetched, every text escaped."""

from __future__ import annotations

import base64
import hashlib
import html

from kualcode.errors import Lang
from kualcode.exports import safe

STYLE = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 76rem; color: #1a1a1a; background: #fff;
  font: 1rem/1.5 "Times New Roman", "Liberation Serif", Georgia, serif; }
h1, h2, h3, h4, h5 { line-height: 1.25; margin: 1.6em 0 .5em; }
h1 { font-size: 1.6rem; margin-top: 0; }
h2 { font-size: 1.35rem; } h3 { font-size: 1.15rem; } h4, h5 { font-size: 1rem; }
p, li { white-space: pre-line; overflow-wrap: anywhere; max-width: 44rem; }
blockquote { margin: .6rem 0 .6rem 2rem; max-width: 42rem; white-space: pre-line; line-height: 1.35; }
.note { font-size: .875rem; color: #444; }
.slot { background: #fff2a8; outline: 1px dashed #8a6d00; padding: .15rem .35rem; }
.banner { border: 2px solid #a40000; color: #a40000; font-weight: bold; padding: .5rem .8rem; margin: 0 0 1.2rem;
  text-align: center; max-width: none; }
.matrix { margin: 1.4rem 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; line-height: 1.35; }
caption { text-align: left; font-weight: bold; padding: .3rem 0; white-space: pre-line; }
th, td { border: 1px solid #767676; padding: .35rem .5rem; vertical-align: top; text-align: start;
  overflow-wrap: break-word; min-width: 3rem; }
td > span, th > span { display: block; white-space: pre-line; }
.long { min-width: 10.5rem; }
thead th { background: #e7e7e7; }
tbody th { font-weight: normal; }
.provisional tbody th, .provisional td { background: #fdf1d6; }
details { margin-top: .3rem; }
summary { cursor: pointer; color: #0b4a8f; font-size: .8125rem; }
summary:focus-visible { outline: 2px solid #0b4a8f; }
figure { margin: .4rem 0 .6rem; padding-left: .6rem; border-left: 3px solid #9db8d6; overflow-wrap: anywhere; }
figure blockquote { margin: 0; }
figure .note { margin: .2rem 0; }
figcaption { font-size: .8125rem; color: #444; }
.printed { display: none; }
@page { margin: 1.5cm; }
@page landscape { size: A4 landscape; }
@media print {
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  p, li, blockquote { max-width: none; }
  .broad { page: landscape; }
  .wide { overflow: visible; }
  table { font-size: .9rem; }
  .long, th, td { min-width: 0; }
  thead { display: table-header-group; }
  h1, h2, h3, h4, h5, .printed h6 { break-after: avoid; }
  details { display: none; }
  section.printed { display: block; }
  span.printed { display: inline; }
  .printed h6 { font-size: 1rem; margin: 1em 0 .3em; }
  .printed p { margin: .2em 0; padding-left: 2.5em; text-indent: -2.5em; break-inside: avoid; }
  .banner, .slot, thead th, .provisional td, .provisional th { print-color-adjust: exact;
    -webkit-print-color-adjust: exact; }
}
"""


def escaped(value: object) -> str:
    """Text for the inside of an element or a quoted attribute."""
    lines = (safe.turned_back(line) for line in safe.plain(value).split("\n"))
    return html.escape("\n".join(lines), quote=True)


def page(title: str, body: str, lang: Lang) -> str:
    """A whole page; its policy lets nothing in but the style that is part of it (by its hash)."""
    digest = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escaped(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n"
        "</body>\n</html>\n"
    )
