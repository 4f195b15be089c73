"""How many voices each technique has in all, spoken or silent on a code: what prominence is measured against."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from kualcode.analysis.evidence import TECHNIQUES, Evidence, Technique
from kualcode.analysis.triangulation.voices import voice_of
from kualcode.analysis.words import TECHNIQUES as TYPE_NAMES
from kualcode.errors import Bi, SourceError
from kualcode.workflow.words import meant

_TECHNIQUE_NAMES = {technique: TYPE_NAMES[technique] for technique in TECHNIQUES}


def read_voices(text: str, name: str, known: Iterable[Evidence]) -> Mapping[str, int]:
    """All voices of each technique, spoken or silent on a code: {"interview": 10, "observation": 3}.

    Raises SourceError for what is no such object, or fewer voices than the evidence itself has.
    """
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict) or not all(_is_count(count) for count in value.values()):
        raise SourceError(_NO_VOICES.fill(name=name), _VOICES_FORM)
    made = {meant(str(kind), _TECHNIQUE_NAMES): count for kind, count in value.items()}
    if None in made:
        raise SourceError(_ODD_TECHNIQUE.fill(name=name, known=", ".join(TECHNIQUES)), _VOICES_FORM)
    heard = _heard(known)
    for kind, count in made.items():
        if kind is not None and count < len(heard[kind]):
            raise SourceError(
                _TOO_FEW.fill(name=name, kind=_TECHNIQUE_NAMES[kind], n=count, heard=len(heard[kind])), _COUNT_ALL
            )
    return {kind: count for kind, count in made.items() if kind is not None}


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _heard(known: Iterable[Evidence]) -> dict[Technique, set[str]]:
    found: dict[Technique, set[str]] = {technique: set() for technique in TECHNIQUES}
    for one in known:
        voice = voice_of(one) if one.counts else None
        if voice is not None:
            found[TECHNIQUES[voice[0]]].add(voice[1])
    return found


_NO_VOICES = Bi("{name} bukan objek JSON berisi bilangan bulat.", "{name} is no JSON object of whole numbers.")
_VOICES_FORM = Bi(
    'Tulis seperti {{"interview": 10, "observation": 3, "documentation": 5}}.',
    'Write it like {{"interview": 10, "observation": 3, "documentation": 5}}.',
).fill()
_ODD_TECHNIQUE = Bi(
    "{name} memuat teknik yang tidak dikenal (dikenal: {known}).", "{name} holds an unknown technique (known: {known})."
)
_TOO_FEW = Bi(
    "{name}: {kind} berjumlah {n}, padahal buktinya memuat {heard} suara.",
    "{name}: {kind} has {n}, but the evidence holds {heard} voices.",
)
_COUNT_ALL = Bi("Hitung semua suara, juga yang diam.", "Count all voices, silent ones too.")
