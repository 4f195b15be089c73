"""Words of academic prose: looked up whole, with clitics off, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from draft_values import ROOT, line
from hypothesis import given
from hypothesis import strategies as st

from kualcode.analysis.drafts import lexicon

DATA = ROOT / "kualcode" / "language" / "data"
CODE = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "kualcode" / "analysis").rglob("*.py")))


def test_the_longest_entry_counts_and_entries_never_overlap() -> None:
    words = line("penelitian ini memakai teknik pengumpulan data wawancara").words
    assert list(lexicon.spots(words, "list_loose")) == [(2, 3), (3, 6)]


def test_clitics_are_looked_through() -> None:
    assert lexicon.has(line("faktor pendorongnya suasana").words, "driving")
    assert lexicon.bare("hanya") == "hanya"


def test_content_words_leave_out_everyday_words_and_names() -> None:
    assert lexicon.roots("Kurangnya sarana dan prasarana kerja di Kabupaten Lintang", "id") == ("sarana", "prasarana")
    assert lexicon.stems("kurangnya pegawai yang hadir", "id") == ("kurang", "pegawai", "hadir")


@pytest.mark.parametrize(
    ("word", "verb"), [("mengadakan", True), ("pelatihan", False), ("diklat", False), ("terbatasnya", False)]
)
def test_verbs_are_known_by_their_form(word: str, verb: bool) -> None:
    assert lexicon.is_verb(word, "id") is verb


def test_a_part_has_the_drafts_language_unless_it_plainly_speaks_another() -> None:
    assert lexicon.language_of("Rata-rata 40 pemohon dilayani per hari.") == "id"
    assert lexicon.language_of("Effectiveness is poor.", "id") == "id"
    assert lexicon.language_of("The results show that it is good for all of them.", "id") == "en"


@pytest.mark.parametrize("path", sorted(DATA.glob("*_draft.txt")), ids=lambda path: path.name)
def test_every_kind_is_used_and_every_entry_is_lower_case_and_stands_once(path: Path) -> None:
    kinds: dict[str, list[str]] = {}
    for row in path.read_text(encoding="utf-8").splitlines():
        if row.startswith("["):
            kinds[row.strip("[]")] = []
        elif row and not row.startswith("#"):
            list(kinds.values())[-1].append(row)
    made = re.compile(
        r"(section|degree|technique|method|doing|kind|way|activity|on|holds|label)_\w+|(hindering|driving)(_\w+)?"
    )
    assert [kind for kind in kinds if f'"{kind}"' not in CODE and not made.fullmatch(kind)] == []
    for kind, entries in kinds.items():
        assert len(entries) == len(set(entries)), kind
        assert entries == [entry.casefold().strip() for entry in entries]


@given(st.text(max_size=120), st.sampled_from(["list_loose", "driving", "not_stated"]))
def test_spots_lie_in_the_text_in_order(text: str, kind: str) -> None:
    words = lexicon.words(text)
    behind = 0
    for first, last in lexicon.spots(words, kind):
        assert behind <= first < last <= len(words)
        behind = last
