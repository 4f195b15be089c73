"""Guard at the door of zip-based formats (docx, xlsx): nothing is unpacked to disk or grows without bound."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile, ZipInfo

from kualcode.errors import Bi, SourceError


class Limits(NamedTuple):
    """How far an archive may grow: members, uncompressed bytes in all, and bytes per packed byte."""

    members: int = 10_000
    total: int = 500_000_000
    ratio: int = 250
    ratio_from: int = 10_000_000  # small members may be packed as tightly as they like


OLE = bytes.fromhex("d0cf11e0a1b11ae1")  # compound file: old Office formats, and locked new ones
LOCKED_STREAM = "EncryptedPackage".encode("utf-16-le")

DAMAGED = Bi("Berkas rusak atau bukan berkas {program}.", "The file is damaged or not {program_en} file.")
DAMAGED_FIX = Bi(
    "Buka di {program}, lalu simpan lagi sebagai {suffix}.", "Open it in {program} and save it again as {suffix}."
)
LOCKED = Bi("Berkas ini dikunci dengan kata sandi.", "This file is locked with a password.")
LOCKED_FIX = Bi(
    "Buka di {program}, hapus kata sandinya (Info > Proteksi), lalu simpan sebagai {suffix}.",
    "Open it in {program}, remove the password (Info > Protect) and save it again as {suffix}.",
)
OLD = Bi(
    "Ini berkas Office lama (sebelum 2007) dengan nama {suffix}.",
    "This is an old Office file (before 2007) under the name {suffix}.",
)
BOMB = Bi(
    "Isi berkas ini mengembang tidak wajar saat dibuka; demi keamanan tidak dibaca.",
    "This file grows without measure when it is opened; it was not read, to be safe.",
)


class Program(NamedTuple):
    """The program a format belongs to, as messages name it."""

    name: str
    article: str
    suffix: str

    def damaged(self) -> SourceError:
        """The file cannot be understood."""
        what = DAMAGED.fill(program=self.name, program_en=f"{self.article} {self.name}")
        return SourceError(what, self.fix(DAMAGED_FIX))

    def fix(self, advice: Bi) -> Bi:
        """Advice with the program's name in it."""
        return advice.fill(program=self.name, suffix=self.suffix)


WORD = Program("Word", "a", ".docx")
EXCEL = Program("Excel", "an", ".xlsx")


def guard(data: bytes, program: Program, limits: Limits | None = None) -> None:
    """Raise SourceError unless the bytes are a sound zip within the limits, without XML document types."""
    if data.startswith(OLE):
        locked = LOCKED_STREAM in data
        raise SourceError(
            LOCKED if locked else OLD.fill(suffix=program.suffix), program.fix(LOCKED_FIX if locked else DAMAGED_FIX)
        )
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            _measure(members, program, limits or Limits())
            _check_members(archive, members, program)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise program.damaged() from error


def _measure(members: list[ZipInfo], program: Program, limits: Limits) -> None:
    loose = any(m.file_size > max(limits.ratio_from, limits.ratio * m.compress_size) for m in members)
    if len(members) > limits.members or sum(m.file_size for m in members) > limits.total or loose:
        raise SourceError(BOMB, program.fix(DAMAGED_FIX))
    if any(m.flag_bits & 1 for m in members):
        raise SourceError(LOCKED, program.fix(LOCKED_FIX))


def _check_members(archive: ZipFile, members: list[ZipInfo], program: Program) -> None:
    """Office never writes a document type; entities live only there, so it is refused before any parser."""
    for member in members:
        if member.filename.endswith((".xml", ".rels")):
            with archive.open(member) as part:
                if b"<!DOCTYPE" in part.read(2048):
                    raise program.damaged()
