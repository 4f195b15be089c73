"""Bold names or roles at the beginning of lines are speakers where nothing else says who speaks; bold words are not."""

from __future__ import annotations

import pytest
from segment_reading import Said, partition_of, said

from kualcode.model import Cell, Extract, SourceType
from kualcode.segment import Reading, turns

HEAD = "Transkrip Wawancara\nKode: I-04\nJabatan: Operator\n"


def read(marked: str, kind: SourceType = "interview", interviewers: tuple[str, ...] = ()) -> tuple[str, Reading]:
    """Text and reading of a Word file in which <...> at the beginning of a line is bold."""
    text, bold = "", []
    for line in marked.split("\n"):
        inside, _, rest = line[1:].partition(">") if line.startswith("<") else ("", "", line)
        bold += [Cell(len(text), len(text) + len(inside))] if inside else []
        text += inside + rest + "\n"
    reading = turns(Extract("docx", text, bold=tuple(bold)), kind, "id", interviewers)
    partition_of(text, reading)
    return text, reading


def spoken(marked: str, kind: SourceType = "interview", interviewers: tuple[str, ...] = ()) -> list[Said]:
    return said(*read(marked, kind, interviewers))


MANY = ["Satuan", "Mutu", "Sikap", "Sarana"]
TALK: list[Said] = [
    ("interviewer", "Bagaimana alatnya?", None),
    ("informant", "Alatnya rusak.", 0),
    ("interviewer", "Sejak kapan?", None),
    ("informant", "Sejak Mei.\nBelum diganti.", 2),
]


@pytest.mark.parametrize(
    "body",
    [
        "<Peneliti> Bagaimana alatnya?\n<Informan> Alatnya rusak.\n<Peneliti> Sejak kapan?\n<Informan> Sejak Mei.\n",
        "<Peneliti>\nBagaimana alatnya?\n<Informan>\nAlatnya rusak.\n<Peneliti>\nSejak kapan?\n"
        "<Informan>\nSejak Mei.\n",
        "<Hasan> Bagaimana alatnya?\n<Rusmiati> Alatnya rusak.\n<Hasan> Sejak kapan?\n<Rusmiati> Sejak Mei.\n",
        "<Hasan – >Bagaimana alatnya?\n<Norlaila, S.Sos. – >Alatnya rusak.\n<Hasan – >Sejak kapan?\n"
        "<Norlaila, S.Sos. – >Sejak Mei.\n",
        "<Hasan> – Bagaimana alatnya?\n<Bu Rusmi> – Alatnya rusak.\n<Hasan> – Sejak kapan?\n<Bu Rusmi> – Sejak Mei.\n",
    ],
)
def test_speakers_in_bold(body: str) -> None:
    text, reading = read(f"{HEAD}{body}Belum diganti.")
    assert said(text, reading) == TALK
    assert reading.certainty == "likely"
    assert any("bold" in note.en for note in reading.notes)


def test_the_studys_interviewer_need_not_ask_with_question_marks() -> None:
    body = "<Hasan> Ceritakan alatnya.\n<Rusmiati> Rusak.\n<Hasan> Lanjutkan.\n<Rusmiati> Sejak Mei.\n"
    assert [turn[0] for turn in spoken(HEAD + body, interviewers=("Hasan",))] == ["interviewer", "informant"] * 2
    assert {turn[0] for turn in spoken(HEAD + body)} == {"informant"}


def test_bold_words_that_stand_once_do_not_spoil_it() -> None:
    body = "<Peneliti> Rusak?\n<Informan> Ya.\n<Alat>\n<Mutu>\n<Sarana>\n<Peneliti> Lalu?\n<Informan> Menunggu.\n"
    assert [turn[0] for turn in spoken(HEAD + body)] == ["interviewer", "informant"] * 2


def test_three_speakers() -> None:
    body = (
        "<Peneliti> Rusak?\n<Informan> Ya.\n<Istri> Sejak Mei.\n"
        "<Peneliti> Lalu?\n<Informan> Menunggu.\n<Istri> Lama sekali.\n"
    )
    assert [turn[0] for turn in spoken(HEAD + body)] == ["interviewer", "informant", "third"] * 2


@pytest.mark.parametrize(
    "body",
    [
        # headings that recur, and nobody asks
        "<Hasil>\nBaik sekali.\n<Kendala>\nAlat rusak.\n<Hasil>\nCukup baik.\n<Kendala>\nAlat lama.\n",
        # emphasis in running text
        "<Komputer> kami rusak.\nIa dipakai setiap hari.\nLalu macet.\n<Printer> kami juga.\nMasih dipakai?\nYa.\n"
        "<Komputer> itu lama.\nDibeli dahulu.\nEntah kapan.\n<Printer> baru.\nBaru tahun lalu.\nBagus.\n",
        # each only once
        "<Hasan> Bagaimana?\n<Rusmiati> Rusak.\n",
        # the same word again and again before others come
        "<Alat> Apa?\n<Alat> Rusak?\n<Alat> Lama?\n<Meja> Baik.\n<Meja> Kokoh.\n<Meja> Baru.\n",
        # whole questions in bold
        "<Bagaimana alatnya?>\nRusak.\n<Sejak kapan?>\nSejak Mei.\n<Bagaimana alatnya?>\nMasih rusak.\n",
        # many headings
        "".join(f"<{word}> {said}\n" for word, said in zip(MANY * 2, ["Baik?", *["Baik."] * 3] * 2, strict=True)),
    ],
)
def test_bold_words_that_are_no_speakers_split_nothing(body: str) -> None:
    marked = HEAD + body
    plain = marked.replace("<", "").replace(">", "")
    assert spoken(marked) == spoken(plain)


def test_labels_with_colons_are_what_counts_where_they_are_there() -> None:
    body = "P: Rusak?\nI: Ya.\n<Peneliti> Bukan.\n<Informan> Label.\n<Peneliti> Hanya.\n<Informan> Tebal.\n"
    assert spoken(HEAD + body)[:2] == [("interviewer", "Rusak?", None), ("informant", body_of(body), 0)]


def body_of(body: str) -> str:
    """What the informant says of it."""
    return body.partition("I: ")[2].replace("<", "").replace(">", "").strip()


@pytest.mark.parametrize("kind", ["observation", "documentation"])
def test_notes_and_documents_have_no_speakers(kind: SourceType) -> None:
    body = "<Peneliti> Rusak?\n<Informan> Ya.\n<Peneliti> Lama?\n<Informan> Lama.\n"
    assert len({turn[0] for turn in spoken(body, kind)}) == 1
