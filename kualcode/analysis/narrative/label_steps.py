"""How a suggested label came about, with its numbers: the steps of analysis.labels.label in words (method 1.4, 8)."""

from __future__ import annotations

from collections.abc import Iterator

from kualcode.analysis import words as shown
from kualcode.analysis.evidence import TECHNIQUES, Evidence
from kualcode.analysis.findings.finding import Finding
from kualcode.analysis.layouts.quotes import sheet
from kualcode.analysis.narrative.differences import directional
from kualcode.analysis.narrative.study import Study
from kualcode.analysis.narrative.words import group_name, joined, listed, number, plain
from kualcode.analysis.triangulation.labels import ordered
from kualcode.analysis.triangulation.voices import directional as speaking
from kualcode.analysis.verdicts import Group, Sign
from kualcode.errors import Bi

_SHOWN = 6  # voices that a sentence names


def label_steps(study: Study, finding: Finding) -> Iterator[Bi]:
    """The steps, each behind the name of what is suggested: *Kategori*, or *Arah temuan* without a criterion."""
    head = shown.label_heading(study.book, [finding.code.id])
    return (joined([head, step], ": ") for step in _steps(study, finding))


def _steps(study: Study, finding: Finding) -> Iterator[Bi]:
    """Whether all groups are on one side, what keeps it from the outer position, and else the count U > k - U."""
    verdict, scale = finding.verdict, ordered(study.book.label_scale)
    groups = directional(verdict)
    if finding.code.kind == "factor" or not scale or not groups:
        return
    if verdict.label is None:
        yield _NONE
        return
    held = {group.sign for group in groups}
    if held <= {"POS"} or held <= {"NEG"}:
        side: Sign = "POS" if held == {"POS"} else "NEG"
        outer = scale[0 if side == "POS" else -1].id
        yield _ONE_SIDE.fill(groups=_names(study, groups), sign=shown.SIGNS[side])
        other = _other_side(finding, side)
        if not other:
            yield _OUTER.fill(label=shown.label(study.book, outer), other=_OTHER[side])
            return
        yield _KEPT.fill(
            label=shown.label(study.book, outer), other=_OTHER[side], n=number(len(other)), who=_who(other)
        )
    yield _counted(study, finding, groups)


def _counted(study: Study, finding: Finding, groups: list[Group]) -> Bi:
    """The count of groups that lean to the good; a tie goes to the cautious side."""
    good, k = [group for group in groups if _leans_well(group)], len(groups)
    values = {
        "u": len(good),
        "k": k,
        "rest": k - len(good),
        "label": shown.label(study.book, finding.verdict.label or ""),
    }
    named = _NAMED.fill(groups=_names(study, good)) if good else Bi("", "")
    return (_MORE if len(good) > k - len(good) else _NOT_MORE).fill(named=named, **values)


def _leans_well(group: Group) -> bool:
    """For, or mixed with more of its voices leaning for than not."""
    voices = speaking(group.voices)
    leaning = sum(voice.positive > voice.negative for voice in voices)
    return group.sign == "POS" or (group.sign == "MIX" and leaning > len(voices) - leaning)


def _other_side(finding: Finding, side: Sign) -> list[Evidence]:
    """Evidence of a technique that is on the other side, or on both."""
    against = ("negative", "mixed") if side == "POS" else ("positive", "mixed")
    return [one for one in finding.evidence.values() if one.source_type in TECHNIQUES and one.stance in against]


def _who(evidence: list[Evidence]) -> Bi:
    names = sorted({sheet(one) for one in evidence})
    rest = [_REST.fill(n=number(len(names) - _SHOWN))] if len(names) > _SHOWN else []
    return listed([*(plain([name]) for name in names[:_SHOWN]), *rest])


def _names(study: Study, groups: list[Group]) -> Bi:
    return listed(group_name(study.axis, group.name) for group in groups)


_NONE = Bi(
    "tidak diusulkan, sebab kelompok yang dibandingkan bertentangan",
    "none is suggested, since the groups compared contradict one another",
)
_ONE_SIDE = Bi("semua yang menilai berarah {sign} ({groups})", "all that take a side are {sign} ({groups})")
_OTHER: dict[Sign, Bi] = {
    "POS": Bi("negatif atau campuran", "negative or mixed"),
    "NEG": Bi("positif atau campuran", "positive or mixed"),
}
_OUTER = Bi(
    "tidak ada pernyataan yang {other}, sehingga usulannya posisi terluar, {label}",
    "no statement is {other}, so the outer position is suggested, {label}",
)
_KEPT = Bi(
    "ada {n} pernyataan {other} ({who}), sehingga bukan posisi terluar ({label})",
    "statements that are {other} ({who}) keep it from the outer position ({label}); there are {n}",
)
_MORE = Bi(
    "U = {u}{named} dari k = {k}; U > k - U, yaitu {u} > {rest}; usulannya {label}",
    "U = {u}{named} of k = {k}; U > k - U, that is {u} > {rest}; {label} is suggested",
)
_NOT_MORE = Bi(
    "U = {u}{named} dari k = {k}; U tidak lebih dari k - U, yaitu {u} <= {rest}; usulannya {label}",
    "U = {u}{named} of k = {k}; U is not more than k - U, that is {u} <= {rest}; {label} is suggested",
)
_NAMED = Bi(" yang condong positif ({groups})", " that lean to the positive ({groups})")
_REST = Bi("{n} lainnya", "{n} others")
