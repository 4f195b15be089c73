"""Sections and headings of a draft, however they are marked."""

from __future__ import annotations

import pytest
from draft_values import SCOPES

from kualcode.analysis.drafts.sections import blocks, known


def read(text: str, form: str = "md") -> list[tuple[str | None, str | None, str]]:
    """Section, heading's code and first word of each paragraph."""
    return [(b.section, b.heading, text[b.start : b.end].split(None, 1)[0]) for b in blocks(text, form, SCOPES)]


@pytest.mark.parametrize(
    ("title", "section"),
    [
        ("## ABSTRAK", "abstract"),
        ("ABSTRACT", "abstract"),
        ("**Pendahuluan**", "introduction"),
        ("BAB II TINJAUAN PUSTAKA", "introduction"),
        ("BAB III\n\nMETODE PENELITIAN", "methods"),
        ("Bab IV", "results"),
        ("4.2 Hasil dan Pembahasan", "results"),
        ("C. Pembahasan", "discussion"),
        ("HASIL PENELITIAN TENTANG KINERJA", "results"),
        ("BAB V PENUTUP", "conclusion"),
        ("5.1 Kesimpulan", "conclusion"),
        ("## Saran", "recommendations"),
        ("Recommendations", "recommendations"),
    ],
)
def test_a_section_is_known_by_its_name_however_it_is_marked(title: str, section: str) -> None:
    text = f"{title}\n\nKalimat pertama berbunyi begini.\n"
    assert [found for found, _, _ in read(text)] == [section]


def test_a_heading_on_the_line_above_its_text_needs_no_blank_line() -> None:
    assert read("ABSTRAK\nKinerja baik.\nHASIL\nLaporan rapi.\n", "txt") == [
        ("abstract", None, "Kinerja"),
        ("results", None, "Laporan"),
    ]


def test_a_section_may_be_named_at_the_head_of_its_paragraph() -> None:
    assert read("Abstrak: Kinerja baik.\n\nKata kunci: kinerja, pegawai\n\nSIMPULAN. Kinerja baik.\n") == [
        ("abstract", None, "Kinerja"),
        ("conclusion", None, "Kinerja"),
    ]


def test_headings_below_a_section_say_which_code_is_dealt_with() -> None:
    text = "## PEMBAHASAN\n\n### 4.1 Ketepatan Waktu\n\nSatu.\n\nKuantitas\n\nDua.\n\n### Gambaran Umum\n\nTiga.\n"
    assert read(text) == [
        ("discussion", "TEPAT", "Satu."),
        ("discussion", "KUAN", "Dua."),
        ("discussion", None, "Tiga."),
    ]


def test_headings_on_factors_give_their_direction() -> None:
    text = "## HASIL\n\n### Faktor Penghambat\n\nSatu.\n\n### Faktor-faktor yang Mempengaruhi Kinerja\n\nDua.\n"
    assert [b.factor for b in blocks(text, "md", SCOPES)] == ["hindering", "factors"]


def test_what_stands_before_the_first_section_and_in_references_is_left_out() -> None:
    text = "# Judul\n\nNama Penulis\n\n## HASIL\n\nSatu.\n\n## DAFTAR PUSTAKA\n\n- Buku (2010).\n"
    assert read(text) == [("results", None, "Satu.")]


def test_points_of_a_list_lose_their_marks() -> None:
    text = "## SARAN\n\n1. Kepada pimpinan agar adil.\n2. Kepada pegawai agar rajin.\n"
    found = blocks(text, "md", SCOPES)
    assert [text[b.start : b.end] for b in found] == ["Kepada pimpinan agar adil.", "Kepada pegawai agar rajin."]
    assert [(b.item, b.line) for b in found] == [(True, 3), (True, 4)]


def test_a_text_without_sections_is_read_as_results() -> None:
    found = blocks("Laporan rapi.\n\nKantor bersih.\n", "md", SCOPES)
    assert [b.section for b in found] == ["results", "results"]
    assert not known(found)
    assert known(blocks("## HASIL\n\nLaporan rapi.\n", "md", SCOPES))


def test_a_short_sentence_that_states_something_is_no_heading() -> None:
    assert read("## HASIL\n\nKualitas kerja baik\n\nSatu.\n", "docx")[0][2] == "Kualitas"


def test_numbered_names_of_codes_are_points_where_they_touch_and_headings_where_text_parts_them() -> None:
    listed = "## HASIL\n\n1. Kuantitas\n2. Ketepatan waktu\n3. Kemauan belajar\n"
    assert [(b.item, b.heading) for b in blocks(listed, "md", SCOPES)] == [(True, None)] * 3
    parted = "## HASIL\n\n1. Kuantitas\n\nSatu.\n\n2. Ketepatan waktu\n\nDua.\n"
    assert read(parted) == [("results", "KUAN", "Satu."), ("results", "TEPAT", "Dua.")]
    others = "## HASIL\n\n1) Kuantitas\n\n2. Lima laporan.\n"
    assert [b.heading for b in blocks(others, "md", SCOPES)] == ["KUAN"]
