"""Every key has its form: what is missing, unknown or of the wrong type is named with its place."""

from __future__ import annotations

import pytest
from codebook_base import BASE, changed, lines, problems

from kualcode.codebook import load

_CASES = [
    pytest.param(
        "  title: {id: Layanan desa, en: Village services}\n",
        "",
        "2:1",
        "“title” is missing.",
        "“title” belum ada.",
        id="missing key",
    ),
    pytest.param(
        "title: {id: Layanan desa, en: Village services}",
        "title:",
        "8:3",
        "“title” is empty.",
        "“title” masih kosong.",
        id="empty key",
    ),
    pytest.param(
        "  use_when:",
        "  use_wen:",
        "35:3",
        "“use_wen” is not known.",
        "“use_wen” tidak dikenal.",
        id="unknown key",
    ),
    pytest.param(
        "  status: draft",
        "  status: draft\n  xyzzy: 1",
        "6:3",
        "“xyzzy” is not known.",
        "“xyzzy” tidak dikenal.",
        id="unknown key, nothing like it",
    ),
    pytest.param(
        "{id: Cepat lambatnya, en: How fast}",
        "{id: Cepat, lambatnya, en: How fast}",
        "33:22",
        "“lambatnya” is not known.",
        "“lambatnya” tidak dikenal.",
        id="text with a comma, unquoted",
    ),
    pytest.param(
        "change: Rancangan",
        "change: 12",
        "10:40",
        "This must be text, not the number 12.",
        "Harus berupa teks, bukan angka 12.",
        id="number for text",
    ),
    pytest.param(
        "change: Rancangan",
        "change: {a: b}",
        "10:40",
        "This must be text, not keys with values.",
        "Harus berupa teks, bukan pasangan kunci dan nilai.",
        id="map for text",
    ),
    pytest.param(
        "  stance_cues: {positive: [rusak]}",
        "  stance_cues: rusak",
        "73:3",
        "This must be keys with values, not the text “rusak”.",
        "Harus berupa pasangan kunci dan nilai, bukan teks “rusak”.",
        id="text for map",
    ),
    pytest.param(
        "phrases: [lama menunggu]",
        "phrases: lama menunggu",
        "41:5",
        "This must be a list, not the text “lama menunggu”.",
        "Harus berupa daftar, bukan teks “lama menunggu”.",
        id="text for list",
    ),
    pytest.param(
        "phrases: [lama menunggu]",
        "phrases: [lama menunggu, 15]",
        "41:30",
        "This must be text, not the number 15.",
        "Harus berupa teks, bukan angka 15.",
        id="number in a list",
    ),
    pytest.param(
        "id: Kecepatan, en: Speed",
        "id: '  ', en: Speed",
        "32:10",
        "The text is empty.",
        "Teksnya kosong.",
        id="blank text",
    ),
    pytest.param(
        "id: Kecepatan, en: Speed",
        'id: "Ke\\x07cepatan", en: Speed',
        "32:10",
        "The text holds a control character.",
        "Teks memuat karakter kendali.",
        id="control character",
    ),
    pytest.param(
        "label_midline_block: true",
        "label_midline_block: 'true'",
        "83:3",
        "This must be true or false, not the text “true”.",
        "Harus true atau false, bukan teks “true”.",
        id="text for true or false",
    ),
    pytest.param(
        "stance: negative, strength: 3",
        "stance: negative, strength: 4",
        "53:98",
        "This must be a whole number from 1 to 3, not the number 4.",
        "Harus bilangan bulat 1 sampai 3, bukan angka 4.",
        id="strength out of range",
    ),
    pytest.param(
        "  kind: sub_indicator",
        "  kind: subindicator",
        "31:3",
        "Not a choice here: “subindicator”.",
        "Bukan pilihan di sini: “subindicator”.",
        id="mistyped choice",
    ),
    pytest.param(
        "source: interview, stance: negative, strength: 3",
        "source: dream, stance: negative, strength: 3",
        "53:61",
        "Not a choice here: “dream”.",
        "Bukan pilihan di sini: “dream”.",
        id="choice far off",
    ),
    pytest.param(
        "polarity: neutral",
        "polarity: neutral, stance: neutral",
        "54:109",
        "“polarity” and “stance” mean the same.",
        "“polarity” dan “stance” berarti sama.",
        id="two words for one thing",
    ),
    pytest.param(
        "polarity: neutral,",
        "",
        "54:5",
        "“polarity” is missing.",
        "“polarity” belum ada.",
        id="no stance",
    ),
    pytest.param(
        'schema_version: "1.0"',
        "schema_version: 1.0",
        "1:1",
        "This must be text, not the number 1.0.",
        "Harus berupa teks, bukan angka 1.0.",
        id="schema version unquoted",
    ),
    pytest.param(
        "{id: Kecepatan, en: Speed}",
        "{id: Kecepatan}",
        "32:3",
        "“en” is missing.",
        "“en” belum ada.",
        id="one language missing",
    ),
    pytest.param(
        "{id: Kecepatan, en: Speed}",
        "Kecepatan",
        "32:3",
        "This must be a text for each language, not the text “Kecepatan”.",
        "Harus berupa teks untuk tiap bahasa, bukan teks “Kecepatan”.",
        id="plain text for both",
    ),
    pytest.param(
        "{id: Kecepatan, en: Speed}",
        "{id: Kecepatan, en: Speed, jv: Cepet}",
        "32:36",
        "“jv” is not known.",
        "“jv” tidak dikenal.",
        id="language not declared",
    ),
    pytest.param(
        "- id: HMB.ALT",
        "- id: HMB.Alat",
        "65:3",
        "“HMB.Alat” does not have the right form.",
        "Bentuk “HMB.Alat” tidak sesuai.",
        id="code id",
    ),
    pytest.param(
        "{id: jam_buka,",
        "{id: Jam Buka,",
        "49:6",
        "“Jam Buka” does not have the right form.",
        "Bentuk “Jam Buka” tidak sesuai.",
        id="facet id",
    ),
    pytest.param(
        "  version: 0.2.0",
        "  version: v2",
        "4:3",
        "“v2” does not have the right form.",
        "Bentuk “v2” tidak sesuai.",
        id="version",
    ),
    pytest.param(
        "{id: Cepat lambatnya, en: How fast}",
        "{id: " + "a" * 121 + ", en: How fast}",
        "33:11",
        "The text is too long: 121 of at most 120 characters.",
        "Teks terlalu panjang: 121 dari paling banyak 120 karakter.",
        id="short too long",
    ),
    pytest.param(
        "lemmas: [cepat, =antre]",
        "lemmas: [cepat sekali]",
        "40:14",
        "“cepat sekali” does not have the right form.",
        "Bentuk “cepat sekali” tidak sesuai.",
        id="lemma of two words",
    ),
    pytest.param(
        "phrases: [lama menunggu]",
        "phrases: ['=']",
        "41:15",
        "“=” does not have the right form.",
        "Bentuk “=” tidak sesuai.",
        id="a lock with nothing",
    ),
    pytest.param(
        'voice_dominance: "2/3"',
        "voice_dominance: 0.67",
        "82:3",
        "The share 0.67 is written as a number and so is inexact.",
        "Bagian 0.67 ditulis sebagai angka, sehingga tidak tepat.",
        id="a bare share",
    ),
    pytest.param(
        'voice_dominance: "2/3"',
        'voice_dominance: "3/2"',
        "82:3",
        "This must be a share from 0 to 1.",
        "Harus bagian dari 0 sampai 1.",
        id="a share above one",
    ),
    pytest.param(
        'voice_dominance: "2/3"',
        'voice_dominance: "0/0"',
        "82:3",
        "This must be a share from 0 to 1.",
        "Harus bagian dari 0 sampai 1.",
        id="a share over zero",
    ),
    pytest.param(
        "    hints: [jam]\n    dialects:",
        "    hints: [jam]\n    sunda: [gancang]\n    dialects:",
        "43:5",
        "The dialect list “sunda” stands directly under terms.",
        "Daftar dialek “sunda” berada langsung di bawah terms.",
        id="the older dialect form",
    ),
]


@pytest.mark.parametrize(("old", "new", "place", "english", "indonesian"), _CASES)
def test_one_change_gives_one_problem(old: str, new: str, place: str, english: str, indonesian: str) -> None:
    (problem,) = problems(changed((old, new)))
    assert problem.where == f"b.yaml:{place}"
    assert problem.what == (indonesian, english)
    assert problem.fix.id
    assert problem.fix.en


def test_a_near_word_is_suggested_in_both_languages() -> None:
    text = changed(("  use_when:", "  use_wen:"))
    assert lines(text) == ["b.yaml:35:3: “use_wen” is not known. Did you mean “use_when”?"]
    assert lines(text, "id") == ["b.yaml:35:3: “use_wen” tidak dikenal. Mungkin maksudnya “use_when”?"]


def test_the_older_dialect_form_is_shown_its_new_place() -> None:
    (problem,) = problems(changed(("    hints: [jam]\n    dialects:", "    sunda: [gancang]\n    dialects:")))
    assert problem.fix.en == "Write it under dialects: “dialects: {sunda: […]}”."


def test_a_mistyped_list_of_terms_is_not_taken_for_a_dialect() -> None:
    (problem,) = problems(changed(("    phrases: [lama menunggu]", "    frases: [lama menunggu]")))
    assert problem.fix.en == "Did you mean “phrases”?"


def test_a_text_cut_at_its_comma_is_told_to_use_quotes() -> None:
    """{id: Cepat, lambatnya, en: …} silently makes a key of "lambatnya"."""
    (problem,) = problems(changed(("{id: Cepat lambatnya, en", "{id: Cepat, lambatnya, en")))
    assert problem.fix.en == "It is a key without a value: a text that holds a comma needs quotes."


def test_a_long_text_is_cut_in_messages() -> None:
    """A codebook may hold real quotes: no sentence of it belongs in a message."""
    text = changed(("  stance_cues: {positive: [rusak]}", "  stance_cues: " + "rahasia " * 20))
    (problem,) = problems(text)
    assert problem.what.en.count("rahasia") == 3


def test_four_planted_errors_are_all_reported_in_file_order() -> None:
    text = changed(
        ("- id: HMB.ALT", "- id: hmb.alt"),
        ("lemmas: [printer]", "lemmas: printer"),
        ("  status: draft", "  status: draft\n  statuss: x"),
        ("change: Rancangan", "change: 12"),
    )
    assert [line.split(" ", 1)[0] for line in lines(text)] == [
        "b.yaml:6:3:",
        "b.yaml:11:40:",
        "b.yaml:66:3:",
        "b.yaml:73:11:",
    ]


def test_errors_of_form_and_of_reference_come_together() -> None:
    text = changed(
        ("stance: negative, strength: 3", "stance: negative, strength: 9"), ("parent: HMB\n", "parent: XY\n")
    )
    assert lines(text) == [
        "b.yaml:53:98: This must be a whole number from 1 to 3, not the number 9. "
        "Write a number from 1 to 3 without quotes.",
        "b.yaml:66:3: The parent XY of HMB.ALT does not exist. Use a code that stands under codes.",
    ]


@pytest.mark.parametrize("value", ["[]", "{}", "x", "3", "true", "[[x]]", "[{}]"])
@pytest.mark.parametrize(
    "key", ["schema_version", "codebook", "names_of_levels", "label_scale", "lexicon", "codes", "triangulation"]
)
def test_no_value_anywhere_leads_to_anything_but_problems(key: str, value: str) -> None:
    """Whatever stands under a top-level key, the file is read or refused with places, never by accident."""
    text = "\n".join(_without(key)) + f"\n{key}: {value}\n"
    allowed = {("label_scale", "[]"), ("lexicon", "{}"), ("names_of_levels", "{}"), ("triangulation", "{}")}
    if (key, value) in allowed:
        assert load(text, "b.yaml").id == "layanan-desa"
    else:
        assert all(problem.where.startswith("b.yaml:") for problem in problems(text))


def _without(key: str) -> list[str]:
    """BASE's lines without one top-level part."""
    kept, inside = [], False
    for line in BASE.splitlines():
        if line[0] not in " -":
            inside = line.startswith(f"{key}:")
        if not inside:
            kept.append(line)
    return kept


def test_each_text_has_the_languages_of_the_codebook_and_no_others() -> None:
    """Taking a language away leaves its texts over; adding one leaves them missing."""
    fewer = lines(changed(("languages: [id, en]", "languages: [en]")))
    assert fewer[0] == "b.yaml:7:3: primary_language “id” is not in languages. Choose: en."
    assert fewer[1] == (
        "b.yaml:8:11: The language “id” is not in codebook.languages. "
        "Remove the line, or add the language to languages."
    )
    assert len(fewer) == 1 + BASE.count("{id: ") - BASE.count("- {id: ") + BASE.count("    id: [")


def test_tables_of_free_keys_must_be_tables() -> None:
    (problem,) = problems(changed(("{banjar: [kada]}", "[kada]")))
    assert problem.line("en") == (
        "b.yaml:21:3: This must be keys with values, not a list. Write it as “key: value” with the keys: …."
    )
