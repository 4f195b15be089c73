"""T5, T6 and T9 on what the researcher wrote down, against the verdicts."""

from __future__ import annotations

import pytest

from kualcode.analysis.evidence import Case, Evidence, Judgement, Recommended
from kualcode.analysis.rules import finding_set
from kualcode.analysis.triangulation.algorithm import weigh
from kualcode.codebook import load
from kualcode.model import Codebook, Stance

from study_values import ROOT  # isort: skip


@pytest.fixture(scope="module")
def book() -> Codebook:
    """The codebook that comes along."""
    return load((ROOT / "codebooks" / "asn-kinerja.yaml").read_text(encoding="utf-8"), "asn-kinerja.yaml")


def said(code: str, stance: Stance = "positive", n: int = 1) -> Evidence:
    """One informant's statement."""
    return Evidence(id=f"{code}-{n}", source_type="interview", code=code, stance=stance, informant=f"I-0{n}")


def fired(case: Case) -> list[tuple[str, str, tuple[str, ...]]]:
    """Rule, severity and targets of every flag."""
    return [(flag.rule, flag.severity, flag.targets) for flag in finding_set.check(case, weigh(case))]


def test_a_label_without_evidence_blocks_and_one_with_evidence_does_not(book: Codebook) -> None:
    judged = (Judgement("KUAL.HAS", label="baik"), Judgement("KUAL.KMP", label="baik"))
    assert fired(Case(book, (said("KUAL.KMP"),), judgements=judged)) == [("T5", "BLOCK", ("KUAL.HAS",))]


def test_a_memo_alone_claims_nothing(book: Codebook) -> None:
    assert fired(Case(book, (), judgements=(Judgement("KUAL.HAS", memo="tanya lagi"),))) == []


def test_a_study_without_recommendations_is_unfinished_not_contradictory(book: Codebook) -> None:
    assert fired(Case(book, (said("FH.SAR"),))) == []


def test_a_hindering_factor_that_no_recommendation_answers_is_told(book: Codebook) -> None:
    evidence = (said("FH.SAR"), said("FH.DIS"), said("FD.PDD"))
    case = Case(book, evidence, recommendations=(Recommended("S-01", ("FH.SAR",)),))
    assert fired(case) == [("T6", "WARN", ("FH.DIS",))]


def test_a_recommendation_on_the_group_answers_every_factor_of_it(book: Codebook) -> None:
    evidence = (said("FH.SAR"), said("FH.DIS"))
    assert fired(Case(book, evidence, recommendations=(Recommended("S-01", ("FH",)),))) == []


def test_a_factor_that_is_denied_needs_no_recommendation(book: Codebook) -> None:
    evidence = (said("FH.SAR", "negative"), said("KUAL.KMP"))
    assert fired(Case(book, evidence, recommendations=(Recommended("S-01", ("KUAL.KMP",)),))) == []


def test_a_recommendation_that_answers_nothing_found_is_told(book: Codebook) -> None:
    case = Case(book, (said("KUAL.KMP"),), recommendations=(Recommended("S-01", ("MAND.INI",)), Recommended("S-02")))
    assert fired(case) == [("T6", "WARN", ("MAND.INI",)), ("T6", "WARN", ("*",))]


def test_a_recommendation_of_what_hinders_is_told(book: Codebook) -> None:
    recommended = (Recommended("S-01", ("FH",), concerns=("FH.LAIN", "KUAL.KMP")),)
    case = Case(book, (said("FH.LAIN"), said("KUAL.KMP")), recommendations=recommended)
    assert fired(case) == [("T9", "WARN", ("FH.LAIN",))]
