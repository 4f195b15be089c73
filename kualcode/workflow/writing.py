"""A file written as a whole: whoever reads it sees all of it or nothing."""

from __future__ import annotations

from pathlib import Path

from kualcode.errors import Bi, KualcodeError, UsageError


def write_bytes(target: Path, data: bytes, *, force: bool) -> None:
    """Write beside the target and move into place.

    Raises UsageError for a file that is there already, KualcodeError where it cannot be written.
    """
    if target.exists() and not force:
        raise UsageError(
            Bi("{path} sudah ada.", "{path} exists already.").fill(path=target),
            Bi("Beri nama lain, atau --force untuk menimpanya.", "Give another name, or --force to overwrite it."),
        )
    temporary = target.with_name(f".{target.name}.part")
    try:
        temporary.write_bytes(data)
        temporary.replace(target)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise KualcodeError(
            Bi("{path} tidak dapat ditulis ({why}).", "{path} cannot be written ({why}).").fill(
                path=target, why=error.strerror or ""
            ),
            Bi(
                "Pilih folder lain, atau tutup program yang membukanya.",
                "Choose another folder, or close the program that has it open.",
            ),
        ) from error
