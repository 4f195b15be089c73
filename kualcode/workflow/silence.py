"""Silence told apart: by informant and code what was said, asked and not answered, or not asked (method 1.4, 12)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kualcode.analysis.instrument.items import Heard, Item, Linked, heard
from kualcode.analysis.layouts import quotes
from kualcode.document import Entry, Matrix, Quote
from kualcode.errors import Bi, KualcodeError, UsageError
from kualcode.model import Codebook
from kualcode.store import Store
from kualcode.workflow import codebooks
from kualcode.workflow.evidence import evidence
from kualcode.workflow.instrument import asked, questions
from kualcode.workflow.instrument_links import Interviews, interviews
from kualcode.workflow.interview_matrix import IMPORT, NO_GUIDE
from kualcode.workflow.status import consent_notes


def silence(store: Store, *, quoted: bool = True) -> Matrix:
    """A row a code, a column an informant; what was said opens to its quotes, where they are asked for.

    What was asked comes from the links to the instrument; without an interview guide in it, everybody was asked what
    `guides` of kualcode.yaml names. Raises UsageError where neither is there, KualcodeError where nobody has decided
    yet, InvalidFile without a sound codebook.
    """
    book = codebooks.stored(store)[0]
    found = interviews(store)
    links, note = _asked_of(store, found)
    spoken = _spoken(store, book, quoted=quoted)
    if not spoken.said:
        raise KualcodeError(_NOTHING_ACCEPTED, _ACCEPT)
    told = heard(book, links, {code: frozenset(codes) for code, codes in spoken.said.items()})
    rows = tuple(
        (Entry(code), Entry(book.by_id[code].name), *(spoken.entry(who, code, told[who][code]) for who in told))
        for code in _rows(book, list(told.values()))
    )
    columns = (Bi("Kode", "Code"), Bi("Nama", "Name"), *(Bi(who, who) for who in told))
    return Matrix("silence", _TITLE, columns, rows, (_LEGEND, *note, *consent_notes(store)))


def _asked_of(store: Store, found: Interviews) -> tuple[dict[str, list[Linked]], Sequence[Bi]]:
    """By informant, what stands for the questions put to each, and what to say about it."""
    people = found.by_informant()
    if any(item.technique == "interview" for item in questions(store)):
        return {who: [one.link for one in said] for who, said in people.items()}, tuple(_doubt(found))
    guide = asked(store).get("interview", frozenset())
    if not guide:
        raise UsageError(NO_GUIDE, IMPORT)
    every = [Linked(0, Item("", "interview", code, ""), follow_up=False) for code in sorted(guide)]
    return dict.fromkeys(people, every), (_BY_GUIDES,)


def _doubt(found: Interviews) -> Iterator[Bi]:
    if told := found.unlinked():
        yield _NOT_SURE.fill(counts=", ".join(f"{who} {n}" for who, n in told.items()))


def _rows(book: Codebook, told: Sequence[Mapping[str, Heard]]) -> list[str]:
    """Codes in the order of the codebook; one with codes below it only where it was asked for or spoken of itself."""
    above = {code.parent for code in book.codes}
    codes = list(told[0]) if told else []
    return [code for code in codes if code not in above or any(own[code] != "not_asked" for own in told)]


# ---------------------------------------------------------------- what was said
@dataclass(frozen=True, slots=True)
class _Spoken:
    """By informant and code: the quotes that are accepted, and the codes on which nobody has decided."""

    said: dict[str, dict[str, list[Quote]]] = field(default_factory=dict)
    undecided: dict[str, set[str]] = field(default_factory=dict)
    quoted: bool = True

    def entry(self, who: str, code: str, state: Heard) -> Entry:
        """One cell; before everything is decided, silence is open."""
        if state == "said":
            return Entry(_HEARD[state], tuple(self.said[who][code]) if self.quoted else ())
        return Entry(_OPEN if code in self.undecided.get(who, ()) else _HEARD[state])


def _spoken(store: Store, book: Codebook, *, quoted: bool) -> _Spoken:
    found = _Spoken(quoted=quoted)
    for one in evidence(store):
        if one.source_type != "interview" or not one.informant or one.code not in book.by_id:
            continue
        if one.counts:
            found.said.setdefault(one.informant, {}).setdefault(one.code, []).append(quotes.quote(book, one))
        elif one.status in ("suggested", "disputed"):
            found.undecided.setdefault(one.informant, set()).add(one.code)
    return found


_TITLE = Bi("Disampaikan, diam, atau tidak ditanyakan", "Said, silent or not asked")
_HEARD: dict[Heard, Bi] = {
    "said": Bi("ada", "said"),
    "silent": Bi("diam", "silent"),
    "not_asked": Bi("\u2013", "\u2013"),
}
_OPEN = Bi("?", "?")
_LEGEND = Bi(
    "ada: disampaikan (ada kutipan yang diterima); diam: ditanyakan, tetapi tidak ada kutipan; \u2013: tidak "
    "ditanyakan; ?: ada usulan yang belum diputuskan.",
    "said: there are accepted quotes; silent: asked, and no quote; \u2013: not asked; ?: there are suggestions on "
    "which nobody has decided.",
)
_NOT_SURE = Bi(
    "Pertanyaan yang belum tertaut ke butir mana pun: {counts}; bagi mereka “tidak ditanyakan” belum pasti. "
    "Lihat: kualcode instrument --links",
    "Questions that are linked to no item: {counts}; for them “not asked” is not certain. "
    "See: kualcode instrument --links",
)
_BY_GUIDES = Bi(
    "Tanpa instrumen: kode di `guides` (kualcode.yaml) dianggap ditanyakan kepada setiap informan.",
    "Without an instrument: the codes of `guides` (kualcode.yaml) count as asked of every informant.",
)
_NOTHING_ACCEPTED = Bi(
    "Belum ada kutipan wawancara yang diterima, jadi diam belum dapat dibedakan.",
    "No quote of an interview has been accepted yet, so that silence cannot be told.",
)
_ACCEPT = Bi(
    "Putuskan dahulu usulannya: kualcode quotes KODE, lalu kualcode code accept ID --coder NAMA",
    "Decide on the suggestions first: kualcode quotes CODE, then kualcode code accept ID --coder NAME",
)
