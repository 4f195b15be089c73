"""Coders, informants, settings and codebooks."""

from __future__ import annotations

import pytest

from kualcode.errors import NotFound, UsageError
from kualcode.model import Informant
from kualcode.store import Store, WriteOutsideAtomicError


def test_a_coder_is_made_once(store: Store) -> None:
    with store.atomic():
        ani = store.coder("Ani")
        assert store.coder("  Ani ") == ani
    assert ani.kind == "person"
    assert [coder.name for coder in store.coders()] == ["kualcode", "Ani"]
    assert store.coder("Ani") == ani  # known ones need no write
    with pytest.raises(WriteOutsideAtomicError):
        store.coder("Budi")


def test_a_name_spelt_otherwise_is_the_same_coder(store: Store) -> None:
    """The first spelling stays; composed and decomposed letters, blanks and capitals make no other person."""
    with store.atomic():
        first = store.coder("Renée  Dwi")
        for spelt in ("renée dwi", "RENE\u0301E DWI", " Renée\tDwi "):
            assert store.coder(spelt) == first
        assert store.coder("Renee Dwi") != first
    assert first.name == "Renée Dwi"
    assert store.known_coder("RENÉE DWI") == first
    assert store.known_coder("kualcode") is None
    assert len(store.coders()) == 3


def test_informants_are_stored_whole_and_journalled_when_changed(store: Store) -> None:
    people = [
        Informant("I-02", position="Kepala Bagian", age="51"),
        Informant("I-01", sex="P", consent="declared"),
    ]
    with store.atomic():
        assert store.put_informants(people) == 2
        assert store.put_informants(people) == 0
        assert store.put_informants([Informant("I-02", position="Kepala Seksi")], by="Ani") == 1
    assert list(store.informants().values()) == [people[1], Informant("I-02", position="Kepala Seksi")]
    assert [entry.action for entry in store.journal()].count("informant") == 3


@pytest.mark.parametrize("wrong", [Informant(" "), Informant("I-03", consent="setuju")])
def test_a_wrong_informant_stores_none(store: Store, wrong: Informant) -> None:
    with store.atomic(), pytest.raises(UsageError):
        store.put_informants([Informant("I-01"), wrong])
    assert store.informants() == {}


def test_settings(store: Store) -> None:
    with store.atomic():
        store.put_setting("design", "teknik")
        store.put_setting("design", "sumber")
        store.put_setting("title", "x")
        store.put_setting("title", None)
        store.put_setting("title", None)
    assert (store.setting("design"), store.setting("title"), store.setting("other")) == ("sumber", None, None)
    assert len(list(store.journal())) == 4


def test_the_codebook_last_used_is_the_one_in_use(store: Store) -> None:
    with pytest.raises(NotFound, match="no codebook"):
        store.codebook_yaml()
    with store.atomic():
        assert store.put_codebook("a: 1", "a" * 64, "kinerja", "1.0")
        assert not store.put_codebook("a: 1", "a" * 64, "kinerja", "1.0")
        assert store.put_codebook("b: 1", "b" * 64, "kinerja", "2.0")
    assert (store.codebook_yaml(), store.codebook_version()) == ("b: 1", "2.0")
    with store.atomic():
        assert store.put_codebook("a: 1", "a" * 64, "kinerja", "1.0")  # going back
    assert (store.codebook_yaml(), store.codebook_version()) == ("a: 1", "1.0")
