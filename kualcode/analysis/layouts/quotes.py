"""A piece of evidence as a reader meets it: who says it, where it stands, and the code of its sheet."""

from __future__ import annotations

import re
from datetime import date

from kualcode.analysis import words
from kualcode.analysis.evidence import Evidence
from kualcode.analysis.triangulation.voices import AGGREGATE
from kualcode.document import NOTHING, Quote
from kualcode.errors import Bi
from kualcode.model import Codebook

_MONTHS = (
    ("Januari", "January"),
    ("Februari", "February"),
    ("Maret", "March"),
    ("April", "April"),
    ("Mei", "May"),
    ("Juni", "June"),
    ("Juli", "July"),
    ("Agustus", "August"),
    ("September", "September"),
    ("Oktober", "October"),
    ("November", "November"),
    ("Desember", "December"),
)
_SHEET = re.compile(r"[A-Z]{1,4}-?\d{1,3}(?!\w)")  # the code with which a file's name begins: "D-1 Rencana Kerja"
_WEEK, _MONTH = re.compile(r"(\d{4})-W(\d\d)"), re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_BREAK = re.compile(r"[ \t]*[\r\n]+[ \t]*")
# A quotation in double marks, whichever way they turn, else a curly mark that stands alone. A straight one alone stays:
# it may mean inches.
_DOUBLE = re.compile(
    '\u201c([^"\u201c\u201d]*)\u201d|"([^"\u201c\u201d]*)"|\u201d([^"\u201c\u201d]*)\u201d|[\u201c\u201d]'
)
_SINGLE = re.compile("(?<!\\w)['\u2018]([^'\u2018\u2019]*)['\u2019](?!\\w)")  # no apostrophe within a word
_ALONE = {"\u201c": "\u2018", "\u201d": "\u2019"}
_PLACES = {"documentation": Bi("dokumen", "document")}
_MANY = Bi("beberapa informan (agregat)", "several informants (aggregate)")
_INHERITED = Bi("sumber terbawa dari kalimat sebelumnya", "source carried on from an earlier sentence")
_PERIOD = Bi("periode {period}", "period {period}")


def quote(book: Codebook, evidence: Evidence) -> Quote:
    """The passage with who says it and where it stands; a name is never in it (method 5.1).

    `text` is empty where the evidence came without its words. A table that is counted up has no code and takes no side.
    """
    return Quote(
        evidence=evidence.id,
        text=evidence.quote,
        who=who(evidence),
        place=place(evidence),
        source=evidence.doc_id,
        stance=words.stance(book, evidence.code, evidence.stance) if evidence.code in book.by_id else NOTHING,
        translation=evidence.translation,
    )


def on_one_line(text: str) -> str:
    """A passage as a cell holds it: a line break is a blank, all else stands as it is."""
    return _BREAK.sub(" ", text.strip("\r\n")) if "\n" in text or "\r" in text else text


def inside(text: str) -> str:
    """A passage as it stands between curly quotation marks: a quotation within it is in single ones (EYD V, III.L).

    For reading only. Marks are what a writer may change in a quote without saying so (APA 7, 8.31), and a reader who
    sees two pairs of the same marks cannot tell who speaks; every other character stands as it does in the source.
    Data (csv, json, the trace and what a cell opens to) hold the quote as it is, and are what is compared with it.
    """
    return _DOUBLE.sub(_single, text)


def _single(found: re.Match[str]) -> str:
    """One quotation in single marks, and those within it in double ones again."""
    words = next((words for words in found.groups() if words is not None), None)
    return _ALONE[found[0]] if words is None else f"\u2018{_SINGLE.sub(_doubled, words)}\u2019"


def _doubled(found: re.Match[str]) -> str:
    return f"\u201c{found[1]}\u201d"


def who(evidence: Evidence) -> Bi:
    """ "I-03, unsur staf"; the session of an observation; the title of a document."""
    kind = evidence.source_type
    if evidence.aggregate:
        return _MANY
    if kind == "interview":
        group = words.role_group(evidence.role_group) if evidence.role_group else NOTHING
        return words.joined([_same(evidence.informant), group])
    if kind == "observation":
        return _same(evidence.session_id)
    if kind == "documentation":
        return _same(_stem(evidence.doc_id) or evidence.doc_family)
    return words.TECHNIQUES[kind]


def place(evidence: Evidence) -> Bi:
    """ "wawancara 12 Januari 2024, brs. 41-44"; what is not known is left out."""
    kind = _PLACES.get(evidence.source_type) or words.TECHNIQUES[evidence.source_type]
    if evidence.date:
        kind = words.joined([kind, day(evidence.date)], " ")
    period = _PERIOD.fill(period=stretch(evidence.period)) if evidence.period and not evidence.date else NOTHING
    carried = _INHERITED if evidence.inherited else NOTHING
    return words.joined([kind, period, lines(evidence.line_from, evidence.line_to), carried])


def day(iso: str) -> Bi:
    """A date as it is read: "12 Januari 2024"; what is no date as it stands."""
    try:
        found = date.fromisoformat(iso)
    except ValueError:
        return Bi(iso, iso)
    indonesian, english = _MONTHS[found.month - 1]
    return Bi(f"{found.day} {indonesian} {found.year}", f"{found.day} {english} {found.year}")


def stretch(name: str) -> Bi:
    """A stretch of time by its name: a day as it is read, "2024-W03" and "2024-01" as week and month.

    From one to another it is "Januari-Maret 2026", the year once where it is the same.
    """
    first, slash, last = name.partition("/")
    if slash and first and last:
        return _from_to(stretch(first), stretch(last), same_year=first[:4] == last[:4])
    week, month = _WEEK.fullmatch(name), _MONTH.fullmatch(name)
    if week:
        return Bi(f"minggu ke-{int(week[2])} {week[1]}", f"week {int(week[2])} of {week[1]}")
    if month:
        indonesian, english = _MONTHS[int(month[2]) - 1]
        return Bi(f"{indonesian} {month[1]}", f"{english} {month[1]}")
    return day(name)


def _from_to(first: Bi, last: Bi, *, same_year: bool) -> Bi:
    """Two ends with a dash; the year of the first is left out where it is that of the last."""
    begins = [one[:-5] if same_year and re.search(r"[a-z] \d{4}$", one) else one for one in (first.id, first.en)]
    return Bi(f"{begins[0]}\u2013{last.id}", f"{begins[1]}\u2013{last.en}")


def lines(first: int, last: int) -> Bi:
    """ "brs. 41-44"; empty where the place is not known."""
    if first < 1:
        return NOTHING
    if last <= first:
        return Bi(f"brs. {first}", f"line {first}")
    return Bi(f"brs. {first}-{last}", f"lines {first}-{last}")


def sheet(evidence: Evidence) -> str:
    """The short code of who or what speaks: I-03, O-1, D-2; "(agregat)" for many reported as one."""
    if evidence.aggregate:
        return AGGREGATE
    if evidence.source_type == "documentation":
        stem = _stem(evidence.doc_id)
        code = _SHEET.match(stem)
        return code[0] if code else evidence.doc_family or stem
    if evidence.source_type == "observation":  # its informant is whom it is of
        return evidence.session_id or evidence.source_type
    return evidence.informant or evidence.session_id or evidence.source_type


def _stem(path: str) -> str:
    """The file's name without its folder and suffix."""
    last = path.rsplit("/", 1)[-1]
    stem, dot, suffix = last.rpartition(".")
    return stem if dot and stem and suffix.isalnum() and len(suffix) <= 5 else last


def _same(text: str | None) -> Bi:
    return Bi(text or "", text or "")
