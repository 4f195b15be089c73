"""Findings out of a project: the records, the texts made of them, and the trace from each sentence to its sources."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from kualcode.analysis.claims.facts import facts
from kualcode.analysis.evidence import AXES, Case
from kualcode.analysis.findings import record
from kualcode.analysis.findings.finding import Finding, Run, findings
from kualcode.analysis.layouts import techniques as layouts
from kualcode.analysis.narrative import trace
from kualcode.analysis.narrative.not_yet import TITLE, not_yet
from kualcode.analysis.narrative.report import DRAFT, heading_of, report
from kualcode.analysis.narrative.said import Part
from kualcode.analysis.narrative.study import Study
from kualcode.analysis.triangulation.axes import gating
from kualcode.analysis.verdicts import Triangulation
from kualcode.config import UNREADABLE
from kualcode.document import Block
from kualcode.errors import Bi, InvalidFile, Lang, NotFound, Problem
from kualcode.exports import blocks, matrices
from kualcode.judgements import Judgements, check
from kualcode.judgements import load as load_judgements
from kualcode.model import Codebook
from kualcode.store import Store
from kualcode.text import normalise, sha256
from kualcode.workflow import codebooks, judged
from kualcode.workflow.findings_folder import TRACE, Written, refuse_sources, write_all
from kualcode.workflow.study import CONFIG, stored_config
from kualcode.workflow.triangulate import Study as Triangulated
from kualcode.workflow.triangulate import check_something_counts, from_project
from kualcode.workflow.triangulate_tables import most

Form = Literal["md", "docx", "html"]
FORMS: tuple[Form, ...] = ("md", "docx")
NAMES = ("temuan.id.md", "findings.en.md", "belum_dapat_disimpulkan.md")  # in every folder of findings
EARLIER = "penelitian_terdahulu.yaml"  # the setting that holds what --earlier read
NOTE = "finding_emit"  # as the journal names it (method 2.7)


@dataclass(frozen=True)
class Found:
    """The findings of a project with all that their texts are written from."""

    study: Study
    triangulated: Triangulated
    run: Run
    hashes: Mapping[str, str]  # of the text of each source

    @property
    def case(self) -> Case:
        """What everything rests on."""
        return self.triangulated.case

    @property
    def tri(self) -> Triangulation:
        """The run that gates."""
        return self.triangulated.over(self.study.axis)

    def parts(self, *, prose: bool) -> tuple[Part, ...]:
        """The text of the findings that may be stated."""
        return report(self.study, in_prose=prose)

    @cached_property
    def blocked(self) -> tuple[Part, ...]:
        """The text of those that may not."""
        return tuple(not_yet(self.study))

    def of(self, identity: str) -> Finding | None:
        """The finding with an id ("T-KUAL.KMP", in any case)."""
        return next((one for one in self.study.findings if one.id.casefold() == identity.casefold()), None)


def found(store: Store) -> Found:
    """The findings of a project as it stands. Raises InvalidFile, and KualcodeError where nothing is accepted yet."""
    triangulated = from_project(store)
    check_something_counts(triangulated)
    case, settings = triangulated.case, stored_config(store)
    written = judgements(store)
    axis = gating(case.design)
    made = findings(case, triangulated.over(axis), facts(case), written)
    hashes = {name: store.source(name).text_sha256 for name in store.source_names()}
    study = Study(case.book, axis, made, written, settings.title or "")
    return Found(study, triangulated, _run(store, case, written, hashes), hashes)


def judgements(store: Store) -> Judgements:
    """What the researcher wrote, with the earlier studies that were read from a file of their own."""
    said, text = judged.stored(store), store.setting(EARLIER)
    if text is None:
        return said
    more = load_judgements(text, EARLIER).earlier_studies
    return replace(
        said, earlier_studies=(*said.earlier_studies, *(one for one in more if one not in said.earlier_studies))
    )


def take_in(store: Store, folder: Path, earlier: Path | None = None) -> None:
    """Take what the researcher wrote into the project: temuan.yaml of the study folder, and a file of earlier studies.

    Raises InvalidFile for a file that cannot be used; then nothing is stored.
    """
    if earlier is None and not judged.changed(store, folder):
        return
    with store.atomic():
        judged.keep(store, folder)
        if earlier is not None:
            _keep_earlier(store, _read(earlier), earlier.name, codebooks.stored(store)[0])


def problems(store: Store, made: Found) -> tuple[Problem, ...]:
    """Words of temuan.yaml that neither the codebook nor the project knows; what they say is left out."""
    return judged.problems(store, made.study.book, made.case)


def _retired(made: Found) -> Iterator[Bi]:
    """Retired codes that hold evidence which no finding lists: there is none for what would take their place."""
    listed = {one.id for finding in made.study.findings for one in finding.recode}
    for row in made.tri.codes:
        if made.study.book.by_id[row.code].retired is not None and (n := len({*row.recode} - listed)):
            yield _RETIRED.fill(code=row.code, n=n)


def readings(store: Store, made: Found) -> tuple[Bi, ...]:
    """Labels that the researcher wrote in words of her own, with the position that each is read as.

    And what waits to be coded again, where no finding says so.
    """
    return (*judged.readings(store, made.study.book), *_retired(made))


def _read(path: Path) -> str:
    if not path.is_file():
        raise NotFound(
            Bi("{path} tidak ada.", "{path} does not exist.").fill(path=path),
            Bi("Periksa nama berkasnya.", "Check the name of the file."),
        )
    try:
        return normalise(path.read_bytes().decode("utf-8"))
    except (UnicodeDecodeError, OSError) as error:
        raise InvalidFile(UNREADABLE.fill(name=path.name)) from error


def _keep_earlier(store: Store, text: str, name: str, book: Codebook) -> None:
    """Keep a file of earlier studies. Raises InvalidFile with every problem."""
    read = load_judgements(text, name)
    wrong = check(read, book)
    if wrong or not read.earlier_studies:
        raise InvalidFile(_EARLIER.fill(name=name), wrong or [Problem(name, _NO_STUDY, _HOW)])
    store.put_setting(EARLIER, text)


def _run(store: Store, case: Case, written: Judgements, hashes: Mapping[str, str]) -> Run:
    """What went in, as hashes: settings and codebook; sources, evidence, figures and everything people decided."""
    from kualcode import __version__

    settings = "\0".join((store.setting(CONFIG) or "", case.book.sha256))
    asked = [(technique, sorted(codes)) for technique, codes in sorted(case.asked.items())]
    voices = sorted((case.voices or {}).items())
    parts = [
        *(f"{name} {text}" for name, text in sorted(hashes.items())),
        *(repr(one) for one in sorted(case.evidence, key=lambda one: one.id)),
        *(repr(one) for one in sorted(case.claims, key=lambda one: one.id)),
        *(repr(one) for one in (case.resolutions, case.negative_cases, case.judgements, case.design, asked, voices)),
        repr(replace(written, mentions=())),
    ]
    return Run(sha256(settings), sha256("\0".join(parts)), __version__)


# ---------------------------------------------------------------- what is written
def write(
    store: Store, folder: Path, *, prose: bool = False, forms: Sequence[Form] = FORMS, force: bool = False
) -> Written:
    """Write every file of the findings into a folder that is kualcode's own; all of them or none.

    What is the same already stays untouched. Raises UsageError for files that a person has edited since, unless
    `force`; KualcodeError where the folder cannot be written.
    """
    refuse_sources(folder, store)
    return write_all(folder, files(found(store), prose=prose, forms=forms), force=force)


def files(made: Found, *, prose: bool = False, forms: Sequence[Form] = FORMS) -> dict[str, bytes]:
    """Every file by its name; the same project gives the same bytes."""
    parts = made.parts(prose=prose)
    told = [part.block for part in parts]
    title, banner = heading_of(made.study, in_prose=prose), DRAFT if prose else None
    runs = [made.triangulated.over(axis) for axis in _axes_of(made)]
    whole = [layouts.technique(made.case, runs[0])]
    paper = [layouts.technique(made.case, run, most=most("docx")) for run in runs]
    named: dict[str, bytes] = {
        NAMES[0]: blocks.render(told, "md", "id", title=title, banner=banner),
        NAMES[1]: blocks.render(told, "md", "en", title=title, banner=banner),
        NAMES[2]: _both_languages([part.block for part in made.blocked]),
        "matriks_triangulasi.csv": "\ufeff".encode() + matrices.render(whole, "csv", "id"),
        "matriks_triangulasi.docx": matrices.render(paper, "docx", "id"),
    }
    for form in forms:
        if form != "md":
            named[f"temuan.{form}"] = blocks.render(told, form, "id", title=title, banner=banner)
    options = {"prose": prose, "forms": list(forms)}
    return {**named, TRACE: _as_json(_trace(made, parts, named, options))}


def _axes_of(made: Found) -> Iterator[Any]:
    """The axis that gates first, then the others, which are shown."""
    yield made.study.axis
    yield from (axis for axis in AXES if axis != made.study.axis)


def _both_languages(told: Sequence[Block]) -> bytes:
    """One file for both: Indonesian first, then English."""
    languages: tuple[Lang, ...] = ("id", "en")
    return b"\n".join(blocks.render(told, "md", lang, title=TITLE) for lang in languages)


def _trace(
    made: Found, parts: Sequence[Part], named: Mapping[str, bytes], options: Mapping[str, object]
) -> dict[str, Any]:
    said = [*parts, *made.blocked]
    sentences = [one for part in said for one in part.sentences]
    cited = [identity for one in sentences for identity in one.evidence]
    figures = [identity for one in sentences for identity in one.claims]
    claims = trace.claims(made.case.claims, figures)
    known = {one.id: one for one in made.case.evidence}
    return {
        "schema": trace.SCHEMA,
        "run": made.run._asdict(),
        "axis": made.study.axis,
        "options": options,
        "files": {name: sha256(data) for name, data in sorted(named.items())},
        "findings": record.records(made.study.findings, made.study.book, made.run),
        "sentences": trace.sentences(parts),
        "blocked_sentences": trace.sentences(made.blocked),
        "evidence": trace.evidence(known, [*cited, *(one["evidence"] for one in claims.values())], made.hashes.get),
        "claims": claims,
    }


def _as_json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "surrogatepass")


def keep_emitted(store: Store, made: Found, named: Mapping[str, bytes]) -> None:
    """Put down in the project which findings were handed out: hashes only, no content."""
    value = {**made.run._asdict(), "files": {name: sha256(data) for name, data in sorted(named.items())}}
    with store.atomic():
        store.put_note(NOTE, "findings", value)


_RETIRED = Bi(
    "{code}: kode ini sudah tidak dipakai; {n} bukti di bawahnya tidak dihitung. Kodekan ulang: kualcode code recode "
    "KODE --code {code} --status accepted --coder NAMA",
    "{code}: this code is retired; {n} pieces of evidence under it do not count. Code them again: kualcode code recode "
    "CODE --code {code} --status accepted --coder NAME",
)
_EARLIER = Bi("{name} tidak dapat dipakai:", "{name} cannot be used:")
_NO_STUDY = Bi("Tidak ada penelitian terdahulu di dalamnya.", "It holds no earlier study.")
_HOW = Bi(
    "Tulis daftar di bawah “penelitian_terdahulu:”, masing-masing dengan penelitian, tempat, indikator, dan hasil.",
    "Write a list under “earlier_studies:”, each with study, place, indicator and result.",
)
