"""Which tests of credibility a draft declares in its methods, which it shows traces of, and which it uses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kualcode.analysis.drafts import lexicon
from kualcode.analysis.drafts.enumerations import Line
from kualcode.analysis.drafts.lexicon import Word
from kualcode.analysis.rules.method import TESTS, TRIANGULATION, is_triangulation
from kualcode.analysis.statements import FINDINGS, Statement, place

_KINDS = ("source_triangulation", "technique_triangulation", "time_triangulation")
_REACH = 12  # words behind "triangulasi" in which its kinds stand
_SEVERAL = 2
_DENIES = 4  # words between a denial and the test that it denies
_DENIED = frozenset(("tidak", "belum", "tanpa", "bukan", "not", "no", "without", "never"))
_ONLY = frozenset(("hanya", "saja", "only", "just"))  # "tidak hanya member check"
_CUTS = frozenset((",", ";", "tetapi", "namun", "melainkan", "but"))
_COPULAS = frozenset(("adalah", "ialah", "merupakan", "berarti", "is", "are", "means"))
# A text of the study given back, and what those do to whom it is given: a member check, whatever it is called.
_GIVEN_BACK = frozenset(
    ("ringkasan", "transkrip", "rangkuman", "catatan", "temuan", "draf", "summary", "summaries", "transcript", "draft")
)
_CHECKED = frozenset(
    ("setuju", "menyetujui", "disetujui", "membenarkan", "dibenarkan", "mengoreksi", "dikoreksi", "memperbaiki")
) | frozenset(("perbaikan", "agreed", "confirmed", "corrected", "approved", "corrections"))
_CONTRARY = frozenset(("sebaliknya", "justru", "berbeda", "bertentangan", "berlawanan", "contrary", "opposite"))
_EXPLAINED = frozenset(("ditelusuri", "menelusuri", "karena", "sebab", "ternyata", "because", "explained", "turned"))
_YEAR = re.compile(r"(?:19|20)\d\d")
_COUNTS = lexicon.entries("number") - {"semua", "seluruh", "all", "both"}
_CITATION = re.compile(r"\([^()]*\d{4}[^()]*\)")


@dataclass(frozen=True, slots=True)
class Credibility:
    """Tests of credibility by name, with the place of each."""

    declared: dict[str, str] = field(default_factory=dict)
    traced: frozenset[str] = frozenset()
    used: dict[str, str] = field(default_factory=dict)


def credibility(read: Sequence[tuple[Statement, Line]]) -> Credibility:
    """The tests of a draft. Without a methods section, or without results, nothing can be said."""
    methods = [(s, line) for s, line in read if s.section == "methods" and not s.cited]
    results = [(s, line) for s, line in read if s.section in FINDINGS]
    if not methods or not results:
        return Credibility()
    declared = _places(methods)
    used = _places([(s, line) for s, line in read if s.section in FINDINGS or s.section == "conclusion"])
    crossed = _crossed(s for s, _ in results)
    traced = {t for t in declared if t in used or any(_done(t, s, line) for s, line in [*methods, *results])}
    traced |= declared.keys() & {*_told_behind(methods), *(t for s, line in results for t in _seen(s, line))}
    if crossed is not None:
        traced |= declared.keys() & {TRIANGULATION, "technique_triangulation"}
    if sum(_names_its_people(s) for s, _ in results) >= _SEVERAL:
        traced |= declared.keys() & {TRIANGULATION, "source_triangulation"}
    if declared and crossed is not None and not any(map(is_triangulation, declared)):
        used.setdefault("technique_triangulation", crossed)
    return Credibility(declared, frozenset(traced), used)


def _places(read: Iterable[tuple[Statement, Line]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for statement, line in read:
        for test in named(line.words):
            found.setdefault(test, place(statement))
    return found


def named(sentence: Sequence[Word]) -> list[str]:
    """The tests that a sentence says were done, kinds of triangulation told apart.

    One that it denies ("tidak melakukan member check") or only defines ("member check adalah ...") is none.
    """
    found = [t for t in TESTS if not is_triangulation(t) and any(_stated(sentence, *at) for at in _spots(sentence, t))]
    for first, last in _spots(sentence, TRIANGULATION):
        if not _stated(sentence, first, last):
            continue
        found += [k for k in _KINDS if _follows(sentence, last, k)] or [TRIANGULATION]
    return list(dict.fromkeys(found))


def _spots(sentence: Sequence[Word], test: str) -> Iterator[tuple[int, int]]:
    return lexicon.spots(sentence, f"method_{test}")


def _stated(sentence: Sequence[Word], first: int, last: int) -> bool:
    """Whether the name of a test at a place is neither denied before it nor defined behind it."""
    begin = next((n + 1 for n in range(first - 1, -1, -1) if sentence[n].text in _CUTS), 0)
    before = [word.text for word in sentence[max(begin, first - _DENIES) : first]]
    defined = last < len(sentence) and sentence[last].text in _COPULAS and _is_subject(sentence, first)
    return not defined and (_DENIED.isdisjoint(before) or not _ONLY.isdisjoint(before))


def _is_subject(sentence: Sequence[Word], first: int) -> bool:
    """Whether a test opens what is said, by itself or behind who defines it: "Menurut X, member check adalah"."""
    return first == 0 or sentence[first - 1].text in (",", "bahwa", "that")


def _follows(sentence: Sequence[Word], last: int, kind: str) -> bool:
    """Whether a kind is named behind "triangulasi": at once, or in the list that begins there."""
    for at in range(last, min(len(sentence), last + _REACH)):
        if lexicon.match(sentence, at, f"kind_{kind}"):
            return True
        listed = sentence[at].text in (",", "dan", "serta", "and", "data", "triangulasi")
        if not listed and not any(lexicon.match(sentence, at, f"kind_{other}") for other in _KINDS):
            return False
    return False


def _done(test: str, statement: Statement, line: Line) -> bool:
    """Whether a sentence says how or how often a test was done."""
    family = TRIANGULATION if is_triangulation(test) else test
    names = lexicon.has(line.words, f"method_{family}")
    does = lexicon.has(line.words, f"doing_{family}")
    if statement.section == "methods":
        return does or (names and len(named(line.words)) == 1 and _in_figures(line))
    return does and names


def _told_behind(methods: Sequence[tuple[Statement, Line]]) -> Iterator[str]:
    """Tests of which the sentences behind their name tell when or with whom: up to the next test or paragraph."""
    test, paragraph = "", -1
    for statement, line in methods:
        tests = named(line.words)
        if tests or statement.paragraph != paragraph:
            test, paragraph = tests[0] if len(tests) == 1 else "", statement.paragraph
        elif test and _in_figures(line):
            yield test


def _seen(statement: Statement, line: Line) -> Iterator[str]:
    """Tests that a sentence of the results shows without their name: a text given back, a contrary case explained."""
    words = {word.text for word in line.words} | {word.bare for word in line.words}
    if words & _GIVEN_BACK and words & _CHECKED:
        yield "member_check"
    contrary = bool(words & _CONTRARY) and bool(words & _EXPLAINED)
    if contrary and "interview" in statement.attribution.techniques and not statement.attribution.aggregate:
        yield "negative_cases"


def _in_figures(line: Line) -> bool:
    """Whether a sentence gives a date or a number of times or people, apart from the years of a citation."""
    words = lexicon.words(_CITATION.sub(" ", line.text))
    return any(_YEAR.fullmatch(w.text) is None and (w.text[0].isdigit() or w.text in _COUNTS) for w in words)


def _crossed(results: Iterable[Statement]) -> str | None:
    """Where a second technique is credited, so that techniques stand beside each other; None where none is."""
    seen: set[str] = set()
    for statement in results:
        seen.update(statement.attribution.techniques)
        if len(seen) >= _SEVERAL:
            return place(statement)
    return None


def _names_its_people(statement: Statement) -> bool:
    """Whether a sentence credits an interview with people who are named."""
    own = statement.attribution
    return "interview" in own.techniques and not (own.aggregate or own.inherited or own.pooled)
