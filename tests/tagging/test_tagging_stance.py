"""Stance: of an indicator how well the work goes, of a factor whether it is said to be at work."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tagging_books import book, code, shipped, stances, tag

from kualcode.model import Lexicon


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Berkasnya rapi.", "positive"),
        ("Berkasnya tidak rapi.", "negative"),
        ("Berkasnya banyak salah ketik.", "negative"),
        ("Tidak pernah salah ketik.", "positive"),  # a bad thing denied
        ("Nggak ada yang salah ketik.", "positive"),
        ("Jarang salah ketik.", "positive"),
        ("Bukan tak rapi.", "positive"),  # denied twice
        ("Tulisannya tidak terbaca.", "negative"),  # the phrase itself holds the negation
        ("Rapi, tetapi banyak salah ketik.", "mixed"),
        ("Meskipun banyak salah ketik, rapi.", "positive"),
        ("Rapi meskipun banyak salah ketik.", "positive"),
        ("Dulu banyak salah ketik, sekarang rapi.", "positive"),
        ("Dulu banyak salah ketik, sekarang lain.", "positive"),  # now is said to be different
        ("Rapi dan salah ketik.", "mixed"),
        ("Kadang salah ketik.", "negative"),  # seldom bad is still bad, as coders see it
    ],
)
def test_an_indicator(text: str, stance: str) -> None:
    assert stances(text)["MUTU.HAS"] == stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Komputer rusak.", "positive"),
        ("Komputer cukup.", "negative"),
        ("Komputer tidak rusak.", "negative"),
        ("Komputer lancar.", "negative"),  # praise speaks against a hindrance
        ("Komputer lemot.", "positive"),  # general blame speaks for it
        ("Ruangnya sempit.", "positive"),
        ("Tidak ada ruang sempit.", "negative"),
        ("Meskipun komputer rusak, laporan rapi.", "mixed"),  # granted, and said not to matter
        ("Jangan bilang komputer rusak.", "neutral"),
    ],
)
def test_a_hindering_factor(text: str, stance: str) -> None:
    assert stances(text)["ALAT"] == stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Insentif bikin semangat.", "positive"),
        ("Insentif tidak berpengaruh.", "negative"),  # a cue of the code that holds its negation
        ("Insentif bikin orang rajin.", "positive"),  # general praise, unturned
        ("Kami bekerja karena insentif.", "positive"),  # named and not denied
        ("Bukan karena insentif.", "negative"),
    ],
)
def test_a_driving_factor(text: str, stance: str) -> None:
    assert stances(text)["GAJI"] == stance


# ---- what ought to be
@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Seharusnya laporan rapi.", "neutral"),
        ("Semoga laporan rapi.", "neutral"),
        ("Harusnya rapi, laporannya banyak salah ketik.", "negative"),  # a wish, and what happens instead
        ("Laporan harus rapi.", "neutral"),  # asks for what is praised: a wish
        ("Laporan rapi harus dicetak.", "positive"),  # praises, and asks for something else
        ("Laporan harus tidak salah ketik.", "neutral"),
        ("Jangan sampai salah ketik.", "neutral"),
        ("Jangan salah ketik.", "neutral"),  # a ban
    ],
)
def test_a_wish_is_no_finding(text: str, stance: str) -> None:
    assert stances(text)["MUTU.HAS"] == stance


def test_a_demand_that_speaks_against_a_hindrance_is_a_wish() -> None:
    hours = book(code("JAM", direction="hindering", phrases="jam kerja", bad="disiplin"))
    assert stances("Pegawai harus disiplin pada jam kerja.", codebook=hours) == {"JAM": "neutral"}
    assert stances("Pegawai disiplin pada jam kerja.", codebook=hours) == {"JAM": "negative"}


def test_must_with_something_bad_reports() -> None:
    """Nobody demands lateness: "harus" says what happens."""
    assert stances("Orang harus telat karena antre.")["WAKTU"] == "negative"


def test_a_must_that_is_denied_is_no_wish() -> None:
    assert stances("Laporan tidak harus rapi.")["MUTU.HAS"] == "negative"


# ---- a rule, and a result beside its target
@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Kehadiran wajib pukul 07.45.", "neutral"),
        ("Kehadiran wajib, semua telat.", "positive"),  # and what is done with it is reported
        ("Kehadiran diisi pukul 07.45.", "positive"),
    ],
)
def test_a_rule_lays_down_and_reports_nothing(text: str, stance: str) -> None:
    hours = book(code("JAM", direction="hindering", lemmas="=kehadiran, bolos", good="telat", bad="nol"))
    assert stances(text, codebook=hours) == {"JAM": stance}


def test_the_latest_time_allowed_is_no_lateness() -> None:
    late = book(code("LAMBAT", lemmas="=lambat", phrases="apel pagi", bad="lambat"))
    assert stances("Apel pagi paling lambat pukul 07.45.", codebook=late) == {"LAMBAT": "neutral"}
    assert stances("Apel pagi lambat.", codebook=late) == {"LAMBAT": "negative"}


TARGET = replace(code("CAPAI", phrases="target", lemmas="capai, realisasi", good="tercapai"), claim_required=True)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Target 95 persen, tercapai 82 persen.", "negative"),
        ("Target 95 persen, tercapai 95 persen.", "positive"),
        ("Realisasi 97 persen dari target 95 persen.", "positive"),
        ("Tercapai 9 dari target 12 kegiatan.", "negative"),
        ("Tercapai 9 dari 12 kegiatan, itu target kami.", "negative"),  # "dari" between them says which is which
        ("95 persen target, 82 persen tercapai.", "negative"),  # the words behind their figures
        ("Target penyuluhan 12 kali, tercapai 14 kali.", "positive"),
        ("Target 95 persen, tercapai.", "positive"),  # one figure: the word decides
        ("Target 95 persen, tercapai 12 kegiatan.", "positive"),  # two units cannot be compared
        ("Target tercapai 95 persen dan 82 persen.", "positive"),  # both figures stand by one word
        ("Target 95 persen, 90 persen, tercapai 82 persen.", "positive"),  # three figures are no pair
    ],
)
def test_a_result_beside_its_target_is_its_own_appraisal(text: str, stance: str) -> None:
    assert stances(text, codebook=book(TARGET)) == {"CAPAI": stance}


def test_only_a_code_that_wants_a_figure_compares_them() -> None:
    loose = book(replace(TARGET, claim_required=False))
    assert stances("Target 95 persen, tercapai 82 persen.", codebook=loose) == {"CAPAI": "positive"}


# ---- the shipped codebook in offices, schools and clinics
@pytest.mark.parametrize(
    ("text", "code_id", "stance"),
    [
        ("6 komputer, 2 rusak dan belum dapat dipergunakan", "FH.SAR", "positive"),
        ("Kalau soal disiplin, ada yang datang jam sembilan padahal mulai jam delapan", "FH.DIS", "positive"),
        ("Telat sih nggak pernah", "TEPAT.PEN", "positive"),
        ("Kotak saran dibuka\tTidak\tberdebu, gembok berkarat", "TEPAT.RES", "negative"),
        ("Kotak saran dibuka\tYa\tsetiap Jumat", "TEPAT.RES", "positive"),
        ("Komputer memadai\tTidak\thanya 2 unit", "FH.SAR", "positive"),
        ("Target 95 persen, tercapai 82 persen", "KUAN.TGT", "negative"),
        ("Kecuali bagian loket, lulusan SMA semua", "FD.PDD", "negative"),
        ("Petugasnya semuanya ramah dan sabar", "MAND.EMP", "positive"),
        ("Petugasnya jutek", "MAND.EMP", "negative"),
        ("Obat sering kosong", "FH.SAR", "positive"),
        ("Kipasnya rusak", "FH.SAR", "positive"),
        ("Kursinya kurang", "FH.SAR", "positive"),
        ("Atapnya bocor kalau hujan", "FH.SAR", "positive"),
        ("Saya antre dua jam", "TEPAT", "negative"),
        ("Bidan dan perawat sesuai", "FD.PDD", "positive"),
        ("Tukin kami naik, jadi semangat", "FD.LAIN", "positive"),
        ("Ditungguin terus baru jalan", "MAND", "negative"),
        ("Gurunya kurang, satu orang pegang dua kelas", "FH.LAIN", "positive"),
        ("Tenaga kurang memadai", "FH.LAIN", "positive"),
        ("Terlambat datang itu hampir tidak pernah", "FH.DIS", "negative"),
        ("Obatnya tidak pernah kosong", "FH.SAR", "negative"),
        ("Pegawai tidak boleh pulang cepat", "FH.DIS", "neutral"),
        ("Dilarang meninggalkan kantor pada jam kerja", "FH.DIS", "neutral"),
        ("Tidak ada keluhan", "TEPAT.RES", "positive"),
    ],
)
def test_everyday_statements(text: str, code_id: str, stance: str) -> None:
    assert stances(text, codebook=shipped("asn-kinerja"))[code_id] == stance


@pytest.mark.parametrize(
    "text",
    [
        "Surat ini untuk Pak Camat.",
        "Ban mobil saya bocor.",
        "Atap masjid bocor.",
        "Anak saya sekolah, kelas dua SMA, makannya kuat.",
        "Ayo ngopi dulu, Mas.",
        "Di meja tamu ada vas bunga plastik.",
        "Saya tunggu di bawah, bawa mobil sendiri.",
        "Kursi tamu untuk pengunjung.",
        "Tempat ini ramah anak.",
        "Puji syukur kita panjatkan.",
        "Menyangkut berkas itu, kami sesuaikan.",
        "Saya masih ditunggu Pak Camat.",
        "Pegawai wajib hadir paling lambat pukul 07.45.",
    ],
)
def test_everyday_words_that_are_no_matter_of_a_code(text: str) -> None:
    assert stances(text, codebook=shipped("asn-kinerja")) == {}


def test_a_phrase_that_ends_in_a_negation_is_none_where_it_negates_another_matter() -> None:
    """ "petugas kurang ramah" is no shortage of staff."""
    assert stances("Petugasnya kurang ramah.", codebook=shipped("asn-kinerja")) == {"MAND.EMP": "negative"}
    assert stances("Petugasnya kurang, jadi lama.", codebook=shipped("asn-kinerja"))["FH.LAIN"] == "positive"


# ---- what the stance rests on
def rule(text: str, code_id: str) -> str:
    return next(made.reason.stance_rule for made in tag(text) if made.code == code_id)


@pytest.mark.parametrize(
    ("text", "code_id", "expected"),
    [
        ("Berkasnya rapi.", "MUTU.HAS", "cue"),
        ("Komputer lancar dan bagus.", "ALAT", "valence"),
        ("Bukan karena insentif.", "GAJI", "negated"),
        ("Kami bekerja karena insentif.", "GAJI", "default"),
        ("Seharusnya laporan rapi.", "MUTU.HAS", "norm"),
        ("Dulu banyak salah ketik, sekarang lain.", "MUTU.HAS", "past"),
        ("Meskipun komputer rusak, laporan rapi.", "ALAT", "conceded"),
    ],
)
def test_the_rule_is_named(text: str, code_id: str, expected: str) -> None:
    assert rule(text, code_id) == expected


def test_cues_of_the_code_outrank_general_words() -> None:
    """ "macet" blames in general; the code's own "cukup" decides."""
    assert stances("Komputer cukup walau jalan macet.")["ALAT"] == "negative"


def test_a_cue_that_negates_another_cue_counts_once() -> None:
    """ "kurang" says that tools lack; in "kurang sempit" it only negates."""
    assert stances("Komputer dan printer kurang sempit.")["ALAT"] == "negative"


def test_a_negation_inside_another_codes_phrase_still_turns_this_codes_cue() -> None:
    both = book(code("A", phrases="jam kerja", good="disiplin"), code("B", phrases="pegawai kurang"))
    assert stances("Pada jam kerja disiplin pegawai kurang.", codebook=both)["A"] == "negative"


def test_a_word_that_is_itself_the_matter_appraises_nothing() -> None:
    """A code on complaints is not negative because someone complains."""
    complaints = book(code("KELUH", phrases="kotak saran", colloquial="komplain", good="dijawab"))
    assert stances("Ada komplain di kotak saran.", codebook=complaints) == {"KELUH": "neutral"}
    assert stances("Komplain di kotak saran dijawab.", codebook=complaints) == {"KELUH": "positive"}


def test_the_reach_of_a_negation_is_the_codebooks() -> None:
    codes = (code("A", lemmas="rapi", good="rapi"),)
    for tokens, stance in ((2, "positive"), (3, "negative")):
        lexicon = Lexicon(negation=("tidak",), negation_scope_tokens=tokens)
        assert stances("Tidak di situ rapi.", codebook=book(*codes, lexicon=lexicon)) == {"A": stance}


@pytest.mark.parametrize(
    ("text", "code_id", "stance"),
    [
        ("Honestly the workload is manageable.", "DEM.WL", "negative"),
        ("I have far too much work in the queue.", "DEM.WL", "positive"),
        ("Nobody ever asked me to micromanage.", "RES.AUT", "positive"),
    ],
)
def test_the_english_codebook_needs_nothing_else(text: str, code_id: str, stance: str) -> None:
    assert stances(text, codebook=shipped("remote-work"))[code_id] == stance
