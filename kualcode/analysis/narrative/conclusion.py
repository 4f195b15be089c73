"""Simpulan dan saran: the whole, an indicator a sentence, the factors, and the advice with what it answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kualcode.analysis import words as shown
from kualcode.analysis.findings.finding import Finding
from kualcode.analysis.findings.overall import Overall
from kualcode.analysis.narrative.claims import basis, claim, counts, standing
from kualcode.analysis.narrative.closing import children_named, described, figures_of, rules_of
from kualcode.analysis.narrative.groups import within
from kualcode.analysis.narrative.said import Part, Sentence, bullet, heading, paragraph
from kualcode.analysis.narrative.study import Study
from kualcode.analysis.narrative.words import AXES, NOTHING, clause, joined, listed, name, number, sentence
from kualcode.analysis.words import capital
from kualcode.errors import Bi
from kualcode.judgements import Recommendation, own_word
from kualcode.model import Code


def conclusion(study: Study, *, in_prose: bool) -> Iterator[Part]:
    """Simpulan: one paragraph on the whole, one sentence an indicator, and the factors by direction."""
    yield heading(1, _CONCLUSION)
    whole = list(_whole(study))
    yield from [paragraph(whole)] if in_prose else map(_point, whole)
    indicators = [_indicator(study, finding) for code in study.indicators if (finding := _stated(study, code))]
    yield from [paragraph(indicators)] if in_prose and indicators else map(_point, indicators)
    for code in study.groups:
        said = list(_factors(study, code))
        yield from [paragraph(said)] if in_prose and said else map(_point, said)


def _point(sentence: Sentence) -> Part:
    return bullet([sentence])


def _stated(study: Study, code: Code) -> Finding | None:
    finding = study.of(code.id)
    return None if finding is None or finding.blocked else finding


# ---------------------------------------------------------------- the whole
def _whole(study: Study) -> Iterator[Sentence]:
    """The label of the whole, whose it is, what it comes from, and what is left out of it."""
    found, own = study.overall, study.own_overall
    if own is not None:
        values = {"label": shown.label(study.book, own), "whose": _settled_by(study), "subject": _subject(study)}
        yield Sentence(_OWN_OVERALL.fill(**values), rules=("OVERALL researcher",))
    if found.label is not None:
        label = shown.label(study.book, found.label)
        frame = _ONLY_SUGGESTED if own is None else _AS_SUGGESTED if own == found.label else _SUGGESTED
        told = frame.fill(label=label, why=found.why(label), subject=_subject(study))
        yield Sentence(told, rules=("OVERALL", found.rule))
        yield Sentence(_LIST.fill(labels=_labels(study, found.labels), axis=AXES[study.axis]), rules=("OVERALL",))
    elif own is None:
        held, rest = len(found.labels), len(found.missing)
        told = _NO_OVERALL[found.rule].fill(n=number(held), of=number(held + rest))
        yield Sentence(
            told, rules=("OVERALL", found.rule), numbers=(("held", str(held)), ("indicators", str(held + rest)))
        )
    if own is not None or found.label is not None:
        yield _rests_on(found)
    for codes, frame in ((found.blocked, _BLOCKED), (found.unlabelled, _UNLABELLED)):
        if codes:
            yield Sentence(frame.fill(names=_names(study, codes)), rules=("OVERALL",))


def _subject(study: Study) -> Bi:
    """What was studied: by the title of the study where it has one."""
    return _TITLED.fill(title=within(study.title)) if study.title else _STUDIED


def _settled_by(study: Study) -> Bi:
    """Who set the label of the whole, with her own word where it is another."""
    word = own_word(study.judged.overall.label or "", study.book.label_scale)
    return _SET_IN_WORDS.fill(word=word) if word else _SET


def _rests_on(found: Overall) -> Sentence:
    """On how many of the indicators the whole rests, with a warning where they are fewer than half."""
    n, of = len(found.labels), len(found.labels) + len(found.blocked) + len(found.unlabelled)
    told = _RESTS.fill(n=number(n), of=number(of))
    numbers = (("indicators", str(of)), ("indicators with a label", str(n)))
    return Sentence(joined([told, _FEW]) if 2 * n < of else told, rules=("OVERALL",), numbers=numbers)


def _labels(study: Study, labels: Iterable[tuple[str, str]]) -> Bi:
    by_id = study.book.by_id
    return listed(joined([name(by_id[code]), shown.label(study.book, label)]) for code, label in labels)


def _names(study: Study, codes: Iterable[str]) -> Bi:
    return listed(name(study.book.by_id[code]) for code in codes)


# ---------------------------------------------------------------- indicators and factors
def _indicator(study: Study, finding: Finding) -> Sentence:
    """The claim of an indicator, with its main reservation."""
    if finding.verdict.gate == "DESCRIBE":
        return described(finding)
    told = joined([claim(finding, study.book), basis(finding, study.axis)])
    numbers = (*counts(finding), *figures_of(finding.verdict.gate_reasons))
    text = sentence(joined([told, _reservation(study, finding)], ""))
    return Sentence(text, finding.id, rules_of(finding), tuple(finding.evidence), numbers=numbers)


def _reservation(study: Study, finding: Finding) -> Bi:
    """What must be said first beside a claim: parts that are not there yet, else the gravest reason."""
    reasons = [reason for reason in finding.verdict.gate_reasons if reason.gate == "QUALIFY"]
    for gate, frame in (("BLOCK", _WITHOUT), ("QUALIFY", _WITH)):
        names = children_named(study.book, reasons, gate)
        if names:
            return frame.fill(names=listed(names))
    return _RESERVED.fill(reservation=clause(reasons[0].text)) if reasons else NOTHING


def _factors(study: Study, code: Code) -> Iterator[Sentence]:
    """Factors of one direction: those that are supported, those disputed, conditions only, and those denied."""
    parts = [study.of(code.id)] if code.kind == "factor" else list(study.parts(code.id))
    found = [finding for finding in parts if finding is not None and not finding.blocked]
    kind = _KINDS[code.direction or "hindering"]
    for status, frame in _FACTOR_FRAMES.items():
        held = [finding for finding in found if standing(finding) == status]
        if held:
            names = listed(name(finding.code) for finding in held)
            evidence = tuple(sorted({one for finding in held for one in finding.evidence}))
            told = sentence(frame.fill(kind=kind, names=names, axis=AXES[study.axis]))
            yield Sentence(told, ", ".join(finding.id for finding in held), (status,), evidence)
    blocked = [finding.code.id for finding in parts if finding is not None and finding.blocked]
    if blocked:
        yield Sentence(_FACTORS_BLOCKED.fill(names=_names(study, blocked)), rules=("BLOCK",))


# ---------------------------------------------------------------- advice
def advice(study: Study) -> Iterator[Part]:
    """Saran: each piece of advice with what it answers, and the hindrances that none answers."""
    yield heading(1, _ADVICE)
    for one in study.judged.recommendations:
        yield bullet([Sentence(_advised(study, one), ", ".join(_answered(study, one)), ("ADVICE", one.id))])
    if not study.judged.recommendations:
        yield bullet([Sentence(_NO_ADVICE, rules=("OPEN",))])
    bare = unanswered(study)
    if bare:
        told = _UNANSWERED.fill(names=listed(name(finding.code) for finding in bare))
        yield bullet([Sentence(told, ", ".join(finding.id for finding in bare), ("T6",))])
    loose = [one.id for one in study.judged.recommendations if not _answered(study, one)]
    if loose:
        yield bullet([Sentence(_LOOSE.fill(ids=", ".join(loose)), rules=("T6",))])


def unanswered(study: Study) -> list[Finding]:
    """Hindering factors at work to which no advice is given."""
    return [
        finding
        for finding in study.stated
        if finding.code.kind == "factor"
        and finding.code.direction == "hindering"
        and finding.verdict.status in ("supported", "disputed")
        and not finding.recommends
    ]


def _answered(study: Study, one: Recommendation) -> list[str]:
    """Findings that a piece of advice answers and that may be stated."""
    return [finding.id for finding in study.stated if one.id in finding.recommends]


def _advised(study: Study, one: Recommendation) -> Bi:
    names = [name(finding.code) for finding in study.stated if one.id in finding.recommends]
    action = clause(one.action) if one.to else capital(clause(one.action))
    values = {"id": one.id, "to": one.to or NOTHING, "action": action, "names": listed(names)}
    told = (_TO if one.to else _TO_NOBODY).fill(**values)
    return joined([told, _ANSWERS.fill(**values)]) if names else told


_CONCLUSION = Bi("Simpulan", "Conclusion")
_ADVICE = Bi("Saran", "Recommendations")
_KINDS = {"hindering": Bi("penghambat", "hindering"), "driving": Bi("pendorong", "driving")}
_STUDIED = Bi("yang diteliti", "what was studied")
_TITLED = Bi("yang diteliti (“{title}”)", "what was studied (“{title}”)")
_SET = Bi("ditetapkan peneliti", "set by the researcher")
_SET_IN_WORDS = Bi("ditetapkan peneliti, ditulis “{word}”", "set by the researcher, who wrote “{word}”")
_RESTS = Bi(
    "Simpulan ini bertumpu pada {n} dari {of} indikator.", "This conclusion rests on {n} of the {of} indicators."
)
_FEW = Bi(
    "Peringatan: kurang dari separuh indikator berkategori, sehingga simpulan ini belum mewakili keseluruhan.",
    "Warning: fewer than half of the indicators carry a label, so this does not stand for the whole yet.",
)
_OWN_OVERALL = Bi(
    "Secara keseluruhan, {subject} cenderung {label} ({whose}).",
    "As a whole, {subject} tends to be {label} ({whose}).",
)
_ONLY_SUGGESTED = Bi(
    "Secara keseluruhan, {subject} cenderung {label} (usulan; peneliti yang menetapkan), sebab {why}.",
    "As a whole, {subject} tends to be {label} (suggested; the researcher decides), since {why}.",
)
_AS_SUGGESTED = Bi(
    "Usulan dari kategori tiap indikator sama, sebab {why}.",
    "The labels of the indicators suggest the same, since {why}.",
)
_SUGGESTED = Bi(
    "Usulan dari kategori tiap indikator ialah {label}, sebab {why}; alasan perbedaannya perlu ditulis.",
    "The labels of the indicators suggest {label}, since {why}; the reason for the difference should be written.",
)
_LIST = Bi("Dasarnya, menurut {axis}: {labels}.", "It rests, by {axis}, on: {labels}.")
_NO_OVERALL = {
    "none": Bi(
        "Kategori keseluruhan belum dapat diusulkan karena belum ada indikator yang berkategori.",
        "No label can be suggested for the whole, since no indicator carries one yet.",
    ),
    "few": Bi(
        "Kategori keseluruhan belum dapat diusulkan karena baru {n} dari {of} indikator berkategori yang dapat "
        "dinyatakan.",
        "No label can be suggested for the whole, since only {n} of {of} indicators hold one that may be stated.",
    ),
}
_BLOCKED = Bi(
    "Tidak diikutkan karena belum dapat disimpulkan: {names}.", "Left out, as they cannot be concluded yet: {names}."
)
_UNLABELLED = Bi("Tidak diikutkan karena tidak berkategori: {names}.", "Left out, as they carry no label: {names}.")
_RESERVED = Bi(", dengan catatan: {reservation}", ", with this reservation: {reservation}")
_WITHOUT = Bi("; {names} belum dapat disimpulkan", "; {names} cannot be concluded yet")
_WITH = Bi(", dengan catatan pada {names}", ", with reservations on {names}")
_FACTOR_FRAMES = {
    "supported": Bi(
        "menurut {axis}, faktor {kind} yang terdukung ialah {names}",
        "by {axis}, the {kind} factors supported: {names}",
    ),
    "supported condition": Bi(
        "menurut {axis}, di antara faktor {kind}, yang ditemukan sebagai kondisi (belum ditandai bahwa sumbernya "
        "menyatakan pengaruhnya terhadap kinerja) ialah {names}",
        "by {axis}, among the {kind} factors, found as conditions (not marked yet as said to affect performance): "
        "{names}",
    ),
    "disputed": Bi(
        "menurut {axis}, faktor {kind} yang masih diperdebatkan ialah {names}",
        "by {axis}, the {kind} factors in dispute: {names}",
    ),
    "disputed condition": Bi(
        "menurut {axis}, di antara faktor {kind}, yang keberadaannya sebagai kondisi masih diperdebatkan ialah {names}",
        "by {axis}, among the {kind} factors, in dispute even as conditions: {names}",
    ),
    "refuted": Bi(
        "menurut {axis}, yang dibantah sebagai faktor {kind} ialah {names}",
        "by {axis}, denied as {kind} factors: {names}",
    ),
    "described": Bi(
        "yang hanya disebut, tanpa dukungan atau bantahan, ialah {names}",
        "only mentioned, with neither support nor denial: {names}",
    ),
}
_FACTORS_BLOCKED = Bi("Belum dapat disimpulkan: {names}.", "Cannot be concluded yet: {names}.")
_TO = Bi("{id}. Kepada {to}: {action}.", "{id}. To {to}: {action}.")
_TO_NOBODY = Bi("{id}. {action}.", "{id}. {action}.")
_ANSWERS = Bi("(Menjawab temuan tentang {names}.)", "(It answers the findings on {names}.)")
_NO_ADVICE = Bi(
    "Belum ada saran; tulis dalam temuan.yaml (saran), masing-masing dengan temuan yang dijawabnya.",
    "There is no advice yet; write it in temuan.yaml (recommendations), each with the findings it answers.",
)
_UNANSWERED = Bi(
    "Masih terbuka: faktor penghambat tanpa saran, yaitu {names}.",
    "Still open: hindering factors without advice, namely {names}.",
)
_LOOSE = Bi(
    "Masih terbuka: saran yang tidak menjawab temuan mana pun yang dapat dinyatakan, yaitu {ids}.",
    "Still open: advice that answers no finding that may be stated, namely {ids}.",
)
