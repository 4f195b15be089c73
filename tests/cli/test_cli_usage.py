"""Words of a command that are off: one message in the language of the run, and exit code 2."""

from __future__ import annotations

from pathlib import Path

import pytest
from study_values import Study, program

from kualcode.cli.language import choose

SAID = [
    (("tagg",), "Perintah tidak dikenal: 'tagg'. Maksudnya 'tag'?"),
    (("tag", "--encodin", "x"), "Opsi tidak dikenal: --encodin. (Mungkin: --encoding)"),
    (("tag", "--encoding"), "Opsi '--encoding' memerlukan nilai."),
    (("tag", "--json=x"), "Opsi '--json' tidak memakai nilai."),
    (("tag", "--lang", "fr"), "Nilai tidak sah untuk '--lang': 'fr' bukan salah satu dari 'id', 'en'."),
    (("code", "accept", "abcd"), "Belum ditulis: '--coder' (atau variabel lingkungan: 'KUALCODE_CODER')."),
    (
        ("code", "accept", "--coder", "A", "--min-confidence", "x"),
        "Nilai tidak sah untuk '--min-confidence': 'x' bukan bilangan yang sah.",
    ),
    (
        ("code", "accept", "--coder", "A", "--min-confidence", "2"),
        "Nilai tidak sah untuk '--min-confidence': 2.0 di luar batas 0<=x<=1.",
    ),
    (("why",), "Belum ditulis: 'ID'."),
    (("status", "a", "b"), "Ada kata yang berlebih: a b."),
    (("sources", "set"), "Belum ditulis: 'NAMA'."),
]


@pytest.mark.parametrize(("words", "message"), SAID)
def test_a_usage_error_says_what_is_off_and_where_help_is(study: Study, words: tuple[str, ...], message: str) -> None:
    done = study.run(*words)
    assert done.code == 2
    first, help_line = done.err.splitlines()
    assert first == message
    assert help_line.startswith("Bantuan: kualcode")
    assert done.out == ""


def test_the_same_in_english(tmp_path: Path) -> None:
    done = program(tmp_path, "tag", "--lang", "en", "--encodin")
    assert done.code == 2
    assert done.err == "No such option: --encodin (Possible options: --encoding)\nHelp: kualcode tag --help\n"


@pytest.mark.parametrize("words", [(), ("code",), ("codebook",)])
def test_no_words_at_all_show_what_there_is(study: Study, words: tuple[str, ...]) -> None:
    done = study.run(*words)
    assert done.code == 2
    assert done.err.startswith("Pemakaian: kualcode")


def test_a_program_without_any_word_shows_its_help(tmp_path: Path) -> None:
    done = program(tmp_path)
    assert done.code == 2
    assert "Perintah:" in done.err


@pytest.mark.parametrize(
    ("words", "environment", "language"),
    [
        ([], {}, "id"),
        (["tag", "--lang", "en"], {}, "en"),
        (["tag", "--lang=en"], {}, "en"),
        (["tag", "--lang", "id"], {"KUALCODE_LANG": "en"}, "id"),
        (["search", "--", "--lang", "en"], {}, "id"),
        (["tag", "--lang"], {"KUALCODE_LANG": "en_GB.UTF-8"}, "en"),
    ],
)
def test_the_language_is_settled_before_anything_is_said(
    words: list[str], environment: dict[str, str], language: str
) -> None:
    assert choose(words, environment) == language


@pytest.mark.parametrize(
    "words",
    [
        ("codes", "--status", "jadi"),
        ("quotes", "LAY", "--stance", "baik"),
        ("export", "xlsx"),
        ("codes", "--source-type", "wawancra"),
        ("tag", ".", "--matcher", "cepat"),
        ("search", " ?! "),
        ("search", '""'),
        ("code", "accept", "--coder", "Dwi"),
        ("code", "accept", "--coder", "Dwi", "--code", "LAY.CTP"),
        ("quotes", "LAY.CTP"),
        ("export", "json", "--code", "LAY.CTP"),
        ("code", "stance", "baik", "abcd", "--coder", "A"),
        ("sources", "set", "wawancara/I-01.txt", "umur=40"),
        ("sources", "set", "wawancara/I-01.txt", "role"),
        ("sources", "--project", "x.kual", "set", "a", "b=c"),
        ("init", "."),
    ],
)
def test_an_unknown_word_is_named_with_what_is_known(tagged: Study, words: tuple[str, ...]) -> None:
    before = tagged.project.read_bytes()
    done = tagged.run(*words)
    assert done.code == 2
    assert len(done.err.strip().splitlines()) <= 2
    assert tagged.project.read_bytes() == before


def test_a_code_that_is_nearly_right_is_offered(tagged: Study) -> None:
    assert "Mungkin LAY.CPT?" in tagged.run("quotes", "LAY.CTP").err
