"""What the machine read where a person codes: what it adds to a coding, and where the two stances are opposed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from kualcode.errors import Bi, Problem
from kualcode.model import Codebook, Coding, Stance
from kualcode.store import Details, Query, Store
from kualcode.workflow.decide import stance_meaning

Place = tuple[str, int, int]  # source, start, end
_OPPOSITE: dict[Stance, Stance] = {"positive": "negative", "negative": "positive"}
_LEAST = 2  # opposed codings, and more than half of those comparable, from which a code is told


class Beside:
    """The machine's suggestions beside one coder's passages, as they were before anything of an import came in."""

    def __init__(self, store: Store, coder: str) -> None:
        self._store = store
        known = store.known_coder(coder)
        self._coder = known.name if known else coder
        self._rows = lru_cache(maxsize=None)(self._read)

    def _read(self, name: str) -> tuple[list[Coding], dict[tuple[int, int, str], Coding]]:
        """Of a source: the machine's rows, those decided on too, and this coder's own by place and code."""
        machine: dict[str, Coding] = {}
        own = {}
        for row in self._store.codings(Query(source=name)):
            if row.source != name:
                continue
            behind = row if row.status == "suggested" else self._store.suggestion(row.id)
            if behind is not None:
                machine[behind.id] = behind
            if row.coder == self._coder:
                own[row.start, row.end, row.code] = row
        return sorted(machine.values(), key=lambda row: (row.start, row.end, row.id)), own

    def suggestion(self, place: Place, code: str) -> Coding | None:
        """The suggestion of the same code that shares most of a passage."""
        name, start, end = place
        shared = [(min(end, row.end) - max(start, row.start), row) for row in self._rows(name)[0] if row.code == code]
        best = max(shared, key=lambda pair: pair[0], default=(0, None))
        return best[1] if best[0] > 0 else None

    def filled(self, place: Place, code: str, stance: Stance, details: Details) -> list[str]:
        """Take over into `details` what a person left open and the machine read; the names of what was.

        What the coder has said of that passage before stays. Cause and strength are taken only where the stances
        are not opposed, for the machine gives them to its own stance.
        """
        found = self.suggestion(place, code)
        if found is None or details.get("status", "accepted") != "accepted":
            return []
        own = self._rows(place[0])[1].get((place[1], place[2], code))
        taken = []
        if "facet" not in details and found.facet is not None and (own is None or own.facet is None):
            details["facet"] = found.facet
            taken.append("facet")
        if _OPPOSITE.get(stance) == found.stance:
            return taken
        if "causal" not in details and found.causal != "none" and (own is None or own.causal == "none"):
            details["causal"] = found.causal
            taken.append("causal")
        if "strength" not in details and found.strength != _USUAL and (own is None or own.strength == _USUAL):
            details["strength"] = found.strength
            taken.append("strength")
        return taken


_USUAL = 2  # the strength of a coding of which nothing is said


@dataclass(slots=True)
class Stances:
    """How the stances of imported factor codings compare with the machine's on the same passages."""

    book: Codebook
    factors: int = 0
    compared: Counter[str] = field(default_factory=Counter)
    opposed: Counter[str] = field(default_factory=Counter)

    def meet(self, code: str, stance: Stance, found: Coding | None) -> None:
        """Count one coding of a factor."""
        if not stance_meaning(self.book, code)[0]:
            return
        self.factors += 1
        if found is not None and stance in _OPPOSITE and found.stance in _OPPOSITE:
            self.compared[code] += 1
            self.opposed[code] += _OPPOSITE[stance] == found.stance

    def warnings(self, *, performance: bool) -> list[Problem]:
        """The factors whose stances look turned round: two or more opposed, and more than half of those comparable."""
        turned = [c for c, n in sorted(self.opposed.items()) if n >= _LEAST and 2 * n > self.compared[c]]
        return [self._warning(code, performance=performance) for code in turned]

    def _warning(self, code: str, *, performance: bool) -> Problem:
        hinders = stance_meaning(self.book, code)[1] == "hindering"
        what = _OPPOSED.fill(n=self.opposed[code], of=self.compared[code])
        if not hinders:
            return Problem(code, what, _DRIVES.fill(code=code))
        return Problem(code, what, _WITHOUT if performance else _HINDERS)


def turned(book: Codebook, code: str, stance: Stance) -> Stance:
    """The stance of a hindrance that was coded by what it is for the work: "negative" is that it is there."""
    return _OPPOSITE.get(stance, stance) if stance_meaning(book, code) == (True, "hindering") else stance


_OPPOSED = Bi(
    "pada {n} dari {of} kutipan yang dapat dibandingkan, sikapnya berlawanan dengan bacaan mesin.",
    "in {n} of {of} passages that can be compared the stance is the opposite of what the machine read.",
)
_HINDERS = Bi(
    "Pada faktor penghambat, positif berarti hambatan itu ada, negatif berarti tidak ada. Bila di berkas ini negatif "
    "berarti buruk bagi kinerja, ulangi impornya dengan --factor-stance performance.",
    "Of a hindering factor, positive means that the hindrance is there, negative that it is not. If negative means "
    "bad for the work in this file, import it again with --factor-stance performance.",
)
_WITHOUT = Bi(
    "Sikap kode penghambat sudah dibalik oleh --factor-stance performance; bila di berkas ini positif sudah berarti "
    "hambatan itu ada, ulangi impornya tanpa opsi itu.",
    "The stances of hindrances were turned round by --factor-stance performance; if positive means in this file that "
    "the hindrance is there, import it again without that option.",
)
_DRIVES = Bi(
    "Pada faktor pendorong, positif berarti pendorong itu ada. Periksa kutipannya: kualcode quotes {code}; betulkan "
    "dengan: kualcode code stance SIKAP ID --coder NAMA",
    "Of a driving factor, positive means that it is there. Read the quotes: kualcode quotes {code}; mend them with: "
    "kualcode code stance STANCE ID --coder NAME",
)
