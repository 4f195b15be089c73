"""Whether the file can be trusted: its structure, its journal, and, on request, every word in it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from kualcode.errors import Bi, Problem, StoreError
from kualcode.store.journal import chain_problems
from kualcode.store.migrations import APPLICATION_ID, SCHEMA, expected_schema
from kualcode.store.reasons import reason_from_json
from kualcode.store.sources import turns_problem
from kualcode.store.vouching import Fault, Vouching
from kualcode.text import sha256

_RESTORE = Bi(
    "Pulihkan cadangan dengan `kualcode restore CADANGAN`; berkas ini tetap disimpan.",
    "Bring a backup back with `kualcode restore BACKUP`; this file is kept.",
)
_DAMAGED = Bi("isi berkas rusak: {line}.", "the file is damaged: {line}.")
_NO_MARK = Bi("penanda kualcode hilang.", "the mark of kualcode is missing.")
_ALTERED = Bi(
    "tabel, indeks atau pengaman ini hilang atau diubah.", "this table, index or safeguard is missing or was changed."
)
_DANGLING = Bi("menunjuk ke {parent} yang tidak ada.", "points to a {parent} that is not there.")
_TEXT = Bi("teksnya tidak lagi seperti saat dibaca.", "its text is no longer as it was read.")
_INFO = Bi("keterangan sumbernya tidak cocok.", "what is known about it does not agree.")
_QUOTE = Bi("kutipannya tidak sama dengan teks sumber.", "its quote is not the text of its source.")
_REASON = Bi("alasan usulan ini tidak terbaca.", "the reason of this suggestion cannot be read.")
_NO_SUGGESTION = Bi("memutuskan usulan yang tidak ada.", "decides on a suggestion that is not there.")
_CHANGE = Bi("isi perubahan ini diubah.", "the content of this change was altered.")
_SAID: dict[Fault, Bi] = {
    "changed": Bi("isinya diubah di luar kualcode.", "it was changed outside kualcode."),
    "suggestions": Bi("usulan mesinnya diubah di luar kualcode.", "its suggestions were changed outside kualcode."),
    "lost": Bi("hilang, tidak dihapus oleh kualcode.", "it is gone, and kualcode did not remove it."),
}
_NOT_FOUND = Bi("ada baris yang tercantum tetapi tidak ditemukan.", "a row is listed but cannot be found.")
_NO_TEXT = Bi("ada isi yang bukan teks.", "something in it is no text.")


class Checks(Vouching):
    """The checks behind `kualcode check`."""

    def check(self, deep: bool = False) -> tuple[Problem, ...]:
        """Every problem found; none means the file is whole. `deep` reads every text and every coding."""
        steps: list[Callable[[], Iterator[Problem]]] = [self._structure, self._schema, self._links, self._chain]
        if deep:
            steps += [self._texts, self._quotes, self._decisions, self._changes, self._vouched]
        return tuple(problem for step in steps for problem in self._attempt(step))

    def structure_problems(self) -> tuple[Problem, ...]:
        """Only what SQLite itself finds wrong with the file."""
        return tuple(self._attempt(self._structure))

    def _attempt(self, step: Callable[[], Iterator[Problem]]) -> Iterator[Problem]:
        """A step that meets a damaged page has found a problem."""
        try:
            yield from step()
        except StoreError as error:
            yield Problem(str(self.path), error.what, error.fix)
        except TypeError:  # SQLite keeps bytes where text belongs when somebody puts them there
            yield _problem(self.path, _NO_TEXT)
        except IndexError:  # a damaged tree of rows lists what a search in it does not find
            yield _problem(self.path, _NOT_FOUND)

    # ------------------------------------------------------------ structure
    def _structure(self) -> Iterator[Problem]:
        for (line,) in self._rows("PRAGMA integrity_check(20)"):
            if line != "ok":
                yield _problem(self.path, _DAMAGED.fill(line=line))

    def _schema(self) -> Iterator[Problem]:
        if self._rows("PRAGMA application_id")[0][0] != APPLICATION_ID:
            yield _problem(self.path, _NO_MARK)
        found: dict[str, str] = dict(self._rows(SCHEMA))
        for name, sql in expected_schema().items():
            if found.get(name) != sql:
                yield _problem(name, _ALTERED)

    def _links(self) -> Iterator[Problem]:
        for table, row, parent, _ in self._rows("PRAGMA foreign_key_check"):
            yield _problem(f"{table} {row}", _DANGLING.fill(parent=parent))

    def _chain(self) -> Iterator[Problem]:
        last = self._row("SELECT seq FROM sqlite_sequence WHERE name = 'journal'")
        return chain_problems(self.journal(), last[0] if last else 0)

    # ------------------------------------------------------------ every word
    def _texts(self) -> Iterator[Problem]:
        for number, name in self._rows("SELECT id, name FROM sources ORDER BY id"):
            text, hashed, read, said, kind, informant = self._rows(
                "SELECT text, text_sha256, info, info_set, source_type, informant FROM sources WHERE id = ?", (number,)
            )[0]
            if sha256(text) != hashed:
                yield _problem(name, _TEXT)
            if (kind, informant) != _effective(read, said):
                yield _problem(name, _INFO)
            wrong = turns_problem(self._turns(number), len(text))
            if wrong is not None:
                yield _problem(name, wrong)

    def _quotes(self) -> Iterator[Problem]:
        for (number,) in self._rows("SELECT id FROM sources ORDER BY id"):
            text = self._rows("SELECT text FROM sources WHERE id = ?", (number,))[0][0]
            spans = {turn.index: (turn.start, turn.end) for turn in self._turns(number)}
            for key, turn, start, end, quote, status, reason in self._rows(
                'SELECT id, turn, start, "end", quote, status, reason FROM codings WHERE source_id = ? ORDER BY id',
                (number,),
            ):
                low, high = spans.get(turn, (0, -1))
                if text[start:end] != quote or not low <= start < end <= high:
                    yield _problem(key, _QUOTE)
                if status == "suggested" and not _readable(reason):
                    yield _problem(key, _REASON)

    def _decisions(self) -> Iterator[Problem]:
        for (key,) in self._rows(
            "SELECT p.id FROM codings p LEFT JOIN codings m ON m.id = p.suggestion_id "
            "AND m.status = 'suggested' AND m.source_id = p.source_id "
            "WHERE p.suggestion_id IS NOT NULL AND m.id IS NULL ORDER BY p.id"
        ):
            yield _problem(key, _NO_SUGGESTION)

    def _changes(self) -> Iterator[Problem]:
        for seq in self._altered_changes():
            yield _problem(f"journal {seq}", _CHANGE)

    def _vouched(self) -> Iterator[Problem]:
        for what, how in self._not_vouched():
            yield _problem(self.display(what), _SAID[how])


def _readable(reason: str) -> bool:
    try:
        reason_from_json(reason)
    except ValueError:
        return False
    return True


def _problem(where: object, what: Bi) -> Problem:
    return Problem(str(where), what, _RESTORE)


def _effective(read: str, said: str) -> tuple[str | None, str | None]:
    """Source type and informant as the two JSON texts give them; never equal to a row when one is broken."""
    try:
        info = {**json.loads(read), **json.loads(said)}
    except (ValueError, TypeError):
        return "damaged", None
    return info.get("source_type"), info.get("informant")
