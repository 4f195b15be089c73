"""Number words to exact values: "dua puluh lima ribu", "satu setengah", "nol koma tujuh", "twenty-five".

The grammar of Indonesian numerals is that of Sneddon et al., Indonesian: A Comprehensive Grammar (2010);
spoken *lapan*, written-together *duapuluh* and *tiga empat* (three or four) are read as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple


class Value(NamedTuple):
    """A value or a span of values, the unit of its last digit (0: as it is), the words it took."""

    lo: Fraction
    hi: Fraction
    step: Fraction
    used: int
    approx: bool = False
    share: bool = False


class Words(NamedTuple):
    """The number words of one language."""

    ones: dict[str, int]
    teens: dict[str, int]  # whole words below a hundred that take no unit after them
    tens: dict[str, int]  # whole words that do: twenty
    wholes: dict[str, int]  # seratus, seribu: one of a scale
    scales: dict[str, int]
    decimal: str
    half: tuple[str, ...]
    joiner: str  # one hundred AND five


ID_ONES = {
    "nol": 0,
    "satu": 1,
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "tujuh": 7,
    "delapan": 8,
    "lapan": 8,
    "sembilan": 9,
}
ID_SCALES = {
    "ribu": 10**3,
    "rb": 10**3,
    "juta": 10**6,
    "jt": 10**6,
    "miliar": 10**9,
    "milyar": 10**9,
    "triliun": 10**12,
}
ID = Words(
    ID_ONES,
    {"sepuluh": 10, "sebelas": 11},
    {},
    {"seratus": 100, "seribu": 10**3, "sejuta": 10**6, "semiliar": 10**9, "semilyar": 10**9},
    ID_SCALES,
    "koma",
    ("setengah",),
    "",
)
EN = Words(
    {"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9},
    {
        "ten": 10,
        "eleven": 11,
        "twelve": 12,
        "thirteen": 13,
        "fourteen": 14,
        "fifteen": 15,
        "sixteen": 16,
        "seventeen": 17,
        "eighteen": 18,
        "nineteen": 19,
    },
    {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90},
    {},
    {"thousand": 10**3, "million": 10**6, "billion": 10**9},
    "point",
    ("half",),
    "and",
)
# Whole words that leave the exact number open; the span of one: tens are 20-99, as many tens.
VAGUE = {
    "belasan": (11, 19),
    "puluhan": (20, 99),
    "ratusan": (100, 999),
    "ribuan": (1000, 999_999),
    "jutaan": (10**6, 10**9 - 1),
}
_VAGUE_UNIT = {"puluhan": 10, "ratusan": 100, "ribuan": 1000, "jutaan": 10**6}
_FRACTIONS = {"pertiga": 3, "perempat": 4, "perlima": 5}
_GLUED = re.compile(rf"({'|'.join(ID_ONES)})(belas|puluh|ratus|ribu|juta)(an)?$")


def split(raw: str) -> list[tuple[str, int]]:
    """The words of a written number with the offset each ends at, glued ones apart: duapuluh -> dua puluh."""
    words: list[tuple[str, int]] = []
    for match in re.finditer(r"[^\W\d_]+", raw):
        word, end = match[0].lower(), match.end()
        glued = _GLUED.match(word)
        if glued:
            words += [(glued[1], match.start() + glued.end(1)), (glued[2] + (glued[3] or ""), end)]
        else:
            words.append((word, end))
    return words


def read(words: Sequence[str], table: Words) -> Value | None:
    """The number that the words begin with, or None."""
    if not words:
        return None
    special = (_vague, _either, _fraction) if table is ID else ()
    return next((found for form in special if (found := form(words))), None) or _plain(words, table)


def _plain(words: Sequence[str], table: Words) -> Value | None:
    """A number with its decimals or its half and the scale after them: dua koma lima juta."""
    if words[0] in table.half:
        scale = table.scales.get(words[1], 1) if len(words) > 1 else 1
        half = Fraction(scale, 2)
        return Value(half, half, Fraction(0), 1 + (scale > 1))
    whole, used = _whole(words, table)
    if not used:
        return None
    digits = _decimals(words, used, table)
    if digits:
        step = Fraction(1, 10 ** len(digits))
        value = whole + int("".join(map(str, digits))) * step
        used += 1 + len(digits)
    elif used < len(words) and (skip := _half_after(words, used, table)):
        value, step, used = whole + Fraction(1, 2), Fraction(0), used + skip
    else:
        return Value(Fraction(whole), Fraction(whole), Fraction(1), used)
    scale = table.scales.get(words[used], 1) if used < len(words) else 1
    return Value(value * scale, value * scale, step * scale, used + (scale > 1))


def _half_after(words: Sequence[str], at: int, table: Words) -> int:
    """Number of words of a half that is added: satu SETENGAH, two AND A HALF."""
    if not table.joiner:
        return int(words[at] in table.half)
    return 3 if list(words[at : at + 3]) == ["and", "a", "half"] else 0


def _decimals(words: Sequence[str], at: int, table: Words) -> list[int]:
    """The digits after the word for the decimal sign."""
    if at >= len(words) or words[at] != table.decimal:
        return []
    digits: list[int] = []
    for word in words[at + 1 :]:
        if word not in table.ones:
            break
        digits.append(table.ones[word])
    return digits


def _whole(words: Sequence[str], table: Words) -> tuple[int, int]:
    """A whole number as groups of falling scale, and the words it took; (0, 0) when there is none."""
    total, at, limit = 0, 0, 10**15
    while at < len(words):
        joined = int(at > 0 and words[at] == table.joiner)
        group, used = _group(words, at + joined, table)
        if not used:
            break
        end = at + joined + used
        scale = table.scales.get(words[end], 1) if end < len(words) else 1
        end += scale > 1
        if group >= 1000:  # seribu, sejuta: a scale by itself
            group, scale = 1, group
        if scale >= limit:
            break
        total, at, limit = total + group * scale, end, scale
        if scale == 1:
            break
    return total, at


def _group(words: Sequence[str], at: int, table: Words) -> tuple[int, int]:
    """A number below a thousand, or seribu and its like, and the words it took."""
    if at >= len(words):
        return 0, 0
    if words[at] in table.wholes and table.wholes[words[at]] >= 1000:
        return table.wholes[words[at]], 1
    hundreds, used = _hundreds(words, at, table)
    joined = int(used > 0 and at + used < len(words) and words[at + used] == table.joiner)
    rest, more = _below_hundred(words, at + used + joined, table)
    return hundreds + rest, used + (joined + more if more else 0)


def _hundreds(words: Sequence[str], at: int, table: Words) -> tuple[int, int]:
    """seratus, dua ratus, a hundred, two hundred."""
    if words[at] == "seratus" and table.wholes:
        return 100, 1
    following = words[at + 1] if at + 1 < len(words) else ""
    if following in ("ratus", "hundred"):
        if words[at] in table.ones:
            return 100 * table.ones[words[at]], 2
        if words[at] == "a" and following == "hundred":
            return 100, 2
    return 0, 0


def _below_hundred(words: Sequence[str], at: int, table: Words) -> tuple[int, int]:
    """Units, teens and tens."""
    word, following, third = [*words[at : at + 3], "", "", ""][:3]
    if word in table.teens:
        return table.teens[word], 1
    if word in table.tens:
        unit = table.ones.get(following, 0)
        return table.tens[word] + unit, 1 + (unit > 0)
    if word not in table.ones:
        return (1, 1) if word == "a" and following in table.scales else (0, 0)
    if following == "belas":
        return 10 + table.ones[word], 2
    if following == "puluh":
        unit = table.ones.get(third, 0)
        return 10 * table.ones[word] + unit, 2 + (unit > 0)
    return table.ones[word], 1


def _vague(words: Sequence[str]) -> Value | None:
    """puluhan (20-99), dua puluhan (20-29), lima belasan (about 15), belasan ribu."""
    one = ID_ONES.get(words[0], 0)
    at = int(one > 0)
    word = words[at] if at < len(words) else ""
    if word not in VAGUE:
        return None
    lo, hi = VAGUE[word]
    if one and word == "belasan":
        value = Fraction(10 + one)
        return Value(value * Fraction(9, 10), value * Fraction(11, 10), Fraction(0), 2, approx=True)
    if one:
        lo, hi = one * _VAGUE_UNIT[word], (one + 1) * _VAGUE_UNIT[word] - 1
    scale = ID_SCALES.get(words[at + 1], 1) if at + 1 < len(words) else 1
    used = at + 1 + (scale > 1)
    return Value(Fraction(lo * scale), Fraction((hi + 1) * scale - 1), Fraction(0), used, approx=True)


def _either(words: Sequence[str]) -> Value | None:
    """Two neighbouring units said in a row are a span: tiga empat orang, dua tiga puluh."""
    if len(words) < 2:
        return None
    one, two = ID_ONES.get(words[0], 0), ID_ONES.get(words[1], 0)
    if not one or two != one + 1:
        return None
    hi = _plain(words[1:], ID)
    lo = _plain([words[0], *words[2:]], ID)
    if hi is None or lo is None or lo.used != hi.used:
        return None
    return Value(lo.lo, hi.hi, Fraction(0), hi.used + 1)


def _fraction(words: Sequence[str]) -> Value | None:
    """dua pertiga, tiga perempat: per cent of the whole."""
    if len(words) < 2 or words[1] not in _FRACTIONS or words[0] not in ID_ONES:
        return None
    value = Fraction(100 * ID_ONES[words[0]], _FRACTIONS[words[1]])
    return Value(value, value, Fraction(0), 2, share=True)
