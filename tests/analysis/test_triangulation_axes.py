"""Three axes, one function: techniques, role groups, stretches of time; and which of them decides."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from triangulation_values import book, case, gate_ids, on_x, reason_ids, rows, signs

from kualcode.analysis.evidence import Axis, Evidence, NegativeCase
from kualcode.analysis.triangulation.algorithm import judge, triangulate, weigh
from kualcode.analysis.triangulation.axes import gating
from kualcode.analysis.triangulation.pairs import PAIRS_SHOWN


def told(line: str, **by: str) -> list[Evidence]:
    """Evidence whose informants have role groups or dates: told("I1+ I2-", I1="pimpinan", I2="staf")."""
    found = rows(line)
    field = "date" if any(value[:1].isdigit() for value in by.values()) else "role_group"
    return [replace(one, **{field: by.get(one.id.split("-", 2)[2][:2])}) for one in found]  # type: ignore[arg-type]


def test_role_groups_are_compared_by_interviews_alone() -> None:
    found = weigh(case(evidence=told("I1+ I2+ I3- O1+", I1="staf", I2="staf", I3="pimpinan")), "source")
    assert found.names == ("pimpinan", "staf")
    row = found.of("X")
    assert (signs(row), row.verdict) == ("NEG POS", "DISSONANCE")
    assert (found.gates, row.label, row.gate, row.confidence) == (False, None, None, None)


def test_an_interview_without_a_role_group_is_listed_apart() -> None:
    row = weigh(case(evidence=told("I1+ I2+ O1+", I1="staf")), "source").of("X")
    assert row.unplaced == ("X-001-I2+",)  # the observation is none of this axis
    assert [voice.key for voice in row.groups[0].voices] == ["I-1"]


@pytest.mark.parametrize(
    ("bucket", "names"),
    [
        ("session", ("2023-12-31", "2024-01-01", "2024-01-07")),
        ("week", ("2023-W52", "2024-W01")),  # ISO weeks begin on Monday
        ("month", ("2023-12", "2024-01")),
    ],
)
def test_time_is_days_weeks_or_months(bucket: str, names: tuple[str, ...]) -> None:
    evidence = told("I1+ I2- D3+", I1="2024-01-07", I2="2023-12-31", D3="2024-01-01")
    assert weigh(case(evidence=evidence, codebook=book(time_bucket=bucket)), "time").names == names


@pytest.mark.parametrize("day", [None, "", "2024-13-01", "20240101", "2024-W01-1", "12 Januari 2024"])
def test_a_date_is_never_guessed(day: str | None) -> None:
    evidence = [replace(one, date=day) for one in rows("I1+")]
    found = triangulate(case(evidence=evidence, design=("waktu",)), "time")
    row = found.of("X")
    assert (found.names, row.verdict, row.unplaced, row.gate) == ((), "NO_DATA", ("X-000-I1+",), "BLOCK")
    assert gate_ids(row) == ["NO_DATA", "not placed"]


def test_what_has_no_place_on_an_axis_is_not_a_mere_description() -> None:
    """An observation takes a side; beside it a neutral interview does not make the code descriptive."""
    evidence = [*rows("O1+"), replace(rows("I10")[0], id="b", role_group="staf")]
    row = triangulate(case(evidence=evidence, design=("sumber",)), "source").of("X")
    assert (signs(row), row.verdict) == ("NEU", "NO_DATA")


def test_one_informant_at_two_times_is_heard_at_both() -> None:
    evidence = told("I1+", I1="2024-01-07") + [replace(one, id="kedua", date="2024-02-07") for one in rows("I1-")]
    row = weigh(case(evidence=evidence), "time").of("X")
    assert (signs(row), row.verdict) == ("POS NEG", "DISSONANCE")


def test_dissonance_on_another_axis_warns_and_caps_the_confidence() -> None:
    """Leaders and staff contradict, though the three techniques agree."""
    line = "I1+ I2+ I3+ I4- O1+ D1+"
    evidence = told(line, I1="staf", I2="staf", I3="staf", I4="pimpinan")
    row = triangulate(case(evidence=evidence)).of("X")
    assert (row.verdict, row.gate, row.confidence) == ("AGREEMENT", "QUALIFY", "MODERATE")
    assert "DISSONANCE on source" in gate_ids(row)
    assert reason_ids(row) == ["deviant unexplained", "DISSONANCE on source"]
    assert "DISSONANCE on source" not in gate_ids(on_x(line))
    told_why = (NegativeCase("X", "I-4", "Pimpinan melihat pekerjaan dari laporannya."),)
    row = triangulate(case(evidence=evidence, negative_cases=told_why)).of("X")
    assert (reason_ids(row), row.confidence) == (["DISSONANCE on source"], "MODERATE")  # capped, not counted down
    assert on_x(line, negative_cases=told_why).confidence == "HIGH"


def test_a_cap_takes_no_points_below_it() -> None:
    evidence = told("I1+ I2+ I3-", I1="staf", I2="staf", I3="pimpinan")
    row = triangulate(case(evidence=evidence)).of("X")
    assert (reason_ids(row)[-1], row.reasons[-1].cost, row.confidence) == ("DISSONANCE on source", 0, "VERY_LOW")


def test_time_apart_warns_too() -> None:
    evidence = told("I1+ I2+ I3+ I4- O1+ D1+", I1="2024-01-01", I4="2024-03-01")
    row = triangulate(case(evidence=evidence)).of("X")
    assert "DISSONANCE on time" in gate_ids(row)
    assert row.confidence == "MODERATE"


@pytest.mark.parametrize(
    ("design", "axis"),
    [
        ((), "technique"),
        (("sumber",), "source"),
        (("waktu",), "time"),
        (("sumber", "teknik"), "technique"),
        (("waktu", "sumber"), "time"),
        (("Source",), "source"),
        (("peneliti",), "technique"),
    ],
)
def test_the_design_of_the_study_chooses_the_axis(design: tuple[str, ...], axis: Axis) -> None:
    assert gating(design) == axis


def test_where_sources_gate_techniques_are_shown_without_a_gate() -> None:
    evidence = told("I1+ I2+ I3+", I1="staf", I2="warga", I3="pimpinan")
    study = case(evidence=evidence, design=("sumber",))
    row = triangulate(study, "source").of("X")
    assert (row.verdict, row.label, row.gate, row.confidence) == ("AGREEMENT", "baik", "EMIT", "HIGH")
    two = replace(
        study, evidence=tuple(replace(one, role_group="staf") for one in study.evidence[:1]) + study.evidence[1:2]
    )
    row = triangulate(two, "source").of("X")
    assert (row.verdict, row.gate, reason_ids(row)) == (
        "AGREEMENT",
        "EMIT",
        ["2 of 2 role groups", "2 of 3 informants"],
    )
    found = triangulate(study, "technique")
    assert (found.gates, found.of("X").verdict, found.of("X").gate) == (False, "SILENCE", None)


def test_sources_need_two_role_groups_that_take_a_side() -> None:
    """Four informants of one role are no triangulation of sources; a neutral voice makes no second group."""
    one_role = told("I1+ I2+ I3+ I40", I1="staf", I2="staf", I3="staf")
    for fourth in ("staf", "warga"):
        evidence = [*one_role[:3], replace(one_role[3], role_group=fourth)]
        row = triangulate(case(evidence=evidence, design=("sumber",)), "source").of("X")
        assert (row.gate, row.confidence) == ("BLOCK", "LOW")
        assert gate_ids(row) == ["fewer than 2 role groups", "SILENCE"]
        assert row.label_note is not None and row.label_note.id == "(satu kelompok peran)"


def test_one_technique_is_silence_whatever_the_codebook_asks_for() -> None:
    row = on_x("I1+ I2+ I3+", codebook=book(min_source_types="1"))
    assert (row.verdict, row.gate) == ("SILENCE", "QUALIFY")


def test_a_contradiction_is_not_hidden_behind_silence() -> None:
    strict = book(min_source_types="3")
    assert on_x("I1+ O1+", codebook=strict).verdict == "SILENCE"
    assert on_x("I1+ O1-", codebook=strict).verdict == "DISSONANCE"


def test_pairs_are_listed_while_they_can_be_read() -> None:
    """The verdict rests on all groups, however many; pairs of a hundred days are not a table for people."""
    first = date(2024, 1, 1)
    for days in (PAIRS_SHOWN, PAIRS_SHOWN + 1):
        evidence = [
            replace(rows("I1+")[0], id=f"e{day}", date=(first + timedelta(days=day)).isoformat()) for day in range(days)
        ]
        row = weigh(case(evidence=evidence), "time").of("X")
        assert row.verdict == "AGREEMENT"
        assert len(row.pairs) == (days * (days - 1) // 2 if days <= PAIRS_SHOWN else 0)


def test_judging_an_axis_that_does_not_gate_adds_the_flags_alone() -> None:
    study = case("I1+")
    weighed = weigh(study, "time")
    assert judge(weighed, study) == weighed


@pytest.mark.parametrize(
    ("voices", "gap"),
    [
        ({"interview": 6, "documentation": 12}, True),  # 3/6 is high, 1/12 is low
        ({"interview": 7, "documentation": 12}, False),  # mid against low
        ({"interview": 6, "documentation": 5}, False),  # 1/5 is mid: the cut belongs to the higher level
        ({"interview": 6, "documentation": 2}, False),  # too few documents to tell
        ({"interview": 6}, False),
        (None, False),
    ],
)
def test_prominence(voices: dict[str, int] | None, gap: bool) -> None:
    row = on_x("I1+ I2+ I3+ D1+", voices=voices)
    assert bool(row.prominence_gaps) is gap
    assert (row.verdict == "PARTIAL") is gap


def test_prominence_can_be_switched_off_and_set() -> None:
    voices = {"interview": 6, "documentation": 12}
    assert on_x("I1+ I2+ I3+ D1+", voices=voices, codebook=book(prominence__enabled="false")).prominence_gaps == ()
    assert on_x("I1+ I2+ I3+ D1+", voices=voices, codebook=book(prominence__max_gap="2")).prominence_gaps == ()
    assert on_x("I1+ I2+ I3+ D1+", voices=voices, codebook=book(prominence__min_voices="7")).prominence_gaps == ()


def test_neutral_voices_are_not_prominent() -> None:
    row = on_x("I1+ I20 I30 I40 D1+", voices={"interview": 6, "documentation": 12})
    assert row.prominence_gaps == ()  # 1 of 6 is low too


def test_shares_are_exact() -> None:
    assert Fraction(1, 5) == Fraction("0.20")
    row = on_x(
        "I1+ I2+ I3+ D1+", voices={"interview": 6, "documentation": 5}, codebook=book(prominence__mid="0.200001")
    )
    assert row.prominence_gaps == (("interview", "documentation"),)
