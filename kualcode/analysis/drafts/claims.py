"""The figures of a draft: read as claims, held against each other by the rules N1 to N8, and against the results (T5).

Every sentence is a voice of its own, so that figures of one thing meet wherever they stand. What a figure is of the
reader of claims decides (kualcode.analysis.claims.reading); what it is not sure of raises nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations, pairwise
from typing import NamedTuple

from kualcode.analysis.claims.keys import key
from kualcode.analysis.claims.reading import Context, read
from kualcode.analysis.drafts import lexicon
from kualcode.analysis.drafts.amounts import amount_rules
from kualcode.analysis.drafts.attribution import credited
from kualcode.analysis.drafts.figures import DENIALS, SOURCE, states
from kualcode.analysis.drafts.parts import part_rules
from kualcode.analysis.drafts.reading import Sentence
from kualcode.analysis.drafts.sources import source_rules
from kualcode.analysis.drafts.totals import total_rules
from kualcode.analysis.evidence import Case, Claim, Evidence, EvidenceType
from kualcode.analysis.rules import numbers
from kualcode.analysis.rules.factors import main_language
from kualcode.analysis.rules.flags import Flag
from kualcode.analysis.statements import FINDINGS, SUMMARIES, Statement, place, refs, where
from kualcode.errors import Bi
from kualcode.language.numbers import parse
from kualcode.language.quantity import compare
from kualcode.model import Codebook
from kualcode.segment import period as period_of

_YEARS = re.compile(
    r"\b((?:19|20)\d\d)\s*[-–—/]\s*((?:19|20)\d\d)\b|\b((?:19|20)\d\d)\s+(?:sampai|hingga|to)\s+((?:19|20)\d\d)\b"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_FIGURE = re.compile(r"\d")
_JOINTS = frozenset(("dan", "sedangkan", "sementara", "namun", "tetapi", "and", "while", "whereas", "but"))
_AHEAD = 8  # words behind a conjunction in which a source says something
_NAMED = 5  # words behind "laporan" in which its year stands
_LEAST = 10  # a smaller count in a summary is too common to be missed in the results
_ANNUAL = Bi(
    "Angka untuk periode {said} bersumber dari dokumen tahunan, {where}. Pakai dokumen tiap tahun, atau sebutkan tahun "
    "yang dimaksud.",
    "Figures for {said} come from a yearly document, {where}. Use the document of each year, or say which year is "
    "meant.",
)
_MOMENT = re.compile(
    r"\b\d{1,2} (?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)\b"
    r"|\b(?:triwulan|semester|caturwulan|kuartal|pekan|minggu|quarter|week) (?:ke-)?\w+"
    r"|\b(?:first|second|third|fourth) (?:quarter|half|week)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[,;]|\b(?:dan|sedangkan|sementara|and|while)\b")
_MISSING = Bi(
    "Angka {figure} di {where} tidak ada di bagian hasil. Tambahkan datanya di hasil, atau perbaiki angkanya.",
    "The figure {figure} in {where} is nowhere in the results. Add its data to the results, or correct it.",
)


def figure_rules(found: Sequence[Sentence], book: Codebook) -> list[Flag]:
    """N1 to N8 on a draft's sentences, and T5 for figures of a summary that the results do not hold."""
    book, codes, voices, claims = _read(found, book)
    evidence = tuple(_evidence(voice, codes[voice.statement.id]) for voice in voices)
    made = {voice.id: voice.statement for voice in voices}
    flags = [_placed(flag, made) for flag in numbers.check(Case(book, evidence, tuple(claims)))]
    flags = [flag for flag in flags if _holds_here(flag, [c for c in claims if c.id in flag.claims], made)]
    done = {flag.rule for flag in flags}
    worded = [*part_rules(found), *total_rules(found), *amount_rules(found)]
    flags += [flag for flag in worded if flag.rule not in done]
    done = {flag.rule for flag in flags}
    flags += [flag for flag in source_rules(found) if flag.rule not in done]
    yearly = [] if any(flag.rule == "N7" for flag in flags) else list(_yearly(found))
    disputed = {id_ for flag in flags if flag.rule in ("N4", "N5") for id_ in _sentences(flag)}
    return [*flags, *yearly, *_without_results(claims, made, disputed, book)]


def figures_told(found: Sequence[Sentence], book: Codebook) -> list[tuple[Statement, Claim]]:
    """The figures of a draft with their sentences, to hold against those of elsewhere.

    None of a single day or quarter, none of what is said not to be, and none of a draft in another language than the
    codebook's, whose words do not meet.
    """
    read_in, _, voices, claims = _read(found, book)
    if read_in.primary_language != book.primary_language:
        return []
    made = {voice.id: voice.statement for voice in voices}
    told = [(made[claim.evidence], claim) for claim in claims]
    return [(s, claim) for s, claim in told if _moment(claim, s.text) == (frozenset(), False)]


def _read(found: Sequence[Sentence], book: Codebook) -> tuple[Codebook, dict[str, str], list[_Voice], list[Claim]]:
    """The codebook in the draft's language, the code of each sentence, and voices and claims read with them."""
    own = [s.statement for s in found if states(s.statement)]
    book = replace(book, primary_language=main_language(own))  # figures are read in the draft's language
    codes = dict(_codes(own, book))
    voices = [_Voice(s, number, text) for s in own for number, text in enumerate(_voices(s))]
    return book, codes, voices, [claim for voice in voices for claim in _claims(voice, codes[voice.statement.id], book)]


class _Voice(NamedTuple):
    """What one source says in a sentence: the words of others in it are blanked."""

    statement: Statement
    number: int
    text: str

    @property
    def id(self) -> str:
        """The sentence's id; of a second source in it, marked so."""
        return f"{self.statement.id}+{self.number}" if self.number else self.statement.id


def _voices(s: Statement) -> list[str]:
    """A sentence cut where another source begins: "Buku tamu mencatat 12, dan I-04 menyebutkan 10 sampai 15"."""
    words = lexicon.words(s.text)
    cuts = [0, *(words[n].start for n in range(1, len(words)) if _begins_source(words, n)), len(s.text)]
    return [" " * begin + s.text[begin:end] + " " * (len(s.text) - end) for begin, end in pairwise(cuts)]


def _begins_source(words: Sequence[lexicon.Word], at: int) -> bool:
    """Whether a conjunction at a place brings in a source and what it says."""
    if words[at].text not in _JOINTS:
        return False
    behind = words[at + 1 : at + 1 + _AHEAD]
    says = lexicon.has(behind, "saying") or lexicon.has(behind, "credit_after")
    return says and bool(credited(behind))


def _sentences(flag: Flag) -> list[str]:
    return [value for name, value in flag.details if name == "statement"]


def _codes(own: Sequence[Statement], book: Codebook) -> Iterator[tuple[str, str]]:
    """The indicator of each sentence: that of its heading, else of its codes, else that of the sentence before it."""
    last, paragraph = "", -1
    for s in own:
        if s.paragraph != paragraph:
            last, paragraph = "", s.paragraph
        known = [code for code in (s.heading, *s.codes) if code in book.by_id and book.by_id[code].direction is None]
        last = book.top(known[0]) if known else last
        yield s.id, last


def _claims(voice: _Voice, code: str, book: Codebook) -> list[Claim]:
    s = voice.statement
    if not _FIGURE.search(s.text) and not lexicon.has(lexicon.words(s.text), "number"):
        return []
    words = lexicon.words(s.text)
    planned = _is_plan(s, words) and not lexicon.has(words, "carried_out")
    context = Context(modality="planned" if planned else "realised")
    told, period = _told(voice.text), period_of(s.text)
    found = read(told, code=code, evidence=voice.id, period=period, language=book.primary_language, context=context)
    return [
        replace(one, period=None) if _period_of_another(s.text, one) else one
        for one in found
        if s.section not in FINDINGS or one.quantity.unit not in lexicon.entries("informants")  # who spoke, each time
    ]


def _told(text: str) -> str:
    """A sentence without who says it, blanked in place: "Buku tamu mencatat", "Menurut laporan kinerja 2023,".

    Nor with the source given in brackets, whose lines and dates are no figures: "(I-07, staf, 13 Februari, brs. 44)".
    """
    text = SOURCE.sub(lambda found: " " * len(found[0]), text)
    words = lexicon.words(text)
    figure = next((n for n, w in enumerate(words) if w.text[0].isdigit() and not _YEAR.fullmatch(w.text)), len(words))
    told = [last for kind in ("saying", "credit_after") for _, last in lexicon.spots(words[:figure], kind)]
    cut = max(told, default=0)
    if not cut and words and lexicon.match(words, 0, "credit_before"):
        cut = next((n + 1 for n, w in enumerate(words[:figure]) if w.text == ","), 0)
    while cut < len(words) and words[cut].text in ("bahwa", "that"):
        cut += 1
    return " " * words[cut].start + text[words[cut].start :] if 0 < cut < len(words) else text


def _period_of_another(text: str, claim: Claim) -> bool:
    """Whether a figure's period is told of another matter: "92%, sementara yang tertunda dikerjakan tahun 2024"."""
    if claim.period is None:
        return False
    words = lexicon.words(text)
    cuts = [words[first].start for first, _ in lexicon.spots(words, "new_matter") if first]
    begin = max((cut for cut in cuts if cut <= claim.quantity.start), default=0)
    end = min((cut for cut in cuts if cut > claim.quantity.start), default=len(text))
    return bool(cuts) and period_of(text[begin:end]) is None


def _evidence(voice: _Voice, code: str) -> Evidence:
    """A sentence, or one source's part of it, as a voice of its own; one that rests on a plan alone says so."""
    s = voice.statement
    kind: EvidenceType = "unattributed"
    own = credited(lexicon.words(voice.text)) or s.attribution.techniques
    if len(own) == 1:
        kind = own[0]
    elif s.attribution.pooled:
        kind = "pooled"
    words = lexicon.words(s.text)
    return Evidence(
        id=voice.id,
        source_type=kind,
        code=code,
        stance="neutral",
        doc_id=voice.id,
        doc_class="plan" if kind == "documentation" and _is_plan(s, words) else None,
        informant=voice.id,
        session_id=voice.id,
        doc_family=voice.id,
        period=_document_period(s.text, words) if kind == "documentation" else None,
        quote=voice.text.strip(),
    )


def _is_plan(s: Statement, words: Sequence[lexicon.Word]) -> bool:
    """Whether a sentence rests on a plan and on no report."""
    planned = lexicon.has(words, "plan_noun") and not lexicon.has(words, "report_noun")
    return planned and s.attribution.techniques == ("documentation",)


def _document_period(text: str, words: Sequence[lexicon.Word]) -> str | None:
    """The year that stands behind the name of a document, before what it shows: "LKjIP tahun 2023 mencatat"."""
    for kind in ("document_noun", "report_noun", "plan_noun"):
        for _, last in lexicon.spots(words, kind):
            for at in range(last, min(len(words), last + _NAMED)):
                if lexicon.match(words, at, "credit_after") or words[at].text in (",", "."):
                    break
                if _YEAR.fullmatch(words[at].text):
                    return period_of(text[words[at].start : words[at].end])
    return None


def _placed(flag: Flag, made: Mapping[str, Statement]) -> Flag:
    """A flag with the places of its sentences."""
    said = {made[id_].id: made[id_] for id_ in flag.evidence if id_ in made}
    own = sorted(said.values(), key=lambda s: (s.line, s.id))
    return replace(flag, places=tuple(dict.fromkeys(place(s) for s in own)), details=(*flag.details, *refs(own)))


def _holds_here(flag: Flag, claims: Sequence[Claim], made: Mapping[str, Statement]) -> bool:
    """Whether a flag on claims holds in prose.

    A summary that repeats a figure means the same thing by it (N4); figures of two days or quarters, or of what was
    done and what was not, do not meet (N5); a figure of another year may stand there to compare with (N7).
    """
    said = [made[claim.evidence] for claim in claims]
    if flag.rule == "N5" and claims:
        told = [(c, *_moment(c, made[c.evidence].text)) for c in claims]
        return any(
            compare(a.quantity, b.quantity) == "DISSONANCE" and no == not_ and (not x or not y or bool(x & y))
            for (a, x, no), (b, y, not_) in combinations(told, 2)
        )
    if flag.rule == "N4":
        return sum(s.section in FINDINGS for s in said) > 1
    if flag.rule == "N7":
        return not any(lexicon.has(lexicon.words(s.text), "compared") for s in said)
    return True


def _moment(claim: Claim, text: str) -> tuple[frozenset[str], bool]:
    """The days and quarters told of a figure, behind it or else before it, and whether what it counts is denied."""
    q = claim.quantity
    behind = _CLAUSE_END.split(text[q.end :], maxsplit=1)[0]
    moments = _MOMENT.findall(behind) or _MOMENT.findall(text[: q.start])
    denied = any(word.text in DENIALS for word in lexicon.words(behind))
    return frozenset(m.casefold() for m in moments), denied


# ---------------------------------------------------------------- N7 where no year is given
def _yearly(found: Sequence[Sentence]) -> Iterator[Flag]:
    """Figures of a yearly document in a paragraph that speaks of several years."""
    spans: dict[int, str] = {}
    for s, line in found:
        if not states(s):
            continue
        said = next((years for years in _YEARS.findall(line.text)), None)
        if said:
            spans[s.paragraph] = "-".join(year for year in said if year)
        document = lexicon.has(line.words, "annual_noun") and _FIGURE.search(_YEARS.sub("", line.text))
        if document and s.paragraph in spans:
            message = _ANNUAL.fill(said=spans[s.paragraph], where=where([s]))
            details = (("period", spans[s.paragraph]), *refs([s]))
            yield Flag("N7", "WARN", tuple(s.codes[:1]) or ("*",), message, places=(place(s),), details=details)


# ---------------------------------------------------------------- T5 of figures
def _without_results(
    claims: Sequence[Claim], by_id: dict[str, Statement], disputed: set[str], book: Codebook
) -> Iterator[Flag]:
    """Figures of a summary that no figure of the results agrees with, one flag a sentence."""
    results = [c for c in claims if by_id[c.evidence].section in FINDINGS]
    if not any(s.section in FINDINGS for s in by_id.values()):
        return
    seen: set[str] = set()
    for claim in claims:
        s = by_id[claim.evidence]
        if s.section in SUMMARIES and s.id not in disputed | seen and _weighs(claim, book):
            raws = [other.text for other in by_id.values() if other.section in FINDINGS]
            known = _agrees(claim, results) or any(_stands(claim, text) for text in raws)
            if not known and not _follows(claim, raws, s.language):
                seen.add(s.id)
                message = _MISSING.fill(figure=claim.quantity.raw, where=where([s]))
                targets = tuple(code for code in (claim.code,) if code in book.by_id) or ("*",)
                details = (("figure", claim.quantity.raw), *refs([s]))
                yield Flag("T5", "BLOCK", targets, message, claims=(claim.id,), places=(place(s),), details=details)


def _weighs(claim: Claim, book: Codebook) -> bool:
    """Whether a figure is a finding: a share, a rate or a count of some size, of which it is known what it is."""
    low = claim.quantity.lo
    if low is None or claim.role in ("all", "deferred"):
        return False
    if claim.quantity.unit in lexicon.entries("informants"):
        return False
    keyed = key(claim, book.primary_language) is not None
    return claim.unit == "percent" or (keyed and (" per " in claim.measure or low >= Fraction(_LEAST)))


def _agrees(claim: Claim, results: Iterable[Claim]) -> bool:
    return any(
        other.unit == claim.unit and compare(claim.quantity, other.quantity) != "DISSONANCE" for other in results
    )


def _follows(claim: Claim, texts: Sequence[str], language: str) -> bool:
    """Whether a share can be worked out from two counts of the results: 34 of 40 are 85%."""
    if claim.unit != "percent" or not claim.quantity.is_single or claim.quantity.lo is None:
        return False
    share, step = claim.quantity.lo, max(claim.quantity.step, Fraction(1, 10))
    for text in texts:
        counts = {q.lo for q in parse(text, language=language) if q.is_claim and q.integer and q.is_single and q.lo}
        if any(abs(a * 100 / b - s) < step for a in counts for b in counts if a <= b for s in (share, 100 - share)):
            return True
    return False


def _stands(claim: Claim, text: str) -> bool:
    """Whether the digits of a figure stand in a sentence."""
    digits = re.search(r"\d[\d.,]*", claim.quantity.raw)
    return digits is not None and re.search(rf"(?<![\d.,]){re.escape(digits[0])}(?![\d]|[.,]\d)", text) is not None
