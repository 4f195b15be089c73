"""What gates and confidence ask of the evidence itself: its quotes, consent, member check, strength (method 1.7)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kualcode.analysis.evidence import Case, Evidence
from kualcode.analysis.triangulation.voices import voice_of


@dataclass(slots=True)
class Standing:
    """Evidence of one code that counts, by what is amiss with it; and how strong the rest is."""

    unquoted: list[str] = field(default_factory=list)  # the quote is not in its span
    unrecorded: list[str] = field(default_factory=list)  # consent
    overdue: list[str] = field(default_factory=list)  # member check sent and not returned in time
    contested: list[str] = field(default_factory=list)  # member check disputed
    attributed: bool = False
    strongest: int = 0  # of evidence of a technique
    informants: set[str] = field(default_factory=set)  # interview voices, neutral ones too

    def add(self, one: Evidence) -> None:
        """Take in a piece of evidence that counts."""
        if not one.quote_found:
            self.unquoted.append(one.id)
        if one.consent == "unrecorded":
            self.unrecorded.append(one.id)
        if one.member_check == "overdue":
            self.overdue.append(one.id)
        if one.member_check == "disputed":
            self.contested.append(one.id)
        voice = voice_of(one)
        if voice is not None:
            self.attributed = True
            self.strongest = max(self.strongest, one.strength)
        if voice is not None and one.source_type == "interview":
            self.informants.add(voice[1])


def standings(case: Case) -> dict[str, Standing]:
    """The standing of each code that has evidence, in one pass."""
    found: dict[str, Standing] = {}
    for one in case.evidence:
        if one.counts:
            found.setdefault(one.code, Standing()).add(one)
    return found


def together(parts: Iterable[Standing]) -> Standing:
    """How strong the evidence of several codes is, for their parent; an informant is one voice."""
    whole = Standing()
    for part in parts:
        whole.strongest = max(whole.strongest, part.strongest)
        whole.informants |= part.informants
    return whole
