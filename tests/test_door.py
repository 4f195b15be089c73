"""The pandas door: documented columns, explicit types, and values that pandas would like to change."""

from __future__ import annotations

import pytest
from study_values import PEOPLE, Study

import kualcode
from kualcode.errors import StoreError
from kualcode.store import Query, open_store
from kualcode.workflow.records import CODING_COLUMNS, SEGMENT_COLUMNS, SOURCE_COLUMNS


def test_sources_segments_and_codings_are_data_frames(tagged: Study) -> None:
    with kualcode.open(tagged.project) as project:
        sources, segments, codings = project.sources(), project.segments(), project.codings()
    assert tuple(sources.columns) == SOURCE_COLUMNS
    assert tuple(segments.columns) == SEGMENT_COLUMNS
    assert tuple(codings.columns) == CODING_COLUMNS
    assert (len(sources), len(codings)) == (5, 4)
    assert set(segments["speaker"]) == {"interviewer", "informant", "observer", "document"}
    answer = segments[segments["text"] == "Petugasnya ramah."].iloc[0]
    assert (answer["source"], answer["informant"], answer["question"]) == (
        "wawancara/I-01.txt",
        "I-01",
        "Apakah warga mengantri di loket?",
    )


def test_offsets_of_segments_and_codings_cut_the_stored_text(tagged: Study) -> None:
    with kualcode.open(str(tagged.project)) as project, open_store(tagged.project, readonly=True) as store:
        texts = {source.name: source.text for source in store.sources()}
        for _, row in project.segments().iterrows():
            assert texts[row["source"]][row["start"] : row["end"]] == row["text"]
        for _, row in project.codings().iterrows():
            assert texts[row["source"]][row["start"] : row["end"]] == row["quote"]


def test_types_are_said_and_never_guessed(tagged: Study) -> None:
    with kualcode.open(tagged.project) as project:
        types = project.codings().dtypes.astype(str)
        empty = project.codings(Query(code="TIDAK")).dtypes.astype(str)
        assert str(project.sources()["turns"].dtype) == "Int64"
    assert types["id"].startswith("str")
    assert types["date"].startswith("str")
    assert (types["start"], types["strength"], types["confidence"]) == ("Int64", "Int64", "Float64")
    assert (types["inherited"], types["claims"]) == ("boolean", "object")
    assert dict(types) == dict(empty)


@pytest.mark.parametrize("code", ["NA", "0012", "None", "1e5"])
def test_codes_that_look_like_numbers_or_nothing_survive(tagged: Study, code: str) -> None:
    tagged.put("informants.csv", PEOPLE.replace("I-01", code))
    tagged.ok("sources", "set", "wawancara/I-01.txt", f"informant={code}", f"period={code}")
    tagged.ok("tag")
    with kualcode.open(tagged.project) as project:
        frame = project.sources().set_index("source")
        assert frame.loc["wawancara/I-01.txt", "informant"] == code
        assert frame.loc["wawancara/I-01.txt", "role"] == "Camat"
        assert code in set(project.codings()["informant"].dropna())


def test_the_door_only_reads(tagged: Study) -> None:
    before = tagged.project.read_bytes()
    with kualcode.open(tagged.project) as project:
        project.codings()
    assert tagged.project.read_bytes() == before
    with pytest.raises(StoreError):
        kualcode.open(tagged.folder / "tidak-ada.kual")
