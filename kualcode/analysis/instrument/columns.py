"""What the columns of an instrument's table hold, by the words of its header row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kualcode.analysis.evidence import Technique
from kualcode.model import Codebook
from kualcode.text import squash

LOOK_AT = 12  # a header row stands among the first rows or nowhere: title and study come above it
# Levels of the codebook from the outside in, as theses call them; the study's own variable names no code.
VARIABLE, LEVELS = "variable", ("group", "indicator", "sub_indicator", "code")
_LEVELS = {
    VARIABLE: "variabel|variable|variabel penelitian",
    "group": "sub variabel|subvariabel|sub-variabel|dimensi|sub-variable|subvariable|sub variable|dimension|group",
    "indicator": "indikator|indicator|indikator penelitian",
    "sub_indicator": "sub indikator|subindikator|sub-indikator|sub-indicator|sub indicator|subindicator",
    "code": "kode|code|kode indikator",
}
_OTHERS = {
    "number": "no|nomor|no butir|no. butir|no item|no. item|nomor butir|number|#",
    "technique": "teknik|teknik pengumpulan data|metode|metode pengumpulan data|teknik pengumpulan|technique|method"
    "|data collection technique",
    "informants": "informan|sumber data|narasumber|responden|informan/sumber data|informants|informant|data source"
    "|source of data|respondents",
}
_ASPECT = ("aspek", "aspect")
_IMPLIED: dict[Technique, str] = {
    "interview": "pertanyaan|daftar pertanyaan|butir pertanyaan|item pertanyaan|pertanyaan wawancara|question|questions"
    "|interview question|interview questions",
    "observation": "aspek|aspek yang diamati|aspek pengamatan|aspek observasi|hal yang diamati|objek pengamatan|aspect"
    "|aspects|aspect observed|aspects observed",
    "documentation": "dokumen|jenis dokumen|nama dokumen|dokumen yang dicari|dokumen yang diperlukan|document"
    "|documents",
}
_TEXTS: dict[str, Technique | None] = {
    **dict.fromkeys(("butir", "butir instrumen", "item", "uraian")),
    **{word: technique for technique, words in _IMPLIED.items() for word in words.split("|")},
}
_FIXED = {word: name for name, words in {**_LEVELS, **_OTHERS}.items() for word in words.split("|")}


class Text(NamedTuple):
    """A column of questions, aspects or documents, and the technique that its head implies."""

    column: int
    technique: Technique | None


class Columns(NamedTuple):
    """Where each thing stands; levels are (name, column), from the outside in."""

    row: int  # of the head, from 0
    levels: tuple[tuple[str, int], ...]
    texts: tuple[Text, ...]
    number: int | None = None
    technique: int | None = None
    informants: int | None = None


def columns(rows: Sequence[Sequence[str]], book: Codebook) -> Columns | None:
    """The header row of a table; None where there is none that names a level and a text."""
    known = _names(book)
    for number, row in enumerate(rows[:LOOK_AT]):
        found = _columns(number, row, known)
        if found is not None:
            return found
    return None


def is_head(row: Sequence[str], found: Columns, head: Sequence[str]) -> bool:
    """Whether a row below says the head again, as at the top of a new page."""
    at = [text.column for text in found.texts]
    return bool(at) and all(_folded(row[n]) == _folded(head[n]) for n in at)


def _columns(number: int, row: Sequence[str], known: dict[str, str]) -> Columns | None:
    words = [_folded(cell) for cell in row]
    at: dict[str, int] = {}
    for column, word in enumerate(words):
        if word in known:
            at.setdefault(known[word], column)
    texts = [Text(column, *told) for column, word in enumerate(words) if (told := _text(word)) is not None]
    if len(texts) > 1 and any(words[text.column] in _ASPECT for text in texts):
        aside = next(text for text in texts if words[text.column] in _ASPECT)
        texts.remove(aside)  # "Aspek" beside "Pertanyaan" is a level
        at.setdefault("group", aside.column)
    levels = tuple((name, at[name]) for name in LEVELS if name in at)
    if not texts or not levels:
        return None
    return Columns(number, levels, tuple(texts), at.get("number"), at.get("technique"), at.get("informants"))


def _text(word: str) -> tuple[Technique | None] | None:
    """The technique that a head such as "Aspek/Dokumen" implies, in a tuple; None for any other head."""
    parts = [part.strip() for part in word.split("/")]
    if not all(part in _TEXTS for part in parts):
        return None
    implied = {_TEXTS[part] for part in parts}
    return (implied.pop() if len(implied) == 1 else None,)


def _names(book: Codebook) -> dict[str, str]:
    """Heads by their words; what the study itself calls its levels comes first."""
    own = {"indicator": "group", "sub_indicator": "indicator"}
    told = {_folded(word): own[level] for level, words in book.levels if level in own for word in words}
    return {**_FIXED, **told}


def _folded(cell: str) -> str:
    bare = re.sub(r"\([^()]*\)", " ", squash(cell)).casefold()
    return re.sub(r"\s*(?:/|\batau\b|\bor\b)\s*", "/", squash(bare).strip(" :.*"))
