"""The project file as a file: made, opened, backed up, restored."""

from __future__ import annotations

import os
import secrets
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

from kualcode.errors import Bi, CheckFailed, Problem, StoreError
from kualcode.store.adding import Adding
from kualcode.store.checks import Checks
from kualcode.store.connection import BUSY_SECONDS, Clock, connect, connect_to_read, utc_now
from kualcode.store.failures import damaged, in_use, misnumbered, raise_explained, unwritable
from kualcode.store.migrations import APPLICATION_ID, MIGRATIONS, Migration, expected_schema, migrate, schema_version
from kualcode.store.notes import Notes

_SIDE_FILES = ("-journal", "-wal", "-shm")
_SYNCED = (
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("drive saya", "Google Drive"),
)


class Store(Adding, Checks, Notes):
    """One project file. Use as `with open_store(path) as store:`; write inside `with store.atomic():`."""

    def backup(self, dest: Path) -> Path:
        """A copy at `dest`, which must not exist yet, whose structure has been verified.

        A journal that somebody has edited is copied as it is. Raises StoreError, CheckFailed.
        """
        if self._depth:
            raise RuntimeError("a backup cannot be made inside atomic()")
        if dest.exists():
            raise _exists(dest)
        if not dest.parent.is_dir():
            raise _no_folder(dest)
        temporary = _beside(dest)
        try:
            _copy_into(self._connection, self.path, temporary, named=dest)
            _verify(temporary, dest, Store.structure_problems)
            temporary.rename(dest)
        except OSError:
            raise unwritable(dest) from None
        finally:
            _remove(temporary)
        return dest


# ---------------------------------------------------------------- making and opening
def create(path: Path, *, clock: Clock = utc_now, wait: float = BUSY_SECONDS) -> Store:
    """A new project file. Raises StoreError when the file exists or its folder cannot be written."""
    try:
        path.open("xb").close()
    except FileExistsError:
        if not path.is_file() or path.stat().st_size:  # an empty one is what a killed `init` leaves
            raise _exists(path) from None
    except FileNotFoundError:
        raise _no_folder(path) from None
    except OSError:
        raise unwritable(path) from None
    connection = connect(path, "rw", wait)
    try:
        migrate(connection, MIGRATIONS, clock())
    except sqlite3.Error as error:
        connection.close()
        raise_explained(error, path)
    return Store(connection, path, clock=clock, readonly=False)


def open_store(
    path: Path,
    *,
    readonly: bool = False,
    clock: Clock = utc_now,
    wait: float = BUSY_SECONDS,
    steps: Sequence[Migration] = MIGRATIONS,
) -> Store:
    """Open a project file; an older one is backed up beside it and brought up to date (`steps`).

    `wait` is in seconds. Raises StoreError with what to do, ProjectInUse.
    """
    if not path.is_file():
        raise StoreError(
            Bi("Tidak ada berkas proyek {path}.", "There is no project file {path}.").fill(path=path),
            Bi(
                "Buat dengan `kualcode init`, atau periksa namanya.",
                "Make one with `kualcode init`, or check the name.",
            ),
        )
    connection = connect_to_read(path, wait) if readonly else connect(path, "rw", wait)
    try:
        version = _version(connection, path, len(steps))
        kept = None
        if version < len(steps):
            kept = _bring_up_to_date(connection, path, version, steps, readonly=readonly, clock=clock)
        return Store(connection, path, clock=clock, readonly=readonly, migration_backup=kept)
    except BaseException:
        connection.close()
        raise


def _version(connection: sqlite3.Connection, path: Path, newest: int) -> int:
    """The schema version of a file that is ours, whole enough to be read, and not newer than we are."""
    try:
        mark = connection.execute("PRAGMA application_id").fetchone()[0]
        version = schema_version(connection)
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
        ours = mark == APPLICATION_ID and version >= 1 and "migrations" in tables
        had = connection.execute("SELECT max(version) FROM migrations").fetchone()[0] if ours else None
    except sqlite3.Error as error:
        raise_explained(error, path)
    if not ours:
        raise damaged(path)
    if version > newest:
        raise StoreError(
            Bi(
                "{path} dibuat oleh kualcode yang lebih baru (skema {version}, kini {newest}).",
                "{path} was made by a newer kualcode (schema {version}, here {newest}).",
            ).fill(path=path, version=version, newest=newest),
            Bi("Perbarui dengan `pip install --upgrade kualcode`.", "Update with `pip install --upgrade kualcode`."),
        )
    if had != version:
        raise misnumbered(path, version)
    return version


def _bring_up_to_date(
    connection: sqlite3.Connection,
    path: Path,
    version: int,
    steps: Sequence[Migration],
    *,
    readonly: bool,
    clock: Clock,
) -> Path:
    if readonly:
        raise StoreError(
            Bi("{path} memakai skema lama {version}.", "{path} has the old schema {version}.").fill(
                path=path, version=version
            ),
            Bi(
                "Jalankan sekali `kualcode backup BERKAS`: versi lama disimpan di sampingnya, lalu proyek diperbarui.",
                "Run `kualcode backup FILE` once: the old version is kept beside it and the project is brought up "
                "to date.",
            ),
        )
    there = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    if there & (expected_schema(steps).keys() - expected_schema(steps[:version]).keys()):
        raise misnumbered(path, version)  # what a later step makes is there already
    kept = _unused(path.with_name(f"{path.name}.backup-v{version}-{_stamp(clock)}"))
    _copy_into(connection, path, kept, named=kept)
    try:
        migrate(connection, steps, clock())
    except sqlite3.Error as error:
        _remove(kept)  # nothing has changed: a copy a try would only pile up
        raise_explained(error, path)
    return kept


# ---------------------------------------------------------------- backup and restore
def restore(backup: Path, path: Path, *, clock: Clock = utc_now, wait: float = BUSY_SECONDS) -> Path | None:
    """Put a backup in the place of a project file, after checking every word of it.

    The replaced file is kept; its new path is returned, None when there was none.
    Raises StoreError, CheckFailed, ProjectInUse; then the project file is untouched.
    """
    if not backup.is_file():
        raise StoreError(
            Bi("Tidak ada cadangan {path}.", "There is no backup {path}.").fill(path=backup),
            Bi("Periksa nama berkasnya.", "Check the file name."),
        )
    if not path.parent.is_dir():
        raise _no_folder(path)
    if path.exists() and not path.is_file():
        raise _exists(path)
    temporary = _beside(path)
    try:
        _copy_with_journal(backup, temporary)
        _verify(temporary, backup, lambda store: store.check(deep=True))
        _refuse_in_use(path, wait)
        return _swap(temporary, path, clock)
    except OSError:
        raise unwritable(path) from None
    finally:
        _remove(temporary)


def _copy_with_journal(backup: Path, temporary: Path) -> None:
    """A file that was not closed in order is only whole together with its journal."""
    for suffix in ("", *_SIDE_FILES[:2]):
        if (part := Path(f"{backup}{suffix}")).exists():
            shutil.copyfile(part, f"{temporary}{suffix}")


def _verify(temporary: Path, named: Path, check: Callable[[Store], tuple[Problem, ...]]) -> None:
    """Open and check a copy; what is wrong is told of the file the person knows."""
    problems: tuple[Problem, ...]
    try:
        with open_store(temporary) as store:
            problems = check(store)
            _remove(store.migration_backup)
    except StoreError as error:
        what = Bi(*(text.replace(str(temporary), str(named)) for text in error.what))
        raise StoreError(what, error.fix) from error
    if problems:
        raise CheckFailed(
            Bi("Cadangan {path} tidak utuh: {first}", "The backup {path} is not whole: {first}").fill(
                path=named, first=problems[0].what
            ),
            Bi("Pakai cadangan yang lain; proyek tidak diubah.", "Use another backup; the project was not changed."),
        )
    with temporary.open("rb+") as file:  # VACUUM INTO does not wait for the disk
        os.fsync(file.fileno())


def _refuse_in_use(path: Path, wait: float) -> None:
    """A damaged file cannot be asked; it is replaced all the same."""
    if not path.exists():
        return
    connection = sqlite3.connect(path, timeout=wait, isolation_level=None)
    try:
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("ROLLBACK")
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
            raise in_use(path) from error
    finally:
        connection.close()


def _swap(temporary: Path, path: Path, clock: Clock) -> Path | None:
    kept = _unused(path.with_name(f"{path.name}.replaced-{_stamp(clock)}"))
    for suffix in _SIDE_FILES:  # a journal left behind would be played into the new file
        if (part := Path(f"{path}{suffix}")).exists():
            part.rename(f"{kept}{suffix}")
    if not path.exists():
        temporary.rename(path)
        return None
    path.rename(kept)
    try:
        temporary.rename(path)
    except OSError:
        kept.rename(path)
        raise
    return kept


def _copy_into(connection: sqlite3.Connection, path: Path, dest: Path, *, named: Path) -> None:
    """Copy all that is committed; a failure to write is told of the file the person knows."""
    try:
        connection.execute("VACUUM INTO ?", (str(dest),))
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        to_dest = code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_FULL)
        raise_explained(error, named if to_dest else path)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")


def _remove(path: Path | None) -> None:
    """Only ever our own temporary copies."""
    if path is not None:
        for suffix in ("", *_SIDE_FILES):
            Path(f"{path}{suffix}").unlink(missing_ok=True)


def _unused(path: Path) -> Path:
    number, free = 2, path
    while free.exists():
        free, number = path.with_name(f"{path.name}-{number}"), number + 1
    return free


def _stamp(clock: Clock) -> str:
    return "".join(char for char in clock() if char.isalnum())  # no colon in a Windows file name


def _exists(path: Path) -> StoreError:
    return StoreError(
        Bi("Berkas {path} sudah ada dan tidak ditimpa.", "The file {path} exists and is not overwritten.").fill(
            path=path
        ),
        Bi("Pilih nama lain.", "Choose another name."),
    )


def _no_folder(path: Path) -> StoreError:
    return StoreError(
        Bi("Folder {folder} tidak ada.", "The folder {folder} does not exist.").fill(folder=path.parent),
        Bi("Buat foldernya dahulu.", "Make the folder first."),
    )


def synced_folder(path: Path) -> str | None:
    """The service that copies this folder while it is written to, or None."""
    for part in path.absolute().parts:
        for mark, service in _SYNCED:
            if mark in part.casefold():
                return service
    return None
