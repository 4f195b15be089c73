"""Decisions and the choice they rest on are one step."""

from __future__ import annotations

import pytest
from study_values import Study

from kualcode.errors import UsageError
from kualcode.store import Query, open_store
from kualcode.workflow.decide import decide
from kualcode.workflow.words import STATUS_WORDS, TYPE_WORDS, meant, near_source, shown


def test_what_is_decided_is_chosen_while_nobody_else_can_write(tagged: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run of `tag` between the choice and the decision could take away what was chosen."""
    with open_store(tagged.project) as store:
        inside: list[bool] = []
        read = store.codings

        def seen(query: Query | None = None) -> object:
            inside.append(store._depth > 0)
            return read(query)

        monkeypatch.setattr(store, "codings", seen)
        assert len(decide(store, (), Query(code="LAY"), coder="Dwi", status="rejected")) == 2
        assert inside == [True]
        with pytest.raises(UsageError):
            decide(store, (), Query(code="LAY", status=frozenset({"rejected"})), coder="Dwi", code="HMB.ALT")


@pytest.mark.parametrize(("word", "value"), [("Diterima", "accepted"), ("open", "suggested"), ("rejected", "rejected")])
def test_a_word_of_either_language_is_the_same_value(word: str, value: str) -> None:
    assert meant(word, STATUS_WORDS) == value
    assert meant("lain", STATUS_WORDS) is None
    assert meant(" tanpa  JENIS", TYPE_WORDS) == "unattributed"


def test_a_message_repeats_only_what_cannot_be_a_persons_words() -> None:
    assert [shown(v).id for v in ("FH.DIS", "", "a" * 30, "dua kata", "0812", 5)] == [
        "FH.DIS",
        '""',
        "a" * 20,
        "(8 karakter)",
        "(4 karakter)",
        "(1 karakter)",
    ]


def test_a_source_is_offered_by_its_name_with_or_without_its_folder() -> None:
    names = ("wawancara/W-01 Kapus.docx", "observasi/O-1.txt")
    assert near_source("Wawancara Kapus", names) == "wawancara/W-01 Kapus.docx"
    assert near_source("o-1", names) == "observasi/O-1.txt"
    assert near_source("zzz", names) is None
