"""What groups share and where they differ, in words: the two halves of the sentence on partial agreement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kualcode.analysis import words as shown
from kualcode.analysis.evidence import Axis
from kualcode.analysis.findings.finding import Finding
from kualcode.analysis.narrative.words import facet_name, group_name, joined, listed, name
from kualcode.analysis.triangulation.parents import GENERAL
from kualcode.analysis.verdicts import DIRECTIONAL, CodeVerdict, Group, Views
from kualcode.errors import Bi
from kualcode.model import Code, Codebook


def directional(verdict: CodeVerdict) -> list[Group]:
    """Groups that take a side."""
    return [group for group in verdict.groups if group.sign in DIRECTIONAL]


def same(finding: Finding, axis: Axis) -> Bi:
    """ "wawancara dan observasi sama-sama memuat penilaian negatif"."""
    groups = directional(finding.verdict)
    signs = {group.sign for group in groups}
    key = next(iter(signs)) if len(signs) == 1 else "POS" if "NEG" not in signs else "NEG"
    whole = "all" if len(signs) == 1 else "part"
    kind = "factor" if finding.code.kind == "factor" else "other"
    return _SAME[kind, whole, key].fill(groups=listed(group_name(axis, g.name) for g in groups))


def different(finding: Finding, axis: Axis, book: Codebook) -> Bi:
    """Everything in which the groups differ, as one list."""
    return listed(_differences(finding, axis, book))


def _differences(finding: Finding, axis: Axis, book: Codebook) -> Iterator[Bi]:
    verdict = finding.verdict
    groups = directional(verdict)
    if len({group.sign for group in groups}) > 1:
        yield _LEAN.fill(signs=leaning(finding, groups, axis, book))
    for facet in verdict.facet_clashes:
        view = next((view for view in verdict.views if view.facet == facet), Views(facet))
        yield opposed(finding.code, view, axis, against=_OPPOSED, apart=_ASPECT)
    if verdict.claim_clashes:
        yield _FIGURES
    alike = {group.name: group.sign for group in groups}
    for a, b in verdict.prominence_gaps:
        if a in alike and alike[a] == alike.get(b):  # it lowers an agreement; apart from that it is no difference
            yield _PROMINENCE.fill(groups=listed([group_name(axis, a), group_name(axis, b)]))
    if verdict.caps:
        yield _BELOW.fill(codes=listed(part_name(child, book) for child in verdict.caps))


def leaning(finding: Finding, groups: Iterable[Group], axis: Axis, book: Codebook) -> Bi:
    """ "wawancara negatif dan observasi campuran": each group by itself."""
    signs = ((group_name(axis, group.name), shown.sign(book, finding.code.id, group.sign)) for group in groups)
    return listed(joined(pair) for pair in signs)


def part_name(child: str, book: Codebook) -> Bi:
    """What lies below a code: a child by its name, or the statements on the code as a whole."""
    return GENERAL_NAME if child == GENERAL else name(book.by_id[child])


def opposed(code: Code, view: Views, axis: Axis, *, against: Bi, apart: Bi) -> Bi:
    """An aspect on which the groups differ: some against the others, or all apart where none is in the majority."""
    one, other = (listed(group_name(axis, group) for group in side) for side in (view.different, view.same))
    return (against if one.id and other.id else apart).fill(facet=facet_name(code, view.facet), one=one, other=other)


GENERAL_NAME = Bi("pernyataan umum", "general statements")
_LEAN = Bi("arah penilaian ({signs})", "which way they lean ({signs})")
_FIGURES = Bi("angka yang disebut", "the figures given")
_PROMINENCE = Bi("seberapa banyak hal ini dibicarakan ({groups})", "how much the matter is spoken of ({groups})")
_BELOW = Bi("bagian di bawahnya ({codes})", "what lies below it ({codes})")
_ASPECT = Bi("aspek {facet}", "the aspect of {facet}")
_OPPOSED = Bi("aspek {facet} ({one} berbeda dengan {other})", "the aspect of {facet} ({one} unlike {other})")
_SAME = {
    ("other", "all", "POS"): Bi("{groups} sama-sama positif", "{groups} alike lean to the positive"),
    ("other", "all", "NEG"): Bi("{groups} sama-sama negatif", "{groups} alike lean to the negative"),
    ("other", "all", "MIX"): Bi(
        "{groups} sama-sama memuat penilaian positif dan negatif", "{groups} alike hold positive and negative views"
    ),
    ("other", "part", "POS"): Bi("{groups} sama-sama memuat penilaian positif", "{groups} alike hold positive views"),
    ("other", "part", "NEG"): Bi("{groups} sama-sama memuat penilaian negatif", "{groups} alike hold negative views"),
    ("factor", "all", "POS"): Bi("{groups} sama-sama mendukung adanya faktor ini", "{groups} alike support the factor"),
    ("factor", "all", "NEG"): Bi("{groups} sama-sama membantah adanya faktor ini", "{groups} alike deny the factor"),
    ("factor", "all", "MIX"): Bi(
        "{groups} sama-sama memuat dukungan dan bantahan", "{groups} alike hold support and denial"
    ),
    ("factor", "part", "POS"): Bi("{groups} sama-sama memuat dukungan", "{groups} alike hold support"),
    ("factor", "part", "NEG"): Bi("{groups} sama-sama memuat bantahan", "{groups} alike hold denial"),
}
