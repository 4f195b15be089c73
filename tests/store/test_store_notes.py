"""Notes: what the researcher writes around the analysis, each journalled, vouched for and carried along."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_values import ANSWER, clock, source, suggest

from kualcode.errors import StoreError
from kualcode.store import Note, Store, WriteOutsideAtomicError, create, open_store, restore
from kualcode.store.migrations import m001_project, migrate

RATIONALE = {"decision": "both_true", "rationale": "Pimpinan dan staf melihat antrean dari sisi yang lain."}


def put(store: Store, kind: str, key: str, value: Mapping[str, object] | None, by: str | None = None) -> bool:
    with store.atomic():
        return store.put_note(kind, key, value, by=by)


def edit(path: Path, *statements: str) -> None:
    """What somebody with an SQLite tool could do to the file."""
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_note_is_written_read_and_removed(store: Store) -> None:
    assert put(store, "resolution", "N1:LAY.CPT", {"decision": "split"}, by="Ani")
    assert put(store, "resolution", "DISSONANCE:LAY.CPT", RATIONALE)
    assert put(store, "claim", "N1:LAY.CPT", {"measure": "tamu per hari"})
    found = store.notes("resolution")
    assert list(found) == ["DISSONANCE:LAY.CPT", "N1:LAY.CPT"]
    assert found["N1:LAY.CPT"] == Note("resolution", "N1:LAY.CPT", {"decision": "split"}, "Ani", found["N1:LAY.CPT"].at)
    assert found["N1:LAY.CPT"].at.startswith("2026-01-31T08:00:")
    assert found["DISSONANCE:LAY.CPT"].by is None
    assert store.note("claim", "N1:LAY.CPT") == store.notes("claim")["N1:LAY.CPT"]
    assert put(store, "resolution", "N1:LAY.CPT", None)
    assert store.note("resolution", "N1:LAY.CPT") is None
    assert list(store.notes("resolution")) == ["DISSONANCE:LAY.CPT"]
    assert store.notes("lain") == {}


def test_the_same_again_changes_nothing(store: Store) -> None:
    """Nor does another order of its keys, another person, or removing what is not there."""
    put(store, "resolution", "a", {"x": 1, "y": [1, 2]}, by="Ani")
    head = store.head()
    assert not put(store, "resolution", "a", {"y": (1, 2), "x": 1}, by="Budi")
    assert not put(store, "resolution", "b", None)
    assert store.head() == head
    assert [coder.name for coder in store.coders()] == ["kualcode", "Ani"]


def test_another_value_takes_the_place_and_the_name(store: Store) -> None:
    put(store, "resolution", "a", {"x": 1}, by="Ani")
    before = store.note("resolution", "a")
    assert put(store, "resolution", "a", {"x": 2}, by="Budi")
    after = store.note("resolution", "a")
    assert before is not None
    assert after is not None
    assert (after.value, after.by) == ({"x": 2}, "Budi")
    assert after.at > before.at


@pytest.mark.parametrize(("kind", "key"), [("Resolution", "a"), ("", "a"), ("klaim 1", "a"), ("claim", "")])
def test_a_kind_is_a_class_word_and_a_key_is_needed(store: Store, kind: str, key: str) -> None:
    with pytest.raises(ValueError, match="class word"):
        put(store, kind, key, {})


def test_notes_are_written_inside_atomic_only(store: Store) -> None:
    put(store, "claim", "a", {})
    for value in ({"x": 1}, {}, None):  # also where nothing would change
        with pytest.raises(WriteOutsideAtomicError):
            store.put_note("claim", "a", value)


def test_half_a_character_is_refused_without_being_shown(store: Store) -> None:
    with pytest.raises(StoreError, match="broken character") as refused:
        put(store, "resolution", "a", {"rationale": "rahasia \ud800"})
    assert "rahasia" not in refused.value.message("id")
    assert store.notes("resolution") == {}


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**60), 2**60)
    | st.floats(allow_nan=False)
    | st.text(st.characters(codec="utf-8"), max_size=12)
    | st.sampled_from(["[tertawa]", "=1+1", "🙂", "e\u0301", "\u202eشكرا", "\x00", "\x0b", "\u2028"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abcé=", max_size=4), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.text("kx🙂", max_size=3), JSON, max_size=4), st.text("aB:.é🙂\x00", min_size=1, max_size=6))
def test_what_is_written_is_what_is_read(
    tmp_path_factory: pytest.TempPathFactory, value: dict[str, object], key: str
) -> None:
    with create(tmp_path_factory.mktemp("n") / "s.kual", clock=clock()) as store:
        put(store, "claim", key, value)
        assert {k: note.value for k, note in store.notes("claim").items()} == {key: value}
        assert store.check(deep=True) == ()


# ---------------------------------------------------------------- the trail
def noted(path: Path) -> None:
    """Three notes, one of them changed, one removed."""
    with create(path, clock=clock()) as store:
        put(store, "resolution", "N1:LAY.CPT", {"rationale": "RAHASIASATU"}, by="Ani")
        put(store, "resolution", "N1:LAY.CPT", RATIONALE, by="Ani")
        put(store, "turns", "t", {"a": 1})
        put(store, "claim", "CL-1", {"measure": "tamu"}, by="Ani")
        put(store, "claim", "CL-1", None, by="Ani")


def test_every_change_is_a_line_of_its_kind_without_content(path: Path) -> None:
    noted(path)
    with open_store(path) as store:
        lines = [e for e in store.journal() if e.action != "coder"]
        written = " ".join(str(value) for entry in lines for value in entry)
        assert [(e.action, e.object, store.display(e.actor)) for e in lines] == [
            ("resolution", "note:1", "Ani"),
            ("resolution", "note:1", "Ani"),
            ("turns", "note:2", "kualcode"),
            ("claim", "note:3", "Ani"),
            ("claim", "note:3", "Ani"),
        ]
        assert (lines[0].before_sha, lines[1].before_sha) == (None, lines[0].after_sha)
        assert (lines[4].before_sha, lines[4].after_sha) == (lines[3].after_sha, None)
        assert store.display("note:1") == "resolution N1:LAY.CPT"
        assert store.display("note:3") == "note:3"
        assert store.check(deep=True) == ()
    for content in ("LAY.CPT", "CL-1", "RAHASIA", "tamu"):
        assert content not in written


def test_the_number_of_a_removed_note_is_not_given_again(path: Path) -> None:
    noted(path)
    with open_store(path, clock=clock()) as store:
        put(store, "claim", "CL-1", {"measure": "berkas"})
        assert [entry.object for entry in store.journal()][-1] == "note:4"
        assert store.check(deep=True) == ()


def test_what_undo_needs_is_the_whole_note(path: Path) -> None:
    noted(path)
    connection = sqlite3.connect(path)
    (text,) = connection.execute("SELECT before FROM changes ORDER BY seq DESC LIMIT 1").fetchone()
    connection.close()
    row = json.loads(text)
    assert {name: row[name] for name in ("kind", "key", "value", "coder_id")} == {
        "kind": "claim",
        "key": "CL-1",
        "value": '{"measure":"tamu"}',
        "coder_id": 2,
    }


def test_erased_words_of_a_note_leave_the_file(path: Path) -> None:
    noted(path)
    with open_store(path) as store, store.atomic():
        store._run("DELETE FROM changes")
        store._run("DELETE FROM notes")
        store._run("DELETE FROM salts")
    assert b"RAHASIASATU" not in path.read_bytes()
    assert b"Pimpinan" not in path.read_bytes()


@pytest.mark.parametrize(
    ("statement", "where", "said"),
    [
        ("UPDATE notes SET value = '{}' WHERE id = 1", "resolution N1:LAY.CPT", "changed outside"),
        ("UPDATE notes SET coder_id = 1 WHERE id = 1", "resolution N1:LAY.CPT", "changed outside"),
        ("UPDATE notes SET at = '2020' WHERE id = 1", "resolution N1:LAY.CPT", "changed outside"),
        ("UPDATE notes SET key = 'N1:LAIN' WHERE id = 1", "resolution N1:LAIN", "changed outside"),
        ("UPDATE notes SET kind = 'claim' WHERE id = 1", "claim N1:LAY.CPT", "changed outside"),
        ("UPDATE notes SET value = x'80' WHERE id = 1", "studi.kual", "no text"),
        ("DELETE FROM notes WHERE id = 1", "note:1", "it is gone"),
        (
            "INSERT INTO notes (kind, key, value, coder_id, at) VALUES ('claim', 'z', '{}', 1, '')",
            "claim z",
            "changed outside",
        ),
        ("UPDATE changes SET before = NULL WHERE seq = 3", "journal 3", "altered"),
    ],
)
def test_a_note_altered_behind_our_back_is_named(path: Path, statement: str, where: str, said: str) -> None:
    noted(path)
    edit(path, statement)
    with open_store(path) as store:
        found = [(problem.where, problem.what.en) for problem in store.check(deep=True)]
    assert any(place.endswith(where) for place, what in found if said in what), found


def test_a_note_of_an_unknown_coder_is_a_fault_of_the_file(path: Path) -> None:
    noted(path)
    edit(path, "UPDATE notes SET coder_id = 9 WHERE id = 1")
    with open_store(path) as store:
        assert [p.where for p in store.check()] == ["notes 1"]
        assert [note.by for note in store.notes("resolution").values()] == [None]


@pytest.mark.parametrize("value", ["'{'", "'[1]'", "x'80'"])
def test_a_note_that_is_no_longer_json_is_said_and_not_guessed(path: Path, value: str) -> None:
    noted(path)
    edit(path, f"UPDATE notes SET value = {value} WHERE id = 1")
    with open_store(path) as store:
        for read in (lambda: store.notes("resolution"), lambda: store.note("resolution", "N1:LAY.CPT")):
            with pytest.raises(StoreError, match="damaged"):
                read()
        assert store.notes("turns")["t"].value == {"a": 1}


# ---------------------------------------------------------------- carried along
def first_version(path: Path) -> None:
    """A project file exactly as version 1 made it, with a source, suggestions and a decision in it."""
    connection = sqlite3.connect(path, isolation_level=None)
    migrate(connection, (m001_project,), "2026-01-01T00:00:00Z")
    connection.close()
    with open_store(path, clock=clock(), steps=(m001_project,)) as store, store.atomic():
        store.add_source(source())
        store.replace_suggestions(source().name, [suggest(source(), ANSWER)], codebook_version="1", run_key="k")
        store.decide(next(store.codings()).id, coder="Ani", status="accepted")


def test_a_project_of_version_1_is_backed_up_and_takes_notes(path: Path) -> None:
    first_version(path)
    with open_store(path, clock=clock()) as store:
        kept = store.migration_backup
        assert kept == path.with_name("studi.kual.backup-v1-20260131T080000Z")
        assert store._rows("SELECT version, name FROM migrations") == [(1, "m001_project"), (2, "m002_notes")]
        assert [(c.code, c.coder) for c in store.codings()] == [("KUAL.KMP", "Ani")]
        assert store.notes("resolution") == {}
        assert put(store, "resolution", "N1:LAY.CPT", RATIONALE, by="ANI")
        assert store.check(deep=True) == ()
    with open_store(path) as again:
        assert again.migration_backup is None
        assert again.notes("resolution")["N1:LAY.CPT"].by == "Ani"
    with open_store(kept, steps=(m001_project,)) as before:
        assert [(c.code, c.coder) for c in before.codings()] == [("KUAL.KMP", "Ani")]
        assert before._rows("SELECT name FROM sqlite_master WHERE name = 'notes'") == []


def test_a_project_of_version_1_is_not_read_before_it_is_brought_up_to_date(path: Path) -> None:
    first_version(path)
    with pytest.raises(StoreError, match="old schema 1") as refused:
        open_store(path, readonly=True)
    assert "kualcode backup" in refused.value.message("en")


def test_backup_and_restore_carry_notes(path: Path) -> None:
    noted(path)
    backup = path.with_name("cadangan.kual")
    with open_store(path, clock=clock()) as store:
        store.backup(backup)
        before = store.notes("resolution")
        put(store, "resolution", "N1:LAY.CPT", None)
    restore(backup, path, clock=clock())
    with open_store(path) as store:
        assert store.notes("resolution") == before
        assert store.check(deep=True) == ()


def test_a_backup_of_version_1_can_be_restored(path: Path) -> None:
    backup = path.with_name("lama.kual")
    first_version(backup)
    assert restore(backup, path, clock=clock()) is None
    with open_store(path) as store:
        assert store.migration_backup is None  # brought up to date before it took the place
        assert [(c.code, c.coder) for c in store.codings()] == [("KUAL.KMP", "Ani")]
        assert store.check(deep=True) == ()
    assert sorted(file.name for file in path.parent.iterdir()) == ["lama.kual", "studi.kual"]
