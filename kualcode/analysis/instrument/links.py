"""Questions of a transcript recognised as those of the interview guide; a doubtful link is no link.

People ask in fewer and other words than guides do. A word speaks for an item the more, the fewer items hold it; words
by which the codebook knows the item's code count half; wordings that a person has linked count as the item's own. The
numbers below were set on the ten interviews of the demonstration study, where 76 of 78 links are right and half of the
questions are linked; with all but one interview linked by hand, three in five of that one are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from kualcode import language
from kualcode.analysis.instrument.items import Answer, Item, Linked
from kualcode.language import sentences
from kualcode.language.tokens import tokenize
from kualcode.language.wordlists import function_words
from kualcode.model import Code, Codebook
from kualcode.text import squash

LEAST, SURE = Fraction(3, 2), Fraction(2)  # weight of what is shared: with half of the question's words, without
AGREE = 2  # questions whose words say the same as their numbers, from which on the numbers are those of the guide
COVER = Fraction(1, 2)  # share of the question's words
LEAD = Fraction(5, 4)  # over the next item
SHORT = 6  # words: "Kenapa begitu, Pak?" has no matter of its own and comes back to what was said
DOUBT = Fraction(1, 4)  # weight of another item from which on a question is no follow-up
_NUMBER = re.compile(r"\s*(?:no\.?\s*)?(\d{1,3}[a-z]?)\s*[.)]\s*", re.IGNORECASE)
_SIGN = re.compile(r"[^\w\s]")
_REMARK = re.compile(r"\[[^\]]*\]")
# Words of talk, by their roots: they carry a question, but none of its matter.
_TALK_TEXT = (
    "ada bapak ibu biasa misal maksud turut kata kira pernah sering selalu jadi eee cerita tanya bilang lihat tahu "
    "arti betul benar langsung sendiri sama lewat dengar maaf diri hah wah nah satu dua tiga empat lima enam tujuh "
    "delapan sembilan puluh belas ratus ribu juta koma usual usually say tell think mean often always ever really "
    "quite anything something someone anyone much many little like"
)
# Roots of greeting, thanks and taking leave: the question about the guide is over, or has not begun.
_MANNERS_TEXT = (
    "assalamualaikum permisi rekam makasih tambah kasih silakan wawancara ganggu izin thank thanks record hello add "
    "introduce"
)
_TALK, _MANNERS = frozenset(_TALK_TEXT.split()), frozenset(_MANNERS_TEXT.split())
_Pair = tuple[str, str]


class _Words(NamedTuple):
    """What a text is about: its roots, and the pairs of roots that stand side by side."""

    roots: frozenset[str]
    pairs: frozenset[_Pair]


class _Fit(NamedTuple):
    """How well a question fits an item: weight, how much speaks for it, and the share of its words that do."""

    weight: Fraction
    signs: int
    cover: Fraction
    item: int


class Questions:
    """The questions of an interview guide, ready to be recognised in transcripts."""

    def __init__(
        self,
        items: Sequence[Item],
        code: str = "id",
        book: Codebook | None = None,
        asked_as: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        """`code` is the language, `asked_as` other wordings of an item, by its id, which a person has linked to it."""
        self._tongue = language.get(code)
        self._idle = function_words(code)
        self._items = [item for item in items if item.technique == "interview"]
        others = asked_as or {}
        self._own = [self._wordings(item.text, others.get(item.id, ())) for item in self._items]
        codes = sorted({item.code for item in self._items})
        self._known = {name: self._terms(book.by_id[name]) for name in codes if book and name in book.by_id}
        self._manners = _MANNERS.difference(*(own.roots for own in self._own))  # permits are matter to some offices
        self._known_as: dict[str, Item | None] = {}
        self._spread = Counter(word for own in self._own for word in (*own.roots, *own.pairs))
        self._codes = Counter(word for words in self._known.values() for word in words)

    def link(self, answers: Iterable[Answer], given: Mapping[int, Item | None] | None = None) -> list[Linked]:
        """Each answer of one interview, in its order, with its item; `given` are links that a person has set."""
        by_hand, rows = given or {}, list(answers)
        found: list[Linked] = []
        named = self._named(rows)
        question, current, before = None, Linked(-1, None, follow_up=False), frozenset[str]()
        for answer in rows:
            if answer.turn in by_hand:
                current = Linked(answer.turn, by_hand[answer.turn], follow_up=False, by_hand=True)
            elif answer.question is None or answer.question != question:
                current = self._next(answer, named, current.item, before)
            found.append(current._replace(turn=answer.turn, by_hand=answer.turn in by_hand))
            heard = self._words(answer.said).roots | self._words(answer.text).roots
            before = heard | before if answer.question == question else heard
            question = answer.question
        return found

    def find(self, question: str) -> Item | None:
        """The one item that a question asks, by its words; None when in doubt."""
        if question not in self._known_as:
            self._known_as[question] = self._find(question)
        return self._known_as[question]

    def _find(self, question: str) -> Item | None:
        same = [item for item in self._items if _bare(item.text) == _bare(question)]
        if len(same) == 1:
            return same[0]
        words = self._asking(_NUMBER.sub("", question, count=1))
        best, second = (*self._ranked(words), _NONE, _NONE)[:2]
        lead = best.weight >= LEAD * second.weight and best.weight > second.weight
        if not lead or (best.weight < SURE and self._is_talk(question)):
            return None
        return self._items[best.item] if _is_sure(best) else None

    def _named(self, answers: Sequence[Answer]) -> dict[str, Item]:
        """Items by number, where an interview numbers its questions as the guide does: words say so, and never else."""
        items = {item.number.casefold(): item for item in self._items}
        told = [(_number(answer), self.find(answer.text)) for answer in answers if answer.text]
        same = [items.get(number) == item for number, item in told if number and item is not None]
        return items if len(same) >= AGREE and all(same) else {}

    def _next(self, answer: Answer, named: Mapping[str, Item], current: Item | None, before: frozenset[str]) -> Linked:
        item = self.find(answer.text) or (named.get(_number(answer)) if answer.text else None)
        if item is not None:
            return Linked(answer.turn, item, follow_up=False)
        follows = current is not None and bool(answer.text) and self._follows(answer.text, current, before)
        return Linked(answer.turn, current if follows else None, follow_up=follows)

    def _follows(self, question: str, current: Item, before: frozenset[str]) -> bool:
        """Whether a question that names no item comes back to what was just said."""
        if self._is_talk(question):
            return False
        words = self._asking(question)
        if not words.roots:
            return len(question.split()) <= SHORT
        elsewhere = max((fit.weight for fit in self._ranked(words) if self._items[fit.item] != current), default=0)
        known = before | self._own[self._items.index(current)].roots
        return elsewhere <= DOUBT and 2 * len(words.roots & known) >= len(words.roots)

    def _is_talk(self, question: str) -> bool:
        return not self._words(question).roots.isdisjoint(self._manners)

    def _ranked(self, words: _Words) -> list[_Fit]:
        """Every item with its fit, the best first."""
        return sorted((self._fit(words, n) for n in range(len(self._items))), key=lambda fit: (-fit.weight, fit.item))

    def _fit(self, words: _Words, number: int) -> _Fit:
        own = self._own[number]
        shared = [*(words.roots & own.roots)]
        pairs = [*(words.pairs & own.pairs)]
        terms = words.roots & self._known.get(self._items[number].code, frozenset())
        weight = sum((Fraction(1, self._spread[word]) for word in shared), Fraction(0))
        weight += sum((Fraction(1, 2 * self._spread[pair]) for pair in pairs), Fraction(0))
        weight += sum((Fraction(1, 2 * self._codes[word]) for word in terms), Fraction(0))
        matched = len(terms.union(shared))
        cover = Fraction(matched, len(words.roots)) if words.roots else Fraction(0)
        return _Fit(weight, matched + len(pairs), cover, number)

    def _wordings(self, text: str, others: Iterable[str]) -> _Words:
        parts = [self._words(text), *map(self._asking, others)]
        return _Words(frozenset().union(*(p.roots for p in parts)), frozenset().union(*(p.pairs for p in parts)))

    def _asking(self, text: str) -> _Words:
        """The words of the sentences that ask; of all, where none ends in a question mark."""
        parts = [text[start:end] for start, end in sentences.split(text)]
        return self._words(" ".join(part for part in parts if "?" in part) or text)

    def _words(self, text: str) -> _Words:
        roots: set[str] = set()
        pairs: set[_Pair] = set()
        last: tuple[str, bool] | None = None
        for token in tokenize(_REMARK.sub(" ", text)):
            if not token.text[0].isalpha():
                last = None
                continue
            norm, root = self._tongue.analyse(token.text)
            idle = not self._idle.isdisjoint((token.text.casefold(), norm, root)) or root in _TALK
            if not idle:
                roots.add(root)
            if last is not None and not (idle and last[1]):
                pairs.add((last[0], root))
            last = (root, idle)
        return _Words(frozenset(roots), frozenset(pairs))

    def _terms(self, code: Code) -> frozenset[str]:
        """The single words by which the codebook knows a code, as roots."""
        terms = code.terms
        words = (word.lstrip("=") for word in (*terms.lemmas, *terms.hints, *terms.colloquial))
        return self._words(". ".join(word for word in words if " " not in word)).roots


_NONE = _Fit(Fraction(0), 0, Fraction(0), -1)


def _is_sure(fit: _Fit) -> bool:
    """Two signs at least, that weigh enough by themselves or are half of what is asked; or one that is most of it."""
    if fit.signs >= 2 and (fit.weight >= SURE or (fit.weight >= LEAST and fit.cover >= COVER)):
        return True
    return fit.weight >= LEAST and fit.cover > COVER


def _bare(text: str) -> str:
    """A question without number, case and signs: two that are then the same were read from the guide."""
    return squash(_SIGN.sub(" ", _NUMBER.sub("", text, count=1))).casefold()


def _number(answer: Answer) -> str:
    """The number of a question, which the transcript keeps apart or writes before it."""
    written = _NUMBER.match(answer.text)
    return (answer.number or (written[1] if written else "")).casefold()
