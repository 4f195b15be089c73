"""What the segment tests share: turns as plain tuples, and the check that no character is lost or doubled."""

from __future__ import annotations

from kualcode.segment import Reading

Said = tuple[str, str, int | None]


def said(text: str, reading: Reading) -> list[Said]:
    """(speaker, exact words, index of the question) of every turn."""
    return [(turn.speaker, text[turn.start : turn.end], turn.question) for turn in reading.turns]


def partition_of(text: str, reading: Reading) -> None:
    """Assert that every character but white space is in exactly one turn or one piece of furniture."""
    times = [0] * len(text)
    for start, end in [*((turn.start, turn.end) for turn in reading.turns), *reading.furniture]:
        assert text[start:end] == text[start:end].strip() != ""
        for position in range(start, end):
            times[position] += 1
    assert [position for position, char in enumerate(text) if not char.isspace() and times[position] != 1] == []
