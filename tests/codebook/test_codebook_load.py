"""From a file to a Codebook: what the model holds, and which files are refused."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from codebook_base import BASE, changed, lines, problems
from hypothesis import given, settings
from hypothesis import strategies as st

from kualcode import yamlsafe
from kualcode.codebook import load, read
from kualcode.errors import Bi, InvalidFile
from kualcode.model import Facet, Tension
from kualcode.text import sha256

CODEBOOKS = Path(__file__).parents[2] / "codebooks"


def test_what_the_model_holds() -> None:
    book = load(BASE, "b.yaml")
    assert (book.id, book.version, book.status) == ("layanan-desa", "0.2.0", "draft")
    assert (book.languages, book.primary_language, book.title) == (
        ("id", "en"),
        "id",
        ("Layanan desa", "Village services"),
    )
    assert list(book.by_id) == ["LAY", "LAY.CPT", "HMB", "HMB.ALT"]
    assert book.levels == (("indicator", Bi("Sub variabel", "Sub-variable")),)
    assert [(label.id, label.level, label.favourable) for label in book.label_scale] == [
        ("baik", 4, True),
        ("cukup baik", 3, True),
        ("kurang baik", 2, False),
        ("tidak baik", 1, False),
    ]
    assert book.triangulation == (
        ("voice_dominance", "2/3"),
        ("prominence.high", "1/2"),
        ("prominence.max_gap", "1"),
        ("label_midline_block", "true"),
    )
    assert book.sha256 == sha256(BASE)


def test_what_a_code_holds() -> None:
    code = load(BASE, "b.yaml").by_id["LAY.CPT"]
    assert (code.parent, code.kind, code.direction, code.codable) == ("LAY", "sub_indicator", None, True)
    assert code.not_when[0] == ("Alat rusak -> HMB.ALT (sebab)", "Broken tool -> HMB.ALT (cause)")
    assert code.terms.lemmas == ("cepat", "=antre")
    assert code.facets == (
        Facet("antrean", Bi("antrean", "antrean")),
        Facet("jam_buka", Bi("Jam buka", "Opening hours"), ("tutup",), has_example=False),
    )
    assert code.tensions == (Tension("HMB.ALT", "T4", "antrean", "printer", "Cepat atau macet."),)
    assert code.criterion == ("Paling lama 15 menit (SOP 3/2025)", "At most 15 minutes (SOP 3/2025)")


def test_stance_and_polarity_are_one_key() -> None:
    stances = [example.stance for example in load(BASE, "b.yaml").by_id["LAY.CPT"].examples]
    assert stances == ["positive", "negative", "neutral"]


def test_only_checked_dialects_are_used() -> None:
    book = load(BASE, "b.yaml")
    assert book.by_id["LAY.CPT"].terms.dialects == (("jawa", ("suwe",)),)
    assert book.lexicon.negation == ("tidak", "belum")
    checked = changed(("{banjar: [kada]}", "{banjar: {checked_by: Pak Amat, words: [kada]}}"))
    assert load(checked, "b.yaml").lexicon.negation == ("tidak", "belum", "kada")


def test_a_codebook_of_one_language_fills_both_slots() -> None:
    book = load(_ENGLISH, "b.yaml")
    assert book.title == ("Village services", "Village services")
    assert book.codes[0].use_when == (("Any service", "Any service"),)
    assert (book.codes[0].examples[0].text, book.codes[0].examples[0].en) == ("Quick.", "Quick.")


def test_a_codebook_without_scale_gets_the_customary_one() -> None:
    assert [label.id for label in load(_ENGLISH, "b.yaml").label_scale] == [
        "baik",
        "cukup baik",
        "kurang baik",
        "tidak baik",
    ]


_ENGLISH = """\
schema_version: "1.0"
codebook:
  id: services
  version: 1.0.0
  status: piloted
  languages: [en]
  primary_language: en
  title: {en: Village services}
  changelog: [{version: 1.0.0, date: 2026-01-05, change: First, recode_needed: false}]
codes:
- id: SVC
  kind: indicator
  name: {en: Service}
  short: {en: Quality of service}
  definition: {en: How good service is.}
  use_when: {en: [Any service]}
  examples:
  - {text: Quick., source: interview, stance: positive, strength: 2}
  - {text: Slow., source: interview, stance: negative, strength: 2}
  - {text: It opens at eight., source: observation, stance: neutral, strength: 2}
"""


# ---------------------------------------------------------------- files that are refused
def test_a_file_and_its_text(tmp_path: Path) -> None:
    path = tmp_path / "b.yaml"
    path.write_bytes(BASE.encode())
    assert read(path) == (load(BASE, "b.yaml"), BASE)


@pytest.mark.parametrize(
    ("data", "english"),
    [
        (b"", "does not hold a codebook."),
        (b"# only a remark\n", "does not hold a codebook."),
        (b"- a\n- b\n", "does not hold a codebook."),
        (b"id: a\nname: Sur\xe9\n", "is not UTF-8 text (line 2)."),
        (b"a: " + b"x" * 1_000_000, "is larger than 1 MB."),
    ],
)
def test_one_clear_message_for_an_unusable_file(tmp_path: Path, data: bytes, english: str) -> None:
    path = tmp_path / "b.yaml"
    path.write_bytes(data)
    with pytest.raises(InvalidFile) as caught:
        read(path)
    assert caught.value.what.en == f"{path.as_posix()} {english}"
    assert caught.value.fix.id
    assert not caught.value.problems


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "none.yaml", tmp_path):
        with pytest.raises(InvalidFile) as caught:
            read(path)
        assert caught.value.what.id.startswith(f"{path.as_posix()} tidak dapat dibaca (")


def test_aliases_are_refused_so_that_no_bomb_expands() -> None:
    levels = zip("abcde", "bcdef", strict=True)
    bomb = "a: &a [x, x]\n" + "".join(f"{new}: &{new} [*{old}, *{old}]\n" for old, new in levels)
    assert lines(bomb)[0] == "b.yaml:2:8: Aliases (*name) are not used here. Write the content out."


def test_a_key_written_twice() -> None:
    (problem,) = problems(changed(("  kind: factor\n", "  kind: factor\n  kind: factor\n")))
    assert (problem.where, problem.what.en) == ("b.yaml:68:3", "The key “kind” is written twice.")


def test_deep_nesting_and_tabs_have_their_place() -> None:
    (deep,) = problems("a: " + "[" * 5000 + "]" * 5000)
    assert deep.what.en == "The content is nested too deeply."
    (tab,) = problems(changed(("  status: draft", "\tstatus: draft")))
    assert tab.where.startswith("b.yaml:5:")


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    assert load("\ufeff" + BASE.replace("\n", "\r\n"), "b.yaml") == load(BASE, "b.yaml")


def test_the_headline_counts_the_problems() -> None:
    with pytest.raises(InvalidFile) as caught:
        load(changed(("  kind: factor\n", "  kind: faktor\n")), "b.yaml")
    assert caught.value.message("id").splitlines() == [
        "b.yaml: 1 hal perlu diperbaiki.",
        "b.yaml:67:3: Bukan pilihan di sini: “faktor”. Mungkin maksudnya “factor”?",
    ]


# ---------------------------------------------------------------- what is shipped, and what never matters
@pytest.mark.parametrize("name", ["asn-kinerja.yaml", "remote-work.yaml"])
def test_the_shipped_codebooks_are_without_a_problem(name: str) -> None:
    book, text = read(CODEBOOKS / name)
    assert book.codes
    assert text.endswith("\n")


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32))
def test_the_order_of_keys_changes_nothing(seed: int) -> None:
    """JSON is YAML too: the same data with every mapping shuffled gives the same codebook."""
    data, _ = yamlsafe.load(BASE, "b.yaml")
    shuffled = json.dumps(_shuffled(data, Random(seed)), ensure_ascii=False)
    assert replace(load(shuffled, "b.yaml"), sha256="") == replace(load(BASE, "b.yaml"), sha256="")


def _shuffled(value: Any, random: Random) -> Any:
    if isinstance(value, list):
        return [_shuffled(inner, random) for inner in value]
    if not isinstance(value, dict):
        return value
    keys = random.sample(sorted(value), len(value))
    return {key: _shuffled(value[key], random) for key in keys}


@settings(max_examples=100, deadline=None)
@given(st.text(min_size=1).filter(lambda text: text.strip()))
def test_any_text_is_kept_or_refused_with_its_place(words: str) -> None:
    """Emoji, combining marks, right-to-left text, brackets, =: what is accepted is kept as it was."""
    old = "definition: {id: Alat kurang atau rusak., en: Tools missing or broken.}"
    text = changed((old, f"definition: {json.dumps({'id': words, 'en': 'x'})}"))
    try:
        book = load(text, "b.yaml")
    except InvalidFile as error:
        assert all(problem.where.startswith("b.yaml:") for problem in error.problems)
    else:
        assert book.by_id["HMB.ALT"].definition.id == words
