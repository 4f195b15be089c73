"""No character of a source is lost, moved or invented, whatever it holds."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from segment_reading import partition_of, said

from kualcode.model import Cell, Extract, SourceType, Table
from kualcode.segment import segments, turns

PIECES = [
    "emoji 👩🏽‍💼 dan 🇮🇩",
    "שלום עולם",
    "مرحبا بالعالم",
    "[tertawa]",
    "=SUM(A1)",
    "e\u0301 kombinasi",
    "jam 13.00",
    "2. Itu",
    "Rp1.500.000",
    "(eee...)",
    "PP 53",
    "“kutip”",
    "tab\tdi sini",
    "\x07kendali",
    "ya",
    "tidak tahu saya, Mbak",
    "*tebal*",
    "- strip",
    "{kurung}",
    "a=b",
    "100%",
]
# A text that a person could say: several lines, but no line that looks like a label, a heading or a header.
LINE = st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map(lambda pieces: "ucap " + " ".join(pieces))
SPEECH = st.lists(LINE, min_size=1, max_size=3).map("\n\n".join)
TURNS = st.lists(st.tuples(SPEECH, SPEECH), min_size=2, max_size=5)
GAP = st.sampled_from(["\n", "\n\n", "\n \n"])
COLON = st.sampled_from([":", " :", "   :", ": ", " :\t"])


@given(
    TURNS,
    GAP,
    COLON,
    st.sampled_from(
        [
            ("P", "I"),
            ("Peneliti", "Informan 1"),
            ("Tanya", "Jawab"),
            ("Q", "A"),
            ("**P", "**I"),
            ("Pewawancara", "I-02"),
        ]
    ),
)
@settings(max_examples=150, deadline=None)
def test_labelled_transcripts_are_read_back_exactly(
    spoken: list[tuple[str, str]], gap: str, colon: str, pair: tuple[str, str]
) -> None:
    text = gap.join(
        f"{label}{colon}{words}" for exchange in spoken for label, words in zip(pair, exchange, strict=True)
    )
    reading = turns(Extract("txt", text), "interview")
    partition_of(text, reading)
    expected = [
        turn
        for index, (asked, answered) in enumerate(spoken)
        for turn in (("interviewer", asked, None), ("informant", answered, 2 * index))
    ]
    assert said(text, reading) == expected


@given(st.lists(st.tuples(LINE, SPEECH), min_size=2, max_size=5), st.booleans())
@settings(max_examples=150, deadline=None)
def test_numbered_transcripts_are_read_back_exactly(spoken: list[tuple[str, str]], own_line: bool) -> None:
    jawab = "\nJawab:\n" if own_line else " Jawab: "
    text = "\n".join(f"{number}. {asked}?{jawab}{answered}" for number, (asked, answered) in enumerate(spoken, 1))
    reading = turns(Extract("txt", text), "interview")
    partition_of(text, reading)
    assert [(turn.speaker, text[turn.start : turn.end]) for turn in reading.turns] == [
        turn for asked, answered in spoken for turn in (("interviewer", f"{asked}?"), ("informant", answered))
    ]


LABELISH = st.sampled_from(
    [
        "P:",
        "I:",
        "I1 :",
        "Jawab:",
        "Tanya :”",
        "1. ",
        "2. ",
        "Nama : ",
        "Kode:",
        "TRANSKRIP WAWANCARA",
        "Pak Budi:",
        "Dwi :",
        "[Sari]:",
        "**P:**",
        "---",
        "#",
        "4.2.1. Hasil",
        "\n",
        "\n\n",
        "?",
        ".",
        "Rina, S.Sos :",
        "Pewawancara: Dwi",
        "10.15 P:",
        "Senin, 9 Februari 2026",
        ":",
        "\t",
    ]
)
MESS = st.lists(st.one_of(LABELISH, st.sampled_from([*PIECES, "hmm?"]), st.text(max_size=8)), max_size=40).map(" ".join)
TYPES: st.SearchStrategy[SourceType | None] = st.sampled_from(["interview", "observation", "documentation", None])


@given(MESS, TYPES, st.sampled_from(["txt", "docx"]))
@settings(max_examples=200, deadline=None)
def test_any_text_is_cut_into_turns_and_furniture_without_rest(text: str, kind: SourceType | None, fmt: str) -> None:
    reading = turns(Extract(fmt, text), kind)
    partition_of(text, reading)
    assert [turn.index for turn in reading.turns] == list(range(len(reading.turns)))
    for turn in reading.turns:
        joined = "".join(text[s.start : s.end] for s in segments(text, turn))
        assert re.sub(r"\s", "", joined) == re.sub(r"\s", "", text[turn.start : turn.end])
        assert turn.question is None or reading.turns[turn.question].speaker == "interviewer"


CELL = st.one_of(
    st.sampled_from(["", "P", "I", "No", "Waktu", "Pembicara", "Teks", "Pertanyaan", "Jawaban", "Nama", ":", "12"]),
    st.sampled_from(PIECES),
    st.text(max_size=6),
)


@given(st.lists(st.lists(CELL, min_size=1, max_size=4), min_size=1, max_size=5), MESS, MESS, TYPES)
@settings(max_examples=200, deadline=None)
def test_any_table_between_any_text_too(
    rows: list[list[str]], before: str, after: str, kind: SourceType | None
) -> None:
    text = before + "\n"
    cells = []
    for row in rows:
        line = []
        for cell in row:
            line.append(Cell(len(text), len(text) + len(cell)))
            text += cell + "\t"
        cells.append(tuple(line))
        text += "\n"
    text += after
    partition_of(text, turns(Extract("docx", text, (Table("", tuple(cells)),)), kind))
