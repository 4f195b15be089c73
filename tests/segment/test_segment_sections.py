"""Section headings between questions, headings of documents, and header blocks in the middle of a file."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from segment_reading import partition_of, said

from kualcode.model import Extract, SourceType
from kualcode.segment import HEADING, Reading, info, turns

INFORMANT, ASKS = "informant", "interviewer"


def reading_of(text: str, kind: SourceType = "interview") -> Reading:
    """The reading of a text, with its partition checked."""
    reading = turns(Extract("txt", text), kind)
    partition_of(text, reading)
    return reading


def answers(text: str) -> list[str]:
    """What the informant says, answer by answer."""
    return [words for speaker, words, _ in said(text, reading_of(text)) if speaker == INFORMANT]


def notes(text: str) -> str:
    return " ".join(note.en for note in reading_of(text).notes)


# ------------------------------------------------------------------ sections of an interview
SURE = [
    "B. Kuantitas",
    "II. Pelayanan kepada warga",
    "2) Ketepatan Waktu",
    "Indikator 2: Efektivitas",
    "Sub-Indikator 2.1: ketepatan",
    "Aspek Disiplin Kerja",
    "KETEPATAN WAKTU",
    "**C. Ketepatan Waktu**",
    "Sarana dan Prasarana Kerja",
    "Responsivitas",
    "Kehadiran",
]


@pytest.mark.parametrize("heading", SURE)
@pytest.mark.parametrize(
    "form", ["1. Rapi?\nJawab: Rapi.\n{}\n2. Tepat?\nJawab: Tepat.", "P: Rapi?\nI: Rapi.\n{}\nP: Tepat?\nI: Tepat."]
)
def test_a_section_heading_before_a_question_is_nobodys_words(heading: str, form: str) -> None:
    text = form.format(heading)
    assert answers(text) == ["Rapi.", "Tepat."]
    assert notes(text) == ""


@pytest.mark.parametrize("heading", ["B. Kuantitas", "Indikator 2: Efektivitas"])
def test_a_marked_heading_needs_no_full_stop_before_it(heading: str) -> None:
    assert answers(f"1. Rapi?\nJawab: rapi saja\n{heading}\n2. Tepat?\nJawab: ya") == ["rapi saja", "ya"]


def test_headings_stand_above_each_other_and_above_unnumbered_questions() -> None:
    text = "1. Rapi?\nJawab: Rapi.\nB. KUANTITAS\nJumlah Berkas\n2. Tepat?\nJawab: Tepat."
    assert answers(text) == ["Rapi.", "Tepat."]
    unnumbered = "A. Mutu\nRapi?\nJawab: Rapi.\nB. Kuantitas\nBerapa?\nJawab: Dua."
    assert [words for _, words, _ in said(unnumbered, reading_of(unnumbered))] == ["Rapi?", "Rapi.", "Berapa?", "Dua."]


def test_the_asterisks_of_a_bold_question_are_not_the_answer() -> None:
    assert answers("**1. Rapi?**\nJawab: Rapi.\n\n**2. Tepat?**\nJawab: Tepat.") == ["Rapi.", "Tepat."]


WORDS = [
    "seperti biasa saja",  # begins in lower case
    "Begitu.",  # ends a sentence
    "Itu kata kami",  # says something
    "Sudah Cukup",  # answers
    "B. Menurut saya rapi",  # a mark, but speech
    "Sekretaris Camat",  # whoever was asked for
    "Surat Keterangan Usaha, Surat Pindah, Surat Kematian, Surat Kelahiran",
]


@pytest.mark.parametrize("line", WORDS)
def test_words_that_end_an_answer_stay_in_it(line: str) -> None:
    text = f"1. Rapi?\nJawab: Rapi.\n{line}\n2. Tepat?\nJawab: Tepat."
    assert answers(text) == [f"Rapi.\n{line}", "Tepat."]
    assert notes(text) == ""


@pytest.mark.parametrize(
    "answer",
    [
        "Syaratnya:\nA. Fotokopi KTP\nB. Kartu Keluarga",
        "Syaratnya:\n\nA. Fotokopi KTP\n\nB. Kartu Keluarga",
        "Syaratnya:\nKartu Keluarga",
        "Syaratnya:\n\nKartu Keluarga",
        "Syaratnya cuma ini:\nA. Fotokopi KTP",
        "Ada 1. KTP\n2. Kartu Keluarga",
        "dari Dinas\nPendidikan Kabupaten",
        "Rapi.\nLumintu",
    ],
)
def test_where_it_is_unsure_the_words_are_kept_and_it_is_said(answer: str) -> None:
    text = f"P: Apa?\nI: {answer}\nP: Tepat?\nI: Tepat."
    assert answers(text) == [answer, "Tepat."]
    assert "1 short lines directly before a question" in notes(text)


def test_the_only_line_of_an_answer_is_the_answer() -> None:
    text = "P: Sarananya?\nI:\nKomputer Lama\nP: Tepat?\nI: Surat Pengantar\nP: Lalu?\nI: Ya."
    assert answers(text) == ["Komputer Lama", "Surat Pengantar", "Ya."]
    assert notes(text) == ""


def test_single_words_that_recur_as_headings_are_headings() -> None:
    text = "P: Apa?\nI: Ya.\nFasilitas\nP: Apa?\nI: Ya.\nInsentif\nP: Apa?\nI: Ya.\nMotivasi\nP: Apa?\nI: Ya."
    assert answers(text) == ["Ya."] * 4


def test_a_short_line_before_an_answer_is_speech() -> None:
    text = "P: Apa?\nI1: Ya.\nSarana Kerja\nI2: Ya."
    assert answers(text) == ["Ya.\nSarana Kerja", "Ya."]


TITLES = st.sampled_from(["Mutu Kerja", "Jumlah Berkas", "Waktu Layanan", "Biaya"])
SAID = st.sampled_from(["sudah rapi", "Rapi.", "ada dua, kata dia", "belum tentu [tertawa]", "e\u0301 👩🏽‍💼 ya"])


@given(st.lists(st.tuples(TITLES, SAID), min_size=2, max_size=6), st.sampled_from(["1", "P"]))
@settings(max_examples=100, deadline=None)
def test_lettered_sections_leave_every_answer_as_it_was(sections: list[tuple[str, str]], style: str) -> None:
    asks, answered = ("{n}. Apa?", "Jawab: ") if style == "1" else ("P: Apa?", "I: ")
    text = "\n".join(
        f"{chr(64 + n)}. {title}\n{asks.format(n=n)}\n{answered}{words}" for n, (title, words) in enumerate(sections, 1)
    )
    assert answers(text) == [words for _, words in sections]


# ------------------------------------------------------------------ headings of documents and field notes
DOCUMENT = """PEMERINTAH KABUPATEN CONTOH

BAB I. PENDAHULUAN

3.4 Sarana dan Prasarana

Komputer ada lima unit.

# Lampiran

3.5 Ton beras disalurkan kepada warga

B. Disiplin Pegawai

Pegawai datang pukul 07.30.

KOMPUTER TIDAK MEMADAI

1. Komputer Rusak

2. Printer di loket rusak.

Mutu Pelayanan

Warga dilayani dengan ramah di loket.

Buku Tamu Rusak"""


def test_headings_of_a_document_stay_turns_and_are_called_headings() -> None:
    reading = reading_of(DOCUMENT, "documentation")
    assert [DOCUMENT[turn.start : turn.end] for turn in reading.turns if turn.label == HEADING] == [
        "PEMERINTAH KABUPATEN CONTOH",
        "BAB I. PENDAHULUAN",
        "3.4 Sarana dan Prasarana",
        "# Lampiran",
        "B. Disiplin Pegawai",
        "Mutu Pelayanan",
    ]
    assert len(reading.turns) == 14


@pytest.mark.parametrize(
    "sentence",
    [
        "BAB II mengatur jam kerja pegawai kantor",
        "3.4 Sarana kerja kurang",
        "3.4 Sarana Kerja Kurang.",
        "PEGAWAI HARUS HADIR PUKUL DELAPAN",
        "WARGA MENUNGGU DUA JAM",
        "07.45 APEL PAGI",
        "REALISASI 87 PERSEN",
        "# Kantor rapi sekali.",
        "A. Loket Dua Kosong",
    ],
)
@pytest.mark.parametrize("kind", ["documentation", "observation"])
def test_what_states_something_is_no_heading(sentence: str, kind: SourceType) -> None:
    reading = reading_of(f"Pembuka surat ini biasa saja.\n\n{sentence}", kind)
    assert [turn.label == HEADING for turn in reading.turns] == [False, False]


def test_an_interview_without_labels_has_no_headings() -> None:
    assert all(turn.label != HEADING for turn in reading_of("SARANA KERJA\n\nKomputer kami kurang.").turns)


# ------------------------------------------------------------------ a further header inside the file
def people(text: str) -> list[str | None]:
    """Whose every answer is."""
    return [turn.informant for turn in reading_of(text).turns if turn.speaker == INFORMANT]


FIRST = "Kode: I-01\nNama: Pak Amat\nP: Apa?\nI: Ya.\n"


@pytest.mark.parametrize(
    "block",
    [
        "Kode: I-02\nNama: Bu Bulan",
        "Kode: I-02",
        "Kode: I-02\nNama: Bu Bulan\nMutu Kerja",
        "\n=====\nINFORMAN 2\nKode: I-02\nNama: Bu Bulan\nJabatan: Kasi\nA. Mutu Kerja",
        "\n-----\nKode: I-02\n",
        "Kode: I-02\nInforman: Bu Bulan\nPewawancara: Dwi\nJabatan: Kasi\n",
    ],
)
def test_turns_after_a_second_header_are_the_second_informants(block: str) -> None:
    text = f"{FIRST}{block}\nP: Apa?\nI: Tidak."
    assert people(text) == ["I-01", "I-02"]
    assert answers(text) == ["Ya.", "Tidak."]


def test_a_second_header_after_a_first_part_without_a_code() -> None:
    text = "Nama: Pak Amat\nP: Apa?\nI: Ya.\nKode: I-02\nJabatan: Kasi\nP: Apa?\nI: Tidak."
    assert people(text) == [None, "I-02"]
    assert info(("wawancara", "I-01 Amat.txt"), reading_of(text).header, ()).informant == "I-01"
    assert info(("wawancara", "I-01 Amat.txt"), reading_of(text).header, ()).role is None


def test_a_greeting_above_the_only_header_makes_no_second_informant() -> None:
    text = "I: Silakan masuk.\nKode: I-01\nNama: Pak Amat\nP: Apa?\nI: Ya."
    assert people(text) == [None, None]
    assert info(("wawancara", "a.txt"), reading_of(text).header, ()).informant == "I-01"


def test_a_second_name_without_a_code_is_counted_and_said() -> None:
    text = f"{FIRST}Nama: Bu Bulan\nJabatan: Kasi\nP: Apa?\nI: Tidak."
    assert people(text) == ["I-01", "N2"]
    assert "called N2" in notes(text)


def test_a_second_session_of_one_informant_stays_that_informants() -> None:
    assert people(f"{FIRST}Nama: Amat Hidayat\nTanggal: 5 Mei 2026\nP: Apa?\nI: Tidak.") == [None, None]


def test_numbering_restarts_below_a_second_header() -> None:
    text = "Kode: I-01\n1. Apa?\nJawab: Ya.\n2. Apa?\nJawab: Ya.\nKode: I-02\nNama: B\n1. Apa?\nJawab: Tidak."
    assert people(text) == ["I-01", "I-01", "I-02"]


def test_named_labels_of_two_coded_sections_carry_the_sections_codes() -> None:
    text = (
        "Kode: I-01\nNama: Pak Amat\nPeneliti: Apa?\nPak Amat: Ya.\n"
        "Kode: I-02\nNama: Bu Bulan\nPeneliti: Apa?\nBu Bulan: Tidak."
    )
    assert people(text) == ["I-01", "I-02"]
