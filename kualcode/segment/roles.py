"""Which label is the interviewer, which the informant, which a third person."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from kualcode.errors import Bi
from kualcode.model import Speaker
from kualcode.segment.headers import Pair, values
from kualcode.segment.labels import Label, code_key, group_of, is_group, name_words


class Found(NamedTuple):
    """A place that looks like a label."""

    start: int
    end: int
    label: Label
    at: str | None


class Roles(NamedTuple):
    """Label key -> speaker, and -> informant code where a file holds several."""

    speakers: dict[str, Speaker]
    codes: dict[str, str]
    sure: bool
    notes: list[Bi]
    mixed: bool = False  # whether two systems of labels stand in one file


class _Use(NamedTuple):
    """How a label is used: how often, in what share of its stretches it asks, and how much it says."""

    label: Label
    times: int
    asks: float
    size: int
    after: float  # in what share it comes straight after a label that asks


def assign(
    text: str, found: Sequence[Found], end: int, header: tuple[Pair, ...], language: str, *, column: bool = False
) -> Roles | None:
    """Roles for the labels of an interview; None when they are too few to be labels.

    `column`: the labels stand in a column for speakers, so that each is one, however rare.
    """
    uses = _uses(text, found, end)
    fixed = _settled({key: use for key, use in uses.items() if use.label.kind in _FIXED})
    speakers = _fixed_roles(fixed, language)
    complete = {"interviewer", "informant"} <= set(speakers.values()) or not fixed.keys().isdisjoint(_JAWAB)
    groups = _groups(uses, complete)
    names = {
        key: use
        for key, use in uses.items()
        if use.label.kind not in _FIXED and (column or _accepted(text, use, complete, header, groups))
    }
    sure, mixed = complete, bool(names) and _mixed(fixed)
    notes: list[Bi] = []
    if names:
        speakers, named_sure = _named_roles(names, speakers, header, group=bool(groups), mixed=mixed)
        sure = sure or named_sure
        notes += [_MIXED] if mixed else []
    if not _enough(speakers, uses):
        return None
    left = sum(use.times for key, use in uses.items() if key not in speakers and use.times > 1)
    if left:
        notes.append(_UNKNOWN.fill(n=left))
    codes = _codes(speakers, uses)
    return Roles(speakers, codes, sure and not mixed, notes, mixed)


_JAWAB = frozenset(("jawab", "jawaban"))  # their questions may be numbered instead of labelled
_QUESTIONS = frozenset(("tanya", "pertanyaan", "question", "q"))
_LEADS_TALK = frozenset(("moderator", "fasilitator", "pemandu"))
_WRITES = frozenset(("notulen", "notulis", "pencatat", "pengamat"))
PRESENT = "hadir"  # the header key of a person whom a list names as present
_FIXED = ("asks", "answers", "p", "i", "t")


def _uses(text: str, found: Sequence[Found], end: int) -> dict[str, _Use]:
    """Counts for every label, in order of first use."""
    seen: dict[str, list[tuple[Label, bool, int, bool]]] = {}
    for index, one in enumerate(found):
        stop = found[index + 1].start if index + 1 < len(found) else end
        asks = text.find("?", one.end, stop) != -1
        after = index > 0 and found[index - 1].label.kind in ("asks", "p")
        seen.setdefault(one.label.key, []).append((one.label, asks, stop - one.end, after))
    return {key: _use(rows) for key, rows in seen.items()}


def _use(rows: list[tuple[Label, bool, int, bool]]) -> _Use:
    asks, after = sum(row[1] for row in rows), sum(row[3] for row in rows)
    return _Use(rows[0][0], len(rows), asks / len(rows), sum(row[2] for row in rows), after / len(rows))


def _groups(uses: dict[str, _Use], complete: bool) -> frozenset[str]:
    """The words of a talk of many: groups whose members speak more than once ("Warga 1", "Warga 2"), or a moderator.

    Beside an interviewer and an informant a member must answer a question, for an answer may list "Staf 1: ...".
    """
    times: Counter[str] = Counter()
    answering = set()
    for use in uses.values():
        group = group_of(use.label.base) if use.label.kind in ("name", "person") else None
        if group:
            times[group] += use.times
            answering |= {group} if use.after or not complete else set()
    words = {group for group, count in times.items() if count > 1 and group in answering}
    return frozenset(words | {_bare(use.label.base) for use in uses.values()} & _LEADS_TALK)


def _bare(base: str) -> str:
    return base.casefold().rstrip(" .-0123456789")


def _mixed(fixed: dict[str, _Use]) -> bool:
    """Whether "Jawab:" and a named interviewer ("Peneliti:") mix, so that another label may answer the latter."""
    asks = any(use.label.kind == "asks" and _bare(key) not in _QUESTIONS for key, use in fixed.items())
    answers = {key: use for key, use in fixed.items() if use.label.kind in ("answers", "i")}
    return asks and bool(answers) and all(_bare(key) in _JAWAB and use.after < 0.5 for key, use in answers.items())


def _settled(fixed: dict[str, _Use]) -> dict[str, _Use]:
    """Fixed labels without stray letters: "A : hadir" once, beside an informant who recurs, is a list."""
    recurs = any(use.times > 1 for use in fixed.values() if use.label.kind in ("answers", "i"))
    return {
        key: use
        for key, use in fixed.items()
        if not (recurs and use.times == 1 and len(key) == 1 and use.label.kind == "answers")
    }


def _fixed_roles(uses: dict[str, _Use], language: str) -> dict[str, Speaker]:
    """Roles of the labels that everybody uses; P, I and T depend on what stands beside them."""
    kinds = {use.label.kind for use in uses.values()}
    speakers: dict[str, Speaker] = {}
    swapped = "asks" not in kinds and _i_asks(uses, language)
    for key, use in uses.items():
        kind = use.label.kind
        if kind == "asks":
            speakers[key] = "interviewer"
        elif kind == "answers":
            speakers[key] = "informant"
        elif kind == "p":
            speakers[key] = "informant" if swapped or ("asks" in kinds and use.asks < 0.5) else "interviewer"
        elif kind == "i":
            speakers[key] = "interviewer" if swapped and use.label.code is None else "informant"
        else:
            speakers[key] = "interviewer" if "j" in uses and not kinds & {"asks", "p"} else "third"
    return speakers


def _i_asks(uses: dict[str, _Use], language: str) -> bool:
    """Whether I is the interviewer and P the participant: the English way, told by who asks."""
    interviewer = uses.get("i")
    participants = [use for use in uses.values() if use.label.kind == "p"]
    if interviewer is None or not participants:
        return False
    times = sum(use.times for use in participants)
    asked = sum(use.asks * use.times for use in participants) / times
    if language == "en":
        return interviewer.asks >= 0.5 and interviewer.asks > asked
    return interviewer.asks >= 0.8 and asked <= 0.2 and min(interviewer.times, times) >= 3


def _accepted(text: str, use: _Use, complete: bool, header: tuple[Pair, ...], groups: frozenset[str]) -> bool:
    """Whether a name-like stretch is a speaker: titled, in brackets, in the header, of a group, or repeated.

    Beside an interviewer and an informant a further one must be addressed in the text or follow the questions.
    """
    if use.label.kind in ("bracket", "person") or is_listed(use.label, header) or group_of(use.label.base) in groups:
        return True
    known = is_group(use.label.base)
    if (known and use.after == 1) or (groups & _LEADS_TALK and (known or use.label.key in _WRITES)):
        return True
    if use.times < 2:
        return False
    return not complete or _addressed(text, use.label.base) or (known and use.after >= 0.5)


def is_listed(label: Label, header: tuple[Pair, ...]) -> bool:
    """Whether the header, or the list of people present, names whom a label names."""
    people = [
        value for wanted in ("interviewer", "observer", "name", "source", "code") for value in values(header, wanted)
    ]
    return any(_same_person(label.base, value) for value in people + [v for key, v in header if key == PRESENT])


def _addressed(text: str, name: str) -> bool:
    """Whether somebody is called Pak or Bu by that name in the text."""
    return (
        re.search(rf"\b(?:Pak|Bu|Bapak|Ibu|Mas|Mbak|Bang|Kak|H\.|Hj\.|Mr\.?|Mrs\.?|Ms\.?) {re.escape(name)}\b", text)
        is not None
    )


def _same_person(label: str, value: str) -> bool:
    """Whether a label's words are all in a name as the header has it, or the other way round."""
    if label.casefold() == value.casefold():
        return True
    ours, theirs = name_words(label), name_words(value)
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def _nearness(label: str, header: tuple[Pair, ...], meanings: tuple[str, ...]) -> int:
    """How well a header's entries name whom a label names: 2 the very name, 1 a part of it, 0 not at all."""
    people = [value for wanted in meanings for value in values(header, wanted)]
    if any(label.casefold() == value.casefold() or name_words(label) == name_words(value) != set() for value in people):
        return 2
    return int(any(_same_person(label, value) for value in people))


def _named_roles(
    names: dict[str, _Use], fixed: dict[str, Speaker], header: tuple[Pair, ...], *, group: bool, mixed: bool
) -> tuple[dict[str, Speaker], bool]:
    """Roles of personal names: by the header, else by who asks; a further name is a third person."""
    speakers: dict[str, Speaker] = {}
    for key, use in names.items():
        asks = _nearness(use.label.base, header, ("interviewer",))
        answers = _nearness(use.label.base, header, ("name", "source", "code"))
        if asks or answers:
            speakers[key] = "interviewer" if asks >= answers else "informant"
    rest = {key: use for key, use in names.items() if key not in speakers}
    have = {*speakers.values(), *fixed.values()}
    sure = "interviewer" in have and ("informant" in have or len(rest) == 1)
    if rest and "interviewer" not in have:
        asker = max(rest, key=lambda key: rest[key].asks)
        if rest[asker].asks >= 0.5 and len(names) > 1 and rest[asker].label.kind != "bracket":
            speakers[asker] = "interviewer"
            del rest[asker]
    if group:
        speakers |= {key: "third" if key in _WRITES else "informant" for key in rest}
        return {**fixed, **speakers}, sure or "interviewer" in speakers.values() or "interviewer" in have
    chief = [key for key, use in rest.items() if use.after >= 0.5] if mixed else _participants(rest, header)
    speakers |= _answering(rest, "informant" in have, chief)
    return {**fixed, **speakers}, sure


def _participants(rest: dict[str, _Use], header: tuple[Pair, ...]) -> list[str]:
    """Whom a list of people present names: one may be anybody, several are a discussion's participants."""
    present = [value for key, value in header if key == PRESENT]
    if len(present) < 2:
        return []
    return [key for key, use in rest.items() if any(_same_person(use.label.base, value) for value in present)]


def _answering(rest: dict[str, _Use], have: bool, participants: list[str]) -> dict[str, Speaker]:
    """Names left over: third persons beside an informant; else participants, degrees or who says most inform."""
    chief = participants if have else [*participants, *(key for key, use in rest.items() if "," in use.label.base)]
    if rest and not have and not chief:
        chief = [max(rest, key=lambda key: rest[key].size)]
    return {key: "informant" if key in chief else "third" for key in rest}


def _enough(speakers: dict[str, Speaker], uses: dict[str, _Use]) -> bool:
    """Whether labels make an interview: two speakers, or one fixed label that answers or recurs."""
    if len(set(speakers.values())) >= 2:
        return True
    return any(uses[key].label.kind in _FIXED and (uses[key].times >= 2 or len(key) > 2) for key in speakers) or (
        sum(uses[key].times for key in speakers) >= 3
    )


def _codes(speakers: dict[str, Speaker], uses: dict[str, _Use]) -> dict[str, str]:
    """Informant codes by label where several informants speak; names are counted N1, N2 ..."""
    people: dict[str, str] = {}
    keys: dict[str, str] = {}
    for key, use in uses.items():
        if speakers.get(key) == "informant" and key not in _WORDS:
            keys[key] = code_key(use.label.base)
            people.setdefault(keys[key], use.label.code or f"N{len(people) + 1}")
    return {key: people[person] for key, person in keys.items()} if len(people) > 1 else {}


_WORDS_TEXT = "jawab jawaban answer i a r n j p informan informant narasumber responden respondent interviewee"
_WORDS = frozenset(_WORDS_TEXT.split())
_MIXED = Bi(
    "Label dalam berkas ini bercampur: “Jawab:” dan “Peneliti:” dengan nama atau jabatan; yang menjawab “Peneliti:” "
    "dibaca sebagai informan. Periksa dengan “sources preview”.",
    "Labels are mixed in this file: “Jawab:”, and “Peneliti:” with a name or a position; who answers “Peneliti:” was "
    "read as the informant. Check with “sources preview”.",
)
_UNKNOWN = Bi(
    "{n} baris mirip label penutur tetapi dibaca sebagai isi; bila itu penutur, tulis [Nama]: di awal baris.",
    "{n} lines look like a speaker's label but were read as speech; if they are, write [Name]: there.",
)
