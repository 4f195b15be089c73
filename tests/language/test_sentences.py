"""Sentences: the hard cases of Indonesian transcripts, and that the spans cover the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualcode.language.sentences import split

# Each case lists its sentences; joined by blanks, or by the line break one begins with, they are the text.
CASES: list[list[str]] = [
    ["Saya datang jam 13.00.", "Rapat mulai pukul 14.30 WIB."],
    ["Drs. H. M. Yusuf, M.Si. memimpin rapat.", "Kami hadir semua."],
    ["Lihat Surat No. 5 tahun 2019.", "Isinya jelas."],
    ["Sesuai Pasal 3 ayat (2) kami wajib apel.", "Begitu aturannya."],
    ["Anggarannya Rp1.250.000,00 per bulan.", "Kurang sebenarnya."],
    ["Anu... apa ya... saya lupa.", "Maaf."],
    ["Hmm...", "Saya kira belum."],
    ['"Sudah selesai?" tanya beliau.', '"Belum, Pak."', "Saya malu."],
    ["Kantor di Jl. A. Yani No. 12 Kec. Paringin.", "Dekat pasar."],
    ["Ada komputer, printer, dll. di ruangan itu.", "Semua rusak."],
    ["Ada komputer, printer, dll.", "Semua rusak."],
    ["Surat itu a.n. Bupati.", "Jadi harus cepat."],
    ["1. Bagaimana kedisiplinan pegawai?", "Bagus."],
    ["Siapa yang menandatangani? ", "Pak Sekcam.", "4. Berapa surat per hari?", "Kira-kira dua puluh."],
    ["Kami bekerja dari\njam delapan sampai jam empat.", "Kadang lembur."],
    ["Laporan selesai.", "\nBerikutnya soal absen."],
    ["Judul tanpa titik", "\n\nIsi paragraf pertama."],
    ["Wah, bagus!", "Terus bagaimana?!", "Ya begitu."],
    ["sudah selesai.", "terus kami pulang."],
    ["Sdr. Budi terlambat.", "Dia ditegur."],
    ["Kata Bpk. Camat, tidak apa-apa.", "Ya sudah."],
    ["Realisasi 92,40%.", "Target 100%."],
    ["Tanggal 31/12/2024.", "Itu batasnya."],
    ["Dra. Rina Wulandari, M.Si hadir.", "Rapat dibuka."],
    ["Beliau lulusan S.Sos.", "Sekarang kuliah lagi."],
    ["“Loketnya buka, petugasnya belum ada.”", "Wawancara tanggal 12 April 2016."],
    ["“Nunggu terus.”74", "Hal senada disampaikan Ibu K."],
    ["Dia rajin.", "(tertawa) Ya begitulah."],
    ["Kata dia s.d. bulan Juni.", "Lalu habis."],
    ["Nilainya 3.5 dari 4.", "Cukup."],
    ["Kami bertujuh… tapi cukup.", "Ya."],
    ["Kepala Dinas (Kadis) belum datang.", "Kami menunggu."],
    ["Saya PNS.", "Suami honorer."],
    ["Tamunya sekitar 30 s/d 40 orang per hari.", "Ramai."],
    ["Ini golongan III/a.", "Gajinya kecil."],
    ["Pak Kab. Balangan itu luas.", "Jauh-jauh."],
    ["Bapak Ir. Joko dan Hj. Siti ikut.", "Yang lain tidak."],
    ["Ya.", "Tidak.", "Mungkin."],
    ["Terima kasih 🙏.", "Sama-sama 😀!"],
    ["Sudah selesai.", "Terus pulang."],
    ["Menurut PP No. 94 Tahun 2021, bolos dihukum.", "Tegas."],
    ["Halaman 12 hlm. 5 rusak.", "Fotokopi ulang."],
    ["“Kalau menumpuk bagaimana?", "Ya dibagi mas.", "Kepala seksi.”", "Informan 2, line 88-91"],
    ["“....Hmm.. menurut saya sih mbak, ruangannya sudah terang, hehehe...”74"],
    ["P  : Apakah selalu selesai tepat waktu?", "\nI1 : Biasanya iya.", "\nInforman 1 : Ya lembur."],
    ["Jawab :”Sudah\nlima belas tahun mbak.”", "\nTanya: ”Apakah ada pelatihan pak?”", "Jawab : “ Belum."],
]
TEXTS = st.text() | st.text(alphabet='aAb1 .?!…,\n"”’()DrsNo', max_size=60)


@pytest.mark.parametrize("sentences", CASES)
def test_hard_cases(sentences: list[str]) -> None:
    text = " ".join(sentences).replace(" \n", "\n")
    assert [text[start:end] for start, end in split(text)] == [sentence.strip() for sentence in sentences]


def test_a_full_stop_without_blank_still_ends_a_sentence() -> None:
    text = "Sudah selesai.Terus pulang"
    assert [text[start:end] for start, end in split(text)] == ["Sudah selesai.", "Terus pulang"]


@pytest.mark.parametrize("text", ["", "   ", "\n\n"])
def test_nothing_gives_no_sentence(text: str) -> None:
    assert split(text) == []


@given(TEXTS)
def test_spans_cover_all_but_white_space_in_order(text: str) -> None:
    spans = split(text)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    covered = {place for start, end in spans for place in range(start, end)}
    assert all(place in covered for place, char in enumerate(text) if not char.isspace())


@given(TEXTS, st.integers(0, 30), st.integers(0, 30))
def test_a_range_is_covered_with_offsets_of_the_whole_text(text: str, start: int, length: int) -> None:
    end = min(len(text), start + length)
    spans = split(text, min(start, end), end)
    covered = {place for a, b in spans for place in range(a, b)}
    assert all(place in covered for place in range(start, end) if not text[place].isspace())
    assert all(start <= a < b <= end for a, b in spans)
