"""Codes weighed one by one: a leaf by its evidence, a parent by its children (method 1.4, steps 1 to 10 and 12)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kualcode.analysis.evidence import Axis, Case, Evidence, Thresholds
from kualcode.analysis.triangulation import labels, pairs, views
from kualcode.analysis.triangulation.axes import Frame, frame, gating
from kualcode.analysis.triangulation.figures_at_odds import Names, at_odds
from kualcode.analysis.triangulation.ledger import Ledger, by_code, ledger, merged
from kualcode.analysis.triangulation.pairs import NO_DIFFERENCES, Differences
from kualcode.analysis.triangulation.parents import GENERAL, above, below, capped, children, combine, heir
from kualcode.analysis.triangulation.same_sources import known, same_sources
from kualcode.analysis.triangulation.thresholds import FEWEST_GROUPS
from kualcode.analysis.triangulation.voices import voice_of
from kualcode.analysis.verdicts import CodeVerdict, Group, SameSource, Sign, Verdict
from kualcode.model import Code


@dataclass(frozen=True, slots=True)
class Study:
    """What is the same for every code of a run."""

    case: Case
    frame: Frame
    limits: Thresholds
    gates: bool
    rows: Mapping[str, list[Evidence]]
    claims: Mapping[str, Mapping[Names, tuple[str, ...]]]
    family: Mapping[str, Sequence[Code]]
    recode: Mapping[str, tuple[str, ...]]  # evidence of retired codes, on these and on those that take their place
    same_sources: bool  # whether anything but an interview says whom it is of
    heard: frozenset[str]  # groups that say anything at all; not filled where no instrument is known
    brief: bool = False  # only stances and verdicts are wanted

    @property
    def least(self) -> int:
        """How many groups must take a side before they can agree; `min_source_types` is about techniques."""
        return max(FEWEST_GROUPS, self.limits.min_source_types if self.frame.axis == "technique" else 0)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A verdict, and the ledger on which its parent goes on."""

    verdict: CodeVerdict
    book: Ledger


@dataclass(frozen=True, slots=True)
class _Stand:
    """Where the groups stand on a code, and what that comes to."""

    signs: Mapping[str, Sign]
    verdict: Verdict
    differences: Differences = NO_DIFFERENCES


def study(case: Case, axis: Axis, limits: Thresholds) -> Study:
    """A case made ready for one axis."""
    made = frame(case, axis)
    heard = {made.place(one) for one in case.evidence if one.counts and voice_of(one)} if case.asked else set()
    rows = by_code(case)
    return Study(
        case=case,
        frame=made,
        limits=limits,
        gates=axis == gating(case.design),
        rows=rows,
        claims=at_odds(case, made),
        family=children(case.book),
        recode=_recode(case, rows),
        same_sources=axis == "technique" and known(case.evidence),
        heard=frozenset(name for name in heard if name),
    )


def _recode(case: Case, rows: Mapping[str, list[Evidence]]) -> dict[str, tuple[str, ...]]:
    """What is accepted under a retired code, by that code and by the one to which it belongs; ids in their order."""
    found: dict[str, set[str]] = {}
    for code in case.book.codes:
        if code.retired is not None:
            ids = {one.id for one in rows.get(code.id, ()) if one.counts}
            for name in {code.id, heir(case.book, code) or code.id} if ids else ():
                found.setdefault(name, set()).update(ids)
    return {name: tuple(sorted(ids)) for name, ids in found.items()}


def torn(case: Case, axis: Axis, limits: Thresholds, rows: Mapping[str, list[Evidence]]) -> list[str]:
    """Codes in dissonance on an axis, in the order of the codebook; figures and facets make none."""
    run = Study(
        case=replace(case, voices=None, asked={}),
        frame=frame(case, axis),
        limits=limits,
        gates=False,
        rows=rows,
        claims={},
        family=children(case.book),
        recode={},
        same_sources=False,
        heard=frozenset(),
        brief=True,
    )
    return [row.code for row in weigh_all(run) if row.verdict == "DISSONANCE"]


def weigh_all(run: Study) -> list[CodeVerdict]:
    """Every code, in the order of the codebook."""
    found: dict[str, Weighed] = {}
    for code in run.case.book.codes:
        _assess(run, code, found)
    return [found[code.id].verdict for code in run.case.book.codes]


def _assess(run: Study, code: Code, found: dict[str, Weighed]) -> None:
    """A code, after all of its children."""
    if code.id in found:
        return
    offspring = run.family.get(code.id, ())
    for child in offspring:
        _assess(run, child, found)
    rows = () if code.retired is not None else run.rows.get(code.id, ())
    own = ledger(rows, run.frame, run.limits, brief=run.brief)
    if code.kind == "factor_group":
        found[code.id] = Weighed(_group_of_factors(run, code, own), own)
    elif offspring:
        found[code.id] = _parent(run, code, own, [found[child.id] for child in offspring])
    else:
        found[code.id] = Weighed(_leaf(run, code, own), own)


def _group_of_factors(run: Study, code: Code, own: Ledger) -> CodeVerdict:
    """It lists its factors and has no verdict; what was coded to the group itself has no place in a table of them."""
    rows = () if code.retired is not None else run.rows.get(code.id, ())
    counted = (one.id for one in rows if one.counts)
    recode = run.recode.get(code.id, ())
    return CodeVerdict(code.id, None, (), unplaced=tuple(counted), disputed=tuple(own.disputed), recode=recode)


def _leaf(run: Study, code: Code, book: Ledger) -> CodeVerdict:
    """A code by its own evidence alone (steps 1 to 6)."""
    names = run.frame.names
    signs = pairs.signs(book.leanings, names, run.limits)
    facets = pairs.facet_signs(book, names, run.limits)
    differences = Differences(pairs.facet_clashes(facets), run.claims.get(code.id, {}), _gaps(run, book))
    verdict = pairs.verdict(signs, book, differences, run.least)
    row = _row(run, code, book, _Stand(signs, verdict, differences))
    return replace(row, views=views.views(facets, [facet.id for facet in code.facets]))


def _parent(run: Study, code: Code, own: Ledger, offspring: Sequence[Weighed]) -> Weighed:
    """A code by its children, its own evidence being one more of them (step 7)."""
    parts = [one.verdict for one in offspring]
    general = replace(_leaf(run, code, own), code=GENERAL)
    if general.verdict != "NO_DATA":
        parts.append(general)
    signs = {name: combine([part.groups[at].sign for part in parts]) for at, name in enumerate(run.frame.names)}
    book = merged([*(one.book for one in offspring), own], run.limits)
    verdict, caps = capped(pairs.verdict(signs, book, NO_DIFFERENCES, run.least), parts)
    row = replace(_row(run, code, book, _Stand(signs, verdict)), caps=caps)
    return Weighed(_with_own(row, general) if general in parts else row, book)


def _with_own(row: CodeVerdict, general: CodeVerdict) -> CodeVerdict:
    """The parent's own evidence, and what it says of facets and figures, of which its children know nothing."""
    return replace(
        row,
        general=general,
        views=general.views,
        facet_clashes=general.facet_clashes,
        claim_clashes=general.claim_clashes,
        prominence_gaps=general.prominence_gaps,
    )


def _row(run: Study, code: Code, book: Ledger, stand: _Stand) -> CodeVerdict:
    """Everything that follows from where the groups stand (steps 8, 10 and 12)."""
    if run.brief:
        return CodeVerdict(code.id, stand.verdict, tuple(Group(name, sign) for name, sign in stand.signs.items()))
    side = views.overall(stand.signs.values())
    groups = tuple(_group(run, code, name, sign, book) for name, sign in stand.signs.items())
    camps = views.camps(groups, side)
    return _named(
        run,
        code,
        book,
        side,
        CodeVerdict(
            code=code.id,
            verdict=stand.verdict,
            groups=groups,
            unattributed=tuple(sorted(book.loose)),
            pairs=pairs.pairs(stand.signs, stand.differences),
            facet_clashes=tuple(stand.differences.facets),
            claim_clashes=tuple(sorted({one for ids in stand.differences.claims.values() for one in ids})),
            prominence_gaps=stand.differences.prominence,
            deviant=views.deviant(groups, side),
            camps={sign: tuple(voice.key for voice in voices) for sign, voices in camps.items()},
            camp_voices=camps,
            disputed=tuple(sorted(book.disputed)),
            unplaced=tuple(sorted(book.unplaced)),
            recode=run.recode.get(code.id, ()),
            same_source=_same_sources(run, code),
        ),
    )


def _named(run: Study, code: Code, book: Ledger, side: Sign, row: CodeVerdict) -> CodeVerdict:
    """With a label, or for a factor a status and whether it is only a condition; on the axis that gates."""
    if code.kind == "factor":
        told = code.retired is None and any(one.counts for one in run.rows.get(code.id, ()))
        return replace(row, status=labels.status(side, row), condition_only=told and not book.stated)
    if not run.gates:
        return row
    signs = {group.name: group.sign for group in row.groups}
    label = labels.label(run.case.book.label_scale, signs, book, row.verdict)
    return replace(row, label=label, label_note=labels.note(run.frame.axis, row))


def _group(run: Study, code: Code, name: str, sign: Sign, book: Ledger) -> Group:
    """One column of the row: its voices, and of a silent one why it is silent."""
    spoken = tuple(voice for _, voice in sorted(book.voices.get(name, {}).items()))
    if sign != "SIL" or not run.case.asked:
        return Group(name, sign, spoken)
    codes = [code.id, *below(run.family, code.id)]
    why = views.silence(name, codes, above(run.case.book, code.id), run.case.asked, name in run.heard)
    return Group(name, sign, spoken, why)


def _same_sources(run: Study, code: Code) -> tuple[SameSource, ...]:
    """Informants whom two or more techniques know, on the code and below it."""
    if not run.same_sources or code.retired is not None:
        return ()
    codes = (code.id, *below(run.family, code.id))
    return same_sources([one for name in codes for one in run.rows.get(name, ())], run.limits.voice_dominance)


def _gaps(run: Study, book: Ledger) -> tuple[Names, ...]:
    """Techniques of unlike prominence; on the other axes it is not tested."""
    if run.frame.axis != "technique":
        return ()
    return pairs.prominence_gaps({name: book.speaking(name) for name in run.frame.names}, run.case, run.limits)
