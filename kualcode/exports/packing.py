"""Office files without the clock and without a name: same input, same bytes on every machine."""

from __future__ import annotations

import io
import re
import zipfile

EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can hold
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:(?:created|modified)>)")
_FIRST = "[Content_Types].xml"  # some readers look for it at the start


def repacked(made: bytes) -> bytes:
    """The same Office file with sorted members, fixed times inside and out, and one compression."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as archive, zipfile.ZipFile(out, "w") as packed:
        for name in sorted(archive.namelist(), key=lambda name: (name != _FIRST, name)):
            packed.writestr(_member(name), _timeless(name, archive.read(name)))
    return out.getvalue()


def _member(name: str) -> zipfile.ZipInfo:
    """A member whose entry tells nothing of the machine or the hour."""
    member = zipfile.ZipInfo(name, EPOCH)
    member.create_system = 0  # the same on Windows and elsewhere
    member.external_attr = 0o600 << 16
    member.compress_type = zipfile.ZIP_DEFLATED
    return member


def _timeless(name: str, data: bytes) -> bytes:
    """A member's bytes, with the times of the file's properties fixed."""
    return _STAMP.sub(rb"\g<1>1980-01-01T00:00:00Z\g<2>", data) if name == "docProps/core.xml" else data
