"""Which tests of credibility a draft declares in its methods, which it shows traces of, and which it uses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kualcode.analysis.drafts import lexicon
from kualcode.analysis.drafts.enumerations import Line
from kualcode.analysis.drafts.lexicon import Word
from kualcode.analysis.rules.method import TESTS, TRIANGULATION, is_triangulation
from kualcode.analysis.statements import FINDINGS, Statement, place

_KINDS = ("source_triangulation", "technique_triangulation", "time_triangulation")
_REACH = 12  # words behind "triangulasi" in which its kinds stand
_SEVERAL = 2
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
    """The tests that a sentence names, kinds of triangulation told apart."""
    found = [t for t in TESTS if not is_triangulation(t) and lexicon.has(sentence, f"method_{t}")]
    for _, last in lexicon.spots(sentence, "method_triangulation"):
        found += [k for k in _KINDS if _follows(sentence, last, k)] or [TRIANGULATION]
    return list(dict.fromkeys(found))


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
