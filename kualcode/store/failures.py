"""SQLite's errors as errors that people can act on: in use, not writable, full, damaged."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import NoReturn

from kualcode.errors import Bi, ProjectInUse, StoreError

_IN_USE = Bi("Proyek {path} sedang dipakai kualcode lain.", "The project {path} is in use by another kualcode.")
_WAIT = Bi(
    "Tunggu sampai perintah yang lain selesai, atau tutup, lalu coba lagi.",
    "Wait until the other command has finished, or close it, then try again.",
)
_UNWRITABLE = Bi(
    "Proyek {path} tidak dapat ditulis: berkas atau foldernya hanya dapat dibaca.",
    "The project {path} cannot be written: the file or its folder is read-only.",
)
_MOVE = Bi(
    "Salin proyek itu ke folder yang dapat ditulisi, misalnya Documents, lalu coba lagi.",
    "Copy the project to a folder that can be written, for instance Documents, then try again.",
)
_FULL = Bi("Diska penuh: tidak ada yang disimpan di {path}.", "The disk is full: nothing was stored in {path}.")
_FREE = Bi("Kosongkan ruang, lalu jalankan perintah itu lagi.", "Free some space, then run the command again.")
_DAMAGED = Bi(
    "{path} bukan berkas proyek kualcode, atau berkas itu rusak.",
    "{path} is not a kualcode project file, or it is damaged.",
)
_MISNUMBERED = Bi(
    "Nomor skema {path} ({version}) tidak sesuai dengan isinya: berkas itu pernah diubah oleh program lain.",
    "{path}: the number of its schema ({version}) does not fit what is in it; another program has changed the file.",
)
_RESTORE = Bi(
    "Periksa nama berkasnya. Bila memang proyek, jangan hapus: pulihkan cadangan dengan `kualcode restore CADANGAN`.",
    "Check the file name. If it is the project, do not delete it: bring a backup back with `kualcode restore BACKUP`.",
)
_IO = Bi("Diska gagal membaca atau menulis {path}.", "The disk failed to read or write {path}.")
_PLUG = Bi(
    "Periksa apakah diska atau flash disk masih terpasang, lalu jalankan `kualcode check`.",
    "Check that the disk or flash disk is still connected, then run `kualcode check`.",
)
_UNSTORABLE = Bi(
    "Ada huruf rusak (setengah pasangan UTF-16) yang tidak dapat disimpan di {path}.",
    "There is a broken character (half a UTF-16 pair) that cannot be stored in {path}.",
)
_RESAVE = Bi(
    "Simpan ulang berkas asalnya sebagai UTF-8 atau .docx, lalu coba lagi.",
    "Save the original file again as UTF-8 or .docx, then try again.",
)

_BY_CODE: dict[int, tuple[Bi, Bi]] = {
    sqlite3.SQLITE_READONLY: (_UNWRITABLE, _MOVE),
    sqlite3.SQLITE_CANTOPEN: (_UNWRITABLE, _MOVE),
    sqlite3.SQLITE_PERM: (_UNWRITABLE, _MOVE),
    sqlite3.SQLITE_FULL: (_FULL, _FREE),
    sqlite3.SQLITE_CORRUPT: (_DAMAGED, _RESTORE),
    sqlite3.SQLITE_NOTADB: (_DAMAGED, _RESTORE),
    sqlite3.SQLITE_TOOBIG: (_DAMAGED, _RESTORE),  # a length that a damaged row pretends to have
    sqlite3.SQLITE_IOERR: (_IO, _PLUG),
}


def in_use(path: Path) -> ProjectInUse:
    """Another process holds the file longer than we wait."""
    return ProjectInUse(_IN_USE.fill(path=path), _WAIT)


def unwritable(path: Path) -> StoreError:
    """The file or its folder cannot be written."""
    return StoreError(_UNWRITABLE.fill(path=path), _MOVE)


def damaged(path: Path) -> StoreError:
    """Not a project file, or no longer a whole one."""
    return StoreError(_DAMAGED.fill(path=path), _RESTORE)


def misnumbered(path: Path, version: int) -> StoreError:
    """The file says that it has had other steps than it has; to bring it up to date could only harm it."""
    return StoreError(_MISNUMBERED.fill(path=path, version=version), _RESTORE)


def unstorable(path: Path) -> StoreError:
    """Text with lone surrogates, which UTF-8 cannot hold."""
    return StoreError(_UNSTORABLE.fill(path=path), _RESAVE)


def raise_explained(error: sqlite3.Error, path: Path) -> NoReturn:
    """Raise the readable form of an SQLite error; a programming error stays what it is."""
    if not isinstance(error, sqlite3.DatabaseError) or isinstance(
        error, sqlite3.IntegrityError | sqlite3.ProgrammingError
    ):
        raise error
    # Errors without a code come from the module itself: a cell that is not UTF-8, so a damaged one.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL):
        raise in_use(path) from error
    if code not in _BY_CODE:
        raise error
    what, fix = _BY_CODE[code]
    raise StoreError(what.fill(path=path), fix) from error
