"""One write door: everything or nothing, also under kill -9, with two writers, and on a read-only disk."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from store_values import clock, run_python, source

from kualcode.errors import ProjectInUse, StoreError
from kualcode.store import Store, WriteOutsideAtomicError, create, open_store

SETTER = """
import sys
from pathlib import Path
from kualcode.store import open_store
name, count = sys.argv[2], int(sys.argv[3])
with open_store(Path(sys.argv[1])) as store:
    for number in range(count):
        with store.atomic():
            store.put_setting(f"{name}.{number}", "x")
            store.put_setting(f"{name}.last", str(number))
        print(number, flush=True)
"""


def test_an_error_undoes_the_whole_block(store: Store) -> None:
    with pytest.raises(KeyboardInterrupt), store.atomic():
        store.add_source(source())
        raise KeyboardInterrupt
    assert store.source_names() == ()
    assert store.check(deep=True) == ()


def test_an_inner_block_is_undone_by_itself(store: Store) -> None:
    with store.atomic():
        store.put_setting("outer", "1")
        with pytest.raises(ZeroDivisionError), store.atomic():
            store.put_setting("inner", "1")
            with store.atomic():
                store.put_setting("innermost", "1")
            raise ZeroDivisionError
        with store.atomic():
            store.put_setting("second", "1")
    assert [store.setting(key) for key in ("outer", "inner", "innermost", "second")] == ["1", None, None, "1"]
    assert store.check(deep=True) == ()


def test_an_outer_error_undoes_inner_blocks(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.atomic():
        with store.atomic():
            store.put_setting("inner", "1")
        raise ZeroDivisionError
    assert store.setting("inner") is None
    with pytest.raises(WriteOutsideAtomicError):  # and the door is shut again
        store.put_setting("x", "1")


def test_a_reader_sees_nothing_of_an_open_block(path: Path, store: Store) -> None:
    with open_store(path) as other, store.atomic():
        store.put_setting("x", "1")
        assert other.setting("x") is None


def test_waiting_for_another_writer_ends_with_project_in_use(path: Path, store: Store) -> None:
    with (
        open_store(path, wait=0.05) as other,
        store.atomic(),
        pytest.raises(ProjectInUse) as refused,
        other.atomic(),
    ):
        pass
    assert refused.value.exit_code == 5
    assert "try again" in refused.value.message("en")
    with store.atomic():  # both are usable afterwards
        store.put_setting("x", "1")


def test_opening_while_the_file_is_locked_ends_with_project_in_use(path: Path, store: Store) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    with pytest.raises(ProjectInUse):
        open_store(path, wait=0.05)
    connection.close()


def test_two_processes_write_without_losing_a_line(path: Path) -> None:
    create(path, clock=clock()).close()
    writers = [run_python(SETTER, path, name, 25) for name in ("a", "b")]
    for writer in writers:
        _, errors = writer.communicate(timeout=120)
        assert (writer.returncode, errors) == (0, "")
    with open_store(path) as store:
        assert [(store.setting(f"{name}.24"), store.setting(f"{name}.last")) for name in "ab"] == [("x", "24")] * 2
        assert len(list(store.journal())) == 100
        assert store.check(deep=True) == ()


@pytest.mark.parametrize("after", [0, 1, 7, 12])
def test_kill_9_loses_nothing_that_was_acknowledged(path: Path, after: int) -> None:
    """The writer is killed at a time of its own; what it had printed is in the file, whole blocks only."""
    create(path, clock=clock()).close()
    writer = run_python(SETTER, path, "k", 100000)
    assert writer.stdout is not None
    assert writer.stderr is not None
    acknowledged = [writer.stdout.readline() for _ in range(after + 1)]
    writer.kill()
    acknowledged += writer.stdout.readlines()
    writer.communicate()
    last = int([line for line in acknowledged if line.endswith("\n")][-1])
    with open_store(path) as store:
        stored = int(store.setting("k.last") or -1)
        assert stored >= last >= after
        assert [store.setting(f"k.{number}") for number in range(stored + 2)] == ["x"] * (stored + 1) + [None]
        assert len(list(store.journal())) == 2 * (stored + 1)
        assert store.check(deep=True) == ()


KILLED_INSIDE = """
import sys, time
from pathlib import Path
from kualcode.store import open_store
store = open_store(Path(sys.argv[1]))
store._connection.execute("PRAGMA cache_size=5")        # spill: pages reach the file before the commit
with store.atomic():
    for number in range(3000):
        store.put_setting(f"half.{number}", "x" * 200)
    print("inside", flush=True)
    time.sleep(60)
"""


@pytest.mark.parametrize("readonly", [False, True])
def test_kill_9_inside_a_block_leaves_nothing_of_it(path: Path, readonly: bool) -> None:
    with create(path, clock=clock()) as store, store.atomic():
        store.put_setting("before", "1")
    writer = run_python(KILLED_INSIDE, path)
    assert writer.stdout is not None
    assert writer.stdout.readline() == "inside\n"
    writer.kill()
    writer.communicate()
    assert Path(f"{path}-journal").stat().st_size > 0  # the block had begun to reach the file
    with open_store(path, readonly=readonly) as store:  # a reader may not repair: it opens for writing once
        assert (store.setting("before"), store.setting("half.0")) == ("1", None)
        assert len(list(store.journal())) == 1
        assert store.check(deep=True) == ()
        assert store.readonly == readonly
    assert not Path(f"{path}-journal").exists()


# ---------------------------------------------------------------- a disk that cannot be written
WRITER = """
import os, sys
from pathlib import Path
from kualcode.errors import StoreError
from kualcode.store import create, open_store
if hasattr(os, "geteuid") and os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
path, made = Path(sys.argv[1]), Path(sys.argv[1]).with_name("baru.kual")
with open_store(path, readonly=True) as store:
    print(store.setting("before"))
for attempt in (lambda: write(open_store(path)), lambda: create(made)):
    try:
        attempt()
    except StoreError as error:
        print(error.message("en"))
"""
WRITER = "def write(store):\n    with store, store.atomic():\n        store.put_setting('x', '1')\n" + WRITER


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """A folder that any user may enter; pytest's own belong to one user."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.parametrize("file_mode", [0o444, 0o666])
def test_a_read_only_folder_is_said_and_can_be_read(shared_folder: Path, file_mode: int) -> None:
    """Permissions do not bind root: run by root, the other process becomes an ordinary user first."""
    path = shared_folder / "studi.kual"
    with create(path) as store, store.atomic():
        store.put_setting("before", "1")
    path.chmod(file_mode)
    shared_folder.chmod(0o555)
    out, errors = run_python(WRITER, path).communicate(timeout=60)
    assert errors == ""
    read, written, made = out.splitlines()
    assert read == "1"
    for line in (written, made):
        assert "cannot be written" in line
        assert "Copy the project to a folder that can be written" in line


def test_a_failing_disk_is_said(path: Path, store: Store) -> None:
    """SQLite needs NAME.kual-journal; with a folder in its place it meets a true input/output error."""
    Path(f"{path}-journal").mkdir()
    with pytest.raises(StoreError, match="disk failed"), store.atomic():
        store.put_setting("x", "1")


def test_a_project_opened_for_reading_is_not_written(path: Path, store: Store) -> None:
    with (
        open_store(path, readonly=True) as reader,
        pytest.raises(StoreError, match="reading only"),
        reader.atomic(),
    ):
        pass
    with store.atomic():
        store.put_setting("x", "1")


def test_a_full_disk_undoes_the_block_and_says_so(store: Store) -> None:
    """SQLite's own limit on pages gives the very error of a full disk."""
    store._connection.execute("PRAGMA max_page_count=60")
    with pytest.raises(StoreError, match="disk is full"), store.atomic():
        for number in range(2000):
            store.put_setting(f"x.{number}", "x" * 500)
    assert store.setting("x.0") is None
    assert store.check(deep=True) == ()


def test_half_a_character_is_refused_without_being_shown(store: Store) -> None:
    with pytest.raises(StoreError, match="broken character") as refused, store.atomic():
        store.put_setting("rahasia", "rahasia \ud800")
    assert "rahasia" not in refused.value.message("id")
