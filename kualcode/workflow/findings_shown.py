"""Findings on a screen and for machines, and the file in which the researcher writes what she holds of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kualcode.analysis import words
from kualcode.analysis.findings.record import SCHEMA, records
from kualcode.analysis.narrative import points
from kualcode.analysis.narrative.words import title
from kualcode.analysis.triangulation.negative_cases import speakers
from kualcode.analysis.triangulation.parents import below, children
from kualcode.analysis.verdicts import Gate, Voice
from kualcode.errors import Bi, KualcodeError, Lang, UsageError
from kualcode.judgements import template
from kualcode.judgements.template import Opposite
from kualcode.model import Grid
from kualcode.store import Store
from kualcode.workflow import codebooks, judged
from kualcode.workflow.findings import Found, found
from kualcode.workflow.writing import write_bytes


def negative_cases(made: Found) -> Iterator[Bi]:
    """Voices that say the opposite, a line each; unexplained ones are marked, and those of blocked findings."""
    study = made.study
    for finding, case in study.negative_cases(study.findings):
        told = points.negative(finding, case, study.axis).text
        marks = ((not case.explanation.id, _UNEXPLAINED), (finding.blocked, _OF_BLOCKED))
        mark = words.joined((text for holds, text in marks if holds), "")
        yield _CASE.fill(code=finding.code.id, told=told, mark=mark)


def overview(made: Found) -> Grid:
    """Every finding with its gate, label or status, and confidence."""
    study = made.study
    judgeable = [one.code.id for one in study.findings if one.code.kind != "factor" and one.label]
    rows = []
    for one in study.findings:
        verdict = one.verdict
        told: Bi | str = "-"
        if not one.blocked and one.code.kind == "factor" and verdict.status:
            told = words.STATUSES[verdict.status]
        elif not one.blocked and one.label:
            whose = _SUGGESTED if not (one.own and one.own.label) else _OWN_WORD if one.label_word else _OWN
            told = whose.fill(label=words.label(study.book, one.label), word=one.label_word)
        gate = words.GATES[verdict.gate] if verdict.gate else "-"
        sure = words.LEVELS[verdict.confidence] if verdict.confidence else "-"
        rows.append((one.id, title(one.code), gate, told, sure))
    head = words.label_heading(study.book, judgeable)
    columns = (_FINDING, _NAME, _GATE, head, _SURE)
    return Grid(_TITLE.fill(axis=words.AXES[study.axis]), columns, tuple(rows), _notes(made))


def _notes(made: Found) -> tuple[Bi, ...]:
    states = [one.verdict.gate for one in made.study.findings]
    counts = {name: states.count(gate) for name, gate in _GATES}
    return (_COUNTS.fill(**counts),)


_GATES: tuple[tuple[str, Gate], ...] = (
    ("emit", "EMIT"),
    ("qualify", "QUALIFY"),
    ("describe", "DESCRIBE"),
    ("block", "BLOCK"),
)


def as_json(made: Found) -> dict[str, Any]:
    """Every record of the findings, the label of the whole, and what they were made from."""
    study, whole = made.study, made.study.overall
    return {
        "schema": SCHEMA,
        "axis": study.axis,
        "run": made.run._asdict(),
        "overall": {
            "label": study.own_overall,
            "suggested_label": whole.label,
            "rule": whole.rule,
            "labels": dict(whole.labels),
            "blocked": list(whole.blocked),
            "unlabelled": list(whole.unlabelled),
        },
        "findings": records(study.findings, study.book, made.run),
    }


def write_template(store: Store, folder: Path, *, lang: Lang = "id", force: bool = False) -> Path:
    """Write temuan.yaml (findings.yaml) into a folder for the researcher to fill; the negative cases are listed in it.

    What the project holds of such a file already is written instead, so that nothing filled in is lost. Raises
    UsageError for a file that is there already.
    """
    own, other = judged.FILES if lang == "id" else judged.FILES[::-1]
    if (folder / other).exists():
        raise UsageError(
            Bi("{path} sudah ada.", "{path} exists already.").fill(path=folder / other),
            Bi("Isi berkas itu.", "Fill in that file."),
        )
    if (folder / own).exists() and not force:
        raise UsageError(
            Bi("{path} sudah ada.", "{path} exists already.").fill(path=folder / own),
            Bi(
                "Isi berkas itu; atau tulis di folder lain dengan -o FOLDER, atau timpa dengan --force.",
                "Fill in that file; or write to another folder with -o FOLDER, or overwrite it with --force.",
            ),
        )
    held = next((text for name in judged.FILES if (text := store.setting(name)) is not None), None)
    book = codebooks.stored(store)[0]
    text = template(book, lang=lang, negative_cases=_voices(store)) if held is None else held
    write_bytes(folder / own, text.encode("utf-8"), force=force)
    return folder / own


def _voices(store: Store) -> dict[str, list[Opposite]]:
    """Voices of each code that say the opposite; none where nothing is accepted yet."""
    try:
        made = found(store)
    except KualcodeError:
        return {}
    heard, family = speakers(made.case), children(made.study.book)
    known = {}
    for one in made.study.findings:
        codes = (one.code.id, *below(family, one.code.id))
        alike = Counter(key for _, key in {who for code in codes for who in heard.get(code, ())})
        known[one.code.id] = [_opposite(case.voice, alike) for case in one.negatives]
    return {code: voices for code, voices in known.items() if voices}


def _opposite(voice: Voice, alike: Mapping[str, int]) -> Opposite:
    """A voice by its name; with its technique where another one on the code has the same name."""
    return (voice.key, voice.technique) if voice.technique and alike[voice.key] > 1 else voice.key


_CASE = Bi("{code}: {told}{mark}", "{code}: {told}{mark}")
_UNEXPLAINED = Bi(" Belum dijelaskan.", " Not explained yet.")
_OF_BLOCKED = Bi(" Temuannya sendiri belum dapat disimpulkan.", " The finding itself cannot be concluded yet.")
_TITLE = Bi("Temuan menurut triangulasi {axis}", "Findings by triangulation of {axis}")
_FINDING, _NAME = Bi("Temuan", "Finding"), Bi("Nama", "Name")
_GATE, _SURE = Bi("Dapat dinyatakan?", "May it be stated?"), Bi("Keyakinan", "Confidence")
_OWN = Bi("{label} (peneliti)", "{label} (researcher)")
_OWN_WORD = Bi("{label} (peneliti: “{word}”)", "{label} (researcher: “{word}”)")
_SUGGESTED = Bi("{label} (usulan)", "{label} (suggested)")
_COUNTS = Bi(
    "{emit} dapat dinyatakan, {qualify} dengan catatan, {describe} hanya dideskripsikan, {block} belum dapat "
    "disimpulkan.",
    "{emit} may be stated, {qualify} with reservations, {describe} described only, {block} cannot be concluded yet.",
)
