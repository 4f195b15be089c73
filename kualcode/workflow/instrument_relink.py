"""A person's word on which item of the guide an answer answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kualcode.analysis.instrument.items import Item
from kualcode.errors import Bi, NotFound, UsageError
from kualcode.model import Source, Turn
from kualcode.segment import code_key
from kualcode.store import Store
from kualcode.text import sha256, squash
from kualcode.workflow.instrument import questions
from kualcode.workflow.instrument_links import NOTE, answers_of, interview_sources
from kualcode.workflow.study import closed
from kualcode.workflow.words import near, near_source, no_source

NONE = ("none", "tidak", "tanpa", "-")
AUTOMATIC = ("auto", "otomatis")


class Set(NamedTuple):
    """Answers that were linked by hand: the source, their numbers as shown, and the item; None is none."""

    source: str
    turns: tuple[int, ...]
    item: Item | None
    automatic: bool = False


def link(store: Store, source: str, turn: int, item: str, *, by: str) -> Set:
    """Link an answer, or all answers to a question, to an item, to none, or leave it to kualcode again ("auto").

    `source` is a name, or the code of an informant with one interview; `turn` is counted from 1, as it is shown;
    `item` is W-3, or 3. Raises NotFound, UsageError.
    """
    word = squash(item).casefold()
    with store.atomic():
        found = _source(store, source)
        places = _places(found, turn, closed(store))
        wanted = None if word in (*NONE, *AUTOMATIC) else _item(questions(store), item)
        for place in places:
            text = found.text[place.start : place.end]
            value = {"item": wanted.id if wanted else None, "text_sha256": sha256(text)}
            store.put_note(NOTE, f"{found.name}#{place.index}", None if word in AUTOMATIC else value, by=by)
    return Set(found.name, tuple(place.index + 1 for place in places), wanted, word in AUTOMATIC)


def _source(store: Store, named: str) -> Source:
    names = [source.name for source in interview_sources(store)]
    if named in names:
        return store.source(named)
    own = [name for name in names if code_key(store.info(name).informant or "") == code_key(named)]
    if len(own) == 1:
        return store.source(own[0])
    if own:
        raise UsageError(
            Bi("{code} punya {n} wawancara.", "{code} has {n} interviews.").fill(code=named, n=len(own)),
            Bi("Tulis nama sumbernya: {names}.", "Write the name of the source: {names}.").fill(names=", ".join(own)),
        )
    raise no_source(named, near_source(named, names))


def _places(source: Source, number: int, shut: frozenset[str]) -> list[Turn]:
    """The answers that a number means: itself, or all to the question that it is. Raises NotFound."""
    answers = answers_of(source, shut)
    found = [turn for turn in answers if number - 1 in (turn.index, turn.question)]
    if not found:
        raise NotFound(
            Bi("{source} tidak punya jawaban nomor {n}.", "{source} has no answer with the number {n}.").fill(
                source=source.name, n=number
            ),
            Bi("Lihat nomornya: kualcode instrument --links", "See the numbers: kualcode instrument --links"),
        )
    return found


def _item(items: Sequence[Item], named: str) -> Item:
    """An item of the interview guide by its id or its number. Raises NotFound, UsageError."""
    own = {item.id: item for item in items if item.technique == "interview"}
    if not own:
        raise UsageError(
            Bi("Belum ada pedoman wawancara.", "There is no interview guide yet."),
            Bi("Masukkan dahulu: kualcode instrument import FILE", "Take it in first: kualcode instrument import FILE"),
        )
    wanted = squash(named).casefold()
    fit = [item for item in own.values() if wanted in (item.id.casefold(), item.number.casefold())]
    if fit:
        return fit[0]
    guess = near(named, own)
    raise NotFound(
        Bi("Pedoman wawancara tidak punya butir {id}.", "The interview guide has no item {id}.").fill(id=named[:20]),
        Bi("Mungkin {near}?", "Perhaps {near}?").fill(near=guess)
        if guess
        else Bi("Lihat butirnya: kualcode instrument", "See the items: kualcode instrument"),
    )
