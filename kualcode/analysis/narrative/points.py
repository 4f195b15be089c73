"""The points of a section beside what its groups say: views, contradictions, negative cases, camps, causes."""

from __future__ import annotations

from collections.abc import Iterator

from kualcode.analysis import words as shown
from kualcode.analysis.evidence import Axis
from kualcode.analysis.findings.finding import Contradiction, Finding, Negative
from kualcode.analysis.layouts.quotes import who
from kualcode.analysis.narrative.differences import opposed
from kualcode.analysis.narrative.groups import lean
from kualcode.analysis.narrative.said import Sentence
from kualcode.analysis.narrative.study import Study
from kualcode.analysis.narrative.verdicts import resolution
from kualcode.analysis.narrative.words import clause, facet_name, group_name, joined, listed, name, plain, sentence
from kualcode.analysis.verdicts import DIRECTIONAL
from kualcode.errors import Bi


# ---------------------------------------------------------------- same, different, specific (Sugiyono)
def views(finding: Finding, axis: Axis) -> Iterator[Sentence]:
    """Aspects on which the groups say the same, the opposite, or of which one alone speaks."""
    found = finding.verdict.views
    same = [v.facet for v in found if len(v.same) > 1 and not v.different]
    apart = [v for v in found if v.different]
    alone: dict[str, list[str]] = {}
    for view in found:
        if view.specific is not None:
            alone.setdefault(view.specific, []).append(view.facet)
    if same:
        yield _view(finding, _SAME.fill(facets=_facets(finding, same)))
    for view in apart:
        yield _view(finding, opposed(finding.code, view, axis, against=_DIFFERENT, apart=_APART))
    if len(finding.verdict.groups) - sum(g.sign == "SIL" for g in finding.verdict.groups) > 1:
        for group, facets in alone.items():
            values = {"facets": _facets(finding, facets), "group": group_name(axis, group)}
            yield _view(finding, _SPECIFIC.fill(**values))


def _view(finding: Finding, text: Bi) -> Sentence:
    return Sentence(sentence(text), finding.id, ("VIEWS",))


def _facets(finding: Finding, facets: list[str]) -> Bi:
    return listed(facet_name(finding.code, facet) for facet in facets)


# ---------------------------------------------------------------- what does not fit
def contradiction(finding: Finding, found: Contradiction) -> Sentence:
    """What a rule found, and the resolution that was written about it, as it was written."""
    told = sentence(found.message)
    if found.resolution is not None:
        told = joined([told, sentence(resolution(found.resolution))])
    return Sentence(told, finding.id, (found.rule,), found.evidence)


def negative(finding: Finding, case: Negative, axis: Axis) -> Sentence:
    """ "Berbeda dengan informan lain, I-04 (unsur staf) menyatakan bahwa ... Menurut peneliti, ..." """
    told = _NEGATIVE.fill(
        others=_others(finding, case, axis), voice=voice_name(finding, case), gist=_gist(finding, case)
    )
    hers = [_EXPLAINS.fill(explanation=clause(case.explanation))] if case.explanation.id else []
    text = joined(sentence(part) for part in (told, *hers, *([_REVISED] if case.revised else [])))
    return Sentence(text, finding.id, ("DEVIANT",), case.voice.evidence)


def voice_name(finding: Finding, case: Negative) -> Bi:
    """Who speaks: "I-04 (unsur staf)"; a session or document by its name."""
    first = next((finding.evidence[one] for one in case.voice.evidence if one in finding.evidence), None)
    if first is None:
        return Bi(case.voice.key, case.voice.key)
    if first.source_type == "interview" and first.role_group and not first.aggregate:
        group = shown.role_group(first.role_group)
        return Bi(f"{case.voice.key} ({group.id})", f"{case.voice.key} ({group.en})")
    return _NAMED[first.source_type].fill(who=who(first)) if first.source_type in _NAMED else who(first)


def _others(finding: Finding, case: Negative, axis: Axis) -> Bi:
    """From whom a voice differs: the others of its group, or the other groups where its whole group says the same."""
    group = next((one for one in finding.verdict.groups if one.name == case.group), None)
    sides = {voice.sign for voice in group.voices if voice.sign in DIRECTIONAL} if group else set()
    if sides == {case.voice.sign}:
        return _OTHER_GROUPS[axis]
    return _OTHERS.get(case.group if axis == "technique" else "interview", _OTHERS["interview"])


_OTHER_GROUPS: dict[Axis, Bi] = {
    "technique": Bi("teknik lain", "the other techniques"),
    "source": Bi("kelompok peran lain", "the other role groups"),
    "time": Bi("kurun waktu lain", "the other stretches of time"),
}


def _gist(finding: Finding, case: Negative) -> Bi:
    if case.gist.id:
        return _SAYS.fill(gist=clause(case.gist))
    spoken = case.voice.technique in (None, "interview")
    kind = "factor" if finding.code.kind == "factor" else "said" if spoken else "shown"
    return _OPPOSITE[kind, case.voice.sign]


# ---------------------------------------------------------------- camps and causes
def camps(finding: Finding) -> Sentence | None:
    """Both sides by name where no view prevails; None where one does."""
    found = finding.verdict.camps
    if not all(found.get(side) for side in ("POS", "NEG")):
        return None
    told = _CAMPS.fill(
        **{side: plain(dict.fromkeys(found[side])) for side in ("POS", "NEG")},
        pos=lean(finding, "POS"),
        neg=lean(finding, "NEG"),
    )
    return Sentence(sentence(told), finding.id, ("CAMPS",))


def causes(study: Study, finding: Finding) -> Sentence | None:
    """Factors that were named as its cause in the same passage, or of a factor what it was said to cause."""
    others = [other for code in finding.explains if (other := study.of(code)) and not other.blocked]
    if not others:
        return None
    frame = _CAUSE_OF if finding.code.kind == "factor" else _CAUSED_BY
    told = frame.fill(names=listed(name(other.code) for other in others))
    return Sentence(sentence(told), finding.id, ("CAUSAL stated",))


_CAMPS = Bi(
    "tidak ada pandangan yang menonjol ({pos}: {POS}; {neg}: {NEG})", "no view prevails ({pos}: {POS}; {neg}: {NEG})"
)
_CAUSED_BY = Bi("yang disebut sebagai penyebabnya ialah {names}", "named as its cause: {names}")
_CAUSE_OF = Bi("disebut sebagai penyebab dalam hal {names}", "named as a cause in the matter of {names}")
_SAME = Bi("pandangan yang sama: {facets}", "the same view: {facets}")
_DIFFERENT = Bi(
    "pandangan yang berbeda: {facet} ({one} berbeda dengan {other})",
    "different views: {facet} ({one} unlike {other})",
)
_APART = Bi("pandangan yang berbeda: {facet} (antara {one})", "different views: {facet} (among {one})")
_SPECIFIC = Bi("hanya muncul dalam {group}: {facets}", "found in {group} only: {facets}")
_OTHERS = {
    "interview": Bi("informan lain", "other informants"),
    "observation": Bi("catatan observasi lain", "other observation records"),
    "documentation": Bi("dokumen lain", "other documents"),
}
_NEGATIVE = Bi("berbeda dengan {others}, {voice} {gist}", "unlike {others}, {voice} {gist}")
_NAMED = {
    "observation": Bi("hasil observasi {who}", "observation {who}"),
    "documentation": Bi("dokumen {who}", "document {who}"),
}
_EXPLAINS = Bi("menurut peneliti, {explanation}", "according to the researcher, {explanation}")
_SAYS = Bi("menyatakan bahwa {gist}", "says that {gist}")
_OPPOSITE = {
    ("said", "POS"): Bi("menilainya secara positif", "judges it positively"),
    ("said", "NEG"): Bi("menilainya secara negatif", "judges it negatively"),
    ("shown", "POS"): Bi("menunjukkan keadaan sebaliknya, yaitu positif", "shows the opposite, which is positive"),
    ("shown", "NEG"): Bi("menunjukkan keadaan sebaliknya, yaitu negatif", "shows the opposite, which is negative"),
    ("factor", "POS"): Bi("mendukung adanya faktor ini", "supports the factor"),
    ("factor", "NEG"): Bi("membantah adanya faktor ini", "denies the factor"),
}
_REVISED = Bi("pernyataan temuan sudah disesuaikan karenanya", "the claim was revised because of it")
