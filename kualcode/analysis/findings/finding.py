"""Findings: one record a code, with all that its sentence rests on (method 5.1).

What the researcher holds (label, claim, explanations) stands apart from what the machine suggests, and is checked
against it; nothing here is written by the machine into the researcher's mouth.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from kualcode.analysis.claims.facts import Fact
from kualcode.analysis.evidence import TECHNIQUES, Case, Claim, Evidence, Judgement, Resolution
from kualcode.analysis.findings import claim
from kualcode.analysis.findings.quotes import Cited, choose
from kualcode.analysis.triangulation.chosen import side_in_words
from kualcode.analysis.triangulation.negative_cases import Speaker, meant, speakers
from kualcode.analysis.triangulation.parents import below, children
from kualcode.analysis.verdicts import CodeVerdict, Reason, Triangulation, Voice
from kualcode.errors import Bi
from kualcode.judgements import Judgements, own_word
from kualcode.judgements import Negative as Written
from kualcode.language import numbers
from kualcode.language.quantity import Quantity
from kualcode.model import Code, Codebook

NOTHING = Bi("", "")
_ANSWERED = re.compile(r" (?:resolved|retracted)$")
_BELOW = re.compile(r"([NT]\d+) on (\S+)")  # a rule that fired on a part


class Run(NamedTuple):
    """What a finding was made from: hashes of the settings and of the input, and by which version."""

    config_sha: str
    input_sha: str
    tool_version: str


class Figure(NamedTuple):
    """What is known of one figure, with the claims that give it."""

    fact: Fact
    claims: tuple[Claim, ...]


class Checked(NamedTuple):
    """How the member check of a finding's statements went, in statements."""

    sent: int
    agreed: int
    disputed: int
    blank: int


class Negative(NamedTuple):
    """A voice that says the opposite, and what the researcher makes of it."""

    voice: Voice
    group: str
    gist: Bi  # empty where nobody has put it in words
    explanation: Bi  # empty while it is not explained
    revised: bool


class Contradiction(NamedTuple):
    """A rule that fired on the code, and the resolution that was written about it."""

    rule: str
    severity: str
    message: Bi
    evidence: tuple[str, ...]
    resolution: Resolution | None
    code: str = ""  # on which it fired


@dataclass(frozen=True, slots=True)
class Finding:
    """One code's finding. `own` and `claim` are the researcher's; everything else comes from the evidence."""

    id: str
    code: Code
    verdict: CodeVerdict
    evidence: Mapping[str, Evidence]  # all that counts on the code, by id, in order of ids
    quotes: tuple[Cited, ...]
    figures: tuple[Figure, ...]
    negatives: tuple[Negative, ...]
    contradictions: tuple[Contradiction, ...]
    checked: Checked
    roles: int  # role groups that speak
    below: tuple[Contradiction, ...] = ()  # rules that fired on a part, told where the part is
    recode: tuple[Evidence, ...] = ()  # coded with a retired code: listed, not counted
    own: Judgement | None = None
    claim: Bi | None = None
    label_word: str = ""  # how the researcher wrote the label, where that is not its name
    theory: Bi | None = None
    claim_check: tuple[Bi, ...] = ()
    explains: tuple[str, ...] = ()
    recommends: tuple[str, ...] = ()

    @property
    def blocked(self) -> bool:
        """Whether it may not be stated yet."""
        return self.verdict.gate == "BLOCK"

    @property
    def label(self) -> str | None:
        """The label that counts: the researcher's, else the suggested one."""
        return (self.own.label if self.own else None) or self.verdict.label

    @property
    def limits(self) -> tuple[Reason, ...]:
        """What keeps the finding from standing alone: every reason of its gate and its confidence, each once.

        Rules that fired are not among them: `contradictions` has those of this code, `below` those of its parts, both
        with their resolutions.
        """
        rules = {found.rule for found in self.contradictions}
        parts = {(found.rule, found.code) for found in self.below}
        reasons = {one.id: one for one in (*self.verdict.gate_reasons, *self.verdict.reasons)}
        return tuple(one for one in reasons.values() if not _told(one.id, rules, parts))

    @property
    def general(self) -> Finding | None:
        """What was said of the code as a whole and not of a part of it, as a finding of its own."""
        weighed = self.verdict.general
        if weighed is None:
            return None
        own = {key: one for key, one in self.evidence.items() if one.code == self.code.id}
        return replace(self, verdict=weighed, evidence=own, quotes=choose(weighed, own), negatives=())

    @property
    def unexplained(self) -> tuple[Negative, ...]:
        """Negative cases that the researcher still has to explain."""
        return tuple(case for case in self.negatives if not case.explanation.id)


def _told(reason: str, rules: Collection[str], parts: Collection[tuple[str, str]]) -> bool:
    """Whether a reason tells only of rules that stand apart: "N1 resolved", "N1 on KUAL.KMP", "N1, N4" (confidence).

    What fired on a part and on the code too stands among the code's own.
    """
    plain = _ANSWERED.sub("", reason)
    below = _BELOW.fullmatch(plain)
    if below is not None:
        return below.groups() in parts or below[1] in rules
    return all(rule in rules for rule in plain.split(", "))


def finding_id(code: str) -> str:
    """ "T-KUAL.KMP"."""
    return f"T-{code}"


def findings(case: Case, tri: Triangulation, facts: Sequence[Fact], judged: Judgements) -> tuple[Finding, ...]:
    """A record for every code that has a verdict, in codebook order; groups of factors and retired codes have none.

    Only accepted evidence is in a record; nothing depends on the order of the evidence. What is accepted under a
    retired code stands in the record to which it belongs, as `recode`.
    """
    maker = _Maker(case, tri, facts, judged)
    return tuple(
        maker.finding(verdict)
        for verdict in tri.codes
        if case.book.by_id[verdict.code].kind != "factor_group" and case.book.by_id[verdict.code].retired is None
    )


class _Maker:
    """Joins a verdict with what stands around it."""

    def __init__(self, case: Case, tri: Triangulation, facts: Sequence[Fact], judged: Judgements) -> None:
        self._case, self._judged = case, judged
        self._rows = {row.code: row for row in tri.codes}
        self._speakers = speakers(case) if any(one.negative_cases for one in judged.findings) else {}
        self._own = {judgement.code: judgement for judgement in case.judgements}
        counted = sorted((one for one in case.evidence if one.counts), key=lambda one: one.id)
        self._known = {one.id: one for one in counted}
        self._by_code: dict[str, list[Evidence]] = defaultdict(list)
        for one in counted:
            self._by_code[one.code].append(one)
        claims = {claim.id: claim for claim in case.claims}
        self._figures: dict[str, list[Figure]] = defaultdict(list)
        for fact in facts:
            self._figures[fact.code].append(Figure(fact, tuple(claims[one] for one in fact.claims if one in claims)))
        self._explained = _explained(case.book, counted)
        self._family = children(case.book)

    def _below(self, code: str) -> list[str]:
        """A code and all under it."""
        return [code, *below(self._family, code)]

    def finding(self, verdict: CodeVerdict) -> Finding:
        """The record of one code."""
        code = self._case.book.by_id[verdict.code]
        known = {one.id: one for c in self._below(code.id) for one in self._by_code[c]}
        quotes = choose(verdict, known)
        written = self._judged.finding(code.id)
        own = self._own.get(code.id)
        return Finding(
            id=finding_id(code.id),
            code=code,
            verdict=verdict,
            evidence=dict(sorted(known.items())),
            quotes=quotes,
            figures=tuple(self._figures[code.id]),
            negatives=self._negatives(verdict),
            contradictions=self._contradictions(verdict),
            checked=_checked(known.values()),
            below=self._contradictions_below(code.id),
            recode=tuple(self._known[one] for one in verdict.recode),
            roles=len({one.role_group for one in known.values() if one.role_group and one.source_type == "interview"}),
            own=own,
            claim=Bi(*own.claim) if own and own.claim else None,
            label_word=own_word(written.label or "", self._case.book.label_scale) if written else "",
            theory=written.theory if written else None,
            claim_check=self._claim_check(verdict, own, quotes),
            explains=self._explained.get(code.id, ()),
            recommends=tuple(advice.id for advice in self._judged.recommendations if _answers(advice.answers, code.id)),
        )

    def _negatives(self, verdict: CodeVerdict) -> tuple[Negative, ...]:
        """Deviant voices with what is written about them: on the code, or on one below it where they are so too."""
        told: dict[Speaker, Written] = {}
        for code in reversed(self._below(verdict.code)):
            deviant = {voice.id for voice in self._rows[code].deviant}
            told.update({who: one for who, one in self._written(code) if who in deviant})
        made = []
        for voice in verdict.deviant:
            group = next((g.name for g in verdict.groups if voice in g.voices), "")
            own = told.get(voice.id)
            made.append(
                Negative(
                    voice,
                    group,
                    own.gist if own and own.gist else self._gist(voice),
                    own.explanation if own else NOTHING,
                    bool(own and own.revised),
                )
            )
        return tuple(made)

    def _written(self, code: str) -> Iterable[tuple[Speaker, Written]]:
        """The negative cases of a code by the voice that each means, where that is clear."""
        written = self._judged.finding(code)
        if written is None or not written.negative_cases:
            return
        heard = frozenset(who for one in self._below(code) for who in self._speakers.get(one, ()))
        for case in written.negative_cases:
            who = meant(case.voice, case.technique, heard)
            if len(who) == 1:
                yield who[0], case

    def _gist(self, voice: Voice) -> Bi:
        """What a person typed as the gist of a statement of this voice, the first there is."""
        typed = (self._known[one].gist for one in sorted(voice.evidence) if one in self._known)
        found = next((gist for gist in typed if gist), "")
        return Bi(found, found)

    def _contradictions(self, verdict: CodeVerdict) -> tuple[Contradiction, ...]:
        """Every flag of the code, and its dissonance or label where a resolution was written about it."""
        code = verdict.code
        found = [
            Contradiction(f.rule, f.severity, f.message, f.evidence, self._resolution(f.rule, code, f.id), code)
            for f in verdict.flags
        ]
        rules = {one.rule for one in found}
        for rule, message in _UNFLAGGED.items():
            resolution = self._resolution(rule, code)
            if resolution is not None and rule not in rules:
                found.append(Contradiction(rule, "BLOCK", message, (), resolution, code))
        return tuple(found)

    def _contradictions_below(self, code: str) -> tuple[Contradiction, ...]:
        """Those on the parts, in codebook order; what concerns the code too is told with it."""
        mine = {flag.id for flag in self._rows[code].flags}
        rows = [self._rows[child] for child in self._below(code)[1:]]
        apart = [replace(row, flags=tuple(flag for flag in row.flags if flag.id not in mine)) for row in rows]
        return tuple(one for row in apart for one in self._contradictions(row))

    def _resolution(self, rule: str, *targets: str) -> Resolution | None:
        return next((r for r in self._case.resolutions if r.rule == rule and r.target in targets), None)

    def _claim_check(self, verdict: CodeVerdict, own: Judgement | None, quotes: Iterable[Cited]) -> tuple[Bi, ...]:
        if own is None or own.claim is None:
            return ()
        counts = {len(group.voices) for group in verdict.groups}
        signs = {sum(v.sign == sign for v in g.voices) for g in verdict.groups for sign in ("POS", "NEG", "MIX", "NEU")}
        held = claim.Held(
            figures=(*self._claimed(verdict.code), *_quoted(quotes)),
            voices=tuple(sorted(counts | signs)),
            techniques=frozenset(self._techniques(verdict.code)),
            label=own.label or verdict.label,
            evaluates=verdict.gate != "DESCRIBE",
            side=side_in_words(verdict, self._case.book),
            condition=verdict.condition_only,
        )
        return claim.check(own.claim, held, self._case.book.label_scale)

    def _claimed(self, code: str) -> Iterable[Quantity]:
        codes = self._below(code)
        return [claim.quantity for claim in self._case.claims if self._code_of(claim.evidence, claim.code) in codes]

    def _code_of(self, evidence: str, code: str) -> str:
        return code or (self._known[evidence].code if evidence in self._known else "")

    def _techniques(self, code: str) -> set[str]:
        found = (one.source_type for c in self._below(code) for one in self._by_code[c])
        return {kind for kind in found if kind in TECHNIQUES}


def _explained(book: Codebook, counted: Iterable[Evidence]) -> dict[str, tuple[str, ...]]:
    """Which factor is told as a cause in the same passage as which code, both ways, in codebook order."""
    units: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for one in counted:
        known = book.by_id.get(one.code)
        if known is not None and known.retired is None:  # a code that is no longer in use explains nothing
            units[one.doc_id, one.turn or one.id].append(one)
    pairs: set[tuple[str, str]] = set()
    for together in units.values():
        causes = [one for one in together if one.causal == "stated" and book.by_id[one.code].kind == "factor"]
        effects = [one for one in together if book.by_id[one.code].kind in ("indicator", "sub_indicator")]
        found_here = {(a.code, b.code) for a in causes for b in effects if _overlap(a, b)}
        pairs |= found_here | {(effect, cause) for cause, effect in found_here}
    order = {code.id: n for n, code in enumerate(book.codes)}
    found: dict[str, list[str]] = defaultdict(list)
    for code, other in sorted(pairs, key=lambda pair: (order[pair[0]], order[pair[1]])):
        found[code].append(other)
    return {code: tuple(others) for code, others in found.items()}


def _overlap(a: Evidence, b: Evidence) -> bool:
    """Whether two passages of one turn share words; those without a place do by being of one turn."""
    return (a.start, a.end) == (b.start, b.end) or max(a.start, b.start) < min(a.end, b.end)


def _quoted(quotes: Iterable[Cited]) -> Iterable[Quantity]:
    return [figure for cited in quotes for figure in numbers.parse(cited.evidence.quote) if figure.is_claim]


def _checked(evidence: Iterable[Evidence]) -> Checked:
    states = [one.member_check for one in evidence if one.member_check is not None]
    return Checked(len(states), states.count("agreed"), states.count("disputed"), states.count("overdue"))


def _answers(answers: Iterable[str], code: str) -> bool:
    return any(answer in (code, finding_id(code)) for answer in answers)


_UNFLAGGED = {
    "DISSONANCE": Bi("Temuan antarsumber bertentangan.", "The sources contradict each other."),
    "LABEL": Bi(
        "Kategori dari peneliti berjarak dua tingkat atau lebih dari usulan.",
        "The researcher's label is two levels or more from the suggested one.",
    ),
}
