"""Segments and a codebook in, suggestions out: never codings, and never from an interviewer's words.

The unit is a segment (a sentence, or a row of a table). A code is a candidate where one of its terms stands,
or two of its hints; an answer that cannot stand alone ("Masih ada.") takes the code of its question, unless
the question was leading and the answer denies it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Protocol

from kualcode.language import cues as cue_words
from kualcode.language.tokens import tokenize
from kualcode.model import EVIDENCE_SPEAKERS, Codebook, Hit, Reason, Segment, Stance, Suggestion, Turn
from kualcode.segment import HEADING, segments
from kualcode.tagging import candidates, clauses
from kualcode.tagging.candidates import Hits
from kualcode.tagging.matcher import Match, Matcher
from kualcode.tagging.scoring import MAX_CODES, SHOWN_FROM, causal, confidence, strength
from kualcode.tagging.stance import Verdict, stance
from kualcode.tagging.vocabulary import Vocabulary

VERSION = "3"  # part of the run key: raise it when the same text would be tagged otherwise

_NEEDS_NO_QUESTION = 90  # an answer of more characters than this is not a fragment

_FLIPPED: dict[Stance, Stance] = {"positive": "negative", "negative": "positive"}


class Found(Protocol):
    """A text after matching: patterns by place."""

    def terms(self, start: int, end: int) -> list[Match]:
        """The terms and hints of codes in text[start:end]."""

    def shades(self, start: int, end: int) -> list[Match]:
        """The cues and facets in text[start:end]."""


class Finder(Protocol):
    """A matcher."""

    def scan(self, text: str) -> Found:
        """The patterns of a vocabulary in a text."""


class _Question(NamedTuple):
    turn: Turn
    sentence: clauses.Sentence | None  # None where it names no code
    hits: Hits  # of the codes that it names by a term of their own


class _Talk(NamedTuple):
    """A source being tagged; questions and their words are read once, when an answer needs them."""

    text: str
    turns: Sequence[Turn]
    found: Found
    questions: dict[int, _Question]
    norms: dict[int, list[str]]


class Tagger:
    """A codebook made ready to tag any number of sources."""

    def __init__(self, codebook: Codebook, finder: Callable[[Vocabulary], Finder] = Matcher) -> None:
        self.codebook = codebook
        self.vocabulary = Vocabulary(codebook)
        self.finder = finder(self.vocabulary)
        self.key = f"rules/{VERSION}/{codebook.sha256}"
        self._reader = clauses.Reader(self.vocabulary)
        self._cues = cue_words.with_negation(self.vocabulary.language.cues, codebook.lexicon.negation)
        self._scope = codebook.lexicon.negation_scope_tokens
        self._order = {code.id: number for number, code in enumerate(codebook.codes)}

    def tag(self, text: str, turns: Sequence[Turn]) -> list[Suggestion]:
        """Suggestions for every turn that is evidence, in text order; a document's headings say nothing."""
        evidence = [turn for turn in turns if turn.speaker in EVIDENCE_SPEAKERS and turn.label != HEADING]
        if not evidence:
            return []
        talk = _Talk(text, turns, self.finder.scan(text), {}, {})
        return [made for turn in evidence for made in self._turn(talk, turn)]

    def tag_statement(self, text: str, question: str = "") -> list[Suggestion]:
        """Suggestions for one statement by itself, with the question it answers if there was one.

        Offsets count in `text`, with a question in question + line end + text.
        """
        if not question:
            return self.tag(text, [Turn(0, "informant", "", 0, len(text))])
        whole = f"{question}\n{text}"
        turns = [
            Turn(0, "interviewer", "", 0, len(question)),
            Turn(1, "informant", "", len(question) + 1, len(whole), question=0),
        ]
        return self.tag(whole, turns)

    # ---------------------------------------------------------------- a turn and its segments
    def _turn(self, talk: _Talk, turn: Turn) -> Iterator[Suggestion]:
        terms = talk.found.terms(turn.start, turn.end)
        if not candidates.possible(terms):
            terms = []
        asked = turn.question is not None
        if not terms and not (asked and self._names_a_code(talk, turn)):
            return
        position = 0
        for number, segment in enumerate(segments(talk.text, turn)):
            first = position
            while position < len(terms) and terms[position].start < segment.end:
                position += 1
            suggested = self._segment(talk, turn, segment, terms[first:position]) if position > first else []
            yield from suggested
            if asked and number == 0 and not suggested:
                yield from self._from_question(talk, turn, segment)
            if position == len(terms):
                return

    def _segment(self, talk: _Talk, turn: Turn, segment: Segment, terms: list[Match]) -> list[Suggestion]:
        hits = candidates.by_code(terms)
        if not hits:
            return []
        sentence = self._sentence(talk, segment.start, segment.end, hits)
        weight = strength(talk.text, segment, sentence, self.vocabulary.language.code)
        made = [
            self._suggest(talk, turn, segment, code, found, sentence, weight)
            for code, found in candidates.standing(hits, sentence).items()
        ]
        sure = [s for s in made if s.confidence >= SHOWN_FROM]
        above = candidates.ancestors((s.code for s in sure), self.codebook)
        best = sorted((s for s in sure if s.code not in above), key=lambda s: (-s.confidence, self._order[s.code]))
        return sorted(best[:MAX_CODES], key=lambda s: self._order[s.code])

    def _sentence(self, talk: _Talk, start: int, end: int, hits: Hits) -> clauses.Sentence:
        shades = talk.found.shades(start, end)
        return self._reader.read(
            [*(match for found in hits.values() for match in found), *shades], talk.text, start, end
        )

    def _suggest(
        self,
        talk: _Talk,
        turn: Turn,
        segment: Segment,
        code_id: str,
        hits: list[Match],
        sentence: clauses.Sentence,
        weight: int,
    ) -> Suggestion:
        code = self.codebook.by_id[code_id]
        verdict = stance(code, sentence, hits, self._scope)
        cause = causal(code, sentence, lambda: self._asked_for_cause(talk, turn))
        return Suggestion(
            segment.turn,
            segment.start,
            segment.end,
            code_id,
            candidates.facet(sentence, code_id, hits),
            verdict.stance,
            cause,
            weight,
            confidence(hits, verdict, stated=cause != "none"),
            _reason(code_id, hits, verdict),
        )

    # ---------------------------------------------------------------- a question and its answer
    def _from_question(self, talk: _Talk, turn: Turn, segment: Segment) -> Iterator[Suggestion]:
        """Codes of the question for an answer that needs it."""
        question = self._question(talk, turn) if segment.end - segment.start <= _NEEDS_NO_QUESTION else None
        if question is None or question.sentence is None:
            return
        norms = self._norms(talk.text, segment.start, segment.end)
        if not cue_words.is_elliptical(norms, self._cues):
            return
        denied = cue_words.denies(norms, self._cues)
        if denied and cue_words.is_leading(self._question_norms(talk, question.turn), self._cues):
            return
        answer = self._sentence(talk, segment.start, segment.end, {})
        weight = strength(talk.text, segment, answer, self.vocabulary.language.code)
        for code_id, hits in list(question.hits.items())[:MAX_CODES]:
            code = self.codebook.by_id[code_id]
            verdict = self._answered(code_id, question.sentence, hits, answer, denied=denied)
            yield Suggestion(
                segment.turn,
                segment.start,
                segment.end,
                code_id,
                candidates.facet(question.sentence, code_id, hits),
                verdict.stance,
                causal(code, answer, lambda: self._asked_for_cause(talk, turn)),
                weight,
                confidence(hits, verdict, from_question=True),
                _reason(code_id, hits, verdict, question=question.turn.index),
            )

    def _answered(
        self, code_id: str, asked: clauses.Sentence, hits: list[Match], answer: clauses.Sentence, *, denied: bool
    ) -> Verdict:
        """The answer's own praise or blame, else the question's stance, turned round by a denial."""
        code = self.codebook.by_id[code_id]
        own = stance(code, answer, (), self._scope)
        if own.cues:
            return own
        put = stance(code, asked, hits, self._scope).stance
        turned = _FLIPPED.get(put, put) if denied else put
        return Verdict(turned, "question", negations=answer.negations if denied else ())

    def _asked_for_cause(self, talk: _Talk, turn: Turn) -> bool:
        asked = _asked(talk, turn)
        return asked is not None and cue_words.asks_cause(self._question_norms(talk, asked), self._cues)

    def _question(self, talk: _Talk, turn: Turn) -> _Question | None:
        """The interviewer's question that a turn answers, read once."""
        asked = _asked(talk, turn)
        if asked is None:
            return None
        if asked.index not in talk.questions:
            talk.questions[asked.index] = self._read_question(talk, asked)
        return talk.questions[asked.index]

    def _names_a_code(self, talk: _Talk, turn: Turn) -> bool:
        question = self._question(talk, turn)
        return question is not None and question.sentence is not None

    def _read_question(self, talk: _Talk, asked: Turn) -> _Question:
        terms = talk.found.terms(asked.start, asked.end)
        hits = candidates.named(candidates.by_code(terms)) if terms else {}
        if not hits:
            return _Question(asked, None, hits)
        sentence = self._sentence(talk, asked.start, asked.end, hits)
        hits = candidates.standing(hits, sentence)
        above = candidates.ancestors(hits, self.codebook)
        kept = {code: found for code, found in hits.items() if code not in above}
        return _Question(asked, sentence if kept else None, kept)

    def _question_norms(self, talk: _Talk, asked: Turn) -> list[str]:
        if asked.index not in talk.norms:
            talk.norms[asked.index] = self._norms(talk.text, asked.start, asked.end)
        return talk.norms[asked.index]

    def _norms(self, text: str, start: int, end: int) -> list[str]:
        return [self.vocabulary.language.norm(token.text) for token in tokenize(text, start, end)]


def _asked(talk: _Talk, turn: Turn) -> Turn | None:
    """The interviewer's turn that a turn answers."""
    asked = talk.turns[turn.question] if turn.question is not None else None
    return asked if asked is not None and asked.speaker == "interviewer" else None


def _reason(code_id: str, hits: Sequence[Match], verdict: Verdict, question: int | None = None) -> Reason:
    rule = "question" if question is not None else None
    return Reason(
        tuple(Hit(code_id, m.payload.term, rule or m.payload.rule, m.start, m.end) for m in hits),
        verdict.rule,
        tuple((m.start, m.end) for m in verdict.cues),
        tuple((m.start, m.end) for m in verdict.negations),
        _span(verdict.contrast),
        _span(verdict.norm),
        question,
    )


def _span(match: Match | None) -> tuple[int, int] | None:
    return (match.start, match.end) if match else None
