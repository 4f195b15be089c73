"""Which files of a folder are sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from kualcode.sources import Skipped, discover

NOISE = [
    ".DS_Store",
    "._a.docx",
    "~$a.docx",
    "studi.kual",
    "studi.kual-journal",
    "studi.kual.bak.txt",
    "sources.csv",
    "dalam/Sources.CSV",
    "informants.csv",
    "kualcode.yaml",
    "kode.yaml",
    "kode.yml",
    "README.md",
    "LICENSE",
    "license.txt",
    "gold.jsonl",
    "gold_dev.jsonl",
    "a.json",
    "Thumbs.db",
    ".git/a.txt",
    "kualcode-out/a.txt",
    ".tersembunyi/a.txt",
    "__MACOSX/a.txt",
]


def made(root: Path, *names: str) -> None:
    """Files with these names."""
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"isi")


def names(root: Path, files: list[Path]) -> list[str]:
    """Their places under the root."""
    return [file.relative_to(root).as_posix() for file in files]


def test_a_folder_is_walked_in_sorted_order_and_noise_is_passed_over(tmp_path: Path) -> None:
    made(tmp_path, *NOISE, "b/2.txt", "b/10.DOCX", "b-x.txt", "a.md", "c.csv", "B.srt", "b/dalam/x.pdf")
    files, problems = discover([tmp_path], tmp_path)
    assert names(tmp_path, files) == ["B.srt", "a.md", "b-x.txt", "b/10.DOCX", "b/2.txt", "b/dalam/x.pdf", "c.csv"]
    assert problems == []


def test_an_unread_format_is_passed_over_in_a_folder_and_a_problem_when_named(tmp_path: Path) -> None:
    made(tmp_path, "a.doc", "foto/b.jpg")
    files, problems = discover([tmp_path], tmp_path)
    assert files == []
    assert [problem.where for problem in problems] == ["a.doc", "foto/b.jpg"]
    assert {type(problem) for problem in problems} == {Skipped}
    assert "save it as .docx" in problems[0].fix.en
    _, named = discover([tmp_path, tmp_path / "a.doc"], tmp_path)
    assert [type(problem).__name__ for problem in named] == ["Problem", "Skipped"]


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("hilang.txt", "no such file"),
        ("sources.csv", "reads itself"),
        ("kode.yaml", ".yaml is not read"),
        ("studi.kual", ".kual is not read"),
        ("gold.jsonl", ".jsonl is not read"),
    ],
)
def test_a_named_file_that_is_no_source_is_a_problem(name: str, what: str, tmp_path: Path) -> None:
    made(tmp_path, "sources.csv", "kode.yaml", "studi.kual", "gold.jsonl")
    files, problems = discover([tmp_path / name], tmp_path)
    assert files == []
    assert [problem.where for problem in problems] == [name]
    assert what in problems[0].what.en
    assert problems[0].fix.en


def test_a_named_file_is_taken_even_where_a_folder_would_pass_over_it(tmp_path: Path) -> None:
    made(tmp_path, "README.md", ".catatan.txt")
    files, problems = discover([tmp_path / "README.md", tmp_path / ".catatan.txt"], tmp_path)
    assert names(tmp_path, files) == [".catatan.txt", "README.md"]
    assert problems == []


def test_each_file_once_and_the_order_of_arguments_does_not_matter(tmp_path: Path) -> None:
    made(tmp_path, "a/1.txt", "a/2.txt", "b.txt")
    ways = [tmp_path, *(tmp_path / way for way in ("a", "b.txt", "a/../b.txt", "a/2.txt"))]
    assert names(tmp_path, discover(ways, tmp_path)[0]) == ["a/1.txt", "a/2.txt", "b.txt"]
    some = [tmp_path / "a", tmp_path / "b.txt", tmp_path / "x"]
    assert discover(some, tmp_path) == discover(some[::-1], tmp_path)


def test_a_file_outside_of_the_study_folder_keeps_its_given_name(tmp_path: Path) -> None:
    made(tmp_path, "luar/a.txt", "luar/b.doc")
    (tmp_path / "studi").mkdir()
    files, problems = discover([tmp_path / "luar"], tmp_path / "studi")
    assert files == [tmp_path / "luar" / "a.txt"]
    assert problems[0].where == (tmp_path / "luar" / "b.doc").as_posix()


def test_a_name_that_the_system_refuses_is_a_problem(tmp_path: Path) -> None:
    _, (problem,) = discover([tmp_path / ("x" * 300 + ".txt")], tmp_path)
    assert "cannot be read from disk" in problem.what.en


def test_links_that_loop_do_no_harm(tmp_path: Path) -> None:
    made(tmp_path, "a.txt")
    (tmp_path / "putar.txt").symlink_to(tmp_path / "putar.txt")
    (tmp_path / "naik").symlink_to(tmp_path, target_is_directory=True)
    files, problems = discover([tmp_path, tmp_path / "putar.txt"], tmp_path)
    assert names(tmp_path, files) == ["a.txt", "putar.txt"]
    assert len(problems) <= 1


def test_a_folder_of_findings_is_told_and_the_folder_that_was_asked_for_is_read(tmp_path: Path) -> None:
    made(tmp_path, "a.txt", "jejak.json", "temuan/jejak.json", "temuan/temuan.id.md")
    files, problems = discover([tmp_path], tmp_path)
    assert names(tmp_path, files) == ["a.txt"]
    (told,) = problems
    assert (told.where, type(told)) == ("temuan", Skipped)
    assert "jejak.json" in told.what.id and "pindahkan" in told.fix.id
