"""A voice is a technique and a name: what is written of one says nothing of its namesake in another technique."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from findings_values import BOOK, made, said
from triangulation_values import case, rows

from kualcode.analysis.evidence import Case, Evidence, NegativeCase
from kualcode.analysis.findings.finding import Run
from kualcode.analysis.findings.record import record
from kualcode.analysis.triangulation.algorithm import triangulate
from kualcode.analysis.triangulation.negative_cases import explained, unclear, unexplained
from kualcode.analysis.verdicts import SameSource
from kualcode.errors import Bi
from kualcode.judgements import Finding as Written
from kualcode.judgements import Judgements, Negative

WHY = "Ditanya pada hari pasar, saat loket penuh."


def namesakes(*written: NegativeCase, of: str = "X", **more: Any) -> Case:
    """Interviews, an observation and documents for; "S" of an interview and "S" of a document against."""
    known = rows("I1+ I2+ I3+ I9- O1+ D1+ D2+ D3+ D9-", of)
    known[3], known[8] = replace(known[3], informant="S"), replace(known[8], doc_family="S")
    return case(evidence=known, negative_cases=written, **more)


def open_voices(study: Case, name: str = "X") -> list[str]:
    row = triangulate(study).of(name)
    return [one.text.en for one in row.gate_reasons if one.id == "deviant unexplained"]


def test_a_voice_knows_its_technique() -> None:
    row = triangulate(namesakes()).of("X")
    assert [voice.id for voice in row.deviant] == [("interview", "S"), ("documentation", "S")]


def test_a_name_that_two_techniques_share_explains_neither() -> None:
    written = NegativeCase("X", "S", WHY)
    study = namesakes(written)
    assert open_voices(study) == ["Voices to the contrary are not yet explained: S (interview), S (documentation)."]
    assert unclear(study) == ((written, ("interview", "documentation")),)


def test_with_its_technique_it_explains_the_one_that_is_meant() -> None:
    study = namesakes(NegativeCase("X", "S", WHY, technique="documentation"))
    assert open_voices(study) == ["Voices to the contrary are not yet explained: S (interview)."]
    assert unclear(study) == ()
    both = namesakes(*(NegativeCase("X", "S", WHY, technique=one) for one in ("interview", "documentation")))
    assert open_voices(both) == []


def test_many_reported_as_one_are_a_voice_of_their_technique() -> None:
    """An aggregate of interviews and one of documents have one name, "(agregat)"."""
    known = rows("I1+ I2+ I3+ I9- O1+ D1+ D2+ D3+ D9-")
    for at in (3, 8):
        known[at] = replace(known[at], aggregate=True)
    study = case(evidence=known, negative_cases=(NegativeCase("X", "(agregat)", WHY),))
    assert len(open_voices(study)) == 1
    assert len(unclear(study)) == 1


def test_a_namesake_on_another_code_makes_nothing_unclear() -> None:
    known = rows("I1+ I2+ I3+ I9- O1+ D1+")
    known[3] = replace(known[3], informant="S")
    other = [replace(one, doc_family="S") for one in rows("D1-", "A")]
    study = case(evidence=[*known, *other], negative_cases=(NegativeCase("X", "s", WHY),))
    assert (open_voices(study), unclear(study)) == ([], ())


def test_an_explanation_below_counts_above_for_the_same_voice_only() -> None:
    study = namesakes(NegativeCase("A", "S", WHY, technique="interview"), of="A")
    assert open_voices(study, "P") == ["Voices to the contrary are not yet explained: S (documentation)."]
    row = triangulate(study).of("P")
    known = explained(study)
    assert [one.id for one in unexplained(row, "P", (), {}, known)] == [("interview", "S"), ("documentation", "S")]
    deviants = {"A": frozenset(voice.id for voice in row.deviant)}
    assert [one.id for one in unexplained(row, "P", ("A",), deviants, known)] == [("documentation", "S")]


def findings_of(*negatives: Negative) -> list[tuple[str | None, bool]]:
    evidence = said("I1+ I2+ I3+ I9- O1+ D1+ D2+ D3+ D9-")
    evidence[3], evidence[8] = replace(evidence[3], informant="S"), replace(evidence[8], doc_family="S")
    judged = Judgements(findings=(Written("LAY.CPT", negative_cases=negatives),))
    finding = made(*evidence, judged=judged).of("LAY.CPT")
    assert [cited.evidence.id for cited in finding.quotes if cited.why == "deviant"] == [evidence[3].id, evidence[8].id]
    return [(one.voice.technique, bool(one.explanation.id)) for one in finding.negatives]


def test_a_finding_prints_the_explanation_of_the_voice_that_is_meant() -> None:
    told = Bi(WHY, WHY)
    assert findings_of(Negative("S", told)) == [("interview", False), ("documentation", False)]
    meant = Negative("S", told, technique="documentation")
    assert findings_of(meant) == [("interview", False), ("documentation", True)]


def test_what_is_said_of_a_part_where_the_voice_is_not_contrary_explains_nothing_above() -> None:
    """The finding prints no explanation where its own gate says that there is none."""
    agreed = said("I1+ I2+ I3+ O1+ D1+ I9+")
    contrary = said("I1+ I2+ I3+ O1+ D1+ I9- I9- I9-", "LAY.RMH")
    judged = Judgements(findings=(Written("LAY.CPT", negative_cases=(Negative("I-9", Bi(WHY, WHY)),)),))
    (case_,) = made(*agreed, *contrary, judged=judged).of("LAY").negatives
    assert (case_.voice.id, case_.explanation.id) == (("interview", "I-9"), "")


def test_a_record_names_the_technique_of_a_deviant_voice() -> None:
    finding = made(*said("I1+ I2+ I3+ I9- O1+ D1+")).of("LAY.CPT")
    told = record(finding, BOOK, Run("a", "b", "1"))
    assert [(one["voice"], one["technique"]) for one in told["deviant"]] == [("I-9", "interview")]


def test_on_the_axis_of_time_namesakes_stay_two_voices_and_both_are_quoted() -> None:
    evidence = [
        replace(one, informant="S" if one.informant else None, doc_family="S" if one.doc_family else None)
        for one in said("I1+ D1-")
    ]
    finding = made(*evidence, design=("waktu",)).of("LAY.CPT")
    assert sorted(cited.evidence.source_type for cited in finding.quotes) == ["documentation", "interview"]


# ---------------------------------------------------------------- sources seen by two or more techniques
def seen(*evidence: Evidence, **more: Any) -> tuple[SameSource, ...]:
    return triangulate(case(evidence=evidence, **more)).of("X").same_source


def test_an_informant_who_was_interviewed_and_observed_is_listed_with_both_stances() -> None:
    known = rows("I1+ I2+ O1- O2+ D1+")
    known[2] = replace(known[2], informant="I-1")
    assert seen(*known) == (SameSource("I-1", (("interview", "POS"), ("observation", "NEG"))),)
    assert seen(*rows("I1+ I2+ O1- D1+")) == ()


def test_two_sessions_with_one_informant_are_one_view_of_her() -> None:
    known = [replace(one, informant="I-1") for one in rows("I1+ O1- O2+ D1-")]
    assert seen(*known) == (
        SameSource("I-1", (("interview", "POS"), ("observation", "MIX"), ("documentation", "NEG"))),
    )


@pytest.mark.parametrize("change", [{"status": "suggested"}, {"aggregate": True}, {"source_type": "pooled"}])
def test_what_does_not_count_or_names_nobody_makes_no_same_source(change: dict[str, Any]) -> None:
    known = [replace(one, informant="I-1") for one in rows("I1+ O1-")]
    assert seen(known[0], replace(known[1], **change)) == ()


def test_a_parent_lists_those_of_its_parts() -> None:
    said_, watched = rows("I1+", "A")[0], replace(rows("O1+", "B")[0], informant="I-1")
    row = triangulate(case(evidence=[said_, watched])).of("P")
    assert row.same_source == (SameSource("I-1", (("interview", "POS"), ("observation", "POS"))),)


def test_only_the_axis_of_techniques_lists_them() -> None:
    known = [replace(one, informant="I-1", role_group="staf") for one in rows("I1+ O1-")]
    assert triangulate(case(evidence=known), "source").of("X").same_source == ()


def test_an_observed_informant_supplies_no_more_than_her_words() -> None:
    """No informant supplies more than half of the quotes: a record of her is the observer's."""
    evidence = said("I1+ O1+ O2+ O3+")
    watched = [evidence[0], *(replace(one, informant="I-1") for one in evidence[1:])]
    assert len(made(*watched).of("LAY.CPT").quotes) == len(made(*evidence).of("LAY.CPT").quotes) == 4
