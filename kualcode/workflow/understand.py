"""How a file is understood: who speaks, what answers what, and what is known about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kualcode import segment
from kualcode.errors import Bi, KualcodeError, SourceError
from kualcode.model import Extract, Grid, SourceInfo
from kualcode.segment import Reading
from kualcode.sources import OWN_FILE, OWN_FIX, read
from kualcode.store import open_store
from kualcode.text import line_of, line_starts, squash
from kualcode.workflow import informant_lists, study
from kualcode.workflow.study import Study
from kualcode.workflow.tables import TYPE_NAMES

CERTAINTY = {
    "sure": Bi("yakin", "sure"),
    "likely": Bi("mungkin benar, periksa", "likely, please check"),
    "unsure": Bi("tidak yakin, periksa dan betulkan", "unsure, please check and correct"),
}
SPEAKERS = {
    "interviewer": Bi("pewawancara", "interviewer"),
    "informant": Bi("informan", "informant"),
    "third": Bi("orang ketiga", "third speaker"),
    "observer": Bi("pengamat", "observer"),
    "document": Bi("dokumen", "document"),
}


def understand(extract: Extract, name: str, told: Study, said: Mapping[str, str | None]) -> tuple[SourceInfo, Reading]:
    """What is known about a source (sources.csv over header over folder), and its turns.

    `said` is what a person has corrected; of it only the source type changes how the turns are read.
    """
    listed, parts, title = listed_as(name, told), tuple(name.split("/")), segment.title(extract.text)
    asked = listed.merged(segment.info(parts, (), extract.meta, title))
    reading = divided(extract, replace(asked, **said).source_type, told)  # type: ignore[arg-type]
    return listed.merged(segment.info(parts, reading.header, extract.meta, title)), reading


def divided(extract: Extract, source_type: str | None, told: Study) -> Reading:
    """The turns of a source of this type."""
    config = told.config
    return segment.turns(extract, source_type, config.language, config.interviewers)  # type: ignore[arg-type]


def listed_as(name: str, told: Study) -> SourceInfo:
    """What sources.csv says about a file, by its path or by its name alone."""
    return told.sources.get(name) or told.sources.get(name.rsplit("/", 1)[-1]) or SourceInfo()


# ---------------------------------------------------------------- before anything is stored
@dataclass(frozen=True, slots=True)
class Preview:
    """One file as it would be understood."""

    name: str
    extract: Extract
    info: SourceInfo
    reading: Reading


def preview(path: Path, *, encoding: str | None = None) -> Preview:
    """Understand a file without storing anything; turns of those who refused or withdrew are left out.

    Raises SourceError, InvalidFile for a broken kualcode.yaml or informants.csv, and KualcodeError where the
    file's own informant refused or withdrew.
    """
    place = path.resolve()
    folder = next(filter(_is_study, place.parents), place.parent)
    name = place.relative_to(folder).as_posix()
    told, shut, said, people = _known(folder, name)
    lone = f"{folder.name}/{name}" if "/" not in name else name  # a lone file's folder may still say its type
    extract = read(path, encoding=encoding)
    read_info, reading = understand(extract, lone, told, said)
    info = replace(read_info, **said)  # type: ignore[arg-type]
    if study.spelled(info.informant, people) in shut:
        raise KualcodeError(_CLOSED, _IF_WRONG)
    turns = tuple(turn for turn in reading.turns if study.spelled(turn.informant, people) not in shut)
    return Preview(lone, extract, info, replace(reading, turns=turns))


def _is_study(folder: Path) -> bool:
    if any((folder / own).is_file() for own in (study.CONFIG, study.SOURCES)) or any(folder.glob("*.kual")):
        return True
    return any(informant_lists.is_called(path) and path.is_file() for path in folder.iterdir())


def _known(folder: Path, name: str) -> tuple[Study, frozenset[str], Mapping[str, str | None], list[str]]:
    """What the folder and its project say: the study, who refused, what was corrected, and all informants."""
    told = study.load(folder, deep=_is_study(folder))
    if folder / name in told.lists:
        raise SourceError(OWN_FILE, OWN_FIX)
    said: Mapping[str, str | None] = {}
    people, shut = [*study.people(None, told)], set(study.closed(None, told))
    for project in sorted(folder.glob("*.kual")):
        with open_store(project, readonly=True) as store:
            shut |= study.closed(store, told)
            people += store.informants()
            said = said or store.corrections(name)
    return told, frozenset(shut), said, people


_CLOSED = Bi(
    "Informan berkas ini menolak atau menarik persetujuan; isinya tidak ditampilkan.",
    "The informant of this file refused or withdrew consent; it is not shown.",
)
_IF_WRONG = Bi(
    "Bila itu keliru, betulkan kolom persetujuan di daftar informan, lalu: kualcode tag",
    "If that is wrong, correct the column of consent in the list of informants, then: kualcode tag",
)


def as_grid(found: Preview) -> Grid:
    """Turn by turn: line, speaker, the question it answers, the words."""
    starts = line_starts(found.extract.text)
    rows = tuple(
        (
            str(turn.index + 1),
            turn.at or str(line_of(starts, turn.start)),
            SPEAKERS[turn.speaker],
            "" if turn.question is None else str(turn.question + 1),
            squash(found.extract.text[turn.start : turn.end]),
        )
        for turn in found.reading.turns
    )
    info = found.info
    kind = TYPE_NAMES[info.source_type or "unattributed"]
    facts = ", ".join(str(v) for v in (info.informant or info.session_id, info.role, info.date) if v) or "-"
    notes = (
        Bi("Tingkat keyakinan pembacaan: {how}.", "How sure the reading is: {how}.").fill(
            how=CERTAINTY[found.reading.certainty]
        ),
        Bi("Jenis sumber: {kind}; {facts}.", "Source type: {kind}; {facts}.").fill(kind=kind, facts=facts),
        *found.extract.notes,
        *found.reading.notes,
    )
    columns = (
        Bi("No", "No"),
        Bi("Baris", "Line"),
        Bi("Penutur", "Speaker"),
        Bi("Menjawab", "Answers"),
        Bi("Ucapan", "Words"),
    )
    return Grid(Bi("{name}", "{name}").fill(name=found.name), columns, rows, notes)


def as_json(found: Preview) -> dict[str, object]:
    """The same for machines."""
    text = found.extract.text
    return {
        "schema": "kualcode.preview/1",
        "source": found.name,
        "certainty": found.reading.certainty,
        "layout": found.reading.layout,
        "source_type": found.info.source_type or "unattributed",
        "informant": found.info.informant,
        "turns": [
            {
                "turn": t.index,
                "speaker": t.speaker,
                "label": t.label,
                "informant": t.informant,
                "question": t.question,
                "at": t.at,
                "start": t.start,
                "end": t.end,
                "text": text[t.start : t.end],
            }
            for t in found.reading.turns
        ],
        "notes": [note.en for note in (*found.extract.notes, *found.reading.notes)],
    }
