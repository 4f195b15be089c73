"""What else may lie in a study folder: the researcher's findings file and the instrument."""

from __future__ import annotations

import os
from pathlib import Path

from kualcode.errors import Bi, InvalidFile, KualcodeError, Problem
from kualcode.store import Store
from kualcode.text import sha256

FINDINGS = ("temuan.yaml", "findings.yaml")
INSTRUMENTS = ("instrumen.xlsx", "instrument.xlsx")
_SEEN = "instrument_file"  # hash of the file that was taken in last


def take_in(store: Store, folder: Path) -> list[Problem]:
    """Take both in where they are there and new; what is wrong with them is told, and the tagging goes on."""
    problems: list[Problem] = []
    for names, take in ((FINDINGS, _findings), (INSTRUMENTS, _instrument)):
        try:
            take(store, folder)
        except InvalidFile as error:
            problems += error.problems or [Problem(names[0], error.what, error.fix)]
        except KualcodeError as error:
            problems.append(Problem(names[0], error.what, error.fix))
    return problems


def _findings(store: Store, folder: Path) -> None:
    if not any(os.path.lexists(folder / name) for name in FINDINGS):
        return
    from kualcode.workflow import judged

    if judged.changed(store, folder):
        with store.atomic():
            judged.keep(store, folder)


def _instrument(store: Store, folder: Path) -> None:
    """A file that was taken in before is not again: an instrument imported since stands."""
    there = [folder / name for name in INSTRUMENTS if (folder / name).is_file()]
    if len(there) > 1:
        raise InvalidFile(
            Bi("{a} dan {b} ada dua-duanya.", "Both {a} and {b} are there.").fill(a=INSTRUMENTS[0], b=INSTRUMENTS[1]),
            fix=Bi("Sisakan satu.", "Keep one."),
        )
    if not there:
        return
    from kualcode.workflow import instrument

    digest = sha256(there[0].read_bytes())
    if store.setting(_SEEN) != digest:
        with store.atomic():
            instrument.take(store, there[0])
            store.put_setting(_SEEN, digest)
