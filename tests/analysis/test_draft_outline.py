"""Where a section of a draft ends: at the next heading of its own or a higher level."""

from __future__ import annotations

import time

import pytest
from draft_values import SCOPES

from kualcode.analysis.drafts.outline import level_of
from kualcode.analysis.drafts.sections import blocks, tells_results


def sections(text: str, form: str = "md") -> list[str | None]:
    """Of each paragraph."""
    return [block.section for block in blocks(text, form, SCOPES)]


@pytest.mark.parametrize(
    ("chapter", "method", "sibling"),
    [
        ("# BAB IV HASIL PENELITIAN", "## 4.1 Metode", "## 4.2 Kualitas kerja"),
        ("# BAB IV HASIL PENELITIAN", "## Metode", "## Kualitas kerja"),
        ("BAB IV HASIL PENELITIAN", "4.1 Metode", "4.2 Kualitas kerja"),
        ("BAB IV HASIL PENELITIAN", "4.1 Metode", "4.2 Gambaran umum tempat"),
        ("BAB IV\n\nHASIL PENELITIAN", "A. Metode", "B. Kualitas kerja"),
        ("BAB IV HASIL PENELITIAN", "1) Metode", "2) Kualitas kerja"),
        ("BAB IV HASIL PENELITIAN", "I. Metode", "II. Kualitas kerja"),
        ("BAB IV HASIL PENELITIAN", "Metode", "Kualitas kerja"),
        ("# BAB IV HASIL PENELITIAN", "# Metode", "# Kualitas kerja"),
        ("# Hasil penelitian", "## Metode", "## Kualitas kerja"),
    ],
)
def test_a_section_within_a_chapter_ends_at_its_sibling(chapter: str, method: str, sibling: str) -> None:
    text = f"{chapter}\n\n{method}\n\nDipakai wawancara.\n\n{sibling}\n\nLaporan rapi.\n"
    assert sections(text) == ["methods", "results"]


def test_what_stands_deeper_stays_in_its_section() -> None:
    text = "# BAB IV HASIL\n\n## 4.1 Metode\n\n### 4.1.1 Kualitas kerja\n\nSatu.\n\n## 4.2 Kuantitas\n\nDua.\n"
    assert sections(text) == ["methods", "results"]


def test_numbers_that_begin_anew_are_of_a_list_within() -> None:
    opens = "BAB V PENUTUP\n\n1. Simpulan\n\nSatu.\n\n2. Saran\n\nDua.\n\n"
    text = f"{opens}1. Kualitas kerja\n\nTiga.\n\n2. Kuantitas\n\nLima.\n"
    assert sections(text) == ["conclusion", "recommendations", "recommendations", "recommendations"]


def test_sections_that_stand_in_no_chapter_keep_what_follows_them() -> None:
    text = "1. Pendahuluan\n\nSatu.\n\n2. Metode\n\nDua.\n\n3. Hasil\n\nTiga.\n\n4. Gambaran Umum\n\nEmpat.\n"
    assert sections(text) == ["introduction", "methods", "results", "results"]


def test_references_end_the_chapter_and_so_does_what_follows_them() -> None:
    text = "# BAB V SIMPULAN\n\nSatu.\n\n# DAFTAR PUSTAKA\n\nBuku (2010).\n\n# Pedoman wawancara\n\nApa kabar?\n"
    assert sections(text) == ["conclusion"]


def test_a_draft_may_tell_no_results() -> None:
    assert not tells_results(blocks("# Metode\n\nDipakai wawancara.\n", "md", SCOPES))
    assert tells_results(blocks("# Pembahasan\n\nLaporan rapi.\n", "md", SCOPES))


@pytest.mark.parametrize(
    ("line", "style", "number", "hashes"),
    [
        ("## 4.1.2 Sarana", "dotted", 3, 2),
        ("**B. Sarana**", "A.", 2, 0),
        ("(b) Sarana", "(a)", 2, 0),
        ("ix. Sarana", "i.", 9, 0),
        ("BAB IV", "chapter", 0, 0),
        ("Sarana", "", 0, 0),
    ],
)
def test_the_level_of_a_heading(line: str, style: str, number: int, hashes: int) -> None:
    assert level_of(line) == (style, number, hashes)


def test_a_long_number_is_read_in_linear_time() -> None:
    begin = time.perf_counter()
    blocks("1." * 16_000 + "5%", "md", SCOPES)
    assert time.perf_counter() - begin < 2


# ---------------------------------------------------------------- by the style in Word
def styled(*lines: tuple[str, int]) -> list[tuple[str | None, str | None]]:
    """Section and heading of each paragraph; lines with the level of their style, 0 for text."""
    text, headings = "", []
    for line, level in lines:
        headings += [(len(text), len(text) + len(line), level)] if level else []
        text += f"{line}\n"
    return [(block.section, block.heading) for block in blocks(text, "docx", SCOPES, headings)]


def test_a_heading_by_its_style_needs_no_number_and_no_name() -> None:
    lines = (("Hasil", 1), ("Bagaimana pegawai melayani?", 2), ("Laporan rapi.", 0))
    assert [section for section, _ in styled(*lines)] == ["results"]
    assert len(styled(*((line, 0) for line, _ in lines))) == 2  # without styles the question is text


def test_a_section_ends_at_the_next_heading_of_its_style() -> None:
    found = styled(
        ("Hasil", 1),
        ("Metode", 2),
        ("Dipakai wawancara.", 0),
        ("Gambaran para pegawai kantor kecamatan itu dari dekat", 2),
        ("Laporan rapi.", 0),
        ("Kualitas kerja", 2),
        ("Arsip rapi.", 0),
        ("Simpulan", 1),
        ("Kinerja baik.", 0),
    )
    assert [section for section, _ in found] == ["methods", "results", "results", "conclusion"]
    assert [heading for _, heading in found] == [None, None, "KUAL", None]


def test_running_text_in_the_style_of_a_heading_stays_text() -> None:
    long = " ".join(["Laporan pegawai kantor disusun rapi dan lengkap"] * 4)
    assert len(styled(("Hasil", 1), (long, 2))) == 1
