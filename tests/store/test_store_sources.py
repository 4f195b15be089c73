"""Sources: stored once, described by persons, corrected only while nobody has decided on them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_values import ANSWER, LINES, clock, source, suggest

from kualcode.errors import Bi, NotFound, SourceError, UsageError
from kualcode.model import Informant, Source, SourceInfo, Turn
from kualcode.store import Query, Store, WriteOutsideAtomicError, create
from kualcode.text import normalise, sha256

CORRECTED = (*LINES[:3], ("I", "Rapi, lengkap, cepat."))


def add(store: Store, *sources: Source) -> None:
    with store.atomic():
        for one in sources:
            store.add_source(one)


@st.composite
def any_source(draw: st.DrawFn) -> Source:
    """Any text, cut anywhere into turns; some turns answer an earlier one."""
    odd = st.sampled_from(["[tertawa]", "=1+1", "🙂", "e\u0301", "\u202eشكرا", "\x00", "\x0b", "\n"])
    text = normalise("".join(draw(st.lists(st.text(max_size=8) | odd, max_size=12))))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    turns = tuple(
        Turn(
            i,
            draw(st.sampled_from(["interviewer", "informant"])),
            draw(st.text(max_size=5)),
            a,
            b,
            draw(st.none() | st.integers(0, i - 1)) if i else None,
            draw(st.none() | st.text(max_size=4)),
            draw(st.none() | st.just("00:01")),
        )
        for i, (a, b) in enumerate(spans)
    )
    info = draw(
        st.builds(
            SourceInfo,
            source_type=st.none() | st.just("interview"),
            name=st.none() | st.text(max_size=6),
            informant=st.none() | st.text(max_size=4),
            title=st.none() | st.text(max_size=6),
        )
    )
    name = draw(st.text(min_size=1, max_size=10))
    notes = draw(st.lists(st.builds(Bi, st.text(max_size=5), st.text(max_size=5)), max_size=2))
    return Source(name, "txt", sha256(text), text, sha256(text), info, turns, tuple(notes))


@given(any_source())
@settings(max_examples=100, deadline=None)
def test_any_source_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, one: Source) -> None:
    path = tmp_path_factory.mktemp("p") / "p.kual"
    with create(path, clock=clock()) as store:
        add(store, one)
        assert list(store.sources()) == [one]
        assert store.check(deep=True) == ()


def test_sources_come_in_name_order(store: Store) -> None:
    add(store, source("c.txt"), source("a.txt"), source("b.txt"))
    assert store.source_names() == ("a.txt", "b.txt", "c.txt")
    assert [one.name for one in store.sources()] == ["a.txt", "b.txt", "c.txt"]


def test_the_same_file_again_changes_nothing(store: Store) -> None:
    add(store, source())
    head = store.head()
    with store.atomic():
        assert store.add_source(source()) == "unchanged"
    assert store.head() == head
    assert store.known_file(source().file_sha256) == "wawancara/I-01.txt"
    assert store.known_file("0" * 64) is None


def test_a_corrected_file_replaces_a_text_nobody_has_decided_on(store: Store) -> None:
    add(store, source())
    with store.atomic():
        store.replace_suggestions("wawancara/I-01.txt", [suggest(source(), ANSWER)], codebook_version="1", run_key="k")
        store.set_info("wawancara/I-01.txt", {"place": "kantor"}, "Ani")
        assert store.add_source(source(lines=CORRECTED, file="baru")) == "replaced"
    now = store.source("wawancara/I-01.txt")
    assert now.text.endswith("Rapi, lengkap, cepat.\n")
    assert now.info.place == "kantor"
    assert store.run_key("wawancara/I-01.txt") is None
    assert list(store.codings()) == []
    assert store.source_names() == ("wawancara/I-01.txt",)
    assert store.check(deep=True) == ()


@pytest.mark.parametrize("status", ["accepted", "rejected"])
def test_a_text_that_decisions_rest_on_is_kept(store: Store, status: str) -> None:
    one = source()
    add(store, one)
    with store.atomic():
        store.replace_suggestions(one.name, [suggest(one, ANSWER)], codebook_version="1", run_key="k")
        for coding in store.codings():
            if status == "accepted":
                store.decide(coding.id, coder="Ani", status="accepted")
            else:
                store.decide(coding.id, coder="Ani", status="rejected")
    with store.atomic(), pytest.raises(SourceError) as refused:
        store.add_source(source(lines=CORRECTED, file="baru"))
    assert "another name" in refused.value.message("en")
    assert store.source(one.name) == one


def test_a_file_saved_again_with_the_same_text_keeps_its_decisions(store: Store) -> None:
    one = source()
    add(store, one)
    with store.atomic():
        store.add_coding(one.name, one.turns[1].start, one.turns[1].end, "KUAL", "negative", "Ani")
        assert store.add_source(source(file="disimpan ulang")) == "updated"
    assert store.known_file(one.file_sha256) is None
    assert store.count_codings() == 1
    assert store.check(deep=True) == ()


def test_a_person_corrects_what_was_read_and_can_say_unknown(store: Store) -> None:
    add(store, source())
    with store.atomic():
        info = store.set_info("wawancara/I-01.txt", {"informant": None, "role": "staf"}, "Ani")
    assert info == SourceInfo(source_type="interview", informant=None, role="staf")
    assert store.source("wawancara/I-01.txt").info == info
    assert store.count_codings(Query(informant="I-01")) == 0
    head = store.head()
    with store.atomic():
        store.set_info("wawancara/I-01.txt", {"role": "staf"}, "Ani")
    assert store.head() == head


@pytest.mark.parametrize(("field", "value"), [("umur", "40"), ("source_type", "wawancara")])
def test_an_unknown_field_or_type_is_refused(store: Store, field: str, value: str) -> None:
    add(store, source())
    with store.atomic(), pytest.raises(UsageError, match="unknown"):
        store.set_info("wawancara/I-01.txt", {field: value}, "Ani")


@pytest.mark.parametrize("consent", ["refused", "withdrawn"])
def test_who_refused_or_withdrew_is_left_out(store: Store, consent: str) -> None:
    add(store, source(), source("b.txt", informant="I-02"))
    with store.atomic():
        store.add_coding("wawancara/I-01.txt", source().turns[1].start, source().turns[1].end, "KUAL", "neutral", "Ani")
        store.put_informants([Informant("I-01", consent=consent)])
    assert store.source_names() == ("b.txt",)
    assert [one.name for one in store.sources()] == ["b.txt"]
    assert store.count_codings() == 0
    with pytest.raises(NotFound):
        store.source("wawancara/I-01.txt")
    assert len(list(store.sources(include_hidden=True))) == 2
    hidden = list(store.codings(include_hidden=True))
    assert len(hidden) == 1
    with pytest.raises(NotFound):
        store.coding(hidden[0].id)


def test_in_a_group_only_the_turns_of_who_withdrew_are_left_out(store: Store) -> None:
    one = source(informant=None)
    turns = tuple(replace(t, informant=f"I-0{t.index}") for t in one.turns)
    add(store, replace(one, turns=turns))
    with store.atomic():
        for turn in (one.turns[1], one.turns[3]):
            store.add_coding(one.name, turn.start, turn.end, "KUAL", "neutral", "Ani")
        store.put_informants([Informant("I-03", consent="withdrawn")])
    assert [coding.turn for coding in store.codings()] == [1]
    assert [coding.turn for coding in store.codings(Query(informant="I-01"))] == [1]


@pytest.mark.parametrize(
    "change",
    [
        {"text_sha256": "0" * 64},
        {"turns": (Turn(0, "informant", "I", 0, 9999),)},
        {"turns": (Turn(0, "informant", "I", 5, 8), Turn(1, "informant", "I", 7, 9))},
        {"turns": (Turn(0, "informant", "I", 0, 2, question=0),)},
        {"notes": (Bi("\ud800", ""),)},
    ],
)
def test_what_does_not_hold_together_is_refused_whole(store: Store, change: dict[str, object]) -> None:
    with store.atomic(), pytest.raises(SourceError, match="wawancara/I-01"):
        store.add_source(replace(source(), **change))  # type: ignore[arg-type]
    assert store.source_names() == ()


def test_half_a_character_in_the_text_is_refused_without_showing_the_text(store: Store) -> None:
    text = "rahasia \ud83d"
    with store.atomic(), pytest.raises(SourceError) as refused:
        store.add_source(replace(source(), text=text, text_sha256=sha256(text), turns=()))
    assert "rahasia" not in refused.value.message("en")


def test_an_unknown_source_is_named(store: Store) -> None:
    with pytest.raises(NotFound, match=r"tidak-ada\.txt"):
        store.source("tidak-ada.txt")


def test_writing_needs_the_write_door(store: Store) -> None:
    with pytest.raises(WriteOutsideAtomicError):
        store.add_source(source())


def test_order_of_import_does_not_show(tmp_path: Path) -> None:
    listings = []
    for order in ((0, 1), (1, 0)):
        with create(tmp_path / f"{order[0]}.kual", clock=clock()) as store, store.atomic():
            for index in order:
                one = source(f"{index}.txt")
                store.add_source(one)
                store.replace_suggestions(
                    one.name,
                    [suggest(one, ANSWER), suggest(one, "ramah", "SIKAP")],
                    codebook_version="1",
                    run_key="k",
                )
            listings.append(list(store.codings()))
    assert listings[0] == listings[1]
    assert len(listings[0]) == 4
