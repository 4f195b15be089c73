"""Advice: what is allowed but worth a second look."""

from __future__ import annotations

from pathlib import Path

import pytest
from codebook_base import BASE, changed

from kualcode.codebook import warnings


def advice(text: str) -> list[str]:
    """The advice beyond that on BASE itself, as a person reads it."""
    usual = {problem.what for problem in warnings(BASE, "b.yaml")}
    return [problem.line("en") for problem in warnings(text, "b.yaml") if problem.what not in usual]


def test_dialects_that_are_off_are_counted_once_for_each_name() -> None:
    (problem,) = warnings(BASE, "b.yaml")
    assert problem.where == "b.yaml:21:23"
    assert problem.what.en == "The dialect banjar is not used: 2 term(s) not yet checked by a speaker."
    assert problem.fix.id == "Sesudah diperiksa, tulis {checked_by: nama, words: […]}."


@pytest.mark.parametrize(
    ("term", "line"),
    [
        ("kerja", "b.yaml:72:29: The word “kerja” is too common to point to one code."),
        ("=Kerja", "b.yaml:72:29: The word “=Kerja” is too common to point to one code."),
        ("ac", "b.yaml:72:29: The term “ac” is very short."),
    ],
)
def test_weak_terms(term: str, line: str) -> None:
    assert advice(changed(("lemmas: [printer]", f"lemmas: [printer, {term}]"))) == [
        f"{line} Use a more telling phrase, or move it to hints."
    ]


def test_an_acronym_is_no_weak_term_nor_is_a_phrase_with_a_common_word() -> None:
    assert advice(changed(("lemmas: [printer]", "lemmas: [printer, AC], phrases: [kerja printer]"))) == []


def test_a_term_that_comes_down_to_a_function_word() -> None:
    """ "utkku" is read as "untuk" with a clitic, also where it is locked to its form."""
    text = changed(("lemmas: [printer]", "lemmas: [printer, utkku]"))
    assert advice(text) == [
        "b.yaml:72:29: The term “utkku” is looked for as “untuk”, a word of nearly every sentence, so HMB.ALT is "
        "suggested everywhere. Use a phrase or another word."
    ]
    assert advice(changed(("lemmas: [printer]", "lemmas: [printer, pegawai tukin]"))) == []


def test_a_hint_may_be_a_function_word_but_not_come_down_to_one() -> None:
    here = "{lemmas: [printer], hints: [jam]}"
    assert advice(changed((here, "{lemmas: [printer], hints: [jam, dulu]}"))) == []
    (line,) = advice(changed((here, "{lemmas: [printer], hints: [jam, walahan]}")))
    assert line.endswith('is suggested everywhere. Lock it to its form ("=word"), or use a phrase.')


@pytest.mark.parametrize("name", ["asn-kinerja", "remote-work"])
def test_no_term_of_a_shipped_codebook_comes_down_to_a_function_word(name: str) -> None:
    text = (Path(__file__).parents[2] / "codebooks" / f"{name}.yaml").read_text(encoding="utf-8")
    assert not [p for p in warnings(text, name) if "is looked for as" in p.what.en]


def test_a_term_twice_under_one_code() -> None:
    text = changed(("{lemmas: [printer], hints: [jam]}", "{lemmas: [printer], hints: [jam, Printer]}"))
    assert advice(text) == ["b.yaml:72:43: The term “Printer” is written twice under this code. Once is enough."]


def test_codes_without_yardstick_or_cues_are_listed() -> None:
    criterion = "  criterion: {id: Paling lama 15 menit, en: At most 15 minutes, source: SOP 3/2025}\n"
    text = changed((criterion, ""), ("  stance_cues: {positive: [rusak]}\n", ""))
    assert advice(text) == [
        "b.yaml:22:1: Without criterion: LAY.CPT. Their findings are given as a direction, not a category. "
        "If there is an SOP, a target or a standard, write it in criterion.",
        "b.yaml:22:1: Without stance_cues: HMB.ALT. Add words that fix a positive or negative stance.",
    ]


def test_terms_where_no_evidence_goes() -> None:
    text = changed(("  name: {id: Layanan,", "  terms: {lemmas: [loket]}\n  name: {id: Layanan,"))
    assert advice(text) == [
        "b.yaml:26:3: LAY takes no evidence, so its terms are idle. Move the terms to the codes under it."
    ]


def test_what_is_already_an_error_gets_no_advice() -> None:
    assert advice(changed(("lemmas: [printer]", "lemmas: [printer, 7]"))) == []
