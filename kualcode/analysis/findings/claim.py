"""The researcher's own sentence, held against what the finding rests on: its figures, its techniques, its label.

What differs is a remark for the researcher, never a change: the sentence is hers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from kualcode.analysis import words
from kualcode.analysis.evidence import TECHNIQUES, Technique
from kualcode.errors import Bi
from kualcode.language import numbers
from kualcode.language.quantity import Quantity
from kualcode.model import Label

_TECHNIQUES: dict[Literal["id", "en"], dict[Technique, str]] = {
    "id": {
        "interview": r"\b(?:wawancara|informan)\b",
        "observation": r"\b(?:observasi|pengamatan)\b",
        "documentation": r"\b(?:dokumentasi|dokumen)\b",
    },
    "en": {
        "interview": r"\b(?:interviews?|informants?)\b",
        "observation": r"\bobservations?\b",
        "documentation": r"\b(?:documents?|documentation)\b",
    },
}
_EFFECTS = {
    "id": r"\b(?:me\w*(?:hambat|garuh|dorong)|men(?:yebab|gakibat)\w*|berpengaruh|berdampak|akibat|sebab)",
    "en": r"\b(?:hinder|affect|caus|driv|influenc|impact|lead)",
}
_VOICES = frozenset({"informan", "orang", "catatan", "dokumen", "informant", "informants", "records", "documents"})


@dataclass(frozen=True, slots=True)
class Held:
    """What a sentence may speak of: the figures in facts and quotes, who speaks, and the label."""

    figures: tuple[Quantity, ...] = ()
    voices: tuple[int, ...] = ()  # how many voices there are, of each kind
    techniques: frozenset[str] = frozenset()  # that hold evidence
    label: str | None = None  # the researcher's, else the suggested one
    evaluates: bool = True  # False where the data are only descriptive
    side: Bi | None = None  # of a dissonance, the side that was preferred: "observasi (negatif)"
    condition: bool = False  # a factor of which nobody says that it has an effect


def check(claim: tuple[str, str], held: Held, scale: Sequence[Label]) -> tuple[Bi, ...]:
    """Every remark on a claim (Indonesian, English); a text that is empty is not checked."""
    found: list[Bi] = []
    languages: tuple[Literal["id", "en"], ...] = ("id", "en")
    for language, text in zip(languages, claim, strict=True):
        found += _figures(text, language, held)
        found += _techniques(text, language, held)
        found += _labels(text, language, held, scale)
        if held.condition and re.search(_EFFECTS[language], text, re.IGNORECASE):
            found.append(_CONDITION)
    if held.side is not None and any(claim):
        found.append(_SIDE.fill(side=held.side))
    return tuple(dict.fromkeys(found))


def _figures(text: str, language: str, held: Held) -> Iterator[Bi]:
    """Figures that stand neither in a fact nor in a quote; how many informants there are is known besides."""
    for figure in numbers.parse(text, language=language):
        if not figure.is_claim or not numbers.has_figure(figure.raw, language=language):
            continue
        counts = figure.unit in _VOICES and figure.is_single and figure.lo in held.voices
        if not counts and not any(_same(figure, other) for other in held.figures):
            yield _FIGURE.fill(figure=figure.raw)


def _same(a: Quantity, b: Quantity) -> bool:
    return b.is_claim and (a.unit == "percent") == (b.unit == "percent") and numbers.compare(a, b) == "AGREEMENT"


def _techniques(text: str, language: Literal["id", "en"], held: Held) -> Iterator[Bi]:
    """Techniques that the sentence names although they hold nothing on the code."""
    for technique in TECHNIQUES:
        if technique not in held.techniques and re.search(_TECHNIQUES[language][technique], text, re.IGNORECASE):
            yield _TECHNIQUE.fill(technique=words.TECHNIQUES[technique])


def _labels(text: str, language: Literal["id", "en"], held: Held, scale: Sequence[Label]) -> Iterator[Bi]:
    """Label words of another position than the finding's, or any at all where nothing may be evaluated."""
    said = labels_in(text, language, tuple(scale))
    if said and not held.evaluates:
        yield _EVALUATES.fill(word=said[0][0])
    elif said and held.label is not None and held.label not in (label for _, label in said):
        yield _LABEL.fill(word=said[0][0], label=_named(held.label, scale))


def labels_in(text: str, language: Literal["id", "en"], scale: tuple[Label, ...]) -> list[tuple[str, str]]:
    """Label words of a text with the position that each names, in order; the longest word counts."""
    pattern, meaning = _pattern(language, scale)
    return [(match[0], meaning[match[0].casefold()]) for match in pattern.finditer(text)]


@lru_cache(maxsize=8)
def _pattern(language: Literal["id", "en"], scale: tuple[Label, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    words = dict(_words(language, scale))
    either = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return re.compile(rf"\b(?:{either or '(?!)'})\b", re.IGNORECASE), words


def _words(language: Literal["id", "en"], scale: Iterable[Label]) -> Iterator[tuple[str, str]]:
    for label in scale:
        for word in (label.id, *label.aliases) if language == "id" else (label.en,):
            yield word.casefold(), label.id


def _named(label: str, scale: Iterable[Label]) -> Bi:
    return next((Bi(known.id, known.en) for known in scale if known.id == label), Bi(label, label))


_FIGURE = Bi(
    "Angka “{figure}” tidak ditemukan dalam data angka maupun kutipan temuan ini.",
    "The figure “{figure}” is in neither the figures nor the quotes of this finding.",
)
_TECHNIQUE = Bi(
    "Kalimat itu menyebut {technique}, sedangkan {technique} tidak memuat data tentang hal ini.",
    "The sentence names {technique}, which holds nothing on this matter.",
)
_LABEL = Bi(
    "Kalimat itu memakai kata “{word}”, sedangkan labelnya “{label}”.",
    "The sentence says “{word}”, while the label is “{label}”.",
)
_CONDITION = Bi(
    "Kalimat itu menyatakan pengaruh, sedangkan tidak ada yang menyatakan bahwa faktor ini berpengaruh; laporkan "
    "sebagai kondisi.",
    "The sentence states an effect, while nobody says that this factor has one; report it as a condition.",
)
_SIDE = Bi(
    "Sisi yang dipilih: {side}; pastikan kalimat itu menyatakan hal yang sama.",
    "The preferred side: {side}; make sure that the sentence says the same.",
)
_EVALUATES = Bi(
    "Data tentang hal ini hanya deskriptif, sehingga kata “{word}” tidak dapat dipakai.",
    "The data on this matter are descriptive only, so “{word}” cannot be said.",
)
