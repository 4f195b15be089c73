"""N2 by wording: "semua" beside its exceptions (method 1.6); with it the targets of draft_targets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from kualcode.analysis.drafts import lexicon
from kualcode.analysis.drafts.enumerations import Line
from kualcode.analysis.drafts.figures import (
    BESIDE,
    CONCEDED,
    DENIALS,
    NEAR,
    WHOLE,
    figures,
    matter,
    one_time,
    raised,
    states,
    word_at,
)
from kualcode.analysis.drafts.lexicon import Word
from kualcode.analysis.drafts.reading import Sentence
from kualcode.analysis.drafts.targets import target_rules
from kualcode.analysis.rules.flags import Flag
from kualcode.analysis.statements import where
from kualcode.errors import Bi

_EXCEPTED = frozenset(
    (*DENIALS, "gagal", "lewat", "terlambat", "sesudah", "setelah", "hilang", "rusak", "tanpa", "masih", "kosong")
) | frozenset(("failed", "late", "after", "missing", "without", "still", "never", "no"))
_MENDED = CONCEDED | {"kemudian", "akhirnya", "sebelumnya", "finally", "later", "previously", "initially"}
_CLAUSE = frozenset((",", ".", ";", "(", ")"))
_FAR = 12  # words of a clause in which a predicate or an achievement is looked for
_ALL = Bi(
    "Dikatakan semua {noun}, padahal ada {n} yang tidak ({where}). Perbaiki salah satunya.",
    "Said of all {noun}, yet {n} are excepted ({where}). Correct one of the two.",
)


def total_rules(found: Sequence[Sentence]) -> list[Flag]:
    """A BLOCK for exceptions to what is said of all, a WARN for a target that was not met."""
    own = [s for s in found if states(s.statement)]
    return [*_once([*_everything(own), *_contradicted(own)]), *_once(target_rules(own))]


def _once(flags: Sequence[Flag]) -> list[Flag]:
    """The first flag for each set of codes."""
    kept: dict[tuple[str, ...], Flag] = {}
    for flag in flags:
        kept.setdefault(flag.targets, flag)
    return list(kept.values())


# ---------------------------------------------------------------- N2
def _everything(own: Sequence[Sentence]) -> Iterator[Flag]:
    """ "Semua surat dibalas" with "7 surat belum dibalas": one noun, one verb, in one part or a summary of it."""
    alls = [(s, noun, verbs) for s in own for noun, verbs in _alls(s.line)]
    seen: set[str] = set()
    counting = [(other, other.line.text.casefold()) for other in own if figures(other.line)] if alls else []
    for s, noun, verbs in alls:
        for other in (one for one, text in counting if noun in text):
            met = other.statement.heading == s.statement.heading or None in (
                other.statement.heading,
                s.statement.heading,
            )
            count = _exceptions(other.line, noun, verbs) if met else None
            if count is not None and noun not in seen:
                seen.add(noun)
                said = list(dict.fromkeys([s.statement.id, other.statement.id]))
                both = [x.statement for x in own if x.statement.id in said]
                message = _ALL.fill(noun=noun, n=count, where=where(both))
                yield raised("N2", "BLOCK", message, both, ("exceptions", str(count)))


def _alls(line: Line) -> Iterator[tuple[str, frozenset[str]]]:
    """Noun and roots of the predicate of what is said of all, if it is not denied."""
    for first, last in lexicon.spots(line.words, "everything"):
        if last >= len(line.words) or (first and line.words[first - 1].text in DENIALS | {"bukan"}):
            continue
        behind = line.words[last + 1 : last + 1 + BESIDE]
        end = next((n for n, w in enumerate(behind) if w.text in (",", ".", ";")), len(behind))
        if not DENIALS.intersection(w.text for w in behind[:end]):
            verbs = frozenset(_predicates(behind[:end], line.language))
            yield from [(line.words[last].text, verbs)] if verbs else []


def _predicates(words: Sequence[Word], code: str) -> Iterator[str]:
    for word in words:
        if lexicon.is_verb(word.text, code) or word.text in lexicon.entries("done_plain"):
            yield lexicon.lemma(word.text, code)


def _exceptions(line: Line, noun: str, verbs: frozenset[str]) -> Fraction | None:
    """How many of a noun are said not to have done what the verbs say."""
    for q in figures(line):
        after = (line.words[word_at(line.words, q.end) :], line.words[word_at(line.words, q.start) + 1 :])
        behind = next((words[: 2 + BESIDE] for words in after if words and words[0].text == noun), None)
        if behind is None or not q.lo or q.unit == "percent":
            continue
        denied = next((n for n, w in enumerate(behind[: NEAR + 1]) if w.text in DENIALS), None)
        if denied is not None and not verbs.isdisjoint(_predicates(behind[denied + 1 :], line.language)):
            return q.lo
    return None


class _All(NamedTuple):
    """What is said of all there is of a noun: the roots of its predicate, and the words of the clause."""

    noun: str
    roots: frozenset[str]
    clause: str


def _contradicted(own: Sequence[Sentence]) -> Iterator[Flag]:
    """ "Seluruh map berada pada rak" beside "14 map bertumpuk ... belum mempunyai rak": the same matter, excepted."""
    for s in own:
        for told in _wholes(s.line):
            for other in own:
                if other.statement.paragraph != s.statement.paragraph:
                    continue
                count = _excepted(other.line, told)
                if count is not None:
                    both = list({x.statement.id: x.statement for x in (s, other)}.values())
                    message = _ALL.fill(noun=told.noun, n=count, where=where(both))
                    yield raised("N2", "BLOCK", message, both, ("exceptions", str(count)))


def _wholes(line: Line) -> Iterator[_All]:
    """What a sentence says of all: "semua laporan masuk", "100 persen operator mampu", "28 paket tuntas 100 persen"."""
    words = line.words
    begins = [last for first, last in lexicon.spots(words, "everything") if not _denied_before(words, first)]
    found = figures(line)
    for n, q in enumerate(found):
        if q.unit == "percent" and q.is_single and q.lo == WHOLE and q.raw[0].isdigit():
            behind = word_at(words, q.end)
            counted = n and found[n - 1].integer and behind - word_at(words, found[n - 1].end) <= BESIDE
            begins.append(word_at(words, found[n - 1].end) if counted else behind)
    for at in begins:
        if at < len(words) and words[at].text[0].isalpha():
            clause = _clause(words, at + 1)
            told = {w.text for w in clause}
            roots = frozenset(matter(clause[1:], line.language)) or frozenset(matter(clause, line.language))
            if roots and not told & (DENIALS | CONCEDED):
                yield _All(words[at].text, roots, line.text[clause[0].start : clause[-1].end])


def _denied_before(words: Sequence[Word], at: int) -> bool:
    return at > 0 and words[at - 1].text in DENIALS | {"bukan"}


def _clause(words: Sequence[Word], at: int) -> Sequence[Word]:
    """The words from a place to the end of its clause."""
    behind = words[at : at + _FAR]
    return behind[: next((n for n, w in enumerate(behind) if w.text in _CLAUSE), len(behind))]


def _excepted(line: Line, told: _All) -> Fraction | None:
    """How many of a noun a sentence excepts from what was said of all of them."""
    if _MENDED.intersection(w.text for w in line.words):
        return None
    for q in figures(line):
        at = word_at(line.words, q.end)
        if q.unit == "percent" or not q.integer or not q.lo or line.words[at : at + 1] == []:
            continue
        clause = _clause(line.words, at + 1)
        excepted = any(w.text in _EXCEPTED for w in clause)
        shared = told.roots & frozenset(matter(clause, line.language))
        if line.words[at].text == told.noun and excepted and shared and one_time(told.clause, _text(line, clause)):
            return q.lo
    return None


def _text(line: Line, clause: Sequence[Word]) -> str:
    return line.text[clause[0].start : clause[-1].end] if clause else ""
