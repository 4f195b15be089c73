"""T5, T6, T8 and T9: counterparts, advice and enumerations of sentences (method 1.6)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from draft_values import BOOK

from kualcode.analysis.rules.advice import t6, t9
from kualcode.analysis.rules.counterparts import t5
from kualcode.analysis.rules.differences import misspelled
from kualcode.analysis.rules.enumerations import t8
from kualcode.analysis.rules.flags import Flag
from kualcode.analysis.statements import Advice, Attribution, Cause, Enumeration, Item, Labelled, Section, Statement

TOOLS, RULES = (
    Item("kurangnya sarana", ("FH.SAR",), ("sarana",)),
    Item("rendahnya disiplin", ("FH.DIS",), ("disiplin",)),
)
MONEY, MOOD = Item("keterbatasan anggaran", (), ("anggaran",)), Item("suasana kerja", ("FD.LNG",), ("suasana",))


def lists(section: Section, *items: Item, topic: str = "hindering", **more: Any) -> Statement:
    """A sentence that lists factors."""
    return Statement(
        id=section, section=section, line=1, factor=topic, enumerations=(Enumeration(topic, items),), **more
    )


def advises(action: str, *roots: str, id_: str = "s", **more: Any) -> Statement:
    """A recommendation; all its content words are what it is on."""
    return Statement(
        id=id_,
        section="recommendations",
        line=9,
        advice=Advice(action, roots=roots, objects=roots, **more),
    )


def fired(flags: list[Flag]) -> list[tuple[str, ...]]:
    """The targets of each flag."""
    return [flag.targets for flag in flags]


# ---------------------------------------------------------------- T5
def test_a_factor_that_the_results_do_not_hold_blocks() -> None:
    found = t5([lists("results", TOOLS, RULES), lists("abstract", TOOLS, RULES, MONEY)], BOOK)
    assert [(f.severity, f.targets, f.places) for f in found] == [
        ("BLOCK", ("*",), ("Abstrak, brs. 1 (keterbatasan anggaran)",))
    ]


def test_a_factor_may_be_named_in_other_words_around_the_list() -> None:
    results = lists("results", TOOLS, roots=("dana", "anggaran"), paragraph=3)
    assert t5([results, lists("conclusion", TOOLS, MONEY)], BOOK) == []
    later = Statement("r2", "results", paragraph=3, stems=("anggaran",))
    assert t5([lists("results", TOOLS, paragraph=3), later, lists("conclusion", TOOLS, MONEY)], BOOK) == []


def test_a_label_needs_results_on_its_code_or_a_part_of_it() -> None:
    label = Statement("c", "conclusion", labels=(Labelled("MAND.INI", "baik"),))
    assert fired(t5([Statement("r", "results", codes=("KUAL.HAS",)), label], BOOK)) == [("MAND.INI",)]
    assert t5([Statement("r", "results", heading="MAND"), label], BOOK) == []
    assert t5([label], BOOK) == []  # a text without results


def test_a_claim_is_missed_where_neither_its_code_nor_its_words_stand_in_the_results() -> None:
    claim = Statement(
        "c", "conclusion", codes=("TEPAT.RES",), stances={"TEPAT.RES": "positive"}, roots=("keluh", "kotak", "adu")
    )
    results = Statement("r", "results", codes=("KUAL.HAS",), roots=("lapor", "rapi"))
    assert fired(t5([results, claim], BOOK)) == [("TEPAT.RES",)]
    assert t5([Statement("r", "results", roots=("keluh", "adu")), claim], BOOK) == []
    assert t5([Statement("r", "results", codes=("TEPAT.PEN",)), claim], BOOK) == []


def test_a_factor_whose_code_stands_anywhere_in_the_results_is_held_there() -> None:
    cramped = Item("ruang sempit", ("FH.SAR",), ("ruang",))
    elsewhere = Statement("r2", "results", codes=("FH.SAR",))
    assert t5([lists("results", RULES), elsewhere, lists("conclusion", RULES, cramped)], BOOK) == []
    assert fired(t5([lists("results", RULES), lists("conclusion", RULES, cramped)], BOOK)) == [("FH.SAR",)]


def test_words_of_another_language_are_not_missed() -> None:
    english = lists("abstract", Item("low budget", (), ("budget",)), language="en")
    assert t5([lists("results", TOOLS), english], BOOK) == []
    claim = Statement("c", "abstract", codes=("TEPAT.RES",), stances={"TEPAT.RES": "positive"}, roots=("a", "b", "c"))
    assert t5([Statement("r", "results"), replace(claim, language="en")], BOOK) == []
    assert len(t5([Statement("r", "results"), claim], BOOK)) == 1


def test_one_factor_is_missed_once_and_two_are_missed_twice() -> None:
    rooms = Item("jarak kantor", (), ("jarak",))
    found = [lists("results", TOOLS), lists("abstract", TOOLS, MONEY, rooms), lists("conclusion", TOOLS, MONEY)]
    assert [flag.details[0][1] for flag in t5(found, BOOK)] == ["keterbatasan anggaran", "jarak kantor"]


# ---------------------------------------------------------------- T6
def test_each_hindering_factor_wants_an_answer() -> None:
    found = [lists("results", TOOLS, RULES, MONEY), advises("melengkapi sarana", "lengkap", "sarana")]
    assert fired(t6(found, BOOK)) == [("FH.DIS",), ("*",)]
    assert t6(found[:1], BOOK) == []  # no recommendation at all: one chapter


@pytest.mark.parametrize(
    "advice",
    [
        advises("menegakkan disiplin", "tegak", "disiplin"),
        advises("memberi sanksi", "sanksi"),  # the usual remedy
        advises("mengatasi hambatan", general=True),
        advises("menertibkan apel", "apel", answers=("FH.DIS",)),
    ],
)
def test_an_answer_may_be_by_word_by_code_by_remedy_or_to_all(advice: Statement) -> None:
    assert t6([lists("results", RULES), advice], BOOK) == []


def test_what_stands_beside_a_single_factor_may_be_answered() -> None:
    beside = lists("results", MONEY, roots=("anggaran", "honor"))
    assert t6([beside, advises("menaikkan honor", "honor")], BOOK) == []
    two = lists("results", MONEY, RULES, roots=("anggaran", "honor", "disiplin"))
    assert fired(t6([two, advises("menaikkan honor", "honor")], BOOK)) == [("*",), ("FH.DIS",)]


def test_advice_of_the_abstract_alone_is_no_list_of_recommendations() -> None:
    early = replace(advises("melengkapi sarana", "sarana"), section="abstract")
    assert t6([lists("results", RULES), early], BOOK) == []


def test_driving_factors_want_no_answer() -> None:
    assert t6([lists("results", MOOD, topic="driving"), advises("menjaga suasana", "suasana")], BOOK) == []
    assert fired(t6([lists("results", TOOLS, MOOD, topic="factors"), advises("menjaga suasana", "suasana")], BOOK)) == [
        ("FH.SAR",)
    ]


def test_advice_on_what_nobody_found_warns() -> None:
    ground = Statement("r", "results", roots=("lapor", "arsip"))
    assert fired(t6([ground, advises("membangun kantin dan taman", "kantin", "taman")], BOOK)) == [("*",)]
    assert t6([ground, advises("menata arsip", "arsip")], BOOK) == []
    assert t6([ground, advises("merapikan ruang dan rak", "ruang", "rak", serves=("KUAL.HAS",))], BOOK) != []
    coded = replace(ground, codes=("KUAL.HAS",))
    assert t6([coded, advises("merapikan ruang dan rak", "ruang", "rak", serves=("KUAL.HAS",))], BOOK) == []


def test_a_remedy_of_what_was_found_is_founded() -> None:
    lacking = Statement("r", "results", roots=("tenaga",))
    assert t6([lacking, advises("mengusulkan formasi guru", "formasi", "guru")], BOOK) == []
    assert (
        len(
            t6(
                [Statement("r", "results", roots=("arsip",)), advises("mengusulkan formasi guru", "formasi", "guru")],
                BOOK,
            )
        )
        == 1
    )


def test_a_single_unknown_word_warns_only_beside_advice_that_is_founded() -> None:
    ground, generator = Statement("r", "results", roots=("lapor", "padam")), advises("membeli genset", "genset")
    assert t6([ground, generator], BOOK) == []
    assert len(t6([ground, generator, advises("menata laporan", "lapor", id_="t")], BOOK)) == 1


# ---------------------------------------------------------------- T8
def test_lists_of_factors_are_held_against_all_that_is_said_of_factors() -> None:
    (flag,) = t8([lists("results", TOOLS, RULES, MONEY), lists("conclusion", TOOLS, RULES)], BOOK)
    assert flag.targets == ("*",)
    assert "“keterbatasan anggaran” hanya disebut di Hasil, tidak di Simpulan" in flag.message.id
    assert t8([lists("results", TOOLS, RULES), lists("conclusion", RULES, TOOLS)], BOOK) == []
    assert (
        t8([lists("results", TOOLS, RULES, MONEY), lists("conclusion", TOOLS, RULES, stems=("anggaran",))], BOOK) == []
    )


def test_two_wordings_of_one_factor_are_told_beside_a_difference() -> None:
    social, work = Item("lingkungan sosial", ("FD.LNG",), ("sosial",)), Item("lingkungan kerja", ("FD.LNG",), ())
    (flag,) = t8([lists("abstract", social, MONEY), lists("results", work, TOOLS)], BOOK)
    assert "FD.LNG" in flag.targets
    assert "“lingkungan sosial” di satu tempat, “lingkungan kerja” di tempat lain" in flag.message.id


def indicators(section: Section, *codes: str) -> Statement:
    """A sentence that lists the indicators."""
    return Statement(
        section, section, codes=codes, enumerations=(Enumeration("indicators", tuple(Item(c, (c,)) for c in codes)),)
    )


def test_indicators_that_a_section_never_names_are_missing() -> None:
    (flag,) = t8([indicators("abstract", "KUAL", "KUAN", "MAND"), indicators("methods", "KUAL", "KUAN")], BOOK)
    assert flag.targets == ("MAND",)
    named = Statement("m2", "methods", codes=("MAND",))
    assert (
        t8([indicators("abstract", "KUAL", "KUAN", "MAND"), indicators("methods", "KUAL", "KUAN"), named], BOOK) == []
    )


def ways(section: Section, text: str, *names: str) -> Statement:
    """A sentence that lists ways to collect data."""
    return Statement(section, section, text=text, enumerations=(Enumeration("collection", tuple(map(Item, names))),))


def test_ways_to_collect_data_count_where_data_were_gathered_so() -> None:
    one = ways("abstract", "Data dari wawancara dan dokumen.", "wawancara", "dokumentasi")
    two = ways("methods", "Data dikumpulkan dengan wawancara dan observasi.", "wawancara", "observasi")
    assert len(t8([one, two], BOOK)) == 1
    assert "“dokumentasi” hanya disebut di Abstrak" in t8([one, two], BOOK)[0].message.id


def examples(id_: str, section: Section, *words: str, closed: bool = False) -> Statement:
    """A sentence on timeliness that gives a list of any kind."""
    items = tuple(Item(word, (), (word,)) for word in words)
    return Statement(
        id_, section, codes=("TEPAT.PEN",), enumerations=(Enumeration("list", items, closed, ("urus", "lambat")),)
    )


def test_open_lists_differ_where_each_holds_what_the_other_lacks() -> None:
    one = examples("1", "results", "gaji", "sppd")
    assert fired(t8([one, examples("2", "conclusion", "gaji", "konsumsi")], BOOK)) == [("TEPAT.PEN",)]
    assert t8([one, examples("2", "conclusion", "gaji")], BOOK) == []  # fewer examples
    assert t8([one, examples("2", "conclusion", "konsumsi", "arsip")], BOOK) == []  # nothing in common


def test_closed_lists_of_one_name_differ_where_one_lacks_an_item() -> None:
    one = examples("1", "results", "gaji", "sppd", closed=True)
    assert len(t8([one, examples("2", "conclusion", "gaji", closed=True)], BOOK)) == 1


def test_lists_of_other_studies_and_other_languages_are_left_alone() -> None:
    one, other = examples("1", "results", "gaji", "sppd"), examples("2", "conclusion", "gaji", "konsumsi")
    assert t8([one, replace(other, cited=True)], BOOK) == []
    assert t8([one, replace(other, language="en")], BOOK) == []


def test_what_one_technique_gave_stands_only_against_a_summary() -> None:
    told = replace(examples("1", "results", "gaji", "sppd", closed=True), attribution=Attribution(("interview",)))
    seen = replace(examples("2", "results", "gaji", "konsumsi", closed=True), attribution=Attribution(("observation",)))
    assert t8([told, seen], BOOK) == []
    assert len(t8([told, examples("3", "conclusion", "gaji", "arsip", closed=True)], BOOK)) == 1
    assert t8([told, examples("3", "conclusion", "gaji", "arsip")], BOOK) == []


def test_a_misspelled_item_is_told() -> None:
    (flag,) = t8([examples("1", "results", "gaji", "sppd"), examples("2", "conclusion", "gaji", "sspd")], BOOK)
    assert ("spelling", "“sppd” and “sspd” are spelled differently") in flag.details


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("sppd", "sspd", True),
        ("spj", "lpj", False),  # too short to tell
        ("dana", "data", False),
        ("administrasi", "adminstrasi", True),
        ("verifikasi", "verfiikasi", True),
        ("keuangan", "kehilangan", False),
        ("gaji", "gaji", False),
    ],
)
def test_words_that_are_one_letter_apart(one: str, other: str, same: bool) -> None:
    assert misspelled(one, other) is same


# ---------------------------------------------------------------- T9
def causes(*found: Cause) -> Statement:
    """A sentence of the results that names causes of a delay."""
    return Statement("r", "results", line=3, causes=found)


@pytest.mark.parametrize(
    ("cause", "more", "raises"),
    [
        (Cause("kegiatan bimtek", ("*training",)), ("*training",), True),
        (Cause("kurangnya bimtek", ("*training",), bare=False), ("*training",), False),
        (Cause("kegiatan bimtek", ("*training",)), ("*meeting",), False),
        (Cause("banyaknya formulir", ("formulir",)), ("formulir",), True),  # said to be much of it
        (Cause("formulir baru", ("formulir",)), ("formulir",), False),
    ],
)
def test_advice_to_do_more_of_what_delays_warns(cause: Cause, more: tuple[str, ...], raises: bool) -> None:
    found = t9([causes(cause), advises("mengadakan kegiatan", more=more)])
    assert [(f.targets, f.places) for f in found] == ([(("*",), ("Saran, brs. 9", "Hasil, brs. 3"))] if raises else [])
