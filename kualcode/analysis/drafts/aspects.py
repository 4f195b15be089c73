"""How the clauses of a draft read the aspects (facets) of codes: direction, and the technique that is credited.

An aspect that is a statement of its own ("komputer lama") holds where what it is on and what it says stand near each
other; other aspects are read by the tagger, clause by clause, or by the label that the clause gives to the code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kualcode.analysis.drafts import lexicon
from kualcode.analysis.drafts.attribution import credited
from kualcode.analysis.drafts.enumerations import Line
from kualcode.analysis.drafts.labels import Scale
from kualcode.analysis.drafts.lexicon import Word
from kualcode.analysis.drafts.scopes import Scopes
from kualcode.analysis.statements import Attribution, Reading
from kualcode.model import Codebook, Stance, Suggestion

Tag = Callable[[str], Sequence[Suggestion]]

_NEAR = 6  # words between what an aspect is on and what is said of it
_FAR = 12  # words between it and its verb: "Perangkat TI di semua bidang, juga di sini, membantu ..."
_CUTS = ("new_matter", "contrast", "cause_of")
_DENIED = 2  # words before it in which a denial turns it
_DENIALS = frozenset(["tidak", "bukan", "belum", "kurang", "tak", "not", "no", "never"])
_APART = frozenset(",;:()")


class Aspects:
    """Reads aspects with one codebook."""

    def __init__(self, book: Codebook, scopes: Scopes, scale: Scale, tag: Tag) -> None:
        self._book, self._scopes, self._scale, self._tag = book, scopes, scale, tag
        self._own = {
            facet.id: [code.id for code in book.codes if any(f.id == facet.id for f in code.facets)]
            for code in book.codes
            for facet in code.facets
            if lexicon.entries(f"on_{facet.id}")
        }

    def of(self, line: Line, attribution: Attribution) -> tuple[Reading, ...]:
        """The readings of one sentence, clause by clause."""
        found: dict[Reading, None] = {}
        single = attribution.techniques[0] if len(attribution.techniques) == 1 else ""
        for words in _clauses(line.words):
            named = credited(words)
            technique = named[0] if len(named) == 1 else "" if named else single
            found.update(dict.fromkeys(self._clause(line, words, technique)))
        return tuple(found)

    def _clause(self, line: Line, words: Sequence[Word], technique: str) -> Iterator[Reading]:
        asked = next((first for first, _ in lexicon.spots(words, "asks_for")), len(words))
        for facet, codes in self._own.items():
            stance = _holds(words[:asked], facet)
            if stance is not None:
                yield from (Reading(code, facet, stance, technique) for code in codes)
        if asked < len(words):
            return
        spots = self._scale.spots(words, self._scopes)
        signs = {self._scale.favourable[s.label] for s in spots if not s.weak}
        for one in self._tag(line.text[words[0].start : words[-1].end]):
            if one.facet is None or one.facet in self._own:
                continue
            measure = self._book.by_id[one.code].direction is None
            stance = one.stance
            if measure and len(signs) == 1:
                stance = "positive" if True in signs else "negative"
            if stance in ("positive", "negative"):
                yield Reading(one.code, one.facet, stance, technique)


def _clauses(sentence: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """A sentence cut where a new matter, a contrast or a reason begins."""
    begin = 0
    for at in range(1, len(sentence)):
        if any(lexicon.match(sentence, at, kind) for kind in _CUTS):
            if at > begin:
                yield sentence[begin:at]
            begin = at
    if len(sentence) > begin:
        yield sentence[begin:]


def _holds(words: Sequence[Word], facet: str) -> Stance | None:
    """Whether an aspect is said to hold (positive) or not to (negative); None where it is not spoken of."""
    subjects = list(lexicon.spots(words, f"on_{facet}"))
    for first, last in lexicon.spots(words, f"holds_{facet}"):
        for begin, end in subjects:
            low, high = (end, first) if end <= first else (last, begin)
            between = words[low:high]
            if low > high or not _joined(between, does=end <= first and lexicon.is_verb(words[first].text, "id")):
                continue
            denied = any(w.text in _DENIALS for w in words[max(0, first - _DENIED) : first])
            return "negative" if denied else "positive"
    return None


def _joined(between: Sequence[Word], *, does: bool) -> bool:
    """Whether what an aspect is on and what is said of it stand near enough; a verb may stand behind an insertion."""
    if does:
        return len(between) <= _FAR and not any(w.text in _APART - {","} for w in between)
    return len(between) <= _NEAR and not any(w.text in _APART for w in between)
