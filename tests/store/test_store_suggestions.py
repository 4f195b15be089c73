"""A tagging run replaces the machine's open suggestions and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from store_values import ANSWER, source, suggest

from kualcode.errors import StoreError
from kualcode.model import Suggestion
from kualcode.store import Query, Replaced, Store, coding_id, reason_from_json

ONE = source()
LONG, POLITE, NEAT = (
    suggest(ONE, "Antreannya lama sekali"),
    suggest(ONE, "petugasnya ramah", "SIKAP"),
    suggest(ONE, "Rapi dan lengkap", "KUAL.RAPI"),
)


def run(store: Store, *suggestions: Suggestion, key: str = "k1", version: str = "1.0") -> Replaced:
    with store.atomic():
        store.add_source(ONE)
        return store.replace_suggestions(ONE.name, suggestions, codebook_version=version, run_key=key)


def test_a_suggestion_is_stored_with_the_quote_of_the_text_and_nobodys_name(store: Store) -> None:
    assert run(store, LONG) == Replaced(added=1, removed=0, kept=0, held_back=0)
    (coding,) = store.codings()
    assert (coding.quote, coding.status, coding.coder, coding.decided_at) == (
        "Antreannya lama sekali",
        "suggested",
        None,
        None,
    )
    assert (coding.confidence, coding.codebook_version, coding.gist) == (0.75, "1.0", "")
    assert coding.id == coding_id(ONE.name, LONG.start, LONG.end, "KUAL.KMP", "kualcode")
    assert reason_from_json(coding.reason) == LONG.reason
    assert store.run_key(ONE.name) == "k1"


def test_the_same_run_again_writes_nothing(store: Store) -> None:
    run(store, LONG, POLITE)
    head = store.head()
    assert run(store, POLITE, LONG) == Replaced(0, 0, 2, 0)
    assert store.head() == head


def test_only_the_difference_is_written(store: Store) -> None:
    run(store, LONG, POLITE)
    assert run(store, POLITE, NEAT, key="k2") == Replaced(added=1, removed=1, kept=1, held_back=0)
    assert [coding.code for coding in store.codings()] == ["SIKAP", "KUAL.RAPI"]
    assert store.run_key(ONE.name) == "k2"


@pytest.mark.parametrize("other", [replace(LONG, confidence=0.5), replace(LONG, stance="mixed")])
def test_another_reading_of_the_same_span_takes_its_place(store: Store, other: Suggestion) -> None:
    run(store, LONG)
    assert run(store, other) == Replaced(1, 1, 0, 0)
    assert [(c.confidence, c.stance) for c in store.codings()] == [(other.confidence, other.stance)]


def test_a_new_codebook_version_is_written_on_the_suggestions(store: Store) -> None:
    run(store, LONG)
    assert run(store, LONG, version="1.1") == Replaced(1, 1, 0, 0)
    assert [coding.codebook_version for coding in store.codings()] == ["1.1"]


@pytest.mark.parametrize("status", ["accepted", "rejected"])
def test_what_a_person_decided_stands_and_is_not_proposed_again(store: Store, status: str) -> None:
    run(store, LONG, POLITE)
    suggestion = next(iter(store.codings(Query(code="KUAL.KMP"))))
    with store.atomic():
        mine = store.decide(suggestion.id, coder="Ani", **{"status": status})  # type: ignore[arg-type]
    longer = suggest(ONE, ANSWER)  # overlaps, same code
    assert run(store, longer, POLITE, key="k2") == Replaced(0, 0, 1, held_back=1)
    assert run(store, key="k3") == Replaced(0, removed=1, kept=0, held_back=0)
    assert list(store.codings()) == [mine]
    assert store.suggestion(mine.id) == suggestion
    assert store.check(deep=True) == ()


def test_what_a_person_recoded_is_proposed_under_neither_code(store: Store) -> None:
    run(store, LONG)
    with store.atomic():
        store.decide(next(store.codings()).id, coder="Ani", code="SIKAP")
    assert run(store, suggest(ONE, ANSWER), suggest(ONE, "lama sekali", "SIKAP"), key="k2").held_back == 2


def test_another_code_or_another_place_is_not_held_back(store: Store) -> None:
    run(store, LONG)
    with store.atomic():
        store.decide(next(store.codings()).id, coder="Ani", status="rejected")
    touching = replace(LONG, start=LONG.end, end=LONG.end + 3)
    assert run(store, suggest(ONE, ANSWER, "SIKAP"), touching, key="k2") == Replaced(2, 0, 0, 0)


def test_a_persons_own_coding_holds_the_same_code_back(store: Store) -> None:
    run(store)
    with store.atomic():
        store.add_coding(ONE.name, LONG.start, LONG.end, "KUAL.KMP", "negative", "Ani")
    assert run(store, suggest(ONE, ANSWER), key="k2").held_back == 1


@pytest.mark.parametrize(
    "broken",
    [
        replace(LONG, end=9999),
        replace(LONG, turn=0),
        replace(LONG, turn=77),
        replace(LONG, end=LONG.start),
        replace(LONG, start=-1),
    ],
)
def test_a_span_outside_its_turn_stores_nothing(store: Store, broken: Suggestion) -> None:
    run(store, POLITE)
    with store.atomic(), pytest.raises(StoreError, match="outside its turn"):
        store.replace_suggestions(ONE.name, [LONG, broken], codebook_version="1", run_key="k2")
    assert [coding.code for coding in store.codings()] == ["SIKAP"]


def test_one_code_twice_on_one_span_is_a_programming_error(store: Store) -> None:
    with pytest.raises(ValueError, match="twice"):
        run(store, LONG, replace(LONG, stance="mixed"))


def test_one_journal_line_a_source_and_one_a_run(store: Store) -> None:
    run(store, LONG, POLITE, NEAT)
    assert [entry.action for entry in store.journal()] == ["import", "tag"]
