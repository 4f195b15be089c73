"""The instrument of the demonstration study: made from its material, read whole, and at one with kualcode.yaml."""

from __future__ import annotations

from pathlib import Path

import demo_instrument
import pytest
from demo_material import STUDY, table

from kualcode import codebook, config
from kualcode.analysis.instrument.items import Item, asked
from kualcode.workflow.codebooks import shipped
from kualcode.workflow.instrument import read


@pytest.fixture(scope="module")
def items() -> tuple[Item, ...]:
    found, notes = read(STUDY / demo_instrument.NAME, codebook.read(shipped()["asn-kinerja"])[0])
    assert notes == ()
    return found


def test_it_is_made_again_byte_for_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo_instrument, "STUDY", tmp_path)
    demo_instrument.instrument()
    assert (tmp_path / demo_instrument.NAME).read_bytes() == (STUDY / demo_instrument.NAME).read_bytes()


def test_every_line_of_the_material_is_an_item(items: tuple[Item, ...]) -> None:
    rows = table("instrumen.csv")[1:]
    assert [item.text for item in items] == [row[3] for row in rows]
    assert [item.number for item in items] == [row[2] for row in rows]
    assert [", ".join(item.informants) for item in items] == ["" if row[5] == "semua" else row[5] for row in rows]


def test_it_asks_for_the_codes_that_the_study_says_its_guides_ask_for(items: tuple[Item, ...]) -> None:
    study = config.load((STUDY / "kualcode.yaml").read_text(encoding="utf-8"), "kualcode.yaml")
    assert asked(items) == {kind: frozenset(codes) for kind, codes in study.guides}
