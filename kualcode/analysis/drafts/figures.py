"""Figures in the sentences of a draft, and what the rules that read their wording share.

In prose the reader of claims is often unsure of what a figure is, and then rightly says nothing. The rules of
draft_parts, draft_totals and draft_amounts need no key: the wording alone gives the contradiction away.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from operator import attrgetter

from kualcode.analysis.drafts import lexicon
from kualcode.analysis.drafts.enumerations import Line
from kualcode.analysis.drafts.lexicon import Word
from kualcode.analysis.rules.flags import Flag, Severity
from kualcode.analysis.statements import FINDINGS, SUMMARIES, Statement, place, refs
from kualcode.errors import Bi
from kualcode.language.numbers import parse
from kualcode.language.quantity import Quantity

WHOLE = Fraction(100)  # percent
NEAR, BESIDE = 4, 6  # words between a figure and what is said of it, nearly and further
DENIALS = frozenset(("tidak", "belum", "not"))
YEARS = re.compile(r"\b(?:19|20)\d\d\b")
MONTHS = re.compile(
    r"\b(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember"
    r"|january|february|march|may|june|july|august|october|december)\b",
    re.IGNORECASE,
)
SOURCE = re.compile(r"\((?:[A-Z]{1,3}-\d{1,3})\b[^():]*\)")  # a source in brackets, by its id
CONCEDED = frozenset(
    ("kecuali", "selain", "except", "meskipun", "walaupun", "although", "despite", "semula", "awalnya")
)
_SILENT = ("same_matter", "saying", "credit_after", "credit_before", "share", "attained", "generic", "number")
_END = attrgetter("end")
_REMEMBERED = 4096  # sentences whose figures are kept


def states(statement: Statement) -> bool:
    """Whether a sentence states what was found in this study."""
    return statement.section in FINDINGS | SUMMARIES and not statement.cited and not statement.is_recommendation


def figures(line: Line) -> tuple[Quantity, ...]:
    """The figures of a sentence that can be compared, in order."""
    return _parsed(line.text, line.language)


@lru_cache(maxsize=_REMEMBERED)
def _parsed(text: str, language: str) -> tuple[Quantity, ...]:
    told = SOURCE.sub(lambda found: " " * len(found[0]), text)
    return tuple(q for q in parse(told, language=language) if q.is_claim)


def counts(line: Line) -> list[Quantity]:
    """The whole numbers of a sentence that count something."""
    return [q for q in figures(line) if q.integer and q.is_single and q.unit != "percent" and q.lo]


def word_at(words: Sequence[Word], offset: int) -> int:
    """Number of the word at an offset."""
    return bisect_right(words, offset, key=_END)


def out_of(words: Sequence[Word], total: Quantity) -> bool:
    """Whether a figure is that out of which others are told: "dari 40 kegiatan"."""
    at = word_at(words, total.start)
    return any(w.text in ("dari", "of") for w in words[max(0, at - 2) : at])


def one_time(one: str, other: str) -> bool:
    """Whether two texts may speak of one time: neither the years nor the months that both name are apart."""
    named = [[{m.casefold() for m in kind.findall(text)} for text in (one, other)] for kind in (YEARS, MONTHS)]
    return all(not (a and b) or bool(a & b) for a, b in named)


def raised(rule: str, severity: Severity, message: Bi, said: Sequence[Statement], *details: tuple[str, str]) -> Flag:
    """A flag on some sentences: it touches the codes of their headings, else their own first ones."""
    codes = dict.fromkeys(code for s in said for code in ((s.heading,) if s.heading else s.codes[:1]) if code)
    places = tuple(dict.fromkeys(place(s) for s in said))
    return Flag(rule, severity, tuple(codes) or ("*",), message, places=places, details=(*details, *refs(said)))


def matter(words: Sequence[Word], code: str) -> tuple[str, ...]:
    """Roots of what some words are of, without those that any sentence of results holds."""
    kept = [w for w in words if not any(w.text in lexicon.entries(k) or w.bare in lexicon.entries(k) for k in _SILENT)]
    return lexicon.stems(" ".join(w.text for w in kept if w.text[0].isalpha()), code)
