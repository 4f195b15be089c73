"""Tables counted up: a guest book, an attendance recap, results and budget; each with its sum in words."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from claims_values import one
from hypothesis import given, settings
from hypothesis import strategies as st

from kualcode.analysis.claims.columns import number, sheets
from kualcode.analysis.claims.facts import compare_claims
from kualcode.analysis.claims.rows import Quoted, row_claims
from kualcode.analysis.claims.shown import shown
from kualcode.analysis.claims.tables import Counted, counted, of_code, sums


def rows(*lines: str) -> list[list[str]]:
    return [line.split(";") for line in lines]


def figures(*lines: str, period: str | None = None, language: str = "id") -> list[str]:
    """What a table comes to, as "measure subject [period]: figure"."""
    return [
        f"{claim.measure} {claim.subject} [{claim.period}]: {shown(claim.quantity, claim.unit).id}"
        for claim, _ in counted(rows(*lines), source="D.csv", period=period, language=language)
    ]


def texts(*lines: str, period: str | None = None) -> list[str]:
    return [derived.text.id for _, derived in counted(rows(*lines), source="D.csv", period=period)]


BOOK = (
    "BUKU TAMU;;;",
    "No;Hari / Tanggal;Nama;Keperluan",
    "1;2 Februari 2026;A.;KTP",
    "2;;B.;KK",  # the date is written once a day
    "3;03/02/2026;C.;KTP",
    "4;03/02/2026;;",  # nobody
    "Jumlah;;3;",
)
RECAP = (
    "No;Nama Pegawai;Bulan;Hadir;Terlambat",
    "1;Pegawai 1;Januari;20;2",
    "2;Pegawai 2;Januari;20;-",
    "3;Pegawai 1;Februari;18;1",
    "4;Pegawai 2;Februari;18;3",
)
RESULTS = (
    "No;Kegiatan;Satuan;Target;Realisasi;Capaian (%)",
    "1;Pelayanan keliling;kali;6;6;100",
    "2;Penerbitan surat;surat;900;1.042;115,8",
    "3;Perbaikan drainase;meter;85;40;47,1",
    "4;Rapat;kali;12;;",  # nothing is known yet
    ";Jumlah;;4;3;",
)


def test_a_guest_book() -> None:
    assert figures(*BOOK) == ["jumlah tamu  [2026-02]: 3", "tamu per hari  [2026-02]: rata-rata 1,5"]
    assert texts(*BOOK)[1] == "3 tamu dalam 2 hari tercatat = 1,5 per hari."


def test_the_mean_of_a_guest_book_meets_what_people_say() -> None:
    book = counted(rows("Tanggal;Nama;Keperluan", *(f"{day}/02/2026;A;KTP" for day in (2, 3, 3))), source="D.csv")
    (mean,) = (found.claim for found in of_code(book, "X") if found.claim.quantity.aggregate)
    assert compare_claims(mean, one("Ada 1-2 tamu sehari.")) == "AGREEMENT"
    assert compare_claims(mean, one("Ada 5 tamu sehari.")) == "DISSONANCE"


def test_rows_without_a_date_are_told() -> None:
    lines = ("Tanggal;Nama;Keperluan", ";A;KTP", "2/2/2026;B;KTP", "10/3/2026;C;KTP")
    assert texts(*lines)[1] == "2 tamu dalam 2 hari tercatat = 1,0 per hari. 1 baris tanpa tanggal tidak dihitung."
    assert figures(*lines)[0] == "jumlah tamu  [2026-02/2026-03]: 2"


def test_a_guest_book_without_any_date_comes_to_nothing() -> None:
    assert figures("Tanggal;Nama;Keperluan", ";A;KTP") == []


def test_an_attendance_recap_by_month() -> None:
    assert figures(*RECAP, period="2026-01/2026-02") == [
        "kali terlambat [2026-01/2026-02]: 6",
        "kali terlambat [2026-01]: 2",
        "kali terlambat [2026-02]: 4",
        "kali per bulan terlambat [2026-01/2026-02]: rata-rata 3,0",
        "orang per bulan terlambat [2026-01/2026-02]: rata-rata 1,5",
    ]
    found = texts(*RECAP, period="2026-01/2026-02")
    assert found[0] == "6 kali terlambat dalam 4 baris rekap. Per bulan: Januari 2, Februari 4."
    assert found[-1] == "Orang yang terlambat per bulan: Januari 1, Februari 2; rata-rata 1,5."


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (
            "2026-01/2026-03",
            ["kali terlambat [2026-01/2026-03]: 3", "kali per bulan terlambat [2026-01/2026-03]: rata-rata 1,0"],
        ),
        (None, ["kali terlambat [None]: 3"]),
        (
            "2026-02",
            [
                "kali terlambat [2026-02]: 3",
                "kali per bulan terlambat [2026-02]: rata-rata 3,0",
                "orang per bulan terlambat [2026-02]: rata-rata 2,0",
            ],
        ),
    ],
)
def test_a_recap_without_months_leans_on_its_period(period: str | None, expected: list[str]) -> None:
    assert figures("Nama;Terlambat", "A;2", "B;1", "C;0", period=period) == expected


def test_results() -> None:
    found = counted(rows(*RESULTS), source="D.csv", period="2025")
    whole, *parts = (one.claim for one in found)
    assert figures(*RESULTS, period="2025") == [
        "kegiatan  [2025]: 3",
        "kegiatan mencapai target [2025]: 1",
        "kegiatan melebihi target [2025]: 1",
        "kegiatan tidak mencapai target [2025]: 1",
    ]
    assert (whole.role, whole.modality) == ("total", "planned")
    assert [(part.role, part.partition_of) for part in parts] == [(r, whole.id) for r in ("part", "part", "exception")]
    assert {one.derived.text.id for one in found} == {
        "3 kegiatan dengan target dan realisasi: 1 persis mencapai, 1 melebihi, 1 tidak mencapai target."
    }


def test_a_budget() -> None:
    lines = ("Program;Pagu (Rp);Realisasi (Rp)", "A;1.000.000;900.000", "B;Rp500.000,00;-", "TOTAL;1.500.000;900.000")
    assert figures(*lines, period="2025") == [
        "rupiah anggaran [2025]: Rp1.500.000",
        "rupiah anggaran [2025]: Rp900.000",
        "persen anggaran [2025]: 60,0%",
    ]
    assert texts(*lines)[2] == "Dari 2 baris: realisasi 900.000 dari pagu 1.500.000 = 60,0%."


def test_results_and_budget_in_one_table() -> None:
    lines = ("Kegiatan;Target;Realisasi;Pagu;Realisasi Anggaran", "A;4;4;100;80", "B;2;1;100;70")
    assert "persen anggaran [None]: 75,0%" in figures(*lines)
    assert "kegiatan mencapai target [None]: 1" in figures(*lines)


def test_tables_of_one_kind_are_taken_together() -> None:
    assert figures(*RESULTS, "", *RESULTS)[0] == "kegiatan  [None]: 6"


def test_a_table_of_a_section_is_not_of_the_whole() -> None:
    found = counted(rows(*RESULTS), source="D.csv", title="Realisasi Seksi Pelayanan 2025")
    assert [one.claim.subject for one in found][:2] == ["seksi pelayanan", "seksi pelayanan mencapai target"]
    assert counted(rows(*RESULTS), source="D.csv", title="Realisasi Bagian Umum")[0].claim.subject == ""


def test_a_table_in_an_english_study() -> None:
    lines = ("Date;Name;Purpose", "2026-02-02;A;ID card", "2026-02-02;B;ID card")
    assert figures(*lines, language="en")[1] == "visitor per day  [2026-02]: rata-rata 2,0"


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ("No;Uraian", "1;2"),
        ("Nama;Alamat;Telepon", "A;B;C"),
        ("Tanggal;Nama;Keperluan",),
        ("Pagu;Realisasi", "x;y"),
    ],
)
def test_what_is_not_understood_comes_to_nothing(lines: tuple[str, ...]) -> None:
    assert figures(*lines) == []


def test_ids_stay_when_a_figure_changes_and_differ_by_code() -> None:
    def ids(*lines: str, code: str = "X") -> list[str]:
        return [found.claim.id for found in of_code(counted(rows(*lines), source="D.csv"), code)]

    assert ids(*RESULTS) == ids(*RESULTS[:3])
    assert not set(ids(*RESULTS)) & set(ids(*RESULTS, code="Y"))


def test_parts_stay_with_their_whole_under_a_code() -> None:
    found: list[Counted] = of_code(counted(rows(*RESULTS), source="D.csv"), "X")
    assert {one.claim.partition_of for one in found[1:]} == {found[0].claim.id}
    assert {one.claim.code for one in found} == {"X"}
    assert {one.claim.evidence for one in found} == {"tabel:D.csv:realisasi"}


# ---- numbers in cells


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("12", 12),
        (" 1.042 ", 1042),
        ("2025", 2025),
        ("87,6", Fraction(438, 5)),
        ("92.4", Fraction(462, 5)),
        ("Rp3.482.750.000,00", 3482750000),
        ("Rp 50.000,-", 50000),
        ("-", 0),
        ("\u2013", 0),
        ("-5", -5),
        ("", None),
        ("12 kali", None),
        ("115,8%", None),
        ("1.04", Fraction(26, 25)),
        ("1.0425", None),
        ("=1+1", None),
    ],
)
def test_numbers_in_cells(cell: str, value: int | Fraction | None) -> None:
    assert number(cell) == value


def test_english_cells_have_commas() -> None:
    assert number("1,042.5", "en") == Fraction(2085, 2)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(st.text(max_size=12), max_size=6), max_size=8))
def test_no_table_breaks_it(given_rows: list[list[str]]) -> None:
    counted([*rows(*BOOK), *given_rows, *rows(*RECAP, *RESULTS), *given_rows], source="D.csv", period="2026")


# ---- one coded row


def row(line: str, quote: str | None = None) -> list[str]:
    """The claims of a coded row of the table of results."""
    cells = line.split(";")
    text = "\t".join(cells)
    coded = text if quote is None else quote
    (sheet,) = sheets([*rows(*RESULTS[:1]), cells])
    found = row_claims(sheet, cells, Quoted("E1", "X", -text.index(coded), len(coded)), period="2025")
    assert all(
        one.quantity.integer == (one.quantity.lo is not None and one.quantity.lo.denominator == 1) for one in found
    )
    assert all(coded[one.quantity.start : one.quantity.end] == one.quantity.raw for one in found)
    return [f"{one.measure} / {one.subject} {one.quantity.lo} {one.modality}" for one in found]


def test_a_row_has_a_target_and_a_result() -> None:
    expected = ["surat / penerbitan surat rekomendasi 900 target", "surat / penerbitan surat rekomendasi 1042 realised"]
    expected.append("persen / penerbitan surat rekomendasi 579/5 realised")
    assert row("15;Penerbitan surat rekomendasi;surat;900;1.042;115,8") == expected


def test_a_row_meets_a_report_of_the_same_thing() -> None:
    (sheet,) = sheets(rows(RESULTS[0], "3;Pengadaan peralatan kantor;unit;10;6;60"))
    cells = sheet.rows[0][1]
    target, reached, share = row_claims(sheet, cells, Quoted("E1", "X", 0, 99))
    from kualcode.analysis.claims.reading import read

    done, planned = read("pengadaan peralatan kantor, terealisasi 6 dari 10 unit;", code="X")
    assert (compare_claims(reached, done), compare_claims(target, planned)) == ("AGREEMENT", "AGREEMENT")
    (told,) = read("Realisasi pengadaan peralatan kantor mencapai 75 persen dari target.", code="X")
    assert compare_claims(share, told) == "DISSONANCE"


def test_a_share_is_given_as_printed_and_as_worked_out() -> None:
    head = "Kegiatan;Target;Realisasi;Capaian (%)"
    (sheet,) = sheets(rows(head, "Perekaman;12.000;13.150;109,58", "Pengadaan kursi;10;6;80"))
    found = [row_claims(sheet, cells, Quoted("E1", "X", 0, 99)) for _, cells in sheet.rows]
    shares = [[claim.quantity.raw for claim in claims if claim.unit == "percent"] for claims in found]
    assert shares == [["109,58"], ["80", "60,00%"]]


def test_only_cells_that_are_coded_count() -> None:
    assert row("15;Penerbitan surat;surat;900;1.042;115,8", "surat\t900") == ["surat / penerbitan surat 900 target"]
    assert row("15;Penerbitan surat;surat;900;;") == ["surat / penerbitan surat 900 target"]


def test_a_column_headed_as_plan() -> None:
    (sheet,) = sheets(rows("Kegiatan;Satuan;Rencana;Realisasi", "A;kali;4;4"))
    assert row_claims(sheet, ["Apel", "kali", "4", "4"], Quoted("E", "X", 0, 99))[0].modality == "planned"


def test_a_row_of_another_table_has_no_claims() -> None:
    (sheet,) = sheets(rows(*BOOK))
    assert row_claims(sheet, BOOK[2].split(";"), Quoted("E", "X", 0, 99)) == []


def test_a_queue_register_is_counted_without_a_name_column() -> None:
    head = "No;Tanggal;Nomor antrean;Keperluan;Waktu daftar;Waktu selesai"
    lines = (head, "1;2026-04-06;A001;KTP-el;08.09;", "2;2026-04-06;A002;;08.18;", "3;2026-04-07;A001;KK;08.05;")
    assert figures(*lines)[0] == "jumlah tamu  [2026-04]: 3"
    assert figures("Tanggal;Keperluan;Waktu daftar", "2026-04-06;KTP-el;08.09")[0] == "jumlah tamu  [2026-04]: 1"
    assert figures("Tanggal;Keperluan", "2026-04-06;Rapat") == []  # an agenda: nobody came


# ---------------------------------------------------------------- what a register comes to, and why to nothing
@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (("No;Nama;Keperluan", "1;A.;KTP"), "dibaca sebagai buku tamu, tetapi kolom ini tidak ada: tanggal"),
        (("Tanggal;Keperluan", "2 Februari 2026;KTP"), "buku tamu, .*: nama, nomor antrean, atau jam"),
        (("Pegawai;Hadir", "A.;20"), "rekap keterlambatan, .*: terlambat"),
        (("Kegiatan;Target", "Pelatihan;2"), "tabel target dan realisasi, .*: realisasi"),
        (("Tanggal;Nama;Keperluan", "besok;A.;KTP"), "buku tamu.*tidak ada baris yang dapat dihitung"),
        (("Warna;Bentuk", "biru;bulat"), "judul kolomnya tidak dikenali"),
        ((), "tidak memuat tabel"),
    ],
)
def test_of_a_table_that_gives_nothing_the_missing_column_is_told(lines: tuple[str, ...], why: str) -> None:
    made, reason = sums(rows(*lines))
    assert made is None
    assert re.search(why, reason.id)
    assert reason.en


def test_what_is_counted_up_is_told_with_rows_and_sum() -> None:
    lines = ("Tanggal;Nama;Keperluan", "2 Februari 2026;A.;KTP", ";B.;KK", "3 Februari 2026;C.;KTP")
    made, reason = sums(rows(*lines))
    assert made is not None
    assert made.id == "3 baris: 3 tamu dalam 2 hari tercatat = 1,5 per hari."
    assert made.en == "3 rows: 3 visitors on 2 recorded days = 1.5 a day."
    assert reason.id == ""
