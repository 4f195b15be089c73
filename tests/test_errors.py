"""Errors that people read: what happened and what to do, in both languages."""

from __future__ import annotations

import pytest

from kualcode import errors
from kualcode.errors import Bi, InvalidFile, KualcodeError, Problem


def test_slots_are_filled_in_both_languages_and_may_hold_messages() -> None:
    message = Bi("{n} berkas {what}", "{n} files {what}").fill(n=3, what=Bi("hilang", "lost"))
    assert message == Bi("3 berkas hilang", "3 files lost")
    assert (message.get("id"), message.get("en")) == ("3 berkas hilang", "3 files lost")


def test_a_value_with_braces_is_not_filled_again() -> None:
    assert Bi("{a} {b}", "{a} {b}").fill(a="{b}", b="x") == Bi("{b} x", "{b} x")


def test_an_error_says_what_happened_and_what_to_do() -> None:
    error = KualcodeError(Bi("Rusak.", "Broken."), Bi("Pulihkan.", "Restore it."))
    assert error.message("id") == "Rusak. Pulihkan."
    assert error.message("en") == "Broken. Restore it."
    assert str(error) == "Broken."
    assert KualcodeError(Bi("Rusak.", "Broken.")).message("en") == "Broken."


def test_an_invalid_file_carries_every_problem() -> None:
    problems = [Problem("b.yaml:1:2", Bi("salah.", "wrong."), Bi("Perbaiki.", "Mend it."))] * 2
    error = InvalidFile(Bi("Tidak sah:", "Invalid:"), problems)
    assert error.message("en").splitlines() == ["Invalid:", *["b.yaml:1:2: wrong. Mend it."] * 2]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("KualcodeError", 1),
        ("UsageError", 2),
        ("InvalidFile", 3),
        ("SourceError", 1),
        ("StoreError", 1),
        ("ProjectInUse", 5),
        ("StaleVersion", 1),
        ("CheckFailed", 4),
        ("NotFound", 1),
    ],
)
def test_exit_codes_are_those_of_the_tree_in_the_docstring(name: str, code: int) -> None:
    assert getattr(errors, name).exit_code == code
    assert errors.__doc__ is not None
    line = next(line for line in errors.__doc__.splitlines() if name in line.split())
    if "exit" in line:
        assert f"exit {code}" in line
