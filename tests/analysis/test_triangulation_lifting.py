"""What would lift a block is asked of the axis that decides: another group, another time, another technique."""

from __future__ import annotations

from dataclasses import replace

import pytest
from findings_values import Made, made, said

from kualcode.analysis.narrative.lifting import lift


def lifted(found: Made, reason: str) -> str:
    """What would lift a reason that blocks LAY.CPT, in English."""
    finding = found.of("LAY.CPT")
    told = next(one for one in finding.verdict.gate_reasons if one.id == reason)
    return lift(found.study, finding, told).en


@pytest.mark.parametrize(
    ("design", "asks", "not_for"),
    [
        ((), "interviews, observation or documents", "role group"),
        (("sumber",), "informants of another role group", "observation or documents,"),
        (("waktu",), "gather data at another time", "role group"),
    ],
)
def test_no_data_asks_for_what_the_axis_lacks(design: tuple[str, ...], asks: str, not_for: str) -> None:
    told = lifted(made(design=design), "NO_DATA")
    assert asks in told
    assert not_for not in told


def test_by_role_groups_no_data_is_no_word_of_an_informant() -> None:
    watched = made(*said("O1+ D1+"), design=("sumber",)).of("LAY.CPT").verdict
    assert [one.text.en for one in watched.gate_reasons if one.id == "NO_DATA"] == [
        "No statement of an informant that could be counted yet."
    ]


def test_too_few_voices_ask_for_another_group_or_time() -> None:
    assert "another role group" in lifted(made(*said("I1+"), design=("sumber",)), "1 of 2 voices")
    assert "another time" in lifted(made(*said("I1+"), design=("waktu",)), "1 of 2 voices")
    assert "observation records" in lifted(made(*said("I1+")), "1 of 2 voices")


def test_what_credits_several_techniques_is_sent_back_to_each_of_them() -> None:
    pooled = [replace(one, source_type="pooled", informant=None) for one in said("I1+")]
    assert lifted(made(*pooled), "UNATTRIBUTED").startswith("Go back to the sources")
    loose = [replace(one, source_type="unattributed", informant=None) for one in said("I2+")]
    assert "kualcode sources set" in lifted(made(*loose), "UNATTRIBUTED")
    assert "kualcode sources set" in lifted(made(*loose, *pooled), "UNATTRIBUTED")
