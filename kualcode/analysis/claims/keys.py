"""When two figures are of one thing: the key of a claim, and how periods stand to each other (method 1.5)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from kualcode.analysis.claims.words import Lexicon, Word, lexicon
from kualcode.analysis.evidence import Claim, Modality

SIGNS = ("percent", "rupiah")  # units that are no counted noun
SIGN_NAMES = {"persen": "percent", "percent": "percent", "rupiah": "rupiah"}  # what measures of a sign are called
_DRAWN_OUT = re.compile(r"(.)\1+\Z")
_PER = ("per", "a")
_NAMED = 2  # words by which a section is told from others
_PERIOD = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?\Z")


class Key(NamedTuple):
    """What must be the same, period aside, for two figures to be of one thing; the order of words is not."""

    code: str
    measure: str
    subject: frozenset[str]
    unit: str
    modality: Modality


def key(claim: Claim, language: str = "id") -> Key | None:
    """The key of a claim; None while it is not known what its figure measures.

    Code included: figures of different codes are not compared, since a false contradiction blocks a finding.
    """
    lex = lexicon(language)
    subject = frozenset(_roots(claim.subject, language))
    plain = once(claim.measure, claim.subject)
    unit = _unit(claim.unit, lex) or _unit(plain.partition(" ")[0], lex)
    if SIGN_NAMES.get(unit, unit) == "percent" and (share := _share(plain, claim.subject, language)):
        return Key(claim.code, share[0], share[1], "percent", claim.modality)
    measure = _measure(plain, language, bare=not subject)
    return Key(claim.code, measure, subject, unit, claim.modality) if measure else None


@lru_cache(maxsize=8192)
def _share(measure: str, subject: str, language: str) -> tuple[str, frozenset[str]] | None:
    """The measure and subject of a share, wherever its words were put: "persen capaian perekaman" is of perekaman.

    That it is reached, of a target, and of people counted says nothing of its own; None for a rate or another measure.
    """
    lex = lexicon(language)
    sign, _, rest = measure.partition(" ")
    if SIGN_NAMES.get(sign) != "percent" or next(lex["rate"].find(lex.words(measure)), None):
        return None
    words = _roots(f"{rest} {subject}", language)
    told = frozenset(word for word in words if not _is_generic(word, lex))
    return sign, told or frozenset(words)


def _is_generic(word: str, lex: Lexicon) -> bool:
    return word in ("target", "share") or any(word in lex[name].by_first for name in ("classifier", "people", "bare"))


def once(measure: str, subject: str) -> str:
    """The measure without words that the subject says too: "kali per bulan terlambat" of "terlambat" says it once.

    What is counted and how often it is counted stay.
    """
    words, said = measure.split(), subject.split()
    kept = [
        word for at, word in enumerate(words) if at == 0 or word not in said or word in _PER or words[at - 1] in _PER
    ]
    return " ".join(kept)


@lru_cache(maxsize=8192)
def _measure(measure: str, language: str, *, bare: bool) -> str:
    lex = lexicon(language)
    words = lex.words(measure)
    rate = next(lex["rate"].find(words), None)
    kept = [*words[: rate.first], *words[rate.last :]] if rate else words
    nouns = [found.head if (found := lex["noun"].at(kept, at)) else word.norm for at, word in enumerate(kept)]
    named = " ".join(noun for noun in nouns if noun not in _workdays(lex)) if rate else " ".join(nouns)
    return name_measure(named, rate.head if rate else "", lex, bare=bare)


def name_measure(noun: str, rate: str, lex: Lexicon, *, bare: bool) -> str:
    """Noun and rate as one measure; people a day, where nothing else is said of them, are visitors."""
    if not rate:
        return noun
    if bare and noun in lex["people"].by_first and rate == daily(lex):
        noun = visitor(lex)
    return f"{noun} {rate}".strip()


def daily(lex: Lexicon) -> str:
    """The name of a rate by the day."""
    return "per day" if lex.language.code == "en" else "per hari"


def sign_name(unit: str, lex: Lexicon) -> str:
    """What a figure with a sign measures, before its subject is said."""
    return "persen" if unit == "percent" and lex.language.code != "en" else unit


def visitor(lex: Lexicon) -> str:
    """The name of those who come to the unit studied."""
    return "visitor" if lex.language.code == "en" else "tamu"


def _workdays(lex: Lexicon) -> tuple[str, ...]:
    return ("working",) if lex.language.code == "en" else ("kerja",)


def _unit(unit: str, lex: Lexicon) -> str:
    """Signs, sizes and times as they are; a counted noun says no more than the measure does."""
    plain = unit.casefold().strip()
    return plain if plain in SIGNS or plain in lex["bare"].by_first else ""


# ---- the subject


@lru_cache(maxsize=8192)
def _roots(subject: str, language: str) -> tuple[str, ...]:
    lex = lexicon(language)
    return tuple(subject_words(lex.words(subject), lex, roots=True))


def subject_words(words: Sequence[Word], lex: Lexicon, *, roots: bool = False) -> list[str]:
    """The words that say of what a figure is, each once: synonyms by their head, a denied word with its "tidak".

    In standard spelling, or as roots, by which they are compared.
    """
    kept: dict[str, None] = {}
    index, denied = 0, ""
    while index < len(words):
        word = words[index]
        same = lex["same"].at(words, index)
        if same and not denied:
            kept[same.head] = None
            index = same.last
            continue
        if lex["not"].holds(word):
            denied = denial(lex)
        elif not silent(word, lex):
            head = lex["same"].at(words, index)
            plain = head.head if head else word.lemma if roots else word.norm
            kept[denied + plain] = None
            denied = ""
        index += 1
    return list(kept)


def denial(lex: Lexicon) -> str:
    """What stands before a denied word in a subject."""
    return "not " if lex.language.code == "en" else "tidak "


def silent(word: Word, lex: Lexicon) -> bool:
    """Whether a word says nothing of what a figure is."""
    plain = _DRAWN_OUT.sub(r"\1", word.norm)  # "yaa"
    return word.norm in lex.empty or plain in lex.empty or lex["silent"].holds(word) or len(word.norm) < 2


def scope_of(title: str, lex: Lexicon) -> list[str]:
    """The part of the unit studied that a title names: "Realisasi Seksi Pelayanan" is of seksi pelayanan."""
    words = lex.words(title)
    whole = {at for found in lex["place"].find(words) for at in range(found.first, found.last)}
    found = next((found for found in lex["scope"].find(words) if found.first not in whole), None)
    return [word.norm for word in words[found.first : found.last + _NAMED]] if found else []


# ---- periods


def holds(outer: str, inner: str) -> bool:
    """Whether a period lies within another: "2026-02" in "2026"; False also where one cannot be read."""
    one, two = _days(outer), _days(inner)
    return one is not None and two is not None and one[0] <= two[0] and two[1] <= one[1]


def is_read(period: str | None) -> bool:
    """Whether a period is a year, month, day or range that can be compared."""
    return period is not None and _days(period) is not None


def _days(period: str) -> tuple[str, str] | None:
    """First and last day, as text that sorts: ("2026-02-01", "2026-02-31")."""
    ends = re.split(r"\s*[/–]\s*", period.strip()) if "/" in period or "–" in period else [period.strip()]
    if len(ends) == 1 and re.fullmatch(r"\d{4}-\d{4}", ends[0]):
        ends = ends[0].split("-")  # "2021-2026", as people type it
    first, last = _PERIOD.match(ends[0]), _PERIOD.match(ends[-1])
    if len(ends) > 2 or first is None or last is None:
        return None
    return _day(first, "01", "01"), _day(last, "12", "31")


def _day(match: re.Match[str], month: str, day: str) -> str:
    return f"{match[1]}-{match[2] or month}-{match[3] or day}"
