"""What the machine proposes: replaced as a whole by every run, save where a person has decided."""
# ruff: noqa: S608 - statements are put together from constants; values are always bound

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kualcode.errors import Bi, StoreError
from kualcode.model import Suggestion
from kualcode.store.codings import Codings
from kualcode.store.connection import Row
from kualcode.store.ids import coding_id
from kualcode.store.migrations import MACHINE, MACHINE_NAME
from kualcode.store.reasons import reason_json
from kualcode.text import sha256

_COLUMNS = (
    'id, source_id, turn, start, "end", quote, code, facet, stance, causal, strength, confidence, '
    "reason, codebook_version"
)
_INSERT = (
    f"INSERT INTO codings ({_COLUMNS}, status, coder_id) "
    f"VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'suggested', {MACHINE})"
)
OPEN = "status = 'suggested' AND NOT EXISTS (SELECT 1 FROM codings p WHERE p.suggestion_id = c.id)"
# Where a person has spoken: the code as they left it, and the code that the machine had proposed there.
_DECIDED = """SELECT p.code, p.start, p."end" FROM codings p
    WHERE p.source_id = ? AND p.status <> 'suggested'
    UNION SELECT m.code, p.start, p."end" FROM codings p
    JOIN codings m ON m.id = p.suggestion_id
    WHERE p.source_id = ?"""


RunJson = dict[str, str | None]


class Replaced(NamedTuple):
    """What a run changed, counted in suggestions."""

    added: int
    removed: int
    kept: int
    held_back: int  # a person has already decided on that code there


class Suggestions(Codings):
    """Storing a tagging run, and knowing what it was made from."""

    def run_key(self, source_name: str) -> str | None:
        """The key of the run that the suggestions of a source come from; None when it was never tagged."""
        (number,) = self._current(source_name, "s.id")
        row = self._row("SELECT key FROM tag_runs WHERE source_id = ?", (number,))
        return row[0] if row else None

    def replace_suggestions(
        self, source_name: str, suggestions: Sequence[Suggestion], *, codebook_version: str, run_key: str
    ) -> Replaced:
        """Make these the open suggestions of a source; equal ones are left alone, decided ones always.

        Raises StoreError when a span is not inside its turn, ValueError when one span has a code twice.
        """
        self._writing()
        number, text = self._current(source_name, "s.id, s.text")
        spans = {
            row[0]: (row[1], row[2])
            for row in self._rows('SELECT idx, start, "end" FROM turns WHERE source_id = ?', (number,))
        }
        decided = self._rows(_DECIDED, (number, number))
        new = _new_rows(number, source_name, text, spans, _free(suggestions, decided), codebook_version)
        old = {
            row[0]: row
            for row in self._rows(f"SELECT {_COLUMNS} FROM codings c WHERE c.source_id = ? AND {OPEN}", (number,))
        }
        gone = [(key,) for key, row in old.items() if new.get(key) != row]
        fresh = [row for key, row in new.items() if old.get(key) != row] if old else list(new.values())
        self._run_many("DELETE FROM codings WHERE id = ?", gone)
        self._run_many(_INSERT, fresh)
        stands = [*new.values(), *(self._decided_rows(number) if decided else ())]
        self._record_run(number, run_key, stands, changed=bool(gone or fresh))
        return Replaced(len(fresh), len(gone), len(new) - len(fresh), len(suggestions) - len(new))

    def _decided_rows(self, number: int) -> list[Row]:
        """The machine's rows of a source on which a person has decided."""
        return self._rows(
            f"SELECT {_COLUMNS} FROM codings c WHERE c.source_id = ? AND c.status = 'suggested' AND NOT ({OPEN})",
            (number,),
        )

    def _forget_run(self, number: int, by: int) -> None:
        """Drop the run of a source and its open suggestions; those decided on stay, and are vouched for."""
        before = self._row("SELECT key FROM tag_runs WHERE source_id = ?", (number,))
        if before is None:
            return
        self._run("DELETE FROM codings AS c WHERE c.source_id = ? AND " + OPEN, (number,))
        self._run("DELETE FROM tag_runs WHERE source_id = ?", (number,))
        rows = self._decided_rows(number)
        self._log("tag", f"tagging:{number}", {"key": before[0]}, run_json(None, rows) if rows else None, by=by)

    def _runs(self) -> Iterator[tuple[int, RunJson]]:
        """Every source that has a run or machine's rows, with what the journal vouches for about them."""
        for number, key in self._rows(
            "SELECT s.id, r.key FROM sources s LEFT JOIN tag_runs r ON r.source_id = s.id ORDER BY s.id"
        ):
            rows = self._rows(f"SELECT {_COLUMNS} FROM codings WHERE source_id = ? AND status = 'suggested'", (number,))
            if rows or key is not None:
                yield number, run_json(key, rows)

    def _record_run(self, number: int, key: str, rows: list[Row], *, changed: bool) -> None:
        before = self._row("SELECT key FROM tag_runs WHERE source_id = ?", (number,))
        if before and before[0] == key and not changed:
            return
        self._run(
            "INSERT INTO tag_runs (source_id, key, at) VALUES (?, ?, ?) "
            "ON CONFLICT (source_id) DO UPDATE SET key = excluded.key, at = excluded.at",
            (number, key, self._clock()),
        )
        self._log(
            "tag",
            f"tagging:{number}",
            before and {"key": before[0]},
            run_json(key, rows),
            by=MACHINE,
        )


def run_json(key: str | None, rows: Iterable[Row]) -> RunJson:
    """A run as the journal vouches for it: its key, and a hash of all that the machine's rows say.

    Without the turn, which may be counted anew, and the quote, which is the text's. Put together by hand:
    JSON of every row takes twice as long.
    """
    lines = [
        f"{id_}\t{start}\t{end}\t{code}\t{facet!r}\t{stance}\t{causal}\t{strength}\t{sure!r}\t{reason}\t{book}"
        for id_, _, _, start, end, _, code, facet, stance, causal, strength, sure, reason, book in rows
    ]
    return {"key": key, "rows": sha256("\n".join(sorted(lines)))}


def _free(suggestions: Sequence[Suggestion], decided: list[Row]) -> Sequence[Suggestion]:
    """The suggestions on which no person has already spoken: same code, overlapping span."""
    if not decided:
        return suggestions
    taken: dict[str, list[tuple[int, int]]] = {}
    for code, start, end in decided:
        taken.setdefault(code, []).append((start, end))
    return [s for s in suggestions if not any(start < s.end and s.start < end for start, end in taken.get(s.code, ()))]


def _new_rows(
    number: int,
    name: str,
    text: str,
    spans: dict[int, tuple[int, int]],
    suggestions: Sequence[Suggestion],
    version: str,
) -> dict[str, Row]:
    """The rows by id, the quote cut from the stored text."""
    rows: dict[str, Row] = {}
    for s in suggestions:
        low, high = spans.get(s.turn, (0, -1))
        if not low <= s.start < s.end <= high:
            raise _outside(name, s.start, s.end)
        key = coding_id(name, s.start, s.end, s.code, MACHINE_NAME)
        rows[key] = (
            key,
            number,
            s.turn,
            s.start,
            s.end,
            text[s.start : s.end],
            s.code,
            s.facet,
            s.stance,
            s.causal,
            s.strength,
            float(s.confidence),  # as SQLite gives it back
            reason_json(s.reason),
            version,
        )
    if len(rows) != len(suggestions):
        raise ValueError("one span of a source has the same code twice")
    return rows


def _outside(name: str, start: int, end: int) -> StoreError:
    return StoreError(
        Bi(
            "Kutipan {start}-{end} di {name} berada di luar giliran bicaranya.",
            "The quote {start}-{end} in {name} is outside its turn.",
        ).fill(start=start, end=end, name=name),
        Bi(
            "Tidak ada yang disimpan. Laporkan ini bersama nama berkasnya.",
            "Nothing was stored. Report this with the name of the file.",
        ),
    )
