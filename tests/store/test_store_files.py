"""The project file as a file: made, opened, migrated, backed up, restored, damaged."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

import pytest
from store_values import ANSWER, clock, run_python, source, suggest

from kualcode.errors import CheckFailed, ProjectInUse, StoreError
from kualcode.store import Store, create, open_store, restore, synced_folder
from kualcode.store.migrations import MIGRATIONS, Migration, migrate, schema_version


def study(path: Path) -> None:
    """Thirty interviews, tagged, one decision: enough pages to damage."""
    with create(path, clock=clock()) as store, store.atomic():
        for number in range(30):
            one = source(f"I-{number:02d}.txt", (("P", "Bagaimana?"), ("I", ANSWER + " panjang" * 400)))
            store.add_source(one)
            store.replace_suggestions(one.name, [suggest(one, ANSWER)], codebook_version="1", run_key="k")
        store.decide(next(store.codings()).id, coder="Ani", status="accepted")


def add_memos(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE memos (id INTEGER PRIMARY KEY, words TEXT NOT NULL)")


def fail_on_content(connection: sqlite3.Connection) -> None:
    if connection.execute("SELECT count(*) FROM sources").fetchone()[0]:
        fail_half_way(connection)


def fail_half_way(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE half (id INTEGER PRIMARY KEY)")
    connection.execute("INSERT INTO no_such_table VALUES (1)")


# ---------------------------------------------------------------- conventions
def test_the_file_keeps_the_conventions(path: Path, store: Store) -> None:
    assert path.read_bytes()[68:72] == b"KUAL"
    said = {
        name: store._rows(f"PRAGMA {name}")[0][0]
        for name in (
            "user_version",
            "journal_mode",
            "synchronous",
            "foreign_keys",
            "secure_delete",
            "busy_timeout",
        )
    }
    assert said == {
        "user_version": 2,
        "journal_mode": "delete",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "busy_timeout": 5000,
    }


class Listening(sqlite3.Connection):
    """A real connection that keeps what it was asked."""

    asked: ClassVar[list[str]] = []

    def execute(self, sql: str, values: Sequence[object] = ()) -> sqlite3.Cursor:  # type: ignore[override]
        self.asked.append(sql)
        return super().execute(sql, values)


@pytest.mark.parametrize("readonly", [False, True])
def test_every_convention_is_asked_for(path: Path, monkeypatch: pytest.MonkeyPatch, readonly: bool) -> None:
    """Some builds of SQLite have them by default, others do not: Debian's erases, python.org's does not."""
    create(path).close()
    monkeypatch.setattr(Listening, "asked", [])
    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=Listening))
    open_store(path, readonly=readonly).close()
    assert [sql.removeprefix("PRAGMA ") for sql in Listening.asked][:6] == [
        "foreign_keys=ON",
        "secure_delete=ON",
        "synchronous=FULL",
        "trusted_schema=OFF",
        "cell_size_check=ON",
        "cache_size=-4096",
    ]


def test_an_existing_file_is_never_overwritten(path: Path) -> None:
    path.write_text("skripsi", encoding="utf-8", newline="")
    with pytest.raises(StoreError, match="not overwritten"):
        create(path)
    assert path.read_text(encoding="utf-8") == "skripsi"


def test_what_a_killed_init_leaves_does_not_stand_in_the_way(path: Path) -> None:
    path.touch()
    with create(path) as store:
        assert store.check(deep=True) == ()


@pytest.mark.parametrize("name", ["dengan spasi & 100%#.kual", "données-日本.kual", "a?b.kual"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    create(tmp_path / name).close()
    with open_store(tmp_path / name) as store:
        assert store.source_names() == ()
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_a_missing_folder_or_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="does not exist"):
        create(tmp_path / "tidak" / "ada.kual")
    for path in (tmp_path / "ada.kual", tmp_path):
        with pytest.raises(StoreError, match="no project file"):
            open_store(path)


def test_deleted_words_leave_the_file(path: Path, store: Store) -> None:
    with store.atomic():
        store.put_setting("x", "KATARAHASIA")
    with store.atomic():
        store.put_setting("x", None)
        store._run("DELETE FROM changes")
    store.close()
    assert b"KATARAHASIA" not in path.read_bytes()


# ---------------------------------------------------------------- what is not a project, or is damaged
@pytest.mark.parametrize("content", [b"", b"bukan proyek", random.Random(1).randbytes(9000), b"SQLite format 3\0" * 9])
def test_what_is_not_a_project_is_said_once_and_clearly(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(StoreError) as refused:
        open_store(path)
    assert "restore" in refused.value.message("en")
    assert path.read_bytes() == content


def test_another_programs_database_is_not_a_project(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE migrations (x)")
    connection.execute("PRAGMA user_version = 1")
    connection.close()
    with pytest.raises(StoreError, match="not a kualcode project"):
        open_store(path)


@pytest.mark.parametrize("keep", [100, 4096, 50_000])
def test_a_file_cut_short_is_said(path: Path, keep: int) -> None:
    study(path)
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(StoreError, match="damaged"):
        open_store(path)


def test_a_damaged_header_is_said(path: Path) -> None:
    study(path)
    path.write_bytes(random.Random(2).randbytes(100) + path.read_bytes()[100:])
    with pytest.raises(StoreError, match="damaged"):
        open_store(path)


@pytest.mark.parametrize("seed", range(12))
def test_random_bytes_anywhere_are_found_and_never_a_traceback(path: Path, seed: int) -> None:
    study(path)
    dice, content = random.Random(seed), bytearray(path.read_bytes())
    place = 0
    while content[place : place + 3000].count(0) > 1000:  # nothing is lost where a page is still empty
        place = dice.randrange(100, len(content) - 3000)
    content[place : place + 3000] = dice.randbytes(3000)
    path.write_bytes(content)
    try:
        with open_store(path) as store:
            assert store.check(deep=True) != ()
            for read in (store.sources, store.codings, store.journal):
                list(read())
    except StoreError as error:
        assert "restore" in error.message("en")


def test_a_newer_project_is_refused(path: Path) -> None:
    create(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(StoreError, match=r"newer kualcode.*99"):
        open_store(path)


# ---------------------------------------------------------------- migrations
def test_an_older_project_is_backed_up_and_brought_up_to_date(path: Path) -> None:
    study(path)
    with open_store(path, clock=clock(), steps=(*MIGRATIONS, add_memos)) as store:
        assert store.migration_backup == path.with_name("studi.kual.backup-v2-20260131T080000Z")
        assert store._rows("SELECT version, name FROM migrations") == [
            (1, "m001_project"),
            (2, "m002_notes"),
            (3, "add_memos"),
        ]
        assert store._rows("SELECT * FROM memos") == []
        assert len(store.source_names()) == 30
    with open_store(store.migration_backup) as before:
        assert len(before.source_names()) == 30
        assert before.check(deep=True) == ()
    with open_store(path, steps=(*MIGRATIONS, add_memos)) as again:
        assert again.migration_backup is None


@pytest.mark.parametrize("step", [fail_half_way, fail_on_content])
def test_a_migration_that_fails_leaves_the_project_as_it_was(path: Path, step: Migration) -> None:
    study(path)
    before = path.read_bytes()
    with pytest.raises(sqlite3.OperationalError, match="no_such_table"):
        open_store(path, clock=clock(), steps=(*MIGRATIONS, step))
    with open_store(path) as store:
        assert store.check(deep=True) == ()
        assert store._rows("SELECT count(*) FROM sqlite_master WHERE name = 'half'") == [(0,)]
    assert len(path.read_bytes()) == len(before)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_an_older_project_is_not_migrated_for_reading(path: Path) -> None:
    create(path).close()
    with pytest.raises(StoreError, match="old schema"):
        open_store(path, readonly=True, steps=(*MIGRATIONS, add_memos))
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def first_schema(path: Path) -> None:
    """A project as the first version of kualcode made it, with something in it."""
    connection = sqlite3.connect(path, isolation_level=None)
    migrate(connection, MIGRATIONS[:1], "2025-01-31T08:00:00Z")
    connection.execute("INSERT INTO settings (key, value) VALUES ('judul', 'Layanan')")
    connection.close()


def test_a_project_of_the_first_schema_is_brought_up_to_date(path: Path) -> None:
    first_schema(path)
    with open_store(path, clock=clock()) as store:
        assert store.migration_backup == path.with_name("studi.kual.backup-v1-20260131T080000Z")
        assert store.setting("judul") == "Layanan"
        with store.atomic():
            assert store.put_note("resolution", "N1:X", {"a": 1}, by="Ani")
        assert store.structure_problems() == ()
    with open_store(path) as again:
        assert again.migration_backup is None
        assert list(again.notes("resolution")) == ["N1:X"]


@pytest.mark.parametrize(
    "statement",
    [
        "PRAGMA user_version = 1",
        "DELETE FROM migrations WHERE version = 2",
        "DELETE FROM migrations",
    ],
)
def test_a_number_of_the_schema_that_is_not_the_files_own_is_said_and_nothing_piles_up(
    path: Path, statement: str
) -> None:
    create(path).close()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(statement)
    connection.close()
    before = path.read_bytes()
    for _ in range(3):
        with pytest.raises(StoreError, match="number of its schema"):
            open_store(path)
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    assert path.read_bytes() == before


def test_a_table_in_the_way_of_a_step_is_said(path: Path) -> None:
    first_schema(path)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("CREATE TABLE notes (x)")
    connection.close()
    with pytest.raises(StoreError, match="number of its schema"):
        open_store(path)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


# ---------------------------------------------------------------- backup and restore
def test_a_backup_is_whole_and_never_overwrites(path: Path) -> None:
    study(path)
    dest = path.with_name("cadangan.kual")
    with open_store(path) as store:
        assert store.backup(dest) == dest
        with pytest.raises(StoreError, match="not overwritten"):
            store.backup(dest)
        with pytest.raises(StoreError, match="does not exist"):
            store.backup(path.parent / "tidak" / "ada.kual")
        head = store.head()
    with open_store(dest) as copy:
        assert copy.head() == head
        assert copy.check(deep=True) == ()
    assert sorted(file.name for file in path.parent.iterdir()) == ["cadangan.kual", "studi.kual"]


def test_a_backup_is_not_made_inside_a_block(path: Path, store: Store) -> None:
    with store.atomic(), pytest.raises(RuntimeError, match="atomic"):
        store.backup(path.with_name("cadangan.kual"))


def test_restoring_keeps_the_replaced_file(path: Path) -> None:
    study(path)
    backup = path.with_name("cadangan.kual")
    with open_store(path) as store:
        store.backup(backup)
        with store.atomic():
            store.put_setting("after", "1")
    kept = restore(backup, path, clock=clock())
    assert kept == path.with_name("studi.kual.replaced-20260131T080000Z")
    assert restore(backup, path, clock=clock()) == path.with_name("studi.kual.replaced-20260131T080000Z-2")
    with open_store(path) as now, open_store(kept) as before:
        assert (now.setting("after"), before.setting("after")) == (None, "1")
    assert not [file for file in path.parent.iterdir() if file.name.endswith(".tmp")]


def test_restoring_where_there_is_nothing(path: Path) -> None:
    study(path)
    assert restore(path, path.with_name("baru.kual")) is None
    with open_store(path.with_name("baru.kual")) as store:
        assert store.check(deep=True) == ()


def test_a_damaged_project_can_be_replaced(path: Path) -> None:
    study(path)
    backup = path.with_name("cadangan.kual")
    shutil.copyfile(path, backup)
    path.write_bytes(b"rusak" * 5000)
    kept = restore(backup, path, clock=clock())
    assert kept is not None
    assert kept.read_bytes() == b"rusak" * 5000
    with open_store(path) as store:
        assert store.check(deep=True) == ()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE codings SET quote = 'x'",
        "UPDATE sources SET text = 'x'",
        "UPDATE turns SET question = 44",
        "UPDATE codings SET reason = '{' WHERE status = 'suggested'",
        "DROP INDEX codings_source",
        "UPDATE codings SET suggestion_id = id WHERE status = 'accepted'",
        "UPDATE sources SET informant = 'I-09'",
        "DELETE FROM coders WHERE id = 2",
        "PRAGMA application_id = 5",
    ],
)
def test_a_backup_that_is_not_whole_changes_nothing(path: Path, statement: str) -> None:
    study(path)
    backup = path.with_name("cadangan.kual")
    shutil.copyfile(path, backup)
    connection = sqlite3.connect(backup)
    connection.execute(statement)
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises((StoreError, CheckFailed), match=r"cadangan\.kual"):
        restore(backup, path)
    assert path.read_bytes() == before
    assert sorted(file.name for file in path.parent.iterdir()) == ["cadangan.kual", "studi.kual"]


def test_a_missing_backup_is_said(path: Path) -> None:
    with pytest.raises(StoreError, match="no backup"):
        restore(path.with_name("tidak.kual"), path)


HALF = """
import os, sys
from pathlib import Path
from kualcode.store import open_store
store = open_store(Path(sys.argv[1]))
store._connection.execute("PRAGMA cache_size=5")
with store.atomic():
    for number in range(2000):
        store.put_setting(f"half.{number}", "x" * 200)
    os._exit(9)
"""


def test_an_old_journal_is_not_played_into_the_restored_file(path: Path) -> None:
    study(path)
    backup = path.with_name("cadangan.kual")
    with open_store(path) as store:
        store.backup(backup)
    run_python(HALF, path).communicate(timeout=60)
    assert Path(f"{path}-journal").exists()
    restore(backup, path, clock=clock())
    with open_store(path) as store:
        assert store.check(deep=True) == ()


def test_a_copy_that_was_not_closed_in_order_is_restored_with_its_journal(path: Path) -> None:
    study(path)
    run_python(HALF, path).communicate(timeout=60)
    assert restore(path, path.with_name("pulih.kual")) is None
    with open_store(path.with_name("pulih.kual")) as store:
        assert store.setting("half.0") is None
        assert store.check(deep=True) == ()


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("/mnt/ani/OneDrive - Universitas/skripsi/s.kual", "OneDrive"),
        ("/Volumes/ani/Dropbox/s.kual", "Dropbox"),
        ("/Volumes/ani/Library/CloudStorage/GoogleDrive-ani/My Drive/s.kual", "Google Drive"),
        ("/mnt/g/Drive Saya/s.kual", "Google Drive"),
        ("/mnt/ani/skripsi/s.kual", None),
    ],
)
def test_a_folder_that_is_synchronised_is_recognised(path: str, service: str | None) -> None:
    assert synced_folder(Path(path)) == service


def test_a_journal_left_by_a_file_that_is_gone_is_not_played_into_the_restored_one(path: Path) -> None:
    study(path)
    backup = path.with_name("cadangan.kual")
    with open_store(path) as store:
        store.backup(backup)
    run_python(HALF, path).communicate(timeout=60)
    path.unlink()
    assert restore(backup, path, clock=clock()) is None
    assert Path(f"{path}.replaced-20260131T080000Z-journal").exists()
    with open_store(path) as store:
        assert store.check(deep=True) == ()


def test_a_project_in_use_is_not_replaced(path: Path) -> None:
    study(path)
    backup = path.with_name("cadangan.kual")
    with open_store(path) as store:
        store.backup(backup)
        with store.atomic(), pytest.raises(ProjectInUse):
            restore(backup, path, wait=0.05)
    assert sorted(file.name for file in path.parent.iterdir()) == ["cadangan.kual", "studi.kual"]


def test_a_migration_undoes_itself_when_it_fails() -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, (*MIGRATIONS, fail_half_way), "")
    assert not connection.in_transaction
    assert schema_version(connection) == len(MIGRATIONS)
    connection.close()


# ---------------------------------------------------------------- check
BREAK_A_RULE = "UPDATE codings SET strength = 9 WHERE status = 'suggested'"


def break_file(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    ("statement", "deep", "said"),
    [
        (BREAK_A_RULE, False, "the file is damaged"),
        ("DROP INDEX codings_source", False, "missing or was changed"),
        ("DELETE FROM coders WHERE id = 2", False, "that is not there"),
        ("UPDATE sources SET text = text || 'x' WHERE id = 1", True, "no longer as it was read"),
        ("UPDATE sources SET informant = 'I-09' WHERE id = 1", True, "does not agree"),
        ("UPDATE sources SET info = '{' WHERE id = 1", True, "does not agree"),
        ("UPDATE turns SET question = 44 WHERE source_id = 1", True, "answers a question that is not there"),
        ('UPDATE turns SET "end" = 99999 WHERE source_id = 1', True, "outside the text"),
        ("UPDATE codings SET quote = 'x'", True, "not the text of its source"),
        ("UPDATE codings SET turn = 0", True, "not the text of its source"),
        ("UPDATE codings SET reason = '{' WHERE status = 'suggested'", True, "cannot be read"),
        ("UPDATE codings SET suggestion_id = id WHERE status = 'accepted'", True, "a suggestion that is not there"),
    ],
)
def test_a_check_names_each_fault(path: Path, statement: str, deep: bool, said: str) -> None:
    study(path)
    break_file(path, statement)
    with open_store(path) as store:
        found = [problem.what.en for problem in store.check(deep=deep)]
        assert any(said in what for what in found)


def test_a_broken_file_is_not_backed_up_as_a_good_one_but_an_edited_journal_is(path: Path) -> None:
    study(path)
    break_file(path, "DROP TRIGGER journal_keeps_rows", "DELETE FROM changes", "DELETE FROM journal WHERE seq = 2")
    with open_store(path) as store:
        store.backup(path.with_name("cadangan.kual"))
    break_file(path, BREAK_A_RULE)
    with open_store(path) as store, pytest.raises(CheckFailed, match="not whole"):
        store.backup(path.with_name("lain.kual"))
    assert sorted(file.name for file in path.parent.iterdir()) == ["cadangan.kual", "studi.kual"]
