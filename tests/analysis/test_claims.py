"""Facts: which figures of one thing agree across voices, which stand alone and which cannot both hold."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest
from claims_values import BOOK, case, claims_of, evidence, one
from hypothesis import given, settings
from hypothesis import strategies as st

from kualcode.analysis.claims.facts import Fact, compare_claims, facts, holder, table_evidence
from kualcode.analysis.evidence import Case, Claim


def said(figure: str, unit: str = "") -> Claim:
    """A claim of one thing, with a figure."""
    claim = one(f"{figure} kegiatan mencapai target.") if unit == "kegiatan" else one(f"Anggaran terserap {figure}.")
    return replace(claim, id=figure)


def verdict(first: str, second: str, unit: str = "") -> str | None:
    return compare_claims(said(first, unit), said(second, unit))


# ---- the vectors of method 1.5


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("10-15", "12-20", "PARTIAL"),  # 4/11
        ("10-15", "15-20", "PARTIAL"),  # 1/11
        ("10-15", "16-20", "DISSONANCE"),
        ("10-15", "11-14", "AGREEMENT"),  # 2/3
        ("12", "10-15", "AGREEMENT"),
        ("41", "42", "DISSONANCE"),
        ("41", "41", "AGREEMENT"),
        ("lebih dari 10", "12-20", "PARTIAL"),  # no upper end
        ("lebih dari 10", "5-10", "DISSONANCE"),
    ],
)
def test_counts(first: str, second: str, expected: str) -> None:
    assert verdict(first, second, "kegiatan") == verdict(second, first, "kegiatan") == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [("92%", "92,40%", "AGREEMENT"), ("92%", "93%", "DISSONANCE"), ("sekitar 90%", "92,40%", "AGREEMENT")],
)
def test_shares(first: str, second: str, expected: str) -> None:
    assert verdict(first, second) == expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Rata-rata 21,9 tamu per hari.", "AGREEMENT"),
        ("Ada 22 tamu per hari.", "AGREEMENT"),
        ("Ada 23 tamu per hari.", "DISSONANCE"),
        ("Ada 20 sampai 25 tamu sehari.", "AGREEMENT"),
        ("Rata-rata 31 orang per hari.", "DISSONANCE"),
    ],
)
def test_what_people_say_against_the_mean_of_a_book(text: str, status: str) -> None:
    assert compare_claims(one("Rata-rata 21,9 tamu per hari."), one(text)) == status


# ---- what can be compared at all


@pytest.mark.parametrize(
    "other",
    [
        "Komputer yang rusak ada 5.",
        "Kegiatan yang direncanakan ada 41.",  # planned
        "41 kegiatan tidak mencapai target.",
        "41 kegiatan mencapai target pada tahun 2024.",
    ],
)
def test_other_things_are_not_compared(other: str) -> None:
    assert compare_claims(one("42 kegiatan mencapai target pada tahun 2025."), one(other)) is None


def test_a_code_of_its_own_keeps_figures_apart() -> None:
    claim = said("41", "kegiatan")
    assert compare_claims(claim, replace(said("42", "kegiatan"), code="Y")) is None


def test_a_figure_without_a_key_is_compared_with_nothing() -> None:
    claim = replace(said("41", "kegiatan"), measure="")
    assert compare_claims(claim, claim) is None


def test_keys_typed_in_other_words_meet() -> None:
    read = one("Ada 20 tamu per hari.")
    typed = replace(read, measure="Pengunjung per hari kerja", unit="orang")
    assert compare_claims(read, typed) == "AGREEMENT"
    assert compare_claims(read, replace(read, measure="orang per hari")) == "AGREEMENT"
    turned = one("Anggaran pendidikan terserap 80%.")
    assert compare_claims(turned, replace(turned, subject="pendidikan dana")) == "AGREEMENT"


# ---- facts


def only(found: Case) -> Fact:
    """The only fact of a case."""
    (fact,) = facts(found)
    return fact


def test_two_techniques_confirm_and_a_session_without_a_number_says_nothing() -> None:
    """X17: the negative control."""
    fact = only(
        case(
            evidence("I1", "Tamu kira-kira sepuluh sampai lima belas orang sehari."),
            evidence("O1", "Banyaknya tamu berubah-ubah."),
            evidence("D1", "Tercatat 10-15 orang datang setiap hari.", doc_class="register"),
        )
    )
    assert (fact.status, fact.techniques, fact.voices) == ("CONFIRMED", ("interview", "documentation"), 2)
    assert [pair.verdict for pair in fact.pairs] == ["AGREEMENT"]
    assert fact.clashes == ()


def test_one_technique_alone() -> None:
    fact = only(case(evidence("I1", "Tamu 10-15 orang sehari."), evidence("I2", "Tamu 12-20 orang sehari.")))
    assert (fact.status, fact.techniques) == ("SINGLE", ("interview",))
    assert [pair.verdict for pair in fact.pairs] == ["PARTIAL"]


def test_a_contradiction_names_the_figures_and_the_techniques() -> None:
    found = case(
        evidence("I1", "Tamu 20-25 orang sehari."),
        evidence("I2", "Tamu 20-25 orang sehari."),
        evidence("D1", "Rata-rata 31 tamu per hari."),
    )
    fact = only(found)
    assert (fact.status, fact.clashes) == ("CONTRADICTED", (("interview", "documentation"),))
    assert fact.codes == ("X",)
    assert len(fact.disputed) == 2  # of equal figures one stands for all
    assert fact.text.id == "tamu per hari: 20\u201325 (wawancara); rata-rata 31 (dokumentasi); bertentangan"
    assert fact.text.en == "visitors per day: 20\u201325 (interview); 31 on average (documentation); contradictory"


def test_voices_of_one_technique_may_contradict_each_other() -> None:
    fact = only(case(evidence("D1", "41 kegiatan mencapai target."), evidence("D2", "42 kegiatan mencapai target.")))
    assert (fact.status, fact.clashes) == ("CONTRADICTED", (("documentation", "documentation"),))


def test_a_voice_is_not_held_against_itself() -> None:
    """People correct themselves."""
    fact = only(
        case(evidence("I1", "41 kegiatan mencapai target."), evidence("I1", "Eh, 42 kegiatan mencapai target."))
    )
    assert (fact.status, fact.pairs) == ("SINGLE", ())


def test_copies_of_a_document_are_one_voice() -> None:
    drafts = [evidence("D1", f"{n} kegiatan mencapai target.", doc_id=f"berkas-{n}") for n in (41, 42)]
    assert only(case(*drafts)).status == "SINGLE"


def test_many_informants_reported_as_one_are_one_voice() -> None:
    several = [evidence(f"I{n}", f"{n} kegiatan mencapai target.", aggregate=True) for n in (41, 42)]
    assert only(case(*several)).voices == 1


def test_pooled_evidence_is_no_technique() -> None:
    fact = only(case(evidence("I1", "41 kegiatan mencapai target."), evidence("P1", "41 kegiatan mencapai target.")))
    assert (fact.status, fact.voices) == ("SINGLE", 2)


@pytest.mark.parametrize("more", [{"status": "suggested"}, {"status": "disputed"}, {"consent": "withdrawn"}])
def test_only_evidence_that_counts(more: dict[str, Any]) -> None:
    assert facts(case(evidence("I1", "41 kegiatan mencapai target.", **more))) == ()


def test_a_claim_without_its_evidence_is_left_out() -> None:
    claims = claims_of(evidence("I1", "41 kegiatan mencapai target."))
    assert facts(Case(book=BOOK, evidence=(), claims=tuple(claims))) == ()


# ---- periods


def test_a_figure_of_no_said_period_may_hold_for_each() -> None:
    people = evidence("I1", "Tamu 20-25 orang sehari.")
    found = case(
        people,
        evidence("D1", "Rata-rata 31 tamu per hari.", period="2025"),
        evidence("D2", "Rata-rata 21,9 tamu per hari.", period="2026-02"),
    )
    assert [(fact.period, fact.status) for fact in sorted(facts(found), key=lambda fact: fact.period or "")] == [
        ("2025", "CONTRADICTED"),
        ("2026-02", "CONFIRMED"),
    ]
    (theirs,) = claims_of(people)
    assert all(fact.assumed == (theirs.id,) for fact in facts(found))


def test_where_nobody_says_a_period_nothing_is_assumed() -> None:
    fact = only(case(evidence("I1", "Tamu 20-25 orang sehari."), evidence("I2", "Tamu 20-25 orang sehari.")))
    assert (fact.period, fact.assumed) == (None, ())


def test_a_period_that_cannot_be_read_meets_only_itself() -> None:
    last = [evidence(f"I{n}", f"Tahun lalu anggaran terserap {n}0%.") for n in (7, 8)]
    now = evidence("D1", "Anggaran terserap 90%.")
    assert {(fact.period, fact.status) for fact in facts(case(*last, now))} == {
        ("tahun lalu", "CONTRADICTED"),
        (None, "SINGLE"),
    }
    (here,), (there,) = claims_of(last[0]), claims_of(now)
    assert compare_claims(here, there) is compare_claims(there, here) is None
    assert compare_claims(replace(here, period="2025"), there) == "DISSONANCE"


# ---- tables


def test_a_figure_of_a_table_speaks_for_its_document() -> None:
    people = evidence("I1", "Tamu 20-25 orang sehari.")
    counted = replace(one("Rata-rata 21,9 tamu per hari."), id="CL-t", evidence="tabel:D-3.csv:buku-tamu")
    found = case(people, claims=[*claims_of(people), counted])
    fact = only(found)
    assert (fact.status, fact.techniques) == ("CONFIRMED", ("interview", "documentation"))
    assert all(one.id != counted.evidence for one in found.evidence)  # it is no coding


def test_a_table_and_a_coded_row_of_its_document_are_one_voice() -> None:
    row = evidence("D1", "42 kegiatan mencapai target.", doc_id="D-3.csv")
    counted = replace(said("41", "kegiatan"), id="CL-t", evidence="tabel:D-3.csv:realisasi")
    assert only(case(row, claims=[*claims_of(row), counted])).voices == 1


def test_the_record_of_a_table() -> None:
    record = table_evidence("tabel:dok/D: 3.csv:buku-tamu", code="X")
    assert (record.doc_id, record.stance, record.source_type) == ("dok/D: 3.csv", "neutral", "documentation")
    claim = replace(said("41", "kegiatan"), evidence="tabel:x:absensi")
    assert holder(claim, {}) is not None
    assert holder(replace(claim, evidence="x"), {}) is None


# ---- order


@settings(max_examples=30, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_input_changes_nothing(shuffler: random.Random) -> None:
    statements = [
        evidence("I1", "Tamu 20-25 orang sehari."),
        evidence("I2", "Tamu 10-15 orang sehari."),
        evidence("O1", "Tamu 22 orang sehari.", date="2026-02-10"),
        evidence("D1", "Rata-rata 31 tamu per hari.", period="2025"),
        evidence("D2", "41 kegiatan mencapai target."),
    ]
    expected = facts(case(*statements))
    found = case(*statements)
    claims = list(found.claims)
    shuffler.shuffle(statements)
    shuffler.shuffle(claims)
    assert facts(Case(book=BOOK, evidence=tuple(statements), claims=tuple(claims))) == expected
