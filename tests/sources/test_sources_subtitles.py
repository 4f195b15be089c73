"""SubRip: what is said and when, without numbers and times."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from source_files import refusal, words

from kualcode.sources.subtitles import TAG, read_srt
from kualcode.text import normalise


def srt_of(texts: list[str]) -> bytes:
    """A file with one cue a text."""
    return "\n\n".join(
        f"{number}\n00:{number:02}:00,000 --> 00:{number:02}:02,500\n{text}" for number, text in enumerate(texts, 1)
    ).encode()


lines = words.filter(lambda text: text.strip() and not TAG.search(text) and "\n" not in text)


cues = st.lists(lines | st.just("2014"), min_size=1, max_size=3).map("\n".join)


@given(st.lists(cues, min_size=1, max_size=6))
def test_no_character_is_lost_moved_or_invented(texts: list[str]) -> None:
    extract = read_srt(srt_of(texts))
    assert extract.text == "\n".join(map(normalise, texts))
    assert [extract.text[cue.start : cue.end] for cue in extract.cues] == [normalise(text) for text in texts]
    assert [cue.at for cue in extract.cues] == [f"00:{number:02}:00,000" for number, _ in enumerate(texts, 1)]


REAL = """1
00:00:01,5 --> 00:00:04,000 X1:10 X2:20
<i>P: Bagaimana</i> antriannya?

3
0:00:04.000 --> 0:00:09.000
{\\an8}J: Panjang [tertawa],
<font color="red">lama</font> 3 < 5.

4
00:00:10,000 --> 00:00:11,000

7
00:00:12,000 --> 00:00:13,000
J: Satu

dua setelah baris kosong
8
00:00:14,000 --> 00:00:15,000
Akhir --> selesai
"""


def test_a_real_file_with_its_faults() -> None:
    """Tags, short times, a cue without words, a blank line inside a cue, no blank line before a number."""
    extract = read_srt(b"\xef\xbb\xbf" + REAL.replace("\n", "\r\n").encode())
    assert extract.text == (
        "P: Bagaimana antriannya?\nJ: Panjang [tertawa],\nlama 3 < 5.\n"
        "J: Satu\n\ndua setelah baris kosong\nAkhir --> selesai"
    )
    assert [cue.at[6:] for cue in extract.cues] == ["01,500", "04,000", "12,000", "14,000"]
    assert [note.en for note in extract.notes] == ["5 formatting tags (such as <i>) are not part of the text."]


def test_cues_without_numbers_are_read() -> None:
    raw = b"00:00:01,000 --> 00:00:02,000\nsatu\n\n00:00:03,000 --> 00:00:04,000\ndua\n"
    assert read_srt(raw).text == "satu\ndua"


def test_windows_encoding_is_noted() -> None:
    extract = read_srt("1\n00:00:01,000 --> 00:00:02,000\nnaïve\n".encode("cp1252"))
    assert extract.text == "naïve"
    assert "cp1252" in extract.notes[0].en


CUE = "1\n00:00:01,000 --> 00:00:02,000\nsatu\n\n"


@pytest.mark.parametrize(
    ("raw", "where"),
    [
        ("teks biasa\n", "line 1:"),
        ("Judul\n\n" + CUE, "line 1:"),
        ("1\n00:00:01 --> 00:00:02\nsatu\n", "line 1, 2, 3:"),
        (CUE + "2\n00:00:03,000 -> 00:00:04,000\ndua\n", "line 6:"),
        (CUE + "2\ndua\n", "line 6:"),
        (CUE + "00:xx --> 00:00:04,000\ndua\n", "line 5:"),
        ("a\nb\nc\nd\ne\nf\n", "line 1, 2, 3, 4, 5, ...:"),
    ],
)
def test_a_malformed_cue_is_named_by_line(raw: str, where: str) -> None:
    what, fix = refusal(read_srt, raw.encode())
    assert where in what
    assert "Correct that line" in fix
    assert "dua" not in what
