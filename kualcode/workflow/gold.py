"""Statements that people have coded: a jsonl, csv or xlsx file, every bad line named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from kualcode.analysis.scores import met
from kualcode.errors import Bi, Problem, SourceError
from kualcode.model import Codebook, Stance
from kualcode.text import normalise
from kualcode.workflow.rows import Row, read_rows
from kualcode.workflow.words import STANCE_WORDS, choices, meant, shown

_NOT_JSON = Bi("bukan objek JSON.", "not a JSON object.")
_NEEDED = Bi(
    "Isi yang diperlukan: id, text, codes {kode: sikap}; question dan optional bila ada. Dalam CSV: kolom "
    "id, text, codes berisi KODE:sikap KODE:sikap; atau id, text, code, stance dengan satu kode tiap baris.",
    "Needed: id, text, codes {code: stance}; question and optional where there are any. In CSV: columns "
    "id, text, codes holding CODE:stance CODE:stance; or id, text, code, stance with one code a row.",
)


@dataclass(frozen=True, slots=True)
class Gold:
    """One statement with the codes that people gave it, and those on which experts may differ."""

    id: str
    text: str
    question: str
    codes: Mapping[str, Stance]
    optional: frozenset[str]


class _Read(NamedTuple):
    """One row: its key, by which rows of one statement meet, and what it says."""

    key: tuple[str, ...]
    statement: Gold


def load_gold(path: Path, book: Codebook) -> list[Gold]:
    """Statements of a file. Raises SourceError that names every bad line, or what the file lacks as a whole."""
    rows = list(read_rows(path))
    _check_columns(path, [row for _, row in rows if row is not None])
    found: dict[tuple[str, ...], Gold] = {}
    problems: list[Problem] = []
    for number, row in rows:
        made = _NOT_JSON if row is None else _statement(number, row, book)
        if isinstance(made, _Read) and made.key in found:
            made = _joined(found[made.key], made)
        if isinstance(made, Bi):
            problems.append(Problem(f"{path.name}:{number}", made, Bi("", "")))
        else:
            found[made.key] = made.statement
    if problems:
        raise _unusable(problems)
    if not any(gold.codes or gold.optional for gold in found.values()):
        raise _whole(path, _NO_CODE if found else _NO_STATEMENT)
    return list(found.values())


def _joined(first: Gold, further: _Read) -> _Read | Bi:
    """A further row of the same statement; a code that it repeats with another stance is mixed."""
    other = further.statement
    if other.text != first.text:
        return Bi("id ini sudah dipakai untuk teks lain.", "this id has been used for another text.")
    codes = dict(first.codes)
    for code, stance in other.codes.items():
        codes[code] = met(codes[code], stance) if code in codes else stance
    question = first.question or other.question
    return _Read(further.key, Gold(first.id, first.text, question, codes, first.optional | other.optional))


# ---------------------------------------------------------------- what is wrong with a file
_NO_COLUMN = Bi("tidak ada codes maupun code.", "there is neither codes nor code.")
_NO_CODE = Bi("tidak ada satu pun kode emas.", "there is no gold code at all.")
_NO_STATEMENT = Bi("tidak ada pernyataan.", "no statements.")


def _check_columns(path: Path, rows: list[Row]) -> None:
    if rows and not any("codes" in row or "code" in row for row in rows):
        raise _whole(path, _NO_COLUMN)


def _whole(path: Path, what: Bi) -> SourceError:
    return _unusable([Problem(path.name, what, Bi("", ""))])


def _unusable(problems: list[Problem]) -> SourceError:
    lines = Bi("\n".join(p.line("id") for p in problems), "\n".join(p.line("en") for p in problems))
    return SourceError(
        Bi("Berkas emas tidak dapat dipakai:\n{lines}\n", "The gold file cannot be used:\n{lines}\n").fill(lines=lines),
        _NEEDED,
    )


# ---------------------------------------------------------------- what a row holds
def _statement(number: int, row: Row, book: Codebook) -> _Read | Bi:
    """The statement of a row, or the first thing that is wrong with it."""
    text, question, optional = row.get("text"), row.get("question"), _optional(row)
    codes = _codes(row)
    if not isinstance(text, str) or not text.strip():
        return Bi("tidak ada teks.", "there is no text.")
    if not isinstance(question, str | None):
        return Bi("question harus berupa teks.", "question must be text.")
    if codes is None:
        return Bi("codes harus berupa {{kode: sikap}}.", "codes must be {{code: stance}}.").fill()
    if optional is None:
        return Bi("optional harus berupa daftar kode.", "optional must be a list of codes.")
    stances = {code: meant(str(stance), STANCE_WORDS) for code, stance in codes.items()}
    wrong = _unknown([*codes, *optional], [value for code, value in codes.items() if stances[code] is None], book)
    if wrong is not None:
        return wrong
    known = {code: stance for code, stance in stances.items() if stance is not None}
    told = str(row.get("id") or "")
    made = Gold(told or str(number), normalise(text), normalise(question or ""), known, frozenset(optional))
    shared = ("id", told) if told else ("text", made.text, made.question)
    return _Read(shared if "code" in row else ("line", str(number)), made)


def _codes(row: Row) -> Mapping[str, Any] | None:
    """Codes with their stance, from either way of writing them; None for neither."""
    given = row.get("codes")
    if isinstance(given, str):
        return dict(pair.partition(":")[::2] for pair in _listed(given))
    if isinstance(given, dict):
        return given
    if given is None and isinstance(row.get("code"), str | None) and "code" in row:
        code = str(row["code"] or "").strip()
        return {code: row.get("stance") or ""} if code else {}
    return None


def _optional(row: Row) -> list[str] | None:
    """Codes on which experts may differ; None where they are no list."""
    given = row.get("optional")
    if isinstance(given, str):
        return list(_listed(given))
    if given is None:
        return []
    return given if isinstance(given, list) and all(isinstance(code, str) for code in given) else None


def _listed(cell: str) -> Iterator[str]:
    return iter(cell.replace(",", " ").split())


def _unknown(codes: Iterable[str], odd: Iterable[object], book: Codebook) -> Bi | None:
    """What the codebook, or nobody, knows."""
    unknown = [code for code in codes if code not in book.by_id]
    if unknown:
        return Bi("kode {codes} tidak ada di codebook.", "the codebook has no code {codes}.").fill(codes=_all(unknown))
    stances = list(odd)
    if stances:
        return Bi("sikap {odd} tidak dikenal; pilih {known}.", "the stance {odd} is unknown; choose {known}.").fill(
            odd=_all(stances), known=choices(STANCE_WORDS)
        )
    return None


def _all(values: Iterable[object]) -> Bi:
    told = [shown(value) for value in values]
    return Bi(", ".join(t.id for t in told), ", ".join(t.en for t in told))
