"""Segments and a codebook in, suggestions out: never codings, and never from an interviewer's words.

The unit is a segment (a sentence, or a row of a table). A code is a candidate where one of its terms stands,
or two of its hints; an answer that cannot stand alone ("Masih ada.") takes the code of its question, unless
the question was leading and the answer denies it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from kualcode.language import cues as cue_words
from kualcode.language.tokens import tokenize
from kualcode.model import EVIDENCE_SPEAKERS, Codebook, Hit, Reason, Segment, Stance, Suggestion, Turn
from kualcode.segment import segments
from kualcode.tagging import clauses
from kualcode.tagging.matcher import Match, Matcher, Word
from kualcode.tagging.scoring import MAX_CODES, SHOWN_FROM, causal, confidence, strength
from kualcode.tagging.stance import Verdict, stance
from kualcode.tagging.vocabulary import FACET, TERM, Vocabulary

VERSION = "1"       # part of the run key: raise it when the same text would be tagged otherwise

_NEEDS_NO_QUESTION = 90     # an answer of more characters than this is not a fragment

_FLIPPED: dict[Stance, Stance] = {"positive": "negative", "negative": "positive"}


class Finder(Protocol):
    """A matcher: the words that matter, and the patterns in a run of them."""

    def words(self, text: str, start: int, end: int) -> list[Word]:
        """The words that matter in text[start:end], in order."""

    def terms(self, words: list[Word]) -> list[Match]:
        """The terms and hints of codes in a run of words."""

    def shades(self, words: list[Word]) -> list[Match]:
        """The cues and facets in a run of words."""


class _Question(NamedTuple):
    turn: int
    sentence: clauses.Sentence
    hits: dict[str, list[Match]]
    leading: bool


class Tagger:
    """A codebook made ready to tag any number of sources."""

    def __init__(self, codebook: Codebook, finder: Callable[[Vocabulary], Finder] = Matcher) -> None:
        self.codebook = codebook
        self.vocabulary = Vocabulary(codebook)
        self.finder = finder(self.vocabulary)
        self.key = f"rules/{VERSION}/{codebook.sha256}"
        self._cues = cue_words.with_negation(self.vocabulary.language.cues, codebook.lexicon.negation)
        self._order = {code.id: number for number, code in enumerate(codebook.codes)}

    def tag(self, text: str, turns: Sequence[Turn]) -> list[Suggestion]:
        """Suggestions for every turn that is evidence, in text order."""
        questions: dict[int, _Question] = {}
        found: list[Suggestion] = []
        for turn in turns:
            if turn.speaker in EVIDENCE_SPEAKERS:
                found += self._turn(text, turn, turns, questions)
        return found

    def tag_statement(self, text: str, question: str = "") -> list[Suggestion]:
        """Suggestions for one statement by itself, with the question it answers if there was one."""
        if not question:
            return self.tag(text, [Turn(0, "informant", "", 0, len(text))])
        whole = f"{question}\n{text}"
        turns = [Turn(0, "interviewer", "", 0, len(question)),
                 Turn(1, "informant", "", len(question) + 1, len(whole), question=0)]
        return self.tag(whole, turns)

    def _turn(self, text: str, turn: Turn, turns: Sequence[Turn],
              questions: dict[int, _Question]) -> Iterator[Suggestion]:
        words = self.finder.words(text, turn.start, turn.end)
        coded = any(word.entry.terms is not None for word in words)
        if not coded and turn.question is None:
            return
        position = 0
        for number, segment in enumerate(segments(text, turn)):
            first = position
            while position < len(words) and words[position].start < segment.end:
                position += 1
            run = words[first:position]
            suggested = self._segment(text, segment, run)
            yield from suggested
            if number == 0 and turn.question is not None and not suggested:
                yield from self._from_question(text, segment, run, turns[turn.question], questions)
            if not coded:
                return

    def _segment(self, text: str, segment: Segment, words: list[Word]) -> list[Suggestion]:
        hits = self._hits(self.finder.terms(words))
        if not hits:
            return []
        sentence = self._sentence(hits, words)
        made = [self._suggest(text, segment, code, found, sentence) for code, found in hits.items()]
        sure = sorted((s for s in made if s.confidence >= SHOWN_FROM),
                      key=lambda s: (-s.confidence, self._order[s.code]))
        return sorted(sure[:MAX_CODES], key=lambda s: self._order[s.code])

    def _sentence(self, hits: Mapping[str, list[Match]], words: list[Word]) -> clauses.Sentence:
        return clauses.read([*(match for found in hits.values() for match in found), *self.finder.shades(words)])

    def _hits(self, terms: Sequence[Match]) -> dict[str, list[Match]]:
        """Codes with their hits: a term, or two different hints; a parent gives way to its child.

        A longer term takes the words of the shorter ones inside it, also of another code's: "telat datang"
        is attendance, though "telat" alone is timeliness.
        """
        hits: dict[str, list[Match]] = {}
        for match in _uncovered(terms):
            hits.setdefault(match.payload.code, []).append(match)
        kept = {code: _longest(found) for code, found in hits.items() if _enough(found)}
        parents = {self.codebook.by_id[code].parent for code in kept}
        return {code: found for code, found in kept.items() if code not in parents}

    def _suggest(self, text: str, segment: Segment, code_id: str, hits: list[Match],
                 sentence: clauses.Sentence) -> Suggestion:
        code = self.codebook.by_id[code_id]
        verdict = stance(code, sentence, hits, self.codebook.lexicon.negation_scope_tokens)
        return Suggestion(
            segment.turn, segment.start, segment.end, code_id, _facet(sentence, code_id), verdict.stance,
            causal(code, sentence), strength(text, segment, sentence),
            confidence(code, hits, verdict), _reason(code_id, hits, verdict))

    def _from_question(self, text: str, segment: Segment, words: list[Word], asked: Turn,
                       questions: dict[int, _Question]) -> Iterator[Suggestion]:
        """Codes of the question for an answer that needs it."""
        if asked.speaker != "interviewer" or segment.end - segment.start > _NEEDS_NO_QUESTION:
            return
        if asked.index not in questions:
            questions[asked.index] = self._question(text, asked)
        question = questions[asked.index]
        norms = self._norms(text, segment.start, segment.end) if question.hits else []
        if not norms or not cue_words.is_elliptical(norms, self._cues):
            return
        denied = cue_words.denies(norms, self._cues)
        if denied and question.leading:
            return
        answer = self._sentence({}, words)
        for code_id, hits in question.hits.items():
            code = self.codebook.by_id[code_id]
            verdict = self._answered(code_id, question, hits, answer, denied=denied)
            yield Suggestion(
                segment.turn, segment.start, segment.end, code_id, _facet(question.sentence, code_id),
                verdict.stance, causal(code, answer), strength(text, segment, answer),
                confidence(code, hits, verdict, from_question=True),
                _reason(code_id, hits, verdict, question=question.turn))

    def _norms(self, text: str, start: int, end: int) -> list[str]:
        return [self.vocabulary.language.norm(token.text) for token in tokenize(text, start, end)]

    def _answered(self, code_id: str, question: _Question, hits: list[Match], answer: clauses.Sentence,
                  *, denied: bool) -> Verdict:
        """The answer's own praise or blame, else the question's stance, turned round by a denial."""
        code, scope = self.codebook.by_id[code_id], self.codebook.lexicon.negation_scope_tokens
        own = stance(code, answer, (), scope)
        if own.rule in ("cue", "valence"):
            return own
        asked = stance(code, question.sentence, hits, scope)
        turned = _FLIPPED.get(asked.stance, asked.stance) if denied else asked.stance
        return Verdict(turned, "question", negations=answer.negations if denied else ())

    def _question(self, text: str, asked: Turn) -> _Question:
        """The codes that a question names by a term of their own."""
        words = self.finder.words(text, asked.start, asked.end)
        hits = {code: found for code, found in self._hits(self.finder.terms(words)).items()
                if any(match.payload.role == TERM for match in found)}
        leading = bool(hits) and cue_words.is_leading(self._norms(text, asked.start, asked.end), self._cues)
        return _Question(asked.index, self._sentence(hits, words), dict(list(hits.items())[:MAX_CODES]), leading)


def _uncovered(matches: Sequence[Match]) -> list[Match]:
    wide = [m for m in matches if m.last > m.first and m.payload.role == TERM]
    return [m for m in matches if not any(w.first <= m.first and m.last <= w.last
                                          and w.last - w.first > m.last - m.first for w in wide)]


def _enough(found: Sequence[Match]) -> bool:
    return (any(m.payload.role == TERM for m in found)
            or len({m.payload.term for m in found}) > 1)


def _longest(found: Sequence[Match]) -> list[Match]:
    """Hits of one code without those inside a longer one; a term outranks a hint at the same place."""
    at_place: dict[tuple[int, int], Match] = {}
    for match in found:
        at_place.setdefault((match.first, match.last), match)
    return sorted((m for m in at_place.values()
                   if not any(o is not m and o.first <= m.first and m.last <= o.last
                              for o in at_place.values())), key=lambda m: (m.start, m.end))


def _facet(sentence: clauses.Sentence, code_id: str) -> str | None:
    """The facet with most cues in the sentence; on a tie the one named first in the codebook."""
    counts: dict[str, int] = {}
    for match in sentence.role(FACET):
        if match.payload.code == code_id:
            counts[match.payload.facet] = counts.get(match.payload.facet, 0) + 1
    return max(counts, key=lambda facet: counts[facet]) if counts else None


def _reason(code_id: str, hits: Sequence[Match], verdict: Verdict, question: int | None = None) -> Reason:
    rule = "question" if question is not None else None
    return Reason(
        tuple(Hit(code_id, m.payload.term, rule or m.payload.rule, m.start, m.end) for m in hits),
        verdict.rule, tuple((m.start, m.end) for m in verdict.cues),
        tuple((m.start, m.end) for m in verdict.negations), _span(verdict.contrast), _span(verdict.norm),
        question)


def _span(match: Match | None) -> tuple[int, int] | None:
    return (match.start, match.end) if match else None
