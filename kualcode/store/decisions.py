"""What persons decide: on a suggestion, on somebody's coding, or by coding a passage themselves.

Every coder has at most one row on a suggestion, so several can decide independently; changing one's mind
changes that row and leaves the machine's untouched.
"""
# ruff: noqa: S608 - statements are put together from constants; values are always bound

from __future__ import annotations

from typing import Any, TypedDict, Unpack

from kualcode.errors import Bi, UsageError
from kualcode.model import CAUSALS, STANCES, STATUSES, Causal, Coding, Stance, Status
from kualcode.store.codings import Codings
from kualcode.store.ids import coding_id
from kualcode.store.people import Coder

FIELDS = (
    "id",
    "source_id",
    "turn",
    "start",
    "end",
    "quote",
    "code",
    "facet",
    "stance",
    "causal",
    "strength",
    "confidence",
    "status",
    "coder_id",
    "decided_at",
    "reason",
    "codebook_version",
    "gist",
    "translation",
    "suggestion_id",
)
_COLUMNS = ", ".join(f'"{name}"' for name in FIELDS)
_UPSERT = (
    f"INSERT INTO codings ({_COLUMNS}) VALUES ({', '.join('?' * len(FIELDS))}) "
    "ON CONFLICT (id) DO UPDATE SET " + ", ".join(f'"{name}" = excluded."{name}"' for name in FIELDS[1:])
)
_PERSONS = tuple(status for status in STATUSES if status != "suggested")
_CHOICES: dict[str, tuple[object, ...]] = {
    "stance": STANCES,
    "causal": CAUSALS,
    "status": _PERSONS,
    "strength": (1, 2, 3),
}
Fields = dict[str, Any]


class Details(TypedDict, total=False):
    """What a person may say about a coding of their own; what is not given has its default."""

    status: Status
    facet: str | None
    causal: Causal
    strength: int
    reason: str  # the person's own words
    gist: str
    translation: str


class Decision(Details, total=False):
    """What a person may change; what is not given stays as it is, and the status becomes accepted."""

    code: str
    stance: Stance


class Decisions(Codings):
    """Writing persons' rows."""

    def decide(self, coding_id: str, *, coder: str, **decision: Unpack[Decision]) -> Coding:
        """Accept, reject, dispute or recode the row whose id begins so; the coder's own row as it now is.

        Another code leaves facet and cause behind, unless they are given. A code that already stands on that very
        span, proposed or decided by this coder, takes the decision there, and the row is rejected: no coder
        holds one code twice. The same decision again changes nothing. Raises NotFound, UsageError.
        """
        self._writing()
        _check(decision)
        (found,) = self._by_prefix("SELECT c.id", coding_id, include_hidden=False)
        return self._decide(found, self.coder(coder), decision)

    def _decide(self, found: str, person: Coder, decision: Decision) -> Coding:
        shown = self._fields(found)
        before = self._own_row(shown, person)
        base = before or self._fresh(shown, person)
        if decision.get("code", base["code"]) == base["code"]:
            return self._store(before, {**base, "status": "accepted", **decision})
        there = self._standing(base, decision["code"], person)
        if there is not None:
            return self._merge(before, base, there, person, decision)
        return self._store(before, {**base, "facet": None, "causal": "none", "status": "accepted", **decision})

    def _merge(self, before: Fields | None, base: Fields, there: str, person: Coder, decision: Decision) -> Coding:
        """Reject a row in favour of the one that has its new code; what else was said is said of that one."""
        rejected = {**base, "status": "rejected", "reason": decision.get("reason", base["reason"])}
        if rejected != before:
            self._store(before, rejected)
            self._log_standing(there)
        rest: Decision = {**decision}
        rest.pop("code", None)
        rest.pop("reason", None)
        return self._decide(there, person, rest)

    def _log_standing(self, there: str) -> None:
        """Say in the trail that a person's row has taken in another."""
        row = self._fields(there)
        if row["status"] != "suggested":
            same = journalled(row)
            self._log("recode", f"coding:{there}", same, same, by=row["coder_id"], reason="merged")

    def _fresh(self, shown: Fields, person: Coder) -> Fields:
        """The first row of a person on what is shown."""
        return {
            **shown,
            "confidence": None,
            "reason": "",
            "gist": "",
            "translation": "",
            "suggestion_id": _suggestion_of(shown),
            "coder_id": person.id,
            "id": self._decision_id(shown, person),
        }

    def _standing(self, row: Fields, code: str, person: Coder) -> str | None:
        """The row that has a code on the span of another: this person's, else the machine's."""
        place = (row["source_id"], row["start"], row["end"], code)
        own = self._same_passage(*place, person)
        return own["id"] if own else self._open_suggestion(*place, person)

    def add_coding(
        self, source_name: str, start: int, end: int, code: str, stance: Stance, coder: str, **details: Unpack[Details]
    ) -> Coding:
        """A person's own coding of a passage, which must lie inside one turn; the same again changes nothing.

        The interviewer's words are refused. An open suggestion of the same code on the same span counts as
        decided. Raises NotFound, UsageError.
        """
        self._writing()
        _check({"code": code, "stance": stance, **details})
        number, text = self._current(source_name, "s.id, s.text")
        turn = self._turn_of(number, source_name, start, end)
        person = self.coder(coder)
        before = self._same_passage(number, start, end, code, person)
        base = before or {
            "id": self._free_id(source_name, start, end, code, person),
            "source_id": number,
            "turn": turn,
            "start": start,
            "end": end,
            "quote": text[start:end],
            "facet": None,
            "causal": "none",
            "strength": 2,
            "confidence": None,
            "coder_id": person.id,
            "reason": "",
            "gist": "",
            "translation": "",
            "suggestion_id": self._open_suggestion(number, start, end, code, person),
        }
        return self._store(before, {**base, "code": code, "stance": stance, "status": "accepted", **details})

    # ------------------------------------------------------------ rows
    def _store(self, before: Fields | None, after: Fields) -> Coding:
        """Write a person's row and its journal line, unless nothing in it is new."""
        if after != before:
            row = {
                **after,
                "decided_at": self._clock(),
                "codebook_version": self.codebook_version() or after.get("codebook_version", ""),
            }
            self._run(_UPSERT, [row[name] for name in FIELDS])
            self._log(
                "code" if before is None else "recode",
                f"coding:{row['id']}",
                before and journalled(before),
                journalled(row),
                by=row["coder_id"],
                reason=row["status"],
            )
        return self.coding(after["id"], include_hidden=True)

    def _fields(self, row_id: str) -> Fields:
        return dict(zip(FIELDS, self._rows(f"SELECT {_COLUMNS} FROM codings WHERE id = ?", (row_id,))[0], strict=True))

    def _found(self, where: str, *values: object) -> Fields | None:
        row = self._row(f"SELECT id FROM codings WHERE {where} ORDER BY id", values)
        return self._fields(row[0]) if row else None

    def _own_row(self, shown: Fields, person: Coder) -> Fields | None:
        """What this person decided here before: on the row, the suggestion behind it, or its code and span."""
        if shown["coder_id"] == person.id:
            return shown
        behind = _suggestion_of(shown)
        if behind is not None:
            own = self._found("suggestion_id = ? AND coder_id = ?", behind, person.id)
        else:
            own = self._found("id = ?", self._decision_id(shown, person))
        return own or self._same_passage(shown["source_id"], shown["start"], shown["end"], shown["code"], person)

    def _decision_id(self, shown: Fields, person: Coder) -> str:
        """Made from the row decided on, not from the code, so that it stays when the code is changed."""
        name = self._rows("SELECT name FROM sources WHERE id = ?", (shown["source_id"],))[0][0]
        what = _suggestion_of(shown) or shown["id"]
        return coding_id(name, shown["start"], shown["end"], what, person.name)

    def _same_passage(self, number: int, start: int, end: int, code: str, person: Coder) -> Fields | None:
        return self._found(
            'source_id = ? AND start = ? AND "end" = ? AND code = ? AND coder_id = ?',
            number,
            start,
            end,
            code,
            person.id,
        )

    def _open_suggestion(self, number: int, start: int, end: int, code: str, person: Coder) -> str | None:
        """The machine's row of a code and span on which this person has not decided."""
        row = self._row(
            'SELECT c.id FROM codings c WHERE c.source_id = ? AND c.start = ? AND c."end" = ? AND c.code = ? '
            "AND c.status = 'suggested' "
            "AND NOT EXISTS (SELECT 1 FROM codings p WHERE p.suggestion_id = c.id AND p.coder_id = ?)",
            (number, start, end, code, person.id),
        )
        return row[0] if row else None

    def _free_id(self, name: str, start: int, end: int, code: str, person: Coder) -> str:
        """The id of a coding; another when the coder has recoded the row of that id to something else."""
        free = coding_id(name, start, end, code, person.name)
        while self._row("SELECT 1 FROM codings WHERE id = ?", (free,)):
            code += "+"
            free = coding_id(name, start, end, code, person.name)
        return free

    def _turn_of(self, number: int, name: str, start: int, end: int) -> int:
        row = (
            self._row(
                'SELECT idx, speaker FROM turns WHERE source_id = ? AND start <= ? AND "end" >= ?', (number, start, end)
            )
            if 0 <= start < end
            else None
        )
        if row is None:
            raise UsageError(
                Bi(
                    "Kutipan {start}-{end} di {name} tidak berada dalam satu giliran bicara.",
                    "The quote {start}-{end} in {name} does not lie inside one turn.",
                ).fill(start=start, end=end, name=name),
                Bi("Beri kode per giliran bicara.", "Code each turn by itself."),
            )
        turn: int = row[0]
        if row[1] == "interviewer":
            raise UsageError(
                Bi("Kata-kata pewawancara bukan bukti.", "The words of the interviewer are no evidence."),
                Bi("Beri kode pada jawabannya.", "Code the answer."),
            )
        return turn


def journalled(row: Fields) -> Fields:
    """The row as the journal vouches for it."""
    return {name: row[name] for name in FIELDS}


def _suggestion_of(row: Fields) -> str | None:
    """The machine's row behind a row: itself, or the one that was decided on."""
    found: str | None = row["id"] if row["status"] == "suggested" else row["suggestion_id"]
    return found


def _check(decision: Decision) -> None:
    for name, known in _CHOICES.items():
        value = decision.get(name, known[0])
        if value not in known:
            raise UsageError(
                Bi("{name} {value!r} tidak dikenal.", "The {name} {value!r} is unknown.").fill(name=name, value=value),
                Bi("Pilih salah satu: {known}.", "Choose one of: {known}.").fill(known=", ".join(map(str, known))),
            )
    if not decision.get("code", "?").strip():
        raise UsageError(
            Bi("Kodenya kosong.", "The code is empty."), Bi("Beri kode dari buku kode.", "Give a code of the codebook.")
        )
