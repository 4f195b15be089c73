"""PDF: the words of every page, and plain refusals."""

from __future__ import annotations

import logging
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from source_files import pdf_of, refusal

from kualcode.sources.pdf import read_pdf, tidied, without_numbers

PAGES = [["P: Bagaimana antriannya? (pagi)", "J: Panjang, naïve."], ["Halaman dua \\ selesai"]]


def locked(user_password: str, algorithm: str) -> bytes:
    """The sample, locked."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf_of(PAGES))))
    writer.encrypt(user_password, "pemilik", algorithm=algorithm)
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_pages_are_joined_by_newline() -> None:
    extract = read_pdf(pdf_of(PAGES))
    assert extract.text == "P: Bagaimana antriannya? (pagi)\nJ: Panjang, naïve.\nHalaman dua \\ selesai"
    assert [note.en[:27] for note in extract.notes] == ["Text reconstructed from PDF"]
    assert "give the .docx" in extract.notes[0].en.lower()


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.lists(st.text("abc(de)\\ éñ.,:–“”", min_size=1, max_size=30), min_size=1, max_size=4), min_size=1, max_size=3
    ).filter(lambda pages: any("".join(page).strip() for page in pages))
)
def test_no_letter_is_lost_moved_or_invented(pages: list[list[str]]) -> None:
    """White space is the page's own affair in a PDF; everything else comes back in order."""
    written = "".join("".join("".join(page).split()) for page in pages)
    assert "".join(read_pdf(pdf_of(pages)).text.split()) == written


def test_form_feeds_and_broken_characters_of_a_font_never_reach_the_text() -> None:
    assert tidied("\nsatu\fdua\ud83d\ude00 \ud83d\n\n") == "satu\ndua😀 \ufffd"


def test_a_page_without_text_is_named() -> None:
    assert "Pages 2 hold no text" in read_pdf(pdf_of([["satu"], [], ["tiga"]])).notes[1].en


def test_a_scan_is_refused() -> None:
    what, fix = refusal(read_pdf, pdf_of([[], []]))
    assert "scan" in what
    assert "OCR" in fix
    assert "typed text" in fix


def test_a_locked_pdf_is_refused() -> None:
    what, fix = refusal(read_pdf, locked("rahasia", "RC4-128"))
    assert what == "This PDF is locked (encrypted)."
    assert "new PDF" in fix


def test_a_pdf_locked_by_aes_is_refused_as_locked_not_as_damaged() -> None:
    """pypdf needs another library for AES, even for an empty password; it learns so only on the page."""
    crypt = b"/V 4 /CF << /StdCF << /CFM /AESV2 /AuthEvent /DocOpen /Length 16 >> >> /StmF /StdCF /StrF /StdCF"
    data = locked("", "RC4-128")
    assert data.count(b"/V 2") == 1
    assert "locked" in refusal(read_pdf, data.replace(b"/V 2", crypt))[0]


def test_a_pdf_locked_against_printing_only_is_read() -> None:
    assert "Halaman dua" in read_pdf(locked("", "RC4-128")).text


@pytest.mark.parametrize(
    "data",
    [
        b"bukan pdf",
        b"%PDF-1.4\n",
        pdf_of(PAGES)[:200],
        pdf_of(PAGES).replace(b"/Kids", b"/Kidz"),
        pdf_of(PAGES).replace(b"/Pages 2 0 R", b"/Pages 9 0 R"),
    ],
)
def test_a_damaged_pdf_is_refused(data: bytes) -> None:
    what, fix = refusal(read_pdf, data)
    assert what == "The file is damaged or not a PDF file."
    assert "save it again" in fix


SHIFTED = pdf_of(PAGES).replace(b"startxref\n", b"startxref\n7")


def test_remarks_of_the_library_do_not_leak(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """A wrong place of the cross-reference table makes pypdf talk; the file is read all the same."""
    with caplog.at_level(logging.DEBUG):
        assert "Halaman dua" in read_pdf(SHIFTED).text
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")
    assert logging.getLogger("pypdf").propagate


def test_that_sample_does_make_the_library_talk(caplog: pytest.LogCaptureFixture) -> None:
    PdfReader(BytesIO(SHIFTED))
    assert caplog.records


BODY = ["kalimat yang terputus", "disambung di sini.", "Selesai sudah."]


@pytest.mark.parametrize("form", ["{}", "- {} -", "Halaman {}", "hal. {}", "Page {} of 3", "{} | P a g e"])
@pytest.mark.parametrize("foot", [True, False])
@pytest.mark.parametrize("first", [1, 109])
def test_page_numbers_are_left_out_and_a_cut_sentence_is_one_again(form: str, foot: bool, first: int) -> None:
    numbers = [form.format(first + index) for index in range(3)]
    pages = [[words, number] if foot else [number, words] for words, number in zip(BODY, numbers, strict=True)]
    extract = read_pdf(pdf_of(pages))
    assert extract.text == "\n".join(BODY)
    assert extract.notes[1].en == f"The page numbers ({first} to {first + 2}) were left out."


def test_a_cover_and_an_empty_page_need_no_number() -> None:
    extract = read_pdf(pdf_of([["LAPORAN"], ["satu", "2"], [], ["tiga", "4"]]))
    assert extract.text == "LAPORAN\nsatu\n\ntiga"


def test_numbers_at_the_foot_of_a_chapters_first_page_and_at_the_head_of_the_others() -> None:
    assert read_pdf(pdf_of([["satu", "45"], ["46", "dua"], ["47", "tiga"]])).text == "satu\ndua\ntiga"


def test_of_two_lines_that_could_be_the_number_the_usual_edge_counts() -> None:
    assert read_pdf(pdf_of([["satu", "1"], ["2", "dua", "2"], ["tiga", "3"]])).text == "satu\n2\ndua\ntiga"


@pytest.mark.parametrize(
    "pages",
    [
        [["satu", "1"]],  # one page proves nothing
        [["LAPORAN"], ["satu", "2"]],
        [["satu", "1"], ["dua", "3"], ["tiga", "4"]],  # not the pages' own count
        [["satu", "1"], ["dua"], ["tiga", "3"]],  # missing on a page
        [["satu", "Informan 1"], ["dua", "Informan 2"]],  # words of the file's own
        [["satu", "1. Apa"], ["dua", "2. Siapa"]],
        [["satu", "2025"], ["dua", "2025"]],
    ],
)
def test_numbers_that_are_not_certainly_the_pages_own_stay(pages: list[list[str]]) -> None:
    extract = read_pdf(pdf_of(pages))
    assert extract.text == "\n".join("\n".join(page) for page in pages)
    assert len(extract.notes) == 1


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.lists(st.text("ab 12.-\n", max_size=12), min_size=1, max_size=4).map("\n".join), min_size=1, max_size=4
    ),
    st.integers(1, 300),
    st.booleans(),
)
def test_nothing_but_the_numbers_is_left_out(bodies: list[str], first: int, foot: bool) -> None:
    pages = [f"a{body}b" for body in bodies]
    numbered = [f"{page}\n{first + n}" if foot else f"{first + n}\n{page}" for n, page in enumerate(pages)]
    assert without_numbers(pages) == (pages, ())
    assert without_numbers(numbered)[0] == (pages if len(pages) > 1 else numbered)
