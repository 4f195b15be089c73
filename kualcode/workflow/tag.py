"""The main job: a study folder in, explained and stored suggestions out."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from kualcode.analysis.claims.tables import sums
from kualcode.errors import Bi, Problem, UsageError
from kualcode.model import Codebook, Source, SourceInfo, Suggestion, Turn
from kualcode.sources import Skipped
from kualcode.store import Replaced, Store
from kualcode.tagging.tagger import Tagger
from kualcode.workflow import codebooks, consent, extras, ingest, study
from kualcode.workflow.claim_sources import Around
from kualcode.workflow.project import root

Progress = Callable[[int, int, str], None]
MATCHERS = ("fast", "spacy")
REGISTER = "register"  # doc_class of guest books and attendance lists
_BATCH_SECONDS = 0.5  # what an interrupt can lose at most, and a re-run does again


def _silent(_done: int, _total: int, _name: str) -> None:
    """No progress shown."""


class Register(NamedTuple):
    """A register of this run, what was counted up from its rows, and else why nothing was."""

    name: str
    sums: Bi | None
    why: Bi


@dataclass(slots=True)
class TagReport:
    """What a run did. `problems` failed, `skipped` were passed over with a reason, `notes` by source."""

    codebook: Codebook
    outcomes: Counter[str] = field(default_factory=Counter)
    added: int = 0
    removed: int = 0
    kept: int = 0
    held_back: int = 0
    retagged: int = 0
    registers: list[Register] = field(default_factory=list)  # not coded
    closed: int = 0  # files of informants who refused or withdrew
    problems: list[Problem] = field(default_factory=list)
    skipped: list[Problem] = field(default_factory=list)
    notes: list[tuple[str, Bi]] = field(default_factory=list)

    def summary(self) -> Bi:
        """One line on what was read and suggested; what did not happen is not told."""
        new = self.outcomes["added"] + self.outcomes["replaced"] + self.outcomes["updated"]
        files = _told((new, _READ), (self.outcomes["unchanged"], _SAME), (len(self.problems), _BAD))
        made = _told((self.removed, _REPLACED), (self.kept, _KEPT), (self.held_back, _HELD), before=", ")
        return _LINE.fill(files=files if files.en else _NO_FILES, added=self.added, made=made)

    def remarks(self) -> list[Bi]:
        """What else a person should know, once for all files."""
        lines = []
        lines += [
            _UNCOUNTED.fill(name=one.name, why=one.why)
            if one.sums is None
            else _COUNTED.fill(name=one.name, sums=one.sums)
            for one in sorted(self.registers, key=attrgetter("name"))
        ]
        if self.closed:
            lines.append(_CLOSED.fill(n=self.closed))
        if not (self.outcomes or self.closed or self.problems):
            lines.append(_NOTHING)
        return lines

    def pass_over(self, left: Iterable[Problem]) -> None:
        """Sort what was not taken: passed over with a reason, or failed."""
        for problem in left:
            (self.skipped if isinstance(problem, Skipped) else self.problems).append(problem)

    def count(self, replaced: Replaced) -> None:
        """Add what one source's run changed."""
        self.retagged += 1
        self.added += replaced.added
        self.removed += replaced.removed
        self.kept += replaced.kept
        self.held_back += replaced.held_back


def _told(*counts: tuple[int, Bi], before: str = "") -> Bi:
    """The counts that are not zero, in words, with what stands before them when there are some."""
    parts = [words.fill(n=n) for n, words in counts if n]
    before = before if parts else ""
    return Bi(before + ", ".join(part.id for part in parts), before + ", ".join(part.en for part in parts))


_LINE = Bi("{files}; {added} usulan baru{made}.", "{files}; {added} new suggestions{made}.")
_NO_FILES = Bi("Tidak ada berkas dibaca", "No files read")
_READ = Bi("{n} berkas dibaca", "{n} files read")
_SAME = Bi("{n} tidak berubah", "{n} unchanged")
_BAD = Bi("{n} masalah", "{n} problems")
_REPLACED = Bi("{n} usulan lama diganti", "{n} old ones replaced")
_KEPT = Bi("{n} usulan tetap", "{n} kept")
_HELD = Bi("{n} tidak diusulkan lagi, karena sudah diputuskan orang", "{n} not made again, since a person has decided")
_COUNTED = Bi(
    "Register: dihitung, tidak dikodekan per baris: {name}: {sums}",
    "A register is counted, not coded row by row: {name}: {sums}",
)
_UNCOUNTED = Bi(
    "Register: tidak dikodekan per baris, dan tidak ada yang dapat dihitung darinya: {name}: {why}.",
    "A register is not coded row by row, and nothing could be counted from it: {name}: {why}.",
)
_NOT_A_DOCUMENT = Bi("jenis sumbernya bukan dokumentasi", "its source type is not documentation")
_CLOSED = Bi(
    "{n} berkas tidak dibaca: informannya menolak atau menarik persetujuan.",
    "{n} files were not read: their informants refused or withdrew consent.",
)
_NOTHING = Bi("Tidak ada berkas yang dapat dibaca di situ.", "There is no file there that can be read.")


def check_matcher(name: str) -> None:
    """Raises UsageError for a matcher that there is not."""
    if name not in MATCHERS:
        raise UsageError(
            Bi("Pencocok {name!r} tidak dikenal.", "The matcher {name!r} is unknown.").fill(name=name),
            Bi("Pilih: fast atau spacy.", "Choose: fast or spacy."),
        )


def tag(  # noqa: PLR0913 - a run has as many choices as the command
    store: Store,
    paths: Sequence[Path],
    *,
    folder: Path | None = None,
    codebook: str | None = None,
    encoding: str | None = None,
    matcher: str = "fast",
    dry_run: bool = False,
    progress: Progress = _silent,
) -> TagReport:
    """Take the files in and tag every source that the codebook, the text or its description makes stale.

    Unchanged sources are skipped by hash. A file that cannot be read is named in the report; the rest goes on.
    `folder` is the study folder, by default where the project lies. Raises InvalidFile for a broken codebook,
    kualcode.yaml or list of informants, before anything is stored.
    """
    folder = folder or root(store)
    told = study.load(folder)
    chosen = codebooks.choose(store, codebook, told.config.codebook, folder)
    files, left = ingest.find(paths, folder, told)
    report = TagReport(chosen.book)
    report.pass_over(
        [*told.problems, *left, *ingest.missing(store, folder, told), *ingest.once_taken(store, folder, told)]
    )
    with kept(store, dry_run=dry_run):
        run = _Run(store, _tagger(chosen.book, matcher), told, report, folder, encoding)
        _in_batches(store, enumerate(files), lambda item: run.take(*item, len(files), progress))
        _in_batches(store, store.source_names(include_hidden=True) if run.afresh else (), run.again)
        with store.atomic():
            codebooks.remember(store, chosen, folder)
            study.keep(store, told)
            consent.remember(store, folder)
        report.problems += extras.take_in(store, folder)
        _in_batches(store, store.source_names(), run.refresh)
    return report


def _tagger(book: Codebook, matcher: str) -> Tagger:
    """A tagger on the fast matcher, or on spaCy's, which finds the same."""
    if matcher == "fast":
        return Tagger(book)
    from kualcode.tagging.spacy_matcher import SpacyMatcher

    return Tagger(book, SpacyMatcher)


class _Run:
    """One run over a study: what it works with, and what it did so far."""

    def __init__(
        self,
        store: Store,
        tagger: Tagger,
        told: study.Study,
        report: TagReport,
        folder: Path,
        encoding: str | None,
    ) -> None:
        self._store, self._tagger, self._report = store, tagger, report
        self.afresh = study.changed(store, told)
        self._intake = ingest.Intake(store, folder, told, encoding=encoding, afresh=self.afresh)
        self._closed = study.closed(store, told)
        self._taken: set[str] = set()
        self._language = told.config.language

    def take(self, number: int, path: Path, total: int, progress: Progress) -> None:
        """One file in, and tagged when it was read."""
        progress(number, total, path.name)
        read = self._intake.file(path)
        self._taken.add(read.name)
        self._count(read)

    def again(self, name: str) -> None:
        """A source whose file is not among those of this run, described again."""
        if name not in self._taken:
            self._count(self._intake.again(name))

    def _count(self, read: ingest.Read) -> None:
        report = self._report
        report.closed += read.closed
        if read.problem is not None:
            report.pass_over([read.problem])
        if read.outcome is not None:
            report.outcomes[read.outcome] += 1
            report.notes += [(read.name, note) for note in read.notes]
        if read.source is not None:
            self._tag(read.source)

    def refresh(self, name: str) -> None:
        """A source that is in already, tagged again where codebook, rules or its class have changed."""
        if self._closed or self._store.run_key(name) != self._key(self._store.info(name), ()):
            self._tag(self._store.source(name))

    def _tag(self, source: Source) -> None:
        key = self._key(source.info, source.turns)
        if self._store.run_key(source.name) == key:
            return
        made: list[Suggestion] = []
        if source.info.doc_class == REGISTER:
            self._report.registers.append(_register(source, self._language))
        else:
            shut = {turn.index for turn in source.turns if turn.informant in self._closed}
            made = [s for s in self._tagger.tag(source.text, source.turns) if s.turn not in shut]
        replaced = self._store.replace_suggestions(
            source.name, made, codebook_version=self._report.codebook.version, run_key=key
        )
        self._report.count(replaced)

    def _key(self, info: SourceInfo, turns: Sequence[Turn]) -> str:
        """What the suggestions of a source follow from, beside its text and turns."""
        if info.doc_class == REGISTER:
            return f"{self._tagger.key}/{REGISTER}"
        shut = sorted({turn.informant for turn in turns if turn.informant} & self._closed)
        return "/without ".join([self._tagger.key, *shut])


def _register(source: Source, language: str) -> Register:
    """What the claims will count up from a register, as kualcode.workflow.claims does."""
    if source.info.source_type != "documentation":
        return Register(source.name, None, _NOT_A_DOCUMENT)
    rows = [line.cells for line in Around(source, language).lines()]
    return Register(source.name, *sums(rows, period=source.info.period, language=language))


Item = TypeVar("Item")


def _in_batches(store: Store, items: Iterable[Item], work: Callable[[Item], None]) -> None:
    """Work through the items in transactions of about half a second."""
    waiting, more = iter(items), True
    while more:
        more = False
        until = time.monotonic() + _BATCH_SECONDS
        with store.atomic():
            for item in waiting:
                work(item)
                if time.monotonic() > until:
                    more = True
                    break


class _NotKept(Exception):
    """Ends a dry run: everything is rolled back."""


@contextmanager
def kept(store: Store, *, dry_run: bool) -> Iterator[None]:
    """In a dry run the same is done, and undone at the end."""
    if not dry_run:
        yield
        return
    with suppress(_NotKept), store.atomic():
        yield
        raise _NotKept


def as_json(report: TagReport) -> dict[str, Any]:
    """The same for machines, in English."""
    return {
        "schema": "kualcode.tag/1",
        "codebook": {"id": report.codebook.id, "version": report.codebook.version},
        "files": dict(sorted(report.outcomes.items())),
        "tagged": report.retagged,
        "registers": sorted(one.name for one in report.registers),
        "uncounted_registers": sorted(one.name for one in report.registers if one.sums is None),
        "closed": report.closed,
        "suggestions": {
            "added": report.added,
            "removed": report.removed,
            "kept": report.kept,
            "held_back": report.held_back,
        },
        "problems": [_plain(p) for p in report.problems],
        "skipped": [_plain(p) for p in report.skipped],
    }


def _plain(problem: Problem) -> dict[str, str]:
    return {"where": problem.where, "what": problem.what.en, "fix": problem.fix.en}
