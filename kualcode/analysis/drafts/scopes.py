"""Which code, or the whole, a heading or a clause of a draft speaks of, by the names that the codebook gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kualcode import language
from kualcode.analysis.drafts import lexicon
from kualcode.analysis.drafts.lexicon import Word
from kualcode.analysis.statements import DRIVING, FACTORS, HINDERING, OVERALL
from kualcode.model import Code, Codebook

_LACK = frozenset(
    [
        "kurangnya",
        "rendahnya",
        "minimnya",
        "lemahnya",
        "keterbatasan",
        "lack",
        "of",
        "weak",
        "poor",
        "pelaksanaan",
        "fulfilment",
        "tingkat",
        "level",
    ]
)
_OTHER = frozenset(["lainnya", "lain", "other"])
_JOIN = re.compile(r"\s+(?:dan|and)\s+")
_ALTERNATIVE = re.compile(r"\s*/\s*")
_SAME = {  # other customary names of what a codebook calls by one of them
    "timeliness": ("punctuality",),
    "punctuality": ("timeliness",),
    "independence": ("autonomy",),
    "kedisiplinan": ("disiplin", "disiplin kerja"),
    "lingkungan kerja": ("lingkungan sosial",),
    "hasil kerja": ("hasil pekerjaan",),
    "kuantitas": ("kuantitas kerja",),
    "efektivitas": ("efektifitas",),
}
_AMOUNT = frozenset(["jumlah", "volume", "banyaknya", "jumlahnya", "number", "amount"])
_HEAD = 3  # words at a sentence's head in which "kendala" is what it is on
_BEHIND = 3  # words between "faktor" and "menghambat"
_SHORTEST = 5  # letters of a name of one word


class Mention(NamedTuple):
    """A name in a sentence: numbers of its first word and of the word behind it, and the code or OVERALL."""

    first: int
    last: int
    scope: str


class Scopes:
    """The names of a codebook, ready to be found."""

    def __init__(self, book: Codebook) -> None:
        self._book = book
        self.codes = frozenset(book.by_id)
        self._rest = frozenset(
            c.id for c in book.codes if c.kind == "factor_group" or _OTHER.intersection(c.name.id.casefold().split())
        )
        self._names: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._roots: dict[str, str] = {}
        claimed: dict[tuple[str, ...], str] = {}
        for code in book.codes:
            for name in _variants(code):
                claimed.setdefault(tuple(name.split()), code.id)
        for words, code_id in sorted(claimed.items(), key=lambda entry: -len(entry[0])):
            self._names.setdefault(words[0], []).append((words, code_id))
            if len(words) == 1 and not _is_first(words[0], book.by_id[code_id]):
                self._roots.setdefault(_root(words[0]), code_id)

    def mentions(self, sentence: Sequence[Word]) -> list[Mention]:
        """Names of codes and of the whole, in order; the longest at each place, never overlapping."""
        found: list[Mention] = []
        at = 0
        while at < len(sentence):
            mention = self._at(sentence, at)
            if mention:
                found.append(mention)
            at = mention.last if mention else at + 1
        return found

    def quality(self, word: str) -> str | None:
        """The code whose one-word name has the same root: "simpati", "disiplin" for "kedisiplinan"."""
        return self._roots.get(_root(lexicon.bare(word)))

    def is_specific(self, code: str) -> bool:
        """Whether a code tells one thing from another; a group of factors and "other factors" do not."""
        return code in self.codes and code not in self._rest

    def of_heading(self, title: str) -> tuple[str | None, str | None]:
        """(code or OVERALL, topic of factors) of a heading; the last code named wins, as titles come first."""
        words = lexicon.words(title)
        factor = factor_topic(words)
        if factor:
            group = next((c.id for c in self._book.codes if c.kind == "factor_group" and c.direction == factor), None)
            return group, factor
        named = [m.scope for m in self.mentions(words)]
        codes = [scope for scope in named if scope != OVERALL]
        scope = codes[-1] if codes else named[-1] if named else None
        kind = self._book.by_id[scope].direction if scope in self._book.by_id else None
        return scope, kind

    def within(self, code: str, ancestor: str) -> bool:
        """Whether a code is another or stands below it."""
        at: str | None = code
        while at is not None:
            if at == ancestor:
                return True
            at = self._book.by_id[at].parent if at in self._book.by_id else None
        return False

    def _at(self, sentence: Sequence[Word], at: int) -> Mention | None:
        word = sentence[at].text
        for form in dict.fromkeys((word, lexicon.bare(word))):
            for name, code in self._names.get(form, ()):
                if _reads(sentence, at, name) and not (at and sentence[at - 1].text in _AMOUNT):
                    return Mention(at, at + len(name), code)
        size = lexicon.match(sentence, at, "overall")
        if size and not (at and lexicon.match(sentence, at - 1, "overall_not_after")):
            return Mention(at, at + size, OVERALL)
        return None


def factor_topic(sentence: Sequence[Word]) -> str | None:
    """HINDERING or DRIVING where only one of them is named, FACTORS for both or for what affects in general."""
    hindering, driving = _names_factors(sentence, HINDERING), _names_factors(sentence, DRIVING)
    if hindering != driving:
        return HINDERING if hindering else DRIVING
    whole = lexicon.has(sentence, "overall") and lexicon.has(sentence, "affected_by")
    if hindering or whole or (lexicon.has(sentence, "factor") and lexicon.has(sentence, "affecting")):
        return FACTORS
    return None


def _names_factors(sentence: Sequence[Word], kind: str) -> bool:
    """Whether factors of one kind are what a sentence is on, and no mere word in it."""
    if lexicon.has(sentence, "overall") and lexicon.has(sentence, f"{kind}_by"):
        return True
    if lexicon.has(sentence, kind) or lexicon.has(sentence[:_HEAD], f"{kind}_noun"):
        return True
    return any(
        lexicon.has(sentence[max(0, first - _BEHIND) : first], "factor")
        for first, _ in lexicon.spots(sentence, f"{kind}_verb")
    )


def _reads(sentence: Sequence[Word], at: int, name: tuple[str, ...]) -> bool:
    words = [w.text for w in sentence[at : at + len(name)]]
    return len(words) == len(name) and all(w == n or lexicon.bare(w) == n for w, n in zip(words, name, strict=True))


def _root(word: str) -> str:
    found = language.get("id").lemma(word)
    return found if found != word else language.get("en").lemma(word)


def _variants(code: Code) -> Iterator[str]:
    """The ways in which a code's name is written: alternatives, halves of a pair, an indicator's first word.

    A single word counts in both languages or in neither: "laporan" is too common a word, so "reports" is too.
    """
    if code.retired is not None:
        return
    names = [_ALTERNATIVE.split(name.casefold()) for name in dict.fromkeys((code.name.id, code.name.en))]
    for number, whole in enumerate(names[0]):
        yield from _forms(code, whole, "")
        if len(names) > 1 and number < len(names[1]):
            yield from _forms(code, names[1][number], whole)


def _forms(code: Code, whole: str, model: str) -> Iterator[str]:
    """The forms of one alternative; `model` is the same in the language whose single words were judged."""
    name, judged = _core(whole), _core(model or whole)
    if not name:
        return
    halves, judges = _JOIN.split(name), _JOIN.split(judged)
    fit = [h for h, j in zip(halves, judges, strict=False) if _is_own(code, j) and " " not in h]
    if " " in name or fit or code.kind == "indicator":
        yield name
    yield from fit
    words = name.split()
    if code.kind == "indicator" and len(words) == 2:
        yield words[1] if model else words[0]
        yield f"{words[1]} of {words[0]}" if model else name
    for form in (name, *halves):
        yield from _SAME.get(form, ())


def _is_first(word: str, code: Code) -> bool:
    """Whether a word is only the first of an indicator's two: "ketepatan" names its code, "tepat" does not."""
    return code.kind == "indicator" and any(
        " " in name and word in name.casefold().split() for name in (code.name.id, code.name.en)
    )


def _core(whole: str) -> str:
    """A name without words of lack at its head; nothing for a name of the rest ("Penghambat lainnya")."""
    words = whole.split()
    while len(words) > 1 and words[0] in _LACK:
        words = words[1:]
    return "" if _OTHER.intersection(words) else " ".join(words)


def _is_own(code: Code, word: str) -> bool:
    """Whether a single word names a code: long enough, and no mere hint of it."""
    hints = {hint.removeprefix("=") for hint in code.terms.hints}
    terms = {lemma.removeprefix("=") for lemma in code.terms.lemmas}
    plain = code.kind == "indicator" or word in terms or hints.isdisjoint((word, _root(word)))
    return " " not in word and len(word) >= _SHORTEST and plain
