"""Which technique a sentence of a draft credits, and how (method 1.3).

A technique counts where the sentence credits it with what it says ("hasil observasi menunjukkan ..."), not where the
gathering of data is described. The credit carries on to the paragraph's end, until another technique is named or a
summing-up begins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from kualcode.analysis.drafts import lexicon
from kualcode.analysis.drafts.lexicon import Word
from kualcode.analysis.evidence import TECHNIQUES, Technique
from kualcode.analysis.statements import Attribution

_HEAD = 3  # words at a sentence's head in which a report is its subject
_BACK, _AHEAD = 3, 7  # words between a technique and what shows that it is credited
_CODE = re.compile(r"(?:i|in|inf|k|r|n|p|s|ki|iu|ik|it|w)-?\d{1,2}")
_IDENTITY = re.compile(
    r"\b(?:I|IN|Inf|INF|K|R|N|P|S|KI|IU|IK|IT|W)[-. ]?\d{1,2}\b"
    r"|\b(?:informan|narasumber|responden|informant|interviewee|participant|respondent)\s+"
    r"(?:ke-?)?(?:\d|[A-Z]\b|kunci|utama|pertama|kedua|ketiga|key\b)"
    r"|\((?:[^()]*\b)?(?:wawancara|interview)\b[^()]*\d[^()]*\)",
)
_WITH = frozenset(["dengan", "bersama", "kepada", "terhadap", "with", "of"])
_BASED = frozenset(["berdasarkan", "menurut", "merujuk", "according"])
_INSTRUMENTS = frozenset(("pedoman", "panduan", "instrumen", "guide", "guides"))
_ACCORDING = frozenset(("menurut", "to"))
_QUOTED = re.compile(r"[“\"][^“”\"]*\s[^“”\"]*\s[^“”\"]*[”\"]")


_AGAINST = frozenset(("sedangkan", "sementara", "adapun", "whereas", "while"))
_YEAR = re.compile(r"(?:19|20)\d\d")


class _Mention(NamedTuple):
    technique: Technique
    first: int
    last: int


def credits(sentences: Sequence[Sequence[Word]], named: Sequence[bool]) -> list[Attribution]:
    """The attribution of each sentence of one paragraph; `named`: whether it, or one beside it, says whose words."""
    found: list[Attribution] = []
    carried: tuple[Technique, ...] = ()
    for sentence, known in zip(sentences, named, strict=True):
        groups = _groups(sentence)
        if groups:
            pooled = any(len(set(g)) > 1 for g in groups) and not _names_paper(sentence)
            own = Attribution(_union(groups), pooled=pooled)
            own = _aggregated(own, known or _set_apart(sentence))
            carried = groups[-1] if len(set(groups[-1])) == 1 else ()
        elif carried and not sums_up(sentence):
            own = Attribution(carried, inherited=True)
        else:
            own, carried = Attribution(), ()
        found.append(own)
    return found


def names_people(text: str, sentence: Sequence[Word]) -> bool:
    """Whether a sentence says whose words it reports: a code, a post that speaks, a count of informants, a quote."""
    if _IDENTITY.search(text) or _QUOTED.search(text) or _counts_people(sentence):
        return True
    return _speaks(sentence, "named_person") or _interviewed(sentence)


def credited(sentence: Sequence[Word]) -> tuple[Technique, ...]:
    """The techniques that a sentence or a clause of it credits itself."""
    return _union(_groups(sentence))


def sums_up(sentence: Sequence[Word]) -> bool:
    """Whether a sentence begins to sum up: "Secara keseluruhan ...", "Dapat disimpulkan bahwa ..."."""
    return any(first <= 1 for first, _ in lexicon.spots(sentence[:6], "summing"))


def _names_paper(sentence: Sequence[Word]) -> bool:
    """Whether a document beside another source is named with its year: "menurut wawancara dan LKjIP 2025"."""
    papers = [last for kind in ("document_noun", "plan_noun") for _, last in lexicon.spots(sentence, kind)]
    return any(last < len(sentence) and _YEAR.fullmatch(sentence[last].text) for last in papers)


def _set_apart(sentence: Sequence[Word]) -> bool:
    """Whether another technique is set against the interviews: "wawancara menyebut ..., sedangkan observasi ..."."""
    against = any(True for _ in lexicon.spots(sentence, "set_against")) or any(w.text in _AGAINST for w in sentence)
    others = (name for name in TECHNIQUES if name != "interview")
    return against and any(True for name in others for _ in lexicon.spots(sentence, f"technique_{name}"))


def _aggregated(own: Attribution, named: bool) -> Attribution:
    whose = own.techniques != ("interview",) or named  # beside another technique it is told apart or pooled
    return own if whose or own.pooled else Attribution(own.techniques, aggregate=True)


def _groups(sentence: Sequence[Word]) -> list[tuple[Technique, ...]]:
    """Techniques credited, those of one breath together: "wawancara dan observasi"."""
    if lexicon.has(sentence, "collecting"):
        return []
    against = [last for _, last in lexicon.spots(sentence, "set_against")]
    every = sorted((m for name in TECHNIQUES for m in _named(sentence, name)), key=lambda m: m.first)
    found = [m for m in every if not any(0 <= m.first - last <= 1 for last in against)]
    if any(_is_instrument(sentence, m) for m in found):
        found = []  # what a guide covers is said of the guide
    groups: list[list[_Mention]] = []
    for mention in found:
        if groups and _joined(sentence[groups[-1][-1].last : mention.first]):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    kept = [g for g in groups if _is_credited(sentence, g[0].first, g[-1].last)]
    told = [tuple(dict.fromkeys(m.technique for m in g)) for g in kept]
    return told + ([("interview",)] if _told(sentence) and not any("interview" in g for g in told) else [])


def _is_instrument(sentence: Sequence[Word], mention: _Mention) -> bool:
    """Whether a technique only names its instrument: "pedoman observasi", "the guide for observation"."""
    before = [word.text for word in sentence[max(0, mention.first - 2) : mention.first]]
    return bool(before) and (before[-1] in _INSTRUMENTS or (before[0] in _INSTRUMENTS and before[-1] in ("for", "of")))


def _named(sentence: Sequence[Word], technique: Technique) -> list[_Mention]:
    spots = list(lexicon.spots(sentence, f"technique_{technique}"))
    if technique == "documentation":
        papers = [*lexicon.spots(sentence, "document_noun"), *lexicon.spots(sentence, "plan_noun")]
        spots += [spot for spot in papers if _is_source(sentence, *spot)]
        reports = list(lexicon.spots(sentence[:_HEAD], "report_noun"))
        spots += [spot for spot in reports if lexicon.has(sentence[spot[1] : spot[1] + _AHEAD], "records")]
    return [_Mention(technique, first, last) for first, last in spots]


def _is_source(sentence: Sequence[Word], first: int, last: int) -> bool:
    """Whether a paper is credited: it shows something, or something is said "berdasarkan" it."""
    based = any(word.text in _BASED for word in sentence[max(0, first - _BACK) : first])
    return based or _shows(sentence[last : last + _BACK])


def _joined(between: Sequence[Word]) -> bool:
    return all(word.text in lexicon.entries("between_techniques") for word in between)


def _is_credited(sentence: Sequence[Word], first: int, last: int) -> bool:
    before = sentence[max(0, first - _BACK) : first]
    return (
        first == 0
        or lexicon.match(sentence, first, "observing") > 0
        or any(word.text in lexicon.entries("credit_before") for word in before)
        or _shows(sentence[last : last + _AHEAD])
    )


def _shows(words: Sequence[Word]) -> bool:
    return any(word.text in lexicon.entries("credit_after") for word in words)


def _told(sentence: Sequence[Word]) -> bool:
    """Whether someone is said to have said it: "Kepala Bagian menjelaskan bahwa ...", "... (I-03)"."""
    coded = any(_CODE.fullmatch(word.text) for word in sentence)
    return coded or _speaks(sentence, "named_person") or _speaks(sentence, "informants")


def _speaks(sentence: Sequence[Word], who: str) -> bool:
    """Whether one of those people says what the sentence reports, or it is "menurut" them."""
    return any(
        (first > 0 and sentence[first - 1].text in _ACCORDING)
        or any(_says(sentence, at) for at in range(last, min(len(sentence), last + _AHEAD)))
        or any(sentence[at].text in lexicon.entries("said_by") for at in range(max(0, first - _BACK), first))
        for first, last in lexicon.spots(sentence, who)
    )


def _says(sentence: Sequence[Word], at: int) -> bool:
    """Whether a verb of saying at a place has what is said behind it: "bahwa", a comma, a quotation."""
    if sentence[at].text not in lexicon.entries("saying"):
        return False
    behind = [word.text for word in sentence[at + 1 : at + 1 + _BACK]]
    return not behind or behind[0] in (",", ":", ".") or any(word in ("bahwa", "that") for word in behind)


def _interviewed(sentence: Sequence[Word]) -> bool:
    """Whether an interview is said to be with someone: "wawancara dengan bendahara"; "dengan informan" says nothing."""
    return any(
        last + 1 < len(sentence)
        and sentence[last].text in _WITH
        and not any(lexicon.match(sentence, last + step, "informants") for step in (1, 2))
        for _, last in lexicon.spots(sentence, "technique_interview")
    )


def _counts_people(sentence: Sequence[Word]) -> bool:
    """Whether it is said how many informants say something: "tujuh informan", "sebagian besar informan (7 dari 10)"."""
    numbers, people = lexicon.entries("number"), lexicon.entries("counted_people")
    counted = any((one.text.isdigit() or one.text in numbers) and two.text in people for one, two in pairwise(sentence))
    return counted or any(
        last < len(sentence) and sentence[last].text in people for _, last in lexicon.spots(sentence, "most_of")
    )


def _union(groups: Sequence[tuple[Technique, ...]]) -> tuple[Technique, ...]:
    seen = {technique for group in groups for technique in group}
    return tuple(technique for technique in TECHNIQUES if technique in seen)
