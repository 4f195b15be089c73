"""YAML that cannot surprise."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kualcode.errors import InvalidFile
from kualcode.yamlsafe import MAX_DEPTH, load, nearest, walk


def _problems(text: str) -> list[tuple[str, str]]:
    with pytest.raises(InvalidFile) as caught:
        load(text, "k.yaml")
    return [(problem.where, problem.what.en) for problem in caught.value.problems]


def test_words_that_other_yaml_turns_into_something_else_stay_text() -> None:
    value, _ = load("a: [no, on, yes, 1:30, 2026-02-09, 007, 0x1f, 1_000, .inf, y]", "k.yaml")
    assert value == {"a": ["no", "on", "yes", "1:30", "2026-02-09", "007", "0x1f", "1_000", ".inf", "y"]}


def test_plain_values_resolve_and_quoted_ones_do_not() -> None:
    value, _ = load("[null, ~, true, False, 12, -3, 2.5, '12', \"true\", '']", "k.yaml")
    assert value == [None, None, True, False, 12, -3, 2.5, "12", "true", ""]


def test_empty_value_and_empty_file_are_null() -> None:
    assert load("a:\n", "k.yaml")[0] == {"a": None}
    assert load("# nothing\n", "k.yaml")[0] is None


def test_keys_are_always_text() -> None:
    assert load("no: 1\n2024: 2\nnull: 3", "k.yaml")[0] == {"no": 1, "2024": 2, "null": 3}


def test_numbers_too_long_to_be_exact_stay_text() -> None:
    assert load("[" + "9" * 5000 + ", 1.0e999]", "k.yaml")[0] == ["9" * 5000, "1.0e999"]


def test_positions_are_those_of_the_key_or_the_item() -> None:
    _, positions = load("codes:\n  - id: A\n    name: 👍 x\n  - id: B\n", "k.yaml")
    assert positions.at[()] == (1, 1)
    assert positions.at[("codes",)] == (1, 1)
    assert positions.at[("codes", 0)] == (2, 5)
    assert positions.at[("codes", 0, "name")] == (3, 5)
    assert positions.where(("codes", 1, "id")) == "k.yaml:4:5"
    assert positions.where(("codes", 1, "missing", 3)) == "k.yaml:4:5"
    assert positions.where(("nothing",)) == "k.yaml:1:1"


def test_all_problems_come_at_once_with_line_and_column() -> None:
    text = "a: &x 1\na: 2\nb: *x\nc: !!python/object:os.system 1\n? [1]\n: 2\n"
    assert _problems(text) == [
        ("k.yaml:2:1", "The key “a” is written twice."),
        ("k.yaml:3:4", "Aliases (*name) are not used here."),
        ("k.yaml:4:4", "The type tag tag:yaml.org,2002:python/object:os.system is not used here."),
        ("k.yaml:5:3", "A key must be text."),
    ]


def test_same_key_in_two_mappings_is_no_duplicate() -> None:
    assert load("- {a: 1}\n- {a: 2}", "k.yaml")[0] == [{"a": 1}, {"a": 2}]


def test_merge_key_is_an_ordinary_key() -> None:
    assert load("<<: 1", "k.yaml")[0] == {"<<": 1}


def test_second_document_is_refused() -> None:
    assert _problems("a: 1\n---\nb: 2\n") == [("k.yaml:2:1", "There is more than one document (---) in the file.")]


def test_broken_yaml_names_the_place() -> None:
    ((where, what),) = _problems("a: 'open\nb: 2\n")
    assert where.startswith("k.yaml:")
    assert what.startswith("This is not valid YAML")


@pytest.mark.parametrize("text", ["[" * 5000, "a: " + "{a: " * 900, "- " * 3000 + "x"])
def test_deep_nesting_is_one_message(text: str) -> None:
    assert len(_problems(text)) == 1


def test_nesting_up_to_the_limit_is_fine() -> None:
    assert load("[" * MAX_DEPTH + "]" * MAX_DEPTH, "k.yaml")[0] is not None


def test_alias_bomb_is_refused_not_expanded() -> None:
    rows = ["a0: &a0 [x, x]"] + [f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]" for i in range(1, 40)]
    assert len(_problems("\n".join(rows))) == 78


@pytest.mark.parametrize("text", ["a: \x00", "a: \ud800", "a: \x07"])
def test_characters_that_yaml_forbids_are_one_message(text: str) -> None:
    assert _problems(text) == [("k.yaml:1:1", "There is a character that YAML does not allow.")]


def test_over_a_million_characters_is_refused() -> None:
    assert _problems("#" * 1_000_001) == [("k.yaml:1:1", "The file is longer than one million characters.")]


def test_nearest_known_word() -> None:
    assert nearest("Titel", ["title", "design"]) == "title"
    assert nearest("zzz", ["title", "design"]) is None


def test_walk_gives_every_value_with_its_path() -> None:
    value, _ = load("a: [1, {b: 2}]", "k.yaml")
    assert [path for path, _ in walk(value)] == [(), ("a",), ("a", 0), ("a", 1), ("a", 1, "b")]


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text_loads_or_is_refused_with_problems(text: str) -> None:
    try:
        value, positions = load(text, "k.yaml")
    except InvalidFile as error:
        assert error.problems
    else:
        assert all(path in positions.at for path, _ in walk(value))
