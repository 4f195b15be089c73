"""Plain YAML values as texts, dates, choices and records; what does not fit is noted where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from kualcode.errors import Bi, Problem
from kualcode.text import squash
from kualcode.yamlsafe import Path, Positions, nearest, unknown_key

_LANGUAGES = {"id": "indonesia", "en": "inggris"}
_TRUE = frozenset({"ya", "sudah", "yes", "true", "benar"})
_FALSE = frozenset({"tidak", "belum", "no", "false", "salah"})
_SHOWN = 40  # characters of a word that a message repeats


class Part(NamedTuple):
    """A value with its place; one that was not written is None, at the place of what should hold it."""

    value: object
    path: Path


class Fields:
    """Reads values and notes every problem."""

    def __init__(self, positions: Positions) -> None:
        self.positions = positions
        self.problems: list[Problem] = []

    def report(self, path: Path, what: Bi, fix: Bi) -> None:
        """Note a problem at a path."""
        self.problems.append(Problem(self.positions.where(path), what, fix))

    # ------------------------------------------------------------ records
    def mapping(self, part: Part) -> dict[str, Part]:
        """Keys with their values; nothing written is an empty mapping."""
        if part.value is None or isinstance(part.value, dict):
            return {key: Part(value, (*part.path, key)) for key, value in (part.value or {}).items()}
        self.report(part.path, _NOT_MAPPING, _WRITE_MAPPING)
        return {}

    def record(self, part: Part, keys: Mapping[str, str]) -> dict[str, Part]:
        """Every key of a record, English -> Indonesian, under its English name; others are refused."""
        known = {**{word: key for key, word in keys.items()}, **{key: key for key in keys}}
        found: dict[str, Part] = {}
        for key, given in self.mapping(part).items():
            name = known.get(folded(key))
            if name is None:
                self.problems.append(unknown_key(self.positions.where(given.path), key, known))
            elif name in found:
                self.report(given.path, _TWICE.fill(key=key, other=found[name].path[-1]), _KEEP_ONE)
            else:
                found[name] = given
        return {key: found.get(key, Part(None, part.path)) for key in keys}

    def items(self, part: Part) -> list[Part]:
        """A list; one thing alone is a list of one, nothing written an empty one."""
        if isinstance(part.value, list):
            return [Part(value, (*part.path, index)) for index, value in enumerate(part.value)]
        return [] if part.value is None else [part]

    def listed(self, part: Part, keys: Mapping[str, str]) -> list[dict[str, Part]]:
        """A list of records; empty items are left out."""
        return [self.record(item, keys) for item in self.items(part) if item.value is not None]

    # ------------------------------------------------------------ texts
    def prose(self, part: Part) -> str:
        """A text with its paragraphs; a number as it is written, nothing is empty."""
        if part.value is None:
            return ""
        if isinstance(part.value, str | int | float) and not isinstance(part.value, bool):
            paragraphs = (squash(text) for text in re.split(r"\n[^\S\n]*\n", str(part.value)))
            return "\n\n".join(text for text in paragraphs if text)
        self.report(part.path, _NOT_TEXT, _WRITE_TEXT)
        return ""

    def words(self, part: Part) -> str:
        """A text on one line."""
        return squash(self.prose(part))

    def both(self, part: Part) -> Bi | None:
        """A text in both languages, {id: ..., en: ...}; one text alone, or one language, stands for both."""
        if not isinstance(part.value, dict):
            text = self.prose(part)
            return Bi(text, text) if text else None
        told = {key: self.prose(given) for key, given in self.record(part, _LANGUAGES).items()}
        pair = Bi(told["id"] or told["en"], told["en"] or told["id"])
        return pair if pair.id else None

    def several(self, part: Part) -> list[tuple[str, Path]]:
        """A list of texts, each with its place."""
        return [(text, item.path) for item in self.items(part) if (text := self.words(item))]

    def needed(self, part: Part, key: str, word: str) -> str:
        """A text on one line that must be there."""
        text = self.words(part)
        if not text and isinstance(part.value, str | None):
            self.missing(part, key, word)
        return text

    def missing(self, part: Part, key: str, word: str) -> None:
        """Note that a key has no value."""
        self.report(part.path, _MISSING.fill(key=Bi(word, key)), _WRITE_IT)

    # ------------------------------------------------------------ choices
    def day(self, part: Part) -> str:
        """A date that is in the calendar, YYYY-MM-DD; it must be there."""
        text = self.needed(part, "date", "tanggal")
        if not text or _in_calendar(text):
            return text
        self.report(part.path, _WORD.fill(word=shown(text)), _WRITE_DATE)
        return ""

    def flag(self, part: Part) -> bool:
        """Yes or no, in either language; nothing written is no."""
        if part.value is None or isinstance(part.value, bool):
            return bool(part.value)
        word = self.words(part).casefold()
        if word and word not in _TRUE | _FALSE:
            self.report(part.path, _WORD.fill(word=shown(word)), _WRITE_FLAG)
        return word in _TRUE

    def choice(self, word: str, path: Path, known: Mapping[str, str], names: Iterable[str]) -> str | None:
        """What a word stands for; `names` are listed where nothing is near it."""
        if word.casefold() in known:
            return known[word.casefold()]
        guess = nearest(word, known)
        self.report(
            path,
            _WORD.fill(word=shown(word)),
            _MEANT.fill(guess=guess) if guess else _KNOWN.fill(names=", ".join(names)),
        )
        return None


def place(problem: Problem) -> tuple[int, int]:
    """Line and column of a problem, to sort by."""
    _, line, column = problem.where.rsplit(":", 2)
    return int(line), int(column)


def shown(word: str) -> Bi:
    """A word as a message may repeat it; of a whole sentence, which may be an informant's, only how long it is."""
    if len(word) <= _SHOWN:
        return Bi(word, word)
    return Bi("({n} karakter)", "({n} characters)").fill(n=len(word))


def folded(word: str) -> str:
    """A key as it is looked up: small letters, "_" for blanks and hyphens."""
    return re.sub(r"[\s_-]+", "_", word.strip()).casefold()


def _in_calendar(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text  # "20260131" is no date here
    except ValueError:
        return False


_TWICE = Bi("“{key}” dan “{other}” berarti sama.", "“{key}” and “{other}” mean the same.")
_KEEP_ONE = Bi("Sisakan satu.", "Keep one.")
_NOT_MAPPING = Bi("Di sini diperlukan pasangan kunci dan nilai.", "Keys with values are needed here.")
_WRITE_MAPPING = Bi("Tulis seperti “label: baik”.", "Write it like “label: good”.")
_NOT_TEXT = Bi("Di sini diperlukan teks.", "A text is needed here.")
_WRITE_TEXT = Bi("Tulis satu teks, bila perlu di antara tanda kutip.", "Write one text, in quotes if need be.")
_MISSING = Bi("“{key}” belum diisi.", "“{key}” has no value.")
_WRITE_IT = Bi("Isi, atau hapus butir ini.", "Fill it in, or remove this item.")
_WORD = Bi("“{word}” tidak dikenal.", "“{word}” is not known.")
_MEANT = Bi("Mungkin maksudnya “{guess}”?", "Did you mean “{guess}”?")
_KNOWN = Bi("Yang dikenal: {names}.", "Known here: {names}.")
_WRITE_DATE = Bi("Tulis tanggal seperti 2026-01-31.", "Write a date such as 2026-01-31.")
_WRITE_FLAG = Bi("Tulis ya atau tidak.", "Write yes or no.")
