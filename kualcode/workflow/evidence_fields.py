"""The fields of one line of an evidence file, each checked for what it may hold."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, TypeVar

from kualcode.errors import Bi, UsageError
from kualcode.text import normalise, squash
from kualcode.workflow.words import choices, meant, shown

Value = TypeVar("Value", bound=str)
Fields = Mapping[str, Any]
_EXACT = re.compile(r"-?\d{1,18}(?:\.\d{1,18}|/\d{1,18})?")
_MOST = 10**9


def parse(line: str) -> Fields:
    """The object of one line; figures with a point stay as they are written. Raises UsageError."""
    try:
        value = json.loads(line, parse_float=str, parse_constant=str, object_pairs_hook=_once)
    except UsageError:
        raise
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise UsageError(_NO_OBJECT)
    return value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        raise UsageError(_TWICE)
    return made


class Line:
    """One line: its fields are asked for by name, and what was never asked for is unknown."""

    def __init__(self, fields: Fields, within: str = "") -> None:
        self._fields, self._within, self._asked = fields, within, set[str]()
        self._parts: list[Line] = []

    def unknown(self) -> list[str]:
        """Fields that nobody reads, with the field that holds them: "span.page"."""
        own = [self._within + name for name in self._fields if name not in self._asked]
        return [*own, *(name for part in self._parts for name in part.unknown())]

    def skip(self, *names: str) -> None:
        """Fields that are known and not needed here."""
        self._asked.update(names)

    def has(self, name: str) -> bool:
        """Whether a field is there at all."""
        self._asked.add(name)
        return name in self._fields

    def raw(self, name: str) -> Any:  # noqa: ANN401 - whatever JSON holds
        """The value as it stands; None where it is missing."""
        self._asked.add(name)
        return self._fields.get(name)

    def text(self, name: str) -> str | None:
        """Text or a whole number; None for nothing."""
        value = self.raw(name)
        if value is None or (isinstance(value, str) and not value.strip()):
            return None
        if isinstance(value, str | int) and not isinstance(value, bool):
            return normalise(str(value))
        raise UsageError(_NOT_TEXT.fill(field=name))

    def word(self, name: str) -> str | None:
        """Text on one line without blanks around it."""
        value = self.text(name)
        return None if value is None else squash(value)

    def needed(self, name: str) -> str:
        """A word that must be there."""
        value = self.word(name)
        if value is None:
            raise UsageError(_MISSING.fill(field=name))
        return value

    def flag(self, name: str) -> bool:
        """true or false; nothing is false."""
        value = self.raw(name)
        if value is None or isinstance(value, bool):
            return bool(value)
        raise UsageError(_NOT_FLAG.fill(field=name))

    def whole(self, name: str, default: int, least: int = 0, most: int = _MOST) -> int:
        """A whole number within limits."""
        value = self.raw(name)
        if value is None:
            return default
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        raise UsageError(_NOT_WHOLE.fill(field=name, least=least, most=most))

    def exact(self, name: str) -> Fraction | None:
        """A figure, exactly: 92.4, "92.4" or "462/5"; None for nothing."""
        value = self.raw(name)
        if value is None:
            return None
        text = "" if isinstance(value, bool) else str(value)
        if not _EXACT.fullmatch(text) or re.search(r"/0+$", text):
            raise UsageError(_NOT_FIGURE.fill(field=name))
        return Fraction(text)

    def one_of(self, name: str, words: Mapping[Value, Bi]) -> Value | None:
        """A value by itself or by its name in either language; None for nothing."""
        value = self.word(name)
        return None if value is None else _meant(name, value, words)

    def day(self, name: str) -> str | None:
        """A date as YYYY-MM-DD."""
        value = self.word(name)
        if value is None:
            return None
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            raise UsageError(_NOT_DATE.fill(field=name)) from None

    def part(self, name: str) -> Line:
        """An object within; nothing is an empty one."""
        value = self.raw(name)
        if value is None or isinstance(value, dict):
            self._parts.append(Line(value or {}, f"{name}."))
            return self._parts[-1]
        raise UsageError(_NOT_PART.fill(field=name))


def _meant(name: str, value: str, words: Mapping[Value, Bi]) -> Value:
    found = meant(value, words)
    if found is None:
        raise UsageError(_UNKNOWN.fill(field=name, value=shown(value)), _CHOOSE.fill(known=choices(words)))
    return found


def plain(values: Iterable[Value]) -> dict[Value, Bi]:
    """Values that have no other name."""
    return {value: Bi(value, value) for value in values}


_CHOOSE = Bi("Pilih: {known}.", "Choose: {known}.")
_UNKNOWN = Bi("{field}: {value} tidak dikenal.", "{field}: {value} is unknown.")
_MISSING = Bi("{field} belum diisi.", "{field} is missing.")
_NO_OBJECT = Bi("bukan objek JSON.", "not a JSON object.")
_TWICE = Bi("satu isian ditulis dua kali.", "a field is written twice.")
_NOT_TEXT = Bi("{field} harus berupa teks.", "{field} must be text.")
_NOT_FLAG = Bi("{field} harus true atau false.", "{field} must be true or false.")
_NOT_WHOLE = Bi(
    "{field} harus bilangan bulat dari {least} sampai {most}.",
    "{field} must be a whole number from {least} to {most}.",
)
_NOT_FIGURE = Bi(
    'angka pada {field} tidak dapat dibaca; tulis seperti 92.4 atau "462/5".',
    'the figure in {field} cannot be read; write it like 92.4 or "462/5".',
)
_NOT_DATE = Bi("{field} harus berupa tanggal TTTT-BB-HH.", "{field} must be a date, YYYY-MM-DD.")
_NOT_PART = Bi("{field} harus berupa objek.", "{field} must be an object.")
