"""T1 to T4 and T7: labels, tensions, clashes and sources, on sentences and on a project's evidence (method 1.6)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from draft_fixture import statements as drafted
from draft_fixture import tree
from draft_values import BOOK
from hypothesis import given, settings
from hypothesis import strategies as st
from seed_fixture import seed

from kualcode.analysis.evidence import Case, Evidence, Judgement, Technique
from kualcode.analysis.rules import method
from kualcode.analysis.rules.flags import Flag, ordered
from kualcode.analysis.rules.labels import t1
from kualcode.analysis.rules.texts import evidence_rules, statement_rules
from kualcode.analysis.statements import Attribution, Labelled, Reading, Section, Statement, place, where
from kualcode.analysis.triangulation.algorithm import weigh
from kualcode.model import Stance

Fired = tuple[str, str, tuple[str, ...]]


def fired(flags: list[Flag] | tuple[Flag, ...]) -> list[Fired]:
    """Rule, severity and targets of each flag."""
    return sorted((flag.rule, flag.severity, flag.targets) for flag in flags)


def said(section: Section, label: str = "", scope: str = "TEPAT", **more: Any) -> Statement:
    """A sentence that labels a scope."""
    labels = (Labelled(scope, label),) if label else ()
    return Statement(id=f"{section}-{label}", section=section, labels=labels, **more)


# ---------------------------------------------------------------- the seed paper (method 1.9 and 1.10)
def test_the_evidence_of_the_seed_paper_raises_what_its_table_says() -> None:
    case = seed().case
    wanted = [f for f in seed().flags if f.rule in ("T2", "T3", "T4", "T7")]
    assert fired(evidence_rules(case, weigh(case))) == fired(wanted)


def test_its_sentences_raise_the_contradictions_of_texts() -> None:
    found = statement_rules(drafted(), BOOK)
    rest = [f for f in seed().flags if f.rule in ("T1", "T2", "T3", "T4", "T6", "T8", "T9")]
    assert fired([f for f in found if f.rule not in ("T5", "T7")]) == fired(rest)
    assert fired([f for f in found if f.rule == "T5"]) == [("T5", "BLOCK", ("*",))]  # X11: no code for "kesadaran"
    assert [f.targets for f in found if f.rule == "T7"] == [("KUAL",), ("KUAN",), ("TEPAT",), ("EFEK",), ("MAND",)]


def test_its_methods_declare_four_tests_without_a_trace_and_leave_out_triangulation() -> None:
    draft = tree()
    found = method.m1(draft["declared"], draft["traced"], draft["used"])
    assert [flag.details[0] for flag in found] == [
        ("untraced", "prolonged_engagement"),
        ("untraced", "persistent_observation"),
        ("untraced", "peer_debriefing"),
        ("untraced", "member_check"),
        ("undeclared", "technique_triangulation"),
    ]
    assert len(ordered(found)) == 5


@settings(max_examples=60, deadline=None)
@given(st.permutations(drafted()))
def test_the_order_of_sentences_changes_nothing(shuffled: list[Statement]) -> None:
    assert statement_rules(shuffled, BOOK) == statement_rules(drafted(), BOOK)


# ---------------------------------------------------------------- T1
def test_labels_across_the_midline_block() -> None:
    (flag,) = t1([said("results", "cukup baik", line=3), said("conclusion", "kurang baik", line=9)], BOOK)
    assert (flag.severity, flag.targets) == ("BLOCK", ("TEPAT",))
    assert flag.places == ("Hasil, brs. 3", "Simpulan, brs. 9")
    assert "Hasil “cukup baik” (brs. 3); Simpulan “kurang baik” (brs. 9)" in flag.message.id
    assert "Results “cukup baik” (line 3)" in flag.message.en


def test_another_degree_on_the_same_side_warns() -> None:
    (flag,) = t1([said("discussion", "cukup baik"), said("conclusion", "baik")], BOOK)
    assert flag.severity == "WARN"


@pytest.mark.parametrize(
    "sentences",
    [
        [said("results", "cukup baik"), said("conclusion", "cukup baik")],
        [said("results", "cukup baik"), said("results", "kurang baik")],  # one section may hold both
        [said("introduction", "kurang baik"), said("conclusion", "baik")],  # what was known before
        [said("results", "cukup baik"), said("results", "baik"), said("conclusion", "baik")],  # one degree is shared
        [said("results", "baik", "TEPAT"), said("conclusion", "kurang baik", "KUAL")],
        [said("results", "baik"), said("conclusion", "memuaskan sekali")],  # no label of the scale
    ],
)
def test_what_is_no_contradiction_of_labels(sentences: list[Statement]) -> None:
    assert t1(sentences, BOOK) == []


def test_a_section_that_holds_both_counts_by_what_sums_it_up() -> None:
    both = [said("results", "kurang baik"), said("results", "cukup baik", summing=True)]
    assert t1([*both, said("conclusion", "cukup baik")], BOOK) == []
    assert len(t1([*both, said("conclusion", "kurang baik")], BOOK)) == 1


def labelled(section: Section, *labels: Labelled) -> Statement:
    """A sentence with labels of any kind."""
    return Statement(id=section, section=section, labels=labels)


def test_a_reservation_counts_where_nothing_firmer_is_said() -> None:
    doubt, firm = Labelled("TEPAT", "kurang baik", reserved=True), Labelled("TEPAT", "baik")
    assert len(t1([labelled("results", firm), labelled("conclusion", doubt)], BOOK)) == 1
    assert t1([labelled("results", firm), labelled("conclusion", firm, doubt)], BOOK) == []


def test_praise_in_passing_stands_only_against_what_is_said_firmly() -> None:
    passing, firm = Labelled("TEPAT", "baik", weak=True), Labelled("TEPAT", "kurang baik")
    assert len(t1([labelled("results", passing), labelled("conclusion", firm)], BOOK)) == 1
    assert t1([labelled("results", passing), labelled("conclusion", Labelled("TEPAT", "cukup baik"))], BOOK) == []


def test_passing_praise_said_as_a_reservation_counts_least() -> None:
    least = Labelled("TEPAT", "baik", weak=True, reserved=True)
    doubt = Labelled("TEPAT", "kurang baik", reserved=True)
    assert t1([labelled("results", least), labelled("conclusion", doubt)], BOOK) == []
    assert t1([labelled("results", least, doubt), labelled("conclusion", Labelled("TEPAT", "kurang baik"))], BOOK) == []


def test_two_abstracts_in_two_languages_are_compared_by_their_side_only() -> None:
    one, other = said("abstract", "cukup baik"), said("abstract", "baik", language="en")
    assert t1([one, other], BOOK) == []
    assert t1([one, said("abstract", "kurang baik", language="en")], BOOK)[0].severity == "BLOCK"


def test_the_whole_study_is_a_scope_of_its_own() -> None:
    (flag,) = t1([said("abstract", "baik", "overall"), said("conclusion", "kurang baik", "overall")], BOOK)
    assert flag.targets == ("*",)


# ---------------------------------------------------------------- T2, T4
def coded(id_: str, code: str, facet: str | None, stance: Stance, **more: Any) -> Evidence:
    """A coded statement of an informant."""
    return Evidence(id_, "interview", code, stance, facet=facet, informant=id_, **more)


def project(*evidence: Evidence, judgements: tuple[Judgement, ...] = ()) -> list[Fired]:
    """The rules on texts that a project's evidence raises."""
    case = Case(BOOK, evidence, judgements=judgements)
    return fired(evidence_rules(case, weigh(case)))


@pytest.mark.parametrize(
    ("helps", "passes", "raises"),
    [
        ("positive", "positive", True),  # helping a colleague is good, and being handed the task hinders
        ("negative", "negative", True),
        ("positive", "negative", False),
        ("mixed", "positive", False),
        ("positive", "neutral", False),
    ],
)
def test_one_behaviour_is_held_against_its_other_reading(helps: Stance, passes: Stance, raises: bool) -> None:
    found = project(coded("I-1", "EFEK.TUP", "bantu_rekan", helps), coded("I-2", "FH.KWJ", "lempar_tugas", passes))
    assert found == ([("T2", "WARN", ("EFEK.TUP", "FH.KWJ"))] if raises else [])


def test_the_facets_of_a_pair_must_both_be_spoken_of() -> None:
    assert project(coded("I-1", "EFEK.TUP", None, "positive"), coded("I-2", "FH.KWJ", "lempar_tugas", "positive")) == []


def test_only_counted_evidence_is_in_tension() -> None:
    helps = coded("I-1", "EFEK.TUP", "bantu_rekan", "positive")
    assert project(helps, coded("I-2", "FH.KWJ", "lempar_tugas", "positive", status="disputed")) == []
    assert project(helps, coded("I-2", "FH.KWJ", "lempar_tugas", "positive", consent="refused")) == []


def test_a_tension_names_what_it_rests_on() -> None:
    case = Case(
        BOOK, (coded("I-1", "EFEK.SDT", "ti_membantu", "positive"), coded("I-2", "FH.SAR", "komputer_lama", "positive"))
    )
    (flag,) = evidence_rules(case, weigh(case))
    assert (flag.rule, flag.evidence) == ("T4", ("I-1", "I-2"))
    assert "Penggunaan sumber daya / TI dinilai mendukung kinerja" in flag.message.id
    assert "Lack of facilities and infrastructure as hindering performance" in flag.message.en
    assert flag.message.id.startswith("Satu keadaan")


def test_a_behaviour_is_called_one() -> None:
    both = (coded("I-1", "EFEK.TUP", "bantu_rekan", "positive"), coded("I-2", "FH.KWJ", "lempar_tugas", "positive"))
    case = Case(BOOK, both)
    assert evidence_rules(case, weigh(case))[0].message.id.startswith("Satu perilaku")


# ---------------------------------------------------------------- T3
CLASH = (
    coded("E-1", "KUAL.KMP", "komunikasi", "negative"),
    Evidence("E-2", "observation", "KUAL.KMP", "positive", facet="komunikasi", session_id="O-1"),
)


def test_a_clash_of_techniques_warns_and_blocks_a_sentence_that_rests_on_it() -> None:
    assert project(*CLASH) == [("T3", "WARN", ("KUAL.KMP",))]
    rests = (Judgement("KUAL.KMP", rests_on=("komunikasi",)),)
    assert project(*CLASH, judgements=rests) == [("T3", "BLOCK", ("KUAL.KMP",))]
    other = (Judgement("KUAL.KMP", rests_on=("pengarahan",)),)
    assert project(*CLASH, judgements=other) == [("T3", "WARN", ("KUAL.KMP",))]


def reads(section: Section, stance: Stance, technique: str = "", id_: str = "") -> Statement:
    """A sentence that reads one aspect."""
    reading = Reading("KUAL.KMP", "komunikasi", stance, technique)
    return Statement(id=id_ or f"{section}-{technique}", section=section, readings=(reading,))


def test_sentences_clash_by_the_techniques_that_they_credit() -> None:
    both = [reads("results", "negative", "interview"), reads("results", "positive", "observation")]
    assert fired(statement_rules(both, BOOK)) == [("T3", "WARN", ("KUAL.KMP",))]
    assert fired(statement_rules([*both, reads("conclusion", "positive")], BOOK)) == [("T3", "BLOCK", ("KUAL.KMP",))]
    assert statement_rules([*both, reads("results", "positive", "interview", "x")], BOOK) == []  # mixed, not opposite


def test_without_a_named_aspect_the_same_words_must_be_spoken_of() -> None:
    one = Statement(
        "1",
        "results",
        stances={"TEPAT.PEN": "negative"},
        roots=("lapor", "triwulan"),
        attribution=Attribution(("interview",)),
    )
    other = Statement(
        "2",
        "results",
        stances={"TEPAT.PEN": "positive"},
        roots=("lapor", "triwulan", "meja"),
        attribution=Attribution(("observation",)),
    )
    assert fired(statement_rules([one, other], BOOK)) == [("T3", "WARN", ("TEPAT.PEN",))]
    fewer = Statement(
        "2", "results", stances={"TEPAT.PEN": "positive"}, roots=("lapor",), attribution=other.attribution
    )
    assert statement_rules([one, fewer], BOOK) == []
    elsewhere = replace(other, heading="TEPAT")
    assert statement_rules([one, elsewhere], BOOK) == []
    foreign = replace(one, stances={"XYZ": "negative"}), replace(other, stances={"XYZ": "positive"})
    assert statement_rules(foreign, BOOK) == []


# ---------------------------------------------------------------- T7
def test_evidence_that_is_not_kept_apart_warns_by_code() -> None:
    whole = coded("I-1", "KUAL.HAS", None, "positive")
    assert project(whole) == []
    gathered = Evidence("E-1", "interview", "KUAL.HAS", "positive", aggregate=True)
    carried = Evidence("E-2", "observation", "KUAL.KMP", "positive", session_id="O-1", inherited=True)
    pooled = Evidence("E-3", "pooled", "TEPAT.PEN", "positive")
    assert project(gathered, carried, pooled) == [
        ("T7", "WARN", ("KUAL.HAS",)),
        ("T7", "WARN", ("KUAL.KMP",)),
        ("T7", "WARN", ("TEPAT.PEN",)),
    ]


def test_the_kinds_of_evidence_are_counted() -> None:
    gathered = Evidence("E-1", "interview", "KUAL.HAS", "positive", aggregate=True)
    both = Evidence("E-2", "interview", "KUAL.HAS", "positive", aggregate=True, inherited=True)
    case = Case(BOOK, (gathered, both))
    (flag,) = evidence_rules(case, weigh(case))
    assert flag.details == (("aggregate", "2"), ("inherited", "1"))
    assert "2 merangkum banyak informan sebagai satu" in flag.message.id


def credit(id_: str, *techniques: Technique, section: Section = "results", **kind: bool) -> Statement:
    """A sentence that credits techniques."""
    return Statement(id=id_, section=section, heading="EFEK", attribution=Attribution(techniques, **kind))


def test_techniques_named_at_once_warn_unless_each_was_told_before() -> None:
    together = credit("3", "interview", "observation", pooled=True)
    assert fired(statement_rules([together], BOOK)) == [("T7", "WARN", ("EFEK",))]
    assert statement_rules([credit("1", "interview"), credit("2", "observation"), together], BOOK) == []
    assert len(statement_rules([credit("1", "interview"), together], BOOK)) == 1


def test_sources_matter_where_the_results_are_told() -> None:
    assert statement_rules([credit("1", "interview", section="abstract", aggregate=True)], BOOK) == []
    assert fired(statement_rules([credit("1", "interview", aggregate=True)], BOOK)) == [("T7", "WARN", ("EFEK",))]
    assert statement_rules([credit("1", "interview", inherited=True)], BOOK) == []  # natural in prose


# ---------------------------------------------------------------- places
def test_a_place_is_a_section_and_a_line() -> None:
    one, other = Statement("1", "conclusion", line=12), Statement("2", "abstract")
    assert (place(one), place(other)) == ("Simpulan, brs. 12", "Abstrak")
    assert where([one, other, one]).en == "Conclusion (line 12), Abstract"
