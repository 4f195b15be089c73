"""Sentences of a draft as statements: labels, credit, lists and quotations, without a tagger."""

from __future__ import annotations

from draft_values import sentences

from kualcode.analysis.statements import Statement

HEAD = "# HASIL DAN PEMBAHASAN\n\n"


def read(text: str) -> list[Statement]:
    return [one.statement for one in sentences(text)]


def labels(text: str) -> list[tuple[str, str, bool]]:
    """Scope, label and whether it is reserved, of every label."""
    return [(one.scope, one.label, one.reserved) for said in read(text) for one in said.labels]


def test_a_label_is_on_what_its_sentence_names() -> None:
    assert labels(f"{HEAD}Disiplin kerja pegawai dinilai baik.\n")[0][1:] == ("baik", False)


def test_the_label_of_an_informant_is_not_that_of_the_author() -> None:
    told = f"{HEAD}Menurut Kepala Subbagian Umum, kinerja pegawai sudah baik.\n"
    assert [reserved for *_, reserved in labels(told)] == [True]


def test_a_label_in_a_quotation_is_not_read_yet_its_words_are_kept() -> None:
    said = read(f"{HEAD}Ada yang berkata, “kinerja pegawai di sini sangat baik sekali”.\n")
    assert [one.labels for one in said] == [()]
    assert "kinerja" in said[0].text and "kinerja" in said[0].stems


def test_the_label_of_another_study_is_not_read() -> None:
    said = read(f"{HEAD}Penelitian Wirangga (2019) menemukan bahwa kinerja pegawai kurang baik.\n")
    assert [(one.labels, one.cited) for one in said] == [((), True)]


def test_tables_and_references_say_nothing() -> None:
    text = f"{HEAD}| Aspek | Nilai |\n| --- | --- |\n| Kinerja | Baik |\n\n# DAFTAR PUSTAKA\n\nKinerja pegawai baik.\n"
    assert read(text) == []


def test_lists_of_the_introduction_and_of_advice_are_no_findings() -> None:
    listed = "Faktor penghambat kinerja pegawai adalah sarana kerja, anggaran, dan disiplin."
    sections = ("PENDAHULUAN", "HASIL", "SARAN")
    found = {name: [one.enumerations for one in read(f"# {name}\n\n{listed}\n")] for name in sections}
    assert found["PENDAHULUAN"] == [()] and found["SARAN"] == [()]
    assert [len(one.items) for lists in found["HASIL"] for one in lists] == [3]


def test_points_under_the_heading_of_factors_are_one_list() -> None:
    text = f"{HEAD}## Faktor Penghambat\n\n1. Sarana kerja\n2. Anggaran perjalanan\n3. Kemauan belajar\n"
    lists = [one for said in read(text) for one in said.enumerations]
    assert [(one.topic, len(one.items)) for one in lists] == [("hindering", 3)]


def test_statements_are_numbered_by_paragraph_and_know_their_line() -> None:
    said = read(f"{HEAD}Satu hal dicatat. Dua hal lain menyusul.\n\nTiga hal lagi ada di sini.\n")
    assert [one.line for one in said] == [3, 3, 5]
    assert len({one.id for one in said}) == 3 and said[0].paragraph == said[1].paragraph < said[2].paragraph


def test_two_points_are_a_list_and_one_is_none() -> None:
    under = f"{HEAD}## Faktor Pendorong\n\n"
    sizes = [
        [len(one.items) for said in read(f"{under}{points}") for one in said.enumerations]
        for points in ("1. Gaji pokok\n2. Pelatihan kerja\n", "1. Gaji pokok\n")
    ]
    assert sizes == [[2], []]


def test_a_factor_is_that_of_the_sentence_or_else_that_of_its_heading() -> None:
    text = f"{HEAD}## Faktor Pendorong\n\nFaktor penghambat kinerja ada banyak. Gaji pokok diterima tepat waktu.\n"
    assert [one.factor for one in read(text)] == ["hindering", "driving"]


def test_causes_are_those_of_findings_of_the_draft_itself() -> None:
    told = "Keterlambatan laporan disebabkan oleh sarana kerja yang rusak"
    own = f"{HEAD}{told}.\n"
    cited = f"{HEAD}Penelitian Wirangga (2019) menemukan bahwa {told[0].lower()}{told[1:]}.\n"
    asked = f"# PENDAHULUAN\n\n{told}.\n"
    assert [bool(said.causes) for text in (own, cited, asked) for said in read(text)] == [True, False, False]
