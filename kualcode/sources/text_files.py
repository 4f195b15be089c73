"""Plain text and Markdown: the whole file is the text, marks and front matter included."""

from __future__ import annotations

from kualcode.model import Extract
from kualcode.sources.decoding import decode
from kualcode.sources.front_matter import front_matter
from kualcode.text import normalise


def read_txt(data: bytes, encoding: str | None = None) -> Extract:
    """A plain text file."""
    raw, notes = decode(data, encoding)
    return Extract("txt", normalise(raw), notes=notes)


def read_md(data: bytes, encoding: str | None = None) -> Extract:
    """A Markdown file; the values of its YAML front matter are also in `meta`."""
    raw, notes = decode(data, encoding)
    text = normalise(raw)
    meta, remarks = front_matter(text)
    return Extract("md", text, meta=meta, notes=(*notes, *remarks))
