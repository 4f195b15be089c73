"""What a researcher says later about a source reaches it, and never moves what people decided."""

from __future__ import annotations

import json

import pytest
from study_values import I_01, PEOPLE, Study

from kualcode.model import Coding, Source
from kualcode.store import Query, open_store

NAME = "wawancara/I-01.txt"


def source(study: Study, name: str = NAME) -> Source:
    """A source as it is stored now."""
    with open_store(study.project, readonly=True) as store:
        return store.source(name)


def codings(study: Study, query: Query | None = None) -> list[Coding]:
    """What is coded now."""
    with open_store(study.project, readonly=True) as store:
        return list(store.codings(query))


def sound(study: Study) -> None:
    """Every word and hash of the project still agree."""
    study.ok("check", "--deep")


# ---------------------------------------------------------------- sources set
def test_another_type_divides_the_text_again_and_the_next_run_tags_it(tagged: Study) -> None:
    before = source(tagged)
    done = tagged.ok("sources", "set", NAME, "source_type=dokumentasi", "--coder", "Dwi")
    assert "Giliran bicaranya dibaca ulang" in done.err
    now = source(tagged)
    assert now.info.source_type == "documentation"
    assert now.text == before.text
    assert {turn.speaker for turn in now.turns} == {"document"}
    assert [c for c in codings(tagged) if c.source == NAME] == []
    tagged.ok("tag")
    assert [c.code for c in codings(tagged) if c.source == NAME] != []
    tagged.ok("sources", "set", NAME, "source_type=interview")
    assert source(tagged).turns == before.turns
    sound(tagged)


def test_a_persons_codings_keep_their_spans(tagged: Study) -> None:
    tagged.ok("code", "accept", "--source", NAME, "--code", "LAY", "--coder", "Dwi")
    before = next(c for c in codings(tagged) if c.coder == "Dwi")
    tagged.ok("sources", "set", NAME, "source_type=documentation")
    tagged.ok("tag")
    after = next(c for c in codings(tagged) if c.coder == "Dwi")
    assert (after.id, after.start, after.end, after.quote, after.status) == (
        before.id,
        before.start,
        before.end,
        before.quote,
        "accepted",
    )
    assert not [c for c in codings(tagged, Query(code="LAY", source=NAME)) if c.coder is None]
    sound(tagged)


def test_decisions_that_new_turns_would_cut_keep_the_old_turns(tagged: Study) -> None:
    """Read as an observation the lines are paragraphs; a coding over two of them holds them together."""
    tagged.ok("sources", "set", NAME, "source_type=documentation")
    with open_store(tagged.project) as store, store.atomic():
        turn = max(store.source(NAME).turns, key=lambda t: t.end - t.start)
        store.add_coding(NAME, turn.start, turn.end, "HMB.ALT", "neutral", "Dwi")
    before = source(tagged)
    done = tagged.ok("sources", "set", NAME, "source_type=interview")
    now = source(tagged)
    assert now.info.source_type == "interview"
    if now.turns == before.turns:
        assert "giliran bicaranya tetap seperti semula" in done.err
    sound(tagged)


def test_a_source_whose_file_is_gone_is_divided_from_its_stored_text(tagged: Study) -> None:
    (tagged.folder / NAME).unlink()
    text = source(tagged).text
    tagged.ok("sources", "set", NAME, "source_type=observation")
    assert {turn.speaker for turn in source(tagged).turns} == {"observer"}
    assert source(tagged).text == text
    tagged.ok("sources", "set", NAME, "source_type=interview")
    assert "interviewer" in {turn.speaker for turn in source(tagged).turns}
    sound(tagged)


def test_a_file_that_has_changed_since_is_not_read_by_a_correction(tagged: Study) -> None:
    text = source(tagged).text
    tagged.put(NAME, I_01 + "P: Satu lagi?\nI: Cukup.\n")
    tagged.ok("sources", "set", NAME, "source_type=observation")
    assert source(tagged).text == text


def test_values_are_understood_as_in_the_list(tagged: Study) -> None:
    tagged.ok(
        "sources",
        "set",
        NAME,
        "date=12 Maret 2026",
        "informant=informan 2",
        "doc_class=catatan lapangan",
        "period=Maret 2026",
        "role=",
    )
    info = source(tagged).info
    assert (info.date, info.informant, info.doc_class, info.period, info.role) == (
        "2026-03-12",
        "I-02",
        "field_note",
        "2026-03",
        None,
    )
    with open_store(tagged.project, readonly=True) as store:
        last = list(store.journal())[-1]
        assert (last.action, store.display(last.actor)) == ("source_info", "peneliti")


@pytest.mark.parametrize("value", ["date=kapan-kapan", "source_type=angket", "doc_class=entah", "umur=40"])
def test_a_value_that_says_nothing_changes_nothing(tagged: Study, value: str) -> None:
    before = tagged.project.read_bytes()
    assert tagged.run("sources", "set", NAME, "role=Staf", value).code == 2
    assert tagged.project.read_bytes() == before


def test_an_unknown_source_is_named(tagged: Study) -> None:
    assert tagged.run("sources", "set", "tidak-ada.txt", "role=Staf").code == 1


# ---------------------------------------------------------------- the study's own files
def test_a_change_in_sources_csv_reaches_unchanged_sources(tagged: Study) -> None:
    tagged.put("sources.csv", "file,jabatan,tanggal,jenis sumber\nI-01.txt,Sekretaris,2026-03-01,observasi\n")
    report = json.loads(tagged.ok("tag", "--json").out)
    assert report["files"] == {"unchanged": 4, "updated": 1}
    now = source(tagged)
    assert (now.info.role, now.info.date, now.info.source_type) == ("Sekretaris", "2026-03-01", "observation")
    assert {turn.speaker for turn in now.turns} == {"observer"}
    before = tagged.project.read_bytes()
    tagged.ok("tag")
    assert tagged.project.read_bytes() == before
    (tagged.folder / "sources.csv").unlink()
    tagged.ok("tag")
    assert source(tagged).info.role == "Camat"
    assert "interviewer" in {turn.speaker for turn in source(tagged).turns}
    sound(tagged)


def test_it_reaches_sources_that_the_run_was_not_asked_for_and_those_whose_file_is_gone(tagged: Study) -> None:
    (tagged.folder / "wawancara" / "I-02.txt").unlink()
    tagged.put("sources.csv", "file,jabatan\nI-01.txt,Sekretaris\nI-02.txt,Petani\n")
    tagged.ok("tag", "observasi")
    assert source(tagged).info.role == "Sekretaris"
    gone = source(tagged, "wawancara/I-02.txt")
    assert gone.info.role == "Petani"
    assert "interviewer" in {turn.speaker for turn in gone.turns}
    sound(tagged)


def test_what_a_person_set_wins_over_the_list(tagged: Study) -> None:
    tagged.ok("sources", "set", NAME, "role=Lurah")
    tagged.put("sources.csv", "file,jabatan,tempat\nI-01.txt,Sekretaris,Balai\n")
    tagged.ok("tag")
    info = source(tagged).info
    assert (info.role, info.place) == ("Lurah", "Balai")


def test_a_type_that_a_person_set_stays_the_way_the_text_is_divided(tagged: Study) -> None:
    tagged.ok("sources", "set", NAME, "source_type=documentation")
    tagged.put("sources.csv", "file,tempat\nI-01.txt,Balai\n")
    tagged.ok("tag")
    now = source(tagged)
    assert (now.info.source_type, now.info.place) == ("documentation", "Balai")
    assert {turn.speaker for turn in now.turns} == {"document"}


def test_informants_and_role_groups_follow_their_files(tagged: Study) -> None:
    tagged.put("informants.csv", PEOPLE.replace("Warga,masyarakat,", "Petani,warga desa,tertulis"))
    tagged.ok("tag")
    rows = json.loads(tagged.ok("export", "json", "--informant", "I-02").out)["records"]
    assert {(row["role_group"], row["consent"]) for row in rows} == {("warga desa", "declared")}
    assert "belum dicatat" not in tagged.ok("status").err


def test_an_informant_has_one_spelling(study: Study) -> None:
    study.put("wawancara/I-02.txt", "Kode: Informan 2\n\nI: Komputer rusak.\n")
    study.ok("tag", ".")
    assert source(study, "wawancara/I-02.txt").info.informant == "I-02"
    assert len(json.loads(study.ok("export", "json", "--informant", "I-02").out)["records"]) == 1


def test_a_codebook_that_comes_along_is_kept_as_a_copy(study: Study) -> None:
    """An update of kualcode changes no project; a file of the researcher's own is read again."""
    study.put("kualcode.yaml", "title: Layanan\n")
    study.ok("tag", ".", "--codebook", "asn-kinerja")
    with open_store(study.project, readonly=True) as store:
        assert store.setting("codebook_path") is None
    assert "0 usulan baru" in study.ok("tag").err
    study.ok("tag", "--codebook", "buku.yaml")
    with open_store(study.project, readonly=True) as store:
        assert store.setting("codebook_path") == "buku.yaml"
    assert '"id": "layanan-desa"' in study.ok("tag", "--json").out
    (study.folder / "buku.yaml").unlink()
    assert '"id": "layanan-desa"' in study.ok("tag", "--json").out
