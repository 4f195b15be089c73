"""Asking for codings: every condition narrows, order never depends on how they came in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from store_values import ANSWER, source, suggest

from kualcode.model import STATUSES, Status
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
        (Query(coder=" ANI "), 2),
        (Query(coder="kualcode"), 0),
        (Query(stance=frozenset({"positive"})), 2),
        (Query(min_confidence=0.75), 5),
        (Query(min_confidence=0.5, code="KUAL"), 2),
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


def test_a_tally_counts_what_persons_and_the_machine_have(study: Store) -> None:
    assert study.tally(("code", "status")) == {
        ("KUAL", "accepted"): 1,
        ("KUAL", "suggested"): 2,
        ("KUAL.KMP", "accepted"): 1,
        ("KUAL.KMP", "suggested"): 2,
        ("KUALITAS", "suggested"): 3,
    }
    assert study.tally(("source_type",), Query(code="KUAL")) == {("interview",): 4, ("observation",): 2}
    assert study.tally(("informant",)) == {("",): 3, ("I-01",): 3, ("I-02",): 3}


@pytest.mark.parametrize(
    ("ani", "budi", "status"),
    [
        ("accepted", "accepted", "accepted"),
        ("rejected", "rejected", "rejected"),
        ("accepted", "rejected", "disputed"),
        ("accepted", "disputed", "disputed"),
        ("accepted", "withdrawn", "accepted"),
        (None, None, "suggested"),
        (None, "rejected", "rejected"),
    ],
)
def test_a_passage_counts_once_with_what_coders_make_of_it_together(
    store: Store, ani: Status | None, budi: Status | None, status: Status
) -> None:
    one = source()
    with store.atomic():
        store.add_source(one)
        store.replace_suggestions(one.name, [suggest(one, ANSWER)], codebook_version="1", run_key="k")
        key = next(store.codings()).id
        for coder, said in (("Ani", ani), ("Budi", budi)):
            if said is not None:
                store.decide(key, coder=coder, status=said)
    assert store.tally(("code", "status")) == {("KUAL.KMP", status): 1}
    for asked in STATUSES:
        wanted = {("KUAL.KMP",): 1} if asked == status else {}
        assert store.tally(("code",), Query(status=frozenset({asked}))) == wanted
    if ani is not None:
        assert store.tally(("status",), Query(coder="ani")) == {(ani,): 1}


def test_two_places_with_the_same_code_are_two(store: Store) -> None:
    one, other = source("a.txt"), source("b.txt")
    first, second = one.turns[1], one.turns[3]
    with store.atomic():
        for where in (one, other):
            store.add_source(where)
            for start, end in ((first.start, first.end), (first.start, first.end - 1), (second.start, second.end)):
                store.add_coding(where.name, start, end, "KUAL", "neutral", "Ani")
    assert store.tally(("source", "code")) == {("a.txt", "KUAL"): 3, ("b.txt", "KUAL"): 3}


def test_only_evidence_has_an_informant(store: Store) -> None:
    one = source()
    turns = (*one.turns[:3], replace(one.turns[3], speaker="third", informant="I-09"))
    with store.atomic():
        store.add_source(replace(one, turns=turns))
        for turn in (turns[1], turns[3]):
            store.add_coding(one.name, turn.start, turn.end, "KUAL", "neutral", "Ani")
    assert store.tally(("informant",)) == {("",): 1, ("I-01",): 1}
    assert [c.turn for c in store.codings(Query(informant="I-01"))] == [1]
    assert store.count_codings(Query(informant="I-09")) == 0


def test_a_code_that_only_begins_alike_is_no_sub_code(store: Store) -> None:
    one = source()
    with store.atomic():
        store.add_source(one)
        for code in ("KUAL", "KUAL 2", "KUAL-2", "KUAL.A", "KUAL.A.B", "KUAL/2", "KUAL2"):
            store.add_coding(one.name, one.turns[1].start, one.turns[1].end, code, "neutral", "Ani")
    assert [coding.code for coding in store.codings(Query(code="KUAL"))] == ["KUAL", "KUAL.A", "KUAL.A.B"]
