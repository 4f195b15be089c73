"""The findings again from the project alone, and whether they are byte for byte those of an earlier folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from kualcode.errors import Bi, NotFound
from kualcode.store import Store
from kualcode.text import sha256
from kualcode.workflow.findings import FORMS, Form, files, found
from kualcode.workflow.findings_folder import TRACE, Written, read_trace, write_all


@dataclass(frozen=True, slots=True)
class Compared:
    """One file: its hash in the earlier folder and now; None where it is not there."""

    name: str
    earlier: str | None
    now: str | None

    @property
    def same(self) -> bool:
        """Whether both are there and equal."""
        return self.now is not None and self.earlier == self.now


@dataclass(frozen=True, slots=True)
class Reproduced:
    """The findings again; `compared` and `changed` are empty where there was nothing to compare with."""

    files: Mapping[str, bytes]
    compared: tuple[Compared, ...] = ()
    changed: tuple[str, ...] = ()  # config_sha, input_sha, tool_version that are not those of the earlier run
    written: Written | None = None

    @property
    def same(self) -> bool:
        """Whether every file is the same, byte for byte."""
        return all(one.same for one in self.compared)


def reproduce(
    store: Store, *, folder: Path | None = None, compare: Path | None = None, force: bool = False
) -> Reproduced:
    """Make the findings from stored sources, codebook and decisions alone; nothing of the study folder is read.

    `compare` is a folder of findings: its options are used, and its trace says what every file was. Raises NotFound
    where it has no trace; UsageError for edited files in `folder`, unless `force`.
    """
    earlier = None if compare is None else _earlier(compare)
    options: dict[str, Any] = (earlier or {}).get("options", {})
    made = found(store)
    forms = cast("list[Form]", options.get("forms", list(FORMS)))
    named = files(made, prose=bool(options.get("prose", False)), forms=forms)
    compared = () if earlier is None or compare is None else _compared(named, earlier, compare)
    run = made.run._asdict()
    before: dict[str, Any] = (earlier or {}).get("run", run)
    changed = tuple(key for key in run if before.get(key) != run[key])
    written = None if folder is None else write_all(folder, named, force=force)
    return Reproduced(named, compared, changed, written)


def _earlier(folder: Path) -> dict[str, Any]:
    value = read_trace(folder)
    if value is None:
        raise NotFound(
            Bi("{folder} tidak memuat {name} dari kualcode.", "{folder} holds no {name} of kualcode's.").fill(
                folder=folder, name=TRACE
            ),
            Bi("Sebut folder yang ditulis oleh: kualcode findings", "Name a folder that kualcode findings wrote."),
        )
    return value


def _compared(named: Mapping[str, bytes], earlier: Mapping[str, Any], folder: Path) -> tuple[Compared, ...]:
    """Every file then and now; the trace itself by its bytes, since it cannot hold its own hash."""
    now = {name: sha256(data) for name, data in named.items()}
    then = {**earlier["files"], TRACE: sha256((folder / TRACE).read_bytes())}
    return tuple(Compared(name, then.get(name), now.get(name)) for name in sorted({*now, *then}))
