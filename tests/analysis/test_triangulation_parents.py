"""Parents by their weakest child, labels without averages, factors with a status."""

from __future__ import annotations

from dataclasses import replace

import pytest
from triangulation_values import book, case, code, flag, gate_ids, on_x, reason_ids, rows, signs

from kualcode.analysis.evidence import Case, NegativeCase, Resolution
from kualcode.analysis.rules.flags import Flag
from kualcode.analysis.triangulation.algorithm import triangulate
from kualcode.analysis.triangulation.parents import combine
from kualcode.analysis.verdicts import CodeVerdict, Sign

FULL = "I1+ I2+ I3+ O1+ D1+"
WHY = "Perbedaan dibahas dengan kedua pihak; keduanya benar menurut sudut pandangnya."


def family(own: str = "", /, codebook: object = None, **children: str) -> Case:
    """A study of P with its own evidence and that of its children: family("I1+", A="I1+", B="D1-")."""
    evidence = [*rows(own, "P"), *(one for name, line in children.items() for one in rows(line, name))]
    return case(evidence=evidence, codebook=codebook)


def parent(own: str = "", /, flags: tuple[Flag, ...] = (), **children: str) -> CodeVerdict:
    """What is made of P."""
    return triangulate(family(own, **children), flags=flags).of("P")


@pytest.mark.parametrize(
    ("children", "sign"),
    [
        (["POS", "POS"], "POS"),
        (["POS", "NEU", "SIL"], "POS"),
        (["POS", "NEG"], "MIX"),
        (["NEG", "MIX"], "MIX"),
        (["NEU", "SIL"], "NEU"),
        (["SIL", "SIL"], "SIL"),
        ([], "SIL"),
    ],
)
def test_stances_of_children_are_combined_not_pooled(children: list[Sign], sign: Sign) -> None:
    assert combine(children) == sign


def test_a_weak_child_is_not_hidden_behind_its_sibling() -> None:
    """Pooled, the interviews would be for by 7 to 1; the child that is only partly agreed on still lowers P."""
    row = parent(A=FULL + " I4+ I5+", B="I1+ I2- D1~")
    assert (signs(row), row.verdict, row.caps) == ("MIX POS MIX", "PARTIAL", ())
    row = parent(A=FULL, B="I1+ I2+")
    assert (signs(row), row.verdict, row.caps) == ("POS POS POS", "PARTIAL", ("B",))
    assert gate_ids(row) == ["PARTIAL", "B QUALIFY"]


@pytest.mark.parametrize(
    ("line", "why"), [("", "NO_DATA"), ("U+", "UNATTRIBUTED"), ("I1+", "SILENCE"), ("I1+ D1~", "PARTIAL")]
)
def test_children_that_are_not_there_yet_lower_an_agreement(line: str, why: str) -> None:
    found = triangulate(family(A=FULL, B=line))
    assert found.of("B").verdict == why
    assert found.of("P").verdict == "PARTIAL"


def test_it_is_said_which_children_hold_the_parent_back() -> None:
    row = parent(A="I1+ I2+", B="I1+")
    assert [one.text.en for one in row.gate_reasons if one.id[:2] in ("A ", "B ")] == [
        "A can be concluded with reservations only.",
        "B cannot be concluded yet.",
    ]


def test_a_child_that_only_describes_lowers_nothing() -> None:
    row = parent(A=FULL, B="I10 D10")
    assert (row.verdict, row.gate, row.confidence) == ("AGREEMENT", "EMIT", "HIGH")


def test_any_dissonant_child_makes_the_parent_dissonant() -> None:
    row = parent(A="I1+ I2+ I3+ O1-", B="I1- I2- I3- O1+")
    assert (signs(row), row.verdict, row.caps) == ("MIX MIX SIL", "DISSONANCE", ("A", "B"))
    assert (row.label, row.label_note and row.label_note.en) == (None, "cannot be concluded yet")


def test_the_parents_own_evidence_is_one_more_child() -> None:
    row = parent("I1- I2-", A=FULL, B=FULL)
    assert signs(row) == "MIX POS POS"
    assert row.general is not None
    assert (row.general.code, row.general.verdict, row.general.gate) == ("(umum)", "SILENCE", "QUALIFY")
    row = parent("I1+", A=FULL, B=FULL)
    assert (row.verdict, row.caps, gate_ids(row)) == ("PARTIAL", ("(umum)",), ["PARTIAL", "(umum) BLOCK"])
    assert parent(A=FULL, B=FULL).general is None  # an empty one does not count
    assert parent(A=FULL, B=FULL).gate == "EMIT"


def test_facets_of_the_parents_own_evidence_are_shown() -> None:
    row = parent("I1+/f O1-/f I1+/g O1+/g", A=FULL)
    assert row.facet_clashes == ("f",)
    assert [view.facet for view in row.views] == ["f", "g"]


def test_a_parent_that_is_coded_itself_alone() -> None:
    """General statements from three techniques, the children empty: not all is blocked, but all is qualified."""
    row = parent(FULL)
    assert (row.verdict, row.caps, row.gate) == ("PARTIAL", ("A", "B"), "QUALIFY")


def test_a_retired_code_without_evidence_is_no_weak_link() -> None:
    codes = (code("P", "indicator"), code("A", parent="P"), code("B", parent="P", retired="1.1.0"))
    row = triangulate(family(A=FULL, codebook=book(*codes))).of("P")
    assert (row.verdict, row.gate) == ("AGREEMENT", "EMIT")
    row = triangulate(family(A=FULL, B="I1+", codebook=book(*codes))).of("P")
    assert (row.verdict, row.gate) == ("AGREEMENT", "QUALIFY")  # nor one with evidence, which waits to be coded again


def test_grandparents() -> None:
    codes = (code("P", "indicator"), code("A", parent="P"), code("B", parent="A"), code("X", "indicator"))
    study = case(evidence=rows("I1+ I2+ I3+ O1-", "B"), codebook=book(*codes))
    found = triangulate(study, flags=[flag("N1", "B")])
    assert [found.of(name).verdict for name in ("B", "A", "P")] == ["DISSONANCE"] * 3
    assert "N1 on B" in gate_ids(found.of("P"))


def test_a_voice_is_one_on_the_parent_however_many_children_it_speaks_of() -> None:
    row = parent(A="I1+ I2+ I3+ O1+ D1+", B="I1+ I2+ I3+ O1+ D1+")
    assert [len(group.voices) for group in row.groups] == [3, 1, 1]
    assert row.groups[0].voices[0].positive == 2
    assert reason_ids(row) == []


# ---------------------------------------------------------------- gates of parents
def test_a_parent_is_blocked_by_figures_and_texts_below_it() -> None:
    assert parent(A=FULL, B=FULL, flags=(flag("N1", "A"),)).gate == "BLOCK"
    assert parent(A=FULL, B=FULL, flags=(flag("T5", "A"),)).gate == "BLOCK"
    row = parent(A=FULL, B=FULL, flags=(flag("T7", "A", severity="WARN"),))
    assert (row.gate, row.confidence, gate_ids(row)) == ("QUALIFY", "HIGH", ["T7 on A", "A QUALIFY"])
    row = parent(A=FULL, B="I10 D10", flags=(flag("N4", "B", severity="WARN"),))
    assert (row.gate, row.confidence) == ("QUALIFY", "MODERATE")  # though B itself only describes


def test_a_parent_is_blocked_where_all_that_appraises_is() -> None:
    row = parent(A="I1+", B="I10 O10")
    assert "all children BLOCK" in gate_ids(row)
    assert "all children BLOCK" not in gate_ids(parent(A="I1+", B="I1+ I2+"))


def resolved(*pairs: tuple[str, str]) -> tuple[Resolution, ...]:
    return tuple(Resolution(rule, target, "both_true", WHY, "R1", "2024-05-01") for rule, target in pairs)


def test_what_is_resolved_below_need_not_be_resolved_again() -> None:
    study = family(A="I1+ I2+ I3+ O1-", B=FULL)
    done = triangulate(replace(study, resolutions=resolved(("DISSONANCE", "A"))))
    assert (done.of("A").gate, done.of("P").gate) == ("QUALIFY", "QUALIFY")
    assert "DISSONANCE resolved" in gate_ids(done.of("P"))
    assert (done.of("P").verdict, done.of("P").label) == ("DISSONANCE", None)  # the verdict stays


def test_children_against_each_other_are_the_parents_own_contradiction() -> None:
    """A is for by interviews, B against by documents: neither child is torn, the parent is."""
    study = family(A="I1+ I2+ I3+", B="D1- D2-")
    assert triangulate(study).of("P").verdict == "DISSONANCE"
    elsewhere = replace(study, resolutions=resolved(("DISSONANCE", "A"), ("DISSONANCE", "B")))
    assert triangulate(elsewhere).of("P").gate == "BLOCK"
    assert triangulate(replace(study, resolutions=resolved(("DISSONANCE", "P")))).of("P").gate == "QUALIFY"


def test_one_of_two_torn_children_resolved_is_not_enough() -> None:
    study = family(A="I1+ I2+ I3+ O1-", B="I1- I2- I3- O1+")
    half = replace(study, resolutions=resolved(("DISSONANCE", "A")))
    both = replace(study, resolutions=resolved(("DISSONANCE", "A"), ("DISSONANCE", "B")))
    assert triangulate(half).of("P").gate == "BLOCK"
    assert triangulate(both).of("P").gate == "QUALIFY"


def test_the_parents_own_contradiction_is_resolved_on_the_parent() -> None:
    study = family("I1+ I2+ I3+ O1-", A=FULL, B=FULL)
    done = triangulate(replace(study, resolutions=resolved(("DISSONANCE", "P")))).of("P")
    assert done.gate == "QUALIFY"
    assert done.general is not None and done.general.gate == "QUALIFY"


def test_a_voice_explained_on_a_child_is_explained_on_the_parent() -> None:
    study = family(A="I1+ I2+ I3- O1+ D1+", B="I1+ I2+ I3- O1+ D1+")
    told = replace(study, negative_cases=(NegativeCase("A", "I-3", "Ia baru dua bulan bertugas."),))
    done = triangulate(told)
    assert [voice.key for voice in done.of("P").deviant] == ["I-3"]
    assert "deviant unexplained" not in gate_ids(done.of("P")) + gate_ids(done.of("A"))
    assert "deviant unexplained" in gate_ids(done.of("B"))


# ---------------------------------------------------------------- labels
@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("I1+ I2+ O1+", "baik"),
        ("I1+ I2+ O1+ I30", "baik"),  # a description takes no side
        ("I1- I2- O1-", "tidak baik"),
        ("I1- I2- I3+ O1-", "kurang baik"),
        ("I1+ I1+ I1- O1+", "cukup baik"),  # a voice for, that concedes a point
        ("I1+ I2~ I3+ O1~ D1~", "kurang baik"),  # one of three
        ("I1~ I2~ O1+", "kurang baik"),  # a tie goes to the cautious side
        ("I1+ I2- O1+", "kurang baik"),  # among voices too: one leans for, one does not
        ("I1+ I1+ I1+ I1- I1- O1+", "cukup baik"),  # mixed, but its voice leans for
        ("I1+ I2+ I3+ I4- I5- O1~", "kurang baik"),
        ("I1+ I2+ U-", "baik"),  # unattributed and pooled evidence never touches it
        ("I1+ I2+ P-", "baik"),
        ("I1+ O1-", None),
        ("I10 O10", None),
        ("U+", None),
    ],
)
def test_suggested_labels(line: str, label: str | None) -> None:
    assert on_x(line).label == label


def test_the_lean_of_a_parent_is_over_its_children_one_voice_each() -> None:
    """Two of three informants lean for over both children; then one of three, though most statements are for."""
    row = parent(A="I1+ I2+ I3+", B="I1~ I2~ I3-")
    assert (signs(row), row.label) == ("MIX SIL SIL", "cukup baik")
    row = parent(A="I1+ I1+ I1+ I1+ I2~", B="I2- I3-")
    assert (signs(row), row.label) == ("MIX SIL SIL", "kurang baik")


def test_positions_are_those_of_the_codebook() -> None:
    scale = tuple(replace(one, id=one.en, aliases=()) for one in reversed(book().label_scale))
    row = triangulate(case("I1+ I2+ O1+ I3-", codebook=replace(book(), label_scale=scale))).of("X")
    assert row.label == "fairly good"


# ---------------------------------------------------------------- factors
@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("I1+ I2+ D1+", "supported"),
        ("I1- I2- D1-", "refuted"),
        ("I1+ I2-", "disputed"),
        ("I1+ O1-", "disputed"),
        ("I1+ O1+ D1-", "disputed"),  # two for, one against: no majority vote
        ("I1+ O1+ D1~", "supported"),
        ("I10", None),
        ("U+", None),
        ("", None),
    ],
)
def test_factors_have_a_status_and_never_a_label(line: str, status: str | None) -> None:
    row = triangulate(case(evidence=rows(line, "F"))).of("F")
    assert (row.status, row.label, row.label_note) == (status, None, None)


def test_a_factor_nobody_says_has_an_effect_is_a_condition() -> None:
    evidence = rows("I1+ I2+ U+", "F")
    assert triangulate(case(evidence=evidence)).of("F").condition_only
    implied = [replace(one, causal="implied") for one in evidence]
    assert triangulate(case(evidence=implied)).of("F").condition_only
    unnamed = [*evidence[:2], replace(evidence[2], causal="stated")]
    assert triangulate(case(evidence=unnamed)).of("F").condition_only  # it takes a voice
    said = [replace(evidence[0], causal="stated"), *evidence[1:]]
    assert not triangulate(case(evidence=said)).of("F").condition_only
    assert not triangulate(case()).of("F").condition_only  # nothing is said of it at all
    assert not on_x("I1+").condition_only


def test_a_group_of_factors_lists_its_factors() -> None:
    """It has no verdict; what was coded to the group itself is not lost, but has no place in the table."""
    row = triangulate(case(evidence=rows("I1+ U-", "FH")), flags=[flag("N1", "F")]).of("FH")
    assert (row.verdict, row.gate, row.label, row.confidence, row.groups) == (None, None, None, None, ())
    assert row.unplaced == ("FH-000-I1+", "FH-001-U-")
