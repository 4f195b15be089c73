"""Codings made elsewhere: rows of jsonl, csv or xlsx become decisions of a named coder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from kualcode.errors import Bi, KualcodeError, NotFound, Problem, UsageError
from kualcode.exports import safe
from kualcode.model import CAUSALS, Causal
from kualcode.sources import SUPPORTED
from kualcode.store import Details, Store
from kualcode.text import normalise, squash, squashed
from kualcode.workflow import codebooks
from kualcode.workflow.beside import Beside, Stances, turned
from kualcode.workflow.decide import check_code
from kualcode.workflow.rows import Row, read_rows
from kualcode.workflow.tag import kept
from kualcode.workflow.words import STANCE_WORDS, STATUS_WORDS, choices, meant, near_source, no_source, shown

Value = TypeVar("Value", bound=str)
_MOST = 10**9  # beyond any offset of a text that is taken, and within what the store holds
_LONGEST_NAME = 120


@dataclass(slots=True)
class Imported:
    """What came in of another coder's work, and what could not, row by row."""

    taken: int = 0
    unchanged: int = 0
    undecided: int = 0  # suggestions on which nobody had decided, and what was withdrawn
    taken_over: int = 0  # codings that have cause, facet or strength from the machine's suggestion
    factors: int = 0  # codings of factors, of which positive means that the factor is at work
    warnings: list[Problem] = field(default_factory=list)  # factors whose stances look turned round
    problems: list[Problem] = field(default_factory=list)


def import_codings(
    store: Store, path: Path, *, coder: str, dry_run: bool = False, performance: bool = False
) -> Imported:
    """Take rows of source (or document), quote (or text) or start and end, and code and stance.

    Several codes stand as `codes: {CODE: stance}` and become a coding each. Where quote and place are both given
    they must agree. A bad row is named with its line and the rest is taken. Facet, cause and strength that a row
    leaves open are taken over from the machine's suggestion of the same code there, except of kualcode's own exports,
    which say all. `performance`: hindrances are coded by what they are for the work. Raises SourceError when the
    file cannot be read at all, UsageError for a coder's name that cannot be used.
    """
    rows = list(read_rows(path))
    with kept(store, dry_run=dry_run), store.atomic():
        store.coder(coder)  # before the rows, so that none of them is told as new because of it
        importer = _Importer(store, coder, performance=performance)
        for where, row in rows:
            importer.row(f"{path.name}:{where}", row)
    return importer.finished()


def check_there(path: Path, study: Path | None = None) -> None:
    """Raises NotFound where there is no such file; one of that name in the study folder is suggested."""
    if path.is_file():
        return
    other = None if study is None else next((p for p in (study / path, study / path.name) if p.is_file()), None)
    raise NotFound(
        Bi("{path} tidak ada.", "{path} does not exist.").fill(path=path),
        _MEANT_FILE.fill(other=other) if other else _CHECK_NAME,
    )


class _Importer:
    """One import: where it looks things up, and what came of it."""

    def __init__(self, store: Store, coder: str, *, performance: bool) -> None:
        self._store, self._coder, self.done = store, coder, Imported()
        self._book, self._performance = codebooks.stored(store)[0], performance
        self._beside, self._stances = Beside(store, coder), Stances(self._book)
        self._names = store.source_names()
        self._text = lru_cache(maxsize=8)(lambda name: store.source(name).text)
        self._squashed = lru_cache(maxsize=8)(lambda name: squashed(self._text(name)))

    def row(self, where: str, row: Row | None) -> None:
        """Every code of a row by itself; what is wrong with one does not stop the others."""
        try:
            if row is None:
                raise UsageError(_NO_OBJECT)
            codes = _codes(row)
            if not codes:
                return
            place = self._place(row)
        except KualcodeError as error:
            self.done.problems.append(Problem(where, error.what, error.fix))
            return
        for code, stance in codes.items():
            try:
                self._take(place, str(code).strip(), str(stance).strip(), row)
            except KualcodeError as error:
                self.done.problems.append(Problem(where, error.what, error.fix))

    def _take(self, place: tuple[str, int, int], code: str, stance: str, row: Row) -> None:
        check_code(self._book, code, named=shown(code))
        meaning = _meant(_STANCE, stance, STANCE_WORDS)
        details = _details(row)
        if details is None:
            self.done.undecided += 1
            return
        if self._performance:
            meaning = turned(self._book, code, meaning)
        exported = _EXPORTED in row
        over = [] if exported else self._beside.filled(place, code, meaning, details)
        before = self._store.head()
        self._store.add_coding(*place, code, meaning, self._coder, **details)
        self._stances.meet(code, meaning, self._beside.suggestion(place, code))
        self.done.taken += self._store.head() != before
        self.done.unchanged += self._store.head() == before
        self.done.taken_over += bool(over) and self._store.head() != before

    def finished(self) -> Imported:
        """What came of it, with what the stances of factors look like."""
        self.done.factors = self._stances.factors
        self.done.warnings = self._stances.warnings(performance=self._performance)
        return self.done

    # ------------------------------------------------------------ where
    def _place(self, row: Row) -> tuple[str, int, int]:
        name = self._source(_word(row, "source", "document"))
        start, end = self._span(name, row)
        return name, start, end

    def _source(self, named: str) -> str:
        """A source by its name, or by its file name where only one has it."""
        fitting = [n for n in self._names if n == named] or [n for n in self._names if n.rsplit("/", 1)[-1] == named]
        if len(fitting) != 1:
            raise no_source(_file_name(named), near_source(named, self._names))
        return fitting[0]

    def _span(self, name: str, row: Row) -> tuple[int, int]:
        quote = normalise(_word(row, "quote", "text"))
        start, end = _word(row, "start"), _word(row, "end")
        if start and end:
            place = _number(start), _number(end)
            written = self._text(name)[slice(*place)]
            if quote and squash(written) not in (squash(quote), squash(safe.uncelled(quote))):
                raise UsageError(_NOT_THERE, _EITHER)
            return place
        return self._found(name, quote) or self._found(name, safe.uncelled(quote)) or self._missing(name, quote)

    def _found(self, name: str, quote: str) -> tuple[int, int] | None:
        """The one place where the quote stands, as written or with other white space (line breaks)."""
        text = self._text(name)
        if quote and text.count(quote) == 1:
            start = text.index(quote)
            return start, start + len(quote)
        folded, offsets = self._squashed(name)
        words = squash(quote)
        if not words or folded.count(words) != 1:
            return None
        start = folded.index(words)
        return offsets[start], offsets[start + len(words) - 1] + 1

    def _missing(self, name: str, quote: str) -> tuple[int, int]:
        words = squash(quote)
        n = self._squashed(name)[0].count(words) if words else 0
        raise UsageError(
            Bi("Kutipan ditemukan {n} kali di {name}.", "The quote stands {n} times in {name}.").fill(n=n, name=name),
            Bi("Salin kutipannya persis, atau beri start dan end.", "Copy the quote exactly, or give start and end."),
        )


def _file_name(value: str) -> Bi:
    """The name of a source as a message may repeat it: what looks like the name of a file."""
    is_name = len(value) <= _LONGEST_NAME and Path(value).suffix.lower() in SUPPORTED
    return Bi(value, value) if is_name else shown(value)


# ---------------------------------------------------------------- the values of a row
def _codes(row: Row) -> Mapping[str, Any]:
    """Codes with their stance; none is a statement without a code, as gold sets have them."""
    given = row.get("codes")
    if isinstance(given, dict):
        return given
    if given and not _word(row, "code"):
        raise UsageError(_CODES)
    return {_word(row, "code"): _word(row, "stance", "polarity")}


def _details(row: Row) -> Details | None:
    """The rest of a decision; None where a row holds none."""
    status = _meant(_STATUS, _word(row, "status") or "accepted", STATUS_WORDS)
    if status in ("suggested", "withdrawn"):
        return None
    details = Details(status=status)
    if (facet := _word(row, "facet")) or _EXPORTED in row:
        details["facet"] = facet or None
    if strength := _word(row, "strength"):
        details["strength"] = _number(strength)
    if causal := _word(row, "causal"):
        details["causal"] = _causal(causal)
    if gist := _word(row, "gist"):
        details["gist"] = gist
    if translation := _word(row, "translation"):
        details["translation"] = translation
    reason = safe.uncelled(_word(row, "reason"))
    if reason and not reason.startswith(_MACHINES):
        details["reason"] = reason
    return details


def _causal(value: str) -> Causal:
    if value not in CAUSALS:
        raise UsageError(_CAUSAL.fill(value=shown(value)), _CHOOSE.fill(known=", ".join(CAUSALS)))
    return value


def _word(row: Row, *names: str) -> str:
    """The first of these fields that is filled, as text."""
    return next((str(row[name]) for name in names if row.get(name) not in (None, "")), "")


def _number(value: str) -> int:
    digits = value.removesuffix(".0").removesuffix(",0")
    if not digits.isascii() or not digits.isdigit() or len(digits) > len(str(_MOST)) or int(digits) > _MOST:
        raise UsageError(_NUMBER)
    return int(digits)


def _meant(unknown: Bi, value: str, words: Mapping[Value, Bi]) -> Value:
    found = meant(value, words)
    if found is None:
        raise UsageError(unknown.fill(value=shown(value)), _CHOOSE.fill(known=choices(words)))
    return found


_EXPORTED = "codebook_version"  # a column of kualcode's own exports
_MACHINES = '{"hits":['  # how the machine's reason begins, which is nobody's words
_CHOOSE = Bi("Pilih: {known}.", "Choose: {known}.")
_CAUSAL = Bi("causal {value!r} tidak dikenal.", "The causal {value!r} is unknown.")
_STANCE = Bi("Sikap {value!r} tidak dikenal.", "The stance {value!r} is unknown.")
_STATUS = Bi("Status {value!r} tidak dikenal.", "The status {value!r} is unknown.")
_NUMBER = Bi(
    "start, end, dan strength harus bilangan bulat yang wajar.",
    "start, end and strength must be whole numbers of a sound size.",
)
_CODES = Bi("codes harus berupa {{kode: sikap}}.", "codes must be {{code: stance}}.").fill()
_NO_OBJECT = Bi("Bukan objek JSON.", "Not a JSON object.")
_NOT_THERE = Bi("Kutipan tidak sama dengan teks di tempat itu.", "The quote is not the text at that place.")
_MEANT_FILE = Bi("Mungkin maksudnya {other}?", "Did you mean {other}?")
_CHECK_NAME = Bi("Periksa nama berkasnya.", "Check the name of the file.")
_EITHER = Bi("Kosongkan start dan end, atau perbaiki kutipannya.", "Leave start and end empty, or mend the quote.")
