"""What triangulation says of each code, as values (method 1.4 and 1.7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from kualcode.analysis.evidence import Axis, Technique
from kualcode.analysis.rules.flags import Flag
from kualcode.errors import Bi

Sign = Literal["POS", "NEG", "MIX", "NEU", "SIL"]
Pair = Literal["AGREEMENT", "PARTIAL", "DISSONANCE", "SILENCE", "INCONCLUSIVE"]
Verdict = Literal["AGREEMENT", "PARTIAL", "DISSONANCE", "SILENCE", "NEUTRAL_ONLY", "UNATTRIBUTED", "NO_DATA"]
Gate = Literal["EMIT", "QUALIFY", "DESCRIBE", "BLOCK"]
Level = Literal["HIGH", "MODERATE", "LOW", "VERY_LOW"]
Silence = Literal["expected", "surprising", "not_asked"]
DIRECTIONAL: frozenset[Sign] = frozenset({"POS", "NEG", "MIX"})


@dataclass(frozen=True, slots=True)
class Voice:
    """One voice on one code: how it leans, and the evidence from which that comes.

    A key is a name within a technique: an informant and a document may share it ("(agregat)" always does).
    """

    key: str  # I-03; a session; a document family; "(agregat)"
    sign: Sign
    evidence: tuple[str, ...]
    positive: int = 0  # units that speak for, those that are mixed among them (P of the method)
    negative: int = 0  # units that speak against, likewise (N)
    technique: Technique | None = None

    @property
    def id(self) -> tuple[Technique | None, str]:
        """What tells it from every other voice."""
        return self.technique, self.key


@dataclass(frozen=True, slots=True)
class Group:
    """One column of a row: a technique, a role group or a stretch of time."""

    name: str
    sign: Sign
    voices: tuple[Voice, ...] = ()
    silence: Silence | None = None  # only where sign is SIL


class Chosen(NamedTuple):
    """The side that a resolution prefers: a technique, role group or voice, how it leans, and the label it leaves."""

    side: str
    sign: Sign
    label: str | None


class SameSource(NamedTuple):
    """An informant on whom two or more techniques have evidence, and how she stands in each."""

    source: str
    stances: tuple[tuple[Technique, Sign], ...]  # in the order of the techniques


@dataclass(frozen=True, slots=True)
class Views:
    """One facet, sorted as Sugiyono has it: who holds the majority's view, who the opposite, who alone speaks."""

    facet: str
    same: tuple[str, ...] = ()
    different: tuple[str, ...] = ()
    specific: str | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of the gate or the confidence, in both languages; `id` is what a machine reads ("PARTIAL").

    Of the confidence: the level is 4 less the sum of `cost`, at least 1, and at most MODERATE where a reason has
    `caps`. Of the gate: `gate` is what this reason alone would give, and the gravest of them holds.
    """

    id: str  # English and short, as in the contract: "2 of 3 techniques", "PARTIAL"
    text: Bi
    cost: int = 0
    caps: bool = False
    gate: Gate | None = None


@dataclass(frozen=True, slots=True)
class CodeVerdict:
    """Everything that is said of one code on one axis; what does not apply is None or empty."""

    code: str
    verdict: Verdict | None  # None only for a group of factors, which lists its factors
    groups: tuple[Group, ...]  # in the order of the axis; empty for a group of factors
    unattributed: tuple[str, ...] = ()  # evidence without a named source, and pooled
    pairs: tuple[tuple[str, str, Pair], ...] = ()
    facet_clashes: tuple[str, ...] = ()
    claim_clashes: tuple[str, ...] = ()
    prominence_gaps: tuple[tuple[str, str], ...] = ()
    views: tuple[Views, ...] = ()
    deviant: tuple[Voice, ...] = ()
    camps: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # POS and NEG voices where no side prevails
    camp_voices: Mapping[str, tuple[Voice, ...]] = field(default_factory=dict)  # the same with their techniques
    caps: tuple[str, ...] = ()  # children that lowered a parent
    k_parts: int | None = None  # of a parent: the most groups that take a side on any one of its parts
    chosen: Chosen | None = None  # of a dissonance, the side that was preferred in writing
    label: str | None = None
    label_note: Bi | None = None
    status: str | None = None  # of a factor: supported, refuted, disputed
    condition_only: bool = False  # a factor nobody says affects the work
    gate: Gate | None = None
    gate_reasons: tuple[Reason, ...] = ()
    confidence: Level | None = None
    reasons: tuple[Reason, ...] = ()  # of the confidence
    flags: tuple[Flag, ...] = ()
    disputed: tuple[str, ...] = ()  # evidence on which people differ: listed, not counted
    unplaced: tuple[str, ...] = ()  # evidence that this axis cannot place: no date, no role group
    recode: tuple[str, ...] = ()  # evidence under a retired code that belongs here: listed, not counted
    same_source: tuple[SameSource, ...] = ()  # only on the axis of techniques
    general: CodeVerdict | None = None  # the parent's own evidence, weighed as one more child "(umum)"

    @property
    def k(self) -> int:
        """How many groups have directional voices."""
        return sum(group.sign in DIRECTIONAL for group in self.groups)


@dataclass(frozen=True, slots=True)
class Triangulation:
    """One run over one axis: every code of the codebook, in its order."""

    axis: Axis
    gates: bool  # whether this axis decides what may be stated
    names: tuple[str, ...]  # of the groups
    codes: tuple[CodeVerdict, ...]
    flags: tuple[Flag, ...] = ()  # all of them, those of the study as a whole too
    strangers: tuple[str, ...] = ()  # codes that evidence names and the codebook does not know; nothing is made of them

    def of(self, code: str) -> CodeVerdict:
        """The verdict on a code. Raises KeyError."""
        return next(found for found in self.codes if found.code == code)
