"""What holds for every study: order, splitting, neutral voices, refusals, withdrawals, and that no path lifts BLOCK."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any, TypeVar

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from seed_fixture import seed
from triangulation_values import book, case, flag, reason_ids, removed, rows

from kualcode.analysis.evidence import AXES, Case, Claim, Evidence, Judgement, NegativeCase, Resolution
from kualcode.analysis.rules.flags import RESOLVABLE, Flag
from kualcode.analysis.triangulation.algorithm import judge, triangulate, weigh
from kualcode.analysis.triangulation.axes import gating
from kualcode.analysis.triangulation.confidence import LEVELS, level
from kualcode.analysis.triangulation.ledger import Ledger
from kualcode.analysis.triangulation.pairs import NO_DIFFERENCES, verdict
from kualcode.analysis.triangulation.voices import voice_of
from kualcode.analysis.verdicts import DIRECTIONAL, CodeVerdict, Triangulation
from kualcode.language.numbers import parse

_T = TypeVar("_T")
CODES = ("X", "P", "A", "B", "F", "FH")
WHY = "Perbedaan dibahas dengan kedua pihak; keduanya benar menurut sudut pandangnya."
DESIGNS: tuple[tuple[str, ...], ...] = ((), ("sumber",), ("waktu",))
QUANTITIES = [parse(said)[0] for said in ("10 orang", "10-15 orang", "20 orang", "sekitar 12 orang")]

EVIDENCE: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "source_type": st.sampled_from(
            ["interview"] * 3 + ["observation", "documentation"] * 2 + ["pooled", "unattributed"]
        ),
        "code": st.sampled_from(CODES),
        "stance": st.sampled_from(["positive", "negative", "mixed", "neutral"]),
        "doc_id": st.sampled_from(["d1", "d2"]),
        "turn": st.sampled_from(["", "1", "2"]),
        "facet": st.sampled_from([None, "f", "g"]),
        "strength": st.integers(1, 3),
        "status": st.sampled_from(["accepted"] * 8 + ["disputed", "suggested"]),
        "causal": st.sampled_from(["none", "stated"]),
        "informant": st.sampled_from(["I-1", "I-2", "I-3", "I-4", None]),
        "session_id": st.sampled_from(["O-1", "O-2"]),
        "doc_family": st.sampled_from(["D-1", "D-2"]),
        "role_group": st.sampled_from(["staf", "pimpinan", None]),
        "date": st.sampled_from(["2024-01-01", "2024-02-01", None]),
        "aggregate": st.sampled_from([False] * 5 + [True]),
        "consent": st.sampled_from(["declared"] * 6 + ["unrecorded", "refused"]),
        "member_check": st.sampled_from([None] * 6 + ["agreed", "overdue", "disputed"]),
        "quote_found": st.sampled_from([True] * 9 + [False]),
    }
)
FLAGS = st.lists(
    st.builds(
        Flag,
        st.sampled_from(["N1", "N5", "T1", "T3", "T5", "T7", "M1"]),
        st.sampled_from(["BLOCK", "WARN"]),
        st.sampled_from([("X",), ("A",), ("P",), ("A", "X"), ("F",), ("*",)]),
        st.just(flag("N1").message),
    ),
    max_size=4,
)


@st.composite
def studies(draw: st.DrawFn) -> Case:
    """Any small study: evidence of every kind, figures, an instrument, a design."""
    evidence = tuple(
        Evidence(id=f"E-{at:02}", **fields) for at, fields in enumerate(draw(st.lists(EVIDENCE, max_size=16)))
    )
    claims = tuple(
        Claim(f"CL-{one.id}", one.id, draw(st.sampled_from(QUANTITIES)), "tamu")
        for one in evidence
        if draw(st.booleans())
    )
    return Case(
        book=book(),
        evidence=evidence,
        claims=claims,
        voices=draw(st.sampled_from([None, {"interview": 4, "observation": 8, "documentation": 12}])),
        asked=draw(st.sampled_from([{}, {"interview": frozenset({"A", "X"}), "observation": frozenset({"P"})}])),
        design=draw(st.sampled_from(DESIGNS)),
    )


def gated(study: Case, flags: list[Flag] | tuple[Flag, ...] = ()) -> Triangulation:
    """The table of the axis that gates."""
    return triangulate(study, gating(study.design), flags)


def essence(row: CodeVerdict | None) -> object:
    """All of a verdict but the ids of evidence and the counts of them in texts."""
    if row is None:
        return None
    groups = [(g.name, g.sign, [(v.key, v.sign, v.positive, v.negative) for v in g.voices]) for g in row.groups]
    ids = [[one.id for one in reasons] for reasons in (row.gate_reasons, row.reasons)]
    kept = (row.code, row.verdict, row.label, row.status, row.gate, row.confidence, row.caps, row.condition_only)
    return kept, groups, ids, row.views, row.facet_clashes, row.claim_clashes, row.camps, essence(row.general)


# ---------------------------------------------------------------- order
def shuffled(study: Case, seed_: int) -> Case:
    """The same study in another order, whatever has one."""
    rng = random.Random(seed_)

    def mixed(rows: tuple[_T, ...]) -> tuple[_T, ...]:
        return tuple(rng.sample(rows, len(rows)))

    return replace(
        study,
        evidence=mixed(study.evidence),
        claims=mixed(study.claims),
        resolutions=mixed(study.resolutions),
        negative_cases=mixed(study.negative_cases),
        judgements=mixed(study.judgements),
    )


def test_five_hundred_shuffles_change_no_byte() -> None:
    held = seed()
    written = tuple(Resolution(rule, "KUAL.HAS", "prefer", WHY, "R1", "2024-05-01") for rule in ("N1", "N2"))
    study = replace(held.case, resolutions=written, judgements=held.paper)
    study = replace(study, voices={"interview": 3, "observation": 3, "documentation": 3})
    first = repr(triangulate(study, flags=held.flags))
    for at in range(500):
        flags = random.Random(at).sample(held.flags, len(held.flags))
        assert repr(triangulate(shuffled(study, at), flags=flags)) == first


@settings(max_examples=60, deadline=None)
@given(studies(), FLAGS, st.integers(), st.sampled_from(AXES))
def test_order_changes_nothing_on_any_axis(study: Case, flags: list[Flag], at: int, axis: Any) -> None:
    again = triangulate(shuffled(study, at), axis, flags[::-1])
    assert repr(again) == repr(triangulate(study, axis, flags))


@settings(max_examples=60, deadline=None)
@given(studies(), FLAGS)
def test_judging_again_changes_nothing(study: Case, flags: list[Flag]) -> None:
    found = gated(study, flags)
    assert judge(found, study, flags) == found
    assert gated(study, flags) == found


# ---------------------------------------------------------------- what does not count
@settings(max_examples=120, deadline=None)
@given(studies(), FLAGS, st.data())
def test_a_neutral_quote_changes_no_verdict_label_or_gate(study: Case, flags: list[Flag], data: st.DataObject) -> None:
    """On a code with directional evidence; from a named source, without a claim, consent declared."""
    leaning = sorted({one.code for one in study.evidence if one.counts and one.stance != "neutral"})
    assume(leaning)
    quote = Evidence(
        id="N-0",
        code=data.draw(st.sampled_from(leaning)),
        stance="neutral",
        source_type=data.draw(st.sampled_from(["interview", "observation", "documentation"])),
        turn="9",
        facet=data.draw(st.sampled_from([None, "f", "baru"])),
        informant=data.draw(st.sampled_from(["I-1", "I-9"])),
        session_id="O-9",
        doc_family=data.draw(st.sampled_from(["D-1", "D-9"])),
        role_group=data.draw(st.sampled_from([None, "staf", "warga"])),
        date=data.draw(st.sampled_from([None, "2024-01-01", "2024-09-09"])),
    )
    more = replace(study, evidence=(*study.evidence, quote))
    for axis in AXES:
        pairs = zip(triangulate(study, axis, flags).codes, triangulate(more, axis, flags).codes, strict=True)
        for before, after in pairs:
            assert (before.verdict, before.label, before.status, before.gate) == (
                after.verdict,
                after.label,
                after.status,
                after.gate,
            )


@settings(max_examples=60, deadline=None)
@given(studies(), FLAGS, st.data())
def test_splitting_a_coding_within_its_turn_changes_nothing(
    study: Case, flags: list[Flag], data: st.DataObject
) -> None:
    whole = [one for one in study.evidence if one.turn]
    assume(whole)
    one = data.draw(st.sampled_from(whole))
    split = replace(study, evidence=(*study.evidence, replace(one, id=f"{one.id}b", start=one.start + 1)))
    for axis in AXES:
        before, after = triangulate(study, axis, flags), triangulate(split, axis, flags)
        assert list(map(essence, before.codes)) == list(map(essence, after.codes))


@settings(max_examples=60, deadline=None)
@given(studies(), FLAGS, st.sampled_from(["I-1", "I-2"]), st.sampled_from(["refused", "withdrawn"]))
def test_refusing_is_as_if_never_asked(study: Case, flags: list[Flag], who: str, consent: str) -> None:
    closed = tuple(replace(one, consent=consent) if one.informant == who else one for one in study.evidence)
    for axis in AXES:
        gone = removed(study, informant=who)
        assert triangulate(replace(study, evidence=closed), axis, flags) == triangulate(gone, axis, flags)


@pytest.mark.parametrize("documents", range(1, 10))
def test_documents_of_one_informant_are_one_voice(documents: int) -> None:
    row = triangulate(case(" ".join(["I1+"] * documents))).of("X")
    assert (len(row.groups[0].voices), row.verdict, row.gate, row.confidence) == (1, "SILENCE", "BLOCK", "VERY_LOW")


# ---------------------------------------------------------------- withdrawing
@settings(max_examples=120, deadline=None)
@given(studies(), FLAGS, st.data())
def test_withdrawing_a_voice_raises_confidence_only_for_a_reason_shown(
    study: Case, flags: list[Flag], data: st.DataObject
) -> None:
    """What this means: the level is nothing but HIGH less what the listed reasons cost (and capped where one says so).

    So where a code is more certain without a voice, a reason that was listed for it is gone or costs less, and a
    comparison of the two lists names it: the contradiction in which the voice stood, the one informant too few that
    it was, the rule. A level never rises while the reasons stay as they were.
    """
    voices = sorted({voice for one in study.evidence if (voice := voice_of(one))})
    assume(voices)
    gone = data.draw(st.sampled_from(voices))
    kept = tuple(one for one in study.evidence if voice_of(one) != gone)
    before, after = gated(study, flags), gated(replace(study, evidence=kept), flags)
    for was, now in zip(before.codes, after.codes, strict=True):
        assert was.confidence is None or level(was.reasons) == was.confidence
        if was.confidence and now.confidence and LEVELS.index(now.confidence) > LEVELS.index(was.confidence):
            dearer = {one.id: (one.cost, one.caps) for one in was.reasons}
            left = {one.id: (one.cost, one.caps) for one in now.reasons}
            lifted = [name for name, price in dearer.items() if left.get(name, (0, False)) < price]
            assert lifted
            assert reason_ids(was) != reason_ids(now)


def test_a_withdrawn_voice_to_the_contrary_raises_the_level_and_its_reason_goes() -> None:
    study = case("I1+ I2+ I3+ I4+ I5- O1+ D1+")
    without = removed(study, informant="I-5")
    was, now = triangulate(study).of("X"), triangulate(without).of("X")
    assert (was.confidence, reason_ids(was)) == ("MODERATE", ["deviant unexplained"])
    assert (now.confidence, reason_ids(now)) == ("HIGH", [])


# ---------------------------------------------------------------- no way round the gate
WRITTEN = st.lists(
    st.builds(
        Resolution,
        st.sampled_from([*sorted(RESOLVABLE), "T5", "QUOTE", "NO_DATA", "SILENCE"]),
        st.sampled_from(CODES),
        st.sampled_from(["prefer", "both_true", "split", "retract"]),
        st.sampled_from([WHY, "pendek"]),
        st.just("R1"),
        st.just("2024-05-01"),
    ),
    max_size=8,
)
NEGATIVE = st.lists(
    st.builds(NegativeCase, st.sampled_from(CODES), st.sampled_from(["I-1", "I-2", "O-1", "D-1"]), st.just("Alasan.")),
    max_size=6,
)
JUDGED = st.lists(
    st.builds(
        Judgement,
        st.sampled_from(CODES),
        st.sampled_from([None, "baik", "tidak baik"]),
        memo=st.sampled_from(["", "Memo."]),
    ),
    max_size=4,
)


@settings(max_examples=120, deadline=None)
@given(studies(), FLAGS, WRITTEN, NEGATIVE, JUDGED, st.booleans())
def test_no_path_lifts_block_to_emit(
    study: Case,
    flags: list[Flag],
    written: list[Resolution],
    negative: list[NegativeCase],
    judged: list[Judgement],
    everything: bool,
) -> None:
    """Whatever is written, what was BLOCK is BLOCK, QUALIFY, or DESCRIBE where nothing appraises; never EMIT."""
    if everything:
        targets = [*CODES, *(one.id for one in flags)]
        written = [Resolution(r, t, "prefer", WHY, "R1", "2024-05-01") for r in sorted(RESOLVABLE) for t in targets]
    done = replace(study, resolutions=tuple(written), negative_cases=tuple(negative), judgements=tuple(judged))
    for was, now in zip(gated(study, flags).codes, gated(done, flags).codes, strict=True):
        if was.gate == "BLOCK":
            assert now.gate in ({"BLOCK", "QUALIFY"} if now.verdict != "NEUTRAL_ONLY" else {"BLOCK", "DESCRIBE"})
        if was.verdict in ("NO_DATA", "UNATTRIBUTED"):
            assert now.gate == "BLOCK"
        assert now.verdict == was.verdict


@settings(max_examples=60, deadline=None)
@given(studies(), FLAGS)
def test_one_group_alone_is_never_stated_without_reservation(study: Case, flags: list[Flag]) -> None:
    for row in gated(study, flags).codes:
        assert row.k > 1 or row.gate != "EMIT"


# ---------------------------------------------------------------- one view of pairs and of the whole
@settings(max_examples=60, deadline=None)
@given(studies())
def test_the_verdict_on_a_code_is_that_of_its_pairs(study: Case) -> None:
    """Step 6 read from the listed pairs, for codes without children."""
    for row in weigh(study).codes:
        sides = {group.name for group in row.groups if group.sign in DIRECTIONAL}
        between = {pair for x, y, pair in row.pairs if {x, y} <= sides}
        if row.code in ("X", "A", "B", "F") and row.k >= 2:
            worst = next((one for one in ("DISSONANCE", "PARTIAL") if one in between), "AGREEMENT")
            assert row.verdict == worst


@given(st.lists(st.sampled_from(["POS", "NEG", "MIX", "NEU", "SIL"]), min_size=3, max_size=3))
def test_no_verdict_depends_on_which_technique_it_is(signs: list[Any]) -> None:
    found = {
        verdict(dict(zip("abc", order, strict=True)), Ledger(), NO_DIFFERENCES, 2) for order in (signs, signs[::-1])
    }
    assert len(found) == 1


def test_an_empty_case_has_no_data_for_every_code_on_every_axis() -> None:
    empty = Case(book=seed().case.book, evidence=())
    for axis in AXES:
        for row in triangulate(empty, axis).codes:
            assert row.verdict == (None if row.code in ("FH", "FD") else "NO_DATA")
            assert row.confidence is None and row.label is None
    assert {row.gate for row in triangulate(empty).codes} == {"BLOCK", None}


def test_the_same_study_gives_the_same_bytes_twice() -> None:
    study = case(evidence=[*rows("I1+ I2- O1~ D1+/f U+"), *rows("I1+/f O1-/f", "A"), *rows("P+", "P")])
    assert repr(triangulate(study)) == repr(triangulate(study))
