"""What a statement asserts beside its figures: a target met, a thing put off, a document that it quotes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kualcode.analysis.claims.figures import is_all
from kualcode.analysis.claims.keys import denial
from kualcode.analysis.claims.sentence import windows
from kualcode.analysis.claims.words import Found, Lexicon, Word
from kualcode.language import sentences

Span = tuple[int, int]
_TO_A_YEAR = re.compile(
    r"\b(?:di|ter)?(?:geser|pindahkan|alihkan|undur|undurkan|tunda)\s+ke\s+(?:tahun\s+)?20\d\d\b", re.IGNORECASE
)
_NAMES_FIGURE = re.compile(r"[^;:.!?()]*:\s*(?:Rp\s*)?\d")
_CLAUSE_HEAD = re.compile(r"[;,:.]")
_OF_SOME = re.compile(r"\b(?:most|some|many|several|sebagian|beberapa|kebanyakan)\b", re.IGNORECASE)
_NEAR = 3  # words before an outcome in which a denial or a wish turns it
_NAMED = 2  # words behind "dalam" in which the document is named: "dalam rancangan rencana kerja"


def met(text: str, lex: Lexicon) -> list[Span]:
    """Sentences that say a target is met, without a count of how much of it: "telah mencapai target"."""
    return [
        span
        for span in _told(text, lex, lambda head: _meets(head, lex))
        if any(_is_met(text, span, word, lex) for word, head in _outcomes(text, span, lex) if _meets(head, lex))
    ]


def put_off(text: str, lex: Lexicon) -> list[Span]:
    """Sentences that tell of something put off."""
    later = [span for span in sentences.split(text) if _TO_A_YEAR.search(text, *span)]
    told = _told(text, lex, _PUT_OFF.__contains__)
    return later + [
        span for span in told if span not in later and any(head in _PUT_OFF for _, head in _outcomes(text, span, lex))
    ]


def quoted(text: str, lex: Lexicon) -> list[Span]:
    """Sentences that name a document as where they have it from: "menurut laporan", "dalam rancangan Renja"."""
    return [span for span in sentences.split(text) if _names_document(lex.words(text, *span), lex)]


_PUT_OFF = ("ditunda", "postponed")


def _told(text: str, lex: Lexicon, wanted: Callable[[str], bool]) -> Iterator[Span]:
    """Sentences that may tell an outcome; questions and rows of tables tell none."""
    lower = text.lower()
    if "\t" in text or not any(mark in lower for mark in _marks(lex, wanted)):
        return
    for start, end in sentences.split(text):
        if not text[start:end].rstrip("\"'”’»)] \n").endswith("?"):
            yield start, end


def _marks(lex: Lexicon, wanted: Callable[[str], bool]) -> set[str]:
    """The longest word of each form of some outcomes: a text that tells one holds one of them."""
    forms = (form for entries in lex["outcome"].by_first.values() for form, head in entries if wanted(head))
    return {max(form, key=len).removeprefix("~") for form in forms}


def _meets(head: str, lex: Lexicon) -> bool:
    """Whether an outcome is a target reached or exceeded."""
    return head in lex["of_target"].heads and head not in _PUT_OFF and not head.startswith(denial(lex))


def _outcomes(text: str, span: Span, lex: Lexicon) -> Iterator[tuple[Word, str]]:
    """The outcomes that a sentence tells, each at its first word; denied and wished-for ones are left out."""
    words = lex.words(text, *span)
    for found in lex["outcome"].find(words):
        if not _is_turned(words, found, lex):
            yield words[found.first], found.head


def _is_turned(words: list[Word], found: Found, lex: Lexicon) -> bool:
    before = words[max(0, found.first - _NEAR) : found.first]
    return any(lex["not"].holds(word) or lex["hedged"].holds(word) for word in before)


def _is_met(text: str, span: Span, word: Word, lex: Lexicon) -> bool:
    """Whether an outcome is told of the whole: its clause neither counts how many reached it nor says some did.

    Nor is "sebagian besar kegiatan"; "kegiatan mencapai target, 2025: 29" names a figure and says nothing of others.
    """
    clause = _CLAUSE_HEAD.split(text[span[0] : word.start])[-1]
    if _NAMES_FIGURE.match(text, word.end, span[1]) or _OF_SOME.search(clause):
        return False
    return not any(
        window.start <= word.start < window.end and not is_all(window.quantity, lex)
        for window in windows(text, *span, lex)
    )


def _names_document(words: list[Word], lex: Lexicon) -> bool:
    for found in lex["cites"].find(words):
        for at in range(found.last, min(found.last + _NAMED, len(words))):
            if lex.is_number(words[at].norm):
                break  # "di empat laporan" counts reports
            if lex["document"].at(words, at):
                return True
    return False
