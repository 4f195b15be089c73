"""What a rule says when it fires."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Literal

from kualcode.errors import Bi

Severity = Literal["BLOCK", "WARN"]
# A written rationale may lower these from BLOCK to QUALIFY; all else is lifted by evidence alone (method 1.7).
RESOLVABLE = frozenset({"DISSONANCE", "N1", "N2", "N5", "T1", "T3", "LABEL"})

_SHORT = 6  # hexadecimal digits of an id


@dataclass(frozen=True, slots=True)
class Flag:
    """A contradiction found: which rule, how grave, on what, and where it can be looked up."""

    rule: str
    severity: Severity
    targets: tuple[str, ...]  # codes it touches; "*" is the study as a whole
    message: Bi
    evidence: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    places: tuple[str, ...] = ()  # in a text: section and line, "Simpulan, brs. 12"
    details: tuple[tuple[str, str], ...] = ()  # values for machines: ("excess", "13")

    twin: str = ""  # what tells it from another of the same id; set by `ordered`

    @property
    def id(self) -> str:
        """Made from what fired, so that it stays the same from run to run: "N1-3f9a2c"; of twins "N1-3f9a2c.b07e41"."""
        parts = (self.rule, *self.targets, *sorted(self.evidence), *sorted(self.claims), *self.places)
        return f"{self.rule}-{_digest(parts)[:_SHORT]}{'.' * bool(self.twin)}{self.twin}"


def ordered(flags: list[Flag] | tuple[Flag, ...]) -> tuple[Flag, ...]:
    """By rule, target and place; a flag that says the same twice stands once, the graver one.

    Flags that would share an id are told apart by all that they say. One alone keeps its short id, so that what was
    written about it holds; an id that names two names neither.
    """
    kept: dict[tuple[object, ...], Flag] = {}
    for flag in sorted(flags, key=lambda f: f.severity == "BLOCK"):
        plain = replace(flag, twin="")
        kept[_content(plain)] = plain
    by_id: defaultdict[str, list[Flag]] = defaultdict(list)
    for flag in kept.values():
        by_id[flag.id].append(flag)
    told = [flag for same in by_id.values() for flag in _told_apart(same)]
    return tuple(sorted(told, key=lambda f: (f.rule, f.targets, f.places, f.id)))


def _told_apart(same: Sequence[Flag]) -> list[Flag]:
    if len(same) == 1:
        return [*same]
    return [replace(flag, twin=_digest(map(repr, _content(flag)))[:_SHORT]) for flag in same]


def _content(flag: Flag) -> tuple[object, ...]:
    """All that a flag says, however grave."""
    lists = (flag.targets, tuple(sorted(flag.evidence)), tuple(sorted(flag.claims)), flag.places, flag.details)
    return (flag.rule, *lists, flag.message.id)


def _digest(parts: Iterable[str]) -> str:
    return sha256(chr(0).join(parts).encode("utf-8", "surrogatepass")).hexdigest()
