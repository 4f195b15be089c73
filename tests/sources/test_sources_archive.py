"""The guard of zip-based formats."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from source_files import refusal

from kualcode.sources.archive import EXCEL, OLE, WORD, Limits, guard

SMALL = Limits(members=3, total=1000, ratio=10, ratio_from=100)


def archive(*contents: bytes) -> bytes:
    """A zip with these contents."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as target:
        for number, content in enumerate(contents):
            target.writestr(f"{number}.xml", content)
    return buffer.getvalue()


def test_an_ordinary_archive_passes() -> None:
    guard(archive(b"<a/>", b"x" * 90), WORD, SMALL)


@pytest.mark.parametrize(
    "data",
    [archive(*[b"x"] * 4), archive(bytes(range(256)) * 4), archive(b"x" * 900)],
    ids=["members", "total", "ratio"],
)
def test_an_archive_beyond_the_limits_is_refused(data: bytes) -> None:
    what, fix = refusal(guard, data, WORD, SMALL)
    assert "grows without measure" in what
    assert ".docx" in fix


def test_a_real_bomb_is_refused_under_the_real_limits() -> None:
    assert "grows" in refusal(guard, archive(b"\x00" * 11_000_000), EXCEL)[0]


def test_a_locked_office_file_is_told_from_an_old_one() -> None:
    what, fix = refusal(guard, OLE + "EncryptedPackage".encode("utf-16-le"), EXCEL)
    assert "locked with a password" in what
    assert "Excel" in fix
    what, fix = refusal(guard, OLE + b"WordDocument", WORD)
    assert what == "This is an old Office file (before 2007) under the name .docx."
    assert fix == "Open it in Word and save it again as .docx."


def test_an_encrypted_member_is_called_locked() -> None:
    data = bytearray(archive(b"x"))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "locked" in refusal(guard, bytes(data), WORD)[0]


def test_a_wrong_checksum_is_damage() -> None:
    data = archive(b"isi yang panjang sekali")
    broken = data.replace(data[14:18], b"\x00\x00\x00\x00")
    assert "damaged" in refusal(guard, broken, WORD)[0]
