"""The nouns of the field as frozen values. Every offset is a code point of the source's stored text."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Literal, get_args

from kualcode.errors import Bi

SourceType = Literal["interview", "observation", "documentation", "unattributed"]
Speaker = Literal["interviewer", "informant", "third", "observer", "document"]
Stance = Literal["positive", "negative", "mixed", "neutral"]
Causal = Literal["stated", "implied", "none"]
Status = Literal["suggested", "accepted", "rejected", "disputed", "withdrawn"]
Kind = Literal["indicator", "sub_indicator", "factor_group", "factor"]
Direction = Literal["hindering", "driving"]

SOURCE_TYPES: tuple[SourceType, ...] = get_args(SourceType)
STANCES: tuple[Stance, ...] = get_args(Stance)
STATUSES: tuple[Status, ...] = get_args(Status)
CAUSALS: tuple[Causal, ...] = get_args(Causal)
EVIDENCE_SPEAKERS: frozenset[Speaker] = frozenset({"informant", "observer", "document"})


# ---------------------------------------------------------------- what a file holds
@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table row; an empty cell has start == end."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells as they stand in the text; the first row may or may not be a header."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """One subtitle: its text's span and when it is said ("00:01:02,500")."""

    start: int
    end: int
    at: str


@dataclass(frozen=True, slots=True)
class Extract:
    """What a reader takes from a file: the whole text once, and the structure that the format gives."""

    format: str
    text: str
    tables: tuple[Table, ...] = ()
    cues: tuple[Cue, ...] = ()
    meta: tuple[tuple[str, str], ...] = ()  # front matter, as written
    notes: tuple[Bi, ...] = ()  # what the researcher should know about the reading
    bold: tuple[Cell, ...] = ()  # what is bold at the beginning of lines outside of tables, where the format says it
    headings: tuple[tuple[int, int, int], ...] = ()  # start, end and level (1..9) of what the format calls a heading


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's stretch, without its label; an answer knows the turn it answers."""

    index: int
    speaker: Speaker
    label: str
    start: int
    end: int
    question: int | None = None
    informant: str | None = None  # only where a file holds several informants
    at: str | None = None  # time, row or page, where the format gives one


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence or row of a turn: the unit that is coded."""

    turn: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """What is known about a source; None is unknown and counts as unattributed, never guessed."""

    source_type: SourceType | None = None
    informant: str | None = None
    name: str | None = None  # as the file names the person; never exported
    role: str | None = None
    date: str | None = None  # YYYY-MM-DD
    session_id: str | None = None
    doc_family: str | None = None
    doc_class: str | None = None
    period: str | None = None
    place: str | None = None
    title: str | None = None

    def merged(self, weaker: SourceInfo) -> SourceInfo:
        """This, with what it leaves unknown taken from a weaker origin."""
        return SourceInfo(
            **{
                f.name: getattr(self, f.name) if getattr(self, f.name) is not None else getattr(weaker, f.name)
                for f in fields(self)
            }
        )


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was read: immutable text, turns, and what is known about it."""

    name: str  # path relative to the study folder, with /
    format: str
    file_sha256: str
    text: str
    text_sha256: str
    info: SourceInfo
    turns: tuple[Turn, ...]
    notes: tuple[Bi, ...] = ()


@dataclass(frozen=True, slots=True)
class Informant:
    """A person who was interviewed, by code; consent is unrecorded unless given (method: UU PDP 27/2022)."""

    code: str
    position: str | None = None
    role_group: str | None = None
    category: str | None = None  # kunci, utama, tambahan
    chosen: str | None = None  # how chosen: purposive, snowball ...
    sex: str | None = None
    age: str | None = None
    education: str | None = None
    years_of_service: str | None = None
    date: str | None = None
    length: str | None = None
    consent: str = "unrecorded"  # unrecorded, declared, recorded, refused, withdrawn


# ---------------------------------------------------------------- the codebook
@dataclass(frozen=True, slots=True)
class Facet:
    """An aspect of a code; facets are the open, inductive layer."""

    id: str
    name: Bi
    terms: tuple[str, ...] = ()
    has_example: bool = True


@dataclass(frozen=True, slots=True)
class Example:
    """An invented statement that shows a code at work."""

    text: str
    en: str
    source: SourceType
    stance: Stance
    strength: int
    facet: str | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """What suggests a code. A leading "=" locks a term to its surface form."""

    lemmas: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    colloquial: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()  # weak: count only beside another term or hint
    dialects: tuple[tuple[str, tuple[str, ...]], ...] = ()  # only those a speaker has checked


@dataclass(frozen=True, slots=True)
class StanceCues:
    """Words that fix the stance for one code, un-negated."""

    positive: tuple[str, ...] = ()
    negative: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tension:
    """Two codes that may read one behaviour (T2) or one condition (T4) in opposite directions."""

    code: str
    rule: str
    own_facet: str
    other_facet: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """One code of the codebook, with all that a coder needs to use it."""

    id: str
    parent: str | None
    kind: Kind
    direction: Direction | None
    codable: bool
    name: Bi
    short: Bi
    definition: Bi
    use_when: tuple[Bi, ...] = ()
    not_when: tuple[Bi, ...] = ()
    terms: Terms = Terms()
    stance_cues: StanceCues = StanceCues()
    facets: tuple[Facet, ...] = ()
    examples: tuple[Example, ...] = ()
    tensions: tuple[Tension, ...] = ()
    claim_required: bool = False
    criterion: Bi | None = None
    retired: str | None = None
    replaced_by: str | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Function words of the codebook's language that turn or weigh a statement."""

    negation: tuple[str, ...] = ()
    negation_exceptions: tuple[str, ...] = ()
    negation_scope_tokens: int = 4
    adversative: tuple[str, ...] = ()
    concessive: tuple[str, ...] = ()
    approximators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """A position of the label scale, best to worst."""

    id: str
    level: int
    favourable: bool
    en: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Codebook:
    """A validated codebook; codes are in file order."""

    id: str
    version: str
    status: str
    languages: tuple[str, ...]
    primary_language: str
    title: Bi
    sha256: str
    codes: tuple[Code, ...]
    lexicon: Lexicon
    label_scale: tuple[Label, ...]
    levels: tuple[tuple[str, Bi], ...] = ()
    triangulation: tuple[tuple[str, str], ...] = ()
    by_id: dict[str, Code] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {code.id: code for code in self.codes})

    def top(self, code_id: str) -> str:
        """The outermost ancestor of a code."""
        parent = self.by_id[code_id].parent
        return code_id if parent is None else self.top(parent)


# ---------------------------------------------------------------- coding
@dataclass(frozen=True, slots=True)
class Hit:
    """A term found in the text, and the rule by which it counts."""

    code: str
    term: str  # as the codebook writes it
    rule: str  # lemma, surface, phrase, colloquial, dialect, hint; question where the question gave it
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a suggestion was made, complete enough to be said in one sentence."""

    hits: tuple[Hit, ...]
    stance_rule: str  # cue, valence, negated, default, norm, past, conceded, met, missed, question
    stance_cues: tuple[tuple[int, int], ...] = ()
    negations: tuple[tuple[int, int], ...] = ()
    contrast: tuple[int, int] | None = None
    norm: tuple[int, int] | None = None
    question: int | None = None  # turn whose question gave the context


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the machine proposes for one segment and one code. Never a coding until a coder accepts it."""

    turn: int
    start: int
    end: int
    code: str
    facet: str | None
    stance: Stance
    causal: Causal
    strength: int
    confidence: float  # 0 to 1, two decimals
    reason: Reason


@dataclass(frozen=True, slots=True)
class Coding:
    """A suggestion as stored, or a coder's decision: what every table and export is made of."""

    id: str
    source: str  # Source.name
    turn: int
    start: int
    end: int
    quote: str
    code: str
    facet: str | None
    stance: Stance
    causal: Causal
    strength: int
    confidence: float | None  # None when a person coded it
    status: Status
    coder: str | None  # None while nobody has decided
    decided_at: str | None
    reason: str  # JSON of Reason, or a person's words
    codebook_version: str
    gist: str = ""
    translation: str = ""


# ---------------------------------------------------------------- what is shown
@dataclass(frozen=True, slots=True)
class Grid:
    """A table for people: cells are text in both languages, or plain text and numbers."""

    title: Bi
    columns: tuple[Bi, ...]
    rows: tuple[tuple[Bi | str | int, ...], ...]
    notes: tuple[Bi, ...] = ()
