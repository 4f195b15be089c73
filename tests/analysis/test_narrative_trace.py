"""No sentence without a trace: to its finding, its rules, its evidence and its place; no figure from nowhere."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from findings_values import claim, made, said

from kualcode.analysis.findings.quotes import Cited
from kualcode.analysis.narrative import trace
from kualcode.analysis.narrative.report import report
from kualcode.analysis.narrative.said import Sentence
from kualcode.analysis.narrative.steps import walk
from kualcode.analysis.rules.flags import Flag
from kualcode.analysis.triangulation.thresholds import thresholds
from kualcode.document import Bullet, Heading, Paragraph
from kualcode.errors import Bi
from kualcode.text import sha256

EVIDENCE = [
    *said("I1+ I2+ I3+ I4+ I5- O1+ D1+"),
    *said("I1- I2- I3-", "LAY.RMH"),
    *said("I10 D10", "MUTU", consent="unrecorded"),
    *said("I1+ I2+ I3~ O1+", "HMB.ALT"),
]
CLAIMS = (claim(EVIDENCE[0], "20 tamu"), claim(EVIDENCE[6], "20 tamu"))


def sentences(*, prose: bool) -> list[Sentence]:
    """Every sentence of the text on the study above."""
    found = made(*EVIDENCE, claims=CLAIMS)
    return [one for part in report(found.study, in_prose=prose) for one in part.sentences]


@pytest.mark.parametrize("prose", [False, True])
def test_every_sentence_is_traced_to_a_finding_and_a_rule_or_speaks_of_the_whole(prose: bool) -> None:
    known = {one.id for one in EVIDENCE}
    for one in sentences(prose=prose):
        assert one.finding or one.rules, one.text.id
        assert set(one.evidence) <= known


@pytest.mark.parametrize("prose", [False, True])
def test_every_figure_in_a_sentence_is_in_its_numbers_its_claims_or_its_reasons(prose: bool) -> None:
    for one in sentences(prose=prose):
        if one.rules[:1] == ("QUOTE",):
            continue
        words = re.sub(r"\b[IOD]-\d+|S-\d+", "", one.text.id)
        told = " ".join([*(value for _, value in one.numbers), *one.rules, "2025 40"])
        assert set(re.findall(r"\d+", words)) <= set(re.findall(r"\d+", told)), one


def test_a_quote_is_traced_by_its_hash_and_its_words_are_not_repeated() -> None:
    found = made(*EVIDENCE)
    rows = trace.sentences(report(found.study))
    quoted = [row for row in rows if row["rules"][:1] == ["QUOTE"]]
    assert quoted
    for row in quoted:
        assert set(row) == {"n", "sha256", "finding", "rules", "evidence", "claims", "numbers"}
        assert len(row["evidence"]) == 1
    assert [row["n"] for row in rows] == list(range(1, len(rows) + 1))


def test_evidence_is_traced_to_source_span_and_hashes() -> None:
    one = EVIDENCE[0]
    found = trace.evidence({one.id: one}, [one.id, one.id, "tabel:berkas/D-2.csv:3"], {one.doc_id: "hash"}.get)
    assert found[one.id] == {
        "source": "berkas/I-1.txt",
        "source_sha256": "hash",
        "span": [0, 60],
        "lines": [1, 1],
        "text_sha256": sha256(one.quote),
        "source_type": "interview",
        "code": "LAY.CPT",
        "facet": None,
        "stance": "positive",
        "strength": 2,
        "coder": "Sari",
    }
    assert found["tabel:berkas/D-2.csv:3"] == {"source": "berkas/D-2.csv", "source_sha256": None}
    assert trace.evidence({}, ["x"], lambda _: None) == {"x": {"source": None, "source_sha256": None}}


def test_claims_are_traced_to_the_statement_that_makes_them() -> None:
    found = trace.claims(CLAIMS, [CLAIMS[0].id])
    assert list(found) == [CLAIMS[0].id]
    assert found[CLAIMS[0].id]["raw"] == "20 tamu".partition(" ")[0]
    assert found[CLAIMS[0].id]["evidence"] == EVIDENCE[0].id


# ---------------------------------------------------------------- the walk back
def walked(code: str, *flags: Flag) -> list[str]:
    """The walk from a finding to its quotes, in English."""
    found = made(*EVIDENCE, claims=CLAIMS, flags=flags)
    blocks = list(walk(found.study, found.of(code), thresholds(found.study.book)))
    assert all(isinstance(block, Heading | Paragraph | Bullet) for block in blocks)
    return [block.text.en for block in blocks if isinstance(block, Heading | Paragraph | Bullet)]


def test_the_walk_shows_every_step_with_its_numbers() -> None:
    lines = walked("LAY.CPT")
    assert lines[0] == "T-LAY.CPT Speed/queue"
    assert "Verdict: in agreement, k = 3" in lines
    assert (
        "Interviews: 4 positive, 0 mixed, 1 negative; P = 2 x 4 + 0 = 8, N = 2 x 1 + 0 = 2; P : (P + N) = 8/10, "
        "threshold 2/3; positive" in lines
    )
    assert "interviews and observation: in agreement" in lines
    assert "I-5: P = 0, N = 1; P : (P + N) = 0/1, threshold 2/3; negative" in lines
    assert "Confidence in the finding: 4 - 1 = 3 (moderate)" in lines
    assert any(line.startswith("visitors per day: 20 (D-1 and I-1); confirmed") for line in lines)


def test_the_walk_ends_at_every_quote_with_its_place() -> None:
    lines = walked("LAY.CPT")
    for one in EVIDENCE[:7]:
        (line,) = [line for line in lines if one.quote in line]
        assert f"[{one.id[:8]}] LAY.CPT" in line
        assert "9 February 2026, line" in line


def test_the_walk_of_a_parent_shows_its_parts() -> None:
    assert "Interviews: from LAY.CPT positive and LAY.RMH negative; mixed" in walked("LAY")


def test_the_walk_counts_a_mixed_voice_on_both_sides() -> None:
    assert (
        "Interviews: 2 positive, 1 mixed, 0 negative; P = 2 x 2 + 1 = 5, N = 2 x 0 + 1 = 1; P : (P + N) = 5/6, "
        "threshold 2/3; supports the factor" in walked("HMB.ALT")
    )


def test_a_blocked_finding_is_walked_without_being_stated() -> None:
    flag = Flag("N1", "BLOCK", ("LAY.CPT",), Bi("Tidak pas.", "Does not fit."))
    lines = walked("LAY.CPT", flag)
    assert lines[1] == "No conclusion yet."
    assert any(line.startswith("What would change it: Check the statements") for line in lines)


def test_what_does_not_count_is_listed_apart() -> None:
    disputed = replace(EVIDENCE[0], id="x", status="disputed")
    loose = replace(EVIDENCE[1], id="y", source_type="unattributed", informant=None)
    found = made(*EVIDENCE[2:], disputed, loose)
    blocks = walk(found.study, found.of("LAY.CPT"), thresholds(found.study.book))
    heads = [block.text.en for block in blocks if isinstance(block, Heading)]
    assert heads[-2:] == ["Unattributed (not counted)", "Disputed (not counted)"]


def test_why_a_quote_was_taken_is_kept() -> None:
    cited = made(*EVIDENCE).of("LAY.CPT").quotes
    assert {type(one) for one in cited} == {Cited}
    assert {one.why for one in cited} == {"group", "deviant"}
