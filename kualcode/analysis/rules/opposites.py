"""T3 by wording: two techniques that tell of one matter in opposite words ("belum mampu", "lancar")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from kualcode.analysis.drafts import lexicon
from kualcode.analysis.statements import FINDINGS, SUMMARIES, Statement
from kualcode.language.numbers import parse
from kualcode.model import Codebook

_WELL = frozenset(
    (
        "mampu",
        "lancar",
        "mahir",
        "cakap",
        "terampil",
        "menguasai",
        "cepat",
        "sigap",
        "tertib",
        "patuh",
        "ramah",
        "rapi",
        "tertata",
        "lengkap",
        "teliti",
        "akurat",
        "disiplin",
        "sopan",
    )
) | frozenset(("able", "fluent", "fluently", "quick", "quickly", "prompt", "promptly", "skilled"))
_BADLY = frozenset(
    (
        "lambat",
        "lamban",
        "gagap",
        "kesulitan",
        "gagal",
        "dibiarkan",
        "terlambat",
        "kasar",
        "berserakan",
        "berantakan",
        "menumpuk",
        "keliru",
        "ketus",
        "acuh",
    )
) | frozenset(("slow", "slowly", "unable", "struggled", "failed", "ignored", "late"))
_DENIALS = frozenset(("tidak", "belum", "kurang", "bukan", "tak", "not", "cannot", "never"))
_DENIES = 2  # words between a denial and what it denies
_PART = frozenset(
    ("sebelumnya", "semula", "dahulu", "dulu", "kini", "sekarang", "formerly", "now", "sepenuhnya", "fully")
)
_RECORDS = frozenset(("buku", "register", "rekap", "daftar", "dokumen", "laporan", "the"))
_OF_ALL = frozenset(("semua", "selalu", "seluruh", "seluruhnya", "hanya", "sekadar", "all", "always", "only", "every"))
_STANCES = {"positive": 1, "negative": -1}
_SHARED = 2  # content words by which two sentences are on one matter


class Opposed(NamedTuple):
    """Two sentences that differ, the code and words they differ on, and whether a summary rests on these."""

    code: str
    words: str
    by: tuple[Statement, Statement]
    rested_on: bool


def opposed(statements: Sequence[Statement], book: Codebook) -> Iterator[Opposed]:
    """Pairs of sentences of one heading whose techniques differ, and which are plainly for and against."""
    own = [(s, t) for s in statements if _counts(s) and (t := _technique(s))]
    for (one, way), (other, way_) in combinations(own, 2):
        near = one.heading == other.heading and abs(one.paragraph - other.paragraph) <= 1 and way != way_
        if not near or not (_PART.isdisjoint(_words(one)) and _PART.isdisjoint(_words(other))):
            continue
        shared = [root for root in one.roots if root in other.roots]
        codes = [c for c in (*one.codes, *other.codes, one.heading) if c and c in book.by_id]
        differ = _against(one, other, book) or _denied_in_one(one, other, shared)
        if differ and len(shared) >= _SHARED and codes and _one_thing(one, other):
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


def _against(one: Statement, other: Statement, book: Codebook) -> bool:
    """Whether one sentence tells of something done well and the other of badly; one of them at least in so many words.

    The other may do so by how it leans on the codes that it is on.
    """
    told = _sign(one), _sign(other)
    signs = [sign or _leans(s, book) for sign, s in zip(told, (one, other), strict=True)]
    near = one.paragraph == other.paragraph or all(told)
    return any(told) and near and sorted(signs) == [-1, 1]


def _sign(s: Statement) -> int:
    """+1 where a sentence tells of something done well, -1 of badly, 0 of both or of neither."""
    words = _words(s)
    signs: set[int] = set()
    for n, word in enumerate(words):
        if word in _WELL or word in _BADLY:
            denied = not _DENIALS.isdisjoint(words[max(0, n - _DENIES) : n])
            signs.add(1 if (word in _WELL) != denied else -1)
    return signs.pop() if len(signs) == 1 else 0


def _leans(s: Statement, book: Codebook) -> int:
    """+1 or -1 where a sentence leans one way on all its indicators; a count is no judgement, and leans to neither."""
    stances = s.stances or {}
    signs = {_STANCES.get(stances[c], 0) for c in stances if c in book.by_id and book.by_id[c].direction is None}
    plain = not any(q.is_claim and q.raw[:1].isdigit() for q in parse(s.text, language=s.language))
    return signs.pop() if len(signs) == 1 and plain else 0


def _denied_in_one(one: Statement, other: Statement, shared: Sequence[str]) -> bool:
    """Whether one sentence denies what the other says in the same words: "disiplin masuk", "tidak disiplin masuk"."""
    told = {lexicon.root(word, one.language) for kind in ("saying", "credit_after") for word in lexicon.entries(kind)}
    matter = [root for root in shared if root not in told]
    turned = _denied(one) ^ _denied(other)
    return len(matter) >= _SHARED and not turned.isdisjoint(matter)


def _denied(s: Statement) -> frozenset[str]:
    """Roots of the words that a sentence denies; what it denies only of all or always it does not deny."""
    words = _words(s)
    found = set[str]()
    for n, word in enumerate(words):
        behind = words[n + 1 : n + 1 + _DENIES]
        if word in _DENIALS and _OF_ALL.isdisjoint(behind):
            found |= {root for near in behind[:1] if (root := lexicon.root(near, s.language))}
    return frozenset(found)


def _words(s: Statement) -> list[str]:
    return [word.text for word in lexicon.words(s.text)]


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
