"""Lists in the sentences of a draft, and what they are lists of."""

from __future__ import annotations

from draft_values import line, lines, lister

from kualcode.analysis.statements import Enumeration

LISTER = lister()


def of(text: str, language: str = "id") -> list[tuple[str, list[str]]]:
    """Topic and items of the lists of a sentence."""
    return [shown(found) for found in LISTER.of(line(text, language))]


def shown(found: Enumeration) -> tuple[str, list[str]]:
    return found.topic, [item.words for item in found.items]


def test_factors_are_listed_with_their_direction() -> None:
    text = (
        "Faktor penghambatnya adalah kurangnya sarana, rendahnya disiplin, dan keterbatasan anggaran, sedangkan faktor "
        "pendorongnya adalah lingkungan kerja dan pendidikan."
    )
    assert of(text) == [
        ("hindering", ["kurangnya sarana", "rendahnya disiplin", "keterbatasan anggaran"]),
        ("driving", ["lingkungan kerja", "pendidikan"]),
    ]


def test_a_pair_inside_a_list_does_not_end_it() -> None:
    text = "Faktor yang memengaruhi kinerja berasal dari sarana dan prasarana, kewajiban, serta pendidikan dan suasana."
    assert of(text) == [("factors", ["sarana", "prasarana", "kewajiban", "pendidikan", "suasana"])]


def test_one_list_ends_where_the_other_factors_are_named() -> None:
    text = "Faktor penghambatnya adalah kendaraan yang terbatas dan faktor pendorongnya adalah suasana yang akrab."
    assert of(text) == []
    single = LISTER.factors(line("Faktor penghambat kinerja adalah rendahnya insentif."))
    assert single is not None
    assert shown(single) == ("hindering", ["rendahnya insentif"])


def test_whose_words_they_are_is_no_item() -> None:
    text = "Faktor penghambat ialah sarana yang terbatas: I-02 dan I-04 menyebut tiga komputer."
    assert of(text) == []


def test_examples_of_something_are_an_open_list_of_their_own() -> None:
    (found,) = LISTER.of(line("Keterlambatan terjadi pada administrasi seperti sppd, gaji, dan makan minum."))
    assert shown(found) == ("list", ["sppd", "gaji", "makan minum"])
    assert not found.closed
    assert "administrasi" in found.roots


def test_kendala_names_factors_only_where_it_is_what_the_sentence_is_on() -> None:
    assert of("Kendala yang dihadapi meliputi komputer lama dan jaringan lambat.")[0][0] == "hindering"
    assert [topic for topic, _ in of("Masih ada satu dua kendala kecil, seperti mundurnya rapat dan acara.")] == [
        "list"
    ]


def test_indicators_and_ways_to_collect_data_are_known_by_name() -> None:
    assert of("Kinerja diukur dari indikator kualitas kerja, kuantitas, dan ketepatan waktu.") == [
        ("indicators", ["KUAL", "KUAN", "TEPAT"])
    ]
    assert of("Teknik pengumpulan data meliputi observasi, wawancara mendalam, dan studi dokumen.") == [
        ("collection", ["observasi", "wawancara", "dokumentasi"])
    ]
    assert of("Data were collected through interviews and observation.", "en") == [
        ("collection", ["wawancara", "observasi"])
    ]


def test_ordinals_run_over_sentences() -> None:
    text = (
        "Faktor pendorong yaitu: Pertama, suasana kerja. Kedua, salah satu faktor pendorong adalah tingkat pendidikan"
    )
    found = LISTER.ordinals(lines(text))
    assert {number: shown(one) for number, one in found.items()} == {
        0: ("driving", ["suasana kerja", "tingkat pendidikan"])
    }


def test_a_definition_is_no_list() -> None:
    assert of("Kinerja adalah hasil yang dicapai dan dipengaruhi oleh kemampuan.") == []


def test_items_know_codes_and_content_words() -> None:
    (found,) = LISTER.of(line("Faktor penghambat adalah kurangnya sarana dan rendahnya kedisiplinan."))
    assert [(item.codes, item.roots) for item in found.items] == [
        (("FH.SAR",), ("sarana",)),
        (("FH.DIS",), ("disiplin",)),
    ]


def test_an_item_of_everyday_words_alone_is_known_by_them() -> None:
    (found,) = LISTER.of(line("Penghambat kinerja ialah kurangnya pegawai dan rendahnya kedisiplinan."))
    assert found.items[0].roots == ("pegawai",)
