"""What a codebook's lists mean for the matcher."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tagging_books import OFFICE, book, code

from kualcode.model import Codebook, Facet, Lexicon
from kualcode.tagging.vocabulary import CUE_ROLES, Pattern, Vocabulary


def patterns(codebook: Codebook, role: str = "term") -> list[tuple[str, tuple[str, ...], str, str]]:
    """(compared by, keys, term, rule) of the patterns of one role."""
    return [
        (p.by, p.keys, p.payload.term, p.payload.rule) for p in Vocabulary(codebook).patterns if p.payload.role == role
    ]


def test_a_lemma_is_compared_by_root_and_a_phrase_by_its_standard_spelling() -> None:
    found = patterns(book(code("A", lemmas="lambat", phrases="jam karet", colloquial="lelet")))
    assert found == [
        ("lemma", ("lambat",), "lambat", "lemma"),
        ("surface", ("jam", "karet"), "jam karet", "phrase"),
        ("surface", ("lelet",), "lelet", "colloquial"),
    ]


def test_an_equals_sign_locks_a_term_to_its_form() -> None:
    assert patterns(book(code("A", lemmas="=laporan"))) == [("surface", ("laporan",), "laporan", "surface")]


def test_spoken_spellings_are_compared_as_standard_ones() -> None:
    """Writing `nggak masuk` or `tidak masuk` in a codebook is the same."""
    spoken, standard = (patterns(book(code("A", phrases=words))) for words in ("nggak masuk", "tidak masuk"))
    assert spoken[0][1] == standard[0][1] == ("tidak", "masuk")


def test_hints_are_terms_of_their_own_role() -> None:
    found = patterns(book(code("A", hints="lapor, =laporan, tepat guna")), "hint")
    assert found == [
        ("lemma", ("lapor",), "lapor", "hint"),
        ("surface", ("laporan",), "laporan", "hint"),
        ("surface", ("tepat", "guna"), "tepat guna", "hint"),
    ]


def test_only_dialect_words_that_a_speaker_has_checked_reach_the_matcher() -> None:
    """Loading leaves unchecked lists out; what is in `Terms.dialects` counts."""
    off, on = book(code("A", lemmas="cepat")), book(code("A", lemmas="cepat", dialects=(("banjar", ("lakas",)),)))
    assert [p[3] for p in patterns(off)] == ["lemma"]
    assert ("surface", ("lakas",), "lakas", "dialect") in patterns(on)


def test_a_cue_that_is_a_root_finds_all_its_forms_and_an_inflected_one_only_itself() -> None:
    """`berhari-hari` is slow work; `sehari` and `hari` are not, though their root is the same."""
    found = patterns(book(code("A", lemmas="tunda", bad="lambat, berhari-hari, belum beres")), "bad")
    assert [(by, keys) for by, keys, _, _ in found] == [
        ("lemma", ("lambat",)),
        ("surface", ("berhari-hari",)),
        ("surface", ("belum", "beres")),
    ]


def test_cues_and_facets_belong_to_their_code() -> None:
    facet = Facet("arsip", OFFICE.codes[0].name, ("map",))
    made = Vocabulary(book(code("A", lemmas="rapi", good="rapi", facets=(facet,)))).patterns
    assert {(p.payload.role, p.payload.code, p.payload.facet) for p in made if p.payload.code} == {
        ("term", "A", ""),
        ("good", "A", ""),
        ("facet", "A", "arsip"),
    }


def test_retired_and_uncodable_codes_are_not_looked_for() -> None:
    found = book(code("A", lemmas="rapi", codable=False), code("B", lemmas="telat", retired="0.2.0"))
    assert patterns(found) == []


@pytest.mark.parametrize("role", CUE_ROLES)
def test_every_kind_of_cue_of_the_language_is_looked_for(role: str) -> None:
    assert patterns(OFFICE, role)


def test_the_lexicon_of_the_codebook_adds_to_the_language() -> None:
    lexicon = Lexicon(negation=("kada",), adversative=("tagal",), concessive=("biar",))
    added = {
        (role, keys)
        for role in ("negation", "adversative", "concessive")
        for _, keys, _, _ in patterns(replace(OFFICE, lexicon=lexicon), role)
    }
    assert {("negation", ("kada",)), ("adversative", ("tagal",)), ("concessive", ("biar",))} <= added


def test_a_pattern_that_stands_twice_is_looked_for_once() -> None:
    made: tuple[Pattern, ...] = Vocabulary(book(code("A", lemmas="rapi, rapi"))).patterns
    assert len(made) == len(set(made))


def test_a_language_without_lists_still_finds_terms() -> None:
    assert patterns(book(code("A", lemmas="Retard"), language="fr")) == [("lemma", ("retard",), "Retard", "lemma")]
