"""N1 and N8 by wording: parts listed behind their whole, and what is larger than its whole (method 1.6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from kualcode.analysis.drafts import lexicon
from kualcode.analysis.drafts.figures import BESIDE, NEAR, WHOLE, counts, figures, out_of, raised, word_at
from kualcode.analysis.drafts.lexicon import Word
from kualcode.analysis.drafts.reading import Sentence
from kualcode.analysis.rules.flags import Flag
from kualcode.analysis.statements import where
from kualcode.errors import Bi
from kualcode.language.quantity import Quantity

_ENDS = frozenset(("dengan", "sehingga", "sedangkan", "serta", "namun", "tetapi", "with", "so", "while"))
_DIVIDED = frozenset(
    ("membagi", "dibagi", "terbagi", "terdiri", "dirinci", "rinciannya", "divides", "divided", "split")
)
_REST = frozenset(("lain", "lainnya", "sisanya", "selebihnya", "other", "others", "rest", "antaranya", "diantaranya"))
_CHANGES = frozenset(
    ("naik", "meningkat", "bertambah", "turun", "menurun", "berkurang", "menjadi", "berubah", "rose", "up", "from")
)
_SUBJECTS = 3  # parts of a whole told in the sentence before
_ROUNDING = Fraction(1)  # percent by which rounded shares may miss their whole
_PARTS = Bi(
    "Bagian-bagian berjumlah {sum}, padahal seluruhnya {total} ({where}). Periksa angkanya pada sumbernya.",
    "The parts come to {sum}, yet the whole is {total} ({where}). Check the figures in their source.",
)
_LARGER = Bi(
    "Bagian ({part}) lebih besar daripada keseluruhannya ({total}), {where}. Periksa angkanya.",
    "A part ({part}) is larger than its whole ({total}), {where}. Check the figures.",
)
_EXCESS = Bi(
    "{figure} tidak mungkin sebagai bagian dari keseluruhan ({where}). Periksa angkanya.",
    "{figure} cannot be a share of a whole ({where}). Check the figure.",
)


def part_rules(found: Sequence[Sentence]) -> list[Flag]:
    """A BLOCK for parts that do not come to their whole, a WARN for a part or a share beyond it."""
    stated = [s for s in found if not s.statement.cited]
    own = [flag for s in stated for flag in (*_parts(s), *_percents(s), *_larger(s), *_out_of(s), *_excess(s))]
    return [*own, *(flag for one, two in pairwise(stated) for flag in _parts_behind(one, two))]


# ---------------------------------------------------------------- N1
def _parts(s: Sentence) -> Iterator[Flag]:
    """Counts behind a total that they are said to make up."""
    listed = [q for q in counts(s.line) if not _bracketed(s.line.text, q)]
    for number, total in enumerate(listed):
        parts = [q for q in listed[number + 1 :] if not _beyond(s.line.words, total, q)]
        if len(parts) < 2 or total.lo is None:
            continue
        closed = _makes_up(s.line.words, total, parts[0])
        opened = out_of(s.line.words, total) and all(_alike(part, total, s.line.language) for part in parts)
        added = sum((part.lo for part in parts if part.lo is not None), Fraction(0))
        if _nested(s.line.words, total, parts[-1]):
            return
        if (closed and added != total.lo) or (opened and added > total.lo):
            message = _PARTS.fill(sum=added, total=total.lo, where=where([s.statement]))
            yield raised("N1", "BLOCK", message, [s.statement], ("total", str(total.lo)), ("sum", str(added)))
        return


def _bracketed(text: str, q: Quantity) -> bool:
    """Whether a figure stands in brackets: more on what stands before them."""
    return text.rfind("(", 0, q.start) > text.rfind(")", 0, q.start)


def _beyond(words: Sequence[Word], total: Quantity, q: Quantity) -> bool:
    """Whether the list of parts has ended before a figure: "..., dengan 5 komputer", "..., sehingga ..."."""
    between = words[word_at(words, total.end) : word_at(words, q.start)]
    return any(one.text == "," and two.text in _ENDS for one, two in pairwise(between))


def _makes_up(words: Sequence[Word], total: Quantity, first: Quantity) -> bool:
    """Whether "terdiri atas" and the like, or a colon, stand between a total and its first part."""
    between = words[word_at(words, total.end) : word_at(words, first.start)]
    told = lexicon.has(between, "parts_of") or (bool(between) and between[-1].text == ":")
    return told and not any(w.text in (".", ";") for w in between)


def _alike(part: Quantity, total: Quantity, code: str) -> bool:
    """Whether a part counts what its total counts, or leaves it unsaid: "70 menyatakan puas"."""
    if part.unit is None or total.unit is None or part.unit == total.unit:
        return True
    return lexicon.is_verb(part.unit, code)


def _nested(words: Sequence[Word], total: Quantity, last: Quantity) -> bool:
    """Whether a part is said to lie in another: "di antaranya", "dari jumlah itu"."""
    between = [w.text for w in words[word_at(words, total.start) : word_at(words, last.end) + NEAR]]
    return "antaranya" in between or "diantaranya" in between or "them" in between or between.count("dari") > 1


def _parts_behind(one: Sentence, two: Sentence) -> Iterator[Flag]:
    """A whole told in one sentence, and all its parts in the next: "memuat 64 rumah. ... 40 rumah ..., dan 6 rumah"."""
    totals, parts = counts(one.line), counts(two.line)
    if one.statement.paragraph != two.statement.paragraph or len(totals) != 1 or len(parts) < _SUBJECTS:
        return
    total, words = totals[0], two.line.words
    if lexicon.has(words, "parts_of") or any(out_of(words, part) for part in parts) or _aims(one):
        return  # the whole is told anew, or is a target
    alike = total.unit is not None and all(part.unit == total.unit for part in parts)
    between = words[word_at(words, parts[-2].end) : word_at(words, parts[-1].start)]
    listed = any(w.text in ("dan", "serta", "and") for w in between)
    added = sum((part.lo for part in parts if part.lo is not None), Fraction(0))
    if alike and listed and not _REST.intersection(w.text for w in words) and added != total.lo:
        said = [one.statement, two.statement]
        message = _PARTS.fill(sum=added, total=total.lo or 0, where=where(said))
        yield raised("N1", "BLOCK", message, said, ("total", str(total.lo)), ("sum", str(added)))


def _aims(s: Sentence) -> bool:
    return any(w.bare in ("target", "targets", "ditargetkan", "merencanakan", "planned") for w in s.line.words)


def _percents(s: Sentence) -> Iterator[Flag]:
    """Shares of one group of people that come to more than all of it: "60% responden ..., 30% ..., dan 20% ..."."""
    shares = [q for q in figures(s.line) if q.unit == "percent" and q.is_single and q.lo]
    if len(shares) < 2 or not shares[0].lo:
        return
    behind = s.line.words[word_at(s.line.words, shares[0].end) :][:2]
    others = s.line.words[word_at(s.line.words, shares[0].end) : word_at(s.line.words, shares[-1].start)]
    added = sum((q.lo for q in shares if q.lo is not None), Fraction(0))
    grouped = lexicon.has(behind, "of_people") and not lexicon.has(others, "share") and added > WHOLE
    if len(shares) > 2 and (grouped or (_divided(s, shares) and abs(added - WHOLE) > _ROUNDING)):
        message = _PARTS.fill(sum=f"{float(added):g}%", total="100%", where=where([s.statement]))
        yield raised("N1", "BLOCK", message, [s.statement], ("total", "100"), ("sum", str(added)))


def _divided(s: Sentence, shares: Sequence[Quantity]) -> bool:
    """Whether a whole is said to be divided into some shares, and no rest is left: "terbagi atas ... 46%, ..."."""
    before = s.line.words[: word_at(s.line.words, shares[0].start)]
    cut = any(w.text in _DIVIDED for w in before)
    return cut and not _REST.intersection(w.text for w in s.line.words)


# ---------------------------------------------------------------- N8
def _larger(s: Sentence) -> Iterator[Flag]:
    """A part above its whole: "dari 20 pegawai, 25 orang mengikuti ..."."""
    words = s.line.words
    for total, part in pairwise(counts(s.line)):
        begin, end = word_at(words, total.end), word_at(words, part.start)
        between = words[begin:end]
        people = lexicon.has(words[begin : begin + 1], "of_people") and lexicon.has(
            words[end + 1 : end + 2], "of_people"
        )
        alike = people or (part.unit is not None and part.unit == total.unit)
        apart = bool(between) and between[-1].text == "," and not lexicon.has(between, "changes_to")
        if out_of(words, total) and alike and apart and part.lo and total.lo and part.lo > total.lo:
            message = _LARGER.fill(part=part.lo, total=total.lo, where=where([s.statement]))
            yield raised("N8", "WARN", message, [s.statement], ("part", str(part.lo)), ("total", str(total.lo)))


def _out_of(s: Sentence) -> Iterator[Flag]:
    """A part above its whole in one phrase: "23 dari 19 operator", "46 peserta dari 40 peserta"."""
    words = s.line.words
    for part, total in pairwise(counts(s.line)):
        at, begin, end = word_at(words, part.start), word_at(words, part.end), word_at(words, total.start)
        between = [w.text for w in words[begin:end] if w.text not in ("out", "the", "all", "orang")]
        named = between[:-1] in ([], [total.unit]) and between[-1:] in (["dari"], ["of"])
        changed = _CHANGES.intersection(w.text for w in words[max(0, at - NEAR) : at])
        if named and not changed and part.lo and total.lo and part.lo > total.lo:
            message = _LARGER.fill(part=part.lo, total=total.lo, where=where([s.statement]))
            yield raised("N8", "WARN", message, [s.statement], ("part", str(part.lo)), ("total", str(total.lo)))


def _excess(s: Sentence) -> Iterator[Flag]:
    """A share of a whole above 100%."""
    for q in figures(s.line):
        at = word_at(s.line.words, q.start)
        before = s.line.words[max(0, at - BESIDE) : at]
        of_whole = lexicon.has(before, "share_of_whole") and not lexicon.has(before, "may_exceed")
        if of_whole and q.unit == "percent" and q.lo is not None and q.lo > WHOLE:
            yield raised("N8", "WARN", _EXCESS.fill(figure=q.raw, where=where([s.statement])), [s.statement])
