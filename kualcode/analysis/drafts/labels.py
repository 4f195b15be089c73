"""Labels of the codebook's scale in a sentence: where they stand, what they label, and how firmly they are said.

The longest words count ("belum optimal" is not "optimal"), whole words only. What is wished for, supposed or compared
("agar lebih baik") is no label.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kualcode.analysis.drafts import lexicon
from kualcode.analysis.drafts.lexicon import Word
from kualcode.analysis.drafts.scopes import Mention, Scopes
from kualcode.model import Label

_LOOK_BACK = 4  # words between what shades a label and the label
_NEAR = 3  # words between a name and "tinggi"
_WISHED = 5  # words back to what makes a label a wish
_PUNCTUATION = frozenset(",.;:!?()")
_BOUND = frozenset(
    ["dalam", "karena", "sehingga", "dan", "di", "pada", "serta", ",", ".", ";", ")", "in", "and", "because"]
)
_WITHIN = frozenset(["dalam", "pada", "di", "in"])
_ADVERBS = frozenset(["dengan", "secara"])
_LOOSE = frozenset(["cukup", "lumayan", "masih", "sangat", "kurang"])  # of an alias that may also shade the next word


class Spot(NamedTuple):
    """A label in a sentence: numbers of its first word and of the word behind it."""

    first: int
    last: int
    label: str
    weak: bool = False
    reserved: bool = False
    scope: str | None = None  # where the words of the label name what they label: "cukup simpati"


class Scale:
    """The label scale of a codebook, with the words that stand for its levels."""

    def __init__(self, labels: Sequence[Label]) -> None:
        good = sorted((one for one in labels if one.favourable), key=lambda one: -one.level)
        bad = sorted((one for one in labels if not one.favourable), key=lambda one: -one.level)
        self.favourable = {one.id: one.favourable for one in labels}
        self.level = {one.id: one.level for one in labels}
        self.best, self.fair = (good[0].id, good[-1].id) if good else ("", "")
        self.less, self.worst = (bad[0].id, bad[-1].id) if bad else ("", "")
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        known = {name.casefold(): one.id for one in labels for name in (*one.aliases, one.en, one.id)}
        for level, found in (("best", self.best), ("fair", self.fair), ("less", self.less), ("worst", self.worst)):
            known.update({e: found for e in lexicon.entries(f"label_{level}") if found and e not in known})
        for phrase, found in sorted(known.items(), key=lambda entry: -len(entry[0].split())):
            words = tuple(phrase.split())
            self._phrases.setdefault(words[0], []).append((words, found))

    def spots(self, sentence: Sequence[Word], scopes: Scopes) -> list[Spot]:
        """The labels of a sentence, in order."""
        found: list[Spot] = []
        at = 0
        while at < len(sentence):
            spot = self._at(sentence, at, scopes)
            if spot is not None and spot.label and _stated(sentence, spot):
                found.append(_shaded(sentence, spot))
            at = max(at + 1, spot.last if spot is not None else 0)
        return found

    def _at(self, sentence: Sequence[Word], at: int, scopes: Scopes) -> Spot | None:
        return self._composed(sentence, at, scopes) or self._listed(sentence, at, scopes)

    def _listed(self, sentence: Sequence[Word], at: int, scopes: Scopes) -> Spot | None:
        """A label or alias as the codebook writes it."""
        for phrase, label in self._phrases.get(sentence[at].text, ()):
            last = at + len(phrase)
            if tuple(w.text for w in sentence[at:last]) != phrase:
                continue
            if phrase[-1] in _LOOSE and not _ends_clause(sentence, last):
                continue
            if phrase[-1] in lexicon.entries("head_near") and not _named_near(sentence, at, scopes):
                continue
            alone = len(phrase) == 1
            told = at > 0 and sentence[at - 1].text in lexicon.entries("states")
            if alone and phrase[0] in _LOOSE and not (told or _named_near(sentence, at, scopes)):
                continue
            return Spot(at, last, label, weak=alone and not _is_stated(sentence, at, last))
        return None

    def _composed(self, sentence: Sequence[Word], at: int, scopes: Scopes) -> Spot | None:
        """A word of degree and what it shades: "belum sepenuhnya optimal", "cukup simpati", "sangat rendah".

        Without a label where the words only take praise or blame back: "tidak terlalu buruk".
        """
        head = at
        degree = ""
        soft = False
        while head < len(sentence) and head - at < _LOOK_BACK:
            word = sentence[head].text
            kind = _degree(word)
            degree = _joined(degree, kind) if kind else degree
            soft = soft or word in lexicon.entries("degree_soft")
            if not kind and word not in lexicon.entries("degree_filler"):
                break
            head += 1
        if head == at or head >= len(sentence):
            return None
        level = self._level("less" if degree == "worst" and soft else degree, sentence, at, head, scopes)
        known = _is_head(sentence[head].text)
        if not level and not known:
            return None
        named = None if known else scopes.quality(sentence[head].text)
        bare = not degree and sentence[head - 1].text in _ADVERBS
        return Spot(at, head + 1, level, weak=bare, scope=named)

    def _level(self, degree: str, sentence: Sequence[Word], at: int, head: int, scopes: Scopes) -> str:
        """The label of a head with its degree; nothing where the word is no head."""
        word = sentence[head].text
        levels = {"": self.best, "fair": self.fair, "less": self.less, "worst": self.worst}
        near = word in lexicon.entries("head_near") or word in lexicon.entries("head_bad_near")
        if near and not _named_near(sentence, at, scopes):
            return ""
        if word in lexicon.entries("head_good") or word in lexicon.entries("head_near"):
            return levels[degree]
        if word in lexicon.entries("head_bad") and degree in ("", "fair"):
            return self.worst
        if word in lexicon.entries("head_bad_near") and degree in ("", "fair"):
            return self.less
        quality = scopes.quality(word) if degree else None
        return levels[degree] if quality and word == lexicon.bare(word) else ""


def _degree(word: str) -> str:
    return next((k for k in ("fair", "less", "worst") if word in lexicon.entries(f"degree_{k}")), "")


def _joined(before: str, now: str) -> str:
    """Two words of degree together: "belum cukup baik" is less, "cukup kurang" too."""
    order = ("", "fair", "worst", "less") if before == "less" or now == "less" else ("", "fair", "less", "worst")
    return max(before, now, key=order.index)


def _is_head(word: str) -> bool:
    return any(word in lexicon.entries(kind) for kind in ("head_good", "head_near", "head_bad", "head_bad_near"))


def _ends_clause(sentence: Sequence[Word], last: int) -> bool:
    return last >= len(sentence) or sentence[last].text in _BOUND


def _named_near(sentence: Sequence[Word], at: int, scopes: Scopes) -> bool:
    """Whether a code or the whole is named a few words before a label, or as the matter of the sentence."""
    opened = lexicon.match(sentence, 0, "matter_after")
    if opened and any(m.first <= opened + 1 for m in scopes.mentions(sentence[:at])):
        return True
    said = sentence[at].text in lexicon.entries("states") or sentence[at].text in lexicon.entries("degree_filler")
    if said and at and sentence[at - 1].text != "yang" and scopes.mentions(sentence[_clause_start(sentence, at) : at]):
        return True  # "ketepatan waktu pegawai di kantor ini masih rendah"
    begin = max(0, at - 2 * _NEAR)
    return any(at - _NEAR <= begin + m.last for m in scopes.mentions(sentence[begin:at]))


def _is_stated(sentence: Sequence[Word], first: int, last: int) -> bool:
    """Whether a bare word of praise is what the clause says, not said in passing ("dengan baik")."""
    before = sentence[first - 1].text if first else ""
    if before in lexicon.entries("states"):
        return True
    return bool(first) and before not in lexicon.entries("in_passing") and _ends_clause(sentence, last)


def _stated(sentence: Sequence[Word], spot: Spot) -> bool:
    """Whether a label is stated: not wished for, supposed, compared or part of a set phrase."""
    begin = max(0, spot.first - 2)
    for at in range(begin, spot.last):
        size = lexicon.match(sentence, at, "unlabelled_phrase")
        if size and at + size > spot.first:
            return False
    if spot.weak and any(
        w.text in lexicon.entries("lack") for w in sentence[max(0, spot.first - _WISHED) : spot.first]
    ):
        return False  # "kurangnya sarana yang memadai"
    for at in range(spot.first - 1, max(-1, spot.first - 1 - _WISHED), -1):
        if sentence[at].text in _PUNCTUATION:
            break
        if sentence[at].text in lexicon.entries("not_stated"):
            return False
    return not any(char.isdigit() for w in sentence[spot.last : spot.last + 1] for char in w.text)


def _shaded(sentence: Sequence[Word], spot: Spot) -> Spot:
    """A label that is said as a reservation, or of some of the people only, is marked so."""
    part = any(
        w.text in lexicon.entries("part_of_all") for w in sentence[_clause_start(sentence, spot.first) : spot.first]
    )
    improve = spot.label and sentence[spot.last - 1].text == "ditingkatkan"
    return spot._replace(reserved=part or bool(improve) or _in_reservation(sentence, spot.first))


def _clause_start(sentence: Sequence[Word], at: int) -> int:
    return max((n + 1 for n in range(at) if sentence[n].text in _PUNCTUATION), default=0)


def _in_reservation(sentence: Sequence[Word], at: int) -> bool:
    """Whether a word stands in a clause that only takes back something of what the sentence says."""
    inside = False
    number = 0
    while number < at:
        size = lexicon.match(sentence, number, "contrast")
        if size:
            inside = True
            conceding = number == 0 and lexicon.match(sentence, 0, "concessive")
            comma = next((n for n in range(number, len(sentence)) if sentence[n].text == ","), None)
            if conceding and comma is not None and comma < at:
                inside, number = False, comma
        elif lexicon.match(sentence, number, "new_matter"):
            inside = False
        number += max(size, 1)
    return inside


def labelled_scopes(
    sentence: Sequence[Word], spot: Spot, before: int, mentions: Sequence[Mention], scopes: Scopes
) -> tuple[str, ...]:
    """What a label is said of, where the sentence names it: the names nearest before it, joined ones together.

    `before` is the number of the word behind the previous label: names before that belong to it.
    """
    if spot.scope:
        return (spot.scope,)
    after = _matter_after(sentence, spot, mentions)
    if after:
        return (after,)
    own = [m for m in mentions if before <= m.first and m.last <= spot.first]
    if not own:
        behind = next((m for m in mentions if m.first == spot.last + 1), None)
        return (behind.scope,) if behind and sentence[spot.last].text in _WITHIN else ()
    codes = [m for m in own if m.scope in scopes.codes] or own
    chosen = codes[-1]
    if len(codes) > 1 and _part_of(codes[-2], chosen, sentence, scopes):
        chosen = codes[-2]
    group = [chosen]
    for earlier in reversed(own[: own.index(chosen)]):
        gap = sentence[earlier.last : group[-1].first]
        if len(gap) > 3 or not any(w.text in (",", "dan", "serta", "maupun", "and") for w in gap):
            break
        group.append(earlier)
    return tuple(dict.fromkeys(m.scope for m in reversed(group)))


def _part_of(whole: Mention, part: Mention, sentence: Sequence[Word], scopes: Scopes) -> bool:
    """Whether a name only says more of the one before it: "ketepatan waktu penyelesaian pekerjaan"."""
    gap = sentence[whole.last : part.first]
    plain = len(gap) <= 2 and not any(w.text in _PUNCTUATION | {"dan", "serta", "and", "adalah"} for w in gap)
    return plain and part.scope != whole.scope and scopes.within(part.scope, whole.scope)


def _matter_after(sentence: Sequence[Word], spot: Spot, mentions: Sequence[Mention]) -> str | None:
    size = lexicon.match(sentence, spot.last, "matter_after")
    if not size:
        return None
    return next((m.scope for m in mentions if 0 <= m.first - spot.last - size <= 1), None)
