"""Rules N2 and N3: what is said of all and of a target, against the figures beside it (method 1.6)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from kualcode.analysis.claims.asserted import met, put_off
from kualcode.analysis.claims.keys import Key
from kualcode.analysis.claims.shown import shown, told
from kualcode.analysis.evidence import Claim, Evidence
from kualcode.analysis.rules.flags import Flag
from kualcode.analysis.rules.given import Given, flag
from kualcode.errors import Bi
from kualcode.language.quantity import interval

_WHOLE = Fraction(100)
_DENIED = ("tidak ", "not ")


def n2(known: Given) -> Iterator[Flag]:
    """ "All of it" said of a thing of which exceptions are counted (method 1.6, N2).

    Said in so many words, or by a part as large as its whole. One flag a code.
    """
    found: defaultdict[str, dict[str, Claim]] = defaultdict(dict)
    for said, exception in (*_all_and_exceptions(known), *_full_parts(known)):
        found[said.code] |= {said.id: said, exception.id: exception}
    for claims in found.values():
        exceptions = [claim for claim in claims.values() if claim.role == "exception" or _is_denied(claim)]
        first = min(exceptions or claims.values(), key=lambda claim: claim.id)
        message = _ALL_BUT.fill(figure=told(first))
        yield flag("N2", "BLOCK", claims.values(), message, [("exceptions", str(first.quantity.lo))])


def _all_and_exceptions(known: Given) -> Iterator[tuple[Claim, Claim]]:
    """What is said of all, with each exception to the same."""
    everything = [claim for claim in known.claims if claim.role == "all" and claim.modality == "realised"]
    exceptions: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in known.claims:
        if claim.role == "exception" and claim.id in known.keys and (claim.quantity.lo or 0) > 0:
            exceptions[claim.code, known.keys[claim.id].measure].append(claim)
    for said in everything:
        for exception in exceptions.get((said.code, known.keys[said.id].measure), []) if said.id in known.keys else []:
            same = _affirmed(known, said) == _affirmed(known, exception)
            if same and known.same_time(said, exception):
                yield said, exception


def _affirmed(known: Given, claim: Claim) -> frozenset[str]:
    """The subject without its denials: "tidak mencapai target" is an exception to "mencapai target"."""
    return frozenset(word.removeprefix(_DENIED[0]).removeprefix(_DENIED[1]) for word in known.keys[claim.id].subject)


def _full_parts(known: Given) -> Iterator[tuple[Claim, Claim]]:
    """A part as large as its whole, with each exception beside it."""
    for whole, parts in known.parts():
        full = [part for part in parts if part.role == "part" and not _is_denied(part) and _equal(part, whole)]
        others = [part for part in parts if part.role == "exception" or _is_denied(part)]
        for said in full:
            yield from ((said, exception) for exception in others if (exception.quantity.lo or 0) > 0)


def _is_denied(claim: Claim) -> bool:
    return any(word in f"{claim.measure} {claim.subject} " for word in (" tidak ", " belum ", " not ")) or (
        claim.subject.startswith(("tidak ", "belum ", "not "))
    )


def _equal(one: Claim, other: Claim) -> bool:
    return one.quantity.is_single and other.quantity.is_single and one.quantity.lo == other.quantity.lo


def n3(known: Given) -> Iterator[Flag]:
    """ "The target is met", beside a result below it or a part put off (method 1.6, N3).

    The target of a share is 100% where none is given. A result counts where it is of the same thing, or a share in
    the same sentence; what is put off, where it is told in the same place. One flag a code.
    """
    by_code: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in known.claims:
        by_code[claim.code].append(claim)
    said = _statements(known, by_code)
    for code, claims in sorted(by_code.items()):
        seen = _Seen(known, claims)
        for statement in said.get(code, []):
            seen.beside(statement)
        for claim in claims:
            if claim.role == "all" and claim.id in known.keys:
                seen.against(claim)
        if seen.is_contrary:
            yield seen.flag(code)


class _Met(NamedTuple):
    """A statement that a target is met, with the sentence that says so."""

    evidence: Evidence
    span: tuple[int, int]


def _statements(known: Given, codes: Container[str]) -> dict[str, list[_Met]]:
    """Statements that a target is met, by code; only of codes that have figures."""
    found: defaultdict[str, list[_Met]] = defaultdict(list)
    for one in known.counted:
        text = (one.quote or one.gist) if one.code in codes else ""
        for span in met(text, known.lex) if text else ():
            found[one.code].append(_Met(one, span))
    return dict(found)


class _Seen:
    """What speaks against a target said to be met on one code."""

    def __init__(self, known: Given, claims: Sequence[Claim]) -> None:
        self._known = known
        self._by_place: defaultdict[tuple[str, ...], list[Claim]] = defaultdict(list)
        self._by_key: defaultdict[Key, list[Claim]] = defaultdict(list)
        for claim in claims:
            self._by_place[_place(known.evidence[claim.id])].append(claim)
            if claim.id in known.keys:
                self._by_key[self._thing(claim)].append(claim)
        self._said: dict[str, Claim] = {}
        self._evidence: set[str] = set()
        self._below: dict[str, tuple[Claim, Claim | None]] = {}  # the result, and its target where one is given
        self._late: dict[str, Claim] = {}
        self._put_off = False

    @property
    def is_contrary(self) -> bool:
        """Whether anything does."""
        return bool(self._below or self._late or self._put_off)

    def beside(self, statement: _Met) -> None:
        """Look beside a statement in words."""
        known = self._known
        before = len(self._below) + len(self._late)
        for claim in self._by_place.get(_place(statement.evidence), []):
            made = known.evidence[claim.id]
            inside = made.id == statement.evidence.id and statement.span[0] <= claim.quantity.start < statement.span[1]
            if inside and _is_low_share(claim):
                self._below[claim.id] = (claim, None)
            if claim.role == "deferred":
                self._late[claim.id] = claim
            self._pairs(claim)
        late = bool(put_off(statement.evidence.quote or statement.evidence.gist, known.lex))
        if late or len(self._below) + len(self._late) > before:
            self._put_off = self._put_off or late
            self._evidence.add(statement.evidence.id)

    def against(self, said: Claim) -> None:
        """Look at the figures of what is said of all."""
        before = len(self._below) + len(self._late)
        for claim in self._same(said):
            if _is_low_share(claim):
                self._below[claim.id] = (claim, said if said.modality != "realised" else None)
        for claim in self._by_place[_place(self._known.evidence[said.id])]:
            if claim.role == "deferred":
                self._late[claim.id] = claim
        if len(self._below) + len(self._late) > before:
            self._said[said.id] = said

    def _pairs(self, one: Claim) -> None:
        """A target and a result of one thing, of which one stands beside the statement."""
        for other in self._same(one):
            result, target = (one, other) if one.modality == "realised" else (other, one)
            if target.modality == "realised" or result.modality != "realised":
                continue
            high, low = interval(result.quantity)[1], interval(target.quantity)[0]
            if high is not None and high < low:
                self._below[result.id] = (result, target)

    def _thing(self, claim: Claim) -> Key:
        """The key of a claim, planned or reached."""
        return self._known.keys[claim.id]._replace(modality="realised")

    def _same(self, one: Claim) -> Iterator[Claim]:
        """The other claims of one thing and time, planned or reached."""
        for other in self._by_key[self._thing(one)] if one.id in self._known.keys else []:
            if other.id != one.id and self._known.same_time(one, other):
                yield other

    def flag(self, code: str) -> Flag:
        """All of it as one flag on the code."""
        below = [claim for pair in self._below.values() for claim in pair if claim is not None]
        claims = {claim.id: claim for claim in (*self._said.values(), *below, *self._late.values())}
        parts = [_short(result, target) for result, target in self._below.values()]
        parts += [told(claim) for claim in self._late.values()]
        parts += [_SOMETHING_LATE] if self._put_off and not self._late else []
        each = list(dict.fromkeys(parts))
        what = Bi("; ".join(part.id for part in each), "; ".join(part.en for part in each))
        made = flag("N3", "WARN", claims.values(), _NOT_MET.fill(what=what), self._details())
        return replace(made, targets=(code or "*",), evidence=tuple(sorted({*made.evidence, *self._evidence})))

    def _details(self) -> list[tuple[str, str]]:
        rows = [
            (("realised", str(result.quantity.lo)), ("target", str(target.quantity.lo if target else _WHOLE)))
            for result, target in self._below.values()
        ]
        return [pair for row in rows for pair in row] + [("deferred", str(len(self._late)))] * bool(self._late)


def _place(evidence: Evidence) -> tuple[str, ...]:
    """Where a statement stands: one turn of a document."""
    return (evidence.doc_id, evidence.turn) if evidence.doc_id and evidence.turn else (evidence.id,)


def _is_low_share(claim: Claim) -> bool:
    if claim.unit != "percent" or claim.modality != "realised" or claim.role not in ("value", "part", "total"):
        return False
    high = interval(claim.quantity)[1]
    return high is not None and high < _WHOLE


def _short(result: Claim, target: Claim | None) -> Bi:
    aim = shown(target.quantity, target.unit) if target else Bi("100%", "100%")
    return _BELOW.fill(figure=told(result), target=aim)


_ALL_BUT = Bi(
    "Dikatakan semua tercapai, padahal ada pengecualian: {figure}.",
    "All are said to have reached it, yet there are exceptions: {figure}.",
)
_NOT_MET = Bi("Dikatakan mencapai target, padahal {what}.", "The target is said to be met, yet {what}.")
_BELOW = Bi("{figure} (target {target})", "{figure} (target {target})")
_SOMETHING_LATE = Bi("ada yang ditunda", "something was put off")
