"""Where an interview opens: labels in a header or a list of people present only introduce somebody."""

from __future__ import annotations

import re
from collections import Counter

from kualcode.segment.headers import Pair, is_pair_line, is_title, meaning, pairs
from kualcode.segment.labels import Label, classify, group_of, is_name_value
from kualcode.segment.roles import PRESENT, Found, is_listed

# The header key that an entry in a list of people present amounts to.
_ROLE_OF = {"asks": "Pewawancara", "answers": "Nama"}
QUESTION_WORDS = frozenset(("tanya", "pertanyaan", "jawab", "jawaban", "question", "answer"))  # nobody's title
_BLANK = re.compile(r"\n[^\S\n]*\n")
_REACH = 800  # characters on either side of an entry within which its header block ends


def opening(text: str, start: int, end: int, found: list[Found], known: list[Pair]) -> tuple[list[Found], list[Pair]]:
    """The candidates from the first that speaks, and the people whom a list before it names."""
    count = Counter(one.label.key for one in found)
    present: list[Pair] = []
    for index, one in enumerate(found):
        if one.label.kind == "header":
            continue
        once = count[one.label.key] == 1 or _in_header(text, found, index)
        name = _present(text, found, index, end) if once else None
        if name is not None:
            present.append((_ROLE_OF.get(one.label.kind, PRESENT), name))
        elif (
            one.label.kind != "name"
            or count[one.label.key] > 1
            or is_listed(one.label, (*known, *pairs(text, start, one.start), *present))
        ):
            return [other for other in found[index:] if other.label.kind != "header"], present
    return [], present


def _in_header(text: str, found: list[Found], index: int) -> bool:
    """Whether a label that speaks later first stands in the header ("Peneliti: Wulan" below "Tanggal: ...").

    It does when it is said again at once, or when all lines around it, up to a blank one, are entries or a title.
    """
    one = found[index]
    if not _takes_part(one.label) or one.label.base.casefold() in QUESTION_WORDS:
        return False
    if one.label.kind == "asks" and index + 1 < len(found) and found[index + 1].label.key == one.label.key:
        return True
    before = _BLANK.split(text[max(0, one.start - _REACH) : one.start])[-1].split("\n")
    below = _BLANK.split(text[one.end : one.end + _REACH])
    lines = [line for line in [*before, *below[0].split("\n")[1:]] if line.strip()]
    people = [_names_person(line) for line in lines]
    entries = [named or is_pair_line(line) or is_title(line) for named, line in zip(people, lines, strict=True)]
    return len(below) > 1 and all(entries) and not all(people)


def spoken(text: str, found: list[Found]) -> list[Found]:
    """Labels without those that introduce somebody in a later header ("Informan: Bu Sari" below "Kode: I-02")."""
    kept, last = [], -1
    for one in found:
        if not _takes_part(one.label) or one.label.base.casefold() in QUESTION_WORDS:
            kept.append(one)
            continue
        start, end = _line(text, one.start)
        if is_name_value(text[one.end : end].strip()) and (
            _beside_entry(text, start, end) or _above(text, start) == last
        ):
            last = start
        else:
            kept.append(one)
    return kept


def _above(text: str, start: int) -> int:
    """Where the line above begins; -2 for none."""
    return text.rfind("\n", 0, start - 1) + 1 if start else -2


def _beside_entry(text: str, start: int, end: int) -> bool:
    """Whether the line above or below is a header entry."""
    above = text[_above(text, start) : start] if start else ""
    return _is_entry(above) or (end < len(text) and _is_entry(text[slice(*_line(text, end + 1))]))


def _line(text: str, position: int) -> tuple[int, int]:
    """Start and end of the line that holds an offset."""
    newline = text.find("\n", position)
    return text.rfind("\n", 0, position) + 1, newline if newline != -1 else len(text)


def _is_entry(line: str) -> bool:
    """Whether a line is a header entry whose key is no speaker's label too."""
    label = classify(line.partition(":")[0])
    return is_pair_line(line) and (label is None or label.kind == "header")


def _takes_part(label: Label) -> bool:
    """Whether a label is a role in the talk ("Peneliti", "Informan", "Warga 2") and no person's name."""
    return label.kind in _ROLE_OF or group_of(label.base) is not None


def _names_person(line: str) -> bool:
    """Whether a line holds a speaker's label and a name, as a header and a list of people present do."""
    head, _, value = line.partition(":")
    label = classify(head)
    return label is not None and _takes_part(label) and is_name_value(value.strip())


def _present(text: str, found: list[Found], index: int, end: int) -> str | None:
    """The name after a label that only introduces a person ("Kasubag Umum : Dra. Rina, M.Si"); else None."""
    last = index + 1 == len(found)
    label = found[index].label
    if label.kind in ("p", "i", "t", "bracket") or (last and label.kind != "asks" and not meaning(label.base)):
        return None
    stop = end if last else min(found[index + 1].start, end)
    line = text[found[index].end : stop].strip().split("\n", 1)[0].strip()
    return line if is_name_value(line) else None
