"""The findings again from the project alone, and whether the files of an earlier folder are byte for byte the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast, get_args

from kualcode.analysis.narrative.report import DRAFT
from kualcode.errors import Bi, NotFound, SourceError
from kualcode.store import Store
from kualcode.text import sha256
from kualcode.workflow.consent import quoting
from kualcode.workflow.findings import FORMS, NAMES, Form, files, found
from kualcode.workflow.findings_folder import TRACE, Written, read_trace, refuse_sources, write_all
from kualcode.workflow.writing import why

State = Literal["same", "different", "missing"]


@dataclass(frozen=True, slots=True)
class Compared:
    """One file by its hashes: on disk in the earlier folder, now, and as the trace there says that it was written.

    None where there is none; the trace cannot hold its own hash.
    """

    name: str
    earlier: str | None
    now: str | None
    written: str | None = None

    @property
    def same(self) -> bool:
        """Whether both are there and equal."""
        return self.now is not None and self.earlier == self.now

    @property
    def state(self) -> State:
        """What can be said of it in a word."""
        return "missing" if self.earlier is None else "same" if self.same else "different"

    @property
    def edited(self) -> bool:
        """Whether somebody changed it on disk since it was written."""
        return None not in (self.earlier, self.written) and self.earlier != self.written


@dataclass(frozen=True, slots=True)
class Reproduced:
    """The findings again; `compared` and `changed` are empty where there was nothing to compare with."""

    files: Mapping[str, bytes]
    compared: tuple[Compared, ...] = ()
    changed: tuple[str, ...] = ()  # config_sha, input_sha, tool_version that are not those of the earlier run
    written: Written | None = None
    untraced: bool = False  # there is a jejak.json, but not one that kualcode wrote
    withdrawn: frozenset[str] = frozenset()  # informants who refused or withdrew and are quoted in the earlier folder

    @property
    def same(self) -> bool:
        """Whether every file is the same, byte for byte."""
        return all(one.same for one in self.compared)

    @property
    def edited(self) -> tuple[str, ...]:
        """Files that somebody changed on disk since they were written."""
        return tuple(one.name for one in self.compared if one.edited)


def reproduce(
    store: Store, *, folder: Path | None = None, compare: Path | None = None, force: bool = False
) -> Reproduced:
    """Make the findings from stored sources, codebook and decisions alone; nothing of the study folder is read.

    `compare` is a folder of findings: its files on disk are compared, with the options that its trace names, and its
    trace says what has changed since. Raises NotFound where none of the files is there; UsageError for edited files
    in `folder`, unless `force`; SourceError for files that cannot be read.
    """
    earlier = None if compare is None else read_trace(compare)
    options: dict[str, Any] = (earlier or {}).get("options") or ({} if compare is None else _options(compare))
    made = found(store)
    forms = cast("list[Form]", options.get("forms", list(FORMS)))
    named = files(made, prose=bool(options.get("prose", False)), forms=forms)
    compared = () if compare is None else _compared(named, earlier, compare)
    run = made.run._asdict()
    before: dict[str, Any] = (earlier or {}).get("run", run)
    changed = tuple(key for key in run if before.get(key) != run[key])
    written = None
    if folder is not None:
        refuse_sources(folder, store)
        written = write_all(folder, named, force=force)
    untraced = compare is not None and earlier is None and (compare / TRACE).is_file()
    return Reproduced(named, compared, changed, written, untraced, quoting(store, compare) if compare else frozenset())


def holds_findings(folder: Path) -> bool:
    """Whether any file that findings are written to is there."""
    return any((folder / name).is_file() for name in (TRACE, *NAMES))


def _options(folder: Path) -> dict[str, Any]:
    """How the files of a folder without a trace were made, as they themselves show it."""
    if not holds_findings(folder):
        raise NotFound(
            Bi("{folder} tidak memuat temuan dari kualcode.", "{folder} holds no findings of kualcode's.").fill(
                folder=folder
            ),
            Bi("Sebut folder yang ditulis oleh: kualcode findings", "Name a folder that kualcode findings wrote."),
        )
    forms = [form for form in get_args(Form) if form in FORMS or (folder / f"temuan.{form}").is_file()]
    return {"prose": DRAFT.id.encode() in (_bytes(folder / NAMES[0]) or b""), "forms": forms}


def _compared(named: Mapping[str, bytes], earlier: Mapping[str, Any] | None, folder: Path) -> tuple[Compared, ...]:
    """Every file as it is on disk and as it is made now, with what the trace says of it."""
    then: Mapping[str, str] = earlier["files"] if earlier else {}
    disk = {name: _bytes(folder / name) for name in {*named, *then}}
    return tuple(
        Compared(name, _hash(disk[name]), _hash(named.get(name)), then.get(name)) for name in sorted({*named, *then})
    )


def _hash(data: bytes | None) -> str | None:
    return None if data is None else sha256(data)


def _bytes(path: Path) -> bytes | None:
    """What a file holds; None where there is none."""
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError as error:
        raise SourceError(
            Bi("{path} tidak dapat dibaca ({why}).", "{path} cannot be read ({why}).").fill(path=path, why=why(error)),
            Bi("Tutup program yang membukanya, lalu ulangi.", "Close the program that has it open, and try again."),
        ) from error
