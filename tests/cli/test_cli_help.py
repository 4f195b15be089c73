"""Every command explains itself in both languages, and docs/cli.md says the same."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
from study_values import ROOT, program

INDONESIAN_ONLY = re.compile(
    r"^(Usage|Options|Arguments|Commands):|\[OPTIONS\]|\[ARGS\]|required\]|\[default|\[env var|Show this message"
    r"|completion for|\b(the|of|with|and|file|every|Example)\b",
    re.MULTILINE | re.IGNORECASE,
)
ENGLISH_ONLY = re.compile(
    r"^(Pemakaian|Opsi|Argumen|Perintah):|\[OPSI\]|wajib\]|\b(yang|dan|atau|dengan|berkas|tanpa|kode|Contoh)\b",
    re.MULTILINE | re.IGNORECASE,
)
WORDS_OF_COMMANDS = re.compile(
    r"FIELD=VALUE|KETERANGAN=NILAI|FILE(\.\w+)?|my-study|--file|`[^`]*`|sources set|kualcode.*$", re.MULTILINE
)


def maker() -> ModuleType:
    """docs/make_cli.py as a module."""
    spec = importlib.util.spec_from_file_location("make_cli", ROOT / "docs" / "make_cli.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def pages() -> dict[str, dict[str, str]]:
    """The help of every command, by language and by its words."""
    made = maker()
    return {"id": made.pages("id"), "en": made.pages("en")}


def test_the_tree_holds_all_commands(pages: dict[str, dict[str, str]]) -> None:
    assert list(pages["id"]) == list(pages["en"])
    assert {"kualcode tag", "kualcode sources set", "kualcode code import", "kualcode export"} <= set(pages["id"])


@pytest.mark.parametrize(
    ("language", "other", "head"), [("id", INDONESIAN_ONLY, "Pemakaian: "), ("en", ENGLISH_ONLY, "Usage: ")]
)
def test_help_is_whole_in_one_language(
    pages: dict[str, dict[str, str]], language: str, other: re.Pattern[str], head: str
) -> None:
    example = "Contoh: kualcode" if language == "id" else "Example: kualcode"
    for name, page in pages[language].items():
        assert page.startswith(f"{head}{name}")
        assert f"\n  {example}" in page, name
        assert other.search(WORDS_OF_COMMANDS.sub("", page)) is None, f"{name}: {page}"


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_option_and_argument_has_a_help_text(pages: dict[str, dict[str, str]], language: str) -> None:
    for name, page in pages[language].items():
        told = page.split("\n\n", 2)[-1]
        for line, after in zip(told.splitlines(), [*told.splitlines()[1:], ""], strict=True):
            if re.match(r"  (-|\[?[A-Z]{2})", line):
                assert re.search(r"\S {2,}\S", line.strip()) or after.startswith(" " * 20), f"{name}: {line}"


def test_every_command_takes_the_language_and_those_with_data_take_json(pages: dict[str, dict[str, str]]) -> None:
    for name, page in pages["id"].items():
        if name not in ("kualcode code", "kualcode codebook"):
            assert "--lang id|en" in page, name
    for name in (
        "tag",
        "evaluate",
        "status",
        "check",
        "codes",
        "quotes",
        "search",
        "why",
        "sources",
        "informants",
        "codebook check",
        "codebook show",
        "codebook diff",
    ):
        assert "--json" in pages["id"][f"kualcode {name}"], name
        assert "--quiet" in pages["id"][f"kualcode {name}"], name


def test_the_page_of_commands_is_what_the_program_says(pages: dict[str, dict[str, str]]) -> None:
    """Make it again with `python docs/make_cli.py`."""
    written = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert written == maker().text()
    for name, page in pages["en"].items():
        assert f"## {name}\n" in written
        assert page in written


def test_help_on_a_narrow_screen_is_translated_too(tmp_path: Path) -> None:
    """The English text is longer than a line there, and is replaced before it is broken."""
    done = program(tmp_path, "--help", COLUMNS="50")
    assert "Tampilkan skrip pelengkap" in " ".join(done.out.split())
    assert "customize" not in done.out
    assert "Show" not in done.out


@pytest.mark.parametrize(
    "words", [("--lang", "en", "--help"), ("tag", "--help", "--lang=en"), ("tag", "-h", "--lang", "en")]
)
def test_the_language_may_stand_anywhere(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = program(tmp_path, *words, KUALCODE_LANG="id")
    assert done.code == 0
    assert done.out.startswith("Usage: kualcode")
