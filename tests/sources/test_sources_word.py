"""Word: every word once, in order, whatever wrapper it stands in."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document
from docx2python import docx2python
from hypothesis import given, settings
from hypothesis import strategies as st
from source_files import cell_texts, docx_of, grids, refusal, replaced, saved, words, xlsx_of

from kualcode.sources.word import read_docx
from kualcode.text import normalise


def p(*runs: str) -> str:
    """A paragraph of runs."""
    return "<w:p>" + "".join(runs) + "</w:p>"


def r(text: str) -> str:
    """A run."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def text_of(body_xml: str) -> str:
    """The text read from a document with this body."""
    return read_docx(docx_of(body_xml)).text


@settings(max_examples=60, deadline=None)
@given(st.lists(words, min_size=1, max_size=5), grids, words)
def test_no_character_is_lost_moved_or_invented(paragraphs: list[str], grid: list[list[str]], after: str) -> None:
    """python-docx writes paragraphs, a table, a paragraph; they come back, and the spans give the cells."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    width = max(map(len, grid))
    table = document.add_table(rows=len(grid), cols=width)
    for row, texts in zip(table.rows, grid, strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = text
    document.add_paragraph(after)
    extract = read_docx(saved(document))
    full = [[normalise(text) for text in [*row, *[""] * (width - len(row))]] for row in grid]
    assert cell_texts(extract, extract.tables[0]) == full
    assert extract.text == "\n".join([*map(normalise, paragraphs), *map("\t".join, full), normalise(after)])


@pytest.mark.parametrize(
    "wrapped",
    [
        f'<w:ins w:id="1" w:author="a">{r("TENGAH")}</w:ins>',
        f'<w:moveTo w:id="1" w:author="a">{r("TENGAH")}</w:moveTo>',
        f'<w:smartTag w:element="x"><w:smartTagPr/>{r("TENGAH")}</w:smartTag>',
        f'<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>{r("TENGAH")}</w:sdtContent></w:sdt>',
        f'<w:hyperlink w:anchor="a">{r("TENGAH")}</w:hyperlink>',
        f'<w:fldSimple w:instr="AUTHOR">{r("TENGAH")}</w:fldSimple>',
        f'<w:ins w:id="1" w:author="a"><w:hyperlink w:anchor="a">{r("TEN")}{r("GAH")}</w:hyperlink></w:ins>',
        f'<w:del w:id="1" w:author="a"><w:r><w:tab/><w:delText>BUANG</w:delText></w:r></w:del>{r("TENGAH")}',
        f'<w:moveFrom w:id="1" w:author="a">{r("BUANG")}</w:moveFrom>{r("TENGAH")}',
        f"<w:r><w:instrText>PAGE</w:instrText></w:r>{r('TENGAH')}",
        "<m:oMath><m:r><m:t>TENGAH</m:t></m:r></m:oMath>",
    ],
)
def test_words_in_wrappers_are_kept_and_deleted_words_dropped(wrapped: str) -> None:
    assert text_of(p(r("awal "), wrapped, r(" akhir"))) == "awal TENGAH akhir"


def test_tab_break_and_hyphen_marks_become_characters_and_tab_stops_do_not() -> None:
    stops = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr>'
    marks = (
        "<w:r><w:t>P</w:t><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t>"
        '<w:br w:type="page"/><w:t>e</w:t><w:noBreakHyphen/><w:t>KTP</w:t></w:r>'
    )
    assert text_of(p(stops, marks)) == "P\ta\nb\nc\ne\u2011KTP"


def test_a_symbol_font_character_is_kept_and_a_bad_code_is_marked() -> None:
    assert text_of(p(r("x"), '<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>')) == "x\uf04a"
    assert text_of(p(r("x"), '<w:r><w:sym w:font="Wingdings" w:char="zz"/></w:r>')) == "x\ufffd"


def test_letters_split_over_runs_are_composed() -> None:
    assert text_of(p(r("cafe"), r("\u0301"))) == "caf\u00e9"


def test_a_run_of_one_blank_is_kept() -> None:
    assert text_of(p(r("a"), r(" "), r("b"))) == "a b"


def test_wrapped_paragraphs_and_tables_keep_their_place() -> None:
    """Body-level content controls and insertions: python-docx passes over them without a word."""
    table = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>" + p(r("sel")) + "</w:tc></w:tr></w:tbl>"
    body = (
        p(r("satu"))
        + "<w:sdt><w:sdtPr/><w:sdtContent>"
        + p(r("dua"))
        + table
        + "</w:sdtContent></w:sdt>"
        + '<w:customXml w:element="x">'
        + p(r("tiga"))
        + "</w:customXml>"
        + p(r("empat"))
    )
    extract = read_docx(docx_of(body))
    assert extract.text == "satu\ndua\nsel\ntiga\nempat"
    assert cell_texts(extract, extract.tables[0]) == [["sel"]]


def test_a_deleted_paragraph_end_joins_two_paragraphs() -> None:
    ended = '<w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>'
    assert text_of(p(ended, r("awal ")) + p(r("akhir")) + p(r("lain"))) == "awal akhir\nlain"
    assert text_of(p(r("satu")) + p(ended, r("akhir"))) == "satu\nakhir"
    assert text_of(p(ended, r("awal")) + tbl(tc(p(r("sel"))))) == "awal\nsel"
    assert text_of(p(ended, r("awal"), f"<w:r><w:pict>{BOX}</w:pict></w:r>")) == "awal\nkotak\ndua"


BOX = "<w:txbxContent>" + p(r("kotak")) + p(r("dua")) + "</w:txbxContent>"


def test_a_text_box_stands_once_after_its_paragraph() -> None:
    both = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx>"
        + BOX
        + "</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        + BOX
        + "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert text_of(p(r("awal "), both, r("akhir")) + p(r("lagi"))) == "awal akhir\nkotak\ndua\nlagi"


def test_the_copy_with_words_is_taken_where_the_other_has_none() -> None:
    both = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing/></mc:Choice><mc:Fallback>"
        "<w:t>cadangan</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert text_of(p(r("a "), both)) == "a cadangan"


def test_copies_of_whole_paragraphs_are_taken_once() -> None:
    both = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'>{p(r('isi'))}</mc:Choice>"
        f"<mc:Fallback>{p(r('isi'))}</mc:Fallback></mc:AlternateContent>"
    )
    assert text_of(both + p(r("lagi"))) == "isi\nlagi"


# ---------------------------------------------------------------- tables
def tc(content: str, properties: str = "") -> str:
    """A table cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def tbl(*rows: str) -> str:
    """A table."""
    return "<w:tbl><w:tblPr/><w:tblGrid/>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def test_merged_cells_stand_once_and_columns_stay_in_line() -> None:
    across = tc(p(r("lebar")), '<w:gridSpan w:val="2"/>') + tc(p(r("c")))
    top = tc(p(r("tinggi")), '<w:vMerge w:val="restart"/>') + tc(p(r("b1"))) + tc(p(r("c1")))
    low = tc(p(), "<w:vMerge/>") + tc(p(r("b2"))) + tc(p(r("c2")))
    extract = read_docx(docx_of(tbl(across, top, low)))
    assert cell_texts(extract, extract.tables[0]) == [["lebar", "", "c"], ["tinggi", "b1", "c1"], ["", "b2", "c2"]]
    assert extract.text == "lebar\t\tc\ntinggi\tb1\tc1\n\tb2\tc2"


def test_a_width_beyond_reason_is_taken_as_one() -> None:
    assert text_of(tbl(tc(p(r("a")), '<w:gridSpan w:val="2000000"/>') + tc(p(r("b"))))) == "a\tb"


def test_paragraphs_of_a_cell_are_lines_and_a_nested_table_stays_in_its_cell() -> None:
    nested = p(r("atas")) + tbl(tc(p(r("x"))) + tc(p(r("y")))) + p()
    extract = read_docx(docx_of(tbl(tc(p(r("a")) + p(r("b"))) + tc(nested))))
    assert cell_texts(extract, extract.tables[0]) == [["a\nb", "atas\nx\ty"]]
    assert len(extract.tables) == 1


def test_deleted_rows_and_cells_are_dropped_and_wrapped_ones_kept() -> None:
    gone = '<w:trPr><w:del w:id="1" w:author="a"/></w:trPr>' + tc(p(r("BUANG")))
    kept = tc(p(r("a"))) + tc(p(r("BUANG")), '<w:cellDel w:id="2" w:author="a"/>')
    kept += "<w:sdt><w:sdtContent>" + tc(p(r("b"))) + "</w:sdtContent></w:sdt>"
    assert text_of(tbl(gone, kept)) == "a\tb"


def test_header_and_footer_stay_out() -> None:
    document = Document()
    document.add_paragraph("isi")
    document.sections[0].header.paragraphs[0].text = "KEPALA"
    document.sections[0].footer.paragraphs[0].text = "KAKI"
    assert read_docx(saved(document)).text == "isi"


def test_what_is_left_out_is_said_with_its_number() -> None:
    numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    plain = '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>'
    notes = '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="3"/></w:r>'
    deleted = '<w:del w:id="9" w:author="a"><w:r><w:delText>BUANG</w:delText></w:r></w:del>'
    document = Document(BytesIO(docx_of(p(numbered, r("satu"), notes) + p(plain, r("dua"), deleted))))
    document.add_comment(document.paragraphs[1].runs, text="KOMENTAR", author="P")
    extract = read_docx(saved(document))
    assert extract.text == "satu\ndua"
    said = [note.en for note in extract.notes]
    assert [note.split()[:2] for note in said] == [
        ["2", "footnotes"],
        ["1", "comments"],
        ["Tracked", "changes:"],
        ["1", "paragraphs"],
    ]


def test_nothing_is_said_where_nothing_is_left_out() -> None:
    assert read_docx(docx_of(p(r("isi")))).notes == ()


def test_docx2python_finds_the_same_words() -> None:
    """A second, independent reader: prose, a table, an insertion, a smart tag and a content control."""
    wrapped = (
        f'<w:ins w:id="1" w:author="a">{r("disisipkan ")}</w:ins>'
        f'<w:smartTag w:element="x">{r("cerdas ")}</w:smartTag>'
        f"<w:sdt><w:sdtContent>{r('kendali ')}</w:sdtContent></w:sdt>{r('e-KTP 😀 [tertawa]')}"
    )
    table = tbl(tc(p(r("Waktu"))) + tc(p(r("P: Apa?")) + p(r("J: Ya."))))
    data = docx_of(p(r("Awal "), wrapped) + table + p(r("Akhir")))
    with docx2python(BytesIO(data)) as oracle:
        assert read_docx(data).text.split() == oracle.text.split()


# ---------------------------------------------------------------- refusals
SOUND = docx_of(p(r("isi")))


@pytest.mark.parametrize(
    "data",
    [
        b"bukan zip",
        SOUND[: len(SOUND) // 2],
        b"PK\x03\x04",
        xlsx_of([["a"]]),
        b"{\\rtf1 isi}",
        replaced(SOUND, "word/document.xml", ("<w:body>", "<w:body")),
        replaced(SOUND, "word/document.xml", ("w:body", "w:badan")),
        replaced(SOUND, "_rels/.rels", ("word/document.xml", "word/hilang.xml")),
    ],
)
def test_a_damaged_or_foreign_file_is_refused(data: bytes) -> None:
    what, fix = refusal(read_docx, data)
    assert what == "The file is damaged or not a Word file."
    assert fix == "Open it in Word and save it again as .docx."


def test_entities_are_refused_before_any_parser_sees_them() -> None:
    prolog = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>"
    doctype = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    bomb = replaced(SOUND, "word/document.xml", (prolog, doctype))
    assert "damaged" in refusal(read_docx, replaced(bomb, "word/document.xml", ("isi", "&a;")))[0]


# ---------------------------------------------------------------- bold beginnings of lines
BOLD = "<w:rPr><w:b/></w:rPr>"


def b(text: str, properties: str = BOLD) -> str:
    """A run with properties."""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def bold_of(body_xml: str) -> list[str]:
    """What is bold at the beginning of lines."""
    extract = read_docx(docx_of(body_xml))
    return [extract.text[cell.start : cell.end] for cell in extract.bold]


@pytest.mark.parametrize(
    ("paragraph", "bold"),
    [
        (p(b("Has"), b("an"), r(" Apa?")), ["Hasan "]),
        (p(r("Kata "), b("Hasan")), []),
        (p(b("Hasan")), ["Hasan"]),
        (p(b("Hasan"), "<w:r><w:br/></w:r>", b("Tuti"), r(" Ya.")), ["Hasan", "Tuti "]),
        (p(r("Ya."), "<w:r><w:br/></w:r>", b("Tuti"), r(" Ya.")), ["Tuti "]),
        (p(b("Hasan", '<w:rPr><w:b w:val="0"/></w:rPr>'), r("!")), []),
        (p(b("Hasan", '<w:rPr><w:rStyle w:val="Strong"/></w:rPr>'), r("!")), ["Hasan"]),
        (p(b("Hasan", "<w:rPr><w:i/></w:rPr>"), r("!")), []),
        (p(b("cafe"), b("\u0301"), r("!")), []),  # composing moves what follows
        (p('<w:hyperlink w:anchor="a">' + b("Hasan") + "</w:hyperlink>", r("!")), ["Hasan"]),
        ("<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>" + p(b("Hasan"), r("!")) + "</w:tc></w:tr></w:tbl>", []),
    ],
)
def test_what_is_bold_at_the_beginning_of_a_line_is_known(paragraph: str, bold: list[str]) -> None:
    assert bold_of(p(r("Sebelum.")) + paragraph + p(r("Sesudah."))) == bold


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(words, words), min_size=1, max_size=5))
def test_bold_spans_are_the_bold_words(lines: list[tuple[str, str]]) -> None:
    document = Document()
    for bold, rest in lines:
        paragraph = document.add_paragraph()
        paragraph.add_run(bold).bold = True
        paragraph.add_run(rest)
    extract = read_docx(saved(document))
    shown = [extract.text[cell.start : cell.end] for cell in extract.bold]
    assert all(extract.text[: cell.start].endswith("\n") or cell.start == 0 for cell in extract.bold)
    plain = [bold for bold, rest in lines if normalise(bold + rest) == bold + rest and bold.strip()]
    assert [one.rstrip() for one in shown if one.strip()] == [one.rstrip() for one in plain]
