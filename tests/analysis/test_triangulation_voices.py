"""Voices and units: whose word a statement is, what is counted once, how a voice and a group lean."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from triangulation_values import book, case, gate_ids, on_x, removed, rows, signs

from kualcode.analysis.evidence import Evidence, Thresholds
from kualcode.analysis.triangulation.algorithm import triangulate
from kualcode.analysis.triangulation.thresholds import thresholds
from kualcode.analysis.triangulation.voices import sign_of, sign_of_group
from kualcode.analysis.verdicts import Sign

TWO_THIRDS = Fraction(2, 3)


@pytest.mark.parametrize(
    ("positive", "negative", "threshold", "sign"),
    [
        (0, 0, TWO_THIRDS, "NEU"),
        (2, 1, TWO_THIRDS, "POS"),  # exactly two thirds is reached
        (1, 2, TWO_THIRDS, "NEG"),
        (3, 2, TWO_THIRDS, "MIX"),
        (3, 2, Fraction(3, 5), "POS"),
        (1, 1, Fraction(1, 2), "MIX"),  # both reach a half: no side prevails
        (2, 1, Fraction(1, 2), "POS"),
        (9, 1, Fraction(1), "MIX"),
    ],
)
def test_how_units_lean(positive: int, negative: int, threshold: Fraction, sign: Sign) -> None:
    assert sign_of(positive, negative, threshold) == sign


def test_no_rounding_at_the_threshold() -> None:
    """A share just under two thirds is not two thirds, though it would be as a float of seven digits."""
    assert sign_of(2 * 10**17 - 1, 10**17, TWO_THIRDS) == "MIX"
    assert sign_of(2 * 10**17, 10**17, TWO_THIRDS) == "POS"


@pytest.mark.parametrize(
    ("voices", "sign"),
    [
        ([], "SIL"),
        (["NEU", "NEU"], "NEU"),
        (["POS", "POS", "NEG"], "POS"),
        (["POS", "POS", "NEG", "NEG"], "MIX"),
        (["POS", "MIX"], "POS"),  # P = 3, N = 1
        (["MIX"], "MIX"),
        (["NEG", "NEU", "NEU"], "NEG"),  # neutral voices take no side
    ],
)
def test_how_voices_make_a_group(voices: list[Sign], sign: Sign) -> None:
    assert sign_of_group(voices, TWO_THIRDS) == sign


def test_a_unit_is_an_aspect_of_a_turn_counted_once() -> None:
    """Two statements on one aspect in one turn are one unit, and both signs in it make it mixed."""
    (one,) = rows("I1+/f")
    same_turn = replace(one, id="b", stance="negative")
    other_aspect = replace(same_turn, facet="g")
    other_turn = replace(same_turn, turn="2")

    def tally(*evidence: Evidence) -> tuple[int, int]:
        (voice,) = triangulate(case(evidence=evidence)).of("X").groups[0].voices
        return voice.positive, voice.negative

    assert tally(one, replace(one, id="b")) == (1, 0)
    assert tally(one, same_turn) == (1, 1)
    assert tally(one, other_aspect) == (1, 1)
    assert tally(one, other_aspect, other_turn) == (1, 2)
    assert tally(replace(one, stance="mixed")) == (1, 1)


def test_without_a_turn_each_statement_is_a_unit() -> None:
    evidence = [replace(one, turn="", doc_id="same") for one in rows("I1+ I1+ I1-")]
    assert triangulate(case(evidence=evidence)).of("X").groups[0].voices[0].positive == 2


def test_copies_and_drafts_of_a_document_are_one() -> None:
    """The same page in two copies is one unit; in two families it is two voices."""
    (one,) = rows("D1+")
    copy = replace(one, id="b", doc_id="salinan")
    row = triangulate(case(evidence=[one, copy])).of("X")
    assert [(voice.key, voice.positive) for voice in row.groups[2].voices] == [("D-1", 1)]
    row = triangulate(case(evidence=[one, replace(copy, doc_family="D-2")])).of("X")
    assert len(row.groups[2].voices) == 2


def test_the_voice_of_each_technique() -> None:
    row = on_x("I1+ I1+ I2+ O1+ O1+ D1+")
    assert [[voice.key for voice in group.voices] for group in row.groups] == [["I-1", "I-2"], ["O-1"], ["D-1"]]
    assert row.groups[0].voices[0].evidence == ("X-000-I1+", "X-001-I1+")


def test_aggregate_reports_are_one_voice_of_their_technique() -> None:
    many = [replace(one, aggregate=True) for one in rows("I1+ I2+ I3-")]
    (voice,) = triangulate(case(evidence=many)).of("X").groups[0].voices
    assert (voice.key, voice.positive, voice.negative) == ("(agregat)", 2, 1)


def test_a_technique_without_a_named_voice_counts_as_unattributed() -> None:
    nobody = [replace(one, informant=None) for one in rows("I1+")]
    row = triangulate(case(evidence=nobody)).of("X")
    assert (row.verdict, row.unattributed) == ("UNATTRIBUTED", ("X-000-I1+",))


def test_pooled_and_unattributed_never_count_as_a_technique() -> None:
    row = on_x("P+ U+ U+ U+")
    assert (row.k, row.verdict, row.gate, row.confidence) == (0, "UNATTRIBUTED", "BLOCK", None)
    row = on_x("I1+ I2+ I3+ O1+ D1+ P- U-")
    assert (row.verdict, row.label, row.gate, row.confidence) == ("AGREEMENT", "baik", "QUALIFY", "HIGH")
    assert gate_ids(row) == ["unattributed beside attributed"]


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("I10 U+", "UNATTRIBUTED"),  # nobody named takes a side, somebody unnamed does
        ("I10 U0", "NEUTRAL_ONLY"),
        ("U0", "UNATTRIBUTED"),  # nothing else
        ("I1+ U-", "SILENCE"),
    ],
)
def test_unattributed_beside_neutral(line: str, verdict: str) -> None:
    assert on_x(line).verdict == verdict


@pytest.mark.parametrize("status", ["suggested", "rejected", "withdrawn"])
def test_only_what_a_person_accepted_counts(status: str) -> None:
    row = on_x("I1+ I2+")
    study = case(evidence=[replace(one, status=status) for one in rows("I1+ I2+")])  # type: ignore[arg-type]
    assert row.verdict == "SILENCE"
    assert triangulate(study) == triangulate(case())


def test_disputed_evidence_is_listed_and_not_counted() -> None:
    evidence = [*rows("I1+ I2+ I3+ O1+ D1+"), replace(rows("I9-")[0], id="sengketa", status="disputed")]
    row = triangulate(case(evidence=evidence)).of("X")
    assert (signs(row), row.disputed, row.label) == ("POS POS POS", ("sengketa",), "baik")
    assert (row.gate, gate_ids(row)) == ("QUALIFY", ["DISPUTED"])


@pytest.mark.parametrize("consent", ["refused", "withdrawn"])
def test_who_refused_is_invisible(consent: str) -> None:
    study = case("I1+ I2+ I3- O1+ D1+")
    closed = [replace(one, consent=consent) if one.informant == "I-3" else one for one in study.evidence]
    closed += [replace(closed[2], id="sengketa", status="disputed")]
    assert triangulate(replace(study, evidence=tuple(closed))) == triangulate(removed(study, informant="I-3"))


def test_evidence_on_codes_that_the_codebook_does_not_know_is_named() -> None:
    found = triangulate(case(evidence=rows("I1+", of="LAMA")))
    assert found.strangers == ("LAMA",)
    assert [row.verdict for row in found.codes if row.verdict] == ["NO_DATA"] * 5


def test_thresholds_of_a_codebook() -> None:
    assert thresholds(book()) == Thresholds()
    settings = {
        "voice_dominance": "3/5",
        "source_majority": "0.75",
        "min_source_types": "3",
        "min_voices_single_source": "4",
        "min_informants": "5",
        "prominence__enabled": "false",
        "prominence__high": "2/3",
        "prominence__mid": "1/4",
        "prominence__max_gap": "0",
        "prominence__min_voices": "6",
        "time_bucket": "week",
        "k_min": "3",  # of others; not ours
    }
    found = thresholds(book(**settings))
    assert found == Thresholds(
        Fraction(3, 5), Fraction(3, 4), 3, 4, 5, False, Fraction(2, 3), Fraction(1, 4), 0, 6, "week"
    )
