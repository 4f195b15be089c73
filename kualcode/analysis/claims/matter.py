"""Whether what is left of a clause says well enough of what a figure is for it to be compared (method 1.5)."""

from __future__ import annotations

from kualcode.analysis.claims.keys import SIGN_NAMES, denial
from kualcode.analysis.claims.said import Said
from kualcode.analysis.claims.words import Lexicon, Word

_MOST = 2  # words of a subject beside the counted noun
_MOST_OF_PLAN = 3  # of what is planned or reached: "gotong royong lingkungan"
_VERBS = ("me", "di", "te", "be")  # how verbs begin that are not their own root ("berkas", "meja" are)


def is_matter(said: Said, lex: Lexicon) -> bool:
    """Whether noun and subject are a counted noun with at most two nouns: no days, persons, filler or verbs."""
    signed = said.noun in SIGN_NAMES
    known = signed or said.noun in lex["noun"].heads
    words = [word for text in said.subject for word in lex.words(text) if text != said.noun]
    counted = [word for word in words if not lex["document"].holds(word)]
    if any(text.startswith(denial(lex)) for text in said.subject) or not (known or _all_nouns(said.noun, lex)):
        return False
    if len(counted) > (_MOST if said.modality is None else _MOST_OF_PLAN):
        return False
    if known and not signed and len(words) == 1 and words[0].norm.startswith("di"):
        return True  # "30 berkas diproses"
    barred = ("no_matter", *(() if signed else ("persons",)), *(() if known else ("whereabouts",)))
    return not any(_is_verb(word, lex) or any(lex[name].holds(word) for name in barred) for word in words)


def _all_nouns(noun: str, lex: Lexicon) -> bool:
    """Whether what stands behind a number is no verb, day or filler: "dua membungkus" counts nothing known."""
    counts = lex["bare"].by_first.keys() | lex["classifier"].by_first.keys()
    return noun in counts or not any(_is_verb(word, lex) or lex["no_matter"].holds(word) for word in lex.words(noun))


def _is_verb(word: Word, lex: Lexicon) -> bool:
    """A derived word that tells what is done; a state of which figures are ("terlambat") is none."""
    if lex.language.code == "en" or word.lemma == word.norm or word.norm in lex["same"].heads:
        return False
    return word.norm.startswith(_VERBS) or word.norm == f"{word.lemma}kan"
