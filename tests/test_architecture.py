"""Habits of the house that no other gate holds."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "kualcode").rglob("*.py"))
LONGEST = 400


def calls(tree: ast.AST, *names: str) -> Iterator[ast.Call]:
    """Calls of functions or methods with one of the names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            name = (
                called.id if isinstance(called, ast.Name) else called.attr if isinstance(called, ast.Attribute) else ""
            )
            if name in names:
                yield node


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_is_short_and_says_what_it_is(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST
    assert ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_public_names_have_a_docstring(module: Path) -> None:
    if module.parent.name == "cli":
        return  # a command's help is its text
    tree = ast.parse(module.read_text(encoding="utf-8"))
    bare = [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert bare == []


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_text_files_are_opened_as_utf8(module: Path) -> None:
    """The default encoding is another one on Windows."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    for call in calls(tree, "open", "read_text", "write_text"):
        mode = next((a.value for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str)), "r")
        named = {keyword.arg for keyword in call.keywords}
        opens_a_file = isinstance(call.func, ast.Attribute) or "encoding" in named
        if opens_a_file and "b" not in mode and not _not_a_file(call):
            assert "encoding" in named or None in named, f"{module.name}:{call.lineno}"


def _not_a_file(call: ast.Call) -> bool:
    """Opening a zip member or a document of a library is not opening a text file."""
    func = call.func
    return (
        isinstance(func, ast.Attribute)
        and isinstance(func.value, ast.Name)
        and func.value.id in ("archive", "package", "kualcode", "os")
    )


def test_every_message_is_complete_in_both_languages() -> None:
    """A Bi of literals has both texts, with the same slots."""
    for module in MODULES:
        for call in calls(ast.parse(module.read_text(encoding="utf-8")), "Bi", "t"):
            literal = [a.value for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
            if len(literal) == 2 and len(call.args) == 2:
                assert bool(literal[0]) == bool(literal[1]), f"{module.name}:{call.lineno}"
                assert _slots(literal[0]) == _slots(literal[1]), f"{module.name}:{call.lineno}"


def _slots(text: str) -> set[str]:
    from string import Formatter

    try:
        return {
            name.removesuffix("_en")
            for _, name, spec, _ in Formatter().parse(text)
            if name and not (spec or "").startswith(" ")
        }  # "{code: stance}" shows a form, it is no slot
    except ValueError:
        return set()
