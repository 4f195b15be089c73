"""T6: hindrances without advice, advice without a finding. T9: advice that is itself named as a cause (method 1.6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from kualcode.analysis.drafts import lexicon
from kualcode.analysis.rules.factors import Listed, Said, hinders, listed, said, same
from kualcode.analysis.rules.flags import Flag
from kualcode.analysis.statements import FINDINGS, Advice, Cause, Statement, place, refs, where
from kualcode.errors import Bi
from kualcode.model import Codebook

_UNANSWERED = Bi(
    "Faktor penghambat “{item}” ({where}) tidak dijawab satu saran pun. Tambahkan saran untuknya, atau jelaskan "
    "mengapa tidak disarankan apa-apa.",
    "No recommendation answers the hindering factor “{item}” ({where}). Add one, or say why there is none.",
)
_UNFOUNDED = Bi(
    "Saran di {where} tidak bertumpu pada temuan mana pun. Sebutkan temuan yang dijawabnya, atau hapus.",
    "The recommendation in {where} rests on no finding. Name the finding that it answers, or remove it.",
)
_CAUSE = Bi(
    "Yang disarankan ({what}, {where}) juga disebut sebagai penyebab masalah ({cause}). Jelaskan bagaimana saran itu "
    "dijalankan tanpa menambah masalahnya, misalnya dengan penjadwalan.",
    "What is recommended ({what}, {where}) is also named as the cause of a problem ({cause}). Say how it can be done "
    "without adding to the problem, for instance by scheduling.",
)
_COUNTS = lexicon.entries("number")
_KNOWN = 2  # content words of a recommendation that stand in the findings
_EXCESS = frozenset(
    [
        "banyaknya",
        "seringnya",
        "padatnya",
        "terlalu",
        "sering",
        "banyak",
        "kegiatan",
        "adanya",
        "pelaksanaan",
        "mengikuti",
    ]
)


def t6(statements: Sequence[Statement], book: Codebook) -> list[Flag]:
    """A WARN for each hindering factor that no advice answers, and for advice that no finding bears.

    Nothing is said of a text without any recommendation: it may be one chapter.
    """
    given = [s for s in statements if s.section in ("conclusion", "recommendations") and s.advice is not None]
    if not given:
        return []
    return [*_unanswered(statements, given, book), *_unfounded(statements, given)]


def t9(statements: Sequence[Statement]) -> list[Flag]:
    """A WARN where there is to be more of what the findings name as a cause of delay, error or another problem."""
    causes = [(s, c) for s in statements if s.section in FINDINGS for c in s.causes if c.bare]
    found: dict[str, Flag] = {}
    for s in statements:
        if s.advice is None or s.section == "abstract":
            continue
        for root in s.advice.more:
            met = [(other, c) for other, c in causes if _names(c, root)]
            if met and root not in found:
                found[root] = _cause(s, s.advice.action, root, met)
                break
    return list(found.values())


# ---------------------------------------------------------------- T6
def _unanswered(statements: Sequence[Statement], given: Sequence[Statement], book: Codebook) -> Iterator[Flag]:
    hindering: list[Listed] = []
    for one in listed(statements, FINDINGS | {"conclusion"}):
        if hinders(one, book) and not any(same(one.item, other.item) for other in hindering):
            hindering.append(one)
    for one in hindering:
        if not any(s.advice and _answers(s.advice, s, one, statements) for s in given):
            targets = tuple(code for code in one.item.codes) or ("*",)
            shown = place(one.statement) if one.item.codes else f"{place(one.statement)} ({one.item.words.casefold()})"
            message = _UNANSWERED.fill(item=one.item.words, where=where([one.statement]))
            details = (("unanswered", one.item.words), *refs([one.statement]))
            yield Flag("T6", "WARN", targets, message, places=(shown,), details=details)


def _answers(advice: Advice, given: Statement, factor: Listed, statements: Sequence[Statement]) -> bool:
    """Whether advice is on a factor: by its code, its words, what stands beside it in the text, or its usual remedy."""
    if advice.general or not set(advice.answers).isdisjoint(factor.item.codes):
        return True
    roots = set(advice.roots)
    if not roots.union(given.roots).isdisjoint(factor.item.roots) or _detailed(roots, factor, statements):
        return True
    beside = next((s for s in statements if s.id == factor.statement.id), factor.statement)
    own = set(beside.roots) if len([i for e in beside.enumerations for i in e.items]) <= 1 else set()
    return not roots.isdisjoint(own) or any(
        not group.isdisjoint(roots) and not group.isdisjoint(factor.item.roots) for group in _groups("answer")
    )


def _detailed(roots: set[str], factor: Listed, statements: Sequence[Statement]) -> bool:
    """Whether advice is on what the results tell of a factor: "kekurangan tenaga ... karena bidan hanya tiga"."""
    told = [
        s
        for s in statements
        if s.section in FINDINGS and not s.cited and not set(factor.item.roots).isdisjoint(s.roots)
    ]
    single = [s for s in told if len([i for e in s.enumerations for i in e.items]) <= 1]
    return any(not (roots - _COUNTS).isdisjoint(s.roots) for s in single)


def _unfounded(statements: Sequence[Statement], given: Sequence[Statement]) -> Iterator[Flag]:
    """Advice of whose matter nothing stands in the findings, the conclusion or the introduction.

    A single word may be a remedy that only people recognise (a generator against power cuts), unless other advice
    answers what was found.
    """
    ground = [s for s in statements if s.section not in ("recommendations", "methods") and s.advice is None]
    text = said(ground)
    if not any(s.section in FINDINGS for s in ground):
        return
    loose = [s for s in given if s.advice and s.advice.objects and not _is_founded(s.advice, text)]
    loose = [s for s in loose if len(text.roots.intersection(s.roots)) < _KNOWN]
    for s in loose:
        if s.advice and (len(s.advice.objects) > 1 or len(loose) < len(given)):
            targets = tuple(s.advice.answers) or ("*",)
            details = (("unfounded", s.advice.action), *refs([s]))
            message = _UNFOUNDED.fill(where=where([s]))
            yield Flag("T6", "WARN", targets, message, places=(place(s),), details=details)


def _is_founded(advice: Advice, text: Said) -> bool:
    """Whether the findings speak of what is advised, or of what it is good for."""
    matter = set(advice.objects)
    near = any(not group.isdisjoint(matter) and not group.isdisjoint(text.roots) for group in _groups("answer"))
    return (
        advice.general
        or near
        or not text.roots.isdisjoint(matter)
        or not text.codes.isdisjoint((*advice.answers, *advice.serves))
    )


# ---------------------------------------------------------------- T9
def _names(cause: Cause, root: str) -> bool:
    """Whether a cause is the activity itself: of a known kind, or said to be much of it."""
    if root not in cause.roots:
        return False
    return root.startswith("*") or not _EXCESS.isdisjoint(cause.words.casefold().split())


def _cause(s: Statement, action: str, root: str, met: Sequence[tuple[Statement, Cause]]) -> Flag:
    others = [other for other, _ in met]
    message = _CAUSE.fill(what=f"“{action}”", where=where([s]), cause=where(others))
    places = tuple(dict.fromkeys(place(one) for one in (s, *others)))
    details = (("action", root.removeprefix("*")), *refs([s, *others]))
    return Flag("T9", "WARN", ("*",), message, places=places, details=details)


@cache
def _groups(kind: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(line.split()) for line in sorted(lexicon.entries(kind)))
