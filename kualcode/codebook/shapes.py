"""What a value in a codebook may look like.

Each shape reads a value (noting every flaw, never stopping at the first), gives a blank stand-in for what is
missing or unusable, and describes itself as JSON Schema. What `read` returns always has the right type, so
later checks need not look again.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from kualcode.errors import Bi, Problem

if TYPE_CHECKING:
    from kualcode.yamlsafe import Positions

Path = tuple[str | int, ...]
LANGUAGES = ("id", "en")
NO_WORDS = Bi("", "")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


class Flaw(NamedTuple):
    """One thing that is wrong, by its path in the file."""

    path: Path
    what: Bi
    fix: Bi


@dataclass
class Log:
    """Collects the problems of one file; `languages` are those that every bilingual text must have."""

    positions: Positions
    languages: tuple[str, ...] = LANGUAGES
    problems: list[Problem] = field(default_factory=list)

    def note(self, path: Path, what: Bi, fix: Bi) -> None:
        """Add a problem at the place of a path."""
        self.problems.append(Problem(self.positions.where(path), what, fix))


class Shape(ABC):
    """What one value may be."""

    @abstractmethod
    def read(self, value: object, path: Path, log: Log) -> object:
        """The value, or the blank where it cannot be used; every flaw goes to the log."""

    @abstractmethod
    def blank(self) -> object:
        """What stands for an absent value."""

    @abstractmethod
    def schema(self) -> dict[str, Any]:
        """The shape as JSON Schema (draft 2020-12)."""


@dataclass(frozen=True)
class Text(Shape):
    """Text that is not empty, fits a pattern (`rule` says it in words) and is not longer than `longest`."""

    pattern: str = ""
    rule: Bi = NO_WORDS
    longest: int = 0

    def read(self, value: object, path: Path, log: Log) -> str:
        if not isinstance(value, str):
            log.note(
                path, _NOT_TEXT.fill(found=described(value)), _NO_NEST if isinstance(value, dict | list) else _QUOTE
            )
            return ""
        if not value.strip():
            log.note(path, _EMPTY, _FILL_IN)
        elif _CONTROL.search(value):
            log.note(path, _HAS_CONTROL, _RETYPE)
        elif self.pattern and not re.fullmatch(self.pattern, value):
            log.note(path, _NO_MATCH.fill(value=shown(value)), _WRITE_SO.fill(rule=self.rule))
        elif self.longest and len(value) > self.longest:
            log.note(path, _LONG.fill(length=len(value), longest=self.longest), _SHORTEN)
        return value

    def blank(self) -> str:
        return ""

    def schema(self) -> dict[str, Any]:
        found: dict[str, Any] = {"type": "string", "minLength": 1}
        if self.pattern:
            found["pattern"] = f"^(?:{self.pattern})$"
        if self.longest:
            found["maxLength"] = self.longest
        return found


@dataclass(frozen=True)
class Choice(Shape):
    """One of a few words."""

    options: tuple[str, ...]

    def read(self, value: object, path: Path, log: Log) -> str:
        if isinstance(value, str) and value in self.options:
            return value
        if str(value) in self.options:
            log.note(path, _NOT_TEXT.fill(found=described(value)), _QUOTE)
        else:
            said = shown(value) if isinstance(value, str) else described(value)
            log.note(path, _NOT_CHOICE.fill(value=said), self._advice(value))
        return ""

    def _advice(self, value: object) -> Bi:
        from kualcode.yamlsafe import nearest

        guess = nearest(value, self.options) if isinstance(value, str) else None
        return _MEANT.fill(guess=guess) if guess else _CHOOSE.fill(options=", ".join(self.options))

    def blank(self) -> str:
        return ""

    def schema(self) -> dict[str, Any]:
        return {"enum": list(self.options)}


@dataclass(frozen=True)
class Flag(Shape):
    """true or false."""

    default: bool = False

    def read(self, value: object, path: Path, log: Log) -> bool:
        if isinstance(value, bool):
            return value
        log.note(path, _NOT_FLAG.fill(found=described(value)), _TRUE_FALSE)
        return self.default

    def blank(self) -> bool:
        return self.default

    def schema(self) -> dict[str, Any]:
        return {"type": "boolean", "default": self.default}


@dataclass(frozen=True)
class Number(Shape):
    """A whole number within bounds."""

    low: int
    high: int
    default: int = 0

    def read(self, value: object, path: Path, log: Log) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and self.low <= value <= self.high:
            return value
        bounds = {"low": self.low, "high": self.high}
        log.note(path, _NOT_NUMBER.fill(found=described(value), **bounds), _WRITE_NUMBER.fill(**bounds))
        return self.default

    def blank(self) -> int:
        return self.default

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", "minimum": self.low, "maximum": self.high}


@dataclass(frozen=True)
class Fraction(Shape):
    """An exact share from 0 to 1, as text in quotes: "2/3" or "0.80" (a bare 0.80 would be inexact)."""

    def read(self, value: object, path: Path, log: Log) -> str:
        if isinstance(value, int | float) and not isinstance(value, bool):
            log.note(path, _BARE_SHARE.fill(value=value), _QUOTE_SHARE.fill(value=value))
        elif not isinstance(value, str) or not self._fits(value):
            log.note(path, _NOT_SHARE, _WRITE_SHARE)
        else:
            return value
        return ""

    def _fits(self, value: str) -> bool:
        parts = re.fullmatch(r"([0-9]{1,6})/([0-9]{1,6})", value)
        if parts:
            above, below = int(parts[1]), int(parts[2])
            return below > 0 and above <= below
        return re.fullmatch(r"0(\.[0-9]{1,6})?|1(\.0{1,6})?", value) is not None

    def blank(self) -> str:
        return ""

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": r"^([0-9]+/[0-9]+|0(\.[0-9]+)?|1(\.0+)?)$"}


@dataclass(frozen=True)
class Anything(Shape):
    """A descriptive part that kualcode keeps but does not interpret."""

    def read(self, value: object, path: Path, log: Log) -> object:
        return value

    def blank(self) -> None:
        return None

    def schema(self) -> dict[str, Any]:
        return {}


@dataclass(frozen=True)
class Items(Shape):
    """A list; an unusable item leaves a blank, so that the others keep their number."""

    item: Shape
    least: int = 0

    def read(self, value: object, path: Path, log: Log) -> list[Any]:
        if not isinstance(value, list):
            log.note(path, _NOT_LIST.fill(found=described(value)), _AS_LIST)
            return []
        if len(value) < self.least:
            log.note(path, _TOO_FEW.fill(least=self.least), _ADD_ITEM)
        return [self.item.read(inner, (*path, index), log) for index, inner in enumerate(value)]

    def blank(self) -> list[Any]:
        return []

    def schema(self) -> dict[str, Any]:
        least = {"minItems": self.least} if self.least else {}
        return {"type": "array", "items": self.item.schema(), **least}


def described(value: object) -> Bi:
    """A value by its kind, for a message."""
    if isinstance(value, dict | list):
        return _MAP if isinstance(value, dict) else _LIST
    if value is None:
        return _NOTHING
    if isinstance(value, bool):
        return Bi(str(value).lower(), str(value).lower())
    return (
        Bi(f"teks {shown(value)}", f"the text {shown(value)}")
        if isinstance(value, str)
        else Bi(f"angka {value}", f"the number {value}")
    )


def shown(value: str) -> str:
    """A short value in quotation marks; a long one is cut, so that no sentence ends up in a message."""
    return f"“{value}”" if len(value) <= 40 else f"“{value[:30]}…”"


_MAP, _LIST = Bi("pasangan kunci dan nilai", "keys with values"), Bi("daftar", "a list")
_NOTHING = Bi("kosong", "nothing")
_NOT_TEXT = Bi("Harus berupa teks, bukan {found}.", "This must be text, not {found}.")
_QUOTE = Bi("Beri tanda kutip bila memang teks.", "Put it in quotes if it is meant as text.")
_NO_NEST = Bi(
    "Tulis satu teks saja; teks dengan koma atau titik dua perlu tanda kutip.",
    "Write a single text; one with a comma or colon needs quotes.",
)
_EMPTY = Bi("Teksnya kosong.", "The text is empty.")
_FILL_IN = Bi("Isi, atau hapus barisnya.", "Fill it in, or remove the line.")
_HAS_CONTROL = Bi("Teks memuat karakter kendali.", "The text holds a control character.")
_RETYPE = Bi("Ketik ulang teks itu.", "Type that text again.")
_NO_MATCH = Bi("Bentuk {value} tidak sesuai.", "{value} does not have the right form.")
_WRITE_SO = Bi("Tulis {rule}.", "Write {rule}.")
_LONG = Bi(
    "Teks terlalu panjang: {length} dari paling banyak {longest} karakter.",
    "The text is too long: {length} of at most {longest} characters.",
)
_SHORTEN = Bi("Ringkas; uraian lengkap ada di definition.", "Shorten it; the full account goes to definition.")
_NOT_CHOICE = Bi("Bukan pilihan di sini: {value}.", "Not a choice here: {value}.")
_MEANT = Bi("Mungkin maksudnya “{guess}”?", "Did you mean “{guess}”?")
_CHOOSE = Bi("Pilih: {options}.", "Choose: {options}.")
_NOT_FLAG = Bi("Harus true atau false, bukan {found}.", "This must be true or false, not {found}.")
_TRUE_FALSE = Bi("Tulis true atau false tanpa tanda kutip.", "Write true or false without quotes.")
_NOT_NUMBER = Bi(
    "Harus bilangan bulat {low} sampai {high}, bukan {found}.",
    "This must be a whole number from {low} to {high}, not {found}.",
)
_WRITE_NUMBER = Bi(
    "Tulis angka {low} sampai {high} tanpa tanda kutip.", "Write a number from {low} to {high} without quotes."
)
_BARE_SHARE = Bi(
    "Bagian {value} ditulis sebagai angka, sehingga tidak tepat.",
    "The share {value} is written as a number and so is inexact.",
)
_QUOTE_SHARE = Bi('Beri tanda kutip: "{value}".', 'Put it in quotes: "{value}".')
_NOT_SHARE = Bi("Harus bagian dari 0 sampai 1.", "This must be a share from 0 to 1.")
_WRITE_SHARE = Bi(
    'Tulis dalam tanda kutip, misalnya "2/3" atau "0.80".', 'Write it in quotes, such as "2/3" or "0.80".'
)
_NOT_LIST = Bi("Harus berupa daftar, bukan {found}.", "This must be a list, not {found}.")
_AS_LIST = Bi(
    "Tulis sebagai daftar: [ … ] atau satu baris “- …” untuk tiap isi.",
    "Write it as a list: [ … ] or one line “- …” for each item.",
)
_TOO_FEW = Bi("Daftar harus berisi paling sedikit {least}.", "The list must hold at least {least}.")
_ADD_ITEM = Bi("Tambahkan isinya.", "Add to it.")
