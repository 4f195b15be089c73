"""The study folder's own files: kualcode.yaml, informants.csv and sources.csv."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kualcode import config, segment
from kualcode.config import StudyConfig
from kualcode.errors import Bi, InvalidFile, KualcodeError, Problem
from kualcode.model import Extract, Informant, SourceInfo
from kualcode.sources import read
from kualcode.store import Store
from kualcode.text import normalise, sha256

CONFIG, INFORMANTS, SOURCES = "kualcode.yaml", "informants.csv", "sources.csv"
_KEY = "study_key"


@dataclass(frozen=True, slots=True)
class Study:
    """What the researcher says about the study beside the sources."""

    config: StudyConfig = field(default_factory=StudyConfig)
    informants: tuple[Informant, ...] = ()
    sources: Mapping[str, SourceInfo] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    yaml: str = ""
    key: str = ""  # changes when any of the files does


def load(folder: Path) -> Study:
    """Read the three files where they are there. Raises InvalidFile for a broken kualcode.yaml; what is wrong
    in the two lists is in `problems`, and the rest of them counts."""
    yaml = _yaml(folder / CONFIG)
    settings = config.load(yaml, CONFIG) if yaml else StudyConfig()
    problems: list[Problem] = []
    people = _table(folder / INFORMANTS, problems)
    files = _table(folder / SOURCES, problems)
    informants, wrong = segment.informants_csv(people, INFORMANTS) if people else ((), ())
    sources, amiss = segment.sources_csv(files, SOURCES) if files else ({}, ())
    said = "\0".join([yaml, *(part.text if part else "" for part in (people, files))])
    return Study(settings, informants, sources, (*problems, *wrong, *amiss), yaml, sha256(said))


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
    store.put_informants(study.informants)
    store.put_setting(CONFIG, study.yaml or None)
    store.put_setting(_KEY, study.key)


def changed(store: Store, study: Study) -> bool:
    """Whether any of the three files changed since the sources were described."""
    return store.setting(_KEY) != study.key


def closed(store: Store, study: Study | None = None) -> frozenset[str]:
    """Codes of informants who refused or withdrew: nothing of them is read, tagged, counted or shown."""
    said = {**store.informants(), **{person.code: person for person in (study.informants if study else ())}}
    return frozenset(code for code, person in said.items() if person.consent in ("refused", "withdrawn"))


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
