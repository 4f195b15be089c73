"""The study folder's own files: kualcode.yaml, the lists of informants and sources.csv."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from kualcode import config, segment
from kualcode.config import StudyConfig
from kualcode.errors import Bi, InvalidFile, KualcodeError, Problem
from kualcode.model import Extract, Informant, SourceInfo
from kualcode.sources import read
from kualcode.store import Store
from kualcode.text import normalise, sha256
from kualcode.workflow import informant_lists

CONFIG, SOURCES = "kualcode.yaml", "sources.csv"
_KEY = "study_key"


@dataclass(frozen=True, slots=True)
class Study:
    """What the researcher says about the study beside the sources."""

    config: StudyConfig = field(default_factory=StudyConfig)
    informants: tuple[Informant, ...] = ()
    sources: Mapping[str, SourceInfo] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    lists: tuple[Path, ...] = ()  # the lists of informants, which are no sources
    yaml: str = ""
    key: str = ""  # changes when any of the files does


def load(folder: Path, *, deep: bool = True) -> Study:
    """Read kualcode.yaml, sources.csv and every list of informants where they are there.

    `deep` off looks for lists right in the folder only. Raises InvalidFile for a broken kualcode.yaml, and for a list
    of informants from which nobody can tell who refused; what else is wrong is in `problems`, and the rest counts.
    """
    yaml = _yaml(folder / CONFIG)
    settings = config.load(yaml, CONFIG) if yaml else StudyConfig()
    problems: list[Problem] = []
    listed = informant_lists.load(folder, deep=deep)
    files = _table(folder / SOURCES, problems)
    sources, amiss = segment.sources_csv(files, SOURCES) if files else ({}, ())
    key = sha256("\0".join([yaml, listed.text, files.text if files else ""]))
    wrong = (*problems, *listed.problems, *amiss)
    return Study(settings, listed.people, sources, wrong, listed.paths, yaml, key)


def _yaml(path: Path) -> str:
    """The text of kualcode.yaml; empty where there is none."""
    if not path.is_file():
        return ""
    try:
        return normalise(path.read_bytes().decode("utf-8"))
    except (UnicodeDecodeError, OSError) as error:
        raise InvalidFile(
            Bi("{name} tidak dapat dibaca sebagai UTF-8.", "{name} cannot be read as UTF-8.").fill(name=path.name),
            fix=Bi("Simpan ulang sebagai UTF-8.", "Save it again as UTF-8."),
        ) from error


def stored_config(store: Store) -> StudyConfig:
    """kualcode.yaml as the project holds it."""
    text = store.setting(CONFIG)
    return config.load(text, CONFIG) if text else StudyConfig()


def keep(store: Store, study: Study) -> None:
    """Keep what the study folder says in the project file, so that the project stands alone."""
    store.put_informants(people(store, study).values())
    store.put_setting(CONFIG, study.yaml or None)
    store.put_setting(_KEY, study.key)


def changed(store: Store, study: Study) -> bool:
    """Whether any of the three files changed since the sources were described."""
    return store.setting(_KEY) != study.key


def people(store: Store | None, study: Study | None = None) -> dict[str, Informant]:
    """Informants by code as the project holds them, and over them as the study's lists have them.

    A refusal that is stored stays until the list says in a known word that it is lifted.
    """
    stored = store.informants() if store else {}
    listed = study.informants if study else ()
    before = {segment.code_key(code): person.consent for code, person in stored.items()}
    return {**stored, **{person.code: _judged(person, before) for person in listed}}


def _judged(person: Informant, before: Mapping[str, str]) -> Informant:
    if person.consent != segment.SILENT:
        return person
    kept = before.get(segment.code_key(person.code))
    return replace(person, consent=kept if kept in segment.CLOSED else "unrecorded")


def closed(store: Store | None, study: Study | None = None) -> frozenset[str]:
    """Codes of informants who refused or withdrew: nothing of them is read, tagged, counted or shown."""
    return frozenset(code for code, person in people(store, study).items() if person.consent in segment.CLOSED)


def spelled(code: str | None, known: Iterable[str]) -> str | None:
    """An informant's code as the list of informants spells it: "I1" and "Informan 1" are its "I-01"."""
    key = segment.code_key(code) if code else ""
    return next((listed for listed in known if segment.code_key(listed) == key), code)


def _table(path: Path, problems: list[Problem]) -> Extract | None:
    if not path.is_file():
        return None
    try:
        return read(path)
    except KualcodeError as error:
        problems.append(Problem(path.name, error.what, error.fix))
        return None
