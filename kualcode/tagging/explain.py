"""A suggestion's reason in one sentence that a sociologist accepts; quotation marks hold words of the source only."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kualcode import language
from kualcode.errors import Bi
from kualcode.model import Code, Codebook, Reason, Stance
from kualcode.text import squash

_RULES = {
    "lemma": Bi("kata {words}", "the word {words}"),
    "surface": Bi("kata {words}", "the word {words}"),
    "phrase": Bi("frasa {words}", "the phrase {words}"),
    "colloquial": Bi("ungkapan lisan {words}", "the spoken form {words}"),
    "dialect": Bi("kata daerah {words}", "the dialect form {words}"),
    "hint": Bi("petunjuk {words}", "the hint {words}"),
}
_ROOT = Bi("{word} (kata dasar: {term})", "{word} (root: {term})")
_LISTED = Bi("{word} (istilah buku kode: {term})", "{word} (codebook term: {term})")
_STANCES: dict[Stance, Bi] = {
    "positive": Bi("positif", "positive"),
    "negative": Bi("negatif", "negative"),
    "mixed": Bi("campuran", "mixed"),
    "neutral": Bi("netral", "neutral"),
}
_FACTOR: dict[str, dict[Stance, Bi]] = {
    "hindering": {
        "positive": Bi("positif (hambatan ini memang ada)", "positive (this hindrance is said to be at work)"),
        "negative": Bi("negatif (hambatan ini dibantah)", "negative (this hindrance is denied)"),
        "mixed": Bi(
            "campuran (hambatan ini diakui sekaligus dibantah)", "mixed (this hindrance is both claimed and denied)"
        ),
        "neutral": Bi(
            "netral (hambatan ini tidak diakui dan tidak dibantah)",
            "neutral (this hindrance is neither claimed nor denied)",
        ),
    },
    "driving": {
        "positive": Bi("positif (pendorong ini memang ada)", "positive (this driver is said to be at work)"),
        "negative": Bi("negatif (pendorong ini dibantah)", "negative (this driver is denied)"),
        "mixed": Bi(
            "campuran (pendorong ini diakui sekaligus dibantah)", "mixed (this driver is both claimed and denied)"
        ),
        "neutral": Bi(
            "netral (pendorong ini tidak diakui dan tidak dibantah)",
            "neutral (this driver is neither claimed nor denied)",
        ),
    },
}
_FIGURES = {
    "met": Bi("capaian {reached} tidak di bawah target {target}", "the result {reached} is not below target {target}"),
    "missed": Bi("capaian {reached} di bawah target {target}", "the result {reached} is below target {target}"),
}
_NOTHING = Bi("", "")


def sentence(text: str, code_id: str, stance: Stance, reason: Reason, book: Codebook) -> Bi:
    """Why this code, and why this stance. `text` is the whole text of the source that the reason points into."""
    code = book.by_id.get(code_id)
    name = code.name if code else Bi(code_id, code_id)
    told = (_FACTOR[code.direction] if code and code.direction else _STANCES)[stance]
    return Bi(
        "Diusulkan {code} ({name}) karena {why}; sikapnya {stance} karena {because}.",
        "{code} ({name}) is suggested because of {why}; its stance is {stance} because {because}.",
    ).fill(code=code_id, name=name, why=_why(text, reason, book), stance=told, because=_because(text, reason, code))


# ---------------------------------------------------------------- why the code
def _why(text: str, reason: Reason, book: Codebook) -> Bi:
    if reason.question is not None:
        return Bi(
            "pertanyaannya menyebut {words} dan jawaban ini tidak dapat berdiri sendiri",
            "its question, which names {words}, as this answer cannot stand alone",
        ).fill(words=_quoted(text, [(h.start, h.end) for h in reason.hits]))
    grouped: dict[str, dict[str, Bi]] = {}
    root = language.get(book.primary_language).lemma
    for hit in reason.hits:
        found = squash(text[hit.start : hit.end])
        grouped.setdefault(hit.rule, {}).setdefault(found.casefold(), _shown(found, hit.term, hit.rule, root))
    return _joined(
        _RULES.get(rule, _RULES["surface"]).fill(words=_joined(words.values())) for rule, words in grouped.items()
    )


def _shown(found: str, term: str, rule: str, root: Callable[[str], str]) -> Bi:
    """The word of the source, with the codebook's word where it looks different; a root is only called so where
    it is one."""
    word = Bi(f"\u201c{found}\u201d", f"\u201c{found}\u201d")
    if rule not in ("lemma", "hint") or found.casefold() == term:
        return word
    return (_ROOT if root(term) == term else _LISTED).fill(word=word, term=term)


# ---------------------------------------------------------------- why the stance
def _because(text: str, reason: Reason, code: Code | None) -> Bi:
    negated = _quoted(text, reason.negations)
    if reason.norm is not None:
        return Bi(
            "{word} menyatakan yang seharusnya, bukan yang terjadi", "{word} says what ought to be, not what is"
        ).fill(word=_quoted(text, [reason.norm]))
    if reason.stance_rule == "question":
        return (
            Bi("jawaban membantah ({words}) isi pertanyaan", "the answer denies ({words}) what was asked").fill(
                words=negated
            )
            if reason.negations
            else Bi("jawaban tidak membantah isi pertanyaan", "the answer does not deny what was asked")
        )
    if reason.stance_rule == "negated":
        return Bi("hal itu diingkari dengan {words}", "it is negated by {words}").fill(words=negated)
    if reason.stance_rule == "default":
        return _by_default(code)
    if reason.stance_rule in _FIGURES:
        (reached, target), at = reason.stance_cues, _FIGURES[reason.stance_rule]
        return at.fill(reached=_quoted(text, [reached]), target=_quoted(text, [target]))
    return _by_cues(text, reason, negated)


def _by_cues(text: str, reason: Reason, negated: str) -> Bi:
    cues, at = _quoted(text, reason.stance_cues), _quoted(text, [reason.contrast] if reason.contrast else [])
    if reason.stance_rule == "past":
        return Bi(
            "{cues} berlaku dulu dan {at} menandai keadaan yang berbeda",
            "{cues} held before and {at} marks a different state",
        ).fill(cues=cues, at=at)
    if reason.stance_rule == "conceded":
        return Bi(
            "{cues} diakui setelah {at}, tetapi induk kalimatnya mengatakan hal lain",
            "{cues} is granted after {at}, while the main clause says otherwise",
        ).fill(cues=cues, at=at)
    base = (
        Bi("ada penilaian umum {cues}", "it holds the general appraisal {cues}")
        if reason.stance_rule == "valence"
        else Bi("ada {cues}", "it holds {cues}")
    ).fill(cues=cues)
    turned = Bi(", dibalik oleh {words}", ", turned round by {words}").fill(words=negated) if negated else _NOTHING
    weighed = (
        Bi(", dan {at} membagi kalimat menjadi dua", ", and {at} parts the sentence in two").fill(at=at)
        if at
        else _NOTHING
    )
    return Bi(base.id + turned.id + weighed.id, base.en + turned.en + weighed.en)


def _by_default(code: Code | None) -> Bi:
    if code is not None and code.direction:
        return Bi("faktor itu disebut tanpa dibantah", "the factor is named and not denied")
    return Bi("tidak ada penilaian di dalamnya", "it holds no appraisal")


# ---------------------------------------------------------------- words
def _quoted(text: str, spans: Iterable[tuple[int, int]]) -> str:
    words: dict[str, str] = {}
    for start, end in spans:
        words.setdefault(squash(text[start:end]).casefold(), squash(text[start:end]))
    return ", ".join(f"\u201c{word}\u201d" for word in words.values())


def _joined(parts: Iterable[Bi]) -> Bi:
    listed = list(parts)
    return Bi(" dan ".join(p.id for p in listed), " and ".join(p.en for p in listed))
