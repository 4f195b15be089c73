"""What a draft advises, and what it says brings about a problem."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kualcode.analysis.drafts import lexicon
from kualcode.analysis.drafts.enumerations import Line
from kualcode.analysis.drafts.lexicon import Word
from kualcode.analysis.statements import Advice, Cause, Section

Touches = Callable[[str], tuple[str, ...]]

_MORE = 4  # words between "mengadakan" and what there is to be more of
_NAME = 8  # words of who is advised at most
_MODALS = frozenset(["should", "must"])
_TO = frozenset(["kepada", "bagi", "to", "for"])
_HARD = frozenset(".;?!()")
_JOINTS = frozenset((",", "dan", "serta", "and", "maupun", "atau", "or"))


def advice(line: Line, section: Section, touches: Touches, *, follows: bool) -> Advice | None:
    """What a sentence advises; `follows`: the sentence before it in the paragraph advises something.

    Every sentence of the recommendations does, save one that only opens their list.
    """
    if not _advises(line, section, follows=follows) or _opens_list(line):
        return None
    start, end = _action(line.words)
    while start < end and line.words[start].text in ("that", ","):
        start += 1
    if start >= end:
        return None
    words = line.words[start:end]
    action = line.text[words[0].start : words[-1].end]
    things = _things(line, words)
    purpose = line.text[words[-1].end :]  # "agar laporan tidak terlambat"
    return Advice(
        action,
        _addressee(line, start),
        touches(things),
        lexicon.roots(action, line.language),
        lexicon.roots(things, line.language),
        tuple(dict.fromkeys(_more(words, line.language))),
        lexicon.has(words, "advice_general"),
        touches(purpose),
    )


def causes(line: Line) -> tuple[Cause, ...]:
    """What a sentence says brings about a delay, an error or another problem."""
    if not lexicon.has(line.words, "problem"):
        return ()
    return (*_after(line), *_before(line))


def _advises(line: Line, section: Section, *, follows: bool) -> bool:
    if section == "recommendations":
        return True
    if section not in ("abstract", "conclusion"):
        return False
    addressed = line.words[0].text in _TO if line.words else False
    wishes = lexicon.has(line.words, "advice_purpose") or lexicon.has(line.words, "advice_that")
    return lexicon.has(line.words, "advice") or (addressed and wishes and follows)


def _opens_list(line: Line) -> bool:
    return line.text.rstrip().endswith(":") or (
        lexicon.has(line.words, "advice_opening") and not lexicon.has(line.words, "advice_purpose")
    )


def _action(sentence: Sequence[Word]) -> tuple[int, int]:
    """The words that say what to do: behind "agar" and the like, without what it is good for."""
    said = next((last for _, last in lexicon.spots(sentence, "advice")), None)
    addressed = bool(sentence) and sentence[0].text in _TO
    begin = 0
    if said is not None:
        spots = [spot for spot in lexicon.spots(sentence, "advice_purpose") if spot[0] >= said]
        spots = spots or [spot for spot in lexicon.spots(sentence, "advice_that") if spot[0] >= said]
        told = sentence[said - 1].text in _MODALS or not spots or _has_verb(sentence[said : spots[0][0]])
        begin = said if told else spots[0][1]
    elif addressed:
        begin = next((last for _, last in lexicon.spots(sentence, "advice_that")), 0)
    else:
        begin = next((last for _, last in lexicon.spots(sentence, "advice_plain")), 0)
        if begin < len(sentence) and sentence[begin].text.startswith("di"):
            begin = 0  # "Petugas perlu ditambah": what is to be done is said before
        that = next((spot for spot in lexicon.spots(sentence, "advice_purpose")), None)
        if not begin and that and not _has_verb(sentence[: that[0]]):
            begin = that[1]  # "Kepala sekolah agar ..."
    end = next((first for first, _ in lexicon.spots(sentence, "advice_purpose") if first > begin + 1), len(sentence))
    return begin, end


def _has_verb(words: Sequence[Word]) -> bool:
    return any(lexicon.is_verb(w.text, "id") for w in words)


def _things(line: Line, words: Sequence[Word]) -> str:
    """The words of an action without its verbs, and without what it is for ("untuk studi banding")."""
    end = next(
        (n for n, w in enumerate(words) if n and w.text == "untuk" and not _is_verb_at(words, n + 1, line.language)),
        len(words),
    )
    kept = [w for w in words[:end] if not lexicon.is_verb(w.text, line.language)]
    return " ".join(line.text[w.start : w.end] for w in kept)


def _is_verb_at(words: Sequence[Word], at: int, code: str) -> bool:
    return at < len(words) and lexicon.is_verb(words[at].text, code)


def _addressee(line: Line, begin: int) -> str:
    """Who is to do it: the words between "kepada" and "agar", or between "agar" and the first verb."""
    spots = [(first, last) for first, last in lexicon.spots(line.words[:begin], "advice_to")]
    if spots:
        first = spots[-1][1]
        end = next((n for n in range(first, begin) if _ends_name(line.words, n)), begin)
    else:
        first = begin
        end = next(
            (n for n in range(begin, len(line.words)) if lexicon.is_verb(line.words[n].text, line.language)), begin
        )
    done = end < len(line.words) and line.words[end].text.startswith("di")  # passive: it is what is to be changed
    if not 0 < end - first <= _NAME or (not spots and done):
        return ""
    return line.text[line.words[first].start : line.words[end - 1].end]


def _ends_name(sentence: Sequence[Word], at: int) -> bool:
    return (
        sentence[at].text in _HARD | {","}
        or lexicon.match(sentence, at, "advice_that") > 0
        or any(first == at for first, _ in lexicon.spots(sentence, "advice"))
    )


def _more(words: Sequence[Word], language_code: str) -> Iterator[str]:
    """Roots of what there is to be more of, and the kinds of activity among it."""
    reach = 0
    for number, word in enumerate(words):
        if lexicon.match(words, number, "advice_less"):
            reach = 0
        elif lexicon.match(words, number, "advice_more"):
            reach = _MORE
        elif word.text in _HARD | {","}:
            reach = max(0, reach - 2)
        elif reach:
            reach -= 1
            yield from lexicon.activities(words[number : number + 3])
            found = lexicon.root(word.text, language_code)
            if found is not None and not lexicon.is_verb(word.text, language_code):
                yield found
                reach = max(reach, 1)


def _after(line: Line) -> Iterator[Cause]:
    """Causes behind "disebabkan oleh" and the like, to the clause's end."""
    for _, last in lexicon.spots(line.words, "cause_of"):
        end = next((n for n in range(last, len(line.words)) if line.words[n].text in _HARD), len(line.words))
        end = next((n for n in range(last, end) if lexicon.match(line.words, n, "list_stop")), end)
        yield from _items(line, last, end)


def _before(line: Line) -> Iterator[Cause]:
    """Causes before "menyebabkan" and the like: the clause's subject."""
    for first, last in lexicon.spots(line.words, "cause_by"):
        if lexicon.has(line.words[last:], "problem"):
            begin = max((n + 1 for n in range(first) if line.words[n].text in _HARD), default=0)
            yield from _items(line, begin, first)


def _items(line: Line, start: int, end: int) -> Iterator[Cause]:
    """The causes that a stretch lists; a lack at the head of one reaches over those joined to it."""
    lacking = False
    begin = start
    for at in range(start, end + 1):
        if at < end and line.words[at].text not in _JOINTS:
            continue
        if at > begin:
            words = line.words[begin:at]
            starts = bool(lexicon.match(words, 0, "cause_filler"))
            own = lexicon.has(words, "lack")
            lacking = bool(lexicon.match(words, 0, "lack")) or (lacking and not starts)
            text = line.text[words[0].start : words[-1].end]
            nouns = " ".join(w.text for w in words if not lexicon.is_verb(w.text, line.language))
            roots = (*lexicon.activities(words), *lexicon.roots(nouns, line.language))
            yield Cause(text, roots, bare=not (own or lacking))
        begin = at + 1
