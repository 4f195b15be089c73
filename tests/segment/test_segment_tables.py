"""Transcripts, field notes, registers and subtitles: structure that the file's format gives."""

from __future__ import annotations

from segment_reading import Said, partition_of, said

from kualcode.model import Cell, Cue, Extract, SourceType, Table, Turn
from kualcode.segment import Reading, segments, turns


def extract_of(*parts: str | list[list[str]], fmt: str = "docx") -> Extract:
    """An extract as the readers make it: lines and table rows, cells apart by tabs."""
    text, tables = "", []
    for part in parts:
        rows = []
        for row in [[part]] if isinstance(part, str) else part:
            cells = []
            for index, cell in enumerate(row):
                text += "\t" if index else "\n" if text else ""
                cells.append(Cell(len(text), len(text) + len(cell)))
                text += cell
            rows.append(tuple(cells))
        if not isinstance(part, str):
            tables.append(Table("", tuple(rows)))
    return Extract(fmt, text, tuple(tables))


def read(extract: Extract, source_type: SourceType | None) -> tuple[list[Said], Reading]:
    reading = turns(extract, source_type)
    partition_of(extract.text, reading)
    return said(extract.text, reading), reading


def test_transcript_in_columns_time_speaker_text() -> None:
    extract = extract_of(
        [
            ["No", "Waktu", "Pembicara", "Ucapan"],
            ["1", "00:05", "Peneliti", "Apa kabar?"],
            ["2", "00:09", "Informan", "Baik. Anda?"],
            ["3", "00:12", "", "Silakan duduk."],
            ["4", "00:20", "Bu Sari", "Permisi."],
        ]
    )
    spoken, reading = read(extract, "interview")
    assert spoken == [
        ("interviewer", "Apa kabar?", None),
        ("informant", "Baik. Anda?", 0),
        ("informant", "Silakan duduk.", 0),
        ("third", "Permisi.", None),
    ]
    assert [turn.at for turn in reading.turns] == ["00:05", "00:09", "00:12", "00:20"]
    assert (reading.layout, reading.certainty) == ("table", "sure")


def test_english_columns_and_names_by_who_asks() -> None:
    extract = extract_of(
        [
            ["Speaker", "Text"],
            ["Ann", "Do you like it?"],
            ["Bob Lee", "I do."],
            ["Ann", "Why?"],
            ["Bob Lee", "Quiet."],
        ],
        fmt="csv",
    )
    assert read(extract, "interview")[0] == [
        ("interviewer", "Do you like it?", None),
        ("informant", "I do.", 0),
        ("interviewer", "Why?", None),
        ("informant", "Quiet.", 2),
    ]


def test_question_and_answer_columns_give_two_turns_a_row() -> None:
    extract = extract_of(
        "HASIL WAWANCARA",
        [["Nama", ":", "Tuti"], ["Kode", ":", "I-03"]],
        [["No.", "Pertanyaan", "Jawaban"], ["1", "Apa tugasnya?", "Mengetik."], ["2", "Sulit?", ""]],
    )
    spoken, reading = read(extract, "interview")
    assert spoken == [
        ("interviewer", "Apa tugasnya?", None),
        ("informant", "Mengetik.", 0),
        ("interviewer", "Sulit?", None),
    ]
    assert reading.header == (("Nama", "Tuti"), ("Kode", "I-03"))


def test_a_column_of_answers_for_each_informant() -> None:
    extract = extract_of([["Pertanyaan", "Informan 1", "Informan 2"], ["Ramai?", "Ya.", "Tidak."]])
    spoken, reading = read(extract, "interview")
    assert spoken == [("interviewer", "Ramai?", None), ("informant", "Ya.", 0), ("informant", "Tidak.", 0)]
    assert [turn.informant for turn in reading.turns] == [None, "Informan 1", "Informan 2"]


def test_informant_column_names_the_informant() -> None:
    extract = extract_of([["No", "Informan", "Pernyataan"], ["1", "I-01", "Sudah baik."], ["2", "I-02", "Belum."]])
    _, reading = read(extract, "interview")
    assert [(turn.speaker, turn.informant) for turn in reading.turns] == [
        ("informant", "I-01"),
        ("informant", "I-02"),
    ]


def test_table_that_only_aligns_labels() -> None:
    extract = extract_of([["P", ":", "Apa?"], ["I", ":", "Ya."], ["P", ":", "Lalu?"], ["I", ":", "Pulang."]])
    assert read(extract, "interview")[0] == [
        ("interviewer", "Apa?", None),
        ("informant", "Ya.", 0),
        ("interviewer", "Lalu?", None),
        ("informant", "Pulang.", 2),
    ]


def test_labelled_text_after_an_identity_table() -> None:
    extract = extract_of(
        "Lampiran 2",
        [["Nama", "Rusmadi Alfian"], ["Pewawancara", "Dwi"]],
        "Dwi: Apa?",
        "Rusmadi: Ya.",
        [["Tahun", "Jumlah"], ["2024", "12"]],
        "Begitu.",
    )
    spoken, reading = read(extract, "interview")
    assert spoken == [
        ("interviewer", "Apa?", None),
        ("informant", "Ya.", 0),
        ("document", "2024\t12", None),
        ("informant", "Begitu.", 0),
    ]
    assert reading.certainty == "sure"


def test_table_of_one_column_only_frames_its_text() -> None:
    assert read(extract_of([["P: Apa?\nI: Ya."]]), "interview")[0] == [
        ("interviewer", "Apa?", None),
        ("informant", "Ya.", 0),
    ]


def test_field_notes_table_gives_an_observer_turn_a_row() -> None:
    extract = extract_of(
        "CATATAN LAPANGAN",
        "Tanggal : Selasa, 10 Februari 2026",
        [
            ["No", "Tanggal/Waktu", "Kronologis"],
            ["1", "07.25", "Peneliti tiba. Pintu terbuka."],
            ["2", "07.40", "Pegawai datang."],
        ],
    )
    spoken, reading = read(extract, "observation")
    assert spoken == [
        ("observer", "Peneliti tiba. Pintu terbuka.", None),
        ("observer", "Pegawai datang.", None),
    ]
    assert [turn.at for turn in reading.turns] == ["07.25", "07.40"]
    assert reading.header == (("Tanggal", "Selasa, 10 Februari 2026"),)
    assert len(segments(extract.text, reading.turns[0])) == 2, "notes are coded by sentence"


def test_checklist_rows_are_observer_turns_of_one_segment() -> None:
    extract = extract_of([["Aspek", "Skor"], ["Tepat waktu. Rapi.", "4"], ["Ramah", "3"]])
    spoken, reading = read(extract, "observation")
    assert spoken == [("observer", "Tepat waktu. Rapi.\t4", None), ("observer", "Ramah\t3", None)]
    assert [turn.at for turn in reading.turns] == ["row 2", "row 3"]
    assert len(segments(extract.text, reading.turns[0])) == 1


def test_realisation_table_rows_are_document_turns() -> None:
    extract = extract_of(
        [
            ["No", "Kegiatan", "Target", "Realisasi", "Keterangan"],
            ["1", "Pengadaan komputer", "10", "6", "anggaran digeser. Lanjut 2026"],
            ["2", "Patroli", "24", "22", ""],
        ],
        fmt="csv",
    )
    spoken, reading = read(extract, "documentation")
    assert spoken == [
        ("document", "1\tPengadaan komputer\t10\t6\tanggaran digeser. Lanjut 2026", None),
        ("document", "2\tPatroli\t24\t22", None),
    ]
    assert [segments(extract.text, turn)[0].end for turn in reading.turns] == [turn.end for turn in reading.turns]


def test_title_rows_above_a_header_are_turns_and_the_header_is_not() -> None:
    extract = extract_of(
        [["REKAP ABSENSI JANUARI 2026", "", ""], ["Pegawai", "Hadir", "Izin"], ["Pegawai A", "20", "1"]]
    )
    assert read(extract, "documentation")[0] == [
        ("document", "REKAP ABSENSI JANUARI 2026", None),
        ("document", "Pegawai A\t20\t1", None),
    ]


def test_table_without_a_sure_header_loses_no_row() -> None:
    extract = extract_of([["Apel pagi", "wajib"], ["Senam", "sukarela"]])
    assert len(read(extract, "documentation")[0]) == 2


def test_guest_book_of_words_is_known_by_its_header_words() -> None:
    extract = extract_of([["Nama", "Alamat", "Keperluan"], ["A.H.", "Sei Rasau", "legalisir"]])
    assert read(extract, "documentation")[0] == [("document", "A.H.\tSei Rasau\tlegalisir", None)]


def test_transcript_words_in_a_document_are_still_rows() -> None:
    extract = extract_of([["Pertanyaan", "Jawaban"], ["Apa?", "Ya."]])
    assert {turn.speaker for turn in read(extract, "documentation")[1].turns} == {"document"}


IDENTITY = [
    ["TRANSKRIP WAWANCARA", "", ""],
    ["Nama", "Dedi Prasetyo, A.Md.", ""],
    ["Jabatan", "Staf", ""],
    ["Kode", "I-07", ""],
    ["Umur", "33 tahun", ""],
    ["Masa kerja", "7 tahun", ""],
    ["Hari/tanggal", "Jumat, 13 Februari 2026", ""],
    ["Pewawancara : Dwi", "", ""],
    ["", "", ""],
]


def test_identity_and_title_rows_above_a_transcripts_header_are_its_header_block() -> None:
    rows = [*IDENTITY, ["Waktu", "Pembicara", "Ucapan"], ["10.20", "Dwi", "Apa?"], ["10.21", "Dedi", "Ya."]]
    spoken, reading = read(extract_of(rows, fmt="xlsx"), "interview")
    assert spoken == [("interviewer", "Apa?", None), ("informant", "Ya.", 0)]
    assert [value for _, value in reading.header] == [
        "Dedi Prasetyo, A.Md.",
        "Staf",
        "I-07",
        "33 tahun",
        "7 tahun",
        "Jumat, 13 Februari 2026",
        "Dwi",
    ]
    assert reading.certainty == "sure"


def test_a_title_that_is_a_column_word_is_no_header_row() -> None:
    rows = [["CATATAN LAPANGAN", ""], ["Tanggal", "6 Februari 2026"], ["Jam", "Kronologis"], ["07.10", "Hujan."]]
    spoken, reading = read(extract_of(rows, fmt="csv"), "observation")
    assert spoken == [("observer", "Hujan.", None)]
    assert reading.header == (("Tanggal", "6 Februari 2026"),)
    rows = [["CATATAN LAPANGAN", ""], ["Aspek", "Uraian"], ["Pagi", "Hujan."]]
    assert [words for _, words, _ in read(extract_of(rows), "observation")[0]] == ["Hujan."]


def test_a_header_of_two_columns_is_no_identity_entry() -> None:
    for head in (["Informan", "Pernyataan"], ["Waktu", "Kronologis"], ["Informan", "Uraian"]):
        rows = extract_of([head, ["A-1", "Sudah baik."]])
        assert [words for _, words, _ in read(rows, "observation")[0]] == ["Sudah baik."]


def test_title_and_identity_rows_above_a_register_however_many() -> None:
    lines = ("PEMERINTAH", "KECAMATAN", "TABEL", "REALISASI", "SEMUA", "BIDANG", "LAMPIRAN")
    titles = [[word, "", ""] for word in lines]
    rows = [*titles, ["Tahun", "2025", ""], ["", "", ""], ["No", "Kegiatan", "Target"], ["1", "Patroli", "24"]]
    spoken, reading = read(extract_of(rows, fmt="xlsx"), "documentation")
    assert [words for _, words, _ in spoken] == [row[0] for row in titles] + ["1\tPatroli\t24"]
    assert reading.header == (("Tahun", "2025"),)


def test_interviewer_line_before_a_transcript_table_is_header() -> None:
    extract = extract_of(
        "TRANSKRIP WAWANCARA",
        "Nama\t: Dra. Norlaila Hasanah",
        "Pewawancara\t: Dwi",
        [["Pembicara", "Ucapan"], ["Dwi", "Apa?"], ["Dra. Norlaila Hasanah", "Ya."], ["Yuniar, S.P.", "Permisi."]],
    )
    spoken, reading = read(extract, "interview")
    assert spoken == [("interviewer", "Apa?", None), ("informant", "Ya.", 0), ("third", "Permisi.", None)]
    assert ("Pewawancara", "Dwi") in reading.header
    assert reading.certainty == "sure"


def test_interviewers_of_the_study_are_known_in_tables_and_subtitles() -> None:
    table = extract_of([["Pembicara", "Ucapan"], ["Dwi", "Silakan."], ["Yoga", "Apa?"], ["Dwi", "Itu."]])
    cues = cues_of("Dwi: Silakan.", "Yoga: Apa?", "Dwi: Itu.", "Yoga: Oh?")
    for extract in (table, cues):
        reading = turns(extract, "interview", interviewers=("Dwi",))
        assert [turn.speaker for turn in reading.turns][:3] == ["interviewer", "informant", "interviewer"]


# ------------------------------------------------------------------ subtitles
def cues_of(*lines: str) -> Extract:
    text, cues = "", []
    for number, line in enumerate(lines):
        text += "\n" if text else ""
        cues.append(Cue(len(text), len(text) + len(line), f"00:00:{number:02d},000"))
        text += line
    return Extract("srt", text, cues=tuple(cues))


def test_cues_without_a_label_belong_to_the_running_speaker() -> None:
    spoken, reading = read(
        cues_of("P: Bapak sudah", "lama di sini?", "I: Sudah.", "Dua puluh", "tahun.", "P: Wah."), "interview"
    )
    assert spoken == [
        ("interviewer", "Bapak sudah\nlama di sini?", None),
        ("informant", "Sudah.\nDua puluh\ntahun.", 0),
        ("interviewer", "Wah.", None),
    ]
    assert [turn.at for turn in reading.turns] == ["00:00:00,000", "00:00:02,000", "00:00:05,000"]
    assert (reading.layout, reading.certainty) == ("subtitles", "sure")


def test_names_in_cues_and_two_speakers_in_one() -> None:
    spoken, _ = read(cues_of("Dwi: Apa kabar?", "Yoga: Baik.", "Dwi: Betah?\nYoga: Betah."), "interview")
    assert spoken == [
        ("interviewer", "Apa kabar?", None),
        ("informant", "Baik.", 0),
        ("interviewer", "Betah?", None),
        ("informant", "Betah.", 2),
    ]


def test_speech_before_the_first_label_is_kept() -> None:
    spoken, _ = read(cues_of("Ya, silakan.", "P: Apa?", "I: Ya."), "interview")
    assert spoken[0] == ("informant", "Ya, silakan.", None)


def test_cues_without_any_label_are_joined_to_sentences_and_unsure() -> None:
    spoken, reading = read(cues_of("Saya di sini", "sudah lama.", "Betah."), "interview")
    assert spoken == [("informant", "Saya di sini\nsudah lama.", None), ("informant", "Betah.", None)]
    assert [turn.at for turn in reading.turns] == ["00:00:00,000", "00:00:02,000"]
    assert reading.certainty == "unsure"


# ------------------------------------------------------------------ observations and documents in prose
def test_observation_by_paragraph_and_list_item() -> None:
    text = (
        "CATATAN LAPANGAN\nTanggal : 10 Februari 2026\nPengamat : Dwi\n\n07.25 Peneliti tiba\ndi kantor.\n\n"
        "1. Loket dibuka.\n2) Dua pegawai datang.\n- Telepon berdering."
    )
    spoken, reading = read(Extract("txt", text), "observation")
    assert spoken == [
        ("observer", "07.25 Peneliti tiba\ndi kantor.", None),
        ("observer", "Loket dibuka.", None),
        ("observer", "Dua pegawai datang.", None),
        ("observer", "Telepon berdering.", None),
    ]
    assert [(turn.label, turn.at) for turn in reading.turns] == [
        ("", "07.25"),
        ("1.", None),
        ("2)", None),
        ("-", None),
    ]
    assert reading.header == (("Tanggal", "10 Februari 2026"), ("Pengamat", "Dwi"))


def test_observation_never_looks_for_speakers() -> None:
    text = "Pegawai A: mengetik.\n\nPegawai B: menelepon.\n\nPegawai A: pulang."
    assert len(read(Extract("txt", text), "observation")[0]) == 3


def test_document_by_paragraph_with_headings() -> None:
    text = (
        "LAPORAN TAHUNAN 2025\n\nBAB I. PENDAHULUAN\n\n1.1 Umum\nKecamatan ini terdiri atas\n12 desa.\n\n"
        "(1) Rencana.\n(2) Hasil."
    )
    spoken, _ = read(Extract("txt", text), "documentation")
    assert [words for _, words, _ in spoken] == [
        "LAPORAN TAHUNAN 2025",
        "BAB I. PENDAHULUAN",
        "1.1 Umum",
        "Kecamatan ini terdiri atas\n12 desa.",
        "Rencana.",
        "Hasil.",
    ]
    assert {role for role, _, _ in spoken} == {"document"}


def test_a_names_initial_is_no_list_marker() -> None:
    text = "CAMAT,\nttd.\nH. RUSMADI ALFIAN\na. buku\nB) map\niv. meja"
    _, reading = read(Extract("docx", text), "documentation")
    assert [(turn.label, text[turn.start : turn.end]) for turn in reading.turns] == [
        ("", "CAMAT,"),
        ("", "ttd."),
        ("", "H. RUSMADI ALFIAN"),
        ("a.", "buku"),
        ("B)", "map"),
        ("iv.", "meja"),
    ]


def test_document_of_a_word_file_has_a_paragraph_a_line() -> None:
    assert len(read(Extract("docx", "Satu\ndua\ntiga"), "documentation")[0]) == 3


def test_document_wrapped_without_blank_lines_breaks_where_sentences_end() -> None:
    assert [words for _, words, _ in read(Extract("txt", "Ini satu\nkalimat.\nIni dua."), "documentation")[0]] == [
        "Ini satu\nkalimat.",
        "Ini dua.",
    ]


def test_identity_lines_at_the_top_of_a_document_are_its_header() -> None:
    text = "Judul: Rencana Kerja\nTahun: 2025\n\nIsi."
    spoken, reading = read(Extract("txt", text), "documentation")
    assert spoken == [("document", "Isi.", None)]
    assert reading.header == (("Judul", "Rencana Kerja"), ("Tahun", "2025"))


# ------------------------------------------------------------------ segments
def test_segments_of_speech_are_sentences_inside_the_turn() -> None:
    text = "I: Sudah. Dua kali."
    turn = turns(Extract("txt", "P: Apa?\n" + text), "interview").turns[1]
    assert [("P: Apa?\n" + text)[s.start : s.end] for s in segments("P: Apa?\n" + text, turn)] == [
        "Sudah.",
        "Dua kali.",
    ]


def test_a_row_turn_is_one_segment_whatever_it_holds() -> None:
    turn = Turn(3, "document", "", 2, 9, at="row 12")
    assert [(s.turn, s.start, s.end) for s in segments("xxA. B. Cxx", turn)] == [(3, 2, 9)]
