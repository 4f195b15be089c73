"""What a project really holds of the work behind its findings: counts and dates, never an opinion."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kualcode.errors import Bi


@dataclass(frozen=True, slots=True)
class Traces:
    """Everything that the checklists and the table of trustworthiness are filled from; None and 0 are "no trace"."""

    # who was asked, and when
    informants: int = 0
    role_groups: Mapping[str, int] = field(default_factory=dict)
    categories: Mapping[str, int] = field(default_factory=dict)
    chosen: Mapping[str, int] = field(default_factory=dict)  # how informants were chosen
    refused: int = 0  # refused or withdrew
    returned: tuple[str, ...] = ()  # informants interviewed on more than one day
    lengths: int = 0  # informants whose interview has a length
    consents: Mapping[str, int] = field(default_factory=dict)  # recorded, declared, unrecorded
    interviews: int = 0
    recordings: int = 0  # interviews read from timed subtitles
    observations: int = 0
    documents: int = 0
    days: tuple[str, ...] = ()  # dates in the field
    # how it was coded
    coders: tuple[str, ...] = ()
    passages: int = 0
    accepted: int = 0
    undecided: int = 0
    disputed: int = 0
    double_coded: int = 0  # passages on which two persons or more decided
    recoded: int = 0  # decisions that were changed later
    memos: int = 0  # reasons that people wrote with a decision
    codebook: str = ""
    codes: int = 0
    facets: int = 0
    derivation: Bi | None = None  # as the codebook says
    instrument: int = 0  # questions, aspects and documents asked for
    asked_codes: int = 0  # codes that the instrument or the guides ask for
    # what came of it
    axes: tuple[str, ...] = ()  # axes on which at least two groups could be compared: technique, source, time
    design: tuple[str, ...] = ()  # axes that the study says it uses
    verdicts: Mapping[str, int] = field(default_factory=dict)
    themes: int = 0  # codes with accepted evidence
    deviant: int = 0
    unexplained: int = 0
    quotes_found: int = 0  # accepted quotes that stand verbatim in their source
    informants_quoted: int = 0
    saturation: Bi | None = None
    # what the researcher wrote
    declared: tuple[str, ...] = ()
    debriefings: int = 0
    debriefing_codes: int = 0
    reflections: int = 0
    written: Mapping[str, Bi] = field(default_factory=dict)  # "COREQ-8" -> text
    setting: Bi | None = None
    title: str | None = None
    questions: int = 0  # research questions
    interviewers: int = 0
    journal: int = 0
    sent: int = 0  # member checks
    answered: int = 0
    tool: str = ""
