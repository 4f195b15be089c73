"""What drafts were wrongly charged with, by kinds of wording: lists announced, sources, tests of credibility."""

from __future__ import annotations

from pathlib import Path

import pytest

from kualcode.workflow.audit_draft import audit

METHOD = """# Metode

Penelitian ini deskriptif kualitatif. Data dikumpulkan melalui wawancara dengan delapan informan. {methods}

# Hasil

{results}

# Simpulan

Kinerja pegawai cukup baik.
"""
SAID = "Menurut Sekretaris (I-02), pegawai datang tepat waktu dan surat selesai pada hari yang sama."
FACET = "# Hasil\n\n## {heading}\n\n{results}\n\n# Simpulan\n\nPelayanan berjalan sebagaimana digambarkan di atas.\n"


def rules(folder: Path, text: str) -> set[str]:
    draft = folder / "naskah.md"
    draft.write_text(text, encoding="utf-8")
    return {flag.rule for flag in audit(draft).flags}


@pytest.mark.parametrize(
    ("methods", "results", "fires"),
    [
        ("Keabsahan data diuji melalui perpanjangan pengamatan, ketekunan, dan member check.", SAID, True),
        ("Untuk menjamin kredibilitas, peneliti menerapkan diskusi teman sejawat.", SAID, True),
        ("Penelitian ini tidak hanya memakai wawancara, tetapi juga member check.", SAID, True),
        ("Uji kredibilitas mencakup analisis kasus negatif. Wawancara berlangsung di kantor.", SAID, True),
        ("Analisis mengikuti Miles dan Huberman.", f"{SAID} Hasil member check dengan I-02 membenarkannya.", True),
        ("Penelitian ini tidak melakukan member check karena keterbatasan waktu.", SAID, False),
        ("Member check adalah proses pengecekan data kepada pemberi data (Sugiyono, 2016).", SAID, False),
        (
            "Keabsahan data diperkuat dengan member check. Pada 12 Mei 2024 ringkasan wawancara dibawa lagi ke semua "
            "informan, dan dua orang meminta perbaikan.",
            SAID,
            False,
        ),
        (
            "Uji kredibilitas memakai member check.",
            f"{SAID} Setelah membaca ringkasan hasilnya, I-02 menyatakan setuju dan tidak mengubah apa pun.",
            False,
        ),
        (
            "Peneliti juga melakukan analisis kasus negatif.",
            f"{SAID} Namun, satu informan (I-05) justru menyatakan sebaliknya; setelah ditelusuri, ia bertugas di luar "
            "kantor.",
            False,
        ),
    ],
)
def test_m1_a_test_is_declared_where_it_is_said_to_be_done_and_traced_where_it_is_told(
    tmp_path: Path, methods: str, results: str, fires: bool
) -> None:
    assert ("M1" in rules(tmp_path, METHOD.format(methods=methods, results=results))) is fires


@pytest.mark.parametrize(
    ("heading", "results", "fires"),
    [
        (
            "Ketepatan waktu",
            "Sekretaris (I-02) menyatakan bahwa laporan bulanan selalu diserahkan tepat waktu. Akan tetapi, dokumen "
            "ekspedisi mencatat laporan bulanan terlambat diserahkan pada tujuh dari dua belas bulan.",
            True,
        ),
        (
            "Kehadiran",
            "Hasil wawancara menunjukkan bahwa pegawai disiplin masuk kerja.\n\nHasil observasi menunjukkan bahwa "
            "pegawai tidak disiplin masuk kerja.",
            True,
        ),
        (
            "Hasil kerja",
            "Menurut Kasubbag (I-04), arsip surat tertata rapi. Observasi menemukan arsip surat berserakan di lantai.",
            True,
        ),
        (
            "Hasil kerja",
            "Informan I-02 menyebut berkas surat diarsipkan. Register menunjukkan berkas surat tidak diarsipkan.",
            True,
        ),
        (
            "Hasil kerja",
            "Informan I-02 menyebut berkas surat diarsipkan. Dokumen register menunjukkan berkas surat tidak semuanya "
            "diarsipkan.",
            False,
        ),
        (
            "Ketepatan waktu",
            "Menurut I-02, laporan bulanan selalu tepat waktu. Dokumen ekspedisi mencatat surat undangan terlambat "
            "dikirim dua kali.",
            False,
        ),
        (
            "Penggunaan teknologi",
            "Menurut I-03, pegawai dahulu kesulitan memakai aplikasi. Observasi menunjukkan bahwa pegawai kini lancar "
            "memakai aplikasi.",
            False,
        ),
        (
            "Ketepatan waktu",
            "Menurut I-03, izin trayek sering terlambat. Register izin memuat 9 izin trayek terbit sesudah tenggat.",
            False,
        ),
    ],
)
def test_t3_techniques_differ_where_one_denies_what_the_other_says(
    tmp_path: Path, heading: str, results: str, fires: bool
) -> None:
    assert ("T3" in rules(tmp_path, FACET.format(heading=heading, results=results))) is fires


def test_as_follows_and_all_others_are_no_factors(tmp_path: Path) -> None:
    text = """# Hasil

Faktor penghambat kinerja pegawai adalah sebagai berikut. Sarana belum memadai menurut I-03.

# Simpulan

Faktor penghambat kinerja adalah sarana yang kurang dan penghambat lainnya.

# Saran

Kepala dinas disarankan menambah sarana.
"""
    assert rules(tmp_path, text) == set()


def test_points_under_the_heading_of_one_factor_are_no_list_of_factors(tmp_path: Path) -> None:
    text = """# Pembahasan

## Faktor penghambat

- Angka yang dikonfirmasi: enam (D-5).
- Tingkat keyakinan: sedang.

# Simpulan

Faktor penghambat kinerja adalah kurangnya sarana dan kurangnya kedisiplinan.

# Saran

Kepala dinas disarankan menambah sarana.
"""
    assert "T8" not in rules(tmp_path, text)


def test_a_source_in_brackets_has_lines_and_dates_and_no_figures(tmp_path: Path) -> None:
    text = """# Pembahasan

“Tamu datang setiap hari dan kami layani.”

(I-07, staff, interview 13 February 2026, line 44)

“Tamu datang setiap hari dan kami layani.”

(I-05, leadership, interview 12 February 2026, line 85)

Orang per bulan terlambat, 2026-01/2026-03: tiga. Untuk masa 2026-02 belum ada catatan. Masa 2026-02 itu dicari.
"""
    assert not rules(tmp_path, text) & {"N4", "N5"}


def test_who_spoke_of_each_matter_is_no_contradiction(tmp_path: Path) -> None:
    text = "# Results\n\nInterviews: ten informants spoke of duty.\n\nInterviews: four informants spoke of order.\n"
    assert "N5" not in rules(tmp_path, text)


def test_a_named_figure_and_most_of_them_say_nothing_of_the_whole_target(tmp_path: Path) -> None:
    text = """# Pembahasan

Kegiatan melebihi target, 2025: 2 (D-2); kegiatan mencapai target, 2025: 29 (D-2); persen anggaran, 2025: 87,6% (D-5).
"""
    assert "N3" not in rules(tmp_path, text)
    assert "N3" in rules(tmp_path, "# Pembahasan\n\nKegiatan mencapai target, dengan realisasi anggaran 87,6%.\n")


def test_what_a_guide_covers_is_not_told_by_the_techniques(tmp_path: Path) -> None:
    text = "# Results\n\n## Initiative\n\nThe guide for observation and documents does not cover the matter.\n"
    assert "T7" not in rules(tmp_path, text)


def test_what_a_document_says_behind_a_semicolon_is_not_quoted_by_the_informant(tmp_path: Path) -> None:
    text = "# Hasil\n\nI-01 menyatakan bahwa yang terlambat sedikit; rekap absensi mencatat 47 keterlambatan.\n"
    assert "N6" not in rules(tmp_path, text)
