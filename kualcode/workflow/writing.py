"""A file written as a whole: whoever reads it sees all of it or nothing."""

from __future__ import annotations

import errno
from contextlib import suppress
from pathlib import Path

from kualcode.errors import Bi, KualcodeError, UsageError

ANOTHER = Bi(
    "Pilih folder lain yang dapat ditulis, atau tutup program yang membukanya.",
    "Choose another folder that can be written, or close the program that has it open.",
)
_SYSTEM = {
    errno.ENOSPC: Bi("diska penuh", "the disk is full"),
    errno.EFBIG: Bi("berkas menjadi terlalu besar", "the file grows too large"),
    errno.EACCES: Bi("tidak diizinkan", "not allowed"),
    errno.EPERM: Bi("tidak diizinkan", "not allowed"),
    errno.EROFS: Bi("diska hanya dapat dibaca", "the disk is read-only"),
    errno.ENOENT: Bi("tidak ada", "not there"),
    errno.EEXIST: Bi("sudah ada berkas bernama itu", "a file of that name is there"),
    errno.ENOTDIR: Bi("bukan folder", "not a folder"),
    errno.EISDIR: Bi("ini folder", "it is a folder"),
    errno.ENAMETOOLONG: Bi("namanya terlalu panjang", "its name is too long"),
    errno.EMFILE: Bi("terlalu banyak berkas terbuka", "too many files are open"),
    errno.EIO: Bi("diska gagal", "the disk failed"),
}


def why(error: OSError) -> Bi:
    """What the operating system says, in both languages."""
    return _SYSTEM.get(error.errno or 0) or Bi(*[error.strerror or type(error).__name__] * 2)


def write_bytes(target: Path, data: bytes, *, force: bool) -> None:
    """Write beside the target and move into place.

    Raises UsageError for a file that is there already, KualcodeError where it cannot be written.
    """
    if target.exists() and not force:
        raise UsageError(
            Bi("{path} sudah ada.", "{path} exists already.").fill(path=target),
            Bi("Beri nama lain, atau --force untuk menimpanya.", "Give another name, or --force to overwrite it."),
        )
    if target.is_dir():
        raise UsageError(
            Bi("{path} ialah folder, bukan berkas.", "{path} is a folder, not a file.").fill(path=target),
            Bi("Beri nama berkasnya.", "Give the name of a file."),
        )
    temporary = target.with_name(f".{target.name}.part")
    try:
        temporary.write_bytes(data)
        temporary.replace(target)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise KualcodeError(
            Bi("{path} tidak dapat ditulis ({why}).", "{path} cannot be written ({why}).").fill(
                path=target, why=why(error)
            ),
            ANOTHER,
        ) from error
