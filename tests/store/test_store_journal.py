"""The trail: append-only, chained, without content."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from store_values import ANSWER, LINES, clock, source, suggest

from kualcode.model import Informant, Turn
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


def a_study(path: Path) -> None:
    """A day of work, and all else that a project holds."""
    a_day_of_work(path)
    with open_store(path, clock=clock()) as store, store.atomic():
        one = source("b.txt", informant="I-02")
        store.add_source(one)
        store.replace_suggestions(
            one.name, [suggest(one, ANSWER), suggest(one, "ramah", "SIKAP")], codebook_version="1", run_key="k"
        )
        store.add_source(source("c.txt"))
        store.add_source(source("c.txt", LINES[:2], file="baru"))
        store.set_info(one.name, {"role": "staf"}, "Ani")
        store.put_codebook("a: 1", "a" * 64, "kinerja", "1.0")
        store.put_codebook("b: 1", "b" * 64, "kinerja", "2.0")
        store.put_setting("title", "Judul")


@pytest.mark.parametrize(
    ("statement", "where", "said"),
    [
        ("DELETE FROM codings WHERE status <> 'suggested'", "coding:", "it is gone"),
        ("DELETE FROM codings WHERE status = 'suggested' AND source_id = 2", "b.txt", "suggestions were changed"),
        ("UPDATE codings SET code = 'LAIN' WHERE status = 'suggested'", "b.txt", "suggestions were changed"),
        ("UPDATE codings SET code = 'LAIN' WHERE status = 'suggested'", "wawancara/I-01.txt", "suggestions were"),
        ("UPDATE codings SET stance = 'mixed' WHERE status = 'suggested'", "b.txt", "suggestions were changed"),
        ("UPDATE codings SET confidence = NULL WHERE status = 'suggested'", "b.txt", "suggestions were changed"),
        (
            "UPDATE codings SET reason = replace(reason, 'lama', 'lain') WHERE status = 'suggested'",
            "b.txt",
            "suggestions were changed",
        ),
        ("UPDATE tag_runs SET key = 'x'", "b.txt", "suggestions were changed"),
        ("DELETE FROM codings WHERE source_id = 2; DELETE FROM tag_runs WHERE source_id = 2", "b.txt", "it is gone"),
        ("UPDATE codebooks SET yaml = 'c: 1' WHERE id = 1", "kinerja 1.0", "changed outside"),
        ("UPDATE codebooks SET used = 9 WHERE id = 1", "kinerja 1.0", "changed outside"),
        ("DELETE FROM codebooks WHERE id = 2", "codebook:2", "it is gone"),
        (
            "UPDATE sources SET informant = 'I-09', info = replace(info, 'I-02', 'I-09') WHERE id = 2",
            "b.txt",
            "changed outside",
        ),
        ('UPDATE sources SET notes = \'[["a","b"]]\' WHERE id = 2', "b.txt", "changed outside"),
        ("UPDATE sources SET info_set = '{}' WHERE id = 2", "b.txt", "it is gone"),
        ("UPDATE sources SET superseded_by = 1 WHERE id = 2", "b.txt", "changed outside"),
        ("UPDATE sources SET superseded_by = NULL, name = 'd.txt' WHERE id = 3", "d.txt", "it is gone"),
        ("UPDATE turns SET speaker = 'interviewer'", "b.txt", "changed outside"),
        ("UPDATE turns SET label = x'80' WHERE source_id = 2", "studi.kual", "no text"),
        ("DELETE FROM turns WHERE source_id = 4", "c.txt", "changed outside"),
        ("DELETE FROM turns WHERE source_id = 4; DELETE FROM sources WHERE id = 4", "source:4", "it is gone"),
        ("DELETE FROM informants", "informant:1", "it is gone"),
        ("UPDATE coders SET name = 'Budi' WHERE id = 2", "Budi", "changed outside"),
        ("UPDATE settings SET value = 'x'", "setting:title", "changed outside"),
        ("DELETE FROM settings", "setting:title", "it is gone"),
    ],
)
def test_what_is_altered_or_taken_away_is_named(path: Path, statement: str, where: str, said: str) -> None:
    a_study(path)
    with open_store(path) as store:
        assert store.check(deep=True) == ()
    edit(path, *statement.split("; "))
    with open_store(path) as store:
        found = [(problem.where, problem.what.en) for problem in store.check(deep=True)]
    assert any(place.endswith(where) or place.startswith(where) for place, what in found if said in what), found


def test_decided_suggestions_stay_vouched_for_through_later_runs(path: Path) -> None:
    a_day_of_work(path)
    one = source()
    whole = replace(one, turns=(Turn(0, "document", "", 0, len(one.text)),))
    with open_store(path, clock=clock()) as store:
        with store.atomic():
            store.replace_suggestions(one.name, [suggest(one, "ramah", "SIKAP")], codebook_version="1", run_key="k2")
        assert store.check(deep=True) == ()
        with store.atomic():
            store.add_source(whole)
        assert store.run_key(one.name) is None
        assert store.check(deep=True) == ()
    edit(path, "UPDATE codings SET stance = 'mixed' WHERE status = 'suggested'")
    with open_store(path) as store:
        assert [p.where for p in store.check(deep=True)] == [one.name]


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
