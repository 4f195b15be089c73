"""What is made of linked answers: the matrix of interviews, silence told apart, and guides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from instrument_values import GRID, cells, consent, guides, take, told, write
from study_values import Study

from kualcode import codebook
from kualcode.analysis.instrument.items import Heard
from kualcode.errors import KualcodeError, NotFound, UsageError
from kualcode.exports.labels import value
from kualcode.exports.matrices import check, render
from kualcode.store import Query, Store, open_store
from kualcode.workflow import codebooks, instrument_guides, interview_matrix
from kualcode.workflow import silence as silences
from kualcode.workflow.decide import decide
from kualcode.workflow.instrument_links import interviews
from kualcode.workflow.instrument_relink import link
from kualcode.workflow.silence import silence


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


# ---------------------------------------------------------------- the matrix
def test_the_matrix_holds_every_answer_in_its_own_words_with_its_lines(linked: Store) -> None:
    found = interview_matrix.matrices(linked)
    check(found)
    assert [column.id for column in found[0].columns] == ["No", "Indikator", "Pertanyaan", "I-01", "I-02", "I-03"]
    assert cells(found[0]) == [
        [
            "1",
            "Layanan: Kecepatan",
            "Apakah warga mengantri lama di loket?",
            "“Mereka antri lama sekali [tertawa]. Petugasnya ramah.” (brs. 6)",
            "“Tidak, antri di sini cepat, rahasianya teratur.” (brs. 6)",
            "“Antri sejam, tiap Senin.” (brs. 6)\n[lanjutan] “Printernya satu.” (brs. 8)",
        ],
        [
            "2",
            "Penghambat: Alat",
            "Bagaimana keadaan komputer di kantor?",
            "“=Komputer itu sering rusak \U0001f600 [/].” (brs. 8)",
            "–",
            "–",
        ],
    ]
    assert value(found[0].rows[0][5], "en").endswith("[follow-up] “Printernya satu.” (line 8)")


def test_each_answer_opens_to_its_place_and_its_words_stand_in_its_span(linked: Store) -> None:
    quotes = [q for row in interview_matrix.matrices(linked)[0].rows for entry in row for q in entry.quotes]
    assert [(q.evidence, q.who.id, q.place.id) for q in quotes] == [
        ("wawancara/I-01.txt#1", "I-01, unsur pimpinan", "wawancara 9 Februari 2026, brs. 6"),
        ("wawancara/I-02.txt#1", "I-02, unsur masyarakat", "wawancara 10 Februari 2026, brs. 6"),
        ("wawancara/I-03.txt#1", "I-03, unsur staf", "wawancara 11 Februari 2026, brs. 6"),
        ("wawancara/I-03.txt#3", "I-03, unsur staf", "wawancara 11 Februari 2026, brs. 8"),
        ("wawancara/I-01.txt#3", "I-01, unsur pimpinan", "wawancara 9 Februari 2026, brs. 8"),
    ]
    for quote in quotes:
        source = linked.source(quote.source)
        turn = source.turns[int(quote.evidence.rpartition("#")[2])]
        assert quote.text == source.text[turn.start : turn.end]


def test_on_paper_there_are_a_few_informants_a_table_and_no_list_of_quotes(linked: Store) -> None:
    found = interview_matrix.matrices(linked, columns=2, quoted=False)
    assert [(one.id, one.title.en, len(one.columns)) for one in found] == [
        ("W1", "Interview matrix, I-01 to I-01", 4),
        ("W2", "Interview matrix, I-02 to I-03", 5),
        ("W-unlinked", "Answers that are not linked to an item yet", 4),
    ]
    assert not any(entry.quotes for one in found for row in one.rows for entry in row)
    assert found[1].notes[1].id == "I-03, unsur staf: wawancara 11 Februari 2026"
    assert [row[0] for row in cells(found[1])] == ["1"]  # neither answers the second question
    assert found[1].notes[2].en == "Items without a linked answer from them: W-2."


def test_no_table_on_paper_is_much_narrower_than_the_others() -> None:
    people = [f"I-{n:02}" for n in range(1, 11)]
    assert [len(part) for part in interview_matrix._shares(people, 3)] == [2, 3, 2, 3]
    assert [code for part in interview_matrix._shares(people, 3) for code in part] == people
    assert interview_matrix._shares(people, 10) == [people]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("”Sudah baik.”", "“Sudah baik.” (brs. 6)"),
        ("Sudah\n baik", "“Sudah baik” (brs. 6)"),
        ('"Ayo," katanya, "sudah."', "“‘Ayo,’ katanya, ‘sudah.’” (brs. 6)"),  # two quotations, not one around all
        ('“Ia bilang "besok" lagi.”', "“Ia bilang ‘besok’ lagi.” (brs. 6)"),
        ("” Sudah baik. Besok lagi.", "“Sudah baik. Besok lagi.” (brs. 6)"),  # only where the turn begins
        ('Layar 14" itu', '“Layar 14" itu” (brs. 6)'),
        ('"', '“"” (brs. 6)'),
    ],
)
def test_quotation_marks_of_the_transcript_are_not_doubled(linked: Store, text: str, shown: str) -> None:
    one = interviews(linked).said[0]
    turn = replace(one.turn, start=0, end=len(text))
    said = one._replace(source=replace(one.source, text=text), turn=turn)
    assert interview_matrix._answer(said).id == shown


def test_answers_without_an_item_stand_in_a_second_part_with_the_command_that_links_them(linked: Store) -> None:
    first, second = interview_matrix.matrices(linked)
    assert second.title.id == "Jawaban yang belum ditautkan ke butir"
    (row,) = cells(second)
    assert row == ["I-03", "6", "Bapak suka memancing?", "“Suka sekali.” (brs. 10)"]
    assert second.rows[0][3].quotes[0].source == "wawancara/I-03.txt"
    assert any("kualcode instrument link INFORMAN NO BUTIR" in note.id for note in second.notes)
    assert any("1, ada pada bagian berikutnya (I-03: 1)" in note.id for note in first.notes)
    link(linked, "I-03", 6, "none", by="Ani")  # somebody has looked: it answers no item
    assert [one.id for one in interview_matrix.matrices(linked)] == ["W"]


def test_consent_is_told_and_who_refused_is_nowhere(linked: Store) -> None:
    notes = [note.en for note in interview_matrix.matrices(linked)[0].notes]
    assert "Consent not recorded: I-02" in notes
    link(linked, "I-03", 2, "W-1", by="Ani")
    consent(linked, "refused", "I-03")
    found = interview_matrix.matrices(linked)
    data = b"".join(render(found, form, "id") for form in ("csv", "json", "md", "html"))
    assert b"I-03" not in data
    assert b"sejam" not in data
    assert list(told(linked)) == ["I-01", "I-02"]
    assert interviews(linked).stale == ()
    with pytest.raises(NotFound):
        link(linked, "I-03", 2, "none", by="Ani")


def test_in_a_talk_of_many_only_the_one_who_refused_is_left_out(study: Study) -> None:
    talk = "P: Apakah warga mengantri lama di loket?\nInforman 4: Antri sejam.\nInforman 5: Antri dua jam.\n"
    study.put("wawancara/kelompok.txt", talk)
    people = (study.folder / "informants.csv").read_text(encoding="utf-8")
    study.put("informants.csv", people + "I-04,Kader,,tertulis\nI-05,Kader,,tertulis\n")
    study.ok("tag", ".", "-q")
    with open_store(study.project) as store:
        take(store)
        assert [told(store)[code] for code in ("I-04", "I-05")] == [["W-1"], ["W-1"]]
        consent(store, "refused", "I-04")
        assert "I-04" not in told(store)
        assert told(store)["I-05"] == ["W-1"]


def test_without_a_guide_or_interviews_the_matrix_says_what_to_do(project: Store) -> None:
    with pytest.raises(UsageError, match="no interview guide"):
        interview_matrix.matrices(project)
    take(project)
    consent(project, "withdrawn", "I-01", "I-02", "I-03")
    with pytest.raises(UsageError, match="no interview of a known informant"):
        interview_matrix.matrices(project)


# ---------------------------------------------------------------- silence
def accept_all(store: Store, code: str) -> None:
    assert decide(store, [], Query(code=code, source_type="interview"), coder="Ani", status="accepted")


def test_said_silent_not_asked_and_not_yet_decided_are_four_marks(linked: Store) -> None:
    with pytest.raises(KualcodeError, match="No quote of an interview has been accepted"):
        silence(linked)
    accept_all(linked, "LAY.CPT")
    link(linked, "I-02", 2, "W-2", by="Ani")
    found = silence(linked)
    check([found])
    rows = {row[0]: row[2:] for row in cells(found)}
    assert rows["LAY.CPT"] == ["ada", "ada", "diam"]
    assert rows["HMB.ALT"] == ["?", "diam", "?"]  # suggestions on which nobody has decided; asked and silent
    assert "LAY" not in rows
    assert "HMB" not in rows
    assert [q.source for q in found.rows[0][2].quotes] == ["wawancara/I-01.txt"]
    assert not any(entry.quotes for row in silence(linked, quoted=False).rows for entry in row)
    assert any("I-03 1" in note.en and "not certain" in note.en for note in found.notes)


def test_what_nobody_asked_and_nobody_said_is_not_silence(linked: Store) -> None:
    accept_all(linked, "LAY.CPT")
    take(linked, GRID.replace("Alat;2;Bagaimana keadaan komputer di kantor?;Wawancara;pimpinan\n", ""))
    rows = {row[0]: row[2:] for row in cells(silence(linked))}
    assert rows["HMB.ALT"][1] == "–"


def test_a_code_above_others_has_a_row_only_where_it_was_asked_for_or_spoken_of() -> None:
    book = codebook.read(codebooks.shipped()["asn-kinerja"])[0]
    told: dict[str, Heard] = dict.fromkeys((code.id for code in book.codes if code.codable), "not_asked")
    assert not {"KUAL", "TEPAT"} & {*silences._rows(book, [told])}
    assert "TEPAT" in silences._rows(book, [told, {**told, "TEPAT": "silent"}])
    assert "KUAL.HAS" in silences._rows(book, [told])
    assert silences._rows(book, []) == []


def test_without_an_instrument_the_guides_count_as_asked_of_everybody(project: Store) -> None:
    accept_all(project, "LAY.CPT")
    with pytest.raises(UsageError, match="no interview guide"):
        silence(project)
    guides(project, "{interview: [HMB.ALT]}")
    found = silence(project)
    assert {row[0]: row[2:] for row in cells(found)}["HMB.ALT"] == ["?", "diam", "?"]
    assert "Without an instrument: the codes of `guides`" in found.notes[1].en


# ---------------------------------------------------------------- guides
def test_the_overview_counts_linked_answers_and_what_is_left(linked: Store) -> None:
    found = instrument_guides.overview(linked)
    assert [row[-1] for row in cells(found)] == ["4 (3 informan)", "1 (1 informan)", "-"]
    assert found.notes[0].en.startswith("1 answers are linked to no item.")
    rows = instrument_guides.as_json(linked)["items"]
    assert [(row["id"], row["answers"], row["answered_by"]) for row in rows] == [
        ("W-1", 4, 3),
        ("W-2", 1, 1),
        ("O-1", 0, 0),
    ]


@pytest.mark.parametrize("suffix", ["docx", "html", "md", "xlsx", "csv", "json"])
def test_a_guide_is_written_in_every_form(linked: Store, tmp_path: Path, suffix: str) -> None:
    for which in ("grid", "interview", "observation"):
        target = tmp_path / f"{which}.{suffix}"
        instrument_guides.write(linked, which, target, "id")
        first = target.read_bytes()
        instrument_guides.write(linked, which, target, "id", force=True)
        assert target.read_bytes() == first
        with pytest.raises(UsageError):
            instrument_guides.write(linked, which, target, "id")


def test_a_guide_without_items_says_so(project: Store) -> None:
    with pytest.raises(UsageError, match="no instrument in this project"):
        instrument_guides.overview(project)
    take(project)
    with pytest.raises(UsageError, match="no items yet for: Documentation guide"):
        instrument_guides.table(project, "documentation")
