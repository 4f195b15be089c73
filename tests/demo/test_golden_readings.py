"""Every file of the demonstration study is read as its material says (tests/data/golden).

What a layout adds around a turn does not count: outer quote marks, number and time of a row, list markers.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, NamedTuple

import demo_golden
import pytest
from demo_material import GOLDEN, STUDY

from kualcode.model import Extract, SourceInfo, Turn
from kualcode.segment import info, turns
from kualcode.sources import read
from kualcode.text import squash

FILES = sorted(path.name.removesuffix(".json") for path in GOLDEN.glob("*.json"))
QUOTES = "\"'“”‘’„ "
ROW_HEAD = re.compile(r"(?:\d+ )?(?:\d\d\.\d\d )?")  # "4 08.20 Seorang perempuan ..."
MARKER = re.compile(r"(?:\(\d\)|[a-z]\.|-) ")
CLOCK = re.compile(r"(?:\d+ )?(\d\d\.\d\d) ")
BROKEN_WORD = re.compile(r"(?<=\w)- (?=\w)")  # a PDF line may end in the hyphen of "rata-rata"


class Found(NamedTuple):
    """What kualcode makes of a file by its own means, without sources.csv and informants.csv."""

    extract: Extract
    turns: tuple[Turn, ...]
    info: SourceInfo

    def text(self, turn: Turn) -> str:
        """A turn's words on one line."""
        return squash(self.extract.text[turn.start : turn.end])


def found(golden: dict[str, Any]) -> Found:
    """Read a file of the study as `kualcode tag` does."""
    place = Path(golden["file"])
    extract = read(STUDY / place)
    hint = info(place.parts, (), extract.meta)
    reading = turns(extract, hint.source_type, "id")
    return Found(extract, reading.turns, info(place.parts, reading.header, extract.meta))


def load(name: str) -> dict[str, Any]:
    """A golden reading."""
    golden: dict[str, Any] = json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))
    return golden


def of(kind: str) -> list[str]:
    """The files of one source type."""
    return [name for name in FILES if load(name)["source_type"] == kind]


def spoken(text: str) -> str:
    """A turn without the quote marks at its ends and without the break of a PDF line in a word."""
    return BROKEN_WORD.sub("-", text).strip(QUOTES)


def bare(text: str) -> str:
    """A row, entry or paragraph without number, time and list marker."""
    text = ROW_HEAD.sub("", MARKER.sub("", text, count=1), count=1)
    return BROKEN_WORD.sub("-", text)


def test_the_golden_readings_are_those_of_the_material() -> None:
    assert {name: load(name) for name in FILES} == demo_golden.everything()


def test_every_file_of_the_study_has_a_golden_reading() -> None:
    files = {path.relative_to(STUDY).as_posix() for path in STUDY.glob("*/*")}
    assert files == {load(name)["file"] for name in FILES}


@pytest.mark.parametrize("name", FILES)
def test_attributes_are_those_of_the_header(name: str) -> None:
    golden = load(name)
    known = found(golden).info
    assert (known.source_type, known.informant, known.role) == (
        golden["source_type"],
        golden["informant"],
        golden["role"],
    )
    if golden["source_type"] == "documentation":  # a date in the running text may be missed, not mistaken
        assert known.date in (None, golden["date"])
    else:
        assert known.date == golden["date"]


@pytest.mark.parametrize("name", of("interview"))
def test_interview_turn_by_turn(name: str) -> None:
    golden = load(name)
    reading = found(golden)
    got = [(turn.speaker, spoken(reading.text(turn))) for turn in reading.turns]
    assert got == [(speaker, spoken(text)) for speaker, text, _ in golden["turns"]]


@pytest.mark.parametrize("name", of("interview"))
def test_interview_answers_know_their_questions(name: str) -> None:
    golden = load(name)
    links = {turn.index: turn.question for turn in found(golden).turns if turn.speaker != "third"}
    wanted = {
        index: question for index, (speaker, _, question) in enumerate(golden["turns"]) if speaker != "third"
    }  # a third person may interrupt without being asked
    assert links == wanted


@pytest.mark.parametrize("name", of("observation"))
def test_observation_row_by_row(name: str) -> None:
    golden = load(name)
    reading = found(golden)
    rows = [turn for turn in reading.turns if reading.text(turn) not in golden["optional"]]
    assert [bare(reading.text(turn)) for turn in rows] == [bare(text) for _, text, _ in golden["turns"]]
    assert {turn.speaker for turn in rows} == {"observer"}
    for turn, (_, text, _) in zip(rows, golden["turns"], strict=True):
        clock = CLOCK.match(text)
        assert clock is None or clock[1] in (turn.at or reading.text(turn))


@pytest.mark.parametrize("name", of("documentation"))
def test_document_row_by_row(name: str) -> None:
    golden = load(name)
    reading = found(golden)
    assert {turn.speaker for turn in reading.turns} == {"document"}
    rows = [text for text in map(reading.text, reading.turns) if text not in golden["optional"]]
    wanted = [text for _, text, _ in golden["turns"]]
    if reading.extract.format == "pdf":  # where a PDF's paragraphs end is a guess; its words are not
        assert words(rows) == words(wanted)
    else:
        assert list(map(bare, rows)) == list(map(bare, wanted))


def words(rows: list[str]) -> list[str]:
    """The words of a document in order, without list markers."""
    text = BROKEN_WORD.sub("-", " ".join(rows))
    return [word for word in text.split() if not MARKER.fullmatch(f"{word} ")]
