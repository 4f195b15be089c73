"""Tests of credibility in a draft: declared, traced, used."""

from __future__ import annotations

import pytest
from draft_values import line, sentences

from kualcode.analysis.drafts.method import Credibility, credibility, named

RESULTS = "## HASIL\n\nI-01 menilai laporan rapi. Observasi memperlihatkan map tersusun.\n"


def read(methods: str, results: str = RESULTS) -> Credibility:
    """What a draft with these methods and results tells."""
    return credibility(sentences(f"## METODE\n\n{methods}\n\n{results}"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Uji memakai perpanjangan pengamatan dan membercheck.", ["prolonged_engagement", "member_check"]),
        ("Triangulasi sumber dan teknik dipakai.", ["source_triangulation", "technique_triangulation"]),
        ("Triangulasi dipakai.", ["triangulation"]),
        ("Diskusi dengan teman sejawat dan analisis kasus negatif.", ["peer_debriefing", "negative_cases"]),
    ],
)
def test_tests_are_known_by_name(text: str, found: list[str]) -> None:
    assert named(line(text).words) == found


def test_a_bare_list_leaves_no_trace() -> None:
    found = read("Uji kredibilitas memakai perpanjangan pengamatan, ketekunan, dan member check (Sugihartana, 2016).")
    assert list(found.declared) == ["prolonged_engagement", "persistent_observation", "member_check"]
    assert found.traced == frozenset()


@pytest.mark.parametrize(
    ("text", "test"),
    [
        ("Uji memakai member check. Ringkasan dikembalikan kepada informan.", "member_check"),
        ("Uji memakai member check. Member check dilakukan pada 3 Mei.", "member_check"),
        ("Uji memakai perpanjangan pengamatan; peneliti kembali ke lapangan.", "prolonged_engagement"),
        ("Uji memakai diskusi teman sejawat. Temuan didiskusikan dengan dua rekan.", "peer_debriefing"),
    ],
)
def test_saying_how_or_when_is_a_trace(text: str, test: str) -> None:
    assert test in read(text).traced


def test_two_techniques_in_the_results_are_a_trace_of_triangulation() -> None:
    assert read("Uji memakai triangulasi teknik.").traced == {"technique_triangulation"}
    assert read("Uji memakai triangulasi teknik.", "## HASIL\n\nI-01 menilai laporan rapi.\n").traced == frozenset()


def test_techniques_that_are_crossed_count_as_used_where_other_tests_are_declared() -> None:
    assert list(read("Uji memakai member check.").used) == ["technique_triangulation"]
    assert read("Penelitian ini kualitatif.").used == {}


def test_what_theory_says_is_not_declared() -> None:
    assert read("Menurut Sugihartana (2016), uji dapat memakai member check dan ketekunan.").declared == {}


def test_without_methods_or_results_nothing_can_be_said() -> None:
    assert credibility(sentences(RESULTS)) == Credibility()
    assert credibility(sentences("## METODE\n\nUji memakai member check.\n")) == Credibility()
