"""Codings with everything that is known around them: the records of every export and of the pandas door."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from kualcode.model import Coding, Informant, Source, Turn
from kualcode.segment import segments
from kualcode.store import Query, Store
from kualcode.workflow import voices
from kualcode.workflow.study import closed, stored_config
from kualcode.workflow.voices import counted_type, speaker

CODING_COLUMNS = (
    "id",
    "source",
    "source_type",
    "informant",
    "role",
    "role_group",
    "date",
    "session_id",
    "consent",
    "doc_family",
    "doc_class",
    "period",
    "turn",
    "start",
    "end",
    "quote",
    "gist",
    "code",
    "facet",
    "stance",
    "causal",
    "strength",
    "confidence",
    "status",
    "coder",
    "decided_at",
    "reason",
    "inherited",
    "aggregate",
    "claims",
    "codebook_version",
    "translation",
)
SEGMENT_COLUMNS = ("source", "source_type", "informant", "speaker", "question", "text", "start", "end")
SOURCE_COLUMNS = (
    "source",
    "format",
    "source_type",
    "informant",
    "role",
    "role_group",
    "category",
    "consent",
    "date",
    "session_id",
    "doc_family",
    "doc_class",
    "period",
    "place",
    "title",
    "turns",
    "words",
)

Record = dict[str, object]


class Records:
    """Records of one project, a source at a time."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._people = store.informants()
        self._config = stored_config(store)
        self._closed = closed(store)

    def codings(self, query: Query | None = None) -> Iterator[Record]:
        """One record a coding, in the order of the store (source, place, code, coder).

        Its `source_type` is the technique under which it counts: unattributed where nobody is named for it.
        """
        for coding, source in voices.codings(self._store, query):
            yield {**self.known(coding, source), "claims": self._claims.get(coding.id, [])}

    def segments(self) -> Iterator[Record]:
        """One record a segment, with the question that its turn answers."""
        for source in self._store.sources():
            by_index = {turn.index: turn for turn in source.turns}
            for turn in self._open_turns(source):
                asked = by_index.get(turn.question) if turn.question is not None else None
                for part in segments(source.text, turn):
                    yield {
                        "source": source.name,
                        "source_type": source.info.source_type or "unattributed",
                        "informant": speaker(source, turn),
                        "speaker": turn.speaker,
                        "question": source.text[asked.start : asked.end] if asked else None,
                        "text": source.text[part.start : part.end],
                        "start": part.start,
                        "end": part.end,
                    }

    def sources(self) -> Iterator[Record]:
        """One record a source."""
        for source in self._store.sources():
            info, person = source.info, self._person(source, None)
            yield {
                "source": source.name,
                "format": source.format,
                "source_type": info.source_type or "unattributed",
                "informant": info.informant,
                "role": info.role or person.position,
                "role_group": self._group(source, person),
                "category": person.category,
                "consent": self._consent(source, None),
                "date": self._date(source),
                "session_id": info.session_id,
                "doc_family": info.doc_family,
                "doc_class": info.doc_class,
                "period": info.period,
                "place": info.place,
                "title": info.title,
                "turns": len(self._open_turns(source)),
                "words": sum(
                    len(source.text[t.start : t.end].split())
                    for t in self._open_turns(source)
                    if t.speaker not in ("interviewer", "third")
                ),
            }

    def spoken(self) -> frozenset[str]:
        """Codes of all informants who speak in the interviews that are shown."""
        return frozenset(
            code
            for source in self._store.sources()
            if source.info.source_type == "interview"
            for code in (source.info.informant, *(turn.informant for turn in self._open_turns(source)))
            if code
        )

    @cached_property
    def _claims(self) -> dict[str, list[str]]:
        """Ids of the figures that accepted codings give, by coding."""
        from kualcode.workflow.claims import claims
        from kualcode.workflow.evidence import evidence

        found: dict[str, list[str]] = {}
        for claim in claims(self._store, tuple(evidence(self._store))):
            found.setdefault(claim.evidence, []).append(claim.id)
        return found

    def category(self, source: Source, turn: int) -> str | None:
        """How the informant of a turn was chosen: kunci, utama, tambahan."""
        return self._person(source, turn).category

    def _open_turns(self, source: Source) -> list[Turn]:
        """Turns of those who did not refuse or withdraw."""
        return [turn for turn in source.turns if turn.informant not in self._closed]

    def known(self, coding: Coding, source: Source) -> Record:
        """One coding with everything that is known around it."""
        info, person = source.info, self._person(source, coding.turn)
        informant = self._who(source, coding.turn)
        return {
            "id": coding.id,
            "source": coding.source,
            "source_type": counted_type(info, informant),
            "informant": informant,
            "role": info.role or person.position,
            "role_group": self._group(source, person),
            "date": self._date(source),
            "session_id": info.session_id,
            "consent": self._consent(source, coding.turn),
            "doc_family": info.doc_family,
            "doc_class": info.doc_class,
            "period": info.period,
            "turn": coding.turn,
            "start": coding.start,
            "end": coding.end,
            "quote": coding.quote,
            "gist": coding.gist,
            "code": coding.code,
            "facet": coding.facet,
            "stance": coding.stance,
            "causal": coding.causal,
            "strength": coding.strength,
            "confidence": coding.confidence,
            "status": coding.status,
            "coder": coding.coder,
            "decided_at": coding.decided_at,
            "reason": coding.reason,
            "inherited": False,
            "aggregate": False,
            "claims": [],
            "codebook_version": coding.codebook_version,
            "translation": coding.translation,
        }

    def _who(self, source: Source, turn: int | None) -> str | None:
        """Who says what is in a turn; in no turn, the informant of the source."""
        return speaker(source, next((t for t in source.turns if t.index == turn), None))

    def shown(self, source: Source) -> str | None:
        """Whom an observation or a document is of, where that is recorded; nobody who refused or withdrew."""
        told = source.info.informant if source.info.source_type in ("observation", "documentation") else None
        return None if told in self._closed else told

    def _date(self, source: Source) -> str | None:
        """The date of a source; where it says none, that of its informant's only interview."""
        code = source.info.informant or ""
        if source.info.date or source.info.source_type != "interview" or self._interviews[code] != 1:
            return source.info.date
        if "date" in self._store.corrections(source.name):
            return None  # a person has said that it is not known
        return self._people.get(code, Informant(code)).date

    @cached_property
    def _interviews(self) -> Counter[str]:
        """How many interviews each informant gave."""
        known = map(self._store.info, self._store.source_names())
        return Counter(info.informant for info in known if info.informant and info.source_type == "interview")

    def _person(self, source: Source, turn: int | None) -> Informant:
        code = self._who(source, turn)
        return self._people.get(code or "", Informant(code or ""))

    def _group(self, source: Source, person: Informant) -> str | None:
        if source.info.source_type != "interview":
            return None
        return person.role_group or self._config.role_group(person.position or source.info.role)

    def _consent(self, source: Source, turn: int | None) -> str | None:
        """Documents, and observations without an identifiable person, need none."""
        return self._person(source, turn).consent if source.info.source_type == "interview" else None
