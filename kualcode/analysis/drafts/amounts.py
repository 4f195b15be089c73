"""N4, N5 and N6 by wording: a figure given for two things, amounts that differ, a document quoted by an informant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from kualcode.analysis.drafts import lexicon
from kualcode.analysis.drafts.enumerations import Line
from kualcode.analysis.drafts.figures import NEAR, YEARS, figures, raised, states, word_at
from kualcode.analysis.drafts.lexicon import Word
from kualcode.analysis.drafts.reading import Sentence
from kualcode.analysis.rules.flags import Flag
from kualcode.analysis.statements import FINDINGS, SUMMARIES, Statement, where
from kualcode.errors import Bi
from kualcode.language.quantity import Quantity, compare

_FROM = frozenset(("menurut", "sesuai", "berdasarkan", "dalam", "dari", "pada", "in", "from"))
_STOPS = frozenset((".", ",", ";", ")", "(", "dan", "and", "yang", "terdiri", "serta", "di"))
_SHARES = frozenset(lexicon.lemma(word, "id") for word in lexicon.entries("share"))
_BREAKS = frozenset((",", ";", ":", "(", ")", "dengan", "bahwa", "dan", "sedangkan", "sementara", "and", "while"))
_SILENT = ("share", "same_matter", "saying", "credit_after", "credit_before", "whole_of", "generic", "informants")
_TWICE = Bi(
    "Angka {figure} dipakai untuk dua hal yang berbeda ({where}). Periksa apakah salah satunya tersalin.",
    "The figure {figure} is given for two different things ({where}). Check whether one was copied.",
)
_APART = Bi(
    "Angka-angka ini tidak dapat sama-sama benar: {shown} ({where}). Cari tahu mana yang benar.",
    "These figures cannot both hold: {shown} ({where}). Find out which is right.",
)
_INFORMANTS = Bi(
    "Jumlah informan berbeda: {shown}. Samakan di semua bagian.",
    "The number of informants differs: {shown}. Make it the same in every section.",
)
_QUOTED = Bi(
    "Angka dari wawancara ini mengutip dokumen ({where}). Baca dokumennya dan jadikan ia sumbernya.",
    "This interview quotes a document for a figure ({where}). Read the document and make it the source.",
)


def amount_rules(found: Sequence[Sentence]) -> list[Flag]:
    """A BLOCK for amounts that cannot both hold, a WARN for a copied figure and for a quoted document."""
    own = [s for s in found if states(s.statement)]
    quotes = [flag for s in own for flag in _quoted(s)]
    return [*_copied(own), *_shares_apart(own), *_informants(found), *_stocks(own), *quotes]


# ---------------------------------------------------------------- N4
def _copied(own: Sequence[Sentence]) -> Iterator[Flag]:
    """One precise figure given in the results for two things that have a name each, or for one and for the whole."""
    seen: dict[tuple[str | None, Fraction], list[tuple[Statement, _Matter]]] = {}
    for s in own:
        for q in figures(s.line) if s.statement.section in FINDINGS else ():
            if q.lo is not None and q.is_single and q.step and q.lo % 1 and len(str((q.lo / q.step).numerator)) > 2:
                seen.setdefault((s.statement.heading, q.lo), []).append((s.statement, _matter(s.line, q)))
    for found in seen.values():
        pair = next(((a, b) for a, b in combinations(found, 2) if _differ(a[1], b[1])), None)
        if pair is not None:
            said = [statement for statement, _ in pair]
            yield raised("N4", "WARN", _TWICE.fill(figure=pair[0][1].raw, where=where(said)), said)


class _Matter(NamedTuple):
    """What a figure is of: the roots of the words before it, and whether it is of the whole."""

    raw: str
    roots: frozenset[str]
    whole: bool


def _matter(line: Line, q: Quantity, telling: str = "") -> _Matter:
    """The matter of a figure; the words of one kind may be kept though they are silent elsewhere."""
    at = word_at(line.words, q.start)
    begin = max((n + 1 for n in range(at) if line.words[n].text in _BREAKS), default=0)
    words = line.words[begin:at]
    silent = {word for kind in _SILENT if kind != telling for word in lexicon.entries(kind)} - lexicon.entries(telling)
    named = [w for w in words if w.text not in silent and w.bare not in silent]
    text = " ".join(w.text for w in named if w.text[0].isalpha())
    return _Matter(q.raw, frozenset(lexicon.stems(text, line.language)), lexicon.has(words, "whole_of"))


def _differ(one: _Matter, other: _Matter) -> bool:
    if one.whole != other.whole:
        return bool((one if other.whole else other).roots)
    return bool(one.roots - other.roots and other.roots - one.roots)


# ---------------------------------------------------------------- N5
def _shares_apart(own: Sequence[Sentence]) -> Iterator[Flag]:
    """A share that a summary gives otherwise than the results, of one matter and not of another year."""
    given = [(s, q, _matter(s.line, q, "share")) for s in own for q in figures(s.line) if _is_share(q)]
    results = [one for one in given if one[0].statement.section in FINDINGS]
    for s, q, matter in given:
        if s.statement.section not in SUMMARIES or any(compare(q, p) == "AGREEMENT" for _, p, _ in results):
            continue
        met = [(o, p) for o, p, other in results if _one_matter(matter, other) and _one_time(s.line, o.line)]
        if met and all(compare(q, p) == "DISSONANCE" for _, p in met):
            both = [s.statement, *(o.statement for o, _ in met)]
            shown = "; ".join(dict.fromkeys([q.raw, *(p.raw for _, p in met)]))
            yield raised("N5", "BLOCK", _APART.fill(shown=shown, where=where(both)), both)


def _is_share(q: Quantity) -> bool:
    return q.unit == "percent" and q.is_single and q.lo is not None


def _one_matter(one: _Matter, other: _Matter) -> bool:
    """Whether two figures are of one matter: the same words, or one's among the other's with one that tells."""
    small, large = sorted((one.roots, other.roots), key=len)
    return bool(small) and (small == large or (small < large and bool(small - _SHARES)))


def _one_time(one: Line, other: Line) -> bool:
    """Whether two sentences may speak of one year."""
    years = [set(YEARS.findall(line.text)) for line in (one, other)]
    return not all(years) or bool(years[0] & years[1])


def _informants(found: Sequence[Sentence]) -> Iterator[Flag]:
    """How many informants the abstract and the methods say there were."""
    told: dict[Fraction, Statement] = {}
    sections: set[str] = set()
    for s in found:
        if s.statement.section in ("abstract", "methods") and not s.statement.cited:
            count = _count_of_informants(s.line)
            if count is not None and s.statement.section not in sections:
                sections.add(s.statement.section)
                told.setdefault(count, s.statement)
    if len(told) > 1:
        shown = [Bi(f"{n}, {where([s]).id}", f"{n}, {where([s]).en}") for n, s in told.items()]
        message = _INFORMANTS.fill(shown=Bi("; ".join(b.id for b in shown), "; ".join(b.en for b in shown)))
        flag = raised("N5", "BLOCK", message, list(told.values()), *(("informants", str(n)) for n in told))
        yield Flag("N5", "BLOCK", ("*",), message, places=flag.places, details=flag.details)


def _count_of_informants(line: Line) -> Fraction | None:
    """The first count of informants of a sentence, where it is of all of them."""
    people = [first for first, _ in lexicon.spots(line.words, "informants")]
    for q in figures(line):
        at, behind = word_at(line.words, q.start), word_at(line.words, q.end)
        if not q.integer or not q.is_single or q.unit == "percent":
            continue
        near = [n for n in people if behind <= n <= behind + 2 or 0 < at - n <= NEAR]
        kinds = [n for n in near if lexicon.match(line.words, n + 1, "kind_of_informant") or _acts(line.words, n + 1)]
        if near and not kinds:
            return q.lo
        if near:
            return None
    return None


def _acts(words: Sequence[Word], at: int) -> bool:
    """Whether informants do something: then it is only those who did."""
    return at < len(words) and words[at].text.startswith(("me", "ber")) and lexicon.is_verb(words[at].text, "id")


def _stocks(own: Sequence[Sentence]) -> Iterator[Flag]:
    """How many there are of a thing, told differently by two sources under one heading: "12 komputer", "9 komputer"."""
    told: dict[tuple[str | None, str], list[tuple[Statement, Fraction]]] = {}
    for s in own:
        for noun, count in _stock(s.line):
            told.setdefault((s.statement.heading, noun), []).append((s.statement, count))
    for (_, noun), counts in told.items():
        if len({count for _, count in counts}) > 1 and len({s.id for s, _ in counts}) > 1:
            shown = "; ".join(dict.fromkeys(f"{count} {noun}" for _, count in counts))
            said = [s for s, _ in counts]
            yield raised("N5", "BLOCK", _APART.fill(shown=shown, where=where(said)), said, ("noun", noun))


def _stock(line: Line) -> Iterator[tuple[str, Fraction]]:
    """Nouns with how many a sentence says there are, without anything said of them."""
    words = line.words
    for q in figures(line):
        at, end = word_at(words, q.start), word_at(words, q.end)
        before = words[max(0, at - NEAR) : at]
        if not q.integer or not q.is_single or q.lo is None or not lexicon.has(before, "stock_verb"):
            continue
        end += 1 if end < len(words) and words[end].text in ("orang", "unit", "buah") else 0
        named = next((w.text for w in reversed(before) if w.text in lexicon.entries("stock_noun")), None)
        if end < len(words) and words[end].text in lexicon.entries("stock_noun"):
            named, end = words[end].text, end + 1
        if named and (end >= len(words) or words[end].text in _STOPS):
            yield named, q.lo


# ---------------------------------------------------------------- N6
def _quoted(s: Sentence) -> Iterator[Flag]:
    """A figure that an informant takes from a document: "I-02 menyebutkan bahwa menurut laporan kinerja, 38 ..."."""
    words = s.line.words
    said = next((last for _, last in lexicon.spots(words, "saying")), None)
    if said is None or "interview" not in s.statement.attribution.techniques:
        return
    papers = [
        first for kind in ("document_noun", "report_noun", "plan_noun") for first, _ in lexicon.spots(words, kind)
    ]
    cited = any(first > said and words[first - 1].text in _FROM for first in papers)
    if cited and any(word_at(words, q.start) > said for q in figures(s.line)):
        yield raised("N6", "WARN", _QUOTED.fill(where=where([s.statement])), [s.statement])
