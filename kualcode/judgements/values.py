"""What the researcher writes in temuan.yaml, as frozen values. A text written once stands for both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kualcode.errors import Bi

# What a study may declare to have done for its trustworthiness, after Lincoln & Guba (1985) and Sugiyono, as listed
# in method 3.1, with the words for each: the first one in each language names it.
TECHNIQUES: dict[str, tuple[str, ...]] = {
    "prolonged_engagement": (
        "perpanjangan pengamatan",
        "prolonged engagement",
        "perpanjangan keikutsertaan",
        "perpanjangan kehadiran",
    ),
    "persistent_observation": (
        "meningkatkan ketekunan",
        "persistent observation",
        "peningkatan ketekunan",
        "ketekunan pengamatan",
        "ketekunan",
    ),
    "triangulation": ("triangulasi", "triangulation"),
    "source_triangulation": ("triangulasi sumber", "source triangulation", "data triangulation"),
    "technique_triangulation": (
        "triangulasi teknik",
        "technique triangulation",
        "triangulasi metode",
        "method triangulation",
        "methodological triangulation",
    ),
    "time_triangulation": ("triangulasi waktu", "time triangulation"),
    "peer_debriefing": (
        "diskusi teman sejawat",
        "peer debriefing",
        "diskusi sejawat",
        "diskusi dengan teman sejawat",
        "peer discussion",
    ),
    "negative_cases": ("analisis kasus negatif", "negative case analysis", "kasus negatif", "negative cases"),
    "reference_material": ("bahan referensi", "referential adequacy", "kecukupan referensi", "reference material"),
    "member_check": ("member check", "member checking", "membercheck", "pengecekan anggota", "member checks"),
    "thick_description": ("uraian rinci", "thick description", "transferability", "keteralihan", "transferabilitas"),
    "audit": ("audit", "audit trail", "jejak audit", "dependability", "dependabilitas", "kebergantungan"),
    "confirmability": ("konfirmabilitas", "confirmability", "kepastian", "objektivitas"),
}
TechniqueName = Literal["interview", "observation", "documentation"]
MentionKind = Literal["code", "labelled", "label", "facet", "voice"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A word that the codebook or the project must know, and where it stands; `code` is what it is said of."""

    kind: MentionKind  # labelled: a code that is given a label
    word: str
    where: str  # file:line:column
    code: str = ""
    technique: TechniqueName | None = None  # of a voice, where it is given


@dataclass(frozen=True, slots=True)
class Negative:
    """What the researcher makes of a voice that says the opposite."""

    voice: str  # as written: I-04, a session, a family of documents
    explanation: Bi
    revised: bool = False  # the claim was revised because of it
    gist: Bi | None = None
    technique: TechniqueName | None = None  # needed only where several techniques have a voice of that name


@dataclass(frozen=True, slots=True)
class Finding:
    """What the researcher holds of one code; the label is a word of the label scale, as written."""

    code: str
    label: str | None = None
    claim: Bi | None = None
    memo: str = ""  # why the label is not the suggested one
    rests_on: tuple[str, ...] = ()  # facets
    theory: Bi | None = None
    negative_cases: tuple[Negative, ...] = ()


@dataclass(frozen=True, slots=True)
class Overall:
    """The label of the study as a whole."""

    label: str | None = None
    memo: str = ""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One piece of advice: to whom, what, which findings it answers, and which codes its action touches."""

    id: str  # S-01
    action: Bi
    to: Bi | None = None
    answers: tuple[str, ...] = ()
    concerns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an earlier study found on one indicator, to be set beside ours."""

    study: str
    indicator: str
    result: str  # a word of the label scale, as written
    year: str = ""
    place: str = ""
    cite: str = ""


@dataclass(frozen=True, slots=True)
class Debriefing:
    """One talk with a peer."""

    date: str  # YYYY-MM-DD
    peer: str
    topic: str
    decision: str = ""
    changed_codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reflection:
    """One reflexive memo of the researcher."""

    date: str  # YYYY-MM-DD
    memo: str


@dataclass(frozen=True, slots=True)
class Judgements:
    """The whole file; everything may be left out."""

    findings: tuple[Finding, ...] = ()
    overall: Overall = Overall()
    recommendations: tuple[Recommendation, ...] = ()
    earlier_studies: tuple[Earlier, ...] = ()
    credibility: tuple[str, ...] = ()  # declared techniques, keys of TECHNIQUES
    peer_debriefing: tuple[Debriefing, ...] = ()
    reflexivity: tuple[Reflection, ...] = ()
    method: tuple[tuple[str, Bi], ...] = ()  # "COREQ-8", "SRQR-3" -> text
    setting: Bi | None = None
    mentions: tuple[Mention, ...] = ()  # for `check`

    def finding(self, code: str) -> Finding | None:
        """What is held of a code; None where nothing was written."""
        return next((found for found in self.findings if found.code == code), None)
