"""The raw material of the demonstration study: what was said, seen and written, before any layout.

Every layout of the study folder and every golden reading is made from these values, so that a golden reading
never depends on a program that reads files.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
MATERIAL = HERE / "material"
PROJECT = HERE.parents[1]
STUDY = PROJECT / "transcripts" / "kecamatan-telaga-merbau"
GOLDEN = HERE.parent / "data" / "golden"
MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)


@dataclass(frozen=True, slots=True)
class Said:
    """One turn: who (P interviewer, I informant, T third person), the third person's name, the paragraphs."""

    who: str
    name: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """The turn's words on one line."""
        return " ".join(" ".join(self.paragraphs).split())


@dataclass(frozen=True, slots=True)
class Talk:
    """One interview: its head as key and value, and its turns."""

    head: dict[str, str]
    turns: tuple[Said, ...]

    @property
    def pairs(self) -> list[tuple[Said, Said]]:
        """Question and answer, for layouts that need strict alternation."""
        return list(zip(self.turns[::2], self.turns[1::2], strict=True))


@dataclass(frozen=True, slots=True)
class Sheet:
    """One observation: its head, and its rows (number, time, text), entries or paragraphs."""

    head: dict[str, str]
    body: tuple[str, ...]


def lines(name: str) -> list[str]:
    """The lines of a material file."""
    return (MATERIAL / name).read_text(encoding="utf-8").splitlines()


def head_and_body(name: str) -> tuple[dict[str, str], list[str]]:
    """The key: value head of a file, and the non-empty lines below its `---`."""
    rows = lines(name)
    cut = rows.index("---")
    head = dict(row.split(": ", 1) for row in rows[:cut])
    return head, [row for row in rows[cut + 1 :] if row.strip()]


def talk(code: str) -> Talk:
    """An interview such as I-01; a turn is one line `P: `, `I: ` or `T(name): `, ` // ` opens a paragraph."""
    head, body = head_and_body(f"{code}.talk")
    return Talk(head, tuple(said(row) for row in body))


def said(row: str) -> Said:
    """One line of a .talk file."""
    label, text = row.split(": ", 1)
    name = label[2:-1] if label.startswith("T(") else ""
    return Said(label[0], name, tuple(text.split(" // ")))


def sheet(code: str) -> Sheet:
    """An observation such as O-1."""
    head, body = head_and_body(f"{code}.obs")
    return Sheet(head, tuple(body))


def paragraphs(name: str) -> list[str]:
    """The non-empty lines of a written document."""
    return [row for row in lines(name) if row.strip()]


def table(name: str) -> list[list[str]]:
    """The rows of a semicolon table, header first."""
    with (MATERIAL / name).open(encoding="utf-8", newline="") as handle:
        return list(csv.reader(handle, delimiter=";"))


def meta(name: str) -> dict[str, str]:
    """The key: value lines that describe a table."""
    return dict(row.split(": ", 1) for row in lines(name) if row)


def iso(date: str) -> str:
    """`Senin, 9 Februari 2026` as 2026-02-09."""
    day, month, year = date.rpartition(", ")[2].split()
    return f"{year}-{MONTHS.index(month) + 1:02}-{int(day):02}"


def clock(talk_: Talk) -> list[str]:
    """The time at which each turn begins (09.10), spread over the interview by the words said."""
    first, last = (minutes(part) for part in talk_.head["waktu"].removesuffix(" WITA").split("-"))
    total = sum(len(turn.text.split()) for turn in talk_.turns)
    times, spoken = [], 0
    for turn in talk_.turns:
        at = first + (last - first) * spoken // total
        times.append(f"{at // 60:02}.{at % 60:02}")
        spoken += len(turn.text.split())
    return times


def minutes(hour: str) -> int:
    """`09.10` as minutes since midnight."""
    return int(hour[:2]) * 60 + int(hour[3:])
