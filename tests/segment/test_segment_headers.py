"""Identity blocks, dates and what is known about a source."""

from __future__ import annotations

import pytest

from kualcode.segment import code_key, info, iso_date, period, title
from kualcode.segment.headers import front_matter, is_title, pairs


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    return tuple(pairs(text, 0, len(text)))


def test_entries_aligned_one_a_line() -> None:
    assert _pairs(
        "Nama            : Bu Ratmi\nJabatan         :   Staf \nHari/Tanggal    : Senin, 9 Februari 2026\n"
    ) == (("Nama", "Bu Ratmi"), ("Jabatan", "Staf"), ("Hari/Tanggal", "Senin, 9 Februari 2026"))


def test_entries_run_in_on_one_line() -> None:
    assert _pairs("Kode : K.UM   Waktu : Senin, 3 Februari 2014   Pukul : 09:00 – 10:15 WIB") == (
        ("Kode", "K.UM"),
        ("Waktu", "Senin, 3 Februari 2014"),
        ("Pukul", "09:00 – 10:15 WIB"),
    )


def test_entries_in_english_and_bold() -> None:
    assert _pairs("**Name:** Ann\n- Position: Clerk\nDate: February 9, 2026") == (
        ("Name", "Ann"),
        ("Position", "Clerk"),
        ("Date", "February 9, 2026"),
    )


def test_an_entry_without_a_value_and_a_key_inside_a_word_are_none() -> None:
    assert _pairs("Nama :\nJabatan : Staf\nsepertiumur : 3") == (("Jabatan", "Staf"),)


@pytest.mark.parametrize(
    "line", ["TRANSKRIP WAWANCARA", "## Transkrip Wawancara", "CATATAN LAPANGAN", "Transkrip wawancara"]
)
def test_titles(line: str) -> None:
    assert is_title(line)


@pytest.mark.parametrize(
    "line", ["Transkrip wawancara itu nanti dikirim ya.", "transkrip wawancara saya simpan", "Nama : A"]
)
def test_sentences_are_no_titles(line: str) -> None:
    assert not is_title(line)


def test_front_matter_ends_after_its_second_fence() -> None:
    assert front_matter("---\nkode: I-01\ntags:\n  - a\n---\nP: Apa?") == len("---\nkode: I-01\ntags:\n  - a\n---\n")
    assert front_matter("---\nHanya garis.\n---\nIsi") == 0
    assert front_matter("Isi\n---\na: b\n---\n") == 0


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("Senin, 9 Februari 2026", "2026-02-09"),
        ("09/02/2026", "2026-02-09"),
        ("9 Feb 2026", "2026-02-09"),
        ("9-2-2026", "2026-02-09"),
        ("9.2.2026", "2026-02-09"),
        ("2026-02-09", "2026-02-09"),
        ("February 9, 2026", "2026-02-09"),
        ("Jum'at, 05 Desember 2019 Pukul 12:42 WIB", "2019-12-05"),
        ("12 Agustus 2024", "2024-08-12"),
        ("17 Nopember 2015", "2015-11-17"),
        ("Selasa, 3 Maret 2015", "2015-03-03"),
        ("3rd March 2015", "2015-03-03"),
    ],
)
def test_dates(written: str, iso: str) -> None:
    assert iso_date(written) == iso


@pytest.mark.parametrize(
    "written",
    [
        "Senin",
        "Februari 2026",
        "9/2/26",
        "31 Februari 2026",
        "02/13/2026",
        "9 Februari 2026 dan 10 Februari 2026",
        "",
        "13.00",
        "Senin (4/5)",
        "19800101 200501 2 001",
    ],
)
def test_what_is_no_single_date_stays_unknown(written: str) -> None:
    assert iso_date(written) is None


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Laporan Tahunan 2025", "2025"),
        ("Rekap Absensi Januari–Maret 2026", "2026-01/2026-03"),
        ("Buku tamu Februari 2026", "2026-02"),
        ("Renstra 2021-2026", "2021/2026"),
        ("Januari 2025 s/d Maret 2026", "2025-01/2026-03"),
        ("Rencana Kerja", None),
        ("Laporan 2024 dan 2025", None),
        ("Nomor 000.7/03/KTM/2025", None),
    ],
)
def test_periods(title: str, named: str | None) -> None:
    assert period(title) == named


# ------------------------------------------------------------------ attributes
def test_interview_by_folder_and_header() -> None:
    known = info(
        ("Wawancara", "I-02 Camat.docx"),
        (
            ("Nama", "Rusmadi, S.Sos"),
            ("Jabatan", "Camat"),
            ("Hari/Tanggal", "Senin, 9 Februari 2026"),
            ("Tempat", "Ruang camat"),
        ),
        (),
    )
    assert (known.source_type, known.informant, known.name, known.role) == (
        "interview",
        "I-02",
        "Rusmadi, S.Sos",
        "Camat",
    )
    assert (known.date, known.place, known.doc_class, known.doc_family) == (
        "2026-02-09",
        "Ruang camat",
        "transcript",
        None,
    )


def test_front_matter_outranks_header_and_folder() -> None:
    known = info(("dokumen", "a.md"), (("Kode", "I-01"),), (("jenis_sumber", "wawancara"), ("informan", "I-09")))
    assert (known.source_type, known.informant) == ("interview", "I-09")


def test_observation_gets_a_session_from_its_date_or_file() -> None:
    assert info(("02 Observasi", "pagi.txt"), (("Tanggal", "10 Februari 2026"),), ()).session_id == "2026-02-10"
    assert info(("observations", "pagi.txt"), (), ()).session_id == "pagi"
    assert info(("observations", "pagi.txt"), (), (("sesi", "O-3"),)).session_id == "O-3"


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("Rencana Kerja 2025.docx", "plan"),
        ("laporan_tahunan.pdf", "report"),
        ("rekap absensi.xlsx", "register"),
        ("Buku Tamu.csv", "register"),
        ("Surat Keputusan Camat.pdf", "decree"),
        ("lampiran.pdf", None),
        ("kelaporan.txt", None),
    ],
)
def test_class_of_a_document_from_sure_words(file: str, kind: str | None) -> None:
    known = info(("dokumentasi", file), (), ())
    assert known.doc_class == kind
    assert known.doc_family == file.rsplit(".", 1)[0]


def test_title_gives_class_and_period_but_text_never_does() -> None:
    known = info(("documents", "D-1.txt"), (("Judul", "Rencana Kerja Kantor Tahun 2025"),), ())
    assert (known.doc_class, known.period, known.title) == ("plan", "2025", "Rencana Kerja Kantor Tahun 2025")


def test_nothing_is_guessed() -> None:
    known = info(("data", "x.txt"), (("Waktu", "siang"),), ())
    assert (known.source_type, known.informant, known.date, known.period) == (None, None, None, None)
    assert info(("dokumentasi wawancara", "x.txt"), (), ()).source_type is None


def test_entries_that_disagree_leave_the_field_unknown() -> None:
    known = info(
        ("wawancara", "semua.docx"),
        (("Kode", "I-01"), ("Kode", "I-02"), ("Jabatan", "Staf"), ("Jabatan", "Staf")),
        (),
    )
    assert (known.informant, known.role) == (None, "Staf")


def test_nearest_folder_decides() -> None:
    assert info(("dokumen", "interviews", "a.txt"), (), ()).source_type == "interview"


def test_codes_written_differently_are_one() -> None:
    assert {code_key(code) for code in ("I-01", "I1", "I 1", "Informan 1", "informan I", "Informant 01")} == {"i1"}
    assert code_key("Informan IV") == code_key("I-04")
    assert code_key("K.UM") != code_key("K.US")
    assert code_key("R-02") == code_key("R2") != code_key("I2")


def test_a_span_of_days_is_no_single_date() -> None:
    for written in ("2-5 Februari 2026", "2 s/d 5 Februari 2026", "28 Februari sampai 3 Maret 2026", "2, 5 Mei 2026"):
        assert iso_date(written) is None
    assert iso_date("Senin-9 Februari 2026") == iso_date("09.10-10.05, 9 Februari 2026") == "2026-02-09"


@pytest.mark.parametrize("value", ["Senin, 9 Februari 2026", "9 Februari 2026, 09.10-10.05 WITA", "09/02/2026 09.10"])
def test_waktu_may_hold_the_date(value: str) -> None:
    assert info(("wawancara", "a.txt"), (("Waktu", value),), ()).date == "2026-02-09"
    assert info(("wawancara", "a.txt"), (("Waktu", value), ("Tanggal", "9 Feb 2026")), ()).date == "2026-02-09"


def test_waktu_of_the_clock_gives_no_date() -> None:
    assert info(("wawancara", "a.txt"), (("Waktu", "09.10-10.05 WITA"),), ()).date is None


@pytest.mark.parametrize(
    ("key", "value", "name", "role"),
    [
        ("Sumber", "Camat Telaga Merbau (H. Rusmadi, S.Sos.)", "H. Rusmadi, S.Sos.", "Camat Telaga Merbau"),
        ("Sumber", "Bapak Joko (Kasubbag Umum)", "Bapak Joko", "Kasubbag Umum"),
        ("Sumber", "Kepala Desa", None, "Kepala Desa"),
        ("Sumber", "Bu Sari", "Bu Sari", None),
        ("Sumber", "data primer", None, None),
        ("Informan", "Kaur Keuangan (Pak Slamet)", "Pak Slamet", "Kaur Keuangan"),
        ("Narasumber", "Sari", "Sari", None),
    ],
)
def test_person_and_position_in_one_entry(key: str, value: str, name: str | None, role: str | None) -> None:
    known = info(("wawancara", "a.txt"), ((key, value),), ())
    assert (known.name, known.role, known.informant) == (name, role, None)


def test_an_entry_of_its_own_outranks_the_source_and_sources_that_differ_say_nothing() -> None:
    sources = (("Sumber", "Camat A (Bapak B)"), ("Sumber", "Lurah C (Ibu D)"))
    assert info(("wawancara", "a.txt"), (("Jabatan", "Camat"), sources[0]), ()).role == "Camat"
    assert info(("wawancara", "a.txt"), sources, ()).role is None
    assert info(("dokumentasi", "a.txt"), sources[:1], ()).role is None, "a document's source is nobody's position"


def test_an_informant_entry_is_a_code_only_when_it_looks_like_one() -> None:
    for code in ("I-01", "Informan 2", "K.UM", "PK.1", "Informan IV"):
        assert info(("wawancara", "a.txt"), (("Informan", code),), ()).informant == code
    assert info(("wawancara", "a.md"), (), (("informan", "Bu Sari"),)).informant is None


def test_the_code_of_a_sheet_is_the_observations_session_and_no_informant() -> None:
    header = (("Kode", "O-1"), ("Tanggal", "10 Februari 2026"))
    for known in (info(("observasi", "a.docx"), header, ()), info(("observasi", "a.md"), (), header)):
        assert (known.session_id, known.informant, known.date) == ("O-1", None, "2026-02-10")
    assert info(("observasi", "a.txt"), (*header, ("Sesi", "3")), ()).session_id == "3"
    assert info(("dokumentasi", "a.txt"), (("Kode", "D-1"),), ()).informant is None


@pytest.mark.parametrize(
    ("text", "line", "kind"),
    [
        ("TRANSKRIP WAWANCARA\nNama : A\n", "TRANSKRIP WAWANCARA", "interview"),
        ("TRANSKRIP WAWANCARA Nama : A 1. Apa? Jawab: Ya.", "TRANSKRIP WAWANCARA", "interview"),
        ("---\nkode: O-3\n---\n\n# Catatan Lapangan\n", "Catatan Lapangan", "observation"),
        ("Kode : A\nTRANSKRIP WAWANCARA\n", "TRANSKRIP WAWANCARA", "interview"),
        ("CATATAN LAPANGAN\t\t\nNo\tJam\tKronologis", "CATATAN LAPANGAN", "observation"),
        ("PEDOMAN WAWANCARA\n1. Apa?", "PEDOMAN WAWANCARA", None),
        ("LAPORAN\n" * 9 + "CATATAN LAPANGAN\n", None, None),
        ("Transkrip wawancara itu nanti saya kirim.", None, None),
    ],
)
def test_the_title_line_gives_the_kind_where_nothing_else_does(text: str, line: str | None, kind: str | None) -> None:
    assert title(text) == line
    assert info(("data", "x.txt"), (), (), title(text)).source_type == kind
    assert info(("dokumentasi", "x.txt"), (), (), title(text)).source_type == "documentation", "the folder is stronger"
