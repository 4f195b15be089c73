"""What a sentence says about one of its figures: what is counted, how often, how it stands, planned or reached."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kualcode.analysis.claims.figures import is_all
from kualcode.analysis.claims.keys import SIGN_NAMES, SIGNS, daily, denial, name_measure, sign_name, subject_words
from kualcode.analysis.claims.sentence import Window
from kualcode.analysis.claims.words import Found, Lexicon, Word
from kualcode.analysis.evidence import Modality
from kualcode.language.quantity import Quantity


@dataclass(slots=True)
class Said:
    """One figure with all that its own sentence tells of it; empty is not said."""

    quantity: Quantity
    noun: str = ""
    classifier: str = ""  # "unit" of "6 unit komputer"
    measured: bool = False  # its noun is a known one, a sign, a size or a time
    rate: str = ""
    outcome: str = ""  # "mencapai target"; with what denies it: "tidak mencapai target"
    of_target: bool = False
    denied: bool = False
    modality: Modality | None = None
    subject: list[str] = field(default_factory=list)
    whole: bool = False  # said to be all there is
    instance: bool = False  # said of one occasion only
    everything: bool = False  # "semua"
    adds_up: bool = False  # its parts follow
    of_these: bool = False  # a part of a part
    clause: tuple[int, int] = (0, 0)
    sentence: tuple[int, int] = (0, 0)


class Reading:
    """Takes what it understands out of the words of a clause; what is left says of what the figure is."""

    def __init__(self, window: Window, lex: Lexicon) -> None:
        self._window, self._lex = window, lex
        self._used: set[int] = set()
        self._counted_behind = False
        place = (window.start, window.end)
        self.said = Said(
            window.quantity, everything=is_all(window.quantity, lex), clause=place, sentence=window.sentence
        )

    def read(self) -> Said:
        """All of it, from what is sure to what is left."""
        said, window, lex = self.said, self._window, self._lex
        said.noun = self._counted()
        self._counted_behind = bool(said.noun)
        said.noun = said.noun or self._named(window.left)
        known = (*lex["noun"].heads, *lex["bare"].by_first, *SIGN_NAMES)
        said.measured = said.noun in known
        for words in (window.words, window.before):
            said.rate = said.rate or self._take("rate", words)
        self._outcome()
        said.modality = self._modality(window.left, window.right)
        before = said.noun != "" and not self._counted_behind
        said.whole = bool(self._take("whole", window.words)) or (before and self._has("there_are", window.left))
        said.instance = self._has("instance", [word for word in window.words if word.start not in self._used])
        said.adds_up = bool(self._take("adds_up", window.words))
        said.of_these = self._has("of_these", window.words)
        said.subject = self._subject(window.words)
        if not said.subject and not said.outcome and (window.bracketed or said.noun not in self._lex["noun"].heads):
            self._look_back()
        self._visitors()
        return said

    # ---- what is counted
    def _counted(self) -> str:
        """The noun of the figure: behind it, a word that only counts giving way to the noun behind that."""
        quantity, right = self.said.quantity, self._window.right
        if self._is_full():
            self.said.everything = True
            return self._named(self._window.left) or self._named(right)
        if quantity.unit in SIGNS and not self.said.everything:
            return sign_name(str(quantity.unit), self._lex)
        if not right or right[0].norm in SIGNS or (quantity.unit is None and not self.said.everything):
            return ""
        first = right[0]
        if self._lex["classifier"].holds(first):
            self._used.add(first.start)
            self.said.classifier = first.norm
            return self._noun_at(right, 1) or first.norm
        if not self._counts(first):
            return ""
        behind = self._noun_at(right, 0) or (self._lex.language.code == "en" and self._noun_at(right, 1))
        return behind or self._use(first)

    def _is_full(self) -> bool:
        """Whether "100%" says that all of a known thing reached it: "kegiatan 100 persen tercapai"."""
        quantity, window, lex = self.said.quantity, self._window, self._lex
        if quantity.unit != "percent" or not quantity.is_single or quantity.lo != 100:
            return False
        outcome = next(lex["outcome"].find(window.right), None)
        return bool(outcome) and any(True for _ in lex["noun"].find(window.words))

    def _noun_at(self, words: Sequence[Word], index: int) -> str:
        found = self._lex["noun"].at(words, index) if index < len(words) else None
        if found:
            self._used.update(word.start for word in words[found.first : found.last])
        return found.head if found else ""

    def _use(self, word: Word) -> str:
        self._used.add(word.start)
        return word.norm

    def _counts(self, word: Word) -> bool:
        """Whether a word behind a number can be what is counted."""
        lex = self._lex
        other = ("no_noun", "not", "outcome", "rate", "condition")
        return not (
            word.norm in lex.empty or lex.is_number(word.norm) or any(lex[name].at((word,), 0) for name in other)
        )

    def _named(self, words: Sequence[Word]) -> str:
        """The last noun of some words that is known to be counted: "komputer di loket ada enam"."""
        lex = self._lex
        nouns = lex["noun"].find(words)
        found = [noun for noun in nouns if not (noun.first and lex["preposition"].holds(words[noun.first - 1]))]
        if not found:
            return ""
        self._mark(found[-1], words)
        return found[-1].head

    # ---- how it stands
    def _outcome(self) -> None:
        said, window = self.said, self._window
        measured = said.noun in SIGN_NAMES or said.noun in self._lex["bare"].by_first
        if measured and not said.everything:
            return
        for words in (window.right, window.left):
            if self._stands(words):
                return
        left_over = [word for word in window.right if word.start not in self._used]
        if left_over and left_over[-1].norm in ("belum", "balum"):
            self._stand("tidak mencapai target", denied=False)
            self._used.add(left_over[-1].start)

    def _stands(self, words: Sequence[Word]) -> bool:
        free = [word for word in words if word.start not in self._used]
        found = next(self._lex["outcome"].find(free), None)
        if found is None:
            return False
        denying = [word for word in free[max(0, found.first - 2) : found.first] if self._lex["not"].holds(word)]
        self._stand(found.head, denied=bool(denying))
        self._mark(found, free)
        self._used.update(word.start for word in denying)
        return True

    def _stand(self, head: str, *, denied: bool) -> None:
        no = denial(self._lex)
        self.said.outcome = no + head if denied and not head.startswith(no) else head
        self.said.denied = self.said.outcome.startswith(no)
        self.said.of_target = head in self._lex["of_target"].heads

    def _modality(self, left: Sequence[Word], right: Sequence[Word]) -> Modality | None:
        """Of the nearest word of plan, target or result; one before its figure is nearer than one behind it."""
        found: Modality | None = None
        names: tuple[Modality, ...] = ("realised", "planned", "target")
        for word in [*reversed(left), *right]:
            if word.start in self._used:
                continue
            kind = next((name for name in names if self._lex[name].holds(word)), None)
            if kind:
                self._used.add(word.start)
                found = found or kind
        return "realised" if self.said.of_target or self.said.denied else found

    # ---- of what
    def _subject(self, words: Sequence[Word]) -> list[str]:
        """What is left of the clause, and of conditions under which the figure holds."""
        left = [word for word in words if word.start not in self._used]
        conditions = [word for word in self._window.conditions if word.start not in self._used]
        rest = [word for word in conditions if not any(word is other for other in left)]
        return subject_words([*left, *rest], self._lex)

    def _look_back(self) -> None:
        """A clause that says nothing of its own goes on with what the one before speaks of."""
        said, before = self.said, self._window.before
        if self._window.bracketed:
            before = before[self._behind_copula(before) :]
        if not said.noun:
            said.noun = self._named(before)
            self._stands(before)
        said.modality = said.modality or self._modality((), before)
        said.subject = self._subject([*before, *self._window.words])

    def _behind_copula(self, words: Sequence[Word]) -> int:
        """Where "yang melampaui target adalah penerbitan surat" comes to what the bracket is about."""
        return max((at + 1 for at, word in enumerate(words) if self._lex["copula"].holds(word)), default=0)

    def _visitors(self) -> None:
        """A number of people a day, of whom no more is said than that they come, is the number of visitors."""
        said, lex = self.said, self._lex
        if said.rate != daily(lex) or (said.noun and said.noun not in lex["people"].by_first):
            return
        words = [word for word in (*self._window.before, *self._window.words) if word.start not in self._used]
        firm = self._firm(words)
        open_words = [word for word in words if word.start not in firm]
        cue = any(lex["visitor"].holds(word) for word in open_words)
        plain = self._plain(open_words)
        subject = self._subject([word for word in self._window.words if word.start not in plain])
        if not subject and (said.noun or cue):
            said.noun = name_measure(said.noun or "orang", said.rate, lex, bare=True).removesuffix(f" {said.rate}")
            said.subject = []
        elif said.noun:
            said.subject = subject

    def _plain(self, words: Sequence[Word]) -> set[int]:
        """Words that say no more of visitors than that they come to the unit studied."""
        found = [form for name in ("visitor", "place") for form in self._lex[name].find(words)]
        return {word.start for form in found for word in words[form.first : form.last]}

    def _firm(self, words: Sequence[Word]) -> set[int]:
        """Words behind a condition: "dua puluh lima kalau ramai" is not said of every day."""
        at = next((n for n, word in enumerate(words) if self._lex["condition"].holds(word)), len(words))
        return {word.start for word in words[at:]}

    # ---- taking words out
    def _take(self, section: str, words: Sequence[Word]) -> str:
        free = [word for word in words if word.start not in self._used]
        found = next(self._lex[section].find(free), None)
        if found is None:
            return ""
        self._mark(found, free)
        return found.head

    def _has(self, section: str, words: Iterable[Word]) -> bool:
        return next(self._lex[section].find(list(words)), None) is not None

    def _mark(self, found: Found, words: Sequence[Word]) -> None:
        self._used.update(word.start for word in words[found.first : found.last])
