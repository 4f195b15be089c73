"""The instrument: what an item is called, what each technique asks for, and silence told apart from not asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from kualcode import codebook
from kualcode.analysis.instrument.items import Item, Linked, asked, heard, lineage
from kualcode.model import Codebook

ROOT = Path(__file__).parents[2]
SPEED = Item("1", "interview", "TEPAT.PEN", "Berapa lama surat selesai?")
TOOLS = Item("2", "interview", "FH.SAR", "Apakah komputer mencukupi?", ("staf",))
SEEN = Item("1", "observation", "FH.SAR", "Keadaan komputer")
TIME = Item("3", "interview", "TEPAT", "Bagaimana ketepatan waktu pada umumnya?")


@pytest.fixture(scope="module")
def book() -> Codebook:
    return codebook.read(ROOT / "codebooks" / "asn-kinerja.yaml")[0]


def test_an_item_is_called_by_its_technique_and_number() -> None:
    paper = Item("2a", "documentation", "KUAN.TAM", "Buku tamu")
    assert [item.id for item in (SPEED, SEEN, paper)] == ["W-1", "O-1", "D-2a"]


def test_each_technique_asks_for_the_codes_of_its_items() -> None:
    assert asked([SPEED, TOOLS, SEEN, SPEED]) == {
        "interview": frozenset({"TEPAT.PEN", "FH.SAR"}),
        "observation": frozenset({"FH.SAR"}),
    }
    assert asked([]) == {}


def test_said_silent_and_not_asked_are_three_things(book: Codebook) -> None:
    links = {
        "I-02": [Linked(1, SPEED, follow_up=False), Linked(3, SPEED, follow_up=True)],
        "I-01": [Linked(1, TOOLS, follow_up=False), Linked(3, None, follow_up=False)],
    }
    found = heard(book, links, {"I-02": frozenset({"FH.SAR"})})
    assert list(found) == ["I-01", "I-02"]
    assert (found["I-01"]["FH.SAR"], found["I-01"]["TEPAT.PEN"]) == ("silent", "not_asked")
    assert (found["I-02"]["FH.SAR"], found["I-02"]["TEPAT.PEN"]) == ("said", "silent")  # said without being asked
    assert found["I-02"]["FD.LNG"] == "not_asked"


def test_a_question_about_a_code_asks_for_those_below_it_but_not_for_those_above(book: Codebook) -> None:
    found = heard(book, {"I-01": [Linked(1, TIME, follow_up=False)], "I-02": [Linked(1, SPEED, follow_up=False)]}, {})
    assert [found["I-01"][code] for code in ("TEPAT", "TEPAT.PEN", "TEPAT.RES", "KUAL.HAS")] == [
        "silent",
        "silent",
        "silent",
        "not_asked",
    ]
    assert [found["I-02"][code] for code in ("TEPAT", "TEPAT.PEN", "TEPAT.RES")] == ["not_asked", "silent", "not_asked"]


def test_every_codable_code_is_told_of_in_the_order_of_the_codebook(book: Codebook) -> None:
    found = heard(book, {"I-01": []}, {})["I-01"]
    assert list(found) == [code.id for code in book.codes if code.codable]
    assert "FH" not in found
    assert set(found.values()) == {"not_asked"}


def test_the_lineage_of_a_code_goes_outward_and_ends_with_a_code_that_is_not_known(book: Codebook) -> None:
    assert list(lineage(book, "TEPAT.PEN")) == ["TEPAT.PEN", "TEPAT"]
    assert list(lineage(book, "NO.SUCH")) == ["NO.SUCH"]
