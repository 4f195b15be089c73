"""N1 holds rounded shares to their tolerance, and sums only what is told in one unit."""

from __future__ import annotations

import pytest
from claims_values import BOOK, evidence

from kualcode.analysis.evidence import Case, Claim
from kualcode.analysis.rules.given import given
from kualcode.analysis.rules.numbers import n1
from kualcode.language.numbers import parse


def excess(whole: str, *parts: str) -> list[str]:
    """By how much the parts are off, where the rule fires."""
    said = evidence("D1", f"{whole}: {', '.join(parts)}", id="E1")

    def claim(name: str, figure: str, of: str | None = None) -> Claim:
        return Claim(name, "E1", parse(figure)[0], "kegiatan", code="X", partition_of=of)

    claims = (claim("t", whole), *(claim(str(n), part, "t") for n, part in enumerate(parts)))
    return [dict(flag.details)["excess"] for flag in n1(given(Case(BOOK, (said,), claims)))]


@pytest.mark.parametrize(
    ("whole", "parts", "off"),
    [
        ("100%", ("33,3%", "33,3%", "33,3%"), []),  # 99.75 to 100.05 holds 100
        ("100%", ("46%", "31%", "28%"), ["5"]),
        ("100%", ("33%", "33%", "31%"), ["-3"]),  # at most 98.5, and the whole is at least 99.5
        ("41 kegiatan", ("28 kegiatan", "13 kegiatan", "32%"), []),
        ("41 kegiatan", ("28 kegiatan", "12 kegiatan"), ["-1"]),  # counts are exact
    ],
)
def test_parts_and_their_whole(whole: str, parts: tuple[str, ...], off: list[str]) -> None:
    assert excess(whole, *parts) == off
