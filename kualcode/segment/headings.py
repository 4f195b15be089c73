"""Headings: what a short line of its own looks like when it names a part instead of saying something."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from kualcode.segment.labels import is_person, is_position
from kualcode.text import squash

HEADING = "heading"  # Turn.label of a document's or an observation's heading

MOST_WORDS = 8  # of a section's heading in an interview, without its mark
_MOST_CHARACTERS = 120
_DOCUMENT_WORDS = 12  # of a document's heading: "LAPORAN HASIL PEMERIKSAAN ... TAHUN 2025"
_LINKS_TEXT = (
    "dan atau di ke dari untuk yang dalam pada dengan oleh terhadap atas bagi serta tentang secara of and or the in on "
    "for to a an by with s/d per"
)
_LINKS = frozenset(_LINKS_TEXT.split())
# A line with one of these says something, however short.
_SAYING_TEXT = (
    "saya kami kita aku ya iya nggak gak enggak ndak nda kada mereka dia kan sih lah i we you they he she my our"
)
_SAYING = frozenset(_SAYING_TEXT.split())
_ANSWERING_TEXT = (
    "tidak belum sudah ada cukup bisa betul benar begitu alhamdulillah insyaallah terima terimakasih jarang sering "
    "kadang mungkin biasanya selalu lumayan yes no not never always sometimes sure maybe"
)
_ANSWERING = frozenset(_ANSWERING_TEXT.split())
_STATING_TEXT = (
    "tidak belum sudah telah adalah ialah akan harus wajib harap dilarang mohon bisa dapat boleh sedang masih ada "
    "terdapat merupakan menjadi hanya is are was were has have must will not"
)
_STATING = frozenset(_STATING_TEXT.split())
_VERB = re.compile(r"(?:men|mem|meng|meny)\w{3,}", re.I)
_NOUN = re.compile(r"\w+(?:itas|ansi|ensi|isme)|[Kk]e\w{4,}an|[Pp]e\w{4,}an")  # "Efektivitas", "Kehadiran", "Pelayanan"
_MARK = re.compile(r"(?:(?P<roman>[IVX]{1,5})|(?P<letter>[A-Z])|(?P<number>\d{1,2}))[.)]\s+(?=\S)")
_PART = re.compile(
    r"(?:Sub[- ]?)?(?P<part>Indikator|Subindikator|Aspek|Dimensi|Variabel|Fokus|Tema|Topik|Bagian|Indicator|Aspect"
    r"|Dimension|Variable|Focus|Theme|Topic|Section|Part)(?:\s+(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4}|[A-Z]))?"
    r"(?:\s*[:.)–-]\s*(?=[^\W\d_])|\Z)",
    re.I,
)
_CHAPTER = re.compile(r"(?:BAB|Bab|CHAPTER|Chapter|LAMPIRAN|Lampiran)\s+(?:[IVX]+|\d{1,2}|[A-Z])\b[.:]?\s*")
_LEVELS = re.compile(r"(?!\d{1,2}\.\d\d\s)\d{1,2}(?:\.\d{1,2})+\.?\s+")  # "3.4", but not the clock's "07.45"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")

Kind = Literal["mark", "caps", "title", "word"]


class Form(NamedTuple):
    """How a line looks like a heading, and which marks would stand before its own in a list."""

    kind: Kind
    before: tuple[str, ...] = ()
    numbered: bool = False


def form(line: str) -> Form | None:
    """What kind of section heading an interview's line could be; None for speech."""
    bare = line.strip("*_ \t")
    if not bare or len(bare) > _MOST_CHARACTERS or bare[-1] in ".?!,;…" or bare[0].islower():
        return None
    bare = squash(bare)
    mark = _MARK.match(bare)
    rest = bare[mark.end() :] if mark else bare
    words = rest.rstrip(":").split()
    if not 0 < len(words) <= MOST_WORDS or not rest[0].isupper():
        return None
    folded = [word.casefold().strip("()\"'“”,") for word in words]
    if not _SAYING.isdisjoint(folded) or folded[0] in _ANSWERING:
        return None
    if mark:
        return Form("mark", _marks_before(mark), mark["number"] is not None)
    if _PART.match(rest) and rest[-1] != ":":
        return Form("mark")
    return _unmarked(rest, words)


def _unmarked(rest: str, words: list[str]) -> Form | None:
    if rest.isupper() and (len(words) > 1 or len(rest) > 5) and max(map(len, words)) > 3:
        return Form("caps")
    if rest[-1] == ":" or is_person(rest) or is_position(rest):
        return None
    if len(words) > 1:
        return Form("title") if _capitals(words) else None
    if not rest.isalpha() or len(rest) < 6:
        return None
    return Form("title" if _NOUN.fullmatch(rest) else "word")


def _marks_before(mark: re.Match[str]) -> tuple[str, ...]:
    """The marks that a list's item before this one would have: of "B." it is "A.", of "V." it is "IV." or "U."."""
    found = []
    if mark["number"]:
        found.append(str(int(mark["number"]) - 1))
    if mark["roman"] in _ROMAN[1:]:
        found.append(_ROMAN[_ROMAN.index(mark["roman"]) - 1])
    single = mark["letter"] or (mark["roman"] or "")
    if len(single) == 1 and single > "A":
        found.append(chr(ord(single) - 1))
    return tuple(f"{one}{close}" for one in found if one != "0" for close in ".)")


def _capitals(words: list[str]) -> bool:
    """Whether words are written as in a title: capitals or figures, and small words between them."""
    bare = [word.strip("()\"'“”,/&-–:") for word in words]
    return bare[0][:1].isupper() and all(
        not word or word[0].isupper() or word[0].isdigit() or word in _LINKS for word in bare
    )


def is_document_heading(paragraph: str, following: str | None) -> bool:
    """Whether a document's paragraph is a heading; `following` is the next one, None at the end.

    Marked ones ("3.4 Sarana", "BAB I. PENDAHULUAN", "# Umum") and lines in capitals tell themselves; a title like
    "A. Sarana Kerja" is one only above running text. What states something is never one.
    """
    bare = squash(paragraph)
    if re.match(r"#{1,6} \S", bare):
        return len(bare.split()) <= _DOCUMENT_WORDS + 1 and bare[-1] not in ".?!,;"
    bare = bare.strip("*_ ")
    if not bare or bare[-1] in ".?!,;:…" or len(bare.split()) > _DOCUMENT_WORDS:
        return False
    folded = [word.casefold() for word in bare.split()]
    if not _STATING.isdisjoint(folded) or not _SAYING.isdisjoint(folded):
        return False
    level = _CHAPTER.match(bare) or _LEVELS.match(bare)
    if level:
        return level.end() == len(bare) or _capitals(bare[level.end() :].split())
    return _telling(bare, following)


def _telling(bare: str, following: str | None) -> bool:
    """The same for a line without a chapter's or a level's number."""
    mark = _MARK.match(bare)
    rest = bare[mark.end() :] if mark else bare
    words = rest.split()
    if not rest[0].isalpha() or any(map(_VERB.match, words)) or re.search(r"\d", re.sub(r"\b(19|20)\d\d\b", "", rest)):
        return False
    if not mark and rest.isupper():
        return len(words) > 1 or len(rest) > 4
    if following is None or len(words) > MOST_WORDS or not _capitals(words) or (len(words) < 2 and not mark):
        return False
    runs = following.rstrip()[-1:] in tuple(".?!:;") or len(following.split()) >= _DOCUMENT_WORDS
    return runs and not (mark and mark["number"] and _MARK.match(squash(following)))
