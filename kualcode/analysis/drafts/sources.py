"""N4 to N7 by the source of a figure: one figure for two things, two rates, a quoted document, a year of another.

A sentence is cut behind the words that say who or what tells it: before them stands the source, behind them the matter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise
from typing import NamedTuple

from kualcode.analysis.drafts import lexicon
from kualcode.analysis.drafts.enumerations import Line
from kualcode.analysis.drafts.figures import MONTHS, NEAR, WHOLE, YEARS, figures, one_time, raised, states, word_at
from kualcode.analysis.drafts.lexicon import Word
from kualcode.analysis.drafts.reading import Sentence
from kualcode.analysis.rules.flags import Flag
from kualcode.analysis.statements import FINDINGS, where
from kualcode.errors import Bi
from kualcode.language.quantity import Quantity, compare

_SHOWS = frozenset(("mencantumkan", "merinci", "menetapkan", "berisi", "puts", "gives", "set", "sets", "counts"))
_TELLS = ("saying", "credit_after")
_PAPERS = ("document_noun", "report_noun", "plan_noun")
_RECORDS = frozenset(
    ("register", "rekap", "rekapitulasi", "daftar", "buku", "agenda", "dokumen", "arsip", "laporan", "notulen")
) | frozenset(("list", "log", "book", "record", "records", "minutes", "plan", "statistics"))
_READS = frozenset(("membaca", "membacakan", "mengutip", "merujuk", "read", "quoted", "quoting", "cited", "citing"))
_JOINING = frozenset(("dan", "serta", "sedangkan", "sementara", "adapun", "and", "while", "whereas"))
_THAT = frozenset(("bahwa", "that"))
_RATES = (("per",), ("a", "day"), ("a", "week"), ("a", "month"), ("sehari",), ("seminggu",), ("sebulan",), ("setiap",))
_UNITS = frozenset(("hari", "bulan", "minggu", "pekan", "tahun", "jam", "day", "month", "week", "year", "hour"))
_PARTS_OF_YEARS = frozenset(("triwulan", "semester", "kuartal", "quarter", "caturwulan"))
_FUTURE = frozenset(("target", "targets", "rencana", "akan", "direncanakan", "merencanakan", "plan", "planned", "will"))
_SAME = frozenset(("sama", "same", "kebetulan", "coincidence", "tersebut"))
_LISTED = frozenset(
    (",", "dan", "serta", "and", "tahun", "years", "pertama", "kedua", "ketiga", "keempat", "sekaligus")
)
_SILENT = ("same_matter", "saying", "credit_after", "credit_before", "whole_of", "generic", "number", "stock_verb")
_FIRM = 100  # a smaller count may well be the same of two things
_TEN = 10
_TWICE = Bi(
    "Angka {figure} dipakai untuk dua hal yang berbeda ({where}). Periksa apakah salah satunya tersalin.",
    "The figure {figure} is given for two different things ({where}). Check whether one was copied.",
)
_APART = Bi(
    "Angka-angka ini tidak dapat sama-sama benar: {shown} ({where}). Cari tahu mana yang benar.",
    "These figures cannot both hold: {shown} ({where}). Find out which is right.",
)
_QUOTED = Bi(
    "Angka dari wawancara ini mengutip dokumen ({where}). Baca dokumennya dan jadikan ia sumbernya.",
    "This interview quotes a document for a figure ({where}). Read the document and make it the source.",
)
_LATER = Bi(
    "Dokumen tahun {year} tidak dapat memuat angka tahun {said} ({where}). Pakai dokumen tahun itu, atau perbaiki "
    "tahunnya.",
    "A document of {year} cannot hold a figure of {said} ({where}). Use that year's document, or correct the year.",
)
_MIXED = Bi(
    "Satu angka dipakai untuk beberapa masa sekaligus ({where}). Sebutkan angka tiap masa.",
    "One figure is given for several periods at once ({where}). Give the figure of each.",
)


def source_rules(found: Sequence[Sentence]) -> list[Flag]:
    """A BLOCK for two sources that tell one rate or share apart; a WARN for a copied figure and for a source that is
    another's or of another year."""
    own = [s for s in found if states(s.statement)]
    results = [s for s in own if s.statement.section in FINDINGS]
    single = [flag for s in own for flag in (*_read_out(s), *_later(s), *_mixed(s))]
    return [*_copied(results), *_rates_apart(results), *_shares_apart(results), *single]


def _cut(words: Sequence[Word]) -> int:
    """Number of the first word behind those that say who or what tells a sentence."""
    figure = next((n for n, w in enumerate(words) if w.text[0].isdigit() and not YEARS.fullmatch(w.text)), len(words))
    told = [last for kind in _TELLS for _, last in lexicon.spots(words[:figure], kind)]
    told += [n + 1 for n in range(figure) if words[n].text in _SHOWS]
    if told:
        return max(told)
    return (
        next((n + 1 for n in range(figure) if words[n].text == ","), 0)
        if lexicon.has(words[:1], "credit_before")
        else 0
    )


def _roots(words: Sequence[Word], code: str, *, silent: bool = True) -> frozenset[str]:
    """Roots of what some words are of, without those that stand with any figure."""
    kinds = _SILENT if silent else ("saying", "credit_after")
    kept = [w for w in words if not any(w.text in lexicon.entries(k) or w.bare in lexicon.entries(k) for k in kinds)]
    return frozenset(lexicon.stems(" ".join(w.text for w in kept if w.text[0].isalpha()), code))


# ---------------------------------------------------------------- N4
class _Given(NamedTuple):
    """A precise figure with the roots of its matter and the sentence it stands in."""

    q: Quantity
    roots: frozenset[str]
    sentence: Sentence


def _copied(own: Sequence[Sentence]) -> Iterator[Flag]:
    """One precise figure for two things, wherever they stand: no word of their matter is the same."""
    given: dict[tuple[Fraction, bool], list[_Given]] = {}
    for s in own:
        for q in figures(s.line):
            if _is_precise(q) and q.lo is not None:
                roots = _subject(s.line, q)
                if roots:
                    given.setdefault((q.lo, q.unit == "percent"), []).append(_Given(q, roots, s))
    for met in given.values():
        for one, other in combinations(met, 2):
            apart = one.sentence is not other.sentence and not one.roots & other.roots
            if apart and not _SAME.intersection(w.text for w in other.sentence.line.words):
                said = [one.sentence.statement, other.sentence.statement]
                yield raised("N4", "WARN", _TWICE.fill(figure=one.q.raw, where=where(said)), said)
                break


def _is_precise(q: Quantity) -> bool:
    if q.lo is None or not q.is_single or q.approx:
        return False
    if q.unit == "percent":
        return bool(q.step) and q.lo % 1 != 0 and q.lo < WHOLE
    return q.integer and q.lo >= _FIRM and q.lo % _TEN != 0


def _subject(line: Line, q: Quantity) -> frozenset[str]:
    """What a figure is of: the words between its source and it, and those behind it in its clause."""
    words = line.words
    at, end = word_at(words, q.start), word_at(words, q.end)
    stop = next((n for n in range(end, len(words)) if words[n].text in (",", ".", ";", "(")), len(words))
    return _roots([*words[min(_cut(words), at) : at], *words[end:stop]], line.language)


# ---------------------------------------------------------------- N5
def _rates_apart(own: Sequence[Sentence]) -> Iterator[Flag]:
    """Two rates of one thing and one time that cannot both hold: "25 sampai 30 orang per hari", "9 sampai 12 ..."."""
    rates = [(s, q, rate) for s in own for q in figures(s.line) for rate in _rate(s.line.words, q)]
    for (s, q, one), (o, p, two) in combinations(rates, 2):
        near = s.statement.heading == o.statement.heading and s.statement.id != o.statement.id
        alike = one == two and q.unit == p.unit and _one_thing(s.line, o.line)
        if near and alike and one_time(s.line.text, o.line.text) and compare(q, p) == "DISSONANCE":
            yield _at_odds((s, q), (o, p))


def _rate(words: Sequence[Word], q: Quantity) -> Iterator[str]:
    """The time by which a figure counts: "per hari", "a day"."""
    at = word_at(words, q.end)
    for n in range(at, min(len(words), at + NEAR)):
        here = tuple(w.text for w in words[n : n + 2])
        if any(here[: len(rate)] == rate for rate in _RATES):
            named = next((w.text for w in words[n : n + 3] if w.text in _UNITS), here[0].removeprefix("se"))
            yield named
            return


def _one_thing(one: Line, other: Line) -> bool:
    """Whether two sentences count one thing: they share a word, and behind the source at most one says more."""
    shared = _roots(one.words, one.language) & _roots(other.words, other.language)
    told = [_roots(line.words[_cut(line.words) :], line.language) - shared for line in (one, other)]
    return bool(shared) and not all(told)


def _shares_apart(own: Sequence[Sentence]) -> Iterator[Flag]:
    """Two documents that give one share of one year apart, in the same words."""
    given = []
    for s in own:
        words = s.line.words
        for q in figures(s.line):
            at = word_at(words, q.start)
            matter = words[min(_cut(words), at) : at]
            if q.unit == "percent" and q.is_single and lexicon.has(matter, "share"):
                given.append((s, q, _roots(matter, s.line.language, silent=False)))
    for (s, q, one), (o, p, two) in combinations(given, 2):
        texts = s.line.text, o.line.text
        years = [set(YEARS.findall(text)) for text in texts]
        parts = [_parts_of_year(line) for line in (s.line, o.line)]
        same = one == two and years[0] == years[1] != set() and parts[0] == parts[1]
        if same and s.statement.id != o.statement.id and compare(q, p) == "DISSONANCE":
            yield _at_odds((s, q), (o, p))


def _parts_of_year(line: Line) -> list[str]:
    """Months and quarters that a sentence names, with the words behind them."""
    pairs = [f"{a.text} {b.text}" for a, b in pairwise(line.words) if a.text in _PARTS_OF_YEARS]
    return [*(m.casefold() for m in MONTHS.findall(line.text)), *pairs]


def _at_odds(one: tuple[Sentence, Quantity], other: tuple[Sentence, Quantity]) -> Flag:
    said = [one[0].statement, other[0].statement]
    return raised("N5", "BLOCK", _APART.fill(shown=f"{one[1].raw}; {other[1].raw}", where=where(said)), said)


# ---------------------------------------------------------------- N6
def _read_out(s: Sentence) -> Iterator[Flag]:
    """An informant who tells what a document says: "(I-01) menyatakan bahwa LKjIP mencantumkan ... 90,8 persen"."""
    words = s.line.words
    if "interview" not in s.statement.attribution.techniques:
        return
    said = next((n + 1 for n, w in enumerate(words) if w.text in _THAT | _READS), len(words))
    words = words[: _others_speak(words, said)]
    reads = said < len(words) and words[said - 1].text in _READS
    papers = [last for kind in _PAPERS for first, last in lexicon.spots(words, kind) if first >= said]
    shows = [last for last in papers if _shows(words[last : last + NEAR + 1])]
    at = min(papers if reads else shows, default=len(words))
    if any(word_at(words, q.start) > at for q in figures(s.line)):
        yield raised("N6", "WARN", _QUOTED.fill(where=where([s.statement])), [s.statement])


def _others_speak(words: Sequence[Word], said: int) -> int:
    """Where what someone says ends: at a semicolon, or where a document is joined to it that shows something itself."""
    papers = [spot for kind in _PAPERS for spot in lexicon.spots(words, kind)]
    shown = [first for first, last in papers if _shows(words[last : last + NEAR])]
    for n in range(said, len(words)):
        joined = words[n].text == "," and n + 1 < len(words) and words[n + 1].text in _JOINING
        if words[n].text == ";" or (joined and any(n + 1 < first <= n + NEAR for first in shown)):
            return n
    return len(words)


def _shows(words: Sequence[Word]) -> bool:
    return lexicon.has(words, "credit_after") or any(w.text in _SHOWS for w in words)


# ---------------------------------------------------------------- N7
def _later(s: Sentence) -> Iterator[Flag]:
    """A figure of a later year than the document's that is said to hold it: "The 2021 register states ... in 2023"."""
    words = s.line.words
    cut = _cut(words)
    source, told = words[:cut], words[cut:]
    papers = any(w.text in _RECORDS for w in source) or any(lexicon.has(source, kind) for kind in _PAPERS)
    years, said = ({w.text for w in part if YEARS.fullmatch(w.text)} for part in (source, told))
    if not papers or len(years) != 1 or len(said) != 1 or _FUTURE.intersection(w.text for w in told):
        return
    year, other = min(years), min(said)
    counted = any(word_at(words, q.start) >= cut for q in figures(s.line))
    if other > year and counted and not lexicon.has(words, "compared"):
        yield raised("N7", "WARN", _LATER.fill(year=year, said=other, where=where([s.statement])), [s.statement])


def _mixed(s: Sentence) -> Iterator[Flag]:
    """One figure for years that do not follow each other, or for years and a part of one."""
    words = s.line.words
    given = figures(s.line)
    years = [n for n, w in enumerate(words) if YEARS.fullmatch(w.text)]
    if len(given) != 1 or lexicon.has(words, "compared"):
        return
    behind = [n for n in years if n > word_at(words, given[0].start)]
    joined = all(
        all(w.text in _LISTED | _PARTS_OF_YEARS for w in words[a + 1 : b]) and b > a + 1 for a, b in pairwise(behind)
    )
    values = [int(words[n].text) for n in behind]
    gaps = any(b - a != 1 for a, b in pairwise(values))
    part = bool(behind) and any(w.text in _PARTS_OF_YEARS for w in words[behind[0] : behind[-1]])
    if len(set(values)) > 1 and joined and (gaps or part):
        yield raised("N7", "WARN", _MIXED.fill(where=where([s.statement])), [s.statement])
