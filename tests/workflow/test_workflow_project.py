"""Which project file a command works on."""

from __future__ import annotations

from pathlib import Path

import pytest
from study_values import Study, put

from kualcode.errors import NotFound, UsageError
from kualcode.store import create
from kualcode.workflow.project import find, init, slug, working


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with a project and a folder below it."""
    (tmp_path / "a" / "b").mkdir(parents=True)
    create(tmp_path / "a" / "satu.kual").close()
    create(tmp_path / "lain.kual").close()
    return tmp_path


def test_the_one_named_comes_first_then_the_environment_then_the_nearest_above(here: Path) -> None:
    nearest, other = here / "a" / "satu.kual", here / "lain.kual"
    environment = {"KUALCODE_PROJECT": str(other)}
    assert find(other, {}, here / "a" / "b") == other
    assert find(nearest, environment, here) == nearest
    assert find(None, environment, here / "a" / "b") == other
    assert find(None, {}, here / "a" / "b") == nearest
    assert find(None, {"KUALCODE_PROJECT": ""}, here) == other


def test_what_is_not_there_or_not_clear_is_said(here: Path) -> None:
    with pytest.raises(NotFound, match="no project file"):
        find(here / "tidak.kual", {}, here)
    create(here / "a" / "dua.kual").close()
    with pytest.raises(UsageError, match="2 project files"):
        find(None, {}, here / "a" / "b")


def test_a_new_project_is_named_after_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "Studi Saya: 2026"
    folder.mkdir()
    assert init(folder).name == "Studi-Saya-2026.kual"
    assert init(folder, "lain.kual").name == "lain.kual"
    with pytest.raises(UsageError, match="has a project already"):
        init(folder)


@pytest.mark.parametrize(
    ("name", "file"), [("a/b", "a-b"), ("..", "studi"), ("wawancara é", "wawancara-é"), ("", "studi")]
)
def test_a_name_that_every_system_takes(name: str, file: str) -> None:
    assert slug(name) == file


def test_a_project_in_which_nothing_came_to_be_stored_is_dropped(tmp_path: Path) -> None:
    put(tmp_path, "x.txt", "I: Halo.\n")
    with pytest.raises(RuntimeError), working([tmp_path], None, {}, tmp_path):
        raise RuntimeError
    assert [path.name for path in tmp_path.iterdir()] == ["x.txt"]
    with working([tmp_path], None, {}, tmp_path) as (store, folder, made), store.atomic():
        assert made
        assert folder == tmp_path.resolve()
        store.put_setting("a", "b")
    assert len(list(tmp_path.glob("*.kual"))) == 1


def test_the_project_used_is_named_and_a_variable_chooses_it(tagged: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KUALCODE_PROJECT", str(tagged.project))
    monkeypatch.chdir("/")
    assert tagged.ok("codes").err.splitlines()[0] == f"Proyek: {tagged.project}"
