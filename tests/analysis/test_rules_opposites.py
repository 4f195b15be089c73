"""Techniques that tell of one matter in opposite words, and what is no clash, no tension and no missing counterpart."""

from __future__ import annotations

import pytest
from draft_values import BOOK, sentences

from kualcode.analysis.rules.texts import statement_rules

HEAD = "# HASIL\n\n## Kualitas kerja\n\n"


def rules(text: str) -> list[tuple[str, str]]:
    """Rule and severity of what is raised on the sentences of a text."""
    found = [s.statement for s in sentences(text)]
    return [(flag.rule, flag.severity) for flag in statement_rules(found, BOOK)]


@pytest.mark.parametrize(
    ("seen", "raised"),
    [
        ("dua kasir belum mampu memindai kuitansi sendiri", [("T3", "WARN")]),
        ("dua kasir mampu memindai kuitansi sendiri", []),
        ("dua kasir semula belum mampu memindai kuitansi sendiri", []),
        ("dua kasir belum mampu menghitung kembalian", []),
    ],
)
def test_two_techniques_in_opposite_words_on_one_matter(seen: str, raised: list[tuple[str, str]]) -> None:
    said = "Menurut bendahara (I-01), kasir sudah mampu memindai kuitansi sendiri. "
    found = rules(f"{HEAD}{said}Pengamatan pada 6 Mei 2024 memperlihatkan {seen}.\n")
    assert [one for one in found if one[0] == "T3"] == raised


def test_a_denied_behaviour_is_in_no_tension_with_its_opposite() -> None:
    text = (
        "# HASIL\n\n## Efektivitas\n\nMenurut I-01, pegawai membantu rekan yang kewalahan. "
        "Menurut I-02, {} pegawai yang menitipkan tugas kepada teman.\n"
    )
    assert ("T2", "WARN") in rules(text.format("ada"))
    assert ("T2", "WARN") not in rules(text.format("tidak ada"))


def test_advice_answers_a_hindrance_by_what_the_results_tell_of_it() -> None:
    text = (
        "# HASIL\n\n## Faktor penghambat\n\nFaktor penghambat kinerja ialah kekurangan tenaga. Menurut I-01, "
        "kekurangan tenaga menghambat layanan karena apoteker hanya dua.\n\n# SARAN\n\n{}\n"
    )
    assert ("T6", "WARN") not in rules(text.format("Kantor disarankan mengusulkan tambahan apoteker."))
    assert ("T6", "WARN") in rules(text.format("Kantor disarankan mengecat pagar."))
