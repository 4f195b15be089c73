"""Words that the sentences of a thesis are made of: numbers, lists, names of codes and of groups.

Indonesian follows EYD V: a number of one or two words is written out, a longer one in figures. English writes out
numbers up to ten.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kualcode.analysis import words as shown
from kualcode.analysis.evidence import Axis
from kualcode.analysis.layouts.quotes import stretch
from kualcode.errors import Bi
from kualcode.model import Code

NOTHING = Bi("", "")
_ONES = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
_FEW = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ORDINALS_ID = ("Pertama", "Kedua", "Ketiga", "Keempat", "Kelima", "Keenam", "Ketujuh", "Kedelapan")
_ORDINALS_EN = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth")


# ---------------------------------------------------------------- numbers and lists
def number(n: int) -> Bi:
    """A number as running text has it: "dua belas", "21"; "ten", "12"."""
    return Bi(_indonesian(n), _FEW[n] if n < len(_FEW) else str(n))


def _indonesian(n: int) -> str:
    if n < len(_ONES):
        return _ONES[n]
    if n < 20:
        return f"{_ONES[n - 10]} belas"
    return f"{_ONES[n // 10]} puluh" if n < 100 and n % 10 == 0 else str(n)


def counted(n: int, noun: Bi, plural: str) -> Bi:
    """So many of a thing: "tiga dokumen", "three documents"; one person is "seorang"."""
    said = number(n)
    one = "seorang" if n == 1 and noun.id == "informan" else said.id
    return Bi(f"{one} {noun.id}", f"{said.en} {noun.en if n == 1 else plural}")


def ordinal(n: int) -> Bi:
    """ "Pertama", "First"; from nine on a figure."""
    at = n - 1
    return Bi(_ORDINALS_ID[at], _ORDINALS_EN[at]) if at < len(_ORDINALS_ID) else Bi(f"Ke-{n}", f"Number {n}")


def listed(parts: Iterable[Bi]) -> Bi:
    """ "a, b, dan c"; "a, b and c"; where a part has an "and" of its own, "a dan b, serta c"; "a and b, and c"."""
    found = list(parts)
    return Bi(_listed([p.id for p in found], "dan", "serta", ","), _listed([p.en for p in found], "and", "and", ""))


def plain(parts: Iterable[str]) -> Bi:
    """The same for words that both languages share: codes, ids, file names."""
    return listed(Bi(part, part) for part in parts)


def _listed(parts: Sequence[str], word: str, apart: str, comma: str) -> str:
    if len(parts) > 1 and any(f" {word} " in part for part in parts):
        return f"{', '.join(parts[:-1])}, {apart} {parts[-1]}"
    if len(parts) < 3:
        return f" {word} ".join(parts)
    return f"{', '.join(parts[:-1])}{comma} {word} {parts[-1]}"


def joined(parts: Iterable[Bi], between: str = " ") -> Bi:
    """Texts one after the other; empty ones leave no gap."""
    found = list(parts)
    return Bi(between.join(p.id for p in found if p.id), between.join(p.en for p in found if p.en))


def sentence(text: Bi) -> Bi:
    """The text with a capital at its start and a full stop at its end, where it has none."""
    return Bi(_closed(text.id), _closed(text.en))


def _closed(text: str) -> str:
    found = text.strip()
    return found if not found else found[0].upper() + found[1:] + ("" if found[-1] in ".?!…”" else ".")


def clause(text: Bi) -> Bi:
    """A sentence as part of another: without its full stop, and with a small letter where no name opens it."""
    return Bi(_lower(text.id.strip().removesuffix(".")), _lower(text.en.strip().removesuffix(".")))


def _lower(text: str) -> str:
    """A first word that is one of several capitalised ones, or an abbreviation, may be a name and stays."""
    first, second = [*text.split(maxsplit=2)[:2], "", ""][:2]
    plain = first[1:].islower() or first == "A"
    return text[:1].lower() + text[1:] if plain and not second[:1].isupper() else text


# ---------------------------------------------------------------- codes and groups
def title(code: Code) -> Bi:
    """A code's name as a heading has it: no blanks around a slash."""
    return Bi(code.name.id.replace(" / ", "/"), code.name.en.replace(" / ", "/"))


def name(code: Code) -> Bi:
    """A code's name as running text has it."""
    return clause(title(code))


def facet_name(code: Code, facet: str) -> Bi:
    """An aspect of a code as running text has it; one that a coder added is shown by its word."""
    known = next((f.name for f in code.facets if f.id == facet), None)
    return clause(known or Bi(*[facet.replace("_", " ")] * 2))


AXES: dict[Axis, Bi] = {
    "technique": Bi("triangulasi teknik", "triangulation of techniques"),
    "source": Bi("triangulasi sumber", "triangulation of sources"),
    "time": Bi("triangulasi waktu", "triangulation over time"),
}
_TECHNIQUES = {
    "interview": Bi("wawancara", "interviews"),
    "observation": Bi("observasi", "observation"),
    "documentation": Bi("dokumentasi", "documents"),
}
_VOICES = {
    "interview": (Bi("informan", "informant"), "informants"),
    "observation": (Bi("catatan observasi", "observation record"), "observation records"),
    "documentation": (Bi("dokumen", "document"), "documents"),
}


def group_name(axis: Axis, group: str) -> Bi:
    """One column of the axis as running text has it: "wawancara", "unsur staf", "data 9 Februari 2026"."""
    if axis == "technique":
        return _TECHNIQUES.get(group, Bi(group, group))
    if axis == "source":
        found = shown.role_group(group)
        return Bi(found.id, f"the {found.en} group")
    return Bi("data {when}", "the data of {when}").fill(when=stretch(group))


def voices(group: str, n: int) -> Bi:
    """So many voices of a technique: "tujuh informan", "two documents"; on another axis they are sources."""
    noun, plural = _VOICES.get(group, (Bi("sumber", "source"), "sources"))
    return counted(n, noun, plural)
