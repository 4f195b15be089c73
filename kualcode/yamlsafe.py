"""YAML that cannot surprise: plain values with their line and column, and every problem at once.

Only null, true, false, whole and decimal numbers resolve; `no`, `on`, `1:30`, `007` and dates stay text.
Aliases, tags, duplicate keys and several documents in one file are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Protocol

import yaml

from kualcode.errors import Bi, InvalidFile, Problem

MAX_CHARACTERS = 1_000_000
MAX_DEPTH = 60
Path = tuple[str | int, ...]

_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})\Z")
_FLOAT = re.compile(r"[-+]?(?:[0-9]{1,17}\.[0-9]{1,17}|\.[0-9]{1,17})(?:[eE][-+]?[0-9]{1,2})?\Z")
_WORDS: dict[str, object] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # five times faster where libyaml is built in
_HEADLINE = Bi("{name} tidak dapat dipakai:", "{name} cannot be used:")


@dataclass(frozen=True)
class Positions:
    """Where each value stands: path -> (line, column), from 1; for a key's value it is the key's place."""

    name: str
    at: dict[Path, tuple[int, int]] = field(default_factory=dict)

    def where(self, path: Path) -> str:
        """ "file:line:column" of a path, or of the nearest thing around it that exists."""
        while path and path not in self.at:
            path = path[:-1]
        line, column = self.at.get(path, (1, 1))
        return f"{self.name}:{line}:{column}"


def load(text: str, name: str) -> tuple[object, Positions]:
    """The values of one YAML document and where each stands; InvalidFile carries every problem found."""
    builder = _Builder(name)
    try:
        if len(text) > MAX_CHARACTERS:
            builder.report(None, _TOO_LARGE, _SPLIT)
        else:
            for event in yaml.parse(text, Loader=_LOADER):
                builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark, detail = error.problem_mark or error.context_mark, error.problem or ""
        if "nesting depth" in detail:  # PyYAML 6.0.4 and later stop by themselves
            builder.report(mark, _DEEP, _FLATTEN)
        else:
            builder.report(mark, _SYNTAX.fill(detail=Bi("", f" ({detail})")), _SEE)
    except (yaml.YAMLError, UnicodeEncodeError):
        builder.report(None, _CHARACTER, _SAVE_UTF8)
    except _TooDeepError:
        pass  # already reported where it happened
    if builder.problems:
        raise InvalidFile(_HEADLINE.fill(name=name), builder.problems)
    builder.positions.at.setdefault((), (1, 1))  # an empty file has no event that would place it
    return builder.root, builder.positions


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that a mistyped one most likely meant."""
    folded = {name.casefold(): name for name in known}
    close = get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return folded[close[0]] if close else None


def unknown_key(where: str, key: str, known: Iterable[str]) -> Problem:
    """The problem of a key that means nothing here, with the nearest one that does."""
    names = list(known)
    guess = nearest(key, names)
    fix = _MEANT.fill(guess=guess) if guess else _KNOWN.fill(names=", ".join(names))
    return Problem(where, Bi("“{key}” tidak dikenal.", "“{key}” is not known.").fill(key=key), fix)


def scalar(text: str) -> object:
    """A plain (unquoted) word as its value: null, true, false, a number, or itself."""
    if text in _WORDS:
        return _WORDS[text]
    if _INT.match(text):
        return int(text)
    return float(text) if _FLOAT.match(text) else text


class _Mark(Protocol):
    """A place in the file, as both of PyYAML's parsers give it (from 0)."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


def _spot(mark: _Mark | None) -> tuple[int, int]:
    """Line and column from 1; the file's start where the parser gives no place."""
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


class _TooDeepError(Exception):
    """Stops the reading of a file that is nested beyond any use."""


@dataclass
class _Open:
    """A list or mapping that is being filled; `key` is the mapping key waiting for its value."""

    value: list[object] | dict[str, object]
    path: Path
    key: str | None = None
    seen: set[str] = field(default_factory=set)


class _Builder:
    """Builds values from parser events without recursion, so no file can exhaust the stack."""

    def __init__(self, name: str) -> None:
        self.positions = Positions(name)
        self.problems: list[Problem] = []
        self.root: object = None
        self._stack: list[_Open] = []
        self._documents = 0

    def report(self, mark: _Mark | None, what: Bi, fix: Bi) -> None:
        """Note one problem at a mark of the parser."""
        line, column = _spot(mark)
        self.problems.append(Problem(f"{self.positions.name}:{line}:{column}", what, fix))

    def take(self, event: yaml.Event) -> None:
        """One parser event."""
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents == 2:
                self.report(event.start_mark, _SEVERAL, _SPLIT)
        elif isinstance(event, yaml.AliasEvent):
            self.report(event.start_mark, _ALIAS, _WRITE_OUT)
            self._value(None, event, key=f"*{event.anchor}")
        elif isinstance(event, yaml.ScalarEvent):
            self._tag(event)
            plain = event.style in (None, "") and event.implicit[0]  # the C parser says ""
            self._value(scalar(event.value) if plain else event.value, event, key=event.value)
        elif isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
            self._tag(event)
            self._open([] if isinstance(event, yaml.SequenceStartEvent) else {}, event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._stack.pop()

    def _tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.tag not in (None, "!", "tag:yaml.org,2002:str"):
            self.report(event.start_mark, _TAG.fill(tag=event.tag), _REMOVE_TAG)

    def _open(self, value: list[object] | dict[str, object], event: yaml.CollectionStartEvent) -> None:
        path = self._value(value, event, key=None)
        self._stack.append(_Open(value, path))
        if len(self._stack) > MAX_DEPTH:
            self.report(event.start_mark, _DEEP, _FLATTEN)
            raise _TooDeepError

    def _value(self, value: object, event: yaml.Event, key: str | None) -> Path:
        """Put a value where it belongs, or take it as the next key; its path comes back."""
        if not self._stack:
            if self._documents == 1:
                self.root = value
            return self._place((), event)
        parent = self._stack[-1]
        if isinstance(parent.value, list):
            parent.value.append(value)
            return self._place((*parent.path, len(parent.value) - 1), event)
        if parent.key is None:
            return self._key(parent, event, key)
        path = (*parent.path, parent.key)
        parent.value.setdefault(parent.key, value)
        parent.key = None
        return path

    def _key(self, parent: _Open, event: yaml.Event, key: str | None) -> Path:
        if key is None:
            self.report(event.start_mark, _COMPLEX_KEY, _TEXT_KEY)
            key = f"?{len(parent.seen)}"
        elif key in parent.seen:
            self.report(event.start_mark, _DUPLICATE.fill(key=key), _KEEP_ONE)
        parent.seen.add(key)
        parent.key = key
        return self._place((*parent.path, key), event)

    def _place(self, path: Path, event: yaml.Event) -> Path:
        self.positions.at.setdefault(path, _spot(event.start_mark))
        return path


def walk(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Every value with its path, outermost first, in file order."""
    yield path, value
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in pairs:
        yield from walk(inner, (*path, step))


_TOO_LARGE = Bi("Berkas lebih dari satu juta karakter.", "The file is longer than one million characters.")
_SPLIT = Bi("Bagi menjadi beberapa berkas.", "Split it into several files.")
_SYNTAX = Bi("Bukan YAML yang sah{detail}.", "This is not valid YAML{detail}.")
_SEE = Bi(
    "Periksa indentasi, tanda kutip dan titik dua di sekitar baris ini.",
    "Check the indentation, quotes and colons near this line.",
)
_CHARACTER = Bi("Ada karakter yang tidak boleh ada di YAML.", "There is a character that YAML does not allow.")
_SAVE_UTF8 = Bi(
    "Simpan ulang sebagai teks UTF-8 tanpa karakter kendali.", "Save it again as UTF-8 text without control characters."
)
_SEVERAL = Bi("Ada lebih dari satu dokumen (---) dalam berkas.", "There is more than one document (---) in the file.")
_ALIAS = Bi("Alias (*nama) tidak dipakai di sini.", "Aliases (*name) are not used here.")
_WRITE_OUT = Bi("Tuliskan isinya lengkap.", "Write the content out.")
_TAG = Bi("Penanda jenis {tag} tidak dipakai di sini.", "The type tag {tag} is not used here.")
_REMOVE_TAG = Bi("Hapus penandanya.", "Remove the tag.")
_DEEP = Bi("Isi bersarang terlalu dalam.", "The content is nested too deeply.")
_FLATTEN = Bi("Kurangi tingkatnya.", "Use fewer levels.")
_COMPLEX_KEY = Bi("Kunci harus berupa teks.", "A key must be text.")
_TEXT_KEY = Bi("Ganti dengan satu kata.", "Replace it with a word.")
_DUPLICATE = Bi("Kunci “{key}” ditulis dua kali.", "The key “{key}” is written twice.")
_KEEP_ONE = Bi("Gabungkan atau hapus salah satunya.", "Merge them or remove one.")
_MEANT = Bi("Mungkin maksudnya “{guess}”?", "Did you mean “{guess}”?")
_KNOWN = Bi("Yang dikenal: {names}.", "Known here: {names}.")
