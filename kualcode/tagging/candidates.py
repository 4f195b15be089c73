"""Which codes a run of words makes candidates: a term of its own, or two of its hints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kualcode.model import Codebook
from kualcode.tagging.clauses import Sentence
from kualcode.tagging.matcher import Match
from kualcode.tagging.vocabulary import FACET, HINT, TERM

Hits = dict[str, list[Match]]


def possible(terms: Sequence[Match]) -> bool:
    """Whether a run of terms and hints can make any candidate: one term, or two hints."""
    return len(terms) > 1 or any(match.payload.role == TERM for match in terms)


def by_code(terms: Sequence[Match]) -> Hits:
    """Codes with their hits.

    A longer term takes the words of the shorter ones inside it, also of another code's: "telat datang" is
    attendance, though "telat" alone is timeliness.
    """
    hits: Hits = {}
    for match in _uncovered(terms):
        hits.setdefault(match.payload.code, []).append(match)
    return {code: _longest(found) for code, found in hits.items() if _enough(found)}


def standing(hits: Hits, sentence: Sentence) -> Hits:
    """Hits without those inside a set phrase that means something else ("salah" in "salah satu"), and without those
    whose last word only negates the next one ("petugas kurang" in "petugas kurang ramah")."""
    stand = sentence.role(TERM, HINT)
    kept = {
        code: [hit for hit in found if hit in stand and not _negates_on(hit, sentence)] for code, found in hits.items()
    }
    return {code: found for code, found in kept.items() if _enough(found)}


def _negates_on(hit: Match, sentence: Sentence) -> bool:
    """Whether a phrase ends in a negation that belongs to a cue of other codes, and of none of its own."""
    if not any(n.last == hit.last and n.first > hit.first for n in sentence.negations):
        return False
    following = {m.payload.code for m in sentence.role("good", "bad") if m.first == hit.last + 1}
    return bool(following) and hit.payload.code not in following


def named(hits: Hits) -> Hits:
    """Only codes that are named by a term of their own."""
    return {code: found for code, found in hits.items() if any(m.payload.role == TERM for m in found)}


def ancestors(codes: Iterable[str], codebook: Codebook) -> frozenset[str]:
    """Every code above one of the codes: a parent gives way to its child."""
    found: set[str] = set()
    for code in codes:
        parent = codebook.by_id[code].parent
        while parent is not None:
            found.add(parent)
            parent = codebook.by_id[parent].parent
    return frozenset(found)


def facet(sentence: Sentence, code_id: str, hits: Sequence[Match]) -> str | None:
    """The facet with most cues in the sentence; on a tie one that stands in a hit, then the first in the codebook."""
    counts: dict[str, list[int]] = {}
    for match in sentence.role(FACET):
        if match.payload.code == code_id:
            count = counts.setdefault(match.payload.facet, [0, 0])
            count[0] += 1
            count[1] += any(h.first <= match.first and match.last <= h.last for h in hits)
    return max(counts, key=lambda name: counts[name]) if counts else None


def _uncovered(matches: Sequence[Match]) -> list[Match]:
    wide = [m for m in matches if m.last > m.first and m.payload.role == TERM]
    return [
        m
        for m in matches
        if not any(w.first <= m.first and m.last <= w.last and w.last - w.first > m.last - m.first for w in wide)
    ]


def _enough(found: Sequence[Match]) -> bool:
    return any(m.payload.role == TERM for m in found) or len({m.payload.term for m in found}) > 1


def _longest(found: Sequence[Match]) -> list[Match]:
    """Hits of one code without those inside a longer one; a term outranks a hint at the same place."""
    at_place: dict[tuple[int, int], Match] = {}
    for match in found:
        at_place.setdefault((match.first, match.last), match)
    return sorted(
        (
            m
            for m in at_place.values()
            if not any(o is not m and o.first <= m.first and m.last <= o.last for o in at_place.values())
        ),
        key=lambda m: (m.start, m.end),
    )
