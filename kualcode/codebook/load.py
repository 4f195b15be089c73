"""A codebook file: read it, check all of it at once, and give back the Codebook."""

from __future__ import annotations

from pathlib import Path as FilePath
from typing import Any, NamedTuple

from kualcode.codebook.build import codebook_of
from kualcode.codebook.checks import flaws
from kualcode.codebook.fields import CODEBOOK
from kualcode.codebook.shapes import LANGUAGES, Log
from kualcode.errors import Bi, InvalidFile, Problem
from kualcode.model import Codebook
from kualcode.text import normalise, sha256

MAX_BYTES = 1_000_000


class Draft(NamedTuple):
    """A file that was read and checked: its values, the Codebook made of them, and the problems found."""

    tree: dict[str, Any]
    codebook: Codebook
    log: Log


def read(path: FilePath) -> tuple[Codebook, str]:
    """The codebook of a file, and the file's text; InvalidFile when it cannot be read or used."""
    name = path.as_posix()
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise InvalidFile(_NO_FILE.fill(name=name, why=why), fix=_CHECK_PATH) from error
    if len(data) > MAX_BYTES:
        raise InvalidFile(_TOO_LARGE.fill(name=name), fix=_SHORTER)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InvalidFile(_NOT_UTF8.fill(name=name, line=line), fix=_SAVE_UTF8) from error
    return load(text, name), text


def load(text: str, name: str) -> Codebook:
    """The codebook of a YAML text; InvalidFile carries every problem with "name:line:column".

    Codebook.sha256 is that of the normalised text, so Windows line ends do not change it.
    """
    draft = examine(text, name)
    if draft.log.problems:
        problems = sorted(draft.log.problems, key=_place)
        raise InvalidFile(_INVALID.fill(name=name, count=len(problems)), problems)
    return draft.codebook


def examine(text: str, name: str) -> Draft:
    """Everything about a text, problems included; InvalidFile only when it is not usable YAML at all."""
    from kualcode import yamlsafe

    text = normalise(text)
    data, positions = yamlsafe.load(text, name)
    if not isinstance(data, dict):
        raise InvalidFile(_NO_CODEBOOK.fill(name=name), fix=_START_SO)
    log = Log(positions, _languages(data))
    tree = CODEBOOK.read(data, (), log)
    codebook = codebook_of(tree, sha256(text))
    for flaw in flaws(tree, codebook):
        log.note(*flaw)
    return Draft(tree, codebook, log)


def _languages(data: dict[str, Any]) -> tuple[str, ...]:
    """The languages every bilingual text must have; both while the file does not say so properly."""
    head = data.get("codebook")
    given = head.get("languages") if isinstance(head, dict) else None
    if not isinstance(given, list) or not given or any(lang not in LANGUAGES for lang in given):
        return LANGUAGES
    return tuple(lang for lang in LANGUAGES if lang in given)


def _place(problem: Problem) -> tuple[int, int]:
    line, column = problem.where.rsplit(":", 2)[1:]
    return int(line), int(column)


_NO_FILE = Bi("{name} tidak dapat dibaca ({why}).", "{name} cannot be read ({why}).")
_CHECK_PATH = Bi("Periksa nama dan letak berkasnya.", "Check the file's name and place.")
_TOO_LARGE = Bi("{name} lebih dari 1 MB.", "{name} is larger than 1 MB.")
_SHORTER = Bi(
    "Buku kode biasanya di bawah 100 KB; periksa apakah ini berkas yang benar.",
    "A codebook is usually below 100 KB; check whether this is the right file.",
)
_NOT_UTF8 = Bi("{name} bukan teks UTF-8 (baris {line}).", "{name} is not UTF-8 text (line {line}).")
_SAVE_UTF8 = Bi("Simpan ulang dengan pengodean UTF-8.", "Save it again with the encoding UTF-8.")
_NO_CODEBOOK = Bi("{name} tidak berisi buku kode.", "{name} does not hold a codebook.")
_START_SO = Bi(
    "Mulailah dengan “schema_version”, “codebook” dan “codes”.", "Begin with “schema_version”, “codebook” and “codes”."
)
_INVALID = Bi("{name}: {count} hal perlu diperbaiki.", "{name}: {count} problem(s) to fix.")
