"""How much room text takes: an estimate, but one that never makes a column too narrow for its words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kualcode.exports import measure

TEXTS = st.text(st.sampled_from("aiM W\n\u0301漢😀"), max_size=60)


@pytest.mark.parametrize(
    ("text", "width"), [("", 0), ("aa", 2), ("e\u0301", 1), ("漢", 2.2), ("A", 1.35), ("mi", 2.15)]
)
def test_broad_letters_take_more_and_marks_above_letters_nothing(text: str, width: float) -> None:
    assert measure.width(text) == pytest.approx(width)


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("", 10, 1),
        ("aaa aaa", 10, 1),
        ("aaa aaa", 6.5, 2),
        ("a\n\na", 9, 3),
        ("a" * 25, 10, 3),
        ("aa " + "a" * 25, 10, 4),
    ],
)
def test_lines_are_filled_word_by_word_and_long_words_are_broken(text: str, room: float, lines: int) -> None:
    assert measure.lines(text, room) == lines


@settings(deadline=None)
@given(TEXTS, st.floats(1, 50))
def test_more_room_never_takes_more_lines_and_lines_hold_no_more_than_their_room(text: str, room: float) -> None:
    taken = measure.lines(text, room)
    assert taken >= measure.lines(text, room * 2)
    assert taken * room >= sum(measure.width(word) for word in text.split()) - 1e-6


def test_the_longest_cell_gets_most_of_the_room_and_short_ones_keep_a_shape() -> None:
    short, long = ["No", "1"], ["Isi", "kata " * 400]
    narrow, some, broad = measure.share([short, ["Arah", "Sejalan, tiga dari tiga teknik"], long], 150)
    assert narrow < 5
    assert 12 < some < 20
    assert broad > 110
    assert narrow + some + broad <= 150


def test_columns_are_as_wide_as_their_longest_word_even_beyond_the_total() -> None:
    widths = measure.share([["Pertanggungjawaban"]] * 10, 100)
    assert all(width > measure.width("Pertanggungjawaban") * measure.BOLD for width in widths)


@settings(deadline=None)
@given(st.lists(st.lists(TEXTS, min_size=1, max_size=3), min_size=1, max_size=6), st.floats(20, 200))
def test_no_column_is_narrower_than_its_words(columns: list[list[str]], total: float) -> None:
    widths, low = measure.share(columns, total), measure.least(columns)
    assert all(width >= least for width, least in zip(widths, low, strict=True))
    assert sum(widths) <= total or sum(low) + len(low) > total


def test_broad_columns_are_cut_to_one_level() -> None:
    assert measure.levelled([3, 10, 30, 40], 33) == [3, 10, 10, 10]
    assert measure.levelled([3, 10], 33) == [3, 10]
