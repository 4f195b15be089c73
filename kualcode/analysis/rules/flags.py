"""What a rule says when it fires."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from kualcode.errors import Bi

Severity = Literal["BLOCK", "WARN"]
# A written rationale may lower these from BLOCK to QUALIFY; all else is lifted by evidence alone (method 1.7).
RESOLVABLE = frozenset({"DISSONANCE", "N1", "N2", "N5", "T1", "T3", "LABEL"})


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

    @property
    def id(self) -> str:
        """Made from what fired, so that it stays the same from run to run: "N1-3f9a2c"."""
        parts = (self.rule, *self.targets, *sorted(self.evidence), *sorted(self.claims), *self.places)
        return f"{self.rule}-{sha256(chr(0).join(parts).encode('utf-8', 'surrogatepass')).hexdigest()[:6]}"


def ordered(flags: list[Flag] | tuple[Flag, ...]) -> tuple[Flag, ...]:
    """By rule, target and place; a flag that says the same twice stands once, the graver one."""
    kept = {flag.id: flag for flag in sorted(flags, key=lambda f: f.severity == "BLOCK")}
    return tuple(sorted(kept.values(), key=lambda f: (f.rule, f.targets, f.places, f.id)))
