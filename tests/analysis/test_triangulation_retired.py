"""A retired code weighs on nothing: what is coded with it is listed where it belongs, to be coded again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from findings_values import BOOK, CODES, Made, made, said
from findings_values import code as named
from triangulation_values import book, case, code, flag, gate_ids, rows

from kualcode.analysis.evidence import Case
from kualcode.analysis.findings.finding import Run
from kualcode.analysis.findings.record import record
from kualcode.analysis.narrative.steps import walk
from kualcode.analysis.triangulation.algorithm import triangulate
from kualcode.analysis.triangulation.thresholds import thresholds
from kualcode.analysis.verdicts import Triangulation
from kualcode.document import Bullet, Heading
from kualcode.model import Code

FULL = "I1+ I2+ I3+ O1+ D1+"
OLD = "I7- I8- O7- D7-"


def codes(**old: Any) -> tuple[Code, ...]:
    """P with A and the retired B, and X beside them."""
    return code("P", "indicator"), code("A", parent="P"), code("B", parent="P", retired="2.0.0", **old), code("X")


def study(**old: Any) -> Case:
    evidence = [*rows(FULL, "A"), *rows(FULL, "X"), *rows(OLD, "B")]
    return case(evidence=evidence, codebook=book(*codes(**old)))


def judged(**old: Any) -> Triangulation:
    return triangulate(study(**old))


def test_it_does_not_weigh_on_its_parent_which_lists_it() -> None:
    row = judged().of("P")
    assert (row.verdict, row.label, row.confidence) == ("AGREEMENT", "baik", "HIGH")
    assert [group.sign for group in row.groups] == ["POS", "POS", "POS"]
    assert {voice.key for group in row.groups for voice in group.voices}.isdisjoint({"I-7", "O-7", "D-7"})
    assert row.recode == tuple(one.id for one in rows(OLD, "B"))
    assert (row.gate, gate_ids(row)) == ("QUALIFY", ["RETIRED"])
    assert [one.text.en for one in row.gate_reasons] == [
        "4 pieces of evidence are coded with a retired code (B) and do not count: code them again."
    ]


def test_it_is_listed_under_its_successor_where_the_codebook_names_one() -> None:
    found = judged(replaced_by="X")
    assert (found.of("P").gate, found.of("P").recode) == ("EMIT", ())
    assert (found.of("X").verdict, found.of("X").gate, len(found.of("X").recode)) == ("AGREEMENT", "QUALIFY", 4)


def test_the_retired_code_itself_has_no_verdict_but_what_waits() -> None:
    row = judged().of("B")
    assert (row.verdict, row.k, row.label, row.gate, len(row.recode)) == ("NO_DATA", 0, None, "BLOCK", 4)
    assert gate_ids(row) == ["NO_DATA", "RETIRED"]


def test_a_retired_code_that_holds_nothing_is_nowhere() -> None:
    found = triangulate(case(evidence=rows(FULL, "A"), codebook=book(*codes())))
    assert (found.of("P").gate, found.of("P").recode, found.of("B").recode) == ("EMIT", (), ())


def test_a_successor_that_is_retired_too_hands_it_on() -> None:
    made_ = book(*codes(replaced_by="Y"), code("Y", retired="2.0.0", replaced_by="X"))
    found = triangulate(case(evidence=rows(OLD, "B"), codebook=made_))
    assert len(found.of("X").recode) == 4


def test_codes_retired_together_hand_it_to_the_first_that_lives_above() -> None:
    made_ = book(code("P", "indicator"), code("A", parent="P", retired="2.0.0"), code("C", parent="A", retired="2.0.0"))
    found = triangulate(case(evidence=rows(OLD, "C"), codebook=made_))
    assert len(found.of("P").recode) == 4


def test_codes_that_replace_each_other_are_no_endless_walk() -> None:
    made_ = book(code("A", retired="2.0.0", replaced_by="B"), code("B", retired="2.0.0", replaced_by="A"), code("X"))
    assert len(triangulate(case(evidence=rows(OLD, "A"), codebook=made_)).of("A").recode) == 4


def test_a_group_of_factors_lists_those_of_a_retired_factor() -> None:
    made_ = book(code("FH", "factor_group"), code("F", "factor", "FH", retired="2.0.0"))
    found = triangulate(case(evidence=rows("I1+", "F"), codebook=made_))
    assert (found.of("FH").verdict, len(found.of("FH").recode)) == (None, 1)


def test_its_contradictions_do_not_reach_the_parent() -> None:
    row = triangulate(study(), flags=[flag("N1", "B")]).of("P")
    assert (row.gate, gate_ids(row), row.confidence) == ("QUALIFY", ["RETIRED"], "HIGH")


# ---------------------------------------------------------------- findings and why
def of_findings(**old: Any) -> Made:
    gone = named("LAY.KEL", "sub_indicator", ("Keluhan", "Complaints"), retired="2.0.0", **old)
    kept = [*said(FULL), *said(FULL, "LAY.RMH")]
    return made(*kept, *said("I7- O7-", "LAY.KEL", role_group="tamu"), book=replace(BOOK, codes=(*CODES, gone)))


def test_a_finding_rests_on_nothing_that_is_retired_and_lists_it() -> None:
    found = of_findings()
    finding = found.of("LAY")
    assert {one.code for one in finding.evidence.values()} == {"LAY.CPT", "LAY.RMH"}
    assert [one.code for one in finding.recode] == ["LAY.KEL", "LAY.KEL"]
    assert finding.roles == 1
    assert "RETIRED" in [limit.id for limit in finding.limits]
    assert found.study.of("LAY.KEL") is None
    told = record(finding, found.study.book, Run("a", "b", "1"))
    assert told["recode"] == [one.id for one in finding.recode]


def test_why_lists_the_passages_to_be_coded_again() -> None:
    found = of_findings(replaced_by="MUTU")
    told = list(walk(found.study, found.of("MUTU"), thresholds(found.study.book)))
    at = next(n for n, one in enumerate(told) if isinstance(one, Heading) and "retired" in one.text.en)
    assert [isinstance(one, Bullet) and "LAY.KEL" in one.text.en for one in told[at + 1 : at + 3]] == [True, True]
    lifts = [one.text.en for one in told if isinstance(one, Bullet) and "kualcode code recode MUTU" in one.text.en]
    assert len(lifts) == 1  # that is what would lift "no data"
