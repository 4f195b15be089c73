"""Ids of flags: made of what fired, one for each, and those of before where only one flag had them."""

from __future__ import annotations

from dataclasses import replace

from kualcode.analysis.rules.flags import Flag, ordered
from kualcode.errors import Bi

ONE = Flag("T5", "BLOCK", ("KUAL",), Bi("Angka 12.", "The figure 12."), places=("Simpulan, brs. 9",))
TWIN = replace(ONE, message=Bi("Angka 17.", "The figure 17."), details=(("figure", "17"),))


def test_a_flag_alone_keeps_the_id_that_notes_were_written_on() -> None:
    assert [flag.id for flag in ordered([ONE])] == ["T5-0ed6eb"]


def test_twins_both_stand_each_with_an_id_of_its_own() -> None:
    ids = [flag.id for flag in ordered([ONE, TWIN])]
    assert len(set(ids)) == 2
    assert all(id_.startswith(f"{ONE.id}.") for id_ in ids)  # the old id named both: it no longer names either


def test_the_id_of_a_twin_rests_on_what_it_says_and_not_on_its_place_in_the_list() -> None:
    third = replace(TWIN, details=(("figure", "21"),))
    assert [flag.id for flag in ordered([ONE, TWIN])] == [flag.id for flag in ordered([TWIN, ONE])]
    assert {flag.id for flag in ordered([ONE, TWIN])} < {flag.id for flag in ordered([third, ONE, TWIN])}
    again = ordered(ordered([ONE, TWIN]))
    assert again == ordered([ONE, TWIN])


def test_what_is_said_twice_stands_once_the_graver_one() -> None:
    (flag,) = ordered([replace(ONE, severity="WARN"), ONE])
    assert (flag.severity, flag.id) == ("BLOCK", ONE.id)


def test_flags_of_different_matter_whose_short_ids_happen_to_be_equal_are_told_apart() -> None:
    by_id: dict[str, Flag] = {}
    for number in range(200_000):  # six hexadecimal digits meet by chance after some thousands
        flag = replace(ONE, places=(str(number),))
        if flag.id in by_id:
            assert len({one.id for one in ordered([by_id[flag.id], flag])}) == 2
            return
        by_id[flag.id] = flag
    raise AssertionError("no two ids met")
