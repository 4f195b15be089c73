"""Errors that people read: what happened, where, and what to do, in both languages.

KualcodeError                 exit 1
├── UsageError                exit 2   the words of a command are off
├── InvalidFile               exit 3   a codebook or a configuration is invalid; carries every problem
├── SourceError               exit 1   one source could not be read; the rest of a batch goes on
├── StoreError                exit 1   the project file cannot be opened, written or trusted
│   ├── ProjectInUse          exit 5   another kualcode is writing
│   └── StaleVersion          exit 1   the object changed since the caller saw it
├── CheckFailed               exit 4   a check found problems
└── NotFound                  exit 1   no such source, coding, code or coder
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal, NamedTuple

Lang = Literal["id", "en"]


class Bi(NamedTuple):
    """A message in Indonesian and English; the edge that shows it picks the language."""

    id: str
    en: str

    def fill(self, **values: object) -> Bi:
        """Both texts with the same values put into their {slots}."""
        shown = {key: (value if isinstance(value, Bi) else Bi(str(value), str(value))) for key, value in values.items()}
        return Bi(
            self.id.format(**{k: v.id for k, v in shown.items()}), self.en.format(**{k: v.en for k, v in shown.items()})
        )

    def get(self, lang: Lang) -> str:
        """The text in one language."""
        return self.en if lang == "en" else self.id


class Problem(NamedTuple):
    """One thing that is wrong: where it stands, what it is, what to do about it."""

    where: str
    what: Bi
    fix: Bi

    def line(self, lang: Lang) -> str:
        """One line for a person: where: what. What to do."""
        return f"{self.where}: {self.what.get(lang)} {self.fix.get(lang)}".strip()


class KualcodeError(Exception):
    """Anything that kualcode tells a person about instead of raising a traceback."""

    exit_code: ClassVar[int] = 1

    def __init__(self, what: Bi, fix: Bi | None = None) -> None:
        super().__init__(what.en)
        self.what = what
        self.fix = fix or Bi("", "")

    def message(self, lang: Lang) -> str:
        """What happened and what to do, in one language."""
        return f"{self.what.get(lang)} {self.fix.get(lang)}".strip()


class UsageError(KualcodeError):
    """The words of a command are off."""

    exit_code = 2


class InvalidFile(KualcodeError):
    """A codebook or a configuration is invalid; every problem found is in `problems`."""

    exit_code = 3

    def __init__(self, what: Bi, problems: Sequence[Problem] = (), fix: Bi | None = None) -> None:
        super().__init__(what, fix)
        self.problems = tuple(problems)

    def message(self, lang: Lang) -> str:
        """The headline, then one line a problem."""
        return "\n".join([super().message(lang), *(problem.line(lang) for problem in self.problems)])


class SourceError(KualcodeError):
    """One source could not be read."""


class StoreError(KualcodeError):
    """The project file cannot be opened, written or trusted."""


class ProjectInUse(StoreError):
    """Another kualcode holds the project file."""

    exit_code = 5


class StaleVersion(StoreError):
    """The object changed since the caller saw it; nothing was overwritten."""


class CheckFailed(KualcodeError):
    """A check found problems."""

    exit_code = 4


class NotFound(KualcodeError):
    """No such source, coding, code or coder."""
