"""Persons decide: each has a row of their own, and changing one's mind changes that row."""

from __future__ import annotations

from dataclasses import replace

import pytest
from store_values import ANSWER, source, suggest

from kualcode.errors import NotFound, UsageError
from kualcode.model import Coding, Speaker
from kualcode.store import Query, Store, coding_id

ONE = source()


@pytest.fixture
def suggestion(store: Store) -> Coding:
    with store.atomic():
        store.add_source(ONE)
        store.replace_suggestions(ONE.name, [suggest(ONE, ANSWER)], codebook_version="1.0", run_key="k")
    return next(store.codings())


def test_accepting_takes_the_suggestions_place_in_the_listing(store: Store, suggestion: Coding) -> None:
    with store.atomic():
        mine = store.decide(suggestion.id, coder="Ani", status="accepted", reason="jelas")
    assert list(store.codings()) == [mine]
    assert (mine.coder, mine.status, mine.reason, mine.confidence) == ("Ani", "accepted", "jelas", None)
    assert (mine.quote, mine.code, mine.stance) == (ANSWER, "KUAL.KMP", "negative")
    assert mine.id != suggestion.id
    assert mine.decided_at is not None
    assert store.coding(suggestion.id) == suggestion  # the machine's row is untouched
    assert store.suggestion(mine.id) == store.suggestion(suggestion.id) == suggestion


def test_changing_ones_mind_changes_ones_row(store: Store, suggestion: Coding) -> None:
    with store.atomic():
        first = store.decide(suggestion.id, coder="Ani", code="SIKAP", facet="ramah", gist="antre lama")
        second = store.decide(suggestion.id[:6], coder="Ani", status="rejected")
        third = store.decide(first.id, coder="Ani", stance="mixed", facet=None)
    assert first.id == second.id == third.id
    assert (second.status, second.code, second.facet, second.gist) == (
        "rejected",
        "SIKAP",
        "ramah",
        "antre lama",
    )
    assert (third.status, third.stance, third.facet) == ("accepted", "mixed", None)
    assert list(store.codings()) == [third]


def test_several_coders_decide_independently(store: Store, suggestion: Coding) -> None:
    with store.atomic():
        ani = store.decide(suggestion.id, coder="Ani", status="accepted")
        budi = store.decide(suggestion.id, coder="Budi", status="rejected")
    assert list(store.codings()) == [ani, budi]
    with store.atomic():
        store.decide(ani.id, coder="Budi", status="disputed")  # through the other's row: still Budi's own
    assert [(c.coder, c.status) for c in store.codings()] == [("Ani", "accepted"), ("Budi", "disputed")]


def test_a_coder_decides_on_what_another_coded(store: Store, suggestion: Coding) -> None:
    with store.atomic():
        ani = store.add_coding(ONE.name, ONE.turns[3].start, ONE.turns[3].end, "RAPI", "positive", "Ani", gist="rapi")
        store.decide(ani.id, coder="Budi", code="KUAL")
        budi = store.decide(ani.id, coder="Budi", status="rejected")
    assert [
        (c.coder, c.code, c.status, c.gist) for c in store.codings(Query(status=frozenset({"accepted", "rejected"})))
    ] == [("Budi", "KUAL", "rejected", ""), ("Ani", "RAPI", "accepted", "rapi")]
    assert store.suggestion(budi.id) is None
    assert store.check(deep=True) == ()


def test_the_same_decision_again_writes_nothing(store: Store, suggestion: Coding) -> None:
    with store.atomic():
        first = store.decide(suggestion.id, coder="Ani", status="accepted")
    head = store.head()
    with store.atomic():
        assert store.decide(suggestion.id, coder="Ani", status="accepted") == first
        assert store.decide(first.id, coder=" Ani ", status="accepted") == first
    assert store.head() == head


def test_a_decision_says_the_codebook_it_was_made_with(store: Store, suggestion: Coding) -> None:
    with store.atomic():
        assert store.decide(suggestion.id, coder="Ani", status="accepted").codebook_version == "1.0"
        store.put_codebook("codes: []", "a" * 64, "kinerja", "2.0")
        assert store.decide(suggestion.id, coder="Ani", status="rejected").codebook_version == "2.0"


def test_a_persons_own_coding_and_the_same_again(store: Store) -> None:
    turn = ONE.turns[1]
    with store.atomic():
        store.add_source(ONE)
        mine = store.add_coding(ONE.name, turn.start, turn.start + 10, "KUAL", "negative", "Ani", strength=3)
    assert (mine.quote, mine.turn, mine.strength, mine.causal) == ("Antreannya", 1, 3, "none")
    head = store.head()
    with store.atomic():
        assert store.add_coding(ONE.name, turn.start, turn.start + 10, "KUAL", "negative", "Ani") == mine
    assert store.head() == head
    with store.atomic():
        changed = store.add_coding(ONE.name, turn.start, turn.start + 10, "KUAL", "mixed", "Ani")
    assert (changed.id, changed.stance) == (mine.id, "mixed")
    assert store.count_codings() == 1


def test_a_code_given_again_after_recoding_stands_beside_the_recoded_one(store: Store) -> None:
    turn = ONE.turns[1]
    with store.atomic():
        store.add_source(ONE)
        mine = store.add_coding(ONE.name, turn.start, turn.end, "KUAL", "negative", "Ani")
        store.decide(mine.id, coder="Ani", code="SIKAP")
        store.add_coding(ONE.name, turn.start, turn.end, "KUAL", "negative", "Ani")
    assert [coding.code for coding in store.codings()] == ["KUAL", "SIKAP"]


def test_coding_what_the_machine_had_proposed_there_decides_on_it(store: Store, suggestion: Coding) -> None:
    with store.atomic():
        mine = store.add_coding(ONE.name, suggestion.start, suggestion.end, "KUAL.KMP", "positive", "Ani")
        assert store.decide(suggestion.id, coder="Ani", status="rejected").id == mine.id
    assert store.count_codings() == 1


@pytest.mark.parametrize(("start", "end"), [(0, 3), (3, 60), (5, 5), (-4, 2), (9000, 9001)])
def test_a_passage_must_lie_inside_one_turn(store: Store, start: int, end: int) -> None:
    with store.atomic():
        store.add_source(ONE)
        with pytest.raises(UsageError, match="inside one turn"):
            store.add_coding(ONE.name, start, end, "KUAL", "negative", "Ani")


@pytest.mark.parametrize(
    "wrong",
    [
        {"status": "suggested"},
        {"status": "diterima"},
        {"stance": "baik"},
        {"code": " "},
        {"strength": 4},
        {"causal": "maybe"},
    ],
)
def test_a_decision_with_unknown_words_is_refused(store: Store, suggestion: Coding, wrong: dict[str, object]) -> None:
    with store.atomic(), pytest.raises(UsageError):
        store.decide(suggestion.id, coder="Ani", **wrong)  # type: ignore[arg-type]
    assert list(store.codings()) == [suggestion]


@pytest.mark.parametrize("name", ["", "  ", "kualcode", "Kualcode"])
def test_a_coder_has_a_persons_name(store: Store, suggestion: Coding, name: str) -> None:
    with store.atomic(), pytest.raises(UsageError, match="coder name"):
        store.decide(suggestion.id, coder=name, status="accepted")


def test_an_id_is_found_by_its_beginning(store: Store, suggestion: Coding) -> None:
    assert store.coding(suggestion.id[:4].upper()) == suggestion
    for prefix in (suggestion.id[:3], "zzzz", ""):
        with pytest.raises(NotFound, match="id"):
            store.coding(prefix)


def test_a_beginning_that_fits_two_is_refused(store: Store) -> None:
    """With 5,000 rows some two share their first four characters (32 ** 4 = 1,048,576)."""
    words = "ya " * 5000
    one = source("panjang.txt", (("I", words),), informant=None)
    one = type(one)(
        **{
            **{name: getattr(one, name) for name in one.__slots__},
            "turns": (type(one.turns[0])(0, "informant", "I", 3, 3 + len(words)),),
        }
    )
    with store.atomic():
        store.add_source(one)
        store.replace_suggestions(
            one.name,
            [
                suggest(one, "ya").__class__(
                    0, 3 + n, 5 + n, "KUAL", None, "neutral", "none", 1, 0.5, suggest(one, "ya").reason
                )
                for n in range(5000)
            ],
            codebook_version="1",
            run_key="k",
        )
    ids = [coding.id for coding in store.codings()]
    twice = next(key[:4] for key in ids if sum(other[:4] == key[:4] for other in ids) > 1)
    with pytest.raises(NotFound, match="several"):
        store.coding(twice)


def test_deciding_while_going_through_the_listing(store: Store) -> None:
    with store.atomic():
        for name in ("a.txt", "b.txt", "c.txt"):
            one = source(name)
            store.add_source(one)
            store.replace_suggestions(
                name,
                [suggest(one, ANSWER), suggest(one, "ramah", "SIKAP")],
                codebook_version="1",
                run_key="k",
            )
    with store.atomic():
        decided = [store.decide(coding.id, coder="Ani", status="accepted") for coding in store.codings()]
    assert len(decided) == 6
    assert list(store.codings()) == decided


@pytest.mark.parametrize("speaker", ["informant", "observer", "document", "third"])
def test_whoever_speaks_as_evidence_can_be_coded_by_hand(store: Store, speaker: Speaker) -> None:
    turn = replace(ONE.turns[1], speaker=speaker)
    with store.atomic():
        store.add_source(replace(ONE, turns=(ONE.turns[0], turn)))
        mine = store.add_coding(ONE.name, turn.start, turn.end, "KUAL", "negative", "Ani")
    assert mine.turn == 1


def test_the_interviewers_words_are_no_evidence(store: Store) -> None:
    turn = ONE.turns[0]
    with store.atomic():
        store.add_source(ONE)
        with pytest.raises(UsageError, match="words of the interviewer are no evidence"):
            store.add_coding(ONE.name, turn.start, turn.end, "KUAL", "negative", "Ani")
    assert store.count_codings() == 0


# ---------------------------------------------------------------- another code
def test_another_code_leaves_facet_and_cause_behind(store: Store) -> None:
    turn = ONE.turns[1]
    with store.atomic():
        store.add_source(ONE)
        mine = store.add_coding(
            ONE.name, turn.start, turn.end, "KUAL", "negative", "Ani", facet="lama", causal="stated", strength=3
        )
        same = store.decide(mine.id, coder="Ani", code="KUAL", stance="mixed")
        other = store.decide(mine.id, coder="Ani", code="SIKAP")
        given = store.decide(mine.id, coder="Ani", code="RAPI", facet="baris", causal="implied")
    assert [(c.facet, c.causal, c.strength) for c in (same, other, given)] == [
        ("lama", "stated", 3),
        (None, "none", 3),
        ("baris", "implied", 3),
    ]


def test_recoding_to_what_one_has_there_rejects_the_row_and_keeps_the_other(store: Store) -> None:
    turn = ONE.turns[1]
    with store.atomic():
        store.add_source(ONE)
        first = store.add_coding(ONE.name, turn.start, turn.end, "KUAL", "negative", "Ani", reason="lama")
        stands = store.add_coding(ONE.name, turn.start, turn.end, "SIKAP", "positive", "Ani", reason="ramah")
    with store.atomic():
        assert store.decide(first.id, coder="Ani", code="SIKAP", reason="keliru") == stands
    gone = store.coding(first.id)
    assert (gone.code, gone.status, gone.reason) == ("KUAL", "rejected", "keliru")
    assert store.coding(stands.id) == stands
    assert store.tally(("code", "status")) == {("KUAL", "rejected"): 1, ("SIKAP", "accepted"): 1}
    assert [(e.object, e.reason) for e in store.journal()][-2:] == [
        (f"coding:{first.id}", "rejected"),
        (f"coding:{stands.id}", "merged"),
    ]
    head = store.head()
    with store.atomic():
        store.decide(first.id, coder="Ani", code="SIKAP", reason="keliru")
    assert store.head() == head
    assert store.check(deep=True) == ()


def test_what_is_said_with_the_new_code_is_said_of_the_row_that_stands(store: Store) -> None:
    turn = ONE.turns[1]
    with store.atomic():
        store.add_source(ONE)
        first = store.add_coding(ONE.name, turn.start, turn.end, "KUAL", "negative", "Ani")
        other = store.add_coding(ONE.name, turn.start, turn.end, "SIKAP", "positive", "Ani", reason="ramah")
        store.decide(other.id, coder="Ani", status="withdrawn")
        now = store.decide(first.id, coder="Ani", code="SIKAP", stance="mixed", reason="keliru")
    assert (now.id, now.status, now.stance, now.reason) == (other.id, "accepted", "mixed", "ramah")
    assert store.check(deep=True) == ()


@pytest.mark.parametrize("first", ["recode", "accept"])
def test_two_suggestions_on_one_span_never_become_one_code_twice(store: Store, first: str) -> None:
    with store.atomic():
        store.add_source(ONE)
        store.replace_suggestions(
            ONE.name, [suggest(ONE, ANSWER), suggest(ONE, ANSWER, "SIKAP")], codebook_version="1", run_key="k"
        )
    long, polite = store.codings()
    with store.atomic():
        for step in (first, "recode", "accept"):
            if step == "accept":
                store.decide(polite.id, coder="Ani", status="accepted")
            else:
                store.decide(long.id, coder="Ani", code="SIKAP")
    assert [(c.coder, c.code, c.status) for c in store.codings()] == [
        ("Ani", "KUAL.KMP", "rejected"),
        ("Ani", "SIKAP", "accepted"),
    ]
    assert store.check(deep=True) == ()


def test_accepting_anothers_coding_of_what_one_coded_oneself_is_no_second_row(store: Store) -> None:
    turn = ONE.turns[1]
    with store.atomic():
        store.add_source(ONE)
        ani = store.add_coding(ONE.name, turn.start, turn.end, "KUAL", "negative", "Ani")
        budi = store.add_coding(ONE.name, turn.start, turn.end, "KUAL", "negative", "Budi")
        assert store.decide(ani.id, coder="Budi", status="rejected").id == budi.id
    assert store.count_codings() == 2


def test_a_coder_has_one_row_on_a_suggestion(store: Store, suggestion: Coding) -> None:
    with store.atomic():
        other = store.decide(suggestion.id, coder="Ani", code="SIKAP")
        store.add_coding(ONE.name, suggestion.start, suggestion.end, "KUAL.KMP", "negative", "Ani")
    assert store.decisions_on(suggestion.id) == (other,)


def test_what_persons_made_of_a_suggestion_is_told(store: Store, suggestion: Coding) -> None:
    assert store.decisions_on(suggestion.id) == ()
    with store.atomic():
        budi = store.decide(suggestion.id, coder="Budi", status="rejected")
        ani = store.decide(suggestion.id, coder="Ani", status="accepted")
        store.decide(suggestion.id, coder="Cici", status="withdrawn")
        own = store.add_coding(ONE.name, ONE.turns[3].start, ONE.turns[3].end, "RAPI", "positive", "Ani")
    assert store.decisions_on(suggestion.id[:6]) == store.decisions_on(budi.id) == (ani, budi)
    assert len(store.decisions_on(ani.id, include_hidden=True)) == 3
    assert store.decisions_on(own.id) == ()
    with pytest.raises(NotFound):
        store.decisions_on("zzzz")


def test_a_withdrawn_row_is_invisible(store: Store, suggestion: Coding) -> None:
    with store.atomic():
        store.decide(suggestion.id, coder="Ani", status="withdrawn")
    assert list(store.codings()) == []
    assert store.count_codings(include_hidden=True) == 1


def test_changing_ones_own_coding_changes_that_row(store: Store) -> None:
    turn = ONE.turns[1]
    with store.atomic():
        store.add_source(ONE)
        mine = store.add_coding(ONE.name, turn.start, turn.end, "KUAL", "negative", "Ani")
        changed = store.decide(mine.id, coder="Ani", code="SIKAP")
    assert (changed.id, changed.code) == (mine.id, "SIKAP")
    assert list(store.codings()) == [changed]


def test_the_id_of_a_decision_does_not_follow_the_code(store: Store, suggestion: Coding) -> None:
    with store.atomic():
        mine = store.decide(suggestion.id, coder="Ani", code="SIKAP")
    assert mine.id == coding_id(ONE.name, suggestion.start, suggestion.end, suggestion.id, "Ani")


def test_a_decision_on_anothers_coding_is_found_again_when_that_was_recoded(store: Store) -> None:
    turn = ONE.turns[1]
    with store.atomic():
        store.add_source(ONE)
        ani = store.add_coding(ONE.name, turn.start, turn.end, "KUAL", "negative", "Ani")
        first = store.decide(ani.id, coder="Budi", status="accepted")
        store.decide(ani.id, coder="Ani", code="SIKAP")
        second = store.decide(ani.id, coder="Budi", status="rejected")
    assert (second.id, second.code) == (first.id, "KUAL")
    assert store.count_codings() == 2
