"""A source read again: its text stays, what is known about it and its turns may change, decisions stand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from store_values import ANSWER, source, suggest

from kualcode.errors import Bi
from kualcode.model import SourceInfo, Turn
from kualcode.store import Query, Store

ONE = source()
SPAN = (ONE.turns[1].start, ONE.turns[1].start + 10)
AS_DOCUMENT = replace(
    ONE,
    info=SourceInfo(source_type="documentation", doc_family="notulen"),
    turns=(Turn(0, "document", "", 0, len(ONE.text) - 1),),
)


@pytest.fixture
def tagged(store: Store) -> Store:
    """One interview with two open suggestions."""
    with store.atomic():
        store.add_source(ONE)
        store.replace_suggestions(
            ONE.name,
            [suggest(ONE, ANSWER), suggest(ONE, "Rapi dan lengkap.", "KUAL.HAS", term="Rapi")],
            codebook_version="1",
            run_key="k",
        )
    return store


def decide(store: Store, code: str) -> str:
    coding = next(store.codings(Query(code=code)))
    with store.atomic():
        return store.decide(coding.id, coder="Ani", status="accepted").id


def test_what_is_known_changes_without_touching_suggestions(tagged: Store) -> None:
    described = replace(ONE, info=replace(ONE.info, role="staf", date="2026-02-09"), notes=(Bi("a", "b"),))
    with tagged.atomic():
        assert tagged.add_source(described) == "updated"
        assert tagged.add_source(described) == "unchanged"
    assert tagged.source(ONE.name) == described
    assert tagged.run_key(ONE.name) == "k"
    assert tagged.count_codings() == 2
    assert tagged.check(deep=True) == ()


def test_other_turns_drop_open_suggestions_so_that_the_run_tags_again(tagged: Store) -> None:
    with tagged.atomic():
        assert tagged.add_source(AS_DOCUMENT) == "updated"
    assert tagged.source(ONE.name) == AS_DOCUMENT
    assert tagged.run_key(ONE.name) is None
    assert tagged.count_codings() == 0
    assert tagged.check(deep=True) == ()


def test_a_decision_keeps_its_span_and_moves_to_the_turn_that_holds_it(tagged: Store) -> None:
    key = decide(tagged, "KUAL.KMP")
    with tagged.atomic():
        own = tagged.add_coding(ONE.name, *SPAN, "SIKAP", "neutral", "Ani")
    before = tagged.coding(key)
    with tagged.atomic():
        tagged.add_source(AS_DOCUMENT)
    assert tagged.coding(key) == replace(before, turn=0)
    assert before.turn == 1
    assert tagged.coding(own.id) == replace(own, turn=0)
    suggestion = tagged.suggestion(key)
    assert suggestion is not None
    assert suggestion.turn == 0
    assert [coding.code for coding in tagged.codings()] == ["SIKAP", "KUAL.KMP"]
    assert tagged.check(deep=True) == ()
    assert [entry.reason for entry in tagged.journal() if entry.action == "recode"] == ["turns"] * 2


def test_turns_that_would_cut_a_decided_passage_are_not_taken(tagged: Store) -> None:
    key = decide(tagged, "KUAL.KMP")
    start = ONE.text.index("petugasnya")
    halves = (Turn(0, "document", "", 0, start), Turn(1, "document", "", start, len(ONE.text)))
    with tagged.atomic():
        assert tagged.add_source(replace(AS_DOCUMENT, turns=halves)) == "updated"
    now = tagged.source(ONE.name)
    assert now.turns == ONE.turns
    assert now.info == AS_DOCUMENT.info
    assert tagged.coding(key).turn == 1
    with tagged.atomic():
        assert tagged.add_source(replace(AS_DOCUMENT, turns=halves)) == "unchanged"
    assert tagged.check(deep=True) == ()


def test_a_rejected_suggestion_does_not_come_back_after_the_turns_changed(tagged: Store) -> None:
    with tagged.atomic():
        tagged.decide(next(tagged.codings(Query(code="KUAL.KMP"))).id, coder="Ani", status="rejected")
        tagged.add_source(AS_DOCUMENT)
        again = replace(suggest(AS_DOCUMENT, ANSWER), turn=0)
        told = tagged.replace_suggestions(ONE.name, [again], codebook_version="1", run_key="k")
    assert told.held_back == 1
    assert [coding.status for coding in tagged.codings()] == ["rejected"]


def test_what_a_person_said_stands_apart_from_what_was_read(tagged: Store) -> None:
    assert tagged.corrections("tidak-ada.txt") == {}
    with tagged.atomic():
        tagged.set_info(ONE.name, {"role": "staf", "informant": None}, "Ani")
        tagged.add_source(replace(ONE, info=replace(ONE.info, role="camat", informant="I-07")))
    assert tagged.corrections(ONE.name) == {"role": "staf", "informant": None}
    assert tagged.read_info(ONE.name) == replace(ONE.info, role="camat", informant="I-07")
    assert tagged.source(ONE.name).info == replace(ONE.info, role="staf", informant=None)
    assert tagged.check(deep=True) == ()


def test_a_source_without_a_type_is_found_as_unattributed(store: Store) -> None:
    unknown = replace(ONE, info=SourceInfo())
    with store.atomic():
        store.add_source(unknown)
        store.add_coding(ONE.name, *SPAN, "SIKAP", "neutral", "Ani")
    assert store.count_codings(Query(source_type="unattributed")) == 1
    assert store.count_codings(Query(source_type="interview")) == 0
