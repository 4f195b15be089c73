"""Sentences of a report as the rules on texts read them: from an imported draft or from the study's own findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from kualcode.analysis.evidence import Technique
from kualcode.errors import Bi
from kualcode.model import Codebook, Stance

Section = Literal["abstract", "introduction", "methods", "results", "discussion", "conclusion", "recommendations"]
SECTIONS: tuple[Section, ...] = get_args(Section)
FINDINGS: frozenset[Section] = frozenset({"results", "discussion"})  # where what was found is laid out
SUMMARIES: frozenset[Section] = frozenset({"abstract", "conclusion"})  # what must rest on it
OVERALL = "overall"  # the scope of a label on the whole study
HINDERING, DRIVING, FACTORS = "hindering", "driving", "factors"  # topics of enumerations of factors
INDICATORS, COLLECTION = "indicators", "collection"  # of the study's indicators; of its ways to collect data
SECTION_NAMES: dict[Section, Bi] = {
    "abstract": Bi("Abstrak", "Abstract"),
    "introduction": Bi("Pendahuluan", "Introduction"),
    "methods": Bi("Metode", "Methods"),
    "results": Bi("Hasil", "Results"),
    "discussion": Bi("Pembahasan", "Discussion"),
    "conclusion": Bi("Simpulan", "Conclusion"),
    "recommendations": Bi("Saran", "Recommendations"),
}

_WHOLE = Bi("kinerja secara keseluruhan", "performance as a whole")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label of the scale given to a code or to the whole (OVERALL).

    `reserved`: said as a reservation ("..., meskipun masih kurang"). `weak`: praise in passing ("dengan baik").
    """

    scope: str
    label: str
    words: str = ""
    reserved: bool = False
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One item of an enumeration: its words, the codes that it names, and its content words as roots."""

    words: str
    codes: tuple[str, ...] = ()
    roots: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Enumeration:
    """What a sentence lists. `topic` is one of the constants above, or the roots of what is listed."""

    topic: str
    items: tuple[Item, ...]
    closed: bool = True  # False: examples only ("seperti ...")
    roots: tuple[str, ...] = ()  # content words of what is said to be listed


@dataclass(frozen=True, slots=True)
class Attribution:
    """To which techniques a sentence credits what it says.

    `pooled`: several at once. `aggregate`: interviews without saying whose. `inherited`: carried on from before.
    """

    techniques: tuple[Technique, ...] = ()
    pooled: bool = False
    aggregate: bool = False
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Advice:
    """What is recommended: to whom, what, and which findings or factors it answers (codes)."""

    action: str
    addressee: str = ""
    answers: tuple[str, ...] = ()
    roots: tuple[str, ...] = ()  # content words of the action
    objects: tuple[str, ...] = ()  # of these, what the action is on: no verbs
    more: tuple[str, ...] = ()  # of these, what there is to be more of: "mengadakan pelatihan"
    general: bool = False  # answers every hindrance at once ("mengatasi hambatan yang ada")
    serves: tuple[str, ...] = ()  # codes that it is said to be good for


@dataclass(frozen=True, slots=True)
class Cause:
    """What is said to bring about a problem; `bare` where the thing itself does, not its lack or bad state."""

    words: str
    roots: tuple[str, ...] = ()
    bare: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """How a sentence reads one aspect of a code, and the technique that it credits with it, if it is one."""

    code: str
    facet: str
    stance: Stance
    technique: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence with all that the rules on texts look at; what does not apply is empty."""

    id: str
    section: Section
    text: str = ""
    line: int = 0
    language: str = "id"
    paragraph: int = 0
    heading: str | None = None  # the code under whose heading it stands
    codes: tuple[str, ...] = ()
    stances: Mapping[str, Stance] | None = None  # by code
    facets: Mapping[str, str] | None = None  # by code
    readings: tuple[Reading, ...] | None = None  # aspect by aspect; None: stances and facets tell
    labels: tuple[Labelled, ...] = ()
    attribution: Attribution = Attribution()
    enumerations: tuple[Enumeration, ...] = ()
    advice: Advice | None = None
    causes: tuple[Cause, ...] = ()
    roots: tuple[str, ...] = ()  # content words
    stems: tuple[str, ...] = ()  # all words but function words
    factor: str | None = None  # HINDERING, DRIVING or FACTORS where the sentence speaks of factors
    cited: bool = False  # reports another study or a theory
    summing: bool = False  # sums up: "secara keseluruhan ..."

    @property
    def is_recommendation(self) -> bool:
        """Whether the sentence advises something."""
        return self.advice is not None

    def stance(self, code: str) -> Stance | None:
        """How it leans on a code."""
        return (self.stances or {}).get(code)

    @property
    def aspects(self) -> tuple[Reading, ...]:
        """How it reads the aspects of codes; neutral and mixed readings have no direction."""
        if self.readings is not None:
            return self.readings
        techniques = self.attribution.techniques
        technique = techniques[0] if len(techniques) == 1 else ""
        stances = self.stances or {}
        return tuple(
            Reading(code, facet, stances[code], technique)
            for code, facet in (self.facets or {}).items()
            if stances.get(code) in ("positive", "negative")
        )


def place(statement: Statement) -> str:
    """Where a sentence stands: "Simpulan, brs. 12"; the section alone where lines are not known."""
    name = SECTION_NAMES[statement.section].id
    return f"{name}, brs. {statement.line}" if statement.line else name


def scope_name(scope: str, book: Codebook) -> Bi:
    """A code or the whole as people call it."""
    return book.by_id[scope].name if scope in book.by_id else _WHOLE if scope == OVERALL else Bi(scope, scope)


def refs(statements: Sequence[Statement]) -> tuple[tuple[str, str], ...]:
    """Which sentences a flag is on, among its values for machines: lines alone do not tell them apart."""
    return tuple(("statement", id_) for id_ in dict.fromkeys(s.id for s in statements if s.id))


def where(statements: Sequence[Statement]) -> Bi:
    """The places of some sentences in words, each once."""
    names = [SECTION_NAMES[s.section] for s in statements]
    lines = [s.line for s in statements]
    shown = [
        Bi(f"{name.id} (brs. {line})", f"{name.en} (line {line})") if line else name
        for name, line in zip(names, lines, strict=True)
    ]
    return Bi(", ".join(dict.fromkeys(b.id for b in shown)), ", ".join(dict.fromkeys(b.en for b in shown)))
