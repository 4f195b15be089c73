"""What is allowed in a codebook but worth a second look: it never stops the work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kualcode.codebook.checks_terms import bare, strong_terms
from kualcode.codebook.load import Draft, examine
from kualcode.codebook.shapes import Flaw, Path
from kualcode.errors import Bi, Problem
from kualcode.language import get as language_of
from kualcode.language.wordlists import function_words

Tree = dict[str, Any]

# Words that occur in nearly every interview about work, so alone they say nothing (own list, by judgement).
_GENERIC = frozenset(
    {
        "ada",
        "banyak",
        "baik",
        "bagus",
        "bisa",
        "buat",
        "dapat",
        "hal",
        "harus",
        "hasil",
        "jadi",
        "kami",
        "kantor",
        "kerja",
        "kita",
        "lain",
        "masih",
        "orang",
        "pakai",
        "pegawai",
        "pekerjaan",
        "punya",
        "saja",
        "sendiri",
        "semua",
        "sudah",
        "tahu",
        "tugas",
        "waktu",
        "able",
        "can",
        "do",
        "get",
        "good",
        "have",
        "help",
        "job",
        "know",
        "make",
        "many",
        "people",
        "thing",
        "time",
        "use",
        "well",
        "work",
    }
)


def warnings(text: str, name: str) -> tuple[Problem, ...]:
    """Advice on a codebook's text, with "name:line:column", in file order; errors are left to load."""
    draft = examine(text, name)
    found = [flaw for advise in _ADVICE for flaw in advise(draft)]
    placed = [(draft.log.positions.at.get(flaw.path, (0, 0)), flaw) for flaw in found]
    return tuple(
        Problem(draft.log.positions.where(flaw.path), flaw.what, flaw.fix)
        for _, flaw in sorted(placed, key=lambda pair: pair[0])
    )


def _weak_terms(draft: Draft) -> Iterator[Flaw]:
    """A single word that is common or very short suggests its code far too often."""
    for _, path, term in strong_terms(draft.tree):
        word = bare(term)
        if word in _GENERIC:
            yield Flaw(path, _COMMON.fill(term=term), _HINT)
        elif 0 < len(word) < 3 and not term.removeprefix("=").isupper():
            yield Flaw(path, _TINY.fill(term=term), _HINT)


def _empty_keys(draft: Draft) -> Iterator[Flaw]:
    """A single word that is looked for by a function word, as "untuk" would be for a term whose root it is."""
    language = language_of(draft.codebook.primary_language)
    empty = function_words(language.code)
    for index, path, term in (*strong_terms(draft.tree), *_hints(draft.tree)):
        word = bare(term)
        by_root = not term.startswith("=") and path[3] in ("lemmas", "hints")
        key = language.lemma(word) if by_root else language.norm(word)
        strong = path[3] != "hints"
        if word and " " not in word and key in empty and (strong or key != word):
            yield Flaw(
                path,
                _EMPTY_KEY.fill(term=term, key=key, code=draft.codebook.codes[index].id),
                _PHRASE if language.norm(word) in empty else _LOCK,
            )


def _repeated_terms(draft: Draft) -> Iterator[Flaw]:
    """A term twice under one code, or strong and a hint at once."""
    seen: set[tuple[int, str]] = set()
    for index, path, term in (*strong_terms(draft.tree), *_hints(draft.tree)):
        if bare(term) and (index, bare(term)) in seen:
            yield Flaw(path, _REPEATED.fill(term=term), _ONCE)
        seen.add((index, bare(term)))


def _hints(tree: Tree) -> Iterator[tuple[int, Path, str]]:
    for index, code in enumerate(tree["codes"]):
        for number, term in enumerate(code["terms"]["hints"]):
            yield index, ("codes", index, "terms", "hints", number), term


def _dialects_off(draft: Draft) -> Iterator[Flaw]:
    """Dialect lists that nobody has checked, once for each dialect."""
    lexicon = draft.tree["lexicon"]
    places: list[tuple[Path, Tree]] = [(("lexicon", "negation_dialects"), lexicon["negation_dialects"])]
    places += [
        (("codes", index, "terms", "dialects"), code["terms"]["dialects"])
        for index, code in enumerate(draft.tree["codes"])
    ]
    first: dict[str, Path] = {}
    count: dict[str, int] = {}
    for path, dialects in places:
        for name, words in dialects.items():
            if isinstance(words, list) and words:
                first.setdefault(name, (*path, name))
                count[name] = count.get(name, 0) + len(words)
    for name, path in first.items():
        yield Flaw(path, _OFF.fill(name=name, count=count[name]), _CHECKED_BY)


def _incomplete(draft: Draft) -> Iterator[Flaw]:
    """Codes without a yardstick or without cues: one line each, since whole codebooks may do without."""
    living = [code for code in draft.codebook.codes if not code.retired]
    unmeasured = [code.id for code in living if code.kind == "sub_indicator" and code.criterion is None]
    uncued = [
        code.id for code in living if code.codable and not (code.stance_cues.positive or code.stance_cues.negative)
    ]
    if unmeasured:
        yield Flaw(("codes",), _NO_CRITERION.fill(codes=", ".join(unmeasured)), _ADD_CRITERION)
    if uncued:
        yield Flaw(("codes",), _NO_CUES.fill(codes=", ".join(uncued)), _ADD_CUES)


def _idle_terms(draft: Draft) -> Iterator[Flaw]:
    """Terms of a code that takes no evidence."""
    for index in sorted({index for index, _, _ in strong_terms(draft.tree)}):
        code = draft.codebook.codes[index]
        if not code.codable:
            yield Flaw(("codes", index, "terms"), _IDLE_TERMS.fill(code=code.id), _MOVE_TERMS)


_ADVICE = (_weak_terms, _empty_keys, _repeated_terms, _dialects_off, _incomplete, _idle_terms)

_COMMON = Bi(
    "Kata “{term}” terlalu umum untuk menunjuk satu kode.", "The word “{term}” is too common to point to one code."
)
_TINY = Bi("Istilah “{term}” sangat pendek.", "The term “{term}” is very short.")
_HINT = Bi("Pakai frasa yang lebih khas, atau pindahkan ke hints.", "Use a more telling phrase, or move it to hints.")
_EMPTY_KEY = Bi(
    "Istilah “{term}” dicari sebagai “{key}”, kata di hampir setiap kalimat, sehingga {code} diusulkan di mana-mana.",
    "The term “{term}” is looked for as “{key}”, a word of nearly every sentence, so {code} is suggested everywhere.",
)
_LOCK = Bi('Kunci pada bentuknya ("=kata"), atau pakai frasa.', 'Lock it to its form ("=word"), or use a phrase.')
_PHRASE = Bi("Pakai frasa atau kata lain.", "Use a phrase or another word.")
_REPEATED = Bi(
    "Istilah “{term}” ditulis dua kali pada kode ini.", "The term “{term}” is written twice under this code."
)
_ONCE = Bi("Cukup sekali.", "Once is enough.")
_OFF = Bi(
    "Dialek {name} belum dipakai: {count} istilah belum diperiksa penutur.",
    "The dialect {name} is not used: {count} term(s) not yet checked by a speaker.",
)
_CHECKED_BY = Bi(
    "Sesudah diperiksa, tulis {checked_by: nama, words: […]}.", "Once checked, write {checked_by: name, words: […]}."
)
_NO_CRITERION = Bi(
    "Belum punya criterion: {codes}. Temuannya disebut sebagai arah, bukan kategori.",
    "Without criterion: {codes}. Their findings are given as a direction, not a category.",
)
_ADD_CRITERION = Bi(
    "Bila ada SOP, target atau standar, tulis di criterion.",
    "If there is an SOP, a target or a standard, write it in criterion.",
)
_NO_CUES = Bi("Belum punya stance_cues: {codes}.", "Without stance_cues: {codes}.")
_ADD_CUES = Bi(
    "Tambahkan kata yang menentukan arah positif atau negatif.", "Add words that fix a positive or negative stance."
)
_IDLE_TERMS = Bi(
    "{code} tidak menerima bukti, sehingga istilahnya tidak berguna.",
    "{code} takes no evidence, so its terms are idle.",
)
_MOVE_TERMS = Bi("Pindahkan istilah ke kode di bawahnya.", "Move the terms to the codes under it.")
