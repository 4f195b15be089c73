"""What may be stated and how surely: gates, confidence, and what a researcher's writing can and cannot lift."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from triangulation_values import case, flag, gate_ids, on_x, reason_ids, rows

from kualcode.analysis.evidence import Case, Judgement, NegativeCase, Resolution
from kualcode.analysis.rules.flags import RESOLVABLE, Flag
from kualcode.analysis.triangulation.algorithm import triangulate
from kualcode.analysis.verdicts import CodeVerdict
from kualcode.errors import Bi

FULL = "I1+ I2+ I3+ O1+ D1+"
WHY = "Perbedaan dibahas dengan kedua pihak; keduanya benar menurut sudut pandangnya."


def judged(line: str, *flags: Flag, first: dict[str, Any] | None = None, **more: Any) -> CodeVerdict:
    """What is made of X; `first` changes the first piece of evidence."""
    evidence = rows(line)
    if first:
        evidence[0] = replace(evidence[0], **first)
    return triangulate(case(evidence=evidence, **more), flags=flags).of("X")


def resolution(rule: str, target: str = "X", why: str = WHY) -> Resolution:
    return Resolution(rule, target, "both_true", why, "R1", "2024-05-01")


# ---------------------------------------------------------------- evidence
@pytest.mark.parametrize(
    ("first", "gate", "why"),
    [
        ({"quote_found": False}, "BLOCK", "QUOTE"),
        ({"consent": "unrecorded"}, "QUALIFY", "CONSENT"),
        ({"consent": None}, "EMIT", None),
        ({"consent": "recorded"}, "EMIT", None),
        ({"member_check": "overdue"}, "QUALIFY", "MEMBER CHECK overdue"),
        ({"member_check": "disputed"}, "QUALIFY", "MEMBER CHECK disputed"),
        ({"member_check": "agreed"}, "EMIT", None),
    ],
)
def test_what_is_amiss_with_the_evidence(first: dict[str, Any], gate: str, why: str | None) -> None:
    row = judged(FULL, first=first)
    assert (row.gate, gate_ids(row)) == (gate, [why] if why else [])
    assert row.confidence == "HIGH"


@pytest.mark.parametrize(
    ("line", "gate", "why"),
    [
        ("", "BLOCK", ["NO_DATA"]),
        ("U+", "BLOCK", ["UNATTRIBUTED"]),
        ("I1+ O1-", "BLOCK", ["DISSONANCE"]),
        ("I1+", "BLOCK", ["1 of 2 voices", "SILENCE"]),
        ("I1+ I20", "BLOCK", ["1 of 2 voices", "SILENCE"]),  # a neutral voice takes no side
        ("I1+ I2~", "QUALIFY", ["SILENCE"]),
        ("I1+ I2+ O1~", "QUALIFY", ["PARTIAL"]),
        ("I1+/f O1-/f I1+/g I1+ O1+/g O1+", "QUALIFY", ["PARTIAL", "FACET"]),
        ("I10", "DESCRIBE", ["NEUTRAL_ONLY"]),
        ("I10 U0", "DESCRIBE", ["NEUTRAL_ONLY", "unattributed beside attributed"]),
        ("I1+ O1+", "EMIT", []),
    ],
)
def test_gates_by_verdict(line: str, gate: str, why: list[str]) -> None:
    row = on_x(line)
    assert (row.gate, gate_ids(row)) == (gate, why)
    assert [one.id for one in row.gate_reasons if one.gate == "BLOCK"] == ([why[0]] if gate == "BLOCK" else [])


def test_reasons_are_said_in_both_languages() -> None:
    row = judged("I1+", flag("N1", "X"))
    assert [one.text for one in row.gate_reasons] == [
        Bi("Suara yang menilai: 1; paling sedikit 2.", "Voices that take a side: 1; at least 2 are needed."),
        Bi("N1: Pesan.", "N1: Message."),
        Bi(
            "Yang memuat penilaian hanya 1 teknik; belum tertriangulasi.",
            "A side is taken by 1 of the techniques only; not yet triangulated.",
        ),
    ]
    assert row.reasons[0].text == Bi("1 dari 3 teknik memuat penilaian.", "A side is taken by 1 of 3 techniques.")


# ---------------------------------------------------------------- rules
def test_flags_gate_the_codes_they_touch() -> None:
    assert judged(FULL, flag("N1", "X")).gate == "BLOCK"
    assert judged(FULL, flag("N4", "X", severity="WARN")).gate == "QUALIFY"
    assert judged(FULL, flag("N1", "F")).gate == "EMIT"


def test_what_is_of_the_study_as_a_whole_gates_no_code() -> None:
    found = triangulate(case(FULL), flags=[flag("T1", "*"), flag("M1", "X", severity="WARN"), flag("M1", "*")])
    assert found.of("X").gate == "EMIT"
    assert [one.rule for one in found.flags] == ["M1", "M1", "T1"]
    assert [one.rule for one in found.of("X").flags] == ["M1"]


def test_a_rule_costs_one_point_however_often_it_fires_and_t7_none() -> None:
    warned = judged(FULL, flag("N3", "X", severity="WARN"), flag("T4", "X", severity="WARN"), flag("N1", "X"))
    assert (warned.confidence, reason_ids(warned)) == ("MODERATE", ["N1, N3, T4"])
    pooled = judged(FULL, flag("T7", "X", severity="WARN"))
    assert (pooled.confidence, pooled.gate) == ("HIGH", "QUALIFY")


def test_describing_only_is_blocked_by_contradictory_figures_too() -> None:
    row = judged("I10 D10", flag("N5", "X"))
    assert (row.verdict, row.gate) == ("NEUTRAL_ONLY", "BLOCK")
    row = judged("I10 D10", flag("N5", "X"), resolutions=(resolution("N5"),))
    assert (row.gate, gate_ids(row)) == ("DESCRIBE", ["NEUTRAL_ONLY", "N5 resolved"])


# ---------------------------------------------------------------- resolutions
@pytest.mark.parametrize("rule", sorted(RESOLVABLE - {"DISSONANCE", "LABEL"}))
def test_a_written_rationale_lowers_a_contradiction_to_a_reservation(rule: str) -> None:
    fired = flag(rule, "X", "A")
    for target in ("X", fired.id):
        row = judged(FULL, fired, resolutions=(resolution(rule, target),))
        assert (row.gate, gate_ids(row)) == ("QUALIFY", [f"{rule} resolved"])
        assert row.confidence == "MODERATE"  # it is resolved, not gone


def test_what_a_resolution_must_be() -> None:
    fired = flag("N1", "X")
    too_short = "x" * 39
    padded = "x" * 20 + " " * 30 + "x" * 15
    for bad in (
        resolution("N1", why=too_short),
        resolution("N1", why=padded),
        resolution("N2"),  # another rule
        resolution("N1", "A"),  # another code
        resolution("N1", flag("N1", "A").id),
    ):
        assert judged(FULL, fired, resolutions=(bad,)).gate == "BLOCK"
    assert judged(FULL, fired, resolutions=(resolution("N1", why="x" * 40),)).gate == "QUALIFY"


def test_a_resolution_on_one_code_leaves_the_other_blocked() -> None:
    study = case(evidence=[*rows(FULL), *rows(FULL, "F")], resolutions=(resolution("N1", "X"),))
    found = triangulate(study, flags=[flag("N1", "X", "F")])
    assert (found.of("X").gate, found.of("F").gate) == ("QUALIFY", "BLOCK")


@pytest.mark.parametrize("rule", ["T5", "N8", "QUOTE", "NO_DATA", "UNATTRIBUTED", "SILENCE"])
def test_what_only_evidence_lifts(rule: str) -> None:
    assert judged(FULL, flag(rule, "X"), resolutions=(resolution(rule),)).gate == "BLOCK"
    for line in ("", "U+", "I1+"):
        assert judged(line, resolutions=(resolution(rule),)).gate == "BLOCK"
    assert judged(FULL, first={"quote_found": False}, resolutions=(resolution(rule),)).gate == "BLOCK"


def test_dissonance_resolved_stays_dissonance() -> None:
    row = judged("I1+ I2+ I3+ O1-", resolutions=(resolution("DISSONANCE"),))
    assert (row.verdict, row.gate, row.confidence, row.label) == ("DISSONANCE", "QUALIFY", "VERY_LOW", None)
    assert gate_ids(row) == ["DISSONANCE resolved"]


# ---------------------------------------------------------------- voices to the contrary
def test_a_deviant_voice_needs_an_explanation() -> None:
    line = "I1+ I2+ I3+ I4+ I5- O1+ D1+"
    told = NegativeCase("X", "I-5", "Ia baru dua bulan bertugas di bagian ini.")
    row = judged(line, negative_cases=(told,))
    assert (row.gate, row.confidence, len(row.deviant)) == ("EMIT", "HIGH", 1)
    for bad in (replace(told, explanation="  "), replace(told, voice="I-4"), replace(told, code="F")):
        row = judged(line, negative_cases=(bad,))
        assert (row.gate, row.confidence) == ("QUALIFY", "MODERATE")


def test_camps_cost_nothing() -> None:
    """Where no side prevails there is nobody to explain away."""
    row = on_x("I1+ I2+ I3- I4- I50 O1~ D1~")
    assert (row.deviant, row.camps) == ((), {"POS": ("I-1", "I-2"), "NEG": ("I-3", "I-4")})
    assert (row.verdict, row.gate, row.confidence) == ("AGREEMENT", "EMIT", "HIGH")
    assert on_x("I1+ I2+").camps == {}
    assert on_x("I10").camps == {}


# ---------------------------------------------------------------- the researcher's label
@pytest.mark.parametrize(
    ("label", "memo", "gate", "why"),
    [
        ("baik", "", "EMIT", []),
        ("Sudah  Baik", "", "EMIT", []),  # an alias
        ("cukup baik", "", "QUALIFY", ["LABEL without memo"]),
        ("cukup baik", " ", "QUALIFY", ["LABEL without memo"]),
        ("cukup", "Laporan triwulan menunjukkan beban yang naik.", "EMIT", []),
        ("kurang baik", "Laporan triwulan menunjukkan beban yang naik.", "BLOCK", ["LABEL"]),
        ("buruk", "", "BLOCK", ["LABEL"]),
        ("istimewa", "", "QUALIFY", ["LABEL not on the scale"]),
        (None, "", "EMIT", []),
        ("", "", "EMIT", []),
    ],
)
def test_distance_of_the_researchers_label(label: str | None, memo: str, gate: str, why: list[str]) -> None:
    row = judged(FULL, judgements=(Judgement("X", label, memo=memo),))
    assert (row.gate, gate_ids(row)) == (gate, why)
    assert (row.label, row.confidence) == ("baik", "HIGH")  # the suggestion is kept apart


def test_a_label_two_steps_away_is_resolved_in_writing() -> None:
    row = judged(FULL, judgements=(Judgement("X", "kurang baik"),), resolutions=(resolution("LABEL"),))
    assert (row.gate, gate_ids(row)) == ("QUALIFY", ["LABEL resolved"])


def test_a_resolution_of_a_label_one_step_away_is_neither_needed_nor_enough() -> None:
    said: dict[str, Any] = {"resolutions": (resolution("LABEL"),)}
    assert gate_ids(judged(FULL, judgements=(Judgement("X", "cukup baik", memo="Beban naik."),), **said)) == []
    assert gate_ids(judged(FULL, judgements=(Judgement("X", "cukup baik"),), **said)) == ["LABEL without memo"]


def test_a_label_where_none_can_be_suggested() -> None:
    mine = (Judgement("X", "baik"),)
    assert gate_ids(judged("I10", judgements=mine)) == ["NEUTRAL_ONLY", "LABEL without appraisal"]
    assert gate_ids(judged("I1+ O1-", judgements=mine, resolutions=(resolution("DISSONANCE"),))) == [
        "DISSONANCE resolved",
        "LABEL of one side",  # both are true, and the label holds one of them
    ]
    middle = (Judgement("X", "cukup baik"),)
    assert gate_ids(judged("I1+ O1-", judgements=middle, resolutions=(resolution("DISSONANCE"),))) == [
        "DISSONANCE resolved"  # the resolution is where the label comes from
    ]


def test_factors_take_no_label_of_the_researcher_either() -> None:
    study = case(evidence=rows(FULL, "F"), judgements=(Judgement("F", "buruk"),))
    assert triangulate(study).of("F").gate == "EMIT"


# ---------------------------------------------------------------- confidence
@pytest.mark.parametrize(
    ("line", "level", "why"),
    [
        (FULL, "HIGH", []),
        ("I1+ I2+ I3+ O1+", "MODERATE", ["2 of 3 techniques"]),
        ("I1+ I2+ O1+ D1+", "MODERATE", ["2 of 3 informants"]),
        ("I1+ I2+ I30 O1+ D1+", "HIGH", []),  # all who speak of it are counted, as in the table
        ("O1+ D1+", "MODERATE", ["2 of 3 techniques"]),  # no interview at all is not too few
        ("I1+ I2~ I3+ O1~ D1+", "MODERATE", ["PARTIAL"]),
        ("I1+ I2+ I3+ O1+ D1-", "VERY_LOW", ["DISSONANCE", "deviant unexplained"]),
        ("I1+ D1-", "VERY_LOW", ["2 of 3 techniques", "DISSONANCE", "1 of 3 informants"]),
    ],
)
def test_confidence(line: str, level: str, why: list[str]) -> None:
    row = on_x(line)
    assert (row.confidence, reason_ids(row)) == (level, why)


def test_a_contradiction_takes_two_points() -> None:
    told = (NegativeCase("X", "D-1", "Dokumen itu ditulis sebelum aturan berubah."),)
    row = judged("I1+ I2+ I3+ O1+ D1-", negative_cases=told)
    assert (reason_ids(row), row.confidence, row.gate) == (["DISSONANCE"], "LOW", "BLOCK")


def test_hearsay_alone_takes_a_point() -> None:
    weak = [replace(one, strength=1) for one in rows(FULL)]
    row = triangulate(case(evidence=weak)).of("X")
    assert (reason_ids(row), row.confidence) == (["no strength above 1"], "MODERATE")
    strong_but_unnamed = [*weak, replace(rows("U+")[0], id="u", strength=3)]
    assert reason_ids(triangulate(case(evidence=strong_but_unnamed)).of("X")) == ["no strength above 1"]
    assert reason_ids(judged(FULL, first={"strength": 3})) == []


def test_strength_never_changes_a_stance() -> None:
    study = case("I1+ I2+ I3- I4- O1+")
    strong = [replace(one, strength=3 if one.stance == "negative" else 1) for one in study.evidence]
    assert triangulate(Case(study.book, tuple(strong))).of("X").groups == triangulate(study).of("X").groups


def test_consent_that_is_not_recorded_below_a_descriptive_child_qualifies_the_parent() -> None:
    evidence = [*rows("I1+ I2+ I3+ O1+ D1+", "A"), *rows("I40", "B")]
    known = triangulate(case(evidence=evidence)).of("P")
    assert known.gate == "EMIT"
    hidden = [replace(one, consent="unrecorded") if one.code == "B" else one for one in evidence]
    assert triangulate(case(evidence=hidden)).of("P").gate == "QUALIFY"


def test_reservations_on_descriptive_evidence_are_passed_up() -> None:
    full = rows("I1+ I2+ I3+ O1+ D1+", "A")
    loose = triangulate(case(evidence=[*full, *rows("I40 U0", "B")])).of("P")
    assert (loose.gate, gate_ids(loose)) == ("QUALIFY", ["unattributed beside attributed on B"])
    contested = [replace(rows("I40", "B")[0], member_check="disputed")]
    assert triangulate(case(evidence=[*full, *contested])).of("P").gate == "QUALIFY"


def test_a_resolution_below_does_not_cover_an_opposition_that_it_was_not_about() -> None:
    evidence = [*rows("I1+ I2+ O1-", "A"), *rows("D1- D2-", "B")]
    settled_below = triangulate(case(evidence=evidence, resolutions=(resolution("DISSONANCE", "A"),)))
    assert settled_below.of("A").gate == "QUALIFY"
    assert settled_below.of("P").gate == "BLOCK"  # interview against documents was never resolved


def test_a_case_explained_on_a_child_clears_the_parent_only_where_the_voice_deviates_there() -> None:
    evidence = [*rows("I1+ I2+ I3+ O1+ D1+", "A"), *rows("I1+ I2+ I3+ I9- O1+ D1+", "B")]
    other = triangulate(case(evidence=evidence, negative_cases=(NegativeCase("A", "I-9", "Ia baru pindah."),)))
    own = triangulate(case(evidence=evidence, negative_cases=(NegativeCase("B", "I-9", "Ia baru pindah."),)))
    assert "deviant unexplained" in gate_ids(other.of("P"))
    assert "deviant unexplained" not in gate_ids(own.of("P"))


def test_a_finding_that_the_researcher_retracts_stays_blocked_and_says_so() -> None:
    back = replace(resolution("DISSONANCE"), decision="retract")
    row = judged("I1+ I2+ O1-", resolutions=(back,))
    assert (row.gate, gate_ids(row)) == ("BLOCK", ["DISSONANCE retracted"])
    assert judged("I1+ I2+ O1-", resolutions=(resolution("DISSONANCE"),)).gate == "QUALIFY"
