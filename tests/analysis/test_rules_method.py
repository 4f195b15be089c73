"""M1: tests of credibility declared without a trace, or used without being declared (method 1.6 and 3.1)."""

from __future__ import annotations

import pytest

from kualcode.analysis.rules.flags import ordered
from kualcode.analysis.rules.method import TESTS, m1


def read(declared: list[str], traced: list[str], used: list[str]) -> list[tuple[str, str]]:
    """What is wrong with which test."""
    return [flag.details[0] for flag in m1(declared, traced, used)]


@pytest.mark.parametrize(
    ("declared", "traced", "used", "found"),
    [
        (["member_check"], [], [], [("untraced", "member_check")]),
        (["member_check"], ["member_check"], ["member_check"], []),
        ([], [], ["member_check"], [("undeclared", "member_check")]),
        (["triangulation"], ["source_triangulation"], ["technique_triangulation"], []),
        (["source_triangulation"], ["triangulation"], [], []),
        (["triangulation"], ["source_triangulation", "audit"], [], []),
        (["triangulation"], ["audit"], [], [("untraced", "triangulation")]),
        (["source_triangulation"], ["time_triangulation"], [], [("untraced", "source_triangulation")]),
        (["sesuatu"], [], [], [("untraced", "sesuatu")]),
    ],
)
def test_declared_traced_and_used_must_meet(
    declared: list[str], traced: list[str], used: list[str], found: list[tuple[str, str]]
) -> None:
    assert read(declared, traced, used) == found


def test_every_test_is_a_flag_of_its_own_on_the_study_as_a_whole() -> None:
    flags = m1(["member_check", "prolonged_engagement"], [], [])
    assert len(ordered(flags)) == 2
    assert {(flag.severity, flag.targets) for flag in flags} == {("WARN", ("*",))}
    assert [flag.places for flag in flags] == [("perpanjangan pengamatan",), ("member check",)]


def test_a_place_is_shown_where_it_is_known() -> None:
    (flag,) = m1({"member_check": "Metode, brs. 12"}, [], {})
    assert flag.places == ("Metode, brs. 12 (member check)",)


def test_messages_name_the_test_in_both_languages() -> None:
    (flag,) = m1(["peer_debriefing"], [], [])
    assert "“diskusi teman sejawat”" in flag.message.id
    assert "“peer debriefing”" in flag.message.en


def test_the_keys_are_those_of_the_judgements_file() -> None:
    from kualcode.judgements.values import TECHNIQUES

    assert set(TESTS) == set(TECHNIQUES)
