"""Interviews with labels: who speaks from where, whatever way the labels are written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from kualcode.errors import Bi
from kualcode.model import Cell
from kualcode.segment.bold import speakers
from kualcode.segment.headers import Pair, is_pair_line, is_title, meaning, pairs, run_in_start
from kualcode.segment.labels import classify, is_name_value
from kualcode.segment.numbered import questions
from kualcode.segment.opening import QUESTION_WORDS, opening, spoken
from kualcode.segment.pieces import Mark, Pieces
from kualcode.segment.roles import Found, assign
from kualcode.segment.tails import Tail, tail

_WORD = re.compile(
    r"(?<![^\s.?!”“\"*_])(?:Jawab(?:an)?|JAWAB(?:AN)?|Tanya|TANYA|Pertanyaan|PERTANYAAN|Peneliti|Pewawancara"
    r"|(?:Informan|Narasumber|Responden)(?:[ -]?(?:\d{1,3}|[IVX]{1,4}))?)[*_]{0,3}[^\S\n]*\Z"
)
_ALWAYS = frozenset(("JAWAB", "TANYA", "PERTA"))  # other words only where a sentence has ended before them
_TIME = re.compile(r"[^\S\n]*[\[(]?(\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d{1,3})?)[\])]?[^\S\n]+")
_BOLD = re.compile(r"[*_]{1,3}(?=\s)")
_FLAT_LETTER = re.compile(r"(?<=\S)[^\S\n]+(?P<label>[PQTIANRJ]\d{0,2})[^\S\n]*:(?=\s)")
_SENTENCE_CLOSERS = frozenset('.?!…”“"’)]')
_TITLE_WORDS = (
    "TRANSKRIP",
    "Transkrip",
    "HASIL WAWANCARA",
    "Hasil Wawancara",
    "INTERVIEW TRANSCRIPT",
    "Interview Transcript",
    "Interview transcript",
)
_RUN_IN_TITLE = re.compile(r"TRANSKRIP(?:SI)?(?: HASIL)? (?:WAWANCARA|INTERVIEW)\b")
LONG_PREAMBLE = 300  # characters before the first label that are no header entry: more than a title needs


class Dialogue(NamedTuple):
    """Marks in text order and what was learnt on the way."""

    marks: list[Mark]
    sure: bool
    layout: str
    notes: list[Bi]


def read(
    text: str, start: int, end: int, known: list[Pair], language: str, bold: Sequence[Cell] = ()
) -> Dialogue | None:
    """The speakers' marks of a labelled interview; None when there are no labels to go by.

    `bold` is what is bold at the beginning of lines: where there are no labels with colons, it may be the speakers.
    """
    candidates = _candidates(text, start, end)
    opened, present = opening(text, start, end, candidates, known)
    labelled = _dialogue(text, start, end, candidates, spoken(text, opened), [*known, *present], language)
    if labelled is not None or not bold:
        return labelled
    header = [*known, *pairs(text, start, min(cell.start for cell in bold))]
    named = _dialogue(text, start, end, [], speakers(text, start, end, bold, header), known, language)
    return named._replace(sure=False, notes=[*named.notes, _BY_BOLD]) if named else None


def _dialogue(
    text: str, start: int, end: int, candidates: list[Found], found: list[Found], known: list[Pair], language: str
) -> Dialogue | None:
    if not found:
        return None
    kept = {one.start for one in found}
    later = _later_names(text, [one for one in candidates if one.start > found[0].start and one.start not in kept])
    header = (*known, *pairs(text, start, found[0].start), *later)
    roles = assign(text, found, end, header, language)
    if roles is None:
        return None
    said = [
        Mark(
            one.start,
            one.end,
            roles.speakers[one.label.key],
            one.label.base,
            roles.codes.get(one.label.key),
            one.at,
        )
        for one in found
        if one.label.key in roles.speakers
    ]
    sections = _sections(text, said, end)
    asked, guessed = questions(text, start, end, said, [mark.start for mark in sections])
    notes = [*roles.notes, *([_GUESSED.fill(n=guessed)] if guessed else [])]
    if not roles.sure and not asked:
        notes.append(_CHECK)
    marks = sorted([*sections, *asked, *said], key=lambda mark: (mark.start, mark.end))
    before = _unread(text[start : marks[0].start])
    if before > LONG_PREAMBLE:
        notes.append(_PREAMBLE.fill(n=before))
    sure = (roles.sure or bool(asked)) and not roles.mixed and not guessed and before <= LONG_PREAMBLE
    return Dialogue(marks, sure, _layout(said, asked), notes)


def _later_names(text: str, entries: list[Found]) -> list[Pair]:
    """Whom headers further down name, each on a line of its own."""
    lines = [(one.start, text.find("\n", one.end)) for one in entries]
    found = [pair for begin, end in lines for pair in pairs(text, begin, end if end != -1 else len(text))]
    return [(key, value) for key, value in found if meaning(key) == "name" and is_name_value(value)]


def _unread(preamble: str) -> int:
    """How many characters before the first label are neither a header entry nor a title."""
    lines = (line.strip() for line in preamble.split("\n"))
    return sum(len(line) for line in lines if line and not is_pair_line(line) and not is_title(line))


def _candidates(text: str, start: int, end: int) -> list[Found]:
    """Every place that looks like a label, in order: at a line's start or inside the line, before a colon."""
    found = []
    colon = text.find(":", start, end)
    while colon != -1:
        one = _line_label(text, start, colon) or _inner_label(text, start, colon)
        if one is not None:
            found.append(one)
        colon = text.find(":", colon + 1, end)
    if sum(one.label.kind != "header" for one in found) < 2:
        found = sorted([*found, *_flat_letters(text, start, end)])
    return found


def _line_label(text: str, start: int, colon: int) -> Found | None:
    """The label that opens a line, after a list marker, a number or a time."""
    low = max(start, colon - 100)
    newline = text.rfind("\n", low, colon)
    if newline == -1 and low > start:
        return None
    begin = newline + 1 if newline != -1 else start
    raw = text[begin:colon]
    time = _TIME.match(raw)
    if time:
        raw = raw[time.end() :]
    label = classify(raw) if len(raw) <= 72 and ":" not in raw else None
    if label is None:
        return None
    return Found(begin, _after_bold(text, colon + 1), label, time[1] if time else None)


def _inner_label(text: str, start: int, colon: int) -> Found | None:
    """A word label inside a line, as PDF text has them: "... cukup? Jawab: Belum."."""
    low = max(start, colon - 24)
    match = _WORD.search(text[low:colon])
    if match is None:
        return None
    begin = low + match.start()
    before = text[max(start, begin - 3) : begin]
    if match[0][:5].upper() not in _ALWAYS and before.rstrip()[-1:] not in tuple('.?!…”“"’)]'):
        return None
    label = classify(match[0])
    return Found(begin, _after_bold(text, colon + 1), label, None) if label and before else None


def _after_bold(text: str, position: int) -> int:
    """The offset after asterisks that close a bold label."""
    bold = _BOLD.match(text, position) if text[position : position + 1] in ("*", "_") else None
    return bold.end() if bold else position


def _flat_letters(text: str, start: int, end: int) -> list[Found]:
    """Single letters inside one long line, where they are many; the first may follow a header's last word."""
    found: list[Found] = []
    for match in _FLAT_LETTER.finditer(text, start, end):
        label = classify(match["label"])
        if label and (not found or text[match.start() - 1] in _SENTENCE_CLOSERS):
            found.append(Found(match.start("label"), match.end(), label, None))
    return found if len(found) >= 3 else []


def _sections(text: str, said: list[Mark], end: int) -> list[Mark]:
    """Where a further transcript's title stands inside the interview, or the header run in before it."""
    found = set()
    for word in _TITLE_WORDS:
        position = text.find(word, said[0].end, end)
        while position != -1:
            line = text.rfind("\n", 0, position) + 1
            stop = text.find("\n", position)
            titled = is_title(text[line : stop if stop != -1 else end])
            if titled or _RUN_IN_TITLE.match(text, position):
                place = max(line, said[0].end) if titled else position
                before = max(mark.end for mark in said if mark.end <= max(place, said[0].end))
                found.add(run_in_start(text, before, place))
            position = text.find(word, position + len(word), end)
    return [Mark(place, place, None, "") for place in sorted(found)]


def _layout(said: list[Mark], asked: list[Mark]) -> str:
    if asked:
        return "numbered"
    names = {mark.label.casefold().split()[0] for mark in said if mark.label}
    if names & QUESTION_WORDS:
        return "question-answer"
    return "labels"


def lay(pieces: Pieces, marks: list[Mark], start: int, end: int) -> None:
    """Cut a stretch at its marks: every character becomes a label, a turn, a heading or header."""
    first = marks[0].start if marks else end
    pieces.block(start, first)
    tails = _tails(pieces.text, marks)
    doubts = sum(one.doubt is not None for one in tails)
    if doubts:
        pieces.notes.append(_HEADING_MAYBE.fill(n=doubts))
    for index, mark in enumerate(marks):
        stop = marks[index + 1].start if index + 1 < len(marks) else end
        if mark.speaker is None:
            pieces.block(mark.start, stop)
            continue
        pieces.skip(mark.start, mark.end)
        cut = tails[index].cut if index < len(tails) else stop
        pieces.turn(mark, mark.end, cut)
        if cut < stop:
            pieces.block(cut, stop)


def _tails(text: str, marks: list[Mark]) -> list[Tail]:
    """The end of every turn but the last; a heading of one word is believed where another such one stands."""
    gaps = [(mark.end, after.start, after.speaker == "interviewer") for mark, after in pairwise(marks)]
    found = [tail(text, *gap[:2], asked=gap[2]) for gap in gaps]
    if sum(one.doubt is not None and one.doubt.kind == "word" for one in found) < 2:
        return found
    return [tail(text, *gap[:2], asked=gap[2], words_recur=True) for gap in gaps]


_CHECK = Bi(
    "Penutur dikenali dari nama dan dari siapa yang bertanya; periksa dengan “sources preview”, atau tulis "
    "“Pewawancara :” dan “Nama :” di kepala transkrip.",
    "Speakers were told apart by name and by who asks; check with “sources preview”, or write "
    "“Interviewer:” and “Name:” at the head of the transcript.",
)
_BY_BOLD = Bi(
    "Penutur dikenali dari nama atau peran yang dicetak tebal di awal baris; periksa dengan “sources preview”, atau "
    "tulis titik dua sesudahnya (“Peneliti:”).",
    "Speakers were told by bold names or roles at the beginning of lines; check with “sources preview”, or write a "
    "colon after them (“Interviewer:”).",
)
_PREAMBLE = Bi(
    "{n} karakter sebelum label pertama dibaca sebagai kepala transkrip, bukan ucapan; beri label bila itu ucapan.",
    "{n} characters before the first label were read as the head of the transcript, not as speech; label "
    "them if they are.",
)
_HEADING_MAYBE = Bi(
    "{n} baris pendek tepat sebelum pertanyaan mungkin judul bagian, tetapi dibaca sebagai ucapan; bila itu judul, "
    "beri baris kosong di atasnya dan huruf di depannya (“B. ...”).",
    "{n} short lines directly before a question may be section headings but were read as speech; if they are, put a "
    "blank line above and a letter in front (“B. ...”).",
)
_GUESSED = Bi(
    "{n} pertanyaan tidak bernomor urut; awalnya dikenali dari tanda tanya. Periksa dengan “sources preview”.",
    "{n} questions do not continue the numbering; their start was told by the question mark. Check with "
    "“sources preview”.",
)
