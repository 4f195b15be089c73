"""Where a quote stands, when only its white space differs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kualcode.text import trim
from kualcode.workflow.coded_rows import squashed

TEXTS = st.text(st.sampled_from("ab \n\t\u00a0\u2003\U0001f600\u0301[=\u0627"), max_size=40)


@given(TEXTS)
def test_folded_text_has_one_blank_for_every_run_of_white_space(text: str) -> None:
    folded, offsets = squashed(text)
    assert folded.strip() == " ".join(text.split())
    assert len(folded) == len(offsets)
    assert offsets == sorted(set(offsets))
    for char, offset in zip(folded, offsets, strict=True):
        assert char == (" " if text[offset].isspace() else text[offset])


@given(TEXTS, st.data())
def test_any_passage_is_found_where_it_was_taken(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    start, end = trim(text, start, data.draw(st.integers(start, len(text))))
    words = " ".join(text[start:end].split())
    folded, offsets = squashed(text)
    if words and folded.count(words) == 1:
        at = folded.index(words)
        assert (offsets[at], offsets[at + len(words) - 1] + 1) == (start, end)
