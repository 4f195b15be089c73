"""One record a code: what it rests on, what the researcher holds of it, and what does not fit."""

from __future__ import annotations

import json
import random
from dataclasses import replace

from findings_values import BOOK, claim, made, own, said, with_criteria
from seed_fixture import seed

from kualcode.analysis.evidence import Resolution
from kualcode.analysis.findings.finding import Checked, Run, findings
from kualcode.analysis.findings.record import record, records
from kualcode.analysis.rules.flags import Flag
from kualcode.analysis.triangulation.algorithm import judge, weigh
from kualcode.errors import Bi
from kualcode.judgements import Finding as Written
from kualcode.judgements import Judgements, Negative, Recommendation

RUN = Run("a", "b", "1")
WHY = "Camat hanya melihat rekap bulanan, sedangkan petugas mencatat setiap hari."


def test_there_is_a_record_for_every_code_but_groups_and_retired_ones() -> None:
    book = replace(BOOK, codes=(*BOOK.codes[:-1], replace(BOOK.codes[-1], retired="1.0.0")))
    found = made(book=book).study.findings
    assert [finding.id for finding in found] == ["T-LAY", "T-LAY.CPT", "T-LAY.RMH", "T-MUTU", "T-HMB.ALT"]
    assert all(finding.blocked for finding in found)  # an empty project states nothing


def test_only_accepted_evidence_of_informants_who_agreed_is_in_a_record() -> None:
    kept, open_, refused, disputed = said("I1+ I2+ I3+ I4+")
    evidence = (
        kept,
        replace(open_, status="suggested"),
        replace(refused, consent="refused"),
        replace(disputed, status="disputed"),
    )
    finding = made(*evidence).of("LAY.CPT")
    assert list(finding.evidence) == [kept.id]
    assert [cited.evidence for cited in finding.quotes] == [kept]


def test_the_researchers_label_stands_beside_the_suggested_one() -> None:
    finding = made(*said("I1+ I2+ I3+ O1+"), judgements=(own("LAY.CPT", "cukup baik", memo="Antrean."),)).of("LAY.CPT")
    assert (finding.label, finding.verdict.label) == ("cukup baik", "baik")
    assert finding.claim is None
    told = record(finding, BOOK, RUN)
    assert (told["label"], told["label_by"], told["suggested_label"]) == ("cukup baik", "researcher", "baik")
    assert told["suggested_claim"]["id"] == "kecepatan/antrean cenderung cukup baik"


def test_a_claim_is_checked_against_figures_and_quotes() -> None:
    evidence = said("I1+ I2+ O1+")
    claims = (claim(evidence[0], "20 sampai 25 tamu"),)
    judged = (own("LAY.CPT", claim="ada 31 tamu per hari menurut dokumentasi"),)
    finding = made(*evidence, claims=claims, judgements=judged).of("LAY.CPT")
    assert [remark.en for remark in finding.claim_check] == [
        "The figure “31” is in neither the figures nor the quotes of this finding.",
        "The sentence names documentation, which holds nothing on this matter.",
    ]
    sound = made(*evidence, claims=claims, judgements=(own("LAY.CPT", claim="ada 22 tamu"),)).of("LAY.CPT")
    assert sound.claim_check == ()


def test_a_label_makes_no_claim_of_what_is_only_described() -> None:
    finding = made(*said("I10 I20 D10"), judgements=(own("LAY.CPT", "baik"),)).of("LAY.CPT")
    assert (finding.verdict.gate, finding.label) == ("DESCRIBE", "baik")
    assert record(finding, BOOK, RUN)["suggested_claim"] is None


def test_a_figure_in_a_quote_carries_a_claim_too() -> None:
    first, *rest = said("I1+ I2+ O1+")
    quoted = replace(first, quote="Kemarin ada 31 tamu yang datang ke loket kami.")
    assert made(quoted, *rest, judgements=(own("LAY.CPT", claim="ada 31 tamu"),)).of("LAY.CPT").claim_check == ()


def test_a_claim_may_not_judge_what_is_only_described_nor_name_an_effect_of_a_condition() -> None:
    judged = (own("LAY.CPT", claim="antrean sudah baik"), own("HMB.ALT", claim="alat lama menghambat layanan"))
    found = made(*said("I10 I20 D10"), *said("I1+ I2+ O1+", "HMB.ALT"), judgements=judged)
    (described,) = found.of("LAY.CPT").claim_check
    assert "descriptive only" in described.en
    (effect,) = found.of("HMB.ALT").claim_check
    assert "report it as a condition" in effect.en
    stated = [replace(one, causal="stated") for one in said("I1+ I2+ O1+", "HMB.ALT")]
    assert made(*stated, judgements=judged).of("HMB.ALT").claim_check == ()


def test_a_negative_case_takes_its_explanation_from_the_researcher() -> None:
    evidence = said("I1+ I2+ I3+ I4+ I5- O1+ D1+")
    (bare,) = made(*evidence).of("LAY.CPT").negatives
    assert (bare.voice.key, bare.group, bare.explanation.id, bare.gist.id) == ("I-5", "interview", "", "")
    negative = Negative("i-5", Bi("Ia bertugas malam.", "Night shift."), revised=True)
    judged = Judgements(findings=(Written("LAY.CPT", negative_cases=(negative,)),))
    finding = made(*(replace(one, gist="antre dua jam") for one in evidence), judged=judged).of("LAY.CPT")
    (told,) = finding.negatives
    assert (told.explanation.en, told.revised, told.gist.id) == ("Night shift.", True, "antre dua jam")
    assert finding.unexplained == ()


def test_a_contradiction_carries_its_resolution() -> None:
    evidence = said("I1+ I2+ I3+ O1-")
    decided = Resolution("DISSONANCE", "LAY.CPT", "both_true", WHY, "Sari", "2026-03-01")
    finding = made(*evidence, resolutions=(decided,)).of("LAY.CPT")
    assert finding.verdict.gate == "QUALIFY"
    assert [(one.rule, one.resolution) for one in finding.contradictions] == [("DISSONANCE", decided)]
    assert record(finding, BOOK, RUN)["contradictions"][0]["resolution"]["rationale"] == WHY
    assert made(*evidence).of("LAY.CPT").contradictions == ()


def test_a_flag_is_told_with_the_resolution_of_its_own_id_or_code() -> None:
    flag = Flag("N1", "BLOCK", ("LAY.CPT",), Bi("Bagian tidak berjumlah.", "Parts do not sum."))
    decided = Resolution("N1", flag.id, "prefer", WHY, "Sari", "2026-03-01")
    found = made(*said("I1+ I2+ I3+ O1+"), flags=(flag,), resolutions=(decided,)).of("LAY.CPT")
    assert [(one.rule, one.severity, one.resolution) for one in found.contradictions] == [("N1", "BLOCK", decided)]
    assert made(*said("I1+ I2+ O1+"), flags=(flag,)).of("LAY.CPT").contradictions[0].resolution is None


def test_a_factor_named_as_a_cause_in_the_same_passage_explains() -> None:
    late, cause, apart = *said("I1-"), *said("I1+", "HMB.ALT"), *said("I2+", "HMB.ALT")
    cause = replace(cause, causal="stated", turn=late.turn, start=late.start, end=late.end + 9)
    found = made(late, cause, apart)
    assert found.of("LAY.CPT").explains == ("HMB.ALT",)
    assert found.of("HMB.ALT").explains == ("LAY.CPT",)
    assert made(late, replace(cause, causal="implied")).of("LAY.CPT").explains == ()
    assert made(late, replace(cause, start=500, end=600)).of("LAY.CPT").explains == ()


def test_advice_and_member_check_are_counted() -> None:
    advice = Recommendation("S-01", Bi("Tambah loket.", "Add counters."), answers=("T-LAY.CPT", "HMB.ALT"))
    states = ("agreed", "agreed", "disputed", "overdue", None)
    evidence = [
        replace(one, member_check=state) for one, state in zip(said("I1+ I2+ I3+ I4+ O1+"), states, strict=True)
    ]
    found = made(*evidence, judged=Judgements(recommendations=(advice,)))
    assert found.of("LAY.CPT").checked == Checked(sent=4, agreed=2, disputed=1, blank=1)
    assert found.of("LAY.CPT").recommends == found.of("HMB.ALT").recommends == ("S-01",)
    assert found.of("LAY.RMH").recommends == ()


def test_a_parent_has_the_evidence_of_its_parts_and_its_own_apart() -> None:
    parts, general = said("I1+ I2+ I3+ O1+"), said("I4+ I5+", "LAY")
    finding = made(*parts, *general).of("LAY")
    assert len(finding.evidence) == 6
    assert finding.general is not None
    assert list(finding.general.evidence) == [one.id for one in general]
    assert {cited.evidence.code for cited in finding.general.quotes} == {"LAY"}
    assert made(*parts).of("LAY").general is None


def test_limits_are_told_once_and_without_the_rules_that_are_told_apart() -> None:
    flag = Flag("N4", "WARN", ("LAY.CPT",), Bi("Angka sama.", "Same figure."))
    finding = made(*said("I1+ I2+ I3~ O1~"), flags=(flag,)).of("LAY.CPT")
    assert [limit.id for limit in finding.limits] == ["PARTIAL", "2 of 3 techniques"]
    parent = made(*said("I1+ I2+ I3+ O1+ D1+"), *said("I1+ I2+ I3+ O1+ D1+", "LAY.RMH"), flags=(flag,)).of("LAY")
    assert "N4 on LAY.CPT" in [reason.id for reason in parent.verdict.gate_reasons]
    assert [limit.id for limit in parent.limits] == ["LAY.CPT QUALIFY", "N4"]


def test_a_contradiction_of_a_part_is_in_the_record_of_the_whole_too() -> None:
    """Once: one that concerns both is the whole's own, and the reasons do not repeat what stands apart."""
    part = Flag("N4", "WARN", ("LAY.CPT",), Bi("Angka sama.", "Same figure."), ("e1",))
    both = Flag("T8", "WARN", ("LAY", "LAY.CPT"), Bi("Daftar berbeda.", "Lists differ."))
    evidence = [*said("I1+ I2+ I3+ O1+ D1+"), *said("I1+ I2+ I3+ O1+ D1+", "LAY.RMH")]
    answer = Resolution("N1", "LAY.CPT", "both_true", "x" * 40, "Sari", "2026-02-09")
    sums = Flag("N1", "BLOCK", ("LAY.CPT",), Bi("Jumlah beda.", "Sums differ."))
    found = made(*evidence, flags=(part, both, sums), resolutions=(answer,))
    parent = found.of("LAY")
    told = record(parent, BOOK, RUN)["contradictions"]
    assert [(one["rule"], one["code"]) for one in told] == [("T8", "LAY"), ("N1", "LAY.CPT"), ("N4", "LAY.CPT")]
    assert (told[1]["resolution"]["by"], told[2]["evidence"]) == ("Sari", ["e1"])
    assert [limit.id for limit in parent.limits] == ["LAY.CPT QUALIFY", "N1, N4, T8"]
    assert [limit.id for limit in found.of("LAY.CPT").limits] == []


def test_a_rating_needs_a_criterion() -> None:
    evidence = said("I1+ I2+ I3+ O1+")
    told = [record(made(*evidence, book=book).of("LAY.CPT"), book, RUN) for book in (BOOK, with_criteria())]
    assert [one["suggested_claim"]["en"] for one in told] == [
        "the picture of speed/queue tends to be good",
        "the picture of speed/queue is good",
    ]


def test_the_order_of_the_evidence_changes_no_byte() -> None:
    evidence = [*said("I1+ I2- I3~ I4- O1+ D1-"), *said("I1+ I2+ O1-", "HMB.ALT"), *said("I3+ I4+ D1+", "LAY")]
    wanted = json.dumps(records(made(*evidence).study.findings, BOOK, RUN))
    for number in range(60):
        random.Random(number).shuffle(evidence)
        assert json.dumps(records(made(*evidence).study.findings, BOOK, RUN)) == wanted


def test_of_the_seed_paper_three_parts_may_be_stated_one_described_and_seven_not() -> None:
    """Method 1.9: of eleven sub-indicators; no factor and two indicators of five."""
    paper = seed()
    tri = judge(weigh(paper.case), paper.case, paper.flags)
    found = findings(paper.case, tri, (), Judgements())
    stated = {one.code.id: one.verdict.gate for one in found if not one.blocked}
    assert {code: gate for code, gate in stated.items() if "." in code} == {
        "KUAL.KMP": "QUALIFY",
        "KUAN.TGT": "QUALIFY",
        "KUAN.TAM": "DESCRIBE",
        "MAND.EMP": "QUALIFY",
    }
    assert [code for code in stated if "." not in code] == ["KUAN", "MAND"]
