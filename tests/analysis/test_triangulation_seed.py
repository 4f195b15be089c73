"""The seed paper by hand, row by row, and its contradictions (tests/fixtures/seed_paper.yaml)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from seed_fixture import Row, seed

from kualcode.analysis.evidence import Axis, Case, Resolution
from kualcode.analysis.triangulation.algorithm import triangulate

SEED = seed()
FOUND = triangulate(SEED.case, flags=SEED.flags)


@pytest.mark.parametrize("row", SEED.expected, ids=lambda row: row.code)
def test_the_table(row: Row) -> None:
    found = FOUND.of(row.code)
    assert tuple(group.sign for group in found.groups) == row.stances
    assert (found.verdict, found.label, found.gate) == (row.verdict, row.label, row.gate)


def test_every_code_of_the_codebook_is_in_the_table_and_in_its_order() -> None:
    assert [row.code for row in SEED.expected] == [row.code for row in FOUND.codes]
    assert FOUND.strangers == ()


def test_eleven_sub_indicators() -> None:
    """Three can be published with reservations, one is descriptive, seven are blocked."""
    gates = [FOUND.of(code.id).gate for code in SEED.case.book.codes if code.kind == "sub_indicator"]
    assert {gate: gates.count(gate) for gate in gates} == {"BLOCK": 7, "QUALIFY": 3, "DESCRIBE": 1}


def test_the_note_of_one_technique() -> None:
    noted = {row.code for row in FOUND.codes if row.label_note and row.label_note.id == "(satu teknik)"}
    assert noted == {"KUAL.HAS", "EFEK", "EFEK.TUP", "EFEK.SDT", "EFEK.KOM", "MAND.INI"}
    assert all(FOUND.of(code).k == 1 for code in noted)


def test_rules_that_block_are_named_with_the_gate() -> None:
    assert [one.id for one in FOUND.of("KUAL.HAS").gate_reasons if one.gate == "BLOCK"] == ["1 of 2 voices", "N1", "N2"]
    assert [one.id for one in FOUND.of("KUAL").gate_reasons if one.gate == "BLOCK"] == [
        "N1 on KUAL.HAS",
        "N2 on KUAL.HAS",
    ]
    assert [flag.rule for flag in FOUND.of("KUAL.HAS").flags] == ["N1", "N2", "N6", "N7", "T7"]
    assert len(FOUND.flags) == len(SEED.flags)


def test_opposite_views_of_the_newest_applications() -> None:
    """X3: a facet clash keeps two mixed techniques from agreement."""
    row = FOUND.of("KUAL.KMP")
    assert row.facet_clashes == ("aplikasi_terbaru",)
    assert row.pairs[0] == ("interview", "observation", "PARTIAL")
    view = next(view for view in row.views if view.facet == "aplikasi_terbaru")
    assert (view.same, view.different) == ((), ("interview", "observation"))


def test_what_only_one_technique_tells_of_visitors() -> None:
    views = {view.facet: view for view in FOUND.of("KUAN.TAM").views}
    alone = {facet: view.specific for facet, view in views.items() if view.specific}
    assert alone == {"stempel": "documentation", "pencairan_dana": "interview", "pinjam_aset": "observation"}
    assert views["pinjam_gedung"].same == ("interview", "documentation")
    assert FOUND.of("KUAN.TAM").claim_clashes == ()  # X17: about 10-15 and 10-15 agree


def test_a_parent_names_the_children_that_lowered_it() -> None:
    assert FOUND.of("KUAL").caps == ("KUAL.HAS", "KUAL.KMP")
    assert FOUND.of("KUAN").caps == ()


def test_factors_without_a_source_have_neither_label_nor_status() -> None:
    factors = [FOUND.of(code.id) for code in SEED.case.book.codes if code.kind == "factor"]
    assert {(row.label, row.status) for row in factors} == {(None, None)}


def test_all_interviews_are_one_aggregate_voice() -> None:
    told = {voice.key for row in FOUND.codes for group in row.groups[:1] for voice in group.voices}
    assert told == {"(agregat)"}


def test_the_papers_own_labels_are_too_far_from_what_it_carries() -> None:
    """Held without a memo: one step away is a reservation, two steps block until resolved in writing."""
    found = triangulate(replace(SEED.case, judgements=SEED.paper), flags=SEED.flags)
    ids = {row.code: [one.id for one in row.gate_reasons if one.id.startswith("LABEL")] for row in found.codes}
    assert ids["KUAL.KMP"] == ["LABEL without memo"]
    assert ids["MAND"] == ["LABEL"]
    assert found.of("MAND").gate == "BLOCK"
    assert ids["MAND.EMP"] == []


def test_resolving_both_sums_does_not_make_a_single_voice_enough() -> None:
    """KUAL.HAS rests on one aggregate voice: no writing lifts that."""
    why = "Angka dihitung ulang dari laporan akhir tahun; yang benar dua puluh delapan."
    both = tuple(Resolution(rule, "KUAL.HAS", "prefer", why, "R1", "2024-05-01") for rule in ("N1", "N2"))
    found = triangulate(replace(SEED.case, resolutions=both), flags=SEED.flags)
    assert found.of("KUAL.HAS").gate == "BLOCK"
    assert found.of("KUAL").gate == "QUALIFY"  # nothing below contradicts unresolved any more; KMP can be stated


@pytest.mark.parametrize("axis", ["source", "time"])
def test_the_other_axes_are_shown_and_decide_nothing(axis: Axis) -> None:
    found = triangulate(SEED.case, axis, SEED.flags)
    assert found.names == () and not found.gates
    assert {(row.gate, row.label, row.confidence) for row in found.codes} == {(None, None, None)}
    assert len(found.of("KUAN.TAM").unplaced) == (4 if axis == "source" else 10)  # no role group; no date


def test_the_case_is_only_read() -> None:
    assert SEED.case == Case(SEED.case.book, SEED.case.evidence, SEED.case.claims)
