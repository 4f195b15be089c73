"""Asking for codings: every condition narrows, order never depends on how they came in."""

from __future__ import annotations

import pytest
from store_values import ANSWER, source, suggest

from kualcode.store import Query, Store


@pytest.fixture
def study(store: Store) -> Store:
    """Two interviews and an observation; Ani has decided on two suggestions."""
    with store.atomic():
        for name, informant in (("w/I-02.txt", "I-02"), ("w/I-01.txt", "I-01"), ("observasi.txt", None)):
            one = source(name, informant=informant)
            store.add_source(one)
            store.replace_suggestions(
                name,
                [
                    suggest(one, ANSWER, "KUAL.KMP"),
                    suggest(one, "ramah", "KUAL", confidence=0.4),
                    suggest(one, "Rapi dan lengkap", "KUALITAS", confidence=0.9),
                ],
                codebook_version="1",
                run_key="k",
            )
        store.set_info("observasi.txt", {"source_type": "observation"}, "Ani")
        for coding in list(store.codings(Query(source="w/I-01.txt", code="KUAL"))):
            store.decide(coding.id, coder="Ani", status="accepted", stance="positive")
    return store


@pytest.mark.parametrize(
    ("query", "count"),
    [
        (Query(), 9),
        (Query(code="KUAL"), 6),
        (Query(code="KUAL.KMP"), 3),
        (Query(code="KUA"), 0),
        (Query(source="w/I-01.txt"), 3),
        (Query(source="w/*"), 6),
        (Query(source="*.txt"), 9),
        (Query(source_type="observation"), 3),
        (Query(source_type="interview"), 6),
        (Query(informant="I-02"), 3),
        (Query(status=frozenset({"accepted"})), 2),
        (Query(status=frozenset({"accepted", "suggested"})), 9),
        (Query(coder="Ani"), 2),
        (Query(coder="kualcode"), 0),
        (Query(stance=frozenset({"positive"})), 2),
        (Query(min_confidence=0.75), 5),
        (Query(max_confidence=0.4), 2),
        (Query(min_confidence=0.5, code="KUAL"), 2),
        (Query(text="RAMAH"), 6),
        (Query(text="%"), 0),
        (Query(ids=frozenset({"zzzzzzzzzzzz"})), 0),
    ],
)
def test_conditions_and_their_count(study: Store, query: Query, count: int) -> None:
    assert len(list(study.codings(query))) == count
    assert study.count_codings(query) == count


def test_order_is_source_start_end_code_coder(study: Store) -> None:
    rows = [(c.source, c.start, c.end, c.code, c.coder or "") for c in study.codings()]
    assert rows == sorted(rows)


def test_ids_beyond_what_one_statement_takes(study: Store) -> None:
    wanted = {coding.id for coding in study.codings(Query(source="w/*"))}
    asked = frozenset(wanted | {f"x{n}" for n in range(2000)})
    assert {coding.id for coding in study.codings(Query(ids=asked))} == wanted
    assert study.count_codings(Query(ids=asked)) == 6


def test_text_is_found_as_it_is_stored(store: Store) -> None:
    one = source(lines=(("I", "Kafe\u0301".replace("e\u0301", "é") + " \x00 STRASSE [tertawa]"),), informant=None)
    one = type(one)(
        **{
            **{name: getattr(one, name) for name in one.__slots__},
            "turns": (type(one.turns[0])(0, "informant", "I", 3, len(one.text) - 1),),
        }
    )
    with store.atomic():
        store.add_source(one)
        store.add_coding(one.name, 3, len(one.text) - 1, "KUAL", "neutral", "Ani")
    for text in ("kafe\u0301", "\x00 s", "straße", "[TERTAWA]"):
        assert store.count_codings(Query(text=text)) == 1


def test_a_tally_counts_what_the_listing_gives(study: Store) -> None:
    assert study.tally(("code", "status")) == {
        ("KUAL", "accepted"): 1,
        ("KUAL", "suggested"): 2,
        ("KUAL.KMP", "accepted"): 1,
        ("KUAL.KMP", "suggested"): 2,
        ("KUALITAS", "suggested"): 3,
    }
    assert study.tally(("source_type",), Query(code="KUAL")) == {("interview",): 4, ("observation",): 2}
    assert study.tally(("informant",)) == {("",): 3, ("I-01",): 3, ("I-02",): 3}


def test_a_code_that_only_begins_alike_is_no_sub_code(store: Store) -> None:
    one = source()
    with store.atomic():
        store.add_source(one)
        for code in ("KUAL", "KUAL 2", "KUAL-2", "KUAL.A", "KUAL.A.B", "KUAL/2", "KUAL2"):
            store.add_coding(one.name, 3, 9, code, "neutral", "Ani")
    assert [coding.code for coding in store.codings(Query(code="KUAL"))] == ["KUAL", "KUAL.A", "KUAL.A.B"]
