"""What triangulation counts: one record a coded statement, and the thresholds of the codebook (method 1.3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal, get_args

from kualcode.language.quantity import Quantity
from kualcode.model import Causal, Codebook, Stance, Status

EvidenceType = Literal["interview", "observation", "documentation", "pooled", "unattributed"]
Technique = Literal["interview", "observation", "documentation"]
Axis = Literal["technique", "source", "time"]
Modality = Literal["realised", "planned", "target"]
TECHNIQUES: tuple[Technique, ...] = get_args(Technique)
AXES: tuple[Axis, ...] = get_args(Axis)
# What names the voice of each technique (method 1.4, step 1).
VOICE_FIELD: dict[Technique, str] = {
    "interview": "informant",
    "observation": "session_id",
    "documentation": "doc_family",
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """One coded statement with where it comes from. `aggregate` reports many informants as one voice."""

    id: str
    source_type: EvidenceType
    code: str
    stance: Stance
    doc_id: str = ""
    turn: str = ""  # the unit within the document; empty is a unit of its own
    facet: str | None = None
    strength: int = 2
    status: Status = "accepted"
    causal: Causal = "none"
    informant: str | None = None  # who speaks; of an observation or a document whom it is of, where that is recorded
    session_id: str | None = None
    doc_family: str | None = None
    doc_class: str | None = None  # transcript, field_note, plan, report, register, decree, photo
    date: str | None = None  # YYYY-MM-DD
    period: str | None = None
    role: str | None = None
    role_group: str | None = None
    category: str | None = None
    consent: str | None = "declared"  # None where none is needed
    inherited: bool = False
    aggregate: bool = False
    start: int = 0
    end: int = 0
    line_from: int = 0  # 0 where the place is not known
    line_to: int = 0
    quote: str = ""
    quote_found: bool = True  # the quote stands verbatim in its span
    gist: str = ""
    translation: str = ""
    coder: str | None = None
    member_check: str | None = None  # agreed, disputed, overdue; None where none was sent

    @property
    def counts(self) -> bool:
        """Only what a person accepted of a source that may be used (method 1.3 and 2.6)."""
        return self.status == "accepted" and self.consent not in ("refused", "withdrawn")


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure that a statement gives, keyed so that it can meet others of the same thing (method 1.5)."""

    id: str
    evidence: str
    quantity: Quantity
    measure: str  # "tamu per hari"
    subject: str = ""  # of what; empty is the unit studied
    unit: str = ""
    period: str | None = None  # None: not said
    modality: Modality = "realised"
    partition_of: str | None = None  # id of the total of which this is a part
    role: Literal["total", "part", "exception", "all", "deferred", "value"] = "value"
    code: str = ""
    edited_by: str | None = None  # a person confirmed or changed the key

    @property
    def key(self) -> tuple[str, str, str, str | None, Modality]:
        """What must be the same for two figures to be of one thing."""
        return self.measure, self.subject, self.unit, self.period, self.modality


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The numbers that decide, from `triangulation:` of the codebook; all fractions are exact."""

    voice_dominance: Fraction = Fraction(2, 3)
    source_majority: Fraction = Fraction(2, 3)
    min_source_types: int = 2
    min_voices_single_source: int = 2
    min_informants: int = 3
    prominence: bool = True
    prominence_high: Fraction = Fraction(1, 2)
    prominence_mid: Fraction = Fraction(1, 5)
    prominence_gap: int = 1
    prominence_voices: int = 3
    time_bucket: str = "session"  # session, week, month


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a researcher wrote about a contradiction; it lowers BLOCK to QUALIFY, never further."""

    rule: str  # DISSONANCE, N1, N2, N5, T1, T3, LABEL
    target: str  # a code, or the id of a flag
    decision: Literal["prefer", "both_true", "split", "retract"]
    rationale: str
    by: str
    date: str
    member_check_ref: str | None = None
    side: str | None = None  # of prefer: a technique, role group or voice; of LABEL "researcher" or "suggestion"
    also: tuple[str, ...] = ()  # "N5:N5-3f9a2c": other contradictions that this one decision was written for
    of: str = ""  # "DISSONANCE:TEPAT.PEN": of one of those, where the decision is written


@dataclass(frozen=True, slots=True)
class NegativeCase:
    """What the researcher made of a voice that says the opposite."""

    code: str
    voice: str
    explanation: str
    revised_claim: bool = False
    technique: Technique | None = None  # needed only where several techniques have a voice of that name


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the researcher holds of one code beside the machine: a label, a sentence, what it rests on."""

    code: str
    label: str | None = None
    claim: tuple[str, str] | None = None  # id, en
    memo: str = ""  # why the label is not the suggested one
    rests_on: tuple[str, ...] = ()  # facets
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Recommended:
    """One recommendation: the findings and factors that it answers, and what its action is itself about (codes)."""

    id: str
    answers: tuple[str, ...] = ()
    concerns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """Everything that a run of triangulation rests on."""

    book: Codebook
    evidence: tuple[Evidence, ...]
    claims: tuple[Claim, ...] = ()
    voices: Mapping[str, int] | None = None  # all voices of each technique, for prominence; None: not tested
    asked: Mapping[str, frozenset[str]] = field(default_factory=dict)  # technique -> codes its guide asks for
    design: tuple[str, ...] = ()  # teknik, sumber, waktu
    resolutions: tuple[Resolution, ...] = ()
    negative_cases: tuple[NegativeCase, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    recommendations: tuple[Recommended, ...] = ()
