"""Plain text and Markdown: decoding, front matter, refusal of what is no text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from source_files import WRITTEN, refusal

from kualcode.sources.text_files import read_md, read_txt
from kualcode.text import normalise

SENTENCE = "Petugasnya belum ada [tertawa] – naïve."


@given(st.text(WRITTEN | st.sampled_from("\t\n\r\x0c"), min_size=1))
def test_no_character_of_a_text_is_lost_moved_or_invented(text: str) -> None:
    assert read_txt(text.encode()).text == normalise(text)
    assert read_txt(b"\xef\xbb\xbf" + text.encode()).text == normalise(text)
    assert read_txt(text.encode("utf-16")).text == normalise(text)


@given(st.text(st.sampled_from("\ufeffe\u0301\r\n"), min_size=1))
def test_what_is_read_is_normal_for_good(text: str) -> None:
    read_once = read_txt(text.encode()).text
    assert read_once == normalise(read_once)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_each_encoding_gives_the_same_text(encoding: str) -> None:
    extract = read_txt(SENTENCE.encode(encoding))
    assert extract.text == SENTENCE
    assert bool(extract.notes) == (encoding == "cp1252")


def test_windows_text_is_said_to_be_windows_text() -> None:
    (note,) = read_txt("“Saya capek” – naïve".encode("cp1252")).notes
    assert "cp1252" in note.en
    assert "--encoding" in note.id


def test_a_named_encoding_wins() -> None:
    assert read_txt("naïve".encode("cp850"), "cp850").text == "naïve"
    assert read_txt("naïve".encode("utf-16-le"), "utf-16-le").notes == ()


def test_line_ends_and_composed_letters_are_normalised_once() -> None:
    assert read_txt(b"a\r\nb\rc\ne\xcc\x81").text == "a\nb\nc\n\u00e9"


def test_form_feed_and_tab_stay() -> None:
    assert read_txt(b"P\t: apa\x0cJ\t: ya").text == "P\t: apa\x0cJ\t: ya"


@pytest.mark.parametrize(
    ("data", "encoding", "what"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", None, "binary"),
        (b"abc\x00def", None, "binary"),
        (b"\x00\x81", None, "binary"),
        (bytes(range(1, 9)) * 4, None, "binary"),
        ("teks".encode("utf-16-le"), None, "binary"),
        (b"\xef\xbb\xbfna\xefve", None, "utf-8-sig (byte 3)"),
        (b"\xff\xfea", None, "utf-16"),
        (b"kata \x81\x8d", None, "cp1252 (byte 6)"),
        (b"na\xefve", "utf-8", "utf-8 (byte 3)"),
        (b"teks", "bahasa", "'bahasa' is not known"),
        (b"teks", "hex", "'hex' is not known"),
        (b"teks", "a\x00b", "is not known"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, encoding: str | None, what: str) -> None:
    said, fix = refusal(read_txt, data, encoding)
    assert what in said
    assert "--encoding" in fix or "save it as text" in fix


def test_a_few_control_characters_are_no_reason_to_refuse() -> None:
    assert read_txt(b"a\x0bb\x1cc\x07").text == "a\x0bb\x1cc\x07"
    assert read_txt(b"\x07" * 9 + b"kata " * 40).text.count("\x07") == 9


# ---------------------------------------------------------------- front matter
MARKDOWN = """---
informan: INF-03
tanggal: 2024-03-12
sah: no
jam: 1:30
nip: 0012
kode: [I1, "I2, ketua"]
tempat:
  desa: Paringin
---
# Wawancara **satu**
P: Bagaimana?
"""


def test_front_matter_is_given_as_written_and_stays_in_the_text() -> None:
    extract = read_md(MARKDOWN.encode())
    assert extract.text == MARKDOWN
    assert extract.meta == (
        ("informan", "INF-03"),
        ("tanggal", "2024-03-12"),
        ("sah", "no"),
        ("jam", "1:30"),
        ("nip", "0012"),
        ("kode", "I1, I2, ketua"),
        ("tempat.desa", "Paringin"),
    )
    assert extract.notes == ()


@pytest.mark.parametrize(
    "text",
    [
        "# Judul\n---\na: b\n---\n",
        "---\na: b\nteks tanpa akhir",
        "---\nbiasa\n---\n",
        " ---\na: b\n---\n",
        "---\n---\nteks",
        "a: b",
    ],
)
def test_what_is_no_front_matter_gives_none(text: str) -> None:
    assert read_md(text.encode()).meta == ()
    assert read_md(text.encode()).notes == ()


@pytest.mark.parametrize(
    ("block", "line"), [("a: &x [1]\nb: *x", 3), ("a: 1\nb: [", 3), ("a: 1\n\tb: 2", 3), ("a: " + "[" * 3000, 2)]
)
def test_unreadable_front_matter_is_noted_with_its_line(block: str, line: int) -> None:
    text = f"---\n{block}\n---\nP: Apa?\n"
    extract = read_md(text.encode())
    assert extract.text == text
    assert extract.meta == ()
    assert f"(line {line})" in extract.notes[0].en


def test_an_object_tag_builds_nothing() -> None:
    assert read_md(b"---\na: !!python/object/apply:os.getcwd []\n---\nx").meta == (("a", ""),)


def test_reading_is_fast() -> None:
    """20 KB take under 0.2 ms beyond the disk; ten times that is allowed for a busy machine."""
    data = ("P: Bagaimana antriannya? naïve\nJ: Panjang.\n" * 450).encode()
    spent = []
    for _ in range(20):
        start = time.perf_counter()
        read_txt(data)
        spent.append(time.perf_counter() - start)
    assert min(spent) < 0.002
