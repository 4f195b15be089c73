"""Checklists and tests of trustworthiness: filled from what is there, never invented."""

from __future__ import annotations

from kualcode.analysis.trustworthiness.checklists import Item, coreq, srqr
from kualcode.analysis.trustworthiness.criteria import tests as table
from kualcode.analysis.trustworthiness.criteria import traced
from kualcode.analysis.trustworthiness.traces import Traces
from kualcode.errors import Bi

FULL = Traces(
    informants=10,
    role_groups={"pimpinan": 5, "staf": 3},
    chosen={"purposif": 8},
    interviews=10,
    observations=3,
    documents=5,
    days=("2026-02-09", "2026-02-11"),
    returned=("I-02",),
    coders=("Ani", "Budi"),
    accepted=20,
    quotes_found=20,
    recoded=2,
    double_coded=5,
    codebook="asn-kinerja 1.0.1",
    codes=24,
    axes=("technique", "source"),
    verdicts={"AGREEMENT": 3},
    themes=7,
    informants_quoted=9,
    debriefings=1,
    reflections=1,
    setting=Bi("Kantor", "Office"),
    journal=99,
    sent=10,
    answered=8,
    tool="0.1.0",
)


def by_id(items: tuple[Item, ...]) -> dict[str, Item]:
    """Items by their ids."""
    return {item.id: item for item in items}


def test_the_checklists_have_all_their_items_numbered_in_order() -> None:
    assert [item.id for item in coreq(Traces())] == [f"COREQ-{n}" for n in range(1, 33)]
    assert [item.id for item in srqr(Traces())] == [f"SRQR-{n}" for n in range(1, 22)]


def test_an_empty_project_fills_nothing_and_fails_only_what_data_would_show() -> None:
    found = by_id(coreq(Traces()))
    assert {item.state for item in found.values()} == {"to_fill", "unmet"}
    assert [n for n in range(1, 33) if found[f"COREQ-{n}"].state == "unmet"] == [12, 16, *range(18, 33)]
    assert all(item.answer == Bi("", "") for item in found.values())
    assert not traced(Traces())


def test_what_the_project_holds_is_filled_in_with_its_figures() -> None:
    found = by_id(coreq(FULL))
    assert found["COREQ-12"].state == "filled"
    assert found["COREQ-12"].answer == Bi("10 informan", "10 informants")
    assert found["COREQ-24"].answer.id == "2 pengode; 5 kutipan dibaca lebih dari satu orang"
    assert found["COREQ-28"].answer.en == "8 of 10 sheets returned"
    assert found["COREQ-30"].answer.en == "all 20 quotes match their source; verdicts: in agreement 3"
    assert found["COREQ-19"].state == "unmet"  # no recording came in
    assert by_id(srqr(FULL))["SRQR-12"].answer.en == "10 interviews, 3 observations, 5 documents"


def test_what_the_researcher_wrote_stands_beside_what_the_data_say() -> None:
    found = by_id(coreq(Traces(informants=3, written={"COREQ-12": Bi("Tiga", "Three"), "COREQ-2": Bi("M.A.", "M.A.")})))
    assert found["COREQ-12"].state == "written"
    assert found["COREQ-12"].answer == Bi("Tiga (3 informan)", "Three (3 informants)")
    assert found["COREQ-2"].answer == Bi("M.A.", "M.A.")


def test_one_quote_that_does_not_match_its_source_unmakes_consistency() -> None:
    found = by_id(coreq(Traces(accepted=20, quotes_found=19)))
    assert found["COREQ-30"].state == "unmet"
    assert "confirmability" not in traced(Traces(accepted=20, quotes_found=19, reflections=1))


def test_every_test_of_a_study_that_did_all_is_traced() -> None:
    assert [test.id for test in table(FULL) if not test.traced] == []
    assert {"technique_triangulation", "source_triangulation"} <= traced(FULL)
    assert "time_triangulation" not in traced(FULL)


def test_a_deviant_voice_without_explanation_leaves_negative_case_analysis_open() -> None:
    assert "negative_cases" not in traced(Traces(themes=4, deviant=2, unexplained=1))
    assert "negative_cases" in traced(Traces(themes=4, deviant=2))


def test_missing_parts_of_a_thick_description_are_named() -> None:
    found = {test.id: test for test in table(Traces(days=("2026-02-09",)))}
    assert found["thick_description"].evidence.id == "belum ada: uraian latar (temuan.yaml), kelompok peran informan"
