"""The sentence on triangulation: what the groups of the axis say together, and which axis that is (method 5.2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kualcode.analysis import words as shown
from kualcode.analysis.evidence import Axis, Resolution
from kualcode.analysis.findings.finding import Finding
from kualcode.analysis.layouts.figures import about
from kualcode.analysis.narrative.claims import claim, is_own
from kualcode.analysis.narrative.differences import different, directional, same
from kualcode.analysis.narrative.figures import notable
from kualcode.analysis.narrative.said import Sentence
from kualcode.analysis.narrative.words import (
    AXES,
    NOTHING,
    facet_name,
    group_name,
    joined,
    listed,
    number,
    sentence,
    voices,
)
from kualcode.analysis.triangulation.voices import AGGREGATE
from kualcode.analysis.verdicts import DIRECTIONAL, Group, Sign
from kualcode.errors import Bi
from kualcode.model import Codebook
from kualcode.text import squash


def triangulation(finding: Finding, axis: Axis, book: Codebook, *, turn: int | None = None) -> Sentence:
    """The sentence for a finding that may be stated; `turn` chooses among openings that mean the same.

    Without a turn it has no opening, for a heading names the axis, and leaves the researcher's own claim to the point
    that follows.

    Shapes: AGREEMENT, PARTIAL, SILENCE, NEUTRAL_ONLY, and DISSONANCE where a resolution was written.
    """
    body = _BODIES[finding.verdict.verdict or "NO_DATA"](finding, axis, book)
    if turn is not None and is_own(finding) and finding.verdict.verdict in _ASIDE:
        body = joined([body, _CONCLUDES.fill(claim=claim(finding, book))], ". ")
    opening = NOTHING if turn is None else _OPENINGS[turn % len(_OPENINGS)].fill(axis=AXES[axis])
    verdict = finding.verdict
    return Sentence(
        sentence(joined([opening, body])),
        finding.id,
        tuple(dict.fromkeys((verdict.verdict or "", *(reason.id for reason in verdict.gate_reasons)))),
        tuple(finding.evidence),
        numbers=tuple((f"voices.{group.name}", str(len(group.voices))) for group in verdict.groups),
    )


def _agreement(finding: Finding, axis: Axis, book: Codebook) -> Bi:
    groups = directional(finding.verdict)
    names = [group_name(axis, group.name) for group in groups]
    rest = [silent(finding, [group], axis) for group in finding.verdict.groups if group not in groups]
    if is_own(finding):  # her sentence may say more than the groups do: what they lean to stands apart from it
        sign = shown.sign(book, finding.code.id, groups[0].sign)
        alike = (_ALIKE_ON_FACTOR if finding.code.kind == "factor" else _ALIKE).fill(groups=listed(names), sign=sign)
        return joined([alike, listed(rest)], "; ")
    parts = finding.verdict.k_parts
    if parts is not None and parts < finding.verdict.k:  # together they do, but on none of its parts
        told = _AGREE_OVER_PARTS.fill(groups=listed(names), claim=claim(finding, book), n=number(parts))
    else:
        frame = _AGREE_ALL if axis == "technique" and not rest else _AGREE
        told = frame[axis].fill(groups=listed(names), claim=claim(finding, book))
    return joined([told, listed(rest)], "; ") if rest else told


def silent(finding: Finding, groups: Sequence[Group], axis: Axis) -> Bi:
    """Why groups take no side, all for one reason: "tidak ada data dari observasi"."""
    names = listed(group_name(axis, group.name) for group in groups)
    return _SILENT[silence_of(finding, groups[0])].fill(group=names)


def nothing_said(finding: Finding, group: Group) -> Bi:
    """The same under a heading that names the group."""
    return _NOTHING_SAID[silence_of(finding, group)]


def silence_of(finding: Finding, group: Group) -> str:
    """Why a group takes no side, as a word; one that gives figures and nothing else is not without data."""
    if group.sign == "NEU":
        return "NEU"
    given = {technique for figure in finding.figures for technique in figure.fact.techniques}
    return "figures" if group.name in given else group.silence or "expected"


def noun(axis: Axis, group: Group) -> str:
    """Which kind of voices a group has, as a technique; those of role groups are informants."""
    return {"technique": group.name, "source": "interview"}.get(axis, "")


def counted(axis: Axis, group: Group) -> Bi:
    """How many speak: "tujuh informan"; many who were reported as one are told apart, for nobody counted them."""
    named = [voice for voice in group.voices if voice.key != AGGREGATE]
    told = [voices(noun(axis, group), len(named))] if named else []
    return listed([*told, *([_AGGREGATE] if len(named) < len(group.voices) else [])])


def _partial(finding: Finding, axis: Axis, book: Codebook) -> Bi:
    values = {"same": same(finding, axis), "different": different(finding, axis, book)}
    return (_PARTIAL if values["different"].id else _PARTIAL_ONLY).fill(**values)


def _silence(finding: Finding, axis: Axis, book: Codebook) -> Bi:
    group = directional(finding.verdict)[0]
    split = group.sign == "MIX"  # then nobody "supports" a claim: all who take a side are counted
    frame = _SILENCE_OWN if is_own(finding) else _SILENCE_MIXED if split else _SILENCE
    sign = shown.sign(book, finding.code.id, group.sign)
    return frame.fill(
        claim=claim(finding, book),
        group=group_name(axis, group.name),
        voices=_of_all(axis, group, _taking_sides(group) if split else _holding(group), _SIDED if split else sign),
        leaning=_leaning(axis, group, sign),
    )


def _leaning(axis: Axis, group: Group, sign: Bi) -> Bi:
    """How many speak and which way: "lima informan, empat di antaranya positif", "tiga informan, semuanya negatif"."""
    if group.sign == "MIX" or len(group.voices) == 1:
        return _LEANS.fill(all=counted(axis, group), what=sign)
    alike = len(_holding(group).voices) == len(group.voices)
    return _ALL.fill(all=counted(axis, group), what=sign) if alike else _of_all(axis, group, _holding(group), sign)


def _of_all(axis: Axis, group: Group, some: Group, what: Bi) -> Bi:
    """How many of all who speak: "lima informan, empat di antaranya positif"; of all of them "lima informan"."""
    if len(some.voices) == len(group.voices):
        return counted(axis, group)
    return _AMONG.fill(all=counted(axis, group), n=number(len(some.voices)), what=what)


def _taking_sides(group: Group) -> Group:
    """The group with those voices alone that take a side, whichever."""
    return replace(group, voices=tuple(voice for voice in group.voices if voice.sign in DIRECTIONAL))


def _holding(group: Group) -> Group:
    """The group with those voices alone that hold its side; who says the contrary or nothing does not support it."""
    return replace(group, voices=tuple(voice for voice in group.voices if voice.sign in (group.sign, "MIX")))


def _dissonance(finding: Finding, axis: Axis, book: Codebook) -> Bi:
    """Two sides that cannot both be the finding, and what the researcher decided."""
    sides = [_side(finding, axis, book, sign) for sign in ("POS", "NEG")]
    facets = listed(facet_name(finding.code, facet) for facet in finding.verdict.facet_clashes)
    about = Bi(" tentang {facets}", " on {facets}").fill(facets=facets) if facets.id else NOTHING
    decided = next((c.resolution for c in finding.contradictions if c.rule == "DISSONANCE" and c.resolution), None)
    open_ = shown.NOT_CONCLUDED if finding.blocked else _SETTLED_BELOW
    ending = resolution(decided) if decided else open_
    if not all(side.id for side in sides):
        return _LOWER.fill(decided=ending)
    return joined([_DISSONANCE.fill(one=sides[0], other=sides[1], about=about), ending], "; ")


def _side(finding: Finding, axis: Axis, book: Codebook, sign: Sign) -> Bi:
    """Groups of one side with the way they lean: "wawancara dan dokumentasi (positif)"."""
    groups = [group_name(axis, group.name) for group in finding.verdict.groups if group.sign == sign]
    return _SIDE.fill(groups=listed(groups), sign=shown.sign(book, finding.code.id, sign)) if groups else NOTHING


def _descriptive(finding: Finding, axis: Axis, book: Codebook) -> Bi:
    """Who mentions it; the figures themselves stand in sentences of their own."""
    groups = [group for group in finding.verdict.groups if group.voices]
    mentioned = _MENTIONED.fill(voices=listed(counted(axis, group) for group in groups))
    figures = [about(figure.claims[0]) for figure in notable(finding)]
    given = _COUNTED.fill(things=listed(dict.fromkeys(figures))) if figures else NOTHING
    return _DESCRIPTIVE.fill(facts=joined([mentioned, given], "; "))


def resolution(decided: Resolution) -> Bi:
    """What the researcher decided about a contradiction, with the reason as it was written, by whom and when.

    A decision that was written for another contradiction too is told there, and here only pointed to.
    """
    if decided.of:
        rule, _, target = decided.of.partition(":")
        return _DECIDED_WITH.fill(rule=rule, target=target)
    written = squash(decided.rationale)
    return _DECISIONS[decided.decision].fill(rationale=written, by=decided.by, date=decided.date)


_DECIDED_WITH = Bi("diputuskan bersama {rule} pada {target}", "decided together with {rule} on {target}")
_AGGREGATE = Bi("keterangan gabungan tanpa nama", "a joint account without names")
_OPENINGS = (
    Bi("Dalam {axis},", "In the {axis},"),
    Bi("Menurut {axis},", "By {axis},"),
    Bi("Bila dibandingkan melalui {axis},", "Set side by side in the {axis},"),
)
_AGREE_ALL = {
    "technique": Bi(
        "hasil {groups} sama-sama menunjukkan bahwa {claim}", "all three techniques ({groups}) agree that {claim}"
    )
}
_AGREE_OVER_PARTS = Bi(
    "hasil {groups}, dari bagian yang berlainan, menunjukkan bahwa {claim}; tiap bagiannya didukung paling banyak oleh "
    "{n} di antaranya",
    "{groups}, each on other parts, show that {claim}; no part of it is carried by more than {n} of them",
)
_AGREE = {
    "technique": Bi("hasil {groups} sama-sama menunjukkan bahwa {claim}", "{groups} agree that {claim}"),
    "source": Bi("{groups} sama-sama menyatakan bahwa {claim}", "{groups} agree that {claim}"),
    "time": Bi("{groups} sama-sama menunjukkan bahwa {claim}", "{groups} agree that {claim}"),
}
_SILENT = {
    "NEU": Bi("data dari {group} hanya deskriptif", "the data from {group} are descriptive only"),
    "expected": Bi("tidak ada data dari {group}", "no data come from {group}"),
    "surprising": Bi(
        "tidak ada data dari {group}, padahal pedomannya mencakup hal ini",
        "no data come from {group}, although the guide covers the matter",
    ),
    "figures": Bi(
        "data dari {group} hanya angka, tanpa pernyataan yang menilai",
        "the data from {group} are figures only, without a statement that takes a side",
    ),
    "not_asked": Bi("hal ini tidak tercakup dalam pedoman {group}", "the guide for {group} does not cover the matter"),
}
_NOTHING_SAID = {
    "expected": Bi("tidak ada data", "no data"),
    "surprising": Bi(
        "tidak ada data, padahal pedomannya mencakup hal ini", "no data, although the guide covers the matter"
    ),
    "figures": Bi(
        "datanya hanya angka, tanpa pernyataan yang menilai", "figures only, without a statement that takes a side"
    ),
    "not_asked": Bi("hal ini tidak tercakup dalam pedomannya", "the guide does not cover the matter"),
}
_PARTIAL = Bi(
    "temuan sebagian sejalan: {same}. Perbedaan terdapat pada {different}",
    "the findings agree in part: {same}. They differ in {different}",
)
_PARTIAL_ONLY = Bi("temuan sebagian sejalan: {same}", "the findings agree in part: {same}")
_SILENCE = Bi(
    "{claim}; hal ini hanya didukung oleh {group} ({voices}) sehingga belum tertriangulasi",
    "{claim}; this rests on {group} only ({voices}) and is not yet triangulated",
)
_SILENCE_MIXED = Bi(
    "{claim}; penilaian tentang hal ini hanya ada dalam {group} ({voices}) sehingga belum tertriangulasi",
    "{claim}; only {group} take a side ({voices}), so it is not yet triangulated",
)
_SILENCE_OWN = Bi(
    "penilaian hanya ada dalam {group} ({leaning}) sehingga belum tertriangulasi",
    "only {group} take a side ({leaning}), so it is not yet triangulated",
)
_AMONG = Bi("{all}, {n} di antaranya {what}", "{all}, {n} of them {what}")
_ALL, _LEANS = Bi("{all}, semuanya {what}", "{all}, all {what}"), Bi("{all}; {what}", "{all}; {what}")
_SIDED = Bi("menilai", "taking a side")
_ALIKE = Bi("penilaian dalam {groups} sama-sama {sign}", "the views in {groups} are alike: {sign}")
_ALIKE_ON_FACTOR = Bi("{groups} sama-sama {sign}", "{groups} say the same: {sign}")
_ASIDE = ("AGREEMENT", "SILENCE")  # where her own claim, which may say more than the groups do, stands apart from them
_CONCLUDES = Bi("Peneliti menyimpulkan bahwa {claim}", "The researcher concludes that {claim}")
_SIDE = Bi("{groups} ({sign})", "{groups} ({sign})")
_DISSONANCE = Bi(
    "terdapat pertentangan antara {one} dan {other}{about}", "there is a contradiction between {one} and {other}{about}"
)
_LOWER = Bi(
    "terdapat pertentangan pada bagian di bawahnya; {decided}",
    "there is a contradiction in what lies below it; {decided}",
)
_SETTLED_BELOW = Bi(
    "peneliti sudah memutuskannya pada bagian yang bersangkutan", "the researcher has settled it where it arose"
)
_DESCRIPTIVE = Bi("data bersifat deskriptif: {facts}", "the data are descriptive: {facts}")
_MENTIONED = Bi("{voices} menyebut hal ini", "{voices} mention it")
_COUNTED = Bi("angkanya tentang {things}", "figures are given on {things}")
_DECISIONS = {
    "prefer": Bi(
        "peneliti memilih salah satunya dengan alasan: “{rationale}” ({by}, {date})",
        "the researcher prefers one of them, for this reason: “{rationale}” ({by}, {date})",
    ),
    "both_true": Bi(
        "peneliti memandang keduanya benar karena sudut pandangnya berbeda: “{rationale}” ({by}, {date})",
        "the researcher holds both to be true, since the viewpoints differ: “{rationale}” ({by}, {date})",
    ),
    "split": Bi(
        "peneliti memisahkan keduanya dengan alasan: “{rationale}” ({by}, {date})",
        "the researcher tells the two apart, for this reason: “{rationale}” ({by}, {date})",
    ),
    "retract": Bi(
        "peneliti menarik pernyataan itu dengan alasan: “{rationale}” ({by}, {date})",
        "the researcher takes the statement back, for this reason: “{rationale}” ({by}, {date})",
    ),
}
_BODIES = {
    "AGREEMENT": _agreement,
    "PARTIAL": _partial,
    "SILENCE": _silence,
    "DISSONANCE": _dissonance,
    "NEUTRAL_ONLY": _descriptive,
}
