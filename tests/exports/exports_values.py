"""Tables and texts that tests of exports lay out; all of it is invented."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

from hypothesis import strategies as st

from kualcode.document import Entry, Matrix, Quote
from kualcode.errors import Bi

AWKWARD = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+62 812",
    "#N/A",
    "0012",
    "[tertawa]",
    "[/] selesai",
    "kada\x0bbalum\x00",
    "a\r\nb\rc\n",
    "  di tengah  ",
    "tab\tdan \u00a0",
    "مرحبا بكم",
    "e\u0301 \U0001f44d\U0001f3fd",
    "</td><script>alert(1)</script>",
    "a|b\\|c `kode` *tebal* _miring_ [^1] ~~x~~ $y$ &amp; &#61;",
    "1. satu\n# dua\n- tiga\n> empat\n=====",
    "#",
    "nomor ##",
    "_x0041_ dan _x005f_",
    "lone \ud800 surrogate",
)
TEXTS = st.one_of(
    st.sampled_from(AWKWARD),
    st.text(st.sampled_from("a1 \\`*_[]<>|~$^&;#+-=.)(:!\n\t\"'{}@/x"), max_size=12),
    st.text(st.characters(), max_size=40),
)


def bi(text: str, english: str = "") -> Bi:
    """A text that is the same in both languages, unless an English one is given."""
    return Bi(text, english or text)


def quote(number: int, text: str = "Laporan itu sering terlambat [tertawa].", translation: str = "") -> Quote:
    """A quote with everything that is known about it."""
    return Quote(
        evidence=f"bukti{number}",
        text=text,
        who=bi(f"I-{number:02d}, unsur staf", f"I-{number:02d}, staff"),
        place=bi(f"wawancara 12 Januari 2024, brs. {number}", f"interview 12 January 2024, line {number}"),
        source=f"wawancara/i{number:02d}.docx",
        stance=bi("positif", "positive"),
        translation=translation,
    )


def table(texts: Sequence[str], *, quotes: Sequence[Quote] = (), provisional: bool = False, id: str = "L4") -> Matrix:
    """A table of one text a row: a number, the text, and the text again in a cell that opens to quotes."""
    rows = tuple((Entry(n), Entry(text), Entry(text, tuple(quotes))) for n, text in enumerate(texts, 1))
    columns = (bi("No"), bi("Tema", "Theme"), bi("Wawancara", "Interview"))
    return Matrix(
        id, bi("Tema menurut sumber", "Themes by source"), columns, rows, (bi("Kriteria: SOP."),), provisional
    )


def technique() -> Matrix:
    """Two indicators by technique; quote 2 stands in two cells."""
    rows = (
        (
            Entry(1),
            Entry(bi("Kecermatan", "Care")),
            Entry(bi("Tujuh informan", "Seven"), (quote(1), quote(2), quote(3))),
        ),
        (Entry(2), Entry(bi("Ketepatan", "Timeliness")), Entry(bi("tidak ada data", "no data"), (quote(2), quote(5)))),
    )
    columns = (bi("No"), bi("Indikator", "Indicator"), bi("Wawancara", "Interview"))
    return Matrix("L1", bi("Triangulasi teknik", "Triangulation of techniques"), columns, rows)


def members(made: bytes) -> dict[str, bytes]:
    """What an Office file holds."""
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
