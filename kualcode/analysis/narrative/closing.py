"""What may be concluded of a finding: the claim and whose it is, its label, how sure it is, what limits it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kualcode.analysis import words as shown
from kualcode.analysis.findings.finding import Finding
from kualcode.analysis.narrative.claims import basis, claim, counts
from kualcode.analysis.narrative.differences import part_name
from kualcode.analysis.narrative.reservations import is_shared
from kualcode.analysis.narrative.said import Sentence
from kualcode.analysis.narrative.study import Study
from kualcode.analysis.narrative.words import AXES, NOTHING, clause, joined, listed, name, sentence
from kualcode.analysis.verdicts import Reason
from kualcode.errors import Bi
from kualcode.model import Codebook
from kualcode.text import squash

_FIGURE = re.compile(r"\d[\d.,]*\b")
_CHILD = re.compile(r"(\S+) (QUALIFY|DESCRIBE|BLOCK)")
# Said by the sentences on triangulation, on negative cases and on the label; not repeated among the limitations.
_TOLD = {
    "PARTIAL",
    "SILENCE",
    "DISSONANCE",
    "DISSONANCE resolved",
    "FACET",
    "deviant unexplained",
    "LABEL without memo",
}


def stated(study: Study, finding: Finding) -> Sentence:
    """The claim, the researcher's own or a suggestion called so, with the axis on which it rests."""
    frame = _OWN if finding.claim else _SUGGESTED
    contradictory = finding.verdict.verdict == "DISSONANCE"  # the claim says so already
    note = NOTHING if finding.claim or contradictory else finding.verdict.label_note or NOTHING
    rest = _BY.fill(axis=AXES[study.axis]) if note.id else basis(finding, study.axis)
    told = frame.fill(claim=joined([claim(finding, study.book), note]), basis=rest)
    rules = ("CLAIM researcher" if finding.claim else "CLAIM suggested", *rules_of(finding))
    return Sentence(told, finding.id, rules, tuple(finding.evidence), numbers=counts(finding))


def rules_of(finding: Finding) -> tuple[str, str]:
    """The verdict and the gate on which a statement rests."""
    return finding.verdict.verdict or "", finding.verdict.gate or ""


def rated(study: Study, finding: Finding) -> Iterator[Sentence]:
    """The researcher's label beside the suggested one, the suggested one where her sentence hides it, the criterion."""
    label = _label(finding, study.book)
    if label.id:
        yield Sentence(sentence(label), finding.id, ("LABEL", *rules_of(finding)))
    otherwise = parts_otherwise(study, finding)
    if otherwise is not None:
        yield otherwise
    if finding.code.criterion is not None:
        yield Sentence(sentence(_CRITERION.fill(criterion=finding.code.criterion)), finding.id, ("CRITERION",))


def parts_otherwise(study: Study, finding: Finding) -> Sentence | None:
    """Parts to which the researcher gave another label than the evidence suggests, on which the whole does not rest."""
    parts = [
        _PART_OTHERWISE.fill(
            name=name(part.code),
            own=shown.label(study.book, part.own.label),
            suggested=shown.label(study.book, part.verdict.label) if part.verdict.label else _NO_LABEL,
        )
        for part in study.parts(finding.code.id)
        if part.own and part.own.label and part.own.label != part.verdict.label
    ]
    if not parts or finding.code.kind != "indicator":
        return None
    return Sentence(sentence(_PARTS_OTHERWISE.fill(parts=joined(parts, "; "))), finding.id, ("LABEL parts",))


def _label(finding: Finding, book: Codebook) -> Bi:
    own, verdict = finding.own.label if finding.own else None, finding.verdict
    head = shown.label_heading(book, [finding.code.id])
    if finding.code.kind == "factor":
        if finding.claim is None or verdict.status is None:
            return NOTHING  # the suggested claim says it
        condition = CONDITION if verdict.condition_only else NOTHING
        return _STATUS.fill(status=joined([shown.STATUSES[verdict.status], condition], "; "))
    suggested = joined([shown.label(book, verdict.label), verdict.label_note or NOTHING]) if verdict.label else NOTHING
    if own is None:
        return _ONLY_SUGGESTED.fill(head=head, suggested=suggested) if finding.claim and suggested.id else NOTHING
    memo = finding.own.memo if finding.own else ""
    frame = _SAME_LABEL if own == verdict.label else _OWN_LABEL if memo else _OWN_LABEL_BARE
    whose = _WORD.fill(word=finding.label_word) if finding.label_word else _RESEARCHER
    values = {"own": shown.label(book, own), "whose": whose, "suggested": suggested if suggested.id else _NO_LABEL}
    return frame.fill(head=head, memo=squash(memo), **values)


def confidence(finding: Finding, *, in_prose: bool = False) -> Sentence | None:
    """How far the finding may be trusted, and why not further; adapted from GRADE-CERQual."""
    level = finding.verdict.confidence
    if level is None:
        return None
    costs = any(reason.cost for reason in finding.verdict.reasons)
    said = [reason for reason in finding.verdict.reasons if not (reason.caps and costs)]  # then it is below the cap
    why = joined((clause(reason.text) for reason in said), "; ")
    frame = _SURE[in_prose, bool(why.id)]
    told = frame.fill(head=shown.CONFIDENCE, level=shown.LEVELS[level], why=why)
    rules = tuple(reason.id for reason in finding.verdict.reasons)
    return Sentence(sentence(told), finding.id, rules, numbers=figures_of(finding.verdict.reasons))


def figures_of(reasons: Iterable[Reason]) -> tuple[tuple[str, str], ...]:
    """The figures in the words of reasons, for the trace."""
    return tuple((reason.id, figure) for reason in reasons for figure in _FIGURE.findall(reason.text.id))


def limitation(study: Study, finding: Finding) -> Sentence | None:
    """What must be said beside the finding and is said nowhere else, in its section or for all findings together."""
    told = {reason.id for reason in finding.verdict.reasons} | _TOLD
    limits = [reason for reason in finding.limits if reason.id not in told and not is_shared(reason)]
    if not limits:
        return None
    text = _LIMITATION.fill(limits=joined(limits_in_words(study.book, limits), "; "))
    return Sentence(sentence(text), finding.id, tuple(reason.id for reason in limits), numbers=figures_of(limits))


def limits_in_words(book: Codebook, limits: Iterable[Reason]) -> list[Bi]:
    """Reasons as clauses; those that name a part below by its id are gathered and name it by its name."""
    given = list(limits)
    names = {gate: children_named(book, given, gate) for gate in _PARTS}
    rest = [clause(reason.text) for reason in given if not _CHILD.fullmatch(reason.id)]
    return [*(_PARTS[gate].fill(names=listed(found)) for gate, found in names.items() if found), *rest]


def children_named(book: Codebook, limits: Iterable[Reason], gate: str) -> list[Bi]:
    """Names of the parts below that reasons call blocked ("BLOCK"), or short of a plain statement ("QUALIFY")."""
    children = [match for reason in limits if (match := _CHILD.fullmatch(reason.id))]
    return [part_name(child[1], book) for child in children if (child[2] == "BLOCK") == (gate == "BLOCK")]


def checked(finding: Finding) -> Sentence | None:
    """How the member check of its statements went; nothing where none was sent."""
    found = finding.checked
    if not found.sent:
        return None
    counts = found._asdict()
    numbers = tuple((f"member_check.{key}", str(value)) for key, value in counts.items())
    return Sentence(sentence(_CHECKED.fill(**counts)), finding.id, ("MEMBER_CHECK",), numbers=numbers)


def described(finding: Finding) -> Sentence:
    """What takes the place of a conclusion where the data only describe."""
    return Sentence(sentence(_DESCRIBED.fill(name=name(finding.code))), finding.id, ("DESCRIBE",))


_BY = Bi("menurut {axis}", "by {axis}")
_OWN = Bi("Butir simpulan (peneliti): {claim} {basis}.", "Point of the conclusion (the researcher's): {claim} {basis}.")
_SUGGESTED = Bi(
    "Butir simpulan (usulan kalimat): {claim} {basis}.", "Point of the conclusion (suggested wording): {claim} {basis}."
)
_STATUS = Bi("status faktor menurut data: {status}", "status of the factor by the data: {status}")
_RESEARCHER = Bi("peneliti", "the researcher")
_WORD = Bi("peneliti, ditulis “{word}”", "the researcher, who wrote “{word}”")
_NO_LABEL = Bi("tidak ada, sebab sumber-sumbernya bertentangan", "none, since the sources contradict each other")
CONDITION = Bi(
    "pengaruhnya terhadap kinerja belum dinyatakan oleh sumber",
    "no source is marked as stating its effect on performance",
)
_PARTS_OTHERWISE = Bi(
    "usulan untuk keseluruhan bertumpu pada bukti, bukan pada kategori dari peneliti yang berbeda untuk bagiannya: "
    "{parts}",
    "the suggestion for the whole rests on the evidence, not on labels of the researcher that differ for its parts: "
    "{parts}",
)
_PART_OTHERWISE = Bi(
    "{name} (peneliti: {own}; usulan: {suggested})", "{name} (the researcher: {own}; suggested: {suggested})"
)
_SAME_LABEL = Bi("{head}: {own} ({whose}; sama dengan usulan)", "{head}: {own} ({whose}; as suggested)")
_OWN_LABEL = Bi(
    "{head}: {own} ({whose}); usulan: {suggested}; alasan peneliti: “{memo}”",
    "{head}: {own} ({whose}); suggested: {suggested}; the researcher's reason: “{memo}”",
)
_OWN_LABEL_BARE = Bi(
    "{head}: {own} ({whose}); usulan: {suggested}; alasannya belum ditulis",
    "{head}: {own} ({whose}); suggested: {suggested}; the reason is not written yet",
)
_ONLY_SUGGESTED = Bi(
    "{head}: {suggested} (usulan; peneliti yang menetapkan)", "{head}: {suggested} (suggested; the researcher decides)"
)
_CRITERION = Bi("kriteria: {criterion}", "criterion: {criterion}")
_SURE = {  # in prose, with reasons
    (False, True): Bi("{head}: {level}. Sebabnya: {why}", "{head}: {level}. Because: {why}"),
    (False, False): Bi("{head}: {level}", "{head}: {level}"),
    (True, True): Bi("{head} ini {level} karena {why}", "{head} is {level}, because {why}"),
    (True, False): Bi("{head} ini {level}", "{head} is {level}"),
}
_LIMITATION = Bi("keterbatasan: {limits}", "limitation: {limits}")
_PARTS = {
    "BLOCK": Bi("{names} belum dapat disimpulkan", "{names} cannot be concluded yet"),
    "QUALIFY": Bi("{names} hanya dapat dinyatakan dengan catatan", "{names} can be stated with reservations only"),
}
_CHECKED = Bi(
    "member check: {sent} pernyataan dikirim, {agreed} disetujui, {disputed} disengketakan, {blank} belum dijawab",
    "member check: {sent} statements sent, {agreed} agreed, {disputed} disputed, {blank} not answered",
)
_DESCRIBED = Bi("data tentang {name} dilaporkan apa adanya", "the data on {name} are reported as they are")
