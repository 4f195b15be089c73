"""Words that turn a statement: negation, contrast, cause, wish, hearsay, time, how answers lean on questions.

The lists are data (`data/id_cues.txt`, `data/en_cues.txt`). What is done with the kinds is the reader's
business, apart from what concerns a turn as a whole: is_leading, denies, is_elliptical.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from importlib.resources import files
from typing import Literal

Entries = tuple[str, ...]
_LANGUAGES = ("id", "en")
_SHORT = 6  # more words than this stand by themselves
_PLACE = 4  # "Di ruang Pak Camat.": the longest answer that is only a place or a time


@dataclass(frozen=True)
class Cues:
    """Entries by kind: one to four words as `norm` gives them; "~word" is matched on the lemma."""

    positive: Entries = ()
    negative: Entries = ()
    neutral: Entries = ()  # phrases with a valence word and no valence: salah satu
    set_phrase: Entries = ()  # phrases whose words are a code's matter elsewhere and none here: ruang tamu
    negation: Entries = ()
    negation_dialect: Entries = ()  # off unless a codebook turns them on
    negation_far: Entries = ()  # of negation: reach to the end of their clause
    negation_exceptions: Entries = ()  # phrases with a negator that negate nothing: kurang lebih
    adversative: Entries = ()  # the second clause weighs
    concessive: Entries = ()  # the main clause weighs
    coordinator: Entries = ()  # single words that join a further predicate: a negation behind does not look back
    topic: Entries = ()  # at the head of a clause: the next word names what the talk is of and appraises nothing
    topic_if: Entries = ()  # the same where a pause or filler follows the next word: "kalau disiplin sih"
    exist: Entries = ()  # verbs that may follow a negation which looks back: "keluhan tidak terdengar"
    target: Entries = ()  # words beside a figure that is aimed at
    reached: Entries = ()  # words beside a figure that was reached
    out_of: Entries = ()  # between two figures: the first is reached, the second aimed at
    cause_before: Entries = ()  # the reason follows the word
    cause_after: Entries = ()  # the effect follows the word
    cause_asked: Entries = ()  # words of a question that asks for a cause, a hindrance or a driver
    norm: Entries = ()  # what ought to be, not what is
    norm_weak: Entries = ()  # must-words: they wish where what they ask for is praised
    norm_duty: Entries = ()  # words of a rule: where nothing is appraised they lay down, and report nothing
    hearsay: Entries = ()
    generic: Entries = ()
    then: Entries = ()
    then_exceptions: Entries = ()  # dulu in the sense of "first"
    now: Entries = ()
    instance: Entries = ()  # say that one occasion is told of
    frequency_low: Entries = ()
    frequency_high: Entries = ()
    denial: Entries = ()  # first words of an answer that denies
    unknowing: Entries = ()  # answers that neither deny nor agree
    affirm: Entries = ()
    yes: Entries = ()  # of affirm: says nothing but consent
    leading_start: Entries = ()
    leading_end: Entries = ()
    leading_end_soft: Entries = ()  # of leading_end: only soften an open question or a request
    leading_end_word: Entries = ()  # of leading_end: may be what is asked ("Sudah benar?")
    asked_after: Entries = ()  # before a leading_end_word: then it is what is asked
    polar_start: Entries = ()  # first words of a question that leaves yes and no open
    lead_in: Entries = ()  # words before the question proper
    open_question: Entries = ()
    request: Entries = ()
    address: Entries = ()
    filler: Entries = ()
    light: Entries = ()  # words without a matter of their own
    subject: Entries = ()  # a judgement beside one of these stands by itself
    fragment_reason: Entries = ()
    fragment_place: Entries = ()
    head_only: Entries = ()  # cues of any kind above that are cues only at the head of a clause
    clause_opener: Entries = ()  # single words after which a clause begins
    whole: Entries = ()  # words that `norm` has to leave whole for the lists above to hold


KINDS = tuple(field.name for field in fields(Cues))


@lru_cache(maxsize=8)
def load(language: Literal["id", "en"] | str) -> Cues:
    """The cues of a language; a language without lists has empty ones."""
    if language not in _LANGUAGES:
        return Cues()
    path = files("kualcode.language") / "data" / f"{language}_cues.txt"
    return Cues(**_parse(path.read_text(encoding="utf-8").splitlines()))


def _parse(lines: Iterable[str]) -> dict[str, Entries]:
    """Entries by kind from `[kind]` sections, one entry a line, `#` lines left out, repeats once."""
    found: dict[str, dict[str, None]] = {}
    kind = ""
    for line in map(str.strip, lines):
        if line.startswith("["):
            kind = line.strip("[]")
        elif line and not line.startswith("#"):
            found.setdefault(kind, {})[line] = None
    return {name: tuple(entries) for name, entries in found.items()}


def with_negation(cues: Cues, words: Iterable[str]) -> Cues:
    """The cues with more negators, as a codebook's lexicon names them: they negate and they deny."""
    more = tuple(words)
    return replace(cues, negation=_joined(cues.negation, more), denial=_joined(cues.denial, more))


def _joined(entries: Entries, more: Entries) -> Entries:
    return tuple(dict.fromkeys(entries + more))


@lru_cache(maxsize=256)
def _index(entries: Entries) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Surface entries by first word, longest first; lemma entries are not in it."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for entry in entries:
        if not entry.startswith("~"):
            words = tuple(entry.split())
            found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(group, key=len, reverse=True)) for first, group in found.items()}


def match(words: Sequence[str], at: int, entries: Entries) -> int:
    """Number of words of the longest surface entry that stands at words[at]; 0 for none."""
    for entry in _index(entries).get(words[at], ()) if at < len(words) else ():
        if tuple(words[at : at + len(entry)]) == entry:
            return len(entry)
    return 0


def _ending(words: Sequence[str], entries: Entries) -> int:
    """Number of words of the longest entry that ends the words; 0 for none."""
    return next(
        (size for size in range(min(4, len(words)), 0, -1) if match(words, len(words) - size, entries) == size), 0
    )


def _words(tokens: Sequence[str]) -> list[str]:
    """Tokens that are words; punctuation is left out."""
    return [token for token in tokens if any(char.isalnum() for char in token)]


def _skip(words: Sequence[str], *kinds: Entries) -> int:
    """Index of the first word that belongs to none of the kinds."""
    at = 0
    while step := max((match(words, at, kind) for kind in kinds), default=0):
        at += step
    return at


# ---- questions


def is_leading(question: Sequence[str], cues: Cues) -> bool:
    """Whether a question puts its answer into the mouth: "Berarti pelayanannya lambat ya, Pak?"

    `question` holds the norms of its tokens. Open questions and requests do not lead though they end in ya.
    """
    words = _words(question)
    words = words[_skip(words, cues.address, cues.lead_in) :]
    while words and match(words, len(words) - 1, cues.address):
        words.pop()
    if len(words) < 2:
        return False
    is_open = _asks_openly(words, cues)
    if match(words, 0, cues.leading_start) and not is_open:
        return True
    return _tag_leads(words, is_open, cues)


def _asks_openly(words: Sequence[str], cues: Cues) -> bool:
    """Whether an open question word stands anywhere, or a choice is offered."""
    rest = match(words, 0, cues.leading_start)  # "apa benar" has no open apa
    return any(match(words, at, cues.open_question) for at in range(rest, len(words)))


def _tag_leads(words: Sequence[str], is_open: bool, cues: Cues) -> bool:
    """Whether the last words ask for consent: kan, bukan, ya, benar."""
    size = _ending(words, cues.leading_end)
    if not size or size == len(words):
        return False
    polar = match(words, 0, cues.polar_start) > 0
    if size == 1 and words[-1] in cues.leading_end_soft:
        return not (is_open or polar or match(words, 0, cues.request))
    if size == 1 and words[-1] in cues.leading_end_word:
        return not (is_open or polar or words[-2] in cues.asked_after)
    return True


def asks_cause(question: Sequence[str], cues: Cues) -> bool:
    """Whether a question asks for a cause, a hindrance or a driver: "Apa yang menghambat, Pak?" """
    words = _words(question)
    return any(match(words, at, cues.cause_asked) for at in range(len(words)))


# ---- answers


def denies(answer: Sequence[str], cues: Cues) -> bool:
    """Whether an answer denies what was asked: "Oh, nggak begitu, Mas."

    `answer` holds the norms of its first tokens; fillers and address words before the denial are passed over.
    """
    words = _words(answer)
    at = _skip(words, cues.filler, cues.address)
    size = match(words, at, cues.denial)
    other = max(match(words, at, cues.negation_exceptions), match(words, at, cues.unknowing))
    return size > 0 and other < max(size, 2)


def is_elliptical(answer: Sequence[str], cues: Cues) -> bool:
    """Whether an answer's sentence needs its question: "Masih ada." "Belum, Mas." "Karena hujan."

    It does when it is short and every word is light: no subject and no matter of its own.
    A judgement alone ("Lancar saja.") needs it too; "Kami cepat." and "Ada kendala." do not.
    """
    words = _words(answer)
    core = list(_core(words, cues))
    if not core:
        return any(match(words, at, cues.affirm) for at in range(len(words)))
    if len(core) > _SHORT:
        return False
    if match(core, 0, cues.fragment_reason):
        return True
    return _is_place(core, cues) or _all_light(core, cues)


def _core(words: Sequence[str], cues: Cues) -> Iterator[str]:
    """The words without fillers and address words anywhere and without affirmations at the head."""
    at = _skip(words, cues.filler, cues.address, cues.lead_in, cues.yes)
    while at < len(words):
        step = max(match(words, at, cues.filler), match(words, at, cues.address))
        if not step:
            yield words[at]
        at += step or 1


def _is_place(core: Sequence[str], cues: Cues) -> bool:
    """Whether the words are only a place, a time or an agent: "Di loket dua." """
    if len(core) > _PLACE or not match(core, 0, cues.fragment_place):
        return False
    says = (cues.positive, cues.negative, cues.negation, cues.affirm)
    return not any(match(core, at, kind) for at in range(1, len(core)) for kind in says)


def _all_light(core: Sequence[str], cues: Cues) -> bool:
    """Whether no word carries a matter; a judgement counts as light unless it has a subject."""
    kinds = (
        cues.light,
        cues.negation,
        cues.affirm,
        cues.frequency_low,
        cues.frequency_high,
        cues.denial,
        cues.unknowing,
        cues.generic,
        cues.now,
    )
    subject = any(word in cues.subject for word in core)
    valence = False
    at = 0
    while at < len(core):
        step = max(match(core, at, kind) for kind in kinds)
        judged = max(match(core, at, cues.positive), match(core, at, cues.negative))
        if not step and not judged and not core[at].isdigit():
            return False
        valence = valence or judged > step
        at += max(step, judged, 1)
    return not (valence and subject)
