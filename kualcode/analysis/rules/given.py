"""What the rules on figures look at: claims of evidence that counts, by whole, code and id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from kualcode.analysis.claims.facts import holder
from kualcode.analysis.claims.keys import Key, is_read, key
from kualcode.analysis.claims.words import Lexicon, lexicon
from kualcode.analysis.evidence import Case, Claim, Evidence
from kualcode.analysis.rules.flags import Flag, Severity
from kualcode.errors import Bi


class Given(NamedTuple):
    """Claims with the evidence that makes each."""

    claims: tuple[Claim, ...]  # by id
    evidence: Mapping[str, Evidence]  # by id of the claim
    counted: tuple[Evidence, ...]  # all evidence that counts
    keys: Mapping[str, Key]  # by id of the claim; one whose measure is not known has none
    lex: Lexicon

    def parts(self) -> Iterator[tuple[Claim, list[Claim]]]:
        """Every whole with its parts."""
        by_id = {claim.id: claim for claim in self.claims}
        found: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            if claim.partition_of in by_id:
                found[str(claim.partition_of)].append(claim)
        yield from ((by_id[whole], parts) for whole, parts in sorted(found.items()))

    def words(self, claim: Claim) -> str:
        """The statement that makes a claim, as quoted, else as the researcher put it."""
        made = self.evidence[claim.id]
        return made.quote or made.gist

    def same_time(self, one: Claim, other: Claim) -> bool:
        """Whether two claims may hold for one period: one may be unsaid, where the other's is one that can be read."""
        said = [claim.period for claim in (one, other) if claim.period is not None]
        return one.period == other.period or (len(said) == 1 and is_read(said[0]))


def given(case: Case) -> Given:
    """The claims of a case that the rules look at."""
    language = case.book.primary_language
    known = {one.id: one for one in case.evidence}
    made = {claim.id: (claim, found) for claim in case.claims if (found := holder(claim, known)) is not None}
    claims = tuple(claim for _, (claim, _) in sorted(made.items()))
    keys = {claim.id: mine for claim in claims if (mine := key(claim, language)) is not None}
    return Given(
        claims,
        {id_: found for id_, (_, found) in made.items()},
        tuple(sorted((one for one in case.evidence if one.counts), key=lambda one: one.id)),
        keys,
        lexicon(language),
    )


def in_use(case: Case) -> Case:
    """The case without what is coded under retired codes, which weighs on nothing until it is coded again."""
    retired = {code.id for code in case.book.codes if code.retired is not None}
    if not retired:
        return case
    evidence = tuple(one for one in case.evidence if one.code not in retired)
    return replace(case, evidence=evidence, claims=tuple(one for one in case.claims if one.code not in retired))


def flag(
    rule: str,
    severity: Severity,
    claims: Iterable[Claim],
    message: Bi,
    details: Sequence[tuple[str, str]] = (),
) -> Flag:
    """A flag on some claims: it touches their codes, and rests on their evidence."""
    found = sorted(claims, key=lambda claim: claim.id)
    return Flag(
        rule=rule,
        severity=severity,
        targets=tuple(sorted({claim.code for claim in found if claim.code})) or ("*",),
        message=message,
        evidence=tuple(sorted({claim.evidence for claim in found})),
        claims=tuple(claim.id for claim in found),
        details=tuple(details),
    )
