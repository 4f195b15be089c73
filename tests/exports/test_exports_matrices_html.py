"""Tables as a page: read back by a parser of HTML, with nothing from outside and no script."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

from exports_values import TEXTS, bi, quote, table, technique
from hypothesis import given, settings
from hypothesis import strategies as st

from kualcode.analysis.layouts.quotes import inside
from kualcode.document import Entry, Matrix
from kualcode.exports import safe
from kualcode.exports.matrices import render

VOID = {"meta", "br"}


class Reader(HTMLParser):
    """Collects the text of elements by the path that leads to them."""

    def __init__(self) -> None:
        super().__init__()
        self.path: list[str] = []
        self.attributes: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes.append((tag, dict(attrs)))
        if tag not in VOID:
            name = f"{tag}.{dict(attrs)['class']}" if "class" in dict(attrs) else tag
            self.path.append(name)
            self.texts.append(("/".join(self.path), ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.path.pop().split(".")[0] == tag

    def handle_data(self, data: str) -> None:
        if self.path and self.texts[-1][0] == "/".join(self.path):
            self.texts[-1] = (self.texts[-1][0], self.texts[-1][1] + data)

    def of(self, ending: str) -> list[str]:
        """Texts of the elements whose path ends so."""
        return [text for path, text in self.texts if path.endswith(f"/{ending}")]


def read(made: bytes) -> Reader:
    reader = Reader()
    reader.feed(made.decode("utf-8"))
    reader.close()
    assert reader.path == []
    return reader


def test_cells_open_to_their_quotes_without_a_script() -> None:
    page = read(render([technique()], "html", "id"))
    assert page.of("caption") == ["Tabel 1. Triangulasi teknik"]
    assert page.of("thead/tr/th/span") == ["No", "Indikator", "Wawancara"]
    assert page.of("tbody/tr/th/span") == ["1", "2"]
    assert page.of("td/span") == ["Kecermatan", "Tujuh informan", "Ketepatan", "tidak ada data"]
    assert page.of("td/details/summary") == ["3 kutipan", "2 kutipan"]
    assert page.of("details/figure/figcaption")[-1] == (
        "I-05, unsur staf, wawancara 12 Januari 2024, brs. 5; positif. wawancara/i05.docx. bukti5"
    )
    assert [text for tag, text in page.texts if "script" in tag] == []


def test_on_paper_cells_have_numbers_and_a_list_follows() -> None:
    page = read(render([technique()], "html", "en"))
    assert page.of("td/span.printed") == ["[1]–[3]", "[2] [4]"]
    assert page.of("section.printed/h6") == ["Quotes for Table 1"]
    assert page.of("section.printed/p")[3] == (
        "[4] “Laporan itu sering terlambat [tertawa].” "
        "(I-05, staff, interview 12 January 2024, line 5; positive) bukti5"
    )
    assert page.of("summary") == ["3 quotes", "2 quotes"]


def test_the_page_fetches_nothing_and_its_policy_lets_in_only_its_own_style() -> None:
    made = render([technique(), table(['<img src="http://a.b/c.png">'], quotes=[quote(1)])], "html", "id")
    page = read(made)
    (style,) = page.of("head/style")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = next(a["content"] for t, a in page.attributes if a.get("http-equiv") == "Content-Security-Policy")
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert not re.search(r"@import|url\(", style)
    for tag, attributes in page.attributes:
        assert tag not in ("script", "link", "img", "iframe", "a", "base", "form")
        assert not set(attributes) & {"src", "href", "style", "action"}
        assert not any(name.startswith("on") for name in attributes)


def test_a_table_is_marked_up_for_those_who_hear_it() -> None:
    page = read(render([technique()], "html", "en"))
    assert ("html", {"lang": "en"}) in page.attributes
    assert [a["scope"] for t, a in page.attributes if t == "th"] == ["col", "col", "col", "row", "row"]
    region = next(a for t, a in page.attributes if a.get("role") == "region")
    caption = next(a for t, a in page.attributes if t == "caption")
    assert region["aria-labelledby"] == caption["id"] == "table-1"
    assert region["tabindex"] == "0"
    assert page.of("main/h1") == ["Triangulation of techniques"]


def test_tables_of_a_page_have_names_of_their_own_and_broad_ones_lie_on_their_side() -> None:
    broad = Matrix("L3", bi("x"), tuple(bi(str(n)) for n in range(6)), ())
    page = read(render([technique(), broad], "html", "id"))
    assert [a["id"] for t, a in page.attributes if t == "caption"] == ["table-1", "table-2"]
    assert [a.get("class") for t, a in page.attributes if str(a.get("class")).startswith("matrix")] == [
        "matrix",
        "matrix broad",
    ]
    assert page.of("main/h1") == ["Tabel penelitian"]


def test_a_provisional_table_is_marked_in_every_cell_tinted_and_explained() -> None:
    page = read(render([table(["a"], provisional=True)], "html", "id"))
    assert page.of("tbody/tr/th/span") + page.of("td/span") == ["[sementara] 1", "[sementara] a", "[sementara] a"]
    assert ("table", {"class": "provisional"}) in page.attributes
    assert page.of("p.note")[0].startswith("Catatan: Sementara: ")
    assert page.of("p.note")[1] == "Catatan: Kriteria: SOP."


@settings(max_examples=150, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_every_text_comes_back_from_a_page(texts: list[str]) -> None:
    quotes = [quote(n, text, translation=text) for n, text in enumerate(texts)]
    rows = (tuple(Entry(text, (said,)) for text, said in zip(texts, quotes, strict=True)),)
    page = read(render([Matrix("x", bi(texts[0]), tuple(map(bi, texts)), rows)], "html", "id"))
    plain = [safe.plain(text) for text in texts]
    assert page.of("thead/tr/th/span") == plain
    assert [*page.of("tbody/tr/th/span"), *page.of("td/span"), *page.of("td.long/span")] == plain
    assert page.of("details/figure/blockquote") == plain
    assert page.of("figure/p.note") == [f"“{inside(text)}” (terjemahan peneliti)" for text in plain if text]
    assert page.of("head/title") == plain[:1]
