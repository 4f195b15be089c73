"""The door of `triangulate` without a project: which codebook, and a study out of a file of evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from kualcode import codebook as books
from kualcode.analysis.evidence import Case
from kualcode.errors import Bi
from kualcode.model import Codebook
from kualcode.store import open_store
from kualcode.workflow import codebooks, project
from kualcode.workflow.evidence_file import decoded, read_evidence, told_unknown
from kualcode.workflow.evidence_voices import read_voices
from kualcode.workflow.triangulate import Study, from_evidence

_SHIPPED = "asn-kinerja"  # as in evaluate


class File(NamedTuple):
    """A file as bytes, with the name by which messages call it."""

    name: str
    data: bytes


class Opened(NamedTuple):
    """The study of a file, and what was passed over in it."""

    study: Study
    ignored: Bi | None


def codebook(named: str | None, explicit: Path | None, environ: Mapping[str, str], cwd: Path) -> Codebook:
    """The one named, else that of the project here, else the one that comes along. Raises InvalidFile, NotFound."""
    if named is None and (explicit or environ.get("KUALCODE_PROJECT") or project.upward(cwd)):
        with open_store(project.find(explicit, environ, cwd), readonly=True) as store:
            return codebooks.stored(store)[0]
    return books.read(codebooks.locate(named or _SHIPPED, cwd))[0]


def opened(evidence: File, voices: File | None, book: Codebook, *, provisional: bool = False) -> Opened:
    """Evidence, claims and the number of all voices as a study. Raises SourceError that names every bad line."""
    found = read_evidence(decoded(evidence.data, evidence.name), evidence.name, book).sound(evidence.name)
    case = Case(book, found.evidence, found.claims)
    if voices is not None:
        text = "\n".join(decoded(voices.data, voices.name))
        case = replace(case, voices=read_voices(text, voices.name, found.evidence))
    return Opened(from_evidence(case, provisional=provisional), told_unknown(found))
