"""P1 to P3: a draft against the findings of the project from which it was written.

Each is a rule of method 1.6 and 1.7 carried over to two texts: P1 is T1 between draft and finding, P2 the gate of a
finding that cannot be concluded yet, P3 is N5 between a figure of the draft and a fact that techniques confirm.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from kualcode.analysis.claims.facts import Fact
from kualcode.analysis.claims.keys import is_read, key
from kualcode.analysis.claims.shown import shown
from kualcode.analysis.evidence import Claim
from kualcode.analysis.findings.finding import Figure, Finding
from kualcode.analysis.rules.flags import Flag, Severity
from kualcode.analysis.rules.labels import Said, Side, in_order, sides
from kualcode.analysis.rules.labels import shown as quoted
from kualcode.analysis.statements import DRIVING, FACTORS, HINDERING, SUMMARIES, Statement, place, refs, where
from kualcode.errors import Bi
from kualcode.language.quantity import compare
from kualcode.model import Codebook

Told = tuple[Statement, Claim]  # a figure of the draft and the sentence that gives it
# Who says that the matter is open concludes nothing.
_OPEN = re.compile(
    r"\b(?:belum|tidak|tak) (?:dapat|bisa) (?:disimpulkan|dinyatakan)|\b(?:saling )?bertentangan\b"
    r"|\b(?:cannot|can not|could not) (?:yet )?be (?:concluded|stated)|\bcontradict",
    re.IGNORECASE,
)


def against_project(
    statements: Sequence[Statement], told: Sequence[Told], findings: Sequence[Finding], book: Codebook
) -> list[Flag]:
    """All that a draft says otherwise than the findings, or says of what cannot be concluded yet.

    `findings` are of the same codebook; `told` are the figures of the draft. What the project holds nothing of raises
    nothing.
    """
    known = {finding.code.id: finding for finding in findings}
    labelled = {code: _firm(said) for code, said in sides(statements, book).items() if code in known}
    return [*_labels(labelled, known, book), *_blocked(statements, labelled, known), *_figures(told, findings, book)]


def _firm(said: Sequence[Side]) -> list[Side]:
    """What sections say without reservation: a label that only an informant gives is not the author's."""
    return [side for side in said if side.firm]


# ---------------------------------------------------------------- P1
def _labels(labelled: Mapping[str, Sequence[Side]], known: Mapping[str, Finding], book: Codebook) -> Iterator[Flag]:
    """A BLOCK where draft and finding are on both sides of the midline; a WARN where only the degree differs."""
    favourable = {label.id: label.favourable for label in book.label_scale}
    for code, said in labelled.items():
        finding = known[code]
        held = finding.label
        if held not in favourable or finding.verdict.gate not in ("EMIT", "QUALIFY"):
            continue
        crossed = [one for one in said if one.side is not None and one.side != favourable[held]]
        shifted = [one for one in said if one.side == favourable[held] and held not in one.levels]
        if crossed or shifted:
            yield _label(finding, held, crossed or shifted, book, "BLOCK" if crossed else "WARN")


def _label(finding: Finding, held: str, apart: Sequence[Side], book: Codebook, severity: Severity) -> Flag:
    said = in_order(one for side in apart for one in side.said)
    name = next(Bi(label.id, label.en) for label in book.label_scale if label.id == held)
    message = (_CROSSED if severity == "BLOCK" else _SHIFTED).fill(
        name=finding.code.name, code=finding.code.id, shown=quoted(said), held=name, id=finding.id
    )
    details = (("held", held), *((one.statement.section, one.label.label) for one in said))
    return _flag("P1", severity, finding, message, [one.statement for one in said], details)


# ---------------------------------------------------------------- P2
def _blocked(
    statements: Sequence[Statement], labelled: Mapping[str, Sequence[Side]], known: Mapping[str, Finding]
) -> Iterator[Flag]:
    """A label (BLOCK) or a conclusion (WARN) on what the project cannot conclude yet, with the gate's reason."""
    concluding = _concluding(statements, {code for code, one in known.items() if one.code.kind == "factor"})
    for code, finding in known.items():
        if not finding.blocked:
            continue
        labels: list[Said] = in_order(one for side in labelled.get(code, ()) for one in side.said)
        said = {one.statement.id: one.statement for one in labels} | {s.id: s for s in concluding.get(code, ())}
        if said:
            found = sorted(said.values(), key=lambda s: (s.line, s.id))
            given = quoted(labels) if labels else where(found)
            message = (_LABELLED if labels else _CONCLUDED).fill(
                name=finding.code.name, code=code, given=given, reason=_reason(finding), id=finding.id
            )
            yield _flag("P2", "BLOCK" if labels else "WARN", finding, message, found, (("gate", "BLOCK"),))


def _concluding(statements: Sequence[Statement], factors: Collection[str]) -> dict[str, list[Statement]]:
    """The sentences of abstract and conclusion that take a side on a code, label it or list it as a factor.

    On a factor only a sentence that speaks of factors concludes: "kehadiran" alone may be that of guests.
    """
    found: dict[str, list[Statement]] = {}
    for s in statements:
        if s.section not in SUMMARIES or s.cited or s.is_recommendation or _OPEN.search(s.text):
            continue
        sided = [
            code
            for code, stance in (s.stances or {}).items()
            if stance in ("positive", "negative") and (s.factor or code not in factors)
        ]
        listed = [
            code
            for one in s.enumerations
            if one.topic in (HINDERING, DRIVING, FACTORS)
            for item in one.items
            for code in item.codes
        ]
        for code in dict.fromkeys([*sided, *listed, *(label.scope for label in s.labels)]):
            found.setdefault(code, []).append(s)
    return found


def _reason(finding: Finding) -> Bi:
    """Why the gate holds a finding back."""
    return next((one.text for one in finding.verdict.gate_reasons if one.gate == "BLOCK"), Bi("", ""))


# ---------------------------------------------------------------- P3
def _figures(told: Sequence[Told], findings: Sequence[Finding], book: Codebook) -> Iterator[Flag]:
    """A BLOCK where a figure meets no figure of a fact that techniques confirm; one flag a fact."""
    apart: dict[tuple[str, str, str | None], tuple[Finding, Fact, list[Told]]] = {}
    for statement, claim in told:
        alike = list(_alike(claim, findings, book))
        if any(compare(claim.quantity, one.quantity) != "DISSONANCE" for _, figure in alike for one in figure.claims):
            continue
        for finding, figure in alike:
            fact = figure.fact
            if fact.status == "CONFIRMED":
                place_of = (finding.id, fact.claims[0], fact.period)
                apart.setdefault(place_of, (finding, fact, []))[2].append((statement, claim))
    for finding, fact, meant in apart.values():
        yield _figure(finding, fact, meant)


def _alike(claim: Claim, findings: Sequence[Finding], book: Codebook) -> Iterator[tuple[Finding, Figure]]:
    """The project's figures of the same thing: under the same indicator, where the draft tells one, and for a period
    that may be the same.
    """
    language = book.primary_language
    mine = key(claim, language)
    for finding in findings if mine is not None else ():
        if claim.code and book.top(finding.code.id) != claim.code:
            continue
        for figure in finding.figures:
            theirs = key(figure.claims[0], language) if figure.claims else None
            same = theirs is not None and mine is not None and theirs._replace(code=mine.code) == mine
            if same and _same_time(claim.period, figure.fact.period):
                yield finding, figure


def _same_time(one: str | None, other: str | None) -> bool:
    """Whether two figures may hold for one period: that of one may be unsaid, where the other's can be read."""
    return one == other or (one is None and is_read(other)) or (other is None and is_read(one))


def _figure(finding: Finding, fact: Fact, meant: Sequence[Told]) -> Flag:
    said = [statement for statement, _ in meant]
    figures = list(dict.fromkeys(shown(claim.quantity, claim.unit) for _, claim in meant))
    given = Bi("; ".join(one.id for one in figures), "; ".join(one.en for one in figures))
    message = _DISJOINT.fill(given=given, where=where(said), fact=fact.text, id=finding.id)
    details = (("fact", fact.measure), ("subject", fact.subject), ("period", fact.period or ""))
    return _flag("P3", "BLOCK", finding, message, said, details, fact.claims)


def _flag(
    rule: str,
    severity: Severity,
    finding: Finding,
    message: Bi,
    said: Sequence[Statement],
    details: Sequence[tuple[str, str]],
    claims: tuple[str, ...] = (),
) -> Flag:
    return Flag(
        rule,
        severity,
        (finding.code.id,),
        message,
        claims=claims,
        places=tuple(dict.fromkeys(place(s) for s in said)),
        details=(("finding", finding.id), *details, *refs(said)),
    )


_CROSSED = Bi(
    "Label untuk {name} ({code}) di naskah berseberangan dengan temuan proyek: {shown}; di proyek “{held}”. Samakan, "
    "atau ubah kategorinya di temuan.yaml dengan alasannya. Lihat: kualcode why {id}",
    "The label for {name} ({code}) in the draft is on the other side of the midline from the project's finding: "
    "{shown}; in the project “{held}”. Use one, or change the label in temuan.yaml and say why. See: kualcode why {id}",
)
_SHIFTED = Bi(
    "Tingkat label untuk {name} ({code}) di naskah berbeda dari temuan proyek: {shown}; di proyek “{held}”. Pakai satu "
    "tingkat. Lihat: kualcode why {id}",
    "The label for {name} ({code}) in the draft differs in degree from the project's finding: {shown}; in the project "
    "“{held}”. Use one degree. See: kualcode why {id}",
)
_LABELLED = Bi(
    "{name} ({code}) diberi label di naskah ({given}), padahal di proyek belum dapat disimpulkan: {reason} Lihat: "
    "kualcode why {id}",
    "{name} ({code}) is given a label in the draft ({given}), yet the project cannot conclude on it: {reason} See: "
    "kualcode why {id}",
)
_CONCLUDED = Bi(
    "{name} ({code}) disimpulkan di naskah, {given}, padahal di proyek belum dapat disimpulkan: {reason} Lihat: "
    "kualcode why {id}",
    "{name} ({code}) is concluded on in the draft, {given}, yet the project cannot conclude on it: {reason} See: "
    "kualcode why {id}",
)
_DISJOINT = Bi(
    "Angka {given} di {where} tidak cocok dengan angka proyek: {fact}. Perbaiki angkanya, atau tambahkan sumbernya ke "
    "proyek. Lihat: kualcode why {id}",
    "The figure {given} in {where} does not fit that of the project: {fact}. Correct it, or add its source to the "
    "project. See: kualcode why {id}",
)
