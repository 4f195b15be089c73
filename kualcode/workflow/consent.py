"""Consent as the lists of informants have it now, held against the project before anything of it is shown.

The lists are those of the study folder. Their hash is kept with the project, so that nothing is read while they stand
as they were when `tag` took them in.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kualcode.errors import Bi
from kualcode.model import Informant
from kualcode.segment import CLOSED, code_key
from kualcode.sources import candidates
from kualcode.store import Query, Store
from kualcode.text import sha256
from kualcode.workflow import informant_lists
from kualcode.workflow.findings_folder import TRACE, read_trace
from kualcode.workflow.records import Records
from kualcode.workflow.study import Study, closed, people, spelled

_KEY = "informant_lists"  # the setting that holds the hash of the lists whose consent was taken in


@dataclass(frozen=True, slots=True)
class Changes:
    """Whose consent the lists give otherwise than the project, and the hash of the lists."""

    people: tuple[Informant, ...]
    key: str

    def told(self) -> Bi:
        """Who refuses now and who may be heard again, by code."""
        shut = [person.code for person in self.people if person.consent in CLOSED]
        heard = [person.code for person in self.people if person.consent not in CLOSED]
        parts = [
            frame.fill(codes=", ".join(sorted(codes))) for frame, codes in ((_SHUT, shut), (_HEARD, heard)) if codes
        ]
        return Bi(" ".join(one.id for one in (*parts, _TAG)), " ".join(one.en for one in (*parts, _TAG)))


def remember(store: Store, folder: Path) -> None:
    """Put the hash of the lists down, inside atomic(), once all that they say is taken in."""
    store.put_setting(_KEY, _hash(folder))


def changes(store: Store, folder: Path) -> Changes | None:
    """What the lists say of consent that the project does not hold yet; None where there is nothing.

    Raises InvalidFile for a list from which nobody can tell who refused.
    """
    key = _hash(folder)
    if store.setting(_KEY) == key:
        return None
    listed = informant_lists.load(folder).people
    judged = people(store, Study(informants=listed))
    said = {code_key(person.code): judged[person.code] for person in listed}
    known = store.informants()
    stored = [
        replace(person, consent=now.consent)
        for code, person in known.items()
        if (now := said.get(code_key(code))) and now.consent != person.consent
    ]
    keys = {code_key(code) for code in known}
    fresh = {code: one for code, one in said.items() if one.consent in CLOSED and code not in keys}
    spoken = sorted(Records(store).spoken()) if fresh else []
    found = (*stored, *(replace(one, code=spelled(one.code, spoken) or one.code) for one in fresh.values()))
    return Changes(found, key) if found else None


def take_in(store: Store, found: Changes) -> None:
    """Store the consent, and that alone: all else that the lists say of a person is taken in by `tag`."""
    with store.atomic():
        store.put_informants(found.people)
        store.put_setting(_KEY, found.key)


def _hash(folder: Path) -> str:
    """One hash of every file that may be a list of informants, by place and bytes."""
    named = ((path.relative_to(folder).as_posix(), _digest(path)) for path in _lists(folder))
    return sha256("\0".join(part for pair in named for part in pair))


def _lists(folder: Path) -> Iterator[Path]:
    """Tables wherever they are, Word files right in the folder, and whatever is called a list."""
    for path in candidates(folder, informant_lists.INFORMANTS):
        table = path.suffix.lower() in informant_lists.TABLES
        top = path.suffix.lower() == ".docx" and path.parent == folder
        if table or top or informant_lists.is_called(path):
            yield path


def _digest(path: Path) -> str:
    try:
        return sha256(path.read_bytes()) if path.is_file() else ""
    except OSError:
        return ""  # whoever reads it as a list says what is wrong with it


# ---------------------------------------------------------------- findings that were written before
def quoting(store: Store, folder: Path) -> frozenset[str]:
    """Informants who refused or withdrew, of whom a folder of findings still holds passages."""
    trace = read_trace(folder)
    shut = closed(store) if trace else frozenset[str]()
    if trace is None or not shut:
        return frozenset()
    gone = set(trace.get("evidence", ())) - {one.id for one in store.codings(Query())}
    return frozenset(who for who in _speakers(store, gone) if who in shut)


def _speakers(store: Store, identities: set[str]) -> Iterator[str]:
    """Who says the passages, hidden ones too."""
    sources: dict[str, list[str | None]] = {}
    for one in store.codings(Query(), include_hidden=True) if identities else ():
        if one.id not in identities:
            continue
        if one.source not in sources:
            source = store.source(one.source, include_hidden=True)
            sources[one.source] = [source.info.informant, *(turn.informant for turn in source.turns)]
        yield from (who for who in sources[one.source] if who)


def stale(store: Store, folder: Path) -> Iterator[tuple[Path, frozenset[str]]]:
    """Folders of findings below the study folder that still quote somebody who refused or withdrew."""
    if not closed(store):
        return
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if TRACE in names and (who := quoting(store, Path(place))):
            yield Path(place), who


def warnings(store: Store, folder: Path) -> Iterator[Bi]:
    """A line for each such folder: whom it quotes, and what mends it."""
    for place, who in stale(store, folder):
        yield still_quoting(place, who)


def still_quoting(folder: Path, who: frozenset[str]) -> Bi:
    """That a folder quotes these informants still."""
    return _STALE.fill(folder=folder, codes=", ".join(sorted(who)))


_SHUT = Bi(
    "Daftar informan berubah: {codes} menolak atau menarik persetujuan; keterangannya tidak ditampilkan lagi.",
    "The list of informants has changed: {codes} refused or withdrew; nothing of theirs is shown any more.",
)
_HEARD = Bi(
    "Persetujuan {codes} menurut daftar informan sudah diambil.",
    "The consent of {codes} was taken in from the list of informants.",
)
_TAG = Bi(
    "Jalankan juga: kualcode tag (isi lain dalam daftar itu baru dibaca di situ).",
    "Run this too: kualcode tag (it reads what else the list says).",
)
_STALE = Bi(
    "{folder} masih memuat kutipan {codes}, yang menolak atau menarik persetujuan. Tulis ulang dengan `kualcode "
    "findings`, dan tarik salinan yang sudah dibagikan.",
    "{folder} still quotes {codes}, who refused or withdrew. Write it anew with `kualcode findings`, and take back "
    "copies that were handed out.",
)
