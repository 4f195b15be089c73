"""Every figure of a statement as a claim, keyed so that it can meet others of the same thing (method 1.5).

Where it is not sure of what a figure speaks its measure stays empty: it is listed and compared with nothing until
a person says what it measures, since a false contradiction blocks a finding.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from kualcode.analysis.claims.figures import may_hold
from kualcode.analysis.claims.keys import SIGN_NAMES, daily, scope_of, silent, subject_words, visitor
from kualcode.analysis.claims.matter import is_matter
from kualcode.analysis.claims.partitions import Role, partitions
from kualcode.analysis.claims.periods import said_period
from kualcode.analysis.claims.said import Reading, Said
from kualcode.analysis.claims.sentence import Window, around, windows
from kualcode.analysis.claims.services import take_service
from kualcode.analysis.claims.words import Lexicon, lexicon
from kualcode.analysis.evidence import Claim, Modality
from kualcode.language import sentences
from kualcode.language.numbers import parse
from kualcode.language.quantity import Quantity
from kualcode.text import sha256

_CLOSING = "\"'”’»)] \t\n"
_OUT_OF = re.compile(
    r"(?:\s+[^\W\d_]+)?\s+(?:dari|out\s+of|of)\s+(?:the\s+)?(?:(rencana|target|plan\w*)\s+)?", re.IGNORECASE
)


class Context(NamedTuple):
    """What is known around a statement."""

    question: str = ""  # what it answers
    before: str = ""  # what its speaker said before it in the same turn
    modality: Modality = "realised"  # where nothing is said; "planned" in a plan
    date: str | None = None  # of the source, YYYY-MM-DD: "tahun lalu" is the year before
    title: str = ""  # of the source: what "Laporan Seksi Pelayanan" tells is of that section
    topic: str = ""  # the answer before a question that names nothing itself: "Ternyata?"


NOTHING_ELSE = Context()


def read(
    text: str,
    *,
    code: str,
    facet: str | None = None,
    evidence: str = "",
    period: str | None = None,
    language: str = "id",
    context: Context = NOTHING_ELSE,
) -> list[Claim]:
    """The claims of a quote, in order; offsets are those of `text`, `period` holds where the text says none.

    A question makes no claim, nor does a row of a table (claim_tables reads those). The facet says of what a share
    is where nothing else does. Ids come from evidence, place and figure: the same text gives the same ids.
    """
    lex = lexicon(language)
    if "\t" in text or not may_hold(text, lex):
        return []
    reader = _Reader(text, lex, context, facet)
    found = [one for span in sentences.split(text) for one in reader.sentence(*span)]
    ids = [claim_id(evidence, one.quantity) for one in found]
    parts = partitions(found)
    scope = scope_of(context.title, lex)
    claims = []
    for index, one in enumerate(found):
        whole, role = parts[index]
        keyed = reader.keyed(one, role) and not reader.serves(one)
        claims.append(
            Claim(
                id=ids[index],
                evidence=evidence,
                quantity=_rounded(one),
                measure=_measure(one) if keyed else "",
                subject=_subject(one, scope),
                unit=_unit(one),
                period=said_period(text, one, lex, context.date) or period,
                modality=one.modality or context.modality,
                partition_of=None if whole is None else ids[whole],
                role=role,
                code=code,
            )
        )
    return claims


def claim_id(evidence: str, quantity: Quantity) -> str:
    """The id of a claim: "CL-4f0a91b2c7"."""
    return f"CL-{sha256(chr(0).join((evidence, str(quantity.start), str(quantity.end), quantity.raw)))[:10]}"


class _Reader:
    """Reads the sentences of one statement."""

    def __init__(self, text: str, lex: Lexicon, context: Context, facet: str | None) -> None:
        self._text, self._lex, self._context, self._facet = text, lex, context, facet

    def sentence(self, start: int, end: int) -> list[Said]:
        """What a sentence says of its figures; a question says nothing."""
        if self._text[start:end].rstrip(_CLOSING).endswith("?"):
            return []
        found: list[Said] = []
        laid_out = windows(self._text, start, end, self._lex)
        bare, timed = self._is_bare(laid_out), self._is_bare(laid_out, "span", "worked")
        for window in laid_out:
            said = Reading(window, self._lex).read()
            if said.everything and (not said.outcome or said.denied or self._denied(window.quantity)):
                continue  # "semua" says how many only where something is done with all
            self._go_on(said, found)
            self._from_question(said, bare=bare)
            take_service(said, (self._context.question, self._context.topic) if timed else (), self._lex)
            found.append(said)
        self._out_of(found)
        self._of_target(found)
        return found

    def serves(self, said: Said) -> bool:
        """ "Empat yang hidup untuk dua puluh satu orang": people for whom it is, not what is told of."""
        begin = max(0, said.quantity.start - len(" untuk sekitar "))
        words = self._lex.words(self._text, begin, said.quantity.start)
        people = said.quantity.unit is None or said.quantity.unit in self._lex["people"].by_first
        return people and bool(words) and words[-1].norm in ("untuk", "bagi", "for")

    def _denied(self, quantity: Quantity) -> bool:
        """ "Tidak semua": not all."""
        words = self._lex.words(self._text, max(0, quantity.start - 12), quantity.start)
        return bool(words) and self._lex["not"].holds(words[-1])

    def _is_bare(self, laid_out: Sequence[Window], *more: str) -> bool:
        """Whether a sentence says nothing beside its figures: "Ya, dua puluh lima orang lah."; nor `more` lists."""
        lex = self._lex
        spans = [(window.quantity.start, window.quantity.end) for window in laid_out]
        words = lex.words(self._text, *laid_out[0].sentence) if laid_out else []
        return all(
            silent(word, lex) or any(lex[name].holds(word) for name in ("classifier", "whole", *more))
            for word in words
            if not any(start <= word.start < end for start, end in spans)
        )

    # ---- what is told elsewhere
    def _go_on(self, said: Said, earlier: Sequence[Said]) -> None:
        """A figure that leaves unsaid what is counted goes on counting what the one before it counted.

        How a target was reached is told of the same thing also where the noun is said again.
        """
        last = earlier[-1] if earlier else None
        if last is None or not last.noun or said.everything:
            return
        if said.noun in SIGN_NAMES or last.noun in SIGN_NAMES:
            both = said.noun in SIGN_NAMES and last.noun in SIGN_NAMES
            said.subject = said.subject or (list(last.subject) if both else [])
            return
        goes_on = not said.noun or (said.noun == said.classifier == last.classifier)
        if goes_on and (said.subject or said.outcome or said.modality):
            said.noun, said.classifier = last.noun, last.classifier
            if not said.subject and said.modality != last.modality:
                said.subject = list(last.subject)
        elif said.of_target and said.noun == last.noun and not said.subject:
            said.subject = list(last.subject)

    def _from_question(self, said: Said, *, bare: bool) -> None:
        """What an answer leaves to its question, or to what its speaker said before."""
        if said.of_target and not said.noun:
            said.noun = self._noun_before()
        question = self._context.question
        if not question or said.everything or self._echoes(said.quantity):
            return
        asked = self._asked()
        if said.rate == daily(self._lex) and not said.noun and not said.subject:
            said.noun = self._visitors_in(question)
        elif asked and bare and not said.outcome and (not said.noun or self._is_people(said, asked)):
            said.noun, said.rate = asked.noun or said.noun, said.rate or asked.rate
            said.subject, said.modality = said.subject or asked.subject, said.modality or asked.modality
            said.whole = True
        elif SIGN_NAMES.get(said.noun) == "percent" and bare and not said.subject and not self._context.before.strip():
            said.subject = subject_words(self._lex.words(question), self._lex)

    def _asked(self) -> Said | None:
        """What a question for a number asks for."""
        question = self._context.question
        words = self._lex.words(question)
        found = next(self._lex["asks"].find(words), None)
        if found is None:
            return None
        place = (words[found.first].start, words[found.last - 1].end)
        counted = words[found.last].norm if found.last < len(words) else ""
        named = any(counted in self._lex[name].by_first for name in ("noun", "classifier", "bare"))
        asked = Reading(around(question, place, counted if named else None, self._lex), self._lex).read()
        rates = [rate.head for rate in self._lex["rate"].find(words)]
        asked.rate = asked.rate or (rates[0] if len(rates) == 1 else "")
        if asked.rate == daily(self._lex) and asked.noun in ("", *self._lex["people"].by_first):
            asked.noun = self._visitors_in(question)
            asked.subject = []
        return asked

    def _visitors_in(self, question: str) -> str:
        cue = any(self._lex["visitor"].holds(word) for word in self._lex.words(question))
        return visitor(self._lex) if cue else ""

    def _is_people(self, said: Said, asked: Said) -> bool:
        """Whether "dua puluh lima orang" answers a question for people."""
        people = (*self._lex["people"].by_first, visitor(self._lex))
        return not said.rate and said.noun in people and (asked.noun in people or not asked.noun)

    def _noun_before(self) -> str:
        """What an outcome is of that leaves its noun unsaid: the kind of thing that is planned, if it was spoken of.

        Where the talk is of a part of the unit studied, it is not known of how much.
        """
        lex = self._lex
        texts = [lex.words(text) for text in (self._context.before, self._context.question)]
        if any(True for words in texts for _ in lex["scope"].find(words)):
            return ""
        nouns = [found.head for words in reversed(texts) for found in lex["noun"].find(words)]
        return ([noun for noun in nouns if noun in lex["aimed"].heads] or [""])[-1]

    def _echoes(self, quantity: Quantity) -> bool:
        """Whether the question said the figure first: then it is not the speaker's own."""
        said = parse(self._context.question, language=self._lex.language.code)
        return any((one.lo, one.hi) == (quantity.lo, quantity.hi) for one in said if one.is_claim)

    def _out_of(self, found: list[Said]) -> None:
        """ "Terealisasi 6 dari 10 unit": reached and aimed at; "12 dari 21 pegawai hadir": some of a whole."""
        for one, other in pairwise(found):
            link = _OUT_OF.fullmatch(self._text[one.quantity.end : other.quantity.start])
            if link is None or one.everything:
                continue
            one.noun = one.noun or other.noun
            if link[1] or one.modality == "realised":
                planned = bool(link[1]) and not link[1].lower().startswith("target")
                one.modality, other.modality = "realised", "planned" if planned else "target"
                other.noun = other.noun or one.noun
                other.subject = one.subject = one.subject or other.subject
            else:
                self._some(one, other)

    def _of_target(self, found: Sequence[Said]) -> None:
        """ "Target 12.000 jiwa, realisasinya 118 persen": the share is of what is aimed at, not of people."""
        for at, one in enumerate(found):
            counted = {other.noun for other in found[:at]}
            if SIGN_NAMES.get(one.noun) != "percent" or one.everything or not counted.issuperset(one.subject):
                continue
            aims = [other for other in found[:at] if other.modality and other.subject and other.noun not in SIGN_NAMES]
            if aims and any(other.modality != "realised" for other in aims):
                one.subject = list(aims[-1].subject)

    def _some(self, one: Said, whole: Said) -> None:
        """ "29 dari 36 kegiatan mencapai target"; of another whole, named in passing, neither can be compared."""
        one.subject, whole.subject = one.subject or whole.subject, []
        one.outcome, one.of_target, one.denied = whole.outcome, whole.of_target, whole.denied
        whole.outcome, whole.of_target, whole.denied = "", False, False
        whole.whole = one.of_target
        if not one.of_target:
            one.of_these = whole.of_these = True

    # ---- whether it can be compared
    def keyed(self, said: Said, role: Role) -> bool:
        """Whether it is sure enough of what a figure speaks for it to be compared."""
        lex = self._lex
        if said.noun in SIGN_NAMES and not said.everything:
            said.subject = said.subject or self._facet_words()
            return bool(said.subject) and is_matter(said, lex)
        if not said.noun or said.of_these:
            return False
        if role != "value" or said.outcome:
            return True
        if (said.instance and said.modality in (None, "realised")) or not is_matter(said, lex):
            return False
        vague = said.noun in lex["classifier"].by_first or said.noun in lex["bare"].by_first
        whole = bool(said.rate) or said.whole or said.modality in ("planned", "target")
        return bool(said.subject) or (not vague and whole)

    def _facet_words(self) -> list[str]:
        return subject_words(self._lex.words((self._facet or "").replace("_", " ")), self._lex)


def _measure(said: Said) -> str:
    return f"{said.noun} {said.rate}".strip()


def _subject(said: Said, scope: Sequence[str]) -> str:
    """Of what a figure is, within which part of the unit studied, and how that stands."""
    words = [*scope, *(word for word in said.subject if word not in scope), said.outcome]
    return " ".join(word for word in words if word)


def _unit(said: Said) -> str:
    return "percent" if said.everything else SIGN_NAMES.get(said.noun, said.noun)


def _rounded(said: Said) -> Quantity:
    """A single number of times a day is what is usual, not an exact count: it reaches half a unit either way."""
    quantity = said.quantity
    if said.rate and quantity.is_single and quantity.integer:
        return replace(quantity, integer=False, step=Fraction(1))
    return quantity
