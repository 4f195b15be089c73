"""The door of triangulate without a project: evidence and claims as JSON lines, every bad line named."""

from __future__ import annotations

import json
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from study_values import CODEBOOK

from kualcode import codebook as books
from kualcode.analysis.evidence import Claim, Evidence
from kualcode.errors import SourceError
from kualcode.language import numbers
from kualcode.language.quantity import Quantity, compare
from kualcode.workflow.evidence import claim_record
from kualcode.workflow.evidence_file import EvidenceFile, decoded, read_evidence, told_unknown
from kualcode.workflow.evidence_voices import read_voices

BOOK = books.load(CODEBOOK, "buku.yaml")
LEAST: dict[str, Any] = {
    "id": "E1",
    "source_type": "interview",
    "informant": "I-01",
    "code": "LAY.CPT",
    "stance": "positive",
}
FIGURE: dict[str, Any] = {"id": "CL1", "evidence": "E1", "measure": "tamu per hari"}


def read(*rows: Mapping[str, Any] | str) -> EvidenceFile:
    """A file of these lines."""
    lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
    return read_evidence(lines, "bukti.jsonl", BOOK)


def one(**changes: Any) -> Evidence:
    """The one statement of a sound file, with some fields changed; None leaves a field out."""
    found = read({key: value for key, value in {**LEAST, **changes}.items() if value is not None})
    assert found.problems == ()
    (made,) = found.evidence
    return made


def wrong(*rows: Mapping[str, Any] | str) -> list[str]:
    """What a file is told to lack, in English."""
    return [problem.line("en") for problem in read(*rows).problems]


def figure(**fields: Any) -> Quantity:
    """The figure of a claim."""
    found = read(LEAST, {**FIGURE, **fields})
    assert found.problems == ()
    (made,) = found.claims
    return made.quantity


# ---------------------------------------------------------------- a statement
def test_what_is_not_said_has_a_default() -> None:
    assert one() == Evidence(
        id="E1",
        source_type="interview",
        code="LAY.CPT",
        stance="positive",
        informant="I-01",
        strength=2,
        status="accepted",
        consent="declared",
        turn="",
        doc_id="",
    )


def test_everything_that_a_project_exports_is_read() -> None:
    row = {
        **LEAST,
        "inherited": True,
        "doc_id": "wawancara/I-01.txt",
        "turn": 3,
        "doc_family": "f",
        "doc_class": "transcript",
        "session_id": "s",
        "date": "2024-01-12",
        "period": "2024",
        "role": "Camat",
        "role_group": "pimpinan",
        "category": "kunci",
        "consent": "recorded",
        "facet": "antrean",
        "stance": "mixed",
        "causal": "stated",
        "strength": 3,
        "coder": "Dwi",
        "status": "disputed",
        "claims": ["CL1"],
        "codebook_version": "1.0",
        "aggregate": True,
        "span": {"start": 4, "end": 9, "line_from": 2, "line_to": 3, "text_sha256": "x"},
        "quote": "=antri [tertawa] \U0001f600\nlama",
        "gist": "antri lama",
        "translation": "long queue",
        "member_check": "agreed",
    }
    found = read(row)
    assert (found.problems, found.unknown) == ((), ())
    assert found.evidence == (
        Evidence(
            id="E1",
            source_type="interview",
            code="LAY.CPT",
            stance="mixed",
            doc_id="wawancara/I-01.txt",
            turn="3",
            facet="antrean",
            strength=3,
            status="disputed",
            causal="stated",
            informant="I-01",
            session_id="s",
            doc_family="f",
            doc_class="transcript",
            date="2024-01-12",
            period="2024",
            role="Camat",
            role_group="pimpinan",
            category="kunci",
            consent="recorded",
            inherited=True,
            aggregate=True,
            start=4,
            end=9,
            line_from=2,
            line_to=3,
            quote="=antri [tertawa] \U0001f600\nlama",
            gist="antri lama",
            translation="long queue",
            coder="Dwi",
            member_check="agreed",
        ),
    )


def test_polarity_is_another_name_of_stance_and_words_may_be_indonesian() -> None:
    assert one(stance=None, polarity="negatif").stance == "negative"
    assert one(stance="campuran", polarity="mixed").stance == "mixed"
    assert one(source_type="Wawancara", status="diterima").source_type == "interview"
    assert wrong({**LEAST, "polarity": "negative"}) == ["bukti.jsonl:1: stance and polarity differ."]


@pytest.mark.parametrize(
    ("kind", "field"),
    [("interview", "informant"), ("observation", "session_id"), ("documentation", "doc_family")],
)
def test_each_technique_needs_what_names_its_voice(kind: str, field: str) -> None:
    bare = {key: value for key, value in LEAST.items() if key != "informant"} | {"source_type": kind}
    assert wrong(bare)[0].startswith(f"bukti.jsonl:1: {field} is missing.")
    assert wrong({**bare, field: " "})[0].startswith(f"bukti.jsonl:1: {field} is missing.")
    assert wrong({**bare, field: "X"}) == []
    assert wrong({**bare, "aggregate": True}) == []


@pytest.mark.parametrize("kind", ["pooled", "unattributed"])
def test_what_is_credited_to_nobody_needs_no_voice(kind: str) -> None:
    assert one(source_type=kind, informant=None).source_type == kind


def test_an_interview_cannot_say_that_it_needs_no_consent() -> None:
    assert read({**LEAST, "consent": None}).evidence[0].consent == "unrecorded"
    paper = {**LEAST, "source_type": "documentation", "doc_family": "D", "consent": None}
    assert read(paper).evidence[0].consent is None


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"id": ""}, "id is missing."),
        ({"source_type": None}, "source_type is missing."),
        ({"source_type": "rumour"}, "source_type: rumour is unknown."),
        ({"code": "LAY.XX"}, "The codebook has no code LAY.XX."),
        ({"code": "LAY"}, "The code LAY is not for coding."),
        ({"stance": None}, "stance is missing."),
        ({"stance": "good"}, "stance: good is unknown."),
        ({"strength": 4}, "strength must be a whole number from 1 to 3."),
        ({"strength": True}, "strength must be a whole number from 1 to 3."),
        ({"strength": 2.5}, "strength must be a whole number from 1 to 3."),
        ({"causal": "maybe"}, "causal: maybe is unknown."),
        ({"status": "done"}, "status: done is unknown."),
        ({"consent": "yes"}, "consent: yes is unknown."),
        ({"aggregate": "true"}, "aggregate must be true or false."),
        ({"date": "12 Januari 2024"}, "date must be a date, YYYY-MM-DD."),
        ({"informant": ["I-01"]}, "informant must be text."),
        ({"span": [1, 2]}, "span must be an object."),
        ({"span": {"start": -1}}, "start must be a whole number from 0"),
    ],
)
def test_what_is_wrong_with_a_field_is_said(changes: dict[str, Any], told: str) -> None:
    row = {key: value for key, value in {**LEAST, **changes}.items() if value is not None}
    (line,) = wrong(LEAST | {"id": "E0"}, "", row)
    assert line.startswith(f"bukti.jsonl:3: {told}")


def test_words_of_a_person_are_not_repeated_by_a_message() -> None:
    """Columns in the wrong order bring a transcript to where a code should stand."""
    (line,) = wrong({**LEAST, "code": "Saya antri dua jam di loket."})
    assert "antri" not in line
    assert "(28 characters)" in line


# ---------------------------------------------------------------- the file as a whole
def test_every_bad_line_is_named_at_once_and_the_good_ones_are_kept() -> None:
    found = read(LEAST, "{", "[1]", LEAST, {**LEAST, "id": "E2", "stance": "?"}, {**LEAST, "id": "E3"})
    assert [problem.where for problem in found.problems] == [f"bukti.jsonl:{n}" for n in (2, 3, 4, 5)]
    assert [made.id for made in found.evidence] == ["E1", "E3"]
    with pytest.raises(SourceError) as caught:
        found.sound("bukti.jsonl")
    message = caught.value.message("id")
    assert "bukti.jsonl:4: id ini sudah dipakai pada baris 1. Beri id lain." in message
    assert message.count("bukti.jsonl:") == 4
    assert read(LEAST).sound("bukti.jsonl") == read(LEAST)


def test_a_field_written_twice_is_no_field() -> None:
    assert wrong('{"id": "E1", "id": "E2"}') == ["bukti.jsonl:1: a field is written twice."]


def test_unknown_fields_are_named_once() -> None:
    found = read({**LEAST, "mood": 1}, {**LEAST, "id": "E2", "mood": 2, "span": {"page": 3}})
    assert found.unknown == ("mood", "span.page")
    told = told_unknown(found)
    assert told is not None
    assert told.en == "Unknown fields ignored: mood, span.page"
    assert told_unknown(read(LEAST)) is None


def test_an_empty_file_is_a_study_without_data() -> None:
    assert read() == EvidenceFile((), (), (), ())
    assert read("", "  ") == EvidenceFile((), (), (), ())


def test_bytes_are_read_as_utf8_or_as_shells_pipe_them() -> None:
    text = "satu\r\ndua \U0001f600\u2028tiga\n"
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert decoded(text.encode(encoding), "-") == ["satu", "dua \U0001f600\u2028tiga", ""]
    with pytest.raises(SourceError, match="UTF-8"):
        decoded(b"\xe9\xff", "bukti.jsonl")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_whatever_a_line_holds_is_an_answer_not_a_crash(text: str) -> None:
    found = read(*text.split("\n"))
    assert len(found.problems) == sum(bool(line.strip()) for line in text.split("\n"))


# ---------------------------------------------------------------- claims
def test_a_line_with_measure_is_a_claim_on_a_statement() -> None:
    (made,) = read({**FIGURE, "lo": 10, "hi": 15, "integer": True, "unit": "Orang", "period": "2024"}, LEAST).claims
    assert made.key == ("tamu per hari", "", "orang", "2024", "realised")
    assert (made.id, made.evidence, made.code, made.role) == ("CL1", "E1", "LAY.CPT", "value")
    assert (made.quantity.lo, made.quantity.hi) == (Fraction(10), Fraction(15))
    assert made.quantity.kind == "range"


def test_figures_are_exact_and_rounded_as_they_are_printed() -> None:
    assert figure(lo=92.4, unit="%").lo == Fraction(462, 5)
    assert figure(lo=92.4, unit="%").step == Fraction(1, 10)
    assert figure(lo="92.40").step == Fraction(1, 100)
    assert figure(lo="1/3").lo == Fraction(1, 3)
    assert figure(lo=41, integer=True).step == 0
    assert figure(raw="92,40%") == figure(raw="92,40%", lo=92.4, hi=92.4, unit="persen")
    assert compare(figure(lo=92, unit="%"), figure(raw="92,40%")) == "AGREEMENT"
    assert compare(figure(lo=92, unit="%"), figure(lo=93, unit="%")) == "DISSONANCE"


def test_a_figure_in_words_is_read_as_in_a_transcript() -> None:
    made = figure(raw="sekitar 10-15 orang")
    (said,) = numbers.parse("sekitar 10-15 orang")
    assert (made.lo, made.hi, made.approx, made.integer, made.unit) == (
        said.lo,
        said.hi,
        said.approx,
        said.integer,
        said.unit,
    )
    assert figure(raw="lebih dari 10 orang").hi is None
    assert figure(raw="lebih dari 10 orang").lo_open


def test_hi_may_be_left_out_or_be_without_end() -> None:
    assert figure(lo=41).hi == 41
    assert figure(lo=41, hi=None).hi is None


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, "there is no figure: give lo and hi, or raw."),
        ({"raw": "banyak sekali"}, "there is no figure: give lo and hi, or raw."),
        ({"raw": "dari 3 sampai 5 orang dan 7 berkas"}, "there is no figure: give lo and hi, or raw."),
        ({"raw": "41", "hi": 3}, "lo is missing."),
        ({"lo": 5, "hi": 3}, "hi is smaller than lo."),
        ({"lo": "1e999999999"}, "the figure in lo cannot be read"),
        ({"lo": "3/0"}, "the figure in lo cannot be read"),
        ({"lo": True}, "the figure in lo cannot be read"),
        ({"lo": float("nan")}, "the figure in lo cannot be read"),
        ({"lo": 1, "modality": "hoped"}, "modality: hoped is unknown."),
        ({"lo": 1, "evidence": "E9"}, "evidence names an id that is not there."),
        ({"lo": 1, "partition_of": "CL9"}, "partition_of names a claim that is not there."),
        ({"lo": 1, "code": "LAY.XX"}, "The codebook has no code LAY.XX."),
    ],
)
def test_what_is_wrong_with_a_claim_is_said(fields: dict[str, Any], told: str) -> None:
    (line,) = wrong(LEAST, {**FIGURE, **fields})
    assert line.startswith(f"bukti.jsonl:2: {told}")


def test_parts_know_their_total_wherever_it_stands() -> None:
    part = {**FIGURE, "id": "CL2", "lo": 8, "partition_of": "CL1"}
    first, second = read(LEAST, part, {**FIGURE, "lo": 41}).claims
    assert (first.role, first.partition_of, second.role) == ("part", "CL1", "total")
    kept = read(LEAST, {**FIGURE, "lo": 41, "role": "all"}, part).claims
    assert [made.role for made in kept] == ["all", "part"]


def test_claims_and_statements_have_ids_of_their_own() -> None:
    assert read(LEAST, {**FIGURE, "id": "E1", "lo": 1}).problems == ()
    assert wrong(LEAST, {**FIGURE, "lo": 1}, {**FIGURE, "lo": 1})[0].startswith(
        "bukti.jsonl:3: this id stands in line 2"
    )


quantities = st.builds(
    Quantity,
    start=st.just(0),
    end=st.just(0),
    raw=st.just(""),
    lo=st.fractions(0, 1000, max_denominator=50),
    hi=st.none() | st.fractions(1001, 2000, max_denominator=50),
    lo_open=st.booleans(),
    hi_open=st.booleans(),
    unit=st.sampled_from([None, "percent", "orang"]),
    approx=st.booleans(),
    integer=st.booleans(),
    aggregate=st.sampled_from([None, "mean"]),
    kind=st.just("range"),
    step=st.fractions(0, 1, max_denominator=100),
)


@settings(max_examples=60, deadline=None)
@given(quantities, st.sampled_from(["realised", "planned", "target"]), st.none() | st.just("2024"))
def test_a_claim_that_a_project_writes_comes_back_the_same(quantity: Quantity, modality: Any, period: Any) -> None:
    claim = Claim("CL1", "E1", quantity, "tamu", "kantor", quantity.unit or "", period, modality, code="LAY.CPT")
    assert read(LEAST, claim_record(claim)).claims == (claim,)


# ---------------------------------------------------------------- voices
def test_the_voices_of_each_technique() -> None:
    known = read(LEAST).evidence
    assert read_voices('{"interview": 10, "observasi": 3}', "suara.json", known) == {"interview": 10, "observation": 3}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[", "suara.json is no JSON object of whole numbers."),
        ("[3]", "suara.json is no JSON object of whole numbers."),
        ('{"interview": "ten"}', "suara.json is no JSON object of whole numbers."),
        ('{"interview": true}', "suara.json is no JSON object of whole numbers."),
        ('{"interview": -1}', "suara.json is no JSON object of whole numbers."),
        ('{"survey": 3}', "suara.json holds an unknown technique"),
        ('{"interview": 1}', "suara.json: interview has 1, but the evidence holds 2 voices."),
    ],
)
def test_voices_that_cannot_be(text: str, told: str) -> None:
    known = read(LEAST, {**LEAST, "id": "E2", "informant": "I-02"}).evidence
    with pytest.raises(SourceError, match=told.replace("(", r"\(")):
        read_voices(text, "suara.json", known)
