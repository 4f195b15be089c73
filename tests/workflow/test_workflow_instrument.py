"""The instrument in a project: taken in, written back, asked for, its questions linked, and links corrected."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from instrument_values import GRID, TALK, cells, guides, take, told, write
from study_values import Study

from kualcode.errors import InvalidFile, KualcodeError, NotFound, UsageError
from kualcode.store import Store, open_store
from kualcode.text import squash
from kualcode.workflow import instrument, instrument_links, interview_matrix
from kualcode.workflow.instrument_links import interviews, links_matrix, links_records
from kualcode.workflow.instrument_relink import link


@pytest.fixture
def project(study: Study) -> Iterator[Store]:
    """The small study with a third interview, tagged, open for writing."""
    write(study)
    study.ok("tag", ".", "-q")
    with open_store(study.project) as store:
        yield store


@pytest.fixture
def linked(project: Store) -> Store:
    """The same with its instrument."""
    take(project)
    return project


# ---------------------------------------------------------------- in and out
def test_an_instrument_is_stored_once_and_the_same_file_again_changes_nothing(project: Store) -> None:
    first = take(project)
    assert (first.changed, len(first.items), first.notes) == (True, 3, ())
    head = project.head()
    assert take(project).changed is False
    assert project.head() == head
    assert instrument.questions(project) == first.items
    entry = [one for one in project.journal() if one.object == "setting:instrument"]
    assert len(entry) == 1
    assert project.check(deep=True) == ()
    text = project.setting("instrument") or ""
    assert text == json.dumps(json.loads(text), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def test_bad_rows_are_all_named_and_nothing_is_stored(project: Store) -> None:
    with pytest.raises(InvalidFile) as caught:
        take(project, GRID + "Kecepatn;5;A?;Wawancara;\nAlat;1;B?;Wawancara;\n")
    assert [problem.where for problem in caught.value.problems] == ["grid.csv:5", "grid.csv:6"]
    assert "LAY.CPT (Kecepatan)" in caught.value.message("id")
    assert instrument.questions(project) == ()
    with pytest.raises(InvalidFile, match="no question yet"):
        take(project, "Indikator;Pertanyaan;Teknik\nAlat;;Wawancara\n")
    with pytest.raises(InvalidFile, match="no table of an instrument"):
        take(project, GRID, "grid.pdf")


def test_informants_that_the_study_does_not_know_are_told(project: Store) -> None:
    done = take(project, GRID + "Alat;3;C?;Wawancara;Lurah, Informan 1, Warga, masyarakat\n")
    assert [note.en.rpartition(": ")[2] for note in done.notes] == ["Lurah."]


def test_the_workbook_of_a_project_is_read_back_and_without_instrument_it_is_a_template(project: Store) -> None:
    path = project.path.parent / "keluar.xlsx"
    path.write_bytes(instrument.workbook(project, "id"))
    with pytest.raises(InvalidFile, match="no question yet"):
        instrument.take(project, path)
    items = take(project).items
    path.write_bytes(instrument.workbook(project, "en"))
    assert instrument.take(project, path).changed is False
    assert instrument.questions(project) == items


def test_asked_is_the_instrument_and_the_guides_together(project: Store) -> None:
    assert instrument.asked(project) == {}
    guides(project, "{wawancara: [HMB], dokumentasi: [LAY.CPT]}")
    assert instrument.asked(project) == {"interview": frozenset({"HMB"}), "documentation": frozenset({"LAY.CPT"})}
    take(project)
    assert instrument.asked(project) == {
        "interview": frozenset({"LAY.CPT", "HMB.ALT", "HMB"}),
        "observation": frozenset({"HMB.ALT"}),
        "documentation": frozenset({"LAY.CPT"}),
    }


# ---------------------------------------------------------------- links
def test_answers_are_linked_and_follow_ups_with_them(linked: Store) -> None:
    assert told(linked) == {"I-01": ["W-1", "W-2"], "I-02": ["W-1"], "I-03": ["W-1", "W-1+", "-"]}
    found = interviews(linked)
    assert found.counts() == {"W-1": (4, 3), "W-2": (1, 1)}
    assert found.unlinked() == {"I-03": 1}
    row = next(row for row in links_records(found) if row["informant"] == "I-03")
    assert (row["turn"], row["question_turn"], row["item"], row["by"]) == (1, 0, "W-1", "words")


def test_a_person_corrects_a_link_by_the_number_of_the_answer_or_of_its_question(linked: Store) -> None:
    shown = cells(links_matrix(interviews(linked)))
    assert [row[2:] for row in shown if row[0] == "I-02"] == [["2", "Antrinya lama?", "W-1", "kalimatnya"]]
    done = link(linked, "wawancara/I-02.txt", 2, "W-2", by="Ani")
    assert (done.source, done.turns, done.item and done.item.id) == ("wawancara/I-02.txt", (2,), "W-2")
    link(linked, "i1", 3, "1", by="Ani")  # the question of the fourth turn
    link(linked, "I-03", 2, "tidak", by="Ani")
    assert told(linked) == {"I-01": ["W-1", "W-1!"], "I-02": ["W-2!"], "I-03": ["-!", "-", "-"]}
    assert sorted(linked.notes("link")) == ["wawancara/I-01.txt#3", "wawancara/I-02.txt#1", "wawancara/I-03.txt#1"]
    assert [row["by"] for row in links_records(interviews(linked))] == ["words", "hand", "hand", "hand", "none", "none"]
    head = linked.head()
    link(linked, "I-03", 2, "none", by="Ani")
    assert linked.head() == head
    assert link(linked, "I-03", 2, "auto", by="Ani").automatic
    assert "wawancara/I-03.txt#1" not in linked.notes("link")


def test_a_corrected_question_is_known_in_the_next_interview(study: Study) -> None:
    for code in ("I-04", "I-05"):
        study.put(f"wawancara/{code}.txt", f"Kode: {code}\n\nP: Mesin cetak di depan masih jalan?\nI: Jalan.\n")
    study.ok("tag", ".", "-q")
    with open_store(study.project) as store:
        take(store)
        assert [told(store)[code] for code in ("I-04", "I-05")] == [["-"], ["-"]]
        link(store, "I-04", 2, "W-2", by="Ani")
        assert [told(store)[code] for code in ("I-04", "I-05")] == [["W-2!"], ["W-2"]]


@pytest.mark.parametrize(
    ("words", "kind", "message"),
    [
        (("I-09", 2, "W-1"), NotFound, "no source"),
        (("I-01", 9, "W-1"), NotFound, "no answer with the number 9"),
        (("I-01", 2, "W-9"), NotFound, "no item W-9"),
        (("I-01", 2, "O-1"), NotFound, "no item O-1"),
    ],
)
def test_what_cannot_be_linked_is_said(
    linked: Store, words: tuple[str, int, str], kind: type[KualcodeError], message: str
) -> None:
    with pytest.raises(kind, match=message):
        link(linked, *words, by="Ani")
    assert linked.notes("link") == {}


def test_without_a_guide_or_with_two_interviews_of_one_informant_it_is_said_what_to_do(project: Store) -> None:
    with pytest.raises(UsageError, match="no interview guide"):
        link(project, "I-01", 2, "W-1", by="Ani")
    take(project)
    with project.atomic():
        project.set_info("wawancara/I-02.txt", {"informant": "I-01"}, "Ani")
    with pytest.raises(UsageError, match="I-01 has 2 interviews"):
        link(project, "I-01", 2, "W-1", by="Ani")


def test_a_link_stays_with_its_answer_when_the_transcript_changes_and_is_told_of_when_that_is_gone(
    linked: Store,
) -> None:
    study = linked.path.parent
    link(linked, "I-03", 6, "W-2", by="Ani")
    link(linked, "I-03", 2, "W-1", by="Ani")
    linked.close()
    longer = TALK.replace("P: Bapak suka", "P: Oh ya?\nI: Iya.\nP: Bapak suka").replace("Antri sejam", "Antri dua jam")
    (study / "wawancara" / "I-03.txt").write_text(longer, encoding="utf-8", newline="")
    from kualcode.cli.app import run

    assert run(["tag", str(study), "-q", "--project", str(linked.path)]) == 0
    with open_store(linked.path) as again:
        assert told(again)["I-03"] == ["W-1", "W-1+", "W-1+", "W-2!"]
        assert interviews(again).stale == ("wawancara/I-03.txt#1",)
        notes = [note.en for note in interview_matrix.matrices(again)[0].notes]
        assert "1 links set by hand fit no answer or item any more." in notes


def test_a_link_to_an_item_that_is_gone_is_stale(linked: Store) -> None:
    link(linked, "I-01", 4, "W-2", by="Ani")
    take(linked, GRID.replace("Alat;2;", "Alat;7;"))
    assert told(linked)["I-01"] == ["W-1", "W-7"]
    assert interviews(linked).stale == ("wawancara/I-01.txt#3",)


def test_links_never_show_what_an_informant_says_on_stderr(linked: Store) -> None:
    with pytest.raises(NotFound) as caught:
        link(linked, "I-01", 77, "W-1", by="Ani")
    assert "antri" not in squash(caught.value.message("id")).casefold()
    assert instrument_links.NOTE == "link"
