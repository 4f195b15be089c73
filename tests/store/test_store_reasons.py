"""A reason as JSON and back; ids that follow from what they name."""

from __future__ import annotations

import base64
import json
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kualcode.model import Hit, Reason
from kualcode.store import coding_id, reason_from_json, reason_json

words = st.text(max_size=12)
spans = st.tuples(st.integers(0, 99999), st.integers(0, 99999))
hits = st.builds(Hit, words, words, words, st.integers(0, 99999), st.integers(0, 99999))
reasons = st.builds(
    Reason,
    st.lists(hits, max_size=3).map(tuple),
    words,
    st.lists(spans, max_size=3).map(tuple),
    st.lists(spans, max_size=3).map(tuple),
    st.none() | spans,
    st.none() | spans,
    st.none() | st.integers(0, 999),
)


@given(reasons)
@settings(max_examples=200)
def test_a_reason_comes_back_as_it_was(reason: Reason) -> None:
    assert reason_from_json(reason_json(reason)) == reason


def test_the_json_is_compact_and_readable() -> None:
    reason = Reason((Hit("KUAL", 'se"rapi', "lemma", 10, 14),), "cue", ((1, 2), (3, 4)), contrast=(5, 9), question=3)
    assert reason_json(reason) == (
        '{"hits":[["KUAL","se\\"rapi","lemma",10,14]],"stance_rule":"cue",'
        '"stance_cues":[[1,2],[3,4]],"contrast":[5,9],"question":3}'
    )


@pytest.mark.parametrize("words_of_a_person", ["menurut saya keliru", "", "[]", '{"x": 1}', "12"])
def test_a_persons_words_are_not_a_reason(words_of_a_person: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        reason_from_json(words_of_a_person)


@given(words, st.integers(0, 10**6), st.integers(0, 10**6), words, words)
def test_an_id_is_the_base32_of_the_hash(source: str, start: int, end: int, code: str, coder: str) -> None:
    digest = sha256(f"{source}\0{start}\0{end}\0{code}\0{coder}".encode()).digest()
    assert coding_id(source, start, end, code, coder) == base64.b32encode(digest).decode().lower()[:12]


def test_the_json_is_json() -> None:
    assert json.loads(reason_json(Reason((), "default")))["stance_rule"] == "default"
