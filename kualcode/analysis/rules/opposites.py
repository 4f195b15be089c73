"""T3 by wording: two techniques that tell of one matter in opposite words ("belum mampu", "lancar")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from kualcode.analysis.drafts import lexicon
from kualcode.analysis.statements import FINDINGS, SUMMARIES, Statement
from kualcode.model import Codebook

_WELL = frozenset(
    ("mampu", "lancar", "mahir", "cakap", "terampil", "menguasai", "cepat", "sigap", "tertib", "patuh", "ramah")
) | frozenset(("able", "fluent", "fluently", "quick", "quickly", "prompt", "promptly", "skilled"))
_BADLY = frozenset(("lambat", "lamban", "gagap", "kesulitan", "gagal", "dibiarkan", "terlambat", "kasar")) | frozenset(
    ("slow", "slowly", "unable", "struggled", "failed", "ignored", "late")
)
_DENIALS = frozenset(("tidak", "belum", "kurang", "bukan", "tak", "not", "cannot", "never"))
_DENIES = 2  # words between a denial and what it denies
_PART = frozenset(
    ("sebelumnya", "semula", "dahulu", "dulu", "kini", "sekarang", "formerly", "now", "sepenuhnya", "fully")
)
_RECORDS = frozenset(("buku", "register", "rekap", "daftar", "dokumen", "laporan", "the"))
_SHARED = 2  # content words by which two sentences are on one matter


class Opposed(NamedTuple):
    """Two sentences that differ, the code and words they differ on, and whether a summary rests on these."""

    code: str
    words: str
    by: tuple[Statement, Statement]
    rested_on: bool


def opposed(statements: Sequence[Statement], book: Codebook) -> Iterator[Opposed]:
    """Pairs of sentences of one heading whose techniques differ, and which are plainly for and against."""
    own = [(s, t, sign) for s in statements if _counts(s) and (t := _technique(s)) and (sign := _sign(s))]
    for (one, way, sign), (other, way_, sign_) in combinations(own, 2):
        near = one.heading == other.heading and one.paragraph == other.paragraph and way != way_
        shared = [root for root in one.roots if root in other.roots]
        codes = [c for c in (*one.codes, *other.codes, one.heading) if c and c in book.by_id]
        if near and sign != sign_ and len(shared) >= _SHARED and codes and _one_thing(one, other):
            code = next((c for c in codes if book.by_id[c].direction is None), codes[0])
            yield Opposed(code, " ".join(shared), (one, other), _rests(statements, code, set(shared)))


def _counts(s: Statement) -> bool:
    return s.section in FINDINGS and not s.cited and not s.is_recommendation


def _technique(s: Statement) -> str:
    """The one technique that a sentence itself credits, or its record does."""
    first = s.text.casefold().split(maxsplit=1)[:1]
    if s.attribution.inherited:
        return "documentation" if first and first[0] in _RECORDS - {"the"} else ""
    return s.attribution.techniques[0] if len(s.attribution.techniques) == 1 else ""


def _sign(s: Statement) -> int:
    """+1 where a sentence tells of something done well, -1 of badly, 0 of both, of neither or of one part or time."""
    words = [w.text for w in lexicon.words(s.text)]
    signs: set[int] = set()
    for n, word in enumerate(words):
        if word in _WELL or word in _BADLY:
            denied = not _DENIALS.isdisjoint(words[max(0, n - _DENIES) : n])
            signs.add(1 if (word in _WELL) != denied else -1)
    return signs.pop() if len(signs) == 1 and _PART.isdisjoint(words) else 0


def _one_thing(one: Statement, other: Statement) -> bool:
    """Whether two sentences may be on one system: the names in capitals that both have are not apart."""
    named = [{w for w in s.text.replace(",", " ").split() if w.isupper() and len(w) > 2} for s in (one, other)]
    return not all(named) or bool(named[0] & named[1])


def _rests(statements: Sequence[Statement], code: str, shared: set[str]) -> bool:
    """Whether a summary or a label judges the code in these words."""
    return any(
        (s.section in SUMMARIES or s.labels)
        and code in s.codes
        and s.stance(code) in ("positive", "negative")
        and bool(shared & set(s.roots))
        for s in statements
        if not s.cited
    )
