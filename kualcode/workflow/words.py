"""Words that a person types or writes into a file: the value that each stands for, and what was probably meant."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from typing import TypeVar, cast

from kualcode.errors import Bi, NotFound
from kualcode.model import SourceType, Stance
from kualcode.text import squash
from kualcode.workflow.tables import STANCE_NAMES, STATUS_NAMES, TYPE_NAMES

Value = TypeVar("Value", bound=str)
STANCE_WORDS = cast("Mapping[Stance, Bi]", STANCE_NAMES)
STATUS_WORDS = STATUS_NAMES
TYPE_WORDS = cast("Mapping[SourceType, Bi]", TYPE_NAMES)
_CODE_LIKE = re.compile(r"[A-Za-z._-]+")
_SHOWN = 20  # characters of a value that a message repeats
_ALIKE = 0.5  # difflib's measure, from which two names of files count as alike


def meant(word: str, words: Mapping[Value, Bi]) -> Value | None:
    """The value that a word stands for: the value itself, or its name in Indonesian or English."""
    wanted = squash(word).casefold()
    return next((value for value, name in words.items() if wanted in (value, *map(str.casefold, name))), None)


def choices(words: Mapping[Value, Bi]) -> Bi:
    """All words that can be chosen."""
    return Bi(", ".join(name.id.lower() for name in words.values()), ", ".join(words))


def shown(value: object) -> Bi:
    """A value of a file as a message may repeat it: a code or a word, and of anything else only how long it is.

    Columns in the wrong order bring a person's words to where a code should stand.
    """
    text = str(value)
    if not text or _CODE_LIKE.fullmatch(text):
        return Bi(*[text[:_SHOWN] or '""'] * 2)
    return Bi("({n} karakter)", "({n} characters)").fill(n=len(text))


def near(word: str, known: Iterable[str]) -> str | None:
    """The known name that is most like a word, upper and lower case alike."""
    by_word = {name.casefold(): name for name in known}
    found = difflib.get_close_matches(word.casefold(), by_word, 1)
    return by_word[found[0]] if found else None


def near_source(word: str, names: Iterable[str]) -> str | None:
    """The source whose name, with or without its folder and suffix, is most like a word."""
    by_word: dict[str, str] = {}
    for name in names:
        last = name.rsplit("/", 1)[-1]
        for key in (name, last, last.rsplit(".", 1)[0]):
            by_word.setdefault(key.casefold(), name)
    found = difflib.get_close_matches(word.casefold(), by_word, 1, _ALIKE)
    return by_word[found[0]] if found else None


def no_source(named: str | Bi, guess: str | None) -> NotFound:
    """The error for a source that a project does not have, with the one that was probably meant."""
    return NotFound(
        Bi("Sumber {name!r} tidak ada di proyek.", "The project has no source {name!r}.").fill(name=named),
        Bi("Mungkin {near!r}? Lihat: kualcode sources", "Perhaps {near!r}? See: kualcode sources").fill(near=guess)
        if guess
        else Bi("Lihat nama-namanya: kualcode sources", "See the names: kualcode sources"),
    )
