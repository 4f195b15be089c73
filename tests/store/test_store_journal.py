"""The trail: append-only, chained, without content."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from store_values import ANSWER, clock, source, suggest

from kualcode.model import Informant
from kualcode.store import Store, create, open_store
from kualcode.store.journal import GENESIS


def a_day_of_work(path: Path) -> str:
    """Import, tag, decide, change one's mind; the head at the end."""
    with create(path, clock=clock()) as store:
        with store.atomic():
            store.add_source(source())
            store.replace_suggestions(
                "wawancara/I-01.txt", [suggest(source(), ANSWER)], codebook_version="1", run_key="k"
            )
            store.put_informants([Informant("I-01", position="Kepala Rahasia", consent="declared")])
        with store.atomic():
            mine = store.decide(next(store.codings()).id, coder="Ani", status="accepted", reason="ucapan pribadi")
            store.decide(mine.id, coder="Ani", status="rejected")
        return store.head()


def edit(path: Path, *statements: str) -> None:
    """What somebody with an SQLite tool could do to the file."""
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_lines_are_numbered_chained_and_signed(path: Path) -> None:
    head = a_day_of_work(path)
    with open_store(path) as store:
        entries = list(store.journal())
        assert [(e.action, e.reason) for e in entries] == [
            ("import", ""),
            ("tag", ""),
            ("informant", "declared"),
            ("coder", ""),
            ("code", "accepted"),
            ("recode", "rejected"),
        ]
        assert [e.seq for e in entries] == [1, 2, 3, 4, 5, 6]
        assert [e.prev_hash for e in entries] == [GENESIS, *(e.hash for e in entries[:-1])]
        assert all(e.hash == e.computed_hash() for e in entries)
        assert entries[-1].hash == head == store.head()
        assert [store.display(e.actor) for e in entries] == ["kualcode"] * 3 + ["Ani"] * 3
        assert store.display(entries[0].object) == "wawancara/I-01.txt"
        assert store.display("coder:99") == "coder:99"
        assert entries[4].before_sha is None
        assert entries[5].before_sha == entries[4].after_sha


def test_no_name_and_no_word_stands_in_the_journal(path: Path) -> None:
    a_day_of_work(path)
    with open_store(path) as store:
        written = " ".join(str(value) for entry in store.journal() for value in entry)
    for content in ("I-01", "wawancara", "Ani", "pribadi", "Rahasia", "Antreannya"):
        assert content not in written


def test_the_same_content_has_another_hash_in_another_project(tmp_path: Path) -> None:
    a_day_of_work(tmp_path / "a.kual")
    a_day_of_work(tmp_path / "b.kual")
    with open_store(tmp_path / "a.kual") as one, open_store(tmp_path / "b.kual") as other:
        assert [e.ts for e in one.journal()] == [e.ts for e in other.journal()]
        assert not {e.after_sha for e in one.journal()} & {e.after_sha for e in other.journal()}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET reason = 'x' WHERE seq = 2",
        "DELETE FROM journal",
        "INSERT OR REPLACE INTO journal SELECT 2, ts, actor, action, object, before_sha, "
        "after_sha, reason, prev_hash, hash FROM journal WHERE seq = 1",
    ],
)
def test_the_file_itself_refuses_edits(path: Path, statement: str) -> None:
    a_day_of_work(path)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        edit(path, statement)


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        ("UPDATE journal SET ts = '2020-01-01T00:00:00Z' WHERE seq = 3", "journal 3"),
        ("UPDATE journal SET actor = 'coder:1' WHERE seq = 5", "journal 5"),
        ("DELETE FROM journal WHERE seq = 2", "journal 3"),
        ("DELETE FROM journal WHERE seq = 6", "journal 6"),
        ("DELETE FROM journal", "journal 6"),
    ],
)
def test_an_edit_behind_our_back_is_found(path: Path, statement: str, where: str) -> None:
    a_day_of_work(path)
    edit(path, "DROP TRIGGER journal_keeps_rows", "DROP TRIGGER journal_keeps_values", statement)
    with open_store(path) as store:
        problems = store.check()
    assert where in [problem.where for problem in problems]
    assert {"journal_keeps_rows", "journal_keeps_values"} <= {problem.where for problem in problems}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE codings SET stance = 'positive' WHERE status = 'rejected'",
        "UPDATE codings SET status = 'accepted' WHERE status = 'rejected'",
        "UPDATE codings SET reason = 'lain' WHERE status = 'rejected'",
        "UPDATE informants SET consent = 'recorded'",
        "UPDATE sources SET file_sha256 = 'x'",
        'UPDATE sources SET info_set = \'{"role":"staf"}\'',
        "UPDATE changes SET after = '{}' WHERE seq = 5",
        "DELETE FROM salts WHERE object LIKE 'coding:%'",
    ],
)
def test_a_decision_changed_behind_our_back_is_found(path: Path, statement: str) -> None:
    a_day_of_work(path)
    with open_store(path) as store:
        assert store.check(deep=True) == ()
    edit(path, statement)
    with open_store(path) as store:
        assert store.check() == ()
        assert len(store.check(deep=True)) == 1


def test_erased_undo_content_is_no_fault(path: Path) -> None:
    a_day_of_work(path)
    edit(path, "DELETE FROM changes")
    with open_store(path) as store:
        assert store.check(deep=True) == ()


def test_lines_stored_together_are_one_step_to_undo(path: Path) -> None:
    a_day_of_work(path)
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT seq, step FROM changes").fetchall() == [
        (1, 1),
        (2, 1),
        (3, 1),
        (4, 4),
        (5, 4),
        (6, 4),
    ]
    connection.close()


def test_an_empty_journal_has_a_head(store: Store) -> None:
    assert store.head() == GENESIS
    assert list(store.journal()) == []
    assert store.check(deep=True) == ()


def test_a_long_journal_is_read_to_the_end(store: Store) -> None:
    with store.atomic():
        for number in range(2100):
            store.put_setting("x", str(number))
    assert [entry.seq for entry in store.journal()] == list(range(1, 2101))
    assert store.check() == ()


def test_a_line_forged_with_a_right_hash_breaks_the_next(path: Path) -> None:
    a_day_of_work(path)
    with open_store(path) as store:
        forged = list(store.journal())[2]._replace(actor="coder:2")
    edit(
        path,
        "DROP TRIGGER journal_keeps_values",
        f"UPDATE journal SET actor = 'coder:2', hash = '{forged.computed_hash()}' WHERE seq = 3",
    )
    with open_store(path) as store:
        assert [p.where for p in store.check() if p.where.startswith("journal ")] == ["journal 4"]
