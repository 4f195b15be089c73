"""What the sentences of a draft list: "seperti a, b, dan c", "faktor penghambat yaitu Pertama ... Kedua ..."."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from kualcode.analysis.drafts import lexicon
from kualcode.analysis.drafts.lexicon import Word
from kualcode.analysis.drafts.scopes import Scopes, factor_topic
from kualcode.analysis.statements import COLLECTION, INDICATORS, Enumeration, Item
from kualcode.model import Codebook

LIST = "list"  # topic of what is listed by its own name only
_WAYS = ("wawancara", "observasi", "dokumentasi", "kuesioner", "kepustakaan", "diskusi")
_FEW, _FULL = 2, 3  # items of a list; of a list that seems to name all indicators
_ITEM = 9  # words of an item at most
_HEAD = 7  # words of an ordinal's item that are kept
_NEXT_TO = 5  # words before examples within which the word "faktor" must stand for them to be factors
_NAMING = 8  # words before a list that say what is listed
_LEAD = 14  # words of "salah satu faktor pendorong peningkatan kinerja pegawai adalah"
_LINKS = frozenset(("adalah", "yaitu", "ialah", "is"))
_PRONOUNS = frozenset(("itu", "ini", "hal", "dia", "mereka", "tersebut", "this", "it", "they"))
_OTHERS = frozenset(("lain", "lainnya", "lain-lain", "other", "others"))
_ANNOUNCING = frozenset(("berikut", "bawah", "follows", "following", "below"))
_HARD = frozenset(".;?!()")
_CUES = ("list_closed", "list_open", "list_loose")

CodesOf = Callable[[str], tuple[str, ...]]


class Line(NamedTuple):
    """A sentence ready to be searched for lists."""

    text: str
    words: list[Word]
    language: str


class Lister:
    """Finds lists with the names of one codebook; `codes_of` gives the codes that a few words name."""

    def __init__(self, book: Codebook, scopes: Scopes, codes_of: CodesOf) -> None:
        self._scopes, self._codes_of = scopes, codes_of
        self._indicators = frozenset(code.id for code in book.codes if code.kind == "indicator")

    def of(self, line: Line) -> tuple[Enumeration, ...]:
        """The lists of one sentence; of two that begin with one cue each, the longer."""
        found: list[Enumeration] = []
        for first, last, kind in _openings(line.words):
            if any(at == last for at, _ in _ordinals(line.words)):
                continue  # the points follow one by one
            items = [self.item(line, *span) for span in _split(line.words, last)]
            made = self._classed(line, first, last, kind, items)
            if made is not None and not any(_holds(other, made) for other in found):
                found = [*(other for other in found if not _holds(made, other)), made]
        return tuple(found)

    def ordinals(self, lines: Sequence[Line]) -> dict[int, Enumeration]:
        """Lists that run over sentences, by the number of the sentence in which each begins."""
        runs: dict[int, list[Item]] = {}
        topics: dict[int, str] = {}
        start, expected = -1, 0
        topic = ""
        for number, line in enumerate(lines):
            topic = factor_topic(line.words) or topic
            for at, which in _ordinals(line.words):
                if which == 0:
                    start, expected = number, 0
                    topics[start] = factor_topic(line.words) or topic
                    runs[start] = []
                if start >= 0 and which == expected:
                    runs[start].append(self.item(line, *_point(line.words, at + 1)))
                    expected += 1
        return {
            begin: Enumeration(topics[begin] or LIST, tuple(items))
            for begin, items in runs.items()
            if len(items) >= _FEW
        }

    def item(self, line: Line, first: int, last: int) -> Item:
        """The words of an item with the codes and roots that stand in them."""
        if last <= first:
            return Item("")
        words = line.text[line.words[first].start : line.words[last - 1].end]
        named = [m.scope for m in self._scopes.mentions(line.words[first:last])]
        codes = dict.fromkeys(code for code in (*named, *self._codes_of(words)) if self._scopes.is_specific(code))
        roots = lexicon.roots(words, line.language) or _plain(words, line.language)
        return Item(words, tuple(codes), roots)

    def head(self, line: Line) -> Item:
        """What a point of a list, given as a sentence or a few words, is on."""
        start = next((n for n, word in enumerate(line.words) if len(word.text) > 1 and word.text[0].isalpha()), 0)
        return self.item(line, *_point(line.words, start))

    def factors(self, line: Line) -> Enumeration | None:
        """The one factor that a sentence names ("Faktor penghambat kinerja adalah rendahnya insentif.")."""
        topic = factor_topic(line.words)
        cue = next((c for c in _openings(line.words) if c[2] != "list_open"), None)
        if topic is None or cue is None or factor_topic(line.words[: cue[1]]) is None:
            return None
        item = self.item(line, *_head(line.words, cue[1]))
        return Enumeration(topic, (item,)) if _is_thing(item, line.language) else None

    def _classed(self, line: Line, first: int, last: int, kind: str, items: list[Item]) -> Enumeration | None:
        if len(items) < _FEW:
            return None
        before = line.words[:first]
        ways = [_way(item.words) for item in items]
        if sum(way is not None for way in ways) >= _FEW:
            known = tuple(Item(way) for way in dict.fromkeys(ways) if way is not None)
            return Enumeration(COLLECTION, known)
        indicators = [code for item in items for code in item.codes if code in self._indicators]
        full = len(set(indicators)) >= _FULL or lexicon.has(before, "indicator_noun")
        if len(set(indicators)) >= _FEW and full and kind != "list_open":
            return Enumeration(INDICATORS, tuple(Item(c, (c,)) for c in dict.fromkeys(indicators)))
        topic = factor_topic(_own_part(line.words[:last]))
        example = kind == "list_open" and not _lists_all(line.words, first)
        if topic is not None and not (example and factor_topic(before[-_NEXT_TO:]) is None):
            things = tuple(item for item in items if _is_thing(item, line.language))
            return Enumeration(topic, things, closed=not example) if len(things) >= _FEW else None
        if kind == "list_loose":
            return None
        begin = before[-_NAMING].start if len(before) > _NAMING else 0
        roots = lexicon.stems(line.text[begin : line.words[first].start], line.language)
        return Enumeration(LIST, tuple(items), closed=kind == "list_closed", roots=roots)


def _plain(words: str, code: str) -> tuple[str, ...]:
    """Roots of an item that names nothing but everyday things ("kurangnya pegawai"), without those of lack."""
    lack = {lexicon.lemma(word, code) for word in lexicon.entries("lack")}
    return tuple(root for root in lexicon.stems(words, code) if root not in lack)


def _holds(longer: Enumeration, shorter: Enumeration) -> bool:
    """Whether one list has all that another of the same topic has."""
    return longer.topic == shorter.topic and {i.words for i in shorter.items} <= {i.words for i in longer.items}


def _own_part(before: Sequence[Word]) -> Sequence[Word]:
    """The words before a list without an earlier matter: "..., sedangkan faktor pendorongnya adalah"."""
    begin = max((last for _, last in lexicon.spots(before, "new_matter")), default=0)
    return before[begin:]


def _lists_all(sentence: Sequence[Word], first: int) -> bool:
    """ "antara lain" and the like are how factors are customarily listed, not examples of them."""
    return sentence[first].text in ("antara", "di", "diantaranya", "including")


def _openings(sentence: Sequence[Word]) -> list[tuple[int, int, str]]:
    """Where lists may open: numbers of the cue's first word and of the word behind, kind of the cue."""
    found: dict[int, tuple[int, int, str]] = {}
    for kind in _CUES:
        for first, last in lexicon.spots(sentence, kind):
            behind = last
            while behind < len(sentence) and (sentence[behind].text in (":", ",") or _starts_list(sentence, behind)):
                behind += max(1, lexicon.match(sentence, behind, kind))
            found.setdefault(first, (first, behind, kind))
    return [found[first] for first in sorted(found)]


def _starts_list(sentence: Sequence[Word], at: int) -> bool:
    return any(lexicon.match(sentence, at, kind) for kind in ("list_loose", "list_closed"))


def _split(sentence: Sequence[Word], start: int) -> list[tuple[int, int]]:
    """The heads of the items of a list that begins at a word; empty where it is no list."""
    pieces = list(_pieces(sentence, start))
    if len(pieces) < _FEW or any(last - first > _ITEM for first, last in pieces[:1]):
        return []
    return [_trimmed(sentence, first, last) for first, last in pieces if last > first]


def _pieces(sentence: Sequence[Word], start: int) -> Iterator[tuple[int, int]]:
    """Stretches between commas and conjunctions, to the end of the list."""
    begin = at = start
    closing = False
    while at < len(sentence):
        word = sentence[at].text
        joins = lexicon.match(sentence, at, "list_and")
        if word in _HARD or word == ":" or (not joins and _ends(sentence, at)):
            break
        if word == "," or joins:
            if at > begin:
                yield begin, at
                if closing and word == "," and not _goes_on(sentence, at):
                    return
                if at - begin > _ITEM:
                    return
            closing = bool(joins)
            begin = at + max(joins, 1)
        at += max(joins, 1)
    if at > begin:
        yield begin, at


def _ends(sentence: Sequence[Word], at: int) -> bool:
    """Whether a list ends before a word: a clause begins, or other factors are named."""
    return any(lexicon.match(sentence, at, kind) for kind in ("list_stop", "hindering", "driving", "factor"))


def _goes_on(sentence: Sequence[Word], comma: int) -> bool:
    """Whether a list runs on behind "a dan b,": another conjunction follows before it must end."""
    for at in range(comma + 1, len(sentence)):
        if lexicon.match(sentence, at, "list_and"):
            return True
        if sentence[at].text in _HARD or lexicon.match(sentence, at, "list_stop"):
            return False
    return False


def _trimmed(sentence: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """An item without what is said of it: "sarana yang terbatas" is "sarana"."""
    for at in range(first + 1, last):
        if lexicon.match(sentence, at, "item_end"):
            return first, at
    return first, last


def _head(sentence: Sequence[Word], start: int) -> tuple[int, int]:
    """The first words of what an ordinal introduces."""
    while start < len(sentence) and sentence[start].text in (",", ":", "adalah", "yaitu", "ialah"):
        start += 1
    stop = start
    while stop < len(sentence) and stop - start < _HEAD and sentence[stop].text not in _HARD | {","}:
        if stop > start + 1 and lexicon.match(sentence, stop, "item_end"):
            break
        stop += 1
    return start, stop


def _point(sentence: Sequence[Word], start: int) -> tuple[int, int]:
    """The head of a point: behind "salah satu faktor pendorong ... adalah", where it begins so."""
    for at in range(start, min(len(sentence), start + _LEAD)):
        if sentence[at].text in _LINKS and factor_topic(sentence[start:at]) is not None:
            return _head(sentence, at)
    return _head(sentence, start)


def _is_thing(item: Item, code: str) -> bool:
    """Whether an item can be a factor: it has content, is short, and does not begin as a clause ("itu memicu ...")."""
    words = item.words.casefold().split()
    if not _OTHERS.isdisjoint((words[0], words[-1]) if words else ()):
        return False  # "penghambat lainnya" names none
    if not _ANNOUNCING.isdisjoint(word.strip(".:,") for word in words[:2]):
        return False  # "sebagai berikut" is no factor: they follow
    if not (item.codes or item.roots) or not 0 < len(words) <= _HEAD:
        return False
    if any(char.isdigit() for char in item.words) or not lexicon.entries("saying").isdisjoint(words):
        return False
    return words[0] not in _PRONOUNS and not lexicon.is_verb(words[0], code) and not lexicon.is_praise(words[0])


def _ordinals(sentence: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Ordinals that introduce a point: place, and which it is from 0."""
    order = ("pertama", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh", "kedelapan")
    english = ("first", "second", "third", "fourth", "fifth")
    for at, word in enumerate(sentence):
        name = word.text.removesuffix("ly")
        which = order.index(name) if name in order else english.index(name) if name in english else -1
        before = sentence[at - 1].text if at else ""
        opens = at == 0 or before in (",", ":", ";", "yaitu", "yakni", "adalah", "dan", "(")
        if which >= 0 and opens:
            yield at, which


def _way(words: str) -> str | None:
    """The name of a way to collect data under which an item counts."""
    sentence = lexicon.words(words)
    return next((way for way in _WAYS if lexicon.match(sentence, 0, f"way_{way}")), None)
