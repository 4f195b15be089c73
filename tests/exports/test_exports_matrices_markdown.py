"""Tables in Markdown, read back by a Markdown parser: nothing that was said is taken for a mark."""

from __future__ import annotations

from itertools import pairwise

import pytest
from exports_values import AWKWARD, TEXTS, bi, quote, table, technique
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from kualcode.document import Matrix
from kualcode.exports import safe
from kualcode.exports.markdown import inline, paragraph
from kualcode.exports.matrices import render


def cells_of(made: str) -> list[str]:
    """The text of every cell, as a reader shows it; anything but text in a cell fails."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(made)
    inside = [b.children or [] for a, b in pairwise(tokens) if a.type in ("td_open", "th_open")]
    return ["".join(shown(token.type, token.content) for token in children) for children in inside]


def shown(kind: str, content: str) -> str:
    if kind == "html_inline":
        assert content == "<br>"
        return "\n"
    assert kind in ("text", "text_special"), kind
    return content


def as_read(text: str) -> str:
    """What a cell can show of a text: without blanks at its ends."""
    return safe.plain(text).strip()


def test_a_table_has_its_quotes_as_footnotes() -> None:
    assert render([technique()], "md", "id").decode() == (
        "**Tabel 1. Triangulasi teknik**\n\n"
        "| No | Indikator | Wawancara |\n"
        "| --- | --- | --- |\n"
        "| 1 | Kecermatan | Tujuh informan [^1-1] [^1-2] [^1-3] |\n"
        "| 2 | Ketepatan | tidak ada data [^1-2] [^1-4] |\n\n"
        "[^1-1]: “Laporan itu sering terlambat \\[tertawa\\].” "
        "(I-01, unsur staf, wawancara 12 Januari 2024, brs. 1; positif) bukti1\n"
        "[^1-2]: “Laporan itu sering terlambat \\[tertawa\\].” "
        "(I-02, unsur staf, wawancara 12 Januari 2024, brs. 2; positif) bukti2\n"
        "[^1-3]: “Laporan itu sering terlambat \\[tertawa\\].” "
        "(I-03, unsur staf, wawancara 12 Januari 2024, brs. 3; positif) bukti3\n"
        "[^1-4]: “Laporan itu sering terlambat \\[tertawa\\].” "
        "(I-05, unsur staf, wawancara 12 Januari 2024, brs. 5; positif) bukti5\n"
        "\n<!-- kualcode -->\n"
    )


def test_tables_and_their_footnotes_are_numbered_through() -> None:
    made = render([technique(), table(["a"], quotes=[quote(1, translation="It is late.")])], "md", "en").decode()
    assert "**Table 2. Themes by source**" in made
    assert "| 1 | a | a [^2-1] |" in made
    assert (
        "[^2-1]: “Laporan itu sering terlambat \\[tertawa\\].” (I-01, staff, interview 12 January 2024, line 1; "
        in made
    )
    assert "“It is late.” (researcher's translation) bukti1" in made
    assert "Note: Kriteria: SOP." in made


@settings(max_examples=200, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_every_text_comes_back_from_a_table(texts: list[str]) -> None:
    made = Matrix("L4", bi("x"), tuple(map(bi, texts)), ())
    assert cells_of(render([made], "md", "id").decode()) == [as_read(text) for text in texts]


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_text_comes_back_from_a_table(text: str) -> None:
    made = cells_of(render([table([text])], "md", "id").decode())
    assert made[4:] == [as_read(text)] * 2


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_every_text_comes_back_from_a_paragraph_and_opens_nothing(text: str) -> None:
    tokens = MarkdownIt("commonmark").parse(paragraph(text))
    lines = [line.strip() for line in as_read(text).split("\n")]
    if any(lines):
        assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
        said = "".join("\n" if t.type == "hardbreak" else t.content for t in tokens[1].children or [])
        assert [line.strip() for line in said.split("\n")] == lines


def test_a_name_with_underscores_stays_readable() -> None:
    assert inline("belum_dapat_1.md _x_ a__b _") == "belum_dapat_1.md \\_x\\_ a\\_\\_b \\_"


def test_a_text_in_one_line_keeps_its_breaks_as_marks() -> None:
    assert inline("\na\nb|c ") == "a<br>b\\|c"
