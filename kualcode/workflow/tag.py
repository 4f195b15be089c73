"""The main job: a study folder in, explained and stored suggestions out."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from kualcode.errors import Bi, Problem, UsageError
from kualcode.model import Codebook, Source
from kualcode.sources import Skipped
from kualcode.store import Replaced, Store
from kualcode.tagging.tagger import Tagger
from kualcode.workflow import codebooks, ingest, study
from kualcode.workflow.project import root

Progress = Callable[[int, int, str], None]
MATCHERS = ("fast", "spacy")
_BATCH_SECONDS = 0.5        # what an interrupt can lose at most, and a re-run does again


def _silent(_done: int, _total: int, _name: str) -> None:
    """No progress shown."""


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
    problems: list[Problem] = field(default_factory=list)
    skipped: list[Problem] = field(default_factory=list)
    notes: list[tuple[str, Bi]] = field(default_factory=list)

    def summary(self) -> Bi:
        """One line on what was read and suggested."""
        new = self.outcomes["added"] + self.outcomes["replaced"] + self.outcomes["updated"]
        return Bi("{new} berkas dibaca, {same} tidak berubah, {bad} masalah; {added} usulan baru, {removed} usulan lama "
                  "diganti, {kept} tetap, {held} tidak diajukan lagi karena sudah diputuskan orang.",
                  "{new} files read, {same} unchanged, {bad} problems; {added} new suggestions, {removed} old ones "
                  "replaced, {kept} kept, {held} not made again since a person has decided.").fill(
            new=new, same=self.outcomes["unchanged"], bad=len(self.problems), added=self.added, removed=self.removed,
            kept=self.kept, held=self.held_back)

    def count(self, replaced: Replaced) -> None:
        """Add what one source's run changed."""
        self.retagged += 1
        self.added += replaced.added
        self.removed += replaced.removed
        self.kept += replaced.kept
        self.held_back += replaced.held_back


def check_matcher(name: str) -> None:
    """Raises UsageError for a matcher that there is not."""
    if name not in MATCHERS:
        raise UsageError(Bi("Pencocok {name!r} tidak dikenal.", "The matcher {name!r} is unknown.").fill(name=name),
                         Bi("Pilih: fast atau spacy.", "Choose: fast or spacy."))


def tag(store: Store, paths: Sequence[Path], *, codebook: str | None = None, encoding: str | None = None,
        matcher: str = "fast", dry_run: bool = False, progress: Progress = _silent) -> TagReport:
    """Take the files in and tag every source that the codebook or the text makes stale.

    Unchanged sources are skipped by hash. A file that cannot be read is named in the report; the rest goes on.
    Raises InvalidFile for a broken codebook or kualcode.yaml, before anything is stored.
    """
    folder = root(store)
    told = study.load(folder)
    named = codebook or told.config.codebook
    book, yaml = codebooks.choose(store, named, folder)
    files, left = ingest.find(paths, folder)
    report = TagReport(book, problems=[*told.problems, *(p for p in left if not isinstance(p, Skipped))],
                       skipped=[p for p in left if isinstance(p, Skipped)])
    with kept(store, dry_run=dry_run):
        run = _Run(store, _tagger(book, matcher), told, report, encoding)
        _in_batches(store, enumerate(files), lambda item: run.take(*item, len(files), progress))
        with store.atomic():
            codebooks.remember(store, book, yaml, named, folder)
            study.keep(store, told)
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

    def __init__(self, store: Store, tagger: Tagger, told: study.Study, report: TagReport,
                 encoding: str | None) -> None:
        self._store, self._tagger, self._told = store, tagger, told
        self._report, self._encoding = report, encoding
        self._afresh = study.changed(store, told)

    def take(self, number: int, path: Path, total: int, progress: Progress) -> None:
        """One file in, and tagged when it was read."""
        progress(number, total, path.name)
        read = ingest.ingest(self._store, path, root(self._store), self._told, encoding=self._encoding,
                             afresh=self._afresh)
        if read.problem is not None:
            self._report.problems.append(read.problem)
            return
        self._report.outcomes[read.outcome or ""] += 1
        self._report.notes += [(read.name, note) for note in read.notes]
        if read.source is not None:
            self._tag(read.source)

    def refresh(self, name: str) -> None:
        """A source that is in already, tagged again where codebook or rules have changed."""
        if self._store.run_key(name) != self._tagger.key:
            self._tag(self._store.source(name))

    def _tag(self, source: Source) -> None:
        if self._store.run_key(source.name) == self._tagger.key:
            return
        replaced = self._store.replace_suggestions(
            source.name, self._tagger.tag(source.text, source.turns),
            codebook_version=self._report.codebook.version, run_key=self._tagger.key)
        self._report.count(replaced)


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
    return {"schema": "kualcode.tag/1", "codebook": {"id": report.codebook.id, "version": report.codebook.version},
            "files": dict(sorted(report.outcomes.items())), "tagged": report.retagged,
            "suggestions": {"added": report.added, "removed": report.removed, "kept": report.kept,
                            "held_back": report.held_back},
            "problems": [_plain(p) for p in report.problems], "skipped": [_plain(p) for p in report.skipped]}


def _plain(problem: Problem) -> dict[str, str]:
    return {"where": problem.where, "what": problem.what.en, "fix": problem.fix.en}
