"""What a resolution decides, the label and the sentence say one thing; and a parent is no surer than its parts."""

from __future__ import annotations

from typing import Any

import pytest
from triangulation_values import book, case, code, flag, gate_ids, reason_ids, rows

from kualcode.analysis.evidence import Case, Judgement, Resolution
from kualcode.analysis.triangulation.algorithm import triangulate
from kualcode.analysis.verdicts import Chosen, CodeVerdict

TORN = "I1+ I2+ I3+ O1-"
WHY = "Perbedaan dibahas dengan kedua pihak; catatan observasi dibuat pada hari yang sama."


def decided(decision: Any, side: str | None = None, target: str = "X", rule: str = "DISSONANCE") -> Resolution:
    return Resolution(rule, target, decision, WHY, "Ani", "2026-02-01", side=side)


def judged(line: str, *resolutions: Resolution, label: str | None = None, claim: str | None = None) -> CodeVerdict:
    """X, as it stands with these decisions and what the researcher holds of it."""
    own = Judgement("X", label, (claim, claim) if claim else None)
    return triangulate(case(line, resolutions=resolutions, judgements=(own,))).of("X")


def reason(row: CodeVerdict, name: str) -> str:
    return next(one.text.id for one in row.gate_reasons if one.id == name)


# ---------------------------------------------------------------- one side is preferred
@pytest.mark.parametrize(
    ("side", "sign", "label"),
    [
        ("observation", "NEG", "buruk"),
        ("interview", "POS", "baik"),
        ("I-1", "POS", "baik"),
        ("O-1", "NEG", "buruk"),
        ("pimpinan", "SIL", None),
    ],
)
def test_the_suggested_label_is_that_of_the_chosen_side(side: str, sign: str, label: str | None) -> None:
    row = judged(TORN, decided("prefer", side))
    worst = {"buruk": "tidak baik"}
    assert row.chosen == Chosen(side, sign, worst.get(label or "", label))  # type: ignore[arg-type]
    assert (row.verdict, row.gate, row.label) == ("DISSONANCE", "QUALIFY", worst.get(label or "", label))


def test_the_side_is_told_with_the_resolution_and_beside_the_label() -> None:
    row = judged(TORN, decided("prefer", "observation"))
    assert "sisi yang dipilih: observasi (negatif)" in reason(row, "DISSONANCE resolved")
    assert row.label_note is not None
    assert row.label_note.en == "(preferred side: observation)"


@pytest.mark.parametrize(
    ("side", "label", "gate", "why"),
    [
        ("observation", "baik", "BLOCK", ["LABEL", "DISSONANCE resolved"]),
        ("observation", "cukup baik", "BLOCK", ["LABEL", "DISSONANCE resolved"]),
        ("observation", "kurang baik", "QUALIFY", ["DISSONANCE resolved", "LABEL without memo"]),
        ("observation", "tidak baik", "QUALIFY", ["DISSONANCE resolved"]),
        ("interview", "baik", "QUALIFY", ["DISSONANCE resolved"]),
        ("interview", "kurang baik", "BLOCK", ["LABEL", "DISSONANCE resolved"]),
    ],
)
def test_a_label_on_the_other_side_of_the_midline_blocks(side: str, label: str, gate: str, why: list[str]) -> None:
    row = judged(TORN, decided("prefer", side), label=label)
    assert (row.gate, gate_ids(row)) == (gate, why)


def test_one_step_over_the_midline_blocks_too() -> None:
    row = judged("I1+ I2+ I3+ O1- O2- O3- O4+", decided("prefer", "observation"), label="cukup baik")
    assert row.label == "kurang baik"
    assert gate_ids(row) == ["LABEL", "DISSONANCE resolved"]
    assert (
        reason(row, "LABEL") == "Label peneliti (cukup baik) berlawanan dengan sisi yang dipilih: observasi (negatif)."
    )


def test_such_a_label_is_resolved_in_writing_and_stays_a_reservation() -> None:
    row = judged(TORN, decided("prefer", "observation"), decided("prefer", "researcher", rule="LABEL"), label="baik")
    assert (row.gate, gate_ids(row)) == ("QUALIFY", ["DISSONANCE resolved", "LABEL resolved"])


def test_who_prefers_the_suggested_label_and_keeps_another_has_resolved_nothing() -> None:
    full = "I1+ I2+ I3+ O1+ D1+"
    assert judged(full, decided("prefer", "suggestion", rule="LABEL"), label="kurang baik").gate == "BLOCK"
    assert judged(full, decided("prefer", "researcher", rule="LABEL"), label="kurang baik").gate == "QUALIFY"


@pytest.mark.parametrize(
    ("claim", "against"),
    [("Layanan sudah baik.", True), ("Layanan masih kurang baik.", False), ("Selesai dalam satu hari.", False)],
)
def test_a_sentence_in_words_of_the_other_side_is_a_reservation(claim: str, against: bool) -> None:
    row = judged(TORN, decided("prefer", "observation"), claim=claim)
    assert row.gate == "QUALIFY"
    assert ("CLAIM against the side" in gate_ids(row)) == against


def test_of_a_factor_the_status_is_that_of_the_chosen_side() -> None:
    for side, status in (("observation", "refuted"), ("interview", "supported")):
        study = case(evidence=rows(TORN, "F"), resolutions=(decided("prefer", side, "F"),))
        assert triangulate(study).of("F").status == status
    assert triangulate(case(evidence=rows(TORN, "F"))).of("F").status == "disputed"


# ---------------------------------------------------------------- both are true, or told apart
@pytest.mark.parametrize("decision", ["both_true", "split"])
def test_a_label_that_holds_one_side_alone_is_a_reservation_where_both_stand(decision: str) -> None:
    assert judged(TORN, decided(decision)).label is None
    for label, told in (("baik", True), ("tidak baik", True), ("cukup baik", False), ("kurang baik", False)):
        row = judged(TORN, decided(decision), label=label)
        assert row.gate == "QUALIFY"
        assert ("LABEL of one side" in gate_ids(row)) == told


def test_what_is_retracted_has_no_label_and_stays_blocked() -> None:
    row = judged(TORN, decided("retract"), label="baik")
    assert (row.gate, row.label, row.chosen) == ("BLOCK", None, None)


def test_a_side_without_a_good_rationale_is_none() -> None:
    short = Resolution("DISSONANCE", "X", "prefer", "pendek", "Ani", "2026-02-01", side="observation")
    row = judged(TORN, short)
    assert (row.gate, row.label, row.chosen) == ("BLOCK", None, None)


# ---------------------------------------------------------------- parents
def family(**lines: str) -> Case:
    return case(evidence=[one for name, line in lines.items() for one in rows(line, name)])


def on_parent(study: Case, *resolutions: Resolution) -> CodeVerdict:
    from dataclasses import replace

    return triangulate(replace(study, resolutions=resolutions)).of("P")


def test_a_parent_has_the_label_that_its_parts_give_after_the_decision_below() -> None:
    study = family(A="I1+ I2+ I3+ O1-", B="I1+ I2+ I3+ O1+")
    assert on_parent(study).label is None
    assert on_parent(study, decided("prefer", "interview", "A")).label == "baik"
    assert on_parent(study, decided("prefer", "observation", "A")).label == "kurang baik"
    assert on_parent(study, decided("both_true", None, "A")).label is None


def test_a_parent_preferred_on_itself_is_of_that_side_where_it_is_torn() -> None:
    study = family(A="I1+ I2+ I3+ O1-", B="I1+ I2+ I3+ O1+")
    row = on_parent(study, decided("prefer", "observation", "P"))
    assert row.chosen is not None
    assert (row.chosen.sign, row.label) == ("NEG", "kurang baik")


HAS, KMP = "I1+ I2+ I3+ D1+", "I1+ I2+ I3+ O1+"


def test_a_parent_is_no_surer_than_its_surest_part() -> None:
    tri = triangulate(family(A=HAS, B=KMP))
    row = tri.of("P")
    assert [tri.of(code).confidence for code in "AB"] == ["MODERATE", "MODERATE"]
    assert (row.verdict, row.k, row.k_parts, row.confidence) == ("AGREEMENT", 3, 2, "MODERATE")
    assert reason_ids(row) == ["no surer than its parts"]
    told = row.reasons[0].text
    assert told.id == (
        "Tidak satu pun bagiannya didukung 3 teknik (paling banyak 2), sehingga keyakinannya paling tinggi sama dengan "
        "bagiannya yang terkuat: sedang."
    )


def test_one_part_that_three_techniques_back_is_enough() -> None:
    row = triangulate(family(A="I1+ I2+ I3+ O1+ D1+", B=KMP)).of("P")
    assert (row.k_parts, row.confidence, row.reasons) == (3, "HIGH", ())


def test_what_is_said_of_the_whole_is_a_part_too() -> None:
    row = triangulate(family(A=HAS, B=KMP, P="I1+ I2+ I3+ O1+ D1+")).of("P")
    assert (row.k_parts, row.confidence) == (3, "HIGH")


def test_parts_of_few_informants_each_do_not_add_up_to_certainty() -> None:
    row = triangulate(family(A="I1+ I2+ O1+ D1+", B="I3+ I4+ O2+ D2+")).of("P")
    assert (row.k_parts, row.confidence) == (3, "MODERATE")
    assert "bagiannya yang terkuat: sedang" in row.reasons[-1].text.id


def test_a_code_without_parts_has_none_to_compare() -> None:
    assert triangulate(case("I1+ I2+ I3+ O1+ D1+")).of("X").k_parts is None
    only = book(code("P", "indicator"), code("A", parent="P"))
    assert triangulate(case("", rows(KMP, "A"), codebook=only), flags=(flag("N1", "A"),)).of("P").k_parts == 2


# ---------------------------------------------------------------- camps by voice
def test_camps_know_the_technique_of_each_voice() -> None:
    shared = rows("I1+ D1-")
    row = triangulate(case(evidence=[*shared, *rows("O1~ O2~", "X", doc_id="o")])).of("X")
    found = triangulate(case("I1+ I2- O1+ O2-")).of("X")
    assert {side: [voice.id for voice in voices] for side, voices in found.camp_voices.items()} == {
        "POS": [("interview", "I-1"), ("observation", "O-1")],
        "NEG": [("interview", "I-2"), ("observation", "O-2")],
    }
    assert {side: tuple(v.key for v in voices) for side, voices in found.camp_voices.items()} == found.camps
    assert {side: tuple(v.key for v in voices) for side, voices in row.camp_voices.items()} == row.camps


def test_the_remark_on_a_sentence_names_the_preferred_side() -> None:
    from kualcode.analysis.findings.claim import Held, check
    from kualcode.analysis.triangulation.chosen import side_in_words

    row = judged(TORN, decided("prefer", "observation"))
    side = side_in_words(row, book())
    told = check(("Selesai sehari.", "Done in a day."), Held(side=side), book().label_scale)
    assert [one.en for one in told] == [
        "The preferred side: observation (negative); make sure that the sentence says the same."
    ]
    assert side_in_words(judged(TORN), book()) is None
