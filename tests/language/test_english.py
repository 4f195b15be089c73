"""English lemmas that term matching needs."""

from __future__ import annotations

import pytest

from kualcode.language.english import lemma, norm


@pytest.mark.parametrize(
    ("root", "forms"),
    [
        ("late", "late lateness later"),
        ("train", "train training trained trains"),
        ("work", "work works working worked"),
        ("delay", "delays delayed delaying"),
        ("plan", "plans planned planning"),
        ("make", "make makes made making"),
        ("report", "reports reporting reported"),
        ("policy", "policy policies"),
        ("complete", "completed completing completion"),
        ("change", "changes changed changing"),
        ("share", "shares shared sharing"),
        ("serve", "serves served serving"),
        ("service", "service services"),
        ("stop", "stops stopped stopping"),
        ("wait", "waits waited waiting"),
        ("box", "boxes"),
        ("copy", "copies copied copying"),
        ("discipline", "discipline disciplined"),
        ("prompt", "promptly"),
        ("develop", "development"),
        ("busy", "busier busy"),
        ("process", "processes processed"),
        ("this", "this"),
        ("thing", "things"),
    ],
)
def test_lemma(root: str, forms: str) -> None:
    assert {lemma(form) for form in forms.split()} == {root}


@pytest.mark.parametrize(
    ("word", "standard"), [("Office's", "office"), ("employees’", "employees"), ("ASN", "asn"), ("'s", "'s")]
)
def test_norm(word: str, standard: str) -> None:
    assert norm(word) == standard
