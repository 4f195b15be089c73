"""A suggestion's reason in one sentence that a sociologist accepts."""

from __future__ import annotations

from kualcode.errors import Bi
from kualcode.model import Codebook, Reason, Stance
from kualcode.text import squash

_RULES = {
    "lemma": Bi("kata dasar {words}", "the root {words}"),
    "surface": Bi("kata {words}", "the word {words}"),
    "phrase": Bi("frasa {words}", "the phrase {words}"),
    "colloquial": Bi("ungkapan lisan {words}", "the spoken form {words}"),
    "dialect": Bi("kata daerah {words}", "the dialect form {words}"),
    "hint": Bi("petunjuk {words}", "the hints {words}"),
}
_STANCES: dict[Stance, Bi] = {
    "positive": Bi("positif", "positive"), "negative": Bi("negatif", "negative"),
    "mixed": Bi("campuran", "mixed"), "neutral": Bi("netral", "neutral")}
_FACTOR: dict[Stance, Bi] = {
    "positive": Bi("mendukung adanya faktor", "supports that the factor is at work"),
    "negative": Bi("membantah adanya faktor", "denies that the factor is at work"),
    "mixed": Bi("mendukung dan membantah", "supports and denies it"),
    "neutral": Bi("tidak mendukung atau membantah", "neither supports nor denies it")}


def sentence(text: str, code_id: str, stance: Stance, reason: Reason, book: Codebook) -> Bi:
    """Why this code, and why this stance; the words of the source stand in quotation marks."""
    code = book.by_id.get(code_id)
    name = code.name if code else Bi(code_id, code_id)
    told = (_FACTOR if code and code.direction else _STANCES)[stance]
    return Bi("Diusulkan {code} ({name}) karena {why}; sikapnya {stance} karena {because}.",
              "{code} ({name}) is suggested because of {why}; the stance is {stance} because {because}.").fill(
        code=code_id, name=name, why=_why(text, reason), stance=told, because=_because(text, reason, code_id, book))


def _why(text: str, reason: Reason) -> Bi:
    if reason.question is not None:
        return Bi("pertanyaannya menyebut {words} dan jawaban ini tidak dapat berdiri sendiri",
                  "its question, which names {words}, and this answer cannot stand alone").fill(
            words=_quoted([text[h.start:h.end] for h in reason.hits]))
    grouped: dict[str, list[str]] = {}
    for hit in reason.hits:
        grouped.setdefault(hit.rule, []).append(_shown(text[hit.start:hit.end], hit.term, hit.rule))
    parts = [_RULES.get(rule, _RULES["surface"]).fill(words=_quoted(words)) for rule, words in grouped.items()]
    return Bi(" dan ".join(p.id for p in parts), " and ".join(p.en for p in parts))


def _shown(found: str, term: str, rule: str) -> str:
    found = squash(found)
    return f"{term} ({found})" if rule in ("lemma", "hint") and found.casefold() != term else found


def _because(text: str, reason: Reason, code_id: str, book: Codebook) -> Bi:
    cues = _quoted([squash(text[start:end]) for start, end in reason.stance_cues])
    negated = _quoted([squash(text[start:end]) for start, end in reason.negations])
    if reason.norm is not None:
        return Bi("{word} menyatakan yang seharusnya, bukan yang terjadi",
                  "{word} says what ought to be, not what is").fill(word=_quoted([text[slice(*reason.norm)]]))
    if reason.stance_rule == "question":
        return (Bi("jawaban membantah ({words}) isi pertanyaan", "the answer denies ({words}) what was asked")
                .fill(words=negated) if reason.negations
                else Bi("jawaban membenarkan isi pertanyaan", "the answer confirms what was asked"))
    if reason.stance_rule == "negated":
        return Bi("hal itu diingkari dengan {words}", "it is negated by {words}").fill(words=negated)
    if reason.stance_rule == "default":
        return _by_default(code_id, book)
    base = Bi("ada {cues}", "of {cues}").fill(cues=cues)
    turned = Bi(", dibalik oleh {words}", ", turned round by {words}").fill(words=negated) if negated else Bi("", "")
    weighed = (Bi(", dan {word} memisahkan dua bagian kalimat", ", and {word} parts the sentence in two")
               .fill(word=_quoted([text[slice(*reason.contrast)]])) if reason.contrast else Bi("", ""))
    return Bi(base.id + turned.id + weighed.id, base.en + turned.en + weighed.en)


def _by_default(code_id: str, book: Codebook) -> Bi:
    code = book.by_id.get(code_id)
    if code is not None and code.direction:
        return Bi("faktor itu disebut tanpa dibantah", "the factor is named and not denied")
    return Bi("tidak ada penilaian di dalamnya", "it holds no appraisal")


def _quoted(words: list[str]) -> str:
    return ", ".join(f"\u201c{word}\u201d" for word in dict.fromkeys(words))
