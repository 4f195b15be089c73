"""Who refused stays out: in every spelling, over every later list, and before anything is stored."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from study_values import I_02, PEOPLE, Study

import kualcode
from kualcode.model import Speaker
from kualcode.store import open_store
from kualcode.workflow import voices
from kualcode.workflow.study import closed, load

REFUSED = PEOPLE.replace("masyarakat,\n", "masyarakat,{word}\n")


def hidden(study: Study) -> frozenset[str]:
    """Whom the project keeps out of sight."""
    with open_store(study.project, readonly=True) as store:
        return closed(store)


@pytest.mark.parametrize("word", ["tidak bersedia", "Tidak setuju", "keberatan", "mundur", "batal", "emoh"])
def test_nothing_is_read_of_who_refuses_in_whatever_words(study: Study, word: str) -> None:
    study.put("informants.csv", REFUSED.format(word=word))
    done = study.run("tag", ".")
    assert hidden(study) == {"I-02"}
    assert b"teratur" not in study.project.read_bytes()
    assert done.code == (word == "emoh")
    assert ("Persetujuan “emoh” tidak dikenal" in done.err) == (word == "emoh")


def test_another_heading_of_the_column_is_understood(study: Study) -> None:
    study.put("informants.csv", REFUSED.format(word="menolak").replace("persetujuan", "persetujuan informan"))
    study.ok("tag", ".")
    assert hidden(study) == {"I-02"}


@pytest.mark.parametrize(
    "later",
    [
        PEOPLE,
        PEOPLE.replace("I-02,Warga,masyarakat,\n", ""),
        PEOPLE.replace("I-02", "I2"),
        PEOPLE.replace(",persetujuan", "").replace(",lisan", "").replace("masyarakat,", "masyarakat"),
        REFUSED.format(word="entahlah"),
    ],
)
def test_a_stored_refusal_is_lifted_by_a_known_word_only(study: Study, later: str) -> None:
    study.put("informants.csv", REFUSED.format(word="ditarik"))
    study.ok("tag", ".")
    study.put("informants.csv", later)
    study.run("tag")
    assert "I-02" in hidden(study)
    assert "teratur" not in study.ok("search", "antri").out
    study.put("informants.csv", REFUSED.format(word="bersedia"))
    study.ok("tag")
    assert "teratur" in study.ok("search", "antri").out


def test_another_spelling_of_the_code_keeps_the_refusal(study: Study) -> None:
    study.put("informants.csv", REFUSED.format(word="menolak"))
    study.ok("tag", ".")
    study.put("informants.csv", PEOPLE.replace("I-02", "I2"))
    study.put("wawancara/I-02b.txt", I_02.replace("teratur", "tertata"))
    study.ok("tag")
    with open_store(study.project, readonly=True) as store:
        assert closed(store, load(study.folder)) == {"I-02", "I2"}
    assert "tertata" not in study.ok("search", "antri").out


@pytest.mark.parametrize(
    "content", [b"", b"nama,persetujuan\nTuti,menolak\n", b"kode,persetujuan,kesediaan\nI-02,ya,\n"]
)
def test_a_list_that_does_not_say_who_refused_stops_the_run(study: Study, content: bytes) -> None:
    study.put("informants.csv", content)
    done = study.run("tag", ".")
    assert done.code == 3
    assert "informants.csv" in done.err
    assert "Proyek baru" not in done.err
    assert list(study.folder.glob("*.kual")) == []


def test_an_unknown_column_is_named(study: Study) -> None:
    study.put("informants.csv", PEOPLE.replace("jabatan", "jabatn"))
    done = study.run("tag", ".")
    assert done.code == 1
    assert "informants.csv:1: Kolom “jabatn” tidak dikenal." in done.err


# ---------------------------------------------------------------- whose words, and whose consent
@pytest.mark.parametrize(
    ("speaker", "whose", "kind"),
    [("informant", "I-01", "interview"), ("interviewer", None, "unattributed"), ("third", None, "unattributed")],
)
def test_what_the_interviewer_or_a_third_person_says_is_nobodys(
    tagged: Study, speaker: Speaker, whose: str | None, kind: str
) -> None:
    with open_store(tagged.project, readonly=True) as store:
        source = store.source("wawancara/I-01.txt")
    turn = replace(source.turns[0], speaker=speaker)
    assert voices.speaker(source, turn) == whose
    assert voices.counted_type(source.info, whose) == kind


def test_and_it_is_shown_without_an_informant(tagged: Study) -> None:
    found = json.loads(tagged.ok("search", "komputer", "--json").out)["records"]
    assert [(row["speaker"], row["informant"]) for row in found if "I-01" in row["source"]] == [
        ("interviewer", None),
        ("informant", "I-01"),
    ]
    with kualcode.open(tagged.project) as project:
        rows = project.segments()
    assert rows[rows["speaker"] == "interviewer"]["informant"].isna().all()
    assert set(rows[rows["speaker"] == "informant"]["informant"]) == {"I-01", "I-02"}


def test_an_observation_has_no_informant_and_needs_no_consent(tagged: Study) -> None:
    tagged.ok("sources", "set", "observasi/O-1.txt", "informant=I-02")
    rows = json.loads(tagged.ok("export", "json", "--source", "observasi/*").out)["records"]
    assert {(row["informant"], row["consent"]) for row in rows} == {(None, None)}
    assert {
        row["consent"] for row in json.loads(tagged.ok("export", "json", "--informant", "I-01").out)["records"]
    } == {"declared"}
