"""Group discussions, and files whose labels come from two systems."""

from __future__ import annotations

import pytest
from segment_reading import partition_of, said

from kualcode.model import Extract
from kualcode.segment import Reading, turns

INFORMANT, ASKS, THIRD = "informant", "interviewer", "third"


def interview(text: str) -> Reading:
    """The reading of an interview, with its partition checked."""
    reading = turns(Extract("txt", text), "interview")
    partition_of(text, reading)
    return reading


def who(text: str) -> list[tuple[str, str | None, str]]:
    """Speaker, informant and label of every turn."""
    return [(turn.speaker, turn.informant, turn.label) for turn in interview(text).turns]


DISCUSSION = """{lead}: Bagaimana layanan?
Warga 1: Cepat, saya puas.
Warga 2: Beda, saya menunggu dua jam.
{lead}: Kader bagaimana?
Kader: Saya biasa saja.
Ibu A: Saya juga.
Warga 1: Ya, begitu.
Peserta 3: Saya belum pernah.
"""


@pytest.mark.parametrize("lead", ["Moderator", "Fasilitator", "Pemandu", "Peneliti"])
def test_everybody_but_the_moderator_informs_under_a_code_of_their_own(lead: str) -> None:
    assert who(DISCUSSION.format(lead=lead)) == [
        (ASKS, None, lead),
        (INFORMANT, "N1", "Warga 1"),
        (INFORMANT, "N2", "Warga 2"),
        (ASKS, None, lead),
        (INFORMANT, "N3", "Kader"),
        (INFORMANT, "N4", "Ibu A"),
        (INFORMANT, "N1", "Warga 1"),
        *([(INFORMANT, "N5", "Peserta 3")] if lead != "Peneliti" else []),
    ]


def test_who_takes_part_stands_above_the_discussion_under_the_same_labels() -> None:
    head = "HASIL FGD\nTanggal: 3 Maret 2026\nModerator: Dwi\nWarga 1: Bu Siti\nWarga 2: Pak Amat\n\n"
    text = f"{head}Moderator: Silakan.\nWarga 1: Cepat.\nWarga 2: Lama."
    assert [words for _, words, _ in said(text, interview(text))] == ["Silakan.", "Cepat.", "Lama."]


def test_members_beside_numbered_informants_and_who_keeps_the_minutes() -> None:
    text = "Moderator: Apa?\nInforman 1: Ya.\nInforman 2: Tidak.\nKetua RT: Begini.\nNotulis: Dicatat."
    assert who(text)[1:] == [
        (INFORMANT, "Informan 1", "Informan 1"),
        (INFORMANT, "Informan 2", "Informan 2"),
        (INFORMANT, "N3", "Ketua RT"),
        (THIRD, None, "Notulis"),
    ]


def test_a_list_of_members_in_an_answer_opens_no_turns() -> None:
    text = "P: Siapa?\nI: Ada tiga:\nStaf 1: bagian umum.\nStaf 2: keuangan.\nP: Lalu?\nI: Itu."
    assert said(text, interview(text))[1] == (INFORMANT, "Ada tiga:\nStaf 1: bagian umum.\nStaf 2: keuangan.", 0)


# ------------------------------------------------------------------ two systems of labels
MIXED = """Jawab: Sudah saya jelaskan tadi.
Peneliti: Bagaimana disiplin?
{who}: Bagus.
Peneliti: Sarananya?
{who}: Kurang.
"""


@pytest.mark.parametrize("name", ["Lurah", "Kasi Pelayanan", "Pak Amat", "Informan"])
def test_who_answers_the_interviewer_informs_though_the_file_begins_with_jawab(name: str) -> None:
    text = MIXED.format(who=name)
    reading = interview(text)
    assert said(text, reading) == [
        (INFORMANT, "Sudah saya jelaskan tadi.", None),
        (ASKS, "Bagaimana disiplin?", None),
        (INFORMANT, "Bagus.", 1),
        (ASKS, "Sarananya?", None),
        (INFORMANT, "Kurang.", 3),
    ]
    assert reading.certainty == "likely"


def test_a_mixture_is_said_and_a_bystander_stays_a_third_person() -> None:
    text = MIXED.format(who="Lurah") + "Istri: Betul.\nJawab: Begitulah."
    assert who(text)[-2:] == [(THIRD, None, "Istri"), (INFORMANT, None, "Jawab")]
    assert "Labels are mixed" in interview(text).notes[0].en


def test_a_mixture_below_numbered_questions_is_likely_at_most() -> None:
    text = "1. Apa?\nJawab: Ya.\nPeneliti: Lalu?\nLurah: Bagus.\nPeneliti: Lagi?\nLurah: Sudah.\n2. Benar?\nJawab: Ya."
    assert [turn.speaker for turn in interview(text).turns] == [ASKS, INFORMANT] * 4
    assert interview(text).certainty == "likely"


def test_jawab_that_answers_the_interviewer_is_no_mixture() -> None:
    text = "Peneliti: Apa?\nJawab: Ya.\nPeneliti: Bu?\nIstri: Betul.\nPeneliti: Lagi?\nJawab: Cukup."
    assert [turn.speaker for turn in interview(text).turns] == [ASKS, INFORMANT, ASKS, THIRD, ASKS, INFORMANT]
    assert interview(text).certainty == "sure"


def test_a_position_that_answers_beside_an_informant_is_a_third_person() -> None:
    text = "P: Apa?\nI: Ya.\nP: Bendahara?\nBendahara: Betul.\nP: Lagi?\nBendahara: Tidak.\nI: Cukup."
    assert [turn.speaker for turn in interview(text).turns] == [ASKS, INFORMANT, ASKS, THIRD, ASKS, THIRD, INFORMANT]


def test_positions_listed_in_an_answer_open_no_turns() -> None:
    text = "P: Siapa?\nI: Begini:\nCamat: satu.\nSekcam: satu.\nP: Lagi?\nI: Begini:\nCamat: dua.\nP: Ya?\nI: Ya."
    assert len(interview(text).turns) == 6
