"""Whose a voice is, out of a project: negative cases with their technique, and whom an observation is of."""

from __future__ import annotations

import json
from typing import Any

import pytest
from study_values import CODEBOOK, PEOPLE, Study

from kualcode.analysis.verdicts import Voice
from kualcode.errors import InvalidFile, Lang
from kualcode.judgements import load, template
from kualcode.store import open_store
from kualcode.workflow import codebooks, findings, findings_shown, judged
from kualcode.workflow.evidence import case

WHY = "Hari pasar, loket penuh."


@pytest.fixture
def namesakes(tagged: Study) -> Study:
    """I-01 is also what the session of the observation is called, and both speak of the tools."""
    tagged.ok("sources", "set", "observasi/O-1.txt", "session_id=I-01", "--coder", "Dwi", "-q")
    tagged.ok("code", "accept", "--code", "HMB", "--coder", "Dwi", "-q")
    return tagged


def told(study: Study, text: str) -> list[str]:
    """What is told of a temuan.yaml."""
    study.put("temuan.yaml", text)
    with open_store(study.project) as store:
        with store.atomic():
            judged.keep(store, study.folder)
        return [one.line("en") for one in findings.problems(store, findings.found(store))]


def written(study: Study) -> list[tuple[str, str | None]]:
    """The negative cases as the analysis has them."""
    with open_store(study.project, readonly=True) as store:
        return [(one.voice, one.technique) for one in case(store).negative_cases]


def test_a_name_of_two_techniques_is_told_with_the_choices(namesakes: Study) -> None:
    text = f"temuan: {{HMB.ALT: {{kasus_negatif: {{i-1: {{penjelasan: {WHY!r}}}}}}}}}"
    assert told(namesakes, text) == [
        "temuan.yaml:1:36: “I-01” is a voice of several techniques (interview, observation), so that its explanation "
        "is not used yet. Write “technique:” under it. Choose: interview, observation."
    ]
    given = f"temuan: {{HMB.ALT: {{kasus_negatif: {{i-1: {{teknik: wawancara, penjelasan: {WHY!r}}}}}}}}}"
    assert told(namesakes, given) == []
    assert written(namesakes) == [("I-01", "interview")]


def test_a_name_that_only_one_technique_has_on_the_code_needs_none(namesakes: Study) -> None:
    assert told(namesakes, f"temuan: {{LAY.CPT: {{kasus_negatif: {{I-01: {{penjelasan: {WHY!r}}}}}}}}}") == []
    assert written(namesakes) == [("I-01", None)]


def test_a_technique_that_has_no_such_voice_is_told(namesakes: Study) -> None:
    text = f"temuan: {{HMB.ALT: {{kasus_negatif: {{I-02: {{technique: document, penjelasan: {WHY!r}}}}}}}}}"
    assert told(namesakes, text.replace("document,", "documentation,")) == [
        "temuan.yaml:1:36: “I-02” is no voice of documentation. Write “technique:” under it. Choose: interview."
    ]


def test_nothing_is_told_of_who_withdrew(namesakes: Study) -> None:
    namesakes.put("informants.csv", PEOPLE.replace("masyarakat,", "masyarakat,ditarik"))
    namesakes.ok("tag", ".", "-q")
    text = f"temuan: {{HMB.ALT: {{kasus_negatif: {{I-02: {{teknik: dokumentasi, penjelasan: {WHY!r}}}}}}}}}"
    assert told(namesakes, text) == []


def test_the_template_lists_namesakes_with_their_technique() -> None:
    voice = Voice("I-01", "NEG", ("e",), 0, 1, "observation")
    assert findings_shown._opposite(voice, {"I-01": 2}) == ("I-01", "observation")
    assert findings_shown._opposite(voice, {"I-01": 1}) == "I-01"


# ---------------------------------------------------------------- the list form
def test_a_list_can_explain_two_voices_of_one_name() -> None:
    text = """\
temuan:
  LAY:
    kasus_negatif:
    - {suara: S-1, teknik: wawancara, penjelasan: a}
    - {voice: S-1, technique: observation, explanation: b, revised: yes}
    - {voice: S-2}
"""
    read = load(text, "temuan.yaml")
    negatives = read.findings[0].negative_cases
    assert [(one.voice, one.technique, one.explanation.id, one.revised) for one in negatives] == [
        ("S-1", "interview", "a", False),
        ("S-1", "observation", "b", True),
    ]
    assert [(one.word, one.technique, one.where) for one in read.mentions if one.kind == "voice"] == [
        ("S-1", "interview", "temuan.yaml:4:7"),
        ("S-1", "observation", "temuan.yaml:5:7"),
        ("S-2", None, "temuan.yaml:6:7"),
    ]


@pytest.mark.parametrize(
    ("item", "said"),
    [
        ("{penjelasan: a}", "“voice” has no value"),
        ("{suara: S, teknik: kuesioner, penjelasan: a}", "“kuesioner” is not known. Choose|Known here"),
        ("{suara: S, penjelasan: a}, {suara: S, penjelasan: b}", "mean the same|stands twice|twice"),
    ],
)
def test_what_is_wrong_in_a_list_is_told_where_it_stands(item: str, said: str) -> None:
    with pytest.raises(InvalidFile) as refused:
        load(f"temuan: {{LAY: {{kasus_negatif: [{item}]}}}}", "temuan.yaml")
    assert any(part.split(" Choose")[0] in refused.value.message("en") for part in said.split("|"))


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_template_with_namesakes_reads_back(namesakes: Study, lang: Lang) -> None:
    with open_store(namesakes.project, readonly=True) as store:
        book = codebooks.stored(store)[0]
    text = template(
        book, lang=lang, negative_cases={"LAY.CPT": [("S: 1", "interview"), "I-9", ("S: 1", "observation")]}
    )
    said = load(text, "temuan.yaml").mentions
    assert [(one.word, one.technique) for one in said if one.kind == "voice"] == [
        ("S: 1", "interview"),
        ("I-9", None),
        ("S: 1", "observation"),
    ]


# ---------------------------------------------------------------- whom an observation is of
def test_an_observation_of_an_informant_makes_her_a_source_seen_twice(tagged: Study) -> None:
    tagged.ok("sources", "set", "observasi/O-1.txt", "informant=I-01", "--coder", "Dwi", "-q")
    tagged.ok("code", "accept", "--code", "HMB", "--coder", "Dwi", "-q")
    made: dict[str, Any] = json.loads(tagged.ok("triangulate", "--json", "-q").out)
    (same,) = made["codes"]["HMB.ALT"]["same_source"]
    assert (same["source"], set(same["stances"])) == ("I-01", {"interview", "observation"})
    assert made["codes"]["HMB.ALT"]["voices"]["observation"] == 1
    told_ = tagged.ok("why", "T-HMB.ALT").out
    assert "Sumber yang sama, I-01: wawancara (" in told_
    assert "Dilihat dengan dua teknik atau lebih: I-01" in tagged.ok("triangulate").out


def test_who_withdrew_is_no_source_seen_twice(tagged: Study) -> None:
    tagged.ok("sources", "set", "observasi/O-1.txt", "informant=I-01", "--coder", "Dwi", "-q")
    tagged.ok("code", "accept", "--code", "HMB", "--coder", "Dwi", "-q")
    tagged.put("informants.csv", PEOPLE.replace("lisan", "ditarik"))
    tagged.ok("tag", ".", "-q")
    with open_store(tagged.project, readonly=True) as store:
        assert all(one.informant != "I-01" for one in case(store).evidence)


# ---------------------------------------------------------------- retired codes
def retire(study: Study, kept: str) -> None:
    """Retire the code of the tools, whose evidence is accepted, in a new version of the codebook."""
    study.ok("code", "accept", "--code", "HMB", "--coder", "Dwi", "-q")
    study.ok("code", "accept", "--code", "LAY", "--coder", "Dwi", "-q")
    change = '- {version: 0.2.0, date: 2026-03-01, change: Alat, codes: ["HMB.ALT"], recode_needed: true}'
    text = CODEBOOK.replace("version: 0.1.0\n", "version: 0.2.0\n", 1)
    text = text.replace("recode_needed: false}\n", f"recode_needed: false}}\n  {change}\n", 1)
    head = "- id: HMB.ALT\n  parent: HMB\n  kind: factor\n"
    study.put("buku.yaml", text.replace(head, f"{head}  retired: 0.2.0\n{kept}"))
    study.ok("tag", ".", "-q")


def test_what_no_finding_lists_is_told_with_how_to_code_it_again(tagged: Study) -> None:
    retire(tagged, "")
    with open_store(tagged.project, readonly=True) as store:
        made = findings.found(store)
        assert [one.en for one in findings.readings(store, made)] == [
            "HMB.ALT: this code is retired; 2 pieces of evidence under it do not count. Code them again: kualcode code "
            "recode CODE --code HMB.ALT --status accepted --coder NAME"
        ]
    shown = tagged.ok("findings")  # it is no fault of temuan.yaml
    assert "HMB.ALT: kode ini sudah tidak dipakai; 2 bukti" in shown.err


def test_what_its_successor_lists_is_not_told_twice(tagged: Study) -> None:
    retire(tagged, "  replaced_by: LAY.CPT\n")
    with open_store(tagged.project, readonly=True) as store:
        made = findings.found(store)
        assert findings.readings(store, made) == ()
    row = json.loads(tagged.ok("triangulate", "--json", "-q").out)["codes"]["LAY.CPT"]
    assert (len(row["recode"]), "RETIRED" in row["gate_reasons"]) == (2, True)
    assert "Berkode lama" in tagged.ok("triangulate").out
    tagged.ok(
        "code",
        "recode",
        "LAY.CPT",
        "--code",
        "HMB.ALT",
        "--status",
        "accepted",
        "--to-stance",
        "positif",
        "--coder",
        "Dwi",
        "-q",
    )
    row = json.loads(tagged.ok("triangulate", "--json", "-q").out)["codes"]["LAY.CPT"]
    assert (row["recode"], "RETIRED" in row["gate_reasons"]) == ([], False)
