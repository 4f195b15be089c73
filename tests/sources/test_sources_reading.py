"""The one door: suffixes, and everything that can be wrong with a file before its format matters."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from source_files import docx_of, pdf_of, refusal, xlsx_of

from kualcode.errors import SourceError
from kualcode.sources import ENCODED, SUPPORTED, read, reading
from kualcode.text import normalise

SAMPLES = {
    **dict.fromkeys([".txt", ".md", ".markdown", ".csv", ".tsv"], b"isi"),
    ".docx": docx_of("<w:p><w:r><w:t>isi</w:t></w:r></w:p>"),
    ".xlsx": xlsx_of([["isi"]]),
    ".xlsm": xlsx_of([["isi"]]),
    ".pdf": pdf_of([["isi"]]),
    ".srt": b"1\n00:00:01,000 --> 00:00:02,000\nisi\n",
}
FORMATS = {".markdown": "md", ".tsv": "csv", ".xlsm": "xlsx"}


def test_every_supported_suffix_has_a_sample() -> None:
    assert set(SAMPLES) == set(SUPPORTED)
    assert set(SUPPORTED) > ENCODED


@pytest.mark.parametrize("suffix", SUPPORTED)
def test_a_file_is_read_by_its_suffix_in_any_case(suffix: str, tmp_path: Path) -> None:
    for name in ("wawancara 1", "CON", "rapat. "):
        path = tmp_path / (name + suffix.upper())
        path.write_bytes(SAMPLES[suffix])
        extract = read(path)
        assert extract.text == "isi"
        assert extract.format == FORMATS.get(suffix, suffix[1:])


@pytest.mark.parametrize("suffix", sorted(ENCODED))
def test_the_named_encoding_reaches_text_formats(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(SAMPLES[suffix].replace(b"isi", "naïve".encode("cp850")))
    assert read(path, encoding="cp850").text == "naïve"


def test_the_text_is_normalised_once_and_for_good(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfe\xcc\x81\r\nb\r")
    text = read(path).text
    assert text == "\u00e9\nb\n" == normalise(text)


@pytest.mark.parametrize(
    ("name", "what", "fix"),
    [
        ("a.doc", "The format .doc is not read.", "save it as .docx"),
        ("a.DOC", "The format .doc is not read.", "save it as .docx"),
        ("a.odt", ".odt", "save it as .docx"),
        ("a.xls", ".xls", "save it as .xlsx"),
        ("a.jpg", ".jpg", "OCR"),
        ("a.m4a", ".m4a", "transcribe first"),
        ("a.vtt", ".vtt", ".srt"),
        ("a.pptx", ".pptx", "PDF"),
        ("a.zip", ".zip", "Unpack"),
        ("studi.kual", ".kual", "transcripts"),
        ("a.xyz", ".xyz", "What is read: .txt, .md, .markdown, .docx, .xlsx, .xlsm, .csv, .tsv, .pdf, .srt."),
        ("tanpa", "without a name ending", "What is read: .txt"),
    ],
)
def test_an_unread_format_says_what_to_do(name: str, what: str, fix: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"x")
    said, advice = refusal(read, tmp_path / name)
    assert what in said
    assert fix in advice


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", b""),
        ("a.docx", b""),
        ("a.txt", b" \r\n\t"),
        ("a.txt", b"\xef\xbb\xbf"),
        ("a.csv", b";;\n;;\n"),
        ("a.docx", docx_of("<w:p/>")),
        ("a.xlsx", xlsx_of([])),
        ("a.srt", b"1\n00:00:01,000 --> 00:00:02,000\n"),
        ("a.srt", b"\n \n"),
    ],
)
def test_an_empty_file_is_refused(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    what, fix = refusal(read, tmp_path / name)
    assert "empty" in what
    assert "right file" in fix


def test_a_missing_file(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_bytes(b"")
    for path in (tmp_path / "hilang.txt", tmp_path / "berkas" / "a.txt", tmp_path / "a\x00.txt"):
        what, fix = refusal(read, path)
        assert what == "There is no such file."
        assert "moved or renamed" in fix


def test_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "folder.txt"
    folder.mkdir()
    what, fix = refusal(read, folder)
    assert "folder, not a file" in what
    assert "inside it" in fix


def test_a_device_is_not_waited_for() -> None:
    what, fix = refusal(read, Path(os.devnull))
    assert what == "This is not an ordinary file."
    assert "Copy it" in fix


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(sorted(SUPPORTED)), st.floats(0, 1), st.binary(max_size=8), st.integers(0, 60))
def test_a_file_damaged_anywhere_is_read_or_refused_in_words(
    suffix: str, place: float, bytes_in: bytes, bytes_out: int
) -> None:
    """Bytes overwritten or cut out at any place: text or a SourceError, never another exception."""
    whole = SAMPLES[suffix]
    start = int(place * len(whole))
    try:
        extract = SUPPORTED[suffix](whole[:start] + bytes_in + whole[start + bytes_out :], None)
    except SourceError as error:
        assert error.fix.en
    else:
        assert extract.text == normalise(extract.text)


def test_no_library_is_loaded_before_its_format_is_read() -> None:
    heavy = "{'docx', 'lxml', 'openpyxl', 'pypdf', 'yaml'}"
    code = f"import sys, kualcode.sources; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.stdout.strip() == "[]"


class Forbidden(type(Path())):  # type: ignore[misc]
    """A path that may not be opened; the real thing cannot be had where the tests run as root."""

    def read_bytes(self) -> bytes:
        raise PermissionError(13, "Permission denied")


class Broken(type(Path())):  # type: ignore[misc]
    """A path on a disk that fails."""

    def read_bytes(self) -> bytes:
        raise OSError(5, "Input/output error")


def test_a_forbidden_file_and_a_failing_disk(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"isi")
    what, fix = refusal(read, Forbidden(tmp_path / "a.txt"))
    assert what == "The file may not be opened."
    assert "allow reading" in fix
    what, fix = refusal(read, Broken(tmp_path / "a.txt"))
    assert what == "The file cannot be read from disk (Input/output error)."
    assert "Copy it" in fix


def test_a_file_beyond_the_limit_is_not_loaded(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(reading.MAX_BYTES + 1)  # sparse: takes no room on the disk
    what, fix = refusal(read, tmp_path / "a.txt")
    assert what == "The file is too large: 201 MB, the limit is 200 MB."
    assert "Split" in fix


def test_a_message_never_quotes_the_text(tmp_path: Path) -> None:
    for suffix in SUPPORTED:
        path = tmp_path / f"a{suffix}"
        path.write_bytes(b'RAHASIA \x00 "RAHASIA')
        with pytest.raises(SourceError) as caught:
            read(path)
        assert "RAHASIA" not in caught.value.message("id") + caught.value.message("en")
