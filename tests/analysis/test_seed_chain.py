"""The seed paper with the real rules in place of the fixture's list: evidence and sentences to flags to the table."""

from __future__ import annotations

import pytest
from draft_fixture import statements
from seed_fixture import Row, seed

from kualcode.analysis.rules.check import flags
from kualcode.analysis.rules.texts import statement_rules
from kualcode.analysis.triangulation.algorithm import judge, weigh

SEED = seed()
WEIGHED = weigh(SEED.case)
ON_EVIDENCE = flags(SEED.case, WEIGHED)
JUDGED = judge(WEIGHED, SEED.case, [*ON_EVIDENCE, *statement_rules(statements(), SEED.case.book)])
OF_EVIDENCE = ("N", "T2", "T3", "T4", "T7")


def test_the_rules_on_figures_and_evidence_raise_exactly_what_the_fixture_lists() -> None:
    listed = {(f.rule, f.severity, f.targets) for f in SEED.flags if f.rule.startswith(OF_EVIDENCE)}
    assert {(flag.rule, flag.severity, flag.targets) for flag in ON_EVIDENCE} == listed


@pytest.mark.parametrize("row", SEED.expected, ids=lambda row: row.code)
def test_with_them_the_table_is_the_same(row: Row) -> None:
    found = JUDGED.of(row.code)
    assert tuple(group.sign for group in found.groups) == row.stances
    assert (found.verdict, found.label, found.gate) == (row.verdict, row.label, row.gate)


def test_the_table_says_the_same_whatever_the_order_of_the_flags() -> None:
    turned = judge(WEIGHED, SEED.case, JUDGED.flags[::-1])
    assert turned == JUDGED
