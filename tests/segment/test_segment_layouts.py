"""Every layout of an interview, as found in Indonesian theses; all names and words are made up."""

from __future__ import annotations

import pytest
from segment_reading import Said, partition_of, said

from kualcode.errors import Bi
from kualcode.model import Extract
from kualcode.segment import Reading, turns

INFORMANT, ASKS, THIRD = "informant", "interviewer", "third"


def interview(text: str, language: str = "id") -> Reading:
    """The reading of an interview in a text file, with its partition checked."""
    reading = turns(Extract("txt", text), "interview", language)
    partition_of(text, reading)
    return reading


def turns_of(text: str, language: str = "id") -> list[Said]:
    return said(text, interview(text, language))


# ------------------------------------------------------------------ layout 1: numbered question, Jawab
NUMBERED = """TRANSKRIP WAWANCARA
Nama    : Bu Ratmi
Jabatan : Staf Sub Bag Keuangan
1. Bagaimana cara membuat laporan bulanan di kantor ini? Jawab:
Datanya dikumpulkan dulu dari tiap seksi, baru saya ketik.
2. Apakah pegawai yang ada sudah
cukup? Jawab: Belum.
3. Kendalanya apa?
Jawab :
Ada 2. Pertama listrik, jam 13.00 sering mati.

Kedua, komputer cuma 4. Itu pun tua.
"""


def test_numbered_question_with_jawab_at_line_end_or_on_its_own_line() -> None:
    assert turns_of(NUMBERED) == [
        (ASKS, "Bagaimana cara membuat laporan bulanan di kantor ini?", None),
        (INFORMANT, "Datanya dikumpulkan dulu dari tiap seksi, baru saya ketik.", 0),
        (ASKS, "Apakah pegawai yang ada sudah\ncukup?", None),
        (INFORMANT, "Belum.", 2),
        (ASKS, "Kendalanya apa?", None),
        (
            INFORMANT,
            "Ada 2. Pertama listrik, jam 13.00 sering mati.\n\nKedua, komputer cuma 4. Itu pun tua.",
            4,
        ),
    ]
    reading = interview(NUMBERED)
    assert (reading.layout, reading.certainty) == ("numbered", "sure")
    assert reading.header == (("Nama", "Bu Ratmi"), ("Jabatan", "Staf Sub Bag Keuangan"))
    assert [turn.label for turn in reading.turns[:2]] == ["1.", "Jawab"]


def test_numbering_starts_again_in_a_second_transcript_with_its_own_code() -> None:
    text = """TRANSKRIP WAWANCARA
Kode : I-01
1. Sudah lama di sini? Jawab: Sudah.
2. Betah? Jawab: Betah.
TRANSKRIP WAWANCARA
Kode : I-02
1. Sudah lama di sini? Jawab:
Baru 2. Maksud saya dua tahun.
"""
    assert turns_of(text) == [
        (ASKS, "Sudah lama di sini?", None),
        (INFORMANT, "Sudah.", 0),
        (ASKS, "Betah?", None),
        (INFORMANT, "Betah.", 2),
        (ASKS, "Sudah lama di sini?", None),
        (INFORMANT, "Baru 2. Maksud saya dua tahun.", 4),
    ]
    assert [turn.informant for turn in interview(text).turns] == [None, "I-01", None, "I-01", None, "I-02"]


def test_question_that_lost_its_number_is_found_by_its_question_mark_and_said_so() -> None:
    text = "1. Berapa lama? Jawab: Lama.\nApakah cukup? Jawab: Tidak.\n2. Kenapa? Jawab: Kurang orang."
    assert turns_of(text) == [
        (ASKS, "Berapa lama?", None),
        (INFORMANT, "Lama.", 0),
        (ASKS, "Apakah cukup?", None),
        (INFORMANT, "Tidak.", 2),
        (ASKS, "Kenapa?", None),
        (INFORMANT, "Kurang orang.", 4),
    ]
    assert interview(text).certainty == "likely"
    assert "1 questions do not continue the numbering" in interview(text).notes[0].en


def test_numbering_may_start_again_under_a_new_heading() -> None:
    text = "1. Rapi? Jawab: Rapi.\n2. Teliti? Jawab: Ya.\n\nB. Waktu\n1. Telat? Jawab: Tidak.\n2. Cepat? Jawab: Ya."
    assert turns_of(text) == [
        (ASKS, "Rapi?", None),
        (INFORMANT, "Rapi.", 0),
        (ASKS, "Teliti?", None),
        (INFORMANT, "Ya.", 2),
        (ASKS, "Telat?", None),
        (INFORMANT, "Tidak.", 4),
        (ASKS, "Cepat?", None),
        (INFORMANT, "Ya.", 6),
    ]


def test_answer_that_opens_a_new_transcript_answers_no_earlier_question() -> None:
    text = "P: Apa?\nI: Ya.\nTRANSKRIP WAWANCARA\nKode : I-02\nI: Silakan masuk.\nP: Apa?\nI: Tidak."
    assert [turn.question for turn in interview(text).turns] == [None, 0, None, None, 3]


def test_question_without_an_answer_stays_a_question() -> None:
    text = "1. Siapa kepalanya? Jawab: Pak A.\n2. Sejak kapan?\n3. Wakilnya siapa? Jawab: Tidak ada."
    assert turns_of(text) == [
        (ASKS, "Siapa kepalanya?", None),
        (INFORMANT, "Pak A.", 0),
        (ASKS, "Sejak kapan?", None),
        (ASKS, "Wakilnya siapa?", None),
        (INFORMANT, "Tidak ada.", 3),
    ]


def test_list_of_informants_before_the_first_question_does_not_open_it() -> None:
    text = (
        "1. Informan I Nama : Tuti Umur : 37 Tahun 2. Informan II Nama : Amir Umur : 50 Tahun\n"
        "1. Kerjanya apa? Jawab: Mengetik.\n2. Sulit? Jawab: Tidak."
    )
    assert turns_of(text)[:2] == [(ASKS, "Kerjanya apa?", None), (INFORMANT, "Mengetik.", 0)]


# ------------------------------------------------------------------ layout 2: flattened to one line
def test_flattened_line_opens_only_questions_that_continue_the_numbering() -> None:
    text = (
        "3. Siapa yang menandatangani surat? Jawab: Pak Sekcam. 4. Berapa surat per hari? Jawab: Kira-kira "
        "dua "
        "puluh, tahun 2. Itu menurut PP 53. Mulai jam 13.00, biayanya Rp1.500.000. Ada 3. macam. "
        "5. Apakah komputernya cukup? Jawab: Kurang, cuma ada satu."
    )
    assert turns_of(text) == [
        (ASKS, "Siapa yang menandatangani surat?", None),
        (INFORMANT, "Pak Sekcam.", 0),
        (ASKS, "Berapa surat per hari?", None),
        (
            INFORMANT,
            "Kira-kira dua puluh, tahun 2. Itu menurut PP 53. Mulai jam 13.00, biayanya Rp1.500.000. Ada 3. macam.",
            2,
        ),
        (ASKS, "Apakah komputernya cukup?", None),
        (INFORMANT, "Kurang, cuma ada satu.", 4),
    ]
    assert interview(text).certainty == "sure"


def test_flattened_line_with_its_header_and_an_answer_that_counts() -> None:
    text = (
        "TRANSKRIP WAWANCARA Nama : Bu Ratmi Jabatan : Staf 1. Tugasnya apa? Jawab: Ada tiga: 1. menulis, "
        "2. mengetik, 3. mengarsip. 2. Sulit tidak? Jawab: Tidak."
    )
    assert turns_of(text) == [
        (ASKS, "Tugasnya apa?", None),
        (INFORMANT, "Ada tiga: 1. menulis, 2. mengetik, 3. mengarsip.", 0),
        (ASKS, "Sulit tidak?", None),
        (INFORMANT, "Tidak.", 2),
    ]
    assert interview(text).header == (("Nama", "Bu Ratmi"), ("Jabatan", "Staf"))


# ------------------------------------------------------------------ layout 3: Pertanyaan / Jawaban
def test_pertanyaan_jawaban_under_section_numbers() -> None:
    text = """4.2.1. Wawancara dengan Kepala Bagian Umum Kantor X
Pertanyaan : Menurut Bapak, bagaimana kehadiran pegawai?
Jawaban : Sudah lumayan. Yang telat biasanya kami tegur.
4.2.2. Wawancara dengan Staf Kantor X
Pertanyaan : Adakah sanksinya?
Jawaban : Ada, lisan dulu.
"""
    assert turns_of(text) == [
        (ASKS, "Menurut Bapak, bagaimana kehadiran pegawai?", None),
        (INFORMANT, "Sudah lumayan. Yang telat biasanya kami tegur.", 0),
        (ASKS, "Adakah sanksinya?", None),
        (INFORMANT, "Ada, lisan dulu.", 2),
    ]


def test_pertanyaan_jawaban_with_numbers_and_run_in() -> None:
    text = "1. Pertanyaan: Kapan? Jawaban: Kemarin.\n2. Pertanyaan: Di mana? Jawaban: Di aula."
    assert turns_of(text) == [
        (ASKS, "Kapan?", None),
        (INFORMANT, "Kemarin.", 0),
        (ASKS, "Di mana?", None),
        (INFORMANT, "Di aula.", 2),
    ]


# ------------------------------------------------------------------ layout 4: Tanya / Jawab with quotes
QUOTED = """Kode : K.UM   Waktu : Senin, 3 Februari 2014   Pukul : 09:00 – 10:15 WIB   Sumber : Pak Joko
TRANSKRIP WAWANCARA
Tanya :”Sudah berapa lama bapak bekerja di sini?”
Jawab :”Sudah
lima belas tahun mbak.”
Tanya: ”Apakah ada pelatihan pak?” Jawab : “ Belum pernah.
"""


def test_quotes_of_any_kind_stay_in_the_turn() -> None:
    assert turns_of(QUOTED) == [
        (ASKS, "”Sudah berapa lama bapak bekerja di sini?”", None),
        (INFORMANT, "”Sudah\nlima belas tahun mbak.”", 0),
        (ASKS, "”Apakah ada pelatihan pak?”", None),
        (INFORMANT, "“ Belum pernah.", 2),
    ]
    assert interview(QUOTED).header == (
        ("Kode", "K.UM"),
        ("Waktu", "Senin, 3 Februari 2014"),
        ("Pukul", "09:00 – 10:15 WIB"),
        ("Sumber", "Pak Joko"),
    )


def test_header_repeated_for_a_second_session_is_no_speech() -> None:
    again = QUOTED + QUOTED.replace("Senin, 3", "Selasa, 4")
    assert turns_of(again) == [
        (role, text, None if asked is None else asked) for role, text, asked in turns_of(QUOTED)
    ] + [(role, text, None if asked is None else asked + 4) for role, text, asked in turns_of(QUOTED)]
    assert all(turn.informant is None for turn in interview(again).turns)


def test_header_run_in_before_a_title_inside_one_line() -> None:
    text = (
        "Tanya: Sudah lama? Jawab: Sudah. Kode : K.DUA Waktu : Rabu TRANSKRIP WAWANCARA Tanya: Baru? Jawab: Iya, baru."
    )
    assert turns_of(text) == [
        (ASKS, "Sudah lama?", None),
        (INFORMANT, "Sudah.", 0),
        (ASKS, "Baru?", None),
        (INFORMANT, "Iya, baru.", 2),
    ]


# ------------------------------------------------------------------ layout 10: names with degrees
def test_names_with_degrees_after_a_list_of_people_present() -> None:
    text = """Daftar hadir:
4. Peneliti : Dwi Lestari
5. Kasubag Umum : Dra. Rina Wulandari, M.Si
6. Staf : Budi, A.Md
Rina W. Hasan, S.Sos, M.Si : Ass. Wr. Wb. Bapak-bapak sekalian, kita mulai.
Dwi Lestari : Bagaimana kehadiran pegawai, Bu?
Rina W. Hasan, S.Sos, M.Si : Baik. Catatannya ada: lengkap.
"""
    assert turns_of(text) == [
        (INFORMANT, "Ass. Wr. Wb. Bapak-bapak sekalian, kita mulai.", None),
        (ASKS, "Bagaimana kehadiran pegawai, Bu?", None),
        (INFORMANT, "Baik. Catatannya ada: lengkap.", 1),
    ]


def test_interviewer_known_from_the_header_and_a_further_person_is_third() -> None:
    text = """Pewawancara: Dwi
Nama: H. Rusmadi Alfian, S.Sos., M.AP.

Dwi: Assalamualaikum Pak.
Pak Rusmadi: Waalaikumsalam.
Dwi: Bagaimana kabarnya?
Hj. Maulida: Permisi, ini tehnya.
Pak Rusmadi: Baik.
"""
    assert turns_of(text) == [
        (ASKS, "Assalamualaikum Pak.", None),
        (INFORMANT, "Waalaikumsalam.", 0),
        (ASKS, "Bagaimana kabarnya?", None),
        (THIRD, "Permisi, ini tehnya.", None),
        (INFORMANT, "Baik.", 2),
    ]
    assert interview(text).certainty == "sure"


def test_without_a_header_the_one_who_asks_is_the_interviewer() -> None:
    text = "Sinta: Kerja apa?\nYoga: Juru ketik.\nSinta: Suka?\nYoga: Suka."
    assert turns_of(text) == [
        (ASKS, "Kerja apa?", None),
        (INFORMANT, "Juru ketik.", 0),
        (ASKS, "Suka?", None),
        (INFORMANT, "Suka.", 2),
    ]
    assert interview(text).certainty == "likely"
    assert "by who asks" in interview(text).notes[0].en


def test_among_names_a_stretch_that_stands_once_is_no_speaker() -> None:
    text = "Sinta: Kerja apa?\nYoga: Juru ketik.\nGedung: dua lantai.\nSinta: Suka?\nYoga: Suka."
    assert turns_of(text)[1] == (INFORMANT, "Juru ketik.\nGedung: dua lantai.", 0)


def test_one_name_beside_a_labelled_interviewer_is_surely_the_informant() -> None:
    reading = interview("Interviewer: How is it?\nMaya: Fine.\n\nInterviewer: Why?\nMaya: Because.", "en")
    assert [turn.speaker for turn in reading.turns] == [ASKS, INFORMANT, ASKS, INFORMANT]
    assert (reading.certainty, reading.notes) == ("sure", ())


def test_several_named_informants_are_kept_apart_without_their_names() -> None:
    text = (
        "Peneliti: Bagaimana?\nRina Hasan, S.Sos : Baik.\nPeneliti: Yang lain?\nBudi Anwar, A.Md : Cukup.\n"
        "Rina Hasan, S.Sos : Betul."
    )
    assert [(turn.speaker, turn.informant) for turn in interview(text).turns] == [
        (ASKS, None),
        (INFORMANT, "N1"),
        (ASKS, None),
        (INFORMANT, "N2"),
        (INFORMANT, "N1"),
    ]


# ------------------------------------------------------------------ layout 11: identity run in
def test_identity_of_several_informants_run_in_and_numbered_labels() -> None:
    text = """1. Informan I Nama : Tuti Jenis Kelamin : Perempuan Umur : 37 Tahun 2. Informan II Nama : Amir
P : Ramai di sini?
I1 : Ya.
I2 : Tidak juga.
"""
    assert turns_of(text) == [
        (ASKS, "Ramai di sini?", None),
        (INFORMANT, "Ya.", 0),
        (INFORMANT, "Tidak juga.", 0),
    ]
    reading = interview(text)
    assert reading.header == (
        ("Nama", "Tuti"),
        ("Jenis Kelamin", "Perempuan"),
        ("Umur", "37 Tahun"),
        ("Nama", "Amir"),
    )
    assert [turn.informant for turn in reading.turns] == [None, "I1", "I2"]


def test_several_names_without_codes_are_said_to_be_unclear() -> None:
    text = "Nama : Tuti\nNama : Amir\nP: Ramai?\nI: Ya."
    reading = interview(text)
    assert reading.certainty == "likely"
    assert "several informants without codes" in reading.notes[-1].en


# ------------------------------------------------------------------ layout 12: letters and role words
def test_letters_and_role_words_mixed_with_any_space_before_the_colon() -> None:
    text = """P  : Apakah pekerjaan selalu selesai tepat waktu?
I1 : Biasanya iya.
Peneliti   : Kalau terlambat?
Informan 1 : Ya lembur.

Kadang sampai malam.
Catatan: ini tetap ucapan informan.
[Pak Hasan]: Maaf, permisi.
"""
    assert turns_of(text) == [
        (ASKS, "Apakah pekerjaan selalu selesai tepat waktu?", None),
        (INFORMANT, "Biasanya iya.", 0),
        (ASKS, "Kalau terlambat?", None),
        (INFORMANT, "Ya lembur.\n\nKadang sampai malam.\nCatatan: ini tetap ucapan informan.", 2),
        (THIRD, "Maaf, permisi.", None),
    ]
    assert [turn.informant for turn in interview(text).turns] == [None] * 5, "I1 and Informan 1 are one person"


@pytest.mark.parametrize(
    ("asks", "answers"),
    [
        ("P", "I"),
        ("P", "N"),
        ("P", "R"),
        ("Q", "A"),
        ("T", "J"),
        ("Peneliti", "Narasumber"),
        ("Pewawancara", "Responden"),
        ("Penanya", "Informan 2"),
        ("Interviewer", "Respondent"),
        ("Int", "P2"),
        ("Peneliti", "I-01"),
        ("P1", "I3"),
        ("Interviewer", "Participant 4"),
        ("**P", "**I"),
        ("PENELITI", "INFORMAN"),
    ],
)
def test_label_pairs(asks: str, answers: str) -> None:
    text = f"{asks}: Apa kabar?\n{answers}: Baik.\n{asks} : Sungguh?\n{answers} : Iya."
    assert [(turn.speaker, turn.question) for turn in interview(text).turns] == [
        (ASKS, None),
        (INFORMANT, 0),
        (ASKS, None),
        (INFORMANT, 2),
    ]
    assert interview(text).certainty == "sure"


def test_bold_labels_of_markdown() -> None:
    text = "**P:** Apa kabar?\n\n**I:** Baik, *alhamdulillah*.\n\n**P**: Sungguh?\n\n**I**: Iya."
    assert turns_of(text) == [
        (ASKS, "Apa kabar?", None),
        (INFORMANT, "Baik, *alhamdulillah*.", 0),
        (ASKS, "Sungguh?", None),
        (INFORMANT, "Iya.", 2),
    ]


def test_english_i_and_p_are_told_apart_by_who_asks() -> None:
    text = "I: How do you work from home?\nP2: At the kitchen table.\nI: Really?\nP2: Really."
    assert turns_of(text, "en") == [
        (ASKS, "How do you work from home?", None),
        (INFORMANT, "At the kitchen table.", 0),
        (ASKS, "Really?", None),
        (INFORMANT, "Really.", 2),
    ]


def test_english_p_who_asks_stays_the_interviewer() -> None:
    text = "P: Do you work from home?\nI: Did I say so? I do.\nP: Why?\nI: It is quiet."
    assert [turn.speaker for turn in interview(text, "en").turns] == [ASKS, INFORMANT, ASKS, INFORMANT]


def test_times_before_labels_are_kept() -> None:
    text = "[00:00:05] P: Apa kabar?\n[00:00:09] I: Baik.\n00.15 P: Lalu?"
    assert [turn.at for turn in interview(text).turns] == ["00:00:05", "00:00:09", "00.15"]
    assert turns_of(text)[1] == (INFORMANT, "Baik.", 0)


# ------------------------------------------------------------------ traps common to all
@pytest.mark.parametrize(
    "line",
    [
        "Jadi begini: suratnya dicek dulu.",
        "Senin: apel. Selasa: senam.",
        "Alasannya: tidak ada uang.",
        "Waktu: jam delapan pagi.",
        "Contoh: surat pindah.",
        "https://contoh.id/a",
        "Hasil: baik.",
        "Yang pertama: disiplin.",
        "jawab: begitu kata dia",
        "A. Pegawai tetap: dua belas.",
        "A : hadir",
        "Kepala Seksi: tiga orang.",
        "Kegiatan (rutin): apel.",
    ],
)
def test_a_colon_in_an_answer_is_no_label(line: str) -> None:
    text = f"P: Bagaimana?\nI: Begini.\n{line}\nP: Lalu?\nI: Selesai."
    assert turns_of(text)[1] == (INFORMANT, f"Begini.\n{line}", 0)
    assert len(turns_of(text)) == 4


def test_empty_question_does_not_lend_its_answer_to_the_question_before() -> None:
    assert turns_of("P: Apa?\nI: Ya.\nP:\nI: Tidak.") == [
        (ASKS, "Apa?", None),
        (INFORMANT, "Ya.", 0),
        (INFORMANT, "Tidak.", None),
    ]


def test_label_without_words_is_no_turn() -> None:
    assert turns_of("P: Apa?\nI:\nP: Halo?\nI: Ya.") == [
        (ASKS, "Apa?", None),
        (ASKS, "Halo?", None),
        (INFORMANT, "Ya.", 1),
    ]


def test_text_before_the_first_label_is_header_and_front_matter_no_turn() -> None:
    text = "---\nkode: I-01\n---\nLampiran 3\nTempat: Balai: ruang A\n\nP: Apa?\nI: Ya."
    reading = turns(Extract("md", text, meta=(("kode", "I-01"),)), "interview")
    partition_of(text, reading)
    assert said(text, reading) == [(ASKS, "Apa?", None), (INFORMANT, "Ya.", 0)]
    assert reading.header == (("kode", "I-01"), ("Tempat", "Balai: ruang A"))


def test_much_text_before_the_first_label_is_said() -> None:
    reading = interview("Wawancara ini berjalan lancar. " * 12 + "\nP: Apa?\nI: Ya.")
    assert len(reading.turns) == 2
    assert reading.certainty == "likely"
    assert "371 characters before the first label" in reading.notes[0].en


def test_lines_that_recur_like_labels_are_said_but_stay_speech() -> None:
    text = "P: Apa?\nI: Begini.\nProgram: satu.\nProgram: dua.\nP: Lalu?\nI: Ya."
    assert turns_of(text)[1] == (INFORMANT, "Begini.\nProgram: satu.\nProgram: dua.", 0)
    assert "2 lines look like" in interview(text).notes[0].en


def test_a_name_that_the_text_calls_bu_is_a_third_person() -> None:
    text = "P: Apa?\nI: Tanya Bu Lilis.\nLilis: Ya.\nP: Benar?\nLilis: Benar.\nI: Begitu."
    speakers = [turn.speaker for turn in interview(text).turns]
    assert speakers == [ASKS, INFORMANT, THIRD, ASKS, THIRD, INFORMANT]


def test_heading_between_turns_belongs_to_nobody() -> None:
    text = "P: Apa?\nI: Ya.\n\nB. Ketepatan Waktu\nP: Telat?\nI: Tidak.\n## Penutup\nP: Cukup?\nI: Cukup."
    assert turns_of(text) == [
        (ASKS, "Apa?", None),
        (INFORMANT, "Ya.", 0),
        (ASKS, "Telat?", None),
        (INFORMANT, "Tidak.", 2),
        (ASKS, "Cukup?", None),
        (INFORMANT, "Cukup.", 4),
    ]


def test_one_line_of_letters() -> None:
    text = "P: Apa kabar? I: Baik. P: Sudah lama? I: Sudah, sejak 2010. P: Betah? I: Betah."
    assert turns_of(text) == [
        (ASKS, "Apa kabar?", None),
        (INFORMANT, "Baik.", 0),
        (ASKS, "Sudah lama?", None),
        (INFORMANT, "Sudah, sejak 2010.", 2),
        (ASKS, "Betah?", None),
        (INFORMANT, "Betah.", 4),
    ]


def test_running_prose_is_the_informants_but_unsure() -> None:
    text = "Saya bekerja di sini.\n\nSudah lama sekali, kira-kira\nsepuluh tahun."
    reading = interview(text)
    assert said(text, reading) == [
        (INFORMANT, "Saya bekerja di sini.", None),
        (INFORMANT, "Sudah lama sekali, kira-kira\nsepuluh tahun.", None),
    ]
    assert (reading.layout, reading.certainty) == ("prose", "unsure")
    assert "P:" in reading.notes[0].id


def test_unknown_kind_of_source_says_what_to_do() -> None:
    reading = turns(Extract("txt", "Begitulah."), None)
    assert [turn.speaker for turn in reading.turns] == ["document"]
    assert isinstance(reading.notes[0], Bi)
    assert "sources set" in reading.notes[0].en


def test_unknown_kind_with_labels_is_read_as_speech() -> None:
    text = "P: Apa?\nI: Ya."
    assert said(text, turns(Extract("txt", text), None)) == [(ASKS, "Apa?", None), (INFORMANT, "Ya.", 0)]


@pytest.mark.parametrize("text", ["", "\n \n", "::::", ":", "P:", "P:\nI:", "---\n---\n", "****:", "[]:\n()::"])
def test_next_to_nothing_is_read_without_fuss(text: str) -> None:
    assert len(interview(text).turns) <= 2


# ------------------------------------------------------------------ mixed ways of naming who speaks
def test_a_numbered_question_to_a_third_person_is_opened_and_hers_is_nobody_elses() -> None:
    text = (
        "1. Ramai? Jawab: Ramai.\nBu Norlaila: Permisi. Sedang apa ini?\n2. Tanya-tanya soal komputer, Bu.\n"
        "Bu Norlaila: Oh, cukup. Bukankah begitu?\nJawab: Iya Bu.\n3. Betul? Jawab: Tidak."
    )
    assert turns_of(text) == [
        (ASKS, "Ramai?", None),
        (INFORMANT, "Ramai.", 0),
        (THIRD, "Permisi. Sedang apa ini?", None),
        (ASKS, "Tanya-tanya soal komputer, Bu.", None),
        (THIRD, "Oh, cukup. Bukankah begitu?", None),
        (INFORMANT, "Iya Bu.", 3),
        (ASKS, "Betul?", None),
        (INFORMANT, "Tidak.", 6),
    ]
    assert interview(text).certainty == "sure"


def test_an_answer_of_each_informant_below_a_question() -> None:
    text = (
        "Pertanyaan 1 : Sulit?\nJawaban Informan 1 : Ya.\nJawaban Informan 2 : Tidak.\n"
        "Pertanyaan 2 : Lama?\nJawaban Informan 1 : Lama."
    )
    assert [(turn.speaker, turn.question, turn.informant) for turn in interview(text).turns] == [
        (ASKS, None, None),
        (INFORMANT, 0, "Informan 1"),
        (INFORMANT, 0, "Informan 2"),
        (ASKS, None, None),
        (INFORMANT, 3, "Informan 1"),
    ]


def test_participants_of_a_discussion_are_those_whom_its_list_names() -> None:
    text = (
        "Pemandu : Tika\nHadir:\n1. Lurah : Drs. Mahmud Yusran, M.M.\n2. Ketua RW 03 : Ujang Sobari\n\n"
        "Tika : Bagaimana?\nDrs. Mahmud Yusran, M.M. : Baik.\nTika : Kalau RW?\nUjang Sobari : Sama."
    )
    assert [(turn.speaker, turn.informant) for turn in interview(text).turns] == [
        (ASKS, None),
        (INFORMANT, "N1"),
        (ASKS, None),
        (INFORMANT, "N2"),
    ]


def test_numbered_roles_as_labels() -> None:
    text = "Peneliti: Apa?\nGuru 1: Ya.\nPeneliti: Lalu?\nGuru 2: Tidak.\nGuru 1: Betul.\nGuru 2: Begitulah."
    assert {turn.label for turn in interview(text).turns} == {"Peneliti", "Guru 1", "Guru 2"}


HEADED = """4.2.1. Wawancara dengan Kepala Desa Maju
Pertanyaan : Ramai?
Jawaban : Ramai.
4.2.2. Wawancara dengan Sekretaris Desa Maju
Jawaban : Silakan.
Pertanyaan : Ramai?
Jawaban : Sepi.
"""


def test_headings_that_say_whose_interview_follows_keep_informants_apart() -> None:
    reading = interview(HEADED)
    assert [(turn.informant, turn.question) for turn in reading.turns] == [
        (None, None),
        ("N1", 0),
        ("N2", None),
        (None, None),
        ("N2", 3),
    ]
    assert reading.certainty == "likely"
    assert "called N1, N2 in order" in reading.notes[-1].en


def test_one_heading_names_the_source_and_adds_nothing_to_a_header() -> None:
    one = interview(HEADED.partition("4.2.2.")[0])
    assert one.header == (("Narasumber", "Kepala Desa Maju"),)
    assert one.certainty == "sure"
    named = interview("4.2.1. Wawancara dengan Kepala Desa\nNama : Syahruni\nPertanyaan : Apa?\nJawaban : Ya.")
    assert (named.header, named.notes) == ((("Nama", "Syahruni"),), ())


def test_interviewers_of_the_study_are_known_without_a_header() -> None:
    text = "Dwi: Ceritakan pekerjaan Bapak.\nYoga: Apa saja?\nDwi: Ya.\nYoga: Mengetik."
    reading = turns(Extract("txt", text), "interview", interviewers=["Dwi Lestari"])
    assert [turn.speaker for turn in reading.turns] == [ASKS, INFORMANT, ASKS, INFORMANT]
    assert (reading.certainty, reading.header) == ("sure", ())
    assert interview(text).certainty == "likely"


def test_an_informant_who_shares_the_interviewers_first_name_stays_the_informant() -> None:
    text = "Nama: Dwi Anggraini\n\nDwi: Silakan, Bu.\nDwi Anggraini: Ya?\nDwi: Lalu?\nDwi Anggraini: Pulang."
    reading = turns(Extract("txt", text), "interview", interviewers=["Dwi"])
    assert [turn.speaker for turn in reading.turns] == [ASKS, INFORMANT, ASKS, INFORMANT]


def test_an_informant_entry_above_the_labels_is_no_turn() -> None:
    text = "TRANSKRIP WAWANCARA\nInforman: Kaur Keuangan Desa (Pak Slamet)\nWaktu: 09.30\n\nQ: Apa?\nA: Ya."
    assert turns_of(text) == [(ASKS, "Apa?", None), (INFORMANT, "Ya.", 0)]
    assert interview(text).header == (("Informan", "Kaur Keuangan Desa (Pak Slamet)"), ("Waktu", "09.30"))


def test_who_takes_part_stands_in_the_header_under_the_labels_that_speak_later() -> None:
    text = "Tanggal: 17 Februari 2026\nPeneliti: Wulan\nInforman: Sari\n\nPeneliti: Permisi\nInforman: Silakan"
    assert turns_of(text) == [(ASKS, "Permisi", None), (INFORMANT, "Silakan", 0)]
    again = "Tanggal: 17 Februari 2026\n\nPeneliti: Wulan\n\nPeneliti: Apa?\nInforman: Sudah"
    assert turns_of(again) == [(ASKS, "Apa?", None), (INFORMANT, "Sudah", 0)]
    short = "Peneliti: Assalamualaikum\n\nInforman: Waalaikumsalam\n\nPeneliti: Apa?\n\nInforman: Sudah"
    assert len(turns_of(short)) == 4


def test_informants_lettered_instead_of_numbered() -> None:
    text = "Peneliti: Apa?\nInforman A: Ya.\nInforman B: Tidak.\nPeneliti: Lalu?\nInforman A: Sudah."
    codes = [(turn.speaker, turn.informant) for turn in interview(text).turns]
    a, b = (INFORMANT, "Informan A"), (INFORMANT, "Informan B")
    assert codes == [(ASKS, None), a, b, (ASKS, None), a]


def test_a_short_exchange_of_single_words_above_a_blank_line_is_no_header() -> None:
    assert len(turns_of("Peneliti: Apa\nInforman: Sudah\n\nPeneliti: Lalu\nInforman: Pulang")) == 4


def test_a_heading_below_a_named_header_makes_no_second_informant() -> None:
    text = (
        "Nama : Syahruni\nPertanyaan : Apa?\nJawaban : Ya.\n4.2.2. Wawancara dengan Kepala Desa\n"
        "Pertanyaan : Lalu?\nJawaban : Pulang."
    )
    assert [turn.informant for turn in interview(text).turns] == [None] * 4
    assert interview(text).header == (("Nama", "Syahruni"),)
