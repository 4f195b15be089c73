"""Voices: whose word a piece of evidence is, and how a voice leans (method 1.4, steps 1 and 2).

One informant, one session, one document with its copies is one voice on a code, however much it says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction

from kualcode.analysis.evidence import TECHNIQUES, VOICE_FIELD, Evidence, EvidenceType
from kualcode.analysis.verdicts import DIRECTIONAL, Sign, Voice

AGGREGATE = "(agregat)"  # many informants, sessions or documents told as one
VoiceId = tuple[int, str]  # place of the technique, key: informants and sessions may share a name
FOR, AGAINST = 1, 2
_SIDES = {"positive": FOR, "negative": AGAINST, "mixed": FOR | AGAINST, "neutral": 0}
Unit = tuple[str, str, str | None]  # document, turn, facet
_NAMED_BY: dict[EvidenceType, tuple[int, str]] = {
    technique: (place, VOICE_FIELD[technique]) for place, technique in enumerate(TECHNIQUES)
}


def voice_of(one: Evidence) -> VoiceId | None:
    """The voice of a piece of evidence; None where no technique or nobody is named for it (pooled, unattributed)."""
    known = _NAMED_BY.get(one.source_type)
    if known is None:
        return None
    place, name = known
    key = AGGREGATE if one.aggregate else getattr(one, name)
    return (place, key) if key else None


def sides_of(one: Evidence) -> int:
    """What a piece of evidence speaks for: 1 for, 2 against, 3 both, 0 neither."""
    return _SIDES[one.stance]


def unit_of(one: Evidence) -> Unit:
    """What is counted once: an aspect within a turn of a document. Copies in one family are one document.

    Evidence without a turn is a turn of its own.
    """
    if not one.turn:
        return "", one.id, one.facet
    return one.doc_family or one.doc_id, one.turn, one.facet


def sign_of(positive: int, negative: int, threshold: Fraction) -> Sign:
    """How P and N lean: NEU without either; the side whose share reaches the threshold; else MIX.

    Exactly the threshold is reached. Where both sides reach it (a threshold of 1/2 or less) no side prevails: MIX.
    """
    total = positive + negative
    if total == 0:
        return "NEU"
    needed = threshold.numerator * total
    above = positive * threshold.denominator >= needed
    below = negative * threshold.denominator >= needed
    if above == below:
        return "MIX"
    return "POS" if above else "NEG"


def sign_of_group(signs: Iterable[Sign] | Counter[Sign], threshold: Fraction) -> Sign:
    """The stance of a group by its voices, or by how many lean each way (step 3).

    a, b, c of POS, MIX, NEG give P = 2a + b and N = 2c + b.
    """
    found = Counter(signs)
    if not found:
        return "SIL"
    return sign_of(2 * found["POS"] + found["MIX"], 2 * found["NEG"] + found["MIX"], threshold)


def joined(one: Voice, other: Voice, threshold: Fraction) -> Voice:
    """What one voice says of two codes, as one voice."""
    positive, negative = one.positive + other.positive, one.negative + other.negative
    evidence = tuple(sorted((*one.evidence, *other.evidence)))
    return Voice(one.key, sign_of(positive, negative, threshold), evidence, positive, negative, one.technique)


def directional(found: Iterable[Voice]) -> list[Voice]:
    """Voices that take a side or both sides."""
    return [voice for voice in found if voice.sign in DIRECTIONAL]
